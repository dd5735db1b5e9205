"""What the two sides of the room say to each other, and what each may say when.

No socket, no clock, no thread: bytes go in and messages come out, or a `LineError` that says why the connection has to
end. A message is eight bytes of digest and a JSON object, so that one damaged on the way is never taken for another;
each side numbers its messages, so that none is lost, doubled or out of order without being noticed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, Literal, TypeVar

import msgspec

from simulator.debrief.report import Debrief
from simulator.interview import actions
from simulator.text import MAX_ANSWER, clean, clean_all
from simulator.transcript.turns import VISIBILITY, Header, Turn

FORMAT = 1
MAX_MESSAGE = 4 * MAX_ANSWER + 65_536
"""Bytes of one message: the longest answer, whatever its letters, and what goes around it."""

MAX_HELLO = 4_096
"""Bytes of the first message of somebody who is not let in yet."""

MAX_DRAFT = 20_000
"""Characters sent of an answer that is being typed: its last ones."""

MAX_WAIT = 3_600.0
"""Seconds of silence that one message can tell of."""

_DIGEST = 8
_MAX_REASON = 120  # a close frame has room for 123 bytes

SeatKind = Literal["candidate", "observer"]


class Closing(IntEnum):
    """Why a connection is closed."""

    OVER = 4000
    MALFORMED = 4400
    NOT_LET_IN = 4401
    TOO_LATE = 4408
    ELSEWHERE = 4409
    TOO_LARGE = 4413
    OTHER_FORMAT = 4426
    TOO_FAST = 4429
    TOO_SLOW = 4430
    FULL = 4503


FOR_GOOD = frozenset({Closing.OVER, Closing.NOT_LET_IN, Closing.ELSEWHERE, Closing.OTHER_FORMAT})
"""What trying again would not change."""


class LineError(Exception):
    """Something that ends a connection, and nothing else."""

    def __init__(self, code: Closing, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason.encode()[:_MAX_REASON].decode(errors="ignore")


class Message(msgspec.Struct, frozen=True, kw_only=True, tag_field="type", forbid_unknown_fields=True):
    """The base of all messages; `seq` counts those of one side of one connection from 1."""

    seq: int = 0


# What the candidate or an observer says

CandidateAction = (
    actions.Begin
    | actions.Answer
    | actions.TakeBack
    | actions.Skip
    | actions.Wait
    | actions.TypingStarted
    | actions.OwnNote
    | actions.AskInterviewer
    | actions.Pause
    | actions.Resume
    | actions.Leave
    | actions.SelfRate
    | actions.RateEmployer
    | actions.GuessGoal
    | actions.Settle
)
"""What a candidate may do; the other actions are the coach's and can't even be said."""

TO_A_LINE = (actions.Answer, actions.Skip, actions.Wait, actions.TypingStarted)
"""Actions that are about the line that was open when they were done."""


class Hello(Message, frozen=True, kw_only=True, tag="hello"):
    """The first message: who comes, the `code` that lets them in, and how far they have seen the turns.

    The guest makes up the `token`, and comes back with it: so a welcome that gets lost locks nobody out.
    """

    format: int
    seat: SeatKind
    token: str
    code: str = ""
    have: int = 0


class Do(Message, frozen=True, kw_only=True, tag="do"):
    """An action of the candidate's.

    `number` counts them from 1 through all connections; `to` is the number of the line that was open, 0 for none.
    """

    number: int
    to: int
    action: CandidateAction


class Typing(Message, frozen=True, kw_only=True, tag="typing"):
    """What stands in the candidate's box, or its end; empty also where it is no longer shown."""

    text: str


FromGuest = Hello | Do | Typing


# What the coach's side says


class Welcome(Message, frozen=True, kw_only=True, tag="welcome"):
    """Somebody is let in; what they missed follows, and a `Done` that ends it."""

    format: int


class Room(Message, frozen=True, kw_only=True, tag="room"):
    """The header as the guest may see it, and the cards of the people in it; again each time either changes."""

    header: Header
    cards: dict[str, str]


class Standing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How things stand: `open` is the number of the open line, 0 for none; `seconds` are room time."""

    begun: bool = False
    ended: bool = False
    paused: bool = False
    open: int = 0
    asked: int = 0
    planned: int = 0
    seconds: float = 0.0
    minutes: int = 0
    patience: float = 0.0


class News(Message, frozen=True, kw_only=True, tag="news"):
    """Turns the guest may see, each known by its `n`; one that comes again replaces the first."""

    turns: tuple[Turn, ...]
    standing: Standing


class Seen(Message, frozen=True, kw_only=True, tag="seen"):
    """What is being typed, for an observer who may see it."""

    text: str


class Done(Message, frozen=True, kw_only=True, tag="done"):
    """All actions up to this one were dealt with, and what they led to has been sent.

    `problem` says why this one was refused.
    """

    number: int
    problem: str = ""


class Debriefed(Message, frozen=True, kw_only=True, tag="debriefed"):
    """The candidate's debrief once the round is over, again each time it changes; what it rests on stays here."""

    debrief: Debrief


FromHost = Welcome | Room | News | Seen | Done | Debriefed
Incoming = TypeVar("Incoming", FromGuest, FromHost)


