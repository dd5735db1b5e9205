"""What a command imports: the screens only where they are shown, the heavy libraries only where they are needed."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

SCREENS = ("textual", "rich")
HEAVY = ("jinja2", "rapidfuzz", "sentencex", "tomli_w")


def imported(code: str) -> set[str]:
    """Return the top-level modules a fresh Python has imported after `code`."""
    script = f"{code}\nimport sys\nprint(' '.join(sorted({{name.split('.')[0] for name in sys.modules}})))"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(found.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "module",
    ["simulator.cli", "simulator.sitting", "simulator.recall", "simulator.debrief", "simulator.plain.practice"],
)
def test_nothing_below_the_screens_imports_them(module: str) -> None:
    assert not imported(f"import {module}") & {*SCREENS, *HEAVY}


@pytest.mark.parametrize("command", [["--help"], ["transcripts"], ["candidacies", "--json"], ["content", "list"]])
def test_a_headless_command_imports_nothing_heavy(command: list[str], tmp_path: object) -> None:
    arguments = [*command, "--home", str(tmp_path)] if command != ["--help"] else command
    code = f"from simulator.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass"
    assert not imported(code) & {*SCREENS, *HEAVY}


def test_the_page_on_how_it_is_built_shows_the_floors_that_are_checked() -> None:
    root = Path(__file__).parent.parent
    checked = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in checked if contract["type"] == "layers")
    lines = (root / "docs" / "architecture.md").read_text("utf-8").split("```")[1].splitlines()[1:]
    shown: list[list[str]] = []
    for line in lines:
        shown += [] if line.startswith(" ") else [[]]
        shown[-1].append(line.split()[0])
    assert shown == [layer.split(" | ") for layer in layers]
