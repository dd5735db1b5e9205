"""Transcripts of any shape, for what must hold for all of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from simulator.transcript.turns import VISIBILITY, AgendaItem, Header, Person, Transcript, Turn

HEADER = Header(
    format=1,
    id="0002-supervisor",
    candidacy="ada",
    candidate="Ada",
    process="classic",
    round="supervisor",
    title="Second",
    attempt=1,
    seed=7,
    started_at=dt.datetime(2026, 11, 21, tzinfo=dt.UTC),
    interviewers=(Person(id="maya", name="Maya"),),
    agenda=(AgendaItem(question="work.team", asker="maya", why="repeat", motive="check"),),
)
WHO = {"answer": "candidate", "note": "candidate", "skip": "candidate"}
HIDDEN = {kind for kind, visible in VISIBILITY.items() if visible in ("interviewers", "coach")}


def turn(n: int, kind: str, at: float = 0.0, **fields: object) -> Turn:
    made = {"speaker": WHO.get(kind, "maya"), "visible": VISIBILITY[kind], "text": f"{kind} {n}", **fields}
    return Turn(n=n, at=at, kind=kind, **made)  # type: ignore[arg-type]


def of(*kinds: str, gap: float = 10.0) -> Transcript:
    """Return a transcript of these kinds of turn, `gap` seconds apart."""
    turns = tuple(
        turn(n, kind, (n - 1) * gap, question="work.team" if kind == "question" else "")
        for n, kind in enumerate(kinds, start=1)
    )
    return Transcript(header=HEADER, turns=turns)


@st.composite
def transcripts(draw: st.DrawFn) -> Transcript:
    """Draw a transcript: any kinds in any order, at any times."""
    kinds = draw(st.lists(st.sampled_from(sorted(VISIBILITY)), max_size=30))
    times = draw(st.lists(st.floats(0, 1e4), min_size=len(kinds), max_size=len(kinds)))
    whys = draw(st.lists(st.sampled_from(["", "repeat", "vague"]), min_size=len(kinds), max_size=len(kinds)))
    turns = tuple(
        turn(n, kind, at, why=why, question="work.team")
        for n, (kind, at, why) in enumerate(zip(kinds, times, whys, strict=True), start=1)
    )
    return Transcript(header=HEADER, turns=turns)
