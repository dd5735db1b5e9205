"""For each kind of observation: answers that must show it, and answers that must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from simulator.feedback import observe
from simulator.feedback.observation import REASONS

ANSWERS: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("answers.toml").read_text("utf-8"))["answers"]


def cases(key: str) -> list[Any]:
    """Every pair of a kind of observation and an answer that names it under `key`."""
    return [
        pytest.param(kind, answer, id=f"{kind}-{number}", marks=[pytest.mark.xfail] if answer.get("missed") else [])
        for number, answer in enumerate(ANSWERS)
        for kind in answer[key]
        if not answer.get("missed") or (kind in seen_in(answer)) == (key == "shows_not")
    ]


def seen_in(answer: dict[str, Any]) -> list[str]:
    return [found.kind for found in observe(answer["text"], kind=answer["kind"], seconds=answer["seconds"])]


@pytest.mark.parametrize(("kind", "answer"), cases("shows"))
def test_is_seen(kind: str, answer: dict[str, Any]) -> None:
    assert kind in seen_in(answer)


@pytest.mark.parametrize(("kind", "answer"), cases("shows_not"))
def test_is_not_seen(kind: str, answer: dict[str, Any]) -> None:
    assert kind not in seen_in(answer)


@pytest.mark.parametrize("kind", REASONS)
def test_every_kind_has_answers_that_show_it_and_others_that_do_not(kind: str) -> None:
    assert sum(kind in answer["shows"] for answer in ANSWERS) >= 3
    assert sum(kind in answer["shows_not"] for answer in ANSWERS) >= 3
