"""The conversation: what was said, with one turn chosen, to be searched, gone through by its marks, and copied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from simulator.transcript.turns import Header, Turn
from simulator.tui.copying import Copying
from simulator.tui.flow import Flow
from simulator.tui.keys import bindings
from simulator.tui.laid import WIDEST, told
from simulator.tui.lines import Span, within
from simulator.tui.search import Searchable, Searching

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

CURSOR = "▌"
"""Stands beside the chosen turn."""


class Conversation(Searching, Flow):
    """The turns of an interview as lines, one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("conversation")]

    @dataclass
    class Chosen(Message):
        """Another turn was chosen, by its number."""

        n: int

    def __init__(
        self,
        header: Header,
        *,
        widest: int = WIDEST,
        own: bool = True,
        id: str | None = None,  # noqa: A002  # Textual's word
    ) -> None:
        super().__init__(header, widest=widest, own=own, id=id)
        self._cursor = -1

    def add(self, turns: Iterable[Turn], *, pace: str = "") -> None:
        """Show more turns, as `Flow.add` does."""
        super().add(turns, pace=pace)
        self.search_again()

    def put(self, turns: Iterable[Turn]) -> None:
        """Show these turns instead of what is shown; the chosen one stays chosen where it is among them."""
        n = self.cursor
        super().put(turns)
        self.search_again()
        index = self._laid.place_of(n) if n is not None else None
        self._cursor = -1 if index is None else index

    # Where the reader is

    @property
    def cursor(self) -> int | None:
        """The number of the chosen turn, None where none is chosen."""
        return self._laid.entries[self._cursor].n if self._cursor >= 0 else None

    def goto(self, n: int | None) -> bool:
        """Choose turn `n` and bring it into view; tell whether it is shown at all. None chooses no turn."""
        index = -1 if n is None else self._laid.place_of(n)
        if index is None:
            return False
        self._choose(index)
        return True

    def next_mark(self, by: int = 1, kinds: Collection[str] = ()) -> int | None:
        """Choose the next marked turn, or the one before (-1); `kinds` of marks, all where none are named.

        Its number is returned, None where there is none in that direction.
        """
        wanted = kinds or frozenset({"question", "probe", "finding", "note", "rating"})
        return self._walk(by, wanted)

    def next_turn(self, by: int = 1) -> int | None:
        """Choose the next turn, or the one before (-1), and return its number; None where there is none."""
        return self._walk(by, None)

    def _walk(self, by: int, marks: Collection[str] | None) -> int | None:
        entries = self._laid.entries
        first, last = self._here()
        index = first if by > 0 else last
        if index == self._cursor:
            index += by
        while 0 <= index < len(entries):
            if marks is None or entries[index].mark in marks:
                self._choose(index)
                return entries[index].n
            index += by
        return None

    def _here(self) -> tuple[int, int]:
        """Return the first and the last entry looked at: the chosen one, or those in view where it is not."""
        rows = self.scrollable_content_region.height
        top = self.scroll_offset.y
        if self._cursor >= 0 and self._laid.laid(self._cursor):
            first, end = self._laid.rows(self._cursor)
            if first < top + rows and end > top:
                return self._cursor, self._cursor
        return max(self._laid.at(top), 0), self._laid.at(max(min(top + rows, len(self.lines)) - 1, 0))

    def _choose(self, index: int) -> None:
        if index != self._cursor and index >= 0:
            self.post_message(self.Chosen(self._laid.entries[index].n))
        self._cursor = index
        if index >= 0 and self._width:
            self._show(index)
        self.refresh()

    def _show(self, index: int) -> None:
        """Bring an entry into view."""
        there = self._laid.laid(index) and self._sees(index)
        if not self._laid.laid(index):
            self._laid.lay_around(index, self._width)
            self._changed()
        if not there:
            margin = min(2, self.scrollable_content_region.height // 4)
            top = max(self._laid.rows(index)[0] - margin, 0)
            self.scroll_to(y=top, animate=False, immediate=True)  # before more is laid out above it

    # Painting

    def sign_of(self, number: int) -> str:
        """Return the cursor beside the chosen turn."""
        index = self._laid.at(number)
        return CURSOR if index == self._cursor and number >= self._laid.rows(index)[0] else ""

    def spans_of(self, number: int) -> Iterable[Span]:
        """Return the parts of a line that stand out, what was searched for over the others."""
        line = self.lines[number]
        found = self._search.found_in(self._laid.at(number)) if line.at >= 0 else ()
        return [*line.spans, *within(found, line.at, len(line.text))] if found else line.spans

    # Searching

    @property
    def searched(self) -> Sequence[Searchable]:
        """All that is shown."""
        return self._laid.entries

    def looked_at(self) -> int:
        """Return the place of the chosen turn, or of the first one in view."""
        return self._here()[0]

    def reach(self, index: int) -> None:
        """Choose the turn that is found."""
        self._choose(index)

    def way_back(self) -> Callable[[], None]:
        """Return a way to go back to what is looked at now."""
        n, back = self.cursor, super().way_back()

        def there() -> None:
            self.goto(n)
            back()

        return there

    def focus_on_click(self) -> bool:
        """Leave somebody who writes where they write: letters typed next belong there."""
        from textual.widgets import TextArea

        return not isinstance(self.screen.focused, TextArea)

    # What keys do

    def action_next_mark(self) -> None:
        """Go to the next mark."""
        self.next_mark(1)

    def action_previous_mark(self) -> None:
        """Go to the mark before."""
        self.next_mark(-1)

    def action_next_turn(self) -> None:
        """Choose the next turn."""
        self.next_turn(1)

    def action_previous_turn(self) -> None:
        """Choose the turn before."""
        self.next_turn(-1)

    def action_copy_turn(self) -> None:
        """Copy the chosen turn, the last one in view where none is chosen."""
        self._choose(self._here()[1])
        if self._cursor >= 0:
            self.post_message(Copying(told(self._laid.entries[self._cursor])))

    def action_copy_all(self) -> None:
        """Copy everything."""
        self.post_message(Copying(self.as_text()))

    def action_write_out(self) -> None:
        """Write everything to a file, one for each interview."""
        header = self.header
        self.post_message(Copying(self.as_text(), f"{header.id} {header.candidacy} {header.started_at}"))

    def as_text(self) -> str:
        """Return everything as text."""
        return "\n\n".join(map(told, self._laid.entries))

    def on_click(self, event: events.Click) -> None:
        """Choose the turn that was clicked."""
        index = self._laid.at(self.scroll_offset.y + event.y)
        if index >= 0 and self.scroll_offset.y + event.y < len(self.lines):
            self._choose(index)
