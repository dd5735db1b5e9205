"""A transcript as data: its header, its turns, and who may see what.

Everything that is shown, compared or exported is a reading of these. A kind of turn without a declared visibility
does not exist.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Literal, TypeVar

import msgspec

Visibility = Literal["all", "candidate", "interviewers", "coach"]
Viewer = Literal["candidate", "coach", "observer"]
Why = Literal["fresh", "repeat", "elaborate", "concern", "form", "coach", "neighbour", "put_off", "closing"]
Motive = Literal["", "own_ears", "check"]
NoteKind = Literal["concern", "knowledge_gap", "motivation_gap", "unanswered", "unrated", "mixed", "strong"]
Hints = Literal["now", "after"]

CANDIDATE, COACH = "candidate", "coach"
"""The speakers who are not interviewers."""

NOT_REMEMBERED = "not_remembered"
"""Why a question of a round written down from memory is passed over: it was answered, but nobody remembers how."""

OWN_MARKS = {
    1: "I'd want it again",
    2: "weaker than I can",
    3: "it will do",
    4: "good, with something missing",
    5: "as I meant it",
}
"""What the marks say that candidates give their own answers."""

COMES_BACK = 2
"""Up to this mark of the candidate's own, an answer comes back in the next round."""

EMPLOYER = {
    "people": "Would you get along with the people you met?",
    "lead": "Would you like to be led the way they lead there?",
    "work": "Is it the work you want to do?",
    "growth": "Could you get ahead there?",
    "place": "Would you like your days there: the place, the hours, the pace?",
}
"""What candidates mark an employer on after a round, as they are asked it."""

EMPLOYER_MARKS = {1: "no", 2: "not really", 3: "partly", 4: "mostly", 5: "yes"}
"""What those marks say."""

ACTIONS: dict[str, Visibility] = {
    "begin": "all",
    "answer": "all",
    "take_back": "all",
    "skip": "all",
    "wait": "all",
    "typing": "all",
    "note": "candidate",
    "ask": "all",
    "pause": "all",
    "resume": "all",
    "leave": "all",
    "ask_probe": "coach",
    "ask_question": "coach",
    "say": "all",
    "interrupt": "all",
    "disagree": "coach",
    "next_speaker": "coach",
    "hold_silence": "coach",
    "take_over": "coach",
    "give_back": "coach",
    "late_change": "coach",
    "rating": "interviewers",
    "mark": "interviewers",
    "coach_note": "coach",
    "end_round": "coach",
    "edit_note": "interviewers",
    "self_rating": "candidate",
    "employer_rating": "candidate",
    "goal_guess": "candidate",
    "settlement": "candidate",
}
"""What people do, by kind of turn, and who may see it."""

LINES: dict[str, Visibility] = {
    "greeting": "all",
    "introduction": "all",
    "no_notes": "all",
    "question": "all",
    "hint": "candidate",
    "probe": "all",
    "finding": "interviewers",
    "challenge": "all",
    "acknowledgement": "all",
    "settled": "all",
    "skipped": "all",
    "again": "all",
    "nudge": "all",
    "reply": "all",
    "announcement": "all",
    "time": "all",
    "change": "all",
    "disagreement": "all",
    "noted": "interviewers",
    "outcome": "interviewers",
    "closing": "all",
    "handoff": "interviewers",
    "end": "all",
}
"""What the room does in return, by kind of turn, and who may see it."""

Entry = TypeVar("Entry", bound=msgspec.Struct)

VISIBILITY: dict[str, Visibility] = ACTIONS | LINES

LINE_SHOWS = frozenset(
    {"n", "at", "speaker", "kind", "visible", "question", "person", "to", "seconds", "minutes", "spoken", "text"}
)
"""Of a line, what the candidate may see before the end; all else tells why it was said."""

HEADER_SHOWS = frozenset(
    {"format", "id", "candidacy", "candidate", "process", "round", "title", "attempt", "seed", "started_at"}
    | {"company", "position", "setting", "language", "hints", "recalled", "content", "branched_from"}
    | {"interviewers", "at_hand"}
)
"""Header entries that everybody may see; `at_hand` as far as they have come in."""

EARLIER_SHOWS = frozenset(
    {"transcript", "n", "round", "asker", "asker_id", "on", "question", "asked", "turns", "answers", "skipped"}
)
"""Of what was answered in an earlier round, what the candidate may see before the end."""


