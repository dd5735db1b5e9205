"""Two transcripts side by side: question by question, with the words in which the answers differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from simulator.transcript.reading import Exchange, exchanges
from simulator.transcript.turns import Transcript

MOST_WORDS = 3_000
"""Words of each side that are compared; what follows is left unmarked, as comparing takes their product."""

_WORD = re.compile(r"\S+")
_PUNCTUATION = ".,;:!?\"'“”‘’…–—"
_AROUND = f"{_PUNCTUATION}()[]"
"""What stands around a word and is not compared; brackets are shown with it, so that no mark comes between."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Said:
    """An answer, and from where to where its words differ from the other side's."""

    n: int
    text: str
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What one transcript has on a question; `again` are the follow-ups to the answers."""

    n: int
    asker: str
    asked: str
    answers: tuple[Said, ...]
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and what both sides have on it: None where it was not asked."""

    question: str
    first: Side | None
    second: Side | None

    @property
    def same(self) -> bool:
        """Whether both sides have an answer, in the same words."""
        return bool(self.first and self.second and self.first.answers and self.second.answers) and not self.differs

    @property
    def differs(self) -> bool:
        """Whether both sides have an answer, and other words in it."""
        return any(said.spans for side in (self.first, self.second) if side for said in side.answers)


def side_by_side(first: Transcript, second: Transcript) -> tuple[Pair, ...]:
    """Return the questions of both transcripts, aligned, in the order they were asked in.

    What was asked in the second one only stands behind what was asked before it there.
    """
    ones = {each.question: each for each in exchanges(first.turns)}
    others = {each.question: each for each in exchanges(second.turns)}
    order = list(ones)
    place = 0
    for question in others:
        if question in ones:
            place = order.index(question) + 1
        else:
            order.insert(place, question)
            place += 1
    return tuple(_pair(question, first, ones.get(question), second, others.get(question)) for question in order)


def marked(said: Said, opening: str, closing: str) -> tuple[str, Spans]:
    """Return what was said with marks around the words that differ, and where those stand, marks included."""
    text, spans, at = "", list[tuple[int, int]](), 0
    for start, end in said.spans:
        text += said.text[at:start]
        begin = len(text)
        text += f"{opening}{said.text[start:end]}{closing}"
        spans.append((begin, len(text)))
        at = end
    return text + said.text[at:], tuple(spans)


def differing(first: Sequence[str], second: Sequence[str]) -> tuple[list[Spans], list[Spans]]:
    """Return for each text of both sides where its words are not the other side's, case and punctuation aside."""
    ones, others = _words(first), _words(second)
    matcher = SequenceMatcher(None, [word for word, *_ in ones], [word for word, *_ in others], autojunk=False)
    spans: tuple[list[list[tuple[int, int]]], list[list[tuple[int, int]]]] = ([[] for _ in first], [[] for _ in second])
    for what, *ends in matcher.get_opcodes():
        if what != "equal":
            for words, (start, end), found in zip((ones, others), (ends[:2], ends[2:]), spans, strict=True):
                for _, number, begin, stop in words[start:end]:
                    _extend(found[number], begin, stop, start_of_run=(words[start][1:3] == (number, begin)))
    return [tuple(each) for each in spans[0]], [tuple(each) for each in spans[1]]


def _extend(found: list[tuple[int, int]], begin: int, stop: int, *, start_of_run: bool) -> None:
    """Add a word to the run it belongs to, or begin one with it."""
    if found and not start_of_run:
        found[-1] = (found[-1][0], stop)
    else:
        found.append((begin, stop))


def _words(texts: Sequence[str]) -> list[tuple[str, int, int, int]]:
    """Return the words of `texts` as they are compared, each with the number of its text and where it stands there."""
    found = []
    for number, text in enumerate(texts):
        for match in _WORD.finditer(text):
            bare = match[0].strip(_AROUND)
            shown = match[0].strip(_PUNCTUATION) or match[0]
            start = match.start() + match[0].index(shown)
            found.append((bare.casefold(), number, start, start + len(shown)))
    return found[:MOST_WORDS]


def _pair(question: str, first: Transcript, one: Exchange | None, second: Transcript, other: Exchange | None) -> Pair:
    spans: tuple[list[Spans], list[Spans]] = ([], [])
    if one and other and one.answers and other.answers:
        spans = differing(_answers(one), _answers(other))
    return Pair(question, _side(first, one, spans[0]), _side(second, other, spans[1]))


def _answers(exchange: Exchange) -> list[str]:
    return [turn.text for turn in exchange.answers]


def _side(transcript: Transcript, exchange: Exchange | None, spans: Sequence[Spans]) -> Side | None:
    if exchange is None:
        return None
    marked = [*spans, *[()] * (len(exchange.answers) - len(spans))]
    follow_ups = sorted([*exchange.probes, *exchange.challenges], key=lambda turn: turn.n)
    return Side(
        exchange.asked.n,
        transcript.header.speaker(exchange.asker),
        exchange.asked.wording,
        tuple(Said(turn.n, turn.text, where) for turn, where in zip(exchange.answers, marked, strict=True)),
        tuple(turn.text for turn in follow_ups),
    )
