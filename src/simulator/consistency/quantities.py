"""Claims with a figure: durations, counts, money and percentages."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.consistency.claim import Value
from simulator.consistency.numbers import ROUGHLY, Number
from simulator.consistency.sentences import Token
from simulator.consistency.words import FUNCTION_WORDS, GROUPS, PERSONS, concept, is_content, is_plural

MONTHS = {
    "year": 12.0, "yr": 12.0, "month": 1.0, "week": 12 / 52, "fortnight": 24 / 52, "day": 12 / 365, "decade": 120.0,
    "hour": 12 / 365 / 24, "hr": 12 / 365 / 24, "minute": 12 / 365 / 24 / 60,
}  # fmt: skip
_GRAIN = 0.35
"""The share of a unit of time by which "three years" may be off."""
_PERIODS = frozenset(
    {"hour", "day", "week", "month", "year", "night", "shift", "quarter", "annum", "fortnight", "weekend"}
)
_EACH = frozenset({"a", "an", "per", "each", "every", "/"})
_CURRENCIES = frozenset(
    [
        "£",
        "$",
        "€",
        "¥",
        "pound",
        "pounds",
        "dollar",
        "dollars",
        "euro",
        "euros",
        "bucks",
        "quid",
        "grand",
        "usd",
        "gbp",
        "eur",
        "pence",
        "cents",
    ]
)
_MONEY_WORDS = frozenset(
    [
        "salary",
        "salaries",
        "earn",
        "earned",
        "earning",
        "paid",
        "pay",
        "budget",
        "cost",
        "costs",
        "worth",
        "revenue",
        "turnover",
        "price",
        "charge",
        "charged",
        "raise",
        "raised",
        "spend",
        "spent",
        "accept",
        "offer",
        "offered",
        "expect",
        "basic",
        "package",
        "bonus",
        "sales",
        "valued",
        "value",
        "profit",
        "fee",
        "income",
        "hoping",
        "looking",
        "want",
        "wage",
        "rate",
    ]
)
_LABELS = frozenset(
    [
        "year",
        "level",
        "grade",
        "phase",
        "stage",
        "room",
        "unit",
        "tier",
        "version",
        "windows",
        "python",
        "iso",
        "class",
        "type",
        "band",
        "route",
        "number",
        "no",
        "section",
        "key",
        "covid",
        "chapter",
        "page",
        "bus",
        "flat",
        "platform",
        "gate",
        "step",
        "form",
        "part",
        "channel",
    ]
)
_CLOCK = frozenset({"at", "by", "before", "until", "till", "past", "after"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its kind and what it is of; `first` to `last` (not included) are its tokens."""

    kind: str
    values: tuple[Value, ...]
    about: str
    per: str
    role: str
    """`ago`, `ahead` ("in two weeks"), `later` ("two years later"), `age`, or empty."""
    first: int
    last: int
    rough: bool


def read_quantities(tokens: Sequence[Token], numbers: Sequence[Number], asked: str, noun: str) -> Iterator[Quantity]:
    """Yield what the `numbers` in `tokens` are of; `asked` is the kind the question asks for, `noun` what it counts."""
    taken = 0
    before: tuple[Number, Quantity] | None = None
    for number in numbers:
        if number.first < taken or _is_label(tokens, number):
            continue
        found = (
            _same_unit(tokens, number, before)
            or _duration(tokens, number)
            or _percent(tokens, number, asked)
            or _money(tokens, number, asked)
            or _count(tokens, number, asked, noun)
        )
        if found is not None:
            taken = found.last
            before = number, found
            yield found
    yield from _wordy(tokens)


def _same_unit(tokens: Sequence[Token], number: Number, before: tuple[Number, Quantity] | None) -> Quantity | None:
    """Read the second figure of "from 50 minutes to 20", whose unit stands with the first."""
    if before is None or _text(tokens, number.first - 1) != "to" or before[1].last != number.first - 1:
        return None
    if _text(tokens, number.last)[:1].isalpha() and is_content(_text(tokens, number.last)):
        return None
    if (
        _text(tokens, number.last) in {"%", "percent"}
        or _singular(_text(tokens, number.last)) in MONTHS
        or not before[0].high
    ):
        return None
    figure, quantity = before
    unit = (quantity.values[0].low + quantity.values[0].high) / (figure.low + figure.high)
    if not 0 < unit < math.inf:
        return None
    value = Value(quantity.kind, number.low * unit, number.high * unit)
    return replace(quantity, values=(value,), first=number.first, last=number.last, rough=number.rough)


