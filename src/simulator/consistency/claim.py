"""What a claim is: a checkable statement with typed values, and how values of the same kind compare."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

MANAGER, FORMER_MANAGER = "manager", "former manager"
"""What the name of somebody's manager is about, and the theme that it tells."""

DRIFT = 0.1
"""The share by which an exact figure may drift and still be a variance."""

_SMALL = 20
"""Exact counts below this have no drift: eight people are not nine."""


_ROUND = 5
"""What figures are rounded to, at the least."""


class Match(Enum):
    """How two claims stand to each other."""

    SAME = "same"
    NEAR = "near"
    DIFFERENT = "different"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class Value:
    """An interval of a kind.

    `duration` is in months, `date` and `end` are in days (proleptic ordinals), `month` is 1-12,
    `day` is 31 * month + day, `age` in years, `money` is in its own currency,
    `percent` of a hundred, `count` in things.
    """

    kind: str
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable statement drawn from an answer."""

    kind: str
    """`duration`, `date`, `count`, `money`, `percent`, `name`, `title`, `stance`, `choice`, `reason` or `role`."""
    span: tuple[int, int]
    """Offsets of its passage in the answer."""
    quote: str
    """The passage in the candidate's words."""
    slot: str = ""
    """The fact it is about, where the question declared one."""
    asked: bool = False
    """Whether it is what the question asked for."""
    candidate: bool = False
    """Whether it might be what the question asked for."""
    values: tuple[Value, ...] = ()
    theme: str = ""
    """The everyday fact it tells whatever was asked: `notice`, `pay`, `team`, `stay`, `leaving`, `manager`."""
    about: str = ""
    """What is counted, the relation of a name (`employer`), the topic of a stance or a choice."""
    words: frozenset[str] = frozenset()
    """What is said: the parts of a name or title, the side of a choice, the reasons."""
    context: frozenset[str] = frozenset()
    """The content words around it."""
    contrasts: frozenset[str] = frozenset()
    """What tells it from its likes, as `family:member` ("order:first", "time:night")."""
    names: frozenset[str] = frozenset()
    """Names in its clause."""
    owner: str = ""
    """Whose fact it is: empty for the candidate's own."""
    topic: frozenset[str] = frozenset()
    """What its clause is said of, where that comes first ("the design took ...", "in summer it's ...")."""
    per: str = ""
    """What an amount is per."""
    rough: bool = False
    """Whether it was said to be approximate."""
    rank: int = 0
    """How likely it is what was asked for, by its wording: a total is likelier, a part of something less likely."""


# What decides between two claims that share several kinds of value: the finer first.
_PRECISION = ("age", "day", "end", "date", "month", "duration", "money", "percent", "count")


def match_values(first: Claim, second: Claim) -> Match:
    """Return how the values of two claims stand to each other: the finest kind that both have decides."""
    for kind in _PRECISION:
        ours = [value for value in first.values if value.kind == kind]
        theirs = [value for value in second.values if value.kind == kind]
        if ours and theirs:
            matches = {_match(one, other) for one in ours for other in theirs}
            for best in (Match.SAME, Match.NEAR):
                if best in matches:
                    return best
            # "In two weeks", said on two days, is the same answer, though it names two dates.
            return Match.SAME if _same_stretch(first, second) else Match.DIFFERENT
    return Match.UNLIKE


def _same_stretch(first: Claim, second: Claim) -> bool:
    ours, theirs = ([value for value in claim.values if value.kind == "duration"] for claim in (first, second))
    if any(value.kind == "end" for value in first.values):
        return False
    return bool(ours) and first.kind == second.kind == "date" and ours == theirs


def _match(first: Value, second: Value) -> Match:
    if first.kind == "money" and math.isinf(first.high) and math.isinf(second.high):
        # "Not below 28" and "not below 35" are two asking prices, though both may be met by 40.
        gap, most = abs(first.low - second.low), max(first.low, second.low)
        return Match.SAME if gap <= 1e-9 else Match.NEAR if gap <= DRIFT * most else Match.DIFFERENT
    if first.low <= second.high + 1e-9 and second.low <= first.high + 1e-9:
        return Match.SAME if _about_as_much(first, second) else Match.NEAR
    gap = max(first.low, second.low) - min(first.high, second.high)
    if first.kind in {"end", "date"}:
        return Match.NEAR if gap <= 31 else Match.DIFFERENT
    if first.kind in {"month", "day", "age"}:
        return Match.DIFFERENT
    size = max(_size(first), _size(second))
    if first.kind == "percent" and size > 50 and max(first.high, second.high) <= 100:
        # 99.9 and 99.5 percent are as far apart as 0.1 and 0.5.
        size = max(100 - size, 100 - min(first.low, second.low))
    if (
        first.kind == "count"
        and (size < _SMALL or _is_unround(first, second))
        and first.low == first.high
        and second.low == second.high
    ):
        return Match.DIFFERENT
    if first.kind == "duration" and _middles_apart(first, second) >= 2 * DRIFT * size:
        return Match.DIFFERENT  # either stretch has its tolerance in its interval already
    # An approximate figure has its tolerance in its interval already.
    rough = any(value.low < value.high < math.inf for value in (first, second)) and first.kind == "money"
    return Match.NEAR if gap <= (DRIFT / 4 if rough else DRIFT) * size else Match.DIFFERENT


def _is_unround(*values: Value) -> bool:
    """Return whether nobody rounds to any of these figures: 28 children are not 31."""
    return all(value.low % _ROUND for value in values)


def _middles_apart(first: Value, second: Value) -> float:
    return abs(first.low + first.high - second.low - second.high) / 2


def _about_as_much(first: Value, second: Value) -> bool:
    """Return whether of two overlapping figures one lies within the other's tolerance: two tolerances do not add up."""
    if first.kind not in {"money", "count", "percent"} or math.isinf(first.high) or math.isinf(second.high):
        return True
    middles = (first.low + first.high) / 2, (second.low + second.high) / 2
    return second.low - 1e-9 <= middles[0] <= second.high + 1e-9 or first.low - 1e-9 <= middles[1] <= first.high + 1e-9


def _size(value: Value) -> float:
    """Return the magnitude a drift is measured by; of "at least five" that is five."""
    return abs(value.high) if math.isfinite(value.high) else abs(value.low)
