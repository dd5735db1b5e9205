"""The conversation: what was said, wrapped to the window, followed to its end while the reader is there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.transcript.turns import Header, Turn
from simulator.tui.lines import Line, Lines
from simulator.tui.wording import Entry, entry_of
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events

WIDEST = 96
"""Cells a line of text has at most: longer ones are hard to read."""


class Conversation(Lines):
    """The turns of an interview as lines.

    Turns are added at the end and wrapped once; only a new width wraps all of them again.
    """

    @dataclass
    class Behind(Message):
        """How many turns have come below what the reader looks at: 0 once they are back at the end."""

        turns: int

    class Moved(Message):
        """The reader scrolled, or there is another number of rows."""

    def __init__(self, header: Header, *, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(id=id)
        self._header = header
        self._entries: list[Entry] = []
        self._starts: list[int] = []
        self._withdrawn: set[int] = set()
        self._width = 0
        self._behind = 0

    def on_mount(self) -> None:
        """Follow the end until the reader scrolls."""
        self.anchor()

    def add(self, turns: Iterable[Turn]) -> None:
        """Show more turns; those that are not for showing are left out."""
        new = [entry for turn in turns if (entry := entry_of(turn, self._header))]
        following = self.is_vertical_scroll_end
        self._entries += new
        if not self._width:
            return
        self._lay_from(len(self._entries) - len(new))
        if new and not following:
            self._tell(self._behind + len(new))

    def withdraw(self, gone: set[int]) -> None:
        """Mark the turns of these numbers as taken back."""
        changed = gone ^ self._withdrawn
        self._withdrawn = set(gone)
        first = next((i for i, entry in enumerate(self._entries) if entry.n in changed), None)
        if first is not None and self._width:
            self._lay_from(first)

    def in_view(self, n: int) -> bool:
        """Tell whether all of turn `n` is to be seen, or all that there are rows for."""
        index = next((i for i in reversed(range(len(self._starts))) if self._entries[i].n == n), None)
        if index is None:
            return False
        first = self._starts[index]
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.lines)
        while first < end and not self.lines[first].text:
            first += 1
        top, rows = self.scroll_offset.y, self.scrollable_content_region.height
        return top <= first and min(end, first + rows) <= top + rows

    def follow(self) -> None:
        """Go to the end and stay there."""
        self.scroll_end(animate=False)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap everything anew where the width changed; the turn at the top stays where it is."""
        self.post_message(self.Moved())
        if self.text_width == self._width:
            return
        top = bisect_right(self._starts, self.scroll_offset.y) - 1
        following = not self._width or self.is_vertical_scroll_end
        self._width = self.text_width
        self._lay_from(0)
        if not following and top >= 0:
            self.scroll_to(y=self._starts[top], animate=False)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Notice when the reader is back at the end."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())
        if self._behind and self.is_vertical_scroll_end:
            self._tell(0)

    def _tell(self, behind: int) -> None:
        if behind != self._behind:
            self._behind = behind
            self.post_message(self.Behind(behind))

    def _lay_from(self, first: int) -> None:
        """Lay out the entries from number `first` on."""
        if first < len(self._starts):
            del self.lines[self._starts[first] :]
            del self._starts[first:]
        for index in range(first, len(self._entries)):
            self._starts.append(len(self.lines))
            self._lay(index)
        self.measured()

    def _lay(self, index: int) -> None:
        entry = self._entries[index]
        before = self._entries[index - 1] if index else None
        gone = entry.n in self._withdrawn
        width = min(self._width, WIDEST + 3) - 3
        same = before and before.name == entry.name and (before.n in self._withdrawn) == gone
        if not same or entry.aside or entry.apart:
            self.lines.append(Line(""))
        mark = " · taken back" if gone else ""
        if not entry.aside and not same:
            look = "gone" if gone else entry.look
            head = wrap(entry.name + mark, width)
            self.lines += [Line(piece.text, look, 1, piece.joiner) for piece in head]
        text = entry.text + mark if entry.aside else entry.text
        look = "gone" if gone else "aside" if entry.aside else "body"
        body = [Line(piece.text, look, 3, piece.joiner) for piece in wrap(text, width - 2)]
        if entry.aside:
            body[0] = body[0]._replace(indent=1)
        self.lines += body
