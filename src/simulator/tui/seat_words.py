"""What an interview's screen has to say of how things stand at a seat."""

from __future__ import annotations

import math
from collections.abc import Callable

from simulator.seat import Seat
from simulator.transcript.reading import in_the_room

UNSAVED = "The draft can't be saved: make room"


def how_it_stands(
    seat: Seat, key_for: Callable[[str], str], *, unsaved: bool, left: float, behind: int
) -> tuple[str, bool]:
    """Return the line that says how things stand, and whether that is a problem.

    `left` are the seconds for which the last answer can be taken back, `behind` the turns below what is in view;
    `key_for` returns how the key of an action is shown.
    """
    if unsaved:
        return UNSAVED, True
    if seat.line:
        return f"No line to the room: {seat.line}.", True
    if seat.paused:
        return f"Paused: the clock stands still. {key_for('interview.pause')} goes on.", False
    if left > 0 and seat.can_take_back():
        return f"Sent. {key_for('interview.take_back')} takes it back ({math.ceil(left)} s).", False
    if behind:
        return f"↓ {behind} new below. {key_for('box.scroll_screen_end')} goes there.", False
    return "", False


def why_it_stands(seat: Seat) -> str:
    """Return why nothing can be taken back now."""
    sent = (turn.kind for turn in reversed(seat.transcript.turns))
    match next((kind for kind in sent if kind in ("answer", "skip", "take_back")), ""):
        case "answer":
            return "It was sent more than ten seconds ago: the answer stands."
        case "skip":
            return "You passed the last question over: there is no answer to take back."
        case "take_back":
            return "Your last answer is taken back already."
    return "There is no answer to take back yet."


def who_is_here(seat: Seat) -> str:
    """Return who is in the room, with what is known of each."""
    present = in_the_room(seat.transcript)
    return "\n\n".join(f"{seat.header.speaker(person.id)}\n{seat.about(person.id)}" for person in present)
