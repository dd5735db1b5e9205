"""Two transcripts side by side: aligned by question, differing words marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.replay.side_by_side import differing, side_by_side
from simulator.transcript.turns import Transcript, Turn
from tests.transcripts import HEADER, turn


def asked(*exchanges: tuple[str, str]) -> Transcript:
    turns: list[Turn] = []
    for question, answer in exchanges:
        turns.append(turn(len(turns) + 1, "question", question=question))
        if answer:
            turns.append(turn(len(turns) + 1, "answer", question=question, text=answer))
    return Transcript(header=HEADER, turns=tuple(turns))


def marked(first: str, second: str) -> tuple[list[str], list[str]]:
    """Return the words that differ on both sides."""
    (ones,), (others,) = differing([first], [second])
    return [first[a:b] for a, b in ones], [second[a:b] for a, b in others]


@pytest.mark.parametrize(
    ("first", "second", "ones", "others"),
    [
        ("We are eight people.", "We are twelve people.", ["eight"], ["twelve"]),
        ("We are eight people.", "we are eight, people", [], []),
        ("Yes.", "Yes, and gladly so.", [], ["and gladly so"]),
        ("In March I left.", "In the end I stayed.", ["March", "left"], ["the end", "stayed"]),
        ("", "All new.", [], ["All new"]),
    ],
)
def test_words_that_differ_are_marked(first: str, second: str, ones: list[str], others: list[str]) -> None:
    assert marked(first, second) == (ones, others)


def test_what_both_asked_stands_side_by_side_and_the_rest_in_its_place() -> None:
    first = asked(("a", "One."), ("b", "Two."), ("c", "Three."))
    second = asked(("n", "New."), ("a", "One."), ("m", "More."), ("c", "Four."))
    pairs = side_by_side(first, second)
    assert [pair.question for pair in pairs] == ["n", "a", "m", "b", "c"]
    assert [(pair.first is not None, pair.second is not None) for pair in pairs] == [
        (False, True),
        (True, True),
        (False, True),
        (True, False),
        (True, True),
    ]
    assert [pair.differs for pair in pairs] == [False, False, False, False, True]


def test_an_answer_that_is_missing_marks_nothing() -> None:
    (pair,) = side_by_side(asked(("a", "One.")), asked(("a", "")))
    assert pair.second is not None
    assert pair.second.answers == ()
    assert not pair.differs


texts = st.lists(st.text(alphabet="ab .,É\n", max_size=40), max_size=4)


@given(texts, texts)
def test_what_is_not_marked_is_the_same_on_both_sides(first: list[str], second: list[str]) -> None:
    left = []
    for side, spans in zip((first, second), differing(first, second), strict=True):
        kept = []
        for text, where in zip(side, spans, strict=True):
            assert all(0 <= start < end <= len(text) for start, end in where)
            bare = text
            for start, end in reversed(where):
                bare = bare[:start] + " " * (end - start) + bare[end:]
            kept.append(bare)
        left.append([word for text in kept for each in text.split() if (word := each.strip(".,").casefold())])
    assert left[0] == left[1]


def test_a_mark_does_not_come_between_a_word_and_its_bracket() -> None:
    ones, others = differing(["It was fine."], ["It was [bold]fine[/bold] (mostly)."])
    text = "It was [bold]fine[/bold] (mostly)."
    assert [text[start:end] for start, end in others[0]] == ["[bold]fine[/bold] (mostly)"]
    assert ones
