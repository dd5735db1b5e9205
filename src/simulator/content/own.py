"""Processes made out of a few answers: one's own company and position, and a round of ten minutes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from simulator.content.library import CLASSIC, KINDS, Library
from simulator.content.starting import id_of
from simulator.files import InputError, make_folder, write_atomic
from simulator.text import one_line

SHORT = "ten-minutes"
"""The id of the process that is one short round."""

LONGEST = 2_000
"""Characters kept of an answer."""


def write_own(
    home: Path, library: Library, *, company: str, about: str, position: str, duties: Sequence[str], short: bool = False
) -> str:
    """Write a process for one's own company and position into `home`, and return its id; one of this name is replaced.

    Its rounds are those of the classic process, or one of ten minutes where it is `short`. `InputError` is raised
    where company or position is missing.
    """
    for what, said in (("company", company), ("position", position)):
        if not id_of(said):
            raise InputError(f"the {what} has no name yet: use letters from a to z, or digits")
    told = one_line(about, LONGEST) or f"{one_line(company, 100)}."
    done = [one_line(duty, LONGEST) for duty in duties if duty.strip()] or [f"The work of a {one_line(position, 100)}."]
    title = f"{one_line(position, 100)} at {one_line(company, 100)}"
    return _write(
        home,
        {
            "id": id_of(f"own {company} {position}{' short' if short else ''}"),
            "title": f"{title}{', ten minutes' if short else ''}",
            "company": {"name": one_line(company, 100), "about": told},
            "position": {"title": one_line(position, 100), "about": " ".join(done), "duties": done},
            "rounds": _rounds(library, short=short),
        },
    )


def write_short(home: Path, library: Library) -> str:
    """Write the classic company with one round of ten minutes into `home`, and return the process's id."""
    classic = library.process(CLASSIC)
    kept = msgspec.to_builtins(classic)
    return _write(
        home,
        {**kept, "id": SHORT, "title": "One short round: ten minutes", "rounds": _rounds(library, short=True)},
    )


def _rounds(library: Library, *, short: bool) -> list[dict[str, Any]]:
    rounds = library.process(CLASSIC).rounds
    if not short:
        return [msgspec.to_builtins(each) for each in rounds]
    alone = next((each for each in rounds[1:] if each.interviewers), rounds[0])
    brief = {"title": "A short round", "questions": 4, "minutes": 10, "form": [], "late_changes": []}
    return [{**msgspec.to_builtins(alone), **brief}]


def _write(home: Path, process: dict[str, Any]) -> str:
    import tomli_w

    folder = make_folder(home / KINDS["process"][0])
    path = folder / f"{process['id'].replace('-', '_')}.toml"
    write_atomic(path, tomli_w.dumps(_without_none(process)).encode())
    return str(process["id"])


def _without_none(value: Any) -> Any:
    """Leave out what TOML can't say."""
    if isinstance(value, dict):
        return {key: _without_none(item) for key, item in value.items() if item is not None}
    return [_without_none(item) for item in value] if isinstance(value, (list, tuple)) else value
