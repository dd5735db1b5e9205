"""How fast a room over a line is, as a ratio to a bare echo over the same library in the same run.

    python benchmarks/room.py [KEYSTROKES] [ROOMS] [OBSERVERS]

The room and the echo live in one other process, the guests in this one. An echo is there and back; a keystroke and an
action of the coach's go one way, from the call of one front end to the moment the other one is told. An action goes out
once it is on the disk; a disk that slept takes longer over that than any line, so both are told. Nothing is painted.
Budget: at most 2 echoes. Then many rooms with many observers each, who have to get every turn.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from websockets.asyncio.client import connect
from websockets.asyncio.server import ServerConnection, serve

from simulator import sitting
from simulator.archive import Archive
from simulator.coach.address import Address
from simulator.coach.client import RemoteSeat
from simulator.coach.kept import KeptSeat
from simulator.coach.line import Where
from simulator.coach.protocol import FORMAT, Done, GuestSide, Hello, News
from simulator.coach.server import Host
from simulator.interview import actions
from simulator.transcript.turns import seen_by

PAUSE = 0.04
"""Seconds between two keystrokes: a fast typist's."""

LINES = 30
"""What is said in each of many rooms besides the answers."""

HERE = "127.0.0.1"


def open_room(home: Path, candidate: str = "Ada") -> Host:
    begun = sitting.start(Archive(home), candidate=candidate, round_id="panel", seed=7)
    begun.take(actions.Begin())
    room = Host(begun, Address(HERE, 0))
    room.open()
    return room


# The other process


def echo_server(pipe: Connection) -> None:
    """Echo until told to stop."""

    async def echo(connection: ServerConnection) -> None:
        async for message in connection:
            await connection.send(message)

    async def run() -> None:
        async with serve(echo, HERE, 0, compression=None) as server:
            pipe.send(next(iter(server.sockets)).getsockname()[1])
            await asyncio.to_thread(pipe.recv)

    asyncio.run(run())


def one_room(pipe: Connection, home: Path) -> None:
    """Host a room: tell when each keystroke was seen, then say lines and tell when each was begun."""
    room = open_room(home)
    begun = room._sitting  # noqa: SLF001  # the benchmark holds the coach's seat
    seen: dict[str, float] = {}
    begun.listen(lambda: seen.setdefault(begun.being_typed, time.monotonic()))
    pipe.send((room.address.port, room.door.candidate_code))
    lines = pipe.recv()
    pipe.send(seen)
    said: dict[str, tuple[float, float]] = {}
    kept: list[float] = []
    begun.listen(lambda: kept.append(time.monotonic()))
    for n in range(lines):
        kept.clear()
        start = time.monotonic()
        begun.take(actions.Say(f"Line {n}"))
        said[f"Line {n}"] = (start, kept[0])
        time.sleep(PAUSE)
    pipe.send(said)
    pipe.recv()
    room.close()


