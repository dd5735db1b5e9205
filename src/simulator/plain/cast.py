"""A transcript as a recording that `asciinema play` plays: the interview line by line, silences cut down.

The format is asciicast v2: a line of JSON about the recording, then one line for each thing written, with its second.
"""

from __future__ import annotations

import json
import textwrap

from simulator.plain.output import INDENT, line_of
from simulator.replay import Player
from simulator.text import clean, one_line
from simulator.transcript.turns import Header, Transcript, Turn

WIDTH, HEIGHT = 80, 24

LONGEST = 4.0
"""Seconds of silence that are left."""

STARTS = {True: "\x1b[2m", False: "\x1b[1m"}
"""What begins a notice (dim) and a speaker's name (bold): with `PLAIN`, all control sequences there are."""

PLAIN = "\x1b[0m"


def as_cast(transcript: Transcript) -> str:
    """Return `transcript`, all of it, as an asciicast."""
    header = transcript.header
    player = Player(transcript, "coach", reveal=True, longest=LONGEST)
    about = {
        "version": 2,
        "width": WIDTH,
        "height": HEIGHT,
        "timestamp": int(header.started_at.timestamp()),
        "title": one_line(f"{header.title}: {header.candidate}"),
    }
    lines = [json.dumps(about)]
    for place, turn in enumerate(transcript.turns, start=1):
        if written := _written(header, turn):
            lines.append(json.dumps([round(player.start_of(place), 3), "o", written]))
    return "\n".join(lines) + "\n"


def _written(header: Header, turn: Turn) -> str:
    """Return what is written for a turn, wrapped, with the name before it standing out; empty for one not heard."""
    text = clean(line_of(header, turn)).expandtabs(4)
    if not text:
        return ""
    wrapped = [
        piece
        for number, line in enumerate(text.split("\n"))
        for piece in textwrap.wrap(line, WIDTH, initial_indent=INDENT * bool(number), subsequent_indent=INDENT) or [""]
    ]
    notice = wrapped[0].startswith("* ")
    name = f"{header.speaker(turn.speaker)}:"
    ends = len(wrapped[0]) if notice or not wrapped[0].startswith(name) else len(name)
    first = f"{STARTS[notice]}{wrapped[0][:ends]}{PLAIN}{wrapped[0][ends:]}"
    return "\r\n".join([first, *wrapped[1:]]) + "\r\n"
