"""A room over a line, line by line: the coach who hosts it, the candidate who joined it, an observer who looks on."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable

from simulator.coach.client import RemoteSeat
from simulator.coach.invitation import Invitation
from simulator.debrief import as_text, build
from simulator.interview import actions
from simulator.plain.coaching import Look
from simulator.plain.lines import Command, Said
from simulator.plain.output import ClosedError
from simulator.plain.practice import Practice, Spec
from simulator.seat import Seat
from simulator.sitting import Sitting

AGAIN = "the same line joins again."


ANSWERING = frozenset({"skip", "back", "ask", "note", "review", "draft", "text"})
"""Commands of whoever answers."""


class Hosting(Practice):
    """The coach's seat in a room that others join: it begins when the candidate comes, and is open until they leave."""

    how_it_works = "You speak by commands, one a line; /help lists them."

    def __init__(self, sitting: Sitting, invitation: Invitation) -> None:
        super().__init__(sitting, sitting)
        self._invitation = invitation
        self._own = ()
        self._told_over = False
        self.commands = {name: spec for name, spec in self.commands.items() if name not in ANSWERING}
        self.commands["typing"] = Look("/typing", "what the candidate is typing, where they let you see it", _typing)
        self.commands["begin"] = Spec("/begin", "begin without waiting for the candidate", lambda _: actions.Begin())

    @property
    def _goes_on(self) -> bool:
        return True  # also after the end: the candidate reads on, and there are marks to give

    @property
    def _how_to_go_on(self) -> str:
        if self.seat.ended:
            identity = f"{self.seat.header.candidacy}/{self.seat.header.id}"
            return f"`second-round debrief {identity} --as coach` is the debrief for two."
        return "the same line opens the room again."

    def _begin(self) -> None:
        for line in self._invitation.lines(begun=self.seat.begun):
            self.output.notice(line)
        self._catch_up()

    def _heard(self, event: Said | Command) -> bool:
        """Deal with a command; what the coach writes without one is nobody's answer."""
        if isinstance(event, Said):
            self.output.notice("The candidate answers at the other end; /say speaks as an interviewer.")
            return True
        if event.name != "leave":
            return super()._heard(event)
        if self.seat.begun and not self.seat.ended:
            self._take(actions.Leave())
        self.output.notice(f"Everything is saved; {self._how_to_go_on}")
        return False

    def _show_turns(self) -> None:
        super()._show_turns()
        if self.seat.ended and not self._told_over:
            self._told_over = True
            self.output.notice("You can still /rate, /mark, and /edit what is handed on; /leave closes the room.")

    def _keep(self, text: str) -> None:
        del text  # the draft is the candidate's


def _typing(sitting: Sitting, _: str) -> Iterable[str]:
    return [f"Being typed: {sitting.being_typed}" if sitting.being_typed else "Nothing that you may see."]


class Joined(Practice):
    """The candidate's seat in a room that a coach hosts elsewhere, and may close at any moment."""

    def __init__(self, seat: RemoteSeat) -> None:
        super().__init__(seat)
        self._joined = seat
        self._taking = False

    @property
    def _how_to_go_on(self) -> str:
        return AGAIN

    def _take(self, action: actions.Action) -> None:
        self._taking = True
        try:
            super()._take(action)
        finally:
            self._taking = False

    def _show_turns(self) -> None:
        super()._show_turns()
        if self.seat.ended and not self._taking and not self.lines.wakes:
            self.lines.wakes = True
            self.output.notice("An empty line goes on to what stood out.")

    def _heard(self, event: Said | Command) -> bool:
        """Deal with an answer or a command; an answer that comes after the end only goes on."""
        self.lines.wakes = False
        if not (self.seat.ended and isinstance(event, Said)):
            return super()._heard(event)
        if event.text:
            self.output.notice("The round was over before that answer was sent.")
        return True

    def _over(self) -> None:
        """Tell it all the same where the coach has closed the room since."""
        if self.seat.ended:
            self._closed()

    def _closed(self) -> None:
        """Tell what stood out, as far as the candidate may know: the transcript is not here to ask for it later."""
        for line in as_text(self._joined.debrief or build(self.seat.transcript)).splitlines():
            self.output.line(line)


class LookingOn(Practice):
    """An observer's seat: all that is shown from its beginning, and nothing to be done."""

    how_it_works = "You look on; /leave leaves."

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
                self.output.notice(self.how_it_works)

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


def join(seat: RemoteSeat) -> None:
    """Hold a seat in a room elsewhere on standard input and output."""
    with contextlib.closing(seat):
        (LookingOn if seat.looks_on else Joined)(seat).run()
