"""After a round, line by line: how the candidate rates their own answers, before they read what others made of them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.interview.actions import SelfRate
from simulator.plain.lines import Command, Said
from simulator.plain.output import Output
from simulator.seat import Seat
from simulator.text import one_line
from simulator.transcript.reading import unrated
from simulator.transcript.turns import OWN_MARKS

ASKED = f"How was your answer? /1 ({OWN_MARKS[1]}) to /5 ({OWN_MARKS[5]}); anything else: later."


def rate_own(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask how each answer was, until one is left for later; what is rated low comes back in the next round."""
    for exchange in unrated(seat.transcript.turns):
        output.notice(f"“{one_line(exchange.asked.text, 120)}” {ASKED}")
        event = next(events, None)
        if not (isinstance(event, Command) and event.name in map(str, OWN_MARKS)):
            return
        seat.take(SelfRate(cause=exchange.answers[-1].n, score=int(event.name)))
        seat.wait()
