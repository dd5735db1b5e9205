"""Following up, in the rooms that are built in: where something is missing it is asked for, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.interview import Interview, actions
from simulator.transcript.turns import Turn
from tests.interview.rounds import STORY, room

LED = (
    "In May our till system failed on a Saturday. I wrote a paper list, put two people on the door and rang the "
    "supplier. By four it ran again, and we lost no order."
)
WE = (
    "In May our till system failed on a Saturday. We wrote a paper list, we put two people on the door and we rang the "
    "supplier. By four it ran again, and we lost no order."
)
OPEN_END = "In May our till system failed on a Saturday. I wrote a paper list and put two people on the door."
HABIT = "I always stay calm, I make lists, and I usually talk to everybody first, since people like to be told things."
RANGE = "Between 32,000 and 35,000 a year."
ANSWERS = [line.split("\t") for line in Path(__file__).with_name("probed.tsv").read_text("utf-8").splitlines()]
"""Question, answer, and what an interviewer would follow up: one of these triggers, or `none`."""

RIGHT = 0.87
"""The share to be followed up so; of the last 40, which nothing was tuned on, 35 were at the first look."""

BOTH = (
    "In March our crew moved ninety desks together; I drove the second van, and by Friday they stood. In May I rewrote "
    "the route list on my own, over two evenings, and we have used it since."
)
NO_CASE = "I have never had to do that; there has been no such case in my work so far."


def asked(question: str, *answers: str, process: str = "classic", round_id: str = "supervisor") -> list[Turn]:
    """Return what follows the last of `answers` to a question."""
    interview = Interview(room(process, round_id))
    interview.take(actions.Begin(), at=0)
    interview.take(actions.AskQuestion(question=question), at=1)
    turns: list[Turn] = []
    for place, answer in enumerate(answers):
        turns = interview.take(actions.Answer(answer), at=2 + place)
    return turns[1:]


def trigger(turns: list[Turn]) -> str:
    return next((turn.why for turn in turns if turn.kind == "probe" and turn.why != "lens"), "")


@pytest.mark.parametrize(
    ("question", "answer", "why", "stands"),
    [
        ("delivery.pressure", HABIT, "no_example", LED),
        ("delivery.pressure", WE, "no_own_part", LED),
        ("delivery.pressure", OPEN_END, "no_result", LED),
        ("delivery.pressure", "As I told your colleague last time.", "as_said", LED),
        ("practical.salary", "I would have to think about that.", "evasive", RANGE),
        ("practical.salary", "A fair one for the work, in line with the market.", "no_figure", RANGE),
        ("practical.salary", "34,000 pounds a year.", "fixed", "About 34,000, and I am open to talking about it."),
        (
            "craft.own-part",
            "I did the planning, and drew all the routes myself in March.",
            "part",
            f"{LED} They drove.",
        ),
        (
            "teamwork.both-ways",
            "In March our crew moved ninety desks together. I drove the second van, and by Friday all of them stood.",
            "part",
            BOTH,
        ),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_where_it_is_there(
    question: str, answer: str, why: str, stands: str
) -> None:
    assert trigger(asked(question, answer)).partition(":")[0] == why
    assert trigger(asked(question, stands)) == ""


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        (
            "motivation.staying",
            "Until my visa for Canada comes through, so two years or so.",
            "stepping_stone",
        ),
        ("motivation.why-us", "It pays the bills while I wait for my pilot's licence next year.", "stepping_stone"),
        ("motivation.staying", "This is no stepping stone for me; I mean to stay ten years and learn the trade.", ""),
        ("motivation.staying", "My first job was a stepping stone. Here I mean to stay ten years at least.", ""),
        ("motivation.why-us", "I have wanted to work with wood since school, and you mend what others throw away.", ""),
    ],
)
def test_somebody_higher_up_hears_a_stop_on_the_way(question: str, answer: str, why: str) -> None:
    probe = trigger(asked(question, answer, process="second-day", round_id="founder"))
    assert (probe == "stepping_stone") is (why == "stepping_stone")
    assert trigger(asked(question, answer)) != "stepping_stone"  # a supervisor listens for other things


def test_what_did_not_come_is_asked_for_once_more_in_other_words_and_then_left_and_noted() -> None:
    first = asked("delivery.pressure", OPEN_END)[0]
    again = asked("delivery.pressure", OPEN_END, "It was a Saturday, as I say.")[0]
    assert (first.why, again.why) == ("no_result", "no_result")
    assert first.text != again.text
    left = asked("delivery.pressure", OPEN_END, "It was a Saturday, as I say.", "It was very busy in there.")
    assert [turn.kind for turn in left[:2]] == ["noted", "acknowledgement"]
    assert (left[0].why, left[0].visible) == ("no_result", "interviewers")


def test_what_came_the_second_time_is_not_noted() -> None:
    turns = asked("delivery.pressure", OPEN_END, "By four it ran again, and we lost no order.")
    assert "noted" not in [turn.kind for turn in turns]


def test_every_part_left_out_is_asked_for_by_itself_and_once() -> None:
    crew = "In March our crew moved ninety desks together. I drove the second van, and by Friday all of them stood."
    first = asked("teamwork.both-ways", crew)[0]
    assert (first.kind, first.why) == ("probe", "part: an example on your own")
    assert (
        trigger(asked("teamwork.both-ways", crew, "Nothing comes to mind, I am afraid, I would have to think.")) == ""
    )


def test_no_such_case_is_no_evasion_and_brings_the_question_beside_it() -> None:
    turns = asked("delivery.pressure", NO_CASE)
    question = next(turn for turn in turns if turn.kind == "question")
    assert (question.why, question.question.partition(".")[0] != "") == ("neighbour", True)
    assert question.question != "delivery.pressure"
    plan = room("classic", "supervisor")
    assert plan.questions[question.question].competency == "delivery"
    assert "probe" not in [turn.kind for turn in turns]


def test_a_neighbour_has_no_neighbour() -> None:
    turns = asked("delivery.pressure", NO_CASE, NO_CASE)
    assert "neighbour" not in [turn.why for turn in turns if turn.kind == "question"]


def test_a_sound_story_is_left_alone_whoever_asks() -> None:
    for question in ("communication.disagreement", "independence.initiative", "delivery.improved-process"):
        assert trigger(asked(question, STORY)) == ""


def test_asking_for_the_next_step_is_noted_once_and_only_a_question_for_it_is() -> None:
    interview = Interview(room("classic", "hr"))
    interview.take(actions.Begin(), at=0)
    other = interview.take(actions.AskInterviewer("My next step would be the certificate. What is the pay?"), at=1)
    asked_for = interview.take(actions.AskInterviewer("What is the next step?"), at=2)
    again = interview.take(actions.AskInterviewer("When will I hear from you?"), at=3)
    assert [turn.kind for turn in other[1:]] == ["reply"]
    assert [turn.kind for turn in asked_for[1:]] == ["noted", "reply"]
    assert [turn.kind for turn in again[1:]] == ["reply"]


def test_heated_words_are_noted_and_never_argued_with() -> None:
    turns = asked("delivery.pressure", LED + " My manager was a clown, I was livid.")
    assert (turns[0].kind, turns[0].why, turns[0].visible) == ("noted", "heat", "interviewers")
    assert [turn.kind for turn in turns[1:2]] == ["acknowledgement"]


def test_a_higher_up_asks_for_years_where_none_are_named() -> None:
    founder = {"process": "second-day", "round_id": "founder"}
    without = "I want to grow with the depot, lead the night crew and train the new ones, as Winston did with me."
    assert trigger(asked("leadership.five-years", without, **founder)) == "no_horizon"
    assert trigger(asked("leadership.five-years", f"{without} In three years, say.", **founder)) != "no_horizon"
    assert trigger(asked("leadership.five-years", without)) != "no_horizon"


@pytest.mark.parametrize(
    ("question", "answer", "why"),
    [
        ("teamwork.solo-or-team", "Both, really.", "evasive"),
        ("teamwork.role-in-team", "It depends.", "evasive"),
        ("practical.relocation", "It depends.", "evasive"),
        ("practical.relocation", "No.", ""),
        ("practical.relocation", "Yes, whatever you need.", ""),
        ("practical.travel", "Up to two days a month.", ""),
        ("delivery.parallel-work", "It depends.", "no_figure"),
    ],
)
def test_a_choice_or_a_fact_left_open_is_asked_for_and_one_that_was_settled_is_not(
    question: str, answer: str, why: str
) -> None:
    assert trigger(asked(question, answer)) == why


def test_whoever_says_only_we_is_asked_for_their_own_part() -> None:
    assert trigger(asked("delivery.pressure", "We did a lot of things, it was a good time.")) == "no_own_part"
    assert trigger(asked("delivery.pressure", HABIT)) == "no_example"


def test_one_side_of_a_quarrel_brings_the_other_once_nothing_else_is_missing() -> None:
    told = (
        "In March Sven and I argued about the test plan. He was just stubborn. I rang the customer, showed him three "
        "reports, and in the end we tested for two weeks more."
    )
    assert trigger(asked("communication.disagreement", told)) == "one_sided"
    assert trigger(asked("communication.disagreement", told.replace("He was just stubborn", "He had a point"))) == ""
    assert trigger(asked("communication.disagreement", "He was just stubborn.")) != "one_sided"


def test_a_long_story_from_home_has_the_question_asked_again() -> None:
    home = (
        "Last summer we drove down to Cornwall with the caravan. I packed everything the night before, we got lost and "
        "it rained for two days. In the end we found a campsite by the beach and the kids didn't want to go home."
    )
    noted, probe = asked("delivery.pressure", home)
    assert (noted.why, probe.why) == ("off_question", "off_question")
    assert not [turn for turn in asked("delivery.pressure", OPEN_END, home) if turn.why == "off_question"]


def test_most_answers_bring_the_follow_up_that_an_interviewer_would_ask() -> None:
    right = 0
    for question, answer, wanted in ANSWERS:
        probe = next((turn.why.partition(":")[0] for turn in asked(question, answer) if turn.kind == "probe"), "none")
        right += probe.replace("no_fact", "no_figure") in wanted.split("|")
    assert right >= RIGHT * len(ANSWERS)


def test_pointing_at_an_earlier_answer_is_heard_in_a_follow_ups_answer_too() -> None:
    said = asked(
        "independence.initiative", "In May I began to order the key cards.", "I've told Maya about that already."
    )
    assert trigger(said) == "as_said"


def test_a_follow_up_that_was_not_understood_is_put_in_other_words() -> None:
    first = asked("delivery.pressure", OPEN_END)[0]
    again = asked("delivery.pressure", OPEN_END, "Sorry, what do you mean?")[-1]
    assert (first.why, again.why) == ("no_result", "asks_again")
    probes = next(
        each for each in room("classic", "supervisor").questions["delivery.pressure"].probes if each.when == first.why
    )
    (other,) = {*probes.say} - {first.text}
    assert again.text.endswith(other)


def test_what_somebody_did_after_the_praise_is_an_end() -> None:
    told = "There was a man in March. I let him talk, then gave him a free breakfast. He left happy"
    assert trigger(asked("communication.hard-customer", f"{told}.")) == "no_result"
    assert trigger(asked("communication.hard-customer", f"{told} and never came back.")) == ""
    assert trigger(asked("communication.hard-customer", f"{told} and wrote to my manager.")) == ""


def test_a_rate_is_neither_a_length_nor_a_number_of_people() -> None:
    assert trigger(asked("practical.start", "Between 2,400 and 2,600 a month before tax.")) == "no_fact"
    often = "My boss checks my till once a week. I like to be told what must be done and left to do it."
    assert trigger(asked("background.your-team", often)) == "off_question"
