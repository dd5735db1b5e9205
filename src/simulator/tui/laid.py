"""Entries laid out as lines: first those around what is looked at, the others a few at a time.

Of most entries only the number of lines is kept: a line is text once more, and a long interview has many.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from simulator.tui.lines import Line, Span
from simulator.tui.wording import Entry, clock
from simulator.tui.wrap import wrap

WIDEST = 96
"""Cells a line of text has at most: longer ones are hard to read."""

AROUND = 100
"""Entries laid out at once on each side of what is looked at: at least a line each, more than any screen has."""

KEPT = 4 * AROUND
"""Entries whose lines are kept at most: they are the ones painted again and again."""

BODY = 3
"""Cells that what somebody said is indented by."""


class Laid(Sequence[Line]):
    """The lines of entries, at one width.

    The entries that are laid out follow each other; the lines are theirs. `under` are lines that stand under an entry,
    by its number; `widest` is how many cells a line of text has at most.
    """

    def __init__(self, widest: int = WIDEST) -> None:
        self.entries: list[Entry] = []
        self.under: dict[int, Sequence[str]] = {}
        self.withdrawn: frozenset[int] = frozenset()
        self.widest = widest
        self._width = 0
        self._first = 0
        self._starts: list[int] = []
        self._count = 0
        self._kept: dict[int, list[Line]] = {}
        self._index: dict[int, int] = {}

    def __len__(self) -> int:
        """Return how many lines are laid out."""
        return self._count

    @overload
    def __getitem__(self, place: int) -> Line: ...

    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...

    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        """Return a line by its number, or those of a range."""
        wanted = range(self._count)[place]
        return [self._line(number) for number in wanted] if isinstance(wanted, range) else self._line(wanted)

    def _line(self, number: int) -> Line:
        index = self.at(number)
        return self._lines_of(index)[number - self._starts[index - self._first]]

    @property
    def end(self) -> int:
        """The number of the entry after the last one that is laid out."""
        return self._first + len(self._starts)

    @property
    def whole(self) -> bool:
        """Whether everything is laid out."""
        return self._first == 0 and self.end == len(self.entries)

    def place_of(self, n: int) -> int | None:
        """Return the place of turn `n` among the entries, None where it is not painted."""
        return self._index.get(n)

    def laid(self, index: int) -> bool:
        """Tell whether that entry is laid out."""
        return self._first <= index < self.end

    def at(self, number: int) -> int:
        """Return the place of the entry that line `number` belongs to; -1 where there is none."""
        return self._first + bisect_right(self._starts, number) - 1 if self._starts else -1

    def rows(self, index: int) -> tuple[int, int]:
        """Return the first line of an entry that is laid out, and the line after its last; no empty line before it."""
        place = index - self._first
        first = self._starts[place]
        end = self._starts[place + 1] if place + 1 < len(self._starts) else self._count
        while first < end - 1 and not self[first].text:
            first += 1
        return first, end

    # Laying out

    def replace(self, entries: Iterable[Entry]) -> None:
        """Take other entries; none of them is laid out."""
        self.entries = list(entries)
        self._index = {entry.n: index for index, entry in enumerate(self.entries)}
        self._forget()

    def add(self, entries: Sequence[Entry]) -> None:
        """Add entries at the end, laid out where what comes before them is."""
        follows = self.end == len(self.entries)
        self._index.update({entry.n: index for index, entry in enumerate(entries, len(self.entries))})
        self.entries += entries
        if self._width and follows:
            self._lay_on(len(self.entries) if len(entries) <= AROUND else 0)

    def lay_around(self, index: int, width: int) -> None:
        """Lay everything out anew at `width` cells, now only what is near entry `index`."""
        self._forget()
        self._width = width
        self._first = max(min(index, len(self.entries) - 1) - AROUND, 0)
        self._lay_on(min(index + AROUND, len(self.entries)))

    def lay_again(self, first: int) -> None:
        """Lay the entries from place `first` on out anew, as far as they are."""
        end = self.end
        if self._width and first < end:
            place = max(first - self._first, 0)
            self._count = self._starts[place] if place < len(self._starts) else self._count
            del self._starts[place:]
            self._kept = {index: lines for index, lines in self._kept.items() if index < first}
            self._lay_on(end)

    def grow(self, most: int) -> int:
        """Lay up to `most` more entries out; return how many lines came above those there were."""
        if self.end < len(self.entries):
            self._lay_on(min(self.end + most, len(self.entries)))
            return 0
        begin = max(self._first - most, 0)
        starts, above = self._measure(begin, self._first)
        self._starts = starts + [start + above for start in self._starts]
        self._count += above
        self._first = begin
        return above

    def _forget(self) -> None:
        self._first = self._count = 0
        self._starts.clear()
        self._kept.clear()

    def _lay_on(self, end: int) -> None:
        starts, below = self._measure(self.end, end)
        self._starts += [start + self._count for start in starts]
        self._count += below

    def _measure(self, first: int, end: int) -> tuple[list[int], int]:
        """Return where each of these entries begins, counted from the first one's first line, and their lines."""
        starts, count = list[int](), 0
        for index in range(first, end):
            starts.append(count)
            count += len(self._lines_of(index))
        return starts, count

    def _lines_of(self, index: int) -> list[Line]:
        if index not in self._kept:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            self._kept[index] = list(self._lay(index))
        return self._kept[index]

    def _lay(self, index: int) -> Iterator[Line]:
        entry = self.entries[index]
        gone = entry.n in self.withdrawn
        width = min(self._width, self.widest + BODY) - BODY
        before = self.entries[index - 1] if index else None
        same = before is not None and before.name == entry.name and (before.n in self.withdrawn) == gone
        head = not entry.aside and (not same or bool(entry.marked))
        if head or entry.aside or entry.apart:
            yield Line("")
        if head:
            yield from _head(entry, gone, width)
        yield from _body(entry, gone, width)
        for line in self.under.get(entry.n, ()):
            yield from (Line(piece.text, "aside", BODY, piece.joiner) for piece in wrap(line, width - 2))


def _head(entry: Entry, gone: bool, width: int) -> Iterator[Line]:
    """Yield who, when, and what it is marked as."""
    name, marked = entry.name, entry.marked
    text = " · ".join(filter(None, [name, marked, "taken back" if gone else "", clock(entry.at)]))
    pieces = wrap(text, width)
    start = text.index(marked, len(name))
    end = start + len(marked)
    spans = Span(len(name), start, "gone"), Span(start, end, "mark"), Span(end, len(text), "gone")
    look = "gone" if gone else entry.look
    one = len(pieces) == 1 and not gone
    for piece in pieces:
        yield Line(piece.text, look, 1, piece.joiner, spans if one else ())


def _body(entry: Entry, gone: bool, width: int) -> Iterator[Line]:
    """Yield what is said or told."""
    text = f"{entry.text} · taken back" if gone and entry.aside else entry.text
    look = "gone" if gone else "aside" if entry.aside else "body"
    at = 0
    for piece in wrap(text, width - 2):
        yield Line(piece.text, look, 1 if entry.aside and not at else BODY, piece.joiner, at=at)
        at += len(piece.text) + len(piece.joiner)


def told(entry: Entry) -> str:
    """Return an entry as text to be copied."""
    if entry.aside:
        return entry.text
    return f"{' · '.join(filter(None, [entry.name, entry.marked, clock(entry.at)]))}\n{entry.text}"
