"""Comparing what was said with what was said before: claims, how they meet, and what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.consistency.claim import Claim
    from simulator.consistency.compare import Comparison, compare_answers, compare_claims
    from simulator.consistency.reading import claims_of
    from simulator.consistency.rules import RULES, Finding, Rule, Severity
    from simulator.consistency.slot import Slot

__all__ = [
    "RULES",
    "Claim",
    "Comparison",
    "Finding",
    "Rule",
    "Severity",
    "Slot",
    "claims_of",
    "compare_answers",
    "compare_claims",
]

_HOMES = {
    "RULES": "rules",
    "Claim": "claim",
    "Comparison": "compare",
    "Finding": "rules",
    "Rule": "rules",
    "Severity": "rules",
    "Slot": "slot",
    "claims_of": "reading",
    "compare_answers": "compare",
    "compare_claims": "compare",
}


def __getattr__(name: str) -> Any:
    # Content knows slots and nothing else from here: what compares is loaded when it is first used.
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
