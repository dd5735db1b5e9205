"""What the answer box does beside sending."""

from __future__ import annotations

import contextlib
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.config import change
from simulator.interview import actions
from simulator.sitting import Sitting
from simulator.tui import answer_box
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.earlier import Earlier
from simulator.tui.opening import AtInterview
from tests.tui.conftest import ANSWERS, Tick, noticed, painted, play, settled, typed

Begin = Callable[..., Sitting]


def test_earlier_texts_are_walked_through_and_come_back_as_they_were_left() -> None:
    earlier = Earlier()
    earlier.fill(["one", "two"])
    assert earlier.move(1, "draft") is None
    assert earlier.move(-1, "draft") == "two"
    assert earlier.move(-1, "two, changed") == "one"
    assert earlier.move(-1, "one") is None
    assert earlier.move(1, "one") == "two, changed"
    assert earlier.move(1, "two, changed") == "draft"
    earlier.sent("one")
    assert [earlier.move(-1, ""), earlier.move(-1, "one")] == ["one", "two"]


async def test_what_was_sent_before_comes_back_with_up_at_the_beginning(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(play(begin(), most=2))).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        await typed(pilot, "a draft")
        await pilot.press("up")
        assert box.text == "a draft"
        await pilot.press("up")
        assert box.text == ANSWERS[1]
        await pilot.press("up")
        assert box.text == ANSWERS[0]
        box.move_cursor(box.document.end)
        await pilot.press("down")
        assert box.text == ANSWERS[1]
        await pilot.press("down")
        assert box.text == "a draft"
        await pilot.press("down")
        assert box.text == "a draft"


async def test_what_joins_letters_is_typed_as_any_other_letter(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("a", "zero_width_joiner", "b", "zero_width_non_joiner", "c")
        assert pilot.app.screen.query_one(AnswerBox).text == "a\u200db\u200cc"


async def test_the_cursor_stays_lit_when_nobody_writes(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answer_box, "BLINKS_FOR", 3600)
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        blinking = [box.cursor_blink]
        monkeypatch.setattr(answer_box, "BLINKS_FOR", 0.001)
        await pilot.press("a")
        while box.cursor_blink:
            await settled(pilot)
        monkeypatch.setattr(answer_box, "BLINKS_FOR", 3600)
        await pilot.press("left")
        assert [*blinking, box.cursor_blink] == [True, True]


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that can be lent to another program, as no test's can."""

    @contextlib.contextmanager
    def suspend(_: SecondRound) -> Iterator[None]:
        yield

    monkeypatch.setattr(SecondRound, "suspend", suspend)


def editor(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    script = folder / "editor.py"
    script.write_text(f"import os, pathlib, sys\npath = pathlib.Path(sys.argv[1])\n{code}\n")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")


@pytest.mark.usefixtures("lent")
async def test_an_answer_is_written_in_ones_own_editor(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    editor(
        monkeypatch,
        tmp_path,
        f"pathlib.Path({str(seen)!r}).write_text(f'{{path}} {{path.stat().st_mode}} {{path.parent.stat().st_mode}}')\n"
        "path.write_text(path.read_text() + ', twice\\n\\x1b[31mred\\n')",
    )
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "once")
        await pilot.press("f6")
        await settled(pilot)
        box = pilot.app.screen.query_one(AnswerBox)
        assert box.text == "once, twice\nred"
        assert sitting.draft() == "once"
        await pilot.press("ctrl+z")
        assert box.text == "once"
    path, *modes = seen.read_text().split()
    assert [stat.S_IMODE(int(mode)) for mode in modes] == [0o600, 0o700]
    assert not Path(path).parent.exists()


@pytest.mark.usefixtures("lent")
@pytest.mark.parametrize(("code", "said"), [("sys.exit(3)", "ended with an error (3)"), (None, "set EDITOR to")])
async def test_an_editor_that_fails_leaves_the_text(
    archive: Archive, begin: Begin, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str | None, said: str
) -> None:
    if code is None:
        monkeypatch.setenv("VISUAL", "no-such-editor-anywhere")
    else:
        editor(monkeypatch, tmp_path, code)
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await typed(pilot, "once")
        await pilot.press("f6")
        await settled(pilot)
        assert said in noticed(pilot)
        assert pilot.app.screen.query_one(AnswerBox).text == "once"


async def test_without_a_terminal_to_lend_the_editor_is_refused(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f6")
        assert "can't be lent" in noticed(pilot)


async def test_silence_and_time_are_shown_unless_not_wanted(archive: Archive, begin: Begin, tick: Tick) -> None:
    sitting = begin()
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        tick.now += 9
        pilot.app.screen.tick()  # type: ignore[attr-defined]
        await settled(pilot)
        assert "… silence 9 s" in painted(pilot)
        await pilot.press("x")
        await settled(pilot)
        assert "silence" not in painted(pilot)
        assert "0 of 30 min" in painted(pilot)
    sitting.close()
    change(archive.home, "timer", False)
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "30 min" not in painted(pilot)


async def test_who_came_in_late_stands_in_the_header(archive: Archive, begin: Begin) -> None:
    sitting = play(begin(), most=1)
    sitting.take(actions.LateChange(why="add", to="dana-ruiz"))
    async with SecondRound(archive, AtInterview(sitting)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Dana Ruiz (Team lead)" in painted(pilot).splitlines()[1]
