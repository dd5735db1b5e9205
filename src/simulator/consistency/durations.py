"""Stretches of time: "five years", "a year and a half", "half a decade", "a fortnight"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.consistency.claim import Value
from simulator.consistency.hedges import ROUGHLY
from simulator.consistency.numbers import Number
from simulator.consistency.quantity import Quantity, per_what, singular
from simulator.consistency.sentences import Token, token_text
from simulator.consistency.words import FUNCTION_WORDS
from simulator.english import CURRENCY_SIGNS, ORDINALS, words_of

MONTHS = {
    "year": 12.0, "yr": 12.0, "month": 1.0, "week": 12 / 52, "fortnight": 24 / 52, "day": 12 / 365, "decade": 120.0,
    "hour": 12 / 365 / 24, "hr": 12 / 365 / 24, "minute": 12 / 365 / 24 / 60, "min": 12 / 365 / 24 / 60,
}  # fmt: skip
_GRAIN = 0.35
"""The share of a unit of time by which "three years" may be off."""


_AGES = frozenset({"i'm", "im", "am", "was", "turned", "aged", "age", "be", "he's", "she's", "i"})


_PEOPLE_ARE = words_of("are were we're they're")


def read_bare_years(tokens: Sequence[Token], number: Number, asked: str, noun: str) -> Quantity | None:
    """Return a figure without a unit as years, where those were asked for and nothing else is counted."""
    after = token_text(tokens, number.last)
    if asked != "duration" or noun != "year" or number.fraction or not 1 <= number.high <= 60:
        return None
    if after[:1].isalpha() and after not in {"if", "now", "or", "altogether", "so", "i", "including", "counting", "in"}:
        return None
    if token_text(tokens, number.first - 1) in _AGES or token_text(tokens, number.first - 2) in {"age", "was"}:
        return None  # "I'm forty-one now"
    if token_text(tokens, number.first - 1) in _PEOPLE_ARE:
        return None  # "We are eight in the team"
    if after in {"-", "%", "/", ":"} or token_text(tokens, number.first - 1) in CURRENCY_SIGNS | {"at", "age"}:
        return None
    grain = 0 if number.rough else _GRAIN * 12
    value = Value("duration", number.low * 12 - grain, number.high * 12 + grain)
    return Quantity("duration", (value,), "", "", "", number.first, number.last, number.rough)


_BEFORE_UNIT = words_of("full whole good long solid happy straight calendar working more plus")
"""What stands between a figure and its unit of time: "five full years"."""


def read_duration(tokens: Sequence[Token], number: Number) -> Quantity | None:
    """Return `number` as a stretch of time, if a unit of time follows it."""
    last = number.last
    if number.fraction:
        # "half a decade", "three quarters of a year", "half an hour"
        last += token_text(tokens, last) == "of"
        if token_text(tokens, last) not in {"a", "an"}:
            return None
        last += 1
    elif token_text(tokens, last) == "-":
        last += 1
    last += token_text(tokens, last) in _BEFORE_UNIT
    unit = singular(token_text(tokens, last).removesuffix("'s"))  # "one month's notice"
    if unit not in MONTHS:
        return None
    last += 1
    low, high = number.low, number.high
    half = _and_a_half(tokens, last)
    if half:
        low, high, last = low + 0.5, high + 0.5, last + half
    if _is_moment(tokens, number, last):
        return None
    months = MONTHS[unit]
    grain = _GRAIN if unit in {"year", "yr", "month", "week", "decade"} and not number.rough else 0
    low, high = (low - min(grain, low / 4)) * months, (high + min(grain, high / 4)) * months
    per, end = per_what(tokens, last)
    role = _use_of(tokens, number.first, last)
    return Quantity("duration", (Value("duration", low, high),), "", per, role, number.first, end, number.rough)


def _is_moment(tokens: Sequence[Token], number: Number, last: int) -> bool:
    """Return whether a unit of time names a moment: "there was one month when ...", "every two weeks"."""
    if number.low == number.high == 1 and token_text(tokens, last) in {"when", "where", "the", "i", "we", "they", "he"}:
        return True
    return token_text(tokens, number.first - 1) in {"every", "each", "any"}


def _and_a_half(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens "and a half" takes at `place`: none where it does not stand there."""
    if token_text(tokens, place) != "and":
        return 0
    if token_text(tokens, place + 1) == "half":
        return 2
    return 3 if token_text(tokens, place + 2) == "half" else 0


