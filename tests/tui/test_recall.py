from __future__ import annotations

import pytest

from simulator.archive import Archive
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.recall import RecallScreen
from tests.tui.conftest import noticed, on, painted, pasted, said, settled, typed

SIZES = [(120, 40), (80, 24), (60, 18)]
ASKED = "Tell me about a time you disagreed with a colleague. What did you do?"


@pytest.mark.parametrize("size", SIZES)
async def test_a_round_is_written_down_and_the_next_one_works_from_it(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        assert "F9 Begin" in painted(pilot)
        await typed(pilot, "Ben")
        await pilot.press("tab", "tab", "tab")
        await pasted(pilot, "Jo March, HR\nAmy March, Recruiter")
        await pilot.press("f9")
        await settled(pilot)
        screen = on(pilot, RecallScreen)
        assert [person.name for person in screen.recall.header.interviewers] == ["Jo March", "Amy March"]
        text = painted(pilot)
        for needed in ("Jo March", "What were you asked?", "What did you answer?", "F9 Done", "Nothing is written"):
            assert needed in text
        await pasted(pilot, ASKED)
        await pilot.press("enter")
        await pasted(pilot, "I argued with a planner about 40 orders a week; we agreed after two days.")
        await pilot.press("enter")
        assert "1 question written down" in noticed(pilot)
        await pasted(pilot, "Amy: What do you earn?")
        await pilot.press("enter", "enter")
        assert "You don't remember your answer." in said(pilot)
        assert "Amy March (Recruiter)" in said(pilot)
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, Home)
        assert "the next round works from this now" in noticed(pilot)
        assert "✓ First interview: HR (done)" in painted(pilot)
        await pilot.press("enter")
        await settled(pilot)
        interview = on(pilot, InterviewScreen)
        assert interview.sitting.header.round == "supervisor"
        assert len(interview.sitting.header.earlier) == 2
        assert any(item.why != "fresh" and item.earlier for item in interview.sitting.header.agenda)


async def test_an_unfinished_one_goes_on_with_its_draft(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        await typed(pilot, "Ben")
        await pilot.press("f9")
        await settled(pilot)
        await pasted(pilot, "Why us?")
        await pilot.press("tab")
        await pasted(pilot, "Because of\nthe people")
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, Home)
        assert "Go on writing down" in painted(pilot)
        await pilot.press("enter")
        await settled(pilot)
        boxes = [box.text for box in pilot.app.screen.query(AnswerBox)]
        assert boxes == ["Why us?", "Because of\nthe people"]
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, Home)


async def test_what_is_missing_is_said(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        await pilot.press("f9")
        assert "a name is needed" in noticed(pilot)
        await typed(pilot, "Ben")
        pilot.app.screen.query_one("#date").focus()
        await pilot.press("x", "f9")
        assert "2026-11-02" in noticed(pilot)
        pilot.app.screen.query_one("#date").value = "2999-01-01"  # type: ignore[attr-defined]
        await pilot.press("f9")
        assert "still to come" in noticed(pilot)
        assert not list(archive.candidacies())
        pilot.app.screen.query_one("#date").value = "2026-01-01"  # type: ignore[attr-defined]
        await pilot.press("f9")
        await settled(pilot)
        await pilot.press("f9")
        assert "nothing is written down yet" in noticed(pilot)
        await pilot.press("tab")
        await typed(pilot, "an answer")
        await pilot.press("enter")
        assert "the question comes first" in noticed(pilot)
