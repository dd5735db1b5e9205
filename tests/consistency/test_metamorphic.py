"""What must not change the verdict, and what must, over any answer of the pairs."""

from __future__ import annotations

import json
import random
import re
from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.consistency import compare_answers

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "pairs_dev.jsonl").read_text("utf-8").splitlines()]
ANSWERS = [(pair["question"], pair[side]) for pair in PAIRS for side in ("first", "second")]
DAY = date(2025, 6, 15)
FILLERS = ["um, ", "uh, ", "you know, ", "er, ", "to be honest, "]
TRADES = ["plumbers", "nurses", "engineers", "stores", "vans", "projects", "beds", "customers"]

answers = st.sampled_from(ANSWERS)
chances = st.randoms(use_true_random=False)


def _flagged(question: str, first: str, second: str) -> bool:
    return compare_answers(first, second, question=question, first_on=DAY, second_on=DAY).flagged


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?]) ", text)


@given(answers)
@settings(max_examples=100)
def test_the_identical_answer(case: tuple[str, str]) -> None:
    question, answer = case
    assert compare_answers(answer, answer, question=question, first_on=DAY, second_on=DAY).findings == ()


@given(answers, chances)
@settings(max_examples=100)
def test_disfluencies(case: tuple[str, str], chance: random.Random) -> None:
    question, answer = case
    words = [chance.choice(FILLERS) + word if chance.random() < 0.15 else word for word in answer.split()]
    assert not _flagged(question, answer, " ".join(words))
    assert not _flagged(question, " ".join(words), answer)


@given(answers)
@settings(max_examples=150)
def test_lower_case(case: tuple[str, str]) -> None:
    question, answer = case
    assert not _flagged(question, answer, answer.lower())
    assert not _flagged(question, answer.lower(), answer)


@given(answers, answers, chances)
@settings(max_examples=100)
def test_sentences_shuffled_and_dropped(case: tuple[str, str], more: tuple[str, str], chance: random.Random) -> None:
    question, answer = case
    answer = f"{answer}{'' if answer[-1] in '.!?' else '.'} {more[1]}"
    sentences = _sentences(answer)
    chance.shuffle(sentences)
    assert not _flagged(question, answer, " ".join(sentences))
    kept = [sentence for sentence in _sentences(answer) if chance.random() > 0.3]
    assert not _flagged(question, answer, " ".join(kept))


@given(st.integers(2, 90), st.integers(2, 90), st.sampled_from(TRADES), st.sampled_from(PAIRS))
@settings(max_examples=100)
def test_one_edited_number(number: int, other: int, trade: str, pair: dict[str, str]) -> None:
    sentence = f"At the depot in Hull I was responsible for {{}} {trade} and the whole rota."
    first, second = (f"I like mornings. {sentence.format(value)} It was busy." for value in (number, other))
    compared = compare_answers(first, second, question=pair["question"], first_on=DAY, second_on=DAY)
    if number == other:
        assert compared.findings == ()
        return
    (finding,) = [found for found in compared.findings if found.severity == "warn"]
    assert finding.first_span is not None
    assert finding.second_span is not None
    assert first[slice(*finding.first_span)] == f"{number} {trade}"
    assert second[slice(*finding.second_span)] == f"{other} {trade}"
