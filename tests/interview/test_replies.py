"""What the candidate is told on asking, in the built-in rooms: what is known there, however it is asked for."""

from __future__ import annotations

import msgspec
import pytest

from simulator.interview import Interview, Plan, actions
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
