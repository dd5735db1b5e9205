"""What an interviewer does about a request: puts it again, waits, comes back to it, or leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.interview.lines import Line, about
from simulator.interview.outcome import outcome
from simulator.interview.probing import probe_text
from simulator.interview.speech import put_again, say, say_if
from simulator.transcript.reading import HOLDS_OPEN, PUT_OFF, REQUESTS

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State

_CASES = frozenset({"behavioural", "situational", "technical"})
"""Kinds of question of which the candidate may choose the case."""

MOST = 2
"""How often one question is held open for somebody who asks about it."""

_LINES = {PUT_OFF: ("put_off", "skipped"), "declined": ("declined", "skipped"), "closed": ("left_there", "acknowledge")}


def obliged(state: State, me: Persona) -> Line | None:
    """Return what `me` says to a request in the answer just given; None where it holds none, or too many came."""
    why = state.aside
    if why not in REQUESTS:
        return None
    ahead = [each.question for each in state.agenda if each.why != "closing"]
    parked = why == PUT_OFF and state.item is not None and state.item.question in ahead
    if why == PUT_OFF and not (ahead or state.answers) and state.item is not None and state.item.why != PUT_OFF:
        why = "thinking"  # there is nothing to go on with meanwhile
    if why in HOLDS_OPEN:
        text = _held_open(state, me, why)
        return about(state, "reply", me, text, why) if text else None
    if not parked and (found := outcome(state, me)):
        return found
    line, instead = _LINES[why]
    line = instead if why == PUT_OFF and not parked else line
    return about(state, "acknowledgement", me, say_if(state, me, line, instead))


def _held_open(state: State, me: Persona, why: str) -> str:
    """Return what is said while the question stays open; empty where it has been held open often enough."""
    if sum(note.why in HOLDS_OPEN or note.why == PUT_OFF for note in state.notes) > MOST:
        return ""
    if why == "thinking":
        return say_if(state, me, "nudge")
    if why == "cut_in" and state.open_line is not None:  # nobody had a question about that one: it stays as it was put
        return f"{say(state.plan, me, 'acknowledge', turn=state.asked)} {state.open_line.wording}"
    free = state.question is not None and state.question.kind in _CASES
    if why == "which" and free and (words := say_if(state, me, "whichever")):
        return words
    follow_up = state.open_line is not None and state.open_line.kind == "probe"
    other = probe_text(state, me, state.probes[-1].why, again=True) if follow_up else ""
    return f"{say_if(state, me, 'once_more')} {other or put_again(state, me)}".lstrip()
