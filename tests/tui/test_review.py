"""The review before a round on the screen: on the way home in one line, and one key away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator import recall
from simulator.archive import Archive
from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview
from simulator.tui.screens import home
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.review import ReviewScreen
from tests.tui.conftest import lines_of, noticed, on, painted, play, said, settled, typed, until

SIZES = [(120, 40), (80, 24), (60, 18)]


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "LOOK_BACK_AFTER", 0.01)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("size", SIZES)
async def test_home_names_what_is_open_and_one_key_tells_more(
    archive: Archive, differing: Sitting, size: tuple[int, int]
) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=size) as pilot:
        await until(lambda: "Review first: " in painted(pilot))
        text = " ".join(painted(pilot).split())
        assert "v Review first: " in text
        assert "2 facts to settle" in text
        await pilot.press("v")
        await settled(pilot)
        on(pilot, ReviewScreen)
        told = lines_of(pilot)
        assert max(map(len, told.splitlines())) <= size[0]
        assert "Before “Final panel”: " in told
        headings = ("Ready", "Whom you meet", "To settle: which is right?", "A story for each thing they look for")
        for heading in (*headings, "What you were asked", "The work"):
            assert heading in told.splitlines()
        await pilot.press("q")
        on(pilot, Home)


@pytest.mark.usefixtures("at_once")
async def test_a_fact_is_settled_in_the_review_and_home_counts_anew(archive: Archive, differing: Sitting) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        await settled(pilot)
        assert "Which is right?" not in painted(pilot)
        await pilot.press("w")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert "1 fact to settle" in lines_of(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert noticed(pilot).startswith("Noted. ")
        assert "to settle" not in lines_of(pilot).splitlines()[0]
        await pilot.press("q")
        await until(lambda: "to settle" not in painted(pilot))
        assert "v      Review first: " in painted(pilot)


async def test_one_can_ask_who_will_be_there(archive: Archive, begin: Callable[..., Sitting]) -> None:
    play(begin()).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("v")
        await settled(pilot)
        assert "You have not asked what each of them does; a asks." in " ".join(lines_of(pilot).split())
        assert "Leads the team." not in lines_of(pilot)
        await pilot.press("a")
        await settled(pilot)
        assert "Leads the team." in lines_of(pilot)
        assert "a Who" not in painted(pilot)


async def test_before_anything_was_held_the_review_tells_of_the_place(
    archive: Archive, begin: Callable[..., Sitting]
) -> None:
    with begin() as sitting:
        sitting.take(actions.Begin())
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        assert "Review" not in painted(pilot).splitlines()[3]
        await pilot.press("v")
        await settled(pilot)
        assert "Before “First interview: HR”: nothing left open" in " ".join(lines_of(pilot).split())
        assert "Chairs." in lines_of(pilot)


async def test_the_review_is_open_until_the_first_answer(archive: Archive, begin: Callable[..., Sitting]) -> None:
    play(begin()).close()
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "Ten moves.")
        await pilot.press("ctrl+s")
        await settled(pilot)
        on(pilot, ReviewScreen)
        assert "Before “Second interview: team lead”: " in lines_of(pilot)
        await pilot.press("escape", "enter")
        await settled(pilot)
        on(pilot, InterviewScreen)
        assert "Ten moves." in said(pilot)
        await pilot.press("ctrl+s")
        on(pilot, InterviewScreen)


async def test_after_a_round_the_review_tells_of_the_next_one(archive: Archive, begin: Callable[..., Sitting]) -> None:
    async with SecondRound(archive, AtInterview(play(begin()))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for way in (("v",), ("enter", "escape", "v")):
            for key in way:
                assert "v Review" in painted(pilot) or key != "v"
                await pilot.press(key)
                await settled(pilot)
            on(pilot, ReviewScreen)
            assert "Before “Second interview: team lead”: " in lines_of(pilot)
            await pilot.press("escape")
            await settled(pilot)


@pytest.mark.usefixtures("at_once")
async def test_home_says_that_nothing_is_left_open(archive: Archive) -> None:
    with recall.start(archive, candidate="Ada") as remembered:
        remembered.asked("What are you proud of?")
        remembered.answered("In May 2024 I moved 40 schools in six weeks, and all of them opened in time.")
        remembered.finish()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await until(lambda: "v      Review: nothing left open" in painted(pilot))