def _text(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].text if 0 <= place < len(tokens) else ""


def _touch(tokens: Sequence[Token], place: int) -> bool:
    return 0 < place < len(tokens) and tokens[place].start == tokens[place - 1].end


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _is_label(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether the number names something ("Year 5", "2:1", "at nine", "24/7") and counts nothing."""
    before, after = _text(tokens, number.first - 1), _text(tokens, number.last)
    if before in _LABELS or before == "#":
        return True
    ratio = after in {":", "/"} and _touch(tokens, number.last) and _touch(tokens, number.last + 1)
    if ratio or (before in {":", "/"} and _touch(tokens, number.first)):
        return True
    if after in {"am", "pm", "a.m", "p.m", "o'clock", "st", "nd", "rd", "th"}:
        return True
    bare = not after[:1].isalpha() and after not in {"%", "-", "+"}
    return before in _CLOCK and bare and number.high <= 24 and not number.fraction


def _per(tokens: Sequence[Token], last: int) -> tuple[str, int]:
    """Return what the amount that ends before token `last` is per, and the token after that."""
    for gap in range(3):
        word, period = _text(tokens, last + gap), _singular(_text(tokens, last + gap + 1))
        if word in _EACH and period in _PERIODS:
            return ("year" if period == "annum" else period), last + gap + 2
        if not word.isalpha():
            break
    return "", last


def _per_before(tokens: Sequence[Token], last: int) -> str:
    """Return what an amount is per where that comes first ("Each week I release eighty batches")."""
    for place in range(last - 2, max(last - 12, -1), -1):
        if _text(tokens, place) in {".", ";"}:
            break
        if _text(tokens, place) in {"each", "every", "per"} and _singular(_text(tokens, place + 1)) in _PERIODS:
            return _singular(_text(tokens, place + 1))
    return ""


def _duration(tokens: Sequence[Token], number: Number) -> Quantity | None:
    last = number.last
    if number.fraction:
        # "half a decade", "three quarters of a year", "half an hour"
        last += _text(tokens, last) == "of"
        if _text(tokens, last) not in {"a", "an"}:
            return None
        last += 1
    elif _text(tokens, last) == "-":
        last += 1
    if _text(tokens, last) in {
        "full",
        "whole",
        "good",
        "long",
        "solid",
        "happy",
        "straight",
        "calendar",
        "working",
        "more",
        "plus",
    }:
        last += 1
    unit = _singular(_text(tokens, last))
    if unit not in MONTHS:
        return None
    last += 1
    low, high = number.low, number.high
    if _text(tokens, last) == "and" and _text(tokens, last + 1) in {"a", "half"}:
        if _text(tokens, last + 1) == "half" or _text(tokens, last + 2) == "half":
            low, high = low + 0.5, high + 0.5
            last += 2 if _text(tokens, last + 1) == "half" else 3
    months = MONTHS[unit]
    grain = _GRAIN if unit in {"year", "yr", "month", "week", "decade"} and not number.rough else 0
    low, high = (low - min(grain, low / 4)) * months, (high + min(grain, high / 4)) * months
    per, end = _per(tokens, last)
    role = _role(tokens, number.first, last)
    if "old" in (_text(tokens, last), _text(tokens, last + 1)):
        role = "age"
    return Quantity("duration", (Value("duration", low, high),), "", per, role, number.first, end, number.rough)


def _role(tokens: Sequence[Token], first: int, last: int) -> str:
    if _text(tokens, last) in {"ago", "back"}:
        return "ago"
    if _text(tokens, last) in {"later", "after", "early", "late", "behind", "ahead"}:
        return "later"
    if _text(tokens, last) == "before" and _text(tokens, last + 1) in {"that", "then"}:
        return "later"
    if _text(tokens, first - 1) in {"in", "within"} and _text(tokens, last) not in {"of", "in", "as"}:
        return "ahead"
    if _text(tokens, first - 1) == "after" and _text(tokens, last) not in {"of", "in", "as", "at", "with"}:
        return "later"
    return ""


def _percent(tokens: Sequence[Token], number: Number, asked: str) -> Quantity | None:
    after = _text(tokens, number.last)
    low, high, last = number.low, number.high, number.last
    if after == "-":
        after, last = _text(tokens, last + 1), last + 1
    if after in {"%", "percent", "pc"}:
        last += 1
    elif after == "per" and _text(tokens, last + 1) in {"cent", "cents"}:
        last += 2
    elif number.fraction and _is_share(tokens, number, asked):
        low, high, last = low * 100, high * 100, number.last
        if not number.rough:
            low, high = low - 2.5, high + 2.5
    elif asked == "percent" and not number.fraction and number.high <= 100 and not _text(tokens, last)[:1].isalpha():
        pass  # a bare figure, where a share was asked for
    else:
        return None
    return Quantity("percent", (Value("percent", low, high),), "", "", "", number.first, last, number.rough)


def _is_share(tokens: Sequence[Token], number: Number, asked: str) -> bool:
    if asked == "percent" or _text(tokens, number.last) == "of" or number.last - number.first > 2:
        return True
    return _text(tokens, number.first - 1) in {"by", "in", "about"}


def _money(tokens: Sequence[Token], number: Number, asked: str) -> Quantity | None:
    if number.fraction:
        return None
    first, last = number.first, number.last
    after = _text(tokens, last)
    sign = any(token.text in {"£", "$", "€", "¥"} for token in tokens[max(first - 1, 0) : last])
    named = after in _CURRENCIES or (after == "-" and _text(tokens, last + 1) in _CURRENCIES)
    thousands = number.high >= 1000 and not (1900 <= number.low <= 2100 and not number.scaled)
    counted = is_plural(after) or (is_plural(_text(tokens, last + 1)) and is_content(after))
    if not sign and not named:
        if counted or after in {"-", "of", "st", "th", "nd", "rd"}:
            return None
        near = {token.text for token in tokens[max(first - 12, 0) : last + 8]}
        per, _ = _per(tokens, last)
        if not (number.scaled or (thousands and (asked == "money" or near & _MONEY_WORDS)) or asked == "money"):
            return None
        if asked == "money" and not thousands and is_content(after) and not per:
            return None
        if "£$€".find(_text(tokens, first - 1)) < 0 and not number.scaled and not thousands and number.high < 5:
            return None
    if sign and first > 0 and tokens[first - 1].text in {"£", "$", "€", "¥"}:
        first -= 1
    if named:
        last += 2 if after == "-" else 1
    if _text(tokens, first - 1) == "of" and is_content(_text(tokens, first - 2)):
        first -= 2
        first -= _text(tokens, first - 1) in {"a", "the", "my"}
    elif number.scaled and not named and is_content(after) and not is_plural(after):
        last += 1
    per, last = _per(tokens, last)
    values = [Value("money", number.low, number.high)]
    if not sign and not named and not number.scaled and number.high < 1000 and asked == "money":
        values.append(Value("money", number.low * 1000, number.high * 1000))
    return Quantity("money", tuple(values), "", per, "", first, last, number.rough)


def _count(tokens: Sequence[Token], number: Number, asked: str, noun: str) -> Quantity | None:
    if number.fraction or (number.digits and 1900 <= number.low <= 2100 and number.low == number.high):
        return None
    about, last = _counted(tokens, number)
    first = number.first
    low, high = number.low, number.high
    if (_text(tokens, first - 1) == "of" and is_content(_text(tokens, first - 2))) or _text(
        tokens, first - 2
    ) in GROUPS:
        group = _text(tokens, first - 2)
        first -= 2
        while _text(tokens, first - 1) in {"a", "the", "my", "our", "small", "little", "whole", "big", "large"}:
            first -= 1
        if group in GROUPS and (not about or about in _PERSON_CONCEPTS or about == "us"):
            about = "team" if group in {"team", "staff", "crew", "department", "squad", "group"} else concept(group)
        elif not about:
            about = concept(group)
    if low == 1 and not (about and noun and about == noun) and not asked == "count":
        return None
    if low == high == 1 and not (about and about == noun):
        return None
    if not about and asked != "count":
        # A bare figure says something only where a figure was asked for.
        return None
    low, high = _with_me(tokens, last, low, high)
    per, last = _per(tokens, last)
    per = per or _per_before(tokens, last)
    return Quantity("count", (Value("count", low, high),), about, per, "", first, last, number.rough)


_PERSON_CONCEPTS = frozenset(concept(word) for word in PERSONS)


def _counted(tokens: Sequence[Token], number: Number) -> tuple[str, int]:
    """Return what is counted ("team" where it is a team's people) and the token after its noun."""
    place = number.last
    hyphen = _text(tokens, place) == "-"
    if hyphen:
        word = _text(tokens, place + 1)
        if word in {"strong", "person", "man", "people"}:
            return "team", place + 2
        return (concept(word), place + 2) if is_content(word) else ("", place)
    if _text(tokens, place) == "of":
        person = _text(tokens, place + 1)
        if person == "us":
            return "team", place + 2
        if person in {"my", "our", "the", "them", "their"} and person != "them":
            place += 2
        else:
            return "", number.last
    for ahead in range(place, min(place + 5, len(tokens))):
        word = tokens[ahead].text
        if word == "-":
            continue
        if (
            word != "people"
            and not is_content(word)
            and word not in {"other", "full", "part", "time", "different", "more"}
        ):
            break
        if is_plural(word) or word == "people" or (number.high == 1 and is_content(word)):
            return _team(tokens, ahead, word), ahead + 1
    return "", number.last


def _team(tokens: Sequence[Token], place: int, noun: str) -> str:
    """Return "team" where persons are counted as a team ("twelve people in the team", "eight reporting to me")."""
    near = [token.text for token in tokens[max(place - 12, 0) : place + 7]]
    if noun in PERSONS and ("team" in near or "reporting" in near or "reports" in near or "manage" in near):
        return "team"
    if noun in PERSONS and {"led", "lead", "managed", "supervise", "supervised", "under"} & set(near):
        return "team"
    return concept(noun)


def _with_me(tokens: Sequence[Token], last: int, low: float, high: float) -> tuple[float, float]:
    """Widen a head count by the one who may or may not have been counted."""
    after = [token.text for token in tokens[last : last + 6]]
    for me in ("me", "myself"):
        if me in after:
            link = after[after.index(me) - 1] if after.index(me) else ""
            if link in {"including", "counting"}:
                return low - 1, high
            if link in {"plus", "besides", "and", "excluding"}:
                return low, high + 1
    return low, high


_MULTIPLES = {"doubled": 100.0, "tripled": 200.0, "trebled": 200.0, "quadrupled": 300.0, "halved": 50.0}


def _wordy(tokens: Sequence[Token]) -> Iterator[Quantity]:
    """Yield figures without a number: "sales doubled", "a year", "a fortnight", "a decade"."""
    for place, token in enumerate(tokens):
        if token.text in _MULTIPLES:
            value = _MULTIPLES[token.text]
            yield Quantity("percent", (Value("percent", value * (1 - ROUGHLY), value * (1 + ROUGHLY)),), "", "", "",
                           place, place + 1, True)  # fmt: skip
        unit = _text(tokens, place + 1)
        if token.text not in {"a", "an"} or unit not in MONTHS or unit in {"day", "hour", "minute"}:
            continue
        before = _text(tokens, place - 1)
        if before in {"twice", "once", "times", "half", "quarters", "of"} or not _is_stretch(before):
            continue
        last = place + 2
        low = high = MONTHS[unit]
        give = 0.2
        if _text(tokens, last) == "and" and "half" in (_text(tokens, last + 1), _text(tokens, last + 2)):
            last += 2 if _text(tokens, last + 1) == "half" else 3
            low = high = 1.5 * MONTHS[unit]
            give = 0.15
        first = place
        if before in {"under", "nearly", "almost", "over", "about", "around", "roughly"}:
            first = place - 1
            give += 0.1
        if before == "over" and _text(tokens, place - 2) not in {"just", "bit", "little"}:
            high *= 1.5
        if _text(tokens, last) == "'s":
            last += 1
        yield Quantity("duration", (Value("duration", low * (1 - give), high * (1 + give)),), "", "", _role(tokens, first, last),
                       first, last, True)  # fmt: skip


def _is_stretch(before: str) -> bool:
    """Return whether what stands before "a year" makes it a stretch of time, not a rate ("30,000 a year")."""
    return before == "" or before in FUNCTION_WORDS - {"times"} or before in {"took", "spent", "lasted", "under"}
