"""What stood behind a line: why it was said, with what in mind, and what it came back to."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.debrief.text import MOTIVES, TRIGGERS, WHYS
from simulator.interview.handoff import note_behind
from simulator.interview.plan import Plan
from simulator.text import one_line
from simulator.transcript.turns import Transcript, Turn

ARRIVALS = frozenset({"greeting", "introduction"})
"""The lines by which an interviewer enters the conversation."""


def behind(shown: Transcript, turn: Turn, plan: Plan | None = None) -> list[str]:
    """Return in a line each what stood behind `turn`, as far as `shown` tells: nothing unless it is revealed.

    `plan` is what the interview followed, where that is at hand: it knows what the interviewers wanted to find out.
    """
    return list(_behind(shown, turn, plan))


def _behind(shown: Transcript, turn: Turn, plan: Plan | None) -> Iterator[str]:
    header = shown.header
    if turn.kind in ARRIVALS and plan is not None and turn.speaker in plan.people:
        yield f"Goal: {one_line(plan.people[turn.speaker].goal)}"
    if turn.kind == "question" and turn.why in WHYS:
        item = next((item for item in header.agenda if item.question == turn.question), None)
        motive = MOTIVES.get(item.motive, "") if item else ""
        yield f"Why: {', '.join(filter(None, [WHYS[turn.why], motive]))}"
        before = next((each for each in header.earlier if item and item.earlier == each.pointer), None)
        if before is not None:
            said = f"“{one_line(before.answers[0], 160)}”" if before.answers else "no answer"
            yield f"In the notes of {before.round}, from {before.asker}: {said}"
        question = plan.questions.get(turn.question) if plan else None
        note = note_behind(item, header.notes, question.competency if question else "") if item else None
        if note is not None and note.text:
            yield f"Hand-off note it follows from: {one_line(note.text)}"
    if turn.kind in ("probe", "challenge") and turn.why in TRIGGERS:
        yield f"Why: {TRIGGERS[turn.why]}"
