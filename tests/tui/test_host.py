"""The coach's seat in a room that others joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.coach.address import Address
from simulator.coach.invitation import Invitation
from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.coach_side import CoachLine, CoachSide
from simulator.tui.conversation import Conversation
from simulator.tui.opening import AtCoach, AtInterview
from simulator.tui.screens.host import HostScreen
from tests.tui.conftest import noticed, on, painted, settled, typed

INVITATION = Invitation(Address("10.0.0.1", 7777), "abc", "def", "0" * 64)
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


async def test_where_both_do_not_fit_beside_each_other_the_coachs_side_stands_below(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        for size, beside in (((120, 40), True), ((80, 24), False), ((60, 18), False), ((100, 24), True)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            room, side = (pilot.app.screen.query_one(each).region for each in (Conversation, CoachSide))
            assert (room.y == side.y, room.x == side.x) == (beside, not beside)
            assert room.width >= 50
            assert min(room.height, side.height) >= 6


async def test_what_cannot_be_done_is_said_beside_the_line(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        pilot.app.screen.query_one(CoachLine).value = "skip this"
        await pilot.press("enter")
        await settled(pilot)
        assert "There is no command skip" in painted(pilot)


async def test_while_nobody_is_there_it_says_so_and_afterwards_the_briefing_stands_there(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert noticed(pilot) == "Waiting for Ada Lovelace. F10 copies the line they type."
        on(pilot, HostScreen).sitting.take(actions.Begin())
        await settled(pilot)
        assert "--code abc" not in painted(pilot)
        assert "This question" in painted(pilot)
        assert noticed(pilot) == ""


async def test_the_candidates_line_can_be_copied_whole(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f10")
        await settled(pilot)
        assert pilot.app.clipboard == INVITATION.candidate
        assert INVITATION.candidate == f"second-round join 10.0.0.1:7777 --code abc --fingerprint {'0' * 64}"
        assert "Handed to the terminal" in noticed(pilot)


async def test_the_coach_reads_the_candidates_name_and_may_pause(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        sitting = on(pilot, HostScreen).sitting
        sitting.take(actions.Begin())
        for action in (actions.Answer("Seven years."), actions.Skip(), actions.OwnNote("ask about pay")):
            sitting.take(action)
        await settled(pilot)
        await pilot.press("f5")
        await settled(pilot)
        shown = painted(pilot)
        assert "Ada Lovelace · 0:" in shown
        assert "Ada Lovelace passes the question over." in shown
        assert "You" not in shown.replace("Your notes", "").replace("You looked up", "")
        assert sitting.paused


async def test_a_long_briefing_is_scrolled_from_the_coachs_line(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        pilot.app.screen.query_one(CoachLine).value = "help"
        await pilot.press("enter")
        await settled(pilot)
        assert "/plan" in painted(pilot)
        await pilot.press("pagedown", "pagedown")
        await settled(pilot)
        assert "/plan" not in painted(pilot)
        await pilot.press("pageup", "pageup")
        await settled(pilot)
        assert "/plan" in painted(pilot)


async def test_after_the_round_the_coach_reads_the_debrief_for_two(seat: SecondRound) -> None:
    async with seat.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        sitting = on(pilot, HostScreen).sitting
        for action in (actions.Begin(), actions.CoachNote("nervous at first"), actions.EndRound()):
            sitting.take(action)
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("end")
        found = ""
        for _ in range(12):
            found += painted(pilot)
            await pilot.press("pageup")
            await settled(pilot)
        assert "nervous at first" in found


async def test_when_the_coach_ends_a_pause_letters_go_into_the_candidates_box_again(
    archive: Archive, begin: Begin
) -> None:
    sitting = begin(round_id="panel")
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for action in (actions.Pause(), actions.Resume()):
            sitting.take(action)
            await settled(pilot)
        await typed(pilot, "a k j b")
        assert pilot.app.screen.query_one(AnswerBox).text == "a k j b"
