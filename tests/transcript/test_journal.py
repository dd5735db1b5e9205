"""A transcript survives whatever happens to its file, and says so."""

from __future__ import annotations

import datetime as dt
import stat
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.files import InputError
from simulator.text import clean
from simulator.transcript.journal import Journal, header_bytes, turn_bytes
from simulator.transcript.reading import exchanges, glance, load, read_bytes, standing
from simulator.transcript.turns import AgendaItem, Branch, EarlierExchange, Transcript, Turn
from tests.transcripts import header_of, turn

HEADER = header_of(
    id="0002-second",
    candidate="Ada “Lady” Lovelace\n李雷",
    round="second",
    attempt=2,
    branched_from=Branch(transcript="0001-first", n=3),
    agenda=(AgendaItem(question="small.team", asker="maya", why="repeat", motive="check", earlier="0001-first#3"),),
    earlier=(
        EarlierExchange(
            transcript="0001-first", n=3, round="First", asker="Jo", asker_id="jo", on=dt.date(2026, 11, 20),
            question="small.team", asked="How big?", turns=(4,), answers=("Eight.",), weakness=1,
        ),
    ),
)  # fmt: skip

TURNS = (
    turn(1, "begin"),
    turn(2, "greeting", "Hello.", cause=1),
    turn(3, "question", "How big is “it”?", question="small.team", why="repeat", cause=1),
    turn(4, "answer", 'Eight.\n[[turns]]\nn = 9\n"quoted" \\ é 👩‍🔧 أهلا', question="small.team"),
    turn(5, "acknowledgement", "Thank you.", question="small.team", cause=4),
    turn(6, "end"),
)


def file_of(*turns: Turn) -> bytes:
    return header_bytes(HEADER) + b"".join(map(turn_bytes, turns))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "0002-second.toml"


def test_what_is_written_is_read_again(path: Path) -> None:
    with Journal.create(path, HEADER) as journal:
        journal.append(TURNS[:3])
        journal.append(TURNS[3:])
    assert load(path) == Transcript(header=load(path).header, turns=TURNS)
    assert load(path).header.agenda == HEADER.agenda
    assert load(path).header.earlier == HEADER.earlier
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("head", ["[[turns]]  # the answer", "[[ turns ]]"])
def test_turns_are_read_however_their_tables_begin(path: Path, head: str) -> None:
    path.write_bytes(file_of(*TURNS).replace(b"[[turns]]\nn = 4", f"{head}\nn = 4".encode()))
    with Journal(path) as journal:
        assert journal.transcript.turns == TURNS
        assert not journal.recovered
    path.write_bytes(file_of(*TURNS).replace(b"[[turns]]\nn", f"{head}\nn".encode()))
    assert load(path).turns == TURNS


@pytest.mark.parametrize("text", ["Eight.", 'They said it would "end" there.'])
def test_no_turn_is_decoded_to_tell_that_an_interview_has_not_ended(path: Path, text: str) -> None:
    path.write_bytes(file_of(*TURNS[:-2], turn(5, "answer", text)))
    seen = glance(path)
    assert seen.header == load(path).header
    assert not seen.ended
    assert "transcript" not in vars(seen)


def test_an_end_that_is_not_whole_is_none(path: Path) -> None:
    path.write_bytes(file_of(*TURNS))
    assert glance(path).ended
    path.write_bytes(file_of(*TURNS).replace(b"n = 5", b"n = five"))
    assert not glance(path).ended


def test_the_file_is_toml_after_every_turn(path: Path) -> None:
    with Journal.create(path, HEADER) as journal:
        for count, each in enumerate(TURNS, start=1):
            journal.append([each])
            data = tomllib.loads(path.read_text("utf-8"))
            assert len(data["turns"]) == count
            assert list(data["turns"][-1])[-1] == "text"


@settings(max_examples=200)
@given(st.text(), st.floats(0, 1e6))
def test_any_text_comes_back_cleaned(text: str, at: float) -> None:
    each = Turn(n=1, at=at, speaker="candidate", kind="answer", visible="all", text=clean(text))
    (again,) = read_bytes(file_of(each), Path("x")).transcript.turns
    assert again == each


def test_a_transcript_cut_at_any_byte_is_taken_up_at_its_last_whole_turn(path: Path) -> None:
    whole = file_of(*TURNS)
    head = len(header_bytes(HEADER))
    ends = [head + len(b"".join(map(turn_bytes, TURNS[:count]))) for count in range(len(TURNS) + 1)]
    for cut in range(head, len(whole) + 1):
        path.write_bytes(whole[:cut])
        for aside in path.parent.glob("*.torn"):
            aside.unlink()
        with Journal(path) as journal:
            count = sum(end <= cut for end in ends) - 1
            # the empty line after a turn may be missing
            assert journal.transcript.turns in (TURNS[:count], TURNS[: count + 1])
            torn = b"".join(aside.read_bytes() for aside in path.parent.glob("*.torn"))
            assert path.read_bytes() + torn == whole[:cut]
            assert bool(journal.recovered) == bool(torn)
            rest = TURNS[len(journal.transcript.turns) :]
            journal.append(rest)
        assert load(path).turns == TURNS


