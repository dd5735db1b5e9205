"""The debrief of an interview, as text, which of two differing passages is right, and the way to what was said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from simulator.tui.app import app_of
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Span
from simulator.tui.screens.settling import SettlingScreen
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from simulator.debrief import Debrief
    from simulator.debrief.places import Place
    from simulator.debrief.report import FindingEntry
    from simulator.interview import actions
    from simulator.interview.plan import Plan
    from simulator.transcript.turns import Transcript, Viewer

    Settle = Callable[[actions.Settle], Transcript]
    """Writes a choice down and returns the transcript as it is then; `InputError` is raised where that fails."""


class DebriefScreen(SettlingScreen):
    """A debrief to scroll, one of the turns it names marked; without `settle` nothing is asked.

    `built` returns it where it was built elsewhere.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("debrief")]

    def __init__(
        self,
        transcript: Transcript,
        plan: Plan | None = None,
        settle: Settle | None = None,
        viewer: Viewer = "candidate",
        built: Callable[[], Debrief | None] = lambda: None,
    ) -> None:
        header = transcript.header
        super().__init__(f"Debrief: {header.title}: {header.candidate}, {header.started_at:%Y-%m-%d}")
        self._transcript = transcript
        self._plan = plan
        self._settle = settle
        self._viewer: Viewer = viewer
        self._built = built
        self._debrief: Debrief | None = None
        self._places: list[Place] = []
        self._lines_of: list[tuple[int, int]] = []
        """The first and the last line of each place."""
        self._marked = -1

    def read(self) -> None:
        """Build it, where that was not done elsewhere."""
        from simulator.debrief import build

        self._debrief = self._built() or build(self._transcript, self._viewer, self._plan)

    def text(self, width: int) -> Sequence[Line] | None:
        """Return the debrief's lines."""
        if self._debrief is None:
            return None
        from simulator.debrief.places import places
        from simulator.tui.debrief_lines import lines_of

        lines = list(lines_of(self._debrief, width))
        starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
        self._places = places("\n".join(line.text for line in lines))
        at = [(bisect_right(starts, each.start) - 1, bisect_right(starts, each.end - 1) - 1) for each in self._places]
        self._lines_of = at
        spans: dict[int, tuple[Span, ...]] = {}
        if 0 <= self._marked < len(at):
            place, (first, last) = self._places[self._marked], at[self._marked]
            spans = {
                number: (Span(max(place.start - starts[number], 0), place.end - starts[number], "here"),)
                for number in range(first, last + 1)
            }
        return [line._replace(spans=spans.get(number, ())) for number, line in enumerate(lines)]

    def findings(self) -> Sequence[FindingEntry]:
        """Return what was found, where there is a way to settle it."""
        return self._debrief.findings if self._debrief and self._settle else ()

    def write(self, entry: FindingEntry, choice: str) -> None:
        """Write a choice down."""
        if self._settle is not None:
            self._transcript = self._settle(entry.settle(choice))

    # The turns that are named

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        if action in ("next_place", "previous_place", "said"):
            return bool(self._places)
        if action == "review":
            return self._plan is not None and self._viewer == "candidate"
        if action == "export":
            return self._debrief is not None
        return super().check_action(action, parameters)

    def _mark(self, number: int) -> None:
        """Mark a place, and bring it into view."""
        from simulator.debrief.places import named

        self._marked = number
        self._show()
        first, last = self._lines_of[number]
        self._pane.go_to(last)
        self._pane.go_to(first)
        place = self._places[number]
        self._say(f"{app_of(self).key_for('debrief.said')} shows {named(place.n, place.transcript)}.")

    def _walk(self, by: int) -> None:
        top, rows = self._pane.scroll_offset.y, self._pane.scrollable_content_region.height
        seen = [number for number, (first, _) in enumerate(self._lines_of) if top <= first < top + rows]
        after = next((number for number, (first, _) in enumerate(self._lines_of) if first >= top), len(self._places))
        number = self._marked + by if self._marked in seen else after - (by < 0)
        if 0 <= number < len(self._places):
            self._mark(number)

    def action_next_place(self) -> None:
        """Go to the next turn that is named."""
        self._walk(1)

    def action_previous_place(self) -> None:
        """Go to the one before."""
        self._walk(-1)

    def action_said(self) -> None:
        """Show what was said in the turn that is marked, or in the first one in view."""
        top, rows = self._pane.scroll_offset.y, self._pane.scrollable_content_region.height
        if self._marked < 0 or not top <= self._lines_of[self._marked][1] < top + rows:
            self._walk(1)
        if self._marked >= 0:
            self._open(self._places[self._marked])

    def action_export(self) -> None:
        """Ask for the name of the file to write it into."""
        from simulator.tui.screens.cards import Ask

        how = "The name of a new file. Its ending says how it is written: md, txt or html."
        self.app.push_screen(Ask("Export", how, f"{self._transcript.header.id}-debrief.md"), self._export)

    def _export(self, result: tuple[str, bool] | None) -> None:
        from simulator.debrief.written import write_to

        name, sent = result or ("", False)
        if sent and self._debrief is not None:
            try:
                self._say(f"Written to {write_to(Path(name.strip()), self._debrief)}")
            except TROUBLE as error:
                self._say(told(error), problem=True)

    def on_click(self, event: events.Click) -> None:
        """Mark the turn that is named on the line that was clicked."""
        line = self._pane.scroll_offset.y + event.y
        found = (number for number, (first, last) in enumerate(self._lines_of) if first <= line <= last)
        if event.widget is self._pane and (number := next(found, None)) is not None:
            self._mark(number)

    def action_review(self) -> None:
        """Show what to know before the next round."""
        app_of(self).open_review(self._transcript.header.candidacy)

    def _open(self, place: Place) -> None:
        from simulator.tui.screens.said import SaidScreen

        transcript = self._transcript
        try:
            if place.transcript:
                wanted = f"{transcript.header.candidacy}/{place.transcript}"
                transcript = app_of(self).archive.find_transcript(wanted).transcript
        except TROUBLE as error:
            self._say(told(error), problem=True)
            return
        self.app.push_screen(SaidScreen(transcript, place.n, self._viewer))
