"""A transcript made ready to be played: wherever it comes from, with what is missing from it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from simulator.archive import Archive, Kept
from simulator.interview.plan import Plan
from simulator.replay.player import Player
from simulator.sitting import plan_of
from simulator.transcript.salvage import salvage
from simulator.transcript.turns import Viewer

IN_VAIN = "Nothing can be revealed before the interview has ended."


@dataclass(frozen=True)
class Recording:
    """A player, the file it plays, what there is to say about that file, and what the interview followed."""

    path: Path
    player: Player
    notices: tuple[str, ...] = ()
    plan: Plan | None = None

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
    return Recording(path, player, notices, plan_of(archive, Kept(path, found.transcript)))
