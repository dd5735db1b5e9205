"""At most five points for next time, the weightiest first, each resting on the candidate's own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.debrief.report import Advice, FindingEntry, Retold
from simulator.debrief.scorecard import SOUND, Marked
from simulator.feedback import shown_in
from simulator.interview.handoff import ENOUGH_TO_STAND_OUT
from simulator.interview.hearing import ENOUGH_WORDS
from simulator.text import word_count

if TYPE_CHECKING:
    from simulator.content.schemas import Question

MOST = 5
"""Points one can work on before the next round."""

QUOTED = 3
"""Answers quoted for one point."""

_POINTS = {
    "off_question": (
        "did not take up the question",
        "Answer what was asked first, in one sentence; the rest can follow.",
    ),
    "told_already": (
        "repeated an answer to another question word for word",
        "Each question wants its own answer: have one story ready for each thing they look for.",
    ),
    "no_fact": (
        "did not name what was asked for",
        "Have the figure ready and say it first, as a number or a date.",
    ),
    "asks_again": (
        "asked what was meant",
        "Asking once what is meant is fine; then answer, even roughly.",
    ),
    "put_off": (
        "was put off for later",
        "Putting one question off is fine; have something ready for when it comes back.",
    ),
    "asks_back": (
        "was a question back",
        "Answer first, even roughly; your own question can follow, or wait for your turn.",
    ),
    "as_said": (
        "pointed to what you had said before",
        "Tell it in full each time: whoever asks has not heard the answer you pointed to.",
    ),
    "evasive": (
        "put the question aside",
        "Answer what was asked first, in one sentence; the rest can follow.",
    ),
    "no_case": (
        "said that there was no such case",
        "Have a neighbouring case ready for where there is none: the next best thing that did happen.",
    ),
    "no_example": (
        "told how things are in general, and no case",
        "Tell one time when it happened, with when and where.",
    ),
    "no_own_part": (
        "told a case without a step of your own",
        "Say what you did yourself, step by step, before what the others did.",
    ),
    "no_result": (
        "told a case without its end",
        "Say how it ended, and what came of it.",
    ),
    "no_figure": (
        "named no amount",
        "Name an amount, best as a range.",
    ),
    "vague": (
        "had nothing particular in it",
        "Put a number, a name or a time into it.",
    ),
    "short": (
        "used little of the time",
        "Use more of the time: one more step, or one more reason.",
    ),
}
"""What answers were missing, and what to do about it next time."""


def advice(
    marks: Sequence[Marked],
    findings: Sequence[FindingEntry],
    retold: Sequence[Retold],
    questions: Mapping[str, Question],
) -> tuple[Advice, ...]:
    """Return at most `MOST` points: what differed, what was missing most often, and one thing that worked."""
    worked = list(_worked(marks, questions))[:1]
    points = [*_differences(findings), *_passed_over(marks), *_missing(marks, questions), *_retold(retold)]
    return (*points[: MOST - len(worked)], *worked)


def _differences(findings: Sequence[FindingEntry]) -> Iterator[Advice]:
    for entry in findings:
        if entry.open:
            text = "Know which of these is right before you are asked."
            yield Advice(kind=entry.kind, text=text, evidence=(entry.earlier.evidence, entry.now.evidence))


def _passed_over(marks: Sequence[Marked]) -> Iterator[Advice]:
    skipped = [each for each in marks if each.heard.skipped]
    if skipped:
        count = f"{len(skipped)} question{'s' * (len(skipped) != 1)}"
        evidence = tuple(each.evidence for each in skipped[:QUOTED])
        text = f"You passed {count} over. Nobody can count what was not said: prepare them first."
        yield Advice(kind="skipped", text=text, evidence=evidence)


def _missing(marks: Sequence[Marked], questions: Mapping[str, Question]) -> Iterator[Advice]:
    """Yield a point for each thing that was missing, that of the weakest answers first; each quotes those it is of."""
    given = sum(bool(each.heard.answers or each.heard.aside) for each in marks)
    groups: dict[str, list[Marked]] = {kind: [] for kind in _POINTS}
    again = _repeated(marks)
    for each in marks:
        kind = "told_already" if each.heard.n in again else next(iter(each.seen), "")
        if kind in groups and not each.heard.skipped:
            groups[kind].append(each)
    there = ((kind, sorted(found, key=_how_sound)) for kind, found in groups.items() if found)
    for kind, found in sorted(there, key=lambda group: (_how_sound(group[1][0]), -len(group[1]))):
        count = "One answer" if len(found) == 1 else f"{len(found)} answers"
        missing, to_do = _POINTS[kind]
        yield Advice(
            kind=kind,
            text=f"{count} of {given} {missing}. {to_do}",
            evidence=tuple(each.evidence for each in found[:QUOTED]),
            tip="" if found[0].heard.deeper else questions[found[0].heard.question].tip,
        )


def _repeated(marks: Sequence[Marked]) -> set[int]:
    """Return the turns of the questions that were answered in the very words of the answer to one before."""
    said_before: set[str] = set()
    found: set[int] = set()
    for each in marks:
        said = each.heard.text or (each.heard.aside.text if each.heard.aside else "")
        words = " ".join(said.casefold().split())
        if word_count(words) >= ENOUGH_WORDS and words in said_before:
            found.add(each.heard.n)
        said_before.add(words)
    return found


def _retold(retold: Sequence[Retold]) -> Iterator[Advice]:
    for again in retold[:1]:
        text = (
            f"One story answered {2 + len(again.also)} questions. Interviewers compare notes: have another one ready."
        )
        yield Advice(kind="retold", text=text, evidence=(again.earlier.evidence, again.now.evidence))


def _how_sound(marked: Marked) -> int:
    return marked.score or 0


def _worked(marks: Sequence[Marked], questions: Mapping[str, Question]) -> Iterator[Advice]:
    """Yield the stories that were whole, those that nobody had to follow up first: only with the words that show it."""
    whole = [
        each
        for each in marks
        if (each.score or 0) >= SOUND
        and questions[each.heard.question].kind == "behavioural"
        and word_count(each.heard.text) >= ENOUGH_TO_STAND_OUT
        and each.evidence.quote
    ]
    for each in sorted(whole, key=lambda each: not _whole_at_once(each, questions)):
        how = "without being asked for it" if _whole_at_once(each, questions) else "once you were asked for it"
        text = f"Keep this: a case with your own part and its end, {how}."
        yield Advice(kind="keep", text=text, evidence=(each.evidence,), keep=True)


def _whole_at_once(marked: Marked, questions: Mapping[str, Question]) -> bool:
    """Tell whether the first answer held the whole case, whatever was asked after it."""
    kind = questions[marked.heard.question].kind
    return not marked.heard.followed_up or shown_in(marked.heard.answers[0], kind) is not None
