"""Before a round: what was asked and what mattered, what is open, what to settle, whom to meet."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import recall, sitting
from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.files import InputError
from simulator.interview import actions
from simulator.plain.review import as_text
from simulator.review import Review, review


def held(archive: Archive, *, team: str = "eight", ask: str = "", note: str = "", skip: bool = False) -> None:
    """Hold the candidate's next round."""
    with sitting.start(archive, candidate="Ada") as now:
        now.take(actions.Begin())
        if ask:
            now.take(actions.AskInterviewer(ask))
        if note:
            now.take(actions.OwnNote(note))
        while not now.ended:
            line = now.open_line
            assert line is not None
            answer = f"We are {team} people." if line.question == "background.your-team" else "In May I led four moves."
            if line.kind == "challenge":
                answer = "I would have to look that up."
            now.take(actions.Skip() if skip and line.question else actions.Answer(answer if line.question else "No."))


def before_the_next(archive: Archive, round_id: str = "", *, who: bool = False) -> Review:
    return review(archive, archive.find("Ada"), load_library(), round_id, who=who)


def test_before_the_first_round_nothing_is_known_and_that_is_said(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sitting.start(archive, candidate="Ada").close()
    found = before_the_next(archive)
    assert (found.round, found.asked, found.open_points, found.to_settle) == ("hr", (), (), ())
    assert "no round has been held yet" in as_text(found)
    assert found.company.history
    assert found.duties


def test_what_was_asked_and_what_drew_follow_ups_is_there_with_its_turn(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    found = before_the_next(archive)
    transcript = archive.find("Ada").kept[0].transcript
    numbers = {turn.n: turn for turn in transcript.turns}
    assert found.round == "supervisor"
    assert [each.asked for each in found.asked] == [numbers[each.n].text for each in found.asked]
    assert {each.mattered for each in found.asked} == {True, False}
    assert all(each.mattered for each in found.asked if each.followed_up)


def test_what_was_passed_over_is_open(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive, skip=True)
    found = before_the_next(archive)
    assert {point.n for point in found.open_points} == {each.n for each in found.asked}
    assert f"{len(found.asked)} open points" in found.summary


def test_a_round_the_process_does_not_have_is_said_so(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    with pytest.raises(InputError, match="no round"):
        before_the_next(archive, "nowhere")


def test_a_difference_is_to_settle(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with recall.start(archive, candidate="Ada") as begun:
        begun.asked("How big is your team?")
        begun.answered("We are eight people.")
        begun.finish()
    held(archive, team="twelve")
    found = before_the_next(archive)
    assert found.round == "panel"
    assert [(entry.earlier.quote, entry.now.quote) for entry in found.to_settle] == [("eight people", "twelve people")]
    assert "1 fact to settle" in found.summary


@pytest.mark.parametrize(
    ("ask", "who", "known"), [("Who will I meet next?", False, True), ("", True, True), ("", False, False)]
)
def test_whoever_asks_whom_they_will_meet_is_told_what_each_does(
    tmp_path: Path, ask: str, *, who: bool, known: bool
) -> None:
    archive = Archive(tmp_path)
    held(archive, ask=ask)
    found = before_the_next(archive, who=who)
    assert found.people_known == known
    assert [bool(person.about) for person in found.people] == [known]


def test_a_note_that_asks_is_a_question_of_ones_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive, note="How many people left last year?")
    assert before_the_next(archive).own_questions == ("How many people left last year?",)
    assert dict(before_the_next(archive).ready)["you have questions of your own"]