def _use_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Return how the stretch from token `first` to `last` is used: `ago`, `ahead`, `later`, or empty."""
    if "old" in (token_text(tokens, last), token_text(tokens, last + 1)):
        return "age"
    if singular(token_text(tokens, last - 1)) in {"hour", "hr", "minute", "min"}:
        return ""  # "in twenty minutes" is how long something takes
    if token_text(tokens, last) in {"ago", "back"}:
        return "ago"
    if token_text(tokens, last) in {"later", "after", "early", "late", "behind", "ahead"}:
        return "later"
    if token_text(tokens, last) == "before" and token_text(tokens, last + 1) in {"that", "then"}:
        return "later"
    if token_text(tokens, first - 1) in {"in", "within"} and token_text(tokens, last) not in {"of", "in", "as"}:
        return "ahead"
    notice = "notice" in (token_text(tokens, last), token_text(tokens, last + 1))  # "after two months' notice"
    link = token_text(tokens, last) in {"of", "in", "as", "at", "with"}
    if token_text(tokens, first - 1) == "after" and not link and not notice:
        return "later"
    return ""


_MULTIPLES = {"doubled": 100.0, "tripled": 200.0, "trebled": 200.0, "quadrupled": 300.0, "halved": 50.0}


def read_wordy(tokens: Sequence[Token]) -> Iterator[Quantity]:
    """Yield figures without a number: "sales doubled", "a year", "a fortnight", "a decade"."""
    for place, token in enumerate(tokens):
        if token.text in _MULTIPLES:
            change = _MULTIPLES[token.text]
            share = Value("percent", change * (1 - ROUGHLY), change * (1 + ROUGHLY))
            yield Quantity("percent", (share,), "", "", "", place, place + 1, rough=True)
        stretch = _unit_at(tokens, place) if token.text in {"a", "an"} else _begun(tokens, place)
        if stretch is not None:
            yield stretch


def _begun(tokens: Sequence[Token], place: int) -> Quantity | None:
    """Read "in my fourth year" as three to four full years; the first year of anything is told of by itself."""
    count, unit = ORDINALS.get(tokens[place].text, 0), token_text(tokens, place + 1)
    if count < 2 or unit not in {"year", "month", "week"} or token_text(tokens, place - 1) not in {"my", "our"}:
        return None
    value = Value("duration", (count - 1.25) * MONTHS[unit], (count + 0.25) * MONTHS[unit])
    return Quantity("duration", (value,), "", "", "", place - 1, place + 2, rough=True)


def _unit_at(tokens: Sequence[Token], place: int) -> Quantity | None:
    """Read "a year", "nearly a year and a half", "the best part of a month" whose article is at `place`."""
    place_of_unit = place + 1 + (token_text(tokens, place + 1) in {"full", "whole", "good", "solid"})
    unit = token_text(tokens, place_of_unit).removesuffix("'s")
    if unit not in MONTHS or unit == "minute" or token_text(tokens, place_of_unit + 1).isdigit():
        return None
    before, further = token_text(tokens, place - 1), token_text(tokens, place - 2)
    most = before == "of" and further == "part"
    if not most and (before in _RATES or not _is_stretch(before)):
        return None
    last = place_of_unit + 1
    low = high = MONTHS[unit]
    give = 0.2
    half = _and_a_half(tokens, last)
    if half:
        low, high, last, give = 1.5 * low, 1.5 * high, last + half, 0.15
    first = place
    if most:
        first = place - 3 - (token_text(tokens, place - 4) == "the")
        low = 0.7 * low
    elif before == "than" and further in {"less", "more", "longer", "shorter"}:
        # "Less than a week" may be three days.
        low, high = (low, high * 3) if further in {"more", "longer"} else (0, high)
        first = place - 2
    elif before in _HEDGES:
        first = place - 1
        give += 0.1
        high *= 1.5 if before == "over" and further not in {"just", "bit", "little"} else 1
    value = Value("duration", low * (1 - give), high * (1 + give))
    return Quantity("duration", (value,), "", "", _use_of(tokens, first, last), first, last, rough=True)


_RATES = frozenset({"twice", "once", "times", "half", "quarters", "of"})
_HEDGES = frozenset({"under", "nearly", "almost", "over", "about", "around", "roughly"})


def _is_stretch(before: str) -> bool:
    """Return whether what stands before "a year" makes it a stretch of time, not a rate ("30,000 a year")."""
    return (
        not before[:1].isalnum()
        or before.replace("'", "") in FUNCTION_WORDS - {"times"}
        or before == "than"
        or before in {"took", "spent", "lasted", "under"}
    )
