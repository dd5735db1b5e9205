"""A form on top of the present screen: what is filled in stays until it is begun, whatever happens before."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static, TextArea

from simulator.tui.app import app_of
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.tui.unsent import Filled

KEEP_EVERY = 1.0
"""Seconds after which what was typed is on the disk."""

OFFERED = "You had filled this in and not begun."

UNSAVED = "What is filled in can't be saved: make room"


class Form(Screen[None]):
    """A title, fields, and a button below them; a form of its own fills in `heading`, `button`, `fields`, `begin`."""

    CSS_PATH = "forms.tcss"
    AUTO_FOCUS = "#name"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("form")]
    heading: ClassVar[str]
    _at_first: Filled | None = None
    """What stood in the fields before anything was typed, as long as that is to be kept."""
    button: ClassVar[str] = "Begin the interview"

    def fields(self) -> ComposeResult:
        """Yield what is to be filled in."""
        raise NotImplementedError

    def begin(self) -> str:
        """Open what was filled in, and return what is wrong where that can't be done."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Lay the form out."""
        yield Static(Content(self.heading), classes="title bar")
        with VerticalScroll(id="form", can_focus=False):
            yield from self.fields()
            yield Button(self.button, id="begin", compact=True)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Fill in what was left here last time."""
        self._at_first = self._filled()
        unsent = app_of(self).unsent.of(type(self).__name__)
        for box in self.query(Input):
            box.value = unsent.get(box.id or "", box.value)
        for area in self.query(TextArea):
            area.text = unsent.get(area.id or "", area.text)
        if self._filled() != self._at_first:
            self.query_one(Notice).say(OFFERED)
        self.set_interval(KEEP_EVERY, self.tick)

    def tick(self) -> None:
        """Save what was typed."""
        if not self.keep():
            self.query_one(Notice).say(UNSAVED, problem=True)

    def _filled(self) -> Filled:
        boxes = {box.id or "": box.value for box in self.query(Input)}
        return boxes | {area.id or "": area.text for area in self.query(TextArea)}

    @property
    def kept_in(self) -> str:
        """Where it is kept."""
        return str(app_of(self).unsent.path)

    def keep(self) -> bool:
        """Save what was typed, and tell whether it is on the disk now."""
        first = self._at_first
        if first is None:
            return True
        typed = {field: text for field, text in self._filled().items() if text != first.get(field, "")}
        return app_of(self).unsent.put(type(self).__name__, typed)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Begin, as the button does."""
        self.action_begin()

    def on_button_pressed(self) -> None:
        """Begin."""
        self.action_begin()

    def action_begin(self) -> None:
        """Begin, or say what is missing."""
        if said := self.begin():
            self.query_one(Notice).say(said, problem=True)
        else:
            self._at_first = None
            app_of(self).unsent.put(type(self).__name__, {})

    def lacks(self, field: str, why: str) -> str:
        """Go to the field of that id, and return why it is needed."""
        self.query_one(f"#{field}").focus()
        return why

    def action_back(self) -> None:
        """Go back; what is filled in stays until the next time."""
        self.keep()
        self.app.pop_screen()
