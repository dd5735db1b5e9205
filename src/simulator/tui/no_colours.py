"""Painting without colours: the terminal's own two, and reversed where only the background told something."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

if TYPE_CHECKING:
    from rich.color import Color as RichColor

STANDS_OUT = 0.3
"""From this difference in brightness on (of 1), a background is there to be seen: a cursor, a selection."""


class NoColours(LineFilter):
    """Takes every colour out and keeps bold, dim, italic and reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return `segments` without colours."""
        return [
            Segment(text, None if style is None else _plain(style, background), control)
            for text, style, control in segments
        ]


@lru_cache(1024)
def _plain(style: Style, background: Color) -> Style:
    reverse = bool(style.reverse) or _stands_out(style.bgcolor, background)
    plain = Style(
        bold=style.bold,
        dim=style.dim,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=reverse or None,
    )
    return plain + Style.from_meta(style.meta) if style.meta else plain


def _stands_out(colour: RichColor | None, background: Color) -> bool:
    if colour is None or colour.is_default:
        return False
    return abs(Color.from_rich_color(colour).brightness - background.brightness) > STANDS_OUT
