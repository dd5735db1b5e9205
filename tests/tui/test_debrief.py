"""The debrief as a screen: set out under headings, searched, gone through, copied and written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.lines import Lines
from simulator.tui.screens.debrief import DebriefScreen
from tests.tui.conftest import lines_of, noticed, on, painted, settled, typed

SIZES = [(120, 40), (80, 24), (60, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_it_is_set_out_under_headings_without_rules_of_signs(
    archive: Archive, differing: Sitting, size: tuple[int, int]
) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("0", "0")
        await settled(pilot)
        assert "===" not in lines_of(pilot)
        assert "---" not in lines_of(pilot)
        pane = pilot.app.screen.query_one(Lines)
        headings = [line.text for line in pane.lines if line.look == "name"]
        assert "Different from what you said before" in headings
        assert "Scorecard" in headings
        assert "Question by question" in headings
        assert painted(pilot).splitlines()[0].startswith(" Debrief: Second interview: team lead")
        assert all(key in painted(pilot) for key in ("w Which is right", "/ Search", "t Turn", "F1 Keys"))
        width = pane.size.width
        assert all(line.indent + len(line.text) <= width for line in pane.lines)


async def test_headings_are_gone_through_and_words_are_found(archive: Archive, differing: Sitting) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("0", "0")
        pane = pilot.app.screen.query_one(Lines)
        seen = []
        for key in ("J", "J", "K"):
            await pilot.press(key)
            await settled(pilot)
            top = pane.scroll_offset.y
            seen.append(next(line.text for line in pane.lines[top:] if line.look == "name"))
        assert seen[0] == seen[2] != seen[1]
        await pilot.press("G", "/")
        await typed(pilot, "scorecard")
        await settled(pilot)
        assert "Scorecard" in painted(pilot)
        assert noticed(pilot).startswith("1 of ") or " of " in noticed(pilot)
        await pilot.press("escape")
        assert pane.scroll_offset.y == pane.max_scroll_y
        await pilot.press("/")
        await typed(pilot, "team")
        await pilot.press("enter", "n", "N")
        assert "“team”: " in noticed(pilot)
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        await pilot.press("n")
        assert "team" in painted(pilot)


async def test_it_is_copied_and_written_out(
    archive: Archive, differing: Sitting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    differing.close()
    monkeypatch.chdir(tmp_path)
    app = SecondRound(archive)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("0", "0", "Y")
        assert "Scorecard" in app.clipboard
        assert "\n\n" in app.clipboard
        await pilot.press("e", "enter")
        await settled(pilot)
        on(pilot, DebriefScreen)
        (written,) = tmp_path.glob("*-debrief.md")
        assert written.read_text("utf-8").startswith("# ")
        assert noticed(pilot).startswith("Written to ")
        await pilot.press("e", "enter")
        await settled(pilot)
        assert "is there already" in noticed(pilot)
        await pilot.press("e", *"x", "enter")
        await settled(pilot)
        assert "end the name in .md, .txt, .html" in noticed(pilot)
