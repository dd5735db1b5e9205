"""The settings: `config.toml` in the home directory, declared once for the file, the screens and the commands."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

import msgspec
from msgspec import Meta

from simulator.content import CLASSIC
from simulator.content.decode import decode
from simulator.content.positions import positions
from simulator.files import InputError, make_folder, write_atomic
from simulator.transcript.turns import Hints

FILE = "config.toml"
"""The file's name, in the home directory."""

HEAD = "# Settings of second-round. Keys go under [keys]; `second-round keys` lists their ids.\n"

Theme = Literal[
    "dark",
    "light",
    "system",
    "ansi-dark",
    "ansi-light",
    "atom-one-dark",
    "atom-one-light",
    "catppuccin-frappe",
    "catppuccin-latte",
    "catppuccin-macchiato",
    "catppuccin-mocha",
    "dracula",
    "flexoki",
    "gruvbox",
    "monokai",
    "nord",
    "rose-pine",
    "rose-pine-dawn",
    "rose-pine-moon",
    "solarized-dark",
    "solarized-light",
    "textual-dark",
    "textual-light",
    "tokyo-night",
]
"""The program's own dark and light colours, whichever of them suits the terminal, and those that come with Textual."""

_VALUE = re.compile(r"""(=\s*)("[^"]*"|'[^']*'|[^\s#]+)""")

Pacing = Literal["off", "slow", "normal", "fast"]
SubmitKey = Literal["enter", "ctrl+j"]
ReadingWidth = Literal[60, 72, 84, 96, 120]


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting with its values, its default, what it is called, and one sentence on what it does."""

    theme: Annotated[
        Theme,
        Meta(title="Colours", description="Dark, light, as the terminal's background (system), or Textual's own."),
    ] = "dark"
    colour: Annotated[
        bool, Meta(title="Use colours", description="Off as NO_COLOR does it: words and signs tell the same.")
    ] = True
    reading_width: Annotated[
        ReadingWidth, Meta(title="Reading width", description="Cells a line of text has at most.")
    ] = 96
    pacing: Annotated[
        Pacing, Meta(title="Pacing", description="How fast interviewers' lines appear; any key shows the rest.")
    ] = "normal"
    timer: Annotated[bool, Meta(title="Timer", description="Show the minutes of a round in its header.")] = True
    submit_key: Annotated[
        SubmitKey, Meta(title="Sending", description="What sends an answer; the other key begins a new line.")
    ] = "enter"
    hints: Annotated[Hints, Meta(title="Tips", description="With each question, or only after the interview.")] = (
        "after"
    )
    nudges: Annotated[
        bool, Meta(title="Nudges", description="Interviewers say something when you are silent for long.")
    ] = True
    process: Annotated[
        str, Meta(title="Process", description="Taken where none is named, by who has begun none yet.")
    ] = CLASSIC
    keys: dict[str, dict[str, str]] = {}
    """Other keys for actions, by place and action: `interview.skip = "f12"` under `[keys]`."""


Value = str | int | bool
"""What a setting can be."""


@dataclass(frozen=True)
class Setting:
    """One setting as a person sees it; `choices` is empty where any text will do."""

    name: str
    title: str
    help: str
    choices: tuple[Value, ...]
    default: Value


@cache
def settings() -> tuple[Setting, ...]:
    """Return the settings in the order in which they are declared; keys are no setting."""
    hints = get_type_hints(Config, include_extras=True)
    return tuple(_setting(field, hints[field.name]) for field in msgspec.structs.fields(Config) if field.name != "keys")


def _setting(field: msgspec.structs.FieldInfo, hint: Any) -> Setting:
    kind, meta = get_args(hint)
    choices = (True, False) if kind is bool else get_args(kind)
    return Setting(field.name, meta.title, meta.description, choices, field.default)


def load(home: Path) -> Config:
    """Return the settings of a home directory, the defaults where it has no file.

    `InputError` is raised for a file with faults; it names the file, the line and the key of the first one.
    """
    path = home / FILE
    if not path.exists():
        return Config()
    config, _, faults = decode(path, Config)
    if config is None:
        more = f"; {len(faults) - 1} more fault{'s' if len(faults) > 2 else ''} there" if len(faults) > 1 else ""
        raise InputError(f"{faults[0]}{more}")
    return config


def change(home: Path, name: str, value: Value) -> Config:
    """Write one setting to the file and return all of them; comments and everything else in it stay.

    `InputError` is raised where the file has faults, `OSError` where it can't be written.
    """
    changed = msgspec.structs.replace(load(home), **{name: value})
    path = home / FILE
    text = path.read_text("utf-8") if path.exists() else HEAD
    make_folder(home)
    write_atomic(path, _with(text, name, value).encode())
    return changed


def _with(text: str, name: str, value: Value) -> str:
    """Return the file's text with one setting changed or added, in its own line."""
    import tomli_w

    wanted = {**tomllib.loads(text), name: value}
    known = {str(where[0]): line for where, line in positions(text).items() if len(where) == 1}
    lines = [f"{line}\n" for line in text.splitlines()]
    new = tomli_w.dumps({name: value})
    if name in known:
        shown = new.partition("=")[2].strip()
        lines[known[name] - 1] = _VALUE.sub(lambda found: f"{found[1]}{shown}", lines[known[name] - 1], count=1)
    else:
        before_keys = known.get("keys", len(lines) + 1) - 1
        lines.insert(max((line for key, line in known.items() if key != "keys"), default=before_keys), new)
    edited = "".join(lines)
    try:
        kept = tomllib.loads(edited) == wanted
    except tomllib.TOMLDecodeError:
        kept = False  # a value over several lines: what it says counts more than how it was written
    return edited if kept else tomli_w.dumps(wanted)
