"""The fields that say whose interview it is: name, process and round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Checkbox, Input, Label, Select

from simulator.content.library import Library
from simulator.content.schemas import Process
from simulator.text import one_line

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

NEXT = ""
"""The value that stands for the next round."""


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


def processes(library: Library) -> Iterator[Process]:
    """Yield the processes there are, by id."""
    for entry in library.of_kind("process"):
        if isinstance(entry.item, Process):
            yield entry.item


class WhoAndWhat(Vertical):
    """Name, process and round; `first` says what the round is where none is chosen ("the next one")."""

    DEFAULT_CSS = "WhoAndWhat { height: auto; }"

    def __init__(self, library: Library, *, name: str, process: str, first: str) -> None:
        super().__init__()
        self._library = library
        self._candidate = name
        self._process = process
        self._first = first

    def compose(self) -> ComposeResult:
        """Lay the fields out; the process is only asked for where there are several."""
        everything = list(processes(self._library))
        chosen = next((each for each in everything if each.id == self._process), None)
        if chosen is None and everything:
            chosen = everything[0]
        yield Field("Candidate", Input(self._candidate, placeholder="the candidate's name", id="name", compact=True))
        options = [(Text(one_line(each.title, 70)), each.id) for each in everything]
        if chosen is not None:
            box = Select(options, value=chosen.id, allow_blank=False, id="process", compact=True)
            yield Field("Process", box)
            rounds = Select(self._rounds(chosen.id), value=NEXT, allow_blank=False, id="round", compact=True)
            yield Field("Round", rounds)

    def _rounds(self, process: str) -> list[tuple[Text, str]]:
        meetings = self._library.process(process).rounds
        return [(Text(self._first), NEXT), *((Text(one_line(each.title, 70)), each.id) for each in meetings)]

    def on_select_changed(self, event: Select.Changed) -> None:
        """Offer the rounds of another process."""
        if event.select.id == "process" and isinstance(event.value, str) and event.value != self._process:
            self._process = event.value
            rounds = self.query_one("#round", Select)
            rounds.set_options(self._rounds(event.value))

    @property
    def candidate(self) -> str:
        """The name filled in."""
        return self.query_one("#name", Input).value.strip()

    def _chosen(self, what: str) -> str:
        for select in self.query(f"#{what}").results(Select):
            return select.value if isinstance(select.value, str) else ""
        return ""

    @property
    def process(self) -> str:
        """The id of the process chosen."""
        return self._chosen("process")

    @property
    def round(self) -> str:
        """The id of the round chosen; empty for the one that comes next."""
        return self._chosen("round")
