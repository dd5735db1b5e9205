"""Print how well observations match labelled answers: a table of triggers and the share of right first ones."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from simulator.content.schemas import QuestionKind
from simulator.feedback import observe

ORDER = ("evasive", "no_case", "no_example", "no_own_part", "no_result", "no_figure", "vague", "short")
CASE_KINDS = {"behavioural", "technical", "situational"}


def question_kind(row: dict[str, Any]) -> QuestionKind:
    """Return the kind the simulator would give the question of a labelled row."""
    if row["kind"] == "candidate_questions":
        return "closing"
    if row["kind"] != "multi_part":
        return cast("QuestionKind", row["kind"])
    if row["labels"]["star_result"] is not None:
        return "behavioural"
    return "background" if row["seconds"] <= 30 else "motivation"


def expected(row: dict[str, Any], kind: str) -> dict[str, bool]:
    """Return for each trigger whether the labels call for it, without those that are unclear or that they don't tell.

    `short` is wanted where the computed `too_short` holds and the labels show something missing: a whole case, a fact
    given within a minute, and a plain "no such case" may be brief.
    """
    if kind == "closing":
        return {}
    return {trigger: want for trigger, want in _wanted(row, kind).items() if want is not None}


def _wanted(row: dict[str, Any], kind: str) -> dict[str, bool | None]:
    labels = row["labels"]
    unclear = set(row.get("ambiguous", ()))

    def when_known(wanted: object, *names: str) -> bool | None:
        known = not unclear.intersection(names) and all(labels[name] is not None for name in names)
        return bool(wanted) if known else None

    told, no_case = labels["has_example"], labels["genuine_no_case"]
    complete = told and labels["own_part"] and labels["star_result"]
    fact = labels["specific"] and row["seconds"] <= 60 and kind != "behavioural"
    wanted = {
        "evasive": when_known(labels["non_answer"], "non_answer"),
        "short": when_known(labels["too_short"] and not (complete or fact or no_case), "too_short"),
    }
    if kind in CASE_KINDS:
        wanted["no_case"] = when_known(no_case, "genuine_no_case")
        wanted["no_own_part"] = when_known(told and not labels["own_part"], "has_example", "own_part")
        wanted["no_result"] = when_known(told and not labels["star_result"], "has_example", "star_result")
    if kind == "behavioural":
        wanted["no_example"] = when_known(not told and not no_case, "has_example")
    if kind == "salary":
        wanted["no_figure"] = labels["salary_form"] in {None, "refuses"}
    else:
        wanted["vague"] = when_known(not labels["specific"] and not no_case, "specific")
    return wanted


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled answer with what its labels call for and what was seen, most important first."""

    row: dict[str, Any]
    wanted: dict[str, bool]
    seen: list[str]


def judged(path: Path) -> list[Judged]:
    """Return the labelled answers of a file, each observed. A pointer to an earlier answer counts as a dodge."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind = question_kind(row)
        observations = observe(row["answer"], kind=kind, seconds=row["seconds"])
        seen = ["evasive" if o.kind == "as_said" else o.kind for o in observations]
        found.append(Judged(row, expected(row, kind), list(dict.fromkeys(seen))))
    return found


def share(part: int, whole: int) -> str:
    return f"{part / whole:5.2f}" if whole else "    -"


def trigger_line(trigger: str, answers: list[Judged]) -> str:
    counts = Counter((answer.wanted[trigger], trigger in answer.seen) for answer in answers if trigger in answer.wanted)
    hit, needless, missed, quiet = (
        counts[pair] for pair in ((True, True), (False, True), (True, False), (False, False))
    )
    balanced = "    -"
    if hit + missed and quiet + needless:
        balanced = f"{(hit / (hit + missed) + quiet / (quiet + needless)) / 2:5.2f}"
    return (
        f"{trigger:<12} {hit:>4} {needless:>9} {missed:>7} {quiet:>6}  {share(hit, hit + needless):>9}"
        f" {share(hit, hit + missed):>6} {share(hit + quiet, counts.total()):>8} {balanced:>9}"
    )


def first_triggers(answers: list[Judged]) -> list[tuple[Judged, str | None, str | None]]:
    """Return wanted and seen first trigger of the answers whose labels settle all that was seen."""
    settled = [answer for answer in answers if answer.wanted and set(answer.seen) <= set(answer.wanted)]
    return [
        (answer, next((t for t in ORDER if answer.wanted.get(t)), None), next(iter(answer.seen), None))
        for answer in settled
    ]


def print_errors(answers: list[Judged]) -> None:
    for answer in answers:
        wrong = [t for t, want in answer.wanted.items() if want != (t in answer.seen)]
        for trigger in wrong:
            what = "missed" if answer.wanted[trigger] else "needless"
            print(f"{answer.row['id']} {what} {trigger}: {answer.row['answer'][:120]!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="labelled answers, one JSON object a line")
    parser.add_argument("--errors", action="store_true", help="list the answers that were judged otherwise")
    arguments = parser.parse_args()
    answers = judged(arguments.path)
    print("trigger       hit  needless  missed  quiet  precision recall accuracy  balanced")
    for trigger in ORDER:
        print(trigger_line(trigger, answers))
    firsts = first_triggers(answers)
    right = sum(want == got for _, want, got in firsts)
    print(f"first trigger right: {right} of {len(firsts)} ({share(right, len(firsts)).strip()})")
    if arguments.errors:
        print_errors(answers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
