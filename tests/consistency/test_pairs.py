"""The labelled pairs: what was reached must not be lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from simulator.consistency import Severity, compare_answers

PAIRS = [json.loads(line) for line in (Path(__file__).parent / "pairs_dev.jsonl").read_text("utf-8").splitlines()]


def test_precision_recall_and_spans() -> None:
    found = wanted = false_flags = placed = 0
    for pair in PAIRS:
        day = date.fromisoformat(pair["ref_date"])
        compared = compare_answers(
            pair["first"], pair["second"], question=pair["question"], first_on=day, second_on=day
        )
        if pair["label"] != "contradiction":
            false_flags += compared.flagged
            continue
        wanted += 1
        found += compared.flagged
        start = pair["first"].index(pair["span_first"])
        end = start + len(pair["span_first"])
        spans = [finding.first_span for finding in compared.findings if finding.severity is Severity.WARN]
        placed += any(span is not None and span[0] < end and start < span[1] for span in spans)
    assert false_flags <= 3
    assert found / (found + false_flags) >= 0.95
    assert found / wanted >= 0.85
    assert placed / found >= 0.9
