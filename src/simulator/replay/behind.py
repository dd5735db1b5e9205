"""What stood behind a line: why it was said, with what in mind, and what it came back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from simulator.debrief.text import MOTIVES, TRIGGERS, WHYS
from simulator.text import one_line
from simulator.transcript.turns import Transcript, Turn

ARRIVALS = frozenset({"greeting", "introduction"})
"""The lines by which an interviewer enters the conversation."""


def behind(shown: Transcript, turn: Turn, goals: Mapping[str, str] | None = None) -> list[str]:
    """Return in a line each what stood behind `turn`, as far as `shown` tells: nothing unless it is revealed.

    `goals` says what each interviewer wants to find out, by id.
    """
    return list(_behind(shown, turn, goals or {}))


def _behind(shown: Transcript, turn: Turn, goals: Mapping[str, str]) -> Iterator[str]:
    header = shown.header
    if turn.kind in ARRIVALS and goals.get(turn.speaker):
        yield f"Goal: {one_line(goals[turn.speaker])}"
    if turn.kind == "question" and turn.why in WHYS:
        item = next((item for item in header.agenda if item.question == turn.question), None)
        motive = MOTIVES.get(item.motive, "") if item else ""
        yield f"Why: {', '.join(filter(None, [WHYS[turn.why], motive]))}"
        before = next((each for each in header.earlier if item and item.earlier == each.pointer), None)
        if before is not None:
            said = f"“{one_line(before.answers[0], 160)}”" if before.answers else "no answer"
            yield f"In the notes of {before.round}, from {before.asker}: {said}"
        for note in header.notes:
            if item is not None and item.note and note.pointer == item.note and note.text:
                yield f"Hand-off note it follows from: {one_line(note.text)}"
    if turn.kind in ("probe", "challenge") and turn.why in TRIGGERS:
        yield f"Why: {TRIGGERS[turn.why]}"
