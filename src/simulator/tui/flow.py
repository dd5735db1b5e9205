"""The turns of an interview as lines that follow the end: laid out a few at a time, appearing word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.transcript.turns import Header, Turn
from simulator.tui.laid import WIDEST, Laid
from simulator.tui.lines import Lines
from simulator.tui.pacing import Pacing
from simulator.tui.wording import Entry, entry_of

if TYPE_CHECKING:
    from textual import events
    from textual.timer import Timer

AT_ONCE = 300
"""Entries laid out at a time while there is nothing else to do."""

IDLE = 0.02
"""Seconds between two such times: a key pressed meanwhile comes first."""


class Flow(Lines):
    """Turns as lines; what is in view is laid out at once, the rest when there is nothing else to do.

    `widest` is how many cells a line has at most, and `own` whether whoever answers reads this.
    """

    @dataclass
    class Behind(Message, namespace="conversation"):
        """How many turns have come below what the reader looks at: 0 once they are back at the end."""

        turns: int

    class Moved(Message, namespace="conversation"):
        """The reader scrolled, or there is another number of rows."""

    def __init__(
        self,
        header: Header,
        *,
        widest: int = WIDEST,
        own: bool = True,
        id: str | None = None,  # noqa: A002  # Textual's word
    ) -> None:
        super().__init__(id=id)
        self.header = header
        self._own = own
        self._laid = Laid(widest)
        self.lines = self._laid
        self._pacing = Pacing()
        self._stepping: Timer | None = None
        self._width = 0
        self._behind = 0
        self._growing = False

    def on_mount(self) -> None:
        """Follow the end until the reader scrolls."""
        self.anchor()

    # The turns

    def add(self, turns: Iterable[Turn], *, pace: str = "") -> None:
        """Show more turns; those that are not for showing are left out.

        With a `pace`, one of the settings, interviewers' words appear one after the other; `hurry` shows them all.
        """
        new = self._entries_of(turns)
        if not new:
            return
        following = self.is_vertical_scroll_end
        self._laid.add(new)
        if not self._width:
            return
        last = len(self._laid.entries) - 1
        if following and not self._laid.laid(last):
            self._laid.lay_around(last, self._width)
        if seconds := self._pacing.begin(self._laid.entries, len(new), pace):
            self._stepping = self.set_interval(seconds, self._step)
        self._changed(following)
        if not following:
            self._tell(self._behind + len(new))

    def _step(self) -> None:
        self._pacing.step(self._laid.entries)
        if self._pacing.done:
            self.hurry()
        else:
            self._appeared()

    def hurry(self) -> None:
        """Show all words at once."""
        if self._stepping is not None:
            self._stepping.stop()
            self._stepping = None
            self._pacing.finish()
            self._appeared()
            self.post_message(self.Moved())

    def _appeared(self) -> None:
        """Show more words, and stay at their end."""
        if self.rows == self.virtual_size.height:
            self.refresh()
        else:
            self._changed(self.is_vertical_scroll_end)

    @property
    def rows(self) -> int:
        """How many lines have appeared: the reader follows what is being said."""
        if self._pacing.done or not self._laid.laid(self._pacing.first):
            return len(self.lines)
        first, end = self._laid.rows(self._pacing.first)
        shown = self._pacing.shown
        return first + sum(line.at < shown for line in self.lines[first:end]) if shown else first

    def put(self, turns: Iterable[Turn]) -> None:
        """Show these turns instead of what is shown."""
        self.hurry()
        self._laid.replace(self._entries_of(turns))
        if self._width:
            self._laid.lay_around(len(self._laid.entries), self._width)
            self._changed()

    def withdraw(self, gone: Collection[int]) -> None:
        """Mark the turns of these numbers as taken back."""
        changed = self._laid.withdrawn ^ frozenset(gone)
        self._laid.withdrawn = frozenset(gone)
        self._lay_again(changed)

    def explain(self, n: int, lines: Sequence[str]) -> None:
        """Show `lines` under turn `n`: what stood behind it."""
        if lines != self._laid.under.get(n, ()):
            self._laid.under[n] = lines
            self._lay_again([n])

    def _entries_of(self, turns: Iterable[Turn]) -> list[Entry]:
        return [entry for turn in turns if (entry := entry_of(turn, self.header, own=self._own))]

    def _lay_again(self, numbers: Iterable[int]) -> None:
        places = [place for n in numbers if (place := self._laid.place_of(n)) is not None]
        if places and self._width:
            self._laid.lay_again(min(places))
            self._changed()

    # Where the reader is

    def in_view(self, n: int) -> bool:
        """Tell whether all of turn `n` is to be seen, or all that there are rows for; what is still to come will be."""
        index = self._laid.place_of(n)
        if index is not None and self._pacing.seen(index) is not None:
            return True
        return index is not None and self._laid.laid(index) and self._sees(index)

    def _sees(self, index: int) -> bool:
        first, end = self._laid.rows(index)
        top, rows = self.scroll_offset.y, self.scrollable_content_region.height
        return top <= first and min(end, first + rows) <= top + rows

    def follow(self) -> None:
        """Go to the end and stay there."""
        self.scroll_end(animate=False)

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

    # Laying out

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew where the width changed; the turn at the top stays where it is."""
        self.post_message(self.Moved())
        if self.text_width == self._width:
            return
        following = not self._width or self.is_vertical_scroll_end
        top = len(self._laid.entries) if following else self._laid.at(self.scroll_offset.y)
        self._width = self.text_width
        self._laid.lay_around(top, self._width)
        self._changed(following)
        if not following and top >= 0:
            self.scroll_to(y=self._laid.rows(top)[0], animate=False)

    def _changed(self, following: bool = False) -> None:
        """Take note of other lines, stay at their end, and go on laying out what is not laid out yet."""
        self.measured()
        if following:
            self.scroll_end(animate=False, immediate=True, force=True)  # it may only now be more than there is room for
        if not self._laid.whole and not self._growing:
            self._growing = True
            self.set_timer(IDLE, self._grow)

    def _grow(self) -> None:
        self._growing = False
        above = 0 if self.text_selection else self._laid.grow(AT_ONCE)  # what is selected stays where it is
        following = self.is_vertical_scroll_end
        self._changed(following)
        if above and not following:
            self.scroll_to(y=self.scroll_offset.y + above, animate=False, immediate=True)

    # Painting

    def text_of(self, number: int) -> str:
        """Return what of a line has appeared."""
        line = self.lines[number]
        seen = None if self._pacing.done else self._pacing.seen(self._laid.at(number))
        if seen is None or (line.at < 0 <= seen):
            return line.text
        return line.text[: max(seen - line.at, 0)] if seen >= 0 else ""
