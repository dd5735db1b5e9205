"""The library: all content by id, what is built in and what the user's own folders add or replace."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from simulator.consistency.slot import Slot
from simulator.content.decode import Fault, Source, decode
from simulator.content.schemas import Fact, Facts, Panel, Persona, Process, Question, QuestionBank, Round
from simulator.files import InputError

Item = QuestionBank | Persona | Panel | Process
T = TypeVar("T", bound=Item)

KINDS: dict[str, tuple[str, type[Item]]] = {
    "bank": ("question_banks", QuestionBank),
    "persona": ("personas", Persona),
    "panel": ("personas/panels", Panel),
    "process": ("processes", Process),
}
"""What content there is: its folder and its type."""

FOLDERS = ("question_banks", "personas", "processes")
"""The folders of a home directory that hold content."""


def built_in() -> Path:
    """Return the folder that holds what is built in: in the installed wheel, or the checkout it was installed from."""
    package = Path(__file__).parent.parent
    wheel = package / "built_in"
    return wheel if wheel.is_dir() else package.parent.parent


@dataclass(slots=True)
class Entry:
    """One item of content and the file it came from."""

    kind: str
    item: Item
    source: Source
    own: bool
    """Whether it comes from the user's folders."""


@dataclass(slots=True)
class Library:
    """All content by kind and id, and the faults of the files that could not be taken in."""

    entries: dict[tuple[str, str], Entry] = field(default_factory=dict)
    facts: dict[str, Fact] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    faulty: list[tuple[str, Source]] = field(default_factory=list)
    """The files that are TOML and yet could not be taken in, with the kind of content each was to hold."""

    @property
    def left_out(self) -> str:
        """How many files could not be taken in, and what names their faults; empty where all were."""
        count = len({fault.path for fault in self.faults})
        if not count:
            return ""
        files = "1 file of yours has faults and is" if count == 1 else f"{count} files of yours have faults and are"
        return f"{files} left out; `second-round content check` names them."

    def _get(self, kind: str, type_: type[T], identity: str) -> T:
        entry = self.entries.get((kind, identity))
        if entry is not None and isinstance(entry.item, type_):
            return entry.item
        near = next((fault for fault in self.faults if fault.path.stem.replace("_", "-") == identity), None)
        if near:
            raise InputError(f"the {kind} “{identity}” is faulty: {near}")
        known = ", ".join(sorted(item for sort, item in self.entries if sort == kind)) or "none"
        raise InputError(f"there is no {kind} “{identity}” (there is: {known})")

    def bank(self, identity: str) -> QuestionBank:
        """Return the bank of that id; `InputError` where there is none or it is faulty, as for the other three."""
        return self._get("bank", QuestionBank, identity)

    def persona(self, identity: str) -> Persona:
        """Return the persona of that id."""
        return self._get("persona", Persona, identity)

    def panel(self, identity: str) -> Panel:
        """Return the panel of that id."""
        return self._get("panel", Panel, identity)

    def process(self, identity: str) -> Process:
        """Return the process of that id."""
        return self._get("process", Process, identity)

    def of_kind(self, kind: str) -> Iterator[Entry]:
        """Yield the entries of a kind, by id."""
        for (sort, _), entry in sorted(self.entries.items()):
            if sort == kind:
                yield entry

    def slots(self, question: str) -> tuple[Slot, ...]:
        """Return the facts that the question of a full id asks for; none for one that is in no bank."""
        asked = self.questions().get(question)
        return tuple(self.facts[each].slot() for each in (asked.slots if asked else ()) if each in self.facts)

    def questions(self) -> dict[str, Question]:
        """Return every question by its full id, `bank.question`."""
        return {
            f"{entry.item.id}.{question.id}": question
            for entry in self.of_kind("bank")
            if isinstance(entry.item, QuestionBank)
            for question in entry.item.questions
        }


def load_library(*folders: Path) -> Library:
    """Read what is built in, then each of `folders` (a home, or a folder laid out like it), whose items replace it.

    Faulty files are left out and named in the library's `faults`.
    """
    library = Library()
    _add(library, built_in(), own=False)
    for folder in folders:
        _add(library, folder, own=True)
    return library


def _add(library: Library, root: Path, *, own: bool) -> None:
    facts = root / "question_banks" / "facts.toml"
    if facts.is_file():
        add_file(library, facts, own=own)
    for folder, _ in KINDS.values():
        for path in sorted((root / folder).glob("*.toml")):
            if path != facts:
                add_file(library, path, own=own)


def add_path(library: Library, path: Path) -> None:
    """Take in the content file at `path`, or all files of the folder `path`.

    Of a folder laid out like a home directory only what its content folders hold: transcripts lie there, too.
    `InputError` is raised for a path that can't be read.
    """
    if path.is_dir():
        laid_out = [path / folder for folder in FOLDERS if (path / folder).is_dir()]
        files = sorted(file for folder in laid_out or [path] for file in folder.rglob("*.toml"))
        if not files:
            raise InputError(f"{path}: holds no content file (*.toml)")
        for file in files:
            add_file(library, file, own=True)
    elif path.is_file() and os.access(path, os.R_OK):
        add_file(library, path, own=True)
    else:
        raise InputError(f"{path}: there is no file or folder that can be read")


