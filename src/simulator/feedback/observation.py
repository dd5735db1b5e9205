"""One thing seen in how an answer was given, and how much it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

REASONS = {
    "as_said": "You pointed to what you had said before; the person asking did not hear that answer.",
    "evasive": "The question was put aside; what you said does not answer it.",
    "no_case": "You said that there has been no such case.",
    "no_example": "A case was asked for; what came is how things are in general, not one time when it happened.",
    "no_own_part": "You told a case, but no step in it that you took yourself.",
    "no_result": "You told a case, but not how it ended.",
    "no_figure": "No amount was named.",
    "vague": "No number, name or time was named that shows what you mean.",
    "short": "This was much shorter than the time for the question allows.",
}
"""Every kind, the most important for a follow-up first, with the sentence that a candidate reads."""

NON_ANSWERS = frozenset({"as_said", "evasive", "no_case"})
"""Kinds of observation on an answer that has nothing to be marked."""

_WEIGHTS = {
    "as_said": 3,
    "evasive": 3,
    "no_case": 1,
    "no_example": 3,
    "no_own_part": 2,
    "no_result": 2,
    "no_figure": 2,
    "vague": 1,
    "short": 1,
}


@dataclass(frozen=True, slots=True)
class Observation:
    """Something seen in an answer, or missing from it.

    `span` holds offsets into the answer where the words that show it stand; None where it is something missing.
    """

    kind: str
    reason: str
    span: tuple[int, int] | None


def weakness(observations: Iterable[Observation]) -> int:
    """Return how weak an answer with these observations is: 0 for a sound one, up to 3.

    3: no answer to what was asked. 2: a case without the own part or the end, or no amount. 1: thin, or no such
    case. Observations do not add up: an answer is as weak as the worst thing seen in it.
    """
    return max((_WEIGHTS[observation.kind] for observation in observations), default=0)
