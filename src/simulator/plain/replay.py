"""Replaying a transcript line by line, as it happened."""

from __future__ import annotations

import time
from collections.abc import Callable

from simulator.plain.output import ClosedError, Output, line_of
from simulator.transcript.turns import Transcript, seen_by

LONGEST_PAUSE = 20.0
"""Seconds of thinking that are replayed in full; nobody learns from a longer wait."""


def replay(
    transcript: Transcript,
    *,
    speed: float = 0.0,
    reveal: bool = False,
    output: Output | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Write `transcript` line by line at `speed` times its pace; 0 writes it at once.

    What the room did not know then is shown with `reveal`, as far as the candidate may know it now.
    """
    output = output or Output()
    shown = seen_by(transcript, "candidate", ended=transcript.ended and reveal)
    header = shown.header
    people = ", ".join(header.speaker(person.id) for person in header.interviewers)
    try:
        output.notice(f"{header.title}: {header.candidate}, {header.started_at:%Y-%m-%d}, with {people}.")
        if reveal and not transcript.ended:
            output.notice("Nothing can be revealed before the interview has ended.")
        before = 0.0
        for turn in shown.turns:
            if speed > 0:
                # In this order, a time that is no number (the file may come from anywhere) is no pause.
                sleep(min(max(0.0, turn.at - before), LONGEST_PAUSE) / speed)
            before = turn.at
            if line := line_of(header, turn):
                output.line(line)
            if reveal and turn.why and turn.kind in ("question", "probe"):
                output.notice(f"Why: {turn.why}{_motive(shown, turn.question) if turn.kind == 'question' else ''}")
        if not transcript.ended:
            output.notice("The transcript stops here; this interview has not ended.")
    except ClosedError:
        return


def _motive(transcript: Transcript, question: str) -> str:
    motive = next((item.motive for item in transcript.header.agenda if item.question == question), "")
    return f", {motive}" if motive else ""
