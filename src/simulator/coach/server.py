"""The coach's side of the line: hosts the room around the one sitting, and shows each guest what they may see."""

from __future__ import annotations

import asyncio
import contextlib
import os
import ssl
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

import msgspec
from websockets.asyncio.server import Server, ServerConnection, broadcast, serve
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode

from simulator.coach.address import Address
from simulator.coach.door import MAX_OBSERVERS, Door
from simulator.coach.invitation import Invitation
from simulator.coach.limits import PATIENT, Limits
from simulator.coach.protocol import (
    FORMAT,
    MAX_HELLO,
    MAX_MESSAGE,
    TO_A_LINE,
    Closing,
    Debriefed,
    Do,
    Done,
    Hello,
    HostSide,
    LineError,
    Message,
    News,
    Room,
    Seen,
    Standing,
    Typing,
    Welcome,
)
from simulator.coach.quiet import QUIET
from simulator.debrief import build
from simulator.files import InputError
from simulator.interview import actions
from simulator.text import clean, one_line
from simulator.transcript.turns import COACH, Header, Transcript, Turn, Viewer, seen_by

if TYPE_CHECKING:
    from websockets.http11 import Request, Response

    from simulator.sitting import Sitting

MAX_CONNECTIONS = MAX_OBSERVERS + 20
"""Connections at once, those included that have not said yet who they are."""

MAX_BEHIND = 8 * 1_048_576
"""Bytes waiting for one guest to take them, beyond which that guest is let go."""

BATCH = 200
"""Turns in one message."""


@dataclass(eq=False, slots=True)
class Guest:
    """Somebody at the other end of a line, and what they were shown."""

    connection: ServerConnection
    side: HostSide
    viewer: Viewer
    candidate: bool
    shown: int = 0
    header: Header | None = None
    ended: bool = False
    standing: Standing = field(default_factory=Standing)

    def send(self, message: Message) -> None:
        """Send without waiting: whoever is too slow to take it is let go, and nobody else waits for them."""
        broadcast([self.connection], self.side.encode(message))
        if self.connection.transport.get_write_buffer_size() > MAX_BEHIND:
            raise LineError(Closing.TOO_SLOW, "the line is too slow; come back")


