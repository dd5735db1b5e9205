from __future__ import annotations

import pytest

from simulator import recall
from simulator.archive import Archive
from simulator.tui.answer_box import AnswerBox, TextBox
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtRecall
from simulator.tui.own_fields import OwnFields
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.recall import RecallScreen
from tests.tui.conftest import noticed, on, painted, pasted, said, settled, typed

SIZES = [(120, 40), (80, 24), (60, 18)]
ASKED = "Tell me about a time you disagreed with a colleague. What did you do?"


@pytest.mark.parametrize("size", SIZES[1:])
async def test_a_round_is_written_down_and_the_next_one_works_from_it(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        assert "F9 Begin" in painted(pilot)
        await typed(pilot, "Ben")
        await pilot.press("f9")
        await settled(pilot)
        assert "name the company" in noticed(pilot)
        await typed(pilot, "Westside School")
        await pilot.press("tab", "tab")
        await typed(pilot, "Teacher")
        await pilot.press("tab", "tab")
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
        assert interview.seat.header.round == "supervisor"
        assert (interview.seat.header.company, interview.seat.header.position) == ("Westside School", "Teacher")
        assert len(interview.seat.header.earlier) == 2
        assert any(item.why != "fresh" and item.earlier for item in interview.seat.header.agenda)


async def test_an_unfinished_one_goes_on_with_its_draft(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        await typed(pilot, "Ben")
        await pilot.press("tab", "right")  # the built-in company
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
        await pilot.press("tab", "right")
        assert not pilot.app.screen.query_one(OwnFields).display
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


async def test_ctrl_j_is_a_new_line_in_the_form_too(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("r")
        await settled(pilot)
        box = pilot.app.screen.query_one("#people", TextBox)
        box.focus()
        await pilot.press("a", "ctrl+j", "b", "shift+enter", "c", "enter", "d", "tab")
        assert box.text == "a\nb\nc\nd"
        assert not box.has_focus


async def test_f9_adds_a_question_without_an_answer_only_when_pressed_again(archive: Archive) -> None:
    remembered = recall.start(archive, candidate="Ben")
    async with SecondRound(archive, AtRecall(remembered)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pasted(pilot, "Why us?")
        await pilot.press("f9")
        await settled(pilot)
        screen = on(pilot, RecallScreen)
        assert "no answer yet" in noticed(pilot)
        assert not remembered.exchanges
        screen.query_one("#question", AnswerBox).focus()
        await pasted(pilot, " Why?")
        await pilot.press("f9")
        assert "no answer yet" in noticed(pilot)
        await pilot.press("f9")
        await settled(pilot)
        on(pilot, Home)
        assert [(each.asked.text, each.forgotten) for each in remembered.exchanges] == [("Why us? Why?", True)]


async def test_a_remembered_round_has_no_debrief_of_its_own(archive: Archive) -> None:
    with recall.start(archive, candidate="Ben") as remembered:
        remembered.asked("Why us?")
        remembered.answered("Because.")
        remembered.finish()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        assert "has no debrief of its own; the next one compares with it" in noticed(pilot)
        on(pilot, Home)


async def test_letters_typed_beside_the_boxes_go_to_the_next_one(archive: Archive) -> None:
    async with SecondRound(archive, AtRecall(recall.start(archive, candidate="Ben"))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        question, answer = pilot.app.screen.query(AnswerBox)
        await pilot.press("shift+tab", "W", "h", "y")
        assert (question.text, question.has_focus) == ("Why", True)
        await pilot.press("shift+tab", "I", "t")
        assert (answer.text, answer.has_focus) == ("It", True)


async def test_what_worried_them_and_what_should_have_been_said_go_with_the_last_answer(archive: Archive) -> None:
    remembered = recall.start(archive, candidate="Ben")
    async with SecondRound(archive, AtRecall(remembered)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f4")
        on(pilot, RecallScreen)
        await pasted(pilot, "How big is your team?")
        await pilot.press("enter")
        await pasted(pilot, "Eight.")
        await pilot.press("enter")
        for key, text in (("f4", "That I led nobody."), ("f3", "That two are new.")):
            await pilot.press(key)
            await settled(pilot)
            assert "How big is your team?" in painted(pilot)
            await typed(pilot, text)
            await pilot.press("enter")
            await settled(pilot)
            assert text in said(pilot)
    notes = [(turn.why, turn.text, turn.rests_on) for turn in remembered.transcript.turns if turn.kind == "note"]
    assert notes == [("their_concern", "That I led nobody.", 2), ("should_have_said", "That two are new.", 2)]
