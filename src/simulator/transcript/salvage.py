"""Reading a transcript that comes from anywhere: as far as it can be understood, and saying what could not be.

A transcript may have been mailed, cut off, made by hand, or written by another version. Unlike the journal this never
touches the file, and goes on behind what it can't read.
"""

from __future__ import annotations

import datetime as dt
import math
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from simulator.files import InputError
from simulator.text import clean_all, one_line
from simulator.transcript.reading import FORMAT, raw_bytes
from simulator.transcript.turns import CANDIDATE, VISIBILITY, Header, Transcript, Turn

MOST_NOTICES = 20
"""Lines said about one file; what is wrong with a thousand turns is told in twenty."""

SOMEBODY = "somebody"
"""Who speaks where a turn does not say."""

_NEW_TABLE = re.compile(r"^(?=\[)", re.MULTILINE)
_NEW_ENTRY = re.compile(r"^(?=[\w-]+\s*=)", re.MULTILINE)
_TURNS = re.compile(r"\[\[\s*turns\s*\]\]")
_UNREADABLE = (ValueError, TypeError, RecursionError, msgspec.ValidationError)

S = TypeVar("S", Header, Turn)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read of a file, and one line about each thing that could not."""

    transcript: Transcript
    missing: tuple[str, ...]


def salvage(path: Path) -> Salvaged:
    """Read the transcript at `path` as far as it can be understood; `InputError` is raised where nothing can be."""
    return _Salvage(path).read()


class _Salvage:
    def __init__(self, path: Path) -> None:
        self._path = path
        self._missing: dict[str, int] = {}
        self._last = 0
        self._at = 0.0

    def read(self) -> Salvaged:
        document = self._document(self._text())
        tables = document.pop("turns", [])
        tables = tables if isinstance(tables, list) else []
        turns = tuple(turn for table in tables if (turn := self._turn(table)) is not None)
        header = self._header(document)
        if not turns and self._missing:
            raise InputError(f"{self._path}: is no transcript: there is no turn in it that can be read")
        return Salvaged(Transcript(header=header, turns=turns), self._notices())

    def _notices(self) -> tuple[str, ...]:
        lines = [line if times == 1 else f"{line} ({times} times)" for line, times in self._missing.items()]
        if len(lines) > MOST_NOTICES:
            lines[MOST_NOTICES - 1 :] = [f"and {len(lines) - MOST_NOTICES + 1} more things could not be read"]
        return tuple(f"{line}." for line in lines)

    def _tell(self, line: str) -> None:
        self._missing[line] = self._missing.get(line, 0) + 1

    def _text(self) -> str:
        raw = raw_bytes(self._path)
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("utf-8-sig", "replace")
            self._tell("Some characters are not UTF-8; each is shown as \N{REPLACEMENT CHARACTER}")
        return text.replace("\r\n", "\n")

    def _document(self, text: str) -> dict[str, Any]:
        try:
            return tomllib.loads(text)
        except (ValueError, RecursionError):
            return self._piecemeal(text)

    def _piecemeal(self, text: str) -> dict[str, Any]:
        """Return what can be read of a file that is no TOML: entry by entry up to the first table, then by table."""
        found: dict[str, Any] = {}
        line = 1
        first, *tables = _NEW_TABLE.split(text)
        for part in [*_NEW_ENTRY.split(first), *tables]:
            data = _parsed(part)
            for key, value in (self._in_part(part, line) if data is None else data).items():
                before = found.get(key)
                found[key] = before + value if isinstance(before, list) and isinstance(value, list) else value
            line += part.count("\n")
        return found

    def _in_part(self, part: str, line: int) -> dict[str, Any]:
        """Return what can be read of a part that is no TOML; a turn needs its text."""
        if not _TURNS.match(part):
            self._tell(f"Line {line} can't be read: “{one_line(part, 40)}”")
            return {}
        table: dict[str, Any] = {}
        for entry in _NEW_ENTRY.split(part)[1:]:
            table |= _parsed(entry) or _parsed(entry.partition("\n")[0]) or {}
        if "text" in table:
            self._tell(f"The turn at line {line} can't be read wholly")
            return {"turns": [table]}
        after = f" after turn {table['n'] - 1}" if isinstance(table.get("n"), int) else ""
        self._tell(f"The file breaks off at line {line}{after}, or is damaged there")
        return {}

    def _header(self, document: dict[str, Any]) -> Header:
        document = clean_all(document)
        started = document.get("started_at")
        if isinstance(started, dt.date) and not isinstance(started, dt.datetime):
            document["started_at"] = dt.datetime(started.year, started.month, started.day, tzinfo=dt.UTC)
        if document.get("format") != FORMAT:
            found = one_line(str(document.pop("format", "none")), 20)
            self._tell(f"It is not of format {FORMAT} (its format: {found}); what is known of it is shown")
        name = one_line(self._path.stem, 80)
        written = dt.datetime.fromtimestamp(self._path.stat().st_mtime, dt.UTC)
        needed: dict[str, Any] = {
            "format": FORMAT,
            "id": name,
            "candidacy": "",
            "candidate": "Candidate",
            "process": "",
            "round": "",
            "title": name,
            "attempt": 1,
            "seed": 0,
            "started_at": written,
        }
        fields = self._fitting(document, Header, "the header")
        absent = [entry for entry in needed if entry not in fields and entry != "format"]
        if absent:
            self._tell(f"The header lacks {', '.join(absent)}")
        return Header(**(needed | fields))

    def _turn(self, given: object) -> Turn | None:
        if not isinstance(given, dict):
            self._tell("Something among the turns is no turn; it is left out")
            return None
        table: dict[str, Any] = clean_all(given)
        kind = table.get("kind")
        if kind not in VISIBILITY:
            self._tell(f"A turn is of a kind that is not known here (“{one_line(str(kind), 40)}”); it is left out")
            return None
        turn = _converted(table, Turn) if table.keys() <= _ENTRIES[Turn].keys() else None
        if turn is None:
            turn = self._mended(table, kind)
        if turn.n <= self._last:
            self._tell("The turns are not numbered in order; some are numbered anew")
            turn = msgspec.structs.replace(turn, n=self._last + 1)
        if not (math.isfinite(turn.at) and math.isfinite(turn.seconds)):
            self._tell("A time is no number of seconds")
            turn = msgspec.structs.replace(turn, at=self._at, seconds=0.0)
        self._last, self._at = turn.n, turn.at
        return turn

    def _mended(self, table: dict[str, Any], kind: str) -> Turn:
        """Return the turn of a table that has too much, too little, or something that is not what it should be."""
        needed: dict[str, Any] = {
            "n": self._last + 1,
            "at": self._at,
            "speaker": CANDIDATE if kind == "answer" else SOMEBODY,
            "visible": VISIBILITY[kind],
            "text": "",
        }
        fields = self._fitting(table, Turn, f"a turn of kind {kind}")
        if absent := [entry for entry in needed if entry not in fields]:
            self._tell(f"A turn of kind {kind} lacks {', '.join(absent)}")
        return Turn(**(needed | fields))

    def _fitting(self, table: dict[str, Any], kind: type[S], where: str) -> dict[str, Any]:
        """Return the entries of `table` that `kind` has, as far as they are what they should be."""
        found = {}
        for name, value in table.items():
            if name not in _ENTRIES[kind]:
                self._tell(f"An entry that is not known here, in {where}: “{one_line(name, 40)}”; it is left out")
                continue
            form = _ENTRIES[kind][name]
            if get_origin(form) is tuple and isinstance(value, list):
                items = [_converted(item, get_args(form)[0]) for item in value]
                found[name] = tuple(item for item in items if item is not None)
                bad = len(found[name]) < len(items)
            else:
                fitting = _converted(value, form)
                bad = fitting is None and value is not None
                if fitting is not None:
                    found[name] = fitting
            if bad:
                self._tell(f"“{name}” can't be read wholly, in {where}")
        return found


_ENTRIES: dict[type[Any], dict[str, Any]] = {
    kind: {field.name: field.type for field in msgspec.structs.fields(kind)} for kind in (Header, Turn)
}


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


def _converted(value: object, form: Any) -> Any:
    try:
        return msgspec.convert(value, form)
    except _UNREADABLE:
        return None
