"""A sitting puts the clock and the journal around an interview, and loses nothing."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import sitting
from simulator.archive import Archive
from simulator.files import InputError
from simulator.interview import NotNowError, actions
from simulator.seat import TAKE_BACK_SECONDS
from simulator.sitting import Clock, Sitting
from simulator.transcript.reading import load

DAY = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


class Watch:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def open_with(archive: Archive, watch: Watch) -> Sitting:
    begun = sitting.start(archive, candidate="Ada", seed=1, now=DAY)
    begun.close()
    candidacy = archive.find("Ada")
    left = candidacy.unfinished()
    assert left is not None
    return sitting.resume(candidacy, left.path, tick=watch)


def test_room_time_stands_still_in_a_pause_and_between_sittings(archive: Archive) -> None:
    watch = Watch()
    with open_with(archive, watch) as begun:
        begun.take(actions.Begin())
        watch.time += 5
        begun.take(actions.Pause())
        watch.time += 1000
        assert begun.seconds == 5
        begun.take(actions.Resume())
        watch.time += 2
        assert begun.take(actions.Skip())[0].at == 7
    watch.time += 1000
    with open_with(archive, watch) as again:
        assert again.seconds == 7


def test_a_clock_told_twice_to_go_on_goes_on_once() -> None:
    watch = Watch()
    clock = Clock(3, watch)
    clock.go_on()
    watch.time += 1
    clock.go_on()
    assert clock.now() == 4


def test_an_answer_can_be_taken_back_for_ten_seconds(archive: Archive) -> None:
    watch = Watch()
    with open_with(archive, watch) as begun:
        begun.take(actions.Begin())
        assert not begun.can_take_back()
        begun.take(actions.Answer("Sent by mistake"))
        watch.time += TAKE_BACK_SECONDS
        assert begun.can_take_back()
        watch.time += 0.1
        assert not begun.can_take_back()
        begun.take(actions.Answer("Another"))
        begun.take(actions.TakeBack())
        assert not begun.can_take_back()


def full_from(refused: int) -> Callable[[int], None]:
    """Return an fsync to a disk that has no room from the `refused`th call on."""
    fsync, calls = os.fsync, itertools.count(1)

    def full(descriptor: int) -> None:
        if next(calls) >= refused:
            raise OSError(28, "No space left on device")
        fsync(descriptor)

    return full


def test_what_a_full_disk_refuses_did_not_happen_and_can_be_said_again(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    with sitting.start(archive, candidate="Ada", seed=1, now=DAY) as begun:
        begun.take(actions.Begin())
        before = begun.transcript.turns
        for refused in (1, 2):  # the answer itself, then what follows from it
            with monkeypatch.context() as patch:
                patch.setattr("os.fsync", full_from(refused))
                with pytest.raises(InputError, match="No space left"):
                    begun.take(actions.Answer("Eight people."))
            assert load(begun.path).turns == begun.transcript.turns
            answered = [turn for turn in begun.transcript.turns if turn.kind == "answer"]
            assert len(answered) == refused - 1
        turns = begun.take(actions.OwnNote("Breathe."))
        assert turns[-1].kind == "note"
        assert begun.transcript.turns[: len(before)] == before
        assert [turn.n for turn in begun.transcript.turns] == list(range(1, len(begun.transcript.turns) + 1))
        assert begun.open_line is not None


def test_a_second_sitting_is_told(archive: Archive) -> None:
    with (
        sitting.start(archive, candidate="Ada", now=DAY),
        pytest.raises(InputError, match="open in another second-round"),
    ):
        sitting.start(archive, candidate="Ada", now=DAY)


def test_editing_a_bank_changes_no_interview_that_has_begun(archive: Archive) -> None:
    own = archive.home / "personas"
    with sitting.start(archive, candidate="Ada", seed=1, now=DAY) as begun:
        begun.take(actions.Begin())
    own.mkdir()
    source = load_persona("maya_okafor.toml").replace("Maya Okafor", "Mia Other")
    (own / "maya_okafor.toml").write_text(source, "utf-8")
    with sitting.start(archive, candidate="Ada", now=DAY) as again:
        assert again.resumed
        assert again.plan.lead.name == "Maya Okafor"
    with sitting.start(archive, candidate="Bo", now=DAY) as other:
        assert other.plan.lead.name == "Mia Other"


def load_persona(name: str) -> str:
    from simulator.content.library import built_in

    return (built_in() / "personas" / name).read_text("utf-8")


def test_content_that_was_changed_or_is_gone_is_said(archive: Archive) -> None:
    with sitting.start(archive, candidate="Ada", now=DAY) as begun:
        folder = begun.path.parent.parent / "content"
    (frozen,) = folder.iterdir()
    frozen.write_bytes(frozen.read_bytes() + b" ")
    with pytest.raises(InputError, match="was changed"):
        sitting.start(archive, candidate="Ada", now=DAY)
    frozen.unlink()
    with pytest.raises(InputError, match="is gone"):
        sitting.start(archive, candidate="Ada", now=DAY)


def test_what_was_not_sent_is_kept_until_something_is(archive: Archive) -> None:
    with sitting.start(archive, candidate="Ada", now=DAY) as begun:
        begun.take(actions.Begin())
        begun.save_draft("I have been")
        with pytest.raises(NotNowError):
            begun.take(actions.Answer("  "))
        assert begun.draft() == "I have been"
        begun.take(actions.Answer("I have been at Acme for five years."))
        assert begun.draft() == ""


@pytest.mark.parametrize(
    "hostile",
    [
        "[/nope] [@click=app.quit]x[/] it's [10%] {{ 7*7 }} {% for %}",
        "\x1b[2J\x1b]0;owned\x07\x00text\x9b31m",
        "x" * 100_000,
        "مرحبا \u202eabc\u202c 👩‍🔧🏳️‍🌈",
        "lone \ud800 surrogate \udfff",
        '"""\n[[turns]]\nn = 1\n',
        "\r\n\r\n- a\r- b",
    ],
)
def test_whatever_is_said_is_kept_as_text_and_read_back_the_same(archive: Archive, hostile: str) -> None:
    with sitting.start(archive, candidate=hostile, seed=1, now=DAY) as begun:
        begun.take(actions.Begin())
        while not begun.ended:
            said = begun.take(actions.Answer(hostile))[0].text
            assert not any(char in said for char in "\x1b\x00\x9b\u202e\ud800")
        assert "49" not in "".join(turn.text for turn in begun.transcript.turns if turn.kind != "answer")
    assert load(begun.path).turns == begun.transcript.turns
