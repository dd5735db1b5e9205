"""Wrapping plain text by the cells it takes on a terminal."""

from __future__ import annotations

import re
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size, split_graphemes

_single = re.compile("[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482‘’“”–—…•✓›▸↳≠✎★]*").fullmatch
"""Matches text whose characters are of one cell and combine with nothing: it is measured by its length."""


class Piece(NamedTuple):
    """A line of wrapped text, and what stood between it and the next one."""

    text: str
    joiner: str


def wrap(text: str, width: int) -> list[Piece]:
    """Return `text` in lines of at most `width` cells (at least 2), broken at spaces where there are any.

    Joining the pieces with their joiners gives the text back, tabs as spaces.
    """
    width = max(width, 2)
    pieces: list[Piece] = []
    for paragraph in text.expandtabs(4).split("\n"):
        pieces += _narrow(paragraph, width) if _single(paragraph) else _wide(paragraph, width)
    return pieces


def _narrow(text: str, width: int) -> list[Piece]:
    pieces = []
    start, size = 0, len(text)
    while size - start > width:
        end = text.rfind(" ", start + 1, start + width + 1)
        if end < 0:
            end = start + width
        following = end
        while following < size and text[following] == " ":
            following += 1
        pieces.append(Piece(text[start:end], text[end:following]))
        start = following
    pieces.append(Piece(text[start:], "\n"))
    return pieces


def _wide(text: str, width: int) -> list[Piece]:
    pieces = []
    start = at = used = 0
    space = used_at_space = -1
    for begin, end, cells in split_graphemes(text)[0]:
        while used and used + cells > width:
            if space > start:
                pieces.append(Piece(text[start:space], " "))
                start, used = space + 1, used - used_at_space - 1
            else:
                pieces.append(Piece(text[start:begin], ""))
                start, used = begin, 0
            space = -1
        if text[begin] == " ":
            space, used_at_space = begin, used
        used += cells
        at = end
    pieces.append(Piece(text[start:at], "\n"))
    if "\u200d" not in text and "\ufe0f" not in text:
        return pieces
    return [part for piece in pieces for part in _tight(piece, width)]


def _tight(piece: Piece, width: int) -> list[Piece]:
    """Break a piece that is measured wider as a whole than in parts, as stray joiners of emoji can be."""
    if cell_len(piece.text) <= width:
        return [piece]
    parts = []
    start = used = 0
    for at, char in enumerate(piece.text):
        cells = get_character_cell_size(char) + (char == "\ufe0f")
        if used + cells > width:
            parts.append(Piece(piece.text[start:at], ""))
            start, used = at, 0
        used += cells
    return [*parts, Piece(piece.text[start:], piece.joiner)]
