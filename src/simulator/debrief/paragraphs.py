"""Paragraphs, lists and headings of plain text at a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import pairwise


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Return `text` on lines of `width` columns; `first` begins the first one, `rest` the others."""
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest) or [first.rstrip()]


def heading(text: str, width: int) -> Iterator[str]:
    """Yield a heading, after an empty line."""
    yield ""
    yield from wrapped(text, width)
    yield "-" * min(len(text), width)


def headings(lines: Iterable[str]) -> list[str]:
    """Return the headings among lines that are not wrapped."""
    return [line for line, below in pairwise(lines) if line and below == "-" * len(line)]
