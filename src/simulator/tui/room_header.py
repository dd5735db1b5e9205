"""The head of the interview screen: which round it is, how far it has come, and who is in the room."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from simulator.seat import Seat
from simulator.text import first_name, one_line

FLOOR = "▸"
"""Stands before the one who has the floor."""


class RoomHeader(Widget):
    """Two lines, painted anew when `refresh` is called."""

    DEFAULT_CSS = "RoomHeader { height: 2; padding: 0 1; background: $panel; }"

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self._shown = ""

    def update(self) -> None:
        """Paint anew where something changed."""
        now = repr((self._progress(), self._floor()))
        if now != self._shown:
            self._shown = now
            self.refresh()

    def _progress(self) -> str:
        seat = self._seat
        asked, of = seat.progress
        if seat.ended:
            where = "over"
        elif not asked:
            where = f"{of} questions"
        elif seat.open_line is not None and not seat.open_line.question:
            where = "your questions"
        else:
            where = f"question {asked} of {of}"
        paused = "paused · " if seat.paused else ""
        return f"{paused}{where} · {int(seat.seconds // 60)} of {seat.minutes} min"

    def _floor(self) -> str:
        """Return the id of whoever spoke last for the interviewers."""
        if self._seat.ended:
            return ""
        speakers = (turn.speaker for turn in reversed(self._seat.transcript.turns))
        return next((each for each in speakers if self._seat.header.person(each)), "")

    def _people(self, room: int) -> str:
        """Return who is in the room, as fully as `room` cells allow."""
        header = self._seat.header
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
        header = self._seat.header
        right = self._progress()
        left = one_line(header.title, 200)
        if cell_len(left) + cell_len(right) + 2 > width:
            left = one_line(left, max(width - cell_len(right) - 2, 8))
        gap = " " * max(width - cell_len(left) - cell_len(right), 1)
        return Content.assemble((left, "bold"), gap, right, "\n", (self._people(width), "$foreground-muted"))
