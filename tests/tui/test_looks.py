"""Every main screen in light colours, and without any; those that have no other snapshot in three sizes.

`pytest tests/tui -k "looks or snapshots" --snapshot-update` accepts a new look of all of them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from simulator import recall
from simulator.archive import Archive
from simulator.config import change
from simulator.transcript.turns import Person
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtInterview, AtRecall
from simulator.tui.theme import DARK, LIGHT
from tests.tui.conftest import ANSWERS, NOW, TOLD, play, tell
from tests.tui.test_snapshots import Begin, Compare, one_by_one, people, pressing

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.theme import Theme

SIZES = [(120, 40), (80, 24), (60, 18)]
ALONE = ("new", "settings", "keys", "review", "own-marks", "own-view", "said")
"""Screens of which there is no other snapshot in every size."""


@dataclass(frozen=True)
class Shown:
    """A screen: the program that shows it, and what is pressed to come there."""

    app: SecondRound
    before: Callable[[Pilot[None]], Awaitable[None]]


def screen(name: str, archive: Archive, begin: Begin) -> Shown:
    if name == "recall":
        who = (Person(id="jo", name="Jo March", title="HR"),)
        remembered = recall.start(archive, candidate="Ada", interviewers=who, on=NOW)
        remembered.asked("What do you know about us?")
        remembered.answered(ANSWERS[0])
        return Shown(SecondRound(archive, AtRecall(remembered)), pressing())
    if name in ("interview", "keys"):
        keys: Sequence[str] = ("f1",) if name == "keys" else ()
        return Shown(SecondRound(archive, AtInterview(play(begin(), most=2))), pressing(*keys))
    if name == "own-marks":
        return Shown(SecondRound(archive, AtInterview(play(begin()))), pressing("enter"))
    if name == "own-view":
        return Shown(SecondRound(archive, AtInterview(play(begin()))), one_by_one("enter", "n", "4"))
    if name in ("review", "said"):
        tell(begin(), TOLD[0]).close()
        tell(begin(), TOLD[1]).close()
        keys = ("v",) if name == "review" else ("d", "0", "0", "m", "t")
        return Shown(SecondRound(archive), one_by_one(*keys))
    if name == "facts":
        play(begin()).close()
    else:
        people(archive, begin)
    opened = {"home": (), "new": ("n",), "settings": ("comma",), "facts": ("f",)}
    return Shown(SecondRound(archive), pressing(*opened[name]))


@pytest.mark.parametrize("theme", ["light", "ansi-dark"])
@pytest.mark.parametrize("name", ["home", "new", "interview", "facts", "recall", "settings", "keys"])
def test_looks(
    archive: Archive, begin: Begin, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, name: str, theme: str
) -> None:
    if theme == "ansi-dark":
        monkeypatch.setenv("NO_COLOR", "1")
    change(archive.home, "theme", theme)
    shown = screen(name, archive, begin)
    assert snap_compare(shown.app, terminal_size=(80, 24), run_before=shown.before)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ALONE)
def test_looks_in_every_size(
    archive: Archive, begin: Begin, snap_compare: Compare, name: str, size: tuple[int, int]
) -> None:
    shown = screen(name, archive, begin)
    assert snap_compare(shown.app, terminal_size=size, run_before=shown.before)


def brightness(colour: Color) -> float:
    """Return the relative luminance, as WCAG 2 reckons it."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("ground", ["background", "surface", "panel"])
def test_whatever_is_to_be_read_stands_out(theme: Theme, ground: str) -> None:
    colours = theme.to_color_system().generate()
    below = brightness(Color.parse(colours[ground]))
    for name in ("foreground", "foreground-muted", "text-disabled", "primary", "success", "accent", "warning", "error"):
        above = brightness(Color.parse(colours[name]))
        ratio = (max(above, below) + 0.05) / (min(above, below) + 0.05)
        assert ratio >= 4, (name, ratio)
