"""What goes wrong with a disk: it is told in the screen at hand, and nothing is lost."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator import files, recall, sitting
from simulator.archive import Archive
from simulator.recall import Recall
from simulator.sitting import Sitting
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview, AtRecall
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.new import NewScreen
from simulator.tui.screens.recall import RecallScreen
from simulator.tui.screens.recall_form import RecallForm
from simulator.tui.which import WhichIsRight
from tests.tui.conftest import debriefed, noticed, on, painted, pasted, settled, typed

if TYPE_CHECKING:
    from textual.pilot import Pilot

Begin = Callable[..., Sitting]


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/home/ada/file")


def unsaved(*_: object) -> bool:
    return False


@pytest.mark.parametrize(("key", "form", "chosen"), [("n", NewScreen, ()), ("r", RecallForm, ("tab", "right"))])
async def test_a_home_that_is_a_file_is_told_in_the_form(
    archive: Archive, key: str, form: type, chosen: tuple[str, ...]
) -> None:
    archive.home.write_text("a file")
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        await pasted(pilot, "Ada")
        await pilot.press(*chosen, "f9")
        await settled(pilot)
        on(pilot, form)
        assert noticed(pilot).startswith("! ")
        assert ": Not a directory" in noticed(pilot)
        archive.home.unlink()
        await pilot.press("f9")
        await settled(pilot)
        assert isinstance(pilot.app.screen, InterviewScreen | RecallScreen)


@pytest.mark.parametrize("module", [sitting, recall])
async def test_a_full_disk_is_told_at_home(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch, module: object
) -> None:
    if module is sitting:
        begin().close()
    else:
        recall.start(archive, candidate="Ada").close()
    monkeypatch.setattr(module, "start", full)
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, Home)
        assert noticed(pilot) == "! /home/ada/file: No space left on device"


@pytest.mark.parametrize("where", ["home", "interview"])
async def test_a_choice_that_cannot_be_written_is_told_in_the_debrief(
    archive: Archive, differing: Sitting, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    if where == "home":
        differing.close()
    app = SecondRound(archive) if where == "home" else SecondRound(archive, AtInterview(differing))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        if where == "home":
            await pilot.press("d")
            await settled(pilot)
        else:
            await debriefed(pilot)
        with monkeypatch.context() as patched:
            patched.setattr(Sitting, "take", full)
            await pilot.press("1")
            await settled(pilot)
        on(pilot, DebriefScreen)
        assert "No space left on device" in noticed(pilot)
        assert pilot.app.screen.query_one(WhichIsRight).display
        await pilot.press("1")
        await settled(pilot)
        assert noticed(pilot) == ""


async def test_an_answer_that_cannot_be_written_stays_in_the_box(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "kept")
        monkeypatch.setattr(Sitting, "take", full)
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, InterviewScreen).tick()
        assert "No space left on device" in noticed(pilot)
        assert pilot.app.screen.query_one(AnswerBox).text == "kept"


async def test_an_interview_whose_beginning_was_refused_begins_later(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = begin()
    with monkeypatch.context() as patched:
        patched.setattr(Sitting, "take", full)
        async with SecondRound(archive, AtInterview(begun)).run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            assert "No space left on device" in noticed(pilot)
            patched.undo()
            await typed(pilot, "hello")
            await pilot.press("enter")
            await settled(pilot)
            assert begun.begun
            assert all(turn.kind != "answer" for turn in begun.transcript.turns)
            assert pilot.app.screen.query_one(AnswerBox).text == "hello"


async def quit_twice(pilot: Pilot[None]) -> None:
    """Quit with a draft that can't be saved: it takes two presses, one right after the other."""
    await pilot.press("ctrl+q")
    await settled(pilot)
    assert pilot.app.is_running
    assert noticed(pilot) == "! The draft can't be saved. Ctrl+Q again quits without it"
    await pilot.press("a", "ctrl+q")
    await settled(pilot)
    assert pilot.app.is_running
    await pilot.press("ctrl+q")


