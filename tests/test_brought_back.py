"""What was left open and the candidate brings back by themselves is noted, with the words that show it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from simulator.debrief import as_text, build
from simulator.debrief.report import BroughtBack
from simulator.interview import Interview, actions
from simulator.transcript.turns import Transcript, Turn
from tests.interview.rounds import begun, plan, strong

BACK = "Jo asked me how long my notice is, and I didn't know then. It is two months, to the end of a month."


def held(of: Interview, answer: Callable[[Turn], str]) -> Transcript:
    """Answer to the end; what `answer` makes nothing of is passed over."""
    while not of.state.ended:
        line = of.state.open_line
        assert line is not None
        said = answer(line)
        of.take(actions.Answer(said) if said else actions.Skip(), at=0)
    return Transcript(header=of.plan.header, turns=tuple(of.turns))


def first(*, notice: str = "") -> Transcript:
    return held(begun(plan("first")), lambda line: notice if line.question == "small.notice" else strong(line))


def second(before: Transcript, said: str, *, after: str = "") -> tuple[BroughtBack, ...]:
    """Return what was brought back in a second round in which `said` is added to one answer.

    That is the first one, or the first after the question `after`.
    """
    interview = begun(plan("second", earlier=[before], number=2))
    left = [said]
    asked: set[str] = set()

    def answer(line: Turn) -> str:
        told = strong(line)
        if left and line.question != "small.notice" and (not after or after in asked):
            told = f"{told} {left.pop()}"
        asked.add(line.question)
        return told

    transcript = held(interview, answer)
    assert not left
    found = build(transcript, plan=interview.plan)
    for each in found.brought_back:
        quoted = next(turn for turn in transcript.turns if turn.n == each.now.n)
        assert each.now.quote in quoted.text
        assert f"“{each.now.quote}” (turn {each.now.n})" in " ".join(as_text(found).split())
    return found.brought_back


def test_a_question_passed_over_and_brought_back_is_noted_with_both_turns() -> None:
    before = first()
    (found,) = second(before, BACK)
    left = next(turn for turn in before.turns if turn.n == found.left.n)
    assert (left.question, left.kind, found.asked) == ("small.notice", "question", left.text)
    assert (found.left.transcript, found.interviewer) == ("0001-first", "Jo Bell")
    assert found.now.quote == BACK.rstrip(".")


@pytest.mark.parametrize(
    "said",
    [
        "I'd like to come back to how long my notice is. It is two months.",
        "Last time I couldn't tell how long my notice is. My contract says two months.",
        "One more thing from the first interview, where I passed on how long my notice is: it is two months.",
        "I spoke to Jo about my notice period and had no answer. My manager would let me go at the end of any month.",
    ],
)
def test_it_may_be_brought_back_in_many_words(said: str) -> None:
    assert len(second(first(), said)) == 1


@pytest.mark.parametrize(
    "said",
    [
        "My notice is two months, however long it takes.",
        "Jo asked how long my notice is.",
        "Jo asked me about my desk, and I didn't know then. It is two months old.",
        "Last time I told a customer how long it takes, and it took two months.",
        "I'd like to come back to Derby one day. It is two months since I was there.",
        "Jo was long on the phone. My colleague gave notice two months later.",
    ],
)
def test_what_does_not_refer_back_or_name_it_or_say_anything_is_not_noted(said: str) -> None:
    assert not second(first(), said)


def test_what_was_answered_before_was_not_left_open() -> None:
    assert not second(first(notice="It is two months, to the end of a month."), BACK)


def test_what_somebody_asked_for_was_not_brought_back_by_themselves() -> None:
    assert not second(first(), BACK, after="small.notice")


def test_before_the_end_nothing_is_told() -> None:
    interview = begun(plan("second", earlier=[first()], number=2))
    interview.take(actions.Answer(BACK), at=0)
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    assert build(transcript, plan=interview.plan).brought_back == ()
