"""A debrief as lines on the screen: headings, points with their signs, and what somebody said set apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len

from simulator.debrief.blocks import Block, blocks
from simulator.text import clean
from simulator.tui.lines import Line
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from simulator.debrief.report import Debrief

NARROWEST = 16
"""Cells a line of text has at least."""


def lines_of(debrief: Debrief, width: int) -> Iterator[Line]:
    """Yield the lines of `debrief`, at most `width` cells wide; its title stands above them already."""
    close = True
    for block in blocks(debrief):
        if block.kind == "title":
            continue
        if block.kind == "heading" or not (close or block.inner or block.sign == "-"):
            yield Line("")
        yield from _lines(block, width)
        close = block.kind == "heading"


def _lines(block: Block, width: int) -> Iterator[Line]:
    if block.kind == "heading":
        yield from (Line(piece.text, "name", 1, piece.joiner) for piece in wrap(clean(block.text), width - 1))
        return
    quote = block.kind == "quote"
    indent = 6 if quote else 4 if block.inner else 1
    sign = f"{'–' if block.sign == '-' else block.sign} " if block.sign else ""
    text = clean(block.text)
    room = max(width - indent - cell_len(sign), NARROWEST)
    for number, piece in enumerate(wrap(text, room)):
        look = "aside" if quote else "body"
        if number:
            yield Line(piece.text, look, indent + cell_len(sign), piece.joiner)
        else:
            yield Line(sign + piece.text, look, indent, piece.joiner)
