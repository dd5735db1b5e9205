"""All candidacies of a home directory: found by id or name, and begun."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from simulator.archive.candidacy import Candidacy, CandidacyFile, Kept, last_written
from simulator.files import InputError, make_folder, write_atomic
from simulator.text import clean, one_line, slug


def home_folder(chosen: str | None = None) -> Path:
    """Return where everything is kept: `chosen`, else SECOND_ROUND_HOME, else the platform's user data directory."""
    named = chosen or os.environ.get("SECOND_ROUND_HOME")
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("second-round", appauthor=False)


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

    def others(self, candidacy: Candidacy) -> Iterator[Candidacy]:
        """Yield the other candidacies of the same candidate that can be read, the one touched last first."""
        for folder in self._folders(f"{slug(candidacy.candidate)}-*"):
            with contextlib.suppress(InputError):
                other = self._open(folder)
                if other.candidate == candidacy.candidate and other.id != candidacy.id:
                    yield other

    def last_process(self, candidate: str) -> str:
        """Return the process of the candidacy that a candidate touched last; nothing where they have none."""
        name = one_line(candidate, 100)
        for folder in self._folders(f"{slug(name)}-*"):
            with contextlib.suppress(InputError):
                candidacy = self._open(folder)
                if candidacy.candidate == name:
                    return candidacy.file.process
        return ""

    def damaged(self) -> list[str]:
        """Return what keeps a candidacy from being read, one line each; of its transcripts its own `damaged` tells."""
        found = []
        for folder in self._folders():
            try:
                self._open(folder)
            except InputError as error:
                found.append(str(error))
        return found

    def _folders(self, names: str = "*") -> list[Path]:
        folders = [path.parent for path in self._folder.glob(f"{names}/candidacy.toml")]
        return sorted(folders, key=lambda each: (-last_written(each), each.name))

    def _open(self, folder: Path) -> Candidacy:
        path = folder / "candidacy.toml"
        try:
            data = tomllib.loads(path.read_text("utf-8"))
            if isinstance(sheet := data.get("facts"), dict):
                data["facts"] = {fact: _in_words(fact, value) for fact, value in sheet.items()}
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
        raise InputError(
            f"there is no transcript “{clean(wanted, 80)}”, and no such file; `second-round transcripts` lists them"
        )


def _in_words(fact: str, value: object) -> str:
    """Return a value of somebody's fact sheet as they would say it: a number, a date and yes or no need no quotes."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.date):
        return f"{value.day} {value:%B %Y}"
    if isinstance(value, str | int | float):
        return str(value)
    raise ValueError(f"the fact {fact} is neither text, a number, a date nor yes or no")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long to be one
        return False


def slug_of_id(identity: str) -> str:
    """Return a content id as part of a file name; ids that are none already get a hash."""
    return identity if identity.replace("-", "").isalnum() and identity.isascii() else slug(identity)
