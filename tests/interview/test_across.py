"""One fact told to two different questions."""

from __future__ import annotations

import datetime as dt

from simulator.consistency import Slot
from simulator.interview.memory import Asked, compare_facts
from simulator.transcript.turns import EarlierExchange

TEAM = Slot("team_size", "count", "the size of your team", "people")
ON = dt.date(2026, 3, 2)


def test_a_fact_two_questions_declare_is_compared() -> None:
    earlier = EarlierExchange(
        transcript="0001-first",
        round="First round",
        question="facts.size",
        asked="How big is your team?",
        asker="Jo Bell",
        asker_id="jo-bell",
        n=4,
        turns=(5,),
        answers=("There are eight of us.",),
        on=ON,
    )
    asked = Asked("Describe the team you lead.", (TEAM,), ON)
    (found,) = compare_facts(earlier, (TEAM,), ["I like it.", "We're twelve people."], asked)
    assert (found.first, found.second, found.second_part) == ("eight of us", "twelve people", 1)
    assert not list(compare_facts(earlier, (TEAM,), ["There are 8 people in it."], asked))
