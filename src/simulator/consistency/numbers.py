"""Reading numbers as people say them: digits, words, mixtures, ranges, approximations and bounds.

A number is an interval: "about forty" is 35 to 45, "over fifty" is 50 and more, "60-70k" is 60,000 to 70,000.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator.consistency.hedges import hedge_after, hedge_before
from simulator.consistency.sentences import Token
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
_FEW_PARTS = frozenset("2345789")
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


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if 0 <= place < len(tokens) else ""


def _touching(tokens: Sequence[Token], place: int) -> bool:
    """Return whether token `place` follows the one before it without a blank."""
    return 0 < place < len(tokens) and tokens[place].start == tokens[place - 1].end


def _range_at(tokens: Sequence[Token], place: int) -> Number | None:
    first = _simple_at(tokens, place)
    if first is None:
        return None
    link = _text(tokens, first.last)
    between = link == "and" and _text(tokens, place - 1) == "between"
    if link == "," and _text(tokens, place - 1) != ",":
        return _hesitating(tokens, first)
    if link not in {"-", "–", "to", "or"} and not between:
        return first
    ahead = first.last + 1
    if _text(tokens, ahead) in CURRENCY_SIGNS | {"-"}:
        ahead += 1
    second = _simple_at(tokens, ahead)
    if second is None or second.fraction != first.fraction:
        return first
    low, high = first.low, second.high
    if second.scaled and not first.scaled and low < 1000:
        low *= next(scale for scale in (1e9, 1e6, 1e3, 1e2, 12, 1) if second.high >= scale)
    if not 0 < low < high or high > 3 * low:
        return first
    return replace(first, low=low, high=high, last=second.last, rough=True, scaled=first.scaled or second.scaled)


def _hesitating(tokens: Sequence[Token], first: Number) -> Number:
    """Read "eighty, eighty-five hives" and "two, three years" as a range; a third figure makes it a list."""
    second = _simple_at(tokens, first.last + 1)
    if second is None or second.fraction or first.fraction or _text(tokens, second.last) in {",", "and", "."}:
        return first
    close = second.low == first.low + 1 if first.low < 10 else first.low < second.low <= 1.25 * first.low
    if not close or not _text(tokens, second.last)[:1].isalpha() or first.digits != second.digits:
        return first
    return replace(first, high=second.high, last=second.last, rough=True)


def _simple_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Return the number that begins at `place`, without hedges."""
    share = _fraction_at(tokens, place)
    if share is not None:
        return share
    found = _cardinal_at(tokens, place)
    if found is None:
        return None
    value, last, scaled, digits = found
    if (
        _text(tokens, last) == "and"
        and _text(tokens, last + 1) == "a"
        and _text(tokens, last + 2) in {"half", "quarter"}
    ):
        # "two and a half thousand": the half is of the scale that follows.
        value += _FRACTIONS[_text(tokens, last + 2)]
        last += 3
        scale = _SCALES.get(_text(tokens, last))
        if scale is not None and not scaled:
            return Number(value * scale, value * scale, place, last + 1, digits=digits, scaled=True)
    elif _text(tokens, last) in _SIGNS:
        value += _SIGNS[_text(tokens, last)]
        last += 1
    return Number(value, value, place, last, digits=digits, scaled=scaled)


