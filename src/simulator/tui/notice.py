"""One quiet line for what the program has to say: it covers nothing and takes no focus."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.text import clean


class Notice(Static):
    """A line of plain text: what was said last, or how things stand where that was read already."""

    DEFAULT_CSS = """
    Notice { height: auto; min-height: 1; max-height: 3; padding: 0 1; color: $text-muted; }
    Notice.-problem { max-height: 6; color: $text-warning; text-style: bold; }
    """

    @dataclass
    class Said(Message):
        """Something to be told on the screen it comes from, by whatever has no line of its own."""

        text: str
        problem: bool = False

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(id=id, markup=False)
        self.text = ""
        self._said = self._standing = ("", False)
        self._read = False

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show `text` at least until the next key is pressed; a problem begins with an exclamation mark."""
        self._said, self._read = (text, problem), False
        self._show()

    def stand(self, text: str, *, problem: bool = False) -> None:
        """Show `text` whenever nothing was said since the last key: it holds until something else stands."""
        self._standing = (text, problem)
        self._show()

    def read(self) -> None:
        """Take note that a key was pressed: what stands comes back."""
        self._read = True
        self._show()

    def _show(self) -> None:
        if self._read and self._standing[0]:
            self._said = ("", False)
        text, problem = self._said if self._said[0] else self._standing
        text = clean(text, 600)
        text = f"! {text}" if problem and text else text
        if text != self.text:
            self.text = text
            self.set_class(problem, "-problem")
            self.set_class(bool(text), "-told")
            self.update(Content(text))
