"""The fields that say whose interview it is: name, process and round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label

from simulator.content import CLASSIC
from simulator.content.library import Library
from simulator.content.schemas import Process
from simulator.text import one_line
from simulator.tui.keys import bindings

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

NEXT = ""
"""The value that stands for the next round."""

OWN = ""
"""The value that stands for a process still to be made."""


class Field(Horizontal):
    """A label and what is filled in beside it."""

    DEFAULT_CSS = """
    Field { height: auto; margin: 0 0 1 0; }
    Field > .label { width: 14; padding: 0 1 0 0; color: $text-muted; }
    Field:focus-within > .label { color: $text; text-style: bold; }
    Field > .filled { width: 1fr; }
    """

    def __init__(self, label: str, filled: Widget) -> None:
        filled.add_class("filled")
        super().__init__(Label(Content(label), classes="label"), filled)


class Tick(Checkbox):
    """A box to tick that reads the same without colours: [x] or [ ]."""

    DEFAULT_CSS = """
    Tick > .toggle--button, Tick.-on > .toggle--button { color: $foreground; background: $background; }
    """

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


class Chooser(Widget, can_focus=True):
    """One of several on one line, without a list to open: a key or a click goes on to the next, round and round."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("chooser")]
    DEFAULT_CSS = """
    Chooser { height: 1; }
    Chooser:focus { text-style: bold; }
    """
    chosen: reactive[int] = reactive(0, init=False)

    class Changed(Message):
        """Another one was chosen."""

        def __init__(self, chooser: Chooser) -> None:
            super().__init__()
            self.chooser = chooser

    def __init__(self, options: Sequence[tuple[str, str]], *, chosen: str, id: str) -> None:  # noqa: A002  # as Textual
        """`options` are the titles and values, at least one; `chosen` is the value to begin with."""
        super().__init__(id=id)
        self._options = tuple(options)
        self.set_reactive(Chooser.chosen, [value for _, value in options].index(chosen))

    @property
    def value(self) -> str:
        """The value chosen."""
        return self._options[self.chosen][1]

    def offer(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other ones, and choose the first."""
        self._options = tuple(options)
        self.set_reactive(Chooser.chosen, 0)
        self.refresh()

    def watch_chosen(self) -> None:
        """Say that it is another one."""
        self.post_message(self.Changed(self))

    def render(self) -> Content:
        """Return the one chosen, and which of how many it is."""
        if len(self._options) == 1:
            return Content(one_line(self._options[0][0], self.size.width))
        place = f"  {self.chosen + 1} of {len(self._options)}"
        title = one_line(self._options[self.chosen][0], max(8, self.size.width - cell_len(place) - 4))
        return Content.assemble(f"‹ {title} ›", (place, "not bold $foreground-muted"))

    def on_click(self, event: events.Click) -> None:
        """Go on; on the sign before the title, back."""
        self._step(-1 if event.x < 2 else 1)

    def action_next(self) -> None:
        """Choose the next one."""
        self._step(1)

    def action_previous(self) -> None:
        """Choose the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.chosen = (self.chosen + by) % len(self._options)


def processes(library: Library) -> Iterator[Process]:
    """Yield the processes there are, by id."""
    for entry in library.of_kind("process"):
        if isinstance(entry.item, Process):
            yield entry.item


class WhoAndWhat(Vertical):
    """Name, process and round; `first` says what the round is where none is chosen ("the next one").

    With `own`, one's own company and position can be chosen as well, and are where `process` names none.
    """

    DEFAULT_CSS = "WhoAndWhat { height: auto; }"

    def __init__(self, library: Library, *, name: str, process: str, first: str, own: bool = False) -> None:
        super().__init__()
        self._own = [("your own company and position", OWN)] if own else []
        self._library = library
        self._candidate = name
        self._process = process
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay the fields out; the process is only asked for where there are several."""
        options = [*self._own, *((each.title, each.id) for each in processes(self._library))]
        ids = [identity for _, identity in options]
        yield Field("Candidate", Input(self._candidate, placeholder="the candidate's name", id="name", compact=True))
        if ids:
            chosen = self._process if self._process in ids else ids[0]
            yield Field("Process", Chooser(options, chosen=chosen, id="process"))
            yield Field("Round", Chooser(self._rounds(chosen), chosen=NEXT, id="round"))

    def _rounds(self, process: str) -> list[tuple[str, str]]:
        rounds = self._library.process(process or CLASSIC).rounds  # one's own has those of the classic one
        return [(self._first, NEXT), *((each.title, each.id) for each in rounds)]

    def on_chooser_changed(self, event: Chooser.Changed) -> None:
        """Offer the rounds of another process."""
        if event.chooser.id == "process":
            self.query_one("#round", Chooser).offer(self._rounds(event.chooser.value))

    @property
    def candidate(self) -> str:
        """The name filled in."""
        return self.query_one("#name", Input).value.strip()

    def _chosen(self, what: str) -> str:
        return next((each.value for each in self.query(f"#{what}").results(Chooser)), "")

    @property
    def process(self) -> str:
        """The id of the process chosen; empty for one's own, which is still to be made."""
        return self._chosen("process")

    @property
    def round(self) -> str:
        """The id of the round chosen; empty for the one that comes next."""
        return self._chosen("round")
