"""Measure the comparing of answers on labelled pairs.

Usage: python benchmarks/consistency.py [--naive] [--metamorphic] [--scale] [--errors] PAIRS.jsonl...

A line is an object with `label` (`contradiction` or another), `type`, `question`, `first`, `second` and, where it has
them, `first_on` and `second_on` (the days of the answers; `ref_date` stands for either), `slots` (the facts the
question declares, written out or by id) and `span_first`, `span_second` (what a finding has to point at).

`--naive` adds what similarity alone would say, `--metamorphic` edits that must not change the verdict and such as
must, `--scale` the time one answer takes against very many, `--errors` the pairs that were judged wrongly.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from rapidfuzz.fuzz import WRatio, token_set_ratio

from simulator.consistency import Claim, Comparison, Severity, Slot, claims_of, compare_answers, compare_claims
from simulator.consistency.store import ClaimStore
from simulator.content.library import Fact, load_library

SAMPLES = 1000
ALIKE = 80
LONG = 60
"""Words from which on both answers of a pair are long."""
SCALES = (1_000, 100_000)
TURNS = 60
FAMILIES = {
    "figures": "age count duration years date dates money percent percentage number",
    "names, titles": "name names title degree employer school place person qualification",
    "yes/no, choice": "yes_no yesno stance willingness relocation choice preference negation reversed",
    "reasons, roles, buried": "reason role roles outcome buried implicit",
}

Pair = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure the comparing of answers on labelled pairs.")
    parser.add_argument("files", nargs="+", type=Path, metavar="PAIRS.jsonl")
    for name in ("naive", "metamorphic", "scale", "errors"):
        parser.add_argument(f"--{name}", action="store_true")
    wanted = parser.parse_args()
    pairs: list[Pair] = [
        json.loads(line) for file in wanted.files for line in file.read_text(encoding="utf-8").splitlines() if line
    ]
    compare(pairs[0])  # what is loaded on first use is not timed
    report("typed claims", pairs, compare, errors=wanted.errors)
    if wanted.naive:
        naive(pairs)
    if wanted.metamorphic:
        metamorphic(pairs)
    if wanted.scale:
        scale(pairs)
    return 0


# Pairs


def slots_of(pair: Pair) -> tuple[Slot, ...]:
    """Return the slots of a pair: written out, or by the id of a fact the built-in questions declare."""
    return tuple(
        known_facts()[slot].slot()
        if isinstance(slot, str)
        else Slot(slot["id"], slot["kind"], slot["label"], slot.get("unit") or "", tuple(slot.get("options") or ()))
        for slot in pair.get("slots") or ()
    )


@cache
def known_facts() -> dict[str, Fact]:
    return load_library().facts


def day_of(pair: Pair, side: str) -> date | None:
    day = pair.get(f"{side}_on") or pair.get("ref_date")
    return date.fromisoformat(day) if day else None


def compare(pair: Pair) -> Comparison:
    return compare_answers(
        pair["first"],
        pair["second"],
        question=pair.get("question", ""),
        slots=slots_of(pair),
        first_on=day_of(pair, "first"),
        second_on=day_of(pair, "second"),
    )


def naive(pairs: Sequence[Pair]) -> None:
    """Report what similarity alone would say, the first at the threshold that suits these very pairs best."""
    ratios = [token_set_ratio(pair["first"], pair["second"]) for pair in pairs]
    wanted = [pair["label"] == "contradiction" for pair in pairs]
    best = max(
        range(101),
        key=lambda least: _scores([(want, ratio >= least) for want, ratio in zip(wanted, ratios, strict=True)])[2],
    )
    report("naive: flag everything", pairs, lambda _: True)
    report(
        f"naive: token_set_ratio from {best}",
        pairs,
        lambda pair: token_set_ratio(pair["first"], pair["second"]) >= best,
    )
    report(f"naive: WRatio below {ALIKE}", pairs, lambda pair: WRatio(pair["first"], pair["second"]) < ALIKE)


def is_long(pair: Pair) -> bool:
    return min(len(pair["first"].split()), len(pair["second"].split())) >= LONG


def is_placed(pair: Pair, compared: Comparison) -> bool:
    """Return whether one of the warnings points at both labelled passages."""
    places = []
    for side in ("first", "second"):
        start = pair[side].find(pair[f"span_{side}"])
        places.append((start, start + len(pair[f"span_{side}"])))
    return any(
        meets(found.first_span, places[0]) and meets(found.second_span, places[1])
        for found in compared.findings
        if found.severity is Severity.WARN
    )


def meets(span: tuple[int, int] | None, place: tuple[int, int]) -> bool:
    return span is not None and span[0] < place[1] and place[0] < span[1]


# Report


def report(
    name: str, pairs: Sequence[Pair], judge: Callable[[Pair], Comparison | bool], *, errors: bool = False
) -> None:
    judged, took = [], []
    for pair in pairs:
        began = time.perf_counter()
        judged.append(judge(pair))
        took.append((time.perf_counter() - began) * 1000)
    flagged = [verdict if isinstance(verdict, bool) else verdict.flagged for verdict in judged]
    outcomes = [(pair["label"] == "contradiction", flag) for pair, flag in zip(pairs, flagged, strict=True)]
    print(f"{name}: {len(pairs)} pairs, {sum(map(is_long, pairs)) / len(pairs):.0%} long")
    samples = _samples(outcomes)
    for index, measure in enumerate(("precision", "recall", "F1")):
        values = sorted(sample[index] for sample in samples)
        low, high = values[int(0.025 * SAMPLES)], values[int(0.975 * SAMPLES) - 1]
        print(f"  {measure:<10} {_scores(outcomes)[index]:.3f}  [{low:.3f}, {high:.3f}]")
    tables: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for pair, verdict, flag in zip(pairs, judged, flagged, strict=True):
        length = "long" if is_long(pair) else "short"
        kind = pair.get("type") or "other"
        if pair["label"] != "contradiction":
            tables["falsely flagged"][pair["label"]].append(flag)
            tables["falsely flagged, by length"][length].append(flag)
            continue
        tables["found"][kind].append(flag)
        tables["found, by family"][_family(kind)].append(flag)
        tables["found, by length"][length].append(flag)
        if flag and isinstance(verdict, Comparison) and pair.get("span_first") and pair.get("span_second"):
            tables["of those found, spans placed"]["all"].append(is_placed(pair, verdict))
    for title, rows in tables.items():
        _table(title, rows)
    cuts = statistics.quantiles(took, n=20)
    print(f"  milliseconds a pair: p50 {statistics.median(took):.2f}, p95 {cuts[-1]:.2f}\n")
    if errors:
        _errors(pairs, judged, outcomes)


def _family(kind: str) -> str:
    return next((name for name, kinds in FAMILIES.items() if kind in kinds.split()), "other")


def _errors(pairs: Sequence[Pair], judged: Sequence[Comparison | bool], outcomes: Sequence[tuple[bool, bool]]) -> None:
    for pair, verdict, (wanted, flag) in zip(pairs, judged, outcomes, strict=True):
        misplaced = (
            wanted
            and flag
            and isinstance(verdict, Comparison)
            and bool(pair.get("span_first") and pair.get("span_second"))
            and not is_placed(pair, verdict)
        )
        if wanted == flag and not misplaced:
            continue
        verdict_in_a_word = "MISPLACED" if misplaced else "MISSED" if wanted else "WRONG"
        slots = [slot.kind for slot in slots_of(pair)]
        print(verdict_in_a_word, pair["id"], pair["label"], pair.get("type"), pair.get("tags"), slots)
        print(f"  Q  {pair.get('question')}\n  1  {pair['first']}\n  2  {pair['second']}")
        if wanted:
            print(f"  -> {pair.get('span_first')!r} / {pair.get('span_second')!r}")
        for found in verdict.findings if isinstance(verdict, Comparison) else ():
            if found.severity is not Severity.REMARK:
                print(f"  {found.rule}: {found.reason}")


def _table(title: str, rows: dict[str, list[bool]]) -> None:
    print(f"  {title}:")
    for name, flags in sorted(rows.items()):
        print(f"    {name:<24} {sum(flags):>4} of {len(flags):<4} {sum(flags) / len(flags):.2f}")


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


# Edits that must not change the verdict, and such as must

_SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
WORDS = _SMALL + [f"{ten}-{unit}" if unit != "zero" else ten for ten in _TENS for unit in _SMALL[:10]]
"""The numbers below a hundred in words, each at its place."""
FIGURES = {word: value for value, word in enumerate(WORDS) if value > 1}
LARGE = ("hundred", "thousand", "million", "billion", "dozen")
IN_DIGITS = re.compile(r"(?<![\w.,:/£$€-])\d{1,2}(?![\w:/%-]|[.,]\d)")
IN_WORDS = re.compile(rf"\b({'|'.join(sorted(FIGURES, key=len, reverse=True))})\b(?!-)", re.IGNORECASE)
NUMBERS = re.compile(
    rf"(?<![\w.,:/-])(?:\d{{1,5}}|{'|'.join(sorted(FIGURES, key=len, reverse=True))})(?![\w:/-]|[.,]\d)"
)
AUXILIARIES = re.compile(r"\b(?:am|is|are|was|were|have|has|had|can|could|did|do|would|will)\b(?! not|n't|\?)")
NAMES = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
FILLERS = ("um, ", "uh, ", "you know, ", "er, ", "to be honest, ")


def metamorphic(pairs: Sequence[Pair]) -> None:
    chance = random.Random(7)
    must_not: dict[str, list[bool]] = defaultdict(list)
    must: dict[str, list[bool]] = defaultdict(list)
    for pair in pairs:
        for side in ("first", "second"):
            answer = pair[side]
            for name, changed in variants(answer, chance):
                must_not[name].append(compare({**pair, "first": answer, "second": changed}).flagged)
            for name, edited, first, second in edits(answer, chance):
                compared = compare({**pair, "first": answer, "second": edited})
                must[name].append(any(
                    meets(found.first_span, first) and meets(found.second_span, second)
                    for found in compared.findings if found.severity is not Severity.REMARK
                ))  # fmt: skip
    print("metamorphic")
    _table("wrongly flagged", must_not)
    _table("one edit found, spans on it", must)


def variants(answer: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    yield "identical", answer
    words = answer.split(" ")
    yield "disfluencies", " ".join(chance.choice(FILLERS) + word if chance.random() < 0.15 else word for word in words)
    yield "lower case", answer.lower()
    yield "digits to words", IN_DIGITS.sub(lambda match: WORDS[int(match[0])], answer)
    yield "words to digits", IN_WORDS.sub(in_digits, answer)
    sentences = re.split(r"(?<=[.!?]) ", answer)
    yield "sentences dropped", " ".join(sentence for sentence in sentences if chance.random() > 0.3)
    chance.shuffle(sentences)
    yield "sentences shuffled", " ".join(sentences)


def in_digits(match: re.Match[str]) -> str:
    """Return a number of one word in digits; nobody writes "2 hundred and 10" or "3 point 1"."""
    before, after = match.string[: match.start()].lower().split()[-2:], match.string[match.end() :].lower().split()[:1]
    beside = [word.strip(".,;-") for word in (*before[-1:], *after)]
    in_larger = {*LARGE, *FIGURES, "point", "one"} & set(beside) or (before[1:] == ["and"] and before[0] in LARGE)
    return match[0] if in_larger else str(FIGURES[match[0].lower()])


def edits(answer: str, chance: random.Random) -> Iterator[tuple[str, str, tuple[int, int], tuple[int, int]]]:
    """Yield copies of `answer` with one fact changed, and where it stood and stands."""
    for name, pattern in (("number", NUMBERS), ("negation", AUXILIARIES), ("name", NAMES)):
        places = list(pattern.finditer(answer))
        if not places:
            continue
        place = chance.choice(places)
        other = _instead(name, place[0])
        edited = answer[: place.start()] + other + answer[place.end() :]
        # A finding may point at the words beside a negation, where there was nothing before.
        slack = 10 if name == "negation" else 0
        second = place.start() - slack, place.start() + len(other) + slack
        yield name, edited, (place.start() - slack, place.end() + slack), second


def _instead(name: str, said: str) -> str:
    if name == "negation":
        return f"{said} not"
    if name == "name":
        return "Ashgrove" if said != "Ashgrove" else "Millbank"
    value = FIGURES.get(said.lower())
    if value is not None:
        return WORDS[value * 2 + 1 if value < 45 else value // 2]
    figure = int(said)
    return str(figure + 4 if 1950 <= figure <= 2049 else figure * 2 + 1)


# Time


def scale(pairs: Sequence[Pair]) -> None:
    """Time one answer against very many earlier ones, whose claims are known, and a pair of long answers."""
    known = [_claims(pair, side) for pair in pairs for side in ("first", "second")]
    print("one answer against earlier ones")
    for size in SCALES:
        chance = random.Random(3)
        store = ClaimStore()
        for _ in range(size):
            store.add([_moved(claim, chance) for claim in chance.choice(known)])
        took = []
        for turn in range(TURNS):
            pair = pairs[turn * len(pairs) // TURNS]
            began = time.perf_counter()
            later = _claims(pair, "second")
            compare_claims(store.like(later), later)
            took.append((time.perf_counter() - began) * 1000)
        cuts = statistics.quantiles(took, n=20)
        print(f"  {size:>7} answers, {len(store)} claims: p50 {statistics.median(took):.2f} ms, p95 {cuts[-1]:.2f} ms")
    took = []
    for turn in range(TURNS):
        chosen = [pairs[(turn * 7 + step) % len(pairs)] for step in range(40)]
        long = {side: _long(chosen, side) for side in ("first", "second")}
        began = time.perf_counter()
        compare({**chosen[0], **long})
        took.append((time.perf_counter() - began) * 1000)
    cuts = statistics.quantiles(took, n=20)
    print(f"  a pair of answers of 130 words: p50 {statistics.median(took):.2f} ms, p95 {cuts[-1]:.2f} ms\n")


def _long(pairs: Sequence[Pair], side: str) -> str:
    words: list[str] = []
    for pair in pairs:
        words += pair[side].split()
        if len(words) >= 130:
            break
    return " ".join(words[:130])


def _claims(pair: Pair, side: str) -> tuple[Claim, ...]:
    return claims_of(pair[side], question=pair.get("question", ""), slots=slots_of(pair), on=day_of(pair, side))


def _moved(claim: Claim, chance: random.Random) -> Claim:
    """Return `claim` with other figures, so that many answers do not come down to a few."""
    by = chance.uniform(0.3, 3)
    return replace(
        claim, values=tuple(replace(value, low=value.low * by, high=value.high * by) for value in claim.values)
    )


if __name__ == "__main__":
    sys.exit(main())
