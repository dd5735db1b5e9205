"""Everyday facts that a statement tells whatever was asked: one's notice, pay, team, stay at a place, reason to leave.

Two statements of one theme meet, whatever else their sentences speak of.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.quantity import Quantity
from simulator.consistency.slot import Slot
from simulator.consistency.surroundings import Surroundings
from simulator.consistency.words import concept
from simulator.english import FIRST_PERSON, words_of

NOTICE, PAY, TEAM, STAY, LEAVING = "notice", "pay", "team", "stay", "leaving"

_SELF = FIRST_PERSON | {"my"}
_STAYING = words_of("been work worked working spent stay stayed done did")
_FOR = words_of("for spent been worked done stayed")
_AT = words_of("at with for")
_LED = words_of("lead led leading manage managed managing supervise supervised reporting reports")
_GOES = words_of("leave go start join i'm")
_PEOPLE = concept("people")
_PAID = words_of("salary salaries wage wages pay earn earning annum gross net tax")
_WISHES = words_of("like want need hope hoping looking ask asking expect expecting accept take fine do enough")
_NOT_LASTING = ("tense:past", "era:then", "order:", "activity:study", "move:", "extreme:", "recency:")
_BEFORE = 6
_AFTER = 3
_HEDGED = 3
"""Words before a stretch within which its "for" stands ("for about the last four years")."""


def theme_of_figure(quantity: Quantity, before: Sequence[str], after: Sequence[str], where: Surroundings) -> str:
    """Return the fact that a figure of the candidate's own tells; `before` and `after` are the words beside it."""
    if where.owner or where.hypothetical or quantity.role:
        return ""
    before = before[len(before) - before[::-1].index(",") :] if "," in before else before
    if quantity.kind == "duration" and not quantity.per:
        return _of_stretch(before, after, where)
    if quantity.kind == "money":
        return PAY if _is_pay_wanted(quantity, before, after, where) else ""
    lasts = not any(contrast.startswith(_NOT_LASTING) for contrast in where.contrasts) and not where.topic
    if quantity.kind == "count" and lasts and not quantity.per and not _LED & {*before, *after}:
        people = quantity.about == _PEOPLE and before[-2:] in (["we", "have"], ["we've", "got"])
        return TEAM if people or (quantity.about == TEAM and _SELF & {*before, *after}) else ""
    return ""


def _of_stretch(before: Sequence[str], after: Sequence[str], where: Surroundings) -> str:
    if before[-3:] == ["have", "to", "give"]:
        return NOTICE
    if "notice" in {*before[-_BEFORE:], *after[:_AFTER]}:
        # "At two days' notice" tells how soon something was done; one leaves with a month's.
        at_once = {"at", "with", "on"} & set(before[-2:]) and "notice" in after and not _GOES & set(before)
        return "" if at_once else NOTICE
    stays = bool(_STAYING & {*before, *after}) and bool(_SELF & {*before, *after})
    lasted = bool(_FOR & set(before[-_HEDGED:])) or after[:1] in [[word] for word in _AT]
    return STAY if where.names and stays and lasted else ""


def _is_pay_wanted(quantity: Quantity, before: Sequence[str], after: Sequence[str], where: Surroundings) -> bool:
    if "pay:now" in where.contrasts or not (quantity.per or _PAID & {*before, *after}):
        return False
    least = math.isinf(quantity.values[0].high) or (where.negated and quantity.values[0].low == 0)
    return bool(_WISHES & {*before, *after}) or (least and "tense:past" not in where.contrasts)


_A_YEAR = {"month": 12, "week": 52}


def by_year(claim: Claim) -> Claim:
    """Return pay as what it is in a year, so that 2,500 a month meet 30,000 a year."""
    times = _A_YEAR.get(claim.per, 0)
    if not times:
        return claim
    values = tuple(replace(value, low=times * value.low, high=times * value.high) for value in claim.values)
    return replace(claim, values=values, per="year")


def theme_of_slot(slot: Slot) -> str:
    """Return the theme of a fact that questions ask for, by its label."""
    words = set(slot.label.lower().split())
    if slot.kind == "duration" and "notice" in words:
        return NOTICE
    if slot.kind == "money" and words & {"salary", "pay"} and "looking" in words:
        return PAY
    if slot.kind == "count" and {"size", "team"} <= words:
        return TEAM
    return LEAVING if slot.kind == "reason" and "leaving" in words else ""


def told_of(claims: Sequence[Claim], slots: Iterable[Slot]) -> list[Claim]:
    """Return `claims`, those that tell one of the facts `slots` without being asked for it marked as of that fact.

    An answer that has the fact already, because it was asked for, has it once.
    """
    taken = {claim.slot for claim in claims}
    of_theme = {theme_of_slot(slot): slot.id for slot in slots if slot.id not in taken}
    of_theme.pop("", None)
    return [
        replace(claim, slot=of_theme[claim.theme]) if not claim.slot and claim.theme in of_theme else claim
        for claim in claims
    ]
