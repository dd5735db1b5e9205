"""No test reaches the real home directory or the network; the commands run in a process of their own, or here."""

from __future__ import annotations

import asyncio
import io
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from simulator import cli

# What is right is right on a busy machine, too.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")
# What lands must not depend on the luck of a draw; on a desk every run tries new examples.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


LOOPBACK = ("127.", "::1", "localhost")

Arguments = Sequence[str | bytes]


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


class Run:
    """Runs the console command, by default with a home directory of the test's own."""

    def __init__(self, home: Path, command: Callable[[Arguments, bytes, Mapping[str, str]], Ran]) -> None:
        self.home = home
        self._command = command

    def __call__(self, arguments: Arguments, stdin: bytes | str = b"", **environment: str) -> Ran:
        return self._command(arguments, stdin.encode() if isinstance(stdin, str) else stdin, environment)

    def transcript(self, name: str) -> Path:
        """Return the path of the one transcript of that id."""
        (path,) = self.home.glob(f"candidacies/*/transcripts/{name}.toml")
        return path


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every folder that belongs to the user lies in the test's own."""
    monkeypatch.setenv("SECOND_ROUND_HOME", str(tmp_path / "home"))
    for name, folder in (
        ("HOME", "user"),
        ("XDG_DATA_HOME", "user/data"),
        ("XDG_CONFIG_HOME", "user/config"),
        ("XDG_CACHE_HOME", "user/cache"),
        ("XDG_STATE_HOME", "user/state"),
    ):
        monkeypatch.setenv(name, str(tmp_path / folder))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def _in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no disk: what a test reads again it reads from memory, where it is at once."""

    def sync(file: int) -> None:
        os.fstat(file)  # it has to be open

    monkeypatch.setattr(os, "fsync", sync)


@pytest.fixture(autouse=True)
def _offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to another machine is an error."""

    def guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
        def only_here(self: socket.socket, address: Any, *more: Any) -> Any:
            if self.family != socket.AF_UNIX and not str(address[0]).startswith(LOOPBACK):
                raise AssertionError(f"a test reaches for the network: {address}")
            return connect(self, address, *more)

        return only_here

    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    """Return the environment that a command of the test's is given: nothing of the real user's."""
    user = home.parent / "user"
    names = {"HOME": user, "XDG_DATA_HOME": user / "data", "SECOND_ROUND_HOME": home}
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **{name: str(path) for name, path in names.items()}, **more}


@pytest.fixture
def run_cli(tmp_path: Path) -> Run:
    """Run the console command in a process of its own."""
    home = tmp_path / "home"

    def command(arguments: Arguments, stdin: bytes, environment: Mapping[str, str]) -> Ran:
        ran = subprocess.run(
            [sys.executable, "-m", "simulator", *arguments],
            input=stdin,
            capture_output=True,
            check=False,
            timeout=60,
            cwd=tmp_path,
            env=clean_environment(home, **environment),
        )
        return Ran(ran.returncode, ran.stdout.decode(), ran.stderr.decode())

    return Run(home, command)


@pytest.fixture
def run_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the console command in this process: faster, where neither signals nor an environment matter."""
    home = tmp_path / "home"
    monkeypatch.chdir(tmp_path)

    def command(arguments: Arguments, stdin: bytes, environment: Mapping[str, str]) -> Ran:
        out, err = io.BytesIO(), io.BytesIO()
        with monkeypatch.context() as patched:
            for name, value in environment.items():
                patched.setenv(name, value)
            patched.setattr(signal, "signal", lambda *_: None)
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
            patched.setattr(sys, "stdout", io.TextIOWrapper(out, "utf-8", write_through=True))
            patched.setattr(sys, "stderr", io.TextIOWrapper(err, "utf-8", write_through=True))
            with pytest.raises(SystemExit) as ended:
                cli.main([os.fsdecode(argument) for argument in arguments])
            code = ended.value.code
            return Ran(code if isinstance(code, int) else 1, out.getvalue().decode(), err.getvalue().decode())

    return Run(home, command)


async def idle(*_: object) -> None:
    """Return when nothing in this thread is ready to run, and no frame waits to be painted.

    Textual's own wait looks at the clock and the processor: it mostly sleeps, and beside other work too little.
    """
    from textual._context import active_app  # most tests need no Textual

    app, ready = active_app.get(), vars(asyncio.get_running_loop())["_ready"]
    while True:
        await asyncio.sleep(0)
        if ready:
            continue
        if app._resize_timer is not None:
            app._check_resize()
        elif app.screen_stack:
            app.screen._on_timer_update()
        if not ready:
            return


@pytest.fixture
def as_soon_as_idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on after a key as soon as it has done what it does."""
    monkeypatch.setattr("textual.app.wait_for_idle", idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", idle)


BESIDE = (
    "In Derby it is like this.",
    "Most of my week goes into that.",
    "Nobody has put it to me so far.",
    "Let me begin here.",
    "My colleagues would agree.",
    "That changed over the summer.",
    "There is a short story to it.",
    "On paper it is simple.",
    "Ask anybody in the yard.",
    "We wrote it down once.",
    "It took me a while to see.",
    "The depot taught me that.",
    "Some days are harder.",
    "Winter is the busy time.",
    "I had wondered about it too.",
    "The customers notice first.",
)


def variants(answer: str, times: int) -> list[str]:
    """Return `answer` so many times, with other words beside it each time: nobody hears the same one twice."""
    before, after = BESIDE[::2], BESIDE[1::2]
    return [f"{answer} {before[place % 8]} {after[(place + place // 8) % 8]}" for place in range(times)]


def varied(answer: str, times: int) -> str:
    """Return the `variants` of an answer as they are typed."""
    return "".join(f"{each}\n\n" for each in variants(answer, times))
