"""The settings: a line each, changed by a key and gone by at once, out of the schema of `config.toml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.config import FILE, Setting, Value, settings
from simulator.text import one_line
from simulator.tui.app import app_of
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

NAME_CELLS = 16
"""Cells the name of a setting takes."""


class SettingsList(OptionList):
    """The settings, also with the keys of vi."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings-list")]


class SettingsScreen(Screen[None]):
    """Every setting with its value; what the marked one does stands below."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("settings")]

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(Content("Settings"), classes="title bar")
        yield SettingsList(*(Option("") for _ in settings()), id="settings")
        yield Static(id="help", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the values."""
        self._paint()

    @property
    def _list(self) -> SettingsList:
        return self.query_one(SettingsList)

    def _value(self, setting: Setting) -> Value:
        value: Value = getattr(app_of(self).config, setting.name)
        return value

    def _paint(self) -> None:
        marked = self._list.highlighted or 0
        for index, setting in enumerate(settings()):
            self._list.replace_option_prompt_at_index(index, self._row(setting, index == marked))
        setting = settings()[marked]
        default = f"{setting.name} in {FILE}; {_shown(setting.default)} where it says nothing."
        self.query_one("#help", Static).update(Content(f"{setting.help}\n{default}"))

    def _row(self, setting: Setting, marked: bool) -> Content:
        value = _shown(self._value(setting))
        return Content.assemble(
            "› " if marked else "  ",
            (setting.title.ljust(NAME_CELLS), "bold" if marked else ""),
            (f"‹ {value} ›", "bold") if marked else f"  {value}",
        )

    def on_option_list_option_highlighted(self) -> None:
        """Move the sign, and say what the marked one does."""
        self._paint()

    def on_option_list_option_selected(self) -> None:
        """Take the next value of what was clicked, or Enter pressed on."""
        self.action_next()

    def action_next(self) -> None:
        """Change the marked setting to its next value."""
        self._step(1)

    def action_previous(self) -> None:
        """Change the marked setting to the value before."""
        self._step(-1)

    def action_default(self) -> None:
        """Change the marked setting back to what it is where the file says nothing."""
        setting = settings()[self._list.highlighted or 0]
        self._change(setting, setting.default)

    def _step(self, by: int) -> None:
        setting = settings()[self._list.highlighted or 0]
        choices = setting.choices or tuple(entry.item.id for entry in app_of(self).library().of_kind("process"))
        value = self._value(setting)
        at = choices.index(value) + by if value in choices else 0
        self._change(setting, choices[at % len(choices)])

    def _change(self, setting: Setting, value: Value) -> None:
        notice = self.query_one(Notice)
        try:
            app_of(self).change_setting(setting.name, value)
        except TROUBLE as error:
            notice.say(told(error), problem=True)
            return
        notice.say(f"{setting.title}: {_shown(value)}. Saved.")
        self._paint()

    def action_first(self) -> None:
        """Go to the first setting."""
        self._list.action_first()

    def action_last(self) -> None:
        """Go to the last one."""
        self._list.action_last()

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


def _shown(value: Value) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return one_line(str(value), 40)
