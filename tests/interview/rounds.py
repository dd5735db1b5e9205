"""Running rounds, of the small process mostly, without a file, a clock or a terminal."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

from simulator.content.library import Library, freeze, load_library
from simulator.interview import Interview, Plan, actions
from simulator.interview.planning import plan_round
from simulator.transcript.turns import LINES, VISIBILITY, Hints, Transcript, Turn, seen_by

CASES = Path(__file__).parent.parent / "cases"
DAY = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)


@cache
def library() -> Library:
    return load_library(CASES / "content")


@cache
def built_in() -> Library:
    return load_library()


def plan(
    round_id: str,
    *,
    process: str = "small",
    earlier: Sequence[Transcript] = (),
    seed: int | None = 1,
    hints: Hints = "after",
    number: int = 1,
    of: Library | None = None,
) -> Plan:
    """Plan a round of the small content, or of another library."""
    of = of or library()
    return plan_round(
        freeze(of, of.process(process), round_id),
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


@cache
def room(process: str, round_id: str, seed: int = 3) -> Plan:
    """A built-in round that nobody has gone through rounds before."""
    return plan(round_id, process=process, seed=seed, of=built_in())


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


def check(of: Plan, turns: Sequence[Turn]) -> None:
    """Hold turns to what holds in every interview, whoever does what."""
    assert [turn.n for turn in turns] == list(range(1, len(turns) + 1))
    assert all(one.at <= other.at for one, other in pairwise(turns))
    present = set(of.personas)
    numbers = {0, *(turn.n for turn in turns)}
    for turn in turns:
        assert turn.visible == VISIBILITY[turn.kind]
        if turn.kind in LINES:
            assert turn.speaker in present
            assert 0 < turn.cause < turn.n
            assert turn.rests_on in numbers
        if turn.kind == "change":
            present = (present - {turn.person}) | ({turn.to} - {""})
    shown = seen_by(Transcript(header=of.header, turns=tuple(turns)), "candidate", ended=False)
    assert not shown.header.agenda
    assert not shown.header.notes
    assert not any(turn.visible in ("coach", "interviewers") or turn.why or turn.earlier for turn in shown.turns)


STORY = (
    "In March a lorry broke down with ninety desks for Leeds. I rang the school the same hour, moved two crews, and "
    "drove the second van myself. By Friday all ninety stood in the right rooms, and the school ordered again in May."
)


def story(line: Turn) -> str:
    """A case that no two questions get in the same words."""
    return f"{STORY} It belongs to {line.text.strip('?.')}."


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