class Turn(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that happened.

    `n` counts from 1; `at` is seconds of room time; `cause` is the `n` of the turn it follows from (0: none),
    `rests_on` that of the turn a note is about;
    `earlier` points at a turn of another transcript as `ID#N`; `sent` is the number an action came with over a line.
    The other fields belong to some kinds only. `text` is always written, and last.
    """

    n: int
    at: float
    speaker: str
    kind: str
    visible: Visibility
    question: str = ""
    person: str = ""
    to: str = ""
    why: str = ""
    cause: int = 0
    rests_on: int = 0
    sent: int = 0
    earlier: str = ""
    seconds: float = 0.0
    minutes: int = 0
    spoken: bool = False
    competency: str = ""
    score: int = 0
    severity: str = ""
    rule: str = ""
    slot: str = ""
    first: str = ""
    second: str = ""
    text: str = ""

    @property
    def wording(self) -> str:
        """A question itself, without what leads over to it; that is its `first` where there is such a thing."""
        return self.first or self.text


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An interviewer as a replay needs them."""

    id: str
    name: str
    title: str = ""
    role: str = ""
    parts: tuple[str, ...] = ()
    """What they do in a panel besides asking: `chair`, `timekeeper`, `scribe`."""


class AgendaItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One planned question: who asks it and why.

    `earlier` points at the question it comes back to, `note` at the turn of an earlier round it was chosen for.
    """

    question: str
    asker: str
    why: Why
    motive: Motive = ""
    earlier: str = ""
    note: str = ""


class EarlierExchange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A question of an earlier round with what was answered, copied so that this round needs no other file."""

    transcript: str
    n: int
    round: str
    asker: str
    asker_id: str
    on: dt.date
    question: str
    asked: str
    turns: tuple[int, ...] = ()
    answers: tuple[str, ...] = ()
    weakness: int = 0
    followed_up: int = 0
    skipped: bool = False

    @property
    def pointer(self) -> str:
        """Where the question stands, as turns point at it."""
        return f"{self.transcript}#{self.n}"


class HandOff(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A note that a round left: `n` is its turn (0 where it was worked out later), `cause` the turn it rests on."""

    kind: NoteKind
    cause: int
    transcript: str = ""
    n: int = 0
    author: str = ""
    question: str = ""
    competency: str = ""
    text: str = ""

    @property
    def pointer(self) -> str:
        """The turn it rests on, as turns point at it."""
        return f"{self.transcript}#{self.cause}"


class Settlement(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the candidate said of two passages that differ: which is right."""

    choice: str
    first: str
    second: str
    slot: str = ""
    earlier: str = ""


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """The turn of another transcript from which this one was answered anew."""

    transcript: str
    n: int


class Header(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """All that is known of an interview before its first turn."""

    format: int
    id: str
    candidacy: str
    candidate: str
    process: str
    round: str
    title: str
    attempt: int
    seed: int
    started_at: dt.datetime
    company: str = ""
    position: str = ""
    setting: str = ""
    language: str = "en"
    hints: Hints = "after"
    recalled: bool = False
    content: str = ""
    branched_from: Branch | None = None
    interviewers: tuple[Person, ...] = ()
    at_hand: tuple[Person, ...] = ()
    """Who else could come in: the people of the process's other rounds."""
    agenda: tuple[AgendaItem, ...] = ()
    earlier: tuple[EarlierExchange, ...] = ()
    notes: tuple[HandOff, ...] = ()
    settled: tuple[Settlement, ...] = ()
    said: tuple[str, ...] = ()
    """Greetings and follow-ups of the rounds before, so that nobody hears one twice."""

    def person(self, identity: str) -> Person | None:
        """Return the interviewer of that id, if there."""
        return next((person for person in (*self.interviewers, *self.at_hand) if person.id == identity), None)

    def speaker(self, identity: str) -> str:
        """Return how a speaker is shown: "Dana Ruiz (Team lead)", the candidate's name, or "Coach"."""
        if identity == CANDIDATE:
            return self.candidate
        if identity == COACH:
            return "Coach"
        person = self.person(identity)
        if person is None:
            return identity
        return f"{person.name} ({person.title})" if person.title else person.name


class Transcript(msgspec.Struct, frozen=True, kw_only=True):
    """The record of one interview: its header and every turn so far."""

    header: Header
    turns: tuple[Turn, ...] = ()

    @property
    def ended(self) -> bool:
        """Whether the interview came to its end."""
        return any(turn.kind == "end" for turn in self.turns)


def employer_words(aspect: str, score: int, text: str) -> str:
    """Return what a candidate makes of one thing about an employer, with what was asked: "... there? 4, mostly."."""
    mark = f"{score}, {EMPLOYER_MARKS[score]}." if score in EMPLOYER_MARKS else ""
    return " ".join(filter(None, (EMPLOYER.get(aspect, aspect), mark, text)))


def seen_by(transcript: Transcript, viewer: Viewer, *, ended: bool | None = None) -> Transcript:
    """Return what `viewer` may see of `transcript`.

    The coach sees all of it. The candidate sees what was said, their own notes, and, once the interview has ended,
    what interviewers had hidden; never what is the coach's. An observer sees what was said, before and after the end.
    `ended` overrides whether it has ended, for a look at the room as it was.
    """
    if viewer == "coach":
        return transcript
    came = {turn.to for turn in transcript.turns if turn.kind == "change"}
    at_hand = tuple(person for person in transcript.header.at_hand if person.id in came)
    header = msgspec.structs.replace(transcript.header, at_hand=at_hand)
    if viewer == "candidate" and (transcript.ended if ended is None else ended):
        return Transcript(header=header, turns=tuple(turn for turn in transcript.turns if turn.visible != "coach"))
    shown = _only(header, HEADER_SHOWS)
    if viewer == "candidate":
        earlier = tuple(_only(each, EARLIER_SHOWS) for each in header.earlier)
        shown = msgspec.structs.replace(shown, earlier=earlier, settled=header.settled)
    visible = ("all",) if viewer == "observer" else ("all", "candidate")
    turns = tuple(
        _only(turn, LINE_SHOWS) if turn.kind in LINES else turn for turn in transcript.turns if turn.visible in visible
    )
    return Transcript(header=shown, turns=turns)


def _only(whole: Entry, shown: frozenset[str]) -> Entry:
    """Return `whole` with nothing in it but the fields `shown`: one that is declared nowhere is hidden."""
    return msgspec.structs.replace(whole, **_blank(type(whole), shown))


@cache
def _blank(kind: type[msgspec.Struct], shown: frozenset[str]) -> dict[str, object]:
    return {each.name: each.default for each in msgspec.structs.fields(kind) if each.name not in shown}
