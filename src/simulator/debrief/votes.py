"""Votes one by one, each through its interviewer's own eyes, and the decision that comes of them: never an average."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec

from simulator.debrief.report import Choice, Decision, Evidence, FindingEntry, Reason, VoteEntry
from simulator.debrief.scorecard import MAX_QUOTE, SOUND, WEAK, Marked
from simulator.interview.settling import CHOICES, passages
from simulator.interview.speech import names
from simulator.text import in_words, one_line
from simulator.transcript.reading import exchanges, goal_guesses, in_the_room, standing

if TYPE_CHECKING:
    from simulator.content.schemas import Persona
    from simulator.interview.plan import Plan
    from simulator.transcript.turns import Transcript, Turn

MOST_REASONS = 4
"""Reasons told of one vote, the weightiest first."""

MAX_ASKED = 100
"""Characters of the question that a reason is about."""

FIRST_LOOKED_FOR = 2
"""Of what an interviewer looks for, so many things count double, where no areas of a panel are theirs."""

ENOUGH_FOR = 2
"""Marked answers that a vote for somebody takes: nobody is taken on for one good answer."""

CLEARLY = 2
"""Times as much that has to speak for one side as for the other; in between somebody is undecided."""

_OUTCOMES = {
    "resolved": ("for", 1, "A concern from before was answered"),
    "open": ("against", 1, "A concern from before is still open"),
    "worse": ("against", 2, "There is more to a concern now than before"),
}


def votes(
    transcript: Transcript,
    plan: Plan,
    now: Sequence[Marked],
    before: Sequence[Marked],
    findings: Sequence[FindingEntry],
) -> tuple[VoteEntry, ...]:
    """Return how each interviewer in the room votes, and HR where they were in an earlier round only.

    `now` and `before` are the marks of this round's answers and of the earlier ones.
    """
    people = {person.id for person in in_the_room(transcript)} & plan.people.keys()
    guesses = goal_guesses(transcript.turns)
    here = [persona for persona in plan.people.values() if persona.id in people]
    found = []
    for persona in here:
        reasons = [*_of_answers(plan, persona, now), *_of_the_room(transcript, persona, findings)]
        vote = _vote(plan, persona, reasons)
        found.append(msgspec.structs.replace(vote, guess=guesses.get(persona.id, "")))
    for persona in plan.people.values():
        theirs = [each for each in before if each.heard.asker == persona.id]
        if persona.role == "hr" and persona.id not in people and theirs:
            vote = _vote(plan, persona, list(_of_answers(plan, persona, theirs)))
            found.append(msgspec.structs.replace(vote, round=theirs[-1].heard.round, may_veto=True))
    return tuple(found)


def _vote(plan: Plan, persona: Persona, reasons: Sequence[Reason]) -> VoteEntry:
    panel = plan.content.panel
    return VoteEntry(
        interviewer=plan.header.speaker(persona.id),
        role=persona.role,
        goal=persona.goal,
        guess="",
        looks_for=persona.looks_for,
        vote=_weighed(reasons),
        rests_on=_marked_answers(reasons),
        reasons=tuple(sorted(reasons, key=lambda each: -each.weight)[:MOST_REASONS]),
        decides=persona.id == ((panel.decider or panel.chair) if panel else plan.content.lead),
        may_veto=persona.id == panel.veto if panel else persona.role == "hr",
    )


def _marked_answers(reasons: Sequence[Reason]) -> int:
    return sum(each.of_an_answer for each in reasons)


def _weighed(reasons: Sequence[Reason]) -> Choice:
    weights = {"for": 0, "against": 0}
    for each in reasons:
        weights[each.side] += each.weight
    if weights["for"] and weights["for"] >= CLEARLY * weights["against"]:
        return "for" if _marked_answers(reasons) >= ENOUGH_FOR else "undecided"
    if weights["against"] and weights["against"] >= CLEARLY * weights["for"]:
        return "against"
    return "undecided"


def _of_answers(plan: Plan, persona: Persona, marks: Iterable[Marked]) -> Iterator[Reason]:
    """Yield what answers say to one interviewer: those to their own questions, and in what they look at."""
    for each in marks:
        weight = _weight(plan, persona, each)
        if weight and each.score is not None and (each.score >= SOUND or each.score <= WEAK):
            about = f"{in_words(each.competency).capitalize()}, “{one_line(each.heard.asked, MAX_ASKED)}”"
            yield Reason(
                side="for" if each.score >= SOUND else "against",
                text=f"{about} {each.reason}",
                weight=weight,
                evidence=each.evidence,
                of_an_answer=True,
            )


def _weight(plan: Plan, persona: Persona, each: Marked) -> int:
    panel = plan.content.panel
    areas = next((member.areas for member in panel.members if member.persona == persona.id), ()) if panel else ()
    double = areas or persona.looks_for[:FIRST_LOOKED_FOR]
    return int(each.competency in (*areas, *persona.looks_for) or each.heard.asker == persona.id) + (
        each.competency in double
    )


def _of_the_room(transcript: Transcript, persona: Persona, findings: Sequence[FindingEntry]) -> Iterator[Reason]:
    """Yield what came of concerns, and what differed and was not cleared up, to whoever minds."""
    asked = {each.question: one_line(each.asked.wording, MAX_ASKED) for each in exchanges(transcript.turns)}
    for turn in standing(transcript.turns):
        if turn.kind == "outcome" and (turn.speaker == persona.id or turn.why == "worse"):
            side, weight, text = _OUTCOMES[turn.why]
            evidence = Evidence(transcript=transcript.header.id, n=turn.rests_on, quote=_said(transcript, turn))
            yield Reason(
                side="for" if side == "for" else "against",
                text=f"{text}: “{asked.get(turn.question, '')}”",
                weight=weight,
                evidence=evidence,
            )
    explained = (turn for turn in transcript.turns if turn.kind == "settled" and turn.why in CHOICES)
    cleared = {passages(turn.first, turn.second) for turn in explained}
    for entry in findings:
        open_still = passages(entry.earlier.quote, entry.now.quote) not in cleared
        # A difference is no fault; one that they asked about and still do not understand is a reason to doubt.
        if entry.severity == "WARN" and entry.raised and open_still and persona.manner.challenges:
            text = f"They asked about “{entry.earlier.quote}” before and this now, and it stayed open which is right."
            yield Reason(side="against", text=text, weight=1, evidence=entry.now.evidence)


def _said(transcript: Transcript, outcome: Turn) -> str:
    answer = next((turn for turn in transcript.turns if turn.n == outcome.rests_on and turn.kind == "answer"), None)
    return one_line(answer.text, MAX_QUOTE) if answer else ""


def decision(plan: Plan, cast: Sequence[VoteEntry], broken_off: tuple[int, int] | None = None) -> Decision | None:
    """Return what comes of the votes: the word of whoever decides, unless somebody who may stops it.

    A round that was `broken_off` after so many of its questions, fewer than half, decides nothing.
    """
    decider = next((vote for vote in cast if vote.decides), None) or next(iter(cast), None)
    if decider is None:
        return None
    if broken_off and 2 * broken_off[0] < broken_off[1]:
        asked, planned = broken_off
        reason = f"The round was ended after {asked} of {planned} questions: too few to decide on."
        return Decision(outcome="undecided", by=decider.interviewer, reasons=(reason,))
    last = plan.content.process.rounds[-1].id == plan.header.round
    stopped = [vote for vote in cast if vote.may_veto and vote.vote == "against"]
    disagreement = _disagreement(cast)
    if stopped and decider.vote != "against":
        who = names(*(_where(vote) for vote in stopped))
        reasons = (f"{who} can stop it, and does.", f"{decider.interviewer}, who decides otherwise: {decider.vote}.")
        return Decision(outcome="no", by=stopped[0].interviewer, reasons=reasons, disagreement=disagreement)
    outcome, reason = _say(plan, decider.vote, last=last)
    return Decision(
        outcome=outcome,
        by=decider.interviewer,
        reasons=(f"{decider.interviewer} decides: {decider.vote}.", reason),
        disagreement=disagreement,
    )


def _say(plan: Plan, vote: Choice, *, last: bool) -> tuple[Literal["offer", "next_round", "no", "undecided"], str]:
    rivals = plan.content.process.finalists - 1
    if vote == "for":
        return "offer" if last else "next_round", "More speaks for you than against."
    if vote == "against":
        return "no", "More speaks against than for."
    if not last:
        return "undecided", "What was heard does not decide it either way; the next conversation will."
    if rivals:
        others = "another candidate" if rivals == 1 else f"{rivals} other candidates"
        return "no", f"It was close, and there {'was' if rivals == 1 else 'were'} {others} at this stage."
    return "offer", "It was close, and you were the only one left at this stage."


def _disagreement(cast: Sequence[VoteEntry]) -> str:
    sides = {vote.vote for vote in cast}
    if len(sides) < 2:
        return ""
    parts = [
        f"{word}: {names(*(_where(vote) for vote in cast if vote.vote == word))}"
        for word in ("for", "against", "undecided")
        if word in sides
    ]
    return "; ".join(parts)


def _where(vote: VoteEntry) -> str:
    return f"{vote.interviewer} in “{vote.round}”" if vote.round else vote.interviewer
