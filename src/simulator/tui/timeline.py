"""The timeline of a replay: how far it is, and where the marks are; a click goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from simulator.tui.wording import SIGNS, clock

if TYPE_CHECKING:
    from textual import events

    from simulator.replay import Player

FIRST = ("finding", "rating", "note", "probe", "question")
"""Which mark is shown where several fall on the same cell."""


class Timeline(Widget):
    """Two rows: the time gone by on its way, and the signs of the marks below it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Timeline { height: 2; padding: 0 1; background: $surface; color: $foreground; }
    """

    @dataclass
    class Sought(Message):
        """A second of the replay was clicked."""

        second: float

    def __init__(self, player: Player) -> None:
        super().__init__()
        self._player = player
        self._painted = ""

    def update(self) -> None:
        """Paint it anew where it looks otherwise than before."""
        if (painted := self._text()) != self._painted:
            self._painted = painted
            self.refresh()

    @property
    def _ends(self) -> tuple[str, str]:
        player = self._player
        sign = "▶ playing" if player.playing else "■ the end" if player.at_end else "‖ stopped"
        return f"{sign} {player.speed:g}x {clock(player.now)} ", f" {clock(player.total)}"

    @property
    def _bar(self) -> tuple[int, int]:
        """Return where the bar begins and how many cells it has."""
        before, after = self._ends
        return len(before), max(self.content_size.width - len(before) - len(after), 5)

    def _column(self, second: float, width: int) -> int:
        total = self._player.total
        return min(int(second / total * (width - 1)), width - 1) if total else 0

    def _text(self) -> str:
        before, after = self._ends
        begin, width = self._bar
        here = self._column(self._player.now, width)
        return f"{before}{'━' * here}●{'─' * (width - 1 - here)}{after}\n{' ' * begin}{self._signs(width)}"

    def _signs(self, width: int) -> str:
        cells: dict[int, str] = {}
        for mark in self._player.marks:
            column = self._column(self._player.start_of(mark.place), width)
            if column not in cells or FIRST.index(mark.kind) < FIRST.index(cells[column]):
                cells[column] = mark.kind
        return "".join(SIGNS[cells[column]] if column in cells else " " for column in range(width))

    def render(self) -> Content:
        """Return both rows."""
        self._painted = self._text()
        return Content(self._painted)

    def on_click(self, event: events.Click) -> None:
        """Go where the bar was clicked."""
        begin, width = self._bar
        cell = event.x - self.gutter.left - begin
        if 0 <= cell < width:
            self.post_message(self.Sought(cell / max(width - 1, 1) * self._player.total))
