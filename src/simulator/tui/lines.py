"""A pane of wrapped lines: scrolled by keys, selectable, painted line by line so that long texts cost nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from simulator.tui.keys import bindings

if TYPE_CHECKING:
    from rich.style import Style
    from textual.binding import BindingType
    from textual.selection import Selection


class Span(NamedTuple):
    """Part of a line's text that has a look of its own."""

    start: int
    end: int
    look: str


class Line(NamedTuple):
    """One line on the screen.

    `joiner` is what stood between it and the next one before it was wrapped; `at` is where its text begins in the text
    it is a part of (-1: of none).
    """

    text: str
    look: str = "body"
    indent: int = 0
    joiner: str = "\n"
    spans: tuple[Span, ...] = ()
    at: int = -1


def within(spans: Iterable[Span], at: int, length: int) -> Iterator[Span]:
    """Yield what of `spans` falls into the `length` characters from `at` on, counted from there."""
    for start, end, look in spans:
        if start < at + length and end > at:
            yield Span(max(start - at, 0), min(end - at, length), look)


class Lines(ScrollView, can_focus=True):
    """Lines of text, each with a look (a component class of this name)."""

    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("lines")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--body",
        "lines--name",
        "lines--own",
        "lines--aside",
        "lines--gone",
        "lines--mark",
        "lines--cursor",
        "lines--differs",
        "lines--hit",
        "lines--here",
    }
    DEFAULT_CSS = """
    Lines { scrollbar-gutter: stable; overflow-x: hidden; scrollbar-size-vertical: 1; background: $background; }
    Lines > .lines--name { text-style: bold; color: $primary; }
    Lines > .lines--own { text-style: bold; color: $success; }
    Lines > .lines--aside { text-style: italic; color: $text-muted; }
    Lines > .lines--gone { text-style: dim; color: $foreground; }
    Lines > .lines--mark { text-style: bold; color: $accent; }
    Lines > .lines--cursor { text-style: bold; color: $accent; }
    Lines > .lines--differs { text-style: bold underline; }
    Lines > .lines--hit { text-style: underline; color: $accent; }
    Lines > .lines--here { text-style: bold reverse; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(id=id)
        self.lines: Sequence[Line] = ()
        self._styles_of: dict[str, Style] = {}

    @property
    def text_width(self) -> int:
        """Cells there are for text; 0 before the first layout."""
        return self.scrollable_content_region.width

    @property
    def rows(self) -> int:
        """How many lines there are to be looked at."""
        return len(self.lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.lines = list(lines)
        self.measured()

    def measured(self) -> None:
        """Take note that the number of lines may have changed."""
        self.virtual_size = Size(max(self.text_width, 1), self.rows)
        self.refresh()

    def spans_of(self, number: int) -> Iterable[Span]:
        """Return the parts of line `number` that have a look of their own; the later ones lie over the earlier."""
        return self.lines[number].spans

    def text_of(self, number: int) -> str:
        """Return the text of line `number`."""
        return self.lines[number].text

    def hurry(self) -> None:
        """Show at once what appears little by little: somebody pressed a key."""

    def sign_of(self, number: int) -> str:
        """Return what stands at the very left of line `number`, in its indent."""
        del number
        return ""

    def notify_style_update(self) -> None:
        """Forget the styles worked out so far."""
        super().notify_style_update()
        self._styles_of.clear()

    def _style(self, look: str) -> Style:
        if look not in self._styles_of:
            self._styles_of[look] = self.get_component_rich_style(f"lines--{look}")
        return self._styles_of[look]

    def render_line(self, y: int) -> Strip:
        """Return line `y` of what is in view."""
        width = self.size.width
        number = self.scroll_offset.y + y
        base = self.rich_style
        if number >= len(self.lines):
            return Strip.blank(width, base)
        line = self.lines[number]
        sign = self.sign_of(number)[: line.indent]
        text = sign + " " * (line.indent - len(sign)) + self.text_of(number)
        styled = [(0, len(text), self._style(line.look))]
        if sign:
            styled.append((0, len(sign), self._style("cursor")))
        styled += [
            (start + line.indent, end + line.indent, self._style(look)) for start, end, look in self.spans_of(number)
        ]
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(number)) is not None:
            end = span[1] if span[1] >= 0 else len(text)
            styled.append((span[0], end, self.screen.get_component_rich_style("screen--selection")))
        strip = Strip(list(_segments(text, styled)))
        return strip.crop_extend(0, width, base).apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as it was before it was wrapped."""
        found = []
        for number in range(len(self.lines)):
            span = selection.get_span(number)
            if span is None:
                continue
            line = self.lines[number]
            start = max(span[0] - line.indent, 0)
            end = max(span[1] - line.indent, 0) if span[1] >= 0 else len(line.text)
            found.append(line.text[start:end] + line.joiner)
        return "".join(found).rstrip("\n"), "\n"

    def action_page_up(self) -> None:
        """Scroll one page up."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Scroll one page down."""
        self.scroll_page_down(animate=False)

    def action_scroll_up(self) -> None:
        """Scroll one line up."""
        self.scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """Scroll one line down."""
        self.scroll_down(animate=False)

    def action_scroll_home(self) -> None:
        """Go to the beginning."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """Go to the end."""
        self.scroll_end(animate=False)


def _segments(text: str, styled: Sequence[tuple[int, int, Style]]) -> Iterable[Segment]:
    """Yield `text` in parts of one style each; the first of `styled` covers all of it."""
    if len(styled) == 1:
        yield Segment(text, styled[0][2])
        return
    edges = sorted({min(max(edge, 0), len(text)) for start, end, _ in styled for edge in (start, end)})
    for start, end in pairwise(edges):
        covering = [style for first, last, style in styled if first <= start and end <= last]
        style = covering[0]
        for other in covering[1:]:
            style += other
        yield Segment(text[start:end], style)
