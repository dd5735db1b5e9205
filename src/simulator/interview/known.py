"""What anybody of the house can tell from the process itself, where no reply of its own is about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from simulator.content.schemas import Reply, Role
from simulator.interview.speech import names
from simulator.text import one_line

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.plan import Plan

MOST = 1_500
"""Characters of what one tells."""

_OPENS = re.compile(r"\{(?=[{%#])")
"""What would begin something to fill in."""

MOST_DUTIES = 3
"""Duties that one tells at once."""

_HISTORY = ("history", "how did the company start", "how long has the company been around", "founded", "founders")
_PLANS = ("plans", "next few years", "future of the company", "where is the company going")
_WORK = (
    *("typical day", "average day", "normal day", "day to day", "working day", "typical week", "normal week", "daily"),
    *("first week", "first weeks", "first month", "first months", "first ninety days", "first 90 days"),
    *("what would i be doing", "what would i do", "duties", "responsibilities", "main tasks", "what is the job"),
)
_BOSS = ("report to", "reporting line", "my boss", "my manager", "line manager", "who is the boss", "who would lead me")
_COLLEAGUES = ("who would i work with", "work with most", "colleagues", "who is in the team", "about the team")
_ROUNDS = (
    *("how many rounds", "how many interviews", "how many conversations", "how many stages", "rest of the process"),
    *("hiring process", "interview process", "selection process", "other rounds", "other interviews"),
)


def known_to_all(plan: Plan) -> Iterator[Reply]:
    """Yield what the process tells of company, work, people and rounds."""
    company, position = plan.content.process.company, plan.content.process.position
    if company.history:
        yield _told(_HISTORY, company.history)
    if company.plans:
        yield _told(_PLANS, company.plans)
    if position.duties:
        more = " There is more, but that's the core of it." if len(position.duties) > MOST_DUTIES else ""
        duties = " ".join(_sentence(duty) for duty in position.duties[:MOST_DUTIES])
        yield _told(_WORK, f"From the description I have here: {duties}{more}")
    yield from _people(plan)
    rounds = plan.content.process.rounds
    if len(rounds) > 1:
        place = next(place for place, each in enumerate(rounds, 1) if each.id == plan.header.round)
        titles = names(*(f"“{each.title}”" for each in rounds))
        yield _told(_ROUNDS, f"There are {len(rounds)} conversations in all: {titles}. This is number {place}.")


def next_round(plan: Plan) -> Reply:
    """Return what the process tells of what comes next."""
    rounds = plan.content.process.rounds
    place = next(place for place, each in enumerate(rounds, 1) if each.id == plan.header.round)
    if place == len(rounds):
        return _told((), "This was the last conversation. We decide now, and you hear from us either way.")
    following = rounds[place]
    people = names(*(plan.people[each].name for each in following.interviewers if each in plan.people))
    who = people or "several of us together"
    say = f"The next conversation takes about {following.minutes} minutes, with {who}."
    return _told((), f"{say} You hear from us about it either way.")


def _people(plan: Plan) -> Iterator[Reply]:
    """Yield who would lead the candidate and who would work beside them; they themselves say it first."""
    boss, peer = _first(plan, "supervisor"), _first(plan, "peer")
    if boss:
        yield _told(_BOSS, "You'd report to me.", "supervisor")
        yield _told(_BOSS, f"You'd report to {boss.name}, {boss.title}.")
    if peer:
        beside = f", and with {boss.name}, who leads the team" if boss else ""
        yield _told(_COLLEAGUES, f"With me, for one{beside}.", "peer")
        yield _told(_COLLEAGUES, f"With {peer.name}, for one, and with me.", "supervisor")
        yield _told(_COLLEAGUES, f"With {peer.name}, for one{beside}.")


def _first(plan: Plan, role: Role) -> Persona | None:
    return next((persona for persona in plan.people.values() if persona.role == role), None)


def _told(topics: tuple[str, ...], say: str, *roles: Role) -> Reply:
    """Return a reply that is said as it stands, whatever brackets are in what an author wrote."""
    return Reply(topics=topics, say=one_line(_OPENS.sub("{ ", say), MOST), roles=roles)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
