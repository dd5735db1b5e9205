"""Transcripts from anywhere are read as far as they can be understood, and what could not be is said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.files import InputError
from simulator.transcript.export import as_toml
from simulator.transcript.reading import load
from simulator.transcript.salvage import MOST_NOTICES, Salvaged, salvage
from simulator.transcript.turns import CANDIDATE, VISIBILITY
from tests.transcripts import of

SOUND = of("greeting", "question", "answer", "probe", "answer", "end")
TEXT = as_toml(SOUND)

Read = Callable[[str | bytes], Salvaged]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reading(content: str | bytes) -> Salvaged:
        path = tmp_path / "found.toml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        found = salvage(path)
        assert path.read_bytes() == (content.encode() if isinstance(content, str) else content)
        return found

    return reading


def test_a_sound_one_lacks_nothing(read: Read) -> None:
    assert read(TEXT) == Salvaged(SOUND, ())
    assert read(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode()) == Salvaged(SOUND, ())


@pytest.mark.parametrize(
    ("change", "missing", "kinds"),
    [
        (lambda text: text[:-8], "breaks off", "greeting question answer probe answer"),
        (lambda text: text.replace('"probe 4"', '"probe 4'), "breaks off", "greeting question answer answer end"),
        (lambda text: f"Dear Ada,\nsee below.\n\n{text}", "“Dear Ada, see below.”", ""),
        (lambda text: f"{text}\n-- \nSent by mail\n", "can't be read wholly", ""),
        (lambda text: text.replace('"probe"', '"wink"'), "“wink”", "greeting question answer answer end"),
        (lambda text: text.replace("n = 3\n", 'n = 3\nmood = "calm"\n'), "“mood”", ""),
        (lambda text: text.replace("n = 3\n", 'n = 3\nscore = "high"\n'), "“score”", ""),
        (lambda text: text.replace("format = 1", "format = 3"), "its format: 3", ""),
        (lambda text: text.replace("format = 1", 'format = 1\nweather = "fine"'), "“weather”", ""),
        (lambda text: text.replace("seed = 7", "seed = = 7"), "lacks seed", ""),
        (lambda text: text.replace("seed = 7", 'seed = "seven"'), "“seed”", ""),
        (lambda text: text.replace('name = "Maya Okafor"', "name = 5"), "“interviewers”", ""),
        (lambda text: text.replace("n = 3\n", "n = 1\n"), "numbered anew", ""),
        (lambda text: text.replace("at = 20.0", "at = inf"), "no number of seconds", ""),
        (lambda text: text.replace("[[turns]]\nn = 3\nat = 20.0\n", "[[turns]]\n"), "lacks n, at", ""),
    ],
)
def test_what_can_be_read_is_and_the_rest_is_told(
    read: Read, change: Callable[[str], str], missing: str, kinds: str
) -> None:
    changed = change(TEXT)
    assert changed != TEXT
    found = read(changed)
    assert any(missing in line for line in found.missing), found.missing
    assert all("\n" not in line for line in found.missing)
    expected = kinds or "greeting question answer probe answer end"
    assert [turn.kind for turn in found.transcript.turns] == expected.split()
    numbers = [turn.n for turn in found.transcript.turns]
    assert numbers == sorted(set(numbers))


def test_one_made_by_hand_needs_little(read: Read) -> None:
    found = read('[[turns]]\nkind = "question"\ntext = "So?"\n[[turns]]\nkind = "answer"\ntext = "Yes."\n')
    asked, answered = found.transcript.turns
    assert (asked.visible, answered.speaker, answered.n) == (VISIBILITY["question"], CANDIDATE, 2)
    assert found.transcript.header.title == "found"
    day = read(TEXT.replace("2026-11-21T00:00:00Z", "2026-11-21"))
    assert day.transcript.header == SOUND.header


def test_bytes_that_are_no_text_are_shown_as_such(read: Read) -> None:
    found = read(TEXT.replace("answer 3", "caf\xe9").encode("latin-1"))
    assert found.transcript.turns[2].text == "caf\N{REPLACEMENT CHARACTER}"
    assert "UTF-8" in found.missing[0]


def test_a_thousand_faults_are_told_in_a_few_lines(read: Read) -> None:
    found = read(TEXT + "".join(f'[[turns]]\nkind = "k{n}"\n' for n in range(1_000)))
    assert len(found.missing) == MOST_NOTICES
    assert "981 more" in found.missing[-1]


@pytest.mark.parametrize("content", ["", "{}", "milk = 2\n", b"\x00\xff" * 99, "[[turns]]\n", "turns = 5\n"])
def test_what_holds_no_turn_is_refused(read: Read, content: str | bytes) -> None:
    with pytest.raises(InputError, match="is no transcript"):
        read(content)


def test_one_that_has_only_begun_is_a_transcript(read: Read) -> None:
    assert read(as_toml(of())).transcript == of()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.data())
def test_whatever_happens_to_the_bytes_it_reads_what_it_can_or_says_no(tmp_path: Path, data: st.DataObject) -> None:
    raw = bytearray(TEXT.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(raw) - 1))
        if data.draw(st.booleans()):
            raw[at] = data.draw(st.integers(0, 255))
        else:
            del raw[at : at + data.draw(st.integers(1, 200))]
            raw = raw or bytearray(b"\n")
    path = tmp_path / "found.toml"
    path.write_bytes(raw)
    try:
        found = salvage(path)
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    numbers = [turn.n for turn in found.transcript.turns]
    assert numbers == sorted(set(numbers))
    try:
        strictly = load(path)
    except InputError:
        return
    assert len(found.transcript.turns) >= len(strictly.turns)
