"""Replaying a transcript line by line, as it happened."""

from __future__ import annotations

import time
from collections.abc import Callable

from simulator.plain.output import ClosedError, Output, line_of
from simulator.replay.behind import behind
from simulator.replay.recording import Recording


def replay(recording: Recording, *, output: Output | None = None, sleep: Callable[[float], None] = time.sleep) -> None:
    """Write what `recording` plays line by line, at its player's speed; 0 writes it at once."""
    output = output or Output()
    player = recording.player
    try:
        _open(recording, output)
        player.play()
        written = 0
        while player.playing:
            if player.speed > 0:
                sleep(player.next_in)
                player.elapse(player.next_in)
            else:
                player.go_to(len(player.transcript.turns))
            written = _write(recording, written, output)
        if not player.transcript.ended:
            output.notice("The transcript stops here; this interview has not ended.")
    except ClosedError:
        return


def _open(recording: Recording, output: Output) -> None:
    header = recording.player.transcript.header
    people = ", ".join(header.speaker(person.id) for person in header.interviewers)
    output.notice(f"{header.title}: {header.candidate}, {header.started_at:%Y-%m-%d}, with {people}.")
    for line in recording.notices:
        output.notice(line)


def _write(recording: Recording, written: int, output: Output) -> int:
    """Write the turns that have come since the first `written` seen ones, and return how many are seen now."""
    shown = recording.player.shown()
    for turn in shown.turns[written:]:
        if line := line_of(shown.header, turn):
            output.line(line)
        if recording.player.reveal:
            for line in behind(shown, turn, recording.plan):
                output.notice(line)
    return len(shown.turns)
