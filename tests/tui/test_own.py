"""One's own company and position, and a short round, each one choice away from the home screen."""

from __future__ import annotations

import pytest

from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.tui.app import SecondRound
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from tests.tui.conftest import noticed, on, painted, settled, typed


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_five_answers_make_a_process(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        await pilot.press("f9")
        assert "a name is needed" in noticed(pilot)
        await typed(pilot, "Ada")
        await pilot.press("f9")
        await settled(pilot)
        assert "the company has no name yet" in noticed(pilot)
        for text in ("", "Harbour {{ 7 }}", "Boats.", "Rigger"):
            await typed(pilot, text)
            await pilot.press("enter")
        await typed(pilot, "Rig boats.")
        await pilot.press("ctrl+j")
        await typed(pilot, "Mend sails.")
        await pilot.press("f9")
        await settled(pilot)
        header = on(pilot, InterviewScreen).seat.header
        assert (header.company, header.position, header.round) == ("Harbour {{ 7 }}", "Rigger", "hr")
    process = load_library(archive.home).process("own-harbour-7-rigger")
    assert process.position.duties == ("Rig boats.", "Mend sails.")
    assert len(process.rounds) == 3
    (path,) = (archive.home / "processes").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_short_round_is_one_key_away(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        await typed(pilot, "Ada")
        await pilot.press("enter")
        await settled(pilot)
        assert "0 of 10 min" in painted(pilot)
        assert on(pilot, InterviewScreen).seat.header.round == "supervisor"


async def test_the_form_is_left_without_a_trace(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o", "escape")
        await settled(pilot)
        on(pilot, Home)
        assert not (archive.home / "processes").exists()
