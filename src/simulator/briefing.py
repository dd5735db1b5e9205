"""What a coach sees and the candidate does not: the plan, the goals, what was noticed and observed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.feedback import observe
from simulator.interview.speech import worded
from simulator.text import one_line
from simulator.transcript.reading import standing

if TYPE_CHECKING:
    from simulator.interview.plan import Plan
    from simulator.interview.state import State
    from simulator.transcript.turns import AgendaItem, Transcript, Turn

AHEAD = 5
"""Planned questions shown."""

QUOTE = 120
"""Characters shown of a question or of somebody's words."""

_WHY = {
    "fresh": "new",
    "repeat": "asked before",
    "elaborate": "more on an earlier answer",
    "concern": "left open before",
    "form": "for the form",
    "neighbour": "beside one that there was no case for",
    "put_off": "put off before",
    "coach": "chosen by the coach",
    "closing": "the candidate's own questions",
}
_MOTIVES = {"check": "to see whether it still holds", "own_ears": "to hear it in person"}


@dataclass(frozen=True, slots=True)
class Section:
    """Some lines under a heading."""

    heading: str
    lines: tuple[str, ...]


def briefing(transcript: Transcript, plan: Plan, state: State) -> tuple[Section, ...]:
    """Return what a coach wants to know as things stand, the most pressing first; empty sections are left out."""
    turns = standing(transcript.turns)
    still = not state.ended
    sections = (
        Section("This question", tuple(_question(state)) if still else ()),
        Section("Last answer", tuple(_last_answer(plan, turns))),
        Section("Noticed so far", tuple(_noticed(turns))),
        Section("Ahead", tuple(_ahead(plan, state)) if still else ()),
        Section("In the room", tuple(_people(plan, state))),
        Section("Notes from before", tuple(_notes(plan))),
        Section("Your notes", tuple(_own(turns))),
    )
    return tuple(section for section in sections if section.lines)


def _question(state: State) -> Iterator[str]:
    question = state.question
    if question is None:
        return
    if question.looks_for:
        yield f"looks for: {', '.join(question.looks_for)}"
    for score, anchor in sorted(question.anchors.items()):
        yield f"{score}: {anchor}"


def _last_answer(plan: Plan, turns: list[Turn]) -> Iterator[str]:
    last = next((turn for turn in reversed(turns) if turn.kind == "answer"), None)
    question = plan.questions.get(last.question) if last else None
    if last is None:
        return
    yield f"turn {last.n}: “{one_line(last.text, QUOTE)}”" if last.text else f"turn {last.n}: said aloud"
    if question is None or last.spoken:
        return
    for seen in observe(last.text, kind=question.kind, seconds=question.seconds):
        words = f" (“{one_line(last.text[slice(*seen.span)], QUOTE)}”)" if seen.span else ""
        yield f"{seen.kind.replace('_', ' ')}: {seen.reason}{words}"


def _noticed(turns: list[Turn]) -> Iterator[str]:
    for turn in turns:
        if turn.kind == "finding":
            yield f"then “{turn.first}”, now “{turn.second}”: {turn.text}"


def _ahead(plan: Plan, state: State) -> Iterator[str]:
    for item in state.agenda[:AHEAD]:
        why = "; ".join(filter(None, (_WHY[item.why], _MOTIVES.get(item.motive), _earlier(plan, item))))
        yield f"{plan.people[item.asker].name}: {_wording(plan, item, state)} ({why})"
    if more := len(state.agenda) - AHEAD:
        yield from [f"and {more} more"] if more > 0 else []


def _wording(plan: Plan, item: AgendaItem, state: State) -> str:
    text = state.own_words.get(item.question, item.question)
    if text in plan.questions:
        text = worded(plan, plan.people[item.asker], text)
    return one_line(text or "What would you like to ask?", QUOTE)


def _earlier(plan: Plan, item: AgendaItem) -> str:
    exchange = plan.earlier.get(item.earlier)
    if exchange is None:
        return ""
    said = one_line(" ".join(exchange.answers), QUOTE)
    return f"{exchange.asker} heard “{said}”" if said else f"{exchange.asker} heard no answer"


def _people(plan: Plan, state: State) -> Iterator[str]:
    for persona in state.people:
        played = "; you speak for them" if persona.id in state.played else ""
        yield f"{persona.name}, {persona.title}: {persona.goal}{played}"
    others = [persona.name for each, persona in plan.people.items() if each not in state.present]
    if others:
        yield f"could come in: {', '.join(others)}"


def _notes(plan: Plan) -> Iterator[str]:
    for note in plan.header.notes:
        if note.kind != "unrated":
            by = f"{note.author}, " if note.author else ""
            yield f"{by}{note.kind.replace('_', ' ')}: {note.text}"


def _own(turns: list[Turn]) -> Iterator[str]:
    for turn in turns:
        if turn.kind in ("coach_note", "mark", "rating"):
            about = f" (turn {turn.cause})" if turn.cause else ""
            score = f"{turn.competency or 'answer'} {turn.score or 'not observed'} " if turn.kind == "rating" else ""
            yield f"{int(turn.at // 60)}:{int(turn.at % 60):02}{about} {score}{one_line(turn.text, QUOTE)}".rstrip()
