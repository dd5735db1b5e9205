"""How a candidacy stands, in words: its way through the rounds and the step that comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from simulator.archive import Candidacy, Kept
from simulator.files import InputError
from simulator.text import one_line

if TYPE_CHECKING:
    from simulator.archive import Archive
    from simulator.content.library import Library
    from simulator.content.schemas import Process

Kind = Literal["interview", "recall", "debrief", "mend", "none"]


@dataclass(frozen=True)
class Standing:
    """A candidacy as the home screen shows it."""

    candidacy: Candidacy
    heading: str
    way: str = ""
    step: str = ""
    kind: Kind = "none"
    """What the next step opens."""
    round: str = ""
    """The round the next step is about."""
    last: Kept | None = None
    """The interview that ended last."""
    review: str = ""
    """What is open before the next round, as far as it was looked up."""


def briefly(candidacy: Candidacy) -> Standing:
    """Return what can be told without reading any transcript."""
    return Standing(candidacy, candidacy.candidate)


def standing_of(candidacy: Candidacy, library: Library) -> Standing:
    """Return how `candidacy` stands; what can't be read is told in its words."""
    try:
        process = library.process(candidacy.file.process)
        kept = candidacy.kept
    except InputError as error:
        return Standing(candidacy, candidacy.candidate, one_line(str(error), 300), "Nothing can be opened here.")
    company, position = process.company.name, process.position.title
    heading = " · ".join(filter(None, [candidacy.candidate, one_line(f"{position} at {company}", 160)]))
    ended = [each for each in kept if each.ended and not each.header.recalled]
    step, kind, round_id = _step(candidacy, process)
    return Standing(candidacy, heading, _way(candidacy, process), step, kind, round_id, ended[-1] if ended else None)


def looked_back(archive: Archive, candidacy: Candidacy, library: Library) -> Standing:
    """Return how `candidacy` stands with what is open before its next round, which takes its time.

    `InputError` is raised where something of it can't be read.
    """
    standing = standing_of(candidacy, library)
    if not any(kept.ended for kept in candidacy.kept):
        return standing
    from simulator.review import review

    found = review(archive, candidacy, library).still_open
    first = " first" if found and standing.kind == "interview" else ""
    return replace(standing, review=f"Review{first}: {found or 'nothing left open'}")


def _way(candidacy: Candidacy, process: Process) -> str:
    ended = {kept.header.round for kept in candidacy.kept if kept.ended}
    begun = {kept.header.round for kept in candidacy.kept if not kept.ended}
    unread = {path.stem.partition("-")[2]: path.name for path in candidacy.unreadable}
    parts = []
    for meeting in process.rounds:
        title = one_line(meeting.title, 60)
        if meeting.id in begun:
            parts.append(f"… {title} (under way)")
        elif meeting.id in ended:
            parts.append(f"✓ {title} (done)")
        elif unread.pop(meeting.id, ""):
            parts.append(f"! {title} (can't be read)")
        else:
            parts.append(f"– {title} (to come)")
    return "\n".join([*parts, *(f"! {one_line(name, 60)} (can't be read)" for name in unread.values())])


def _step(candidacy: Candidacy, process: Process) -> tuple[str, Kind, str]:
    if left := candidacy.unfinished():
        return f"Go on with: {one_line(left.header.title, 80)}", "interview", left.header.round
    ended = {kept.header.round for kept in candidacy.kept if kept.ended}
    for kept in reversed(candidacy.kept):
        if kept.header.recalled and kept.header.round not in ended:
            return f"Go on writing down: {one_line(kept.header.title, 80)}", "recall", kept.header.round
    for path in candidacy.unreadable:
        return f"Mend or move away: {one_line(path.name, 60)}", "mend", ""
    following = process.meeting(candidacy.next_round(process))
    if following.id in ended:
        return "All rounds are done: read the last debrief", "debrief", following.id
    return f"Begin: {one_line(following.title, 80)}", "interview", following.id
