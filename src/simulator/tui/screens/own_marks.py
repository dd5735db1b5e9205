"""After a round: how the candidate rates their own answers, one key each, before they read what others made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from simulator.interview.actions import SelfRate
from simulator.text import clean, one_line
from simulator.transcript.reading import Exchange, unrated
from simulator.transcript.turns import OWN_MARKS
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Lines
from simulator.tui.notice import Notice
from simulator.tui.trouble import TROUBLE, told
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.transcript.turns import Transcript

    Rate = Callable[[SelfRate], object]
    """Writes a mark down; `InputError` is raised where that fails."""

WIDEST = 96
"""Columns the text takes at most."""

LEAD = "Before you read what others made of it. An answer you mark 1 or 2 comes back in the next round."


class Marks(OptionList):
    """The five marks, each with what it means."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("which-list")]

    def __init__(self, meanings: Mapping[int, str]) -> None:
        super().__init__(*(Option(Content(f"{mark}  {meaning}")) for mark, meaning in meanings.items()))
        self.border_title = Content(" Your own mark: a number, or Tab and Enter ")


class OwnMarksScreen(Screen[bool]):
    """One answer after the other, and five marks; `rate` writes one down. Returns whether to go on asking."""

    CSS_PATH = "own_marks.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("own-marks")]

    def __init__(self, transcript: Transcript, rate: Rate) -> None:
        super().__init__()
        self._transcript = transcript
        self._left = unrated(transcript.turns)
        self._of = len(self._left)
        self._rate = rate

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(classes="title", id="title", markup=False)
        yield Lines()
        yield Notice()
        yield Marks(OWN_MARKS)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask about the first one."""
        self.query_one(Notice).say(LEAD)
        self.call_after_refresh(self._show)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap it anew."""
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self._left or not self.is_attached:
            return
        number = self._of - len(self._left) + 1
        self.query_one("#title", Static).update(Content(f"How was your answer? {number} of {self._of}"))
        pane = self.query_one(Lines)
        width = max(min(pane.text_width, WIDEST) - 4, 20)
        pane.show_lines(list(_lines(self._transcript, self._left[0], width)))

    def _mark(self, mark: int) -> None:
        try:
            self._rate(SelfRate(cause=self._left[0].answers[-1].n, score=mark))
        except TROUBLE as error:
            self.query_one(Notice).say(told(error), problem=True)
            return
        self.action_pass()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a mark chosen in the list."""
        self._mark(event.option_index + 1)

    def action_mark(self, mark: int) -> None:
        """Give the answer that mark."""
        self._mark(mark)

    def action_pass(self) -> None:
        """Go on to the next one, or to what comes after."""
        del self._left[0]
        self.query_one(Notice).say("")
        if self._left:
            self.query_one(Lines).focus()
            self._show()
        else:
            self.dismiss(True)

    def action_on(self) -> None:
        """Leave the rest of the answers."""
        self.dismiss(True)

    def action_done(self) -> None:
        """Leave the rest of everything."""
        self.dismiss(False)


def _lines(transcript: Transcript, exchange: Exchange, width: int) -> Iterator[Line]:
    name = one_line(transcript.header.speaker(exchange.asker), 100)
    for look, text in (("name", name), ("body", exchange.asked.wording), ("own", "You"), ("body", exchange.text)):
        for part in clean(text).splitlines() or [""]:
            for piece in wrap(part, width):
                yield Line(piece.text, look, 3 if look == "body" else 1, piece.joiner)
        if look == "body":
            yield Line("")
