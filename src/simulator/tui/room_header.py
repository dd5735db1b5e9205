"""The head of the interview screen: which round it is, how far it has come, who is in the room and what they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from simulator.seat import Seat
from simulator.text import first_name, one_line
from simulator.transcript.reading import in_the_room

if TYPE_CHECKING:
    from simulator.transcript.turns import Person

FLOOR = "▸"
"""Stands before the one who has the floor."""

WRITES = "✎"
"""Stands after the one who writes down what is said."""

SILENCE = 8
"""Seconds after which a silence is shown."""

SETTINGS = {"video": "by video", "dinner": "over dinner", "tour": "on a tour"}
"""Where it is held, unless in an office."""


class RoomHeader(Widget):
    """A line on the round and one or two on the people; painted anew by `update`. Without `timer`, no minutes."""

    DEFAULT_CSS = """
    RoomHeader { height: 2; padding: 0 1; background: $panel; }
    .-tall RoomHeader, Screen.-tall RoomHeader { height: auto; max-height: 4; }
    """

    def __init__(self, seat: Seat, *, timer: bool = True) -> None:
        super().__init__()
        self._seat = seat
        self._timer = timer
        self._silent = 0
        self._shown = self._placed = ""

    def update(self, silent: float = 0.0) -> None:
        """Paint anew where something changed; for `silent` seconds nobody has said or written anything."""
        self._silent = int(silent) if silent >= SILENCE else 0
        shown, placed = self._progress(), repr((self._floor(), self._present()))
        if (shown, placed) != (self._shown, self._placed):
            self.refresh(layout=placed != self._placed)  # time goes by without the names taking another row
            self._shown, self._placed = shown, placed

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
        paused = "paused" if seat.paused else ""
        silence = f"… silence {self._silent} s" if self._silent and not paused and not seat.ended else ""
        minutes = f"{int(seat.seconds // 60)} of {seat.minutes} min" if self._timer else ""
        return " · ".join(filter(None, [paused, silence, where, minutes]))

    def _present(self) -> tuple[Person, ...]:
        return in_the_room(self._seat.transcript)

    def _floor(self) -> str:
        """Return the id of whoever spoke last for the interviewers."""
        if self._seat.ended:
            return ""
        speakers = (turn.speaker for turn in reversed(self._seat.transcript.turns))
        return next((each for each in speakers if self._seat.header.person(each)), "")

    def _people(self, width: int, rows: int) -> str:
        """Return who is in the room, as fully as so many rows allow."""
        present = self._present()
        floor = self._floor()
        forms = (
            [one_line(self._seat.header.speaker(person.id), 80) for person in present],
            [one_line(person.name, 60) for person in present],
            [first_name(one_line(person.name, 60)) for person in present],
        )
        lines: list[str] = []
        for form in forms:
            names = [_marked(name, person, floor) for name, person in zip(form, present, strict=True)]
            lines = list(_in_rows(names, width))
            if len(lines) <= rows:
                break
        return "\n".join(lines[:rows])

    def render(self) -> Content:
        """Return the lines."""
        width = self.content_size.width or self.app.size.width - 2
        header = self._seat.header
        right = self._progress()
        where = SETTINGS.get(header.setting, "")
        left = one_line(" · ".join(filter(None, [header.title, where])), 200)
        if cell_len(left) + cell_len(right) + 2 > width:
            left = one_line(header.title, max(width - cell_len(right) - 2, 8))
        gap = " " * max(width - cell_len(left) - cell_len(right), 1)
        people = self._people(width, 3 if self.screen.has_class("-tall") else 1)
        return Content.assemble((left, "bold"), gap, right, "\n", (people, "$foreground-muted"))


def _marked(name: str, person: Person, floor: str) -> str:
    """Return a name with the signs of who speaks and who writes."""
    before = f"{FLOOR} " if person.id == floor else ""
    return f"{before}{name}{f' {WRITES}' if 'scribe' in person.parts else ''}"


def _in_rows(names: Sequence[str], width: int) -> Iterator[str]:
    """Yield names side by side in as many rows as they need."""
    row = ""
    for name in names:
        longer = f"{row} · {name}" if row else name
        if row and cell_len(longer) > width:
            yield row
            row = name
        else:
            row = longer
    yield row
