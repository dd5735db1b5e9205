"""Small screens on top of another one: a text to read, a line to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from simulator.text import clean
from simulator.tui.keys import ORDER, TITLES, bindings, shown
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import Binding, BindingType
    from textual.geometry import Size


class _Told(ModalScreen[ScreenResultType]):
    """A text on a card, with the keys that lead on below it."""

    CSS_PATH = "cards.tcss"
    ways: ClassVar[str]

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self._heading = title
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay the card out."""
        with VerticalScroll(id="card") as card:
            card.border_title = Content(self._heading)
            card.border_subtitle = Content(self.ways)
            yield self.told()

    def told(self) -> Widget:
        """Return the text."""
        return Static(Content(clean(self._text)), markup=False)


class Card(_Told[None]):
    """A text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("card")]
    ways = "Esc back"

    def action_back(self) -> None:
        """Close the card."""
        self.dismiss()


class Sure(_Told[bool]):
    """A question that is answered with yes or no."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sure")]
    ways = "Enter yes · Esc no"

    def action_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def action_no(self) -> None:
        """Answer no."""
        self.dismiss(False)


class KeysCard(Card):
    """All keys that do something: those of the widget that has the focus first, then the screen's."""

    def __init__(self, screen: Screen[object]) -> None:
        super().__init__("Keys", "")
        self._groups = keys_of(screen)
        if isinstance(screen.focused, (TextArea, Input)):
            self._groups.append(("Editing", EDITING))

    def told(self) -> Widget:
        """Return keys and what they do, side by side."""
        return KeyTable(self._groups)


WIDEST = 20
"""Cells the keys take at most."""


class KeyTable(Widget):
    """Keys and what they do, side by side, each group under its title; what is too long goes on below itself."""

    DEFAULT_CSS = "KeyTable { height: auto; }"

    def __init__(self, groups: Sequence[tuple[str, Keys]]) -> None:
        super().__init__()
        self._groups = groups
        self._indent = min(max(cell_len(names) for _, keys in groups for names, _ in keys), WIDEST) + 2

    def _rows(self, width: int) -> Iterator[tuple[str, str, str]]:
        """Yield (keys, title, help) for each row of `width` cells."""
        for title, keys in self._groups:
            yield "", title, ""
            for names, what in keys:
                wrapped = (wrap(names, WIDEST), wrap(what, max(width - self._indent, 10)))
                for name, piece in zip_longest(*wrapped):
                    yield name.text if name else "", "", piece.text if piece else ""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows there are."""
        del container, viewport
        return sum(1 for _ in self._rows(width))

    def render(self) -> Content:
        """Return the rows."""
        parts: list[tuple[str, str]] = []
        for names, title, what in self._rows(self.content_size.width):
            gap = " " * (self._indent - cell_len(names))
            parts += [(names + gap, "bold"), (title, "italic"), (f"{what}\n", "")]
        return Content.assemble(*parts).rstrip()


EDITING = [
    ("Ctrl+Z", "Undo"),
    ("Ctrl+W", "Delete a word"),
    ("Ctrl+U", "Delete to the line's start"),
    ("F7", "Select all"),
]
"""What Textual's own text boxes can do beside what every editor does."""

HERE = "On this screen"
"""What the keys of the screen itself stand under."""

Keys = list[tuple[str, str]]
"""Keys as they are shown, and what each does."""


def keys_of(screen: Screen[object]) -> list[tuple[str, Keys]]:
    """Return the keys that do something on `screen` in groups, nearest to the focus first, each with its title."""
    found: dict[str, dict[str, tuple[Binding, list[str]]]] = {}
    for active in sorted(screen.active_bindings.values(), key=lambda each: ORDER.get(each.binding.id or "", 999)):
        binding = active.binding
        if binding.id and binding.tooltip and active.enabled:
            title = TITLES.get(binding.id.partition(".")[0], HERE)
            group = found.setdefault(title, {})
            group.setdefault(binding.id, (binding, []))[1].append(shown(binding.key))
    titles = sorted(found, key=lambda title: (title == TITLES["app"], title == HERE))
    return [(title, [(", ".join(names), bound.tooltip) for bound, names in found[title].values()]) for title in titles]


class Ask(ModalScreen[tuple[str, bool]]):
    """One line to write; returns it, and whether it was sent. `text` is what was left there before."""

    CSS_PATH = "cards.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ask")]

    def __init__(self, title: str, explanation: str, text: str) -> None:
        super().__init__()
        self._heading = title
        self._explanation = explanation
        self._told = text

    def compose(self) -> ComposeResult:
        """Lay the card out."""
        with Vertical(id="ask") as card:
            card.border_title = Content(self._heading)
            card.border_subtitle = Content("Enter send · Esc back, it stays")
            yield Static(Content(self._explanation), markup=False)
            yield Input(self._told, select_on_focus=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Send the line, if there is anything in it."""
        if clean(event.value).strip():
            self.dismiss((event.value, True))

    def action_back(self) -> None:
        """Go back without sending."""
        self.dismiss((self.query_one(Input).value, False))
