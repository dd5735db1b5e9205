"""After a round: what the candidate makes of the other side, a mark and a line each, before they read the debrief."""

from __future__ import annotations

from collections import Counter
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

MARKED_TOO = " A line on it, if you like; Enter goes on "
IN_WORDS = " In your own words; Enter goes on, also with nothing in it "
"""What the line is for."""

LEADS = {
    True: "For yourself: interviewers never see it. You read it again before the next round.",
    False: "Before the debrief tells you: what they were after shows in what they asked.",
}
"""What is said of the first question of a part, with marks or without."""


class OwnViewScreen(Screen[None]):
    """One question after the other; `write` writes a mark down as soon as it is given, and the line with it after."""

    CSS_PATH = "own_view.tcss"
    AUTO_FOCUS = "Lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("own-view")]

    def __init__(self, questions: Sequence[Question], write: Write, kept_in: str) -> None:
        """`questions` is at least one; `kept_in` tells where what is written goes."""
        super().__init__()
        self._left = list(questions)
        self._of = Counter(question.part for question in questions)
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
        yield Input(id="line", compact=True)
        yield KeyBar()

    def on_mount(self) -> None:
        """Ask the first one."""
        self.query_one(Notice).say(LEADS[self._left[0].marked])
        self._ask()

    def on_resize(self, _: events.Resize) -> None:
        """Wrap it anew."""
        self.call_after_refresh(self._show)

    @property
    def _line(self) -> Input:
        return self.query_one(Input)

    def _ask(self) -> None:
        """Put the question that comes next, where what it takes is given."""
        question = self._left[0]
        of = self._of[question.part]
        number = of - sum(each.part == question.part for each in self._left) + 1
        self.query_one("#title", Static).update(Content(f"{question.part} {number} of {of}"))
        self.query_one(Marks).display = question.marked
        self._line.border_title = Content(MARKED_TOO if question.marked else IN_WORDS)
        (self.query_one(Lines) if question.marked else self._line).focus()
        self.refresh_bindings()
        self.call_after_refresh(self._show)

    def _show(self) -> None:
        if not self._left or not self.is_attached:
            return
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
        part = self._left.pop(0).part
        if not self._left:
            self.dismiss()
            return
        self._mark, self._written = 0, (0, "")
        self._line.value = ""
        self.query_one(Notice).say("" if self._left[0].part == part else LEADS[self._left[0].marked])
        self.query_one(Marks).highlighted = 0
        self._ask()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take a mark chosen in the list."""
        self.action_mark(event.option_index + 1)

    def on_input_submitted(self, _: Input.Submitted) -> None:
        """Go on; a line alone is asked for its mark."""
        if self._mark or not self._left[0].marked or not self._line.value.strip():
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        del parameters
        if action in ("mark", "pass"):
            return any(each.marked for each in self._left[:1])
        if action == "on":
            return any(each.part != self._left[0].part for each in self._left)
        return True

    def action_on(self) -> None:
        """Leave the rest of this part."""
        part = self._left[0].part
        if self.keep():
            self._left[1:] = [each for each in self._left[1:] if each.part != part]
            self._next()

    def action_pass(self) -> None:
        """Leave it without a mark."""
        self._mark = 0
        self._next()

    def action_done(self) -> None:
        """Leave the rest."""
        if self.keep():
            self.dismiss()
