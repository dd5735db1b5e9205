"""A debrief for two: the coach's marks beside those that the words show, and whose copy holds what."""

from __future__ import annotations

import pytest

from simulator.debrief import as_text, build
from simulator.interview import Interview, actions
from simulator.transcript.turns import Transcript
from tests.conftest import variants
from tests.interview.rounds import STORY, room


@pytest.fixture
def coached() -> Transcript:
    """Return a panel in which two answers were rated, one marked, and one note taken."""
    interview = Interview(room("classic", "panel"))
    interview.take(actions.Begin(), at=0)
    for place, (question, answer, score) in enumerate(
        [("delivery.pressure", STORY, 4), ("teamwork.helping", "Fine.", 4)], start=1
    ):
        interview.take(actions.AskQuestion(question=question), at=place * 10)
        said = interview.take(actions.Answer(answer), at=place * 10 + 5)[0]
        interview.take(actions.Rate("", score, "as I heard it", cause=said.n), at=place * 10 + 6)
    interview.take(actions.Mark(said.n, "Listen to this one again."), at=40)
    interview.take(actions.CoachNote("Shoulders up to the ears."), at=41)
    interview.take(actions.EndRound(), at=42)
    return Transcript(header=interview.plan.header, turns=tuple(interview.turns))


def test_where_the_marks_differ_most_comes_first_with_the_candidates_words(coached: Transcript) -> None:
    beside = build(coached, "coach", room("classic", "panel")).beside
    assert beside is not None
    assert [(each.coach, each.words) for each in beside.marks] == [(4, 0), (4, 4)]
    assert [each.apart for each in beside.marks] == [4, 0]
    assert beside.marks[1].evidence.quote in STORY


def test_a_mark_is_in_both_copies_and_a_note_in_the_coachs_only(coached: Transcript) -> None:
    plan = room("classic", "panel")
    coachs, candidates = (as_text(build(coached, viewer, plan)) for viewer in ("coach", "candidate"))
    assert "Listen to this one again." in coachs
    assert "Listen to this one again." in candidates
    assert "Shoulders up to the ears." in coachs
    assert "Shoulders up to the ears." not in candidates


def test_a_note_stands_at_what_was_being_said(coached: Transcript) -> None:
    beside = build(coached, "coach", room("classic", "panel")).beside
    assert beside is not None
    note = next(each for each in beside.remarks if each.kind == "note")
    assert (note.about.quote, note.at) == ("Fine.", 41)


def test_at_most_five_points_are_put_side_by_side() -> None:
    interview = Interview(room("classic", "panel"))
    interview.take(actions.Begin(), at=0)
    told = iter(variants(STORY, 60))
    while not interview.state.ended:
        said = interview.take(actions.Answer(next(told)), at=1)[0]
        if not interview.state.ended and interview.state.open != "closing":
            interview.take(actions.Rate("", 2, cause=said.n), at=1)
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    beside = build(transcript, "coach", room("classic", "panel")).beside
    assert beside is not None
    assert len(beside.marks) == 5
    assert beside.more > 0


def test_without_a_coach_there_is_nothing_beside() -> None:
    interview = Interview(room("classic", "panel"))
    interview.take(actions.Begin(), at=0)
    interview.take(actions.EndRound(), at=1)
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    assert build(transcript, plan=room("classic", "panel")).beside is None
