"""What was said, at one turn of it: where something in a debrief comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.text import one_line
from simulator.transcript.turns import Transcript, Viewer, seen_by
from simulator.tui.conversation import Conversation
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class SaidScreen(Screen[None]):
    """A transcript as `viewer` may see it, turn `n` marked."""

    CSS_PATH = "settling.tcss"
    AUTO_FOCUS = "Conversation"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("said")]

    def __init__(self, transcript: Transcript, n: int, viewer: Viewer) -> None:
        super().__init__()
        self._transcript = seen_by(transcript, viewer)
        self._n = n

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        header = self._transcript.header
        yield Static(Content(one_line(f"{header.title}: turn {self._n}", 120)), classes="title", id="title")
        yield Conversation(header)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the turn once there is room for it."""
        self.query_one(Conversation).add(self._transcript.turns)
        self.call_after_refresh(self._go)

    def _go(self) -> None:
        if not self.query_one(Conversation).goto(self._n):
            self.query_one(Notice).say(f"turn {self._n} is not among what was said", problem=True)

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
