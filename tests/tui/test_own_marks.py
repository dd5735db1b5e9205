"""After a round the candidate rates their own answers, one key each, before the debrief."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.transcript.reading import unrated
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.own_marks import OwnMarksScreen
from simulator.tui.screens.own_view import OwnViewScreen
from tests.tui.conftest import lines_of, noticed, on, painted, play, settled
from tests.tui.test_trouble import full


def marks(sitting: Sitting) -> list[tuple[int, int]]:
    return [(turn.cause, turn.score) for turn in sitting.transcript.turns if turn.kind == "self_rating"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_each_answer_gets_a_mark_or_none_and_then_comes_the_debrief(
    archive: Archive, begin: Callable[..., Sitting], size: tuple[int, int]
) -> None:
    sitting = play(begin())
    answers = unrated(sitting.transcript.turns)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, OwnMarksScreen)
        text = painted(pilot)
        assert f"How was your answer? 1 of {len(answers)}" in text
        for shown in ("1  I'd want it again", "5  as I meant it", "0 Pass over", "Esc To the debrief"):
            assert shown in text
        assert answers[0].asked.text in " ".join(lines_of(pilot).split())
        await pilot.press("enter", "2", "0", "tab", "enter", *["5"] * (len(answers) - 3))
        await settled(pilot)
        on(pilot, OwnViewScreen)
        given = [2, 0, 1, *[5] * (len(answers) - 3)]
        numbers = [each.answers[-1].n for each in answers]
        assert marks(sitting) == [(n, mark) for n, mark in zip(numbers, given, strict=True) if mark]
        await pilot.press("q")
        await settled(pilot)
        on(pilot, DebriefScreen)
        await pilot.press("q")
        on(pilot, InterviewScreen)


@pytest.mark.parametrize("key", ["escape", "q"])
async def test_the_marks_can_be_left_and_are_not_asked_for_twice(
    archive: Archive, begin: Callable[..., Sitting], key: str
) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "1", key)
        await settled(pilot)
        on(pilot, DebriefScreen)
        await pilot.press("q", "enter")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert [mark for _, mark in marks(sitting)] == [1]


async def test_a_mark_that_cannot_be_written_is_told_and_asked_for_again(
    archive: Archive, begin: Callable[..., Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Sitting, "take", full)
            await pilot.press("3")
            await settled(pilot)
            assert "No space left on device" in noticed(pilot)
            assert "How was your answer? 1 of" in painted(pilot)
        await pilot.press("3")
        await settled(pilot)
        assert "How was your answer? 2 of" in painted(pilot)
        assert [mark for _, mark in marks(sitting)] == [3]


async def test_a_click_marks_an_answer(archive: Archive, begin: Callable[..., Sitting]) -> None:
    sitting = play(begin())
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.click("Marks", offset=(3, 4))
        await settled(pilot)
        assert [mark for _, mark in marks(sitting)] == [4]
