"""The least a Textual program can be: the floor for a first paint."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Hello READY")


Hello().run()
