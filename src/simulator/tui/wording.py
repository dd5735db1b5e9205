"""How turns read in the conversation: who is named, what is said, and what is only an aside."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.text import clean, one_line
from simulator.transcript.turns import CANDIDATE, Header, Turn

SPOKEN = frozenset(
    {
        "greeting",
        "introduction",
        "no_notes",
        "question",
        "probe",
        "challenge",
        "acknowledgement",
        "settled",
        "skipped",
        "again",
    }
    | {"nudge", "reply", "announcement", "change", "disagreement", "closing", "answer", "ask", "say", "interrupt"}
)
ASIDES = {
    "hint": "Tip: {}",
    "note": "Your own note: {}",
    "skip": "You pass this question over.",
    "take_back": "You take that back.",
    "pause": "The clock stops.",
    "resume": "The clock goes on.",
    "leave": "You leave the room.",
    "end": "The interview is over.",
}
"""What is told rather than said, by kind of turn."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A turn as it is painted: under whose name, in which look, with what text."""

    n: int
    name: str
    look: str
    text: str
    apart: bool = False
    """Whether it stands apart from what the same speaker said before it."""

    @property
    def aside(self) -> bool:
        """Whether it stands under nobody's name."""
        return not self.name


FORGOTTEN = "You don't remember your answer."
"""What a question passed over means in a round written down from memory."""


def entry_of(turn: Turn, header: Header) -> Entry | None:
    """Return how a turn is painted, or None for one that is not."""
    if turn.kind == "skip" and header.recalled:
        return Entry(turn.n, "", "aside", f"* {FORGOTTEN}")
    if turn.kind in ASIDES:
        return Entry(turn.n, "", "aside", "* " + ASIDES[turn.kind].replace("{}", clean(turn.text)))
    if turn.kind not in SPOKEN:
        return None
    if turn.speaker == CANDIDATE:
        return Entry(turn.n, "You, aloud" if turn.spoken else "You", "own", clean(turn.text) or "(not written down)")
    return Entry(turn.n, one_line(header.speaker(turn.speaker), 160), "name", clean(turn.text), turn.kind == "question")
