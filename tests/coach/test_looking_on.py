"""An observer's seat: what the coach allows is on the screen and among the lines, and nothing can be done from it."""

from __future__ import annotations

import io

import pytest

from simulator.archive import Archive
from simulator.coach.client import RemoteSeat
from simulator.coach.server import Host
from simulator.interview import actions
from simulator.plain.room import join
from simulator.transcript.turns import Viewer
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtJoined
from simulator.tui.screens.looking_on import LookingOnScreen
from tests.coach.conftest import Rooms, until
from tests.tui.conftest import on, painted, settled

SEEN: list[tuple[Viewer, bool]] = [("observer", False), ("coach", True)]


def looking_on(rooms: Rooms, see: Viewer) -> tuple[Host, RemoteSeat]:
    room = rooms.host(observers_see=see)
    ada = rooms.guest(room, show_typing=True)
    for action in (actions.Begin(), actions.Answer("Seven years of scheduling."), actions.Skip()):
        ada.take(action)
        ada.wait()
    room._sitting.take(actions.CoachNote("nervous at first"))
    ada.typing("half an answer")
    until(room._sitting, lambda: room._sitting.being_typed)
    return room, rooms.guest(room, kind="observer", home="observer")


@pytest.mark.parametrize(("see", "everything"), SEEN)
async def test_on_the_screen(rooms: Rooms, see: Viewer, everything: bool) -> None:
    room, looking = looking_on(rooms, see)
    async with SecondRound(Archive(rooms.folder / "observer"), AtJoined(looking)).run_test(size=(100, 60)) as pilot:
        await settled(pilot)
        on(pilot, LookingOnScreen)
        assert "Seven years of scheduling." in painted(pilot)
        assert "Ada passes the question over." in painted(pilot)
        assert "You" not in painted(pilot)
        assert ("nervous at first" in painted(pilot)) is everything
        for key in ("Skip", "Ask", "Pause", "Note"):
            assert f" {key} " not in painted(pilot)
        if everything:
            room._sitting.take(actions.CoachNote("calmer now"))
            until(looking, lambda: looking.transcript.turns[-1].text == "calmer now")
            await settled(pilot)
            assert "calmer now" in painted(pilot)


@pytest.mark.parametrize(("see", "everything"), SEEN)
def test_line_by_line(
    rooms: Rooms,
    see: Viewer,
    everything: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, looking = looking_on(rooms, see)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"I would like that job too.\n\n/leave\n")))
    join(looking)
    told = capsys.readouterr().out
    assert "You look on" in told
    assert ("* Coach's note: nervous at first" in told) is everything
