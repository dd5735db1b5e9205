"""A text about differences, and below it the question which of two passages is right, one difference at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.text import one_line
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.lines import Line
from simulator.tui.notice import Notice
from simulator.tui.reading import Reading
from simulator.tui.trouble import TROUBLE, told
from simulator.tui.which import LATER, ROWS, WhichIsRight

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.debrief.report import FindingEntry

WIDEST = 96
"""Columns the text takes at most."""


class SettlingScreen(Screen[None]):
    """The text to scroll, and the question below it.

    What is asked about are the differences of severity WARN among `findings`; `asks_at_once` tells whether without
    being asked to.
    """

    CSS_PATH = "settling.tcss"
    AUTO_FOCUS = "Reading"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("which")]
    asks_at_once = True

    def __init__(self, title: str) -> None:
        super().__init__()
        self._heading = title
        self._problem = ""
        self._asking = self.asks_at_once
        self._settled_too = False
        self._present: FindingEntry | None = None
        self._passed: dict[tuple[str, str], bool] = {}  # in this pass, and whether something was said
        self._busy = True

    # What a screen of this kind fills in

    def read(self) -> None:
        """Work out what there is to show, in a thread; `InputError` is raised where that can't be read."""
        raise NotImplementedError

    def text(self, width: int) -> Sequence[Line] | None:
        """Return the lines to show, at most `width` cells wide; None before there are any."""
        raise NotImplementedError

    def findings(self) -> Sequence[FindingEntry]:
        """Return what may be asked about."""
        raise NotImplementedError

    def write(self, entry: FindingEntry, choice: str) -> None:
        """Write down a choice; `InputError` is raised where that can't be done."""
        raise NotImplementedError

    # The text

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(Content(one_line(self._heading, 120)), classes="title", id="title")
        yield Reading()
        yield Notice()
        yield WhichIsRight()
        yield KeyBar()

    def on_mount(self) -> None:
        """Work it out while the screen is painted."""
        self._pane.show_lines([Line("One moment…", "aside", 1)])
        self._read()

    def read_again(self) -> None:
        """Work out anew what there is to show."""
        self._busy = True
        self.refresh_bindings()
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        try:
            self.read()
            self._problem = ""
        except TROUBLE as error:
            self._problem = told(error)
        self.app.call_from_thread(self._ready)

    def _ready(self) -> None:
        if not self.is_attached:  # closed meanwhile
            return
        self._busy = False
        if self._problem:
            self._say(self._problem, problem=True)
        self._show()
        self._ask()

    @property
    def _pane(self) -> Reading:
        return self.query_one(Reading)

    def _show(self) -> None:
        width = min(self._pane.text_width, WIDEST) - 2
        lines = self.text(width) if width > 0 else None
        if lines is not None or self._problem:
            self._pane.show_lines(lines or [])

    def on_resize(self, _: events.Resize) -> None:
        """Wrap it anew."""
        self.call_after_refresh(self._show)

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.query_one(Notice).say(text, problem=problem)

    # The question

    def _left(self) -> Iterator[FindingEntry]:
        """Yield what is still to be asked in this pass, the open ones first, what shows the same passages once."""
        found = set(self._passed)
        for entry in sorted(filter(self._wanted, self.findings()), key=lambda each: not each.open):
            if entry.shown not in found:
                found.add(entry.shown)
                yield entry

    def _wanted(self, entry: FindingEntry) -> bool:
        return entry.open or (self._settled_too and entry.severity == "WARN")

    def _ask(self) -> None:
        """Ask the next question, or close the panel where there is none."""
        left = list(self._left()) if self._asking else []
        panel = self.query_one(WhichIsRight)
        self._present = left[0] if left else None
        if self._present is not None:
            number = len(self._passed) + 1
            panel.put(self._present, number, number - 1 + len(left))
        elif panel.display:
            panel.display = False
            self._pane.focus()
            self._say(self._outcome())
        self._asking = self._present is not None
        self.refresh_bindings()

    def _outcome(self) -> str:
        left = len({entry.shown for entry in self.findings() if entry.open})
        noted = "Noted. " if any(self._passed.values()) else ""
        return f"{noted}{f'Left for later: {left}. ' if left else ''}Press w to be asked again."

    def _choose(self, choice: str) -> None:
        entry = self._present
        if entry is None or self._busy:
            return
        if choice != LATER:
            try:
                for each in filter(self._wanted, self.findings()):
                    if each.shown == entry.shown:
                        self.write(each, choice)
            except TROUBLE as error:
                self._say(told(error), problem=True)
                return
        self._passed[entry.shown] = choice != LATER
        self._say("")
        if choice == LATER:
            self._ask()
        else:
            self.read_again()

    def on_which_is_right_chosen(self, event: WhichIsRight.Chosen) -> None:
        """Take a choice made in the list."""
        self._choose(event.choice)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        del parameters
        if action in ROWS:
            return self._present is not None and not self._busy
        if action == "ask":
            return not self._asking and not self._busy and any(each.severity == "WARN" for each in self.findings())
        return True

    def action_first(self) -> None:
        """Say that the earlier passage is right."""
        self._choose("first")

    def action_second(self) -> None:
        """Say that the later passage is right."""
        self._choose("second")

    def action_both(self) -> None:
        """Say that both are true."""
        self._choose("both")

    def action_unlike(self) -> None:
        """Say that they are not about the same thing."""
        self._choose("unlike")

    def action_later(self) -> None:
        """Leave it for later."""
        self._choose(LATER)

    def action_ask(self) -> None:
        """Ask what is open; where nothing is, or all of that was just left, ask everything once more."""
        self._asking, self._settled_too = True, False
        if not any(self._left()):
            self._settled_too = True
            self._passed.clear()
        self._say("")
        self._ask()

    def action_back(self) -> None:
        """Go back."""
        self.app.pop_screen()
