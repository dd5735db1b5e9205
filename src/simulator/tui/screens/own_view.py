"""After a round: what the candidate makes of the other side, a mark and a line each, before they read the debrief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from simulator.own_view import Question
from simulator.text import clean
from simulator.transcript.turns import EMPLOYER_MARKS
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.lines import Line, Lines
from simulator.tui.notice import Notice
from simulator.tui.screens.own_marks import WIDEST, Marks
from simulator.tui.trouble import TROUBLE, told
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.interview.actions import Action

    Write = Callable[[Action], object]
    """Writes an action down; `InputError` is raised where that fails."""

LEAD = "For yourself: interviewers never see it. You read it again before the next round."


class OwnViewScreen(Screen[None]):
    """One question after the other; `write` writes a mark down as soon as it is given, and the line with it after."""

    CSS_PATH = "own_view.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("own-view")]

    def __init__(self, questions: Sequence[Question], write: Write, kept_in: str) -> None:
        """`questions` is at least one; `kept_in` tells where what is written goes."""
        super().__init__()
        self._left = list(questions)
        self._of = len(self._left)
        self._write = write
        self.kept_in = kept_in
        self._mark = 0
        self._written = (0, "")

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(classes="title", id="title", markup=False)
        yield Lines()
        yield Notice()
        yield Marks(EMPLOYER_MARKS)
        line = Input(id="line", compact=True)
        line.border_title = Content(" A line on it, if you like; Enter goes on ")
        yield line
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first one."""
        self.query_one(Notice).say(LEAD)
        self.call_after_refresh(self._show)

    def on_resize(self, _: events.Resize) -> None:
        """Wrap it anew."""
        self.call_after_refresh(self._show)

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def _show(self) -> None:
        if not self._left or not self.is_attached:
            return
        number = self._of - len(self._left) + 1
        title = Content(f"{self._left[0].heading} {number} of {self._of}")
        self.query_one("#title", Static).update(title)
        pane = self.query_one(Lines)
        width = max(min(pane.text_width, WIDEST) - 4, 20)
        pane.show_lines([Line(piece.text, "body", 3, piece.joiner) for piece in wrap(self._left[0].text, width)])

    # What is written

    def keep(self) -> bool:
        """Write down what is not yet, and tell whether all of it is on the disk now."""
        said = (self._mark, clean(self._line.value).strip())
        if self._left and said != self._written and any(said):
            try:
                self._write(self._left[0].write(*said))
            except TROUBLE as error:
                self.query_one(Notice).say(told(error), problem=True)
                return False
            self._written = said
        return True

    def _next(self) -> None:
        """Go on once all is written down."""
        if not self.keep():
            return
        del self._left[0]
        if not self._left:
            self.dismiss()
            return
        self._mark, self._written = 0, (0, "")
        self._line.value = ""
        self.query_one(Marks).highlighted = 0
        self.query_one(Notice).say("")
        self.query_one(Lines).focus()
        self._show()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a mark chosen in the list."""
        self.action_mark(event.option_index + 1)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go on; a line alone is asked for its mark."""
        if self._mark or not self._line.value.strip():
            self._next()
        else:
            self.query_one(Notice).say("Which mark goes with it? A number, or 0 for none.")
            self.query_one(Lines).focus()

    def action_mark(self, mark: int) -> None:
        """Give that mark, and ask for a line on it where there is none yet."""
        self._mark = mark
        if self._line.value.strip():
            self._next()
        elif self.keep():
            self.query_one(Notice).say(f"{mark}, {EMPLOYER_MARKS[mark]}. Why? A line, or just Enter.")
            self._line.focus()

    def action_pass(self) -> None:
        """Leave it without a mark."""
        self._mark = 0
        self._next()

    def action_done(self) -> None:
        """Leave the rest."""
        if self.keep():
            self.dismiss()
