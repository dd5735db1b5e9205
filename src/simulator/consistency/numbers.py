"""Reading numbers as people say them: digits, words, mixtures, ranges, approximations and bounds.

A number is an interval: "about forty" is 35 to 45, "over fifty" is 50 and more, "60-70k" is 60,000 to 70,000.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.consistency.hedges import hedge_after, hedge_before
from simulator.consistency.sentences import Token, token_text, touching
from simulator.english import CURRENCY_SIGNS, TENS, UNITS

_SCALES = {
    "hundred": 1e2, "hundreds": 1e2, "thousand": 1e3, "thousands": 1e3, "k": 1e3, "grand": 1e3, "lakh": 1e5,
    "million": 1e6, "millions": 1e6, "m": 1e6, "mn": 1e6, "mil": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "dozen": 12, "dozens": 12, "score": 20,
}  # fmt: skip
_ATTACHED = frozenset({"k", "m", "mn", "bn", "b"})
_FRACTIONS = {
    "half": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fifth": 1 / 5,
    "fifths": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8, "tenth": 1 / 10, "tenths": 1 / 10,
}  # fmt: skip
_EUROPEAN = re.compile(r"[1-9]\d{0,2}\.\d00")
"""Thousands with a full stop, as "72.000"; other figures with one are decimals."""
_PARTS = frozenset(part for part in _FRACTIONS if part.endswith("s"))
_FEW_PARTS = frozenset("2345789")
_WHOLES = frozenset({3, 4, 5, 6, 8, 10, 12, 20, 100})
"""Of how many a share is told: "six in ten"."""
_AGES = frozenset({"year", "month", "week", "day"})
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: what it may be at least and at most, and the tokens that say it (`last` not included)."""

    low: float
    high: float
    first: int
    last: int
    rough: bool = False
    fraction: bool = False
    """Whether it is a share of something ("two thirds")."""
    digits: bool = False
    """Whether it is written in digits."""
    scaled: bool = False
    """Whether it carries "thousand", "k", "million" ..."""


def read_numbers(tokens: Sequence[Token]) -> list[Number]:
    """Return the numbers in `tokens`, in order, each the longest that can be read at its place."""
    numbers: list[Number] = []
    place = 0
    while place < len(tokens):
        number = _range_at(tokens, place)
        if number is None:
            place += 1
            continue
        numbers.append(_hedged(tokens, number))
        place = max(number.last, place + 1)
    return numbers


def _range_at(tokens: Sequence[Token], place: int) -> Number | None:
    first = _simple_at(tokens, place)
    if first is None:
        return None
    link = token_text(tokens, first.last)
    between = link == "and" and token_text(tokens, place - 1) == "between"
    if link == "," and token_text(tokens, place - 1) != ",":
        return _hesitating(tokens, first)
    if link not in {"-", "–", "to", "or"} and not between:
        return first
    ahead = first.last + 1
    if token_text(tokens, ahead) in CURRENCY_SIGNS | {"-"}:
        ahead += 1
    second = _simple_at(tokens, ahead)
    if second is None or second.fraction != first.fraction:
        return first
    low, high = first.low, second.high
    if second.scaled and not first.scaled and low < 1000:
        low *= next((scale for scale in (1e9, 1e6, 1e3, 1e2, 12) if second.high >= scale), 1)
    if not 0 < low < high or high > 3 * low:
        return first
    return replace(first, low=low, high=high, last=second.last, rough=True, scaled=first.scaled or second.scaled)


def _hesitating(tokens: Sequence[Token], first: Number) -> Number:
    """Read "eighty, eighty-five hives" and "two, three years" as a range; a third figure makes it a list."""
    second = _simple_at(tokens, first.last + 1)
    if second is None or second.fraction or first.fraction or token_text(tokens, second.last) in {",", "and", "."}:
        return first
    close = second.low == first.low + 1 if first.low < 10 else first.low < second.low <= 1.25 * first.low
    if not close or not token_text(tokens, second.last)[:1].isalpha() or first.digits != second.digits:
        return first
    return replace(first, high=second.high, last=second.last, rough=True)


