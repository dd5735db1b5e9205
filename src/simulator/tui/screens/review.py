"""The review before a round, as text, and which of two passages that differ is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from simulator.text import clean
from simulator.tui.app import app_of
from simulator.tui.keys import bindings
from simulator.tui.lines import Line
from simulator.tui.screens.settling import SettlingScreen
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual.binding import BindingType

    from simulator.archive import Archive
    from simulator.briefing import Section
    from simulator.debrief.report import FindingEntry
    from simulator.review import Review


class ReviewScreen(SettlingScreen):
    """What to know before the round `round_id` of a candidacy, the next one where none is named."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    asks_at_once = False

    def __init__(self, archive: Archive, candidacy: str, round_id: str = "") -> None:
        super().__init__("Review")
        self._archive = archive
        self._candidacy = candidacy
        self._round = round_id
        self._who = False
        self._review: Review | None = None

    def read(self) -> None:
        """Read the transcripts as they are now."""
        from simulator.review import review

        library = app_of(self).library()
        self._review = review(self._archive, self._archive.find(self._candidacy), library, self._round, who=self._who)

    def text(self, width: int) -> Sequence[Line] | None:
        """Return the review's lines."""
        if self._review is None:
            return None
        from simulator.plain.review import sections

        ask = f"{app_of(self).key_for('review.who')} asks."
        return list(_lines(sections(self._review, ask), width))

    def findings(self) -> Sequence[FindingEntry]:
        """Return what is to settle."""
        return self._review.to_settle if self._review else ()

    def write(self, entry: FindingEntry, choice: str) -> None:
        """Write a choice down where the debrief that asks about it would."""
        from simulator.sitting import settle

        settle(self._archive.find(self._candidacy), entry.now.transcript, entry.settle(choice))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action == "who":
            return self._review is not None and not self._review.people_known
        return super().check_action(action, parameters)

    def action_who(self) -> None:
        """Ask who will be there."""
        self._who = True
        self.read_again()


def _lines(sections: Sequence[Section], width: int) -> Iterator[Line]:
    for section in sections:
        if section.heading:
            yield Line("")
            yield Line(section.heading, "name", 1)
        listed = bool(section.heading)
        for text in section.lines:
            for number, piece in enumerate(wrap(clean(text), max(width - 3, 20))):
                sign = "– " if listed and not number else ""
                yield Line(sign + piece.text, "body", 3 if listed and not sign else 1, piece.joiner)
