"""The key bar: the keys that do something now, as many as the window has room for, F1 always among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from simulator.tui.keys import ORDER, shown

if TYPE_CHECKING:
    from textual import events
    from textual.binding import Binding
    from textual.screen import Screen

MOST = 7
"""Keys shown at most."""

STAY = frozenset({"app.keys", "app.quit"})
"""What is shown in every width."""


class KeyBar(Widget):
    """One line of keys with a word for each; a click on one presses it."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $panel; color: $foreground-muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, str]] = []

    def on_mount(self) -> None:
        """Paint anew whenever the bindings change."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def _shown(self) -> list[Binding]:
        """Return the bindings to show in the order of the table and F1 last, one for each action."""
        found: dict[str, Binding] = {}
        enabled = [active.binding for active in self.screen.active_bindings.values() if active.enabled]
        for binding in sorted(enabled, key=lambda each: ORDER.get(each.id or "", len(ORDER))):
            if binding.show:
                found.setdefault(binding.action, binding)
        keys = found.pop("app.keys", None)
        return [*list(found.values())[: MOST - 1], *([keys] if keys else [])]

    def render(self) -> Content:
        """Return the keys that fit: those that stand last in the table go first, F1 and the way out never."""
        entries = [(binding, shown(binding.key), binding.description) for binding in self._shown()]
        room = self.content_size.width
        while len(entries) > 2 and sum(cell_len(key) + cell_len(word) + 3 for _, key, word in entries) - 2 > room:
            for number in range(len(entries) - 1, -1, -1):
                if entries[number][0].action not in STAY:
                    del entries[number]
                    break
            else:
                break
        parts: list[tuple[str, str]] = []
        self._places = []
        at = 0
        for binding, key, word in entries:
            end = at + cell_len(key) + 1 + cell_len(word)
            self._places.append((at, end, binding.key))
            parts += [(key, "bold $foreground"), (f" {word}  ", "")]
            at = end + 2
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        for start, end, key in self._places:
            if start <= event.x - self.gutter.left < end:
                self.app.simulate_key(key)
