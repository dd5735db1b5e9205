"""How a round begins: the welcome, a word where nothing is known from before, and who everybody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.content.templates import render
from simulator.interview.chance import pick
from simulator.interview.lines import Line
from simulator.interview.speech import context, say, unsaid

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State


def opening(state: State) -> Line | None:
    """Return the next line of the beginning; None once everybody has said who they are."""
    plan = state.plan
    lead = plan.lead
    if not state.openings:
        panel = plan.content.panel
        if panel is None:
            return Line(kind="greeting", speaker=lead.id, text=_welcome(state, lead, "greeting", "welcome_back"))
        welcome = pick(panel.opening, plan.header.seed, "opening", panel.id)
        return Line(kind="greeting", speaker=lead.id, text=render(welcome, context(plan, lead)))
    if _knows_nothing(state):
        return Line(kind="no_notes", speaker=lead.id, text=say(plan, lead, "no_notes"))
    for persona in state.people:
        if persona.id not in state.openings:
            text = _welcome(state, persona, "introduction", "met_before")
            return Line(kind="introduction", speaker=persona.id, text=text)
    return None


def _welcome(state: State, me: Persona, line: str, known: str) -> str:
    """Return how `me` begins with a candidate: by the line for one they have met, where they have."""
    met = any(each.asker_id == me.id and each.answers for each in state.plan.header.earlier)
    name = known if met and getattr(me.lines, known) else line
    return unsaid(state, me, getattr(me.lines, name), name, me.id)


def _knows_nothing(state: State) -> bool:
    """Tell whether the rounds before left nothing, which the lead says as soon as they have greeted."""
    plan = state.plan
    first = plan.content.process.rounds[0].id == plan.header.round
    return not (first or state.asked or state.said_so or any(each.answers for each in plan.header.earlier))
