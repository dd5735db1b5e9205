"""Finding a question by words typed roughly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.content.library import load_library
from simulator.content.search import find_questions

QUESTIONS = load_library().questions()


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("disagrement", "communication.disagreement"),
        ("leaving why", "background.why-leaving"),
        ("SALARY", "practical.salary"),
        ("ten times the load", "craft.ten-times"),
        ("five years", "leadership.five-years"),
        ("practical notice", "practical.notice"),
    ],
)
def test_the_question_meant_comes_first(typed: str, name: str) -> None:
    assert find_questions(QUESTIONS, typed)[0] == name


@pytest.mark.parametrize("typed", ["", "the", "xyzzy", "…", "qqqq wwww"])
def test_words_of_no_question_find_none(typed: str) -> None:
    assert find_questions(QUESTIONS, typed) == []


@given(st.text(max_size=300))
def test_anything_typed_finds_at_most_five(typed: str) -> None:
    assert len(find_questions(QUESTIONS, typed)) <= 5
