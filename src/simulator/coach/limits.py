"""How patient a line is, on either side of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds: to open a line and say who comes, between two heartbeats, for an answer to one, for a parting word."""

    opening: float = 10.0
    heartbeat: float = 5.0
    silence: float = 10.0
    parting: float = 2.0


PATIENT = Limits()
"""As patient as a line is unless somebody says otherwise."""
