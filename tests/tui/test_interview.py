from __future__ import annotations

from collections.abc import Callable

import pytest
from textual import events

from simulator.archive import Archive
from simulator.interview import Plan, actions
from simulator.sitting import Sitting
from simulator.tui.answer_box import AnswerBox, speaking_time
from simulator.tui.app import SecondRound
from simulator.tui.conversation import Conversation
from simulator.tui.opening import AtInterview
from simulator.tui.pinned import Pinned
from simulator.tui.room_header import RoomHeader
from simulator.tui.screens.cards import Ask, Card
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from tests.tui.conftest import (
    ANSWERS,
    Tick,
    debriefed,
    noticed,
    on,
    painted,
    pasted,
    play,
    said,
    settled,
    typed,
)

SIZES = [(120, 40), (80, 24), (60, 18)]
HOSTILE = "[/nope] [@click=app.quit]x[/] it's [10%] {{ 7*7 }} \x1b[31mred\x1b]0;title\x07\x00 שלום 李雷 👩‍👩‍👧"
Begin = Callable[..., Sitting]


def kinds(sitting: Sitting) -> list[str]:
    return [turn.kind for turn in sitting.transcript.turns]


@pytest.mark.parametrize("size", SIZES[1:])
async def test_a_whole_interview_is_answered_from_the_keyboard(
    archive: Archive, begin: Begin, size: tuple[int, int]
) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=size) as pilot:
        await settled(pilot)
        for number in range(60):
            if sitting.ended:
                break
            await pasted(pilot, ANSWERS[number % 3])
            await pilot.press("enter")
        assert sitting.ended
        text = painted(pilot)
        assert "The interview is over." in text
        assert text.count("The interview is over") == text.count("Enter") == text.count("Esc") == 1
        assert "Enter Debrief  v Review  Esc Home" in text
        await debriefed(pilot)
        on(pilot, DebriefScreen)
        assert "Debrief: First interview: HR" in painted(pilot)
        await pilot.press("escape", "escape")
        await settled(pilot)
        on(pilot, Home)
        assert "Begin: Second interview" in painted(pilot)


async def test_what_the_first_answer_needs_is_prepared_while_the_question_is_read(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Plan] = []
    monkeypatch.setattr("simulator.tui.screens.interview.READY_AFTER", 0.001)
    monkeypatch.setattr("simulator.interview.ahead.get_ready", prepared.append)
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test() as pilot:
        for _ in range(100):
            await settled(pilot)
            if prepared:
                break
    assert prepared == [sitting.plan]


@pytest.mark.parametrize("size", SIZES)
async def test_everything_needed_is_on_the_screen(archive: Archive, begin: Begin, size: tuple[int, int]) -> None:
    for _ in range(2):
        play(begin()).close()
    async with SecondRound(archive, AtInterview(begin())).run_test(size=size) as pilot:
        await settled(pilot)
        text = painted(pilot)
        for needed in ("Final panel", "question 1 of 11", "▸ Maya", "Ingrid", "Dana", "Tomasz", "Farid", "0 of 60 min"):
            assert needed in text
        for needed in ("Your answer", "Enter send", "Ctrl+J new line", "F8 Skip", "Ctrl+L Leave", "F1 Keys"):
            assert needed in text


