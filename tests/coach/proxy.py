"""A line that delays, cuts, stalls and damages what goes over it; it has a thread of its own."""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections.abc import Callable
from typing import Self


class Proxy:
    """Stands between guests and the room on `port`; `port` of its own is where guests go.

    `delay` is seconds each piece takes, `damage` the chance of a piece to have a byte changed, once `damaging`; `taps`
    hold the bytes of each connection that went from the room to a guest.
    """

    def __init__(self, target: int, *, delay: float = 0.0, damage: float = 0.0, seed: int = 0) -> None:
        self.target = target
        self.delay = delay
        self.damage = damage
        self.stalled = False
        self.refusing = False
        self.port = 0
        self.taps: list[bytearray] = []
        self._random = random.Random(seed)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()
        self._stop = asyncio.Event()
        self._writers: set[asyncio.StreamWriter] = set()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self.call(self._stop.set)
        self._thread.join(10)
        assert not self._thread.is_alive()

    def call(self, what: Callable[[], object]) -> None:
        self._loop.call_soon_threadsafe(what)

    def cut(self) -> None:
        """Break every connection there is, without a word."""
        self.call(self._abort)

    def _abort(self) -> None:
        for writer in list(self._writers):
            writer.transport.abort()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve())

    async def _serve(self) -> None:
        self._loop.set_exception_handler(lambda *_: None)
        server = await asyncio.start_server(self._connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        await self._stop.wait()
        server.close()
        self._abort()

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.refusing:
            writer.transport.abort()
            return
        try:
            to_reader, to_writer = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.transport.abort()
            return
        tap = bytearray()
        self.taps.append(tap)
        self._writers |= {writer, to_writer}
        with contextlib.suppress(OSError):
            await asyncio.gather(self._pump(reader, to_writer), self._pump(to_reader, writer, tap))
        for each in (writer, to_writer):
            self._writers.discard(each)
            each.transport.abort()

    async def _pump(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, tap: bytearray | None = None
    ) -> None:
        while piece := await reader.read(65_536):
            if tap is not None:
                tap += piece
            if self.delay:
                await asyncio.sleep(self.delay)
            if self.stalled:
                continue
            if self._random.random() < self.damage:
                changed = bytearray(piece)
                changed[self._random.randrange(len(piece))] ^= self._random.randint(1, 255)
                piece = bytes(changed)
            writer.write(piece)
            await writer.drain()
        writer.transport.abort()
