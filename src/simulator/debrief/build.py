"""Building a debrief: a reading of one transcript, with what its plan tells of questions, people and earlier rounds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.debrief.advice import advice
from simulator.debrief.beside import beside
from simulator.debrief.brought_back import brought_back
from simulator.debrief.differences import Compared, compare_all, earlier_passage, told_twice
from simulator.debrief.report import (
    ConcernEntry,
    Debrief,
    EmployerEntry,
    Evidence,
    ExchangeEntry,
    Follow,
    Judged,
    NoteEntry,
)
from simulator.debrief.scorecard import MAX_QUOTE, heard_before, heard_now, marked, scorecard
from simulator.debrief.visits import visits
from simulator.debrief.votes import decision, votes
from simulator.interview.handoff import note_behind
from simulator.interview.plan import Plan
from simulator.interview.questions import questions_in, quoted
from simulator.interview.replies import asks_for_next_step, is_question
from simulator.text import one_line, word_count
from simulator.transcript.reading import ASKED, Exchange, broken_off, employer_ratings, exchanges, standing
from simulator.transcript.turns import AgendaItem, Transcript, Turn, Viewer, seen_by

if TYPE_CHECKING:
    from simulator.debrief.report import FindingEntry, Retold


def build(transcript: Transcript, viewer: Viewer = "candidate", plan: Plan | None = None) -> Debrief:
    """Return the debrief of `transcript` for `viewer`.

    What interviewers kept to themselves, findings included, is the candidate's once the interview has ended. `plan`
    tells which facts the questions asked for, on which scales answers are marked, and who the interviewers are;
    without it (a transcript that came alone) fewer differences are found, and there are no marks and no votes.
    """
    shown = seen_by(transcript, viewer)
    header = shown.header
    said = exchanges(shown.turns)
    open_to_all = viewer == "coach" or transcript.ended
    compared = compare_all(transcript, said, plan) if open_to_all else Compared()
    again = tuple(told_twice(transcript, said)) if open_to_all else ()
    return Debrief(
        format=1,
        transcript=header.id,
        candidacy=header.candidacy,
        candidate=header.candidate,
        process=header.process,
        round=header.round,
        title=header.title,
        company=header.company,
        position=header.position,
        attempt=header.attempt,
        seed=header.seed,
        on=header.started_at.date(),
        ended=transcript.ended,
        recalled=header.recalled,
        interviewers=tuple(header.speaker(person.id) for person in header.interviewers),
        asked=len(said),
        answered=sum(bool(exchange.answers) for exchange in said),
        skipped=sum(exchange.skipped for exchange in said),
        probed=sum(bool(exchange.probes) for exchange in said),
        challenged=sum(bool(exchange.challenges) for exchange in said),
        unanswered=sum(not (each.answers or each.skipped or each.forgotten) for each in said),
        forgotten=sum(each.forgotten for each in said),
        earlier_exchanges=compared.exchanges,
        facts=compared.facts,
        facts_compared=compared.facts_compared,
        unread=compared.unread,
        findings=tuple(compared.entries),
        retold=again,
        exchanges=tuple(_entries(shown, said, plan)),
        candidate_questions=(own := tuple(_asked_by_candidate(shown))),
        next_step_asked=any(map(asks_for_next_step, own)),
        broken_off=broken_off(shown) is not None,
        notes=tuple(turn.text for turn in shown.turns if turn.kind == "note"),
        left=tuple(_left(shown)),
        concerns=tuple(_concerns(shown)),
        brought_back=tuple(brought_back(transcript, plan)) if plan and open_to_all else (),
        employer=employer(shown),
        beside=beside(shown, marked(heard_now(shown), plan.questions, plan.slots), plan) if plan else None,
        judged=_judged(shown, plan, compared.entries, again) if plan and open_to_all and said else None,
    )


def _judged(shown: Transcript, plan: Plan, findings: Sequence[FindingEntry], again: Sequence[Retold]) -> Judged:
    now = marked(heard_now(shown), plan.questions, plan.slots)
    before = marked(heard_before(plan.header.earlier), plan.questions, plan.slots)
    cast = votes(shown, plan, now, before, findings)
    differing = sum(entry.severity == "WARN" for entry in findings)
    return Judged(
        purpose=plan.round.purpose,
        scorecard=scorecard(shown, now, plan.questions, _areas(plan)),
        votes=cast,
        decision=decision(plan, cast, broken_off(shown)),
        advice=advice(now, findings, again, plan.questions),
        visits=visits(plan, now, before, differing),
    )


def _areas(plan: Plan) -> list[str]:
    """Return what those in the room were to look at: the panel's areas, or what the one interviewer looks for."""
    panel = plan.content.panel
    return [area for member in panel.members for area in member.areas] if panel else list(plan.lead.looks_for)


