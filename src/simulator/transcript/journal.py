"""The journal: the one writer of a transcript's file, of its draft, and of what was torn off it."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Self

import msgspec

from simulator.files import Appender, HeldError, InputError, create_atomic, write_atomic
from simulator.transcript.draft import Draft
from simulator.transcript.reading import raw_bytes, read_bytes
from simulator.transcript.turns import Header, Transcript, Turn


def turn_bytes(turn: Turn) -> bytes:
    """Return a turn as it is appended: one TOML table, `text` last, an empty line after it."""
    import tomli_w

    fields = msgspec.to_builtins(turn)
    text = fields.pop("text", "")
    return f"[[turns]]\n{tomli_w.dumps({**fields, 'text': text})}\n".encode()


def header_bytes(header: Header) -> bytes:
    """Return a header as a transcript's file begins."""
    import tomli_w

    fields = msgspec.to_builtins(header, builtin_types=(dt.datetime, dt.date))
    return (tomli_w.dumps(fields) + "\n").encode()


class Journal:
    """A transcript's file, locked and open for more turns.

    `recovered` says in one sentence what was torn off the file when it was opened, and where it lies now (empty:
    nothing was).
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = Appender(path)
        except HeldError:
            raise InputError(f"this interview is open in another second-round; close that one first: {path}") from None
        except OSError as error:
            raise InputError(f"{path}: can't be opened: {error.strerror or error}") from None
        self.path = path
        try:
            reading = read_bytes(raw_bytes(path), path)
            self.transcript: Transcript = reading.transcript
            self._size = reading.whole
            self.recovered = self._recover(reading.torn) if reading.torn else ""
        except BaseException:
            self._file.close()
            raise

    @classmethod
    def create(cls, path: Path, header: Header, turns: Iterable[Turn] = ()) -> Self:
        """Begin a transcript at `path`, whose folder must exist, with `turns` where it branches off another one.

        `InputError` is raised where there is a file already.
        """
        try:
            create_atomic(path, b"".join([header_bytes(header), *map(turn_bytes, turns)]))
        except FileExistsError:
            raise InputError(f"{path}: another second-round began this interview at the same moment") from None
        return cls(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _recover(self, torn: bytes) -> str:
        """Put what does not decode into a file of its own, and cut it off."""
        aside = self.path.with_suffix(".torn")
        number = 2
        while aside.exists():
            aside = self.path.with_suffix(f".{number}.torn")
            number += 1
        write_atomic(aside, torn)
        self._file.truncate(self._size)
        last = self.transcript.turns[-1].n if self.transcript.turns else 0
        return f"The transcript was damaged after turn {last}; what could not be read is kept in {aside}."

    def append(self, turns: Iterable[Turn]) -> None:
        """Write `turns` durably; when this returns they may be shown.

        `InputError` is raised where the disk refuses them, and the file is as it was before.
        """
        added = tuple(turns)
        if not added:
            return
        size = self._size
        try:
            for turn in added:
                data = turn_bytes(turn)
                self._file.append(data)
                size += len(data)
            self._file.sync()
        except OSError as error:
            with contextlib.suppress(OSError):
                self._file.truncate(self._size)
            raise InputError(
                f"{self.path}: can't be written: {error.strerror or error}; make room and resume"
            ) from None
        self._size = size
        self.transcript = Transcript(header=self.transcript.header, turns=self.transcript.turns + added)

    @property
    def draft(self) -> Draft:
        """The answer that was not sent yet."""
        return Draft(self.path.with_suffix(".draft"))

    def keep(self, what: str, data: bytes) -> Path:
        """Keep something of a room that others join beside the transcript, and return where.

        `InputError` is raised where the disk refuses it.
        """
        path = self.path.with_suffix(f".{what}")
        try:
            write_atomic(path, data)
        except OSError as error:
            raise InputError(f"{path}: can't be written: {error.strerror or error}") from None
        return path

    def kept(self, what: str) -> bytes:
        """Return what was kept; nothing where nothing was."""
        try:
            return self.path.with_suffix(f".{what}").read_bytes()
        except OSError:
            return b""

    def close(self) -> None:
        """Close the file and let its lock go."""
        self._file.close()
