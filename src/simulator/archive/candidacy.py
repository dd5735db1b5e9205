"""One candidacy on disk: its transcripts, and the content those were run from."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from simulator.files import InputError, make_folder, write_atomic

if TYPE_CHECKING:  # a list of candidacies needs none of the content, and none of what was said
    from simulator.content.library import Frozen
    from simulator.content.schemas import Process
    from simulator.transcript.journal import Journal
    from simulator.transcript.reading import Unread
    from simulator.transcript.turns import Header, Transcript, Turn


class CandidacyFile(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The file `candidacy.toml`."""

    format: int
    candidate: str
    process: str
    created_at: dt.datetime
    facts: dict[str, str] = {}
    """The candidate's own fact sheet: what is right, by the id of a fact."""


@dataclass(frozen=True)
class Kept:
    """A transcript on disk, its turns decoded or not yet."""

    path: Path
    read: Transcript | Unread

    @property
    def header(self) -> Header:
        """The transcript's header."""
        return self.read.header

    @property
    def ended(self) -> bool:
        """Whether the interview came to its end."""
        return self.read.ended

    @property
    def transcript(self) -> Transcript:
        """All that happened, as it was when the file was read."""
        from simulator.transcript.turns import Transcript

        return self.read if isinstance(self.read, Transcript) else self.read.transcript


@dataclass(frozen=True)
class Candidacy:
    """One candidate going through one process."""

    folder: Path
    file: CandidacyFile

    @property
    def id(self) -> str:
        """Its id: the name of its folder."""
        return self.folder.name

    @property
    def candidate(self) -> str:
        """The candidate's name."""
        return self.file.candidate

    @property
    def touched(self) -> dt.datetime:
        """When it was last written to, in local time."""
        return dt.datetime.fromtimestamp(last_written(self.folder)).astimezone()

    @property
    def transcripts_folder(self) -> Path:
        """Where its transcripts lie."""
        return self.folder / "transcripts"

    def paths(self) -> list[Path]:
        """Return its transcripts' paths, the earliest first."""
        return sorted(self.transcripts_folder.glob("[0-9]*.toml"))

    @property
    def kept(self) -> list[Kept]:
        """Its transcripts as they are when first asked for, the earliest first; `damaged` tells of those left out."""
        return self._read[0]

    @property
    def damaged(self) -> list[str]:
        """What keeps a transcript from being read, one line each."""
        return list(self._read[1].values())

    @property
    def unreadable(self) -> list[Path]:
        """The transcripts that can't be read, the earliest first."""
        return list(self._read[1])

    @cached_property
    def _read(self) -> tuple[list[Kept], dict[Path, str]]:
        from simulator.transcript.reading import glance

        kept, damaged = list[Kept](), dict[Path, str]()
        for path in self.paths():
            try:
                kept.append(Kept(path, glance(path)))
            except InputError as error:
                damaged[path] = str(error)
        return kept, damaged

    def unfinished(self, round_id: str = "") -> Kept | None:
        """Return the last interview that has not ended, of `round_id` where one is named."""
        held = (kept for kept in reversed(self.kept) if not kept.header.recalled)
        wanted = (kept for kept in held if round_id in ("", kept.header.round))
        return next((kept for kept in wanted if not kept.ended), None)

    def before(self, process: Process, round_id: str) -> list[Transcript]:
        """Return what the rounds before `round_id` left, the last attempt of each, in the order of the process.

        `InputError` is raised where a transcript can't be read: nobody should be asked as if a round had not been.
        """
        found: list[Transcript] = []
        if self.damaged:
            raise InputError(self.damaged[0])
        for meeting in process.rounds:
            if meeting.id == round_id:
                break
            attempts = [kept.transcript for kept in self.kept if kept.header.round == meeting.id]
            said = [transcript for transcript in attempts if any(turn.kind == "answer" for turn in transcript.turns)]
            found += said[-1:]
        return found

    def done(self, round_id: str) -> bool:
        """Tell whether an interview of a round has come to its end."""
        return any(kept.ended and kept.header.round == round_id for kept in self.kept)

    def next_round(self, process: Process) -> str:
        """Return the round that comes next: the first without an interview that ended; the last where all have one."""
        return next((meeting.id for meeting in process.rounds if not self.done(meeting.id)), process.rounds[-1].id)

    def attempts(self, round_id: str) -> int:
        """Return how often a round has been run."""
        return sum(kept.header.round == round_id for kept in self.kept)

    @property
    def asked_who(self) -> list[str]:
        """The rounds of which the candidate asked who will be there."""
        try:
            return self._asked_who.read_text("utf-8", "replace").splitlines()
        except OSError:
            return []

    def ask_who(self, round_id: str) -> None:
        """Remember that the candidate asked who will be there in a round; where the disk refuses it, only for now."""
        asked = self.asked_who
        if round_id not in asked:
            with contextlib.suppress(OSError):
                write_atomic(self._asked_who, "".join(f"{each}\n" for each in [*asked, round_id]).encode())

    @property
    def _asked_who(self) -> Path:
        return self.folder / "asked_who"

    def new_id(self, round_id: str) -> str:
        """Return the id of its next transcript."""
        numbers = (re.match(r"[0-9]{1,9}", path.name) for path in self.paths())
        last = max((int(number[0]) for number in numbers if number), default=0)
        return f"{last + 1:04}-{round_id}"

    def freeze(self, content: Frozen) -> str:
        """Keep the content an interview runs from, and return its digest, which names it."""
        data = msgspec.json.encode(content, order="deterministic")
        digest = _digest(data)
        path = self._frozen(digest)
        if not path.exists():
            make_folder(path.parent)
            write_atomic(path, data)
        return digest

    def thaw(self, digest: str) -> Frozen:
        """Return the content kept under `digest`; `InputError` is raised where it is gone or was changed."""
        path = self._frozen(digest)
        try:
            data = path.read_bytes()
        except OSError:
            raise InputError(
                f"{path}: the content this interview was run from is gone; start anew with --new"
            ) from None
        if _digest(data) != digest:
            raise InputError(f"{path}: the content this interview was run from was changed; start anew with --new")
        from simulator.content.library import Frozen

        try:
            return msgspec.json.decode(data, type=Frozen)
        except msgspec.DecodeError:
            raise InputError(f"{path}: was kept by another version of second-round; start anew with --new") from None

    def _frozen(self, digest: str) -> Path:
        return self.folder / "content" / f"{digest.removeprefix('sha256:')}.json"

    def create(self, header: Header, turns: Iterable[Turn] = ()) -> Journal:
        """Begin the transcript of an interview, with `turns` where it branches off another one."""
        from simulator.transcript.journal import Journal

        return Journal.create(make_folder(self.transcripts_folder) / f"{header.id}.toml", header, turns)


def last_written(folder: Path) -> float:
    """Return when a candidacy was last written to."""
    transcripts = folder / "transcripts"
    times = [path.stat().st_mtime for path in [folder / "candidacy.toml", *transcripts.glob("*.toml")] if path.exists()]
    return max(times, default=0.0)


def _digest(data: bytes) -> str:
    import hashlib  # OpenSSL with it, which the home screen can do without

    return f"sha256:{hashlib.sha256(data).hexdigest()}"