def employer(transcript: Transcript) -> tuple[EmployerEntry, ...]:
    """Return the candidate's scorecard of the employer, as far as they filled it in."""
    return tuple(
        EmployerEntry(
            transcript=transcript.header.id,
            n=turn.n,
            round=transcript.header.title,
            aspect=aspect,
            score=turn.score,
            text=turn.text,
        )
        for aspect, turn in employer_ratings(transcript.turns).items()
    )


def _entries(shown: Transcript, said: Sequence[Exchange], plan: Plan | None) -> Iterator[ExchangeEntry]:
    plans = {item.question: item for item in shown.header.agenda}
    for exchange in said:
        item = plans.get(exchange.question)
        question = plan.questions.get(exchange.question) if plan else None
        competency = question.competency if question else ""
        note = note_behind(item, shown.header.notes, competency) if item else None
        new = exchange.asked.why != "elaborate"  # a tip is for the question as it is first put
        tip = question.tip if question and new else ""
        because = f"{note.author}: {note.text}" if note and note.author else note.text if note else ""
        yield _entry(shown, exchange, item, because, tip)


def _entry(shown: Transcript, exchange: Exchange, item: AgendaItem | None, because: str, tip: str) -> ExchangeEntry:
    header = shown.header
    before = next((each for each in header.earlier if item and each.pointer == item.earlier), None)
    follow_ups = sorted([*exchange.probes, *exchange.challenges], key=lambda turn: turn.n)
    return ExchangeEntry(
        n=exchange.asked.n,
        question=exchange.question,
        interviewer=header.speaker(exchange.asker),
        asked=exchange.asked.wording,
        why=item.why if item else exchange.asked.why,
        motive=item.motive if item else "",
        because=because,
        answers=tuple(turn.text for turn in [*exchange.answers, *exchange.clarifications]),
        words=sum(word_count(turn.text) for turn in exchange.answers),
        skipped=exchange.skipped,
        follow_ups=tuple(_follow(turn) for turn in follow_ups),
        earlier=earlier_passage(before, "\n".join(before.answers), before.n) if before else None,
        tip=tip,
        aside=tuple(turn.text for turn in exchange.aside),
        why_aside=exchange.why_aside,
        told_already=tuple(turn.text for turn in exchange.told_already),
    )


def _follow(turn: Turn) -> Follow:
    return Follow(n=turn.n, kind="challenge" if turn.kind == "challenge" else "probe", why=turn.why, text=turn.text)


def _left(shown: Transcript) -> Iterator[NoteEntry]:
    """Yield the notes that were left for the next round, as the coach has edited them."""
    edits = {turn.cause: turn for turn in shown.turns if turn.kind == "edit_note"}
    for turn in shown.turns:
        if turn.kind == "handoff":
            edit = edits.get(turn.n)
            yield NoteEntry(
                n=turn.n,
                kind=(edit and edit.why) or turn.why,
                author=shown.header.speaker(turn.speaker),
                text=(edit and edit.text) or turn.text,
                competency=turn.competency,
                rests_on=turn.rests_on,
                first_text=turn.text if edit and edit.text else "",
                withdrawn=edit is not None and not edit.text,
            )


def _concerns(shown: Transcript) -> Iterator[ConcernEntry]:
    """Yield what came of each concern that was taken up again."""
    header = shown.header
    turns: Mapping[int, Turn] = {turn.n: turn for turn in shown.turns}
    earlier = {each.pointer: each for each in header.earlier}
    asked = {exchange.question: exchange.asked.wording for exchange in exchanges(shown.turns)}
    for turn in standing(shown.turns):
        if turn.kind == "outcome":
            before = earlier.get(turn.earlier)
            answer = turns.get(turn.rests_on)
            quote = one_line(answer.text, MAX_QUOTE) if answer and answer.kind == "answer" else ""
            yield ConcernEntry(
                n=turn.n,
                interviewer=header.speaker(turn.speaker),
                asked=asked.get(turn.question, ""),
                outcome=turn.why,
                text=turn.text,
                earlier=earlier_passage(before, one_line(" ".join(before.answers), MAX_QUOTE), before.n)
                if before
                else None,
                now=Evidence(transcript=header.id, n=turn.rests_on, quote=quote),
            )


def _asked_by_candidate(shown: Transcript) -> list[str]:
    """Return what the candidate asked, in so many words or as an answer to "what would you like to ask us?"."""
    questions = []
    closing = False
    for turn in standing(shown.turns):
        closing = closing or (turn.kind == "question" and not turn.question)
        if turn.kind == "noted" and turn.why in ASKED:
            questions.append(turn.first)
        elif turn.kind == "ask" or (closing and turn.kind == "answer" and not turn.question and is_question(turn.text)):
            questions += [quoted(each) for each in questions_in(turn.text)]
    return questions
