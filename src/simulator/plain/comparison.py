"""Comparing two texts, or the same questions of two transcripts, from the command line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import msgspec

from simulator.archive import Archive
from simulator.consistency.slot import Slot
from simulator.content.library import Library, load_library
from simulator.debrief.text import not_read
from simulator.files import InputError
from simulator.interview.memory import comparable, compare, remember
from simulator.plain.output import Output
from simulator.text import MAX_ANSWER, clean, one_line
from simulator.transcript.reading import exchanges, load
from simulator.transcript.turns import EarlierExchange


class ComparedFinding(msgspec.Struct, frozen=True, kw_only=True):
    """A finding between two texts, with both passages and where they stand."""

    question: str
    severity: str
    kind: str
    rule: str
    slot: str
    reason: str
    first: str
    second: str
    first_span: tuple[int, int] | None
    second_span: tuple[int, int] | None


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing two files showed."""

    format: int = 1
    flagged: bool
    claims: int
    compared: int
    unread: int = 0
    """Pairs of answers of which one is not in English."""
    findings: tuple[ComparedFinding, ...]


def compare_files(archive: Archive, first: Path, second: Path, question: str = "") -> Compared:
    """Compare two transcripts question by question, or two text files as answers to one `question`.

    What is no file may be the id of a transcript in `archive`. `InputError` is raised for what can't be read, and for
    a transcript beside a text.
    """
    first, second = (
        path if path.suffix or path.exists() else archive.find_transcript(str(path)).path for path in (first, second)
    )
    kinds = {path.suffix == ".toml" for path in (first, second)}
    if len(kinds) == 2:
        raise InputError(f"{first} and {second}: compare two transcripts (.toml) or two text files")
    if kinds == {True}:
        return _transcripts(load_library(archive.home), first, second)
    on = dt.date.today()
    text = _text(first)
    earlier = msgspec.structs.replace(_one(text, on), asked=question)
    return _gathered([("", earlier, [_text(second)], ())], on) if text.strip() else _gathered([], on)


def _transcripts(library: Library, first: Path, second: Path) -> Compared:
    before, after = load(first), load(second)
    earlier = remember([before], {})
    pairs = [
        (exchange.asked.wording, then, [turn.text for turn in exchange.said], library.slots(exchange.question))
        for exchange in exchanges(after.turns)
        for then in comparable(earlier, exchange.question)
        if exchange.answers
    ]
    return _gathered(pairs, after.header.started_at.date())


def _one(text: str, on: dt.date) -> EarlierExchange:
    return EarlierExchange(
        transcript="", n=0, round="", asker="", asker_id="", on=on, question="", asked="", turns=(1,), answers=(text,)
    )


def _gathered(pairs: Sequence[tuple[str, EarlierExchange, Sequence[str], Sequence[Slot]]], on: dt.date) -> Compared:
    claims = compared = unread = 0
    found = []
    for question, earlier, answers, slots in pairs:
        comparison, differences = compare(earlier, answers, slots, on)
        claims += comparison.claims
        compared += comparison.compared
        unread += not comparison.english
        found += [
            ComparedFinding(
                question=one_line(question),
                severity=difference.finding.severity.name,
                kind=difference.finding.kind,
                rule=difference.finding.rule,
                slot=difference.finding.slot,
                reason=difference.finding.reason,
                first=difference.first,
                second=difference.second,
                first_span=difference.finding.first_span,
                second_span=difference.finding.second_span,
            )
            for difference in differences
        ]
    flagged = any(finding.severity == "WARN" for finding in found)
    return Compared(flagged=flagged, claims=claims, compared=compared, unread=unread, findings=tuple(found))


def show(result: Compared, output: Output) -> None:
    """Write what comparing showed, with both passages of each finding."""
    for finding in result.findings:
        output.line(f"{finding.severity} {finding.kind}: {finding.reason}")
        if finding.question:
            output.line(f"    asked: {finding.question}")
        output.line(f"    first: “{finding.first}”")
        output.line(f"    second: “{finding.second}”")
    output.line(f"{result.compared} of {result.claims} facts compared.")
    if result.unread:
        output.line(not_read(result.unread))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            raw = file.read(4 * MAX_ANSWER)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from None
    if b"\0" in raw:
        raise InputError(f"{path}: is no text; save it as UTF-8 text")
    return clean(raw.decode("utf-8", "replace"))
