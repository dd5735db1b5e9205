"""After a round, line by line: asking which of two differing passages is right."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.debrief.build import build
from simulator.interview.settling import CHOICES
from simulator.plain.lines import Command, Said
from simulator.plain.output import Output
from simulator.seat import Seat

ASKED = "Which is right? /first, /second, /both (both are true) or /unlike (not the same thing); anything else: later."


def settle(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask about each difference that is still open, until one is left for later."""
    for entry in build(seat.transcript, plan=seat.plan).findings:
        if not entry.open:
            continue
        output.notice(
            f"{entry.earlier.round}: “{entry.earlier.quote}”. {entry.now.round}: “{entry.now.quote}”. {ASKED}"
        )
        event = next(events, None)
        if not isinstance(event, Command) or event.name not in CHOICES:
            return
        seat.take(entry.settle(event.name))
        seat.wait()
        output.notice("Noted.")
