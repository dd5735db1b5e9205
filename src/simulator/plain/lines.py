"""The line protocol: answers end with an empty line, a first line that begins with a slash is a command."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from simulator.text import MAX_ANSWER, clean

MAX_LINE = 4 * MAX_ANSWER
"""Bytes read of one line at a time; a longer one is taken in pieces."""

DRAFT_SECONDS = 1.0
"""Seconds after which what is being typed is kept anew."""

LAST_LINES = 20
"""Lines shown of what is being typed, at most: its last ones."""


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, whole."""

    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name without the slash, and the rest of its line."""

    name: str
    rest: str


LATER = "later"
"""What is chosen to leave what else would be asked."""

NEXT = "next"
"""What is chosen to leave the rest of one part, and go on to the next."""


def choice(events: Iterator[Said | Command]) -> str:
    """Return what is chosen next, written with a slash or without; the end of the input leaves the rest."""
    event = next(events, None)
    if event is None:
        return LATER
    return event.name if isinstance(event, Command) else event.text.strip().lower()


def words(events: Iterator[Said | Command]) -> str:
    """Return what is written next, with a slash or without; the end of the input leaves the rest."""
    event = next(events, None)
    if event is None:
        return LATER
    return f"{event.name} {event.rest}".rstrip() if isinstance(event, Command) else event.text.strip()


class Lines:
    """Standard input as answers and commands; where `one_line` is set, each line is one of its own, never kept.

    `keep` is given what was typed and not sent: about once a second, and when the input ends in the middle of it;
    `typed` the last lines of it after each.
    """

    def __init__(
        self,
        keep: Callable[[str], object],
        stream: BinaryIO | None = None,
        typed: Callable[[str], object] = lambda _: None,
    ) -> None:
        self._stream = stream or sys.stdin.buffer
        self._keep = keep
        self._typed = typed
        self._kept = 0.0
        self._text: list[str] = []
        self._size = 0
        self.one_line = False
        self.wakes = False
        """Whether an empty line is an event as well: an answer of nothing."""
        self.cut = False
        """Whether the last answer was longer than can be kept."""

    def take_up(self, draft: str) -> None:
        """Begin the next answer with `draft`."""
        for line in draft.splitlines():
            self._add(line)

    def __iter__(self) -> Iterator[Said | Command]:
        try:
            yield from self._events()
        finally:
            if self._text:
                self._keep("\n".join(self._text))

    def _events(self) -> Iterator[Said | Command]:
        bracketed = False
        while (line := self._read()) is not None:
            if self.one_line and line.strip() and not line.startswith("/"):
                yield Said(line)
            elif bracketed and line.strip() != "/end":
                self._add(line)
            elif line.strip() and not bracketed:
                if self._text or not line.startswith("/") or line.startswith("//"):
                    self._add(line[1:] if line.startswith("//") and not self._text else line)
                else:
                    name, _, rest = line[1:].strip().partition(" ")
                    bracketed = name.lower() == "text"
                    if not bracketed:
                        yield Command(name.lower(), rest.strip())
                    elif rest:
                        self._add(rest)
            elif self._text:
                bracketed = False
                yield self._said()
            else:
                bracketed = False
                if self.wakes:
                    yield Said("")

    def _said(self) -> Said:
        text = "\n".join(self._text)
        self._text, self._size = [], 0
        self._typed("")
        return Said(text)

    def _add(self, line: str) -> None:
        """Add a line to the answer that is being typed, as far as there is room for it."""
        room = MAX_ANSWER - self._size
        self.cut = len(line) > room
        if room > 0:
            self._text.append(line[:room])
            self._size += len(line) + 1
        self._typed("\n".join(self._text[-LAST_LINES:]))
        if time.monotonic() - self._kept > DRAFT_SECONDS:
            self._keep("\n".join(self._text))
            self._kept = time.monotonic()

    def _read(self) -> str | None:
        """Return the next line without its end, None where there is no more."""
        raw = self._stream.readline(MAX_LINE)
        if not raw:
            return None
        return clean(raw.decode("utf-8", "replace").rstrip("\r\n"), MAX_LINE)
