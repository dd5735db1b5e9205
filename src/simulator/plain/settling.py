"""After a round, line by line: asking which of two differing passages is right."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.debrief.build import build
from simulator.debrief.report import FindingEntry
from simulator.interview.settling import CHOICES
from simulator.plain.lines import LATER, Command, Said, choice
from simulator.plain.output import Output
from simulator.seat import Seat

ASKED = f"Which is right? first, second, both (both are true), unlike (not the same thing), or {LATER}."


def settle(seat: Seat, events: Iterator[Said | Command], output: Output) -> None:
    """Ask about each difference that is still open, until the rest is left for later."""
    asked: dict[tuple[str, str], list[FindingEntry]] = {}
    for entry in build(seat.transcript, plan=seat.plan).findings:
        if entry.open:
            asked.setdefault(entry.shown, []).append(entry)
    for entry, *more in asked.values():
        before, now = (f"{each.round}: “{each.words.rstrip('.')}”." for each in (entry.earlier, entry.now))
        output.notice(f"{before} {now} {ASKED}")
        chosen = choice(events)
        if chosen == LATER:
            return
        if chosen not in CHOICES:
            output.notice("That is none of the choices: this one stays open.")
            continue
        for each in (entry, *more):
            seat.take(each.settle(chosen))
            seat.wait()
        output.notice("Noted.")