@dataclass(slots=True)
class Bucket:
    """What may be spent at `rate` a second, and at most `burst` at once."""

    rate: float
    burst: float
    _left: float = -1.0
    _at: float = 0.0

    def take(self, amount: float, at: float) -> bool:
        """Spend `amount` at second `at`, and tell whether there was enough left."""
        left = self.burst if self._left < 0 else min(self.burst, self._left + (at - self._at) * self.rate)
        self._at = at
        enough = amount <= left
        self._left = left - amount if enough else left
        return enough


class _Side(Generic[Incoming]):
    """One side of one connection: the numbers of the messages sent and received."""

    def __init__(self) -> None:
        self._sent = 0
        self._received = 0

    def encode(self, message: Message) -> bytes:
        """Return `message` as it is sent, with the next number."""
        self._sent += 1
        data = msgspec.json.encode(msgspec.structs.replace(message, seq=self._sent))
        return _digest(data) + data

    def _next(self, message: Incoming) -> Incoming:
        self._received += 1
        if message.seq != self._received:
            raise LineError(Closing.MALFORMED, f"message {message.seq} came where {self._received} was due")
        return message


class HostSide(_Side[FromGuest]):
    """The coach's side of a connection: what a guest may say, in which order and how fast."""

    def __init__(self) -> None:
        super().__init__()
        self._messages = Bucket(rate=60, burst=300)
        self._bytes = Bucket(rate=2_000_000, burst=3 * MAX_MESSAGE)
        self._hello: Hello | None = None
        self._last = 0

    def receive(self, data: bytes | str, at: float) -> FromGuest:
        """Return the message that `data` is, come at second `at`; `LineError` is raised for one that may not come."""
        if not (self._messages.take(1, at) and self._bytes.take(len(data), at)):
            raise LineError(Closing.TOO_FAST, "too much came too fast")
        message = self._next(_decode(data, _from_guest, MAX_MESSAGE if self._hello else MAX_HELLO))
        match message:
            case Hello():
                self._greeted(message)
            case _ if self._hello is None:
                raise LineError(Closing.MALFORMED, "the first message says who comes")
            case _ if self._hello.seat == "observer":
                raise LineError(Closing.MALFORMED, "an observer only looks on")
            case Do():
                self._doing(message)
            case Typing(text=text) if len(text) > MAX_DRAFT:
                raise LineError(Closing.TOO_LARGE, "more of a draft was sent than is shown")
        return message

    def _greeted(self, hello: Hello) -> None:
        if self._hello is not None:
            raise LineError(Closing.MALFORMED, "who comes was said already")
        if hello.format != FORMAT:
            raise LineError(Closing.OTHER_FORMAT, f"the coach's side speaks format {FORMAT}: use the same version")
        self._hello = hello

    def _doing(self, do: Do) -> None:
        if do.number <= self._last:
            raise LineError(Closing.MALFORMED, f"action {do.number} came again, or late")
        self._last = do.number
        text = getattr(do.action, "text", "")
        if len(text) > MAX_ANSWER:
            raise LineError(Closing.TOO_LARGE, "longer than anything that is kept")
        if isinstance(do.action, actions.Wait) and not 0 <= do.action.seconds <= MAX_WAIT:
            raise LineError(Closing.MALFORMED, "nobody waits that long")


class GuestSide(_Side[FromHost]):
    """The candidate's or an observer's side of a connection."""

    def __init__(self) -> None:
        super().__init__()
        self._welcome = False

    def receive(self, data: bytes | str) -> FromHost:
        """Return the message that `data` is, its text cleaned; `LineError` is raised for one that may not come now."""
        message = self._next(_decode(data, _from_host, 2 * MAX_MESSAGE))
        if isinstance(message, Welcome) is self._welcome:
            raise LineError(Closing.MALFORMED, "a welcome comes first, and once")
        self._welcome = True
        if isinstance(message, Welcome) and message.format != FORMAT:
            raise LineError(Closing.OTHER_FORMAT, "the coach's side is another version of second-round")
        if isinstance(message, News) and not all(turn.kind in VISIBILITY for turn in message.turns):
            raise LineError(Closing.OTHER_FORMAT, "the coach's side is another version of second-round")
        return message


def typed(text: str) -> str:
    """Return as much of what is being typed as is sent."""
    return clean(text)[-MAX_DRAFT:]


_guest_decoder = msgspec.json.Decoder(FromGuest)


def _from_guest(data: bytes) -> FromGuest:
    message: FromGuest = _guest_decoder.decode(data)
    return message


def _from_host(data: bytes) -> FromHost:
    # What comes from elsewhere may end on a terminal; cleaned before it is anything.
    message: FromHost = msgspec.convert(clean_all(msgspec.json.decode(data)), FromHost)
    return message


def _decode(data: bytes | str, decode: Callable[[bytes], Incoming], limit: int) -> Incoming:
    if isinstance(data, str):
        raise LineError(Closing.MALFORMED, "messages are bytes")
    if len(data) > limit:
        raise LineError(Closing.TOO_LARGE, f"a message has at most {limit:,} bytes here")
    digest, body = data[:_DIGEST], data[_DIGEST:]
    if digest != _digest(body):
        raise LineError(Closing.MALFORMED, "a message was damaged on the way")
    try:
        return decode(body)
    except (msgspec.MsgspecError, RecursionError, ValueError):
        raise LineError(Closing.MALFORMED, "that is no message of this protocol") from None


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
