"""What interviewers know of earlier answers, and how an answer compares with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from simulator.content.schemas import Question
from simulator.interview.handoff import withdrawn
from simulator.interview.settling import is_settled
from simulator.interview.weighing import how_weak
from simulator.text import one_line
from simulator.transcript.reading import exchanges, joined, part_at
from simulator.transcript.turns import EarlierExchange, Settlement, Transcript

if TYPE_CHECKING:
    import datetime as dt

    from simulator.consistency import Comparison, Finding, Slot

MAX_QUOTE = 160
"""Characters of somebody's words that an interviewer would read out."""


def remember(transcripts: Iterable[Transcript], questions: Mapping[str, Question]) -> tuple[EarlierExchange, ...]:
    """Return what was asked and answered in the rounds before, in order.

    `questions` are those of the coming round by full id; they tell what an answer should have had.
    """
    found = []
    for transcript in transcripts:
        header = transcript.header
        closed = withdrawn(transcript)
        for exchange in exchanges(transcript.turns):
            weak = how_weak(exchange, questions.get(exchange.question), transcript.turns)
            person = header.person(exchange.asker)
            found.append(
                EarlierExchange(
                    transcript=header.id,
                    n=exchange.asked.n,
                    round=header.title,
                    asker=person.name if person else "your first interviewer",
                    asker_id=exchange.asker,
                    on=header.started_at.date(),
                    question=exchange.question,
                    asked=exchange.asked.wording,
                    turns=tuple(turn.n for turn in exchange.said),
                    answers=tuple(turn.text for turn in exchange.said),
                    weakness=0 if exchange.question in closed else weak,
                    followed_up=len(exchange.probes) + len(exchange.challenges),
                    skipped=exchange.skipped,
                )
            )
    return tuple(found)


_NOT_TWICE = frozenset({"greeting", "introduction", "probe"})
"""Kinds of line that a candidate would notice on hearing one again."""


def said_before(transcripts: Iterable[Transcript]) -> tuple[str, ...]:
    """Return the lines of the rounds before that nobody is to say again, each once."""
    lines = (turn.text for transcript in transcripts for turn in transcript.turns if turn.kind in _NOT_TWICE)
    return tuple(dict.fromkeys(lines))


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding between an earlier exchange and what was said now, with both passages in the candidate's words."""

    earlier: EarlierExchange
    finding: Finding
    first: str
    second: str
    first_turn: int
    """The turn of the earlier transcript that holds the first passage."""
    second_part: int
    """Which of the answers compared holds the second passage."""


def compare(
    earlier: EarlierExchange,
    answers: Sequence[str],
    slots: Sequence[Slot],
    on: dt.date,
    settled: Sequence[Settlement] = (),
) -> tuple[Comparison, tuple[Difference, ...]]:
    """Compare what was answered now (one text per turn, on the day `on`) with an earlier exchange.

    Differences that were `settled` before are not among those returned.
    """
    # Imported here because the first answer of an interview is the first need for it.
    from simulator.consistency import compare_answers

    first, second = joined(earlier.answers), joined(answers)
    comparison = compare_answers(first, second, question=earlier.asked, slots=slots, first_on=earlier.on, second_on=on)
    found = (_difference(earlier, answers, finding) for finding in comparison.findings)
    return comparison, tuple(
        each
        for each in found
        if each.finding.severity.name == "REMARK"
        or not is_settled(each.first, each.second, settled, earlier.asked, slots)
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it was put, with the facts it declares and the day."""

    text: str
    slots: Sequence[Slot]
    on: dt.date


def compare_facts(
    earlier: EarlierExchange,
    slots: Sequence[Slot],
    answers: Sequence[str],
    asked: Asked,
    facts: Sequence[Slot],
    settled: Sequence[Settlement] = (),
) -> Iterator[Difference]:
    """Yield how the `facts` differ that two questions asked for or their answers tell, and who somebody's manager is.

    `slots` are those of the `earlier` one.
    """
    from simulator.consistency import claims_of, compare_claims
    from simulator.consistency.themes import told_of

    first = told_of(claims_of(joined(earlier.answers), question=earlier.asked, slots=slots, on=earlier.on), facts)
    second = told_of(claims_of(joined(answers), question=asked.text, slots=asked.slots, on=asked.on), facts)
    for finding in compare_claims(
        *([each for each in told if each.slot or each.kind == "name"] for told in (first, second))
    ):
        difference = _difference(earlier, answers, finding)
        if not is_settled(difference.first, difference.second, settled, earlier.asked, asked.slots):
            yield difference


def facts_in(answers: Sequence[str], question: str, slots: Sequence[Slot], facts: Sequence[Slot]) -> frozenset[str]:
    """Return the ids of the facts that answers may tell: those `slots` asked for, and of all `facts` those told."""
    return frozenset(slot.id for slot in slots) | _told(joined(answers), question, tuple(facts))


@lru_cache(maxsize=256)
def _told(text: str, question: str, facts: tuple[Slot, ...]) -> frozenset[str]:
    from simulator.consistency import claims_of
    from simulator.consistency.themes import told_of

    return frozenset(claim.slot for claim in told_of(claims_of(text, question=question), facts)) - {""}


def speaks_of_manager(text: str) -> bool:
    """Tell whether a text may name a manager: a quick look before it is read."""
    return _MANAGER.search(text) is not None


_MANAGER = re.compile(r"\b(?:my|our)\b[\w ]{0,20}\b(?:manager|boss|supervisor)\b|\breport(?:ing)? to\b", re.IGNORECASE)


def _difference(earlier: EarlierExchange, answers: Sequence[str], finding: Finding) -> Difference:
    first_at = finding.first_span[0] if finding.first_span else 0
    second_at = finding.second_span[0] if finding.second_span else 0
    return Difference(
        earlier=earlier,
        finding=finding,
        first=quoted(joined(earlier.answers), finding.first_span, finding.kind == "new_detail"),
        second=quoted(joined(answers), finding.second_span, finding.kind == "left_out"),
        first_turn=earlier.turns[part_at(earlier.answers, first_at)] if earlier.turns else earlier.n,
        second_part=part_at(answers, second_at),
    )


def quoted(text: str, span: tuple[int, int] | None, absent: bool = False) -> str:
    """Return the passage of `text` at `span` on one line.

    Without a span that is the beginning of the text, or nothing where the point is that something is `absent` from it.
    """
    if span:
        return one_line(text[span[0] : span[1]], MAX_QUOTE)
    return "" if absent else one_line(text, MAX_QUOTE)


def comparable(earlier: Iterable[EarlierExchange], question: str) -> Iterator[EarlierExchange]:
    """Yield the earlier exchanges on the same question that hold an answer."""
    return (exchange for exchange in earlier if exchange.question == question and exchange.answers)
