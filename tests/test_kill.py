"""The process is killed at random moments of writing, in a real pseudo-terminal; nothing said is ever lost."""

from __future__ import annotations

import datetime as dt
import os
import pty
import random
import select
import shutil
import signal
import subprocess
import sys
import termios
from pathlib import Path

import msgspec
import pytest

from simulator import sitting
from simulator.archive import Archive
from simulator.interview import actions
from simulator.transcript.reading import load
from simulator.transcript.turns import Turn
from tests.conftest import variants
from tests.dying import WHERE

KILLS_EACH = 10
DAY = dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC)
ANSWERS = [
    "I lead a team of twelve and have been at Acme for five years.",
    "In March two of us were ill. I packed the forty boxes myself over two nights, and we delivered on the Friday.",
    "I mostly lead it: I have a team of twelve, and divide the work between them.",
    "Fine.",
    "It is like I told your colleague last time.",
    "Four weeks.",
    "I would rather work in a team than alone, because somebody sees what I do not.",
    "We put it right together.",
    "I called the customer and agreed a new date. They ordered again in May.",
] * 6


def first_round(home: Path) -> None:
    with sitting.start(Archive(home), candidate="Ada", seed=7, now=DAY) as begun:
        begun.take(actions.Begin())
        for answer in variants("I have been at Acme for five years and lead a team of eight.", 60):
            if not begun.ended:
                begun.take(actions.Answer(answer))


def in_a_terminal(home: Path, number: int, where: str, answers: list[str]) -> int:
    """Practise in a pseudo-terminal, an answer after each reaction; return the exit code, negative if killed."""
    keyboard, terminal = pty.openpty()
    attributes = termios.tcgetattr(terminal)
    attributes[3] &= ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSANOW, attributes)
    command = [sys.executable, "-m", "tests.dying", str(number), where, "practice", "--plain", "--candidate", "Ada"]
    process = subprocess.Popen(
        [*command, "--seed", "7", "--home", str(home)], stdin=terminal, stdout=terminal, stderr=terminal, close_fds=True
    )
    os.close(terminal)
    rest = iter(answers)
    while process.poll() is None:
        if not _hear(keyboard):
            continue
        try:
            os.write(keyboard, f"{next(rest, '/leave')}\n\n".encode())
        except OSError:
            break
    os.close(keyboard)
    return process.wait()


def _hear(keyboard: int) -> bool:
    """Wait for something to be shown; False where nothing came for a while."""
    ready, _, _ = select.select([keyboard], [], [], 0.05)
    try:
        return bool(ready and os.read(keyboard, 65536))
    except OSError:  # the other side is closed
        return False


def turns_in(home: Path) -> list[Turn]:
    """Return the turns of the second round so far, their times aside."""
    found = sorted(home.glob("candidacies/*/transcripts/0002-*.toml"))
    return [msgspec.structs.replace(turn, at=0.0) for turn in load(found[0]).turns] if found else []


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home in which the first round was held."""
    home = tmp_path_factory.mktemp("kill") / "first"
    first_round(home)
    return home


@pytest.fixture(scope="module")
def uninterrupted(first: Path) -> list[Turn]:
    """Return the turns of a second round in which nothing was killed."""
    plain = first.with_name("plain")
    shutil.copytree(first, plain)
    in_a_terminal(plain, 0, "before", ANSWERS)
    turns = turns_in(plain)
    assert turns[-1].kind == "end"
    assert any(turn.kind == "challenge" for turn in turns)
    return turns


@pytest.mark.parametrize("seed", range(5))
def test_an_interview_killed_ten_times_is_the_one_that_was_not(
    seed: int, first: Path, uninterrupted: list[Turn], tmp_path: Path
) -> None:
    home = tmp_path / "killed"
    shutil.copytree(first, home)
    chance = random.Random(seed)
    for _ in range(KILLS_EACH):
        said = turns_in(home)
        code = in_a_terminal(home, chance.randint(1, 10), chance.choice(WHERE), unanswered(said))
        assert code == -signal.SIGKILL
        assert turns_in(home)[: len(said)] == said
    in_a_terminal(home, 0, "before", unanswered(turns_in(home)))
    assert turns_in(home) == uninterrupted


def unanswered(turns: list[Turn]) -> list[str]:
    return ANSWERS[sum(turn.kind == "answer" for turn in turns) :]
