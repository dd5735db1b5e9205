"""The coach's side: what the candidate does not see, and a line for the coach's commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input

from simulator.briefing import Section, briefing
from simulator.interview import NotNowError, actions
from simulator.plain.coaching import COACH, CoachCommand, Look
from simulator.sitting import Sitting
from simulator.tui.lines import Line, Lines
from simulator.tui.notice import Notice
from simulator.tui.wrap import wrap

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

HELP = "A command and Enter: next, say … or help"


class CoachLine(Input):
    """One line of the coach's; what it suggests is a command's name."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f7", "select_all", show=False)]  # as in a box of several lines

    def __init__(self) -> None:
        super().__init__(
            placeholder=HELP, suggester=SuggestFromList(COACH, case_sensitive=False), select_on_focus=False
        )


class CoachSide(Vertical):
    """The briefing, and the coach's line under it."""

    DEFAULT_CSS = """
    CoachSide { background: $surface; border: round $warning; border-title-color: $text-warning; }
    CoachSide Lines { height: 1fr; padding: 0 1; background: $surface; }
    CoachSide Notice { display: none; }
    CoachSide Notice.-told { display: block; }
    CoachSide CoachLine, CoachSide CoachLine:focus { height: 1; border: none; padding: 0 1; background: $panel; }
    """

    @dataclass
    class Wanted(Message):
        """An action that the coach wants done."""

        action: actions.Action

    class Finished(Message):
        """Enter was pressed on an empty line, after the round."""

    class Used(Message):
        """The coach does something here."""

    def __init__(
        self,
        sitting: Sitting,
        line: str = "",
        *,
        looked: Section | None = None,
        more: Mapping[str, CoachCommand] | None = None,
    ) -> None:
        super().__init__()
        self._sitting = sitting
        self._written = line
        self._looked = looked
        self._sent = ""
        self._commands = {**COACH, **(more or {})}
        self.border_title = Content("For the coach's eyes only")

    def compose(self) -> ComposeResult:
        """Lay the side out."""
        yield Lines()
        yield Notice()
        line = CoachLine()
        line.value = self._written
        yield line

    @property
    def line(self) -> str:
        """What stands in the coach's line."""
        return self.query_one(CoachLine).value

    def update(self) -> None:
        """Show how things stand now."""
        sitting = self._sitting
        sections = list(briefing(sitting.transcript, sitting.plan, sitting.state))
        if self._looked:
            sections.insert(0, self._looked)
        pane = self.query_one(Lines)
        pane.show_lines(list(_laid_out(sections, max(pane.text_width, 20))))

    def on_resize(self, _: events.Resize) -> None:
        """Wrap anew, once the pane has its width."""
        self.call_after_refresh(self.update)

    def on_input_changed(self) -> None:
        """Tell that the coach writes."""
        self.post_message(self.Used())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Do what the line says; where it can't be done it stays, with the reason above it."""
        event.stop()
        name, _, rest = event.value.strip().removeprefix("/").partition(" ")
        if not event.value.strip() and self._sitting.ended:
            self.post_message(self.Finished())
            return
        command = self._commands.get(name.lower())
        self._sent = event.value
        if command is None:
            self.look_up([f"{each.usage}: {each.help}" for each in self._commands.values()])
            if name in ("", "help"):
                self.query_one(Notice).say("")
                self._take_out()
            else:
                self._refuse(f"There is no command {name}; all of them are listed above.")
            return
        try:
            if isinstance(command, Look):
                self.look_up(tuple(command.lines(self._sitting, rest.strip())))
                self.query_one(Notice).say("")
                self._take_out()
            else:
                self.post_message(self.Wanted(command.action(self._sitting, rest.strip())))
        except NotNowError as error:
            self._refuse(f"{command.usage}: {error}")

    def _take_out(self) -> None:
        """Take out of the line what was done, unless something else stands there by now."""
        line = self.query_one(CoachLine)
        if line.value == self._sent:
            line.value = ""

    def _refuse(self, problem: str) -> None:
        """Say why what the line says was not done; it stays there, and the next letter takes its place."""
        self.query_one(Notice).say(problem, problem=True)
        line = self.query_one(CoachLine)
        if line.value == self._sent:
            line.select_all()

    def look_up(self, lines: Sequence[str]) -> None:
        """Show some lines above the briefing, or none any more."""
        self.show(Section("You looked up", tuple(lines)) if lines else None)

    def show(self, section: Section | None) -> None:
        """Show a section above the briefing, or none any more."""
        self._looked = section
        self.query_one(Lines).scroll_home(animate=False)
        self.update()

    def done(self, problem: str) -> None:
        """Show what came of an action: the briefing as it is now, or why it could not be done."""
        if problem:
            self._refuse(problem)
        else:
            self.query_one(Notice).say("")
            self._take_out()
        self.show(self._looked if problem else None)

    def scroll_page(self, by: int) -> None:
        """Scroll a page down, or up (-1)."""
        pane = self.query_one(Lines)
        (pane.action_page_down if by > 0 else pane.action_page_up)()


def _laid_out(sections: Iterable[Section], width: int) -> Iterable[Line]:
    for number, section in enumerate(sections):
        if number:
            yield Line("")
        yield Line(section.heading, "name")
        for line in section.lines:
            for place, piece in enumerate(wrap(line, width - 2)):
                yield Line(piece.text, "body", 1 if place == 0 else 2, piece.joiner)
