"""Which of two passages is right: the two, and what there is to say of them, one choice to a key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.text import clean, one_line
from simulator.tui.keys import bindings
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.binding import BindingType

    from simulator.debrief.report import FindingEntry, Passage

LATER = "later"
"""What is chosen to leave a difference open."""

ROWS = {
    "first": "1",
    "second": "2",
    "both": "3  Both are true",
    "unlike": "4  Not the same thing",
    LATER: "0  Later (Esc)",
}
"""What each choice reads like; the passages come to the first two."""

AROUND = 10
"""Rows of the screen that are not the passages: title, key bar, the head, two places, three choices, some text."""


class WhichIsRight(OptionList):
    """The choices as a list: a key each, or Tab to it and Enter, or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("which-list")]
    DEFAULT_CSS = """
    WhichIsRight {
        display: none; height: auto; max-height: 90%; padding: 0 1; scrollbar-size-vertical: 1;
        border: none; border-top: solid $border-blurred; background: $background;
    }
    WhichIsRight:focus { border: none; border-top: solid $border; background-tint: $background 0%; }
    WhichIsRight > .option-list--option { padding: 0; }
    WhichIsRight > .option-list--option-highlighted { background: $background; color: $text; text-style: none; }
    WhichIsRight:focus > .option-list--option-highlighted { background: $surface; color: $text; text-style: none; }
    WhichIsRight > .option-list--option-hover { background: $surface; }
    """

    @dataclass
    class Chosen(Message):
        """A choice was made in the list."""

        choice: str

    def __init__(self) -> None:
        super().__init__(*(Option("", id=choice) for choice in ROWS))
        self._entry: FindingEntry | None = None

    def put(self, entry: FindingEntry, number: int, of: int) -> None:
        """Ask about `entry`, which is number `number` of `of`."""
        self._entry = entry
        self.border_title = Content(f" Which is right? {number} of {of} · a number, or Tab and Enter ")
        self.display = True
        self.highlighted = 0 if self.has_focus else None
        self.call_after_refresh(self._paint)

    def on_focus(self) -> None:
        """Mark the first choice."""
        self.highlighted = self.highlighted or 0
        self._paint()

    def on_blur(self) -> None:
        """Mark none."""
        self.highlighted = None
        self._paint()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap the passages anew."""
        self.call_after_refresh(self._paint)

    def on_option_list_option_highlighted(self) -> None:
        """Move the sign of the marked one."""
        self._paint()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell what was chosen."""
        event.stop()
        self.post_message(self.Chosen(event.option.id or LATER))

    def _paint(self) -> None:
        entry, width = self._entry, self.scrollable_content_region.width - 5
        if entry is None or width < 10:
            return
        room = max(self.screen.size.height - AROUND, 2)
        passages = {"first": entry.earlier, "second": entry.now}
        wrapped = {choice: _quoted(passage, width) for choice, passage in passages.items()}
        shortest = min(len(lines) for lines in wrapped.values())
        most = max(room - shortest, room // 2)
        for index, (choice, row) in enumerate(ROWS.items()):
            sign = "› " if index == self.highlighted and self.has_focus else "  "
            mark = "  ✓ as you said" if entry.settled == choice else ""
            parts: list[tuple[str, str]] = [(sign, ""), (row[0], "bold"), (row[1:], "")]
            if choice in passages:
                quote = "\n     ".join(_at_most(wrapped[choice], most, width))
                where = _cut(_place(passages[choice]), width)
                parts += [("  ", ""), (quote, "bold"), (mark, ""), (f"\n     {where}", "$foreground-muted")]
            else:
                parts.append((mark, ""))
            self.replace_option_prompt_at_index(index, Content.assemble(*parts))


def _quoted(passage: Passage, width: int) -> list[str]:
    text = f"“{one_line(passage.words, 400)}”" if passage.quote.strip() else "(nothing on this)"
    return [piece.text for piece in wrap(text, width)]


def _at_most(lines: list[str], most: int, width: int) -> list[str]:
    """Return at most so many lines; where some go, an ellipsis says so."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], _cut(lines[most - 1], width - 2).rstrip("… ") + " …"]


def _cut(text: str, width: int) -> str:
    """Return `text` in at most `width` cells."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def _place(passage: Passage) -> str:
    asked = one_line(clean(passage.question), 160)
    return f"{one_line(passage.round, 80)}, {passage.on:%Y-%m-%d}{': ' if asked else ''}{asked}"