async def test_a_draft_that_cannot_be_saved_is_told_and_not_thrown_away(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = SecondRound(archive, AtInterview(begin()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "half")
        screen = on(pilot, InterviewScreen)
        with monkeypatch.context() as patched:
            patched.setattr(Sitting, "save_draft", unsaved)
            screen.tick()
            assert noticed(pilot) == "! The draft can't be saved: make room"
            await typed(pilot, " an")
            screen.tick()
            assert noticed(pilot) == "! The draft can't be saved: make room"
            await pilot.press("ctrl+l")
            await settled(pilot)
            assert pilot.app.screen is screen
            assert "make room, or Ctrl+Q" in noticed(pilot)
        await pilot.press("s")
        screen.tick()
        assert noticed(pilot) == ""
        assert screen.seat.draft() == "half ans"
        monkeypatch.setattr(Sitting, "save_draft", unsaved)
        await pilot.press("w")
        await quit_twice(pilot)
    assert app.return_code == 0


async def test_what_is_remembered_and_cannot_be_saved_is_told(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = SecondRound(archive, AtRecall(recall.start(archive, candidate="Ada")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        monkeypatch.setattr(Recall, "save_draft", unsaved)
        await typed(pilot, "why")
        on(pilot, RecallScreen).tick()
        await pilot.press("y")
        assert noticed(pilot) == "! What you type can't be saved: make room"
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, RecallScreen)
        await quit_twice(pilot)
    assert app.return_code == 0


async def test_a_remembered_question_the_disk_refuses_stays(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    app = SecondRound(archive, AtRecall(recall.start(archive, candidate="Ada")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "why")
        await pilot.press("enter", "x")
        for method, key in (("asked", "enter"), ("finish", "f9")):
            with monkeypatch.context() as patched:
                patched.setattr(Recall, method, full)
                await pilot.press(key)
                await settled(pilot)
                on(pilot, RecallScreen)
                assert "No space left on device" in noticed(pilot)


@pytest.mark.parametrize(("size", "others"), [((80, 24), 1), ((60, 18), 0)])
async def test_a_damaged_candidacy_is_told_at_home(
    archive: Archive, begin: Begin, size: tuple[int, int], others: int
) -> None:
    for name in ("Ada", "Ben", "Cem", "Dan")[: 4 - others]:
        sitting = begin(name)
        sitting.close()
        (Path(sitting.path).parent.parent / "candidacy.toml").write_text("format =")
    if others:
        begin("Eve").close()
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        text = painted(pilot)
        assert text.count("! candidacies/") == 2
        assert f"! and {2 - others} more" in text
        assert "candidacy.toml: can't" in text
        assert ("› Eve" if others else "Press n to practise now") in text


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_a_transcript_that_can_not_be_read_stands_in_its_place_and_one_key_says_more(
    archive: Archive, begin: Begin, size: tuple[int, int]
) -> None:
    sitting = begin()
    sitting.close()
    path = Path(sitting.path)
    path.write_bytes(b"format = [")
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        assert "! First interview: HR (can't be read)" in painted(pilot)
        assert f"Mend or move away: {path.name}" in painted(pilot)
        assert str(path.parent) not in painted(pilot)
        await pilot.press("enter")
        on(pilot, Home)
        said = noticed(pilot)
        assert said.startswith(f"! {path.name}: its header can't be read")
        assert "mend it by hand" in said
        assert said.endswith(str(path.parent))
    assert path.read_bytes() == b"format = ["


def test_a_refusal_says_where_and_why() -> None:
    from simulator.tui.trouble import told

    assert told(files.InputError("a: b")) == "a: b"
    assert told(OSError(errno.EROFS, "Read-only file system", "home")) == "home: Read-only file system"
    assert told(OSError("strange")) == "OSError"
