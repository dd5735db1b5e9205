"""After a round, line by line: what the candidate makes of the other side, before they read what that makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from simulator.own_view import own_view
from simulator.plain.lines import LATER, NEXT, Command, Said, words
from simulator.plain.output import Output
from simulator.seat import Seat
from simulator.transcript.turns import EMPLOYER_MARKS

_MARKED = re.compile(r"([1-5])(?:[.:,]?\s+(.+)|[.:,]?)")
"""A mark, and what may stand behind it."""

_TO_MARK = (
    f"1 ({EMPLOYER_MARKS[1]}) to 5 ({EMPLOYER_MARKS[5]}), with a few words behind it if you like, {NEXT} to leave "
    f"these, or {LATER} to leave the rest. Interviewers never see it."
)
_TO_GUESS = f"In your own words, {NEXT} to leave these, or {LATER} to leave the rest."


def tell_own_view(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask what they make of it, part by part, until the rest is left for later."""
    part = left = ""
    for question in own_view(seat.transcript):
        if question.part == left:
            continue
        how = "" if question.part == part else _TO_MARK if question.marked else _TO_GUESS
        part = question.part
        output.notice(f"{question.text} {how}".rstrip())
        said = words(events)
        if said.lower() == LATER:
            return
        if said.lower() == NEXT:
            left = part
            continue
        marked = _MARKED.fullmatch(said) if question.marked else None
        if question.marked and not marked:
            output.notice("That does not begin with a mark from 1 to 5: this one is left out.")
            continue
        seat.take(question.write(int(marked[1]), marked[2] or "") if marked else question.write(0, said))
        seat.wait()
