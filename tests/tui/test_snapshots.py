"""How the screens look; `pytest tests/tui/test_snapshots.py --snapshot-update` accepts a new look."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from simulator import debrief, recall
from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.transcript.turns import Person
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview, AtRecall
from simulator.tui.screens import recall_form
from tests.tui.conftest import ANSWERS, NOW, pasted, play, settled, typed

Begin = Callable[..., Sitting]
Compare = Callable[..., bool]
Before = Callable[[Pilot[None]], Awaitable[None]]


def pressing(*keys: str, text: str = "") -> Before:
    async def before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for box in pilot.app.screen.query(AnswerBox):
            box.cursor_blink = False
        if keys:
            await pilot.press(*keys)
        if text:
            await typed(pilot, text)
        for line in pilot.app.screen.query(Input):
            line.cursor_blink = False
        await settled(pilot)

    return before


def one_by_one(*keys: str) -> Before:
    """Press `keys`, each once what the one before led to stands."""

    async def before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys:
            await pilot.press(key)
            await settled(pilot)

    return before


def asking(*keys: str) -> Before:
    """Open the debrief after the round, and press `keys` one after the other."""
    return one_by_one("enter", "escape", *keys)


def people(archive: Archive, begin: Begin) -> None:
    play(begin("Grace Hopper")).close()
    play(begin("Grace Hopper"), most=3).close()
    begin("李雷 [b]not bold[/b]").close()
    for number, candidacy in enumerate(sorted(archive.candidacies(), key=lambda each: each.id)):
        for path in [candidacy.folder / "candidacy.toml", *candidacy.paths()]:
            os.utime(path, (number, number))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
def test_home(archive: Archive, begin: Begin, snap_compare: Compare, size: tuple[int, int]) -> None:
    people(archive, begin)
    assert snap_compare(SecondRound(archive), terminal_size=size, run_before=pressing())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
def test_interview(archive: Archive, begin: Begin, snap_compare: Compare, size: tuple[int, int]) -> None:
    play(begin()).close()
    play(begin()).close()
    app = SecondRound(archive, AtInterview(play(begin(hints="now"), most=2)))
    assert snap_compare(app, terminal_size=size, run_before=pressing(text="I was asked to"))


def test_interview_with_an_answer_taken_back(archive: Archive, begin: Begin, snap_compare: Compare) -> None:
    app = SecondRound(archive, AtInterview(play(begin(), most=2)))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("ctrl+t"))


def test_the_end(archive: Archive, begin: Begin, snap_compare: Compare) -> None:
    app = SecondRound(archive, AtInterview(play(begin())))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing())


@pytest.mark.parametrize("theme", ["dark", "ansi-dark"])
def test_without_colour(
    archive: Archive, begin: Begin, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, theme: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = SecondRound(archive, AtInterview(play(begin(), most=2)))
    app.theme = theme
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("ctrl+t"))


def test_all_keys(archive: Archive, begin: Begin, snap_compare: Compare) -> None:
    app = SecondRound(archive, AtInterview(begin()))
    assert snap_compare(app, terminal_size=(80, 24), run_before=pressing("f1"))


@pytest.fixture
def only_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debrief's text stays as it is here, whatever is written in one."""
    monkeypatch.setattr(debrief, "as_text", lambda _, width: "\n".join(f"{n}. " + "word " * 12 for n in range(width)))


@pytest.mark.usefixtures("only_words")
def test_debrief(archive: Archive, begin: Begin, snap_compare: Compare) -> None:
    app = SecondRound(archive, AtInterview(play(begin())))
    assert snap_compare(app, terminal_size=(80, 24), run_before=asking())


@pytest.mark.usefixtures("only_words")
@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
def test_which_is_right(archive: Archive, differing: Sitting, snap_compare: Compare, size: tuple[int, int]) -> None:
    app = SecondRound(archive, AtInterview(differing))
    assert snap_compare(app, terminal_size=size, run_before=asking("2", "tab"))


@pytest.mark.usefixtures("only_words")
def test_which_is_right_without_colour(
    archive: Archive, differing: Sitting, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = SecondRound(archive, AtInterview(differing))
    assert snap_compare(app, terminal_size=(80, 24), run_before=asking("2", "tab"))


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 18)])
def test_facts(archive: Archive, differing: Sitting, snap_compare: Compare, size: tuple[int, int]) -> None:
    entry = next(each for each in debrief.build(differing.transcript, plan=differing.plan).findings if each.open)
    differing.take(entry.settle("second"))
    differing.close()
    assert snap_compare(SecondRound(archive), terminal_size=size, run_before=pressing("f"))


def test_new(archive: Archive, snap_compare: Compare) -> None:
    assert snap_compare(SecondRound(archive), terminal_size=(80, 24), run_before=pressing("n", text="Ada"))


def test_recall_form(archive: Archive, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recall_form, "today", lambda: "2026-11-02")
    assert snap_compare(SecondRound(archive), terminal_size=(80, 24), run_before=pressing("r", text="Ada"))


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
def test_recall(archive: Archive, snap_compare: Compare, size: tuple[int, int]) -> None:
    interviewers = (Person(id="jo", name="Jo March", title="HR"), Person(id="amy", name="Amy March"))
    remembered = recall.start(archive, candidate="Ada", interviewers=interviewers, on=NOW - dt.timedelta(days=9))
    remembered.asked("What do you know about us?")
    remembered.answered(ANSWERS[0])
    app = SecondRound(archive, AtRecall(remembered))

    async def before(pilot: Pilot[None]) -> None:
        await pressing()(pilot)
        await pasted(pilot, "Amy: And what would you like to earn?")

    assert snap_compare(app, terminal_size=size, run_before=before)
