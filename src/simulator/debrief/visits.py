"""How answers went over several rounds: on a long day they get shorter, thinner, or no longer agree."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from statistics import median
from typing import TYPE_CHECKING

from simulator.debrief.report import Visit
from simulator.debrief.scorecard import SOUND, Marked
from simulator.interview.memory import comparable, compare
from simulator.text import word_count

if TYPE_CHECKING:
    from simulator.interview.plan import Plan
    from simulator.transcript.turns import EarlierExchange


def visits(plan: Plan, now: Sequence[Marked], before: Sequence[Marked], differences: int) -> tuple[Visit, ...]:
    """Return the rounds so far, this one last with so many `differences`; none where it is the first."""
    header = plan.header
    rounds = list(dict.fromkeys(each.heard.transcript for each in before))
    if not rounds:
        return ()
    days = {each.transcript: each.on for each in header.earlier}
    found = []
    for place, transcript in enumerate(rounds):
        theirs = [each for each in before if each.heard.transcript == transcript]
        prior = [each for each in header.earlier if each.transcript in rounds[:place]]
        here = [each for each in header.earlier if each.transcript == transcript]
        found.append(_visit(theirs, days[transcript], _differing(plan, here, prior)))
    if now:
        found.append(_visit(now, header.started_at.date(), differences))
    return tuple(found)


def _visit(marks: Sequence[Marked], on: dt.date, differences: int) -> Visit:
    lengths = [word_count(each.heard.text) for each in marks if each.heard.answers and not each.heard.aloud]
    scores = [each.score for each in marks if each.score]
    return Visit(
        transcript=marks[0].heard.transcript,
        round=marks[0].heard.round,
        on=on,
        answers=sum(bool(each.heard.answers) for each in marks),
        words=round(median(lengths)) if lengths else 0,
        marked=len(scores),
        sound=sum(score >= SOUND for score in scores),
        followed_up=sum(each.heard.followed_up for each in marks),
        differences=differences,
    )


def _differing(plan: Plan, here: Sequence[EarlierExchange], prior: Sequence[EarlierExchange]) -> int:
    """Return how many facts of one earlier round differ from those of the rounds before it."""
    found = set()
    for exchange in here:
        for earlier in comparable(prior, exchange.question):
            if not exchange.answers:
                continue
            slots = plan.slots(exchange.question)
            _, differences = compare(earlier, exchange.answers, slots, exchange.on)
            warned = (each for each in differences if each.finding.severity.name == "WARN")
            found |= {(each.first.casefold(), each.second.casefold()) for each in warned}
    return len(found)
