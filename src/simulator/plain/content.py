"""Looking at the content from the command line: what there is, one item of it, and what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from simulator.content.check import check, entries_under
from simulator.content.library import Library, add_path, load_library
from simulator.content.schemas import Panel, Persona, Process, QuestionBank
from simulator.files import InputError
from simulator.plain.lists import Row
from simulator.text import clean, one_line


def content_rows(library: Library) -> list[Row]:
    """Return one row for each item of the library."""
    rows: list[Row] = []
    for (kind, identity), entry in sorted(library.entries.items()):
        item = entry.item
        title = item.name if isinstance(item, Persona) else item.title
        origin = clean(str(entry.source.path)) if entry.own else "built in"
        rows.append({"kind": kind, "id": identity, "title": one_line(title, 60), "holds": _holds(item), "from": origin})
    return rows


def _holds(item: QuestionBank | Persona | Panel | Process) -> str:
    match item:
        case QuestionBank():
            return f"{len(item.questions)} questions"
        case Persona():
            return item.title
        case Panel():
            return f"{len(item.members)} members"
        case Process():
            return f"{len(item.rounds)} rounds"


def shown_item(library: Library, identity: str) -> str:
    """Return the file that holds an item, or the lines of one question; `InputError` where there is none."""
    bank, _, question = identity.partition(".")
    for (kind, name), entry in library.entries.items():
        if name != bank or (question and kind != "bank"):
            continue
        lines = clean(entry.source.path.read_text("utf-8")).splitlines()
        if not question:
            return "\n".join(lines) + "\n"
        if isinstance(entry.item, QuestionBank):
            places = [place for place, each in enumerate(entry.item.questions) if each.id == question]
            if places:
                start = entry.source.lines["questions", places[0]]
                end = entry.source.lines.get(("questions", places[0] + 1), len(lines) + 1)
                return "\n".join(lines[start - 1 : end - 1]).rstrip() + "\n"
    raise InputError(f"there is nothing called “{clean(identity, 80)}”; `second-round content list` names all there is")


def checked(home: Path, paths: Sequence[Path]) -> tuple[str, bool]:
    """Check the whole library, or what lies at `paths`; return the report and whether anything is wrong.

    `InputError` is raised for a path that can't be read.
    """
    library = load_library(home)
    faults = []
    if not paths:
        faults = check(library)
        count = len(library.entries)
    else:
        for path in paths:
            add_path(library, path)
        entries = [entry for path in paths for entry in entries_under(library, path)]
        count = len(entries)
        library.faults = [fault for fault in library.faults if _is_under(fault.path, paths)]
        library.faulty = [(kind, source) for kind, source in library.faulty if _is_under(source.path, paths)]
        faults = check(library, entries)
    report = "".join(f"{one_line(str(fault), 1_000)}\n" for fault in faults)
    if faults:
        files = len({fault.path for fault in faults})
        return f"{report}{len(faults)} fault{'s' * (len(faults) > 1)} in {files} file{'s' * (files > 1)}.\n", True
    questions = sum(
        len(entry.item.questions) for entry in library.of_kind("bank") if isinstance(entry.item, QuestionBank)
    )
    return f"Nothing wrong in {count} files; {questions} questions in the library.\n", False


def _is_under(file: Path, paths: Sequence[Path]) -> bool:
    return any(path in (file, *file.parents) for path in paths)
