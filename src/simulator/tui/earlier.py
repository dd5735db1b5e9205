"""What was sent from a box before, to be taken up again."""

from __future__ import annotations

from collections.abc import Iterable


class Earlier:
    """Texts that were sent, the latest last, and after them the one being written.

    What is changed in one of them stays while one moves among them.
    """

    def __init__(self) -> None:
        self._texts: list[str] = [""]
        self._sent: list[str] = []
        self._at = 0

    def fill(self, sent: Iterable[str]) -> None:
        """Begin with what was sent already."""
        self._sent = list(dict.fromkeys(sent))
        self._texts = [*self._sent, ""]
        self._at = len(self._sent)

    def sent(self, text: str) -> None:
        """Take note that `text` was sent: what was changed in others is as it was."""
        self.fill([*(each for each in self._sent if each != text), text])

    def move(self, by: int, present: str) -> str | None:
        """Keep `present` and return the text before it (-1) or after it; None where there is none."""
        if not 0 <= self._at + by < len(self._texts):
            return None
        self._texts[self._at] = present
        self._at += by
        return self._texts[self._at]
