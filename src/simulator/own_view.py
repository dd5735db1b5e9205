"""What candidates are asked for after a round, besides how their answers were: what they make of the other side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from simulator.interview import actions
from simulator.transcript.reading import employer_ratings, goal_guesses, in_the_room
from simulator.transcript.turns import EMPLOYER, Transcript

EMPLOYER_PART = "Would you want to work there?"
GOALS_PART = "What did they want to know?"


@dataclass(frozen=True)
class Question:
    """One thing asked of the candidate, answered in a line; `marked` with a mark from 1 to 5 before it (0: none)."""

    part: str
    """What it belongs to with others: one leaves the rest of a part, or the rest of all."""
    text: str
    marked: bool
    write: Callable[[int, str], actions.Action]
    """Returns the action that writes mark and line down."""


def own_view(transcript: Transcript) -> tuple[Question, ...]:
    """Return what the candidate has not said yet, part by part."""
    return (*_employer(transcript), *_goals(transcript))


def _employer(transcript: Transcript) -> Iterator[Question]:
    said = employer_ratings(transcript.turns)
    for aspect, text in EMPLOYER.items():
        if aspect not in said:
            yield Question(EMPLOYER_PART, text, marked=True, write=partial(actions.RateEmployer, aspect))


def _goals(transcript: Transcript) -> Iterator[Question]:
    """Yield what to guess: not of somebody who asked in an earlier round, whose goal that round's debrief has told."""
    known = {*goal_guesses(transcript.turns), *(each.asker_id for each in transcript.header.earlier)}
    for person in in_the_room(transcript):
        if person.id not in known:
            text = f"What do you think {transcript.header.speaker(person.id)} wanted to find out about you?"
            yield Question(GOALS_PART, text, marked=False, write=partial(_guess, person.id))


def _guess(person: str, _: int, text: str) -> actions.Action:
    return actions.GuessGoal(person, text)
