"""Who did what: the subject and the tense that are read from a sentence."""

from __future__ import annotations

import pytest

from simulator.feedback.grammar import Form, Person, events_of
from simulator.feedback.reading import read


def read_events(sentence: str) -> list[tuple[Person, Form, str]]:
    reading = read(sentence)
    return [(event.person, event.form, event.verb) for event in events_of(reading.sentences[0])]


@pytest.mark.parametrize(
    ("sentence", "person", "form", "verb"),
    [
        ("I rang the bride first", Person.I, Form.PAST, "rang"),
        ("Rang him straight away", Person.I, Form.PAST, "rang"),
        ("we cleaned the data", Person.WE, Form.PAST, "cleaned"),
        ("The wholesaler refunded it", Person.OTHER, Form.PAST, "refunded"),
        ("I took the keys and locked the door", Person.I, Form.PAST, "locked"),
        ("I took the keys and the guard locked the door", Person.OTHER, Form.PAST, "locked"),
        ("the lad I put in front asked for more", Person.OTHER, Form.PAST, "asked"),
        ("the people who left were angry", Person.RELATIVE, Form.PAST, "left"),
        ("the crates were repacked", Person.OTHER, Form.PASSIVE, "repacked"),
        ("I have led large teams", Person.I, Form.PERFECT, "led"),
        ("she'd written it down", Person.OTHER, Form.PAST_PERFECT, "written"),
        ("I'd ask her first", Person.I, Form.HYPOTHETICAL, "ask"),
        ("I will speak to her", Person.I, Form.HYPOTHETICAL, "speak"),
        ("I check the chart", Person.I, Form.PRESENT, "check"),
        ("um so I, you know, told her", Person.I, Form.PAST, "told"),
        ("i was driving them round", Person.I, Form.PAST, "driving"),
    ],
)
def test_subject_and_tense(sentence: str, person: Person, form: Form, verb: str) -> None:
    assert (person, form, verb) in read_events(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "I am a dedicated person",
        "indeed, a red bed",
        "I want to read it",
        "one hundred people",
        "my tired eyes",
        "I need speed",
    ],
)
def test_no_past_is_read_where_there_is_none(sentence: str) -> None:
    assert not [verb for _, form, verb in read_events(sentence) if form is Form.PAST]


def test_what_has_not_happened_yet_is_marked() -> None:
    said = events_of(read("He said he would look at it").sentences[0])[0]

    assert (said.verb, said.pending) == ("said", True)


def test_words_that_are_past_and_present_alike_are_marked() -> None:
    put = events_of(read("I put it on the shelf").sentences[0])[0]

    assert put.unsure
