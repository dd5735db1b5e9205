"""The places of a transcript that one wants to jump to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from simulator.transcript.turns import Turn

MARKS: dict[str, str] = {
    "question": "question",
    "probe": "probe",
    "challenge": "finding",
    "finding": "finding",
    "note": "note",
    "coach_note": "note",
    "mark": "note",
    "noted": "note",
    "handoff": "note",
    "goal_guess": "note",
    "rating": "rating",
    "self_rating": "rating",
    "employer_rating": "rating",
}
"""Which kind of mark a kind of turn is."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its kind, the turn it stands at, and how many turns have happened once that one has."""

    kind: str
    n: int
    place: int


def marks_of(turns: Iterable[Turn]) -> tuple[Mark, ...]:
    """Return the marks among `turns`, in order."""
    return tuple(
        Mark(MARKS[turn.kind], turn.n, place) for place, turn in enumerate(turns, start=1) if turn.kind in MARKS
    )
