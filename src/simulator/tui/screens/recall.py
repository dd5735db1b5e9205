"""Writing a remembered interview down, one question and its answer after the other."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.files import InputError
from simulator.recall import Recall
from simulator.text import clean, one_line
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import app_of
from simulator.tui.conversation import Conversation
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

LEAD = "Write down each question you remember and what you said. Leave an answer empty if you don't remember it."
BETWEEN = "\n\n"
"""What stands between question and answer in the draft; a question has no empty line."""


class RecallScreen(Screen[None]):
    """A question, its answer, and what is written down so far."""

    CSS_PATH = "recall.tcss"
    AUTO_FOCUS = "#question"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("recall")]

    def __init__(self, recall: Recall) -> None:
        super().__init__()
        self.recall = recall
        self._question = AnswerBox("What were you asked?", send="to the answer", counts=False, id="question")
        self._answer = AnswerBox("What did you answer?", send="add both", id="answer")
        self._saved = recall.draft()

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        header = self.recall.header
        people = ", ".join(one_line(header.speaker(person.id), 60) for person in header.interviewers)
        title = one_line(f"{header.title} with {people}, {header.started_at:%Y-%m-%d}", 150)
        several = " Begin a question with “Name:” to say who asked it." if len(header.interviewers) > 1 else ""
        yield Static(Content(title), classes="title", id="title")
        yield Static(Content(LEAD + several), classes="hint")
        yield Conversation(header)
        yield Notice()
        yield self._question
        yield self._answer
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what is written down already, and the draft."""
        self.query_one(Conversation).add(self.recall.transcript.turns)
        draft = self._saved
        if unanswered := self.recall.unanswered:
            self._question.put(unanswered.asked.text)
            self._question.read_only = True
            self._answer.put(draft)
            self._answer.focus()
        else:
            question, _, answer = draft.partition(BETWEEN)
            self._question.put(question)
            self._answer.put(answer)
        self._say(self.recall.recovered or self._count())
        self.set_interval(1.0, self.keep)

    def on_unmount(self) -> None:
        """Save the draft and let the transcript go."""
        self.keep()
        self.recall.close()

    def _count(self) -> str:
        count = len(self.recall.exchanges)
        if not count:
            return "Nothing is written down yet."
        return f"{count} question{'' if count == 1 else 's'} written down. F9 when that was all."

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.query_one(Notice).say(text, problem=problem)

    def keep(self) -> None:
        """Save the draft where it changed."""
        question = "" if self.recall.unanswered else " ".join(self._question.text.split())
        answer = self._answer.text
        draft = f"{question}{BETWEEN}{answer}" if question and answer else question or answer
        if self.recall.unanswered is None and answer and not question:
            draft = BETWEEN + answer
        if draft == self._saved:
            return
        with contextlib.suppress(OSError):  # the next second tries again
            self.recall.save_draft(draft)
            self._saved = draft

    def on_answer_box_sent(self, event: AnswerBox.Sent) -> None:
        """Go from the question to the answer, and from there add both."""
        if event.box is self._question:
            self._answer.focus()
            return
        if not clean(self._question.text).strip():
            self._say("the question comes first", problem=True)
            self._question.focus()
            return
        if self._add():
            self._question.focus()
            self._say(self._count())

    def _add(self) -> bool:
        """Write question and answer down; where that fails, say why and leave them in their boxes."""
        before = len(self.recall.transcript.turns)
        try:
            if self.recall.unanswered is None:
                self.recall.asked(self._question.text)
            self.recall.answered(self._answer.text)
        except InputError as error:
            self._say(str(error), problem=True)
            return False
        finally:
            self.query_one(Conversation).add(self.recall.transcript.turns[before:])
        self._question.read_only = False
        self._question.put("")
        self._answer.put("")
        self.keep()
        return True

    def action_done(self) -> None:
        """Close the round; what stands in the boxes is added first."""
        if clean(self._question.text).strip() and not self._add():
            return
        if clean(self._answer.text).strip():
            self._say("there is an answer without its question", problem=True)
            self._question.focus()
            return
        try:
            self.recall.finish()
        except InputError as error:
            self._say(str(error), problem=True)
            return
        app_of(self).go_home("Done: the next round works from this now.")

    def action_leave(self) -> None:
        """Go home; what is written down stays, and so does what is in the boxes."""
        app_of(self).go_home("Saved. Enter goes on writing it down.")
