"""What people say around a number to bound or soften it: "about", "at least", "just over", "tops"."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consistency.sentences import Token, token_text
from simulator.english import CURRENCY_SIGNS

ROUGHLY = 0.1
"""The share by which an approximate number may be off, either way."""

_ABOUT = (
    "about", "around", "roughly", "approximately", "approx", "circa", "some", "say", "maybe", "perhaps", "probably",
    "something like", "in the region of", "round about", "on average", "ballpark", "somewhere around",
    "in the order of", "more or less",
)  # fmt: skip
_NEARLY = (
    "nearly", "almost", "close to", "just under", "coming up to", "coming up on", "getting on for", "just shy of",
    "the better part of", "the best part of", "approaching", "a bit under", "slightly under", "slightly less than",
    "not quite", "a little under", "a little less than", "just below", "going on", "shy of", "just short of",
)  # fmt: skip
_JUST_OVER = (
    "just over", "a bit over", "a little over", "slightly over", "a little more than", "a bit more than",
    "slightly more than", "just above", "a shade over", "a touch over", "just past",
)  # fmt: skip
_AT_LEAST = (
    "over", "more than", "at least", "above", "upwards of", "upward of", "not under", "nothing under", "no less than",
    "minimum", "a minimum of", "nothing below", "not less than", "in excess of", "no fewer than", "well over",
    "starting at", "start at", "starts at", "north of", "not below",
)  # fmt: skip
_AT_MOST = (
    "under", "less than", "fewer than", "up to", "at most", "no more than", "below", "not more than", "maximum",
    "a maximum of", "max", "not even", "well under", "not over", "nothing over",
)  # fmt: skip
_ABOUT_AFTER = (
    "ish", "odd", "or so", "or thereabouts", "give or take", "more or less", "on average", "or something", "roughly",
    "approximately",
)  # fmt: skip
_AT_LEAST_AFTER = ("+", "or more", "or above", "at least", "minimum", "and up", "and above")
_AT_MOST_AFTER = ("at most", "at the most", "tops", "or less", "or fewer", "or under", "max", "maximum")
_FAR = frozenset({"tops", "max", "maximum", "minimum"})


@dataclass(frozen=True, slots=True)
class Hedge:
    """A phrase before or after a number, and what it makes of the number's lower and upper bound."""

    words: tuple[str, ...]
    lower: float
    upper: float


def _hedges(*groups: tuple[Sequence[str], float, float], key: int) -> dict[str, tuple[Hedge, ...]]:
    """Return hedges by their last (`key` -1) or first (`key` 0) word, the longest first ("no more than")."""
    table: dict[str, list[Hedge]] = {}
    for phrases, lower, upper in groups:
        for phrase in phrases:
            words = tuple(phrase.split())
            table.setdefault(words[key], []).append(Hedge(words, lower, upper))
    return {word: tuple(sorted(found, key=lambda hedge: -len(hedge.words))) for word, found in table.items()}


_HEDGES_BEFORE = _hedges(
    (_JUST_OVER, 1.0, 1.1),
    (_NEARLY, 0.8, 1.0),
    (_AT_LEAST, 1.0, math.inf),
    (_AT_MOST, 0.0, 1.0),
    (_ABOUT, 1 - ROUGHLY, 1 + ROUGHLY),
    key=-1,
)
_HEDGES_AFTER = _hedges(
    (_AT_LEAST_AFTER, 1.0, math.inf),
    (_AT_MOST_AFTER, 0.0, 1.0),
    (_ABOUT_AFTER, 1 - ROUGHLY, 1 + ROUGHLY),
    key=0,
)


def hedge_before(tokens: Sequence[Token], first: int) -> tuple[Hedge | None, int]:
    """Return the hedge that ends before token `first`, if any, and its first token."""
    # A currency sign, an article or "a good" may stand between the hedge and the figure.
    for end in range(first, max(first - 3, -1), -1):
        for hedge in _HEDGES_BEFORE.get(token_text(tokens, end - 1), ()):
            begin = end - len(hedge.words)
            if begin >= 0 and tuple(token.text for token in tokens[begin:end]) == hedge.words:
                return hedge, begin
        if token_text(tokens, end - 1) not in CURRENCY_SIGNS | {"a", "the", "like", "good"}:
            break
    return None, first


def hedge_after(tokens: Sequence[Token], last: int) -> tuple[Hedge | None, int]:
    """Return the hedge that follows the number before token `last`, if any, and the token after both."""
    for gap in range(6):
        begin = last + gap
        for hedge in _HEDGES_AFTER.get(token_text(tokens, begin), ()):
            hyphened = gap == 1 and token_text(tokens, last) == "-"
            if gap and len(hedge.words) < 2 and hedge.words[0] not in _FAR and not hyphened:
                continue
            if tuple(token.text for token in tokens[begin : begin + len(hedge.words)]) == hedge.words:
                return hedge, (begin + len(hedge.words) if gap == 0 or hyphened else last)
        if not token_text(tokens, begin).isalpha() and token_text(tokens, begin) not in {"-", "%"}:
            break
    return None, last
