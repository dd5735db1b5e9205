"""Marks on the questions' own scales: each with its reason and the candidate's words, and none on what is no answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.content.schemas import FREE_TALK, asks_for_fact
from simulator.debrief.report import CompetencyEntry, Evidence, MarkEntry
from simulator.feedback import NON_ANSWERS, Shown, observe, sentence_at, shown_in, telling
from simulator.feedback.case import case_told
from simulator.text import one_line, word_count
from simulator.transcript.reading import Exchange, exchanges, joined, part_at, standing
from simulator.transcript.turns import EarlierExchange, Header, Transcript, Turn

if TYPE_CHECKING:
    import datetime as dt

    from simulator.consistency import Slot
    from simulator.content.schemas import Question
    from simulator.feedback import Observation

SOUND = 4
"""The highest mark that words alone can get, where they show what it rests on. A 5 is for people to give."""

FAIR = 3
"""The mark of an answer in which something is missing, or nothing shows more."""

WEAK = 2
"""Up to this mark, an answer speaks against whoever gave it."""

TOP = "5"
"""The anchor at the top of a scale."""

BARE = 5
"""Words up to which an answer without anything specific is no more than a nod."""

MAX_QUOTE = 160
"""Characters quoted of an answer."""

_STOPS = ".!?…\n"
_BETWEEN = " \t,;:–—-"
_CLOSING_MARKS = ")]}>»”’\"'"

_ASIDE = {
    "foreign": "It was not in English, so it was not judged.",
    "asks_again": "You asked what was meant and did not answer.",
    "put_off": "You put it off, and it did not come.",
    "asks_back": "You asked something back and did not answer.",
    "told_already": "These were the words of your answer to another question.",
    "off_question": "It did not answer what was asked.",
    "no_fact": "What was asked for was not named.",
    "which": "You asked which was meant and did not answer.",
    "thinking": "You asked for a moment to think and did not answer.",
    "declined": "You preferred not to say.",
    "closed": "You had no more to say.",
    "cut_in": "You answered what was asked in between, and the room went on.",
}
"""Why an answer stands aside, for whoever gave it."""

_UNREAD = "What was asked for could not be read from the words."
_NAMED = Shown("What was asked for was named.")
_PLAIN = "It was answered, with little in it that shows more than that."
_TALK = "It was answered; anything may be said to that, so nothing in it is marked."
_CASE_INSTEAD = "A case was told; whether it is what was asked, the words do not show."

_NOT_NAMED = frozenset({"story", "reason"})
"""Kinds of fact that are told, and not named in a word."""

_KNOWLEDGE = re.compile(r"\byou know (?:about|of)\b", re.IGNORECASE)

_SCORES = {
    frozenset({"no_own_part", "no_result"}): 2,
    frozenset({"vague", "short"}): 2,
}
"""What two things missing at once come to; any one of them is worth 3, a missing case or figure less."""


@dataclass(frozen=True)
class Heard:
    """One question with what was answered, in this round or an earlier one."""

    transcript: str
    n: int
    round: str
    asker: str
    question: str
    asked: str
    """The question as it was put."""
    turns: tuple[int, ...]
    answers: tuple[str, ...]
    followed_up: int
    skipped: bool = False
    """Whether the candidate passed it over; without that and an answer, the room went on before there was one."""
    aside: Turn | None = None
    """The last answer that did not take up the question."""
    why_aside: str = ""
    on: dt.date | None = None
    """The day it was answered."""
    deeper: bool = False
    """Whether more was asked for on an earlier answer, and no fact."""
    aloud: bool = False
    """Whether it was said and only its gist written down: the words show nothing then."""

    @property
    def text(self) -> str:
        """The answers, one below the other."""
        return joined(self.answers)

    def evidence(self, span: tuple[int, int] | None = None) -> Evidence:
        """Return the sentence in which `span` of the text begins, or the one that shows most, with its turn."""
        if not self.answers and self.aside:
            quote = one_line(self.aside.text, MAX_QUOTE)
            return Evidence(transcript=self.transcript, n=self.aside.n, quote=quote)
        if not self.answers:
            return Evidence(transcript=self.transcript, n=self.n)
        start, end = (sentence_at(self.text, span[0]) if span else telling(self.text).span) or (0, len(self.text))
        start, end = _with_its_marks(self.text, start, end)
        part = part_at(self.answers, start)
        return Evidence(transcript=self.transcript, n=self.turns[part], quote=one_line(self.text[start:end], MAX_QUOTE))


def _with_its_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a quotation of text[start:end] begins and ends with the brackets and quotes around its words."""
    first = start
    while first and not (text[first - 1].isalnum() or text[first - 1] in _STOPS):
        first -= 1
    before = text[first:start]
    first = start - len(before.lstrip(_BETWEEN))
    while end < len(text) and text[end] in _CLOSING_MARKS:
        end += 1
    return first, end


