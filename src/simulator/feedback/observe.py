"""Putting what was read together: which observations an answer to a question of some kind calls for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from simulator.content.schemas import ANSWERED_BY_CASE, FREE_TALK, QuestionKind
from simulator.feedback import phrases
from simulator.feedback.case import Case, case_in
from simulator.feedback.dodges import denial_in, dodge_in, pointer_in
from simulator.feedback.method import chooses, is_method
from simulator.feedback.observation import REASONS, Observation
from simulator.feedback.reading import Reading, read
from simulator.feedback.specifics import Specific, names_amount, specifics_of
from simulator.feedback.telling import BARE

_WORDS_PER_SECOND = 140 / 60
_SHORT_SHARE = 0.4
_BRIEF_SECONDS = 60
_DENSE = 5
"""Numbers, names and times that make a brief answer a full one."""
_BARE_POINTER = 3
"""Words with content beside "as I told your colleague last week", up to which nothing is told again."""
_FULL = 30
"""From so many words on an answer is as long as it has to be, where it is specific."""
_TOO_MANY_EMPTY = 3
_PLANNED_INSTEAD = 2
"""Steps that somebody would take, from which on a case told beside them is only an illustration."""
_ASKS_FOR_CASE = frozenset({"behavioural"})


@lru_cache(64)  # while notes are written, every answer of a round is looked at once more for each of them
def observe(answer: str, *, kind: QuestionKind, seconds: int) -> tuple[Observation, ...]:
    """Return what was seen in `answer`, the most important for a follow-up first.

    `kind` is that of the question, `seconds` the time it gives an answer. The rules read English; an answer in another
    language is only looked at for its length.
    """
    reading = read(answer)
    found = dict(_found(reading, kind, seconds))
    return tuple(Observation(name, reason, found[name]) for name, reason in REASONS.items() if name in found)


def _found(reading: Reading, kind: QuestionKind, seconds: int) -> Iterator[tuple[str, tuple[int, int] | None]]:
    if kind in FREE_TALK:
        return
    if not reading.english:
        if _is_brief(reading, seconds):
            yield "short", None
        return
    specifics = specifics_of(reading)
    case = case_in(reading, specifics)
    answered = case.told and kind in ANSWERED_BY_CASE
    pointer = pointer_in(reading)
    if pointer and not _counts(specifics) and (not answered or pointer.substance <= _BARE_POINTER):
        yield "as_said", pointer.span
    if kind in ANSWERED_BY_CASE and not answered and (denial := denial_in(reading)):
        yield "no_case", denial.span
        return
    if not answered and not _counts(specifics) and (dodge := dodge_in(reading)):
        yield "evasive", dodge.span
    yield from _about_case(case, kind)
    yield from _about_content(reading, specifics, case, kind, seconds)


def _counts(specifics: tuple[Specific, ...]) -> bool:
    return any(specific.kind == "number" for specific in specifics)


def _about_case(case: Case, kind: QuestionKind) -> Iterator[tuple[str, tuple[int, int] | None]]:
    if kind not in ANSWERED_BY_CASE:
        return
    if not case.told:
        if kind in _ASKS_FOR_CASE:
            yield "no_example", case.habit
        return
    planned = case.planned if kind == "situational" else 0
    if not case.own_steps and not planned:
        yield "no_own_part", case.we
    if not (case.ended or case.role or planned >= _PLANNED_INSTEAD):
        yield "no_result", None


def _about_content(
    reading: Reading, specifics: tuple[Specific, ...], case: Case, kind: QuestionKind, seconds: int
) -> Iterator[tuple[str, tuple[int, int] | None]]:
    complete = case.told and case.own_steps > 0 and (case.role or (case.ended and kind in ANSWERED_BY_CASE))
    if kind == "salary":
        if not names_amount(reading):
            yield "no_figure", None
    elif not complete and _is_vague(reading, specifics, kind):
        yield "vague", None
    if _is_brief(reading, seconds) and not complete and not _says_enough(reading, specifics, case, kind, seconds):
        yield "short", None


def _says_enough(
    reading: Reading, specifics: tuple[Specific, ...], case: Case, kind: QuestionKind, seconds: int
) -> bool:
    """Return whether a brief answer is a full one: it is specific, goes step by step, or chooses and says why."""
    empty = sum(1 for _ in phrases.pattern(phrases.EMPTY_WORDS).finditer(reading.text))
    thin = case.told and not (case.own_steps or case.ended)
    if reading.count >= _FULL and (specifics or case.told) and not thin and empty < _TOO_MANY_EMPTY:
        return True
    if kind in _ASKS_FOR_CASE:
        return False
    if (specifics and seconds <= _BRIEF_SECONDS) or len(specifics) >= _DENSE:
        return True
    return reading.count > BARE and (is_method(reading, kind) or chooses(reading))


def _is_vague(reading: Reading, specifics: tuple[Specific, ...], kind: QuestionKind) -> bool:
    chosen = kind not in _ASKS_FOR_CASE and reading.count > BARE and chooses(reading)
    return not specifics and not chosen and not is_method(reading, kind)


def _is_brief(reading: Reading, seconds: int) -> bool:
    return reading.count < _SHORT_SHARE * seconds * _WORDS_PER_SECOND
