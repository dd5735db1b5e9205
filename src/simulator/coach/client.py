"""The candidate's or an observer's side of the line: a seat like any other, whose interview runs elsewhere.

The line is held by a thread of its own. It comes back by itself after a cut; what was sent and not acknowledged goes
out again, and the coach's side knows it by its number.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import broadcast
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from simulator.coach.address import Address, fingerprint_of
from simulator.coach.kept import KeptSeat
from simulator.coach.limits import PATIENT, Limits
from simulator.coach.protocol import (
    FOR_GOOD,
    FORMAT,
    MAX_MESSAGE,
    CandidateAction,
    Closing,
    Done,
    GuestSide,
    Hello,
    LineError,
    Message,
    News,
    Room,
    SeatKind,
    Seen,
    Standing,
    Typing,
    Welcome,
    typed,
)
from simulator.coach.quiet import QUIET
from simulator.files import InputError
from simulator.interview import NotNowError, actions
from simulator.seat import OverError, Told, may_be_taken_back
from simulator.text import one_line
from simulator.transcript.turns import Header, Transcript, Turn

FIRST_SECONDS = 5.0
"""How long the first connection is tried for."""

LONGEST_PAUSE = 8.0
"""Seconds between two tries to come back, at most."""

MOST_WAITING = 100
"""Notes that can wait for a line that is cut."""

TYPING_SECONDS = 1 / 30
"""Between two looks at what is being typed, at least."""


@dataclass(frozen=True, slots=True)
class Line:
    """Where the room is, how its side proves who it is, and how patient the line is."""

    address: Address
    tls: ssl.SSLContext | None = None
    fingerprint: str = ""
    limits: Limits = PATIENT


class RemoteSeat:
    """A seat at a room that a coach hosts elsewhere; `join` returns one."""

    plan = None
    recovered = ""
    kept_in = "the coach's home folder"

    def __init__(self, line: Line, kept: KeptSeat, code: str, kind: SeatKind, *, show_typing: bool = False) -> None:
        self.kind = kind
        self.owed: list[Turn] = []
        self.being_typed = ""
        self.line = ""
        self._where = line
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
        self._side: GuestSide | None = None
        self._connection: ClientConnection | None = None
        self._flushed = 0
        self._unseen_typing: str | None = None
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)

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
            if waiting and not isinstance(action, actions.OwnNote | actions.TypingStarted | actions.Wait):
                raise NotNowError(f"what you sent before is still on its way{f': {self.line}' if self.line else ''}")
            if len(waiting) >= MOST_WAITING:
                raise NotNowError("the line is cut, and too much waits for it already")
            self._kept.send(action, self._standing.open)
            if isinstance(action, actions.Answer):
                self._kept.save_draft("")
        self._call(self._flush)
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
            fresh = self._unseen_typing is None
            self._unseen_typing = text
            if fresh:
                self._call(self._flush_typing)

    def show_typing(self, shown: bool) -> None:
        """Allow the coach to see what is being typed, or not any more."""
        if self._show_typing and not shown:
            self.typing("")
        self._show_typing = shown

    def save_draft(self, text: str) -> bool:
        """Keep an answer that was not sent yet, and return whether the disk took it."""
        return self._kept.save_draft(text)

    def draft(self) -> str:
        """Return the answer that was not sent yet."""
        return self._kept.draft()

    def close(self) -> None:
        """Leave the line; whatever is not acknowledged is kept for the next time. Closing twice is fine."""
        if self._thread.is_alive():
            self._call(self._stop.set)
            self._thread.join()

    # The line

    def join(self) -> None:
        """Take the seat; `InputError` is raised where there is no room at that address, or no way in."""
        self._kept.keep()
        self._thread.start()
        with self._changed:
            self._changed.wait_for(lambda: self._over is not None or self._side is not None)
            if self._over is not None:
                raise self._over

    def _call(self, what: Told) -> None:
        with contextlib.suppress(RuntimeError):  # the line is closed
            self._loop.call_soon_threadsafe(what)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._hold())

    async def _hold(self) -> None:
        """Hold the line, and come back after each cut, until one side closes it for good."""
        self._loop.set_exception_handler(lambda *_: None)  # a line that breaks in the middle of TLS, mostly
        stop = asyncio.create_task(self._stop.wait())
        began, tries = time.monotonic(), 0
        while not self._stop.is_set() and self._over is None:
            visit = asyncio.create_task(self._visit())
            await asyncio.wait({visit, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not visit.done():
                await self._leave(visit)
                return
            seated, why, final = visit.result()
            tries = 0 if seated else tries + 1
            never = self._header is None and time.monotonic() - began > FIRST_SECONDS
            if final or never:
                self._end(why, final)
                return
            self._cut(why)
            pause = min(0.1 * 2**tries, LONGEST_PAUSE) * random.uniform(0.5, 1.0)  # noqa: S311
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(stop), pause)

    async def _leave(self, visit: asyncio.Task[tuple[bool, str, bool]]) -> None:
        """End a visit: with a word where somebody hears it."""
        if self._connection is not None:
            await self._connection.close()
        else:
            visit.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await visit

    async def _visit(self) -> tuple[bool, str, bool]:
        """Be in the room once; return whether we were let in, why it ended, and whether for good."""
        side = GuestSide()
        where = self._where
        try:
            async with connect(
                f"{'wss' if where.tls else 'ws'}://{where.address}/",
                ssl=where.tls,
                proxy=None,
                compression=None,
                user_agent_header=None,
                logger=QUIET,
                open_timeout=where.limits.opening,
                ping_interval=where.limits.heartbeat,
                ping_timeout=where.limits.silence,
                close_timeout=where.limits.parting,
                max_size=2 * MAX_MESSAGE,
            ) as connection:
                self._check_certificate(connection)
                have = max(self._turns, default=0)
                hello = Hello(format=FORMAT, seat=self.kind, code=self._code, token=self._kept.token, have=have)
                await connection.send(side.encode(hello))
                async for data in connection:
                    self._heard(connection, side, side.receive(data))
        except LineError as error:
            return False, error.reason, error.code in FOR_GOOD
        except ConnectionClosed:
            pass
        except InvalidStatus as error:
            return False, "the room is full" if error.response.status_code == 503 else "no room is there", False
        except (OSError, InvalidHandshake, TimeoutError, EOFError) as error:
            return False, _why(error, where.address), isinstance(error, ssl.SSLCertVerificationError)
        finally:
            seated, self._side, self._connection = self._side is not None, None, None
        return self._left(seated, connection)

    def _left(self, seated: bool, connection: ClientConnection) -> tuple[bool, str, bool]:
        code, reason = connection.close_code, one_line(connection.close_reason or "", 120)
        known = self._header is not None
        final = code in FOR_GOOD or (code in (Closing.TOO_FAST, Closing.FULL) and not known)
        return seated, reason or "the line was cut", final

    def _check_certificate(self, connection: ClientConnection) -> None:
        if not self._where.fingerprint:
            return
        tls = connection.transport.get_extra_info("ssl_object")
        certificate = tls.getpeercert(binary_form=True) if tls else None
        if certificate is None or fingerprint_of(certificate) != self._where.fingerprint:
            raise LineError(
                Closing.NOT_LET_IN, "whoever answers there is not the coach: the certificate has another fingerprint"
            )

    def _flush(self) -> None:
        """Send what was not sent on this connection yet."""
        if self._side is None or self._connection is None:
            return
        with self._lock:
            due = [each for each in self._kept.sent if each.number > self._flushed]
        for do in due:
            self._flushed = do.number
            self._send(do)

    def _flush_typing(self) -> None:
        text = self._unseen_typing
        if text is None:
            return
        if self._side is not None:
            self._send(Typing(text=typed(text)))
        # What is typed meanwhile waits for the next look; the last of it is always sent.
        self._loop.call_later(TYPING_SECONDS, self._typing_again, text)

    def _typing_again(self, sent: str) -> None:
        if self._unseen_typing == sent:
            self._unseen_typing = None
        else:
            self._flush_typing()

    def _send(self, message: Message) -> None:
        if self._side is not None and self._connection is not None:
            broadcast([self._connection], self._side.encode(message))

    # What the coach's side says

    def _heard(self, connection: ClientConnection, side: GuestSide, message: Message) -> None:
        with self._changed:
            match message:
                case Welcome():  # what was missed comes first
                    self._flushed = -1
                case Room(header=header, cards=cards):
                    self._header, self._cards, self._transcript = header, cards, None
                case News(turns=turns, standing=standing):
                    self._turns |= {turn.n: turn for turn in turns}
                    self._transcript = None
                    self._standing, self._stood_at = standing, time.monotonic()
                case Seen(text=text):
                    self.being_typed = text
                case Done(number=number, problem=problem) if self._flushed >= 0:
                    done = self._kept.acknowledged(number)
                    if done is not None and problem:
                        self._give_back(done.action, problem)
                case Done(number=number):
                    self._caught_up(connection, side, number)
            self._changed.notify_all()
        self._tell()

    def _caught_up(self, connection: ClientConnection, side: GuestSide, done: int) -> None:
        """Be in the room: all that was missed is here, and what had not arrived goes out again."""
        self._kept.seated(done)
        if self.line:
            self._notices.append("The line is back; nothing was lost.")
        self.line = ""
        self._side, self._connection, self._flushed = side, connection, 0
        self._flush()

    def _give_back(self, action: actions.Action, problem: str) -> None:
        if isinstance(action, actions.Answer) and not self.draft():
            self.save_draft(action.text)
        self._refused.append((action, problem))

    def _cut(self, why: str) -> None:
        if self._header is not None and not self.line:
            self.line = f"{why}; trying again"
            self._notices.append(f"No line to the room: {why}. What you typed is kept; trying again by itself.")
            self._tell()

    def _end(self, why: str, by_them: bool) -> None:
        with self._changed:
            seated = by_them and self._header is not None
            self._over = OverError(why) if seated else InputError(f"{self._where.address}: {why}")
            self.line = why
            self._notices.append(f"{why[:1].upper()}{why[1:]}.")
            self._changed.notify_all()
        self._tell()

    def _tell(self) -> None:
        for told in self._listeners:
            told()


def _why(error: BaseException, address: Address) -> str:
    """Return in a few words why there is no line."""
    if isinstance(error, ConnectionRefusedError):
        return "nobody hosts a room there"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"the certificate does not prove that this is {address.host}: {one_line(error.verify_message, 80)}"
    if isinstance(error, TimeoutError):
        return "nobody answers there"
    if isinstance(error, OSError):
        return one_line(error.strerror or str(error), 80).lower() or "the line was cut"
    return "what answers there is no room of second-round"
