"""The fields that say for which company and position of one's own an interview is, and the process made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Input

from simulator.content.library import Library
from simulator.tui.answer_box import TextBox
from simulator.tui.fields import Field

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OwnFields(Vertical):
    """Company, what it does, position and duties; the last two of them may stay empty."""

    DEFAULT_CSS = "OwnFields { height: auto; }"

    def compose(self) -> ComposeResult:
        """Lay the fields out."""
        yield Field("Company", Input(placeholder="what it is called", id="company", compact=True))
        yield Field("What it does", Input(placeholder="in a sentence or two", id="about", compact=True))
        yield Field("Position", Input(placeholder="the post you apply for", id="position", compact=True))
        yield Field("Duties", TextBox(id="duties", placeholder="its duties, one a line", tab_behavior="focus"))

    @property
    def lacking(self) -> str:
        """The field without which no process can be made, if it is empty: its id, which is also what it asks for."""
        return next((field for field in ("company", "position") if not self._said(field)), "")

    def _said(self, field: str) -> str:
        return self.query_one(f"#{field}", Input).value.strip()

    def write(self, home: Path, library: Library, *, short: bool = False) -> str:
        """Make the process in `home`, and return its id; `InputError` or `OSError` is raised where that fails."""
        from simulator.content.own import write_own

        return write_own(
            home,
            library,
            company=self._said("company"),
            about=self._said("about"),
            position=self._said("position"),
            duties=self.query_one("#duties", TextBox).text.splitlines(),
            short=short,
        )
