"""Building a debrief: what was asked and answered, and how the answers compare with those of earlier rounds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from simulator.debrief.retold import retold
from simulator.interview import actions
from simulator.interview.memory import Difference, comparable, compare
from simulator.interview.plan import Plan
from simulator.interview.replies import is_question
from simulator.interview.settling import passages, same_difference, settlements
from simulator.interview.speech import opening_words
from simulator.text import word_count
from simulator.transcript.reading import Exchange, exchanges, standing
from simulator.transcript.turns import AgendaItem, EarlierExchange, Transcript, Turn, Viewer, seen_by

SEVERITIES = ("WARN", "SOFT", "REMARK")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The candidate's own words, and where they stand."""

    transcript: str
    n: int
    round: str
    interviewer: str
    question: str
    on: dt.date
    quote: str


class FindingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A finding with both passages; `also` are further turns of this interview that hold the same words."""

    severity: str
    kind: str
    rule: str
    slot: str
    reason: str
    raised: bool
    """Whether an interviewer brought it up in the room."""
    earlier: Passage
    now: Passage
    also: tuple[int, ...] = ()
    settled: str = ""
    """The candidate's word on it: `first`, `second`, `both` or `unlike`; empty while there is none."""

    @property
    def open(self) -> bool:
        """Whether the candidate is still to be asked which is right."""
        return self.severity == "WARN" and not self.settled

    def settle(self, choice: str) -> actions.Settle:
        """Return the action by which the candidate makes `choice`, one of `settling.CHOICES`."""
        return actions.Settle(
            first=self.earlier.quote,
            second=self.now.quote,
            why=choice,
            earlier=f"{self.earlier.transcript}#{self.earlier.n}",
            slot=self.slot,
        )


class Follow(msgspec.Struct, frozen=True, kw_only=True):
    """A follow-up and why it was made."""

    n: int
    kind: Literal["probe", "challenge"]
    why: str
    text: str


class ExchangeEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One question and what came of it."""

    n: int
    question: str
    interviewer: str
    asked: str
    why: str
    motive: str
    answers: tuple[str, ...]
    words: int
    skipped: bool
    follow_ups: tuple[Follow, ...]
    earlier: Passage | None
    tip: str = ""


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """A story that was told before, in answer to another question."""

    earlier: Passage
    now: Passage


class Debrief(msgspec.Struct, frozen=True, kw_only=True):
    """What stood out in one interview."""

    format: int
    transcript: str
    candidacy: str
    candidate: str
    process: str
    round: str
    title: str
    company: str
    position: str
    attempt: int
    seed: int
    on: dt.date
    ended: bool
    recalled: bool
    interviewers: tuple[str, ...]
    asked: int
    answered: int
    skipped: int
    probed: int
    challenged: int
    earlier_exchanges: int
    """Earlier answers on the same questions that there was something to compare with."""
    facts: int
    """Facts in those earlier answers."""
    facts_compared: int
    findings: tuple[FindingEntry, ...]
    retold: tuple[Retold, ...]
    exchanges: tuple[ExchangeEntry, ...]
    candidate_questions: tuple[str, ...]
    notes: tuple[str, ...]


def build(transcript: Transcript, viewer: Viewer = "candidate", plan: Plan | None = None) -> Debrief:
    """Return the debrief of `transcript` for `viewer`.

    What interviewers kept to themselves, findings included, is the candidate's once the interview has ended. `plan`
    tells which facts the questions asked for; without it (a transcript that came alone) fewer are found.
    """
    shown = seen_by(transcript, viewer)
    header = shown.header
    said = exchanges(shown.turns)
    plans = {item.question: item for item in header.agenda}
    open_findings = viewer == "coach" or transcript.ended
    compared = _compare_all(transcript, said, plan) if open_findings else _Compared()
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
        earlier_exchanges=compared.exchanges,
        facts=compared.facts,
        facts_compared=compared.facts_compared,
        findings=tuple(compared.entries),
        retold=tuple(_retold(transcript, said)) if open_findings else (),
        exchanges=tuple(
            _entry(shown, exchange, plans.get(exchange.question), _tip(plan, exchange)) for exchange in said
        ),
        candidate_questions=tuple(_asked_by_candidate(shown)),
        notes=tuple(turn.text for turn in shown.turns if turn.kind == "note"),
    )


class _Compared:
    def __init__(self) -> None:
        self.exchanges = self.facts = self.facts_compared = 0
        self.entries: list[FindingEntry] = []


def _compare_all(transcript: Transcript, said: Sequence[Exchange], plan: Plan | None) -> _Compared:
    """Compare every answered question with the earlier answers to it, each difference listed once."""
    header = transcript.header
    raised = {passages(turn.first, turn.second) for turn in standing(transcript.turns) if turn.kind == "finding"}
    choices = {passages(each.first, each.second): each.choice for each in settlements([transcript])}
    deeper = {item.question for item in header.agenda if item.why == "elaborate"}
    result = _Compared()
    found: list[FindingEntry] = []
    for exchange in said:
        if not exchange.answers:
            continue
        slots = plan.slots(exchange.question) if plan else ()
        answers = [turn.text for turn in exchange.said]
        for earlier in comparable(header.earlier, exchange.question):
            comparison, differences = compare(earlier, answers, slots, header.started_at.date(), header.settled)
            result.exchanges += 1
            result.facts += comparison.claims
            result.facts_compared += comparison.compared
            for difference in differences:
                if difference.finding.severity.name == "REMARK" and exchange.question in deeper:
                    continue  # asked for more on it, nobody tells the whole again
                twin = _twin(found, difference)
                if twin is not None:
                    turn = exchange.said[difference.second_part].n
                    also = tuple(sorted({*found[twin].also, turn} - {found[twin].now.n}))
                    found[twin] = msgspec.structs.replace(found[twin], also=also)
                else:
                    pair = passages(difference.first, difference.second)
                    entry = _finding(transcript, exchange, difference, raised=pair in raised)
                    found.append(msgspec.structs.replace(entry, settled=choices.get(pair, "")))
    result.entries = sorted(found, key=lambda entry: SEVERITIES.index(entry.severity))
    return result


def _twin(found: Sequence[FindingEntry], difference: Difference) -> int | None:
    """Return the place of the entry that tells of the same difference already."""
    pair = (difference.first, difference.second)
    for place, entry in enumerate(found):
        if entry.kind == difference.finding.kind and same_difference((entry.earlier.quote, entry.now.quote), pair):
            return place
    return None


def _finding(transcript: Transcript, exchange: Exchange, difference: Difference, *, raised: bool) -> FindingEntry:
    finding = difference.finding
    return FindingEntry(
        severity=finding.severity.name,
        kind=finding.kind,
        rule=finding.rule,
        slot=finding.slot,
        reason=finding.reason,
        raised=raised,
        earlier=_earlier_passage(difference.earlier, difference.first, difference.first_turn),
        now=_passage(transcript, exchange, exchange.said[difference.second_part].n, difference.second),
    )


def _passage(transcript: Transcript, exchange: Exchange, n: int, quote: str) -> Passage:
    header = transcript.header
    return Passage(
        transcript=header.id,
        n=n,
        round=header.title,
        interviewer=header.speaker(exchange.asker),
        question=exchange.asked.text,
        on=header.started_at.date(),
        quote=quote,
    )


def _retold(transcript: Transcript, said: Sequence[Exchange]) -> Iterator[Retold]:
    for exchange, before in retold(said, transcript.header.earlier):
        earlier = _earlier_passage(before, opening_words(before.answers), before.turns[0])
        quote = opening_words([turn.text for turn in exchange.said])
        yield Retold(earlier=earlier, now=_passage(transcript, exchange, exchange.said[0].n, quote))


def _earlier_passage(earlier: EarlierExchange, quote: str, turn: int) -> Passage:
    return Passage(
        transcript=earlier.transcript,
        n=turn,
        round=earlier.round,
        interviewer=earlier.asker,
        question=earlier.asked,
        on=earlier.on,
        quote=quote,
    )


def _tip(plan: Plan | None, exchange: Exchange) -> str:
    question = plan.questions.get(exchange.question) if plan else None
    return question.tip if question else ""


def _entry(shown: Transcript, exchange: Exchange, item: AgendaItem | None, tip: str) -> ExchangeEntry:
    header = shown.header
    before = next((each for each in header.earlier if item and each.pointer == item.earlier), None)
    follow_ups = sorted([*exchange.probes, *exchange.challenges], key=lambda turn: turn.n)
    return ExchangeEntry(
        n=exchange.asked.n,
        question=exchange.question,
        interviewer=header.speaker(exchange.asker),
        asked=exchange.asked.text,
        why=item.why if item else exchange.asked.why,
        motive=item.motive if item else "",
        answers=tuple(turn.text for turn in [*exchange.answers, *exchange.clarifications]),
        words=sum(word_count(turn.text) for turn in exchange.answers),
        skipped=exchange.skipped,
        follow_ups=tuple(_follow(turn) for turn in follow_ups),
        earlier=_earlier_passage(before, "\n".join(before.answers), before.n) if before else None,
        tip=tip,
    )


def _follow(turn: Turn) -> Follow:
    return Follow(n=turn.n, kind="challenge" if turn.kind == "challenge" else "probe", why=turn.why, text=turn.text)


def _asked_by_candidate(shown: Transcript) -> list[str]:
    """Return what the candidate asked, in so many words or as an answer to "what would you like to ask us?"."""
    questions = []
    closing = False
    for turn in standing(shown.turns):
        closing = closing or (turn.kind == "question" and not turn.question)
        if turn.kind == "ask" or (closing and turn.kind == "answer" and not turn.question and is_question(turn.text)):
            questions.append(turn.text)
    return questions
