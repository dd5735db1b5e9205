"""After a round, line by line: what the candidate makes of the other side, before they read what that makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.own_view import own_view
from simulator.plain.lines import LATER, Command, Said, words
from simulator.plain.output import Output
from simulator.seat import Seat
from simulator.transcript.turns import EMPLOYER_MARKS

_MARKED = re.compile(r"([1-5])(?:[.:,]?\s+(.+)|[.:,]?)")
"""A mark, and what may stand behind it."""

ASKED = (
    f"1 ({EMPLOYER_MARKS[1]}) to 5 ({EMPLOYER_MARKS[5]}), with a few words behind it if you like, or {LATER} to leave "
    "the rest. Interviewers never see it."
)


def tell_own_view(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask what they make of it, until the rest is left for later."""
    for number, question in enumerate(own_view(seat.transcript)):
        output.notice(f"{question.text} {ASKED if not number else ''}".rstrip())
        said = words(events)
        if said.lower() == LATER:
            return
        marked = _MARKED.fullmatch(said)
        if not marked:
            output.notice("That does not begin with a mark from 1 to 5: this one is left out.")
            continue
        seat.take(question.write(int(marked[1]), marked[2] or ""))
        seat.wait()
