"""A line of the room, before it is numbered and becomes a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A turn of the room before it is numbered."""

    kind: str
    speaker: str
    text: str
    question: str = ""
    person: str = ""
    to: str = ""
    minutes: int = 0
    why: str = ""
    competency: str = ""
    rests_on: int = 0
    earlier: str = ""
    severity: str = ""
    rule: str = ""
    slot: str = ""
    first: str = ""
    second: str = ""


def about(state: State, kind: str, me: Persona, text: str, why: str = "") -> Line:
    """Return a line of `me` about the present question."""
    question = state.item.question if state.item else ""
    return Line(kind=kind, speaker=me.id, question=question, text=text, why=why)
