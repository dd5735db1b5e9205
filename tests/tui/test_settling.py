from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from simulator.archive import Archive
from simulator.debrief import build
from simulator.sitting import Sitting, resume
from simulator.transcript.reading import load
from simulator.tui.app import SecondRound
from simulator.tui.lines import Lines
from simulator.tui.opening import AtInterview
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.which import WhichIsRight
from tests.tui.conftest import TOLD, debriefed, lines_of, noticed, on, painted, play, settled, tell

if TYPE_CHECKING:
    from textual.pilot import Pilot

SIZES = [(120, 40), (80, 24), (60, 18)]
ROWS = ("1  ", "2  ", "3  Both are true", "4  Not the same thing", "0  Later (Esc)")


def words(sitting: Sitting) -> list[str]:
    """Return what is on the disk of which passage is right."""
    return [turn.why for turn in load(sitting.path).turns if turn.kind == "settlement"]


def asked(pilot: Pilot[None]) -> str:
    """Return the panel's rows, empty where it is closed."""
    panel = pilot.app.screen.query_one(WhichIsRight)
    return "\n".join(str(option.prompt) for option in panel.options) if panel.display else ""


@pytest.mark.parametrize("size", SIZES)
async def test_each_difference_is_asked_after_the_round_with_one_key(
    archive: Archive, differing: Sitting, size: tuple[int, int]
) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=size) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        on(pilot, DebriefScreen)
        text = painted(pilot)
        assert "Which is right? 1 of 2" in text
        assert all(row in text for row in ROWS)
        assert all(round_ in text for round_ in ("First interview: HR, 2026-11-02", "Second interview: team lead, 2"))
        assert all(key in text for key in ("1 First", "2 Second", "3 Both", "4 Unlike", "0 Later", "F1 Keys"))
        first = asked(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert words(differing) == ["second"]
        assert "You said: the second is right." in " ".join(lines_of(pilot).split())
        assert "Which is right? 2 of 2" in painted(pilot)
        assert asked(pilot) != first
        await pilot.press("4")
        await settled(pilot)
        assert words(differing) == ["second", "unlike"]
        assert asked(pilot) == ""
        assert noticed(pilot) == "Noted. Press w to be asked again."
        await pilot.press("1")
        assert len(words(differing)) == 2
        await pilot.press("escape")
        on(pilot, InterviewScreen)


async def test_the_panel_leaves_the_text_in_sight(archive: Archive, differing: Sitting) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        pane, panel = pilot.app.screen.query_one(Lines), pilot.app.screen.query_one(WhichIsRight)
        (entry, _) = [each for each in build(differing.transcript, plan=differing.plan).findings if each.open]
        for size, text_rows in zip(SIZES, (20, 6, 2), strict=True):
            await pilot.resize_terminal(*size)
            for quote in ("eleven people", "several words " * 12, "李雷" * 80):
                passages = (
                    msgspec.structs.replace(each, quote=quote[:160], around="") for each in (entry.earlier, entry.now)
                )
                panel.put(msgspec.structs.replace(entry, earlier=next(passages), now=next(passages)), 1, 2)
                await settled(pilot)
                text = painted(pilot)
                assert all(row in text for row in ROWS), text
                assert text.count(f"“{quote[:10]}") == 2
                assert quote.startswith("李") or asked(pilot).count("”") == 2
                assert pane.size.height >= text_rows
                assert pane.region.bottom <= panel.region.y
        await pilot.press("j", "j")
        assert pane.scroll_offset.y == 2


async def test_a_choice_is_made_with_tab_and_enter_or_with_a_click(archive: Archive, differing: Sitting) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        assert "›" not in asked(pilot)
        await pilot.press("tab", "j", "down")
        assert "› 3  Both are true" in painted(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert words(differing) == ["both"]
        assert "› 1  " in painted(pilot)
        rows = painted(pilot).splitlines()
        await pilot.click(offset=(8, next(y for y, row in enumerate(rows) if "4  Not the same" in row)))
        await settled(pilot)
        assert words(differing) == ["both", "unlike"]
        assert asked(pilot) == ""
        assert isinstance(pilot.app.focused, Lines)


async def test_what_is_left_for_later_is_asked_again_from_home(archive: Archive, differing: Sitting) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        await pilot.press("escape", "1")
        await settled(pilot)
        assert noticed(pilot) == "Noted. Left for later: 1. Press w to be asked again."
        assert words(differing) == ["first"]
        await pilot.press("escape", "escape")
        await settled(pilot)
        on(pilot, Home)
        await pilot.press("d")
        await settled(pilot)
        assert "Which is right? 1 of 1" in painted(pilot)
        await pilot.press("3")
        await settled(pilot)
        assert words(differing) == ["first", "both"]
        await pilot.press("escape", "d")
        await settled(pilot)
        assert asked(pilot) == ""
        assert lines_of(pilot).count("You said:") == 2


async def test_a_word_can_be_changed(archive: Archive, differing: Sitting) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        for key in ("1", "2"):
            await pilot.press(key)
            await settled(pilot)
        assert "w Which is right" in painted(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert "✓ as you said" in asked(pilot)
        await pilot.press("3")
        await settled(pilot)
        await pilot.press("0")
        assert noticed(pilot) == "Noted. Press w to be asked again."
        assert [entry.settled for entry in build(load(differing.path)).findings if entry.severity == "WARN"][:1]
        assert words(differing) == ["first", "second", "both"]


async def test_one_key_answers_one_question(archive: Archive, differing: Sitting) -> None:
    async with SecondRound(archive, AtInterview(differing)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        for _ in range(2):
            pilot.app.simulate_key("1")
        pilot.app.screen.post_message(WhichIsRight.Chosen("2"))
        await settled(pilot)
        assert words(differing) == ["first"]
        for key in ("2", "q"):  # closed while it is built anew
            pilot.app.simulate_key(key)
        await settled(pilot)
        on(pilot, InterviewScreen)
        assert words(differing) == ["first", "second"]


async def test_a_transcript_open_elsewhere_is_a_notice(archive: Archive, differing: Sitting) -> None:
    differing.close()
    candidacy = next(archive.candidacies())
    async with SecondRound(archive).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        with resume(candidacy, differing.path):
            await pilot.press("1")
            await settled(pilot)
            assert "open in another second-round" in noticed(pilot)
            assert "Which is right? 1 of 2" in painted(pilot)
        await pilot.press("1")
        await settled(pilot)
        assert noticed(pilot) == ""
        assert words(differing) == ["first"]
        resume(candidacy, differing.path).close()  # it was let go


async def test_what_was_said_is_never_markup(archive: Archive, begin: Callable[..., Sitting]) -> None:
    hostile = "[/b] [@click=app.quit]x[/] 李雷"
    tell(begin(), {"work.q10": f"We are six people {hostile} in the team."}).close()
    second = tell(begin(), {"work.q10": f"We are nine people {hostile} in the team."})
    entry = next(each for each in build(second.transcript, plan=second.plan).findings if each.open)
    said = msgspec.structs.replace(entry.earlier, quote=hostile * 12, question=hostile, round=hostile)
    async with SecondRound(archive, AtInterview(second)).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        panel = on(pilot, DebriefScreen).query_one(WhichIsRight)
        panel.put(msgspec.structs.replace(entry, earlier=said), 1, 1)
        await settled(pilot)
        assert painted(pilot).count(hostile) > 2


async def test_nothing_is_asked_where_nothing_differs(archive: Archive, begin: Callable[..., Sitting]) -> None:
    tell(begin(), TOLD[0]).close()
    async with SecondRound(archive, AtInterview(play(begin(), ["I would have to look."]))).run_test(
        size=(80, 24)
    ) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        assert asked(pilot) == ""
        assert "w Which" not in painted(pilot)


async def test_two_facts_of_one_sentence_are_one_question(archive: Archive, begin: Callable[..., Sitting]) -> None:
    said = "I lead a team of {}, and we drive {} vans."
    tell(begin(), {"work.q10": said.format("six", "ninety")}).close()
    second = tell(begin(), {"work.q10": said.format("nine", "forty")})
    async with SecondRound(archive, AtInterview(second)).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await debriefed(pilot)
        assert "Which is right? 1 of 1" in painted(pilot)
        await pilot.press("2")
        await settled(pilot)
        assert words(second) == ["second", "second"]
        assert asked(pilot) == ""
