"""A program in a pseudo-terminal, and the screen it has painted so far: what benchmarks measure and tests look at.

It answers what terminal programs ask for (DA1, DA2, DSR, DECRQM, XTVERSION, OSC 10 and 11) as a modern xterm would.
Chunks of output are stamped when they arrive, by a thread of its own, so that parsing them takes no part in a time.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import queue
import re
import signal
import struct
import subprocess
import termios
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

clock = time.perf_counter

_QUERY = re.compile(
    rb"\x1b\[\?(?P<mode>\d+)\$p|\x1b\[(?P<da1>0?c)|\x1b\[(?P<da2>>0?c)|\x1b\[(?P<dsr>5n)|\x1b\[(?P<cpr>6n)"
    rb"|\x1b\[(?P<ver>>0?q)|\x1b\](?P<osc>1[01]);\?(?:\x07|\x1b\\)"
    rb"|\x1b\[[<>=?][\d;:]*u|\x1b\[>[\d;]*m|\x1b[P_][^\x1b]*\x1b\\"
)
"""What asks for an answer, and what pyte would misread."""

_UNFINISHED = re.compile(rb"\x1b(?:\[[\d;:?<>=$]*|\][^\x07\x1b]{0,64}|[P_][^\x1b]*)?$")
_FRAME = b"\x1b[?2026h"
"""Begins a synchronised update: one frame."""

_MEMORY = {"now": "VmRSS", "peak": "VmHWM"}


def environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment of a program in a terminal, with `home` as the user's home directory."""
    known = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return {**known, "HOME": str(home), **more}


class Terminal:
    """A program in a pseudo-terminal of `columns` and `rows`."""

    def __init__(
        self, command: Sequence[str], variables: Mapping[str, str], *, columns: int = 120, rows: int = 40
    ) -> None:
        self.exited = False
        self.bytes = self.frames = 0
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._lines = [""] * rows
        self._chunks: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        self._unfinished = b""
        self._master, slave = pty.openpty()
        self.resize(columns, rows)
        self.started = clock()
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(variables),
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  # or no hang-up would reach it
        )
        os.close(slave)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self) -> None:
        data = b"-"
        while data:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                data = b""
            self._chunks.put((clock(), data))

    # What the user does

    def send(self, keys: str) -> float:
        """Press keys, as what a terminal sends for them, and return the time just before."""
        now = clock()
        os.write(self._master, keys.encode())
        return now

    def paste(self, text: str) -> float:
        """Paste text, and return the time just before."""
        return self.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> float:
        """Change the window's size, and return the time just before the program is told."""
        self._lines = [""] * rows
        self._screen.resize(rows, columns)
        self._screen.erase_in_display(2)
        now = clock()
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, rows * 20, columns * 10))
        return now

    def hang_up(self) -> None:
        """Close the window: the program is told by a signal, and can neither read nor write."""
        os.close(self._master)
        self._master = -1
        self.process.wait(30)

    # What there is to see

    @property
    def text(self) -> str:
        """The screen as it is now, one line a row."""
        return "\n".join(self._lines)

    def shows(self, pattern: str) -> Callable[[], bool]:
        """Return a condition: the screen has something that matches the regular expression."""
        expression = re.compile(pattern)
        return lambda: expression.search(self.text) is not None

    def wait(self, true: Callable[[], bool], timeout: float = 30.0) -> float:
        """Take output in until `true()` holds, and return when the chunk came that made it so.

        `TimeoutError` is raised with the screen as it is then, where that takes longer than so many seconds.
        """
        arrived, end = clock(), clock() + timeout
        while not true():
            left = end - clock()
            stamp = self._take(min(left, 0.2)) if left > 0 and not self.exited else None
            if stamp is None and (left <= 0 or self.exited):
                raise TimeoutError("\n".join(line.rstrip() for line in self._lines).strip()[-3000:])
            arrived = stamp or arrived
        return arrived

    def settle(self, quiet: float) -> None:
        """Take output in until so many seconds pass without any, ten times that at most."""
        begin = last = clock()
        while not self.exited and (now := clock()) < min(last + quiet, begin + 10 * quiet):
            last = self._take(last + quiet - now) or last

    def rest(self, seconds: float) -> None:
        """Take output in for so many seconds, come what may."""
        end = clock() + seconds
        while (left := end - clock()) > 0 and not self.exited:
            self._take(left)

    def _take(self, timeout: float) -> float | None:
        """Take in one chunk, and return when it came; None where none does within so many seconds."""
        try:
            arrived, data = self._chunks.get(timeout=max(timeout, 0))
        except queue.Empty:
            return None
        if not data:
            self.exited = True
            return arrived
        self.bytes += len(data)
        self.frames += data.count(_FRAME)
        data = self._unfinished + data
        cut = _UNFINISHED.search(data)
        data, self._unfinished = (data[: cut.start()], cut[0]) if cut else (data, b"")
        self._stream.feed(_QUERY.sub(self._answer, data))
        for y in self._screen.dirty.intersection(range(len(self._lines))):
            row = self._screen.buffer[y]
            self._lines[y] = "".join(row[x].data for x in range(self._screen.columns))
        self._screen.dirty.clear()
        return arrived

    def _answer(self, query: re.Match[bytes]) -> bytes:
        kind, value = query.lastgroup, query[query.lastgroup] if query.lastgroup else b""
        cursor = self._screen.cursor
        colour = b"dddd/dddd/dddd" if value == b"10" else b"1111/1111/1111"
        replies = {
            "mode": b"\x1b[?%s;%d$y" % (value, 2 if value == b"2026" else 0),  # synchronised output, else unknown
            "da1": b"\x1b[?62;22c",
            "da2": b"\x1b[>1;10;0c",
            "dsr": b"\x1b[0n",
            "cpr": b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1),
            "ver": b"\x1bP>|terminal(1)\x1b\\",
            "osc": b"\x1b]%s;rgb:%s\x1b\\" % (value, colour),
        }
        if kind:
            os.write(self._master, replies[kind])
        return b""

    # What it costs

    def cpu(self) -> float:
        """Return the seconds of processor time used so far (Linux)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, when: str = "now") -> float:
        """Return the resident memory in MiB, `now` or at its `peak` (Linux)."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        found = re.search(_MEMORY[when] + r":\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def close(self) -> None:
        """End the program, whether it likes to or not."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self.process.poll() is None:
                self.process.send_signal(number)
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(5)
        if self._master >= 0:
            self._reader.join(5)
            os.close(self._master)
            self._master = -1
