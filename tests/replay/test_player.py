"""The player: a place in a transcript, moved by time, steps, seeks and marks."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.replay import SPEEDS, Player
from simulator.replay.behind import behind
from simulator.replay.player import SPACING
from simulator.transcript.turns import Transcript, seen_by
from tests.transcripts import HIDDEN, of, transcripts

ROUND = of("begin", "greeting", "question", "answer", "finding", "probe", "answer", "note", "question", "answer", "end")


def kinds(player: Player) -> list[str]:
    return [turn.kind for turn in player.shown().turns]


def test_time_brings_the_turns_as_they_came() -> None:
    player = Player(ROUND)
    player.play()
    player.elapse(0)
    assert kinds(player) == ["begin"]
    came = [kinds(player)[-1] for _ in range(12) if player.elapse(10)]
    assert came == ["greeting", "question", "answer", "probe", "answer", "note", "question", "answer", "end"]
    assert not player.playing


def test_paused_no_time_goes_by() -> None:
    player = Player(ROUND)
    assert not player.elapse(1_000)
    player.play()
    player.elapse(25)
    player.pause()
    assert not player.elapse(1_000)
    assert player.now == 25


@pytest.mark.parametrize("speed", SPEEDS)
def test_at_another_speed_as_much_comes_in_another_time(speed: float) -> None:
    player = Player(ROUND)
    player.play()
    player.elapse(0)
    player.speed = speed
    assert not player.elapse(9.9 / speed)
    assert player.elapse(0.2 / speed)


def test_the_speeds_go_from_a_half_to_sixteen() -> None:
    player = Player(ROUND)
    player.slower()
    assert player.speed == 0.5
    for _ in range(9):
        player.faster()
    assert player.speed == 16


def test_lines_of_one_moment_come_one_after_the_other() -> None:
    player = Player(of("greeting", "question", "hint", gap=0))
    player.play()
    player.elapse(0)
    assert kinds(player) == ["greeting"]
    player.elapse(SPACING)
    assert kinds(player) == ["greeting", "question"]
    assert player.total == 2 * SPACING


def test_silences_are_cut_down_on_request_and_the_place_stays() -> None:
    player = Player(ROUND, longest=3)
    assert player.total == 9 * 3
    player.seek(7)
    place = player.place
    player.longest = None
    assert player.total == 100
    assert player.place == place
    assert player.now == player.start_of(place)


def test_steps_pass_over_what_is_not_seen() -> None:
    player = Player(ROUND)
    for expected in ("greeting", "question", "answer", "probe"):
        player.step(1)
        assert kinds(player)[-1] == expected
    player.step(-1)
    assert kinds(player)[-1] == "answer"
    player.step(-99)
    assert kinds(player) == ["begin", "greeting"]
    player.step(99)
    assert player.at_end


def test_marks_are_gone_to_by_kind() -> None:
    player = Player(ROUND, reveal=True)
    found = []
    while mark := player.next_mark():
        found.append((mark.kind, mark.n))
    assert found == [("question", 3), ("finding", 5), ("probe", 6), ("note", 8), ("question", 9)]
    assert player.shown().turns[-1].n == 9
    previous = player.previous_mark("finding")
    assert previous is not None
    assert kinds(player)[-1] == "finding"
    assert player.previous_mark("finding") is None
    assert player.next_mark("rating") is None
    assert kinds(player)[-1] == "finding"


def test_a_hidden_finding_has_no_mark() -> None:
    assert "finding" not in {mark.kind for mark in Player(ROUND).marks}
    assert "finding" in {mark.kind for mark in Player(ROUND, reveal=True).marks}


def test_what_is_revealed_is_what_was_known_then() -> None:
    player = Player(ROUND)
    player.go_to(3)
    question = player.shown().turns[-1]
    assert player.shown().header.agenda == ()
    assert behind(player.shown(), question) == []
    player.reveal = True
    assert "finding" not in kinds(player)
    player.go_to(5)
    assert kinds(player)[-1] == "finding"


def test_what_stands_behind_a_question_is_told_in_words() -> None:
    player = Player(ROUND, reveal=True)
    player.go_to(3)
    asked = msgspec.structs.replace(player.shown().turns[-1], why="repeat")
    assert behind(player.shown(), asked) == ["Why: asked again, to check it against the notes"]


def test_before_the_end_a_candidate_has_nothing_revealed_and_a_coach_has() -> None:
    running = of("question", "finding", "coach_note")
    player = Player(running, reveal=True)
    player.go_to(3)
    assert kinds(player) == ["question"]
    coach = Player(running, "coach", reveal=True)
    coach.go_to(3)
    assert kinds(coach) == ["question", "finding", "coach_note"]


def test_played_again_it_begins_at_the_beginning() -> None:
    player = Player(ROUND)
    player.go_to(99)
    player.play()
    assert player.place < 3
    assert player.playing


def test_an_empty_transcript_is_over_at_once() -> None:
    player = Player(of())
    player.play()
    player.step(1)
    player.step(-1)
    player.seek(5)
    assert not player.elapse(1)
    assert not player.playing
    assert (player.now, player.total, player.question()) == (0, 0, None)


@given(transcripts(), st.booleans(), st.one_of(st.none(), st.floats(0, 60)), st.data())
def test_anywhere_one_goes_is_the_fold_of_the_turns_up_to_there(
    transcript: Transcript, reveal: bool, longest: float | None, data: st.DataObject
) -> None:
    player = Player(transcript, reveal=reveal, longest=longest)
    for _ in range(5):
        match data.draw(st.sampled_from(["seek", "step", "mark", "back", "elapse", "reveal", "longest"])):
            case "seek":
                player.seek(data.draw(st.floats(-1, player.total + 1)))
            case "step":
                player.step(data.draw(st.integers(-5, 5)))
            case "mark":
                player.next_mark()
            case "back":
                player.previous_mark()
            case "elapse":
                player.play()
                player.elapse(data.draw(st.floats(0, 1e5)))
            case "reveal":
                player.reveal = not player.reveal
            case _:
                player.longest = data.draw(st.floats(0, 60))
        so_far = Transcript(header=transcript.header, turns=transcript.turns[: player.place])
        assert player.shown() == seen_by(so_far, "candidate", ended=player.reveal)
        assert 0 <= player.now <= player.total
        if not player.reveal:
            assert not HIDDEN & {turn.kind for turn in player.shown().turns}
            assert not any(behind(player.shown(), turn) for turn in player.shown().turns)
            assert not {mark.kind for mark in player.marks} & {"finding"} or any(
                turn.kind in ("challenge", "disagreement") for turn in transcript.turns
            )


@given(transcripts(), st.booleans())
def test_played_to_its_end_everything_seen_comes_once_and_in_order(transcript: Transcript, reveal: bool) -> None:
    player = Player(transcript, reveal=reveal)
    player.play()
    seen = 0
    while player.playing:
        player.elapse(player.next_in)
        shown = len(player.shown().turns)
        assert shown >= seen
        seen = shown
    assert player.at_end
    assert player.shown() == seen_by(transcript, "candidate", ended=player.reveal)
