"""Practising for one's own company and position: five questions instead of a file to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.tui.answer_box import TextBox
from simulator.tui.app import app_of
from simulator.tui.fields import Field, Tick
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class OwnScreen(Screen[None]):
    """The form; what is written in it becomes a process in the home directory."""

    CSS_PATH = "forms.tcss"
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        yield Static(Content("Your own company and position"), classes="title bar")
        with VerticalScroll(id="form", can_focus=False):
            yield Field("Candidate", Input(placeholder="your name", id="name", compact=True))
            yield Field("Company", Input(placeholder="what it is called", id="company", compact=True))
            yield Field("What it does", Input(placeholder="in a sentence or two", id="about", compact=True))
            yield Field("Position", Input(placeholder="the post you apply for", id="position", compact=True))
            duties = TextBox(id="people", placeholder="its duties, one a line", tab_behavior="focus")
            yield Field("Duties", duties)
            yield Field("Short", Tick("one round of ten minutes", id="short", compact=True))
            yield Button("Begin the interview", id="begin", compact=True)
        yield Notice()
        yield KeyBar()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go on to the next field."""
        self.focus_next()

    def on_button_pressed(self) -> None:
        """Begin."""
        self.action_begin()

    def _said(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def action_begin(self) -> None:
        """Write the process and begin its first round, or say what is missing."""
        if not self._said("name"):
            self.query_one(Notice).say("a name is needed: the interviewers address you by it", problem=True)
            self.query_one("#name").focus()
            return
        said = app_of(self).open_interview(self._make)
        self.query_one(Notice).say(said, problem=True)

    def _make(self) -> Sitting:
        from simulator import sitting
        from simulator.content.own import write_own

        home = self._archive.home
        process = write_own(
            home,
            app_of(self).library(),
            company=self._said("company"),
            about=self._said("about"),
            position=self._said("position"),
            duties=self.query_one("#people", TextBox).text.splitlines(),
            short=self.query_one("#short", Tick).value,
        )
        app_of(self).content_changed()
        hints = app_of(self).config.hints
        return sitting.start(self._archive, process=process, candidate=self._said("name"), hints=hints)

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
