"""The least a chat in Textual can be, a widget a message: 50 of them, and a box; Ctrl+N opens a second screen."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static, TextArea

LINE = "The interviewer asks about the design of the cache and how you measured its hit rate over time. "


class Second(Screen[None]):
    def compose(self) -> ComposeResult:
        yield Static("SECOND")
        yield TextArea()


class Chat(App[None]):
    CSS = "VerticalScroll {height: 1fr;} TextArea {height: 6;} .message {margin: 0 0 1 0; padding: 0 1;}"
    BINDINGS: ClassVar[list[BindingType]] = [("ctrl+n", "second", "Second")]

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            for number in range(50):
                yield Static(f"[b]Msg {number}[/b] " + LINE * 2, classes="message")
        yield TextArea()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).anchor()
        self.query_one(TextArea).focus()

    def action_second(self) -> None:
        self.push_screen(Second())


Chat().run()
