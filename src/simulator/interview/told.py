"""Whether a follow-up asks for what the answer has told already."""

from __future__ import annotations

import re

from simulator.content.wordings import content_words
from simulator.english import FUNCTION_WORDS
from simulator.feedback import lexicon
from simulator.feedback.grammar import Form, events_of
from simulator.feedback.reading import Reading, Sentence, read
from simulator.feedback.specifics import specifics_of

_ASKS_WHEN = re.compile(
    r"^(?:and |so )*(?:when was (?:that|this|it)|since when|which (?:year|month|day|week) (?:was|is)|in which month)\b",
    re.IGNORECASE,
)
_ASKS_HOW_MANY = re.compile(
    r"\bhow (?:many|long|large|often)\b|\bhow much\b(?! of)|\bwhat (?:number|figure)\b", re.IGNORECASE
)
_ASKS_WHAT_WOULD_BE = re.compile(r"\b(?:would|will|could|should|can|if)\b", re.IGNORECASE)

_OF_ANY_FOLLOW_UP = content_words(
    "last come came mind happen thing example instance case day week time take give say said find want look make made"
    " name people person somebody work job put get got see use part particular concrete respect go whom"
) | content_words(
    " ".join(
        FUNCTION_WORDS
        | lexicon.ADVERBS
        | lexicon.CONJUNCTIONS
        | lexicon.HEDGES
        | lexicon.BEFORE_NOUN
        | lexicon.MODAL
        | lexicon.RELATIVES
    )
)
"""Words that any follow-up is made of, whatever it asks for."""

SUBSTANCE = 3
"""Words with content, besides those of the follow-up, that a sentence has to hold to tell what is asked for."""


def is_told(probe: str, answer: str) -> bool:
    """Tell whether `answer` holds what `probe` asks for.

    A time or a number is there where one is named; anything else where one sentence of what happened has all that the
    follow-up speaks of, and more. What would be is never told by what was. The rules read English.
    """
    reading = read(answer)
    if not reading.english or _ASKS_WHAT_WOULD_BE.search(probe):
        return False
    named = {specific.kind for specific in specifics_of(reading)}
    if (_ASKS_WHEN.search(probe) and "time" in named) or (_ASKS_HOW_MANY.search(probe) and "number" in named):
        return True
    wanted = content_words(probe) - _OF_ANY_FOLLOW_UP
    return bool(wanted) and any(_tells_of(wanted, reading, each) for each in reading.sentences)


def _tells_of(wanted: set[str], reading: Reading, sentence: Sentence) -> bool:
    words = content_words(reading.text[sentence.start : sentence.end])
    if not wanted <= words or len(words - wanted - _OF_ANY_FOLLOW_UP) < SUBSTANCE:
        return False
    return any(event.form in {Form.PAST, Form.PASSIVE, Form.PERFECT} for event in events_of(sentence))
