"""What follows an interview: the candidate's own marks first, then the debrief."""

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
    """The way from the end of the interview at `seat` to its debrief; the candidate `rates` their answers once.

    `built` returns the debrief where it was built elsewhere.
    """

    def __init__(self, seat: Seat, *, rates: bool, built: Callable[[], Debrief | None]) -> None:
        self._seat = seat
        self._built = built
        self._rates = rates and not seat.looks_on

    def open(self, app: SecondRound) -> None:
        """Ask for what marks there are still to give, and show the debrief."""
        if self._rates and unrated(self._seat.transcript.turns):
            from simulator.tui.screens.own_marks import OwnMarksScreen

            self._rates = False
            app.push_screen(OwnMarksScreen(self._seat.transcript, self._write), lambda _: self._debrief(app))
        else:
            self._debrief(app)

    def _debrief(self, app: SecondRound) -> None:
        app.open_debrief(self._seat.transcript, self._seat.plan, self._write, built=self._built)

    def _write(self, action: actions.Settle | actions.SelfRate) -> Transcript:
        self._seat.take(action)
        self._seat.wait(SETTLE_SECONDS)
        return self._seat.transcript
