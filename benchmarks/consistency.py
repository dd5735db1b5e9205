"""Measure the comparing of answers on labelled pairs, beside a naive baseline.

Usage: python benchmarks/consistency.py PAIRS.jsonl

A line is an object with `label` (`contradiction` or another), `type`, `question`, `first`, `second` and, where it has
one, `ref_date` (the day of both answers).
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import token_set_ratio

from simulator.consistency import compare_answers

SAMPLES = 1000
ALIKE = 85

Pair = dict[str, Any]


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: python benchmarks/consistency.py PAIRS.jsonl", file=sys.stderr)
        return 2
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    pairs: list[Pair] = [json.loads(line) for line in lines if line.strip()]
    report("typed claims", pairs, by_claims)
    report(f"token_set_ratio below {ALIKE} (naive)", pairs, by_ratio)
    return 0


def by_claims(pair: Pair) -> bool:
    day = date.fromisoformat(pair["ref_date"]) if pair.get("ref_date") else None
    return compare_answers(
        pair["first"], pair["second"], question=pair.get("question", ""), first_on=day, second_on=day
    ).flagged


def by_ratio(pair: Pair) -> bool:
    return token_set_ratio(pair["first"], pair["second"]) < ALIKE


def report(name: str, pairs: Sequence[Pair], flags: Callable[[Pair], bool]) -> None:
    flagged, took = [], []
    for pair in pairs:
        began = time.perf_counter()
        flagged.append(flags(pair))
        took.append((time.perf_counter() - began) * 1000)
    outcomes = [(pair["label"] == "contradiction", flag) for pair, flag in zip(pairs, flagged, strict=True)]
    print(f"{name}: {len(pairs)} pairs")
    samples = _samples(outcomes)
    for index, measure in enumerate(("precision", "recall", "F1")):
        values = sorted(sample[index] for sample in samples)
        low, high = values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES) - 1]
        print(f"  {measure:<10} {_scores(outcomes)[index]:.3f}  [{low:.3f}, {high:.3f}]")
    false_flags: dict[str, list[bool]] = defaultdict(list)
    found: dict[str, list[bool]] = defaultdict(list)
    for pair, flag in zip(pairs, flagged, strict=True):
        if pair["label"] == "contradiction":
            found[pair.get("type") or "other"].append(flag)
        else:
            false_flags[pair["label"]].append(flag)
    _table("falsely flagged", false_flags)
    _table("found", found)
    cuts = statistics.quantiles(took, n=20)
    print(f"  milliseconds a pair: p50 {statistics.median(took):.2f}, p95 {cuts[-1]:.2f}\n")


def _table(title: str, rows: dict[str, list[bool]]) -> None:
    print(f"  {title}:")
    for name, flags in sorted(rows.items()):
        print(f"    {name:<22} {sum(flags):>4} of {len(flags):<4} {sum(flags) / len(flags):.2f}")


def _scores(outcomes: Sequence[tuple[bool, bool]]) -> tuple[float, float, float]:
    hits = sum(wanted and flag for wanted, flag in outcomes)
    flagged = sum(flag for _, flag in outcomes)
    wanted = sum(want for want, _ in outcomes)
    precision = hits / flagged if flagged else 0.0
    recall = hits / wanted if wanted else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _samples(outcomes: Sequence[tuple[bool, bool]]) -> list[tuple[float, float, float]]:
    chance = random.Random(1)
    return [_scores(chance.choices(outcomes, k=len(outcomes))) for _ in range(SAMPLES)]


if __name__ == "__main__":
    sys.exit(main())
