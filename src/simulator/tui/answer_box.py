"""The boxes that text of several lines is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, TextArea

from simulator.text import word_count
from simulator.tui.app import app_of
from simulator.tui.earlier import Earlier
from simulator.tui.keys import bindings
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.timer import Timer

WORDS_A_MINUTE = 140
"""How fast people speak in an interview."""

ALIASES = {"shift+\r": "shift+enter", "ctrl+\r": "ctrl+enter"}
"""How Textual calls keys that xterm and tmux tell apart in their own way."""

JOINERS = {"zero_width_non_joiner": "\u200c", "zero_width_joiner": "\u200d"}
"""Characters without a width that join letters or keep them apart: part of what is written, though not printable."""

COUNTED = 20_000
"""Characters up to which words are counted at every key."""

BLINKS_FOR = 10.0
"""Seconds without a move until the cursor stays lit, as in many terminals: each blink paints the box anew."""

RUN_SECONDS = 0.7
"""Seconds between two letters of one word at most."""


def speaking_time(words: int) -> str:
    """Return how long so many words take to say: "25 s", "1 min 40 s"."""
    minutes, seconds = divmod(round(words * 60 / WORDS_A_MINUTE), 60)
    if not minutes:
        return f"{seconds} s"
    return f"{minutes} min {seconds} s" if seconds else f"{minutes} min"


class Run:
    """Letters typed one right after the other."""

    def __init__(self) -> None:
        self.text = ""
        self._last = 0.0

    def add(self, event: events.Key) -> str:
        """Add a letter, the first one of its own run after a while, and return the run so far."""
        before = self.text if event.time - self._last < RUN_SECONDS else ""
        self._last = event.time
        self.text = before + (event.character or "")
        return self.text


class TextBox(TextArea):
    """A text box in which Ctrl+J is a new line, as in every other one."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]
    AT_ONCE: ClassVar[frozenset[str]] = frozenset({"line_break"})
    """Actions done as soon as their key comes."""

    _still: Timer | None = None

    def on_focus(self) -> None:
        """Blink: here one writes."""
        self._blink()

    def on_text_area_selection_changed(self) -> None:
        """Blink: somebody writes, or moves about."""
        self._blink()

    def _blink(self) -> None:
        self.cursor_blink = True
        if self._still is not None:
            self._still.stop()
        self._still = self.set_timer(BLINKS_FOR, self._stay_lit)

    def _stay_lit(self) -> None:
        self.cursor_blink = False

    async def _on_key(self, event: events.Key) -> None:
        """Do at once what a key of this box does: letters that came with it in one burst stay in their order."""
        if event.is_printable:
            return
        if event.key in JOINERS and not self.read_only:
            event.prevent_default()
            event.stop()
            self.insert(JOINERS[event.key])
            return
        active = self.screen.active_bindings.get(ALIASES.get(event.key, event.key))
        if active is not None and active.node is self and active.binding.action in self.AT_ONCE:
            event.prevent_default()
            event.stop()
            getattr(self, f"action_{active.binding.action}")()

    def action_line_break(self) -> None:
        """Begin a new line."""
        self.insert("\n")


class AnswerBox(TextBox):
    """A text box that sends with one key, breaks lines with another, and says both in its border."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("box")]
    AT_ONCE: ClassVar[frozenset[str]] = frozenset({"send", "line_break"})
    DEFAULT_CSS = """
    AnswerBox { border: round $border-blurred; padding: 0 1; background: $background; }
    AnswerBox:focus { border: round $border; }
    AnswerBox .text-area--cursor-line { background: $background; }
    """

    @dataclass
    class Sent(Message):
        """The box's text is to be sent."""

        box: AnswerBox
        text: str

        @property
        def control(self) -> AnswerBox:
            """The box it comes from."""
            return self.box

    def __init__(self, title: str, *, send: str = "send", counts: bool = True, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", highlight_cursor_line=False)
        self.border_title = Content(title)
        self._send = send
        self._counts = counts
        self.earlier = Earlier()
        self._run = Run()

    def on_mount(self) -> None:
        """Say the keys."""
        self.recount()

    def put(self, text: str) -> None:
        """Replace the text without telling anybody; the cursor goes to its end."""
        with self.prevent(TextArea.Changed):
            self.load_text(text)
        self.move_cursor(self.document.end)
        self.recount()

    def take_out(self, sent: str) -> None:
        """Take out what was sent; letters that were typed after it stay."""
        self.put(self.text.removeprefix(sent))

    def recount(self) -> None:
        """Say the keys and how much there is in the border."""
        app = app_of(self.screen)
        said = f"{app.key_for('box.send')} {self._send} · {app.key_for('box.line_break')} new line"
        text = self.text if self._counts and self.document.end != (0, 0) else ""
        if text and len(text) <= COUNTED:
            words = word_count(text)
            said += f" · {words} word{'' if words == 1 else 's'} · {speaking_time(words)}"
        elif text:
            said += f" · {len(text):,} characters"
        self.border_subtitle = Content(said)

    def on_text_area_changed(self) -> None:
        """Count anew."""
        self.recount()

    def catch(self, event: events.Key | events.Paste) -> None:
        """Take what was typed or pasted elsewhere, where it means nothing; the focus comes along.

        Letters that were keys there, and were typed right before, turn out to be the beginning of the same word.
        """
        focused = self.screen.focused
        if self.disabled or self.read_only or not self.display:
            return
        if focused is not self and isinstance(focused, (TextArea, Input)):
            return
        if isinstance(event, events.Paste):
            if focused is self:
                return  # it is there already
            text = event.text
        elif event.is_printable:
            text = self._run.add(event)
            if focused is not self and event.key in self.screen.active_bindings:
                return
        else:
            self._run.text = ""
            return
        self._run.text = ""
        event.stop()
        event.prevent_default()
        self.screen.set_focus(self)
        self.insert(text)

    def action_cursor_up(self, select: bool = False) -> None:
        """Move up; from the very beginning to what was sent before."""
        if select or self.cursor_location != (0, 0) or not self._recall(-1):
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """Move down; from the very end to what was sent after."""
        if select or self.cursor_location != self.document.end or not self._recall(1):
            super().action_cursor_down(select)

    def _recall(self, by: int) -> bool:
        """Show another text that was sent; tell whether there is one."""
        text = None if self.read_only else self.earlier.move(by, self.text)
        if text is not None:
            self.put(text)
            if by < 0:
                self.move_cursor((0, 0))
        return text is not None

    def action_edit(self) -> None:
        """Edit the text in an editor of one's own choice."""
        from simulator.tui.editor import edited

        app = app_of(self.screen)
        app.keep()
        try:
            text = edited(app, self.text)
        except TROUBLE as error:
            app.tell(told(error), problem=True)
            return
        if text != self.text:
            self.replace(text, (0, 0), self.document.end)

    def action_send(self) -> None:
        """Have the text sent."""
        self.post_message(self.Sent(self, self.text))
