"""What the interviewers do next: one line at a time, from where the interview stands."""

from __future__ import annotations

from itertools import islice

from simulator.content.schemas import Persona
from simulator.content.templates import render
from simulator.interview.chance import number
from simulator.interview.closing import candidate_asks, closing, left_to_answer, parked
from simulator.interview.coaching import what_follows, withheld
from simulator.interview.differences import difference_raised, settled
from simulator.interview.for_another import told_for_another
from simulator.interview.handoff import notes_left
from simulator.interview.hearing import heard_aside
from simulator.interview.lines import Line, about
from simulator.interview.obliging import obliged
from simulator.interview.opening import opening
from simulator.interview.outcome import outcome
from simulator.interview.panel import callback, lens, may_probe, timekeeping
from simulator.interview.probing import given_up, heat, neighbour, probe_for
from simulator.interview.replies import is_question
from simulator.interview.speech import ask, context, in_other_words, later, person, say, told_here, unsaid
from simulator.interview.state import State
from simulator.transcript.reading import ASKED, STANDS_ASIDE
from simulator.transcript.turns import AgendaItem, Turn

_SAID_BESIDE = frozenset({"off_question", "no_fact", "told_already"})
"""Why an answer does not take up the question although something was told: nobody skipped anything."""


def next_line(state: State) -> Line | None:
    """Return the next line of the room, or None while it waits for the candidate."""
    if not state.begun or state.ended or state.paused:
        return None
    if line := opening(state):
        return line
    if state.closed:
        return next(islice(notes_left(state), state.handed_off, None), Line(kind="end", speaker=state.lead.id, text=""))
    if state.reacting is not None:
        line = _reaction(state, state.reacting)
        line = None if withheld(state, line) else line
        if line is not None or state.open:
            return line
    if not state.hinted and state.plan.header.hints == "now" and (hint := _hint(state)):
        return hint
    if line := left_to_answer(state) or parked(state):
        return None if withheld(state, line) else line
    if state.open:
        return None
    line = _next_question(state)
    return None if withheld(state, line) else line


def _hint(state: State) -> Line | None:
    question = state.question
    if question is None or state.item is None:
        return None
    return Line(kind="hint", speaker=state.item.asker, question=state.item.question, text=question.tip)


# What follows from an action


def _reaction(state: State, to: Turn) -> Line | None:
    me = state.floor
    at_the_end = state.reacting_to == "closing"
    match to.kind:
        case "answer" if not at_the_end:
            return _to_answer(state, me)
        case "answer" | "ask" if is_question(to.text) or to.kind == "ask":
            return candidate_asks(state, me, to.text)
        case "answer" | "skip" if at_the_end:
            return closing(state)
        case "skip" if found := outcome(state, me):
            return found
        case "skip" | "take_back":
            line = "skipped" if to.kind == "skip" else "again"
            return about(state, line, me, say(state.plan, me, line, turn=state.asked))
        case "wait":
            return _silence(state, me)
    return what_follows(state, to)


def _to_answer(state: State, me: Persona) -> Line:
    if line := heat(state, me):
        return line
    if line := heard_aside(state, me) or told_for_another(state, me) or obliged(state, me):
        return line
    if state.reacting_to == "challenge":
        return settled(state, me)
    if line := None if state.aside in STANDS_ASIDE else difference_raised(state, me):
        return line
    if any(turn.spoken for turn in state.answers):  # how it was said, its gist does not tell
        return _hand_over(state, me)
    if found := probe_for(state, me, _most_probes(state, me)):
        trigger, text = found
        return about(state, "probe", me, text, why=trigger)
    if state.aside:
        return _hand_over(state, me)
    return given_up(state, me) or lens(state, me) or _hand_over(state, me)


def _most_probes(state: State, me: Persona) -> int:
    return me.manner.probes if may_probe(state, me) else 0


def _hand_over(state: State, me: Persona) -> Line:
    """Return the few words after an answer: thanks, what came of a concern, or the floor given to who asks next."""
    if found := outcome(state, me):
        return found
    if any(note.why in ASKED and note.rests_on == state.answered for note in state.notes):
        return about(state, "acknowledgement", me, later(state, me))
    tried = bool(state.probes) or state.aside not in _SAID_BESIDE
    if not state.answers and state.notes and tried:  # nothing that was asked for came
        return about(state, "acknowledgement", me, say(state.plan, me, "skipped", turn=state.asked))
    if state.outcome is not None:
        line = "cleared" if state.outcome.why == "resolved" else "still_open"
        return about(state, "acknowledgement", me, say(state.plan, me, line, turn=state.asked))
    following = _following(state)
    to_another = following is not None and following.why != "closing" and following.asker != me.id
    if following and to_another and number(state.plan.header.seed, "hand over", state.asked) % 2:
        to = person(state.plan.people[following.asker])
        return about(state, "acknowledgement", me, say(state.plan, me, "hand_over", turn=state.asked, next=to))
    return about(state, "acknowledgement", me, say(state.plan, me, "acknowledge", turn=state.asked))


def _silence(state: State, me: Persona) -> Line | None:
    """Return what ends a silence: a nudge, and after twice as long the question in other words; then nothing more."""
    patience = max(me.manner.patience, state.silent)
    if not state.open or state.typing or state.nudges > 1 or state.waited < patience * (state.nudges + 1):
        return None
    text = unsaid(state, me, me.lines.nudge, "nudge", me.id, turn=state.asked + state.nudges)
    if not state.nudges:
        return about(state, "nudge", me, text)
    again = in_other_words(state, me)
    return about(state, "nudge", me, f"{text} {again}", "again") if again else None


# The agenda


def _following(state: State) -> AgendaItem | None:
    """Return what is asked next, by whomever the coach has named where there is such an item."""
    if not state.released and (beside := neighbour(state)):
        return beside
    named = [item for item in state.agenda if item.asker == state.next_asker and item.why != "closing"]
    return next(iter(named or state.agenda), None)


def _next_question(state: State) -> Line:
    plan = state.plan
    if announcement := _announcement(state) or timekeeping(state):
        return announcement
    item = _following(state)
    if item is None:
        return closing(state)
    me = plan.people[state.next_asker if state.next_asker and item.why != "closing" else item.asker]
    before, n = callback(state, me, item) if item.why == "fresh" else ("", 0)
    preface, question = ask(state, me, item)
    here = told_here(state, me, item)
    return Line(
        kind="question",
        speaker=me.id,
        question=item.question,
        why=item.why,
        earlier=item.earlier,
        rests_on=n,
        first=question if before or preface or here else "",
        text=" ".join(filter(None, (before, preface, question, here))),
    )


def _announcement(state: State) -> Line | None:
    change = next(iter(state.plan.round.late_changes[state.announcements :]), None)
    if change is None or state.asked < change.after:
        return None
    lead = state.lead
    return Line(kind="announcement", speaker=lead.id, text=render(change.say, context(state.plan, lead)))
