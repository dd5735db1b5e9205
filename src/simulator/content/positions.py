"""On which line of a TOML file each key and list element stands, which `tomllib` does not tell."""

from __future__ import annotations

import tomllib
from bisect import bisect_right

Key = tuple[str | int, ...]
"""A place in a TOML document: keys and list indexes from the root."""


def positions(source: str) -> dict[Key, int]:
    """Return the line (from 1) of every key, table and list element of `source`, which must be valid TOML."""
    return _Scanner(source).scan()


def line_of(where: Key, known: dict[Key, int]) -> int:
    """Return the line of `where`, or of the nearest thing around it that has one."""
    while where and where not in known:
        where = where[:-1]
    return known.get(where, 1)


def _unquoted(name: str) -> str:
    """Return a quoted key as the text it stands for."""
    return str(tomllib.loads(f"key = {name}")["key"]) if "\\" in name else name[1:-1]


class _Scanner:
    """One pass over valid TOML, so no error is possible and none is looked for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.starts = [0, *(i + 1 for i, char in enumerate(source) if char == "\n")]
        self.lines: dict[Key, int] = {}
        self.tables: dict[Key, int] = {}  # how many elements an array of tables has so far

    def scan(self) -> dict[Key, int]:
        table: Key = ()
        self._skip("\n")
        while self.at < len(self.source):
            if self.source[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._skip("\n")
        return self.lines

    def _mark(self, where: Key) -> None:
        self.lines.setdefault(where, bisect_right(self.starts, self.at))

    def _skip(self, also: str = "") -> None:
        """Go past blanks and comments, and past the characters in `also`."""
        while self.at < len(self.source):
            char = self.source[self.at]
            if char == "#":
                end = self.source.find("\n", self.at)
                self.at = len(self.source) if end < 0 else end
            elif char in " \t\r" or char in also:
                self.at += 1
            else:
                return

    def _header(self) -> Key:
        several = self.source.startswith("[[", self.at)
        start = self.at
        self.at += 2 if several else 1
        names = self._names()
        self.at += 2 if several else 1
        where: Key = ()
        for name in names[:-1]:
            where += (name,)
            self.lines.setdefault(where, bisect_right(self.starts, start))
            if where in self.tables:
                where += (self.tables[where] - 1,)
        where += (names[-1],)
        if several:
            self.tables[where] = self.tables.get(where, 0) + 1
            self.lines.setdefault(where, bisect_right(self.starts, start))
            where += (self.tables[where] - 1,)
        self.lines.setdefault(where, bisect_right(self.starts, start))
        return where

    def _names(self) -> list[str]:
        """Read a dotted key."""
        names = []
        while True:
            self._skip()
            if self.source[self.at] in "\"'":
                start = self.at
                self._string()
                names.append(_unquoted(self.source[start : self.at]))
            else:
                start = self.at
                while self.source[self.at] not in " \t.=]":
                    self.at += 1
                names.append(self.source[start : self.at])
            self._skip()
            if self.source[self.at] != ".":
                return names
            self.at += 1

    def _pair(self, table: Key) -> None:
        start = self.at
        names = self._names()
        here, self.at = self.at, start
        where = table
        for name in names:
            where += (name,)
            self._mark(where)
        self.at = here + 1  # past "="
        self._skip()
        self._value(where)

    def _value(self, where: Key) -> None:
        char = self.source[self.at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._list(where)
        elif char == "{":
            self._inline_table(where)
        else:
            while self.at < len(self.source) and self.source[self.at] not in ",]}\n#":
                self.at += 1

    def _string(self) -> None:
        quote = self.source[self.at]
        if self.source.startswith(quote * 3, self.at):
            self.at += 3
            while not self.source.startswith(quote * 3, self.at):
                self.at += 2 if quote == '"' and self.source[self.at] == "\\" else 1
            self.at += 3
            while self.at < len(self.source) and self.source[self.at] == quote:  # up to two may belong to the text
                self.at += 1
            return
        self.at += 1
        while self.source[self.at] != quote:
            self.at += 2 if quote == '"' and self.source[self.at] == "\\" else 1
        self.at += 1

    def _list(self, where: Key) -> None:
        self.at += 1
        index = 0
        while True:
            self._skip("\n,")
            if self.source[self.at] == "]":
                self.at += 1
                return
            self._mark((*where, index))
            self._value((*where, index))
            index += 1

    def _inline_table(self, where: Key) -> None:
        self.at += 1
        while True:
            self._skip("\n,")
            if self.source[self.at] == "}":
                self.at += 1
                return
            self._pair(where)
