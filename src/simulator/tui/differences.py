"""The differences of a candidacy that its debriefs ask about."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.archive import Archive, Candidacy
    from simulator.debrief.report import FindingEntry


@dataclass(frozen=True)
class Difference:
    """A finding of severity WARN, and the transcript it is settled in."""

    path: Path
    entry: FindingEntry


def differences(archive: Archive, candidacy: Candidacy) -> list[Difference]:
    """Return the differences in the last attempt of each round that has ended, the earliest first."""
    from simulator.debrief import build
    from simulator.sitting import plan_of

    ended = [kept for kept in candidacy.kept if kept.transcript.ended and not kept.header.recalled]
    latest = {kept.header.round: kept for kept in ended}.values()
    return [
        Difference(kept.path, entry)
        for kept in latest
        for entry in build(kept.transcript, plan=plan_of(archive, kept)).findings
        if entry.severity == "WARN"
    ]
