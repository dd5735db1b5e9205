"""Candidacies on disk: who goes through which process, their transcripts, and the content those were run from."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from simulator.files import InputError, make_folder, write_atomic
from simulator.text import clean, one_line, slug

if TYPE_CHECKING:  # a list of candidacies needs none of the content, and none of what was said
    from simulator.content.library import Frozen
    from simulator.content.schemas import Process
    from simulator.transcript.journal import Journal
    from simulator.transcript.reading import Unread
    from simulator.transcript.turns import Header, Transcript, Turn


def home_folder(chosen: str | None = None) -> Path:
    """Return where everything is kept: `chosen`, else SECOND_ROUND_HOME, else the platform's user data directory."""
    named = chosen or os.environ.get("SECOND_ROUND_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("second-round", appauthor=False)


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
        return dt.datetime.fromtimestamp(_touched(self.folder)).astimezone()

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


class Archive:
    """All candidacies of a home directory, which is made when something is first kept there."""

    def __init__(self, home: Path) -> None:
        self.home = home

    @property
    def _folder(self) -> Path:
        return self.home / "candidacies"

    def candidacies(self) -> Iterator[Candidacy]:
        """Yield the candidacies, the one touched last first; `damaged` tells of those left out."""
        for folder in self._folders():
            with contextlib.suppress(InputError):
                yield self._open(folder)

    def damaged(self) -> list[str]:
        """Return what keeps a candidacy from being read, one line each; of its transcripts its own `damaged` tells."""
        found = []
        for folder in self._folders():
            try:
                self._open(folder)
            except InputError as error:
                found.append(str(error))
        return found

    def _folders(self) -> list[Path]:
        folders = [path.parent for path in self._folder.glob("*/candidacy.toml")]
        return sorted(folders, key=lambda each: (-_touched(each), each.name))

    def _open(self, folder: Path) -> Candidacy:
        path = folder / "candidacy.toml"
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            file = msgspec.convert(data, CandidacyFile)
        except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
            raise InputError(f"{path}: can't be read: {one_line(str(error), 120)}; mend it by hand") from None
        return Candidacy(folder, msgspec.structs.replace(file, candidate=one_line(file.candidate, 100)))

    def enter(self, candidate: str, process: str, now: dt.datetime) -> Candidacy:
        """Return the candidacy of `candidate` for `process`, begun at `now` where there is none yet."""
        name = one_line(candidate, 100)
        if not name:
            raise InputError("a candidate needs a name: --candidate NAME")
        folder = self._folder / f"{slug(name)}-{slug_of_id(process)}"
        if not (folder / "candidacy.toml").exists():
            import tomli_w

            make_folder(folder)
            file = CandidacyFile(format=1, candidate=name, process=process, created_at=now)
            data = msgspec.to_builtins(file, builtin_types=(dt.datetime,))
            write_atomic(folder / "candidacy.toml", tomli_w.dumps(data).encode())
        return self._open(folder)

    def find(self, wanted: str = "") -> Candidacy:
        """Return the candidacy of that id or candidate's name; the one touched last where none is named.

        `InputError` is raised where there is none, or more than one of that name.
        """
        everyone = list(self.candidacies())
        if not wanted and everyone:
            return everyone[0]
        for folder in self._folders():
            if wanted == folder.name or (not everyone):
                self._open(folder)  # says what is wrong with it, where something is
        exact = [each for each in everyone if wanted == each.id]
        named = exact or [each for each in everyone if wanted.casefold() == each.candidate.casefold()]
        if len(named) == 1:
            return named[0]
        if not everyone:
            raise InputError(f"there is no interview yet in {self.home}; `second-round practice` begins one")
        known = ", ".join(each.id for each in named or everyone)
        problem = "several candidacies match" if named else "there is no candidacy"
        raise InputError(f"{problem} “{clean(wanted, 80)}” (there is: {known})")

    def holder(self, path: Path) -> Candidacy | None:
        """Return the candidacy in whose folder the transcript at `path` lies, if any."""
        folder = path.parent.parent
        return self._open(folder) if folder.parent == self._folder else None

    def left_last(self) -> Candidacy:
        """Return the candidacy touched last with an interview left unfinished; `InputError` where there is none."""
        for candidacy in self.candidacies():
            if candidacy.unfinished():
                return candidacy
        raise InputError("no interview was left unfinished; `second-round practice` begins one")

    def find_transcript(self, wanted: str) -> Kept:
        """Return the transcript that is meant; `InputError` is raised where there is none or it can't be read."""
        from simulator.transcript.reading import glance

        path = self.find_path(wanted)
        return Kept(path, glance(path))

    def find_path(self, wanted: str) -> Path:
        """Return where the transcript lies that is meant: a path, an id such as `0002-supervisor`, or `CANDIDACY/ID`.

        `InputError` is raised where there is none, or several candidacies have one of that id.
        """
        path = Path(wanted)
        if _is_file(path):
            return path.absolute()
        candidacy, _, identity = wanted.rpartition("/")
        holders = [self.find(candidacy)] if candidacy else list(self.candidacies())
        found = [path for each in holders for path in each.paths() if path.stem == identity]
        if len(found) == 1:
            return found[0]
        if found:
            several = ", ".join(f"{path.parent.parent.name}/{path.stem}" for path in found)
            raise InputError(f"several candidacies have a transcript “{clean(wanted, 80)}”: {several}")
        raise InputError(f"there is no transcript “{clean(wanted, 80)}”; `second-round transcripts` lists them")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be one
        return False


def _touched(folder: Path) -> float:
    """Return when a candidacy was last written to."""
    transcripts = folder / "transcripts"
    times = [path.stat().st_mtime for path in [folder / "candidacy.toml", *transcripts.glob("*.toml")] if path.exists()]
    return max(times, default=0.0)


def slug_of_id(identity: str) -> str:
    """Return a content id as part of a file name; ids that are none already get a hash."""
    return identity if identity.replace("-", "").isalnum() and identity.isascii() else slug(identity)


def _digest(data: bytes) -> str:
    import hashlib  # OpenSSL with it, which the home screen can do without

    return f"sha256:{hashlib.sha256(data).hexdigest()}"
