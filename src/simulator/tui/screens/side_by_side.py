"""Two transcripts side by side, question by question, the words marked in which the answers differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.replay.side_by_side import Pair, Side, marked, side_by_side
from simulator.text import one_line
from simulator.transcript.salvage import salvage
from simulator.transcript.turns import Header, Transcript, seen_by
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Lines, Span, within
from simulator.tui.notice import Notice
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

SIGNS = (("[-", "-]"), ("{+", "+}"))
"""What stands around a word that differs, in the first and in the second."""


def compared(one: Path, other: Path) -> SideBySide:
    """Return the screen for two transcripts, the earlier first; `InputError` is raised where one can't be read."""
    found = [seen_by(salvage(path).transcript, "candidate") for path in (one, other)]
    return SideBySide(*sorted(found, key=lambda each: (each.header.started_at.isoformat(), each.header.id)))


class SideBySide(Screen[None]):
    """Two columns, or one above the other where there is no room; one question at a time."""

    CSS_PATH = "replay.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("side-by-side")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  # as Textual declares it

    def __init__(self, first: Transcript, second: Transcript) -> None:
        super().__init__()
        self._headers = (first.header, second.header)
        self._pairs = side_by_side(first, second)
        both = (number for number, pair in enumerate(self._pairs) if pair.first and pair.second)
        self._number = next(both, 0)  # what only one of them was asked is not what one comes for

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(id="title", classes="title", markup=False)
        yield Static(id="asked", markup=False)
        with Container(id="sides"):
            for header, sign in zip(self._headers, "-+", strict=True):
                with Vertical():
                    yield Static(Content(f"{sign} {_name(header)}"), classes="side title")
                    yield Lines()
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Show the first question."""
        self.call_after_refresh(self._show)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self.is_attached:
            return
        count = len(self._pairs)
        place = f"question {self._number + 1} of {count}" if count else "no question was asked in either"
        self.query_one("#title", Static).update(Content(f"Side by side: {place}"))
        if not count:
            return
        pair = self._pairs[self._number]
        asked = pair.second or pair.first
        self.query_one("#asked", Static).update(Content(one_line(asked.asked if asked else pair.question, 400)))
        for pane, side, signs in zip(self.query(Lines), (pair.first, pair.second), SIGNS, strict=True):
            pane.show_lines(list(_lines(side, signs, pane.text_width)))
            pane.scroll_home(animate=False)
        self.query_one(Notice).stand(_verdict(pair))

    def action_walk_on(self) -> None:
        """Go to the next question."""
        self._go(min(self._number + 1, len(self._pairs) - 1))

    def action_walk_back(self) -> None:
        """Go to the question before."""
        self._go(max(self._number - 1, 0))

    def action_next_difference(self) -> None:
        """Go to the next question whose answers differ."""
        self._seek(range(self._number + 1, len(self._pairs)))

    def action_previous_difference(self) -> None:
        """Go to the one before whose answers differ."""
        self._seek(range(self._number - 1, -1, -1))

    def _seek(self, numbers: Sequence[int]) -> None:
        found = next((number for number in numbers if self._pairs[number].differs), None)
        if found is None:
            self.query_one(Notice).say("No answers with other words further that way.")
        else:
            self._go(found)

    def _go(self, number: int) -> None:
        self._number = max(number, 0)
        self._show()

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()


def _name(header: Header) -> str:
    return one_line(f"{header.title}, attempt {header.attempt}, {header.started_at:%Y-%m-%d}", 160)


def _verdict(pair: Pair) -> str:
    if pair.first is None or pair.second is None:
        return f"Asked in the {'second' if pair.first is None else 'first'} one only."
    if pair.same:
        return "The same words in both."
    if pair.differs:
        return "Words that differ stand in [- -] and {+ +}."
    return "Only one of them has an answer." if pair.first.answers or pair.second.answers else "Neither has an answer."


def _lines(side: Side | None, signs: tuple[str, str], width: int) -> Iterator[Line]:
    if side is None:
        yield Line("Not asked.", "aside", 1)
        return
    yield from _wrapped(f"{side.asker}: {side.asked}", width, "name")
    for said in side.answers:
        yield Line("")
        text, spans = marked(said, *signs)
        yield from _wrapped(text, width, "body", [Span(start, end, "differs") for start, end in spans])
    if not side.answers:
        yield Line("Not answered.", "aside", 1)
    for follow_up in side.again:
        yield Line("")
        yield from _wrapped(f"↳ {follow_up}", width, "aside")


def _wrapped(text: str, width: int, look: str, spans: Sequence[Span] = ()) -> Iterator[Line]:
    at = 0
    for piece in wrap(text, max(width - 2, 10)):
        yield Line(piece.text, look, 1, piece.joiner, tuple(within(spans, at, len(piece.text))))
        at += len(piece.text) + len(piece.joiner)
