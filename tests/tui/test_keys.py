"""The one table of keys: what it feeds, and the keys of the user's own choice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.binding import Binding
from textual.widgets import TextArea

from simulator.archive import Archive
from simulator.config import FILE, Config, load
from simulator.files import InputError
from simulator.sitting import Sitting
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import SecondRound
from simulator.tui.keybar import MOST
from simulator.tui.keymap import EDITING, SAME, keymap_of
from simulator.tui.keys import KEYS, TABLE, bindings
from simulator.tui.opening import AtInterview
from simulator.tui.screens.cards import KeysCard
from tests.conftest import Run
from tests.test_floors import imported
from tests.tui.conftest import on, painted, said, settled, typed

Begin = Callable[..., Sitting]


def settings(archive: Archive, text: str) -> None:
    archive.home.mkdir(exist_ok=True)
    (archive.home / FILE).write_text(text, "utf-8")


def test_every_key_has_an_id_of_its_own_and_says_what_it_does() -> None:
    assert len(KEYS) == sum(len(keys) for keys in TABLE.values())
    for place in TABLE:
        for binding in bindings(place):
            assert binding.id in KEYS
            assert binding.tooltip


def test_no_key_of_the_table_is_one_that_terminals_send_as_another() -> None:
    for key in KEYS.values():
        assert not set(key.keys.split(",")) & SAME.keys()


def test_the_table_as_it_comes_could_be_written_into_the_file(tmp_path: Path) -> None:
    keys: dict[str, dict[str, str]] = {}
    for identity, key in KEYS.items():
        place, _, name = identity.partition(".")
        keys.setdefault(place, {})[name] = key.keys
    assert keymap_of(tmp_path, Config(keys=keys)) == {identity: key.keys for identity, key in KEYS.items()}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('interview.skpi = "f6"', "keys.interview.skpi: there is no such action; did you mean `interview.skip`?"),
        ('interview.skip = "f5"', "keys.interview.skip: F5 is the key of `interview.pause` already"),
        ('interview.skip = "ctrl+q"', "Ctrl+Q is the key of `app.quit` already"),
        ('interview.skip = "ctrl+h"', "terminals send Backspace for Ctrl+H"),
        ('interview.skip = "ctrl+m"', "terminals send Enter for Ctrl+M"),
        ('interview.skip = "alt+1"', "terminals can't tell Alt+1 from other keys"),
        ('interview.skip = "f7"', "F7 edits the text in a box"),
        ('interview.skip = "ctrl+p"', "Ctrl+P is the key of `app.command_palette` already"),
        ('interview.skip = "s"', "“s” is a letter to write there"),
        ('interview.skip = "f66"', "no key is called “f66”; did you mean “f6”?"),
        ('interview.skip = ""', "no key is called “”"),
        ('box.send = "shift+enter"', "only some terminals tell Shift+Enter from Enter"),
        ('home.new = "d"', "d is the key of `home.debrief` already"),
        ('home.new = "j"', "j is the key of `choices.cursor_down` already"),
    ],
)
def test_a_key_that_could_not_work_is_refused_with_the_reason(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / FILE).write_text(f"timer = true\n[keys]\n{line}\n", "utf-8")
    with pytest.raises(InputError) as raised:
        keymap_of(tmp_path, load(tmp_path))
    assert reason in str(raised.value)
    assert str(raised.value).startswith(f"{tmp_path / FILE}:3: keys.")


def test_two_actions_can_change_keys(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('[keys.interview]\nskip = "f5"\npause = "f8"\n', "utf-8")
    assert keymap_of(tmp_path, load(tmp_path)) == {"interview.skip": "f5", "interview.pause": "f8"}


def test_what_edits_text_is_known() -> None:
    for binding in Binding.make_bindings(TextArea.BINDINGS):
        plain = binding.key.rpartition("+")[0] in ("", "ctrl") and not binding.key.startswith("page")
        assert not plain or binding.key in {*EDITING, "ctrl+backspace"}


async def test_other_keys_are_gone_by_and_shown(archive: Archive, begin: Begin) -> None:
    settings(archive, '[keys.interview]\npause = "f12,f11"\n')
    async with SecondRound(archive, AtInterview(sitting := begin())).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f5")
        assert "paused" not in painted(pilot)
        await pilot.press("f12")
        await settled(pilot)
        assert "F12 goes on" in painted(pilot)
        assert "F12 Pause" in painted(pilot)
        await pilot.press("f11")
        assert not sitting.paused


async def test_enter_can_begin_a_new_line_instead_of_sending(archive: Archive, begin: Begin) -> None:
    settings(archive, 'submit_key = "ctrl+j"\n')
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "Ctrl+J send · Enter new line" in painted(pilot)
        await typed(pilot, "One")
        await pilot.press("enter")
        await typed(pilot, "two")
        assert pilot.app.screen.query_one(AnswerBox).text == "One\ntwo"
        await pilot.press("ctrl+j")
        await settled(pilot)
        assert pilot.app.screen.query_one(AnswerBox).text == ""
        assert "two" in said(pilot)


async def test_the_list_of_keys_begins_with_those_of_the_focus(archive: Archive, begin: Begin) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f1")
        await settled(pilot)
        on(pilot, KeysCard)
        shown = painted(pilot)
        places = [shown.index(each) for each in ("In the answer box", "Pass this question over", "Everywhere", "Undo")]
        assert places == sorted(places)
        await pilot.press("escape", "escape", "f1")
        await settled(pilot)
        shown = painted(pilot)
        assert "In the text" in shown
        assert "In the answer box" not in shown
        assert "Undo" not in shown


@pytest.mark.parametrize("width", [40, 60, 80, 120])
async def test_the_key_bar_has_at_most_seven_keys_and_all_of_them_fit(
    archive: Archive, begin: Begin, width: int
) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(width, 24)) as pilot:
        await settled(pilot)
        bar = painted(pilot).splitlines()[-1]
        assert bar.endswith("F1 Keys")
        assert len(bar.split("  ")) - 1 <= MOST


def test_all_keys_are_listed_with_those_of_the_users_choice(run_here: Run) -> None:
    run_here.home.mkdir()
    (run_here.home / FILE).write_text('[keys.interview]\nskip = "f12"\n', "utf-8")
    listed = json.loads(run_here(["keys", "--json"]).out)
    assert listed["format"] == 1
    assert {row["id"]: row["keys"] for row in listed["keys"]}["interview.skip"] == ["f12"]
    assert any(line.startswith("interview.skip ") and " f12 " in line for line in run_here(["keys"]).lines)


def test_a_faulty_key_ends_the_list_with_one_line(run_here: Run) -> None:
    run_here.home.mkdir()
    (run_here.home / FILE).write_text('[keys.interview]\nskip = "f5"\n', "utf-8")
    ran = run_here(["keys"])
    assert (ran.code, ran.out) == (2, "")
    assert "config.toml:2: keys.interview.skip: F5" in ran.err


def test_the_table_needs_no_textual() -> None:
    assert "textual" not in imported("import simulator.tui.keymap")
