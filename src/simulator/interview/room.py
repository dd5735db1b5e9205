"""What the interviewers do next: one line at a time, from where the interview stands."""

from __future__ import annotations

from itertools import islice

import msgspec

from simulator.content.schemas import Persona
from simulator.content.templates import render
from simulator.interview.chance import number, pick
from simulator.interview.coaching import what_follows, withheld
from simulator.interview.handoff import notes_left
from simulator.interview.lines import Line, about
from simulator.interview.memory import Difference, comparable, compare
from simulator.interview.outcome import outcome
from simulator.interview.panel import callback, lens, may_probe, timekeeping
from simulator.interview.probing import IN_FULL, probe_for
from simulator.interview.replies import is_question, reply_to, wants_repetition, who_replies
from simulator.interview.settling import understood
from simulator.interview.speech import ask, context, earlier_context, opening_words, person, say
from simulator.interview.state import State
from simulator.transcript.turns import AgendaItem, Turn

MOST_CANDIDATE_QUESTIONS = 6
"""Questions of the candidate after which the closing comes, as it does when the hour is over."""


def next_line(state: State) -> Line | None:
    """Return the next line of the room, or None while it waits for the candidate."""
    if not state.begun or state.ended or state.paused:
        return None
    if opening := _opening(state):
        return opening
    if state.closed:
        return next(islice(notes_left(state), state.handed_off, None), Line(kind="end", speaker=state.lead.id, text=""))
    if state.reacting is not None:
        line = _reaction(state, state.reacting)
        line = None if withheld(state, line) else line
        if line is not None or state.open:
            return line
    if not state.hinted and state.plan.header.hints == "now" and (hint := _hint(state)):
        return hint
    if state.open:
        return None
    line = _next_question(state)
    return None if withheld(state, line) else line


def _opening(state: State) -> Line | None:
    plan = state.plan
    lead = plan.lead
    if not state.openings:
        panel = plan.content.panel
        if panel is None:
            return Line(kind="greeting", speaker=lead.id, text=say(plan, lead, "greeting"))
        opening = pick(panel.opening, plan.header.seed, "opening", panel.id)
        return Line(kind="greeting", speaker=lead.id, text=render(opening, context(plan, lead)))
    if _knows_nothing(state):
        return Line(kind="no_notes", speaker=lead.id, text=say(plan, lead, "no_notes"))
    for persona in state.people:
        if persona.id not in state.openings:
            return Line(kind="introduction", speaker=persona.id, text=say(plan, persona, "introduction"))
    return None


def _knows_nothing(state: State) -> bool:
    """Tell whether the rounds before left nothing, which the lead says as soon as they have greeted."""
    plan = state.plan
    first = plan.content.process.rounds[0].id == plan.header.round
    return not (first or state.asked or state.said_so or any(each.answers for each in plan.header.earlier))


def _hint(state: State) -> Line | None:
    question = state.plan.questions.get(state.item.question) if state.item else None
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
            return _candidate_asks(state, me, to.text)
        case "answer" | "skip" if at_the_end:
            return _closing(state)
        case "skip" if found := outcome(state, me):
            return found
        case "skip" | "take_back":
            line = "skipped" if to.kind == "skip" else "again"
            return about(state, line, me, say(state.plan, me, line, turn=state.asked))
        case "wait":
            return _silence(state, me)
    return what_follows(state, to)


def _to_answer(state: State, me: Persona) -> Line:
    if state.reacting_to == "challenge":
        return _settled(state, me)
    if line := _difference(state, me):
        return line
    if any(turn.spoken for turn in state.answers):  # how it was said, its gist does not tell
        return _hand_over(state, me)
    if found := probe_for(state, _most_probes(state, me)):
        trigger, template = found
        text = (
            say(state.plan, me, "in_full", turn=state.asked)
            if trigger == IN_FULL
            else render(template, context(state.plan, me))
        )
        return about(state, "probe", me, text, why=trigger)
    return lens(state, me) or _hand_over(state, me)


def _most_probes(state: State, me: Persona) -> int:
    return me.manner.probes if may_probe(state, me) else 0


def _difference(state: State, me: Persona) -> Line | None:
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


def _settled(state: State, me: Persona) -> Line:
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
    return {**earlier_context(exchange, me, finding.first), "now": {"quote": now}}


def _hand_over(state: State, me: Persona) -> Line:
    """Return the few words after an answer: thanks, what came of a concern, or the floor given to who asks next."""
    if found := outcome(state, me):
        return found
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
    quiet = state.open and not (state.typing or state.nudged)
    if not quiet or state.waited < max(me.manner.patience, state.silent):
        return None
    return about(state, "nudge", me, say(state.plan, me, "nudge", turn=state.asked))


def _candidate_asks(state: State, me: Persona, asked: str) -> Line:
    """Return the reply to a question of the candidate's, and at the end of a round an invitation to the next one."""
    plan = state.plan
    if wants_repetition(asked) and state.open_line is not None:
        return about(state, "reply", me, state.open_line.text)
    at_the_end = state.item is not None and state.item.why == "closing"
    if at_the_end and state.candidate_questions > MOST_CANDIDATE_QUESTIONS:
        return _closing(state)
    reply = reply_to(plan, state.people, asked)
    speaker = who_replies(state.people, reply, me) if reply else me
    count = state.candidate_questions
    text = render(reply.say, context(plan, speaker)) if reply else say(plan, me, "dont_know", turn=count)
    if at_the_end:
        text = f"{text} {say(plan, speaker, 'anything_else', turn=count)}"
    return about(state, "reply", speaker, text)


# The agenda


def _following(state: State) -> AgendaItem | None:
    """Return what is asked next, by whomever the coach has named where there is such an item."""
    named = [item for item in state.agenda if item.asker == state.next_asker and item.why != "closing"]
    return next(iter(named or state.agenda), None)


def _next_question(state: State) -> Line:
    plan = state.plan
    if announcement := _announcement(state) or timekeeping(state):
        return announcement
    item = _following(state)
    if item is None:
        return _closing(state)
    me = plan.people[state.next_asker if state.next_asker and item.why != "closing" else item.asker]
    before, n = callback(state, me, item) if item.why == "fresh" else ("", 0)
    return Line(
        kind="question",
        speaker=me.id,
        question=item.question,
        why=item.why,
        earlier=item.earlier,
        rests_on=n,
        text=f"{before} {ask(state, me, item)}".lstrip(),
    )


def _announcement(state: State) -> Line | None:
    change = next(iter(state.plan.round.late_changes[state.announcements :]), None)
    if change is None or state.asked < change.after:
        return None
    lead = state.lead
    return Line(kind="announcement", speaker=lead.id, text=render(change.say, context(state.plan, lead)))


def _closing(state: State) -> Line:
    lead = state.lead
    return Line(kind="closing", speaker=lead.id, text=say(state.plan, lead, "closing"))
