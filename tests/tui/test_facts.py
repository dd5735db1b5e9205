from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.lines import Lines
from simulator.tui.screens import home
from simulator.tui.screens.facts import FactsScreen
from simulator.tui.screens.home import Home
from tests.tui.conftest import TOLD, lines_of, noticed, on, painted, settled, tell, until

SIZES = [(120, 40), (80, 24), (60, 18)]
SHEET = '\n[facts]\nteam_size = "six [b]people[/b]"\n'


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "LOOK_BACK_AFTER", 0.01)


@pytest.mark.parametrize("size", SIZES)
async def test_the_facts_of_the_chosen_candidacy_are_shown(
    archive: Archive, begin: Callable[..., Sitting], size: tuple[int, int]
) -> None:
    tell(begin(), TOLD[0]).close()
    tell(begin(), {**TOLD[1], "work.q2": TOLD[0]["work.q2"], "work.q12": "I would want 41,000 pounds."}).close()
    file = next(archive.candidacies()).folder / "candidacy.toml"
    file.write_text(file.read_text("utf-8") + SHEET, "utf-8")
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        on(pilot, FactsScreen)
        text = lines_of(pilot)
        assert max(map(len, text.splitlines())) <= size[0]
        order = [text.index(head) for head in ("Differs: 1", "The same each time: 1", "Said in one round: 1")]
        assert order == sorted(order)
        for needed in ("! The size of your team", "= Your notice period", "– What you would like to earn"):
            assert needed in text
        for needed in ("“six [b]people[/b]”", "your fact sheet", "First interview: HR, 2026-11-02, turn "):
            assert needed in text
        assert "Press w to say which is right (1 to settle)." in " ".join(text.split())
        pane = pilot.app.screen.query_one(Lines)
        await pilot.press("G")
        assert pane.scroll_offset.y == pane.max_scroll_y
        await pilot.press("g", "escape")
        on(pilot, Home)


async def test_what_differs_is_settled_there(archive: Archive, differing: Sitting, at_once: None) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert "Which is right?" not in painted(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert "Which is right? 1 of 2" in painted(pilot)
        await pilot.press("2")
        await settled(pilot)
        await pilot.press("0")
        await settled(pilot)
        assert noticed(pilot) == "Noted. Left for later: 1. Press w to be asked again."
        text = lines_of(pilot)
        assert "(withdrawn)" in text
        assert "✓ The size of your team" in text or "✓ Your notice period" in text
        await pilot.press("q", "d")
        await settled(pilot)
        assert "Which is right? 1 of 1" in painted(pilot)


async def test_an_empty_ledger_says_so(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin().close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("f")
        await settled(pilot)
        assert "No fact that a question asked for has been told yet" in lines_of(pilot)


async def test_a_candidacy_that_went_away_is_a_notice(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin().close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        (next(archive.candidacies()).folder / "candidacy.toml").write_text("format = [")
        await pilot.press("f")
        await settled(pilot)
        assert "can't be read" in noticed(pilot)
        assert lines_of(pilot) == ""


async def test_home_tells_how_many_facts_there_are_to_settle(
    archive: Archive, differing: Sitting, at_once: None
) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await until(lambda: "2 facts to settle" in painted(pilot))
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("1")
        await settled(pilot)
        await pilot.press("q")
        await until(lambda: "1 fact to settle" in painted(pilot))
