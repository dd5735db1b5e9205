"""A round that happened elsewhere, written down from memory, so that the next one can work from it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

from simulator.archive import Archive, Candidacy
from simulator.content import CLASSIC
from simulator.content.library import load_library
from simulator.content.schemas import Process, Question, asks_for_fact
from simulator.content.wordings import content_words
from simulator.english import words_of
from simulator.files import InputError
from simulator.text import clean, first_name, one_line, slug
from simulator.transcript.journal import Journal
from simulator.transcript.reading import Exchange, exchanges
from simulator.transcript.turns import CANDIDATE, NOT_REMEMBERED, VISIBILITY, Header, Person, Transcript, Turn

SAME_QUESTION = 0.5
"""From this share of common words on, a remembered question is taken for one of the banks'."""

SHORT = 3
"""Words that carry the subject of a question, up to which one of them can tell which it is."""

LONG_WORD = 6
"""Letters of the stem of a word that is telling by itself: "relocate" is, "start" is not."""

LONGEST_NAME = 7
"""Words of a name at most: "María del Carmen Ruiz y Soto"."""

NO_NAME = words_of("was were is are had has he she they it we you my our asked met spoke told and or who but not")
"""Words of a sentence, or of several people at once, as they stand inside one; "He" may be a name."""

RECALLED = "recalled"
"""The bank that remembered questions belong to which no bank has."""

UNNAMED = Person(id="interviewer", name="your first interviewer")
"""Who asked, where the candidate does not remember a name."""

Remembered = Literal["should_have_said", "their_concern"]
"""What a candidate notes to an answer right after an interview."""

_SAME = {
    "current": "present", "now": "present", "moment": "present", "position": "job", "post": "job", "role": "job",
    "firm": "company", "employer": "company", "large": "big", "boss": "manager", "supervisor": "manager",
    "co": "colleague", "teammate": "colleague", "coworker": "colleague", "expectation": "look", "pay": "salary",
    "lead": "managed", "led": "managed", "manage": "managed",
    "call": "contact", "like": "want", "prefer": "rather", "hire": "choose", "failed": "wrong",
}  # fmt: skip
"""Words that people put for one another when they remember a question."""

_KINDS_OF_QUESTION = ("how long", "how many", "how much", "how big", "when", "where", "who", "why")


def people(text: str) -> tuple[Person, ...]:
    """Return the interviewers of a text with one "Name, title" a line; nobody named is one unnamed interviewer.

    `InputError` is raised for a line that begins with no name, but says something.
    """
    found: dict[str, Person] = {}
    for line in clean(text, 5_000).splitlines():
        name, _, title = (part.strip() for part in one_line(line, 160).partition(","))
        if name and not _is_name(name):
            raise InputError(f"“{one_line(name, 60)}” is no name: one person each, as 'Jo Bell, HR officer'")
        if name:
            found.setdefault(slug(name), Person(id=slug(name), name=name, title=title))
    return tuple(found.values()) or (UNNAMED,)


def _is_name(text: str) -> bool:
    """Tell whether a text may be somebody's name: a few words, and none that only a sentence has."""
    said = re.findall(r"[^\W\d_]+", text)
    speaks = bool(NO_NAME & set(said)) or (len(said) > 1 and said[0].lower() in ("i", "it", "we", "they"))
    return len(said) <= LONGEST_NAME and not speaks and not re.search(r"[?!;:]", text)


def recognise(asked: str, questions: Mapping[str, Question]) -> str:
    """Return the full id of the question whose wording `asked` is, or an empty text.

    What counts is the share of common words that carry the subject, and that both ask for the same kind of thing; a
    short question for a fact is also known by the one word that only that question has ("relocate"). A wrong match
    would make an interviewer quote an answer to another question, a missed one only repeats it as it was.
    """
    wanted = _subject(asked)
    known = {
        (name, place): _subject(text) for name, each in questions.items() for place, text in enumerate(each.wordings)
    }
    best, best_share = "", 0.0
    for (name, _), words in known.items():
        common = len(wanted & words)
        share = common / max(len(wanted | words), 1)
        if common >= 2 and share >= SAME_QUESTION and share > best_share:
            best, best_share = name, share
    return best or _by_its_word(wanted, known, questions)


