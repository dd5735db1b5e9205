"""The head of the interview screen: which round it is, how far it has come, and who is in the room."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from simulator.sitting import Sitting
from simulator.text import first_name, one_line

FLOOR = "▸"
"""Stands before the one who has the floor."""


class RoomHeader(Widget):
    """Two lines, painted anew when `refresh` is called."""

    DEFAULT_CSS = "RoomHeader { height: 2; padding: 0 1; background: $panel; }"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._shown = ""

    def update(self) -> None:
        """Paint anew where something changed."""
        now = repr((self._progress(), self._floor()))
        if now != self._shown:
            self._shown = now
            self.refresh()

    def _progress(self) -> str:
        sitting = self._sitting
        asked, of = sitting.progress
        if sitting.ended:
            where = "over"
        elif not asked:
            where = f"{of} questions"
        elif sitting.open_line is not None and not sitting.open_line.question:
            where = "your questions"
        else:
            where = f"question {asked} of {of}"
        paused = "paused · " if sitting.paused else ""
        return f"{paused}{where} · {int(sitting.seconds // 60)} of {sitting.plan.round.minutes} min"

    def _floor(self) -> str:
        """Return the id of whoever spoke last for the interviewers."""
        people = self._sitting.plan.personas
        if self._sitting.ended:
            return ""
        return next((turn.speaker for turn in reversed(self._sitting.transcript.turns) if turn.speaker in people), "")

    def _people(self, room: int) -> str:
        """Return who is in the room, as fully as `room` cells allow."""
        header = self._sitting.header
        floor = self._floor()
        full = [one_line(header.speaker(person.id), 80) for person in header.interviewers]
        names = [one_line(person.name, 60) for person in header.interviewers]
        line = ""
        for form in (full, names, [first_name(name) for name in names]):
            marked = [
                f"{FLOOR} {name}" if person.id == floor else name
                for name, person in zip(form, header.interviewers, strict=True)
            ]
            line = " · ".join(marked)
            if cell_len(line) <= room:
                break
        return line

    def render(self) -> Content:
        """Return the two lines."""
        width = self.content_size.width
        header = self._sitting.header
        right = self._progress()
        left = one_line(header.title, 200)
        if cell_len(left) + cell_len(right) + 2 > width:
            left = one_line(left, max(width - cell_len(right) - 2, 8))
        gap = " " * max(width - cell_len(left) - cell_len(right), 1)
        return Content.assemble((left, "bold"), gap, right, "\n", (self._people(width), "$foreground-muted"))