async def test_words_and_time_are_counted(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pasted(pilot, "word " * 210)
        assert "210 words · 1 min 30 s" in painted(pilot)
    assert speaking_time(1) == "0 s"


async def test_new_lines_and_pastes_never_send(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        await pilot.press("a", "ctrl+j", "b", "shift+enter", "c")
        await pasted(pilot, "\r\nd\n\ne\r")
        assert box.text == "a\nb\nc\nd\n\ne\n"
        assert "answer" not in kinds(sitting)


async def test_an_empty_answer_is_never_sent(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for keys in (("enter",), ("space", "enter"), ("ctrl+j", "enter")):
            await pilot.press(*keys)
            assert "nothing in the box" in noticed(pilot)
        assert "answer" not in kinds(sitting)


async def test_letters_that_come_with_enter_in_one_burst_are_the_next_answer(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        await pasted(pilot, ANSWERS[0])
        for key in ("enter", "z"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert [turn.text for turn in sitting.transcript.turns if turn.kind == "answer"] == [ANSWERS[0]]
        assert box.text == "z"


async def test_an_answer_is_taken_back_for_ten_seconds(archive: Archive, begin: Begin, tick: Tick) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        box = screen.query_one(AnswerBox)
        await pilot.press("ctrl+t")
        assert noticed(pilot) == "There is no answer to take back yet."
        await pasted(pilot, "Too early")
        await pilot.press("enter")
        assert "Ctrl+T takes it back (10 s)" in noticed(pilot)
        tick.now += 6
        screen.tick()
        assert "(5 s)" in noticed(pilot) or "(4 s)" in noticed(pilot)
        await pilot.press("m", "o", "r", "e", "ctrl+t")
        await settled(pilot)
        assert box.text == "Too early\nmore"
        assert sitting.draft() == "Too early\nmore"
        assert "You · taken back" in said(pilot)
        await pilot.press("ctrl+t")
        assert "taken back already" in noticed(pilot)
        await pilot.press("enter")
        tick.now += 11
        screen.tick()
        assert noticed(pilot) == ""
        await pilot.press("ctrl+t")
        assert "more than ten seconds ago" in noticed(pilot)
        await pilot.press("f8", "ctrl+t")
        assert "passed the last question over" in noticed(pilot)
        assert kinds(sitting).count("take_back") == 1


async def test_a_draft_is_kept_whatever_happens(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pasted(pilot, "half an ans")
        await pilot.press("escape", "escape", "ctrl+q")
    again = begin()
    assert again.draft() == "half an ans"
    async with SecondRound(archive, AtInterview(again)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        assert screen.query_one(AnswerBox).text == "half an ans"
        assert kinds(again).count("typing") == 1
        await typed(pilot, "wer")
        screen.tick()
        assert again.draft() == "half an answer"
        await pilot.press("ctrl+l")
        await settled(pilot)
        on(pilot, Home)
        await pilot.press("enter")
        await settled(pilot)
        assert pilot.app.screen.query_one(AnswerBox).text == "half an answer"


async def test_a_hang_up_keeps_the_draft(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    app = SecondRound(archive, AtInterview(sitting))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "gone")
        app._hang_up()
    assert sitting.draft() == "gone"
    assert app.return_code == 129


async def test_a_fault_keeps_the_draft_and_shows_no_answer(
    archive: Archive, begin: Begin, capsys: pytest.CaptureFixture[str]
) -> None:
    sitting = begin()
    app = SecondRound(archive, AtInterview(sitting))

    def fail() -> None:
        raise ValueError("my secret answer")

    with pytest.raises(ValueError, match="my secret answer"):  # noqa: PT012  # it comes out of the whole run
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await pasted(pilot, "my secret answer")
            pilot.app.call_later(fail)
            await pilot.pause()
    assert sitting.draft() == "my secret answer"
    assert app.return_code == 1
    output = capsys.readouterr()
    assert "secret" not in output.out + output.err
    assert "stopped by a fault of its own (ValueError in test_interview.py" in output.out + output.err


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_answer_is_text(archive: Archive, begin: Begin, size: tuple[int, int]) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=size) as pilot:
        await settled(pilot)
        await pasted(pilot, HOSTILE)
        painted(pilot)
        await pilot.press("enter")
        await settled(pilot)
        text = " ".join(said(pilot).split())
        assert "[/nope] [@click=app.quit]x[/] it's [10%] {{ 7*7 }} red שלום 李雷 👩‍👩‍👧" in text
        assert "\x1b" not in painted(pilot)
        for what in ("f3", "f4"):
            await pilot.press(what)
            await pasted(pilot, HOSTILE)
            await pilot.press("enter")
            await settled(pilot)
        painted(pilot)


async def test_an_endless_answer_is_shown(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        for text in ("x" * 100_000, "李" * 30_000, "word\n" * 20_000):
            screen.take(actions.Answer(text))
            await pilot.pause()
            painted(pilot)
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        painted(pilot)


async def test_skip_ask_note_who_pause_and_leave(archive: Archive, begin: Begin) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "kept")
        await pilot.press("f8")
        assert "You pass this question over." in said(pilot)
        await pilot.press("f3")
        on(pilot, Ask)
        await pasted(pilot, "how big is the team?")
        await pilot.press("escape", "ctrl+f", "enter")
        await settled(pilot)
        assert "how big is the team?" in said(pilot)
        await pilot.press("f4", "enter", *"calm", "enter")
        await settled(pilot)
        assert "✎ Your own note: calm" in said(pilot)
        await pilot.press("f2")
        await settled(pilot)
        on(pilot, Card)
        assert "Maya Okafor (HR business partner)" in painted(pilot)
        assert "Looks after hiring." in painted(pilot)
        await pilot.press("escape", "f5")
        assert "Paused" in noticed(pilot)
        assert "paused ·" in painted(pilot)
        await typed(pilot, "no")
        await pilot.press("enter", "f5", "y")
        assert pilot.app.screen.query_one(AnswerBox).text == "kepty"
        await pilot.press("ctrl+l")
        await settled(pilot)
        on(pilot, Home)
        assert "everything is saved" in noticed(pilot)
    assert kinds(sitting)[-1] == "leave"
    assert [kind for kind in kinds(sitting) if kind in ("skip", "ask", "note", "pause", "resume", "answer")] == [
        *("skip", "ask", "note", "pause", "resume")
    ]


async def test_silence_is_told_once_and_typing_ends_it(archive: Archive, begin: Begin, tick: Tick) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        for _ in range(5):
            tick.now += 6
            screen.tick()
        assert kinds(sitting).count("wait") == 1
        assert kinds(sitting).count("nudge") == 1
        await pasted(pilot, ANSWERS[0])
        await pilot.press("a", "enter", "b", "c")
        await settled(pilot)
        tick.now += 60
        screen.tick()
        assert kinds(sitting).count("typing") == 2
        assert kinds(sitting).count("wait") == 1


async def test_the_reader_stays_where_they_scrolled(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=6)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        conversation = pilot.app.screen.query_one(Conversation)
        assert conversation.is_vertical_scroll_end
        await pilot.press("pageup")
        await settled(pilot)
        where = conversation.scroll_offset.y
        assert where < conversation.max_scroll_y
        await pilot.press("f8")
        await settled(pilot)
        assert conversation.scroll_offset.y == where
        assert "new below" in noticed(pilot)
        await pilot.press("ctrl+end")
        await settled(pilot)
        assert conversation.is_vertical_scroll_end
        assert "new below" not in noticed(pilot)
        await pilot.press("f8")
        await settled(pilot)
        assert conversation.is_vertical_scroll_end
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        assert conversation.is_vertical_scroll_end


async def test_a_problem_stays_until_the_next_key(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=6)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        await pilot.press("f5")
        for keys in (("f8",), ("f3", *"why", "enter")):
            await pilot.press(*keys)
            await settled(pilot)
            for _ in range(3):
                screen.tick()
                assert noticed(pilot) == "! the interview is paused; resume it first"
        await pilot.press("j")
        assert noticed(pilot).startswith("Paused")
        await pilot.press("f5", "pageup", "f8")
        await settled(pilot)
        assert "new below" in noticed(pilot)
        await pilot.press("enter")
        screen.tick()
        assert "nothing in the box" in noticed(pilot)
        await pilot.press("pageup")
        assert "new below" in noticed(pilot)


async def test_letters_typed_in_the_conversation_go_to_the_box(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=6)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box, conversation = pilot.app.screen.query_one(AnswerBox), pilot.app.screen.query_one(Conversation)
        await pilot.press("escape", "g", "j", "k", "j", "up", "down")
        assert conversation.has_focus
        assert conversation.scroll_offset.y == 1
        assert sitting.draft() == ""
        await pilot.press("W", "e", "space", "j", "o")
        assert box.text == "We jo"
        await pilot.click(Conversation)
        assert box.has_focus
        await pilot.press("escape")
        await pasted(pilot, "ined")
        assert box.text == "We joined"
        await pasted(pilot, " it")
        assert box.text == "We joined it"
        await pilot.press("f5", "escape", "x")
        assert box.text == "We joined it"


SENTENCES = (
    "magma going slowly, jumping back",
    "My own No. Just why, you know; Keen Games g/m",
    "Pack my box with five dozen liquor jugs and WALTZ NYMPH FOR QUICK JIGS VEX BUD",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("at_once", [False, True])
async def test_no_letter_of_a_sentence_begun_in_the_conversation_is_lost(
    archive: Archive, begin: Begin, sentence: str, at_once: bool
) -> None:
    sitting = play(begin(), most=6)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        await pilot.press("escape")
        assert pilot.app.focused is not box
        if at_once:
            for letter in sentence:
                pilot.app.post_message(events.Key("space" if letter == " " else letter, letter))
        else:
            await typed(pilot, sentence)
        await settled(pilot)
        assert box.has_focus
        assert box.text == sentence


async def test_keys_pressed_a_while_before_are_not_what_is_written(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(play(begin(), most=6))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        box = pilot.app.screen.query_one(AnswerBox)
        for letter, at in (("j", 0.0), ("k", 0.5), ("I", 5.0)):
            key = events.Key(letter, letter)
            key.time = at
            pilot.app.post_message(key)
        await settled(pilot)
        assert box.text == "I"


@pytest.mark.parametrize("size", SIZES[1:])
async def test_the_open_question_is_always_in_view(archive: Archive, begin: Begin, size: tuple[int, int]) -> None:
    sitting = play(begin(), most=3)
    assert sitting.open_line is not None
    asked = sitting.open_line.text
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=size) as pilot:
        await settled(pilot)
        assert painted(pilot).count(asked) == 1
        assert not pilot.app.screen.query_one(Pinned).display
        screen = on(pilot, InterviewScreen)
        for note in range(9):
            screen.take(actions.OwnNote(f"note {note}"))
            await pilot.pause()
            await pilot.pause()
            assert painted(pilot).count(asked) == 1
        await pilot.press("f5", "f5")
        await settled(pilot)
        assert f"▸ Maya: {asked}" in painted(pilot)
        await pilot.press("ctrl+l")
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert f"▸ Maya: {asked}" in painted(pilot)
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        assert f"▸ Maya: {asked}" in painted(pilot)
        await pasted(pilot, "I was there.\n" * 30)
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("ctrl+t")
        await settled(pilot)
        assert painted(pilot).count(asked) == 1
        await pilot.press("pageup", "pageup")
        await settled(pilot)
        assert painted(pilot).count(asked) == 1


async def test_what_was_said_can_be_selected_and_copied(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(play(begin(), most=1))).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        conversation = pilot.app.screen.query_one(Conversation)
        conversation.text_select_all()
        await settled(pilot)
        chosen = pilot.app.screen.get_selected_text() or ""
        assert ANSWERS[0] in chosen
        painted(pilot)


async def test_what_was_resumed_looks_as_it_did(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=3)
    sitting.take(actions.TakeBack())
    sitting.take(actions.Pause())
    sitting.close()
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "You · taken back" in said(pilot)
        assert "Paused" in noticed(pilot)
        assert pilot.app.screen.query_one(AnswerBox).disabled


async def test_the_header_is_laid_out_anew_only_when_its_names_change(
    archive: Archive, begin: Begin, tick: Tick, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[bool] = []
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test() as pilot:
        await settled(pilot)
        header = pilot.app.screen.query_one(RoomHeader)
        monkeypatch.setattr(header, "refresh", lambda *, layout=False: laid.append(layout))
        tick.now += 61
        on(pilot, InterviewScreen).tick()
        assert laid == [False]
        on(pilot, InterviewScreen).tick()
        assert laid == [False]
