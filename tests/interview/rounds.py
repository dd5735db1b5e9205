"""Running rounds of the small process without a file, a clock or a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from simulator.content.library import Library, freeze, load_library
from simulator.interview import Interview, Plan, actions
from simulator.interview.planning import plan_round
from simulator.transcript.turns import Hints, Transcript, Turn

CASES = Path(__file__).parent.parent / "cases"
DAY = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


@cache
def library() -> Library:
    return load_library(CASES / "content")


def plan(
    round_id: str,
    *,
    process: str = "small",
    earlier: Sequence[Transcript] = (),
    seed: int | None = 1,
    hints: Hints = "after",
    number: int = 1,
) -> Plan:
    content = freeze(library(), library().process(process), round_id)
    return plan_round(
        content,
        round_id,
        transcript=f"{number:04}-{round_id}",
        candidacy="ada",
        candidate="Ada Lovelace",
        attempt=1,
        started_at=DAY,
        digest="sha256:0",
        earlier=earlier,
        seed=seed,
        hints=hints,
    )


def begun(of: Plan) -> Interview:
    interview = Interview(of)
    interview.take(actions.Begin(), at=0)
    return interview


def run(of: Plan, answer: Callable[[Turn], str]) -> Transcript:
    """Answer whatever is open with what `answer` makes of it, to the end."""
    interview = begun(of)
    while not interview.state.ended:
        line = interview.state.open_line
        assert line is not None
        interview.take(actions.Answer(answer(line)), at=len(interview.turns))
    return Transcript(header=of.header, turns=tuple(interview.turns))


STRONG = {
    "small.team": "We are eight people, six fitters and two apprentices.",
    "small.pressure": (
        "In March two of us were ill and the Leeds order was due. I called the customer, agreed a new date, and "
        "packed the forty boxes myself over two nights. We delivered on the Friday and they ordered again in May."
    ),
    "small.notice": "Four weeks, to the end of a month.",
    "small.first-month": "First I would sit beside each of the four, then I would write down what I saw.",
    "": "No, thank you.",
}


def strong(line: Turn) -> str:
    return STRONG[line.question]


def weak(line: Turn) -> str:
    return "Fine." if line.question else "No."
