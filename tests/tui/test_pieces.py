from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

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


def test_the_first_screen_imports_nothing_it_does_not_need() -> None:
    code = (
        "import sys; from simulator.tui.app import SecondRound; import simulator.tui.screens.home; "
        "print([m for m in ('jinja2', 'rapidfuzz', 'tomli_w', 'simulator.sitting', 'textual.widgets._markdown', "
        "'simulator.tui.screens.interview') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
