"""Searching in a pane of text: where something stands, and the line in which one says what."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from textual.widgets import Input

from simulator.tui.keys import bindings
from simulator.tui.lines import Lines, Span
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.binding import BindingType


class Searchable(Protocol):
    """A text that is searched in as a whole, however it is wrapped."""

    @property
    def text(self) -> str:
        """What it says."""


class Search:
    """What was searched for, the places where it stands, and at which of them one is."""

    def __init__(self) -> None:
        self.wanted = ""
        self._places: list[tuple[int, Span]] = []
        self._by_entry: dict[int, list[Span]] = {}
        self._here = 0

    def look_for(self, wanted: str, entries: Sequence[Searchable], first: int) -> None:
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

    def again(self, entries: Sequence[Searchable]) -> None:
        """Find it in other entries, and stay where one was."""
        self.look_for(self.wanted, entries, self._places[self._here][0] if self._places else 0)

    @property
    def count(self) -> tuple[int, int]:
        """At which place one is, from 1, and how many there are."""
        return (self._here + 1 if self._places else 0), len(self._places)

    @property
    def here(self) -> tuple[int, Span] | None:
        """The entry one is in, and where in it; None where nothing was found."""
        return self._places[self._here] if self._places else None

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


class Searching(Lines):
    """Lines that are searched in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._search = Search()

    # What a pane of this kind fills in

    @property
    def searched(self) -> Sequence[Searchable]:
        """What is searched in: all that is shown, and what is to come where that is known."""
        raise NotImplementedError

    def looked_at(self) -> int:
        """Return the place, among what is searched in, of what is looked at."""
        raise NotImplementedError

    def reach(self, index: int) -> None:
        """Go to one of the texts searched in."""
        raise NotImplementedError

    # What it does

    def way_back(self) -> Callable[[], None]:
        """Return a way to go back to what is looked at now."""
        return partial(self.scroll_to, y=self.scroll_offset.y, animate=False)

    def search(self, wanted: str) -> tuple[int, int]:
        """Search for `wanted`, from what is looked at on, and go to the first place.

        Returned are which one that is, from 1, and how many there are; ("", or found nowhere: 0 and 0).
        """
        self._search.look_for(wanted, self.searched, self.looked_at())
        return self.next_hit(0)

    def next_hit(self, by: int = 1) -> tuple[int, int]:
        """Go to the next place that was searched for, or the one before (-1), and return which it is of how many."""
        index = self._search.step(by)
        if index is not None:
            self.reach(index)
        self.refresh()
        return self._search.count

    def search_again(self) -> None:
        """Find what was searched for in what is shown now."""
        if self._search.wanted:
            self._search.again(self.searched)

    def action_search(self) -> None:
        """Ask what to search for."""
        SearchLine.open(self)

    def action_next_hit(self) -> None:
        """Go to the next place found."""
        self._say_hit(self.next_hit(1))

    def action_previous_hit(self) -> None:
        """Go to the place found before."""
        self._say_hit(self.next_hit(-1))

    def _say_hit(self, count: tuple[int, int]) -> None:
        self.post_message(Notice.Said(f"“{self._search.wanted}”: {count[0]} of {count[1]}"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the places found only where something was searched for."""
        del parameters
        return bool(self._search.count[1]) if action in ("next_hit", "previous_hit") else True


class SearchLine(Input):
    """One line to write what is searched for; each letter shows the first place, Esc goes back to where one was."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]
    DEFAULT_CSS = """
    SearchLine, SearchLine:focus { height: 1; border: none; padding: 0 1; background: $surface; }
    """

    def __init__(self, pane: Searching) -> None:
        super().__init__(placeholder="search here", select_on_focus=False)
        self._pane = pane
        self._back = pane.way_back()

    @classmethod
    def open(cls, pane: Searching) -> None:
        """Show one on the pane's screen and go there."""
        screen = pane.screen
        for open_already in screen.query(cls):
            open_already.focus()
            return
        line = cls(pane)
        notices = screen.query(Notice)
        screen.mount(line, before=notices.first()) if notices else screen.mount(line)
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the first place."""
        event.stop()
        self._tell(self._pane.search(event.value))

    def _tell(self, count: tuple[int, int]) -> None:
        if not self.value:
            self.post_message(Notice.Said(""))
        elif count[1]:
            self.post_message(Notice.Said(f"{count[0]} of {count[1]}"))
        else:
            self.post_message(Notice.Said("not found"))

    def action_next(self) -> None:
        """Go to the next place."""
        self._tell(self._pane.next_hit(1))

    def action_previous(self) -> None:
        """Go to the place before."""
        self._tell(self._pane.next_hit(-1))

    def action_go_there(self) -> None:
        """Stay there."""
        self._close()

    def action_cancel(self) -> None:
        """Go back to where one was."""
        self._pane.search("")
        self._back()
        self._close()

    def _close(self) -> None:
        self._pane.focus()
        self.remove()
