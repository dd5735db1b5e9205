"""The conversation widget, on a screen of its own and in the interview."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from textual.app import App, ComposeResult

from simulator.archive import Archive
from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.transcript.turns import VISIBILITY, Turn
from simulator.tui.app import SecondRound
from simulator.tui.conversation import Conversation
from simulator.tui.laid import AROUND, KEPT, Laid
from simulator.tui.opening import AtInterview
from simulator.tui.pacing import Pacing
from simulator.tui.pinned import Pinned
from simulator.tui.search import SearchLine
from simulator.tui.wording import clock, entry_of
from tests.transcripts import header_of, turn
from tests.tui.conftest import ANSWERS, noticed, painted, play, said, settled, typed, until

if TYPE_CHECKING:
    from textual.pilot import Pilot

Begin = Callable[..., Sitting]

HEADER = header_of()


def exchange(n: int) -> list[Turn]:
    return [turn(n, "question", f"Question {n}: what came of it?"), turn(n + 1, "answer", "It went well.")]


def long_one(turns: int) -> list[Turn]:
    return [each for n in range(1, turns, 2) for each in exchange(n)]


class Alone(App[None]):
    """The widget and nothing else; what it tells is kept."""

    def __init__(self, turns: list[Turn]) -> None:
        super().__init__()
        self._turns = turns
        self.chosen: list[int] = []
        self.behind: list[int] = []

    def compose(self) -> ComposeResult:
        yield Conversation(HEADER)

    def on_mount(self) -> None:
        self.query_one(Conversation).add(self._turns)

    def on_conversation_chosen(self, event: Conversation.Chosen) -> None:
        self.chosen.append(event.n)

    def on_conversation_behind(self, event: Conversation.Behind) -> None:
        self.behind.append(event.turns)


def shown(pilot: Pilot[None]) -> Conversation:
    return pilot.app.screen.query_one(Conversation)


async def grown(pilot: Pilot[None]) -> None:
    """Wait until everything is laid out."""
    await until(lambda: shown(pilot)._laid.whole)
    await settled(pilot)


MARKED = [
    turn(1, "question", "How big is your team?"),
    turn(2, "answer", "Twelve."),
    turn(3, "finding", "The size of the team differs."),
    turn(4, "probe", "Twelve in all?"),
    turn(5, "answer", "Yes, twelve in all."),
    turn(6, "note", "say eight next time"),
    turn(7, "rating", "clear", speaker="coach"),
]


async def test_who_and_when_and_marks_are_told_in_words() -> None:
    async with Alone(MARKED).run_test(size=(60, 30)) as pilot:
        await settled(pilot)
        text = painted(pilot)
        for needed in (
            "Maya Okafor (HR) · 0:10",
            "Maya Okafor (HR) · ↳ follow-up · 0:40",
            "You · 0:50",
            "≠ Noticed: The size of the team differs.",
            "✎ Your own note: say eight next time",
            "★ Rated:",
        ):
            assert needed in text


async def test_the_next_mark_of_a_kind_is_gone_to() -> None:
    app = Alone(MARKED)
    async with app.run_test(size=(60, 8)) as pilot:
        await settled(pilot)
        conversation = shown(pilot)
        assert conversation.goto(1)
        assert [conversation.next_mark() for _ in range(6)] == [3, 4, 6, 7, None, None]
        assert conversation.next_mark(-1, {"question"}) == 1
        assert conversation.next_mark(1, {"probe"}) == 4
        assert conversation.cursor == 4
        await settled(pilot)
        assert "▌Maya Okafor (HR) · ↳ follow-up" in painted(pilot)
        assert not conversation.goto(99)
        await pilot.press("m", "M", "J", "K")
        await settled(pilot)
        assert app.chosen[-4:] == [6, 4, 5, 4]


async def test_the_end_of_many_turns_that_come_at_once_is_seen_before_the_others_are_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("simulator.tui.flow.IDLE", 1_000.0)
    async with Alone(exchange(1)).run_test(size=(60, 12)) as pilot:
        await pilot.pause()
        shown(pilot).add(long_one(3 * AROUND)[2:])
        await pilot.pause()
        assert f"Question {3 * AROUND - 1}" in painted(pilot)
        assert not shown(pilot)._laid.whole


async def test_a_long_one_stays_where_one_is_while_the_rest_is_laid_out() -> None:
    turns = long_one(5_000)
    async with Alone(turns).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        conversation = shown(pilot)
        assert "Question 4999" in painted(pilot)
        assert conversation.goto(1_001)
        await settled(pilot)
        assert conversation.in_view(1_001)
        assert "Question 1001" in painted(pilot)
        await grown(pilot)
        assert "Question 1001" in painted(pilot)
        assert conversation.in_view(1_001)
        await pilot.press("G")
        await settled(pilot)
        assert "Question 4999" in painted(pilot)
        await pilot.resize_terminal(50, 20)
        await settled(pilot)
        assert "Question 4999" in painted(pilot)
        conversation.goto(2_001)
        await settled(pilot)
        await pilot.resize_terminal(70, 20)
        await settled(pilot)
        await grown(pilot)
        assert "Question 2001" in painted(pilot)


async def test_what_is_gone_to_stays_in_view_whatever_is_laid_out_above_it_in_the_same_moment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("simulator.tui.flow.IDLE", 1_000.0)
    async with Alone(long_one(5_000)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        conversation = shown(pilot)
        assert conversation.goto(1_001)
        conversation._grow()
        await settled(pilot)
        assert "Question 1001" in painted(pilot)


async def test_what_comes_while_one_reads_further_up_is_counted() -> None:
    app = Alone(long_one(60))
    async with app.run_test(size=(60, 12)) as pilot:
        await settled(pilot)
        await pilot.press("pageup")
        await settled(pilot)
        before = said(pilot), shown(pilot).scroll_offset
        shown(pilot).add([turn(61, "question", "And now?")])
        await settled(pilot)
        assert "And now?" not in painted(pilot)
        assert said(pilot).startswith(before[0])
        assert shown(pilot).scroll_offset == before[1]
        await pilot.press("G")
        await settled(pilot)
        assert app.behind == [1, 0]
        assert "And now?" in painted(pilot)


async def test_turns_are_shown_instead_of_others() -> None:
    async with Alone(long_one(20)).run_test(size=(60, 12)) as pilot:
        await settled(pilot)
        conversation = shown(pilot)
        conversation.goto(3)
        conversation.put(long_one(6))
        await settled(pilot)
        assert conversation.cursor == 3
        assert "Question 5" in said(pilot)
        assert "Question 7" not in said(pilot)
        conversation.explain(5, ["Why: to hear it again"])
        await settled(pilot)
        assert "Why: to hear it again" in painted(pilot)
        conversation.put([])
        await settled(pilot)
        assert said(pilot) == ""


async def test_searching_goes_from_place_to_place(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(play(begin(), most=7))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("escape", "/")
        await typed(pilot, "customer")
        assert noticed(pilot) == "1 of 2"
        await pilot.press("down")
        assert noticed(pilot) == "2 of 2"
        await pilot.press("enter")
        await settled(pilot)
        assert shown(pilot).has_focus
        assert not pilot.app.screen.query(SearchLine)
        await pilot.press("n")
        assert noticed(pilot) == "“customer”: 1 of 2"
        await pilot.press("N")
        assert noticed(pilot) == "“customer”: 2 of 2"
        row = shown(pilot).scroll_offset.y
        await pilot.press("/")
        await typed(pilot, "nowhere")
        assert noticed(pilot) == "not found"
        await pilot.press("escape")
        await settled(pilot)
        assert shown(pilot).scroll_offset.y == row
        await pilot.press("n")
        assert "of" not in noticed(pilot)


async def test_copying_says_how_and_claims_nothing(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=2)
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown(pilot).goto(next(each.n for each in sitting.transcript.turns if each.kind == "answer"))
        await pilot.press("escape", "y")
        await settled(pilot)
        assert pilot.app.clipboard == f"You · 0:00\n{ANSWERS[0]}"
        assert "may put it into the clipboard (OSC 52)" in noticed(pilot)
        await pilot.press("Y")
        await settled(pilot)
        assert all(answer in pilot.app.clipboard for answer in ANSWERS[:2])
        await pilot.press("w")
        await settled(pilot)
        (path,) = (archive.home / "copies").iterdir()
        assert str(path) in noticed(pilot)
        assert ANSWERS[1] in path.read_text()
        assert path.stat().st_mode & 0o777 == 0o600


async def test_ctrl_c_copies_a_selection_or_says_how_to_quit(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(play(begin(), most=1))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "kept")
        await pilot.press("ctrl+c")
        await settled(pilot)
        assert "Ctrl+Q quits" in noticed(pilot)
        shown(pilot).text_select_all()
        await pilot.press("ctrl+c")
        await settled(pilot)
        assert ANSWERS[0] in pilot.app.clipboard
        assert "OSC 52" in noticed(pilot)
        assert pilot.app.screen.focused is not None
        assert getattr(pilot.app.screen.focused, "text", "") == "kept"


def test_laying_out_in_parts_gives_the_same_lines() -> None:
    entries = [entry for each in long_one(900) if (entry := entry_of(each, HEADER))]
    whole, parts = Laid(), Laid()
    for laid in (whole, parts):
        laid.replace(entries)
    parts.lay_around(450, 40)
    assert parts.laid(450)
    assert not any(map(parts.laid, (0, 450 - AROUND - 1, 450 + AROUND, 899)))
    whole.lay_around(0, 40)
    while not whole.whole:
        whole.grow(1_000)
    while not parts.whole:
        parts.grow(37)
    assert list(parts) == list(whole)
    assert parts[-3:] == list(whole)[-3:]
    assert len(parts._kept) <= KEPT < len(entries)
    assert [parts.rows(index) for index in range(900)] == [whole.rows(index) for index in range(900)]


@pytest.mark.parametrize(
    ("seconds", "told"), [(0.0, "0:00"), (65.9, "1:05"), (3_725.0, "1:02:05"), (-3.0, "0:00"), (1e300, "99:59:59")]
)
def test_room_time_is_told_in_minutes(seconds: float, told: str) -> None:
    assert clock(seconds) == told


def test_every_kind_of_turn_reads_as_something_or_is_not_painted() -> None:
    unseen = {kind for kind in VISIBILITY if entry_of(turn(1, kind, "text"), HEADER) is None}
    assert unseen == {"begin", "typing", "wait", "late_change"}


async def test_a_note_of_ones_own_is_a_mark(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=1)
    sitting.take(actions.OwnNote("ask about the team"))
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("escape", "M")
        await settled(pilot)
        assert "▌✎ Your own note: ask about the team" in painted(pilot)


def test_words_appear_one_after_the_other() -> None:
    entries = [entry for each in MARKED if (entry := entry_of(each, HEADER))]
    pacing = Pacing()
    assert pacing.begin(entries[:2], 2, "normal") > 0
    assert (pacing.seen(0), pacing.seen(1)) == (len("How"), -1)
    pacing.step(entries)
    assert pacing.seen(0) == len("How big")
    for _ in range(5):
        pacing.step(entries)
    assert pacing.done
    assert pacing.begin(entries, 5, "off") == 0
    assert pacing.done


async def test_an_interviewers_words_take_their_time_and_any_key_shows_them_all(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=1)
    app = SecondRound(archive, AtInterview(sitting))
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        line = sitting.open_line
        assert line is not None
        assert line.text in painted(pilot)
        await typed(pilot, "I did")
        await pilot.press("enter")
        await pilot.pause()
        asked = sitting.open_line
        assert asked is not None
        assert asked.text not in painted(pilot)
        await pilot.press("x")
        await pilot.pause()
        assert asked.text in painted(pilot)


async def test_what_is_being_said_is_in_view_however_much_follows_it(archive: Archive, begin: Begin) -> None:
    sitting = begin(round_id="panel")
    app = SecondRound(archive, AtInterview(sitting))
    app.animation_level = "full"
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        greeting = next(turn for turn in sitting.transcript.turns if turn.kind == "greeting")
        conversation = app.screen.query_one(Conversation)
        for _ in range(3):
            conversation._step()
        await settled(pilot)
        assert greeting.text.split()[0] in painted(pilot)
        assert sitting.open_line is not None
        assert not app.screen.query_one(Pinned).display
        while conversation._stepping is not None:
            conversation._step()
            assert conversation.is_vertical_scroll_end
        await settled(pilot)
        assert sitting.open_line.text in painted(pilot)
        assert conversation.rows == len(conversation.lines) > conversation.size.height
