"""A text to read: paragraphs under headings, to be searched, gone through and copied."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from simulator.tui.copying import Copying
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Span, within
from simulator.tui.search import Searching

if TYPE_CHECKING:
    from textual.binding import BindingType

MARGIN = 1
"""Lines shown above the one that is gone to."""


class Paragraph(NamedTuple):
    """A text before it was wrapped, and the line it begins on."""

    text: str
    first: int


class Reading(Searching):
    """Lines of text; those that look like a name are its headings."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reading")]

    def __init__(self) -> None:
        super().__init__()
        self._paragraphs: list[Paragraph] = []

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self._paragraphs, found = [], list[Line]()
        text, first = "", 0
        for number, line in enumerate(lines):
            found.append(line._replace(at=len(text)))
            text += line.text + line.joiner
            if line.joiner == "\n":
                self._paragraphs.append(Paragraph(text[:-1], first))
                text, first = "", number + 1
        super().show_lines(found)
        self.search_again()

    def go_to(self, number: int) -> None:
        """Bring a line into view, near the top where it is not."""
        top, rows = self.scroll_offset.y, self.scrollable_content_region.height
        if not top <= number < top + rows:
            self.scroll_to(y=max(number - MARGIN, 0), animate=False)

    # Searching

    @property
    def searched(self) -> Sequence[Paragraph]:
        """The paragraphs."""
        return self._paragraphs

    def _paragraph(self, number: int) -> int:
        return bisect_right(self._paragraphs, number, key=lambda each: each.first) - 1

    def looked_at(self) -> int:
        """Return the place of the paragraph at the top."""
        return self._paragraph(self.scroll_offset.y)

    def reach(self, index: int) -> None:
        """Go to the line of the place that is found."""
        first, here = self._paragraphs[index].first, self._search.here
        while here and first + 1 < len(self.lines) and 0 < self.lines[first + 1].at <= here[1].start:
            first += 1
        self.go_to(first)

    def spans_of(self, number: int) -> Iterable[Span]:
        """Return the parts of a line that stand out, what was searched for over the others."""
        line = self.lines[number]
        found = self._search.found_in(self._paragraph(number)) if self._paragraphs else ()
        return [*line.spans, *within(found, line.at, len(line.text))]

    # What keys do

    def action_next_heading(self) -> None:
        """Go to the next heading."""
        self._walk([number for number in self._headings if number - MARGIN > self.scroll_offset.y][:1])

    def action_previous_heading(self) -> None:
        """Go to the heading before."""
        self._walk([number for number in self._headings if number - MARGIN < self.scroll_offset.y][-1:])

    @property
    def _headings(self) -> list[int]:
        return [number for number, line in enumerate(self.lines) if line.look == "name"]

    def _walk(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self.scroll_to(y=max(number - MARGIN, 0), animate=False)

    def action_copy_all(self) -> None:
        """Copy everything."""
        self.post_message(Copying("\n".join(each.text for each in self._paragraphs), instead=""))
