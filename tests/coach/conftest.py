"""Rooms on loopback, each with a home of its own, and guests who come to them."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simulator import sitting
from simulator.archive import Archive
from simulator.coach.address import Address
from simulator.coach.client import RemoteSeat
from simulator.coach.kept import KeptSeat
from simulator.coach.limits import PATIENT, Limits
from simulator.coach.line import Where
from simulator.coach.protocol import SeatKind
from simulator.coach.server import Host
from simulator.seat import Seat
from simulator.sitting import Sitting

DAY = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
PATIENCE = 20.0
"""Seconds a test waits for what has to come at once; only a failing one waits so long."""


def until(seat: Seat | Sitting, true: Callable[[], Any]) -> Any:
    """Wait until `true` returns something true, looking again each time `seat` tells of something."""
    changed = threading.Event()
    seat.listen(changed.set)
    for _ in range(2_000):
        if result := true():
            return result
        if not changed.wait(PATIENCE):
            break
        changed.clear()
    result = true()
    assert result, "it did not come"
    return result


@dataclass
class Rooms:
    """Makes rooms and guests, and closes all of them."""

    folder: Path
    stack: contextlib.ExitStack
    limits: Limits = PATIENT

    def sitting(self, **more: Any) -> Sitting:
        return sitting.start(Archive(self.folder / "coach"), candidate="Ada", round_id="panel", seed=7, now=DAY, **more)

    def host(self, begun: Sitting | None = None, **more: Any) -> Host:
        begun = begun or self.sitting()
        self.stack.callback(begun.close)
        room = Host(begun, Address("127.0.0.1", 0), limits=self.limits, **more)
        room.open()
        self.stack.callback(room.close)
        return room

    def guest(
        self,
        room: Host,
        *,
        kind: SeatKind = "candidate",
        port: int = 0,
        code: str = "",
        home: str = "guest",
        show_typing: bool = False,
        **line: Any,
    ) -> RemoteSeat:
        """Return a guest who has joined."""
        code = code or (room.door.candidate_code if kind == "candidate" else room.door.observer_code)
        address = Address("127.0.0.1", port or room.address.port)
        kept = KeptSeat(self.folder / home, str(address), code)
        seat = RemoteSeat(Where(address, **line), kept, code, kind, show_typing=show_typing)
        self.stack.callback(seat.close)
        seat.join()
        return seat


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    with contextlib.ExitStack() as stack:
        yield Rooms(tmp_path, stack)
