"""The debrief of an interview, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.text import clean, one_line
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Lines
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.debrief import Debrief
    from simulator.interview.plan import Plan
    from simulator.transcript.turns import Transcript

WIDEST = 96
"""Columns the text takes at most."""


class DebriefScreen(Screen[None]):
    """A text to scroll."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("debrief")]

    def __init__(self, transcript: Transcript, plan: Plan | None = None) -> None:
        super().__init__()
        self._transcript = transcript
        self._plan = plan
        self._debrief: Debrief | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        title = one_line(f"Debrief: {self._transcript.header.title}", 120)
        yield Static(Content(title), classes="title", id="title")
        yield Lines()
        yield KeyBar()

    def on_mount(self) -> None:
        """Build it while the screen is painted."""
        self.query_one(Lines).show_lines([Line("One moment…", "aside", 1)])
        self._build()

    @work(thread=True, exclusive=True)
    def _build(self) -> None:
        from simulator.debrief import build

        self._debrief = build(self._transcript, "candidate", self._plan)
        self.app.call_from_thread(self._show)

    def _show(self) -> None:
        pane = self.query_one(Lines)
        width = min(pane.text_width, WIDEST) - 2
        if self._debrief is None or width < 1:
            return
        from simulator.debrief import as_text

        pieces = wrap(clean(as_text(self._debrief, width)), max(width, 20))
        pane.show_lines([Line(piece.text, "body", 1, piece.joiner) for piece in pieces])

    def on_resize(self, _: events.Resize) -> None:
        """Wrap it anew."""
        self.call_after_refresh(self._show)

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
