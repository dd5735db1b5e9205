"""After a round, line by line: how the candidate rates their own answers, before they read what others made of them."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.interview import actions
from simulator.plain.lines import Command, Said
from simulator.plain.output import Output
from simulator.seat import Seat
from simulator.text import one_line
from simulator.transcript.reading import exchanges

ASKED = "How was your answer? /1 (I'd want it again) to /5 (as I meant it); anything else: later."


def rate_own(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask how each answer was, until one is left for later; what is rated low comes back in the next round."""
    marked = {turn.cause for turn in seat.transcript.turns if turn.kind == "self_rating"}
    for exchange in exchanges(seat.transcript.turns):
        if not exchange.answers or marked & {turn.n for turn in exchange.answers}:
            continue
        output.notice(f"“{one_line(exchange.asked.text, 120)}” {ASKED}")
        event = next(events, None)
        if not (isinstance(event, Command) and event.name in tuple("12345")):
            return
        seat.take(actions.SelfRate(cause=exchange.answers[-1].n, score=int(event.name)))
        seat.wait()
