"""A debrief as blocks, for whatever is not plain text: what its text says, with what each paragraph is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from simulator.debrief.report import Debrief
from simulator.debrief.text import UNWRAPPED, lines

_PARTS = re.compile(r"( *)(?:(\d+\.|[-+>]) |(then|now): )?(.*)")

Kind = Literal["title", "heading", "paragraph", "quote"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: what it is, whether it belongs to the one before, the sign it begins with ("3.", "-", "+")."""

    kind: Kind
    text: str
    inner: bool = False
    sign: str = ""


def blocks(debrief: Debrief) -> Iterator[Block]:
    """Yield the blocks of `debrief` in order."""
    found = [line.rstrip() for line in lines(debrief, UNWRAPPED)]
    for line, below in zip(found, [*found[1:], ""], strict=True):
        if line and len(set(below)) == 1 and below[0] in "=-" and len(below) == len(line):
            yield Block("title" if below[0] == "=" else "heading", line)
        elif line and not (len(set(line)) == 1 and line[0] in "=-"):
            yield _block(line)


def _block(line: str) -> Block:
    parts = _PARTS.match(line)
    indent, sign, when, text = parts.groups("") if parts else ("", "", "", line)
    if sign == ">" or when:
        return Block("quote", text, inner=True, sign=f"{when}:" if when else "")
    return Block("paragraph", text, inner=bool(indent), sign=sign)
