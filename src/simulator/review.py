"""What a candidate wants to have read before a round, or after the last: what is known and open, whom they meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from simulator.archive import Archive, Candidacy
from simulator.content.library import Library
from simulator.content.schemas import Company, Persona, Round, Setting
from simulator.debrief import build
from simulator.debrief.build import employer
from simulator.debrief.report import EmployerEntry, FindingEntry
from simulator.interview.handoff import OPEN_KINDS, notes_of
from simulator.interview.replies import is_question
from simulator.sitting import plan_of
from simulator.stories import Skill, skills
from simulator.text import one_line
from simulator.transcript.notes import note_of
from simulator.transcript.reading import Exchange, exchanges, standing
from simulator.transcript.turns import COMES_BACK, Transcript

MAX_WORDS = 300
"""Characters shown of a question, an answer or a note."""

_WHO = ("who will i meet", "who am i going to meet", "who would i meet", "who will be there", "who else will i")
_HOW_TO = ": a note that asks something, written in a round or after it, is one"
_TO_BRING: dict[Setting, tuple[str, ...]] = {
    "office": ("Two copies of your CV", "Your referees, in writing"),
    "video": ("Your CV and your notes beside the screen", "A quiet room, and the camera tried out"),
    "dinner": ("Your referees, in writing", "A question about your host's own way into the job"),
    "tour": ("Shoes you can walk in", "Something to write on"),
}


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """A question of an earlier round; `followed_up` says how often they asked on.

    `mattered` tells that they did, or that it had come back; `own_mark` is the candidate's own, 0 where there is none.
    `forgotten` tells that it was answered, but not remembered how.
    """

    transcript: str
    n: int
    round: str
    interviewer: str
    asked: str
    answer: str
    forgotten: bool
    followed_up: int
    mattered: bool
    own_mark: int


class OpenPoint(msgspec.Struct, frozen=True, kw_only=True):
    """What an earlier round left open, with the turn it rests on."""

    transcript: str
    n: int
    text: str


class NoteElsewhere(msgspec.Struct, frozen=True, kw_only=True):
    """A note that the candidate wrote in another candidacy; `transcript` is `CANDIDACY/ID`."""

    transcript: str
    n: int
    company: str
    text: str


class Meet(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who will be there; `about` is empty as long as the candidate has not asked who they will meet."""

    name: str
    title: str
    about: str


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before one round of a candidacy; `round` is empty where all of them are done."""

    format: int
    candidacy: str
    candidate: str
    round: str
    title: str
    minutes: int
    setting: str
    company: Company
    position: str
    duties: tuple[str, ...]
    people: tuple[Meet, ...]
    people_known: bool
    asked: tuple[Asked, ...]
    open_points: tuple[OpenPoint, ...]
    to_settle: tuple[FindingEntry, ...]
    skills: tuple[Skill, ...]
    employer: tuple[EmployerEntry, ...]
    notes: tuple[str, ...]
    elsewhere: tuple[NoteElsewhere, ...]
    """Before the first round: what of the same candidate's notes in other candidacies is of use here."""
    own_questions: tuple[str, ...]
    to_bring: tuple[str, ...]

    @property
    def still_open(self) -> str:
        """What earlier rounds left open, in a few words; empty where they left nothing."""
        counts = (
            (len(self.open_points), "open point", ""),
            (len({entry.shown for entry in self.to_settle}), "fact", " to settle"),
        )
        return ", ".join(_counted(*each) for each in counts if each[0])

    @property
    def summary(self) -> str:
        """What is still to do, in one line."""
        if not self.round:
            return f"All rounds are done: {self.still_open or 'nothing left open'}."
        parts = [self.still_open or "nothing left open", _counted(len(self.own_questions), "question", " of your own")]
        if not self.people_known:
            parts.append(f"{len(self.people)} {'person' if len(self.people) == 1 else 'people'} to ask about")
        return f"Before “{one_line(self.title, 80)}”: {', '.join(parts)}."

    @property
    def ready(self) -> tuple[tuple[str, bool], ...]:
        """What makes somebody ready, and whether it is so."""
        if not self.round:
            return ()
        return (
            ("every difference is settled", not self.to_settle),
            ("you know whom you will meet", self.people_known),
            (f"you have questions of your own{'' if self.own_questions else _HOW_TO}", bool(self.own_questions)),
        )


def review(
    archive: Archive, candidacy: Candidacy, library: Library, round_id: str = "", *, who: bool = False
) -> Review:
    """Return the review before the round `round_id` of `candidacy`; of all rounds where none is named or to come.

    The home screen shows its `summary`, `practice` prints it before a round. `who` asks who will be there, as somebody
    would ring up and ask; that is known from then on. `InputError` is raised where the process has no such round, or a
    transcript can't be read.
    """
    process = library.process(candidacy.file.process)
    meeting = process.meeting(round_id or candidacy.next_round(process))
    ahead = bool(round_id) or not candidacy.done(meeting.id)
    before = candidacy.before(process, meeting.id if ahead else "")
    people = list(_people(library, meeting)) if ahead else []
    if who and ahead:
        candidacy.ask_who(meeting.id)
    asked_who = who or meeting.id in candidacy.asked_who
    known = asked_who or not ahead or any(_asked_who(transcript) for transcript in before)
    notes = [turn.text for transcript in before for turn in standing(transcript.turns) if turn.kind == "note"]
    return Review(
        format=1,
        candidacy=candidacy.id,
        candidate=candidacy.candidate,
        round=meeting.id if ahead else "",
        title=meeting.title if ahead else "",
        minutes=meeting.minutes if ahead else 0,
        setting=meeting.setting if ahead else "",
        people=tuple(_meet(persona, known=known) for persona in people),
        people_known=known,
        asked=tuple(_asked(before)),
        open_points=tuple(_open_points(before, library)),
        to_settle=tuple(entry for entry in differences(archive, candidacy) if entry.open),
        skills=skills(meeting, people, library.questions(), before) if ahead else (),
        employer=tuple(entry for transcript in before for entry in employer(transcript)),
        notes=tuple(notes),
        elsewhere=() if before else tuple(_elsewhere(archive, candidacy, process.company.name)),
        own_questions=tuple(note.text for note in map(note_of, notes) if is_question(note.text)),
        to_bring=_TO_BRING[meeting.setting] if ahead else (),
        company=process.company,
        position=process.position.title,
        duties=process.position.duties,
    )