def _by_its_word(
    wanted: frozenset[str], known: Mapping[tuple[str, int], frozenset[str]], questions: Mapping[str, Question]
) -> str:
    """Return the fact question that alone has one of the few words of a short question."""
    if len(wanted) > SHORT:
        return ""
    telling = [word for word in wanted if len(word) >= LONG_WORD]
    holders = {word: {name for (name, _), words in known.items() if word in words} for word in telling}
    named = {next(iter(names)) for names in holders.values() if len(names) == 1}
    facts = [name for name in named if asks_for_fact(questions[name].slots)]
    return facts[0] if len(named) == len(facts) == 1 else ""


def _subject(text: str) -> frozenset[str]:
    """Return the words a question is about, and what it asks for."""
    lowered = text.lower().replace("'s", "")
    kind = next((kind for kind in _KINDS_OF_QUESTION if re.search(rf"\b{kind}\b", lowered)), "")
    words = {_SAME.get(word, word) for word in re.findall(r"[a-z]+", lowered)}
    past = {"did"} & words  # "When did you start?" is not "When could you start?"
    return frozenset({*content_words(" ".join(sorted(words))), *past, kind} - {""})


class Recall:
    """One remembered round being written down."""

    def __init__(self, journal: Journal, questions: Mapping[str, Question]) -> None:
        self._journal = journal
        self._questions = questions
        self.recovered = journal.recovered
        self.resumed = bool(journal.transcript.turns)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def transcript(self) -> Transcript:
        """What is written down so far."""
        return self._journal.transcript

    @property
    def header(self) -> Header:
        """Its header."""
        return self.transcript.header

    @property
    def exchanges(self) -> list[Exchange]:
        """The questions remembered so far with their answers."""
        return exchanges(self.transcript.turns)

    @property
    def unanswered(self) -> Exchange | None:
        """The last question, where nothing was put down for its answer yet."""
        last = next(iter(self.exchanges[-1:]), None)
        return last if last and not last.answers and not last.forgotten else None

    def asked(self, text: str) -> Turn:
        """Write down a question; "Name: question" tells which interviewer asked it. `InputError` if it is empty."""
        asker, text = self._asker(clean(text, 5_000).strip())
        if not text:
            raise InputError("a question needs some words")
        known = recognise(text, self._questions)
        if known in {exchange.question for exchange in self.exchanges}:
            known = ""
        identity = known or f"{RECALLED}.{len(self.exchanges) + 1}"
        return self._write("question", asker.id, identity, text)

    def answered(self, text: str) -> Turn:
        """Write down what was answered to the last question; an empty text stands for "I don't remember"."""
        if self.unanswered is None:
            raise InputError("write down a question first")
        text = clean(text).strip()
        if not text:
            return self._write("skip", CANDIDATE, self.unanswered.question, "", why=NOT_REMEMBERED)
        return self._write("answer", CANDIDATE, self.unanswered.question, text)

    def noted(self, why: Remembered, text: str) -> Turn:
        """Write down, to the last answer, what should have been said or what seemed to worry them.

        The next round's interviewers come back to what worried these. `InputError` is raised where nothing was
        answered yet, or the text is empty.
        """
        text = clean(text, 5_000).strip()
        if not text:
            raise InputError("a note needs some words")
        answer = self._last_answer()
        return self._write("note", CANDIDATE, answer.question, text, why=why, rests_on=answer.n)

    def rated(self, score: int) -> Turn:
        """Write down how the candidate rates the last answer, from 1 to 5; `InputError` where that can't be."""
        if not 1 <= score <= 5:
            raise InputError("a rating is a whole number from 1 to 5")
        answer = self._last_answer()
        return self._write("self_rating", CANDIDATE, answer.question, "", cause=answer.n, score=score)

    def _last_answer(self) -> Turn:
        answers = [turn for exchange in self.exchanges for turn in exchange.answers]
        if not answers:
            raise InputError("write down an answer first")
        return answers[-1]

    def finish(self) -> Turn:
        """Close the round: the next one works from it. `InputError` is raised where nothing was remembered."""
        if not self.exchanges:
            raise InputError("nothing is written down yet")
        if self.unanswered:
            self.answered("")
        return self._write("end", self.header.interviewers[0].id, "", "")

    def save_draft(self, text: str) -> bool:
        """Keep what is being typed, and return whether the disk took it."""
        return self._journal.draft.save(text)

    def draft(self) -> str:
        """Return what was being typed."""
        return self._journal.draft.read()

    @property
    def kept_in(self) -> str:
        """Where the transcript lies."""
        return str(self._journal.path)

    def close(self) -> None:
        """Let the transcript go."""
        self._journal.close()

    def _asker(self, text: str) -> tuple[Person, str]:
        name, colon, rest = text.partition(":")
        for person in self.header.interviewers if colon else ():
            if name.strip().casefold() in (person.name.casefold(), first_name(person.name).casefold()):
                return person, rest.strip()
        return self.header.interviewers[0], text

    def _write(self, kind: str, speaker: str, question: str, text: str, **more: Any) -> Turn:
        n = len(self.transcript.turns) + 1
        fields = {"cause": n - 1, **more}
        turn = Turn(
            n=n, at=0.0, speaker=speaker, kind=kind, visible=VISIBILITY[kind], question=question, text=text, **fields
        )
        self._journal.append([turn])
        return turn


