from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.archive import Archive
from simulator.sitting import Sitting
from simulator.text import clean
from simulator.tui.keys import TABLE, bindings, shown
from simulator.tui.wrap import wrap

TEXTS = st.text(st.sampled_from("ab  \n\t—“李👩\u200d\ufe0f\u0301ש"), max_size=60) | st.text(max_size=60)


@given(TEXTS, st.integers(2, 30))
@example("\u0301 a李", 2)
@example("\u200d\u200da李", 2)
def test_wrapped_text_fits_and_nothing_is_lost(text: str, width: int) -> None:
    text = clean(text)
    pieces = wrap(text, width)
    assert all(cell_len(piece.text) <= width for piece in pieces)
    joined = "".join(piece.text + piece.joiner for piece in pieces)
    assert joined == text.expandtabs(4) + "\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("one two three", ["one two", "three"]),
        ("one  two", ["one  two"]),
        ("abcdefghijklm", ["abcdefgh", "ijklm"]),
        ("李雷李雷李", ["李雷李雷", "李"]),
        ("ein 李雷李 zwei", ["ein", "李雷李", "zwei"]),
        ("a\n\nb", ["a", "", "b"]),
    ],
)
def test_text_is_broken_at_spaces_and_by_cells(text: str, lines: list[str]) -> None:
    assert [piece.text for piece in wrap(text, 8)] == lines


def test_no_key_is_one_that_terminals_confuse() -> None:
    keys = [key for place in TABLE.values() for entry in place for key in entry.keys.split(",")]
    assert not {"ctrl+h", "ctrl+i", "ctrl+m", "ctrl+b"} & set(keys)
    assert not [key for key in keys if key.startswith("alt+")]


def test_every_binding_has_an_id_and_a_help_text() -> None:
    for place in TABLE:
        made = bindings(place)
        assert all(binding.id and binding.tooltip for binding in made)
        assert len({binding.id for binding in made}) == len(made)


@pytest.mark.parametrize(("key", "name"), [("ctrl+j", "Ctrl+J"), ("f1", "F1"), ("pageup", "PgUp"), ("G", "G")])
def test_keys_are_shown_as_they_are_called(key: str, name: str) -> None:
    assert shown(key) == name


Begin = Callable[..., Sitting]
NOT_FOR_HOME = ("jinja2", "rapidfuzz", "tomli_w", "simulator.sitting", "simulator.interview", "simulator.debrief")
NOT_FOR_A_FIRST_ROUND = ("rapidfuzz", "sentencex", "simulator.debrief", "textual.widgets._markdown")


def imported_by(screens: str, among: tuple[str, ...], home: Path, company: Path) -> list[str]:
    """Return which of some modules a fresh Python has imported once a screen stands and has nothing left to do."""
    code = f"""
import asyncio, sys
from pathlib import Path
from simulator.archive import Archive
from simulator.content import library
from simulator.tui.app import SecondRound
library.built_in = lambda: Path({str(company)!r})
archive = Archive(Path({str(home)!r}))
{screens}
async def show():
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
asyncio.run(show())
print(*[name for name in {among!r} if name in sys.modules])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_the_home_screen_needs_nothing_heavy(archive: Archive, begin: Begin, company: Path) -> None:
    begin().close()
    screens = "import simulator.tui.screens.home as home; home.NEEDED_SOON = (); app = SecondRound(archive)"
    assert imported_by(screens, (*NOT_FOR_HOME, *NOT_FOR_A_FIRST_ROUND), archive.home, company) == []


def test_a_first_round_needs_nothing_that_compares(archive: Archive, begin: Begin, company: Path) -> None:
    begin().close()
    screens = """
from simulator import sitting
from simulator.interview.ahead import get_ready
from simulator.tui.opening import AtInterview
candidacy = archive.left_last()
held = sitting.resume(candidacy, candidacy.unfinished().path)
app = SecondRound(archive, AtInterview(held))
get_ready(held.plan)
"""
    assert imported_by(screens, (*NOT_FOR_A_FIRST_ROUND, "jinja2"), archive.home, company) == ["jinja2"]
