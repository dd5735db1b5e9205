"""Dates told from the day of the answer ("on Monday", "at the end of the year"), and ages ("when I was seventeen").

They are read only where a question asks when: elsewhere "last week" dates nothing that anybody would ask about again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile

from simulator.consistency.claim import Value
from simulator.consistency.dates import Dated
from simulator.consistency.numbers import Number
from simulator.consistency.phrases import phrases_of
from simulator.consistency.quantity import singular
from simulator.consistency.sentences import Token, token_text
from simulator.consistency.words import is_content
from simulator.english import WEEKDAYS, words_of

_AT_ONCE = words_of("immediately tomorrow")
_SHIFTS = {"last": -1, "this": 0, "the": 0, "next": 1}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_EDGES = {"end": 1, "start": 0, "beginning": 0}


def read_relative(tokens: Sequence[Token], on: date | None) -> Iterator[Dated]:
    """Yield the dates in `tokens` that are told from `on`; none where that is not known."""
    for place, token in enumerate(tokens if on else ()):
        found = None
        if token.text in WEEKDAYS and on and token_text(tokens, place - 1) != "the":
            found = _weekday(tokens, place, on)
        elif token.text in {*_MONTHS_OF, "week"} and on:
            found = _period(tokens, place, on)
        elif (token.text in _AT_ONCE or _straight_away(tokens, place)) and on:
            found = Dated((Value("date", on.toordinal(), on.toordinal() + 7),), place, place + 1)
        if found:
            yield found


_BOUND = 5
"""Tokens beside a date within which "the earliest would be" or "or a bit later" bounds it."""
_NOT_BEFORE = phrases_of("earliest, soonest, not before, no earlier than, no sooner than, not until")
_NOT_AFTER = phrases_of("latest, no later than, not after")
_OR_EARLIER = phrases_of("or earlier, or sooner, bit earlier, bit sooner, little earlier, possibly earlier")
_OR_LATER = phrases_of("or later, bit later, little later, possibly later")


def bounded(tokens: Sequence[Token], dated: Dated) -> Dated:
    """Return a date to come with the days it leaves open: "the earliest would be mid March", "May or a bit earlier"."""
    before = _within_sentence([token.text for token in tokens[max(dated.first - _BOUND, 0) : dated.first]][::-1])[::-1]
    after = _within_sentence([token.text for token in tokens[dated.last : dated.last + _BOUND]])
    beside = [*before, ";", *after]
    opens_down = _NOT_AFTER.found(beside) or _OR_EARLIER.found(after)
    opens_up = _NOT_BEFORE.found(beside) or _OR_LATER.found(after)
    days = [value for value in dated.values if value.kind == "date"]
    if not days or not (opens_down or opens_up):
        return dated
    low = date.min.toordinal() if opens_down else days[0].low
    high = date.max.toordinal() if opens_up else days[0].high
    return replace(dated, values=(Value("date", low, high),))


def _within_sentence(words: Sequence[str]) -> list[str]:
    return list(takewhile(lambda word: word not in {".", ";"}, words))


_TIMES_OF_YEAR = {
    "easter": ((3, 4),), "christmas": ((12, 12),), "xmas": ((12, 12),), "spring": ((3, 5),), "summer": ((6, 8),),
    "autumn": ((9, 11),), "winter": ((12, 12), (1, 2)),
}  # fmt: skip
_LEADS_TO = words_of("in by after before until till at over the this next last around from")


def read_times_of_year(tokens: Sequence[Token]) -> Iterator[Dated]:
    """Yield feasts and seasons as the months they may mean: "before Easter" may be February, "after" it May."""
    for place, token in enumerate(tokens):
        months = _TIMES_OF_YEAR.get(token.text, ())
        before = [token_text(tokens, place - back) for back in (1, 2)]
        if not months or before[0] not in _LEADS_TO:
            continue
        earlier, later = bool({"before", "by"} & set(before)), "after" in before
        values = tuple(Value("month", max(low - earlier, 1), min(high + later, 12)) for low, high in months)
        yield Dated(values, place - 1, place + 1)


def read_ages(tokens: Sequence[Token], numbers: Sequence[Number]) -> Iterator[Dated]:
    """Yield ages at which something happened: "at 25", "when I was seventeen"."""
    for number in numbers:
        before, further = (token_text(tokens, number.first - back) for back in (1, 2))
        after = token_text(tokens, number.last)
        at_age = before in {"at", "aged"} or (before in {"was", "turned"} and further in {"i", "i'd"})
        if at_age and 4 <= number.low <= 70 and not is_content(after) and after not in {"%", "percent", ":", "o'clock"}:
            yield Dated(
                (Value("age", number.low - 0.5, number.high + 0.5),),
                number.first - (before in {"at", "aged"}),
                number.last,
            )


def coming_month(values: Sequence[Value], on: date | None) -> tuple[Value, ...]:
    """Return `values` of a month, or a day in it, with the date of its next coming, for what lies ahead of `on`."""
    month = next((int(value.low) for value in values if value.kind == "month"), 0)
    if not month or on is None or any(value.kind in {"date", "end"} for value in values):
        return tuple(values)
    whole = _months(on.year + (month < on.month), month, 1)
    days = next((value for value in values if value.kind == "day"), None)
    if days is None:
        return (*values, whole)
    before = whole.low - 31 * month - 1
    return (*values, Value("date", before + days.low, before + days.high))


def _months(year: int, month: int, count: int) -> Value:
    last = year + (month + count - 1) // 12, (month + count - 1) % 12 + 1
    return Value("date", date(year, month, 1).toordinal(), date(*last, 1).toordinal() - 1)


def _weekday(tokens: Sequence[Token], place: int, on: date) -> Dated:
    ahead = (WEEKDAYS.index(tokens[place].text) - on.weekday() - 1) % 7 + 1
    if token_text(tokens, place - 1) == "last":
        ahead -= 7
    day = (on + timedelta(days=ahead)).toordinal()
    slack = 7 if token_text(tokens, place - 1) == "next" else 0
    return Dated((Value("date", day, day + slack),), place, place + 1)


def _period(tokens: Sequence[Token], place: int, on: date) -> Dated | None:
    """Read "last week", "next month", "this year", "the end of the year"."""
    unit, before = singular(tokens[place].text), token_text(tokens, place - 1)
    edge = token_text(tokens, place - 3) if token_text(tokens, place - 2) == "of" else ""
    if before not in _SHIFTS or (before == "the" and edge not in _EDGES):
        return None
    shift = _SHIFTS[before]
    if unit == "week":
        monday = on.toordinal() - on.weekday() + 7 * shift
        return Dated((Value("date", monday, monday + 6),), place - 1, place + 1)
    size = _MONTHS_OF[unit]
    first = (on.month - 1) // size * size + shift * size
    whole = _months(on.year + first // 12, first % 12 + 1, size)
    if edge in _EDGES:
        third = (whole.high - whole.low) / 8
        low, high = (whole.high - third, whole.high) if _EDGES[edge] else (whole.low, whole.low + third)
        return Dated((Value("date", low, high),), place - 3, place + 1)
    return Dated((whole,), place - 1, place + 1)


def _straight_away(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].text == "away" and token_text(tokens, place - 1) in {"straight", "right"}
