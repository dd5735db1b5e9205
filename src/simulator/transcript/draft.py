"""The answer that was typed and not sent yet, in a file of its own."""

from __future__ import annotations

from pathlib import Path

from simulator.files import make_folder, write_atomic
from simulator.text import clean


class Draft:
    """The draft in the file `path`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def save(self, text: str) -> bool:
        """Keep `text`; an empty one removes the draft. Return whether the disk took it.

        A disk that refuses is no reason to end an interview: whoever types still has the text.
        """
        try:
            if text:
                make_folder(self._path.parent)
                write_atomic(self._path, clean(text).encode("utf-8", "replace"))
            else:
                self._path.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def read(self) -> str:
        """Return the draft, empty where there is none."""
        try:
            return clean(self._path.read_bytes().decode("utf-8", "replace"))
        except OSError:
            return ""