def _people(library: Library, meeting: Round) -> Iterator[Persona]:
    names = meeting.interviewers
    if meeting.panel:
        names = tuple(member.persona for member in library.panel(meeting.panel).members)
    return (library.persona(name) for name in names)


def _meet(persona: Persona, *, known: bool) -> Meet:
    return Meet(name=persona.name, title=persona.title, about=persona.about if known else "")


def _asked_who(transcript: Transcript) -> bool:
    """Tell whether the candidate asked, before it ended, who they would meet next."""
    said = (turn.text.lower() for turn in standing(transcript.turns) if turn.kind in ("ask", "answer"))
    return any(words in text for text in said for words in _WHO)


def _asked(before: Sequence[Transcript]) -> Iterator[Asked]:
    for transcript in before:
        marks = _own_marks(transcript)
        for exchange in exchanges(transcript.turns):
            followed = len(exchange.probes) + len(exchange.challenges)
            yield Asked(
                transcript=transcript.header.id,
                n=exchange.asked.n,
                round=transcript.header.title,
                interviewer=transcript.header.speaker(exchange.asker),
                asked=one_line(exchange.asked.wording, MAX_WORDS),
                answer=one_line(" / ".join(turn.text for turn in exchange.said), MAX_WORDS),
                forgotten=exchange.forgotten,
                followed_up=followed,
                mattered=bool(followed) or exchange.asked.why in ("concern", "elaborate"),
                own_mark=_own_mark(exchange, marks),
            )


def _own_marks(transcript: Transcript) -> dict[int, int]:
    return {turn.cause: turn.score for turn in transcript.turns if turn.kind == "self_rating"}


def _own_mark(exchange: Exchange, marks: Mapping[int, int]) -> int:
    return next((marks[turn.n] for turn in exchange.answers if turn.n in marks), 0)


def _elsewhere(archive: Archive, candidacy: Candidacy, company: str) -> Iterator[NoteElsewhere]:
    """Yield the candidate's notes on answers in other candidacies, and those on the company where it is the same."""
    told = set[str]()
    for other in archive.others(candidacy):
        for kept in other.kept:
            for turn in standing(kept.transcript.turns):
                note = note_of(turn.text, turn.why)
                wanted = note.kind == "answers" or (note.kind == "company" and kept.header.company == company)
                if turn.kind == "note" and wanted and note.text not in told:
                    told.add(note.text)
                    yield NoteElsewhere(
                        transcript=f"{other.id}/{kept.header.id}",
                        n=turn.n,
                        company=kept.header.company,
                        text=one_line(note.shown, MAX_WORDS),
                    )


def _open_points(before: Sequence[Transcript], library: Library) -> Iterator[OpenPoint]:
    """Yield what the rounds left open and no later one has cleared up, the last word on each question.

    That is what their notes say, and the answers that the candidate has marked to come back.
    """
    questions = library.questions()
    last: dict[str, OpenPoint] = {}
    doubts: dict[str, OpenPoint] = {}
    for transcript in before:
        for turn in standing(transcript.turns):
            if turn.kind == "outcome" and turn.why == "resolved":
                last.pop(turn.question, None)
        asked = {exchange.question: exchange.asked.wording for exchange in exchanges(transcript.turns)}
        for note in notes_of(transcript, questions):
            if note.kind in OPEN_KINDS and note.question:
                about = one_line(asked.get(note.question, ""), MAX_WORDS)
                text = f"{about} {note.text}" if about and about not in note.text else note.text
                last[note.question] = OpenPoint(transcript=transcript.header.id, n=note.cause, text=text)
        marks = _own_marks(transcript)
        for exchange in exchanges(transcript.turns):
            if exchange.answers:
                doubts.pop(exchange.question, None)
            if 0 < (mark := _own_mark(exchange, marks)) <= COMES_BACK:
                text = f"{one_line(exchange.asked.wording, MAX_WORDS)} You gave your answer a {mark}."
                n = exchange.said[-1].n
                doubts[exchange.question] = OpenPoint(transcript=transcript.header.id, n=n, text=text)
    return iter({**doubts, **last}.values())


def differences(archive: Archive, candidacy: Candidacy) -> list[FindingEntry]:
    """Return the differences in the last attempt of each round that has ended, settled or not, the earliest first."""
    ended = [kept for kept in candidacy.kept if kept.ended and not kept.header.recalled]
    latest = {kept.header.round: kept for kept in ended}.values()
    return [
        entry
        for kept in latest
        for entry in build(kept.transcript, plan=plan_of(archive, kept)).findings
        if entry.severity == "WARN"
    ]


def _counted(count: int, what: str, more: str = "") -> str:
    return f"{count} {what}{'s' * (count != 1)}{more}"
