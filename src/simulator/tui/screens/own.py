"""Practising for one's own company and position: five questions instead of a file to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from simulator.archive import Archive
from simulator.tui.answer_box import TextBox
from simulator.tui.app import app_of
from simulator.tui.fields import Field, Tick
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
        yield Field("Company", Input(placeholder="what it is called", id="company", compact=True))
        yield Field("What it does", Input(placeholder="in a sentence or two", id="about", compact=True))
        yield Field("Position", Input(placeholder="the post you apply for", id="position", compact=True))
        yield Field("Duties", TextBox(id="people", placeholder="its duties, one a line", tab_behavior="focus"))
        yield Field("Short", Tick("one round of ten minutes", id="short", compact=True))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field."""
        event.prevent_default()
        self.focus_next()

    def _said(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def begin(self) -> str:
        """Write the process and begin its first round."""
        for field, why in (("name", NAMELESS), ("company", "name the company"), ("position", "name the position")):
            if not self._said(field):
                return self.lacks(field, why)
        return app_of(self).open_interview(self._start)

    def _start(self) -> Sitting:
        from simulator import sitting
        from simulator.content.own import write_own

        app, home = app_of(self), self._archive.home
        process = write_own(
            home,
            app.library(),
            company=self._said("company"),
            about=self._said("about"),
            position=self._said("position"),
            duties=self.query_one("#people", TextBox).text.splitlines(),
            short=self.query_one("#short", Tick).value,
        )
        app.content_changed()
        return sitting.start(self._archive, process=process, candidate=self._said("name"), hints=app.config.hints)