def _past(tokens: Sequence[Token], place: int, *words: str) -> int:
    """Return the place after token `place` if that is one of `words`, else `place`."""
    return place + (token_text(tokens, place) in words)


def _simple_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Return the number that begins at `place`, without hedges."""
    share = _fraction_at(tokens, place)
    if share is not None:
        return share
    number = _cardinal_at(tokens, place)
    if number is None:
        return None
    last = number.last
    following = [token_text(tokens, last + ahead) for ahead in range(3)]
    if following[:2] == ["and", "a"] and following[2] in {"half", "quarter"}:
        # "two and a half thousand": the half is of the scale that follows.
        number = _exactly(number, number.low + _FRACTIONS[following[2]], last + 3)
        scale = _SCALES.get(token_text(tokens, number.last))
        if scale is not None and not number.scaled:
            return replace(_exactly(number, number.low * scale, number.last + 1), scaled=True)
    elif following[0] in _SIGNS:
        number = _exactly(number, number.low + _SIGNS[following[0]], last + 1)
    return number


def _exactly(number: Number, value: float, last: int) -> Number:
    return replace(number, low=value, high=value, last=last)


def _fraction_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read "half", "a third", "two thirds", "half a dozen", "a quarter of a million", "six in ten"."""
    word, following = token_text(tokens, place), token_text(tokens, place + 1)
    if word in _SIGNS:
        return Number(_SIGNS[word], _SIGNS[word], place, place + 1, fraction=True)
    if word == "half":
        share, last = 0.5, place + 1
    elif word in {"a", "one"} and following in _FRACTIONS and following != "half":
        share, last = _FRACTIONS[following], place + 2
    else:
        count = UNITS.get(word, int(word) if word in _FEW_PARTS else 0)
        part = _past(tokens, place + 1, "-")
        if count < 2 or token_text(tokens, part) not in _PARTS:
            return _share_of_at(tokens, place)
        share, last = count * _FRACTIONS[token_text(tokens, part)], part + 1
    ahead = _past(tokens, _past(tokens, last, "of"), "a")
    scale = _SCALES.get(token_text(tokens, ahead))
    if scale is not None and ahead > last:
        return Number(share * scale, share * scale, place, ahead + 1, scaled=scale >= 1000)
    return Number(share, share, place, last, fraction=True)


def _share_of_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read "nine out of ten" and "six in ten"."""
    part = _cardinal_at(tokens, place)
    if part is None:
        return None
    last = part.last
    if token_text(tokens, last) not in {"in", "out"} and token_text(tokens, last + 1) in {"in", "out"}:
        last += 1  # "one week out of every four"
    if token_text(tokens, last) == "out" and token_text(tokens, last + 1) == "of":
        last += 2
    elif token_text(tokens, last) == "in":
        last += 1
    else:
        return None
    whole = _cardinal_at(tokens, _past(tokens, last, "every"))
    if whole is None or whole.low not in _WHOLES or not 0 < part.low <= whole.low:
        return None
    share = part.low / whole.low
    return Number(share, share, place, whole.last, fraction=True)


def _cardinal_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Return the whole number or decimal at `place`, with the scales that follow it."""
    word, following = token_text(tokens, place), token_text(tokens, place + 1)
    if word[:1].isdigit():
        value = _digits(word)
        return None if value is None else _scaled(tokens, Number(value, value, place, place + 1, digits=True))
    if word in {"a", "an"}:
        if following in _SCALES and len(following) > 2:
            return _scaled(tokens, Number(1, 1, place, place + 1))
        return Number(2, 2, place, _past(tokens, place + 2, "of")) if following == "couple" else None
    return _words_at(tokens, place)


