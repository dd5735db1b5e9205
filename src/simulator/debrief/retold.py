"""A story told twice: nearly the same case given in answer to different questions.

Interviewers compare notes, and a second question is a second chance that a retold case leaves unused.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.transcript.reading import Exchange, joined
from simulator.transcript.turns import EarlierExchange

ENOUGH_WORDS = 25
"""Words an answer needs to be a story and not a fact."""

THE_SAME = 0.6
"""The share of the shorter one's content words that makes two stories one."""

MOST = 3
"""Stories told twice that a debrief speaks of."""


def retold(said: Sequence[Exchange], earlier: Sequence[EarlierExchange]) -> Iterator[tuple[Exchange, EarlierExchange]]:
    """Yield, at most `MOST` times, an exchange and the earlier one, to another question, whose story it tells."""
    from simulator.consistency.align import content_words
    from simulator.consistency.sentences import take_apart

    before = [(each, content_words(take_apart(text))) for each in earlier if _is_story(text := joined(each.answers))]
    found = 0
    for exchange in said:
        if found == MOST or not before or not _is_story(exchange.text):
            continue
        words = content_words(take_apart(exchange.text))
        for each, others in before:
            smaller = min(len(words), len(others))
            if each.question != exchange.question and smaller and len(words & others) >= THE_SAME * smaller:
                found += 1
                yield exchange, each
                break


def _is_story(text: str) -> bool:
    return len(text.split()) >= ENOUGH_WORDS
