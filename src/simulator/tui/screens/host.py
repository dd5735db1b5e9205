"""The coach's seat in a room that others joined: all that happens on one side, the coach's side open on the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from simulator.interview import actions
from simulator.plain.coaching import CoachCommand
from simulator.sitting import Sitting
from simulator.text import one_line
from simulator.transcript.turns import Viewer
from simulator.tui.coach_side import CoachLine, CoachSide
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.room_header import RoomHeader
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

BEGIN = CoachCommand("/begin", "begin without waiting for the candidate", lambda _, __: actions.Begin())

TYPED = 400
"""Characters shown of what the candidate is typing, the last ones."""


class HostScreen(InterviewScreen):
    """What the room looks like from the coach's chair; the candidate sits at another terminal."""

    CSS_PATH = "host.tcss"
    AUTO_FOCUS = "CoachLine"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("host")]
    viewer: Viewer = "coach"
    rates = False

    def __init__(self, sitting: Sitting, invitation: Sequence[str]) -> None:
        super().__init__(sitting)
        self.sitting = sitting
        self._side = CoachSide(sitting, looked=invitation, more={"begin": BEGIN})
        self._invitation = tuple(invitation)
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield RoomHeader(self.seat)
        with Horizontal(id="both"):
            yield self._conversation
            yield self._side
        yield Notice()
        yield self._pinned
        yield self._box
        yield KeyBar()

    def begin(self) -> None:
        """Wait for the candidate, whose coming begins the round."""
        self._box.display = False

    def catch_up(self) -> None:
        """Show what happened since, on both sides."""
        super().catch_up()
        if self.is_attached:
            self._side.update()

    def tick(self) -> None:
        """Show what the candidate is typing, where they let it be seen."""
        self.query_one(RoomHeader).update()
        typed = one_line(self.sitting.being_typed[-TYPED:], TYPED)
        if typed != self._typed:
            self._typed = typed
            self.query_one(Notice).say(f"Being typed: {typed}" if typed else "")

    def on_coach_side_wanted(self, event: CoachSide.Wanted) -> None:
        """Do what the coach wants."""
        try:
            self.sitting.take(event.action)
        except TROUBLE as error:
            self._side.done(told(error))
            return
        self.catch_up()
        self._side.done("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what a coach does; the candidate's keys are the candidate's."""
        if action in ("take_back", "ask", "note", "skip"):
            return False
        return super().check_action(action, parameters)

    def action_line(self) -> None:
        """Go to the coach's line."""
        self.query_one(CoachLine).focus()

    def action_invite(self) -> None:
        """Show how others join."""
        self._side.look_up(self._invitation)
