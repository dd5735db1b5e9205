"""Input that nobody says: no crash, nothing found out of nothing, and an end."""

from __future__ import annotations

from functools import partial
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.consistency import Slot, compare_answers
from simulator.consistency.slot import FactKind
from tests.work import calls_of

SLOTS = tuple(Slot(kind, kind, f"your {kind}", "people", ("alone", "team", "both")) for kind in get_args(FactKind))
ODD = [
    "",
    " ",
    "\n\n",
    "ok",
    "😀😀😀",
    "مرحبا أنا أعمل هنا منذ خمس سنوات",
    "我在这里工作了五年",
    "\u202eabc 5 olleh",
    "Ich arbeite seit 2019 bei Siemens mit acht Leuten.",
    "\x00\x1b[31m5 years\x07",
    "ıİİİ 5 people İ",
    "\ud800 5 people",
    "٣ people ²³ ½",
    "99999999999999999999999 years ago",
    "5 trillion years ago",
    "31 february",
    "since at least 2019",
    "over 2019 and up to 2020 people",
    "1.2.3 1,2,3 24/7",
    "it fell from 3.5 to zero million",
]
REPEATED = [
    "not ",
    "5,",
    "1",
    "5 ",
    "twenty ",
    "a ",
    "and a half ",
    "a team of ",
    "about ",
    "of ",
    "-",
    "½",
    "'",
    "if ",
    "(",
    "A. ",
    "five years, sorry, ",
    "in 2019 to 2020 ",
    "between 5 and ",
    "I prefer team over alone ",
    "five to ",
    "((5) (",
    "the scripts were written by ",
    "no one wrote the guide, ",
    "in three days, after that ",
    "because the money and the hours, ",
    '"',
    "and ",
    "[",
    "nothing keeps me, ",
    "at the first, ",
    "to be too ",
]


@pytest.mark.parametrize("first", ODD)
def test_odd_answers(first: str) -> None:
    for slots in ((), SLOTS):
        for second in ODD[:6]:
            compared = compare_answers(first, second, question="How many people?", slots=slots)
            assert not compared.flagged
        assert compare_answers(first, first, slots=slots).findings == ()


def _compared(text: str) -> None:
    """Compare a text with nearly the same one."""
    assert not compare_answers(text, text + " x", question="How many people do you manage?", slots=SLOTS).flagged


@pytest.mark.parametrize("piece", REPEATED)
def test_work_grows_with_the_length_and_not_its_square(piece: str) -> None:
    work = [calls_of(partial(_compared, piece * (size // len(piece)))) for size in (1_000, 4_000)]
    assert work[1] < 8 * work[0]


@pytest.mark.parametrize("character", ["a", "1", ",", "(", "😀", " ", "\u202e", "א"])
def test_a_hundred_thousand_of_one_character_end(character: str) -> None:
    text = character * 100_000
    assert not compare_answers(text, text + character, question="How many?", slots=SLOTS).flagged


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ich leite ein Team mit acht Leuten und das ist gut.", "Ich leite ein Team mit zwölf Leuten, nicht mit acht."),
        ("Je suis dans cette équipe depuis 5 ans et nous sommes 8.", "Je suis dans cette équipe depuis 9 ans."),
        ("Trabajo con 8 personas en el equipo y me gusta mucho.", "No trabajo con 12 personas en el equipo, pero sí."),
        ("我在这里工作了5年", "我在这里工作了9年"),
        ("Я работаю здесь 5 лет.", "Я работаю здесь 9 лет."),
    ],
)
def test_other_languages_are_not_read(first: str, second: str) -> None:
    compared = compare_answers(first, second, question="How long have you been there?", slots=SLOTS)
    assert (compared.findings, compared.claims, compared.compared) == ((), 0, 0)


def test_only_the_beginning_of_a_very_long_answer_counts() -> None:
    long = "I led a team of eight engineers. " * 3000
    compared = compare_answers(long + "I have 5 vans.", long + "I have 9 vans.")
    assert not compared.flagged


@given(st.text(max_size=200), st.text(max_size=200))
@settings(max_examples=150)
def test_any_text(first: str, second: str) -> None:
    for finding in compare_answers(first, second, question="How long have you been there?").findings:
        for span, text in ((finding.first_span, first), (finding.second_span, second)):
            assert span is None or 0 <= span[0] <= span[1] <= len(text)
