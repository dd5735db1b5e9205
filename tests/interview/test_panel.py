"""The panel's protocol, in the rooms that are built in: who asks, who picks up, who keeps the time, how it closes."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from simulator.interview import Interview, actions
from simulator.interview.speech import opening_words
from simulator.transcript.turns import Transcript, Turn, seen_by
from tests.interview.rounds import room, run, story


@cache
def held(process: str, round_id: str, seed: int = 3, answer: Callable[[Turn], str] = story) -> tuple[Turn, ...]:
    return run(room(process, round_id, seed), answer).turns


def thin(_: Turn) -> str:
    return "Fine, thank you."


PANELS = [("classic", "panel"), ("same-again", "team"), ("second-day", "workbench"), ("second-day", "board")]


def of_kind(turns: tuple[Turn, ...], *kinds: str) -> list[Turn]:
    return [turn for turn in turns if turn.kind in kinds]


@pytest.mark.parametrize(("process", "round_id"), PANELS)
def test_the_chair_opens_and_everybody_says_who_they_are(process: str, round_id: str) -> None:
    plan, turns = room(process, round_id), held(process, round_id)
    assert plan.content.panel is not None
    opening = of_kind(turns, "greeting")
    assert [turn.speaker for turn in opening] == [plan.content.panel.chair]
    asked = sum(bool(item.question) for item in plan.header.agenda)
    assert f"{plan.round.minutes} minutes" in opening[0].text or f"{plan.round.minutes} minutes" in opening[0].text
    assert str(asked) in opening[0].text
    introduced = {turn.speaker for turn in of_kind(turns, "introduction")}
    assert introduced == set(plan.personas) - {plan.content.panel.chair}


def test_in_a_rotation_they_ask_in_turn() -> None:
    plan = room("same-again", "team")
    askers = [item.asker for item in plan.header.agenda if item.why not in ("form", "closing")]
    seats = list(plan.personas)
    assert askers == [seats[place % len(seats)] for place in range(len(askers))]


def test_where_one_asks_for_all_nobody_else_does() -> None:
    turns = held("second-day", "board")
    assert {turn.speaker for turn in of_kind(turns, "question", "probe")} == {"helen-stavrou"}


def test_each_asks_in_their_own_areas() -> None:
    plan = room("classic", "panel")
    assert plan.content.panel is not None
    areas = {member.persona: member.areas for member in plan.content.panel.members}
    for item in plan.header.agenda:
        if item.why == "fresh":
            assert plan.questions[item.question].competency in areas[item.asker]


def lenses(seed: int) -> list[Turn]:
    return [turn for turn in of_kind(held("classic", "panel", seed), "probe") if turn.why == "lens"]


def test_a_colleague_takes_an_answer_further_at_most_once_each_and_never_on_their_own_question() -> None:
    found = [lenses(seed) for seed in range(6)]
    assert any(found)
    for seed, probes in enumerate(found):
        askers = {turn.question: turn.speaker for turn in of_kind(held("classic", "panel", seed), "question")}
        assert all(turn.speaker != askers[turn.question] for turn in probes)
        assert len({turn.speaker for turn in probes}) == len(probes)
        assert "tomasz-wilk" not in {turn.speaker for turn in probes}  # may not follow up


def test_nobody_takes_a_bare_answer_further() -> None:
    for seed in range(6):
        assert "lens" not in {turn.why for turn in held("classic", "panel", seed, thin)}


@pytest.mark.parametrize(("process", "round_id"), PANELS[:2])
def test_somebody_comes_back_to_what_a_colleague_was_told(process: str, round_id: str) -> None:
    rounds = [of_kind(held(process, round_id, seed), "question") for seed in range(6)]
    for questions in rounds:
        asked = {turn.n: turn for turn in questions}
        quoting = [turn for turn in questions if turn.rests_on]
        assert len(quoting) <= 2
        assert len({turn.speaker for turn in quoting}) == len(quoting)
        assert all(asked[turn.rests_on].speaker != turn.speaker for turn in quoting)
        assert all("In March a lorry broke down" in turn.text for turn in quoting)
    assert any(turn.rests_on for questions in rounds for turn in questions)


def test_the_timekeeper_speaks_half_way_and_near_the_end() -> None:
    times = of_kind(held("classic", "panel"), "time")
    assert [turn.why for turn in times] == ["half_time", "last_questions"]
    assert {turn.speaker for turn in times} == {"maya-okafor"}
    assert all(str(turn.minutes) in turn.text for turn in times)
    assert times[0].minutes > times[1].minutes


def test_nobody_is_half_way_through_time_that_was_cut() -> None:
    interview = Interview(room("classic", "panel"))
    interview.take(actions.Begin(), at=0)
    interview.take(actions.LateChange(why="cut", minutes=20), at=1)
    while not interview.state.ended:
        interview.take(actions.Answer(story(interview.turns[-1])), at=2)
    assert "half_time" not in {turn.why for turn in interview.turns if turn.kind == "time"}


def test_a_long_sentence_is_read_out_to_a_word_and_never_into_one() -> None:
    told = (
        "Last Thursday: four people talked at once about the Hull order, and I wrote all five promises that we had "
        "made on the board by Monday"
    )
    quote = opening_words([told])
    assert quote.endswith("…")
    assert told.startswith(quote[:-1])
    assert not told[len(quote) - 1 :][:1].isalnum()
    assert opening_words(["x" * 500]) == "x" * 109 + "…"


def test_it_closes_in_the_order_of_the_protocol() -> None:
    turns = held("classic", "panel")
    asked = [turn.question for turn in of_kind(turns, "question")]
    assert asked[-4:] == ["closing.anything-to-add", "closing.referees", "practical.start", ""]
    chair = {turn.speaker for turn in turns if turn.kind == "question" and turn.question in asked[-4:]}
    assert chair == {"ingrid-halvorsen"}
    assert asked.count("practical.start") == 1


def test_who_writes_and_who_keeps_the_time_is_known_and_who_decides_is_not() -> None:
    plan = room("classic", "panel")
    parts = {person.id: person.parts for person in plan.header.interviewers}
    assert parts["ingrid-halvorsen"] == ("chair",)
    assert parts["maya-okafor"] == ("timekeeper",)
    assert parts["tomasz-wilk"] == ("scribe",)
    assert parts["dana-ruiz"] == ()  # who decides


@pytest.mark.parametrize(("process", "round_id"), PANELS)
def test_nothing_hidden_is_seen_in_the_room(process: str, round_id: str) -> None:
    plan, turns = room(process, round_id), held(process, round_id)
    shown = seen_by(Transcript(header=plan.header, turns=turns), "candidate", ended=False)
    assert {turn.visible for turn in shown.turns} <= {"all", "candidate"}
    goals = [persona.goal for persona in plan.personas.values()]
    assert not any(goal in turn.text for goal in goals for turn in shown.turns)