def test_a_header_cut_at_any_byte_is_one_clear_error_and_nothing_is_lost(path: Path) -> None:
    whole = file_of(*TURNS[:2])
    opened = 0
    for cut in range(len(header_bytes(HEADER))):
        path.write_bytes(whole[:cut])
        try:
            # A cut between two tables of the header leaves a shorter one that is whole.
            Journal(path).close()
            opened += 1
        except InputError as error:
            assert str(path) in str(error)  # noqa: PT017
            assert len(str(error).splitlines()) == 1  # noqa: PT017  # most cuts, not all, are errors
        torn = b"".join(aside.read_bytes() for aside in path.parent.glob("*.torn"))
        assert path.read_bytes() + torn == whole[:cut]
        for aside in path.parent.glob("*.torn"):
            aside.unlink()
    assert opened < 40


@pytest.mark.parametrize(
    "damage",
    [
        b"[[turns]]\nn = 7\nat = 1.0\nspeaker = \"x\"\nkind = \"answer\"\nvisible = \"all\"\n\n",  # no text
        b"[[turns]]\nn = 2\nat = 1.0\nspeaker = \"x\"\nkind = \"answer\"\nvisible = \"all\"\ntext = \"\"\n\n",
        b"[[turns]]\nn = 7\nat = 1.0\nspeaker = \"x\"\nkind = \"dance\"\nvisible = \"all\"\ntext = \"\"\n\n",
        b"[[turns]]\nn = 7\nat = 1.0\nspeaker = \"x\"\nkind = \"answer\"\nvisible = \"nobody\"\ntext = \"\"\n\n",
        b"\xff\xfe\x00 not text\n",
        b"[[turns]]\nn = \n",
    ],
)  # fmt: skip
def test_what_is_no_turn_is_put_aside_and_said(path: Path, damage: bytes) -> None:
    path.write_bytes(file_of(*TURNS[:3]) + damage)
    with Journal(path) as journal:
        assert journal.transcript.turns == TURNS[:3]
        assert "0002-second.torn" in journal.recovered
    assert path.with_suffix(".torn").read_bytes() == damage
    path.write_bytes(file_of(*TURNS[:3]) + damage)
    with Journal(path) as journal:
        assert "0002-second.2.torn" in journal.recovered


def test_a_second_opening_is_told(path: Path) -> None:
    with Journal.create(path, HEADER), pytest.raises(InputError, match="open in another second-round"):
        Journal(path)
    Journal(path).close()


def test_a_second_process_is_told(path: Path) -> None:
    code = "import sys, pathlib; from simulator.transcript.journal import Journal; Journal(pathlib.Path(sys.argv[1]))"
    with Journal.create(path, HEADER):
        found = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=False)
    assert "open in another second-round" in found.stderr


def test_a_disk_that_refuses_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Journal.create(path, HEADER) as journal:
        journal.append(TURNS[:2])
        before = path.read_bytes()

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("os.fsync", full)
            with pytest.raises(InputError, match="No space left"):
                journal.append(TURNS[2:4])
        assert path.read_bytes() == before
        journal.append(TURNS[2:])
    assert load(path).turns == TURNS


def test_the_draft_is_kept_beside_and_cleaned(path: Path) -> None:
    with Journal.create(path, HEADER) as journal:
        assert journal.draft.read() == ""
        journal.draft.save("half an \udcff answer")
        assert journal.draft.read() == "half an \ufffd answer"
        journal.draft.save("")
        assert list(path.parent.glob("*.draft")) == []


def test_a_mailed_transcript_is_cleaned_when_read(path: Path) -> None:
    raw = file_of(turn(1, "begin"), turn(2, "answer", "x")).replace(b'"x"', b'"\\u001b[2Jx\\u0000\\u202ey"')
    path.write_bytes(raw.replace(b"\n", b"\r\n"))
    assert load(path).turns[1].text == "xy"


def test_a_taken_back_answer_takes_what_it_led_to_with_it() -> None:
    turns = [
        turn(1, "begin"), turn(2, "question", "One?", question="a.one"), turn(3, "answer", "Oops", question="a.one"),
        turn(4, "acknowledgement", "Thanks.", question="a.one"), turn(5, "question", "Two?", question="a.two"),
        turn(6, "note", "mind the time"), turn(7, "take_back", cause=3), turn(8, "again", "Again."),
        turn(9, "answer", "Better", question="a.one"),
    ]  # fmt: skip
    assert [each.n for each in standing(turns)] == [1, 2, 6, 7, 8, 9]
    (exchange,) = exchanges(turns)
    assert [answer.text for answer in exchange.answers] == ["Better"]
