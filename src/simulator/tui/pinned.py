"""The open question, kept in view above the answer box while it is out of sight in the conversation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import set_cell_size
from textual.content import Content
from textual.widget import Widget

from simulator.text import clean, first_name, one_line
from simulator.tui.room_header import FLOOR
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from simulator.transcript.turns import Header, Turn

ROWS = 2
"""Rows it takes at most."""


class Pinned(Widget):
    """One or two lines: who asked, and what."""

    DEFAULT_CSS = """
    Pinned { height: auto; max-height: 2; padding: 0 1; display: none; background: $surface; color: $foreground; }
    """

    def __init__(self, header: Header) -> None:
        super().__init__()
        self.header = header
        self._question: Turn | None = None

    def put(self, question: Turn | None) -> None:
        """Show `question`, or nothing."""
        if question != self._question:
            self._question = question
            self.display = question is not None
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines that fit."""
        question = self._question
        if question is None:
            return Content("")
        person = self.header.person(question.speaker)
        name = first_name(person.name if person else "")
        text = f"{FLOOR} {name}: {' '.join(clean(question.text).split())}"
        width = max((self.parent.size.width if isinstance(self.parent, Widget) else 80) - 2, 10)
        rows = [piece.text for piece in wrap(one_line(text, 2_000), width)]
        if len(rows) > ROWS:
            last = set_cell_size(rows[ROWS - 1], width - 2).rstrip()
            rows = [*rows[: ROWS - 1], f"{last} …"]
        return Content("\n".join(rows))
