"""The replay on the screen: every key, the timeline, what is revealed, branches, two side by side, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.archive import Archive
from simulator.replay.recording import recording_of
from simulator.sitting import Sitting
from simulator.transcript.reading import load
from simulator.tui.app import SecondRound
from simulator.tui.conversation import Conversation
from simulator.tui.lines import Lines
from simulator.tui.opening import AtReplay
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.pick import Pick
from simulator.tui.screens.replay import LONGEST, ReplayScreen
from simulator.tui.screens.side_by_side import SideBySide
from simulator.tui.timeline import Timeline
from tests.tui.conftest import Tick, noticed, on, painted, play, said, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

Begin = Callable[..., Sitting]
SIZES = [(120, 40), (80, 24), (60, 18)]


@pytest.fixture
def path(differing: Sitting) -> Path:
    """Return the transcript of a second round that notices differences."""
    differing.close()
    assert differing.kept_in is not None
    return Path(differing.kept_in)


@pytest.fixture(autouse=True)
def _clock(tick: Tick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReplayScreen.__init__, "__defaults__", (tick,))


def replaying(archive: Archive, path: Path, speed: float = 1.0) -> SecondRound:
    recording = recording_of(archive, path)
    recording.player.speed = speed
    return SecondRound(archive, AtReplay(recording))


async def stopped(pilot: Pilot[None]) -> ReplayScreen:
    await settled(pilot)
    screen = on(pilot, ReplayScreen)
    if screen.player.playing:
        await pilot.press("space")
    return screen


def last(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Conversation).as_text().rsplit("\n\n", 1)[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_it_plays_at_once_and_stops_on_space(
    archive: Archive, path: Path, tick: Tick, size: tuple[int, int]
) -> None:
    async with replaying(archive, path).run_test(size=size) as pilot:
        await settled(pilot)
        screen = on(pilot, ReplayScreen)
        assert "▶ playing 1x 0:00" in painted(pilot)
        assert "Hello Ada" in said(pilot)
        before = screen.player.place
        tick.now += 30
        screen.tick()
        await settled(pilot)
        assert screen.player.place > before
        assert "playing 1x 0:30" in painted(pilot)
        await pilot.press("space")
        assert "‖ stopped" in painted(pilot)
        place = screen.player.place
        tick.now += 30
        screen.tick()
        assert screen.player.place == place
        await pilot.press("space")
        assert screen.player.playing


async def test_steps_marks_and_both_ends(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        screen = await stopped(pilot)
        await pilot.press("home")
        first = last(pilot)
        await pilot.press("right")
        second = last(pilot)
        assert second != first
        await pilot.press("left")
        assert last(pilot) == first
        await pilot.press("tab")
        assert screen.player.shown().turns[-1].kind == "question"
        question = screen.player.place
        await pilot.press("tab", "shift+tab")
        assert screen.player.place == question
        await pilot.press("m", "m", "M")
        assert screen.player.place > question
        await pilot.press("end")
        assert "■ the end" in painted(pilot)
        assert "The interview is over." in said(pilot)
        await pilot.press("m")
        assert "no mark further" in noticed(pilot)
        await pilot.press("home")
        assert last(pilot) == first


async def test_speed_and_think_time(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        screen = await stopped(pilot)
        await pilot.press("]", ">")
        assert screen.player.speed == 4
        assert "4x" in painted(pilot)
        await pilot.press("[", "<", "<")
        assert screen.player.speed == 0.5
        await pilot.press("t")
        assert screen.player.longest == LONGEST
        assert "Silences cut to 3\u00a0s" in noticed(pilot)
        await pilot.press("t")
        assert screen.player.longest is None


async def test_what_was_hidden_is_shown_only_when_it_is_revealed(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("end")
        text = said(pilot)
        for hidden in ("Why:", "Goal:", "Noticed:", "In the notes"):
            assert hidden not in text
        await pilot.press("r")
        await settled(pilot)
        text = said(pilot)
        for hidden in ("Why:", "Goal: To know.", "Noticed:", "In the notes"):
            assert hidden in text
        assert "≠" in painted(pilot)
        assert "Revealed" in noticed(pilot)
        await pilot.press("home")
        assert "Noticed:" not in said(pilot)
        await pilot.press("r", "end")
        assert "Goal:" not in said(pilot)


async def test_before_the_end_nothing_is_revealed(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=3)
    sitting.close()
    async with replaying(archive, Path(sitting.kept_in)).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("end", "r")
        assert "Nothing can be revealed" in noticed(pilot)
        assert "Goal:" not in said(pilot)


async def test_a_click_on_the_timeline_goes_there(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        screen = await stopped(pilot)
        begin, width = pilot.app.screen.query_one(Timeline)._bar
        await pilot.click(Timeline, offset=(1 + begin + width - 1, 0))
        assert screen.player.at_end
        await pilot.click(Timeline, offset=(1 + begin + width // 2, 1))
        assert abs(screen.player.now - screen.player.total / 2) <= screen.player.total / width
        await pilot.click(Timeline, offset=(1, 0))
        assert screen.player.now > 0


async def test_it_is_searched_as_any_conversation(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("end", "/", *"hello", "enter")
        await settled(pilot)
        on(pilot, ReplayScreen)
        assert "Hello" in painted(pilot)


async def test_what_comes_later_is_found_and_gone_to_round_and_round(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        screen = await stopped(pilot)
        await pilot.press("home")
        place, first = screen.player.place, said(pilot)
        await pilot.press("/", *"over", "escape")
        assert (screen.player.place, said(pilot)) == (place, first)
        await pilot.press("/", *"interview", "space", *"is", "space", *"over")
        assert noticed(pilot) == "1 of 1"
        assert screen.player.at_end
        assert "The interview is over" in painted(pilot)
        await pilot.press("enter", "home", "/", *"tour")
        found = screen.player.place
        assert "tour" in painted(pilot)
        await pilot.press("enter", "n")
        assert screen.player.place > found
        await pilot.press("home", "N")
        assert "tour" in painted(pilot)


async def test_the_beginning_shows_the_first_line(archive: Archive, path: Path) -> None:
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("end", "home")
        await settled(pilot)
        assert "Hello Ada" in painted(pilot)


async def test_a_branch_goes_on_from_the_question_as_an_interview(archive: Archive, path: Path) -> None:
    before = path.read_bytes()
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        screen = await stopped(pilot)
        await pilot.press("home", "b")
        assert "No question has been asked yet" in noticed(pilot)
        await pilot.press("tab", "tab", "b")
        question = screen.player.question()
        assert question is not None
        assert "Answer again" in painted(pilot)
        await pilot.press("escape")
        on(pilot, ReplayScreen)
        await pilot.press("b", "enter")
        await settled(pilot)
        interview = on(pilot, InterviewScreen)
        branch = interview.seat.header.branched_from
        assert branch is not None
        assert (branch.transcript, branch.n) == (path.stem, question.n)
        assert interview.seat.open_line == load(path).turns[question.n - 1]
    assert path.read_bytes() == before


async def test_one_from_elsewhere_plays_but_does_not_branch(archive: Archive, path: Path, tmp_path: Path) -> None:
    mailed = tmp_path / "mailed.toml"
    mailed.write_bytes(path.read_bytes()[:-30])
    async with replaying(archive, mailed).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "breaks off" in painted(pilot)
        await pilot.press("end", "b", "enter")
        assert "comes from elsewhere" in noticed(pilot)
        on(pilot, ReplayScreen)
    assert mailed.read_bytes() == path.read_bytes()[:-30]


@pytest.mark.parametrize("size", SIZES)
async def test_two_are_put_side_by_side(archive: Archive, path: Path, size: tuple[int, int]) -> None:
    async with replaying(archive, path).run_test(size=size) as pilot:
        await stopped(pilot)
        await pilot.press("c")
        await settled(pilot)
        assert "0001-hr" in painted(pilot)
        assert path.stem not in painted(pilot).replace("Replay", "")
        await pilot.press("enter")
        await settled(pilot)
        screen = on(pilot, SideBySide)
        one, other = screen.query(Lines)
        asked = ["\n".join(line.text for line in pane.lines) for pane in (one, other)]
        assert all(asked)
        assert not any("Not asked." in text for text in asked)  # it opens where there is something to compare
        assert (one.region.y == other.region.y) == (size[0] >= 100)
        await pilot.press("d")
        text = "\n".join(line.text for pane in screen.query(Lines) for line in pane.lines)
        assert "[-" in text
        assert "{+" in text
        assert "differ" in noticed(pilot)
        number = screen._number
        await pilot.press("right", "left")
        assert screen._number == number
        await pilot.press("D")
        assert "No answers with other words" in noticed(pilot)
        await pilot.press("tab", "escape")
        on(pilot, ReplayScreen)


async def test_with_nothing_to_compare_it_says_so(archive: Archive, begin: Begin) -> None:
    sitting = play(begin())
    sitting.close()
    async with replaying(archive, Path(sitting.kept_in)).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("c")
        assert "There is no other interview yet" in painted(pilot)
        await pilot.press("escape")
        on(pilot, ReplayScreen)


async def test_it_is_written_out_in_the_format_of_the_files_ending(
    archive: Archive, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with replaying(archive, path).run_test(size=(80, 24)) as pilot:
        await stopped(pilot)
        await pilot.press("e", "enter")
        assert "Written to" in noticed(pilot)
        assert (tmp_path / f"{path.stem}.md").read_text().startswith("# ")
        await pilot.press("e", "enter")
        assert "is there already" in noticed(pilot)
        await pilot.press("e", "backspace", "backspace", *"doc", "enter")
        assert "end the name in" in noticed(pilot)
        await pilot.press("e", "escape")
        on(pilot, ReplayScreen)


async def test_from_home_one_is_chosen_and_left_again(archive: Archive, path: Path) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("p")
        on(pilot, Pick)
        await pilot.press("j", "G", "g", "k", "enter")
        await settled(pilot)
        on(pilot, ReplayScreen)
        await pilot.press("escape")
        on(pilot, Home)


async def test_begun_with_a_replay_escape_ends_it_and_speed_0_shows_all(archive: Archive, path: Path) -> None:
    app = replaying(archive, path, speed=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert on(pilot, ReplayScreen).player.at_end
        await pilot.press("escape")
    assert app.return_code == 0
