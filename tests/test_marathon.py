"""A day of seven visits: each works from those before it, and its course shows in the debrief."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

import msgspec

from simulator.content.library import Frozen, Library, freeze, load_library
from simulator.content.schemas import WhySecond
from simulator.debrief import as_text, build
from simulator.interview import Plan
from simulator.interview.planning import plan_round
from simulator.transcript.turns import Transcript, Turn
from tests.interview.rounds import run

START = dt.datetime(2026, 11, 23, 11, tzinfo=dt.UTC)
LONG = (
    "In May 2024 two crews at the Keighley depot were short. I rang the ward, moved eleven beds to Saturday and drove "
    "one van myself. All of them arrived, and we lost nobody that year."
)
SHORT = "We managed."


@cache
def library() -> Library:
    return load_library()


def frozen(round_id: str, why: WhySecond) -> Frozen:
    content = freeze(library(), library().process("marathon"), round_id)
    return msgspec.structs.replace(content, process=msgspec.structs.replace(content.process, why_second=why))


def planned(round_id: str, earlier: list[Transcript], why: WhySecond = "plan_failed") -> Plan:
    number = len(earlier) + 1
    return plan_round(
        frozen(round_id, why),
        round_id,
        transcript=f"{number:04}-{round_id}",
        candidacy="ada-marathon",
        candidate="Ada Lovelace",
        attempt=1,
        started_at=START,
        digest="sha256:0",
        earlier=earlier,
    )


def test_the_day_runs_from_eleven_to_half_past_six_without_two_visits_at_once() -> None:
    visits = library().process("marathon").rounds[1:]
    assert len(visits) == 7
    ends = 11 * 60
    for visit in visits:
        clock = re.match(r"(\d+)\.(\d+): ", visit.title)
        assert clock
        begins = int(clock[1]) * 60 + int(clock[2])
        assert begins >= ends
        ends = begins + visit.minutes
    assert ends == 18 * 60 + 30


def test_answers_that_get_shorter_show_from_round_to_round() -> None:
    held: list[Transcript] = []
    for each in library().process("marathon").rounds:
        said = LONG if len(held) < 4 else SHORT
        of = planned(each.id, held)

        def answer(line: Turn, said: str = said) -> str:
            return said if line.question else "No."

        held.append(run(of, answer))
    found = build(held[-1], plan=of).judged
    assert found is not None
    assert [visit.transcript for visit in found.visits] == [each.header.id for each in held]
    assert found.visits[0].words > 5 * found.visits[-1].words
    assert found.visits[0].sound > found.visits[-1].sound
    assert found.decision is not None
    assert found.decision.outcome == "no"
    assert "From round to round" in as_text(build(held[-1], plan=of))


def test_a_plan_that_failed_has_what_nobody_asked_about_covered_first() -> None:
    first = run(planned("call", []), lambda line: LONG if line.question else "No.")

    def unrated(why: WhySecond) -> int:
        of = planned("lunch", [first], why)
        return sum(item.why == "fresh" and bool(item.note) for item in of.header.agenda)

    assert unrated("plan_failed") > unrated("many_candidates")
