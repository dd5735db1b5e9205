"""Print how much of the talking the interviewers do, round by round, and how long their words between questions are.

The candidate gives labelled answers of the same kind of question, one after the other.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections import Counter
from itertools import cycle
from pathlib import Path

from simulator.content.library import Library, freeze, load_library
from simulator.content.schemas import Process
from simulator.interview import Interview, Plan, actions
from simulator.interview.planning import plan_round
from simulator.text import word_count
from simulator.transcript.turns import CANDIDATE, Transcript

QUESTIONS = ["How big is the team?", "What would you want done in the first three months?", "No, thank you."]


def held(plan: Plan, answers: dict[str, list[str]]) -> Transcript:
    """Return one round with `answers` by kind of question, and three turns of the candidate's at the end."""
    interview = Interview(plan)
    interview.take(actions.Begin(), at=0)
    given = {kind: cycle(texts) for kind, texts in answers.items()}
    asked = iter(QUESTIONS)
    while not interview.state.ended:
        open_now = interview.state.item
        question = plan.questions.get(open_now.question) if open_now else None
        kind = question.kind if question and question.kind in given else "background"
        text = next(asked, QUESTIONS[-1]) if interview.state.open == "closing" else next(given[kind])
        interview.take(actions.Answer(text), at=len(interview.turns))
    return Transcript(header=plan.header, turns=tuple(interview.turns))


def rounds(library: Library, process: Process, answers: dict[str, list[str]]) -> list[Transcript]:
    """Return all rounds of a process, one after the other."""
    done: list[Transcript] = []
    for place, meeting in enumerate(process.rounds):
        plan = plan_round(
            freeze(library, process, meeting.id),
            meeting.id,
            transcript=f"{place + 1:04}-{meeting.id}",
            candidacy="ada",
            candidate="Ada Lovelace",
            attempt=1,
            started_at=dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC),
            digest="sha256:0",
            earlier=done,
        )
        done.append(held(plan, answers))
    return done


def share_line(process: Process, transcript: Transcript) -> str:
    """Return a round's row: the interviewers' words and the candidate's, the share of the first, the lines between."""
    said = [turn for turn in transcript.turns if turn.visible == "all"]
    words: Counter[bool] = Counter()
    for turn in said:
        words[turn.speaker == CANDIDATE] += word_count(turn.text)
    between = [word_count(turn.text) for turn in said if turn.kind in ("acknowledgement", "nudge", "settled")]
    mean = sum(between) / len(between) if between else 0.0
    name = f"{process.id}/{transcript.header.round}"
    return f"{name:<28} {words[False]:>6} {words[True]:>6}  {words[False] / words.total():.2f}  {mean:>4.1f}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, help="labelled answers, one JSON object a line")
    parser.add_argument("--least", type=int, default=60, help="leave out answers of fewer words")
    arguments = parser.parse_args()
    answers: dict[str, list[str]] = {}
    for line in arguments.path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["words"] >= arguments.least or row["seconds"] <= 45:
            answers.setdefault(row["kind"], []).append(row["answer"])
    library = load_library()
    print("round                        asking answers share  words of an acknowledgement")
    for entry in library.of_kind("process"):
        if isinstance(entry.item, Process):
            for transcript in rounds(library, entry.item, answers):
                print(share_line(entry.item, transcript))
    return 0


if __name__ == "__main__":
    sys.exit(main())
