"""After a round the candidate says what they make of the employer, a mark and a line each, before the debrief."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.transcript.turns import EMPLOYER
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.own_view import OwnViewScreen
from tests.tui.conftest import lines_of, noticed, on, painted, play, settled, typed
from tests.tui.test_trouble import full

if TYPE_CHECKING:
    from textual.pilot import Pilot

Said = dict[str, tuple[int, str]]


def said(sitting: Sitting) -> Said:
    turns = [turn for turn in sitting.transcript.turns if turn.kind == "employer_rating"]
    return {turn.why: (turn.score, turn.text) for turn in turns}


def guessed(sitting: Sitting) -> dict[str, str]:
    return {turn.person: turn.text for turn in sitting.transcript.turns if turn.kind == "goal_guess"}


async def come(pilot: Pilot[None]) -> None:
    """Go on from the end of an interview to what the candidate makes of the employer."""
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)
    await pilot.press("n")
    await settled(pilot)
    on(pilot, OwnViewScreen)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_a_mark_and_a_line_each_and_then_comes_the_debrief(
    archive: Archive, begin: Callable[..., Sitting], size: tuple[int, int]
) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=size) as pilot:
        await come(pilot)
        text = painted(pilot)
        for shown in ("Would you want to work there? 1 of 5", "1  no", "5  yes", "Esc To the debrief"):
            assert shown in text
        assert EMPLOYER["people"] in " ".join(lines_of(pilot).split())
        await pilot.press("4")
        assert said(sitting) == {"people": (4, "")}
        await typed(pilot, "they laughed")
        await pilot.press("enter")
        await pilot.press("0")
        await pilot.press("2", "enter")
        await pilot.press("tab", "down", "enter", "enter")
        await pilot.press("5", "enter")
        await settled(pilot)
        assert painted(pilot).startswith(" What did they want to know? 1 of 1")
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert said(sitting) == {"people": (4, "they laughed"), "work": (2, ""), "growth": (2, ""), "place": (5, "")}
        told = " ".join(lines_of(pilot).split())
        assert "Would you get along with the people you met? 4, mostly. they laughed" in told


@pytest.mark.parametrize("key", ["escape", "ctrl+q"])
async def test_what_stands_in_the_line_is_kept_whoever_leaves(
    archive: Archive, begin: Callable[..., Sitting], key: str
) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        await pilot.press("3")
        await typed(pilot, "a bit stiff")
        await pilot.press(key)
        await settled(pilot)
        assert said(sitting) == {"people": (3, "a bit stiff")}


async def test_a_line_that_came_first_waits_for_its_mark(archive: Archive, begin: Callable[..., Sitting]) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        await pilot.press("tab", "tab")
        await typed(pilot, "a bit stiff")
        await pilot.press("enter")
        assert "Which mark goes with it?" in noticed(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert "2 of 5" in painted(pilot).splitlines()[0]
        assert said(sitting) == {"people": (2, "a bit stiff")}


async def test_one_key_leaves_all_of_it_for_good(archive: Archive, begin: Callable[..., Sitting]) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert "Would you want to work there?" not in lines_of(pilot)
        await pilot.press("q", "enter")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert not said(sitting)


async def test_a_mark_that_cannot_be_written_is_told_and_asked_for_again(
    archive: Archive, begin: Callable[..., Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Sitting, "take", full)
            await pilot.press("3")
            await settled(pilot)
            assert "No space left on device" in noticed(pilot)
        await pilot.press("3", "enter")
        await settled(pilot)
        assert "2 of 5" in painted(pilot).splitlines()[0]
        assert said(sitting) == {"people": (3, "")}


@pytest.mark.parametrize("key", ["enter", "escape", "ctrl+q"])
async def test_a_guess_stands_beside_the_goal(archive: Archive, begin: Callable[..., Sitting], key: str) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        await pilot.press("ctrl+n")
        await settled(pilot)
        assert "What do you think Maya Okafor (HR business partner) wanted" in lines_of(pilot)
        goal = sitting.plan.personas["maya-okafor"].goal
        assert goal not in painted(pilot)
        await typed(pilot, "if I stay, 5 years")
        await pilot.press(key)
        await settled(pilot)
        assert guessed(sitting) == {"maya-okafor": "if I stay, 5 years"}
        if key != "ctrl+q":
            on(pilot, DebriefScreen)
            told = " ".join(lines_of(pilot).split())
            assert f"What they wanted to know: {goal} You had guessed: if I stay, 5 years" in told


async def test_a_guess_is_passed_over_with_nothing_in_the_line(archive: Archive, begin: Callable[..., Sitting]) -> None:
    sitting = play(begin(round_id="panel"))
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await come(pilot)
        await pilot.press("ctrl+n")
        await settled(pilot)
        people = len(sitting.header.interviewers)
        assert f"What did they want to know? 1 of {people}" in painted(pilot)
        await pilot.press("enter")
        await typed(pilot, "depth")
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        await typed(pilot, "s")
        await pilot.press(*["enter"] * (people - 1))
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert guessed(sitting) == {sitting.header.interviewers[1].id: "depths"}
