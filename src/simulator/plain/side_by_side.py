"""Two transcripts question by question, one answer below the other, with the words marked that differ."""

from __future__ import annotations

from simulator.plain.output import ClosedError, Output
from simulator.replay.side_by_side import Side, marked, side_by_side
from simulator.transcript.turns import Transcript


def show_answers(first: Transcript, second: Transcript, output: Output) -> None:
    """Write what both transcripts have on each question; `[-gone-]` and `{+new+}` are the words that differ."""
    try:
        for name, transcript in (("first (-)", first), ("second (+)", second)):
            header = transcript.header
            output.notice(f"The {name}: {header.title}, attempt {header.attempt}, {header.started_at:%Y-%m-%d}.")
        for number, pair in enumerate(side_by_side(first, second), start=1):
            asked = pair.first or pair.second
            output.line(f"{number}. {asked.asked if asked else pair.question}")
            _show(pair.first, "-", "[-", "-]", output)
            _show(pair.second, "+", "{+", "+}", output)
            if pair.same:
                output.notice("The same words.")
    except ClosedError:
        return


def _show(side: Side | None, sign: str, opening: str, closing: str, output: Output) -> None:
    if side is None:
        output.line(f"{sign} (not asked)")
    elif not side.answers:
        output.line(f"{sign} (not answered)")
    else:
        for said in side.answers:
            output.line(f"{sign} {marked(said, opening, closing)[0]}")
