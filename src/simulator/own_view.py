"""What candidates are asked for after a round, besides how their answers were: what they make of the other side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from simulator.interview import actions
from simulator.transcript.reading import employer_ratings
from simulator.transcript.turns import EMPLOYER, Transcript


@dataclass(frozen=True)
class Question:
    """One thing asked of the candidate, answered with a mark from 1 to 5 (0: none) and a line."""

    heading: str
    text: str
    write: Callable[[int, str], actions.RateEmployer]
    """Returns the action that writes mark and line down."""


def own_view(transcript: Transcript) -> list[Question]:
    """Return what the candidate has not said yet, in the order in which it is asked."""
    said = employer_ratings(transcript.turns)
    return [
        Question("Would you want to work there?", text, partial(actions.RateEmployer, aspect))
        for aspect, text in EMPLOYER.items()
        if aspect not in said
    ]
