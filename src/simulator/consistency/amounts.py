"""Money and percentages."""

from __future__ import annotations

import math
from collections.abc import Sequence

from simulator.consistency.claim import Value
from simulator.consistency.durations import MONTHS
from simulator.consistency.numbers import Number
from simulator.consistency.quantity import Quantity, per_what, singular
from simulator.consistency.sentences import Token, token_text
from simulator.consistency.words import GROUPS, is_content, is_plural
from simulator.english import CURRENCY_SIGNS, ORDINAL_ENDINGS, words_of

_CURRENCIES = CURRENCY_SIGNS | words_of(
    "pound pounds dollar dollars euro euros bucks quid grand usd gbp eur pence cents"
)
_MONEY_WORDS = words_of(
    "salary salaries earn earned earning paid pay budget cost costs worth revenue turnover price charge charged "
    "raise raised spend spent accept offer offered expect basic package bonus sales valued value profit fee "
    "income hoping looking want wage rate"
)
_WISHES = words_of("like need ask asking fine enough couldn't wouldn't")
"""Words of a wish that make "2,400 a month" money: nothing that is counted stands beside it."""
_NO_MONEY_BEFORE = ORDINAL_ENDINGS | {"-", "of"}
_LEAST_BARE = 5
"""The least figure without a currency that may be an amount."""


def read_percent(tokens: Sequence[Token], number: Number, asked: str) -> Quantity | None:
    """Return `number` as a share of a hundred, if it is one."""
    after = token_text(tokens, number.last)
    low, high, last = number.low, number.high, number.last
    if after == "-":
        after, last = token_text(tokens, last + 1), last + 1
    if after in {"%", "percent", "pc"}:
        last += 1
    elif after == "per" and token_text(tokens, last + 1) in {"cent", "cents"}:
        last += 2
    elif number.fraction and after == "of" and token_text(tokens, last + 1) == "what":
        return None  # "half of what it was" is of another figure
    elif number.fraction and _is_share(tokens, number, asked):
        low, high, last = low * 100, high * 100, number.last
        if not number.rough:
            low, high = low - 2.5, high + 2.5
    elif asked == "percent" and not number.fraction and number.high <= 100 and _stands_alone(tokens, number):
        pass  # a bare figure, where a share was asked for
    else:
        return None
    return Quantity("percent", (Value("percent", low, high),), "", "", "", number.first, last, number.rough)


def _stands_alone(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether a figure counts nothing: it ends a clause, or "fell to fifteen by the summer"."""
    after = token_text(tokens, number.last)
    moved = token_text(tokens, number.first - 1) in {"to", "by"} and not is_content(after)
    return not after[:1].isalpha() or (moved and singular(after) not in MONTHS)


def _is_share(tokens: Sequence[Token], number: Number, asked: str) -> bool:
    if asked == "percent" or token_text(tokens, number.last) == "of" or number.last - number.first > 2:
        return True
    return token_text(tokens, number.first - 1) in {"by", "in", "about"}


def read_money(tokens: Sequence[Token], number: Number, asked: str) -> Quantity | None:
    """Return `number` as an amount of money: by its sign, its words, or because one was asked for."""
    if number.fraction:
        return None
    first, last = number.first, number.last
    after = token_text(tokens, last)
    sign = any(token.text in CURRENCY_SIGNS for token in tokens[max(first - 1, 0) : last])
    named = after in _CURRENCIES or (after == "-" and token_text(tokens, last + 1) in _CURRENCIES)
    if not sign and not named and not _is_meant_as_money(tokens, number, asked):
        return None
    if sign and token_text(tokens, first - 1) in CURRENCY_SIGNS:
        first -= 1
    if named:
        last += 2 if after == "-" else 1
    if token_text(tokens, first - 1) == "of" and is_content(token_text(tokens, first - 2)):
        first -= 2
        first -= token_text(tokens, first - 1) in {"a", "the", "my"}
    elif number.scaled and not named and is_content(after) and not is_plural(after):
        last += 1
    per, last = per_what(tokens, last)
    values = [Value("money", number.low, number.high)]
    if not sign and not named and not number.scaled and _finite(number) < 1000 and asked == "money":
        # "I'd come over for 68" asks for thousands.
        thousands = Value("money", number.low * 1000, number.high * 1000)
        # "More than 31" would hold 26,000 if it were read as it stands.
        open_ended = (number.low == 0 or math.isinf(number.high)) and per not in {"hour", "day", "week", "shift"}
        values = [thousands] if open_ended else [*values, thousands]
    return Quantity("money", tuple(values), "", per, "", first, last, number.rough)


def _finite(number: Number) -> float:
    return number.high if math.isfinite(number.high) else number.low


def _is_meant_as_money(tokens: Sequence[Token], number: Number, asked: str) -> bool:
    """Return whether a figure without a currency is money: it counts nothing, and money is what is talked about."""
    after, further = token_text(tokens, number.last), token_text(tokens, number.last + 1)
    if is_plural(after) or (is_plural(further) and is_content(after)) or after in _NO_MONEY_BEFORE:
        return False
    if token_text(tokens, number.first - 1) == "of" and token_text(tokens, number.first - 2) in GROUPS:
        return False
    if token_text(tokens, number.first - 1) in {"look", "looks", "looked", "feel", "felt", "aged", "turned", "i'm"}:
        return False
    if number.scaled:
        return True
    per, _ = per_what(tokens, number.last)
    if number.high >= 1000 and not 1900 <= number.low <= 2100:
        near = {token.text for token in tokens[max(number.first - 12, 0) : number.last + 8]}
        return asked == "money" or bool(near & (_MONEY_WORDS | _WISHES if per else _MONEY_WORDS))
    return asked == "money" and number.high >= _LEAST_BARE and (per != "" or not is_content(after))
