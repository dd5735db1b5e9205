"""A round written down from memory: which questions are recognised, and what the next round makes of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from simulator import recall, sitting
from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.files import InputError
from simulator.interview import actions
from simulator.review import review

QUESTIONS = load_library().questions()


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Why do you want to leave your current job?", "background.why-leaving"),
        ("Why are you leaving your present job?", "background.why-leaving"),
        ("how big is your team", "background.your-team"),
        ("What is your notice period?", "practical.notice"),
        ("When can you start?", "practical.start"),
        ("Where do you see yourself in five years?", "leadership.five-years"),
        ("Do you prefer to work alone or in a team?", "teamwork.solo-or-team"),
        ("How long have you been in your current role?", "background.time-in-job"),
        ("Tell me about a time you worked under pressure.", "delivery.pressure"),
        ("May we call your current manager?", "practical.referee"),
        ("What salary do you want?", "practical.salary"),
        ("Would you relocate?", "practical.relocation"),
        ("When did you start?", "background.time-in-job"),
        ("How often do you speak?", ""),
        ("Do you like dogs?", ""),
        ("Tell me about yourself.", ""),
        ("Tell me about a decision you regret.", ""),
        ("How would your manager describe you?", ""),
        ("What do you not like about your job?", ""),
        ("How big is your current project?", ""),
        ("How many projects do you have in your team?", ""),
        ("", ""),
        ("أين تعمل الآن؟", ""),
    ],
)
def test_a_question_is_recognised_by_its_subject_and_never_by_mere_likeness(asked: str, known: str) -> None:
    assert recall.recognise(asked, QUESTIONS) == known


def test_every_wording_is_recognised_as_its_own_question() -> None:
    wordings = [(name, text) for name, question in QUESTIONS.items() for text in question.wordings if "{" not in text]
    missed = [(name, text) for name, text in wordings if recall.recognise(text, QUESTIONS) != name]
    assert missed == []


def test_interviewers_are_read_one_a_line() -> None:
    one, other = recall.people("Jo Bell, HR officer\n\n  Sam Kerr \nJo Bell, again")
    assert (one.name, one.title, other.name, other.title) == ("Jo Bell", "HR officer", "Sam Kerr", "")
    assert recall.people(" \n") == (recall.UNNAMED,)


def test_the_second_round_comes_back_to_what_was_remembered(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    day = dt.datetime(2026, 11, 14, tzinfo=dt.UTC)
    with recall.start(archive, candidate="Ada", interviewers=recall.people("Jo Bell\nSam Kerr"), on=day) as begun:
        begun.asked("How big is your team?")
        begun.answered("We are eight people.")
        begun.asked("sam: Do you like dogs?")
        begun.answered("")
        begun.asked("What is the proudest day of your life at work?")
        begun.answered("The day we reopened the depot.")
        begun.finish()
    with sitting.start(archive, candidate="Ada", seed=3) as second:
        assert second.header.round == "supervisor"
        team, dogs, day_of_pride = second.header.earlier
        assert (team.question, team.asker, team.on) == ("background.your-team", "Jo Bell", day.date())
        assert (dogs.asker, dogs.skipped, dogs.weakness) == ("Sam Kerr", False, 0)
        agenda = {item.question: item for item in second.header.agenda}
        assert agenda[dogs.question].why == "repeat"
        assert day_of_pride.question in agenda
        lines = second.take(actions.Begin())
        while not second.ended:
            lines += second.take(actions.Answer("There are twelve of us in the team."))
    said = [turn.text for turn in lines]
    assert any("dogs" in text for text in said)
    assert any("eight people" in text and "twelve" in text for text in said)


def test_a_round_begun_is_gone_on_with_and_a_double_question_is_its_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with recall.start(archive, candidate="Ada") as begun:
        begun.asked("How big is your team?")
    with recall.start(archive, candidate="Ada") as begun:
        assert begun.resumed
        assert begun.unanswered is not None
        begun.answered("Eight.")
        assert begun.asked("How big is your team, did you say?").question == "recalled.2"
        begun.finish()
        assert [exchange.forgotten for exchange in begun.exchanges] == [False, True]


def test_what_makes_no_sense_is_refused(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with pytest.raises(InputError, match="still to come"):
        recall.start(archive, candidate="Ada", on=dt.datetime(2999, 1, 1, tzinfo=dt.UTC))
    with recall.start(archive, candidate="Ada") as begun:
        for doing in (begun.finish, lambda: begun.asked(" \n"), lambda: begun.answered("Eight.")):
            with pytest.raises(InputError):
                doing()
        assert begun.exchanges == []


def remembered(home: Path, *, concern: str = "", score: int = 0) -> Archive:
    """Write a round down with one sound answer, and what there was to say of it."""
    archive = Archive(home)
    with recall.start(archive, candidate="Ada") as begun:
        begun.asked("How big is your team?")
        begun.answered("We are eight people, six fitters and two apprentices.")
        if concern:
            begun.noted("their_concern", concern)
            begun.noted("should_have_said", "That two of them are new.")
        if score:
            begun.rated(score)
        begun.finish()
    return archive


@pytest.mark.parametrize(
    ("noted", "why"),
    [({}, {"repeat", "elaborate"}), ({"concern": "That I led nobody."}, {"concern"}), ({"score": 1}, {"concern"})],
)
def test_what_worried_them_and_a_low_rating_of_ones_own_come_back(
    tmp_path: Path, noted: dict[str, Any], why: set[str]
) -> None:
    archive = remembered(tmp_path, **noted)
    with sitting.start(archive, candidate="Ada", seed=3) as second:
        items = [item for item in second.header.agenda if item.earlier]
    assert {item.why for item in items} <= why
    assert [item.question for item in items] == ["background.your-team"]
    assert [bool(item.note) for item in items] == ["concern" in noted]


def test_a_note_to_no_answer_is_refused(tmp_path: Path) -> None:
    with recall.start(Archive(tmp_path), candidate="Ada") as begun:
        with pytest.raises(InputError, match="an answer first"):
            begun.noted("their_concern", "x")
        with pytest.raises(InputError, match="from 1 to 5"):
            begun.rated(9)


def test_an_answer_not_remembered_is_nothing_the_interviewers_left_open(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with recall.start(archive, candidate="Ada", interviewers=recall.people("Jo Bell")) as begun:
        begun.asked("How big is your team?")
        begun.answered("")
        begun.asked("What is your notice period?")
        begun.answered("Two months.")
        begun.finish()
    before = review(archive, archive.find("Ada"), load_library())
    assert (before.open_points, [each.forgotten for each in before.asked]) == ((), [True, False])
    with sitting.start(archive, candidate="Ada", seed=3) as second:
        assert {item.why for item in second.header.agenda if item.earlier} <= {"repeat", "elaborate", "form"}
