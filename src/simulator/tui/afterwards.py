"""What follows an interview: the candidate's own marks and view first, then the debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from simulator.interview import actions
from simulator.seat import Seat
from simulator.transcript.reading import unrated
from simulator.transcript.turns import Transcript

if TYPE_CHECKING:
    from simulator.debrief import Debrief
    from simulator.tui.app import SecondRound

SETTLE_SECONDS = 2.0
"""How long a choice may take to arrive where the interview is kept."""


class Afterwards:
    """The way from the end of the interview at `seat` to its debrief; the candidate `rates` once, themselves and them.

    `built` returns the debrief where it was built elsewhere.
    """

    def __init__(self, seat: Seat, *, rates: bool, built: Callable[[], Debrief | None]) -> None:
        self._seat = seat
        self._built = built
        self._rates = rates and not seat.looks_on

    def open(self, app: SecondRound) -> None:
        """Ask for what the candidate has still to say, once, and show the debrief."""
        rates, self._rates = self._rates, False
        if not rates:
            self._debrief(app)
        elif unrated(self._seat.transcript.turns):
            from simulator.tui.screens.own_marks import OwnMarksScreen

            screen = OwnMarksScreen(self._seat.transcript, self._write)
            app.push_screen(screen, lambda goes_on: self._view(app) if goes_on else self._debrief(app))
        else:
            self._view(app)

    def _view(self, app: SecondRound) -> None:
        from simulator.own_view import own_view
        from simulator.tui.screens.own_view import OwnViewScreen

        questions = own_view(self._seat.transcript)
        if questions:
            screen = OwnViewScreen(questions, self._write, self._seat.kept_in)
            app.push_screen(screen, lambda _: self._debrief(app))
        else:
            self._debrief(app)

    def _debrief(self, app: SecondRound) -> None:
        app.open_debrief(self._seat.transcript, self._seat.plan, self._write, built=self._built)

    def _write(self, action: actions.Action) -> Transcript:
        self._seat.take(action)
        self._seat.wait(SETTLE_SECONDS)
        return self._seat.transcript
