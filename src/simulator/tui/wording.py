"""How turns read in the conversation: who is named and when, what is said, what is an aside, and what is marked."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.replay.marks import MARKS
from simulator.text import clean, one_line
from simulator.transcript.turns import CANDIDATE, COACH, NOT_REMEMBERED, Header, Turn

SIGNS = {"question": "?", "probe": "↳", "finding": "≠", "note": "✎", "rating": "★"}
"""The sign of each kind of mark."""

NAMES = {"probe": "follow-up", "finding": "difference"}
"""What a mark is called where it has another name in a transcript."""

QUIET = frozenset({"", "question"})
"""Marks that are no more than a place to jump to: nothing is painted beside them."""

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
UNSEEN = frozenset({"begin", "typing", "wait"})
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
    at: float = 0.0
    """Seconds of room time."""
    mark: str = ""
    """The kind of mark it is, if any."""
    apart: bool = False
    """Whether it stands apart from what the same speaker said before it."""

    @property
    def aside(self) -> bool:
        """Whether it stands under nobody's name."""
        return not self.name

    @property
    def marked(self) -> str:
        """Its mark's sign and word, or nothing."""
        return "" if self.mark in QUIET else f"{SIGNS[self.mark]} {NAMES.get(self.mark, self.mark)}"


FORGOTTEN = "You don't remember your answer."
"""What a question passed over means in a round written down from memory."""


def entry_of(turn: Turn, header: Header, *, own: bool = True) -> Entry | None:
    """Return how a turn is painted, or None for one that is not; with `own` whoever answers is "you"."""
    if turn.kind in UNSEEN:
        return None
    if turn.kind not in SPOKEN:
        return _aside(turn, header, own=own)
    if turn.speaker == CANDIDATE:
        who = "You" if own else one_line(header.candidate, 160)
        name, look = f"{who}, aloud" if turn.spoken else who, "own"
        text = _text(turn) or "(not written down)"
    else:
        name, look, text = one_line(header.speaker(turn.speaker), 160), "name", _text(turn)
    mark = MARKS.get(turn.kind, "")
    return Entry(turn.n, name, look, text, turn.at, mark, apart=bool(mark))


def _aside(turn: Turn, header: Header, *, own: bool) -> Entry | None:
    mark = MARKS.get(turn.kind, "")
    if turn.kind == "skip" and turn.why == NOT_REMEMBERED:
        text = FORGOTTEN
    elif turn.kind in ASIDES and own and turn.speaker != COACH:
        text = ASIDES[turn.kind].replace("{}", _text(turn))
    else:
        from simulator.plain.output import line_of

        text = clean(line_of(header, turn)).expandtabs(4).removeprefix("* ")
    sign = SIGNS[mark] if mark else "*"
    return Entry(turn.n, "", "aside", f"{sign} {text}", turn.at, mark) if text else None


def _text(turn: Turn) -> str:
    return clean(turn.text).expandtabs(4)


def clock(seconds: float) -> str:
    """Return a time in the room: "3:07", "1:02:45"."""
    minutes, second = divmod(int(min(max(seconds, 0.0), 359_999.0)), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"
