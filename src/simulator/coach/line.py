"""The line to a room elsewhere: held by a thread of its own, which comes back by itself after a cut."""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from websockets.asyncio.client import ClientConnection, connect
from websockets.asyncio.connection import broadcast
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from simulator.coach.address import Address
from simulator.coach.certificate import fingerprint_of
from simulator.coach.limits import PATIENT, Limits
from simulator.coach.protocol import (
    FOR_GOOD,
    MAX_MESSAGE,
    Closing,
    Done,
    FromHost,
    GuestSide,
    Hello,
    LineError,
    Message,
    Typing,
    typed,
)
from simulator.coach.quiet import QUIET
from simulator.text import one_line

FIRST_SECONDS = 5.0
"""How long the first connection is tried for."""

LONGEST_PAUSE = 8.0
"""Seconds between two tries to come back, at most."""

TYPING_SECONDS = 1 / 30
"""Between two looks at what is being typed, at least."""


WHOLE_LINE = "copy the whole line that the coach's side printed"
"""What to do where the address alone does not lead to the room."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where the room is, how its side proves who it is, and how patient the line to it is."""

    address: Address
    tls: ssl.SSLContext | None = None
    fingerprint: str = ""
    limits: Limits = PATIENT


@dataclass(frozen=True, slots=True)
class Visit:
    """One time in the room: whether we were let in, why it ended, and whether for good."""

    seated: bool
    why: str
    final: bool


class Line:
    """The line of one guest; all it is given is called in its thread.

    `hello` returns what is said first each time, `heard` gets each message, `cut` why the line is cut for now, and
    `over` why there is none any more, and whether the other side had let us in before it said so.
    """

    def __init__(
        self,
        where: Where,
        *,
        hello: Callable[[], Hello],
        heard: Callable[[FromHost], None],
        cut: Callable[[str], None],
        over: Callable[[str, bool], None],
    ) -> None:
        self._where = where
        self._hello = hello
        self._heard = heard
        self._cut = cut
        self._over = over
        self._known = False
        self._side: GuestSide | None = None
        self._connection: ClientConnection | None = None
        self._unseen_typing: str | None = None
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="line", daemon=True)

    def open(self) -> None:
        """Begin to connect."""
        self._thread.start()

    def close(self) -> None:
        """Leave the room and the line; closing twice is fine."""
        if self._thread.is_alive():
            self.call(self._stop.set)
            self._thread.join()

    def call(self, what: Callable[[], None]) -> None:
        """Have `what` called in the line's thread; called from any."""
        with contextlib.suppress(RuntimeError):  # the line is closed
            self._loop.call_soon_threadsafe(what)

    def send(self, message: Message) -> None:
        """Send where the line stands, without waiting; called in the line's thread."""
        if self._side is not None and self._connection is not None:
            broadcast([self._connection], self._side.encode(message))

    def show_typing(self, text: str) -> None:
        """Send what is being typed, as often as somebody can look; called from any thread."""
        fresh = self._unseen_typing is None
        self._unseen_typing = text
        if fresh:
            self.call(self._flush_typing)

    def _flush_typing(self) -> None:
        text = self._unseen_typing
        if text is None:
            return
        self.send(Typing(text=typed(text)))
        # What is typed meanwhile waits for the next look; the last of it is always sent.
        self._loop.call_later(TYPING_SECONDS, self._typing_again, text)

    def _typing_again(self, sent: str) -> None:
        if self._unseen_typing == sent:
            self._unseen_typing = None
        else:
            self._flush_typing()

    # The thread

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._hold())

    async def _hold(self) -> None:
        """Hold the line, and come back after each cut, until one side closes it for good."""
        self._loop.set_exception_handler(lambda *_: None)  # a line that breaks in the middle of TLS, mostly
        stop = asyncio.create_task(self._stop.wait())
        began, tries = time.monotonic(), 0
        while not self._stop.is_set():
            visiting = asyncio.create_task(self._visit())
            await asyncio.wait({visiting, stop}, return_when=asyncio.FIRST_COMPLETED)
            if not visiting.done():
                await self._leave(visiting)
                return
            visit = visiting.result()
            tries = 0 if visit.seated else tries + 1
            never = not self._known and time.monotonic() - began > FIRST_SECONDS
            if visit.final or never:
                self._over(visit.why, self._known)
                return
            if self._known:
                self._cut(visit.why)
            pause = min(0.1 * 2**tries, LONGEST_PAUSE) * random.uniform(0.5, 1.0)  # noqa: S311
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(asyncio.shield(stop), pause)

    async def _leave(self, visiting: asyncio.Task[Visit]) -> None:
        """End a visit: with a word where somebody hears it."""
        if self._connection is not None:
            await self._connection.close()
        else:
            visiting.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await visiting

    async def _visit(self) -> Visit:
        """Be in the room once."""
        where = self._where
        seated = False
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
                await self._stay(connection)
        except LineError as error:
            return Visit(False, error.reason, error.code in FOR_GOOD)
        except ConnectionClosed:
            pass
        except InvalidStatus as error:
            return Visit(False, "the room is full" if error.response.status_code == 503 else "no room is there", False)
        except (OSError, InvalidHandshake, TimeoutError, EOFError) as error:
            return Visit(
                False, _why(error, where.address, known=self._known), isinstance(error, ssl.SSLCertVerificationError)
            )
        finally:
            seated, self._side, self._connection = self._side is not None, None, None
        return self._left(seated, connection)

    async def _stay(self, connection: ClientConnection) -> None:
        """Say who comes, and hear what the other side says, until it ends."""
        side = GuestSide()
        await connection.send(side.encode(self._hello()))
        async for data in connection:
            message = side.receive(data)
            if isinstance(message, Done) and self._side is None:  # the first: all that was missed is here
                self._side, self._connection, self._known = side, connection, True
            self._heard(message)

    def _left(self, seated: bool, connection: ClientConnection) -> Visit:
        code, reason = connection.close_code, one_line(connection.close_reason or "", 120)
        final = code in FOR_GOOD or (code in (Closing.TOO_FAST, Closing.FULL) and not self._known)
        return Visit(seated, reason or "the line was cut", final)

    def _check_certificate(self, connection: ClientConnection) -> None:
        if not self._where.fingerprint:
            return
        tls = connection.transport.get_extra_info("ssl_object")
        certificate = tls.getpeercert(binary_form=True) if tls else None
        if certificate is None or fingerprint_of(certificate) != self._where.fingerprint:
            raise LineError(
                Closing.NOT_LET_IN, "whoever answers there is not the coach: the certificate has another fingerprint"
            )


def _why(error: BaseException, address: Address, *, known: bool) -> str:
    """Return in a few words why there is no line; `known` tells that there was one before."""
    if isinstance(error, ConnectionRefusedError):
        return "nobody hosts a room there"
    if isinstance(error, ssl.SSLCertVerificationError):
        what = one_line(error.verify_message, 80)
        return f"the certificate does not prove that this is {address.host} ({what}); {WHOLE_LINE}"
    if isinstance(error, TimeoutError):
        return "nobody answers there"
    if isinstance(error, OSError) and not isinstance(error, ssl.SSLError) and error.strerror:
        return one_line(error.strerror, 80).lower()
    if known:
        return "the line was cut"
    return f"no room of second-round answers there that way; {WHOLE_LINE}"
