"""Writing a remembered interview down, one question and its answer after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.recall import Recall, Remembered
from simulator.text import clean, one_line
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import app_of
from simulator.tui.conversation import Conversation
from simulator.tui.draft import Draft
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.screens.cards import Ask
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.transcript.reading import Exchange

LEAD = "Write down each question you remember and what you said. Leave an answer empty if you don't remember it."
UNSAVED = "What you type can't be saved: make room"
REMARKS: dict[Remembered, tuple[str, str]] = {
    "should_have_said": ("You should have said", "For your own eyes, and the review before the next round."),
    "their_concern": ("What worried them", "The next interviewers come back to it."),
}
"""What there is to say of the answer added last: how that is called, and what becomes of it."""
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
        self._draft = Draft(recall)
        self._unsent = dict.fromkeys(REMARKS, "")
        self._forgotten = ""  # the question that was said to be without an answer

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
        draft = self._draft.kept
        if unanswered := self.recall.unanswered:
            self._question.put(unanswered.asked.wording)
            self._question.read_only = True
            self._answer.put(draft)
            self._answer.focus()
        else:
            question, _, answer = draft.partition(BETWEEN)
            self._question.put(question)
            self._answer.put(answer)
        self._say(self.recall.recovered or self._count())
        self.set_interval(1.0, self.tick)

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

    def tick(self) -> None:
        """Save the draft, once a second, and say where that fails."""
        self.query_one(Notice).stand("" if self.keep() else UNSAVED, problem=self._draft.unsaved)

    @property
    def kept_in(self) -> str:
        """Where the transcript and the draft are saved, as a person is told."""
        return self.recall.kept_in

    def keep(self) -> bool:
        """Save the draft where it changed, and tell whether it is on the disk; else the next second tries again."""
        question = "" if self.recall.unanswered else " ".join(self._question.text.split())
        answer = self._answer.text
        draft = f"{question}{BETWEEN}{answer}" if question and answer else question or answer
        if self.recall.unanswered is None and answer and not question:
            draft = BETWEEN + answer
        return self._draft.keep(draft)

    def on_key(self, event: events.Key) -> None:
        """Let letters that mean nothing where they are typed go into the box that is next."""
        self._next_box.catch(event)

    def on_paste(self, event: events.Paste) -> None:
        """Let a paste go there too."""
        self._next_box.catch(event)

    @property
    def _next_box(self) -> AnswerBox:
        return self._answer if self._question.read_only or self._question.text else self._question

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
        except TROUBLE as error:
            self._say(told(error), problem=True)
            return False
        finally:
            self.query_one(Conversation).add(self.recall.transcript.turns[before:])
        self._question.read_only = False
        self._question.put("")
        self._answer.put("")
        self.keep()
        self.refresh_bindings()  # there is an answer now to say something of
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer remarks only on an answer."""
        del parameters
        return self._last_answered is not None if action in ("should", "worried") else True

    @property
    def _last_answered(self) -> Exchange | None:
        return next((each for each in reversed(self.recall.exchanges) if each.answers), None)

    def action_should(self) -> None:
        """Write what should have been said."""
        self._remark("should_have_said")

    def action_worried(self) -> None:
        """Write what seemed to worry them."""
        self._remark("their_concern")

    def _remark(self, why: Remembered) -> None:
        last = self._last_answered
        if last is None:
            return
        heading, explanation = REMARKS[why]

        def written(result: tuple[str, bool] | None) -> None:
            text, sent = result or ("", False)
            self._unsent[why] = "" if sent and self._noted(why, text) else text

        asked = f"To “{one_line(last.asked.text, 160)}”. {explanation}"
        self.app.push_screen(Ask(heading, asked, self._unsent[why]), written)

    def _noted(self, why: Remembered, text: str) -> bool:
        try:
            turn = self.recall.noted(why, text)
        except TROUBLE as error:
            self._say(told(error), problem=True)
            return False
        self.query_one(Conversation).add([turn])
        return True

    def action_done(self) -> None:
        """Close the round; what is in the boxes is added first; a question without answer needs a second F9."""
        asked = clean(self._question.text).strip()
        if asked and not clean(self._answer.text).strip() and asked != self._forgotten:
            self._forgotten = asked
            self._say("this question has no answer yet: write one, or F9 again adds it as not remembered", problem=True)
            self._answer.focus()
            return
        if clean(self._question.text).strip() and not self._add():
            return
        if clean(self._answer.text).strip():
            self._say("there is an answer without its question", problem=True)
            self._question.focus()
            return
        try:
            self.recall.finish()
        except TROUBLE as error:
            self._say(told(error), problem=True)
            return
        app_of(self).go_home("Done: the next round works from this now.")

    def action_leave(self) -> None:
        """Go home; what is written down stays, and so does what is in the boxes."""
        if not self.keep():
            self._say(f"{UNSAVED}, or Ctrl+Q quits without it", problem=True)
            return
        app_of(self).go_home("Saved. Enter goes on writing it down.")
