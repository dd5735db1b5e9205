"""After a round, line by line: how the candidate rates their own answers, before they read what others made of them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.interview.actions import SelfRate
from simulator.plain.lines import LATER, NEXT, Command, Said, choice
from simulator.plain.output import Output
from simulator.seat import Seat
from simulator.text import one_line
from simulator.transcript.reading import unrated
from simulator.transcript.turns import OWN_MARKS

ASKED = (
    f"How was your answer? 1 ({OWN_MARKS[1]}) to 5 ({OWN_MARKS[5]}), {NEXT} for what you make of them, or {LATER} to "
    "leave the rest."
)


def rate_own(seat: Seat, events: Iterator[Said | Command], output: Output) -> bool:
    """Ask how each answer was; what is rated low comes back in the next round.

    Return whether to ask on: where that was said, and where all were gone through and some of them given a mark.
    """
    given = False
    marks = {str(mark): mark for mark in OWN_MARKS}
    for exchange in unrated(seat.transcript.turns):
        output.notice(f"“{one_line(exchange.asked.wording, 120)}” {ASKED}")
        chosen = choice(events)
        if chosen in (LATER, NEXT):
            return chosen == NEXT
        if chosen not in marks:
            output.notice("That is no mark from 1 to 5: this answer is left without one.")
            continue
        seat.take(SelfRate(cause=exchange.answers[-1].n, score=marks[chosen]))
        seat.wait()
        given = True
    return given
