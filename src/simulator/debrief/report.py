"""A debrief as data: what a candidate, or a coach, gets after an interview."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from simulator.interview import actions

Choice = Literal["for", "against", "undecided"]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The candidate's own words, and where they stand."""

    transcript: str
    n: int
    round: str
    interviewer: str
    question: str
    on: dt.date
    quote: str
    around: str = ""
    """The sentence that the words stand in, where that is more: "two" alone says nothing."""

    @property
    def words(self) -> str:
        """The words to show: in their sentence, where that is known."""
        return self.around or self.quote

    @property
    def evidence(self) -> Evidence:
        """The words with their turn alone."""
        return Evidence(transcript=self.transcript, n=self.n, quote=self.quote)


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

    @property
    def shown(self) -> tuple[str, str]:
        """Both passages as they are shown; what shows the same is asked about once."""
        return self.earlier.words.casefold(), self.now.words.casefold()

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
    because: str
    """The note of an earlier round that it was asked for; empty where there was none."""
    answers: tuple[str, ...]
    words: int
    skipped: bool
    follow_ups: tuple[Follow, ...]
    earlier: Passage | None
    tip: str = ""
    aside: tuple[str, ...] = ()
    """Answers that did not take up the question: nothing in the debrief rests on them."""
    why_aside: str = ""
    told_already: tuple[str, ...] = ()
    """Those of the answers that were in the words of one to another question."""


class Retold(msgspec.Struct, frozen=True, kw_only=True):
    """A story that was told before, in answer to another question; `also` are the turns that tell it once more."""

    earlier: Passage
    now: Passage
    also: tuple[int, ...] = ()


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """The candidate's own words that something rests on; `n` is their turn, `transcript` where it is."""

    transcript: str
    n: int
    quote: str = ""


class NoteEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What an interviewer left for the next round; `first_text` is theirs where the coach has put it otherwise."""

    n: int
    kind: str
    author: str
    text: str
    competency: str = ""
    rests_on: int = 0
    first_text: str = ""
    withdrawn: bool = False


class ConcernEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A concern that was taken up again and what came of it: `resolved`, `open` or `worse`."""

    n: int
    interviewer: str
    asked: str
    outcome: str
    text: str
    earlier: Passage | None
    now: Evidence


class BroughtBack(msgspec.Struct, frozen=True, kw_only=True):
    """A point that an earlier round left open and the candidate brought back by themselves."""

    asked: str
    interviewer: str
    """Who had asked it."""
    left: Evidence
    """The question as it was left."""
    now: Evidence


class MarkEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One answer on its question's scale, from 1 to 5; `score` 0: there was nothing in it to mark.

    `by` is `words` (what the words show), `coach` or `candidate`; `question` is an id and `asked` its wording.
    """

    score: int
    reason: str
    by: Literal["words", "coach", "candidate"]
    question: str
    evidence: Evidence
    asked: str = ""
    anchor: str = ""
    """What the scale says of a mark that a person gave."""
    next_step: str = ""
    """What the scale asks for at its top, for a mark from the words: they alone never reach it."""


class CompetencyEntry(msgspec.Struct, frozen=True, kw_only=True):
    """All marks on one competency; without any it was not observed, and `unobserved` says why."""

    competency: str
    marks: tuple[MarkEntry, ...]
    unobserved: str = ""
    unmarked: tuple[str, ...] = ()
    """The questions beside those with marks that were answered and have none, each with its reason."""

    @property
    def scores(self) -> tuple[int, ...]:
        """The marks from the words alone."""
        return tuple(mark.score for mark in self.marks if mark.by == "words" and mark.score)


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """What speaks for or against, to one interviewer: `weight` is 1 or more."""

    side: Literal["for", "against"]
    text: str
    weight: int
    evidence: Evidence
    of_an_answer: bool = False
    """Whether it is the mark on an answer."""


class VoteEntry(msgspec.Struct, frozen=True, kw_only=True):
    """How one interviewer votes and why; `round` names an earlier round that they were in, and not this one."""

    interviewer: str
    role: str
    goal: str
    guess: str
    """What the candidate had taken it to be before they read it; empty where they wrote no guess."""
    looks_for: tuple[str, ...]
    vote: Choice
    reasons: tuple[Reason, ...]
    rests_on: int = 0
    """Marked answers among the reasons."""
    decides: bool = False
    may_veto: bool = False
    round: str = ""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What comes of the votes; `outcome` is `offer`, `next_round`, `no` or `undecided`."""

    outcome: Literal["offer", "next_round", "no", "undecided"]
    by: str
    reasons: tuple[str, ...]
    disagreement: str = ""
    """Who was for and who against, where that is not the same; empty where they agree."""


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """One point for next time, with the words it rests on; `keep` where it is something that worked."""

    kind: str
    text: str
    evidence: tuple[Evidence, ...]
    tip: str = ""
    keep: bool = False


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One round in the course of them: how long, how sound and how consistent its answers were.

    `words` is the median length of an answer, `marked` how many could be marked and `sound` how many of those had a 4,
    `differences` the facts that differed from an earlier round's.
    """

    transcript: str
    round: str
    on: dt.date
    answers: int
    words: int
    marked: int
    sound: int
    followed_up: int
    differences: int


class TwoMarks(msgspec.Struct, frozen=True, kw_only=True):
    """One answer as the coach marked it and as its words show; 0 stands for "not observed"."""

    asked: str
    coach: int
    words: int
    coach_says: str
    words_say: str
    evidence: Evidence

    @property
    def apart(self) -> int:
        """How far the two are from one another."""
        return abs(self.coach - self.words)


class Remark(msgspec.Struct, frozen=True, kw_only=True):
    """A note of the coach's, or a turn they marked, with the words it is about; `at` is seconds of room time."""

    at: float
    kind: Literal["note", "mark"]
    text: str
    about: Evidence


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What a coach said of the round, beside what its words show; `more` are the marks left out."""

    marks: tuple[TwoMarks, ...]
    more: int
    remarks: tuple[Remark, ...]


class EmployerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the candidate made of one thing about the employer after a round: from 1 to 5, 0 for a line alone.

    `aspect` is one of `turns.EMPLOYER`, `n` the turn in which it was written down.
    """

    transcript: str
    n: int
    round: str
    aspect: str
    score: int
    text: str


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How the round was heard: by competency, by each interviewer, and in the course of the rounds."""

    purpose: str
    scorecard: tuple[CompetencyEntry, ...]
    votes: tuple[VoteEntry, ...]
    decision: Decision | None
    advice: tuple[Advice, ...]
    visits: tuple[Visit, ...]
    """The rounds so far, this one last; empty for the first."""


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
    unanswered: int
    """Questions that were not passed over and have no answer that counts as one."""
    forgotten: int
    """Questions whose answers nobody remembers, of a round written down from memory."""
    earlier_exchanges: int
    """Earlier answers on the same questions that there was something to compare with."""
    facts: int
    """Facts in those earlier answers."""
    facts_compared: int
    unread: int
    """Pairs of answers that could not be compared, since one of them is not in English."""
    findings: tuple[FindingEntry, ...]
    retold: tuple[Retold, ...]
    exchanges: tuple[ExchangeEntry, ...]
    candidate_questions: tuple[str, ...]
    next_step_asked: bool
    """Whether the candidate asked what comes next, and so left knowing it."""
    broken_off: bool
    """Whether the round was ended before the candidate's turn to ask had come."""
    notes: tuple[str, ...]
    left: tuple[NoteEntry, ...] = ()
    """The notes that the interviewers left for the next round."""
    concerns: tuple[ConcernEntry, ...] = ()
    brought_back: tuple[BroughtBack, ...] = ()
    employer: tuple[EmployerEntry, ...] = ()
    """The candidate's own scorecard of the employer, for themselves alone."""
    judged: Judged | None = None
    """None while it may not be told, and for a transcript that came without its content."""
    beside: Beside | None = None
    """None where no coach was there."""
