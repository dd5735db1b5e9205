"""Test plans: what is done and what is said, line by line, as the interview would read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import asdict as to_builtins

from simulator.interview import Interview, actions
from simulator.transcript.turns import Transcript, Turn
from tests.interview.rounds import CASES, plan

ACTIONS: dict[str, Callable[[str], actions.Action]] = {
    "begin": lambda _: actions.Begin(),
    "answer": actions.Answer,
    "skip": lambda _: actions.Skip(),
    "back": lambda _: actions.TakeBack(),
    "ask": actions.AskInterviewer,
    "wait": lambda text: actions.Wait(float(text)),
    "typing": lambda _: actions.TypingStarted(),
    "next": actions.NextSpeaker,
    "say": actions.Say,
    "put": lambda name: actions.AskQuestion(question=name),
    "leave": lambda _: actions.Leave(),
    "probe me": lambda text: actions.AskProbe(text=text),
}


SHOWN = {
    "finding": "{why} “{first}” / “{second}”",
    "handoff": "{why} (turn {rests_on}): {text}",
    "outcome": "{why}",
    "noted": "{why} (turn {rests_on}): {text}",
}
"""How hidden lines read in a plan; the others are what is said."""


def sections(path: Path) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield (round, steps) of a plan; a step is (what, text)."""
    name, steps = "", list[tuple[str, str]]()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            if name:
                yield name, steps
            name, steps = line[3:].strip(), []
        elif line.strip() and not line.startswith("#"):
            what, _, text = line.partition(":")
            steps.append((what.strip(), text.strip()))
    yield name, steps


@pytest.mark.parametrize("path", sorted(CASES.glob("*.plan")), ids=lambda path: path.stem)
def test_the_interview_goes_as_the_plan_reads(path: Path) -> None:
    earlier: list[Transcript] = []
    for number, (round_id, steps) in enumerate(sections(path), start=1):
        words = round_id.split()
        process, _, round_name = words[0].rpartition("/")
        interview = Interview(
            plan(
                round_name,
                process=process or "small",
                earlier=earlier,
                number=number,
                hints="now" if "hints" in words else "after",
            )
        )
        said: list[Turn] = []
        at = 0.0
        for what, text in steps:
            if what in ACTIONS:
                assert said == [], f"not in the plan: {said}"
                at += 10
                said = interview.take(ACTIONS[what](text), at=at)[1:]
            else:
                assert said, f"expected {what}: {text}; the room is waiting"
                turn = said.pop(0)
                shown = SHOWN.get(turn.kind, "{text}").format(**to_builtins(turn))
                assert (turn.kind, shown) == (what, text or shown)
        assert said == [], f"not in the plan: {said}"
        earlier.append(Transcript(header=interview.plan.header, turns=tuple(interview.turns)))
