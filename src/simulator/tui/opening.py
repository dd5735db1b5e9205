"""What the screens can open with, and the screen of each: its module is imported when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from textual.screen import Screen

    from simulator.archive import Archive
    from simulator.coach.client import RemoteSeat
    from simulator.coach.invitation import Invitation
    from simulator.recall import Recall
    from simulator.replay.recording import Recording
    from simulator.seat import Seat
    from simulator.sitting import Sitting


class AtHome(Struct, frozen=True):
    """The home screen, with something to say on it."""

    notice: str = ""


class AtInterview(Struct, frozen=True):
    """An interview."""

    seat: Seat


class AtJoined(Struct, frozen=True):
    """A seat in a room that a coach hosts elsewhere."""

    seat: RemoteSeat


class AtCoach(Struct, frozen=True):
    """An interview with the coach's side of it; `invitation` tells how others join, where they can."""

    sitting: Sitting
    invitation: Invitation | None = None


class AtRecall(Struct, frozen=True):
    """A round that is being written down."""

    recall: Recall


class AtRecallForm(Struct, frozen=True):
    """The question which round is to be written down, by whom and for which process; the home screen is below it."""

    name: str
    process: str


class AtReplay(Struct, frozen=True):
    """A transcript played again."""

    recording: Recording


Opening = AtHome | AtInterview | AtJoined | AtCoach | AtRecall | AtRecallForm | AtReplay


def screen_of(archive: Archive, opening: Opening) -> Screen[None]:
    """Return the screen for `opening`."""
    match opening:
        case AtHome(notice):
            from simulator.tui.screens.home import Home

            return Home(archive, notice)
        case AtInterview(seat):
            from simulator.tui.screens.interview import InterviewScreen

            return InterviewScreen(seat)
        case AtJoined(joined):
            return _joined(joined)
        case AtCoach(sitting, invitation):
            return _coached(sitting, invitation)
        case AtRecall(recall):
            from simulator.tui.screens.recall import RecallScreen

            return RecallScreen(recall)
        case AtRecallForm(name, process):
            from simulator.tui.screens.recall_form import RecallForm

            return RecallForm(archive, name, process)
        case AtReplay(recording):
            from simulator.tui.screens.replay import ReplayScreen

            return ReplayScreen(archive, recording)


def _joined(seat: RemoteSeat) -> Screen[None]:
    if seat.looks_on:
        from simulator.tui.screens.looking_on import LookingOnScreen

        return LookingOnScreen(seat)
    from simulator.tui.screens.joined import JoinedScreen

    return JoinedScreen(seat)


def _coached(sitting: Sitting, invitation: Invitation | None) -> Screen[None]:
    if invitation is not None:
        from simulator.tui.screens.host import HostScreen

        return HostScreen(sitting, invitation)
    from simulator.tui.screens.coach import CoachScreen

    return CoachScreen(sitting)
