"""What was filled into forms that were not begun yet: kept in the home directory, and offered again."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from simulator.files import make_folder, write_atomic
from simulator.text import clean

FILE = "forms.json"

Filled = dict[str, str]
"""What was typed, by the id of its field."""


class Unsent:
    """The forms of one home directory, by name; a disk that refuses is told of, and what was typed stays in memory."""

    def __init__(self, home: Path) -> None:
        self.path = home / FILE
        self._unsaved = False

    @cached_property
    def _forms(self) -> dict[str, Filled]:
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=dict[str, Filled])
        except (OSError, ValueError):  # none yet, or somebody wrote into it: a form that is empty is no harm
            return {}

    def of(self, form: str) -> Filled:
        """Return what was filled into `form`, cleaned."""
        return {field: clean(text) for field, text in self._forms.get(form, {}).items()}

    def put(self, form: str, filled: Mapping[str, str]) -> bool:
        """Keep what is filled into `form`, nothing where it is empty, and tell whether it is on the disk now."""
        if self._forms.get(form, {}) == filled and not self._unsaved:
            return True
        self._forms.pop(form, None)
        if filled:
            self._forms[form] = dict(filled)
        self._unsaved = not self._written()
        return not self._unsaved

    def _written(self) -> bool:
        try:
            if self._forms:
                make_folder(self.path.parent)
                write_atomic(self.path, msgspec.json.encode(self._forms))
            else:
                self.path.unlink(missing_ok=True)
        except (OSError, UnicodeError):
            return False
        return True
