"""A seat at a room that a coach hosts: the candidate's or an observer's, like any other but that it is held elsewhere.

What is sent and not acknowledged goes out again after a cut, and the coach's side knows it by its number.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence

from simulator.coach.kept import KeptSeat
from simulator.coach.line import Line, Where
from simulator.coach.protocol import (
    FORMAT,
    CandidateAction,
    Debriefed,
    Done,
    FromHost,
    Hello,
    News,
    Room,
    SeatKind,
    Seen,
    Standing,
    Welcome,
)
from simulator.debrief.report import Debrief
from simulator.files import InputError
from simulator.interview import NotNowError, actions
from simulator.seat import OverError, Told, may_be_taken_back
from simulator.transcript.turns import Header, Transcript, Turn

_NOT_IN = -1
"""The number of the last action sent on a connection on which we are not in the room yet."""

BESIDE = (actions.OwnNote, actions.TypingStarted, actions.Wait)
"""Actions that nothing else has to wait for."""

MOST_WAITING = 100
"""Notes that can wait for a line that is cut."""


class RemoteSeat:
    """A seat at a room that a coach hosts elsewhere; `join` returns one."""

    plan = None
    recovered = ""
    kept_in = "the coach's home folder"

    def __init__(self, where: Where, kept: KeptSeat, code: str, kind: SeatKind, *, show_typing: bool = False) -> None:
        self.kind = kind
        self.owed: list[Turn] = []
        self.being_typed = ""
        self.debrief: Debrief | None = None
        """The debrief, once the round is over."""
        self.line = ""
        self._where = where
        self._code = code
        self._kept = kept
        self._show_typing = show_typing
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._listeners: list[Told] = []
        self._header: Header | None = None
        self._cards: dict[str, str] = {}
        self._turns: dict[int, Turn] = {}
        self._transcript: Transcript | None = None
        self._standing = Standing()
        self._stood_at = 0.0
        self._notices: list[str] = []
        self._refused: list[tuple[actions.Action, str]] = []
        self._over: InputError | None = None
        self._flushed = _NOT_IN
        self._to_room = Line(where, hello=self._hello, heard=self._heard, cut=self._cut, over=self._end)

    # What a front end reads

    @property
    def header(self) -> Header:
        """The interview's header."""
        assert self._header is not None  # noqa: S101  # `join` waits for it
        return self._header

    @property
    def transcript(self) -> Transcript:
        """All that happened so far and may be seen here."""
        with self._lock:
            if self._transcript is None:
                turns = tuple(self._turns[n] for n in sorted(self._turns))
                self._transcript = Transcript(header=self.header, turns=turns)
            return self._transcript

    @property
    def begun(self) -> bool:
        """Whether the candidate is in the room."""
        return self._standing.begun

    @property
    def ended(self) -> bool:
        """Whether the interview has come to its end."""
        return self._standing.ended

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self._standing.paused

    @property
    def open_line(self) -> Turn | None:
        """What the candidate is expected to answer."""
        return self._turns.get(self._standing.open)

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions were asked, and how many there are."""
        return self._standing.asked, self._standing.planned

    @property
    def seconds(self) -> float:
        """Room time so far, as far as is known here."""
        going = self._standing.begun and not (self._standing.paused or self._standing.ended or self.line)
        return self._standing.seconds + (time.monotonic() - self._stood_at if going else 0.0)

    @property
    def looks_on(self) -> bool:
        """Whether this is an observer's seat, where nothing can be done."""
        return self.kind == "observer"

    @property
    def minutes(self) -> int:
        """How long the round is planned to take."""
        return self._standing.minutes

    @property
    def patience(self) -> float:
        """Seconds of silence after which whoever has the floor helps."""
        return self._standing.patience

    def about(self, person: str) -> str:
        """Return the card of the interviewer of that id."""
        return self._cards.get(person, "")

    def can_take_back(self) -> bool:
        """Tell whether the last thing sent is an answer that may still be taken back on a screen."""
        return not self.ended and may_be_taken_back(self.transcript.turns, self.seconds)

    def notices(self) -> list[str]:
        """Return what there is to say about the line, each once."""
        with self._lock:
            notices, self._notices = self._notices, []
        return notices

    def refused(self) -> tuple[actions.Action, str] | None:
        """Return something sent that was refused, and why; each once."""
        with self._lock:
            return self._refused.pop(0) if self._refused else None

    def listen(self, told: Told) -> None:
        """Have `told` called, in the line's thread, each time something may have changed."""
        self._listeners.append(told)

    # What a front end does

    def take(self, action: actions.Action) -> Sequence[Turn]:
        """Send `action`; what comes of it is in the transcript later, or in what was refused.

        It is kept on the disk until it is acknowledged. `NotNowError` is raised where one like it is on its way still,
        or the seat is an observer's; `InputError` where it can't be kept or the room is closed.
        """
        with self._lock:
            if self._over is not None:
                raise self._over
            if self.kind == "observer" or not isinstance(action, CandidateAction):
                raise NotNowError("from here one only looks on")
            if isinstance(action, actions.Wait | actions.TypingStarted) and self.line:
                return ()  # there is no silence in a room one is not in
            waiting = self._kept.sent
            if not isinstance(action, BESIDE) and not all(isinstance(each.action, BESIDE) for each in waiting):
                raise NotNowError(f"what you sent before is still on its way{f': {self.line}' if self.line else ''}")
            if len(waiting) >= MOST_WAITING:
                raise NotNowError("the line is cut, and too much waits for it already")
            self._kept.send(action, self._standing.open)
            if isinstance(action, actions.Answer):
                self._kept.draft.save("")
            if self.line:
                self._notices.append("Kept: it goes out by itself when the line is back.")
        self._to_room.call(self._flush)
        return ()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until everything sent has been dealt with, for at most so many seconds.

        `NotNowError` is raised for what was refused, or is on its way still.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: not self._kept.sent or self._over is not None, seconds):
                raise NotNowError("it is still on its way")
            if self._refused:
                raise NotNowError(self._refused.pop(0)[1])
            if self._over is not None and not self.ended:
                raise self._over

    def typing(self, text: str) -> None:
        """Let the coach see what is being typed, where the candidate allows it."""
        if self._show_typing and self.kind == "candidate":
            self._to_room.show_typing(text)

    def show_typing(self, shown: bool) -> None:
        """Allow the coach to see what is being typed, or not any more."""
        if self._show_typing and not shown:
            self.typing("")
        self._show_typing = shown

    def save_draft(self, text: str) -> bool:
        """Keep an answer that was not sent yet, and return whether the disk took it."""
        return self._kept.draft.save(text)

    def draft(self) -> str:
        """Return the answer that was not sent yet."""
        return self._kept.draft.read()

    def close(self) -> None:
        """Leave the line; whatever is not acknowledged is kept for the next time. Closing twice is fine."""
        self._to_room.close()

    # The line

    def join(self) -> None:
        """Take the seat; `InputError` is raised where there is no room at that address, or no way in."""
        self._kept.keep()
        self._to_room.open()
        with self._changed:
            self._changed.wait_for(lambda: self._over is not None or self._flushed != _NOT_IN)
            if self._over is not None:
                raise self._over

    def _hello(self) -> Hello:
        have = max(self._turns, default=0)
        return Hello(format=FORMAT, seat=self.kind, code=self._code, token=self._kept.token, have=have)

    def _flush(self) -> None:
        """Send what was not sent on this connection yet."""
        if self._flushed == _NOT_IN:
            return
        with self._lock:
            due = [each for each in self._kept.sent if each.number > self._flushed]
        for do in due:
            self._flushed = do.number
            self._to_room.send(do)

    # What the coach's side says

    def _heard(self, message: FromHost) -> None:
        with self._changed:
            match message:
                case Welcome():  # what was missed comes first
                    self._flushed = _NOT_IN
                case Room(header=header, cards=cards):
                    self._header, self._cards, self._transcript = header, cards, None
                case News(turns=turns, standing=standing):
                    self._turns |= {turn.n: turn for turn in turns}
                    self._transcript = None
                    self._standing, self._stood_at = standing, time.monotonic()
                case Debriefed(debrief=debrief):
                    self.debrief = debrief
                case Seen(text=text):
                    self.being_typed = text
                case Done(number=number, problem=problem) if self._flushed != _NOT_IN:
                    done = self._kept.acknowledged(number)
                    if done is not None and problem:
                        self._give_back(done.action, problem)
                case Done(number=number):
                    self._caught_up(number)
            self._changed.notify_all()
        self._tell()

    def _caught_up(self, done: int) -> None:
        """Be in the room: all that was missed is here, and what had not arrived goes out again."""
        self._kept.seated(done)
        if self.line:
            self._notices.append("The line is back; nothing was lost.")
        self.line = ""
        self._flushed = 0
        self._flush()

    def _give_back(self, action: actions.Action, problem: str) -> None:
        if isinstance(action, actions.Answer) and not self.draft():
            self.save_draft(action.text)
        self._refused.append((action, problem))

    def _cut(self, why: str) -> None:
        if not self.line:
            self.line = f"{why}; trying again"
            self._notices.append(f"No line to the room: {why}. What you typed is kept; trying again by itself.")
            self._tell()

    def _end(self, why: str, seated: bool) -> None:
        with self._changed:
            self._over = OverError(why) if seated else InputError(f"{self._where.address}: {why}")
            self.line = why
            self._notices.append(f"{why[:1].upper()}{why[1:]}.")
            self._changed.notify_all()
        self._tell()

    def _tell(self) -> None:
        for told in self._listeners:
            told()
