"""Before a first interview is written down: whose it was, with whom, and when."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Input, Static

from simulator.archive import Archive
from simulator.files import InputError
from simulator.text import clean
from simulator.tui.answer_box import TextBox
from simulator.tui.app import app_of
from simulator.tui.fields import Field, WhoAndWhat
from simulator.tui.screens.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult

LEAD = "You already had an interview? Write down what you were asked; the next round then works from it."


class RecallForm(Form):
    """Who was there and when."""

    heading = "An interview you already had"
    button = "Begin writing it down"

    def __init__(self, archive: Archive, name: str, process: str) -> None:
        super().__init__()
        self._archive = archive
        self._candidate = name
        self._process = process

    def fields(self) -> ComposeResult:
        """Yield the fields."""
        yield Static(Content(LEAD), id="lead")
        yield WhoAndWhat(app_of(self).library(), name=self._candidate, process=self._process, first="the first one")
        people = TextBox(id="people", placeholder="one a line: Name, title", tab_behavior="focus")
        yield Field("Interviewers", people)
        yield Field("Date", Input(today(), placeholder="YYYY-MM-DD", id="date", compact=True))

    def on_mount(self) -> None:
        """Go to the first field that is empty."""
        self.query_one("#people" if self._candidate else "#name").focus()

    def begin(self) -> str:
        """Open the round."""
        from simulator import recall

        who = self.query_one(WhoAndWhat)
        name, process, round_id = who.candidate, who.process, who.round
        if not name:
            return self.lacks("name", "a name is needed")
        on = _day(self.query_one("#date", Input).value)
        if on is None:
            return self.lacks("date", "the date is written like 2026-11-02")
        try:
            people = recall.people(self.query_one("#people", TextBox).text)
        except InputError as error:
            return self.lacks("people", str(error))
        archive = self._archive
        return app_of(self).open_recall(
            lambda: recall.start(
                archive, process=process, round_id=round_id, candidate=name, interviewers=people, on=on
            )
        )


def today() -> str:
    """Return today's date as it is written into the form."""
    return dt.datetime.now().astimezone().date().isoformat()


def _day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(clean(text).strip()), dt.time(12), dt.UTC)
    except ValueError:
        return None
