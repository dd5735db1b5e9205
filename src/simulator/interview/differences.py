"""Raising a difference with an earlier answer, and what the reply to that says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from simulator.interview.lines import Line, about
from simulator.interview.memory import Difference, comparable, compare
from simulator.interview.settling import understood
from simulator.interview.speech import earlier_context, opening_words, say

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State
    from simulator.transcript.turns import AgendaItem, Turn


def difference_raised(state: State, me: Persona) -> Line | None:
    """Return the finding that an answer gives rise to, or the challenge that raises one just made."""
    plan, item = state.plan, state.item
    if state.finding is not None:
        words = _words(state, state.finding, me, state.finding.second)
        return about(state, "challenge", me, say(plan, me, "challenge", turn=state.asked, **words), state.finding.why)
    if item is None or state.raised_here or not me.manner.challenges or plan.round.mode == "structured":
        return None
    answers = [turn.text for turn in state.answers]
    for exchange in reversed(list(comparable(plan.header.earlier, item.question))):
        _, differences = compare(
            exchange, answers, plan.slots(item.question), plan.header.started_at.date(), plan.header.settled
        )
        for difference in differences:
            finding = difference.finding
            if finding.severity.name == "WARN" and not state.was_raised(
                difference.first, difference.second, finding.slot
            ):
                return _finding(item, me, difference)
    return None


def _finding(item: AgendaItem, me: Persona, difference: Difference) -> Line:
    finding = difference.finding
    return Line(
        kind="finding",
        speaker=me.id,
        question=item.question,
        why=finding.kind,
        earlier=difference.earlier.pointer,
        severity=finding.severity.name,
        rule=finding.rule,
        slot=finding.slot,
        first=difference.first,
        second=difference.second,
        text=finding.reason,
    )


def settled(state: State, me: Persona) -> Line:
    """Return the line after the reply to a challenge, with what the reply was understood to say."""
    raised, reply = state.raised_here, state.answers[-1].text
    assert raised is not None  # noqa: S101  # a challenge was made
    exchange = state.plan.earlier[raised.earlier]
    slots = state.plan.slots(raised.question)
    line = about(
        state,
        "settled",
        me,
        say(state.plan, me, "settled", turn=state.asked, **_words(state, raised, me, opening_words([reply]))),
        understood(reply, raised.first, raised.second, exchange.asked, slots),
    )
    return msgspec.structs.replace(
        line, first=raised.first, second=raised.second, slot=raised.slot, earlier=raised.earlier
    )


def _words(state: State, finding: Turn, me: Persona, now: str) -> dict[str, object]:
    """Return what a challenge and the line after it may quote."""
    exchange = state.plan.earlier[finding.earlier]
    return {**earlier_context(state, exchange, me, finding.first), "now": {"quote": now}}
