"""The coach's seat: the interview as the candidate sees it, and the coach's side while it is held open."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.screen import ModalScreen

from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.text import clean
from simulator.tui.coach_side import CoachLine, CoachSide
from simulator.tui.keys import bindings
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer
    from textual.widgets import TextArea

GLANCE = 3.0
"""Seconds after the last key until the coach's side closes by itself: a key held down repeats sooner."""

WRITING = 20.0
"""The same while something stands in the coach's line."""

STILL_TYPING = 3.0
"""Seconds after a letter in the answer box during which the side stays shut."""


class HeldOpen(ModalScreen[str]):
    """The coach's side over the interview; it closes by itself, and returns what stood in the coach's line."""

    CSS_PATH = "coach.tcss"
    AUTO_FOCUS = "CoachLine"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("coach-side")]

    def __init__(self, sitting: Sitting, line: str, take: Callable[[actions.Action], str]) -> None:
        super().__init__()
        self._side = CoachSide(sitting, line)
        self._take = take
        self._shutting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the side out."""
        yield self._side

    def on_mount(self) -> None:
        """Begin to close, and close at once when the window is left."""
        self.watch(self.app, "app_focus", self._look_away, init=False)
        self.action_hold()

    def _look_away(self, focused: bool) -> None:
        if not focused and self.is_current:
            self.action_close()

    def action_hold(self) -> None:
        """Stay open a little longer."""
        if self._shutting is not None:
            self._shutting.stop()
        writing = bool(self.query_one(CoachLine).value)
        self._shutting = self.set_timer(WRITING if writing else GLANCE, self.action_close)

    def on_key(self) -> None:
        """Stay open while a key is held or pressed."""
        self.action_hold()

    def on_coach_side_used(self) -> None:
        """Stay open while the coach writes."""
        self.action_hold()

    def on_coach_side_wanted(self, event: CoachSide.Wanted) -> None:
        """Do what the coach wants."""
        self._side.done(self._take(event.action))

    def action_close(self) -> None:
        """Close; what stands in the coach's line stays for the next time."""
        self.dismiss(self._side.line)


class CoachScreen(InterviewScreen):
    """One terminal for both: the candidate's screen, with a key that shows the coach's side."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("coach")]

    def __init__(self, sitting: Sitting, tick: Callable[[], float] = time.monotonic) -> None:
        super().__init__(sitting)
        self.sitting = sitting
        self._tick = tick
        self._typed_at = -STILL_TYPING
        self._line = ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note when the candidate typed last."""
        if event.text_area.text:  # an answer that was sent leaves an empty box
            self._typed_at = self._tick()
        super().on_text_area_changed(event)

    def action_coach(self) -> None:
        """Show the coach's side, unless somebody is typing an answer."""
        if self._tick() - self._typed_at < STILL_TYPING:
            self._say("The answer is being typed: the coach's side stays shut.")
            return

        def closed(line: str | None) -> None:
            self._line = line or ""

        self.app.push_screen(HeldOpen(self.sitting, self._line, self._do), closed)

    def _do(self, action: actions.Action) -> str:
        """Do an action of the coach's; return why it could not be done, or nothing."""
        try:
            self.sitting.take(action)
        except TROUBLE as error:
            return told(error)
        self.catch_up()
        return ""

    def action_aloud(self) -> None:
        """Take the answer as spoken: what stands in the box is its gist, if anything does."""
        text = clean(self._box.text)
        if self.take(actions.Answer(text, spoken=True)):
            self._box.take_out(self._box.text)
            self._draft.sent()
