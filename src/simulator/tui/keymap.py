"""The keys of the user's own choice: what `config.toml` says under `[keys]`, refused where it could not work."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from simulator.config import FILE, Config
from simulator.content.positions import line_of, positions
from simulator.files import InputError
from simulator.text import one_line
from simulator.tui.keys import KEYS, NAMED, letter_of, shown

INVERTED = {"box.send": "ctrl+j,shift+enter", "box.line_break": "enter"}
"""The answer box where Enter begins a new line."""

SAME = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+m": "Enter",
    "ctrl+left_square_bracket": "Esc",
    "ctrl+[": "Esc",
}
"""Keys that terminals send as another one."""

SELDOM = frozenset(
    f"{modifier}+{key}"
    for modifier in ("shift", "ctrl", "alt", "ctrl+shift", "alt+shift")
    for key in ("enter", "escape", "tab", "space", "backspace")
) - {"shift+tab"}
"""Keys that only some terminals tell from the one without Shift, Ctrl or Alt."""

MODIFIED = re.compile(r"(ctrl|shift|alt|ctrl\+shift|alt\+shift)\+(.+)")

WRITING = frozenset(
    {"app", "text", "box", "interview", "coach", "host", "coach-side", "recall", "form", "ask", "search", "find"}
)
"""Places with a box to write in: a letter must stay a letter there."""

EDITING = frozenset(
    {
        *("backspace", "delete", "left", "right", "up", "down", "home", "end", "f6", "f7", "ctrl+left", "ctrl+right"),
        *(f"ctrl+{letter}" for letter in "acdekuvwxyz"),
    }
)
"""Keys with which a box edits its text, before anything else can be done with them."""

TOGETHER = (
    {"choices", "home"},
    {"settings", "settings-list"},
    {"box", "text", "lines", "conversation", "interview", "interview-over", "coach"},
    {"box", "text", "lines", "conversation", "interview", "interview-over", "host"},
    {"box", "text", "lines", "conversation", "recall"},
    {"lines", "reading", "which", "which-list", "review"},
    {"lines", "reading", "which", "which-list", "debrief"},
    {"lines", "conversation", "said"},
    {"lines", "own-marks", "which-list"},
    {"lines", "own-view", "which-list"},
    {"lines", "coach-side"},
    {"transcripts", "pick"},
    {"lines", "side-by-side"},
)
"""Places whose keys do something at the same time; those of `app` always do."""


def keymap_of(home: Path, config: Config) -> dict[str, str]:
    """Return the keys of all actions that have others than in the table, by id.

    `InputError` is raised where an id is not known or a key can't work; it names the file, the line and the id.
    """
    wanted = {f"{place}.{name}": keys for place, actions in config.keys.items() for name, keys in actions.items()}
    keymap = {**(INVERTED if config.submit_key == "ctrl+j" else {}), **wanted}
    for identity in wanted:
        if said := next(_faults(identity, keymap), ""):
            path = home / FILE
            place, _, name = identity.partition(".")
            line = line_of(("keys", place, name), positions(path.read_text("utf-8")))
            raise InputError(f"{path}:{line}: keys.{one_line(identity, 80)}: {said}")
    return keymap


def _faults(identity: str, keymap: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with what an action is mapped to."""
    if identity not in KEYS:
        near = difflib.get_close_matches(identity, KEYS, n=1)
        yield f"there is no such action; {f'did you mean `{near[0]}`? ' if near else ''}`second-round keys` lists them"
        return
    place = identity.partition(".")[0]
    keys = keymap[identity].split(",")
    if all(key in SELDOM for key in keys):
        yield f"only some terminals tell {shown(keys[0])} from {shown(keys[0].rpartition('+')[2])}; name another, too"
    for key in keys:
        yield from _unusable(key, place)
        for other in KEYS:
            if other != identity and _meet(place, other.partition(".")[0]) and _clash(key, identity, other, keymap):
                yield f"{shown(key)} is the key of `{other}` already; give that one another key, too"


def _unusable(key: str, place: str) -> Iterator[str]:
    """Yield why a key can't be used in a place."""
    modified = MODIFIED.fullmatch(key)
    bare = modified[2] if modified else key
    letter = letter_of(bare)
    if key in SAME:
        yield f"terminals send {SAME[key]} for {shown(key)}"
    elif bare not in NAMED and not letter:
        near = difflib.get_close_matches(bare, NAMED, n=1)
        said = f"; did you mean “{near[0]}”?" if near else ""
        yield f"no key is called “{one_line(key, 40)}”{said}"
    elif modified and letter and (modified[1] != "ctrl" or not ("a" <= letter <= "z")):
        yield f"terminals can't tell {shown(key)} from other keys; use Ctrl with a letter, or a function key"
    elif key in EDITING and place in WRITING - {"text", "box", "search"}:
        yield f"{shown(key)} edits the text in a box; use another key"
    elif letter and not modified and place in WRITING:
        yield f"“{letter}” is a letter to write there; use Ctrl with a letter, or a function key"


def _meet(place: str, other: str) -> bool:
    """Tell whether the keys of two places do something at the same time."""
    return place == other or "app" in (place, other) or any({place, other} <= group for group in TOGETHER)


def _clash(key: str, identity: str, other: str, keymap: Mapping[str, str]) -> bool:
    """Tell whether two actions share a key that they do not share in the table."""
    theirs = keymap.get(other, KEYS[other].keys).split(",")
    both = key in KEYS[identity].keys.split(",") and key in KEYS[other].keys.split(",")
    return key in theirs and not both
