"""How a debrief's text names the turn that something rests on, and how that is found in the text again."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r"[( ](?:(?P<id>\d{4,9}-[\w-]+),\s+)?turn\s+(?P<n>\d{1,9})\)")


class Place(NamedTuple):
    """A turn that a text names from `start` to `end`; `transcript` is empty for the interview it is about."""

    start: int
    end: int
    transcript: str
    n: int


def named(n: int, transcript: str = "") -> str:
    """Return the words for turn `n`; they stand at the end of a bracket."""
    return f"{transcript}, turn {n}" if transcript else f"turn {n}"


def places(text: str) -> list[Place]:
    """Return the turns that `text` names, in order, also where a line ends within the words."""
    return [
        Place(found.start() + 1, found.end() - 1, found["id"] or "", int(found["n"])) for found in _PLACE.finditer(text)
    ]
