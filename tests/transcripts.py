"""Small transcripts written by hand, and of any shape, for what must hold for all of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from simulator.transcript.turns import VISIBILITY, AgendaItem, Header, Person, Transcript, Turn

BY_THE_CANDIDATE = {"answer", "note", "skip", "take_back"}
HIDDEN = {kind for kind, visible in VISIBILITY.items() if visible in ("interviewers", "coach")}


def header_of(**fields: object) -> Header:
    """Return the header of Ada's first interview, with Maya, where `fields` don't say otherwise."""
    known: dict[str, object] = {
        "format": 1,
        "id": "0001-hr",
        "candidacy": "ada",
        "candidate": "Ada",
        "process": "classic",
        "round": "hr",
        "title": "First interview",
        "attempt": 1,
        "seed": 7,
        "started_at": dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC),
        "interviewers": (Person(id="maya", name="Maya Okafor", title="HR"),),
    }
    return Header(**{**known, **fields})  # type: ignore[arg-type]


HEADER = header_of(agenda=(AgendaItem(question="work.team", asker="maya", why="repeat", motive="check"),))


def turn(n: int, kind: str, text: str | None = None, **fields: object) -> Turn:
    """Return a turn: said by whoever says such, seen by whoever sees such, ten seconds after the one before."""
    known: dict[str, object] = {
        "at": n * 10.0,
        "speaker": "candidate" if kind in BY_THE_CANDIDATE else "maya",
        "visible": VISIBILITY[kind],
        "text": f"{kind} {n}" if text is None else text,
    }
    return Turn(n=n, kind=kind, **{**known, **fields})  # type: ignore[arg-type]


def of(*kinds: str, gap: float = 10.0) -> Transcript:
    """Return a transcript of these kinds of turn, `gap` seconds apart."""
    turns = tuple(
        turn(n, kind, at=(n - 1) * gap, question="work.team" if kind == "question" else "")
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
        turn(n, kind, at=at, why=why, question="work.team")
        for n, (kind, at, why) in enumerate(zip(kinds, times, whys, strict=True), start=1)
    )
    return Transcript(header=HEADER, turns=turns)
