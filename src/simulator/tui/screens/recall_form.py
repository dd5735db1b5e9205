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
from simulator.tui.fields import OWN, Field, WhoAndWhat
from simulator.tui.own_fields import OwnFields
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
        library = app_of(self).library()
        yield WhoAndWhat(library, name=self._candidate, process=self._process, first="the first one", own=True)
        yield OwnFields()
        people = TextBox(id="people", placeholder="one a line: Name, title", tab_behavior="focus")
        yield Field("Interviewers", people)
        yield Field("Date", Input(today(), placeholder="YYYY-MM-DD", id="date", compact=True))

    def on_mount(self) -> None:
        """Go to the first field that is empty."""
        self._offer_own()
        first = "#company" if self._own.display else "#people"
        self.query_one(first if self._candidate else "#name").focus()

    @property
    def _own(self) -> OwnFields:
        return self.query_one(OwnFields)

    def on_chooser_changed(self) -> None:
        """Ask for company and position where they are one's own."""
        self._offer_own()

    def _offer_own(self) -> None:
        self._own.display = self.query_one(WhoAndWhat).process == OWN

    def begin(self) -> str:
        """Open the round."""
        from simulator import recall

        who = self.query_one(WhoAndWhat)
        name, process, round_id = who.candidate, who.process, who.round
        if not name:
            return self.lacks("name", "a name is needed")
        if process == OWN and (field := self._own.lacking):
            return self.lacks(field, f"name the {field}")
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
                archive,
                process=process or self._write_own(),
                round_id=round_id,
                candidate=name,
                interviewers=people,
                on=on,
            )
        )

    def _write_own(self) -> str:
        app = app_of(self)
        process = self._own.write(self._archive.home, app.library())
        app.content_changed()
        return process


def today() -> str:
    """Return today's date as it is written into the form."""
    return dt.datetime.now().astimezone().date().isoformat()


def _day(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(dt.date.fromisoformat(clean(text).strip()), dt.time(12), dt.UTC)
    except ValueError:
        return None
