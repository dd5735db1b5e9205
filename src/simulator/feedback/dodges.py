"""Putting a question aside: dodging it, pointing to an earlier answer, or saying that there has been no such case."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.feedback import lexicon, phrases
from simulator.feedback.reading import Reading, Sentence, read

# Up to so many words with content can stand beside the words in question without answering anything.
_SUBSTANCE_OF_DODGE = 10
_SUBSTANCE_OF_POINTER = 12
_OPENING_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Dodge:
    """Words that put a question aside, and how many words with content the rest of the answer has."""

    span: tuple[int, int]
    substance: int
    first_sentence: int


def dodge_in(reading: Reading) -> Dodge | None:
    """Return the dodge that an answer consists of; None where it goes on to answer."""
    found = _collect(reading, phrases.DODGES, phrases.REFUSALS)
    return found if found and found.substance <= _SUBSTANCE_OF_DODGE else None


def leaves_open(answer: str, *, choice: bool) -> bool:
    """Return whether an answer does not settle what was asked, and says little besides; "fine" and "no" settle it.

    With a `choice` of two things, "both" does not either.
    """
    keeps_rest = phrases.NOT_KNOWING + phrases.LEAVING_IT_OPEN + (phrases.EITHER_WAY if choice else ())
    found = _collect(read(answer), keeps_rest, phrases.REFUSALS)
    return found is not None and found.substance <= _SUBSTANCE_OF_DODGE


def pointer_in(reading: Reading) -> Dodge | None:
    """Return the words that point to an earlier answer, where the answer holds little else."""
    found = _collect(reading, phrases.REMINDERS, phrases.POINTERS)
    return found if found and found.substance <= _SUBSTANCE_OF_POINTER else None


def denial_in(reading: Reading) -> Dodge | None:
    """Return the words that say there has been no such case, where they stand in the first three sentences."""
    found = _collect(reading, phrases.NO_SUCH_CASE, ())
    return found if found and found.first_sentence < _OPENING_SENTENCES else None


def _collect(reading: Reading, keeps_rest: tuple[str, ...], takes_rest: tuple[str, ...]) -> Dodge | None:
    """Find the words of these patterns and count what stands outside them."""
    spans: list[tuple[int, int]] = []
    first: tuple[int, int] | None = None
    first_sentence = 0
    for number, sentence in enumerate(reading.sentences):
        here = _matches(reading, sentence, keeps_rest)
        rest = _matches(reading, sentence, takes_rest) if takes_rest else []
        if first is None and (here or rest):
            first = min(here + rest)
            first_sentence = number
        spans.extend(here)
        spans.extend((start, sentence.end) for start, _ in rest)
    if first is None:
        return None
    return Dodge(first, _substance(reading, spans), first_sentence)


def _matches(reading: Reading, sentence: Sentence, alternatives: tuple[str, ...]) -> list[tuple[int, int]]:
    text = reading.text[sentence.start : sentence.end]
    return [
        (sentence.start + match.start(), sentence.start + match.end())
        for match in phrases.pattern(alternatives).finditer(text)
        if match.group()
    ]


def _substance(reading: Reading, spans: list[tuple[int, int]]) -> int:
    spans = sorted(spans)
    position = count = 0
    for sentence in reading.sentences:
        for word in sentence.words:
            while position < len(spans) and spans[position][1] <= word.start:
                position += 1
            inside = position < len(spans) and spans[position][0] <= word.start
            if not inside and word.text not in lexicon.HEDGES:
                count += 1
    return count
