"""What the candidate is told on asking, in the built-in rooms: what is known there, however it is asked for."""

from __future__ import annotations

import msgspec
import pytest

from simulator.interview import Interview, Plan, actions
from simulator.transcript.turns import Turn
from tests.interview.rounds import room


def told(asked: str, process: str = "classic", round_id: str = "panel") -> str:
    interview = Interview(room(process, round_id))
    interview.take(actions.Begin(), at=0)
    return interview.take(actions.AskInterviewer(asked), at=1)[-1].text


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("How big would the team here be?", "eight coordinators"),
        ("How many people would I be working with?", "eight coordinators"),
        ("Who would be my boss?", "reports to the lead"),
        ("Why is this position actually open?", "existing post"),
        ("What would I earn?", "£30,000"),
        ("Could I do four days a week?", "Four days a week"),
        ("How long has the company been around?", "1988"),
    ],
)
def test_what_is_known_is_told_in_whatever_words_it_is_asked_for(asked: str, holds: str) -> None:
    assert holds in told(asked)


def test_what_no_reply_is_about_may_stand_in_what_is_known_of_the_company() -> None:
    assert "Darlington" in told("What are the plans for the next few years?", "marathon", "call")


@pytest.mark.parametrize(
    "asked", ["Is there parking?", "Do I have to bring my own chair?", "Could I see it once more?"]
)
def test_what_is_not_known_is_not_made_up(asked: str) -> None:
    known = {reply.say for reply in room("classic", "panel").content.process.replies}
    assert told(asked) not in known


@pytest.mark.parametrize(
    ("round_id", "holds"),
    [
        ("hr", "about 45 minutes, with Dana Ruiz"),
        ("supervisor", "about 60 minutes, with several of us"),
        ("panel", "the last conversation"),
    ],
)
def test_what_comes_next_is_known_from_the_rounds_where_no_reply_tells_it(round_id: str, holds: str) -> None:
    of = room("classic", round_id)
    silent = msgspec.structs.replace(of.content.process, replies=())
    interview = Interview(Plan(of.header, msgspec.structs.replace(of.content, process=silent)))
    interview.take(actions.Begin(), at=0)
    assert holds in interview.take(actions.AskInterviewer("What happens next?"), at=1)[-1].text


def replies(asked: str, round_id: str = "panel") -> list[Turn]:
    interview = Interview(room("classic", round_id))
    interview.take(actions.Begin(), at=0)
    return [turn for turn in interview.take(actions.AskInterviewer(asked), at=1) if turn.kind == "reply"]


@pytest.mark.parametrize(
    ("asked", "holds"),
    [
        ("What would my first week look like? And who decides on overtime?", ("looking on", "37.5 hours")),
        (
            "May I ask two things? How big is the team, and who would I report to?",
            ("eight coordinators", "to the lead"),
        ),
        ("You said it's busy in July. How many orders is that? And what would I earn?", ("forty-five", "£30,000")),
        ("Is there a canteen? And could I work from home?", ("“Is there a canteen?”", "Two days a week from home")),
    ],
)
def test_each_question_of_a_message_has_its_reply(asked: str, holds: tuple[str, ...]) -> None:
    told = " ".join(turn.text for turn in replies(asked, "hr"))
    for passage in holds:
        assert told.count(passage) == 1


def test_what_one_of_a_panel_does_not_tell_another_one_does() -> None:
    first, second = replies("How is the work with the sales team? And what would I earn?")
    assert first.speaker != second.speaker == "maya-okafor"
    assert "£30,000" not in first.text
    assert "£30,000" in second.text


@pytest.mark.parametrize("asked", ["Is there parking? And may I bring my dog?", "Could I paint the walls? Why not?"])
def test_that_nothing_of_it_is_known_is_said_once(asked: str) -> None:
    (reply,) = replies(asked)
    assert reply.text in {each for line in room("classic", "panel").personas.values() for each in line.lines.dont_know}


@pytest.mark.parametrize(
    "asked",
    [
        "How and when will I hear from you?",
        "Do you work from home? And how many days?",
        "Is that OK? What are the hours?",
    ],
)
def test_what_asks_for_nothing_more_has_no_reply_of_its_own(asked: str) -> None:
    assert "“" not in "".join(turn.text for turn in replies(asked, "hr"))


@pytest.mark.parametrize(
    ("asked", "round_id", "holds"),
    [
        ("What does a good first month look like?", "hr", "Look after twenty to forty-five open orders"),
        ("Who would I report to?", "hr", "report to Dana Ruiz"),
        ("Who would I report to?", "supervisor", "report to me"),
        ("Who would I work with?", "panel", "With me, for one, and with Dana Ruiz"),
        ("How many interviews are there?", "supervisor", "This is number 2"),
    ],
)
def test_work_people_and_rounds_are_known_where_no_reply_tells_them(asked: str, round_id: str, holds: str) -> None:
    of = room("classic", round_id)
    silent = msgspec.structs.replace(of.content.process, replies=())
    interview = Interview(Plan(of.header, msgspec.structs.replace(of.content, process=silent)))
    interview.take(actions.Begin(), at=0)
    assert holds in interview.take(actions.AskInterviewer(asked), at=1)[-1].text


def test_a_start_date_and_a_decision_are_two_things() -> None:
    assert "notice periods" in told("When would I start?", "classic", "hr")
    assert "notice periods" not in told("When will I hear back?", "classic", "hr")
