"""A slot: one fact a question asks for, so that answers to different questions meet on the same fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactKind = Literal[
    "duration", "date", "count", "money", "percent", "name", "title", "yes_no", "choice", "reason", "story"
]
FIGURES = frozenset({"duration", "date", "count", "money", "percent"})
"""Kinds whose facts are figures."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A fact by id.

    `kind` is a `FactKind`; `label` names the fact to a person ("the size of your team"); `unit` is what a count
    counts ("people") or what an amount is per ("year"); `options` are the ways a choice can be answered.
    """

    id: str
    kind: str
    label: str
    unit: str = ""
    options: tuple[str, ...] = ()
