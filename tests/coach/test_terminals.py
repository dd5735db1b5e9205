"""Both programs in pseudo-terminals of their own, over a line that delays, cuts and damages; either one is killed."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from simulator.transcript.reading import load
from tests.coach.proxy import Proxy
from tests.conftest import clean_environment

WAITS = 40.0
"""Seconds until a test gives up on what has to appear."""


class Terminal:
    """A program in a pseudo-terminal: what it has shown, and a keyboard."""

    def __init__(self, home: Path, *arguments: str) -> None:
        self.shown = ""
        self._keyboard, terminal = pty.openpty()
        attributes = termios.tcgetattr(terminal)
        attributes[3] &= ~termios.ECHO
        termios.tcsetattr(terminal, termios.TCSANOW, attributes)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", *arguments, "--plain", "--home", str(home)],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=clean_environment(home),
            close_fds=True,
        )
        os.close(terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()
        os.close(self._keyboard)

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def type(self, text: str) -> None:
        os.write(self._keyboard, f"{text}\n".encode())

    def until(self, pattern: str) -> re.Match[str]:
        """Wait until something is shown that was not waited for before."""
        end = time.monotonic() + WAITS
        while not (found := re.search(pattern, self.shown)):
            ready, _, _ = select.select([self._keyboard], [], [], max(end - time.monotonic(), 0))
            assert ready, f"{pattern!r} did not come after: {self.shown[-2_000:]}"
            try:
                self.shown += os.read(self._keyboard, 65_536).decode(errors="replace").replace("\r\n", "\n")
            except OSError:
                pytest.fail(f"the program ended before {pattern!r}: {self.shown[-2_000:]}")
        self.shown = self.shown[found.end() :]
        return found


def answers(home: Path) -> Iterator[str]:
    (path,) = home.glob("candidacies/*/transcripts/*.toml")
    return (turn.text for turn in load(path).turns if turn.kind == "answer")


def test_two_terminals_hold_a_panel_round_whatever_becomes_of_the_line_and_of_both_programs(tmp_path: Path) -> None:
    with Proxy(0, delay=0.002) as proxy:
        hosting = ("coach", "--candidate", "Ada", "--round", "panel", "--seed", "7", "--listen", "127.0.0.1:0")
        coach = Terminal(tmp_path / "coach", *hosting)
        proxy.target, code = _opened(coach)
        joining = ("join", f"127.0.0.1:{proxy.port}", "--code", code)
        with Terminal(tmp_path / "guest", *joining) as ada:
            ada.until(r"\?\n")
            ada.type("Answer one: five years.\n")
            coach.until("Ada: Answer one")
            proxy.cut()
            ada.until("No line to the room")
            coach.type("/say Dana: While you were away.")
            ada.until("Dana Ruiz .*While you were away")
            ada.until("nothing was lost")
            proxy.damage = 0.1
            ada.type("Answer two: forty boxes.\n")
            coach.until("Ada: Answer two")
            proxy.damage = 0.0
            coach.kill()
            ada.until("No line to the room")
            coach = Terminal(tmp_path / "coach", *hosting)
            proxy.target, _ = _opened(coach)
            ada.type("Answer three: the customer stayed.\n")
            coach.until("Ada: Answer three")
        with coach, Terminal(tmp_path / "guest", *joining) as back:
            back.until("You were here before")
            back.type("Answer four: by Friday.\n")
            coach.until("Ada: Answer four")
            coach.type("This is nobody's answer.\n")
            coach.until("The candidate answers at the other end")
            coach.type("/close")
            back.until("An empty line goes on")
            coach.until("/leave closes the room")
            coach.type("/leave")
            coach.until("Everything is saved; `second-round debrief ada-.*/0001-panel --as coach`")
            back.until("The coach has closed the room")
            back.type("")
            back.until("How was your answer")
            back.type("4")
            back.until("Question by question")
    said = [text.split(":")[0] for text in answers(tmp_path / "coach")]
    assert said == ["Answer one", "Answer two", "Answer three", "Answer four"]


def _opened(coach: Terminal) -> tuple[int, str]:
    """Return the port and the candidate's code of the room that was opened."""
    line = coach.until(r"candidate types: +second-round join \S+:(\d+) --code (\S+)")
    return int(line[1]), line[2]


def test_a_coach_with_lines_asks_what_is_being_typed(tmp_path: Path) -> None:
    with Terminal(tmp_path / "coach", "coach", "--candidate", "Ada", "--listen", "127.0.0.1:0") as coach:
        port, code = _opened(coach)
        coach.type("/typing")
        coach.until(r"\* Nothing that you may see\.")
        joining = ("join", f"127.0.0.1:{port}", "--code", code, "--show-typing")
        with Terminal(tmp_path / "guest", *joining) as ada:
            ada.until(r"\?\n")
            ada.type("Half an answer")
            said = ""
            while not said.startswith("Being"):  # until it has come over the line
                coach.type("/typing")
                said = coach.until(r"Nothing that you may see\.|Being typed: Half an answer\n")[0]
