"""The interview as those see it who do not answer: an observer, and the coach whose candidate sits elsewhere."""

from __future__ import annotations

from simulator.seat import Seat
from simulator.text import one_line
from simulator.transcript.turns import Viewer
from simulator.tui.notice import Notice
from simulator.tui.offered import BY_CANDIDATE
from simulator.tui.room_header import RoomHeader
from simulator.tui.screens.interview import InterviewScreen

TYPED = 400
"""Characters shown of what the candidate is typing, the last ones."""


class LookingOnScreen(InterviewScreen):
    """What is said, by name, and what is being typed where that may be seen; nothing is done from here."""

    viewer: Viewer = "coach"  # an observer is sent no more than they may see
    rates = False

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._typed = ""

    def begin(self) -> None:
        """Wait for the candidate, whose coming begins the round."""
        self._box.display = False
        self._conversation.focus()

    def catch_up(self) -> None:
        """Show what happened since, and what is being typed."""
        super().catch_up()
        if self.is_attached:
            self._show_typed()

    def _show_typed(self) -> None:
        typed = one_line(self.seat.being_typed[-TYPED:], TYPED)
        if typed != self._typed:
            self._typed = typed
            self.query_one(Notice).say(f"Being typed: {typed}" if typed else "")

    def tick(self) -> None:
        """Let the clock go on; silence and draft are the candidate's."""
        self.query_one(RoomHeader).update()
        self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be looked at; what a candidate does is the candidate's."""
        if action in BY_CANDIDATE or action in ("debrief", "move"):
            return False
        return super().check_action(action, parameters)
