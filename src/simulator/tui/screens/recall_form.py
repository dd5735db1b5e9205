"""Before a first interview is written down: whose it was, with whom, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from simulator.archive import Archive
from simulator.text import clean
from simulator.tui.answer_box import TextBox
from simulator.tui.app import app_of
from simulator.tui.fields import Field, WhoAndWhat
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

LEAD = "You already had an interview? Write down what you were asked; the next round then works from it."


class RecallForm(Screen[None]):
    """Who was there and when."""

    CSS_PATH = "forms.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]

    def __init__(self, archive: Archive, name: str, process: str) -> None:
        super().__init__()
        self._archive = archive
        self._candidate = name
        self._process = process

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        yield Static(Content("An interview you already had"), classes="title bar")
        with VerticalScroll(id="form", can_focus=False):
            yield Static(Content(LEAD), id="lead")
            yield WhoAndWhat(app_of(self).library(), name=self._candidate, process=self._process, first="the first one")
            people = TextBox(id="people", placeholder="one a line: Name, title", tab_behavior="focus")
            yield Field("Interviewers", people)
            yield Field("Date", Input(today(), placeholder="YYYY-MM-DD", id="date", compact=True))
            yield Button("Begin writing it down", id="begin", compact=True)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Go to the first field that is empty."""
        self.query_one("#people" if self._candidate else "#name").focus()

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Begin, as the button does."""
        self.action_begin()

    def on_button_pressed(self) -> None:
        """Begin."""
        self.action_begin()

    def action_begin(self) -> None:
        """Open the round, or say what is missing."""
        from simulator import recall

        who = self.query_one(WhoAndWhat)
        name, process, round_id = who.candidate, who.process, who.round
        if not name:
            self._refuse("a name is needed", "#name")
            return
        on = _day(self.query_one("#date", Input).value)
        if on is None:
            self._refuse("the date is written like 2026-11-02", "#date")
            return
        people = recall.people(self.query_one("#people", TextBox).text)
        archive = self._archive
        said = app_of(self).open_recall(
            lambda: recall.start(
                archive, process=process, round_id=round_id, candidate=name, interviewers=people, on=on
            )
        )
        self.query_one(Notice).say(said, problem=True)

    def _refuse(self, why: str, field: str) -> None:
        self.query_one(Notice).say(why, problem=True)
        self.query_one(field).focus()

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


def today() -> str:
    """Return today's date as it is written into the form."""
    return dt.datetime.now().astimezone().date().isoformat()


def _day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(clean(text).strip()), dt.time(12), dt.UTC)
    except ValueError:
        return None