def _fraction_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read "half", "a third", "two thirds", "half a dozen", "a quarter of a million", "six in ten"."""
    word = _text(tokens, place)
    if word in _SIGNS:
        return Number(_SIGNS[word], _SIGNS[word], place, place + 1, fraction=True)
    if word == "half":
        count, last = 0.5, place + 1
    elif word in {"a", "one"} and _text(tokens, place + 1) in _FRACTIONS and _text(tokens, place + 1) != "half":
        count, last = _FRACTIONS[_text(tokens, place + 1)], place + 2
    elif UNITS.get(word, int(word) if word in _FEW_PARTS else 0) > 1:
        gap = 2 if _text(tokens, place + 1) == "-" else 1
        part = _text(tokens, place + gap)
        if part in _FRACTIONS and part != "half" and part.endswith("s"):
            count, last = (UNITS.get(word) or int(word)) * _FRACTIONS[part], place + gap + 1
        else:
            return _share_of_at(tokens, place)
    else:
        return _share_of_at(tokens, place)
    ahead = last
    if _text(tokens, ahead) == "of":
        ahead += 1
    if _text(tokens, ahead) == "a":
        ahead += 1
    scale = _SCALES.get(_text(tokens, ahead))
    if scale is not None and ahead > last:
        return Number(count * scale, count * scale, place, ahead + 1, scaled=scale >= 1000)
    return Number(count, count, place, last, fraction=True)


def _share_of_at(tokens: Sequence[Token], place: int) -> Number | None:
    """Read "nine out of ten" and "six in ten"."""
    part = _cardinal_at(tokens, place)
    if part is None:
        return None
    last = part[1]
    if _text(tokens, last) not in {"in", "out"} and _text(tokens, last + 1) in {"in", "out"}:
        last += 1  # "one week out of every four"
    if _text(tokens, last) == "out" and _text(tokens, last + 1) == "of":
        last += 2
    elif _text(tokens, last) == "in":
        last += 1
    else:
        return None
    if _text(tokens, last) == "every":
        last += 1
    whole = _cardinal_at(tokens, last)
    if whole is None or whole[0] not in {3, 4, 5, 6, 8, 10, 12, 20, 100} or part[0] > whole[0] or part[0] <= 0:
        return None
    share = part[0] / whole[0]
    return Number(share, share, place, whole[1], fraction=True)


def _cardinal_at(tokens: Sequence[Token], place: int) -> tuple[float, int, bool, bool] | None:
    """Return the value at `place`, the token after it, whether it is scaled, and whether it is in digits."""
    word = _text(tokens, place)
    if word[:1].isdigit():
        value = _digits(word)
        if value is None:
            return None
        return _scaled(tokens, value, place + 1, digits=True)
    if word in {"a", "an"}:
        scale = _SCALES.get(_text(tokens, place + 1))
        if scale is not None and len(_text(tokens, place + 1)) > 2:
            return _scaled(tokens, 1, place + 1, digits=False)
        if _text(tokens, place + 1) == "couple":
            last = place + 3 if _text(tokens, place + 2) == "of" else place + 2
            return 2, last, False, False
        return None
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


def _words_at(tokens: Sequence[Token], place: int) -> tuple[float, int, bool, bool] | None:
    """Read a number in words, such as "thirty-two", "one hundred and five" or "twenty nineteen"."""
    small = _below_hundred(tokens, place)
    if small is None:
        return None
    value, last = small
    year = _below_hundred(tokens, last) if value in {19, 20} else None
    if year is not None and year[0] >= 10:
        return value * 100 + year[0], year[1], False, True
    if _text(tokens, last) == "point":
        part = _below_hundred(tokens, last + 1)
        if part is not None and part[0] < 10:
            value, last = value + part[0] / 10, part[1]
    return _scaled(tokens, value, last, digits=False)


def _below_hundred(tokens: Sequence[Token], place: int) -> tuple[float, int] | None:
    word = _text(tokens, place)
    if word in UNITS:
        return UNITS[word], place + 1
    if word not in TENS:
        return None
    gap = 2 if _text(tokens, place + 1) == "-" else 1
    unit = UNITS.get(_text(tokens, place + gap), 0)
    # "Forty eight-year-olds" are forty.
    apart = (
        gap == 1 and _text(tokens, place + 2) == "-" and _text(tokens, place + 3) in {"year", "month", "week", "day"}
    )
    if 0 < unit < 10 and not apart:
        return TENS[word] + unit, place + gap + 1
    return TENS[word], place + 1


def _scaled(tokens: Sequence[Token], value: float, place: int, *, digits: bool) -> tuple[float, int, bool, bool]:
    """Multiply `value` by the scales that follow ("two hundred thousand") and add what comes below them."""
    scaled = False
    for _ in range(3):
        word = _text(tokens, place)
        hyphen = word == "-" and _text(tokens, place + 1) in _SCALES and len(_text(tokens, place + 1)) > 2
        if hyphen:
            word = _text(tokens, place + 1)
        if word not in _SCALES or (word in _ATTACHED and not _touching(tokens, place)):
            break
        value *= _SCALES[word]
        scaled = scaled or _SCALES[word] >= 1000
        place += 2 if hyphen else 1
        if digits:
            break
        ahead = place + 1 if _text(tokens, place) == "and" else place
        rest = _below_hundred(tokens, ahead)
        if ahead > place and len(_text(tokens, ahead)) == 2 and _text(tokens, ahead).isdecimal():
            rest = float(_text(tokens, ahead)), ahead + 1
        if rest is not None and _SCALES[word] >= 100 and rest[0] < _SCALES[word]:
            below, after = rest
            if _text(tokens, after) == "hundred" and _SCALES[word] > 100:
                below, after = below * 100, after + 1
            value, place = value + below, after
    return value, place, scaled, digits


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
    return whole and "," not in tokens[number.last - 1].text and not _text(tokens, number.last)[:1].isalpha()
