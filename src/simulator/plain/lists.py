"""Lists of what is kept, as tables and as rows for JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from simulator.archive import Candidacy
from simulator.content.library import Library
from simulator.steps import standing_of
from simulator.text import cells, clean, one_line

Row = Mapping[str, object]


def candidacy_rows(candidacies: Iterable[Candidacy], library: Library) -> list[Row]:
    """Return one row a candidacy, with the step that comes next in it."""
    return [
        {
            "id": candidacy.id,
            "candidate": candidacy.candidate,
            "process": candidacy.file.process,
            "interviews": len(candidacy.kept),
            "ended": sum(kept.ended for kept in candidacy.kept),
            "touched": f"{candidacy.touched:%Y-%m-%d %H:%M}",
            "next": standing_of(candidacy, library).step,
        }
        for candidacy in candidacies
    ]


def transcript_rows(candidacies: Iterable[Candidacy]) -> list[Row]:
    """Return one row a transcript, the earliest of each candidacy first."""
    return [
        {
            "id": kept.header.id,
            "candidacy": candidacy.id,
            "round": kept.header.round,
            "attempt": kept.header.attempt,
            "date": f"{kept.header.started_at:%Y-%m-%d}",
            "state": "ended" if kept.ended else "unfinished",
            "turns": len(kept.transcript.turns),
            "path": clean(str(kept.path)),
        }
        for candidacy in candidacies
        for kept in candidacy.kept
    ]


def table(rows: Sequence[Row], nothing: str) -> str:
    """Return rows as aligned columns with a heading, or `nothing` where there are none."""
    if not rows:
        return f"{nothing}\n"
    heads = list(rows[0])
    rows_of_text = [heads, *([one_line(str(row[head]), 120) for head in heads] for row in rows)]
    widths = [max(cells(line[column]) for line in rows_of_text) for column in range(len(heads))]
    return "".join(
        "  ".join(cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in rows_of_text
    )
