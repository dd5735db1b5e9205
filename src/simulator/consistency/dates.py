"""Claims with a date: years, months, seasons, days, stretches of years, and dates relative to the answer's day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from simulator.consistency.claim import Value
from simulator.consistency.numbers import Number
from simulator.consistency.sentences import Token, token_text
from simulator.english import CURRENCY_SIGNS, MONTHS, ORDINAL_ENDINGS, ORDINALS, TENS, words_of

_MONTHS = {short: number for number, name in enumerate(MONTHS, start=1) for short in (name, name[:3])} | {"sept": 9}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 14)}
_CLEAR_BEFORE = words_of("in since until till of last this next by early late mid end from to and or , on before after")
_AMBIGUOUS = frozenset({"may", "march", "fall", "spring", "mar", "dec", "sep", "jan", "jun"})
_YEAR_DAYS = 365.25


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text: its readings, and the tokens that say it (`last` not included)."""

    values: tuple[Value, ...]
    first: int
    last: int


def read_dates(tokens: Sequence[Token], numbers: Sequence[Number], on: date | None) -> Iterator[Dated]:
    """Yield the dates in `tokens`; `on`, the day of the answer, resolves "last June" and how long "since 2019" is."""
    years = {number.first: number for number in numbers if _is_year(tokens, number)}
    place = 0
    while place < len(tokens):
        dated = _month_or_season(tokens, place, years, on)
        if dated is None and place in years:
            dated = _year(tokens, years[place], years, on)
        if dated is None:
            place += 1
            continue
        yield dated
        place = max(dated.last, place + 1)


def _is_year(tokens: Sequence[Token], number: Number) -> bool:
    if not number.digits or number.scaled or number.low % 1 or not 1950 <= number.low <= number.high <= 2049:
        return False
    digits = "".join(token.text for token in tokens[number.first : number.last])
    return "," not in digits and "." not in digits and token_text(tokens, number.first - 1) not in CURRENCY_SIGNS


def _role(tokens: Sequence[Token], first: int) -> str:
    for back in range(1, 4):
        word = token_text(tokens, first - back)
        if word in {"since", "from"}:
            return "start"
        if word in {"until", "till"}:
            return "end"
        if word not in {"the", "end", "of", "start", "beginning", "about", "around", "early", "late", "mid", "-"}:
            break
    return "date"


def _days(year: float, first_month: int, last_month: int) -> tuple[float, float]:
    low = date(int(year), first_month, 1).toordinal()
    beyond = int(year) + last_month // 12, last_month % 12 + 1
    return low, date(*beyond, 1).toordinal() - 1


def _with_length(values: list[Value], role: str, on: date | None) -> tuple[Value, ...]:
    """Add to a date how long ago it was, so that "since 2019" meets "for six years"."""
    if on is not None and role == "start":
        first = values[0]
        low = (on.toordinal() - first.high) / _YEAR_DAYS * 12
        high = (on.toordinal() - first.low) / _YEAR_DAYS * 12
        if high > 0:
            # People count begun years as well as full ones.
            values.append(Value("duration", max(low, 0) - 2, high + 2))
    return tuple(values)


def _year(tokens: Sequence[Token], number: Number, years: dict[int, Number], on: date | None) -> Dated:
    low, high, first = _part_of_year(tokens, number)
    role = _role(tokens, number.first)
    link, other = token_text(tokens, number.last), years.get(number.last + 1)
    if number.high > number.low:
        return _stretch(number.low, number.high, number.first, number.last)
    between = link == "and" and token_text(tokens, number.first - 1) == "between"
    linked = between or link in {"to", "-", "–", "till", "until"}
    if linked and other is not None and other.low > number.low:
        return _stretch(number.low, other.low, number.first, other.last)
    values = [Value("end" if role == "end" else "date", low, high)]
    first = _with_preposition(tokens, first)
    return Dated(_with_length(values, role, on), first, number.last)


def _part_of_year(tokens: Sequence[Token], number: Number) -> tuple[float, float, int]:
    low, high = _days(number.low, 1, 12)
    first = number.first
    before, further = token_text(tokens, first - 1), token_text(tokens, first - 2)
    if before == "-":
        before, first = further, first - 1
    if before in {"early", "mid", "late"}:
        quarter = (high - low) / 3
        place = ("early", "mid", "late").index(before)
        return low + place * quarter - 30, low + (place + 1) * quarter + 30, first - 1
    if before == "of" and further in {"end", "start", "beginning"}:
        span = (high - 100, high) if further == "end" else (low, low + 100)
        return *span, first - 2 - (token_text(tokens, first - 3) == "the")
    return low, high, number.first


def _stretch(first_year: float, last_year: float, first: int, last: int) -> Dated:
    months = (last_year - first_year) * 12
    values = (
        Value("date", *_days(first_year, 1, 12)),
        Value("end", *_days(last_year, 1, 12)),
        Value("duration", months - 11, months + 11),
    )
    return Dated(values, first, last)


def _with_preposition(tokens: Sequence[Token], first: int) -> int:
    while token_text(tokens, first - 1) in {"the", "of", "end", "start", "beginning"}:
        first -= 1
    return first - 1 if token_text(tokens, first - 1) in {"in", "since", "from", "until", "till", "on"} else first