def many_rooms(pipe: Connection, home: Path, rooms: int) -> None:
    """Host many rooms, hold an interview in each, and tell which turns an observer has to have seen."""
    hosts = [open_room(home, f"Candidate {n}") for n in range(rooms)]
    pipe.send([(host.address.port, host.door.observer_code) for host in hosts])
    pipe.recv()

    def hold(host: Host) -> None:
        begun = host._sitting  # noqa: SLF001
        for n in range(LINES):
            if n % 3 == 0:
                begun.take(actions.Answer(f"Answer {n}: I packed {n} boxes and we shipped on Friday."))
            begun.take(actions.Say(f"{time.monotonic()}"))
            time.sleep(PAUSE)
        begun.take(actions.EndRound())

    threads = [threading.Thread(target=hold, args=(host,)) for host in hosts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    transcripts = [host._sitting.transcript for host in hosts]  # noqa: SLF001
    pipe.send([[turn.n for turn in seen_by(each, "observer").turns] for each in transcripts])
    pipe.recv()
    for host in hosts:
        host.close()


def beside(what: Callable[..., None], *given: object) -> Connection:
    """Run `what` in the other process, and return the pipe to it."""
    ours, theirs = multiprocessing.Pipe()
    multiprocessing.get_context("spawn").Process(target=what, args=(theirs, *given), daemon=True).start()
    return ours


# This process


async def echoes(port: int, count: int) -> list[float]:
    times = []
    async with connect(f"ws://{HERE}:{port}/", compression=None, proxy=None) as connection:
        for n in range(count):
            text = f"I lead a team of {n}".encode()
            start = time.monotonic()
            await connection.send(text)
            await connection.recv()
            times.append(time.monotonic() - start)
            await asyncio.sleep(PAUSE)
    return times


def keystrokes_and_lines(home: Path, count: int) -> tuple[list[float], list[float], list[float]]:
    """Return how long keystrokes took, lines of the coach's, and the same lines from when they were on the disk."""
    pipe = beside(one_room, home / "coach")
    port, code = pipe.recv()
    address = Address(HERE, port)
    kept = KeptSeat(home / "guest", str(address), code)
    seat = RemoteSeat(Where(address), kept, code, "candidate", show_typing=True)
    seat.join()
    pressed = {}
    for n in range(count):
        text = f"I lead a team of {n}"
        pressed[text] = time.monotonic()
        seat.typing(text)
        time.sleep(PAUSE)
    heard: dict[str, float] = {}
    all_heard = threading.Event()

    def told() -> None:
        last = seat.transcript.turns[-1].text
        heard.setdefault(last, time.monotonic())
        if last == f"Line {count - 1}":
            all_heard.set()

    seat.listen(told)
    pipe.send(count)
    seen, said = pipe.recv(), pipe.recv()
    all_heard.wait(10)
    pipe.send("close")
    seat.close()
    keystrokes = [seen[text] - at for text, at in pressed.items()]
    lines = [heard[text] - at for text, (at, _) in said.items()]
    return keystrokes, lines, [heard[text] - kept for text, (_, kept) in said.items()]


async def look_on(port: int, code: str, ready: asyncio.Event) -> tuple[set[int], list[float]]:
    """Look on until the end; return the numbers of all turns that came, and how long lines took."""
    side = GuestSide()
    numbers: set[int] = set()
    late: list[float] = []
    ended = False
    async with connect(f"ws://{HERE}:{port}/", compression=None, proxy=None, max_size=None) as connection:
        await connection.send(side.encode(Hello(format=FORMAT, seat="observer", code=code, token=f"{id(side):040}")))
        while not ended:
            async with asyncio.timeout(60):
                message = side.receive(await connection.recv())
            if isinstance(message, Done):
                ready.set()
            if isinstance(message, News):
                late += [time.monotonic() - float(turn.text) for turn in message.turns if turn.kind == "say"]
                numbers |= {turn.n for turn in message.turns}
                ended = any(turn.kind == "end" for turn in message.turns)
    return numbers, late


async def observers(pipe: Connection, each: int) -> tuple[int, int, list[float]]:
    """Return how many turns had to come, how many did not, and how long lines took."""
    doors: list[tuple[int, str]] = pipe.recv()
    tasks, ready = [], []
    for port, code in doors:
        for _ in range(each):
            ready.append(asyncio.Event())
            tasks.append(asyncio.create_task(look_on(port, code, ready[-1])))
    await asyncio.gather(*(event.wait() for event in ready))
    pipe.send("all are here")
    owed: list[list[int]] = await asyncio.to_thread(pipe.recv)
    got = await asyncio.gather(*tasks)
    pipe.send("close")
    missed = sum(len(set(owed[n // each]) - numbers) for n, (numbers, _) in enumerate(got))
    return sum(map(len, owed)) * each, missed, [time for _, late in got for time in late]


def row(name: str, times: Sequence[float], floor: float) -> None:
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)]
    median = statistics.median(ordered)
    print(f"{name:<44} {median * 1000:7.2f} {p95 * 1000:7.2f} {median / floor:7.2f}")


def main() -> None:
    """Measure everything once, and print it."""
    count, rooms, each = (int(given) for given in (sys.argv[1:] + ["200", "20", "20"][len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pipe = beside(echo_server)
        floor_before = asyncio.run(echoes(pipe.recv(), count))
        pipe.send("stop")
        typed, lines, from_disk = keystrokes_and_lines(home, count)
        pipe = beside(echo_server)
        floor_after = asyncio.run(echoes(pipe.recv(), count))
        pipe.send("stop")
        floor = statistics.median([*floor_before, *floor_after])
        print(f"{'':<44} {'p50 ms':>7} {'p95 ms':>7} {'echoes':>7}")
        row("bare echo, there and back", [*floor_before, *floor_after], floor)
        row("candidate's keystroke to the coach's side", typed, floor)
        row("coach's action to the candidate's side", from_disk, floor)
        row("the same, writing it to the disk included", lines, floor)
        crowd = beside(many_rooms, home / "many", rooms)
        owed, missed, late = asyncio.run(observers(crowd, each))
        row(f"a line in {rooms} rooms, {each} observers each", late, floor)
        print(f"{owed:,} turns had to come; {missed} did not.")


if __name__ == "__main__":
    main()
