"""Which of an answer's claims answer the question: those meet whatever their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.question import Question
from simulator.consistency.themes import by_year
from simulator.consistency.words import GROUPS, PERSONS, PUBLIC, concept

_READ_AS = {
    "duration": {"duration"},
    "date": {"date", "end", "month", "day", "age"},
    "count": {"count"},
    "money": {"money"},
    "percent": {"percent"},
}
DISOWNED = -3
"""Rank from which down a figure is not the answer: the answer says that it was another's."""
_OPENS = 8
"""Characters before a figure that opens an answer, and so answers the question ("Oh, eighty colonies")."""
_TOLD_OF_BEFORE = frozenset({"tense:past", "so_far:yes"})
_FEW = 2
"""Claims of an answer that says little beside the one figure."""
_GROUPED = PUBLIC | {concept(word) for word in (*PERSONS, *GROUPS, "people")}
_BY = frozenset({"week", "month", "year"})
_STAFF = frozenset({"team", concept("people")})
_PERSON_CONCEPTS = frozenset(concept(word) for word in PERSONS) | {"team"}


def mark_asked(claims: Sequence[Claim], question: Question) -> list[Claim]:
    """Return `claims` with the one that answers the question marked, for each kind that is asked for.

    With several that could, the one that shares most words with the question, and of those the first. One that answers
    two kinds ("since March 2021": when, and how long) is of the kind it is told as.
    """
    kinds = sorted({slot.kind for slot in question.slots} or question.figures | {question.kind})
    marked = claims = _only_count(claims, question) if "count" in kinds else list(claims)
    for kind in kinds:
        places = {
            place for place, claim in enumerate(claims) if claim.rank > DISOWNED and _answers(claim, kind, question)
        }
        if not places:
            continue
        marked = [replace(claim, candidate=True) if place in places else claim for place, claim in enumerate(marked)]
        best = max(places, key=lambda place: (_fit(claims[place], question), _exactness(claims[place], kind), -place))
        slot = question.slot_of(kind, claims[best].context)
        if not marked[best].slot or kind == marked[best].kind:
            marked[best] = replace(marked[best], asked=True, slot=slot)
            if kind == "money" and question.wants_pay:
                marked[best] = by_year(marked[best])
    return marked


def _only_count(claims: Sequence[Claim], question: Question) -> list[Claim]:
    """Return `claims`; the only count of a short answer counts what is asked, whatever it calls it.

    "How many servers?" - "Sixty boxes, most of them virtual."
    """
    counts = [place for place, claim in enumerate(claims) if claim.kind == "count"]
    marked = list(claims)
    if any(_counts_what_is_asked(claims[place].about, question.noun) for place in counts):
        return marked
    opens = bool(counts) and claims[counts[0]].span[0] <= _OPENS
    if counts and question.noun and ((len(counts) == 1 and len(claims) <= _FEW) or opens):
        only = marked[counts[0]]
        people = only.about in _PERSON_CONCEPTS and question.noun not in _PERSON_CONCEPTS | PUBLIC
        if only.about and not people and not only.owner:
            marked[counts[0]] = replace(only, about=question.noun)
    return marked


def _fit(claim: Claim, question: Question) -> int:
    """Return how well a claim fits as the answer: by the words it shares with the question, and by how it is put."""
    asked = {contrast for contrast in question.contrasts if contrast.startswith("extreme:")}
    said = {contrast for contrast in claim.contrasts if contrast.startswith("extreme:")}
    return len(claim.context & question.words) + claim.rank + (2 * bool(asked & said) - bool(said - asked))


def _exactness(claim: Claim, kind: str) -> int:
    """Return how much of a date is told: "October 2023" is more of one than "in the October" before it."""
    return len(claim.values) if kind == claim.kind == "date" else 0


def _answers(claim: Claim, kind: str, question: Question) -> bool:
    readings = _READ_AS.get(kind)
    if readings is None or (question.to_come and _TOLD_OF_BEFORE & claim.contrasts):
        return False
    if kind == "money" and question.wants_pay and _is_not_wanted(claim):
        return False
    if not any(value.kind in readings for value in claim.values):
        return False
    if kind == "count":
        of_things = claim.about in GROUPS and not _asks_for_people(question)
        # "About 78,000 a year" is no size of a team.
        rate = claim.per in _BY and question.noun in _STAFF
        return not (of_things or rate) and _counts_what_is_asked(claim.about, question.noun)
    return not (kind == "duration" and claim.per)


def _is_not_wanted(claim: Claim) -> bool:
    """Return whether an amount is what somebody is paid now, or by how much that is to move."""
    return "move:by" in claim.contrasts or ("pay:now" in claim.contrasts and "pay:wanted" not in claim.contrasts)


def _asks_for_people(question: Question) -> bool:
    """Return whether a team may be the number asked for: it is none of projects, where those are declared."""
    units = [concept(slot.unit) for slot in question.slots if slot.kind == "count" and slot.unit]
    return not units or not _GROUPED.isdisjoint(units)


def _counts_what_is_asked(about: str, noun: str) -> bool:
    if not about or not noun:
        return True
    if about == concept("people") and noun in PUBLIC:
        return True
    return about == noun or about in GROUPS or {about, noun} <= _PERSON_CONCEPTS
