"""The facts of a candidacy by topic: every value that was given, and whether they agree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len

from simulator.text import one_line
from simulator.tui.lines import Line
from simulator.tui.screens.settling import SettlingScreen
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from simulator.archive import Archive, Candidacy
    from simulator.debrief.report import FindingEntry
    from simulator.ledger import Given, Ledger, Topic

STATES = {
    "differ": ("!", "Differs"),
    "settled": ("✓", "Settled by you"),
    "agree": ("=", "The same each time"),
    "once": ("–", "Said in one round"),
}
"""The sign and the heading of each state, in the order of the ledger."""

NONE = "No fact that a question asked for has been told yet. After a round, what you told of yourself stands here."
INDENT = 5


class FactsScreen(SettlingScreen):
    """A ledger to scroll; what its debriefs ask can be settled here too."""

    asks_at_once = False

    def __init__(self, archive: Archive, candidacy: Candidacy) -> None:
        super().__init__(f"Facts: {candidacy.candidate}")
        self._archive = archive
        self._candidacy = candidacy
        self._ledger: Ledger | None = None
        self._differences: list[FindingEntry] = []

    def read(self) -> None:
        """Read the transcripts as they are now."""
        from simulator.content.library import load_library
        from simulator.ledger import build_ledger
        from simulator.review import differences

        candidacy = self._archive.find(self._candidacy.id)
        self._ledger = build_ledger(candidacy, load_library(self._archive.home))
        self._differences = differences(self._archive, candidacy)

    def text(self, width: int) -> Sequence[Line] | None:
        """Return the ledger's lines."""
        return None if self._ledger is None else list(_lines(self._ledger, self._open, width))

    @property
    def _open(self) -> int:
        return len({each.shown for each in self._differences if each.open})

    def findings(self) -> Sequence[FindingEntry]:
        """Return what the debriefs ask about."""
        return self._differences

    def write(self, entry: FindingEntry, choice: str) -> None:
        """Write a choice down where the debrief that asks about it would."""
        from simulator.sitting import settle

        settle(self._archive.find(self._candidacy.id), entry.now.transcript, entry.settle(choice))


def _lines(ledger: Ledger, still_open: int, width: int) -> Iterator[Line]:
    if not ledger.topics:
        yield from _wrapped(NONE, width, "body", 1)
        return
    asks = f" Press w to say which is right ({still_open} to settle)." if still_open else ""
    yield from _wrapped(f"What you told in all rounds, in your own words.{asks}", width, "aside", 1)
    for state, topics in groupby(ledger.topics, lambda each: each.state):
        sign, heading = STATES[state]
        group = list(topics)
        yield Line("")
        yield from _wrapped(f"{heading}: {len(group)}", width, "aside", 1)
        for topic in group:
            label = one_line(topic.topic, 160)
            yield from _wrapped(f"{sign} {label[:1].upper()}{label[1:]}", width, "name", 1)
            yield from _values(topic, width)


def _values(topic: Topic, width: int) -> Iterator[Line]:
    """Yield a topic's values beside where they were given, or above that where there is no room."""
    values = [(_value(given), given.where) for given in topic.given]
    column = max(cell_len(value) for value, _ in values)
    if INDENT + column + 3 + max(cell_len(where) for _, where in values) <= width:
        for value, where in values:
            yield Line(f"{value}{' ' * (column - cell_len(value) + 3)}{where}", "body", INDENT)
        return
    for value, where in values:
        yield from _wrapped(value, width, "body", INDENT)
        yield from _wrapped(where, width, "aside", INDENT + 2)


def _value(given: Given) -> str:
    return f"“{one_line(given.quote, 200)}”{' (withdrawn)' if given.withdrawn else ''}"


def _wrapped(text: str, width: int, look: str, indent: int) -> Iterator[Line]:
    for piece in wrap(text, max(width - indent, 20)):
        yield Line(piece.text, look, indent, piece.joiner)
