"""The fact ledger of a candidacy: by topic, every value that was ever given, where and when, and whether they agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import msgspec

from simulator.archive import Candidacy
from simulator.consistency.slot import FIGURES
from simulator.content.library import Library
from simulator.content.schemas import Fact
from simulator.interview.settling import is_settled, settlements
from simulator.text import one_line
from simulator.transcript.reading import exchanges
from simulator.transcript.turns import Settlement, Transcript

if TYPE_CHECKING:
    from simulator.consistency import Claim

SHEET = "your fact sheet"

Source = Literal["round", "form", "sheet"]
"""Where a value stands: in an answer, on the form filled in at the end of a round, on their own sheet."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """A value in the candidate's words; `transcript` is empty for one of their own fact sheet."""

    quote: str
    round: str
    transcript: str = ""
    n: int = 0
    on: dt.date | None = None
    question: str = ""
    source: Source = "round"
    withdrawn: bool = False
    """Whether the candidate said since that another value is right."""

    @property
    def where(self) -> str:
        """Where and when it was given, for people."""
        if self.on is None:
            return self.round
        form = "on the form, " if self.source == "form" else ""
        return f"{form}{one_line(self.round, 100)}, {self.on:%Y-%m-%d}, turn {self.n}"


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """One fact: `slot` is its id where a question declared it.

    `state` is `differ`, `settled` (by the candidate), `agree`, `once` (told in one answer) or `unlike` (told in ways
    that can't be compared).
    """

    topic: str
    slot: str
    kind: str
    state: str
    given: tuple[Given, ...]


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """All facts of a candidacy."""

    format: int
    candidacy: str
    candidate: str
    topics: tuple[Topic, ...]
    unknown: tuple[str, ...] = ()
    """Ids of the candidate's fact sheet that no fact has."""


def build_ledger(candidacy: Candidacy, library: Library) -> Ledger:
    """Return the ledger of `candidacy`: the last attempt of each round, and the candidate's own fact sheet.

    `library` tells which facts the questions asked for, and what those are called.
    """
    latest = {kept.header.round: kept for kept in candidacy.kept if kept.transcript.turns}.values()
    settled = settlements(kept.transcript for kept in candidacy.kept)
    found: dict[str, list[tuple[Given, Claim]]] = {}
    told = (each for kept in latest for each in _claims(kept.transcript, library))
    for key, given, claim in (*told, *_sheet(candidacy.file.facts, library.facts)):
        found.setdefault(key, []).append((given, claim))
    told_of = ((values, _topic(key, values, library.facts, settled)) for key, values in found.items())
    topics = [topic for values, topic in told_of if topic.state in ("differ", "settled") or _is_named(topic, values)]
    declared = {given.quote.casefold() for topic in topics if topic.slot for given in topic.given}
    topics = [topic for topic in topics if topic.slot or {each.quote.casefold() for each in topic.given} - declared]
    order = ("differ", "settled", "agree", "unlike", "once")
    topics.sort(key=lambda topic: (order.index(topic.state), topic.topic))
    unknown = tuple(sorted(candidacy.file.facts.keys() - library.facts.keys()))
    return Ledger(
        format=1, candidacy=candidacy.id, candidate=candidacy.candidate, topics=tuple(topics), unknown=unknown
    )


def _claims(transcript: Transcript, library: Library) -> Iterator[tuple[str, Given, Claim]]:
    from simulator.consistency import claims_of
    from simulator.consistency.themes import told_of

    header, questions = transcript.header, library.questions()
    facts = [fact.slot() for fact in library.facts.values()]
    for exchange in exchanges(transcript.turns):
        slots = library.slots(exchange.question)
        asked = one_line(exchange.asked.wording)
        for turn in exchange.said:
            on = header.started_at.date()
            for claim in told_of(claims_of(turn.text, question=asked, slots=slots, on=on), facts):
                if key := _key(claim, asked if exchange.question not in questions else ""):
                    given = Given(
                        quote=one_line(claim.quote, 120),
                        round=header.title,
                        transcript=header.id,
                        n=turn.n,
                        on=on,
                        question=asked,
                        source="form" if exchange.asked.why == "form" else "round",
                    )
                    yield key, given, claim


