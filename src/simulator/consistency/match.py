"""How two claims stand to each other, by their kinds."""

from __future__ import annotations

from simulator.consistency.align import counted_alike
from simulator.consistency.claim import FORMER_MANAGER, MANAGER, Claim, Match, match_values
from simulator.consistency.managers import managers_agree
from simulator.consistency.names import names_agree
from simulator.consistency.reasons import reasons_agree
from simulator.consistency.titles import titles_agree


def match(one: Claim, other: Claim) -> Match:
    """Return how two claims stand to each other; claims of kinds that cannot be compared are `UNLIKE`."""
    if one.kind == other.kind == "date" and one.quote.lower() == other.quote.lower():
        return Match.SAME  # "on Monday" names two days when it is said in two weeks, and is one answer
    if one.values and other.values:
        found = match_values(one, other)
        if found is Match.SAME and one.kind == other.kind == "count" and not _may_count_the_same(one, other):
            return Match.UNLIKE
        return found
    if one.kind != other.kind or not _of_one_thing(one, other):
        return Match.UNLIKE
    return Match.SAME if _AGREE.get(one.kind, _sides_agree)(one, other) else Match.DIFFERENT


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Return whether two claims of a kind, without figures, can be compared."""
    if one.kind == "willing" and len(one.context & other.context) < 0.3 * len(one.context | other.context):
        return False
    return one.kind == "title" or one.about == other.about


def _sides_agree(one: Claim, other: Claim) -> bool:
    return one.words == other.words or "both" in one.words | other.words


def _named_alike(one: Claim, other: Claim) -> bool:
    return names_agree(one, other) or (
        one.about in {MANAGER, FORMER_MANAGER} and managers_agree(one.words, other.words)
    )


_AGREE = {"title": titles_agree, "name": _named_alike, "reason": reasons_agree}


def _may_count_the_same(one: Claim, other: Claim) -> bool:
    if (one.asked and other.asked) or one.values == other.values:
        return True
    return counted_alike(one.about, other.about) or not one.about or not other.about
