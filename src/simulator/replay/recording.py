"""A transcript made ready to be played: wherever it comes from, with what is missing from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from simulator.archive import Archive, Kept
from simulator.replay.player import Player
from simulator.sitting import goals_of
from simulator.transcript.salvage import salvage
from simulator.transcript.turns import Viewer

IN_VAIN = "Nothing can be revealed before the interview has ended."


@dataclass(frozen=True)
class Recording:
    """A player, the file it plays, what there is to say about that file, and what each interviewer wanted by id."""

    path: Path
    player: Player
    notices: tuple[str, ...] = ()
    goals: dict[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> Kept:
        """The transcript and where it lies."""
        return Kept(self.path, self.player.transcript)


def recording_of(
    archive: Archive, path: Path, viewer: Viewer = "candidate", *, reveal: bool = False, longest: float | None = None
) -> Recording:
    """Return the transcript at `path` ready to be played; `InputError` is raised where nothing of it can be read.

    The file is only read. The other arguments are the player's.
    """
    found = salvage(path)
    player = Player(found.transcript, viewer, reveal=reveal, longest=longest)
    notices = (*found.missing, *((IN_VAIN,) if reveal and not player.can_reveal else ()))
    return Recording(path, player, notices, goals_of(archive, Kept(path, found.transcript)))
