"""The labelled pairs: what was reached must not be lost.

All of these were tuned on, batch by batch, after a first look (benchmarks/consistency.md): the floors keep what was
reached and say nothing about new text.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from simulator.consistency import Comparison, Severity, Slot, compare_answers

HERE = Path(__file__).parent
FLOORS = [
    # file, false flags at most, recall at least, share of findings with the span in the first answer
    ("pairs_dev.jsonl", 3, 0.85, 0.9),
    ("pairs/batch1.jsonl", 1, 0.85, 0.75),
    ("pairs/batch2.jsonl", 1, 0.85, 0.75),
    ("pairs/batch3.jsonl", 1, 0.55, 0.75),
    ("pairs/batch4.jsonl", 1, 0.8, 0.7),
    ("pairs/batch5.jsonl", 1, 0.6, 0.6),
    ("pairs/batch6.jsonl", 1, 0.45, 0.6),
]


def _compared(pair: dict[str, Any]) -> Comparison:
    slots = [
        Slot(slot["id"], slot["kind"], slot["label"], slot.get("unit") or "", tuple(slot.get("options") or ()))
        for slot in pair.get("slots") or ()
    ]
    days = [pair.get(f"{side}_on") or pair["ref_date"] for side in ("first", "second")]
    first_on, second_on = map(date.fromisoformat, days)
    return compare_answers(
        pair["first"], pair["second"], question=pair["question"], slots=slots, first_on=first_on, second_on=second_on
    )


@pytest.mark.parametrize(("file", "most_false", "least_recall", "least_placed"), FLOORS)
def test_floors(file: str, most_false: int, least_recall: float, least_placed: float) -> None:
    found = wanted = false_flags = placed = 0
    for line in (HERE / file).read_text("utf-8").splitlines():
        pair = json.loads(line)
        compared = _compared(pair)
        if pair["label"] != "contradiction":
            false_flags += compared.flagged
            continue
        wanted += 1
        found += compared.flagged
        start = pair["first"].index(pair["span_first"])
        end = start + len(pair["span_first"])
        spans = [finding.first_span for finding in compared.findings if finding.severity is Severity.WARN]
        placed += any(span is not None and span[0] < end and start < span[1] for span in spans)
    assert false_flags <= most_false
    assert found / wanted >= least_recall
    assert placed / found >= least_placed
