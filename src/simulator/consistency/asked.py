"""Which of an answer's claims answer the question: those meet whatever their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.question import Question
from simulator.consistency.words import GROUPS, PERSONS, concept

_READ_AS = {
    "duration": {"duration"},
    "date": {"date", "end", "month", "day"},
    "count": {"count"},
    "money": {"money"},
    "percent": {"percent"},
}
_PERSON_CONCEPTS = frozenset(concept(word) for word in PERSONS) | {"team"}


def mark_asked(claims: Sequence[Claim], question: Question) -> list[Claim]:
    """Return `claims` with the one that answers the question marked, for each kind that is asked for.

    With several that could, the one that shares most words with the question, and of those the first.
    """
    kinds = {slot.kind for slot in question.slots} or {question.kind}
    marked = list(claims)
    for kind in kinds:
        places = {place for place, claim in enumerate(claims) if _answers(claim, kind, question)}
        if not places:
            continue
        marked = [replace(claim, candidate=True) if place in places else claim for place, claim in enumerate(marked)]
        best = max(places, key=lambda place: (len(claims[place].context & question.words), -place))
        slot = question.slot_of(kind, claims[best].context)
        marked[best] = replace(marked[best], asked=True, slot=slot)
    return marked


def _answers(claim: Claim, kind: str, question: Question) -> bool:
    readings = _READ_AS.get(kind)
    if readings is None:
        return False
    if not any(value.kind in readings for value in claim.values):
        return False
    if kind == "count":
        return _counts_what_is_asked(claim.about, question.noun)
    return not (kind == "duration" and claim.per)


def _counts_what_is_asked(about: str, noun: str) -> bool:
    if not about or not noun:
        return True
    return about == noun or about in GROUPS or {about, noun} <= _PERSON_CONCEPTS
