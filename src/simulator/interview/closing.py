"""The end of a round: the candidate's own questions, and the goodbye."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from simulator.content.templates import render
from simulator.interview.lines import Line, about
from simulator.interview.questions import questions_in, quoted, subject
from simulator.interview.replies import asks_for_next_step, reply_to, who_replies
from simulator.interview.requests import request_in
from simulator.interview.speech import context, put_again, say, unsaid
from simulator.transcript.reading import ASKED

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State

MOST_CANDIDATE_QUESTIONS = 6
"""Questions of the candidate after which the closing comes, as it does when the hour is over."""


_SAME_WORDS = re.compile(r"\b(?:repeat|again|once more)\b", re.IGNORECASE)


def candidate_asks(state: State, me: Persona, asked: str) -> Line:
    """Return the reply to a question of the candidate's, and at the end of a round an invitation to the next one."""
    at_the_end = state.item is not None and state.item.why == "closing"
    if at_the_end and state.candidate_questions > MOST_CANDIDATE_QUESTIONS:
        return closing(state)
    put = state.open_line
    request = request_in(asked, put.text) if put else ""
    if request == "asks_again" or (request == "which" and not at_the_end):
        same = bool(_SAME_WORDS.search(asked))
        return about(state, "reply", me, put.text if put and same else put_again(state, me))
    if line := _next_step(state, me, asked):
        return line
    return _told(state, me, asked)


def left_to_answer(state: State) -> Line | None:
    """Return the reply to what else was asked in the same breath, which somebody else than before is to give."""
    replies = [turn for turn in state.turns if turn.kind == "reply" and turn.n > state.action]
    return _told(state, state.floor, replies[-1].first) if replies and replies[-1].first else None


def _told(state: State, me: Persona, asked: str) -> Line:
    """Return what one person replies to each question in `asked`; its `first` is what others are to reply to.

    What nobody here knows is said last, once.
    """
    plan, people = state.plan, state.people
    questions = questions_in(asked)
    known = [(each, reply) for each in questions if (reply := reply_to(plan, people, each))]
    if not known and (reply := reply_to(plan, people, asked)):
        known, questions = [(asked, reply)], (asked,)
    speaker = who_replies(people, known[0][1], me) if known else me
    mine = [(each, reply) for each, reply in known if who_replies(people, reply, speaker) is speaker]
    others = [each for each, _ in known if each not in dict(mine)]
    unknown = [each for each in questions if each not in dict(known)]
    said: dict[str, str] = {}
    for question, reply in mine:
        said.setdefault(render(reply.say, context(plan, speaker)), f"“{quoted(question)}” " if said else "")
    told = [f"{before}{text}" for text, before in said.items()]
    unknown = [each for each in unknown if not (subject(each) and subject(each) <= subject(" ".join(said)))]
    if unknown and not others:
        named = " ".join(f"“{quoted(each)}”" for each in unknown) if told else ""
        told.append(f"{named} {_unknown(state, speaker)}".lstrip())
    at_the_end = state.item is not None and state.item.why == "closing"
    if at_the_end and not others:
        told.append(say(plan, speaker, "anything_else", turn=state.candidate_questions))
    left = " ".join([*others, *unknown]) if others else ""
    return msgspec.structs.replace(about(state, "reply", speaker, " ".join(told)), first=left)


def _unknown(state: State, me: Persona) -> str:
    return unsaid(state, me, me.lines.dont_know, "dont_know", me.id, turn=state.candidate_questions)


def parked(state: State) -> Line | None:
    """Return the reply to the next question that was asked amid the answers, once the candidate's turn has come."""
    item = state.item
    if item is None or item.why != "closing" or not state.open:
        return None
    replied = {turn.rests_on for turn in state.turns if turn.kind == "reply"}
    for note in state.turns:
        if note.kind == "noted" and note.why in ASKED and note.n not in replied:
            me = state.floor
            reply = reply_to(state.plan, state.people, note.first)
            speaker = who_replies(state.people, reply, me) if reply else me
            asked = say(state.plan, speaker, "came_back", turn=len(replied), now={"quote": note.first})
            told = render(reply.say, context(state.plan, speaker)) if reply else _unknown(state, speaker)
            return msgspec.structs.replace(about(state, "reply", speaker, f"{asked} {told}"), rests_on=note.n)
    return None


def _next_step(state: State, me: Persona, asked: str) -> Line | None:
    """Return the note that the candidate asked what comes next, once in a round."""
    noted = any(turn.kind == "noted" and turn.why == "next_step" for turn in state.turns)
    if noted or not asks_for_next_step(asked):
        return None
    line = about(state, "noted", me, "Asked what the next step is.", "next_step")
    return msgspec.structs.replace(line, rests_on=state.action)


def closing(state: State) -> Line:
    """Return the goodbye of whoever leads."""
    lead = state.lead
    return Line(kind="closing", speaker=lead.id, text=say(state.plan, lead, "closing"))
