"""A room over a line, line by line: the coach who hosts it, the candidate who joined it, an observer who looks on."""

from __future__ import annotations

import contextlib

from simulator.coach.invitation import Invitation
from simulator.debrief import as_text, build
from simulator.interview import actions
from simulator.plain.lines import Command
from simulator.plain.output import ClosedError
from simulator.plain.practice import Practice, Spec
from simulator.seat import Seat
from simulator.sitting import Sitting

AGAIN = "the same line joins again."


class Hosting(Practice):
    """The coach's seat in a room that others join: it begins when the candidate comes, and is open until they leave."""

    def __init__(self, sitting: Sitting, invitation: Invitation) -> None:
        super().__init__(sitting, sitting)
        self._invitation = invitation
        self._own = ()
        self.commands["begin"] = Spec("/begin", "begin without waiting for the candidate", lambda _: actions.Begin())

    @property
    def _goes_on(self) -> bool:
        return True  # also after the end: the candidate reads on, and there are marks to give

    @property
    def _how_to_go_on(self) -> str:
        return "the same line opens the room again."

    def _begin(self) -> None:
        for line in self._invitation.lines:
            self.output.notice(line)
        self._catch_up()


class Joined(Practice):
    """The candidate's seat in a room that a coach hosts elsewhere."""

    @property
    def _how_to_go_on(self) -> str:
        return AGAIN

    def _closed(self) -> None:
        """Tell what stood out, as far as the candidate may know: the transcript is not here to ask for it later."""
        for line in as_text(build(self.seat.transcript)).splitlines():
            self.output.line(line)


class LookingOn(Practice):
    """An observer's seat: all that is shown from its beginning, and nothing to be done."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._own = self._hidden = ()  # they are sent no more than they may see

    def run(self) -> None:
        """Show what happens, until the input ends, somebody writes /leave, or nobody reads on."""
        with contextlib.suppress(ClosedError):
            self._open()
            for event in self.lines:
                if isinstance(event, Command) and event.name == "leave":
                    return
                self.output.notice("You look on; /leave leaves.")

    def _come_back(self) -> None:
        self._catch_up()

    def _begin(self) -> None:
        self._catch_up()

    def _keep(self, text: str) -> None:
        del text  # what an observer types goes nowhere


def host(sitting: Sitting, invitation: Invitation) -> None:
    """Hold the coach's seat on standard input and output; `invitation` is told first: how others join."""
    with contextlib.closing(sitting):
        Hosting(sitting, invitation).run()


def join(seat: Seat) -> None:
    """Hold a seat in a room elsewhere on standard input and output."""
    with contextlib.closing(seat):
        (LookingOn if seat.looks_on else Joined)(seat).run()
