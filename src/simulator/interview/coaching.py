"""The coach's hand in the room: what their actions lead to, and whom they speak for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from simulator.interview import actions
from simulator.interview.lines import Line, about
from simulator.interview.panel import minutes_left
from simulator.interview.probing import unused_probe
from simulator.interview.speech import person, say
from simulator.text import clean, first_name
from simulator.transcript.reading import moved
from simulator.transcript.turns import EMPLOYER, NoteKind, Turn

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.state import State

_CONCERNS: dict[str, tuple[str, ...]] = {
    "": (),
    "swap": ("person", "to"),
    "add": ("to",),
    "remove": ("person",),
    "cut": ("minutes",),
    "room": (),
}
"""What a late change changes, and what it is about; the first is said and changes nothing."""

MOST_MINUTES = 480
"""Minutes a round can be cut to, at most: a working day."""

_CHANGED = {
    "swap": "A change on our side: {person} has been called away, and {to} {comes} in their place.",
    "swap lead": "I'm being called away, I'm afraid. {to} takes my place here.",
    "add": "A change on our side: {to} {comes} for the rest of this.",
    "remove": "{person} has to leave us here. The rest of us go on.",
    "remove lead": "I'm afraid I have to leave you here. {heir} takes over from me.",
    "cut": "I'm sorry, our time has been cut: we have {minutes} minutes left.",
    "more": "We have a little more time than planned, as it turns out: {minutes} minutes from now.",
    "room": "I'm sorry, this room is needed. We move next door and go on there.",
}
"""What is said of a change; whoever leads says it, of themselves where it is they who go."""

_TO = re.compile(r"^(?:in|into|to)\s+", re.IGNORECASE)

_KEPT = frozenset({"finding", "hint", "change", "end"})
"""Lines that come even from an interviewer whom the coach plays: nobody says them, or the coach asked for them."""


def withheld(state: State, line: Line | None) -> bool:
    """Tell whether a line is not said, because the coach plays whoever would say it."""
    if line is None or line.speaker not in state.played or line.kind in _KEPT:
        return False
    return not (state.released or (state.reacting is not None and state.reacting.kind in _FOLLOWS))


def what_follows(state: State, to: Turn) -> Line | None:
    """Return what an action of the coach leads to at once; None where it leads to nothing of its own."""
    follow = _FOLLOWS.get(to.kind)
    return follow(state, to) if follow else None


def _probe(state: State, asked: Turn) -> Line:
    me = state.floor
    if asked.text:
        return about(state, "probe", me, asked.text, asked.why or "coach")
    found = unused_probe(state, me, asked.why)
    if found is None:  # in a transcript edited by hand
        return about(state, "probe", me, say(state.plan, me, "nudge", turn=state.asked), asked.why or "coach")
    trigger, text = found
    return about(state, "probe", me, text, trigger)


def _disagreement(state: State, asked: Turn) -> Line:
    me, other = state.plan.people[asked.speaker], state.plan.people[asked.to]
    text = asked.text or say(state.plan, me, "disagree", turn=asked.n, other=person(other))
    return about(state, "disagreement", me, text)


def _change(state: State, asked: Turn) -> Line:
    concerned = {name: getattr(asked, name) for name in _CONCERNS[asked.why]}
    text = asked.text or _told(state, asked, concerned)
    if asked.why == "room" and asked.text and not asked.text.endswith((".", "!", "?")):
        place = _TO.sub("", asked.text)  # a place, and not what is said of it
        text = f"I'm sorry, this room is needed. We go on in {place}."
    return Line(kind="change", speaker=state.lead.id, text=text, why=asked.why, **concerned)


def _told(state: State, asked: Turn, concerned: Mapping[str, Any]) -> str:
    """Return what is said of a change, and who takes the answer that is still to come where its asker goes."""
    people = {name: state.plan.people[who].name for name, who in concerned.items() if name != "minutes"}
    heir = state.plan.people[moved(state.present, gone=asked.person, come=asked.to)[0]]
    here = {*state.plan.personas, *(turn.to for turn in state.turns if turn.kind == "change")}
    words = {"heir": heir.name, "comes": "is back with us" if asked.to in here else "joins us"}
    leads = asked.person == state.lead.id and f"{asked.why} lead" in _CHANGED  # only who goes is spoken of
    what = "more" if asked.minutes > minutes_left(state) else f"{asked.why} lead" if leads else asked.why
    text = _CHANGED[what].format_map({**concerned, **people, **words})
    if not state.open or state.open_line is None or state.open_line.speaker != asked.person:
        return text
    return f"{text} Your answer goes to {first_name(heir.name)}." if leads else f"{text} Your answer comes to me."


def _end(state: State, asked: Turn) -> Line:
    return Line(kind="closing", speaker=state.lead.id, text=asked.text or say(state.plan, state.lead, "closing"))


_FOLLOWS: dict[str, Callable[[State, Turn], Line]] = {
    "ask_probe": _probe,
    "disagree": _disagreement,
    "late_change": _change,
    "end_round": _end,
}


def problem_with(state: State, action: actions.Action, turns: Sequence[Turn]) -> str:
    """Return what is wrong with an action of the coach's as things stand; empty where it can be done."""
    match action:
        case actions.NextSpeaker(to=who) | actions.Say(speaker=who) | actions.Interrupt(speaker=who):
            return _absent(state, who)
        case actions.TakeOver(person=who):
            return _missing(state, who) or ("you play them already" if who in state.played else "")
        case actions.GiveBack(person=who):
            return "" if who in state.played else "you do not play them"
        case actions.Disagree(speaker=one, to=other):
            missing = _missing(state, one) or _missing(state, other)
            return missing or ("that takes two" if one == other else _nothing_said(state, other, action.text))
        case actions.AskQuestion(question=name, text=text, to=who):
            return _absent(state, who) or _no_question(state, name, text)
        case actions.LateChange():
            return _no_change(state, action)
        case actions.AskProbe(text="", why=trigger):
            return _no_probe(state, trigger)
        case actions.Rate(cause=n):
            return "" if not n or _is(turns, n, "answer") else f"turn {n} is no answer"
        case actions.Mark(cause=n):
            return "" if _is(turns, n) else f"there is no turn {n}"
    return _no_afterthought(state, action, turns)


