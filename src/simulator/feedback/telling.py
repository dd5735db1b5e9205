"""The sentence of an answer that shows most: what a mark or a point of praise quotes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from simulator.feedback import lexicon
from simulator.feedback.grammar import Form, Person, events_of
from simulator.feedback.reading import read
from simulator.feedback.specifics import specifics_of

BARE = 12
"""Up to so many words nothing is told, whatever they are."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How many numbers, names and times an answer has, and the offsets of the sentence with most of them."""

    specifics: int
    span: tuple[int, int] | None


def telling(answer: str) -> Telling:
    """Return what in `answer` shows most; the first sentence where none has anything specific, None in an empty one."""
    reading = read(answer)
    found = specifics_of(reading)
    if not reading.sentences:
        return Telling(0, None)
    counts = Counter(specific.sentence for specific in found)
    best = max(range(len(reading.sentences)), key=lambda place: (counts[place], -place))
    return Telling(len(found), (reading.sentences[best].start, reading.sentences[best].end))


def stands_by_itself(answer: str) -> bool:
    """Return whether a few words are a full answer: something in them can be checked, or was done by the speaker."""
    reading = read(answer)
    if reading.count <= BARE:
        return False
    return bool(specifics_of(reading)) or any(
        event.person is Person.I
        and event.form in {Form.PAST, Form.PERFECT}
        and not event.negated
        and event.verb not in lexicon.LIGHT | lexicon.STATIVE
        for sentence in reading.sentences
        for event in events_of(sentence)
    )


def sentence_at(answer: str, offset: int) -> tuple[int, int]:
    """Return the offsets of the sentence of `answer` that holds the character `offset`, else of all of it."""
    for sentence in read(answer).sentences:
        if offset < sentence.end:
            return min(sentence.start, offset), sentence.end
    return 0, len(answer)
