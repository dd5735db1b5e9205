"""Replaying a transcript line by line, as it happened."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence

from simulator.plain.output import ClosedError, Output, line_of
from simulator.replay import Player
from simulator.replay.behind import behind


def replay(
    player: Player,
    *,
    notices: Sequence[str] = (),
    goals: Mapping[str, str] | None = None,
    output: Output | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> None:
    """Write what `player` plays line by line, at its speed; 0 writes it at once.

    `notices` are told first; `goals` says, by id, what each interviewer wanted to find out.
    """
    output = output or Output()
    try:
        _open(player, notices, output)
        player.play()
        written = 0
        while player.playing:
            if player.speed > 0:
                sleep(player.next_in)
                player.elapse(player.next_in)
            else:
                player.go_to(len(player.transcript.turns))
            written = _write(player, written, goals, output)
        if not player.transcript.ended:
            output.notice("The transcript stops here; this interview has not ended.")
    except ClosedError:
        return


def _open(player: Player, notices: Sequence[str], output: Output) -> None:
    header = player.transcript.header
    people = ", ".join(header.speaker(person.id) for person in header.interviewers)
    output.notice(f"{header.title}: {header.candidate}, {header.started_at:%Y-%m-%d}, with {people}.")
    for line in notices:
        output.notice(line)


def _write(player: Player, written: int, goals: Mapping[str, str] | None, output: Output) -> int:
    """Write the turns that have come since the first `written` seen ones, and return how many are seen now."""
    shown = player.shown()
    for turn in shown.turns[written:]:
        if line := line_of(shown.header, turn):
            output.line(line)
        if player.reveal:
            for line in behind(shown, turn, goals):
                output.notice(line)
    return len(shown.turns)