@dataclass(frozen=True)
class Marked:
    """What was heard with its mark: 0 where there is nothing in it to mark, and None where nothing can be told."""

    heard: Heard
    competency: str
    score: int | None
    reason: str
    evidence: Evidence
    seen: tuple[str, ...] = ()
    """The kinds of what was observed, the most important first."""


def heard_now(transcript: Transcript) -> list[Heard]:
    """Return what was asked and answered in an interview."""
    header = transcript.header
    return [_heard(header, exchange) for exchange in exchanges(transcript.turns)]


def _heard(header: Header, exchange: Exchange) -> Heard:
    return Heard(
        transcript=header.id,
        n=exchange.asked.n,
        round=header.title,
        asker=exchange.asker,
        question=exchange.question,
        asked=exchange.asked.wording,
        turns=tuple(turn.n for turn in exchange.said),
        answers=tuple(turn.text for turn in exchange.said),
        followed_up=len(exchange.probes) + len(exchange.challenges),
        skipped=exchange.skipped,
        aside=exchange.aside[-1] if exchange.aside else None,
        why_aside="told_already" if exchange.told_already == exchange.answers != [] else exchange.why_aside,
        on=header.started_at.date(),
        deeper=exchange.asked.why == "elaborate",
        aloud=any(turn.spoken for turn in exchange.answers),
    )


def heard_before(earlier: Iterable[EarlierExchange]) -> list[Heard]:
    """Return what earlier rounds asked and heard."""
    return [
        Heard(
            transcript=each.transcript,
            n=each.n,
            round=each.round,
            asker=each.asker_id,
            question=each.question,
            asked=each.asked,
            turns=each.turns,
            answers=each.answers,
            followed_up=each.followed_up,
            skipped=each.skipped,
            on=each.on,
            aloud=bool(each.turns) and not any(text.strip() for text in each.answers),
        )
        for each in earlier
    ]


def marked(
    heard: Iterable[Heard], questions: Mapping[str, Question], slots: Callable[[str], Sequence[Slot]]
) -> list[Marked]:
    """Return the marks on what was heard to questions of the banks; others have no scale to mark them on.

    `slots` tells the facts that a question asks for.
    """
    return [_mark(each, questions[each.question], slots(each.question)) for each in heard if each.question in questions]


def _mark(heard: Heard, question: Question, slots: Sequence[Slot]) -> Marked:
    def found(score: int | None, reason: str, evidence: Evidence, seen: Sequence[Observation] = ()) -> Marked:
        aside = heard.why_aside if heard.why_aside == "told_already" or not heard.answers else ""
        kinds = tuple(each.kind for each in seen) or tuple(filter(None, [aside]))
        return Marked(heard, question.competency, score, reason, evidence, kinds)

    if heard.aloud:
        return found(None, "It was said aloud; what was written down does not show how.", heard.evidence())
    if heard.why_aside == "told_already":
        return found(0, _ASIDE[heard.why_aside], heard.evidence())
    if not heard.answers and heard.why_aside and not heard.skipped:
        return found(None if heard.why_aside == "foreign" else 0, _ASIDE[heard.why_aside], heard.evidence())
    if not heard.answers:
        reason = "There was no answer." if heard.skipped else "The room went on before there was an answer."
        return found(0 if heard.skipped else None, reason, heard.evidence())
    seen = observe(heard.text, kind=question.kind, seconds=question.seconds)
    specifics = telling(heard.text).specifics
    if question.kind in FREE_TALK and not (specifics and asks_for_fact(question.slots)):
        return found(None, _UNREAD if asks_for_fact(question.slots) else _TALK, heard.evidence())
    evidence = heard.evidence(next((each.span for each in seen if each.span), None))
    if seen and seen[0].kind in NON_ANSWERS:
        return found(0, seen[0].reason, evidence, seen)
    if seen and word_count(heard.text) <= BARE and not specifics:
        return found(0, "Too little was said to mark.", evidence, seen)
    if seen:
        return found(_score(seen), " ".join(each.reason for each in seen[:2]), evidence, seen)
    return found(*_of_what_shows(heard, question, slots))


def _of_what_shows(heard: Heard, question: Question, slots: Sequence[Slot]) -> tuple[int | None, str, Evidence]:
    """Return the mark of an answer in which nothing is missing: it is good by what is there, and quotes that."""
    facts = [slot for slot in slots if slot.kind not in _NOT_NAMED and not heard.deeper]
    if facts and question.kind != "behavioural":
        shown = _named(heard, facts)
        missing = None if question.kind in FREE_TALK else FAIR, _UNREAD
    else:
        by_case = _answered_by_case(question)
        instead = not by_case and case_told(heard.text) is not None
        shown = shown_in(heard.text, question.kind, by_case=by_case)
        missing = FAIR, _CASE_INSTEAD if instead else _PLAIN
    if shown is None:
        return *missing, heard.evidence()
    return SOUND, shown.reason, heard.evidence(shown.span)


