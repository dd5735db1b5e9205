"""The settings screen: what it shows and changes, and what is told where it can't."""

from __future__ import annotations

import tomllib
from collections.abc import Callable

import pytest

from simulator.archive import Archive
from simulator.config import FILE, load, settings
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from simulator.tui.screens.settings import SettingsScreen
from simulator.tui.terminal import _light
from tests.tui.conftest import noticed, on, painted, settled


async def test_a_setting_is_changed_gone_by_and_saved_at_once(archive: Archive) -> None:
    async with (app := SecondRound(archive)).run_test(size=(80, 24)) as pilot:

        def theme() -> str:
            assert load(archive.home).theme == app.theme
            return app.theme

        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        on(pilot, SettingsScreen)
        shown = painted(pilot)
        assert all(setting.title in shown for setting in settings())
        assert "‹ dark ›" in shown
        await pilot.press("l")
        assert theme() == "light"
        assert "‹ light ›" in painted(pilot)
        await pilot.press("h", "h")
        assert theme() == "tokyo-night"
        await pilot.press("d")
        assert theme() == "dark"
        await pilot.press("j", "enter")
        assert not load(archive.home).colour
        assert pilot.app.no_color
        await pilot.press("q")
        await settled(pilot)
        on(pilot, Home)


async def test_every_setting_can_be_changed_by_key(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(60, 18)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        for setting in settings():
            await pilot.press("space")
            assert setting.title in noticed(pilot)
            await pilot.press("j")
    changed = tomllib.loads((archive.home / FILE).read_text("utf-8"))
    others = [setting.name for setting in settings() if setting.name != "process"]  # there is one alone here
    assert all(changed[name] != setting.default for name in others for setting in settings() if setting.name == name)


async def test_the_process_is_one_of_those_there_are(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        await pilot.press("G", "space")
        assert load(archive.home).process == "classic"


async def test_what_is_wrong_with_the_file_is_told_and_nothing_is_changed(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(120, 24)) as pilot:
        await settled(pilot)
        await pilot.press("comma")
        await settled(pilot)
        archive.home.mkdir(exist_ok=True)
        (archive.home / FILE).write_text("pacing = 'fsat'", "utf-8")  # edited meanwhile
        await pilot.press("l")
        assert f'{FILE}:1: `pacing` is "fsat"' in noticed(pilot)
        assert pilot.app.theme == "dark"
    assert (archive.home / FILE).read_text("utf-8") == "pacing = 'fsat'"


async def test_the_settings_are_to_be_had_from_an_interview_and_leave_it_as_it_was(
    archive: Archive, begin: Callable[..., Sitting]
) -> None:
    async with SecondRound(archive, AtInterview(begin())).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        names = {command.title: command for command in pilot.app.get_system_commands(pilot.app.screen)}
        assert "Take back" in names
        names["Settings"].callback()
        await settled(pilot)
        on(pilot, SettingsScreen)
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, InterviewScreen)


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\\x1b[?62;22c", True),
        (b"\x1b]11;rgb:fd/f6/e3\x07\x1b[?1;2c", True),
        (b"\x1b]11;rgba:1111/1111/1111/ffff\x1b\\", False),
        (b"\x1b[?62;22c", False),
        (b"", False),
    ],
)
def test_a_terminal_tells_whether_it_is_light(answer: bytes, light: bool) -> None:
    assert _light(answer) is light
