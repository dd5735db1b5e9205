"""One quiet line for what the program has to say: it covers nothing and takes no focus."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from simulator.text import clean


class Notice(Static):
    """A line of plain text that stays until the next one."""

    DEFAULT_CSS = """
    Notice { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $text-muted; }
    Notice.-problem { color: $text-warning; text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(id=id, markup=False)
        self.text = ""

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show `text`; a problem begins with an exclamation mark."""
        text = clean(text, 600)
        text = f"! {text}" if problem and text else text
        if text != self.text:
            self.text = text
            self.set_class(problem, "-problem")
            self.update(Content(text))
