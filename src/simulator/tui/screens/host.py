"""The coach's seat in a room that others joined: all that happens on one side, the coach's side open on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal

from simulator.briefing import Section
from simulator.coach.invitation import Invitation
from simulator.interview import actions
from simulator.plain.coaching import CoachCommand
from simulator.sitting import Sitting
from simulator.tui.app import app_of
from simulator.tui.coach_side import CoachLine, CoachSide
from simulator.tui.copying import HANDED
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.room_header import RoomHeader
from simulator.tui.screens.looking_on import LookingOnScreen
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

BEGIN = CoachCommand("/begin", "begin without waiting for the candidate", lambda _, __: actions.Begin())


class HostScreen(LookingOnScreen):
    """What the room looks like from the coach's chair; the candidate sits at another terminal."""

    CSS_PATH = "host.tcss"
    AUTO_FOCUS = "CoachLine"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("host")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # as Textual declares it

    def __init__(self, sitting: Sitting, invitation: Invitation) -> None:
        super().__init__(sitting)
        self.sitting = sitting
        self._waiting = not sitting.begun
        self._side = CoachSide(sitting, looked=_joining(invitation, begun=sitting.begun), more={"begin": BEGIN})
        self._invitation = invitation

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
        if self._waiting:
            key = app_of(self).key_for("host.invite")
            self._say(f"Waiting for {self.seat.header.candidate}. {key} copies the line they type.")

    def catch_up(self) -> None:
        """Show what happened since, on both sides."""
        if self.is_attached and self._waiting and self.seat.begun:
            self._waiting = False
            self._say("")
            self._side.look_up(())
        super().catch_up()
        if not self.is_attached:
            return
        self._side.update()
        if self.seat.ended:
            self.query_one(CoachLine).placeholder = "Enter: the debrief for two; or help"

    def on_coach_side_wanted(self, event: CoachSide.Wanted) -> None:
        """Do what the coach wants."""
        try:
            self.sitting.take(event.action)
        except TROUBLE as error:
            self._side.done(told(error))
            return
        self.catch_up()
        self._side.done("")

    def on_coach_side_finished(self) -> None:
        """Show the debrief for two."""
        self.action_debrief()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what a coach does beside what can be looked at."""
        if action == "pause":
            return not self.seat.ended
        if action == "debrief":
            return self.seat.ended
        return super().check_action(action, parameters)

    def action_line(self) -> None:
        """Go to the coach's line."""
        self.query_one(CoachLine).focus()

    def action_side(self, by: int) -> None:
        """Scroll the coach's side a page down, or up (-1)."""
        self._side.scroll_page(by)

    def action_invite(self) -> None:
        """Show how others join, and copy the candidate's line."""
        self._side.show(_joining(self._invitation, begun=self.sitting.begun))
        self.app.copy_to_clipboard(self._invitation.candidate)
        self._say(f"What the candidate types: {HANDED}")

    def action_debrief(self) -> None:
        """Show the debrief for two."""
        app_of(self).open_debrief(self.seat.transcript, self.seat.plan, viewer="coach")


def _joining(invitation: Invitation, *, begun: bool) -> Section:
    return Section("How others join", invitation.lines(begun=begun))
