"""Processes made out of a few answers: one's own company and position, and a round of ten minutes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from simulator.content import CLASSIC
from simulator.content.library import KINDS, Library
from simulator.files import InputError, create_atomic, make_folder
from simulator.text import one_line, slug

SHORT = "ten-minutes"
"""The id of the process that is one short round."""

LONGEST = 2_000
"""Characters kept of an answer."""


def write_own(
    home: Path, library: Library, *, company: str, about: str, position: str, duties: Sequence[str], short: bool = False
) -> str:
    """Write a process for one's own company and position into `home`, and return its id.

    Its rounds are those of the classic process, or one of ten minutes where it is `short`. A file that is there already
    stays as it is: it is the process where it says the same, else this one gets a number. `InputError` is raised where
    company or position is missing.
    """
    company, position = one_line(company, 100), one_line(position, 100)
    for what, said in (("company", company), ("position", position)):
        if not said:
            raise InputError(f"the {what} has no name yet")
    done = [one_line(duty, LONGEST) for duty in duties if duty.strip()]
    process = {
        "title": f"{position} at {company}{', ten minutes' if short else ''}",
        "company": {"name": company, "about": one_line(about, LONGEST) or f"{company}."},
        "position": {"title": position, "about": " ".join(done) or f"{position}.", "duties": done},
        "rounds": _rounds(library, short=short),
    }
    named = slug("\n".join((company, position)))
    name = f"own-{named}{'-short' if short else ''}"
    for number in itertools.count(1):
        identity = name if number == 1 else f"{name}-{number}"
        if _written(home, {"id": identity, **process}):
            return identity
    raise AssertionError


def write_short(home: Path, library: Library) -> str:
    """Write the classic company with one round of ten minutes into `home`, and return the process's id.

    A file that is there already stays as it is, and is the process.
    """
    kept = msgspec.to_builtins(library.process(CLASSIC))
    title = "One short round: ten minutes"
    _written(home, {**kept, "id": SHORT, "title": title, "rounds": _rounds(library, short=True)})
    return SHORT


def _rounds(library: Library, *, short: bool) -> list[dict[str, Any]]:
    rounds = library.process(CLASSIC).rounds
    if not short:
        return [msgspec.to_builtins(each) for each in rounds]
    alone = next((each for each in rounds[1:] if each.interviewers), rounds[0])
    brief = {"title": "A short round", "questions": 4, "minutes": 10, "form": [], "late_changes": []}
    return [{**msgspec.to_builtins(alone), **brief}]


def _written(home: Path, process: dict[str, Any]) -> bool:
    """Write a process where its file is not there yet; tell whether the file says that now."""
    import tomli_w

    path = make_folder(home / KINDS["process"][0]) / f"{process['id'].replace('-', '_')}.toml"
    data = tomli_w.dumps(_without_none(process)).encode()
    try:
        create_atomic(path, data)
    except FileExistsError:
        return path.read_bytes() == data
    return True


def _without_none(value: Any) -> Any:
    """Leave out what TOML can't say."""
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if isinstance(value, (list, tuple)) else value
