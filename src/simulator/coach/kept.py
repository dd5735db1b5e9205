"""What a guest's side keeps of its seat at a room elsewhere: token, draft, and what was sent and not acknowledged."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from pathlib import Path

import msgspec

from simulator.coach.door import normal
from simulator.coach.protocol import CandidateAction, Do
from simulator.files import InputError, make_folder, write_atomic
from simulator.interview.actions import Settle
from simulator.transcript.draft import Draft


class SeatFile(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is kept: the token, the last number given to an action, and the actions on their way."""

    format: int = 1
    token: str = msgspec.field(default_factory=lambda: secrets.token_urlsafe(32))
    last: int = 0
    sent: list[Do] = []


class KeptSeat:
    """The seat at the room of `address` that `code` opened, in the folder `home`/seats."""

    def __init__(self, home: Path, address: str, code: str) -> None:
        name = hashlib.sha256(f"{address} {normal(code)}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
        self._folder = home / "seats"
        self._path = self._folder / f"{name}.json"
        self.draft = Draft(self._folder / f"{name}.draft")
        """The answer that was not sent yet."""
        self._file = self._read()

    def _read(self) -> SeatFile:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=SeatFile)
        except (OSError, msgspec.MsgspecError):
            return SeatFile()

    def _write(self) -> None:
        try:
            make_folder(self._folder)
            write_atomic(self._path, msgspec.json.encode(self._file))
        except OSError as error:
            raise InputError(f"{self._path}: can't be written: {error.strerror or error}; make room") from None

    @property
    def token(self) -> str:
        """What one comes back with."""
        return self._file.token

    @property
    def sent(self) -> list[Do]:
        """What was sent and not acknowledged, the earliest first."""
        return list(self._file.sent)

    def keep(self) -> None:
        """Write the token down, before the room sees it; `InputError` is raised where the disk refuses it."""
        self._write()

    def seated(self, done: int) -> None:
        """Take note that the room has let us in, and of the last action that it has."""
        self._file.last = max(self._file.last, done)
        waiting = [each for each in self._file.sent if each.number > done]
        if waiting != self._file.sent:
            self._file.sent = waiting
            with contextlib.suppress(InputError):  # they would only be sent again, and known again
                self._write()

    def send(self, action: CandidateAction, to: int) -> Do:
        """Keep an action until it is acknowledged; `InputError` is raised where the disk refuses what was written."""
        do = Do(number=self._file.last + 1, to=to, action=action)
        self._file.last += 1
        self._file.sent.append(do)
        if _has_text(action):
            try:
                self._write()
            except InputError:
                self._file.sent.remove(do)
                raise
        return do

    def acknowledged(self, number: int) -> Do | None:
        """Let go of an action that was dealt with, and return it; None where it is known already."""
        found = next((each for each in self._file.sent if each.number == number), None)
        if found is not None:
            self._file.sent.remove(found)
            if _has_text(found.action):
                with contextlib.suppress(InputError):  # it would only be sent again, and known again
                    self._write()
        return found


def _has_text(action: CandidateAction) -> bool:
    """Tell whether somebody wrote this: that has to outlive the program, a skip need not."""
    return bool(getattr(action, "text", "") or isinstance(action, Settle))