def kind_of_file(path: Path) -> str:
    """Return which kind of content a file holds, "facts" included: by its folder, or elsewhere by what it says."""
    if path.name == "facts.toml":
        return "facts"
    for kind, (folder, _) in KINDS.items():
        if path.parent.name == Path(folder).name:
            return kind
    try:
        keys = tomllib.loads(path.read_text("utf-8")).keys()
    except (OSError, ValueError, RecursionError):
        return "bank"  # whatever it was meant to be, decoding it says what is wrong
    signs = {"facts": "facts", "rounds": "process", "members": "panel", "chair": "panel", "lines": "persona"}
    return next((kind for key, kind in signs.items() if key in keys), "bank")


def add_file(library: Library, path: Path, *, own: bool) -> None:
    """Take the content file at `path` into the library, or its faults.

    One that has the id of an earlier folder's item replaces it; two of one folder with one id are a fault.
    """
    kind = kind_of_file(path)
    if kind == "facts":
        facts, source, faults = decode(path, Facts)
        library.faults += faults or _fact_faults(facts, source)
        library.facts |= {fact.id: fact for fact in facts.facts} if facts else {}
        return
    item, source, faults = decode(path, KINDS[kind][1])
    library.faults += faults
    if item is None:
        library.faulty += [(kind, source)] if source.text else []
        return
    twin = library.entries.get((kind, item.id))
    if twin and twin.source.path.parent == path.parent and twin.source.path != path:
        library.faults.append(
            source.fault(("id",), f"the id “{item.id}” is also that of {twin.source.path.name}", "rename one")
        )
        return
    library.entries[kind, item.id] = Entry(kind, item, source, own)


def _fact_faults(facts: Facts | None, source: Source) -> list[Fault]:
    faults = []
    seen: set[str] = set()
    for place, fact in enumerate(facts.facts if facts else ()):
        if fact.id in seen:
            faults.append(
                source.fault(("facts", place, "id"), f"the fact id “{fact.id}” is used twice", "leave one out")
            )
        if fact.kind == "choice" and not fact.options:
            faults.append(source.fault(("facts", place), f"the choice “{fact.id}” has no options", "add `options`"))
        seen.add(fact.id)
    return faults


class Frozen(msgspec.Struct, frozen=True, kw_only=True):
    """The content one round runs from: kept beside a candidacy by its hash, so that no later edit changes it."""

    process: Process
    personas: tuple[Persona, ...]
    at_hand: tuple[Persona, ...] = ()
    """The people of the process's other rounds and its stand-ins: they may come in when plans change."""
    banks: tuple[QuestionBank, ...]
    facts: tuple[Fact, ...]
    slots: dict[str, tuple[str, ...]]
    """The facts that questions ask for, by full id; of all banks, since earlier rounds asked from others."""
    panel: Panel | None = None

    @property
    def lead(self) -> str:
        """The id of the one interviewer, or of the panel's chair."""
        return self.panel.chair if self.panel else self.personas[0].id

    def questions(self) -> dict[str, Question]:
        """Return every question by its full id, `bank.question`."""
        return {f"{bank.id}.{question.id}": question for bank in self.banks for question in bank.questions}


def freeze(library: Library, process: Process, round_id: str) -> Frozen:
    """Return what the round `round_id` of `process` runs from.

    `InputError` is raised where the process has no such round (see `Process.meeting`), or names content that is missing
    or faulty.
    """
    chosen = process.meeting(round_id)
    panel = library.panel(chosen.panel) if chosen.panel else None
    people = _people(library, chosen)
    elsewhere = {person for meeting in process.rounds for person in _people(library, meeting)}
    elsewhere = (elsewhere | set(process.stand_ins)) - set(people)
    # Those of the other rounds as well, where they can be had: what an earlier one asked comes back in other words.
    named = {bank for meeting in process.rounds for bank in (*meeting.banks, *map(bank_of, meeting.form))}
    others = {bank for bank in named if ("bank", bank) in library.entries}
    banks = tuple(library.bank(bank) for bank in (*chosen.banks, *sorted(others - set(chosen.banks))))
    slots = {name: question.slots for name, question in library.questions().items() if question.slots}
    wanted = {slot for bank in banks for question in bank.questions for slot in question.slots}
    if unknown := sorted(wanted - library.facts.keys()):
        raise InputError(f"the round “{round_id}” asks for facts that facts.toml lacks: {', '.join(unknown)}")
    return Frozen(
        process=process,
        personas=tuple(library.persona(person) for person in people),
        at_hand=tuple(library.persona(each) for each in sorted(elsewhere) if ("persona", each) in library.entries),
        panel=panel,
        banks=banks,
        facts=tuple(fact for _, fact in sorted(library.facts.items())),
        slots=slots,
    )


def bank_of(question: str) -> str:
    """Return the bank that a question of this full id belongs to."""
    return question.partition(".")[0]


def _people(library: Library, meeting: Round) -> list[str]:
    """Return the ids of who is in a round's room."""
    if not meeting.panel:
        return list(meeting.interviewers)
    if ("panel", meeting.panel) not in library.entries:
        return []
    return [member.persona for member in library.panel(meeting.panel).members]
