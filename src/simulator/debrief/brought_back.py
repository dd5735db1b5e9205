"""What the candidate brought back by themselves: a point that an earlier round had left open.

Only where their words refer back, name what was left, say something on it, and nobody in this round had asked for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simulator.content.wordings import content_words
from simulator.debrief.report import BroughtBack, Evidence
from simulator.feedback.reading import read
from simulator.feedback.specifics import specifics_of
from simulator.interview.handoff import OPEN_KINDS
from simulator.interview.plan import Plan
from simulator.text import first_name, one_line
from simulator.transcript.reading import standing
from simulator.transcript.turns import CANDIDATE, EarlierExchange, Transcript

SHARED = 2
"""Words that carry the subject of a wording of the open question, which have to be said to name it ..."""

SHARE = 0.5
"""... and how much of that wording they have to be."""

SUBSTANCE = 3
"""Words with content besides those of the subject, which say something on it; a number does, too."""

NAMED_WITHIN = 2
"""Sentences, from the one that refers back, in which the question is named."""

SAID_WITHIN = 3
"""Sentences, from that one, in which something is said on it."""

MAX_QUOTE = 240

_MEETING = (
    r"(?:the|my|our) (?:first|last|previous|earlier) (?:interview|conversation)"
    r"|last time|when we (?:last |first )?(?:met|spoke|talked)"
)
_SPOKEN = re.compile(
    r"\b(?:ask(?:ed|ing)?|answer(?:ed)?|questions?|said|say|told|tell|spoke|spoken|talked|mentioned|named"
    r"|wanted to know)\b|\bi (?:left|passed|skipped)\b",
    re.IGNORECASE,
)
_RETURNING = re.compile(
    r"\b(?:i'd like|i would like|i want(?:ed)?|let me|(?:can|may|could|might) i|i'll)\b[^.!?]{0,30}"
    r"\b(?:(?:come|go|get|circle) back to|return to|follow up on)\b|\bi (?:still )?owe (?:you|them|him|her|\w+) an? ",
    re.IGNORECASE,
)
"""Saying that one comes back to something."""


@dataclass(frozen=True)
class _Point:
    """A question of an earlier round that was left open, with the words that carry its subject, wording by wording."""

    earlier: EarlierExchange
    wordings: tuple[frozenset[str], ...]

    def named_in(self, text: str) -> int:
        """Return by how many of its words `text` names the question; 0 where it does not."""
        words = content_words(text)
        common = ((len(each & words), len(each)) for each in self.wordings)
        return max((shared for shared, of in common if shared >= SHARED and shared >= SHARE * of), default=0)


def brought_back(transcript: Transcript, plan: Plan) -> Iterator[BroughtBack]:
    """Yield each open point that the candidate brought back, once, with the words that show it."""
    points = list(_points(plan))
    names = {first_name(each.asker) for each in plan.header.earlier}
    refers = _refers_back(names)
    for turn in standing(transcript.turns):
        if not points:
            return
        if turn.speaker != CANDIDATE:
            if turn.visible == "all":
                points = [
                    each for each in points if each.earlier.question != turn.question and not each.named_in(turn.text)
                ]
        elif turn.kind in ("answer", "ask"):
            for passage in _passages(turn.text, refers):
                named = max(points, key=lambda point: point.named_in(passage.naming), default=None)
                if named and named.named_in(passage.naming) and passage.says_something(named):
                    points.remove(named)
                    yield BroughtBack(
                        asked=named.earlier.asked,
                        interviewer=named.earlier.asker,
                        left=Evidence(transcript=named.earlier.transcript, n=named.earlier.n),
                        now=Evidence(
                            transcript=transcript.header.id, n=turn.n, quote=one_line(passage.text, MAX_QUOTE)
                        ),
                    )


def _points(plan: Plan) -> Iterator[_Point]:
    """Yield what the last round that asked a question left open on it."""
    left = {(note.transcript, note.question) for note in plan.header.notes if note.kind in OPEN_KINDS and note.question}
    last = {each.question: each for each in plan.header.earlier}
    for question, earlier in last.items():
        if (earlier.transcript, question) in left:
            asked = plan.questions.get(question)
            labels = [slot.label for slot in plan.slots(question)]
            wordings = [*(asked.wordings if asked else [earlier.asked]), *labels]
            yield _Point(earlier, tuple(frozenset(content_words(each)) for each in wordings))


def _refers_back(names: set[str]) -> re.Pattern[str]:
    """Return what refers to a talk with people of these first names, or to one before."""
    who = "|".join([_MEETING, *map(re.escape, sorted(filter(None, names)))])
    return re.compile(rf"\b(?:{who})\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Passage:
    """What is said from a sentence on that refers back."""

    text: str
    naming: str
    """The part in which the question is named, without the words that refer back."""
    after: str
    """What follows the sentence that refers back."""
    figures: bool

    def says_something(self, point: _Point) -> bool:
        """Tell whether there is more in it than that the point was left open."""
        subject = frozenset().union(*point.wordings)
        return self.figures or len(content_words(self.after) - subject) >= SUBSTANCE


def _passages(text: str, refers: re.Pattern[str]) -> Iterator[_Passage]:
    """Yield what refers back to another round, or says that it comes back to something."""
    reading = read(text)
    figures = {specific.sentence for specific in specifics_of(reading) if specific.kind == "number"}
    for place, sentence in enumerate(reading.sentences):
        first = text[sentence.start : sentence.end]
        if _RETURNING.search(first) or (refers.search(first) and _SPOKEN.search(first)):
            ends = [each.end for each in reading.sentences[place : place + SAID_WITHIN]]
            yield _Passage(
                text=text[sentence.start : ends[-1]],
                naming=_without(text[sentence.start : ends[:NAMED_WITHIN][-1]], _RETURNING, refers, _SPOKEN),
                after=text[sentence.end : ends[-1]],
                figures=not figures.isdisjoint(range(place, place + SAID_WITHIN)),
            )


def _without(text: str, *patterns: re.Pattern[str]) -> str:
    """Return `text` without what only says that it refers back."""
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return text
