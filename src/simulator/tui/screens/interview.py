"""The interview: keys become actions, and the turns they lead to become lines."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.screen import Screen

from simulator.interview import actions
from simulator.seat import TAKE_BACK_SECONDS, Seat
from simulator.text import clean
from simulator.transcript.reading import standing
from simulator.transcript.turns import Transcript, Turn, Viewer, seen_by
from simulator.tui.afterwards import Afterwards
from simulator.tui.answer_box import AnswerBox
from simulator.tui.app import app_of
from simulator.tui.asides import Asides
from simulator.tui.conversation import Conversation
from simulator.tui.draft import Draft
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.offered import offered
from simulator.tui.pinned import Pinned
from simulator.tui.room_header import RoomHeader
from simulator.tui.seat_words import UNSAVED, how_it_stands, who_is_here, why_it_stands
from simulator.tui.silence import Silence
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import TextArea

    from simulator.debrief import Debrief

READY_AFTER = 0.2
"""Seconds until what the first answer needs is imported: the first line is painted by then."""


class InterviewScreen(Screen[None]):
    """One interview in progress."""

    CSS_PATH = "interview.tcss"
    AUTO_FOCUS = "AnswerBox"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("interview"), *bindings("interview-over")]

    viewer: Viewer = "candidate"
    """Whose eyes the conversation is for."""

    rates = True
    """Whether the candidate sits here, to rate their own answers at the end."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self.seat = seat
        self._silence = Silence(seat)
        self._conversation = Conversation(seat.header, own=self.viewer == "candidate", id="conversation")
        self._pinned = Pinned(seat.header)
        self._box = AnswerBox("Your answer", id="box")
        self._draft = Draft(seat)
        self._afterwards = Afterwards(seat, rates=self.rates, built=self.built)
        self._asides = Asides(self.take)
        self._sent_at = -TAKE_BACK_SECONDS
        self._behind = 0
        self._pace = "off"  # what was said before stands there at once
        self._shown = 0
        """The last turn that was painted."""
        self._loop: asyncio.AbstractEventLoop | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield RoomHeader(self.seat, timer=app_of(self).config.timer)
        yield self._conversation
        yield Notice()
        yield self._pinned
        yield self._box
        yield KeyBar()

    def on_mount(self) -> None:
        """Show what happened so far and go on from there."""
        self._box.put(self._draft.kept)
        self._box.earlier.fill(turn.text for turn in self.seat.transcript.turns if turn.kind == "answer" and turn.text)
        self.catch_up()
        self._pace = "off" if self.app.animation_level == "none" else app_of(self).config.pacing
        if self.seat.recovered:
            self._say(self.seat.recovered, problem=True)
        self.set_interval(1.0, self.tick)
        self._loop = asyncio.get_running_loop()
        self.seat.listen(self._told)
        self.begin()
        if self.seat.plan is not None:  # else answers are dealt with elsewhere
            self.set_timer(READY_AFTER, self._get_ready)

    @work(thread=True, group="ahead", exit_on_error=False)
    def _get_ready(self) -> None:
        from simulator.interview.ahead import get_ready

        if self.seat.plan is not None:
            get_ready(self.seat.plan)

    def built(self) -> Debrief | None:
        """Return the debrief where it was built elsewhere."""
        return None

    def begin(self) -> None:
        """Begin: the candidate sits here."""
        if not self.seat.begun:
            self.call_after_refresh(self.take, actions.Begin())

    def _told(self) -> None:
        """Look soon what happened; called in the thread of whoever did it."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.call_later, self.catch_up)

    def on_unmount(self) -> None:
        """Save the draft and let the transcript go."""
        self.keep()
        self.seat.close()

    # Actions and what comes of them

    def take(self, action: actions.Action) -> bool:
        """Do `action` and show what it leads to; where it can't be done, say why and return False."""
        if not self.seat.begun and not isinstance(action, actions.Begin):
            self.take(actions.Begin())  # the disk had refused it: first hear what is asked
            return False
        try:
            self.seat.take(action)
        except TROUBLE as error:
            self._say(told(error), problem=True)
            return False
        self.query_one(Notice).say("")
        self.catch_up()
        return True

    def catch_up(self) -> None:
        """Show what happened since, whoever did it."""
        if not self.is_attached:
            return
        turns = [turn for turn in self.seat.transcript.turns if turn.n > self._shown]
        if turns:
            self._shown = turns[-1].n
        self._conversation.header = self._pinned.header = self.seat.header  # somebody may have come in
        self._paint(turns)
        for notice in self.seat.notices():
            self._say(notice)
        if (refused := self.seat.refused()) is not None:
            self._take_in_again(*refused)

    def _take_in_again(self, action: actions.Action, why: str) -> None:
        """Say why something sent was refused, and put an answer back into the box."""
        if isinstance(action, actions.Answer):
            self._put_back(action.text)
        self._say(why, problem=True)

    def _paint(self, turns: Sequence[Turn]) -> None:
        seat = self.seat
        seen = seen_by(Transcript(header=seat.header, turns=tuple(turns)), self.viewer, ended=False)
        conversation = self._conversation
        conversation.add(seen.turns, pace=self._pace)
        if any(turn.kind == "take_back" for turn in turns):
            holds = {turn.n for turn in standing(seat.transcript.turns)}
            conversation.withdraw({turn.n for turn in seat.transcript.turns} - holds)
        self._silence.look()
        self.query_one(RoomHeader).update(self._silence.lasts(self._box.text))
        if self._box.disabled and not seat.paused:
            self._box.disabled = False
            self._box.focus()  # whoever ended the pause: letters belong there again
        self._box.disabled = seat.paused
        if seat.ended and self._box.display:
            self._box.display = False
            conversation.focus()
        self.refresh_bindings()
        self._tell()
        self.call_after_refresh(self._pin)

    def _pin(self) -> None:
        """Keep the open question in view."""
        if self.is_attached:
            line = self.seat.open_line
            hidden = line is not None and not self._conversation.in_view(line.n)
            self._pinned.put(line if hidden else None)

    def on_conversation_moved(self) -> None:
        """Look whether the open question is still in view, once everything has its place."""
        self.call_after_refresh(self._pin)

    def tick(self) -> None:
        """Do what time calls for: once a second."""
        self.keep()
        self.query_one(RoomHeader).update(self._silence.lasts(self._box.text))
        if app_of(self).config.nudges and self.app.screen is self and (wait := self._silence.over(self._box.text)):
            self.take(wait)
        self._tell()

    @property
    def kept_in(self) -> str:
        """Where the transcript and the draft are saved, as a person is told."""
        return self.seat.kept_in

    def keep(self) -> bool:
        """Save the draft where it changed, and tell whether it is on the disk; else the next second tries again."""
        return self._draft.keep(self._box.text)

    # What the notice line says

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.query_one(Notice).say(text, problem=problem)

    def _tell(self) -> None:
        """Say how things stand: a draft in danger, a pause, an answer to take back, more below."""
        left = TAKE_BACK_SECONDS - (self.seat.seconds - self._sent_at)
        key_for, unsaved = app_of(self).key_for, self._draft.unsaved
        text, problem = how_it_stands(self.seat, key_for, unsaved=unsaved, left=left, behind=self._behind)
        self.query_one(Notice).stand(text, problem=problem)

    def on_conversation_behind(self, event: Conversation.Behind) -> None:
        """Tell that there is more below."""
        self._behind = event.turns
        self._tell()

    # The box

    def on_key(self, event: events.Key) -> None:
        """Let letters that mean nothing where they are typed go into the box."""
        self._box.catch(event)

    def on_paste(self, event: events.Paste) -> None:
        """Let a paste go into the box."""
        self._box.catch(event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Note that somebody begins to answer, once the letter is on the screen."""
        self.seat.typing(event.text_area.text)
        if event.text_area.text and self._silence.broken():
            self.call_after_refresh(self._typing)

    def _typing(self) -> None:
        if not self.seat.ended:  # by what was typed and sent in one burst
            self.take(actions.TypingStarted())

    def on_answer_box_sent(self, event: AnswerBox.Sent) -> None:
        """Send the answer; it stays in the box where that fails."""
        if not clean(event.text).strip():
            key = app_of(self).key_for("interview.skip")
            self._say(f"There is nothing in the box yet. {key} passes the question over.")
            return
        if self.take(actions.Answer(event.text)):
            self._box.take_out(event.text)
            self._box.earlier.sent(event.text)
            self._draft.sent()
            self.seat.typing(self._box.text)
            self._sent_at = self.seat.seconds
            self._tell()

    def action_take_back(self) -> None:
        """Take the last answer back, and put it before what was written since."""
        if not self.seat.can_take_back():
            self._say(why_it_stands(self.seat))
            return
        text = next(turn.text for turn in reversed(self.seat.transcript.turns) if turn.kind == "answer")
        if self.take(actions.TakeBack()):
            self._put_back(text)
            self._say("Taken back: it is in the box again.")

    def _put_back(self, text: str) -> None:
        """Put an answer before what was written since."""
        since = self._box.text
        self._box.put(f"{text}\n{since}" if since else text)
        self.seat.typing(self._box.text)
        self.keep()

    # The other actions

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done now."""
        del parameters
        return offered(self.seat, action)

    def action_skip(self) -> None:
        """Pass the question over."""
        self.take(actions.Skip())

    def action_pause(self) -> None:
        """Stop the clock, or go on."""
        self.take(actions.Resume() if self.seat.paused else actions.Pause())

    def action_who(self) -> None:
        """Show who is in the room."""
        from simulator.tui.screens.cards import Card

        self.app.push_screen(Card("In the room", who_is_here(self.seat)))

    def action_ask(self) -> None:
        """Ask the interviewer something."""
        self._asides.open(self.app, "ask")

    def action_note(self) -> None:
        """Write a note for yourself."""
        self._asides.open(self.app, "note")

    def action_move(self) -> None:
        """Go from the box to what was said, or back."""
        if self._box.has_focus or self._box.disabled:
            self._conversation.focus()
        else:
            self._box.focus()

    def action_leave(self) -> None:
        """Leave the room; the interview can be taken up again."""
        if not self.keep():
            self._say(f"{UNSAVED}, or Ctrl+Q quits without it", problem=True)
        elif self.seat.looks_on or not self.seat.begun:
            app_of(self).go_home()
        elif self.seat.line:  # nobody hears that they leave
            app_of(self).go_home("What you typed is kept. The same command takes you back to your seat.")
        elif self.take(actions.Leave()):
            here = self.seat.plan is not None
            back = "Enter goes on where you were." if here else "The same command takes you back to your seat."
            app_of(self).go_home(f"Left, and everything is saved. {back}")

    def action_home(self) -> None:
        """Go home after the end."""
        app_of(self).go_home()

    def action_compare(self) -> None:
        """Put the attempt this one branched off beside it."""
        app_of(self).open_attempts(self.seat.header)

    def action_debrief(self) -> None:
        """Ask for the candidate's own marks, once, and show the debrief."""
        self._afterwards.open(app_of(self))

    def action_look_back(self) -> None:
        """Show what to know before this round."""
        app_of(self).open_review(self.seat.header.candidacy, self.seat.header.round)

    def action_look_ahead(self) -> None:
        """Show what to know before the next round."""
        app_of(self).open_review(self.seat.header.candidacy)
