"""Claims with a figure: durations, counts, money and percentages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.consistency.amounts import read_money, read_percent
from simulator.consistency.claim import Value
from simulator.consistency.counts import read_count, read_none
from simulator.consistency.durations import MONTHS, read_bare_years, read_duration, read_wordy
from simulator.consistency.numbers import Number
from simulator.consistency.quantity import Quantity, singular
from simulator.consistency.sentences import Token, token_text, touching
from simulator.consistency.words import UNIT_WORDS, is_content, is_plural
from simulator.english import ORDINAL_ENDINGS, words_of

_LABELS = words_of(
    "year level grade phase stage room unit tier version windows python iso class type band route number no "
    "section key covid chapter page bus flat platform gate step form part channel"
)
_CLOCK = frozenset({"at", "by", "before", "until", "till", "past", "after"})


def read_quantities(tokens: Sequence[Token], numbers: Sequence[Number], asked: str, noun: str) -> Iterator[Quantity]:
    """Yield what the `numbers` in `tokens` are of; `asked` is the kind the question asks for, `noun` what it counts."""
    taken = 0
    before: tuple[Number, Quantity] | None = None
    for number in numbers:
        if number.first < taken or _is_label(tokens, number):
            continue
        found = (
            _same_unit(tokens, number, before)
            or _of_those(tokens, number, before)
            or read_duration(tokens, number)
            or read_bare_years(tokens, number, asked, noun)
            or (_elliptical(tokens, number, before) if asked == "duration" else None)
            or (_as_many(tokens, number, before) if asked == "percent" else None)
            or read_percent(tokens, number, asked)
            or read_money(tokens, number, asked)
            or read_count(tokens, number, asked, noun)
        )
        if found is not None:
            taken = found.last
            before = number, found
            yield found
    yield from read_wordy(tokens)
    nothing = read_none(tokens, noun) if asked == "count" else None
    if nothing is not None:
        yield nothing


def _same_unit(tokens: Sequence[Token], number: Number, before: tuple[Number, Quantity] | None) -> Quantity | None:
    """Read the second figure of "from 50 minutes to 20", whose unit stands with the first."""
    if before is None or token_text(tokens, number.first - 1) != "to" or before[1].last != number.first - 1:
        return None
    if token_text(tokens, number.last)[:1].isalpha() and is_content(token_text(tokens, number.last)):
        return None
    if (
        token_text(tokens, number.last) in {"%", "percent"}
        or singular(token_text(tokens, number.last)) in MONTHS
        or not before[0].high
    ):
        return None
    figure, quantity = before
    unit = (quantity.values[0].low + quantity.values[0].high) / (figure.low + figure.high)
    if not 0 < unit < math.inf:
        return None
    value = Value(quantity.kind, number.low * unit, number.high * unit)
    return replace(quantity, values=(value,), first=number.first, last=number.last, rough=number.rough)


def _of_those(tokens: Sequence[Token], number: Number, before: tuple[Number, Quantity] | None) -> Quantity | None:
    """Read the second figure of "fourteen years, six of them leading people": they are years as well."""
    if before is None or before[1].kind != "duration" or not before[0].high or number.fraction:
        return None
    said = [token_text(tokens, number.last), token_text(tokens, number.last + 1)]
    between = {token.text for token in tokens[before[1].last : number.first]}
    if said[0] != "of" or said[1] not in {"them", "those", "these", "which"} or "." in between:
        return None
    return _in_unit_of(*before, number)


_TAKES_UP = frozenset({"after", "for", "in", "took", "was", "became", "nearer"})
"""What stands before a figure whose unit was said before."""


def _elliptical(tokens: Sequence[Token], number: Number, before: tuple[Number, Quantity] | None) -> Quantity | None:
    """Read the second figure of "we'd said six weeks and were done after seven", whose unit was said before."""
    ends = token_text(tokens, number.last) in {".", ",", "", ";"}
    if before is None or before[1].kind != "duration" or before[1].rough or not before[0].high or not ends:
        return None
    if number.fraction or token_text(tokens, number.first - 1) not in _TAKES_UP:
        return None
    return _in_unit_of(*before, number)


def _in_unit_of(figure: Number, quantity: Quantity, number: Number) -> Quantity:
    """Return `number` as a stretch in the unit in which `figure` makes the stretch `quantity`."""
    unit = (quantity.values[0].low + quantity.values[0].high) / (figure.low + figure.high)
    value = Value("duration", number.low * unit, number.high * unit)
    return Quantity("duration", (value,), "", "", "", number.first, number.last, number.rough)


def _as_many(tokens: Sequence[Token], number: Number, before: tuple[Number, Quantity] | None) -> Quantity | None:
    """Read the second figure of "we had 90 complaints and then it was 60" as one of what was counted before."""
    bare = token_text(tokens, number.last) in {".", ",", "", ";", "now"}
    if before is None or before[1].kind != "count" or not before[1].about or not bare or number.fraction:
        return None
    value = Value("count", number.low, number.high)
    return Quantity("count", (value,), before[1].about, before[1].per, "", number.first, number.last, number.rough)


def _is_label(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether the number names something ("Year 5", "2:1", "at nine", "24/7") and counts nothing."""
    before, after = token_text(tokens, number.first - 1), token_text(tokens, number.last)
    if before in _LABELS or before == "#":
        return True
    ratio = after in {":", "/"} and touching(tokens, number.last) and touching(tokens, number.last + 1)
    if ratio or (before in {":", "/"} and touching(tokens, number.first)):
        return True
    if after in ORDINAL_ENDINGS | {"am", "pm", "a.m", "p.m", "o'clock"}:
        return True
    bare = not after[:1].isalpha() and after not in {"%", "-", "+"}
    if before == "at" and number.low == number.high <= 12 and after[:1].isalpha():
        bare = not is_plural(after) and after not in UNIT_WORDS  # "I'm up at five whatever happens"
    return before in _CLOCK and bare and number.high <= 24 and not number.fraction
