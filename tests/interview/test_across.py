"""One fact told to two different questions."""

from __future__ import annotations

import datetime as dt

from simulator.consistency import Slot
from simulator.interview.memory import Asked, compare_facts, facts_in
from simulator.transcript.turns import EarlierExchange

TEAM = Slot("team_size", "count", "the size of your team", "people")
ON = dt.date(2026, 3, 2)


NOTICE = Slot("notice_period", "duration", "your notice period")
FACTS = (TEAM, NOTICE)


def earlier(answer: str) -> EarlierExchange:
    return EarlierExchange(
        transcript="0001-first",
        round="First round",
        question="facts.size",
        asked="How big is your team?",
        asker="Jo Bell",
        asker_id="jo-bell",
        n=4,
        turns=(5,),
        answers=(answer,),
        on=ON,
    )


def test_a_fact_two_questions_declare_is_compared() -> None:
    before = earlier("There are eight of us.")
    asked = Asked("Describe the team you lead.", (TEAM,), ON)
    (found,) = compare_facts(before, (TEAM,), ["I like it.", "We're twelve people."], asked, FACTS)
    assert (found.first, found.second, found.second_part) == ("eight of us", "twelve people", 1)
    assert not list(compare_facts(before, (TEAM,), ["There are 8 people in it."], asked, FACTS))


def test_a_fact_told_without_being_asked_for_is_compared_with_the_answer_that_was_asked_for() -> None:
    asked = Asked("How do you hand over?", (), ON)
    before = earlier("Twelve.")
    (found,) = compare_facts(before, (TEAM,), ["In writing. We have eight people on two shifts."], asked, FACTS)
    assert (found.first, found.second, found.finding.slot) == ("Twelve", "eight people", "team_size")
    for answer in (
        "We have twelve people on two shifts.",
        "Six of us redrew the rota.",
        "We had eight people in March.",
    ):
        assert not list(compare_facts(before, (TEAM,), [answer], asked, FACTS))


def test_a_fact_asked_for_now_is_compared_with_what_was_told_unasked() -> None:
    asked = Asked("How much notice do you have to give?", (NOTICE,), ON)
    before = earlier("Eight of us. I'd have to give two months' notice.")
    (found,) = compare_facts(before, (TEAM,), ["Six weeks."], asked, FACTS)
    assert (found.first, found.second, found.finding.slot) == ("two months", "Six weeks", "notice_period")


def test_a_fact_that_nobody_asked_for_is_compared_where_both_tell_it() -> None:
    asked = Asked("How do you hand over?", (), ON)
    before = earlier("I work in a team of twelve, and I like it.")
    (found,) = compare_facts(before, (), ["We have eight people on two shifts."], asked, FACTS)
    assert (found.first, found.second) == ("a team of twelve", "eight people")


def test_the_facts_that_an_answer_may_tell_are_those_asked_for_and_those_told() -> None:
    told = ["We have eight people on two shifts."]
    assert facts_in(told, "How do you hand over?", (), FACTS) == {"team_size"}
    assert facts_in(told, "How much notice?", (NOTICE,), FACTS) == {"team_size", "notice_period"}
    assert facts_in(["I hand over in writing."], "How do you hand over?", (), FACTS) == frozenset()