def _answered_by_case(question: Question) -> bool:
    """Tell whether a case can be what was asked for: not where it was one's way so far, or what one knows."""
    return question.kind != "background" and not any(map(_KNOWLEDGE.search, question.wordings))


def _named(heard: Heard, facts: Sequence[Slot]) -> Shown | None:
    """Return where an answer names one of the `facts`."""
    from simulator.consistency import claims_of

    ids = {fact.id for fact in facts}
    claims = claims_of(heard.text, question=heard.asked, slots=facts, on=heard.on)
    return next((replace(_NAMED, span=claim.span) for claim in claims if claim.slot in ids), None)


def _score(seen: Sequence[Observation]) -> int:
    kinds = {each.kind for each in seen}
    if "no_example" in kinds:
        return 1 if {"vague", "short"} & kinds else WEAK
    if "no_figure" in kinds or any(pair <= kinds for pair in _SCORES):
        return WEAK
    return FAIR


def scorecard(
    transcript: Transcript, marks: Sequence[Marked], questions: Mapping[str, Question], areas: Iterable[str]
) -> tuple[CompetencyEntry, ...]:
    """Return the scorecard of an interview, by competency: its marks from the words, and what people said beside them.

    `areas` are competencies that somebody in the room was to look at, asked or not.
    """
    found: dict[str, list[MarkEntry]] = {each.competency: [] for each in marks}
    for each in marks:
        if each.score:
            found[each.competency].append(_entry(each, questions))
    for competency, entry in _ratings(transcript, marks, questions):
        found.setdefault(competency, []).append(entry)
    for area in areas:
        found.setdefault(area, [])
    return tuple(
        CompetencyEntry(
            competency=name,
            marks=tuple(entries),
            unobserved="" if entries else _why_not(name, marks),
            unmarked=tuple(_unmarked(name, marks)) if entries else (),
        )
        for name, entries in sorted(found.items(), key=lambda each: (not each[1], each[0]))
    )


def _entry(each: Marked, questions: Mapping[str, Question]) -> MarkEntry:
    assert each.score  # noqa: S101  # what has no mark is no entry
    return MarkEntry(
        score=each.score,
        reason=each.reason,
        by="words",
        question=each.heard.question,
        asked=one_line(each.heard.asked, MAX_QUOTE),
        next_step="" if each.heard.deeper else questions[each.heard.question].anchors.get(TOP, ""),
        evidence=each.evidence,
    )


def anchor(question: Question, score: int) -> str:
    """Return what a question's scale says of a mark: of the marks around it where it has no words of its own."""
    if text := question.anchors.get(str(score)):
        return text
    around = [question.anchors.get(str(near), "").rstrip(".") for near in (score - 1, score + 1)]
    return f"between “{around[0]}” and “{around[1]}”" if all(around) else ""


def _ratings(
    transcript: Transcript, marks: Sequence[Marked], questions: Mapping[str, Question]
) -> Iterator[tuple[str, MarkEntry]]:
    """Yield the marks that the coach and the candidate gave, the last word on each answer or competency."""
    last: dict[tuple[str, str, int], Turn] = {}
    for turn in standing(transcript.turns):
        if turn.kind in ("rating", "self_rating") and turn.score:
            last[turn.kind, turn.competency, turn.cause] = turn
    for (kind, competency, answer), turn in last.items():
        about = next((each for each in marks if answer in each.heard.turns), None)
        name = about.competency if about else competency
        if not name:
            continue
        entry = MarkEntry(
            score=turn.score,
            reason=turn.text,
            asked=one_line(about.heard.asked, MAX_QUOTE) if about else "",
            anchor=anchor(questions[about.heard.question], turn.score) if about else "",
            by="coach" if kind == "rating" else "candidate",
            question=about.heard.question if about else "",
            evidence=about.evidence if about else Evidence(transcript=transcript.header.id, n=turn.n),
        )
        yield name, entry


def _unmarked(competency: str, marks: Sequence[Marked]) -> Iterator[str]:
    """Yield the questions on a competency that were answered and have no mark, each with its reason."""
    for each in marks:
        if each.competency == competency and not each.score and (each.heard.answers or each.heard.aside):
            yield f"{one_line(each.heard.asked, MAX_QUOTE)} No mark. {each.reason}"


def _why_not(competency: str, marks: Sequence[Marked]) -> str:
    """Return why a competency was not observed."""
    asked = [each for each in marks if each.competency == competency]
    if not asked:
        return "Nobody asked about it."
    return asked[0].reason
