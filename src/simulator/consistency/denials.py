"""Plain statements that one answer makes and the other denies ("I had one accident", "I've never had an accident")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.consistency import explain
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import clause_span, clause_words
from simulator.consistency.surroundings import Around
from simulator.consistency.words import NEGATORS, concept, is_content, words_of

_LONGEST = 12
"""Words of a clause beyond which it says more than one thing."""
_FEWEST = 5
_SAYS = words_of(
    "i i'm i've i'd we we've we're it it's he she they is are was were am have has had do does did don't didn't "
    "doesn't "
    "isn't wasn't aren't weren't haven't hasn't can can't there's that's"
)
"""Words by which a short clause states something."""
_MOST = 150
"""Clauses of an answer that are looked at."""
_ALIKE = 0.6
"""The share of content words two clauses must have in common."""
_HAVING = words_of("have had has i've we've been ever never")
_HEDGED = words_of(
    "much many really always often very quite only just yet enough mind too if when unless sure anymore longer usually "
    "all every everything sometimes would could should might may i'd first then sorry but except until still "
    "now later must which who whose whether what how where"
)


@dataclass(frozen=True, slots=True)
class _Statement:
    content: frozenset[str]
    denied: bool
    having: bool
    contrasts: frozenset[str]
    span: tuple[int, int]
    words: str


def denials(one: Answer, other: Answer) -> Iterator[Finding]:
    """Yield what `one` states and `other` denies, or the other way round, in short clauses without hedges."""
    ours, theirs = _statements(one), _statements(other)
    # What both answers say in one way cannot be what they differ in.
    left = [statement for statement in ours if not _is_among(statement, theirs)]
    right = [statement for statement in theirs if not _is_among(statement, ours)]
    for statement in left:
        for against in right:
            if statement.denied == against.denied or not _same_thing(statement, against):
                continue
            if _stands_in(statement, other) or _stands_in(against, one):
                continue
            quotes = one.text.original[slice(*statement.span)], other.text.original[slice(*against.span)]
            yield finding("statement-negated", explain.before_and_now(*quotes), statement.span, against.span)


def _statements(answer: Answer) -> list[_Statement]:
    text, around = answer.text, Around(answer.text)
    found: list[_Statement] = []
    for clause in text.clauses[:_MOST]:
        words = clause_words(text, clause)
        if not 3 <= len(words) <= _LONGEST or _HEDGED & set(words) or "?" in words:
            continue
        where = around.at(clause.first)
        if len(words) < _FEWEST and not _SAYS & set(words):
            continue  # "The small talk," names a thing and says nothing of it
        content = frozenset(concept(word) for word in words if is_content(word))
        if not content or where.owner or where.hypothetical:
            continue
        negations = sum(word in NEGATORS for word in words)
        having = bool(_HAVING & set(words))
        span = clause_span(text, clause)
        said = text.original[slice(*span)]
        found.append(_Statement(content, negations % 2 == 1, having, where.contrasts, span, said))
    return found


def _stands_in(statement: _Statement, answer: Answer) -> bool:
    """Return whether a statement stands in an answer word for word, as where two sentences have run together."""
    said = answer.text.original.lower()
    return len(statement.content) > 1 and statement.words.lower() in said


def _is_among(statement: _Statement, others: list[_Statement]) -> bool:
    return any(statement.denied == other.denied and _same_thing(statement, other) for other in others)


def _same_thing(one: _Statement, other: _Statement) -> bool:
    shared = one.content & other.content
    if len(shared) < _ALIKE * len(one.content | other.content) or one.contrasts != other.contrasts:
        return False
    return len(shared) >= 2 or (one.having and other.having)
