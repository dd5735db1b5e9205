"""What came of a concern once it was taken up again: resolved, still open, or made worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.interview.lines import Line
from simulator.interview.settling import CHOICES
from simulator.interview.weighing import CONCERN, how_weak
from simulator.transcript.reading import PUT_OFF, exchanges

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State
    from simulator.transcript.turns import AgendaItem


def _is_concern(state: State, item: AgendaItem) -> bool:
    """Tell whether an item comes back to a concern, or back to one that was put off."""
    planned = {each.question for each in state.plan.header.agenda if each.why == "concern"}
    return item.why == "concern" or (item.why == PUT_OFF and item.question in planned)


def outcome(state: State, me: Persona) -> Line | None:
    """Return what came of the concern being talked about, once for each; None where there is none."""
    item = state.item
    if item is None or state.outcome is not None or not _is_concern(state, item):
        return None
    now = exchanges(state.turns)[-1]
    before = state.plan.earlier[item.earlier]
    weak = how_weak(now, state.plan.questions.get(item.question))
    unexplained = any(turn.kind == "settled" and turn.why not in CHOICES for turn in state.turns[-3:])
    if not now.answers and now.aside:
        why, text = "open", "Came back to this, and what came did not answer it."
    elif unexplained or weak > max(before.weakness, CONCERN):
        why, text = "worse", "Came back to this, and there is more to ask now than before."
    elif weak >= CONCERN:
        why, text = "open", "Came back to this; it is still open."
    else:
        why, text = "resolved", "Came back to this, and it is answered now."
    said = now.said[-1].n if now.said else now.asked.n
    return Line(
        kind="outcome",
        speaker=me.id,
        question=item.question,
        why=why,
        earlier=item.earlier,
        rests_on=said,
        text=text,
    )
