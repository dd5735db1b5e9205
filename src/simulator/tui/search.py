"""Searching in the conversation: where something stands, and the line in which one says what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from simulator.tui.keys import bindings
from simulator.tui.lines import Span
from simulator.tui.notice import Notice
from simulator.tui.wording import Entry

if TYPE_CHECKING:
    from textual.binding import BindingType

    from simulator.tui.conversation import Conversation


class Search:
    """What was searched for, the places where it stands, and at which of them one is."""

    def __init__(self) -> None:
        self.wanted = ""
        self._places: list[tuple[int, Span]] = []
        self._by_entry: dict[int, list[Span]] = {}
        self._here = 0

    def look_for(self, wanted: str, entries: Sequence[Entry], first: int) -> None:
        """Find `wanted`, capital or small, and begin at the first place in entry `first` or after it."""
        self.wanted = wanted
        self._places, self._by_entry = [], {}
        pattern = re.compile(re.escape(wanted), re.IGNORECASE)
        for index, entry in enumerate(entries if wanted else ()):
            spans = [Span(*match.span(), "hit") for match in pattern.finditer(entry.text)]
            if spans:
                self._by_entry[index] = spans
                self._places += [(index, span) for span in spans]
        self._here = next((place for place, (index, _) in enumerate(self._places) if index >= first), 0)

    def again(self, entries: Sequence[Entry]) -> None:
        """Find it in other entries, and stay where one was."""
        self.look_for(self.wanted, entries, self._places[self._here][0] if self._places else 0)

    @property
    def count(self) -> tuple[int, int]:
        """At which place one is, from 1, and how many there are."""
        return (self._here + 1 if self._places else 0), len(self._places)

    def step(self, by: int) -> int | None:
        """Go `by` places on, round and round, and return the entry that one is in; None where there is none."""
        if not self._places:
            return None
        self._here = (self._here + by) % len(self._places)
        return self._places[self._here][0]

    def found_in(self, index: int) -> Sequence[Span]:
        """Return the places in an entry; the one where one is has another look."""
        spans = self._by_entry.get(index, ())
        if not spans or self._places[self._here][0] != index:
            return spans
        here = self._places[self._here][1]
        return [span._replace(look="here") if span is here else span for span in spans]


class SearchLine(Input):
    """One line to write what is searched for; each letter shows the first place, Esc goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SearchLine, SearchLine:focus { height: 1; border: none; padding: 0 1; background: $surface; }
    """

    def __init__(self, conversation: Conversation) -> None:
        super().__init__(placeholder="search in what was said", select_on_focus=False)
        self._conversation = conversation
        self._back = conversation.way_back()

    @classmethod
    def open(cls, conversation: Conversation) -> None:
        """Show one on the conversation's screen and go there."""
        screen = conversation.screen
        for open_already in screen.query(cls):
            open_already.focus()
            return
        line = cls(conversation)
        notices = screen.query(Notice)
        screen.mount(line, before=notices.first()) if notices else screen.mount(line)
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the first place."""
        event.stop()
        self._tell(self._conversation.search(event.value))

    def _tell(self, count: tuple[int, int]) -> None:
        if not self.value:
            self.post_message(Notice.Said(""))
        elif count[1]:
            self.post_message(Notice.Said(f"{count[0]} of {count[1]}"))
        else:
            self.post_message(Notice.Said("not found"))

    def action_next(self) -> None:
        """Go to the next place."""
        self._tell(self._conversation.next_hit(1))

    def action_previous(self) -> None:
        """Go to the place before."""
        self._tell(self._conversation.next_hit(-1))

    def action_go_there(self) -> None:
        """Stay there."""
        self._close()

    def action_cancel(self) -> None:
        """Go back to where one was."""
        self._conversation.search("")
        self._back()
        self._close()

    def _close(self) -> None:
        self._conversation.focus()
        self.remove()
