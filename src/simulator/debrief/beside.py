"""The coach's marks beside those that the words show, the widest apart first, and the coach's notes at their turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from simulator.debrief.report import Beside, Evidence, Remark, TwoMarks
from simulator.debrief.scorecard import MAX_QUOTE, Marked
from simulator.interview.speech import worded
from simulator.text import one_line
from simulator.transcript.reading import standing
from simulator.transcript.turns import CANDIDATE, Transcript, Turn

if TYPE_CHECKING:
    from simulator.interview.plan import Plan

MOST_POINTS = 5
"""Marks put side by side at most: more are not taken in at one sitting."""


def beside(shown: Transcript, marks: Sequence[Marked], plan: Plan) -> Beside | None:
    """Return what a coach said of an interview beside what its words show; None where no coach said anything.

    `shown` is the transcript as whoever reads it may see it: a coach's own notes are only in the coach's copy.
    """
    both = sorted(_both(shown, marks, plan), key=lambda each: (-each.apart, each.evidence.n))
    remarks = tuple(_remarks(shown))
    if not both and not remarks:
        return None
    return Beside(marks=tuple(both[:MOST_POINTS]), more=max(len(both) - MOST_POINTS, 0), remarks=remarks)


def _both(shown: Transcript, marks: Sequence[Marked], plan: Plan) -> Iterator[TwoMarks]:
    someone = next(iter(plan.people.values()))
    ratings = {turn.cause: turn for turn in standing(shown.turns) if turn.kind == "rating" and turn.cause}
    for each in marks:
        rating = next((ratings[n] for n in reversed(each.heard.turns) if n in ratings), None)
        if rating is not None:
            yield TwoMarks(
                asked=one_line(worded(plan, someone, each.heard.question), MAX_QUOTE),
                coach=rating.score,
                words=each.score or 0,
                coach_says=rating.text,
                words_say=each.reason,
                evidence=each.evidence,
            )


def _remarks(shown: Transcript) -> Iterator[Remark]:
    """Yield the coach's notes and marks, each with what was being said at its turn."""
    by_number = {turn.n: turn for turn in shown.turns}
    said: Turn | None = None
    for turn in shown.turns:
        if turn.speaker == CANDIDATE and turn.kind == "answer":
            said = turn
        if turn.kind not in ("coach_note", "mark"):
            continue
        about = by_number.get(turn.cause) if turn.kind == "mark" else said
        quote = one_line(about.text, MAX_QUOTE) if about else ""
        n = about.n if about else turn.n
        yield Remark(
            at=turn.at,
            kind="note" if turn.kind == "coach_note" else "mark",
            text=turn.text,
            about=Evidence(transcript=shown.header.id, n=n, quote=quote),
        )