def _sheet(sheet: Mapping[str, str], facts: Mapping[str, Fact]) -> Iterator[tuple[str, Given, Claim]]:
    from simulator.consistency import claims_of

    for identity, text in sheet.items():
        fact = facts.get(identity)
        if fact is None:
            continue
        for claim in claims_of(text, question=fact.label, slots=[fact.slot()]):
            if claim.slot == identity:
                yield identity, Given(quote=one_line(text, 120), round=SHEET, source="sheet"), claim
                break


def _key(claim: Claim, asked: str) -> str:
    """Return what a claim is about, so that claims of different questions meet; empty where that is not sure.

    `asked` is a question of no bank, whose answer is a fact that only the question names.
    """
    if claim.slot:
        return claim.slot
    if claim.kind == "name" and claim.about == "manager":
        return _MANAGER
    if (
        claim.kind == "count"
        and claim.about
        and not claim.owner
        and not (asked and claim.asked and claim.about != _TEAM)
    ):
        return f"count of {claim.about}"
    return f"{_ASKED}{asked}" if asked and claim.asked else ""


_TEAM = "team"
_MANAGER = "manager"
_ASKED = "asked: "
_LABELS = {_MANAGER: "who your manager is"}
"""What is told of somebody without a question that asks for it, and how it is called."""


def _is_named(topic: Topic, values: Sequence[tuple[Given, Claim]]) -> bool:
    """Tell whether a fact says something though nothing speaks against it: asked for, or of their own post."""
    own_team = any(each.about == _TEAM and each.context & {"lead", _TEAM} for _, each in values)
    return bool(topic.slot) or not topic.topic.startswith("“") or own_team


def _topic(
    key: str, values: Sequence[tuple[Given, Claim]], facts: Mapping[str, Fact], settled: Sequence[Settlement]
) -> Topic:
    fact = facts.get(key)
    given = tuple(
        msgspec.structs.replace(each, withdrawn=_is_withdrawn(each.quote, settled))
        for each in _distinct(each for each, _ in values)
    )
    return Topic(
        topic=fact.label if fact else _LABELS.get(key) or key.partition(_ASKED)[2] or f"“{values[0][0].quote}”",
        slot=key if fact else "",
        kind=fact.kind if fact else values[0][1].kind,
        state=_state(values, settled),
        given=given,
    )


def _distinct(given: Iterable[Given]) -> list[Given]:
    """Return each value once for each round, or form, it was given in."""
    return list({(each.quote.casefold(), each.transcript, each.source): each for each in given}.values())


def _state(values: Sequence[tuple[Given, Claim]], settled: Sequence[Settlement]) -> str:
    from simulator.consistency import compare_claims
    from simulator.consistency.claim import Match
    from simulator.consistency.match import match

    pairs = [pair for pair in combinations(values, 2) if pair[0][0].where != pair[1][0].where]
    if not pairs:
        return "once"

    def told_again(claim: Claim, where: str) -> bool:
        return any(given.where == where and match(claim, each) is Match.SAME for given, each in values)

    differing = [
        (one, other)
        for (one, first), (other, second) in pairs
        if any(found.severity.name == "WARN" for found in compare_claims([first], [second]))
        and not (told_again(first, other.where) or told_again(second, one.where))
    ]
    if not differing:
        matches = [match(first, second) for (_, first), (_, second) in pairs]
        if any(found is Match.NEAR and _are_exact(*pair) for found, pair in zip(matches, pairs, strict=True)):
            return "differ"
        alike = all(
            found in (Match.SAME, Match.NEAR) and (first.kind != "choice" or first.words == second.words)
            for found, ((_, first), (_, second)) in zip(matches, pairs, strict=True)
        )
        return "agree" if alike else "unlike"
    still = [pair for pair in differing if not is_settled(pair[0].quote, pair[1].quote, settled, "", ())]
    return "differ" if still else "settled"


def _are_exact(one: tuple[Given, Claim], other: tuple[Given, Claim]) -> bool:
    """Tell whether two figures are given outright, so that "four years" and "five years" are not the same."""
    return all(claim.kind in FIGURES - {"date"} and not claim.rough for _, claim in (one, other))


def _is_withdrawn(quote: str, settled: Sequence[Settlement]) -> bool:
    words = quote.casefold()
    return any(
        words == (each.first if each.choice == "second" else each.second).casefold()
        for each in settled
        if each.choice in ("first", "second")
    )
