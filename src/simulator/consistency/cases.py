"""One case told twice: known by when it was or who was in it, and what it was about; then its parts are compared.

"A guest last March who wanted a refund because it rained" is the "man in March, furious about the rain".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.consistency import explain
from simulator.consistency.phrases import phrases_of
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import clause_span, clause_words
from simulator.consistency.words import NEGATORS, NO_NAMES, PERSONS, PUBLIC, concept, is_content
from simulator.english import FEASTS, MONTHS, MONTHS_THAT_ARE_WORDS, SEASONS, is_past_form, words_of

_TIMES = (FEASTS | {*MONTHS, *SEASONS}) - MONTHS_THAT_ARE_WORDS
_AT = words_of("in last this early late mid")
_SETTING = 2
"""Sentences that set a case: the one that says when it was, and the next."""
_ANYBODY = PUBLIC | {concept(word) for word in PERSONS} | {concept("customer"), concept("gentleman"), concept("lady")}
_LIGHT = frozenset(map(concept, words_of("want wanted ask asked call called deal dealt work worked happen happened")))
_NAMED = 2
"""Matters that two cases share which only a name identifies: the place of work stands in all of them."""


def same_case(one: Answer, other: Answer) -> bool:
    """Return whether two answers tell a case of the same time, or of the same person, about the same matter."""
    shared = _settings(one), _settings(other)
    return any(
        (ours.times & theirs.times and ours.matters & theirs.matters)
        or (ours.names & theirs.names and len(ours.matters & theirs.matters) >= _NAMED)
        for ours in shared[0]
        for theirs in shared[1]
        if not (ours.times and theirs.times) or ours.times & theirs.times
    )


def case_differences(one: Answer, other: Answer) -> Iterator[Finding]:
    """Yield what differs between two tellings of one case: what was given to somebody, and whether they came back."""
    ours, theirs = list(_gifts(one)), list(_gifts(other))
    if len(ours) == len(theirs) == 1 and not ours[0].what & theirs[0].what:
        yield _differ("deed-differs", one, other, ours[0].span, theirs[0].span)
    ends, other_ends = dict(_returns(one)), dict(_returns(other))
    if len(ends) == len(other_ends) == 1 and ends.keys() != other_ends.keys():
        yield _differ("outcome-differs", one, other, *ends.values(), *other_ends.values())


def _differ(rule: str, one: Answer, other: Answer, first: tuple[int, int], second: tuple[int, int]) -> Finding:
    quotes = one.text.original[slice(*first)], other.text.original[slice(*second)]
    return finding(rule, explain.before_and_now(*quotes), first, second)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What a sentence and the next tell of a case."""

    times: frozenset[str]
    names: frozenset[str]
    matters: frozenset[str]


def _settings(answer: Answer) -> list[_Setting]:
    text, asked = answer.text, answer.question.words
    found: list[_Setting] = []
    for number, (first, last) in enumerate(text.sentences):
        tokens = text.tokens[first : text.sentences[min(number + _SETTING, len(text.sentences)) - 1][1]]
        opening = text.tokens[first:last]
        times = frozenset(
            token.text
            for at, token in enumerate(opening)
            if token.text in _TIMES
            or (token.text in MONTHS_THAT_ARE_WORDS and at and opening[at - 1].text in _AT)
            or _is_year(token.text)
        )
        names = frozenset(
            token.text.removesuffix("'s")
            for at, token in enumerate(opening)
            if at and token.capital and token.text not in NO_NAMES and concept(token.text) not in asked
        )
        matters = {concept(token.text) for token in tokens if is_content(token.text) and token.text not in _TIMES}
        if times or names:
            found.append(_Setting(times, names, frozenset(matters - asked - _ANYBODY - _LIGHT - names)))
    return found


def _is_year(word: str) -> bool:
    return word.isdigit() and len(word) == 4 and word[:2] in {"19", "20"}


@dataclass(frozen=True, slots=True)
class _Gift:
    what: frozenset[str]
    span: tuple[int, int]


def _gifts(answer: Answer) -> Iterator[_Gift]:
    """Yield what the candidate gave to somebody or offered them: "offered a late checkout", "gave him a breakfast"."""
    text = answer.text
    for clause in text.clauses:
        words = clause_words(text, clause)
        for at, word in enumerate(words):
            if word not in _GAVE or NEGATORS & set(words[:at]) or _doer(words[:at]) not in _SELF:
                continue
            place = at + 1
            while place < len(words) and words[place] in _BEFORE_GIFT:
                place += 1
            what: list[str] = []
            while place < len(words) and is_content(words[place]) and words[place] not in _INSTEAD:
                what.append(concept(words[place]))
                place += 1
            if what:
                span = text.tokens[clause.first + at].start, text.tokens[clause.first + place - 1].end
                yield _Gift(frozenset(what) - {concept("free")}, span)


_GAVE = words_of("gave offered")
_SELF = words_of("i i'd i've we we'd we've")
_THEY = words_of("he she they who it")
_INSTEAD = words_of("instead then first")
_BEFORE_GIFT = words_of("him her them to a an the some my our free another")


def _doer(before: Sequence[str]) -> str:
    """Return the subject that stands last before a verb; the candidate where there is none ("then gave him")."""
    return next((word for word in reversed(before) if word in _SELF | _THEY), "i")


def _returns(answer: Answer) -> Iterator[tuple[bool, tuple[int, int]]]:
    """Yield whether somebody came back afterwards, and where that is said."""
    text = answer.text
    for clause in text.clauses:
        words = clause_words(text, clause)
        at = _CAME_BACK.place(words)
        if at is None or _doer(["they", *words[:at]]) in _SELF:
            continue
        came = not NEGATORS & set(words[:at])
        if came and not is_past_form(words[at]):
            continue
        yield came, clause_span(text, clause)


_CAME_BACK = phrases_of("came back, come back, booked again, rebooked, returned, been back")
