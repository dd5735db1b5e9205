from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet

from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.content.own import write_own
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.candidacies import Candidacies
from simulator.tui.fields import Tick
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from tests.tui.conftest import lines_of, noticed, on, painted, pasted, play, said, settled, typed

SIZES = [(120, 40), (80, 24), (60, 18)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_home_says_what_to_do(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        text = painted(pilot)
        for key in ("Press n", "Press r", "F1", "q Quit"):
            assert key in text
        assert "Continue" not in text


@pytest.mark.parametrize("size", SIZES)
async def test_a_new_candidacy_begins_with_a_name_and_enter(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("n")
        assert "F9 Begin" in painted(pilot)
        await pilot.press("enter")
        assert "a name is needed" in noticed(pilot)
        await typed(pilot, "Ada")
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, InterviewScreen)
        assert "Ada" in said(pilot)
        assert "question 1 of 8" in painted(pilot)


async def test_another_round_and_tips_can_be_chosen(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await typed(pilot, "Ada")
        await pilot.press("tab", "tab", "right", "right", "tab", "space", "f9")
        await settled(pilot)
        screen = on(pilot, InterviewScreen)
        assert screen.seat.header.round == "supervisor"
        assert screen.seat.header.hints == "now"
        assert "* Tip:" in said(pilot)


async def test_the_rounds_are_those_of_the_process_chosen(archive: Archive) -> None:
    write_own(archive.home, load_library(archive.home), company="Harbour", about="", position="Rigger", duties=())
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("n", "tab", "tab", "left")
        assert "‹ Final panel ›  4 of 4" in painted(pilot)
        await pilot.press("shift+tab", "enter")
        await settled(pilot)
        assert "2 of 2" in painted(pilot)
        assert "‹ the one that comes next ›  1 of 4" in painted(pilot)
        process = pilot.app.screen.query_one("#process")
        await pilot.click(process, offset=(0, 0))
        assert "‹ Three rounds ›  1 of 2" in painted(pilot)
        await pilot.click(process, offset=(6, 0))
        await pilot.press("shift+tab")
        await typed(pilot, "Ada")
        await pilot.press("f9")
        await settled(pilot)
        assert on(pilot, InterviewScreen).seat.header.company == "Harbour"


async def test_the_way_through_the_rounds_is_told_in_words(archive: Archive, begin: Callable[..., Sitting]) -> None:
    play(begin()).close()
    play(begin(), most=2).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = painted(pilot)
        assert "✓ First interview: HR (done)" in text
        assert "… Second interview: team lead (under way)" in text
        assert "– Final panel (to come)" in text
        assert "Go on with: Second interview: team lead" in text
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, InterviewScreen)
        assert "Dana Ruiz" in said(pilot)


async def test_the_list_is_moved_through_with_letters(archive: Archive, begin: Callable[..., Sitting]) -> None:
    for name in ("Ada", "Ben", "Cem"):
        begin(name).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        options = pilot.app.screen.query_one(Candidacies)
        seen = []
        for key in ("j", "G", "k", "g"):
            await pilot.press(key)
            seen.append(options.highlighted)
            assert sum("› " in line for line in painted(pilot).splitlines()) == 1
        assert seen == [1, 2, 1, 0]


async def test_the_debrief_of_the_last_interview_opens(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin("Ben").close()
    play(begin()).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("d")
        await settled(pilot)
        on(pilot, DebriefScreen)
        assert "Coordinator, Quillbrook" in lines_of(pilot)
        await pilot.resize_terminal(60, 18)
        await settled(pilot)
        assert max(map(len, lines_of(pilot).splitlines())) <= 60
        await pilot.press("G", "g", "escape")
        on(pilot, Home)
        await pilot.press("j", "d")
        assert "no interview has come to its end" in noticed(pilot)


async def test_with_all_rounds_done_enter_is_the_debrief(archive: Archive, begin: Callable[..., Sitting]) -> None:
    for _ in range(3):
        play(begin()).close()
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        assert "All rounds are done" in painted(pilot)
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, DebriefScreen)
        await pilot.press("0", "escape", "n")  # which of two is right is left for later
        await settled(pilot)
        await pilot.press("f9")
        await settled(pilot)
        header = on(pilot, InterviewScreen).seat.header
        assert (header.candidate, header.round, header.attempt) == ("Ada Lovelace", "panel", 2)


async def test_the_way_out_is_always_shown(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin().close()
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        for width in (60, 40):
            await pilot.resize_terminal(width, 18)
            await settled(pilot)
            assert "q Quit  F1 Keys" in painted(pilot)


@pytest.mark.parametrize("theme", ["dark", "ansi-dark"])
async def test_the_tip_box_reads_without_colours(archive: Archive, monkeypatch: pytest.MonkeyPatch, theme: str) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = SecondRound(archive)
    app.theme = theme
    async with app.run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        await pilot.press("n")
        await settled(pilot)
        assert "[ ] show a tip" in painted(pilot)
        pilot.app.screen.query_one(Tick).focus()
        await pilot.press("space")
        assert "[x] show a tip" in painted(pilot)


async def test_the_palette_has_each_command_once(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin().close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        for keys in ((), ("enter",)):
            await settled(pilot)
            await pilot.press(*keys)
            await settled(pilot)
            names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
            assert len(set(names)) == len(names)
            assert {"Keys", "Quit", "Settings"} < set(names)
            assert not {"Maximize", "Screenshot"} & set(names)
        assert "Ask" in names


@pytest.mark.parametrize("key", ["d", "v", "f", "p"])
async def test_a_candidacy_that_went_away_meanwhile_is_a_notice(
    archive: Archive, begin: Callable[..., Sitting], key: str
) -> None:
    play(begin()).close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shutil.rmtree(next(archive.candidacies()).folder)
        await pilot.press(key)
        await settled(pilot)
        assert noticed(pilot).startswith("! ")


async def test_an_interview_open_elsewhere_is_a_notice(archive: Archive, begin: Callable[..., Sitting]) -> None:
    with begin():
        async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            await pilot.press("enter")
            await settled(pilot)
            on(pilot, Home)
            assert "open in another second-round" in noticed(pilot)


async def test_a_broken_transcript_is_told_and_the_rest_stays(archive: Archive, begin: Callable[..., Sitting]) -> None:
    sitting = begin("Ben")
    sitting.close()
    Path(sitting.path).write_text("format = 99\n")
    begin("Ada").close()
    async with SecondRound(archive).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        text = painted(pilot)
        assert "! First interview: HR (can't be read)" in text
        assert "Go on with: First interview: HR" in text


async def test_names_are_never_markup(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin("[/b] 李雷 [@click=app.quit]x[/]").close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "[/b] 李雷 [@click=app.quit]x[/]" in painted(pilot)


async def test_f1_shows_every_key_and_the_palette_has_them(archive: Archive, begin: Callable[..., Sitting]) -> None:
    begin().close()
    async with SecondRound(archive).run_test(size=(80, 31)) as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        text = painted(pilot)
        for what in ("Read the debrief", "Write down a first interview", "Last candidacy", "Ctrl+Q"):
            assert what in text
        await pilot.press("escape", "ctrl+p")
        await pasted(pilot, "Recall")
        await settled(pilot)
        await pilot.press("escape", "escape", "q")
    assert pilot.app.return_code == 0


async def test_one_of_many_is_found_by_a_part_of_the_name(archive: Archive, begin: Callable[..., Sitting]) -> None:
    for name in ("Ada", "Ben Okri", "Cem"):
        begin(name).close()
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        await pilot.press("/")
        await typed(pilot, "okri")
        await settled(pilot)
        assert "› Ben Okri" in painted(pilot)
        await typed(pilot, "zz")
        await settled(pilot)
        assert "nobody found" in noticed(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "› Ben Okri" in painted(pilot)
        on(pilot, Home)
        assert pilot.app.screen.query_one(Candidacies).has_focus


async def test_a_coach_with_many_candidates_sees_where_each_stands_and_types_to_see_fewer(
    archive: Archive, begin: Callable[..., Sitting]
) -> None:
    for number in range(40):
        begin(f"Candidate {number:02}").close()
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        shown = painted(pilot)
        assert shown.count("Candidate ") >= 8
        assert shown.count("Go on with: First interview: HR") >= 8
        await pilot.press("/")
        await typed(pilot, "quillbrook 07")
        await settled(pilot)
        assert [line.rstrip() for line in painted(pilot).splitlines() if "Candidate " in line] == [
            " › Candidate 07 · Coordinator at Quillbrook"
        ]
        await pilot.press("escape")
        await settled(pilot)
        assert "› Candidate 07" in painted(pilot)
        assert painted(pilot).count("Candidate ") >= 8


async def test_no_screen_that_opens_has_all_styles_parsed_anew(
    archive: Archive, begin: Callable[..., Sitting], monkeypatch: pytest.MonkeyPatch
) -> None:
    begin().close()
    anew: list[str] = []
    async with SecondRound(archive).run_test() as pilot:
        await settled(pilot)
        monkeypatch.setattr(Stylesheet, "reparse", lambda _: anew.append(type(pilot.app.screen).__name__))
        for key in ("n", "comma", "f1", "f", "r"):
            await pilot.press(key)
            await settled(pilot)
            assert not isinstance(pilot.app.screen, Home)
            await pilot.press("escape")
            await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, InterviewScreen)
    assert anew == []


async def test_faulty_content_of_ones_own_is_told(archive: Archive) -> None:
    (archive.home / "personas").mkdir(parents=True)
    (archive.home / "personas" / "x.toml").write_text("id =")
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "1 file of yours has faults and is left out" in painted(pilot)
