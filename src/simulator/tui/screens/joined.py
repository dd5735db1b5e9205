"""The candidate's seat in a room that a coach hosts elsewhere: an interview like any other, debriefed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.screens.interview import InterviewScreen

if TYPE_CHECKING:
    from simulator.coach.client import RemoteSeat
    from simulator.debrief import Debrief


class JoinedScreen(InterviewScreen):
    """The interview, whose content and debrief come from the coach's side."""

    def __init__(self, seat: RemoteSeat) -> None:
        super().__init__(seat)
        self._joined = seat

    def built(self) -> Debrief | None:
        """Return the debrief that the coach's side sent."""
        return self._joined.debrief
