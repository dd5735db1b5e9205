"""Two cases that look alike: "three nurses in March" and "two in June" are not one told anew."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.consistency.numbers import read_numbers
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding
from simulator.consistency.sentences import Text

Span = tuple[int, int]


def without_other_occasions(findings: Sequence[Finding], one: Answer, other: Answer) -> list[Finding]:
    """Return `findings` without those of sentences that tell of two occasions.

    A date by itself may be told otherwise; where it comes with other figures, it is of another time. What the question
    declares stays: that is one fact, whenever it was so.
    """
    if "date" in one.question.kinds:
        return list(findings)
    apart = {_places(found, one.text, other.text) for found in findings if _of_another_time(found, one, other)}
    return [found for found in findings if found.slot or _places(found, one.text, other.text) not in apart]


def _of_another_time(found: Finding, one: Answer, other: Answer) -> bool:
    first, second = found.first_span, found.second_span
    if found.slot or not first or not second or not _is_date(first, one):
        return False
    ours, theirs = _figures_beside(first, one.text), _figures_beside(second, other.text)
    return bool(ours and theirs) and not ours & theirs


def _is_date(span: Span, answer: Answer) -> bool:
    return any(claim.kind == "date" and claim.span == span and not claim.asked for claim in answer.claims)


def _figures_beside(span: Span, text: Text) -> set[float]:
    """Return the figures of the sentence in which `span` begins, without those of the passage itself."""
    first, last = text.sentences[_place(span, text)]
    tokens = text.tokens[first:last]
    return {number.low for number in read_numbers(tokens) if not span[0] <= tokens[number.first].start < span[1]}


def _places(found: Finding, first: Text, second: Text) -> tuple[int, int]:
    """Return the numbers of the sentences in which the passages of a finding begin; -1 where there is none."""
    return _place(found.first_span, first), _place(found.second_span, second)


def _place(span: Span | None, text: Text) -> int:
    if span is None:
        return -1
    return max((at for at, (first, _) in enumerate(text.sentences) if text.tokens[first].start <= span[0]), default=-1)
