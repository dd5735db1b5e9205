"""What in an answer a good mark can rest on: a whole case, steps one by one, a choice with its reason, particulars."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.content.schemas import QuestionKind
from simulator.feedback.case import case_in
from simulator.feedback.method import chooses, is_method
from simulator.feedback.reading import read
from simulator.feedback.specifics import specifics_of

_ENOUGH = 30
"""Words of an answer whose numbers, names and times tell something, and do not only stand in it."""
_PLACES = 2
"""Sentences that hold them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer shows, as a candidate reads it, and where it begins to; None where no one place shows it."""

    reason: str
    span: tuple[int, int] | None = None


def shown_in(answer: str, kind: QuestionKind, *, by_case: bool = True) -> Shown | None:
    """Return what `answer` to a question of `kind` shows that can carry a good mark; None where nothing in it can.

    Where a case was asked for, only a whole one does; a whole one shows nothing where it can't be what was asked, so
    not `by_case`. The rules read English.
    """
    reading = read(answer)
    specifics = specifics_of(reading)
    case = case_in(reading, specifics)
    wanted = case.told and by_case
    if wanted and case.role:
        return Shown("A piece of work, and what was yours in it.", case.step)
    if wanted and case.own_steps and case.ended:
        return Shown("A case of your own, with your part in it and how it ended.", case.step)
    if kind == "behavioural":
        return None
    if is_method(reading, kind):
        return Shown("What is done, step by step.")
    if chooses(reading):
        return Shown("A choice, and what it rests on.")
    elsewhere = case.told and kind == "motivation"  # the particulars of a case say nothing of what somebody wants
    if not elsewhere and reading.count >= _ENOUGH and len({each.sentence for each in specifics}) >= _PLACES:
        return Shown("Numbers, names or times that can be checked.")
    return None
