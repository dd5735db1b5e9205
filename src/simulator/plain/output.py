"""Writing lines: one for each thing said, flushed at once, and never a character a terminal would act on."""

from __future__ import annotations

import sys
from typing import TextIO

from simulator.debrief.text import SETTLED
from simulator.text import clean
from simulator.transcript.turns import Header, Turn

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
}
_LABELS = {"hint": "Tip", "note": "Note", "coach_note": "Coach's note", "finding": "Noticed"}
_UNSEEN = frozenset({"begin", "wait", "typing"})


class ClosedError(Exception):
    """Nobody reads the output any more."""


class Output:
    """Standard output, or another stream, one line at a time."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout

    def line(self, text: str) -> None:
        """Write a line; further lines in `text` are indented. `ClosedError` is raised where nobody reads on."""
        try:
            self._stream.write(clean(text).replace("\n", f"\n{INDENT}") + "\n")
            self._stream.flush()
        except (BrokenPipeError, ValueError):
            raise ClosedError from None

    def notice(self, text: str) -> None:
        """Write a line that nobody in the room says."""
        self.line(f"* {text}")


def line_of(header: Header, turn: Turn) -> str:
    """Return a turn as a line; empty for one that nobody hears or sees."""
    who = header.speaker(turn.speaker)
    if turn.kind in _UNSEEN:
        return ""
    if turn.kind in _NOTICES:
        return "* " + _NOTICES[turn.kind].format(who=who)
    if turn.kind == "finding":
        return f"* Noticed: {turn.text} (then “{turn.first}”, now “{turn.second}”)"
    if turn.kind == "settlement":
        return f"* Settled: {SETTLED[turn.why]} (“{turn.first}”, “{turn.second}”)"
    if turn.kind == "rating":
        tail = f": {turn.text}" if turn.text else ""
        return f"* Rated: {turn.competency} {turn.score} of 5{tail}"
    if turn.kind in _LABELS:
        return f"* {_LABELS[turn.kind]}: {turn.text}"
    return f"{who}: {turn.text}"
