"""Replaying a transcript as it happened, and with what the interviewers had in mind."""

from __future__ import annotations

import datetime as dt
import io

import pytest

from simulator.plain.output import Output
from simulator.plain.replay import LONGEST_PAUSE, replay
from simulator.transcript.turns import Header, Person, Transcript, Turn
from tests.conftest import Run

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
    assert spoken == [line for line in seen.lines[4:] if "second-round" not in line and "can't be done" not in line]


def test_a_replay_reveals_nothing_unless_it_is_asked_to(two_rounds: Run) -> None:
    plain = two_rounds(["replay", "0002-supervisor", "--plain"]).out
    assert "* Noticed:" not in plain
    assert "* Why:" not in plain
    revealed = two_rounds(["replay", "0002-supervisor", "--plain", "--reveal"]).out
    assert "* Noticed:" in revealed
    assert "then “" in revealed
    assert "* Why: repeat" in revealed or "* Why: concern" in revealed
    assert "own_ears" in revealed or "check" in revealed
    assert set(plain.splitlines()) <= set(revealed.splitlines())


def test_before_the_end_nothing_can_be_revealed(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    ran = run_here(["replay", "0001-hr", "--plain", "--reveal"])
    assert "* Nothing can be revealed before the interview has ended." in ran.lines
    assert "* Why" not in ran.out
    assert ran.lines[-1].startswith("* The transcript stops here")


HEADER = Header(
    format=1,
    id="0001-hr",
    candidacy="ada",
    candidate="Ada",
    process="classic",
    round="hr",
    title="First",
    attempt=1,
    seed=7,
    started_at=dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
    interviewers=(Person(id="maya", name="Maya"),),
)


def paused_at(times: list[float], speed: float) -> list[float]:
    """Return the pauses of replaying turns at these times."""
    pauses: list[float] = []
    spoken = tuple(
        Turn(n=n, at=at, speaker="maya", kind="question", visible="all", text="So?")
        for n, at in enumerate(times, start=1)
    )
    out = io.StringIO()
    replay(Transcript(header=HEADER, turns=spoken), speed=speed, output=Output(out), sleep=pauses.append)
    assert out.getvalue().count("Maya: So?") == len(times)
    return pauses


@pytest.mark.parametrize(
    ("times", "speed", "pauses"),
    [
        ([0.0, 3.0, 4.0], 1, [0, 3, 1]),
        ([0.0, 3.0, 4.0], 2, [0, 1.5, 0.5]),
        ([0.0, 500.0], 1, [0, LONGEST_PAUSE]),
        ([5.0, 1.0], 1, [5, 0]),
        ([1.0, 2.0], 0, []),
        ([1.0, 2.0], float("nan"), []),
        ([float("nan"), 2.0, float("inf"), float("inf"), 3.0], 1, [0, 0, LONGEST_PAUSE, 0, 0]),
    ],
)
def test_a_pause_is_as_long_as_it_was_within_reason(times: list[float], speed: float, pauses: list[float]) -> None:
    assert paused_at(times, speed) == pauses


@pytest.mark.parametrize("speed", ["1000", "nan"])
def test_any_speed_comes_to_the_end(run_here: Run, speed: str) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n" * 60)
    ran = run_here(["replay", "0001-hr", "--plain", "--speed", speed])
    assert ran.code == 0
    assert ran.lines[-1] == "* The interview is over."


def test_the_input_is_not_read(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    before = run_here.transcript("0001-hr").read_bytes()
    run_here(["replay", "0001-hr", "--plain"], f"{EIGHT}\n\n")
    assert run_here.transcript("0001-hr").read_bytes() == before
