"""What was written and not sent yet, saved wherever it changed."""

from __future__ import annotations

from typing import Protocol


class Keeper(Protocol):
    """What keeps a draft beside a transcript."""

    def draft(self) -> str:
        """Return the draft."""

    def save_draft(self, text: str) -> bool:
        """Keep a draft, and return whether the disk took it."""


class Draft:
    """The draft that `keeper` keeps."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self.kept = keeper.draft()
        self.unsaved = False
        """Whether the disk refused it."""

    def keep(self, text: str) -> bool:
        """Save `text` where it changed, and tell whether it is on the disk; else the next time tries again."""
        if text != self.kept or self.unsaved:
            self.unsaved = not self._keeper.save_draft(text)
        if not self.unsaved:
            self.kept = text
        return not self.unsaved

    def sent(self) -> None:
        """Take note that what was sent has taken its draft along."""
        self.kept = ""
