"""Practising for one's own company and position: five questions instead of a file to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from simulator.archive import Archive
from simulator.tui.app import app_of
from simulator.tui.fields import Field, Tick
from simulator.tui.own_fields import OwnFields
from simulator.tui.screens.form import Form
from simulator.tui.screens.new import NAMELESS

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.sitting import Sitting


class OwnScreen(Form):
    """The form; what is written in it becomes a process in the home directory once it is begun."""

    heading = "Your own company and position"

    def __init__(self, archive: Archive) -> None:
        super().__init__()
        self._archive = archive

    def fields(self) -> ComposeResult:
        """Yield the fields."""
        yield Field("Candidate", Input(placeholder="your name", id="name", compact=True))
        yield OwnFields()
        yield Field("Short", Tick("one round of ten minutes", id="short", compact=True))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.prevent_default()
        self.focus_next()

    @property
    def _candidate(self) -> str:
        return self.query_one("#name", Input).value.strip()

    def begin(self) -> str:
        """Write the process and begin its first round."""
        if not self._candidate:
            return self.lacks("name", NAMELESS)
        if field := self.query_one(OwnFields).lacking:
            return self.lacks(field, f"name the {field}")
        return app_of(self).open_interview(self._start)

    def _start(self) -> Sitting:
        from simulator import sitting

        app = app_of(self)
        short = self.query_one("#short", Tick).value
        process = self.query_one(OwnFields).write(self._archive.home, app.library(), short=short)
        app.content_changed()
        return sitting.start(self._archive, process=process, candidate=self._candidate, hints=app.config.hints)
