"""The coach's seat on one terminal: what is shown to whom, and that it never opens under somebody who types."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.coach_side import CoachLine
from simulator.tui.opening import AtCoach
from simulator.tui.screens import coach
from simulator.tui.screens.coach import CoachScreen, HeldOpen
from tests.tui.conftest import noticed, on, painted, said, settled, typed, until

SIZES = [(120, 40), (80, 24), (60, 18)]
Begin = Callable[..., Sitting]


@pytest.fixture
def seat(archive: Archive, begin: Begin) -> SecondRound:
    return SecondRound(archive, AtCoach(begin(round_id="panel")))


def kinds(sitting: Sitting) -> list[str]:
    return [turn.kind for turn in sitting.transcript.turns]


@pytest.mark.parametrize("size", SIZES)
async def test_the_coachs_side_opens_by_its_key_and_closes_by_escape(seat: SecondRound, size: tuple[int, int]) -> None:
    async with seat.run_test(size=size) as pilot:
        await settled(pilot)
        assert "Ahead" not in painted(pilot)
        assert "F9 Coach" in painted(pilot)
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, HeldOpen)
        assert "For the coach's eyes only" in painted(pilot)
        assert "This question" in painted(pilot)
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, CoachScreen)
        assert "For the coach's eyes only" not in painted(pilot)


async def test_it_closes_by_itself(seat: SecondRound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coach, "GLANCE", 0.01)
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await until(lambda: not isinstance(seat.screen, HeldOpen))
        on(pilot, CoachScreen)


async def test_it_never_opens_under_somebody_who_types(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "I have")
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, CoachScreen)
        assert "stays shut" in noticed(pilot)


@pytest.mark.parametrize("line", ["next", "/next", "NEXT", "question Maya: What is your favourite tool?"])
async def test_a_line_of_the_coachs_is_done_and_the_candidate_sees_what_follows(seat: SecondRound, line: str) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        sitting = on(pilot, CoachScreen).sitting
        before = kinds(sitting).count("question")
        await pilot.press("f9")
        pilot.app.screen.query_one(CoachLine).value = line
        await pilot.press("enter")
        await settled(pilot)
        assert kinds(sitting).count("question") == before + 1
        assert pilot.app.screen.query_one(CoachLine).value == ""
        await pilot.press("escape")
        await settled(pilot)
        last = next(turn for turn in reversed(sitting.transcript.turns) if turn.kind == "question")
        assert last.text.split()[-1] in said(pilot)


@pytest.mark.parametrize(("line", "says"), [("next Bob", "nobody"), ("cut soon", "minutes"), ("give Dana", "play")])
async def test_what_cannot_be_done_stays_in_the_line(seat: SecondRound, line: str, says: str) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        pilot.app.screen.query_one(CoachLine).value = line
        await pilot.press("enter")
        await settled(pilot)
        assert says in noticed(pilot)
        await pilot.press("escape", "f9")
        await settled(pilot)


async def test_what_could_not_be_done_makes_room_for_what_is_typed_next(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await typed(pilot, "remove 2")
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen.query_one(CoachLine).value == "remove 2"
        await typed(pilot, "help")
        assert pilot.app.screen.query_one(CoachLine).value == "help"


async def test_an_answer_that_was_sent_is_not_being_typed(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, CoachScreen)
        now = 100.0
        screen._tick = lambda: now
        await typed(pilot, "Six people.")
        now += 10
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, HeldOpen)


async def test_after_the_end_nothing_is_ahead(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await typed(pilot, "close")
        await pilot.press("enter")
        await settled(pilot)
        assert "In the room" in painted(pilot)
        assert "This question" not in painted(pilot)
        assert "Ahead" not in painted(pilot)


async def test_what_was_begun_is_there_when_it_opens_again(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        await typed(pilot, "cnote nervous")
        await pilot.press("escape", "f9")
        await settled(pilot)
        assert pilot.app.screen.query_one(CoachLine).value == "cnote nervous"


@pytest.mark.parametrize("line", ["help", "nonsense", "find scheduling", "plan"])
async def test_looking_something_up_changes_nothing_in_the_room(seat: SecondRound, line: str) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        sitting = on(pilot, CoachScreen).sitting
        before = kinds(sitting)
        await pilot.press("f9")
        pilot.app.screen.query_one(CoachLine).value = line
        await pilot.press("enter")
        await settled(pilot)
        assert "You looked up" in painted(pilot)
        assert kinds(sitting) == before


async def test_a_command_that_works_takes_away_what_was_wrong_with_the_one_before(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f9")
        line = pilot.app.screen.query_one(CoachLine)
        for written, wrong in (("rate 9", True), ("silence 99999999999", True), ("find conflict", False)):
            line.value = written
            await pilot.press("enter")
            await settled(pilot)
            assert ("! " in painted(pilot)) == wrong


async def test_an_answer_said_aloud_needs_no_text(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        sitting = on(pilot, CoachScreen).sitting
        await pilot.press("f10")
        await settled(pilot)
        answer = next(turn for turn in sitting.transcript.turns if turn.kind == "answer")
        assert (answer.text, answer.spoken) == ("", True)
        await typed(pilot, "six people")
        await pilot.press("f10")
        await settled(pilot)
        assert [turn.text for turn in sitting.transcript.turns if turn.kind == "answer"] == ["", "six people"]
        assert on(pilot, CoachScreen).query_one("#box").text == ""  # type: ignore[attr-defined]


async def test_the_coachs_marks_and_notes_are_not_in_the_conversation(seat: SecondRound) -> None:
    async with seat.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for line in ("cnote secret note", "mark 1 secret mark", "play Dana"):
            await pilot.press("f9")
            pilot.app.screen.query_one(CoachLine).value = line
            await pilot.press("enter")
            await settled(pilot)
            await pilot.press("escape")
            await settled(pilot)
        assert "secret" not in said(pilot)
        assert kinds(on(pilot, CoachScreen).sitting)[-3:] == ["coach_note", "mark", "take_over"]
