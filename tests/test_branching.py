"""Answering anew from a question: another attempt that is as the first one was up to there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from simulator import sitting
from simulator.archive import Archive, Kept
from simulator.files import InputError
from simulator.interview import actions
from simulator.transcript.reading import exchanges, load
from simulator.transcript.turns import Branch, Turn
from tests.conftest import Run

NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
EIGHT = "I have been at Acme for five years and lead a team of eight."
TWELVE = EIGHT.replace("eight", "twelve")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "home")


@pytest.fixture
def held(archive: Archive) -> Kept:
    for answer in (EIGHT, TWELVE):
        with sitting.start(archive, candidate="Ada", seed=7, now=NOW) as begun:
            answer_on(begun, answer)
    return archive.find_transcript("0002-supervisor")


def answer_on(begun: sitting.Sitting, answer: str) -> None:
    if not begun.begun:
        begun.take(actions.Begin())
    while not begun.ended:
        begun.take(actions.Answer(answer))


def questions(kept: Kept) -> list[int]:
    return [exchange.asked.n for exchange in exchanges(kept.transcript.turns)]


def timeless(turns: tuple[Turn, ...]) -> list[Turn]:
    return [msgspec.structs.replace(turn, at=0.0) for turn in turns]


def test_everything_up_to_the_question_is_as_it_was(archive: Archive, held: Kept) -> None:
    n = questions(held)[2]
    with sitting.branch(archive, held, n, NOW) as again:
        assert again.header.branched_from == Branch(transcript="0002-supervisor", n=n)
        assert (again.header.id, again.header.attempt, again.header.seed) == ("0003-supervisor", 2, 7)
        assert again.transcript.turns[:n] == held.transcript.turns[:n]
        assert again.open_line == held.transcript.turns[n - 1]
        again.take(actions.Answer("In March I packed the forty boxes myself, and we delivered on the Friday."))
        assert load(again.path) == again.transcript
    assert archive.find_transcript("0002-supervisor").transcript == held.transcript


def test_with_the_same_answers_it_is_the_same_interview(archive: Archive, held: Kept) -> None:
    for n in (questions(held)[0], questions(held)[-1]):
        with sitting.branch(archive, held, n, NOW) as again:
            answer_on(again, TWELVE)
            assert timeless(again.transcript.turns) == timeless(held.transcript.turns)


def test_one_left_is_resumed_as_any_other(archive: Archive, held: Kept) -> None:
    with sitting.branch(archive, held, questions(held)[1], NOW) as again:
        again.take(actions.Leave())
        with pytest.raises(InputError, match="is open in another"):
            sitting.resume(archive.left_last(), again.path)
    candidacy = archive.left_last()
    left = candidacy.unfinished()
    assert left is not None
    assert left.header.branched_from is not None
    with sitting.resume(candidacy, left.path) as resumed:
        answer_on(resumed, TWELVE)


def test_only_a_question_can_be_answered_anew(archive: Archive, held: Kept) -> None:
    with pytest.raises(InputError, match=f"these are: {questions(held)[0]}, "):
        sitting.branch(archive, held, 1, NOW)
    assert len(list(archive.find().paths())) == 2


def test_one_from_elsewhere_or_from_memory_can_not_be_gone_on_with(
    archive: Archive, held: Kept, tmp_path: Path
) -> None:
    mailed = tmp_path / "mailed.toml"
    mailed.write_bytes(held.path.read_bytes())
    with pytest.raises(InputError, match="comes from elsewhere"):
        sitting.branch(archive, archive.find_transcript(str(mailed)), questions(held)[0], NOW)
    recalled = msgspec.structs.replace(held.header, recalled=True)
    kept = Kept(held.path, msgspec.structs.replace(held.transcript, header=recalled))
    with pytest.raises(InputError, match="from memory"):
        sitting.branch(archive, kept, questions(held)[0], NOW)


def test_line_by_line_it_goes_on_from_the_question_and_says_how_to_compare(run_here: Run) -> None:
    practise = ["practice", "--plain", "--candidate", "Ada", "--seed", "7"]
    run_here(practise, f"{EIGHT}\n\n" * 60)
    kept = Kept(run_here.transcript("0001-hr"), load(run_here.transcript("0001-hr")))
    n = questions(kept)[1]
    ran = run_here(["practice", "--plain", "--branch", f"0001-hr#{n}"], f"{TWELVE}\n\n" * 60)
    assert ran.code == 0, ran.err
    assert f"* Answered anew from turn {n} of 0001-hr." in ran.lines
    asked = kept.transcript.turns[n - 1].text
    assert any(asked in line for line in ran.lines)
    assert "`second-round compare --answers " in ran.lines[-1]
    compared = run_here(ran.lines[-1].split("`")[1].split()[1:])
    assert compared.code == 1
    assert "- I have been at Acme for five years and lead a team of [-eight-]" in compared.out
    assert "{+twelve+}" in compared.out


@pytest.mark.parametrize("wanted", ["0001-hr", "0001-hr#", "0001-hr#x", "#3", "0001-hr#0", "0009-hr#3"])
def test_what_names_no_question_is_refused(run_here: Run, wanted: str) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    ran = run_here(["practice", "--plain", "--branch", wanted])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
