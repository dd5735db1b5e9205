"""Sentences that are the same but for one word: what that word changes.

Similarity alone shows nothing; a sentence said again with another figure, name, negation or opposite does.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import groupby

from simulator.consistency import explain
from simulator.consistency.align import Edit
from simulator.consistency.claim import DRIFT, Claim, Match
from simulator.consistency.match import match
from simulator.consistency.numbers import Number, read_numbers
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import Text, Token
from simulator.consistency.words import NEGATORS, UNIT_WORDS, is_content, opposed

_FEWEST_SHARED = 4
"""Words beside the edit that two sentences must share before another name in it counts."""
_ANOTHER = 3
"""Words beyond a sentence that make another one of their own."""
_PASSAGE = 6
"""Tokens of a passage quoted on either side of an edited word."""


def edited(one: Answer, other: Answer, edits: Sequence[Edit]) -> list[Finding]:
    """Return what the `edits` between two answers change: figures, names, opposites, negations."""
    findings: list[Finding] = []
    for _, group in groupby(edits, key=lambda edit: edit.sentences):
        of_sentence = list(group)
        if _run_together(one.text, other.text, of_sentence[0]):
            continue
        if all(_is_figure(one.text, edit.first) and _is_figure(other.text, edit.second) for edit in of_sentence):
            findings += [found for edit in of_sentence if (found := _figure(one, other, edit))]
        elif len(of_sentence) == 1:
            found = _word(one.text, other.text, of_sentence[0])
            findings += [found] if found else []
    return findings


def _run_together(first: Text, second: Text, edit: Edit) -> bool:
    """Return whether one sentence stands whole in the other, as where a full stop is missing: it was not edited."""
    ours, theirs = (
        _plain(_sentence(text, number)) for text, number in zip((first, second), edit.sentences, strict=True)
    )
    shorter, longer = sorted((ours, theirs), key=len)
    return bool(shorter) and f" {shorter} " in f" {longer} " and longer.count(" ") >= shorter.count(" ") + _ANOTHER


def _plain(words: Sequence[str]) -> str:
    return " ".join(word for word in words if word[0].isalnum())


def _words(text: Text, stretch: tuple[int, int]) -> list[str]:
    return [token.text for token in text.tokens[stretch[0] : stretch[1]]]


def _is_figure(text: Text, stretch: tuple[int, int]) -> bool:
    """Return whether a stretch is a figure, with its hedges and unit, and nothing else."""
    words = _words(text, stretch)
    figures = read_numbers(text.tokens[max(stretch[0] - 3, 0) : stretch[1] + 2])
    plain = all(not is_content(word) and word not in NEGATORS for word in words)
    return bool(words) and plain and bool(figures or UNIT_WORDS & set(words))


def _figure(one: Answer, other: Answer, edit: Edit) -> Finding | None:
    ours, theirs = _claim_at(one, edit.first), _claim_at(other, edit.second)
    if ours is None or theirs is None:
        return _bare_figure(one.text, other.text, edit)
    how = match(ours, theirs)
    if _bounds_differ(ours, theirs):
        reason = explain.before_and_now(ours.quote, theirs.quote)
        return finding("edited-figure", reason, ours.span, theirs.span, slot=ours.slot)
    if how not in {Match.DIFFERENT, Match.NEAR} or (how is Match.NEAR and (ours.rough or theirs.rough)):
        return None
    if any(match(ours, claim) is Match.SAME for claim in other.claims):
        return None
    if any(match(claim, theirs) is Match.SAME for claim in one.claims):
        return None
    reason = explain.before_and_now(ours.quote, theirs.quote)
    return finding("edited-figure", reason, ours.span, theirs.span, slot=ours.slot)


def _bounds_differ(ours: Claim, theirs: Claim) -> bool:
    """Return whether two figures are bounds of one side and differ ("over fifty" and "over eighty").

    Such intervals overlap; in words that are the same but for the figure it is the bound that was changed.
    """
    one, other = ours.values[0], theirs.values[0]
    if one.kind != other.kind or one.kind in {"date", "end"}:
        return False
    if math.isinf(one.high) and math.isinf(other.high):
        return abs(one.low - other.low) > DRIFT * max(one.low, other.low)
    if one.low == other.low == 0:
        return abs(one.high - other.high) > DRIFT * max(one.high, other.high)
    return False


def _claim_at(answer: Answer, stretch: tuple[int, int]) -> Claim | None:
    start, end = answer.text.tokens[stretch[0]].start, answer.text.tokens[stretch[1] - 1].end
    return next(
        (claim for claim in answer.claims if claim.values and claim.span[0] < end and start < claim.span[1]), None
    )


def _with_noun(text: Text, number: Number) -> tuple[int, int]:
    """Return the span of a figure with the word after it, if that may be what it counts ("two nights")."""
    ahead = text.tokens[number.last].text if number.last < len(text.tokens) else ""
    return _span(text, number.first, number.last + (is_content(ahead) or ahead in UNIT_WORDS))


def _bare_figure(first: Text, second: Text, edit: Edit) -> Finding | None:
    """Compare two figures of which it is not known what they count; their sentences say it is the same thing."""
    ours, theirs = _number_at(first.tokens, edit.first), _number_at(second.tokens, edit.second)
    if ours is None or theirs is None or (ours.low <= theirs.high and theirs.low <= ours.high):
        return None
    span, other_span = _with_noun(first, ours), _with_noun(second, theirs)
    quote, other_quote = first.original[slice(*span)], second.original[slice(*other_span)]
    return finding("edited-figure", explain.before_and_now(quote, other_quote), span, other_span)


def _number_at(tokens: Sequence[Token], stretch: tuple[int, int]) -> Number | None:
    start = max(stretch[0] - 6, 0)
    for number in read_numbers(tokens[start : stretch[1] + 4]):
        if number.first + start < stretch[1] and stretch[0] < number.last + start:
            return Number(number.low, number.high, number.first + start, number.last + start)
    return None


def _span(text: Text, first: int, last: int) -> tuple[int, int]:
    return text.tokens[first].start, text.tokens[last - 1].end


def _word(first: Text, second: Text, edit: Edit) -> Finding | None:
    """Return what one edited word changes, if it is a negation, an opposite or a name."""
    ours, theirs = _words(first, edit.first), _words(second, edit.second)
    if _negates(first, second, edit, ours, theirs):
        return _about_passage("statement-negated", first, second, edit)
    if len(ours) <= 3 and len(theirs) <= 3 and any(opposed(word, against) for word in ours for against in theirs):
        return _about_passage("edited-word", first, second, edit)
    if _is_name(first, edit.first) and _is_name(second, edit.second) and _shares_enough(first, edit):
        if _stands_in(ours, second) or _stands_in(theirs, first):
            return None
        span, other_span = _whole_name(first, edit.first), _whole_name(second, edit.second)
        quote, other_quote = first.original[slice(*span)], second.original[slice(*other_span)]
        return finding("edited-word", explain.before_and_now(quote, other_quote), span, other_span)
    return None


def _negates(first: Text, second: Text, edit: Edit, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    if bool(NEGATORS & set(ours)) == bool(NEGATORS & set(theirs)) or any(map(is_content, (*ours, *theirs))):
        return False
    if {",", "."} & {*ours, *theirs} or "only" in ours or "only" in theirs:
        return False
    negated, other_negated = (_negated_clause(first, edit.first[0]), _negated_clause(second, edit.second[0]))
    doubtful = {"if", "sure"}
    return negated != other_negated and not doubtful & set(_sentence(first, edit.sentences[0]))


def _negated_clause(text: Text, place: int) -> bool:
    place = min(place, len(text.tokens) - 1)
    for clause in text.clauses:
        if clause.first <= place < clause.last:
            return sum(token.text in NEGATORS for token in text.tokens[clause.first : clause.last]) % 2 == 1
    return False


def _sentence(text: Text, number: int) -> list[str]:
    return _words(text, text.sentences[number])


def _about_passage(rule: str, first: Text, second: Text, edit: Edit) -> Finding:
    span = _passage(first, edit.first)
    other_span = _passage(second, edit.second)
    reason = explain.before_and_now(first.original[slice(*span)], second.original[slice(*other_span)])
    return finding(rule, reason, span, other_span)


def _passage(text: Text, stretch: tuple[int, int]) -> tuple[int, int]:
    """Return the part of the clause around a stretch."""
    place = min(stretch[0], len(text.tokens) - 1)
    clause = next(clause for clause in text.clauses if clause.first <= place < clause.last)
    first = max(clause.first, place - _PASSAGE)
    last = min(clause.last, stretch[1] + _PASSAGE)
    while last > first + 1 and not text.tokens[last - 1].text[0].isalnum():
        last -= 1
    return _span(text, first, max(last, stretch[1]))


def _is_name(text: Text, stretch: tuple[int, int]) -> bool:
    tokens = text.tokens[stretch[0] : stretch[1]]
    starts = any(first == stretch[0] for first, _ in text.sentences)
    return (
        bool(tokens)
        and not starts
        and all((token.capital and token.text != "i") or token.text == "of" for token in tokens)
    )


def _shares_enough(first: Text, edit: Edit) -> bool:
    words = _sentence(first, edit.sentences[0])
    return len(words) - (edit.first[1] - edit.first[0]) >= _FEWEST_SHARED + 1


def _stands_in(words: Sequence[str], text: Text) -> bool:
    known = {token.text for token in text.tokens}
    return any(word in known for word in words if word != "of")


def _whole_name(text: Text, stretch: tuple[int, int]) -> tuple[int, int]:
    first, last = stretch
    begins = {start for start, _ in text.sentences}
    while (
        first - 1 not in begins and first > 0 and text.tokens[first - 1].capital and text.tokens[first - 1].text != "i"
    ):
        first -= 1
    while last < len(text.tokens) and text.tokens[last].capital:
        last += 1
    return _span(text, first, last)