def _missing(state: State, who: str) -> str:
    return "" if who in state.present else f"nobody in the room is called “{clean(who, 60)}”"


def _absent(state: State, who: str) -> str:
    """Do as `_missing`, where naming somebody is left to the coach."""
    return _missing(state, who) if who else ""


def _nothing_said(state: State, who: str, text: str) -> str:
    """Return that there is nothing to disagree with, unless the coach puts the disagreement in their own words."""
    silent = not any(turn.speaker == who and turn.kind != "introduction" for turn in state.turns)
    name = state.plan.people[who].name
    return f"{name} has said nothing yet; put it in words of your own, after a colon" if silent and not text else ""


def _is(turns: Sequence[Turn], n: int, kind: str = "") -> bool:
    return any(turn.n == n and kind in ("", turn.kind) for turn in turns)


def _no_afterthought(state: State, action: actions.Action, turns: Sequence[Turn]) -> str:
    """Return what is wrong with something that is done after the round."""
    match action:
        case actions.SelfRate(score=score) if not 1 <= score <= 5:
            return "a rating is a whole number from 1 to 5"
        case actions.SelfRate(cause=n):
            return "" if _is(turns, n, "answer") else f"turn {n} is no answer"
        case actions.RateEmployer(why=aspect) if aspect not in EMPLOYER:
            return f"an employer is marked on one of {', '.join(EMPLOYER)}"
        case actions.RateEmployer(score=score, text=text) if not (0 if clean(text).strip() else 1) <= score <= 5:
            return "a rating is a whole number from 1 to 5"
        case actions.GuessGoal(text=text) if not clean(text).strip():
            return "there is nothing in it to read"
        case actions.GuessGoal(person=who):
            return "" if who in state.plan.people else f"nobody here is called “{clean(who, 60)}”"
        case actions.EditNote(why=kind) if kind not in ("", *get_args(NoteKind)):
            return f"a note is one of {', '.join(get_args(NoteKind))}"
        case actions.EditNote(cause=n):
            return "" if _is(turns, n, "handoff") else f"turn {n} is no hand-off note"
    return ""


def _no_probe(state: State, trigger: str) -> str:
    if unused_probe(state, state.floor, trigger):
        return ""
    sort = f" for “{clean(trigger, 60)}”" if trigger else ""
    return f"this question has no follow-up{sort} left; put it in your own words"


def _no_question(state: State, name: str, text: str) -> str:
    if not name:
        return "" if clean(text).strip() else "there is nothing in it to ask"
    return "" if name in state.plan.questions else f"there is no question “{clean(name, 80)}” in these banks"


def _no_change(state: State, change: actions.LateChange) -> str:
    """Return what is wrong with a change of plans."""
    if change.why not in _CONCERNS:
        return f"what changes is one of {', '.join(filter(None, _CONCERNS))}"
    concerned = _CONCERNS[change.why]
    if not change.why and not clean(change.text).strip():
        return "there is nothing in it to say"
    if "person" in concerned and (missing := _missing(state, change.person)):
        return missing
    if "to" in concerned and (change.to not in state.plan.people or change.to in state.present):
        return f"nobody who could come in is called “{clean(change.to, 60)}”"
    if change.why == "remove" and len(state.present) == 1:
        return "somebody has to stay; ending the round is another action"
    if change.why == "cut" and not 1 <= change.minutes <= MOST_MINUTES:
        return f"the minutes left are a whole number from 1 to {MOST_MINUTES}"
    return ""


def fitting(state: State, question: str) -> Persona:
    """Return who in the room asks a question the coach chose: whose role it suits, else the lead."""
    asked = state.plan.questions.get(question)
    suited = [each for each in state.people if asked and each.role in asked.asked_by]
    return suited[0] if suited else state.lead
