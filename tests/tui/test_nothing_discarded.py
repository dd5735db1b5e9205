"""Esc and Ctrl+C discard nothing that was typed: in every box, on every screen that has one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input, TextArea

from simulator import recall
from simulator.archive import Archive
from simulator.interview import actions
from simulator.replay.recording import recording_of
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtCoach, AtHome, AtInterview, AtRecall, AtReplay, Opening
from tests.tui.conftest import noticed, play, settled, typed
from tests.tui.test_host import INVITATION
from tests.tui.test_trouble import full

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.widget import Widget

Begin = Callable[..., Sitting]
HEARD = "not lost"


def opening(name: str, archive: Archive, begin: Begin) -> Opening:
    match name:
        case "interview":
            return AtInterview(begin())
        case "coach":
            return AtCoach(begin())
        case "host":
            return AtCoach(begin(), INVITATION)
        case "recall":
            return AtRecall(recall.start(archive, candidate="Ada"))
        case "replay":
            with play(begin()) as held:
                return AtReplay(recording_of(archive, Path(held.kept_in)))
    return AtHome()


@dataclass(frozen=True)
class Box:
    """Something to write in: where, the keys that lead there, and those that lead there again after Esc."""

    where: str
    there: tuple[str, ...]
    again: tuple[str, ...]


BOXES = {
    "answer": Box("interview", (), ("escape",)),
    "question to the interviewers": Box("interview", ("f3",), ("f3",)),
    "note": Box("interview", ("f4",), ("f4",)),
    "coach's line": Box("coach", ("f9",), ("f9",)),
    "host's line": Box("host", (), ("f9",)),
    "remembered question": Box("recall", (), ("enter",)),
    "remembered answer": Box("recall", ("x", "enter"), ("enter", "enter")),
    "export": Box("replay", ("e", "end"), ("e",)),
    **{
        f"{key}, field {number}": Box("home", (key, *["tab"] * number), (key, *["tab"] * number))
        for key, numbers in (("n", (0,)), ("s", (0,)), ("o", (0, 1, 2, 3, 4)), ("r", (0, 3)))
        for number in numbers
    },
}


def box_of(pilot: Pilot[None]) -> Widget:
    focused = pilot.app.focused
    assert isinstance(focused, Input | TextArea), focused
    return focused


def text_of(pilot: Pilot[None]) -> str:
    box = box_of(pilot)
    return box.value if isinstance(box, Input) else box.text if isinstance(box, TextArea) else ""


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
async def test_what_was_typed_outlives_ctrl_c_and_esc(archive: Archive, begin: Begin, box: Box) -> None:
    async with SecondRound(archive, opening(box.where, archive, begin)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, *box.there)
        await typed(pilot, HEARD)
        before = text_of(pilot)
        assert HEARD in before
        await press(pilot, "ctrl+c")
        assert text_of(pilot) == before
        await press(pilot, "escape", *box.again)
        assert text_of(pilot) == before
        await press(pilot, "ctrl+c")
        assert text_of(pilot) == before


@pytest.mark.parametrize("where", ["coach", "host"])
@pytest.mark.parametrize("line", ["sya hello there", "say hello there"])
async def test_a_coachs_line_that_comes_to_nothing_stays(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch, where: str, line: str
) -> None:
    sitting = begin()
    sitting.take(actions.Begin())
    invitation = INVITATION if where == "host" else None
    async with SecondRound(archive, AtCoach(sitting, invitation)).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        if where == "coach":
            await press(pilot, "f9")
        await typed(pilot, line)
        with monkeypatch.context() as patched:
            patched.setattr(Sitting, "take", full)
            await press(pilot, "enter")
        assert text_of(pilot) == line
        assert sitting.transcript.turns[-1].kind != "say"


async def test_the_name_of_a_file_that_is_there_already_stays_to_be_changed(archive: Archive, begin: Begin) -> None:
    taken = archive.home.parent / "taken.md"
    taken.write_text("mine")
    async with SecondRound(archive, opening("replay", archive, begin)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await press(pilot, "e", "ctrl+u")
        await typed(pilot, "x")
        box = box_of(pilot)
        assert isinstance(box, Input)
        box.value = str(taken)
        await press(pilot, "enter")
        assert "is there already" in noticed(pilot)
        await press(pilot, "e")
        assert text_of(pilot) == str(taken)
    assert taken.read_text() == "mine"
