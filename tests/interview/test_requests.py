"""What candidates say back about a question: again, later, rather not, that was all; and what the room makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from simulator.content.library import load_library
from simulator.content.schemas import Persona
from simulator.debrief import as_text, build
from simulator.interview import Interview, actions
from simulator.interview.requests import request_in
from simulator.transcript.reading import exchanges
from simulator.transcript.turns import ACTIONS, Transcript, Turn
from tests.interview.rounds import STRONG, begun, plan, room, run, strong

SAID = [line.split("\t") for line in Path(__file__).with_name("said_back.tsv").read_text("utf-8").splitlines()]
"""What it is (`no`: an answer, or a question on the post) and what is said; written before the rules were."""

ASKED = "Who's the most difficult customer, client or partner you've had to deal with?"
HEARD_AS = {
    "again": {"asks_again"},
    "meaning": {"asks_again", "which"},
    "thinking": {"thinking"},
    "later": {"put_off"},
    "declined": {"declined"},
    "done": {"closed"},
}

RIGHT = 0.92
"""The share to be heard rightly. At their first look 84 of the first 87, 45 of the next 75, 42 of the next 62 and 33 of
the last 40 were, each lot written before the rules had been mended for it."""


def test_most_of_what_is_said_back_is_heard_rightly_and_no_answer_is_taken_for_it() -> None:
    found = [(request_in(text, ASKED), HEARD_AS.get(what, {""})) for what, text in SAID]
    assert sum(got in want for got, want in found) >= RIGHT * len(found)
    assert not [got for got, want in found if got and want == {""}]


def test_rather_not_is_an_answer_where_yes_or_no_was_asked() -> None:
    assert request_in("I'd rather not.", "Would you relocate for this post?") == ""
    assert request_in("I'd rather not.", "Why are you leaving?") == "declined"


@pytest.mark.parametrize(
    "said",
    [
        "Everything.",
        "Nothing.",
        "Later is fine.",
        "Work and private.",
        "I ask again.",
        "I explain it another way.",
        "More.",
    ],
)
def test_an_answer_in_words_that_questions_are_talked_of_in_is_an_answer(said: str) -> None:
    assert request_in(said, ASKED) == ""


def answered(*answers: str, round_id: str = "first") -> Interview:
    """Give these answers one after the other, and good ones to whatever is asked after that."""
    interview = begun(plan(round_id))
    left = list(answers)
    while not interview.state.ended:
        line = interview.state.open_line
        assert line is not None
        interview.take(actions.Answer(left.pop(0) if left else strong(line)), at=len(interview.turns))
    return interview


def kinds(turns: Sequence[Turn]) -> list[tuple[str, str]]:
    return [(turn.kind, turn.question) for turn in turns if turn.kind in ("question", "probe")]


@pytest.mark.parametrize("said", ["Sorry, what was that?", "In what sense?", "I'm not following the question, sorry."])
def test_what_was_asked_comes_again_in_other_words_and_stays_open(said: str) -> None:
    interview = begun(plan("first"))
    put = interview.state.open_line
    turns = interview.take(actions.Answer(said), at=1)
    assert put is not None
    (reply,) = [turn for turn in turns if turn.kind == "reply"]
    assert reply.text == "That is: Who do you work beside, and in what number?"
    assert interview.state.open_line == put
    interview.take(actions.Answer(STRONG["small.team"]), at=2)
    (exchange,) = exchanges(interview.turns)[:1]
    assert [turn.text for turn in exchange.answers] == [STRONG["small.team"]]


def test_whoever_asks_which_case_is_meant_may_choose() -> None:
    interview = begun(plan("first"))
    interview.take(actions.Answer(STRONG["small.team"]), at=1)
    *_, reply = interview.take(actions.Answer("Is that about one at work, or one at home?"), at=2)
    assert (reply.kind, reply.text) == ("reply", "Whichever you like.")
    assert interview.state.open == "question"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("What software do you use?", "asks_back"),
        ("How big is the department?", "asks_back"),
        ("When do you need somebody?", "asks_back"),
        ("What are you trying to find out?", "asks_again"),
        ("In which context?", "asks_again"),
    ],
)
def test_a_question_about_the_post_waits_and_another_is_about_what_was_asked(said: str, why: str) -> None:
    turns = begun(plan("first")).take(actions.Answer(said), at=1)
    assert [turn.why for turn in turns if turn.kind == "noted"] == [why]


def test_a_request_is_no_question_for_the_end_of_the_round() -> None:
    interview = answered("What do you mean?", "Can we do this one later?")
    assert not [turn for turn in interview.turns if turn.kind == "reply" and "You asked" in turn.text]
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    assert build(transcript, plan=interview.plan).candidate_questions == ()


def test_who_keeps_asking_what_is_meant_is_let_go() -> None:
    interview = answered(*["What do you mean?"] * 3)
    first = exchanges(interview.turns)[0]
    assert (first.answers, len(first.aside)) == ([], 3)
    assert "Not answered: “How big is your team?”" in [turn.text for turn in interview.turns if turn.kind == "handoff"]


@pytest.mark.parametrize("said", ["Could you ask me that one last?", "Ooh. I'd like to come back to this, please."])
def test_a_question_that_is_put_off_comes_back_before_the_candidates_own(said: str) -> None:
    interview = answered(said)
    asked = [turn.question for turn in interview.turns if turn.kind == "question"]
    assert asked == ["small.team", "small.pressure", "small.notice", "small.team", ""]
    last = exchanges(interview.turns)[-1]
    assert (last.question, [turn.text for turn in last.answers]) == ("small.team", [STRONG["small.team"]])
    assert len(exchanges(interview.turns)) == 3


def test_a_question_put_off_twice_is_left_and_noted() -> None:
    interview = answered(*["Can we come back to that?"] * 7)
    left = [turn.text for turn in interview.turns if turn.kind == "handoff" and turn.why == "unanswered"]
    assert len(left) == 3
    assert all(text.startswith("Put off, and not answered: ") for text in left)


def test_a_question_put_off_that_the_round_has_no_time_for_is_in_the_notes() -> None:
    interview = begun(plan("first"))
    interview.take(actions.Answer("May we do that one at the end?"), at=1)
    interview.take(actions.EndRound(), at=2)
    left = [turn.text for turn in interview.turns if turn.kind == "handoff"]
    assert "Put off, and not answered: “How big is your team?”" in left


def test_whoever_would_rather_not_say_is_not_asked_for_it() -> None:
    said = "I'd prefer not to go into that, if you don't mind."
    interview = answered(STRONG["small.team"], said)
    assert [kind for kind, _ in kinds(interview.turns)] == ["question"] * 4
    of = interview.plan
    transcript = Transcript(header=of.header, turns=tuple(interview.turns))
    assert f"{said} (you preferred not to say)" in as_text(build(transcript, plan=of), 10_000)
    again = plan("second", earlier=[transcript], number=2)
    (before,) = [each for each in again.header.earlier if each.question == "small.pressure"]
    assert before.answers == ()


def test_that_was_all_ends_the_follow_ups() -> None:
    short = "In March two of us were ill, and the Leeds order was due."
    interview = answered(STRONG["small.team"], short, "That's all there is to it, thanks.")
    assert kinds(interview.turns).count(("probe", "small.pressure")) == 1
    assert [turn.text for turn in exchanges(interview.turns)[1].answers] == [short]


def test_a_challenge_stays_open_for_who_asks_what_is_meant() -> None:
    earlier = run(plan("first"), strong)
    interview = begun(plan("second", earlier=[earlier], number=2))
    while interview.state.open != "challenge":
        line = interview.state.open_line
        assert line is not None
        text = "We are thirty people." if line.question == "small.team" else strong(line)
        interview.take(actions.Answer(text), at=len(interview.turns))
    challenge = interview.state.open_line
    assert challenge is not None
    interview.take(actions.Answer("How do you mean?"), at=100)
    assert interview.state.open == "challenge"
    interview.take(actions.Answer("Thirty is right, we grew."), at=101)
    exchange = next(each for each in exchanges(interview.turns) if each.question == challenge.question)
    assert [turn.text for turn in exchange.clarifications] == ["Thirty is right, we grew."]


def test_every_built_in_interviewer_has_words_of_their_own_for_it() -> None:
    for entry in load_library().of_kind("persona"):
        assert isinstance(entry.item, Persona)
        lines = entry.item.lines
        for texts in (
            lines.once_more,
            lines.whichever,
            lines.put_off,
            lines.back_to_it,
            lines.declined,
            lines.left_there,
        ):
            assert len(set(texts)) > 1


SAID_BACK = (
    "What do you mean?",
    "Can we come back to that?",
    "I'd rather not say.",
    "Let me think.",
    "Is that about work, or home?",
    "That's everything, thanks.",
    "I'd like 34,000 pounds a year.",
    "We are eight people.",
)


@pytest.mark.parametrize("round_id", ["hr", "supervisor", "panel"])
@pytest.mark.parametrize("offset", range(0, len(SAID_BACK), 3))
def test_a_round_of_requests_ends_and_can_be_taken_up_anywhere(round_id: str, offset: int) -> None:
    of = room("classic", round_id)
    interview = begun(of)
    for place in range(200):
        if interview.state.ended:
            break
        if place % 7 == 6:
            interview.take(actions.TakeBack(), at=place)
        else:
            interview.take(actions.Answer(SAID_BACK[(place * 3 + offset) % len(SAID_BACK)]), at=place)
    assert interview.state.ended
    turns = interview.turns
    for stop in range(1, len(turns), 5):
        following = next((i for i, turn in enumerate(turns[stop:]) if turn.kind in ACTIONS), len(turns) - stop)
        assert Interview.resume(of, turns[:stop])[1] == turns[stop : stop + following]
    asked = [each.question for each in exchanges(turns)]
    assert len(set(asked)) == len(asked)
