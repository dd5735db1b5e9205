"""A pane of wrapped lines: scrolled by keys, selectable, painted line by line so that long texts cost nothing."""

from __future__ import annotations

from collections.abc import Sequence
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


class Line(NamedTuple):
    """One line on the screen; `joiner` is what stood between it and the next one before it was wrapped."""

    text: str
    look: str = "body"
    indent: int = 0
    joiner: str = "\n"


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
    }
    DEFAULT_CSS = """
    Lines { scrollbar-gutter: stable; overflow-x: hidden; scrollbar-size-vertical: 1; background: $background; }
    Lines > .lines--name { text-style: bold; color: $primary; }
    Lines > .lines--own { text-style: bold; color: $success; }
    Lines > .lines--aside { text-style: italic; color: $text-muted; }
    Lines > .lines--gone { text-style: dim; color: $text-muted; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(id=id)
        self.lines: list[Line] = []
        self._styles_of: dict[str, Style] = {}

    @property
    def text_width(self) -> int:
        """Cells there are for text; 0 before the first layout."""
        return self.scrollable_content_region.width

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace all lines."""
        self.lines = list(lines)
        self.measured()

    def measured(self) -> None:
        """Take note that the number of lines may have changed."""
        self.virtual_size = Size(max(self.text_width, 1), len(self.lines))
        self.refresh()

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
        text = " " * line.indent + line.text
        segments = [Segment(text, self._style(line.look))]
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(number)) is not None:
            start, end = span[0], span[1] if span[1] >= 0 else len(text)
            style = self._style(line.look)
            marked = style + self.screen.get_component_rich_style("screen--selection")
            segments = [
                Segment(text[:start], style),
                Segment(text[start:end], marked),
                Segment(text[end:], style),
            ]
        return Strip(segments).crop_extend(0, width, base).apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text as it was before it was wrapped."""
        found = []
        for number, line in enumerate(self.lines):
            span = selection.get_span(number)
            if span is None:
                continue
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
