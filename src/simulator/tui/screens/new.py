"""Beginning to practise: who, which process, which round."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from simulator.archive import Archive
from simulator.transcript.turns import Hints
from simulator.tui.app import app_of
from simulator.tui.fields import Field, Tick, WhoAndWhat
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class NewScreen(Screen[None]):
    """A small form, `name` and `process` filled in; Enter in the name begins."""

    CSS_PATH = "forms.tcss"
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    def __init__(self, archive: Archive, name: str = "", process: str = "") -> None:
        super().__init__()
        self._archive = archive
        self._candidate = name
        self._process = process

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        yield Static(Content("Practise an interview"), classes="title bar")
        with VerticalScroll(id="form", can_focus=False):
            yield WhoAndWhat(
                app_of(self).library(),
                name=self._candidate,
                process=self._process or app_of(self).config.process,
                first="the one that comes next",
            )
            tips = app_of(self).config.hints == "now"
            yield Field("Tips", Tick("show a tip with each question", tips, id="tips", compact=True))
            yield Button("Begin the interview", id="begin", compact=True)
        yield Notice()
        yield KeyBar()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Begin, as the button does."""
        self.action_begin()

    def on_button_pressed(self) -> None:
        """Begin."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin the interview, or say what is missing."""
        from simulator import sitting

        who = self.query_one(WhoAndWhat)
        name, process, round_id = who.candidate, who.process, who.round
        if not name:
            self.query_one(Notice).say("a name is needed: the interviewers address you by it", problem=True)
            self.query_one("#name").focus()
            return
        hints: Hints = "now" if self.query_one("#tips", Tick).value else "after"
        archive = self._archive
        said = app_of(self).open_interview(
            lambda: sitting.start(archive, process=process, round_id=round_id, candidate=name, hints=hints)
        )
        self.query_one(Notice).say(said, problem=True)

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