def _month_or_season(tokens: Sequence[Token], place: int, years: dict[int, Number], on: date | None) -> Dated | None:
    """Read "March", "the 3rd of March 2021", "last June", "the week of 4 May", "in the spring of 2020"."""
    word = token_text(tokens, place)
    if word not in _MONTHS and word not in _SEASONS:
        return None
    last = place + 1
    day, first = _day_around(tokens, place)
    if day and first == place:
        last = place + (3 if token_text(tokens, place + 2) in ORDINAL_ENDINGS else 2)
    ahead = last + (token_text(tokens, last) in {"of", ","})
    year: float | None = None
    if ahead in years:
        year, last = years[ahead].low, years[ahead].last
    before, after = token_text(tokens, place - 1), (token_text(tokens, last), token_text(tokens, last + 1))
    if year is None and not day and after != ("before", "last") and not _is_date(tokens[place], before):
        return None
    months = _SEASONS.get(word) or (_MONTHS[word], _MONTHS[word])
    if year is None and on is not None:
        year, last = _relative_year(before, after, months[1], on, last)
    part, opening = _part_of_month(tokens, place, day)
    values = _within_year(word, months[0], part)
    role = _role(tokens, first)
    if year is not None:
        low, high = _days(year, months[0], min(months[1], 12))
        slack = 31 if word in _SEASONS else 0
        kind = role if role == "end" else "date"
        values.insert(0, Value(kind, low - slack, high + slack + 31 * max(months[1] - 12, 0)))
    first = opening if first == place else first
    return Dated(_with_length(values, role if year is not None else "", on), _with_preposition(tokens, first), last)


def _part_of_month(tokens: Sequence[Token], place: int, day: int) -> tuple[tuple[int, int] | None, int]:
    """Return the days of the month at `place` that are meant ("the end of", "the first week of"; None: all of it).

    Beside them stands the token at which that begins; `day` is the day that is named, 0 where none is.
    """
    before, further = token_text(tokens, place - 1), token_text(tokens, place - 2)
    week = _WEEKS.get(token_text(tokens, place - 3)) if (further, before) == ("week", "of") else None
    if week:
        return week, place - 3
    part = _PARTS_OF_MONTH.get(further if before == "of" else before, (day, day) if day else None)
    if before in {"last", "this", "next", "early", "late", "mid"}:
        return part, place - 1
    return part, place - 2 if before == "of" and part else place


def _is_date(token: Token, before: str) -> bool:
    """Return whether a month or season without a day or year is one: "may" and "march" have other uses."""
    if token.text in _SEASONS:
        return before in {"last", "this", "next"}
    return before in _CLEAR_BEFORE or (token.text not in _AMBIGUOUS and token.capital)


_PARTS_OF_MONTH = {
    **dict.fromkeys(("beginning", "start", "early"), (-5, 12)), **dict.fromkeys(("middle", "mid"), (8, 22)),
    **dict.fromkeys(("end", "late"), (18, 36)),
}  # fmt: skip
_WEEKS = {"first": (-1, 9), "second": (6, 16), "third": (13, 23), "fourth": (20, 30), "last": (21, 34)}
"""The days that a part of a month may mean; the end of one is close to the beginning of the next."""


def _within_year(word: str, month: int, days: tuple[int, int] | None) -> list[Value]:
    if word in _SEASONS:
        return []
    whole = [Value("month", month, month)]
    return [Value("day", 31 * month + days[0], 31 * month + days[1]), *whole] if days else whole


def _day_around(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Return the day of the month beside the month at `place` (0 where there is none) and the date's first token."""
    back = place - 1
    if token_text(tokens, back) == "of":
        back -= 1
    if token_text(tokens, back) in ORDINAL_ENDINGS:
        back -= 1
    word = token_text(tokens, back)
    if word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        return int(word), back - (token_text(tokens, back - 1) == "the")
    if word in ORDINALS and (token_text(tokens, place - 1) == "of" or token_text(tokens, back - 1) == "the"):
        return _spoken_day(tokens, back)
    word = token_text(tokens, place + 1)
    if word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31:
        return int(word), place
    return 0, place


def _spoken_day(tokens: Sequence[Token], place: int) -> tuple[int, int]:
    """Return the day that ends with the ordinal at `place` ("the twenty-second") and its first token."""
    day, first = ORDINALS[token_text(tokens, place)], place
    gap = 2 if token_text(tokens, place - 1) == "-" else 1
    tens = TENS.get(token_text(tokens, place - gap), 0)
    if tens and day < 10:
        day, first = day + tens, place - gap
    return (day, first - (token_text(tokens, first - 1) == "the")) if day <= 31 else (0, place)


def _relative_year(before: str, after: tuple[str, str], month: int, on: date, last: int) -> tuple[float | None, int]:
    if after in {("this", "year"), ("last", "year"), ("next", "year")}:
        shift = {"this": 0, "last": -1, "next": 1}[after[0]]
        return on.year + shift, last + 2
    if after == ("before", "last"):
        return on.year - (month >= on.month) - 1, last + 2
    if before == "last":
        return on.year - (month >= on.month), last
    if before == "next":
        return on.year + (month <= on.month), last
    if before == "this":
        return on.year, last
    return None, last


def moment(months: Value, role: str, on: date | None) -> tuple[Value, ...]:
    """Return the date that lies `months` before ("ago") or after ("ahead") `on`; nothing where `on` is unknown."""
    if on is None or months.high > 1200:
        return ()
    sign = -1 if role == "ago" else 1
    edges = sorted(on + sign * timedelta(days=edge * _YEAR_DAYS / 12) for edge in (months.low, months.high))
    slack = 182 if months.low >= 8 else 10
    return (Value("date", edges[0].toordinal() - slack, edges[1].toordinal() + slack),)
