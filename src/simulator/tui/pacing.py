"""How fast interviewers' lines appear: word by word, as somebody talks, though all of them are kept already."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.tui.wording import Entry

SPEEDS = {"slow": (1 / 5, 1), "normal": (1 / 12, 1), "fast": (1 / 15, 3)}
"""Seconds between two steps, at most fifteen a second, and words a step, by setting; others show all at once."""


class Pacing:
    """How much of the last entries has appeared.

    `first` is the place of the one that appears now, `shown` how many characters of its text have.
    """

    def __init__(self) -> None:
        self.first = self.shown = 0
        self._end = 0
        self._words = 1

    @property
    def done(self) -> bool:
        """Whether everything has appeared."""
        return self.first >= self._end

    def begin(self, entries: Sequence[Entry], new: int, speed: str) -> float:
        """Let the last `new` of `entries` appear from the first word of an interviewer's on; return the seconds a step.

        Those that still appear go on first; 0 is returned where there is nothing to do.
        """
        seconds, words = SPEEDS.get(speed, (0.0, 0))
        going = not self.done
        if not going:
            self.first, self.shown = len(entries) - new, 0
        self._end = len(entries)
        self._words = words
        if not words:
            self.finish()
        elif not going:
            self.step(entries)
        return 0.0 if self.done or going else seconds

    def step(self, entries: Sequence[Entry]) -> None:
        """Let the next words appear; what is told or was written here appears whole."""
        words = self._words
        while not self.done and words:
            entry = entries[self.first]
            if entry.look != "name":
                self.first, self.shown = self.first + 1, 0
                continue
            words -= 1
            start = len(entry.text) - len(entry.text[self.shown :].lstrip())
            end = next((place for place in range(start, len(entry.text)) if entry.text[place].isspace()), None)
            self.shown = len(entry.text) if end is None else end
            if self.shown == len(entry.text):
                self.first, self.shown = self.first + 1, 0

    def finish(self) -> None:
        """Let everything appear."""
        self.first, self.shown = self._end, 0

    def seen(self, index: int) -> int | None:
        """Return how many characters of an entry's text have appeared; -1: not even its head; None: all of it."""
        if self.done or index < self.first:
            return None
        return self.shown if index == self.first and self.shown else -1
