"""Writing in an editor of one's own choice instead of a box on the screen."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported

from simulator.files import InputError, write_atomic
from simulator.text import clean

if TYPE_CHECKING:
    from simulator.tui.app import SecondRound

FALLBACK = "vi"


def command() -> list[str]:
    """Return the editor's command: VISUAL, else EDITOR, else vi."""
    try:
        return shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or FALLBACK) or [FALLBACK]
    except ValueError as error:
        raise InputError(f"EDITOR can't be read as a command: {error}") from None


def edited(app: SecondRound, text: str) -> str:
    """Have `text` edited while the screen is put aside, and return it as it is then.

    It lies in a file that nobody else can read, in a folder of its own: an editor leaves copies beside it.
    `InputError` is raised where there is no such editor, or it ends with an error.
    """
    wanted = command()
    with tempfile.TemporaryDirectory(prefix="second-round-") as folder:
        path = Path(folder) / "answer.txt"
        write_atomic(path, text.encode())
        try:
            with app.suspend():
                done = subprocess.run([*wanted, str(path)], check=False)  # noqa: S603  # the user's own command
        except SuspendNotSupported:
            raise InputError("this terminal can't be lent to an editor") from None
        except OSError as error:
            raise InputError(f"{wanted[0]}: {error.strerror or error}; set EDITOR to an editor you have") from None
        if done.returncode:
            raise InputError(f"{wanted[0]} ended with an error ({done.returncode}): the text is as it was")
        return clean(path.read_bytes().decode("utf-8", "replace")).removesuffix("\n")