def _digits(word: str) -> float | None:
    if len(word) > 18:
        return None
    head, *groups = word.split(",")
    if groups and all(len(group.split(".")[0]) == 3 for group in groups) and len(head) <= 3:
        word = word.replace(",", "")
    elif groups:
        word = word.replace(",", ".")
    elif _EUROPEAN.fullmatch(word):
        word = word.replace(".", "")
    try:
        value = float(word)
    except ValueError:  # "1.2.3" is a version or a date, "٣.٣" may be anything
        return None
    return value


def _words_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read a number in words, such as "thirty-two", "one hundred and five" or "twenty nineteen"."""
    small = _below_hundred(tokens, place)
    if small is None:
        return None
    value, last = small
    year = _below_hundred(tokens, last) if value in {19, 20} else None
    if year is not None and year[0] >= 10:
        return Number(value * 100 + year[0], value * 100 + year[0], place, year[1], digits=True)
    if token_text(tokens, last) == "point":
        part = _below_hundred(tokens, last + 1)
        if part is not None and part[0] < 10:
            value, last = value + part[0] / 10, part[1]
    return _scaled(tokens, Number(value, value, place, last))


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    """Return the number in words below a hundred at `place`, and the token after it."""
    word = token_text(tokens, place)
    if word in UNITS:
        return UNITS[word], place + 1
    if word not in TENS:
        return None
    ahead = _past(tokens, place + 1, "-")
    unit = UNITS.get(token_text(tokens, ahead), 0)
    # "Forty eight-year-olds" are forty.
    joined = token_text(tokens, ahead + 1) == "-" and token_text(tokens, ahead + 2) in _AGES
    if 0 < unit < 10 and not (joined and ahead == place + 1):
        return TENS[word] + unit, ahead + 1
    return TENS[word], place + 1


def _scaled(tokens: Sequence[Token], number: Number) -> Number:
    """Multiply `number` by the scales that follow ("two hundred thousand") and add what comes below them."""
    for _ in range(3):
        place = number.last
        if token_text(tokens, place) == "-" and len(token_text(tokens, place + 1)) > 2:
            place += 1
        word = token_text(tokens, place)
        if word not in _SCALES or (word in _ATTACHED and not touching(tokens, place)):
            break
        scale = _SCALES[word]
        number = replace(_exactly(number, number.low * scale, place + 1), scaled=number.scaled or scale >= 1000)
        if number.digits:
            break
        below = _below_scale(tokens, number.last, scale)
        if below is not None:
            number = _exactly(number, number.low + below[0], below[1])
    return number


def _below_scale(tokens: Sequence[Token], place: int, scale: float) -> tuple[float, int] | None:
    """Return what comes below a scale from `place` on ("two thousand", "and fifty"), and the token after it."""
    ahead = _past(tokens, place, "and")
    found = _below_hundred(tokens, ahead)
    figure = token_text(tokens, ahead)
    if ahead > place and len(figure) == 2 and figure.isdecimal():
        found = float(figure), ahead + 1
    if found is None or scale < 100 or found[0] >= scale:
        return None
    value, last = found
    return (value * 100, last + 1) if token_text(tokens, last) == "hundred" and scale > 100 else (value, last)


def _hedged(tokens: Sequence[Token], number: Number) -> Number:
    """Return `number` with the hedge that stands before or after it, as an interval."""
    hedge, first = hedge_before(tokens, number.first)
    last = number.last
    if hedge is None:
        hedge, last = hedge_after(tokens, number.last)
        first = number.first
    if hedge is None or _may_be_year(tokens, number):
        return number
    if number.rough and hedge.lower > 0 and hedge.upper < math.inf:
        return replace(number, first=first, last=last)
    return replace(
        number,
        low=number.low * hedge.lower,
        high=number.high * hedge.upper,
        first=first,
        last=last,
        rough=True,
    )


def _may_be_year(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether a number may be a year, of which an eighth more or less means nothing."""
    whole = number.digits and not number.scaled and 1950 <= number.low <= number.high <= 2049
    return whole and "," not in tokens[number.last - 1].text and not token_text(tokens, number.last)[:1].isalpha()
