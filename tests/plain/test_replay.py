"""Replaying a transcript as it happened, and with what the interviewers had in mind."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.plain.output import Output
from simulator.plain.replay import replay
from simulator.replay import Player
from simulator.replay.player import SPACING
from simulator.replay.recording import Recording
from simulator.transcript.turns import Transcript
from tests.conftest import Run, clean_environment
from tests.transcripts import header_of, turn

EIGHT = "I have been at Acme for five years and lead a team of eight."
TWELVE = EIGHT.replace("eight", "twelve")


@pytest.fixture
def two_rounds(run_here: Run) -> Run:
    for answer in (EIGHT, TWELVE):
        run_here(["practice", "--plain", "--candidate", "Ada", "--seed", "7"], f"{answer}\n\n" * 60)
    return run_here


def test_a_replay_shows_what_was_seen_then(run_here: Run) -> None:
    seen = run_here(["practice", "--plain", "--candidate", "Ada"], f"/note Mine.\n{EIGHT}\n\n/skip\n/back\n" * 40)
    assert "* The interview is over." in seen.lines
    replayed = run_here(["replay", "0001-hr", "--plain"]).lines
    spoken = [line for line in replayed[1:] if line != f"Ada: {EIGHT}"]
    about_it = ("second-round", "can't be done", "How was your answer?", "no mark")
    assert spoken == [line for line in seen.lines[4:] if not any(words in line for words in about_it)]


def test_a_replay_reveals_nothing_unless_it_is_asked_to(two_rounds: Run) -> None:
    plain = two_rounds(["replay", "0002-supervisor", "--plain"]).out
    assert "* Noticed:" not in plain
    assert "* Why:" not in plain
    revealed = two_rounds(["replay", "0002-supervisor", "--plain", "--reveal"]).out
    assert "* Noticed:" in revealed
    assert "then “" in revealed
    assert "* Why: asked again" in revealed or "* Why: came back" in revealed
    assert "with their own ears" in revealed or "to check it" in revealed
    assert "* Goal: " in revealed
    assert "* In the notes of First interview" in revealed
    assert set(plain.splitlines()) <= set(revealed.splitlines())


def test_before_the_end_nothing_can_be_revealed(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    ran = run_here(["replay", "0001-hr", "--plain", "--reveal"])
    assert "* Nothing can be revealed before the interview has ended." in ran.lines
    assert "* Why" not in ran.out
    assert ran.lines[-1].startswith("* The transcript stops here")


def paused_at(times: list[float], speed: float, longest: float | None = None) -> list[float]:
    """Return the pauses of replaying turns at these times."""
    pauses: list[float] = []
    spoken = tuple(turn(n, "question", "So?", at=at) for n, at in enumerate(times, start=1))
    out = io.StringIO()
    player = Player(Transcript(header=header_of(), turns=spoken), longest=longest)
    player.speed = speed
    replay(Recording(Path("x.toml"), player), output=Output(out), sleep=pauses.append)
    assert out.getvalue().count("Maya Okafor (HR): So?") == len(times)
    return pauses


@pytest.mark.parametrize(
    ("times", "speed", "longest", "pauses"),
    [
        ([0.0, 3.0, 7.0], 1, None, [0, 3, 4]),
        ([0.0, 3.0, 7.0], 2, None, [0, 1.5, 2]),
        ([0.0, 500.0], 1, 20, [0, 20]),
        ([5.0, 1.0], 1, None, [5, SPACING]),
        ([1.0, 2.0], 0, None, []),
        ([1.0, 2.0], float("nan"), None, []),
    ],
)
def test_a_pause_is_as_long_as_it_was(
    times: list[float], speed: float, longest: float | None, pauses: list[float]
) -> None:
    assert paused_at(times, speed, longest) == pauses


@pytest.mark.parametrize("speed", ["1000", "0"])
def test_any_speed_comes_to_the_end(run_here: Run, speed: str) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n" * 60)
    ran = run_here(["replay", "0001-hr", "--plain", "--speed", speed, "--compress", "1"])
    assert ran.code == 0
    assert ran.lines[-1] == "* The interview is over."


def test_what_is_missing_is_said_and_the_rest_is_played(run_here: Run, tmp_path: Path) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n" * 3)
    mailed = tmp_path / "mailed.toml"
    mailed.write_bytes(run_here.transcript("0001-hr").read_bytes()[:-20].replace(b"\n", b"\r\n"))
    before = mailed.read_bytes()
    ran = run_here(["replay", "mailed.toml", "--plain"])
    assert ran.code == 0
    assert "breaks off" in ran.lines[1]
    assert f"Ada: {EIGHT}" in ran.lines
    assert mailed.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mailed.toml"]


def test_what_is_no_transcript_is_refused_in_one_line(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "shopping.toml").write_text("milk = 2\n")
    ran = run_here(["replay", "shopping.toml", "--plain"])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert "is no transcript" in ran.err


def test_a_replay_is_interrupted_at_once(two_rounds: Run) -> None:
    command = [sys.executable, "-m", "simulator", "replay", "0002-supervisor", "--plain", "--speed", "0.5"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment(two_rounds.home)
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b"* Second interview")
    assert process.stdout.readline().startswith(b"Dana Ruiz")
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint.strip()) == (130, b"")


def test_the_input_is_not_read(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    before = run_here.transcript("0001-hr").read_bytes()
    run_here(["replay", "0001-hr", "--plain"], f"{EIGHT}\n\n")
    assert run_here.transcript("0001-hr").read_bytes() == before
