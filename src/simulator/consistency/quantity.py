"""A figure with what it is of, and what the readers of figures share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consistency.claim import Value
from simulator.consistency.sentences import Token, token_text

_PERIODS = frozenset(
    {"hour", "day", "week", "month", "year", "night", "shift", "quarter", "annum", "fortnight", "weekend", "evening"}
)
_EACH = frozenset({"a", "an", "per", "each", "every", "/"})


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


_USUAL = frozenset({"average", "normal", "typical", "usual", "busy", "good", "ordinary"})


def _period(word: str) -> str:
    """Return what a period is called: an evening's guests are a night's."""
    period = singular(word)
    return {"annum": "year", "evening": "night"}.get(period, period)


def singular(word: str) -> str:
    """Return a unit or period without its plural s."""
    return word.removesuffix("s")


def per_what(tokens: Sequence[Token], last: int) -> tuple[str, int]:
    """Return what the amount that ends before token `last` is per, and the token after that."""
    if token_text(tokens, last) in {"on", "in"} and token_text(tokens, last + 1) in {"a", "an", "the"}:
        period = singular(token_text(tokens, last + 3))
        if token_text(tokens, last + 2) in _USUAL and period in _PERIODS:
            return _period(period), last + 4
    for gap in range(3):
        word, period = token_text(tokens, last + gap), singular(token_text(tokens, last + gap + 1))
        if word in _EACH and period in _PERIODS:
            return _period(period), last + gap + 2
        if not word.isalpha():
            break
    return "", last


def is_each(tokens: Sequence[Token], last: int) -> bool:
    """Return whether the amount that ends before token `last` is that of each of several ("six in each", "£4 apiece").

    A way there is one of several too: "31 miles each way".
    """
    ahead = [token_text(tokens, last + gap) for gap in range(3)]
    return bool({"each", "apiece"} & set(ahead[:2])) or ahead[:2] == ["one", "way"]


def per_before(tokens: Sequence[Token], last: int) -> str:
    """Return what an amount is per where that comes first ("Each week I release eighty batches")."""
    for place in range(last - 2, max(last - 12, -1), -1):
        if token_text(tokens, place) in {".", ";"}:
            break
        if token_text(tokens, place) in _USUAL and singular(token_text(tokens, place + 1)) in _PERIODS:
            return _period(token_text(tokens, place + 1))
        if (
            token_text(tokens, place) in {"each", "every", "per"}
            and singular(token_text(tokens, place + 1)) in _PERIODS
        ):
            return _period(token_text(tokens, place + 1))
    return ""
