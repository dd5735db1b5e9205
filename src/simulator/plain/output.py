"""Writing lines: one for each thing said, flushed at once, and never a character a terminal would act on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TextIO

from simulator.files import unwritable_output
from simulator.interview.settling import CHOICES
from simulator.text import clean
from simulator.transcript.turns import NOT_REMEMBERED, Header, Turn, employer_words

INDENT = "    "
"""Before the further lines of a text, so that nobody's words can pass for another speaker's line."""

_NOTICES = {
    "skip": "{who} passes the question over.",
    "take_back": "{who} takes the last answer back.",
    "pause": "Paused.",
    "resume": "Resumed.",
    "leave": "{who} leaves the room.",
    "end": "The interview is over.",
    "hold_silence": "The coach keeps the room silent.",
    "next_speaker": "The coach moves on.",
    "ask_probe": "The coach asks for a follow-up.",
    "ask_question": "The coach chooses the question.",
    "disagree": "The coach has somebody disagree.",
    "end_round": "The coach ends the round.",
    "take_over": "The coach speaks for {person} now.",
    "give_back": "{person} speaks for themselves again.",
}
_LABELS = {"hint": "Tip", "note": "Note", "coach_note": "Coach's note", "finding": "Noticed"}
_UNSEEN = frozenset({"begin", "wait", "typing", "late_change"})
"""What nobody hears or sees, or what the line after it says."""


class ClosedError(Exception):
    """Nobody reads the output any more."""


class Output:
    """Standard output, or another stream, one line at a time."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout

    def line(self, text: str) -> None:
        """Write a line; further lines in `text` are indented.

        `ClosedError` is raised where nobody reads on, and an `OSError` that names the output where it takes no more.
        """
        try:
            self._stream.write(clean(text).replace("\n", f"\n{INDENT}") + "\n")
            self._stream.flush()
        except (BrokenPipeError, ValueError):
            raise ClosedError from None
        except OSError as error:
            raise unwritable_output(error) from None

    def notice(self, text: str) -> None:
        """Write a line that nobody in the room says."""
        self.line(f"* {text}")


def line_of(header: Header, turn: Turn) -> str:
    """Return a turn as a line; empty for one that nobody hears or sees."""
    who = header.speaker(turn.speaker)
    if turn.kind in _UNSEEN:
        return ""
    if turn.kind == "skip" and turn.why == NOT_REMEMBERED:
        return f"* {who} does not remember the answer."
    if turn.kind in _NOTICES:
        return "* " + _NOTICES[turn.kind].format(who=who, person=header.speaker(turn.person))
    if turn.kind in _TOLD:
        return "* " + _TOLD[turn.kind](turn)
    if turn.kind == "goal_guess":
        return f"* A guess at what {header.speaker(turn.person)} wanted to know: {turn.text}"
    if turn.kind in _LABELS:
        return f"* {_LABELS[turn.kind]}: {turn.text}"
    if turn.kind == "interrupt":
        return f"{who}, cutting in: {turn.text}"
    if turn.spoken:
        return f"{who}, aloud: {turn.text}" if turn.text else f"* {who} answers aloud."
    return f"{who}: {turn.text}"


def _rated(turn: Turn) -> str:
    what = turn.competency or f"the answer of turn {turn.cause}"
    score = f"{turn.score} of 5" if turn.score else "not observed"
    return f"Rated: {what} {score}" + (f": {turn.text}" if turn.text else "")


_TOLD: dict[str, Callable[[Turn], str]] = {
    "finding": lambda turn: f"Noticed: {turn.text} (then “{turn.first}”, now “{turn.second}”)",
    "settlement": lambda turn: f"Settled: {CHOICES.get(turn.why, turn.why)} (“{turn.first}”, “{turn.second}”)",
    "rating": _rated,
    "handoff": lambda turn: f"For the next round ({turn.why.replace('_', ' ')}): {turn.text}",
    "edit_note": lambda turn: f"Note of turn {turn.cause} now: {turn.text or 'withdrawn'}",
    "self_rating": lambda turn: f"Your own rating of turn {turn.cause}: {turn.score} of 5",
    "employer_rating": lambda turn: f"On the employer: {employer_words(turn.why, turn.score, turn.text)}",
    "outcome": lambda turn: turn.text,
    "noted": lambda turn: f"Noted: {turn.text}",
    "mark": lambda turn: f"Marked: turn {turn.cause}" + (f": {turn.text}" if turn.text else ""),
}
