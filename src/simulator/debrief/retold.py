"""A story told twice: nearly the same case given in answer to different questions.

Interviewers compare notes, and a second question is a second chance that a retold case leaves unused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.transcript.reading import Exchange, joined
from simulator.transcript.turns import EarlierExchange

ENOUGH_WORDS = 25
"""Words an answer needs to be a story and not a fact."""

THE_SAME = 0.6
"""The share of the shorter one's content words that makes two stories one."""

MOST = 3
"""Stories told twice that a debrief speaks of."""


@dataclass
class Again:
    """A story with the answer that told it first, in this round or one before, and those to other questions since."""

    first: Exchange | EarlierExchange
    words: frozenset[str]
    since: list[Exchange] = field(default_factory=list)


def retold(said: Sequence[Exchange], earlier: Sequence[EarlierExchange]) -> list[Again]:
    """Return the stories that are told again in `said`, at most `MOST`; each answer is of one story."""
    from simulator.consistency.align import content_words
    from simulator.consistency.sentences import take_apart

    stories: list[Again] = []
    everything: list[Exchange | EarlierExchange] = [*earlier, *said]
    for exchange in everything:
        here = isinstance(exchange, Exchange)
        text = exchange.text if isinstance(exchange, Exchange) else joined(exchange.answers)
        if not _is_story(text):
            continue
        words = frozenset(content_words(take_apart(text)))
        again = next((each for each in stories if here and _is_told(each, exchange, words)), None)
        if again is None:
            stories.append(Again(exchange, words))
        elif isinstance(exchange, Exchange) and not exchange.told_already:
            again.since.append(exchange)
    return [each for each in stories if each.since][:MOST]


def _is_told(story: Again, exchange: Exchange | EarlierExchange, words: frozenset[str]) -> bool:
    smaller = min(len(words), len(story.words))
    other = story.first.question != exchange.question
    return other and smaller > 0 and len(words & story.words) >= THE_SAME * smaller


def _is_story(text: str) -> bool:
    return len(text.split()) >= ENOUGH_WORDS