class Host:
    """The room, open to guests from `open` to `close`; it runs in a thread of its own."""

    def __init__(
        self,
        sitting: Sitting,
        address: Address,
        *,
        tls: ssl.SSLContext | None = None,
        observers_see: Viewer = "observer",
        limits: Limits = PATIENT,
    ) -> None:
        address.need_private(tls is not None)
        self.address = address
        self.door = Door(sitting.kept("tokens"))
        self._sitting = sitting
        sitting.sits_here = COACH
        self._tls = tls
        self._observers_see = observers_see
        self._limits = limits
        self._guests: list[Guest] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="room", daemon=True)
        self._opened = threading.Event()
        self._failed: OSError | None = None
        self._closing = asyncio.Event()
        self._looking = False

    def open(self) -> None:
        """Let guests come; `address` has the real port from then on. `InputError` is raised where it can't be had."""
        self._thread.start()
        self._opened.wait()
        if self._failed is not None:
            number = self._failed.errno or 0
            reason = os.strerror(number).lower() if number > 0 else one_line(str(self._failed.strerror), 120)
            raise InputError(f"{self.address}: can't be listened on: {reason}; name another address or port")
        self._sitting.listen(self._told)

    def close(self) -> None:
        """Send everybody away, and let no one in any more; closing twice is fine."""
        if self._thread.is_alive():
            with contextlib.suppress(RuntimeError):  # it is closing already
                self._loop.call_soon_threadsafe(self._closing.set)
            self._thread.join()

    def invitation(self, fingerprint: str = "") -> Invitation:
        """Return how others join; `fingerprint` is its certificate's."""
        return Invitation(self.address, self.door.candidate_code, self.door.observer_code, fingerprint)

    @property
    def observers(self) -> int:
        """How many look on."""
        return sum(not guest.candidate for guest in self._guests)

    # The thread

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._loop.set_exception_handler(lambda *_: None)  # a line that breaks in the middle of TLS, mostly
        try:
            server = await self._listen()
        except OSError as error:
            self._failed = error
            return
        finally:
            self._opened.set()
        await self._closing.wait()
        guests = [guest.connection.close(Closing.OVER, "the coach has closed the room") for guest in self._guests]
        await asyncio.gather(*guests, return_exceptions=True)
        server.close()
        await server.wait_closed()

    async def _listen(self) -> Server:
        server = await serve(
            self._meet,
            self.address.host,
            self.address.port,
            ssl=self._tls,
            origins=[None],  # no page in a browser gets in
            compression=None,  # what is secret and what others choose are never squeezed together
            process_request=self._full,
            server_header=None,
            open_timeout=self._limits.opening,
            ping_interval=self._limits.heartbeat,
            ping_timeout=self._limits.silence,
            close_timeout=self._limits.parting,
            max_size=MAX_HELLO,
            logger=QUIET,
        )
        self.address = Address(self.address.host, next(iter(server.sockets)).getsockname()[1])
        return server

    def _full(self, connection: ServerConnection, _: Request) -> Response | None:
        if len(connection.server.connections) < MAX_CONNECTIONS:
            return None
        return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "The room is full.\n")

    async def _meet(self, connection: ServerConnection) -> None:
        """Hold one connection from its first message to its end."""
        side = HostSide()
        guest: Guest | None = None
        try:
            try:
                async with asyncio.timeout(self._limits.opening):
                    first = side.receive(await connection.recv(), time.monotonic())
            except TimeoutError:
                raise LineError(Closing.TOO_LATE, "nobody said who comes") from None
            connection.protocol.max_message_size = MAX_MESSAGE
            guest = await self._let_in(connection, side, first)
            async for data in connection:
                self._heard(guest, side.receive(data, time.monotonic()))
        except LineError as fault:
            self._gone(guest, fault.reason)
            await connection.close(fault.code, fault.reason)
        except ConnectionClosed as closed:
            left = closed.rcvd is not None and closed.rcvd.code == CloseCode.NORMAL_CLOSURE
            self._gone(guest, "" if left else "it was cut")
        finally:
            self._gone(guest, "")

    async def _let_in(self, connection: ServerConnection, side: HostSide, hello: object) -> Guest:
        assert isinstance(hello, Hello)  # noqa: S101  # the first message is one, or a fault was raised
        peer = connection.remote_address
        try:
            was_here = self.door.enter(hello, str(peer[0]) if peer else "", time.monotonic())
        except LineError as fault:
            self._sitting.announce(f"Somebody was not let in: {fault.reason}.")
            raise
        if not was_here:
            try:
                self._sitting.keep("tokens", self.door.kept())
            except InputError as error:  # they are in all the same; only a restart would not know them
                self._sitting.announce(str(error))
        candidate = hello.seat == "candidate"
        if not candidate and self.observers >= MAX_OBSERVERS:
            raise LineError(Closing.FULL, "there is no room for another observer")
        older = [guest for guest in self._guests if candidate and guest.candidate]
        guest = Guest(connection, side, "candidate" if candidate else self._observers_see, candidate, hello.have)
        self._guests = [each for each in self._guests if each not in older] + [guest]
        for each in older:
            self._part(each, Closing.ELSEWHERE, "you have come in elsewhere")
        guest.send(Welcome(format=FORMAT))
        self._show(guest)
        guest.send(Done(number=self._done() if candidate else 0))
        who = self._sitting.header.candidate if candidate else "An observer"
        self._sitting.announce(f"{who} is {'back' if was_here else 'here'}.")
        return guest

    def _gone(self, guest: Guest | None, reason: str) -> None:
        """Take note that a guest's line has ended, once."""
        if guest is None or guest not in self._guests:
            return
        self._guests.remove(guest)
        who = self._sitting.header.candidate if guest.candidate else "An observer"
        if guest.candidate:
            self._sitting.being_typed = ""
        self._sitting.announce(f"The line to {who} has ended{f': {one_line(reason, 100)}' if reason else ''}.")

    def _part(self, guest: Guest, code: Closing, reason: str) -> None:
        """Close a guest's connection, without anybody waiting for it."""
        task = self._loop.create_task(guest.connection.close(code, reason))
        task.add_done_callback(lambda _: guest.connection.transport.abort())

    # What guests say

    def _heard(self, guest: Guest, message: Message) -> None:
        if guest not in self._guests:  # they have come in elsewhere meanwhile
            return
        if isinstance(message, Typing):
            text = clean(message.text)
            self._sitting.show_typing(text)
            coaches = [each for each in self._guests if each.viewer == "coach"]
            self._each(coaches, lambda coach: coach.send(Seen(text=text)))
        elif isinstance(message, Do):
            problem = "" if message.number <= self._done() else self._take(message)
            self._look()
            guest.send(Done(number=message.number, problem=problem))

    def _done(self) -> int:
        """Return the number of the last of the candidate's actions that is in the transcript."""
        return max((turn.sent for turn in self._sitting.transcript.turns), default=0)

    def _take(self, do: Do) -> str:
        """Do what the candidate does; return why it can't be done, or nothing."""
        sitting = self._sitting
        with sitting.lock:
            line = sitting.open_line
            if isinstance(do.action, TO_A_LINE) and do.to != (line.n if line else 0):
                if isinstance(do.action, actions.Wait | actions.TypingStarted):
                    return ""  # that silence is over
                return "the room had gone on before it came"
            try:
                sitting.take(do.action, sent=do.number)
            except InputError as error:
                return clean(str(error), 500)
        return ""

    # What guests are shown

    def _told(self) -> None:
        """Look soon what there is to show; called in the thread of whoever did something."""
        if not self._looking:
            self._looking = True
            with contextlib.suppress(RuntimeError):  # the room is closed
                self._loop.call_soon_threadsafe(self._look)

    def _look(self) -> None:
        """Show every guest what is new."""
        self._looking = False
        self._each(self._guests, self._show)

    def _each(self, guests: Iterable[Guest], send: Callable[[Guest], None]) -> None:
        """Send something to some of the guests; one whose line can't take it is let go."""
        for guest in list(guests):
            try:
                send(guest)
            except LineError as fault:
                self._gone(guest, fault.reason)
                self._part(guest, fault.code, fault.reason)

    def _show(self, guest: Guest) -> None:
        """Show one guest what is new to them: who is there, what was said, how things stand."""
        with self._sitting.lock:
            transcript, standing = self._sitting.transcript, self._standing()
        turns = transcript.turns
        if standing.ended and guest.candidate and not guest.ended:
            guest.ended, guest.shown, guest.header = True, 0, None  # what was hidden until now, they may see
        tail = turns[_after(turns, guest.shown) :]
        if guest.header is None or any(turn.kind == "change" for turn in tail):
            self._show_room(guest, transcript)
        if tail or msgspec.structs.replace(standing, seconds=guest.standing.seconds) != guest.standing:
            seen = seen_by(Transcript(header=transcript.header, turns=tail), guest.viewer, ended=standing.ended)
            guest.shown = tail[-1].n if tail else guest.shown
            guest.standing = standing
            for start in range(0, max(len(seen.turns), 1), BATCH):
                guest.send(News(turns=seen.turns[start : start + BATCH], standing=standing))
        if guest.candidate and standing.ended and tail:
            guest.send(Debriefed(debrief=build(transcript, "candidate", self._sitting.plan)))

    def _show_room(self, guest: Guest, transcript: Transcript) -> None:
        header = seen_by(transcript, guest.viewer).header
        if header != guest.header:
            guest.header = header
            people = (*header.interviewers, *header.at_hand)
            guest.send(Room(header=header, cards={each.id: self._sitting.about(each.id) for each in people}))

    def _standing(self) -> Standing:
        sitting = self._sitting
        asked, planned = sitting.progress
        return Standing(
            begun=sitting.begun,
            ended=sitting.ended,
            paused=sitting.paused,
            open=sitting.open_line.n if sitting.open_line else 0,
            asked=asked,
            planned=planned,
            seconds=round(sitting.seconds, 3),
            minutes=sitting.minutes,
            patience=sitting.patience,
        )


def _after(turns: tuple[Turn, ...], n: int) -> int:
    """Return where the turns after number `n` begin: near the end, mostly."""
    place = len(turns)
    while place and turns[place - 1].n > n:
        place -= 1
    return place
