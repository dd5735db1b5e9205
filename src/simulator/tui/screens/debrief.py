"""The debrief of an interview, as text, and which of two differing passages is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from simulator.text import clean
from simulator.tui.lines import Line
from simulator.tui.screens.settling import SettlingScreen
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from simulator.debrief import Debrief
    from simulator.debrief.report import FindingEntry
    from simulator.interview import actions
    from simulator.interview.plan import Plan
    from simulator.transcript.turns import Transcript, Viewer

    Settle = Callable[[actions.Settle], Transcript]
    """Writes a choice down and returns the transcript as it is then; `InputError` is raised where that fails."""


class DebriefScreen(SettlingScreen):
    """A debrief to scroll; without `settle` nothing is asked."""

    def __init__(
        self,
        transcript: Transcript,
        plan: Plan | None = None,
        settle: Settle | None = None,
        viewer: Viewer = "candidate",
    ) -> None:
        super().__init__(f"Debrief: {transcript.header.title}")
        self._transcript = transcript
        self._plan = plan
        self._settle = settle
        self._viewer: Viewer = viewer
        self._debrief: Debrief | None = None

    def read(self) -> None:
        """Build it."""
        from simulator.debrief import build

        self._debrief = build(self._transcript, self._viewer, self._plan)

    def text(self, width: int) -> Sequence[Line] | None:
        """Return the debrief's lines."""
        if self._debrief is None:
            return None
        from simulator.debrief import as_text

        pieces = wrap(clean(as_text(self._debrief, width)), max(width, 20))
        return [Line(piece.text, "body", 1, piece.joiner) for piece in pieces]

    def findings(self) -> Sequence[FindingEntry]:
        """Return what was found, where there is a way to settle it."""
        return self._debrief.findings if self._debrief and self._settle else ()

    def write(self, entry: FindingEntry, choice: str) -> None:
        """Write a choice down."""
        if self._settle is not None:
            self._transcript = self._settle(entry.settle(choice))
