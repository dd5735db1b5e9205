"""Checking content beyond what one value can show: templates, references, wordings, areas and anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from simulator.content.decode import Fault, salvage
from simulator.content.library import KINDS, Entry, Frozen, Library
from simulator.content.positions import Key
from simulator.content.schemas import Lines, Panel, Persona, Process, Question, QuestionBank, Round
from simulator.content.templates import EARLIER, EVERYWHERE, NAMES_OF_LINE, TIME, Names, problem
from simulator.content.wordings import Found, wording_faults
from simulator.files import InputError
from simulator.text import word_count

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COMPETENCY = re.compile(r"[a-z]+(?:_[a-z]+)*")


def check(library: Library, entries: Iterable[Entry] | None = None) -> list[Fault]:
    """Return every fault of `entries` (all of the library), and of the files that could not be taken in, in order."""
    faults = set(library.faults)
    for entry in library.entries.values() if entries is None else entries:
        faults |= _faults_of(entry, library)
    for kind, source in library.faulty:
        item, stand_ins = salvage(source, KINDS[kind][1])
        for where, what, remedy in _of(Entry(kind, item, source, own=True), library):
            if not any(_follows_from(each, where) for each in stand_ins):
                faults.add(source.fault(where, what, remedy))
    return sorted(faults)


def _follows_from(stand_in: Key, where: Key) -> bool:
    """Tell whether what is wrong at `where` may only be wrong because of the stand-in there, or somewhere in it."""
    return where[: len(stand_in)] == stand_in or (len(where) > 2 and stand_in[: len(where)] == where)


def _faults_of(entry: Entry, library: Library) -> set[Fault]:
    return {entry.source.fault(where, what, remedy) for where, what, remedy in _of(entry, library)}


def _of(entry: Entry, library: Library) -> Iterator[Found]:
    item = entry.item
    yield from _id(item.id, ("id",))
    match item:
        case QuestionBank():
            yield from _bank(item, library)
        case Persona():
            yield from _persona(item)
        case Panel():
            yield from _panel(item, library)
        case Process():
            yield from _process(item, library)


def _bank(bank: QuestionBank, library: Library) -> Iterator[Found]:
    if not bank.questions:
        yield ("questions",), "the bank has no question", "add one, as [[questions]]"
    yield from _nonempty(bank, ("title",), ())
    seen: dict[str, int] = {}
    for place, question in enumerate(bank.questions):
        where: Key = ("questions", place)
        if question.id in seen:
            yield (*where, "id"), f"the question id “{question.id}” is used twice", "give each question its own id"
        seen[question.id] = place
        yield from _question(question, where, library)


def _question(question: Question, where: Key, library: Library) -> Iterator[Found]:
    yield from _id(question.id, (*where, "id"))
    if not _COMPETENCY.fullmatch(question.competency):
        what = f"the competency “{question.competency}” is not a word"
        yield (*where, "competency"), what, "lower-case letters, with underscores between"
    yield from _nonempty(question, ("asked_by", "deeper", "looks_for", "tip"), where)
    yield from _between(10, question.seconds, 600, "seconds for an answer", (*where, "seconds"))
    yield from wording_faults(question, where)
    for place, slot in enumerate(question.slots):
        if slot not in library.facts:
            yield (*where, "slots", place), f"facts.toml has no fact “{slot}”", "use one of its ids, or add it there"
    yield from _texts(question.wordings, (*where, "wordings"), EVERYWHERE)
    yield from _texts(question.deeper, (*where, "deeper"), EARLIER)
    yield from _probes(question, where)
    for place, part in enumerate(question.parts):
        yield from _nonempty(part, ("name", "say"), (*where, "parts", place))
        yield from _texts(part.say, (*where, "parts", place, "say"), EVERYWHERE)
    yield from _anchors(question, (*where, "anchors"))


def _probes(question: Question, where: Key) -> Iterator[Found]:
    triggers = [probe.when for probe in question.probes]
    for place, probe in enumerate(question.probes):
        at: Key = (*where, "probes", place)
        if triggers.index(probe.when) != place:
            yield (*at, "when"), f"there is a probe for `{probe.when}` already", "put all its texts into one `say`"
        yield from _nonempty(probe, ("say",), at)
        yield from _texts(probe.say, (*at, "say"), EVERYWHERE)


def _anchors(question: Question, where: Key) -> Iterator[Found]:
    for mark in question.anchors:
        if mark not in ("1", "2", "3", "4", "5"):
            yield (*where, mark), f"there is no mark “{mark}”", "anchors are for 1 to 5"
    if not {"1", "3", "5"} <= question.anchors.keys():
        yield where, "the anchors for 1, 3 and 5 are not all there", "say what each looks like"


_UNBOUNDED = frozenset({"greeting", "welcome_back", "closing"})
"""Lines that a word budget does not bound."""


def _persona(persona: Persona) -> Iterator[Found]:
    yield from _nonempty(persona, ("name", "title", "about", "looks_for"), ())
    yield from _between(0, persona.manner.probes, 5, "follow-ups to one answer", ("manner", "probes"))
    yield from _between(1, persona.manner.patience, 120, "seconds of patience", ("manner", "patience"))
    for field in msgspec.structs.fields(Lines):
        texts: Sequence[str] = getattr(persona.lines, field.name)
        if not texts and field.required:
            yield ("lines", field.name), f"`{field.name}` is empty", "add at least one text"
        yield from _texts(texts, ("lines", field.name), NAMES_OF_LINE.get(field.name, EVERYWHERE))
        if field.name not in _UNBOUNDED:
            yield from _wordy(texts, persona.manner.words, ("lines", field.name))


def _wordy(texts: Sequence[str], most: int, where: Key) -> Iterator[Found]:
    """Look for lines of more words than the persona's manner allows; what stands for a name or a quote is none."""
    for place, text in enumerate(texts):
        count = word_count(re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", text))
        if count > most:
            yield (*where, place), f"{count} words are more than the {most} of this manner", "say it in fewer"


def _panel(panel: Panel, library: Library) -> Iterator[Found]:
    members = [member.persona for member in panel.members]
    for place, member in enumerate(panel.members):
        where: Key = ("members", place)
        if ("persona", member.persona) not in library.entries:
            yield (*where, "persona"), f"there is no persona “{member.persona}”", _known(library, "persona")
        if members.index(member.persona) != place:
            yield (*where, "persona"), f"“{member.persona}” sits in the panel twice", "leave one out"
        if panel.turn_policy == "areas" and not member.areas:
            yield (*where, "areas"), f"“{member.persona}” has no area to ask in", "name competencies"
    yield from _areas(panel)
    for role in ("chair", "timekeeper", "scribe", "decider", "veto"):
        named = getattr(panel, role)
        if named not in members and (named or role == "chair"):
            yield (role,), f"the {role} “{named}” is no member", f"one of: {', '.join(members)}"
    yield from _nonempty(panel, ("opening", "members"), ())
    yield from _texts(panel.opening, ("opening",), EVERYWHERE)
    for name in ("half_time", "last_questions"):
        yield from _texts(getattr(panel, name), (name,), TIME)


def _areas(panel: Panel) -> Iterator[Found]:
    """Look for an area that two members have."""
    owners: dict[str, str] = {}
    for place, member in enumerate(panel.members):
        for area in member.areas:
            if owners.setdefault(area, member.persona) != member.persona:
                yield ("members", place, "areas"), f"the area “{area}” is {owners[area]}'s already", "give it to one"


def _process(process: Process, library: Library) -> Iterator[Found]:
    if not process.rounds:
        yield ("rounds",), "the process has no round", "add one, as [[rounds]]"
    yield from _nonempty(process, ("title",), ())
    yield from _nonempty(process.company, ("name",), ("company",))
    yield from _nonempty(process.position, ("title",), ("position",))
    yield from _between(1, process.finalists, 20, "finalists", ("finalists",))
    for place, person in enumerate(process.stand_ins):
        if ("persona", person) not in library.entries:
            yield ("stand_ins", place), f"there is no persona “{person}”", _known(library, "persona")
    identities = [meeting.id for meeting in process.rounds]
    for place, meeting in enumerate(process.rounds):
        where: Key = ("rounds", place)
        if identities.index(meeting.id) != place:
            yield (*where, "id"), f"the round id “{meeting.id}” is used twice", "give each round its own id"
        yield from _round(meeting, where, library)
    for place, reply in enumerate(process.replies):
        yield from _texts((reply.say,), ("replies", place, "say"), EVERYWHERE)
        yield from _nonempty(reply, ("topics",), ("replies", place))
    salary = process.position.salary
    if salary and not 0 < salary.low <= salary.high:
        yield ("position", "salary"), f"the band from {salary.low} to {salary.high} is none", "low first, then high"


def _round(meeting: Round, where: Key, library: Library) -> Iterator[Found]:
    yield from _id(meeting.id, (*where, "id"))
    if bool(meeting.interviewers) == bool(meeting.panel):
        yield where, "a round has either interviewers or a panel", "give it one of the two"
    yield from _nonempty(meeting, ("title",), where)
    yield from _between(1, meeting.questions, 60, "questions", (*where, "questions"))
    yield from _between(5, meeting.minutes, 480, "minutes", (*where, "minutes"))
    yield from _between(0, meeting.repeat_share, 1, "as a share", (*where, "repeat_share"))
    for place, change in enumerate(meeting.late_changes):
        yield from _texts((change.say,), (*where, "late_changes", place, "say"), EVERYWHERE)
    missing = False
    for kind, key, names in (
        ("persona", "interviewers", meeting.interviewers),
        ("panel", "panel", filter(None, [meeting.panel])),
        ("bank", "banks", meeting.banks),
    ):
        for name in names:
            if (kind, name) not in library.entries:
                missing = True
                yield (*where, key), f"there is no {kind} “{name}”", _known(library, kind)
    for place, name in enumerate(meeting.form):
        if name not in library.questions():
            yield (*where, "form", place), f"there is no question “{name}”", "write it as bank.question"
    if not missing:
        yield from _askable(meeting, where, library)


def _askable(meeting: Round, where: Key, library: Library) -> Iterator[Found]:
    """Look for a round in which nobody has enough to ask."""
    questions = [question for bank in meeting.banks for question in library.bank(bank).questions]
    if meeting.panel and library.panel(meeting.panel).turn_policy == "areas":
        areas = {area for member in library.panel(meeting.panel).members for area in member.areas}
        able = [question for question in questions if question.competency in areas]
        if lost := sorted({question.competency for question in questions} - areas):
            what = f"nobody in the panel asks about {', '.join(lost)}"
            yield (*where, "panel"), what, "add it to a member's areas, or leave the bank out"
    else:
        people = meeting.interviewers
        if meeting.panel:
            members = library.panel(meeting.panel).members
            people = tuple(member.persona for member in members if ("persona", member.persona) in library.entries)
        roles = {library.persona(person).role for person in people}
        able = [question for question in questions if roles & set(question.asked_by)]
    if len(able) < meeting.questions:
        what = f"{meeting.questions} questions are planned, those in the room have {len(able)} to ask"
        yield (*where, "questions"), what, "plan fewer, or add banks"


def _id(identity: str, where: Key) -> Iterator[Found]:
    if not _ID.fullmatch(identity):
        yield where, f"the id “{identity}” is not an id", "lower-case letters and digits, with hyphens between"


def _between(low: float, value: float, high: float, what: str, where: Key) -> Iterator[Found]:
    if not low <= value <= high:
        yield where, f"{value} {what} can't be", f"from {low} to {high}"


def _nonempty(item: msgspec.Struct, names: Iterable[str], where: Key) -> Iterator[Found]:
    for name in names:
        value = getattr(item, name)
        if not (value.strip() if isinstance(value, str) else value):
            yield (*where, name), f"`{name}` is empty", "write it" if isinstance(value, str) else "add at least one"


def _texts(texts: Sequence[str], where: Key, names: Names) -> Iterator[Found]:
    for place, text in enumerate(texts):
        if found := problem(text, names):
            yield (*where, place), found, "see docs/writing-content.md"
        elif not word_count(text):
            yield (*where, place), "the text is empty", "write it or leave it out"


def _known(library: Library, kind: str) -> str:
    return "there is: " + (", ".join(entry.item.id for entry in library.of_kind(kind)) or "none")


def entries_under(library: Library, path: Path) -> list[Entry]:
    """Return the entries whose files are `path` or lie below it."""
    return [
        entry for entry in library.entries.values() if path == entry.source.path or path in entry.source.path.parents
    ]


def check_own(library: Library, content: Frozen, meeting: Round) -> None:
    """Raise `InputError` for the first fault in what the user wrote for the round; what is built in was checked.

    That includes a file which would have replaced something of `content`, had it been free of faults.
    """
    banks = tuple(bank for bank in content.banks if bank.id in meeting.banks)
    used = (content.process, content.panel, *content.personas, *banks)
    own = [entry for entry in library.entries.values() if entry.own and any(entry.item is item for item in used)]
    faults = sorted(fault for entry in own for fault in _faults_of(entry, library))
    faults = [*_replacing(library, content, banks), *faults]
    if faults:
        more = f"; {len(faults) - 1} more: `second-round content check`" if len(faults) > 1 else ""
        raise InputError(f"{faults[0]}{more}")


def _replacing(library: Library, content: Frozen, banks: Sequence[QuestionBank]) -> list[Fault]:
    """Return the faults of files that were to replace something of `content`: by their names, as they can't be read."""
    used = {("question_banks", "facts"), ("processes", content.process.id)}
    used |= {("personas", persona.id) for persona in content.personas}
    used |= {("question_banks", bank.id) for bank in banks}
    if content.panel:
        used.add(("panels", content.panel.id))
    return [fault for fault in library.faults if (fault.path.parent.name, fault.path.stem.replace("_", "-")) in used]
