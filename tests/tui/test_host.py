"""The coach's seat in a room that others joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.coach_side import CoachLine
from simulator.tui.opening import AtCoach
from simulator.tui.screens.host import HostScreen
from tests.tui.conftest import noticed, on, painted, settled

INVITATION = ("The candidate types:  second-round join here --code abc",)
Begin = Callable[..., Sitting]


@pytest.fixture
def seat(archive: Archive, begin: Begin) -> SecondRound:
    return SecondRound(archive, AtCoach(begin(round_id="panel"), INVITATION))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_the_invitation_is_there_and_nothing_has_begun(seat: SecondRound, size: tuple[int, int]) -> None:
    async with seat.run_test(size=size) as pilot:
        await settled(pilot)
        screen = on(pilot, HostScreen)
        assert "The candidate" in painted(pilot)
        assert "F9 Line" in painted(pilot)
        assert not screen.sitting.begun
        assert screen.focused is screen.query_one(CoachLine)


async def test_the_coach_begins_sees_everything_and_gets_the_invitation_back(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        sitting = on(pilot, HostScreen).sitting
        for line in ("begin", "cnote nervous", "next"):
            pilot.app.screen.query_one(CoachLine).value = line
            await pilot.press("enter")
            await settled(pilot)
        kinds = [turn.kind for turn in sitting.transcript.turns]
        assert kinds[0] == "begin"
        assert {"coach_note", "next_speaker"} <= set(kinds)
        await pilot.press("f10")
        await settled(pilot)
        assert "--code abc" in painted(pilot)


async def test_what_the_candidate_types_is_seen_and_what_they_do_is_shown(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        screen = on(pilot, HostScreen)
        screen.sitting.take(actions.Begin())
        screen.sitting.show_typing("I have been")
        await settled(pilot)
        screen.tick()
        assert noticed(pilot) == "Being typed: I have been"
        screen.sitting.take(actions.Answer("Seven years of scheduling."))
        await settled(pilot)
        assert "Seven years of scheduling." in painted(pilot)


async def test_what_cannot_be_done_is_said_beside_the_line(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        pilot.app.screen.query_one(CoachLine).value = "skip this"
        await pilot.press("enter")
        await settled(pilot)
        assert "There is no command skip" in painted(pilot)
