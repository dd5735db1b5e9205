"""Taking text out of the program: through the terminal's clipboard, or as a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.files import make_folder, write_atomic
from simulator.text import slug

if TYPE_CHECKING:
    from simulator.tui.app import SecondRound

HANDED = "Handed to the terminal, which may put it into the clipboard (OSC 52)."
"""How something was copied: a terminal does not answer whether it took it."""

FOLDER = "copies"
"""Where files are written to, in the home directory."""


@dataclass
class Copying(Message):
    """A text is to be copied; with a `name`, into a file of that name.

    `instead` is the action that writes it to a file where the terminal hands nothing on; empty where there is none.
    """

    text: str
    name: str = ""
    instead: str = "conversation.write_out"


def copy(app: SecondRound, copying: Copying) -> str:
    """Do it, and return what there is to say of it; `OSError` is raised where no file can be written."""
    if not copying.name:
        app.copy_to_clipboard(copying.text)
        if not copying.instead:
            return HANDED
        return (
            f"{HANDED} If it is not there when you paste, {app.key_for(copying.instead)} writes everything to a file."
        )
    path = make_folder(app.archive.home / FOLDER) / f"{slug(copying.name)}.txt"
    write_atomic(path, f"{copying.text}\n".encode())
    return f"Written to {path}"
