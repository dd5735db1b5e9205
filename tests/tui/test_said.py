"""From something in the debrief to the turn it rests on, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.debrief.places import named, places
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.conversation import Conversation
from simulator.tui.lines import Lines
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.said import SaidScreen
from tests.tui.conftest import TOLD, lines_of, noticed, on, painted, play, settled


@pytest.mark.parametrize("transcript", ["", "0001-hr", "0012-same-again"])
def test_a_turn_is_found_by_its_name_also_across_lines(transcript: str) -> None:
    for text in (f"“Six.” ({named(7, transcript)})", f"(asked again; see {named(7, transcript)})"):
        for written in (text, text.replace("turn 7", "turn\n     7"), text.replace(", turn", ",\n turn")):
            (place,) = places(written)
            assert (place.transcript, place.n) == (transcript, 7)
            assert written[place.start : place.end].split() == named(7, transcript).split()
    assert not places("It was my turn 7 times, turn 7, turn (7).")


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
async def test_one_key_shows_what_was_said_and_another_leads_back(
    archive: Archive, differing: Sitting, size: tuple[int, int]
) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("0", "0")
        await settled(pilot)
        pane = pilot.app.screen.query_one(Lines)
        seen = []
        for _ in range(3):
            await pilot.press("m")
            await settled(pilot)
            assert noticed(pilot).startswith("t shows ")
            where, text = pane.scroll_offset, painted(pilot)
            await pilot.press("t")
            await settled(pilot)
            on(pilot, SaidScreen)
            conversation = pilot.app.screen.query_one(Conversation)
            seen.append((conversation.header.round, conversation.cursor))
            assert "▌" in painted(pilot)
            await pilot.press("escape")
            on(pilot, DebriefScreen)
            assert pane.scroll_offset == where
            assert lines_of(pilot).startswith("Coordinator, ")
            assert painted(pilot) == text
        assert len(set(seen)) == 3
        await pilot.press("M", "M", "t")
        await settled(pilot)
        conversation = pilot.app.screen.query_one(Conversation)
        assert (conversation.header.round, conversation.cursor) == seen[0]


async def test_a_difference_leads_to_both_rounds(archive: Archive, differing: Sitting) -> None:
    differing.close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        await pilot.press("0", "0")
        text = lines_of(pilot).splitlines()
        told = {}
        for line, row in enumerate(text):
            if ("two months" in row and "then" in row) or ("four months" in row and "now" in row):
                pilot.app.screen.query_one(Lines).scroll_to(y=line, animate=False)
                await pilot.pause()
                await pilot.click(Lines, offset=(5, 0))
                await pilot.press("t")
                await settled(pilot)
                conversation = pilot.app.screen.query_one(Conversation)
                n = conversation.cursor
                (candidacy,) = archive.candidacies()
                kept = {each.header.id: each.transcript for each in candidacy.kept}
                said = {turn.n: turn.text for turn in kept[conversation.header.id].turns}
                told[conversation.header.round] = said[n or 0]
                await pilot.press("t")
        assert told == {"hr": TOLD[0]["work.q2"], "supervisor": TOLD[1]["work.q2"]}


async def test_a_round_that_is_gone_is_a_notice(archive: Archive, differing: Sitting) -> None:
    differing.close()
    (candidacy,) = archive.candidacies()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        candidacy.paths()[0].unlink()
        await pilot.press("0", "0")
        for _ in range(20):
            await pilot.press("m")
            if "0001-hr" in noticed(pilot):
                break
        await pilot.press("t")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert "there is no transcript" in noticed(pilot)


async def test_two_interviews_are_written_to_two_files(archive: Archive, begin: Callable[..., Sitting]) -> None:
    for name in ("Ada", "Ben"):
        play(begin(name), most=2).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        for key in ("g", "G"):
            await settled(pilot)
            await pilot.press(key, "enter")
            await settled(pilot)
            await pilot.press("escape", "w", "w")
            await settled(pilot)
            await pilot.press("ctrl+l")
    texts = [path.read_text("utf-8") for path in (archive.home / "copies").iterdir()]
    assert sorted("Ben" in text for text in texts) == [False, True]
