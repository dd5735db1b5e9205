"""What a command imports: the screens only where they are shown, the heavy libraries only where they are needed."""

from __future__ import annotations

import subprocess
import sys

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
