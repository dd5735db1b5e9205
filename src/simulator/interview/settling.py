"""Which of two passages is right: what the candidate said of a difference, and what that silences for good."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from simulator.consistency.slot import Slot
from simulator.transcript.turns import Settlement, Transcript

CHOICES = {
    "first": "the first is right",
    "second": "the second is right",
    "both": "both are true",
    "unlike": "not the same thing",
}
"""What can be said of two passages, the earlier one first, and how that is put."""

_BOTH = re.compile(
    r"\b(?:both|different (?:thing|team|job|project|place|role|year)s?|at the time|back then"
    r"|it grew|we grew|has grown|used to be|not the same)\b",
    re.IGNORECASE,
)


def passages(first: str, second: str) -> tuple[str, str]:
    """Return two passages as one difference is told from another: by their words, whatever their case."""
    return first.casefold(), second.casefold()


def same_difference(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two pairs of passages are one difference: "eight" is part of "a team of eight"."""
    return all(_within(passage, against) for passage, against in zip(one, other, strict=True))


def _within(one: str, other: str) -> bool:
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return words <= others or others <= words


def settlements(transcripts: Iterable[Transcript]) -> tuple[Settlement, ...]:
    """Return what was settled, in the room or afterwards, in order; a later word on the same passages replaces one."""
    found: dict[tuple[str, str], Settlement] = {}
    for transcript in transcripts:
        for turn in transcript.turns:
            if turn.kind in ("settlement", "settled") and turn.why in CHOICES:
                found[passages(turn.first, turn.second)] = Settlement(
                    choice=turn.why, first=turn.first, second=turn.second, slot=turn.slot, earlier=turn.earlier
                )
    return tuple(found.values())


def is_settled(first: str, second: str, settled: Sequence[Settlement], question: str, slots: Sequence[Slot]) -> bool:
    """Tell whether a difference between two passages was settled before, or rests on a passage that was withdrawn."""
    one, other = passages(first, second)
    for each in settled:
        earlier, later = passages(each.first, each.second)
        if {one, other} == {earlier, later}:
            return True
        if one == (earlier if each.choice == "second" else later if each.choice == "first" else None):
            return True
        if each.choice == "both" and one in (earlier, later):
            kept = each.second if one == earlier else each.first
            if _agree(kept, second, question, slots):
                return True
    return False


def understood(reply: str, first: str, second: str, question: str, slots: Sequence[Slot]) -> str:
    """Return which choice the reply to a challenge stands for; empty where it does not say.

    "Sorry, twelve is right, I counted the contractors" names one of the two values, and that is its choice. A reply
    that names both, or says that things were different then, holds that both are true. One that denies something
    ("Eight. I said twelve by mistake"), or names a third figure, does not say clearly which is right.
    """
    figures = _figures(reply)
    names_first, names_second = (
        _agree(passage, reply, question, slots) or (bool(_figures(passage)) and _figures(passage) <= figures)
        for passage in (first, second)
    )
    if _DENIES.search(_BOTH.sub("", reply)):
        return ""
    if _BOTH.search(reply):
        return "both"
    if figures - _figures(first) - _figures(second):
        return ""
    if names_first and names_second:
        return "both"
    return "first" if names_first else "second" if names_second else ""


_DENIES = re.compile(r"\b(?:not|never|mistake|mistaken|wrong|misspoke|slip|error)\b|n['’]t\b", re.IGNORECASE)


def _figures(text: str) -> frozenset[float]:
    """Return the figures that stand in a text."""
    from simulator.consistency.numbers import read_numbers
    from simulator.consistency.sentences import take_apart

    return frozenset(number.low for number in read_numbers(take_apart(text).tokens) if number.low > 1)


def _agree(one: str, other: str, question: str, slots: Sequence[Slot]) -> bool:
    """Tell whether the fact of one passage stands in another text, and no other value of it."""
    from simulator.consistency import compare_answers

    found = compare_answers(one, other, question=question, slots=slots)
    return found.compared > 0 and not found.flagged
