"""The fact ledger as text, and settled differences as labelled pairs."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from simulator.archive import Archive, Candidacy
from simulator.debrief import build
from simulator.debrief.report import FindingEntry
from simulator.ledger import Given, Ledger
from simulator.sitting import plan_of
from simulator.transcript.reading import exchanges
from simulator.transcript.turns import Transcript

STATES = {
    "differ": "differs",
    "settled": "settled by you",
    "agree": "the same each time",
    "once": "said once",
    "unlike": "not told in a way that can be compared",
}
LABELS = {"first": "contradiction", "second": "contradiction", "both": "elaboration", "unlike": "topic-change"}
"""What the candidate's word on a finding says of the finding."""


def as_text(ledger: Ledger) -> str:
    """Return the ledger as text: what differs first."""
    if not ledger.topics:
        return "No fact that a question asked for has been told yet.\n"
    lines = []
    for topic in ledger.topics:
        lines.append(f"{topic.topic} ({STATES[topic.state]})")
        lines += [f"    {_given(given)}" for given in topic.given]
    return "\n".join(lines) + "\n"


def _given(given: Given) -> str:
    return f"“{given.quote}”  {given.where}{' (withdrawn)' if given.withdrawn else ''}"


def labelled_pairs(archive: Archive, candidacy: Candidacy) -> Iterator[str]:
    """Yield one line of JSON for each difference the candidate has settled, in the format pairs are measured in."""
    texts = {kept.header.id: kept.transcript for kept in candidacy.kept}
    for kept in candidacy.kept:
        plan = plan_of(archive, kept)
        for entry in build(kept.transcript, plan=plan).findings:
            if not entry.settled:
                continue
            earlier, now = texts.get(entry.earlier.transcript), kept.transcript
            first, question = _answer(earlier, entry.earlier.n) if earlier else (entry.earlier.quote, "")
            second, asked = _answer(now, entry.now.n)
            slots = plan.slots(question or asked) if plan else ()
            yield msgspec.json.encode(
                _pair(entry, first, second, [msgspec.to_builtins(slot) for slot in slots])
            ).decode()


def _pair(entry: FindingEntry, first: str, second: str, slots: list[object]) -> dict[str, object]:
    return {
        "id": f"{entry.now.transcript}#{entry.now.n}",
        "label": LABELS[entry.settled],
        "type": entry.kind,
        "choice": entry.settled,
        "rule": entry.rule,
        "first_on": f"{entry.earlier.on:%Y-%m-%d}",
        "second_on": f"{entry.now.on:%Y-%m-%d}",
        "question": entry.now.question,
        "slots": slots,
        "first": first,
        "second": second,
        "span_first": entry.earlier.quote,
        "span_second": entry.now.quote,
    }


def _answer(transcript: Transcript, n: int) -> tuple[str, str]:
    """Return all that was answered in the exchange to which turn `n` belongs, and its question's id."""
    for exchange in exchanges(transcript.turns):
        if any(turn.n == n for turn in exchange.answers):
            return exchange.text, exchange.question
    return "", ""
