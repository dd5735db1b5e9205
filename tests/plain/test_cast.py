"""A transcript as an asciicast: valid, in order, readable, and with no control sequence but its own."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from simulator.plain.cast import HEIGHT, LONGEST, WIDTH, as_cast
from simulator.transcript.turns import Transcript
from tests.conftest import Run
from tests.transcripts import of, transcripts

OURS = re.compile(r"\x1b\[[012]m")


def read(cast: str) -> tuple[dict[str, Any], list[tuple[float, str]]]:
    """Return the header and the output of an asciicast v2, checked against the format."""
    first, *rest = cast.splitlines()
    header = json.loads(first)
    assert header["version"] == 2
    assert (header["width"], header["height"]) == (WIDTH, HEIGHT)
    assert isinstance(header["timestamp"], int)
    events = []
    for line in rest:
        second, what, data = json.loads(line)
        assert what == "o"
        assert second >= 0
        events.append((second, data))
    assert [second for second, _ in events] == sorted(second for second, _ in events)
    return header, events


def test_it_plays_what_was_said_when_it_was_with_silences_cut_down() -> None:
    _, events = read(as_cast(of("begin", "greeting", "question", "answer", "end", gap=60.0)))
    assert [OURS.sub("", data) for _, data in events] == [
        "Maya Okafor (HR): greeting 2\r\n",
        "Maya Okafor (HR): question 3\r\n",
        "Ada: answer 4\r\n",
        "* The interview is over.\r\n",
    ]
    assert [second for second, _ in events] == [LONGEST * n for n in range(1, 5)]


@given(transcripts(), st.text())
def test_any_transcript_is_a_valid_recording_without_a_control_sequence_of_anothers(
    transcript: Transcript, text: str
) -> None:
    turns = tuple(msgspec.structs.replace(turn, text=f"{text}\x1b[31m {turn.text}") for turn in transcript.turns)
    _, events = read(as_cast(Transcript(header=transcript.header, turns=turns)))
    for _, data in events:
        assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]", OURS.sub("", data))
        assert data.replace("\r\n", "").count("\n") == 0
        assert all(len(OURS.sub("", line)) <= WIDTH for line in data.split("\r\n"))


def test_the_command_writes_one_without_what_its_reader_may_not_see(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], "Eight.\n\n" * 80)
    ran = run_here(["export", "0001-hr", "--format", "cast"])
    assert ran.code == 0
    header, events = read(ran.out)
    assert "Ada" in header["title"]
    assert any("Eight." in data for _, data in events)
