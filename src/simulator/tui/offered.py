"""Which of the actions of an interview's screen can be done as things stand at a seat."""

from __future__ import annotations

from simulator.seat import Seat

WHILE_OVER = frozenset({"debrief", "home", "compare", "look_ahead"})
WHILE_OPEN = frozenset({"take_back", "ask", "pause", "skip", "leave", "move", "look_back"})
BY_CANDIDATE = frozenset({"take_back", "ask", "note", "pause", "skip"})
WHERE_KEPT = frozenset({"look_ahead", "look_back"})
"""What reads the candidacy, which lies where the interview is kept."""


def offered(seat: Seat, action: str) -> bool:
    """Tell whether `action` can be done now."""
    if action in (WHILE_OPEN if seat.ended else WHILE_OVER):
        return False
    if (seat.looks_on and action in BY_CANDIDATE) or (seat.plan is None and action in WHERE_KEPT):
        return False
    if action == "look_back":  # later on, it would be cheating oneself
        return not any(turn.kind == "answer" for turn in seat.transcript.turns)
    return action != "compare" or seat.header.branched_from is not None