def start(
    archive: Archive,
    *,
    process: str = "",
    round_id: str = "",
    candidate: str,
    interviewers: Sequence[Person] = (UNNAMED,),
    on: dt.datetime | None = None,
) -> Recall:
    """Begin writing down a round, or go on with the one begun: then `interviewers` and `on` are what they were.

    The round is the process's first where none is named; `on` is when it happened (now). `InputError` is raised for
    ids that do not exist and for a day in the future.
    """
    now = dt.datetime.now(dt.UTC).replace(microsecond=0)
    library = load_library(archive.home)
    chosen = library.process(process or CLASSIC)
    meeting = chosen.meeting(round_id or chosen.rounds[0].id)
    if on is not None and on > now + dt.timedelta(days=1):
        raise InputError(f"the round can't have been on {on:%Y-%m-%d}: that day is still to come")
    candidacy = archive.enter(candidate, chosen.id, now)
    questions = library.questions()
    left = begun(candidacy, meeting.id)
    if left is not None:
        return Recall(Journal(left), questions)
    header = _header(candidacy, chosen, meeting.id, on or now, interviewers)
    return Recall(candidacy.create(header), questions)


def begun(candidacy: Candidacy, round_id: str) -> Path | None:
    """Return the path of the remembered round that was begun and not finished, if any."""
    left = [kept for kept in candidacy.kept if kept.header.recalled and kept.header.round == round_id]
    return next((kept.path for kept in left if not kept.ended), None)


def _header(
    candidacy: Candidacy, process: Process, round_id: str, on: dt.datetime, interviewers: Sequence[Person]
) -> Header:
    meeting = process.meeting(round_id)
    return Header(
        format=1,
        id=candidacy.new_id(round_id),
        candidacy=candidacy.id,
        candidate=candidacy.candidate,
        process=process.id,
        round=round_id,
        title=meeting.title,
        attempt=candidacy.attempts(round_id) + 1,
        seed=0,
        started_at=on,
        company=process.company.name,
        position=process.position.title,
        language=process.language,
        recalled=True,
        interviewers=tuple(interviewers) or (UNNAMED,),
    )
