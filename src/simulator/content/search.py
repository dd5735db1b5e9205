"""Finding a question by a few words, typed roughly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from simulator.content.schemas import Question
from simulator.text import one_line

LIKE = 70
"""A word is in a question from this likeness of 100 on: "disagrement" is "disagreement"."""

NAMED = 0.5
"""How much more a word counts that stands in a question's id or competency, and not in a wording only."""

_SMALL = frozenset(["a", "an", "and", "at", "did", "do", "for", "in", "is", "of", "on", "or", "the", "to", "with"])


def find_questions(questions: Mapping[str, Question], typed: str, most: int = 5) -> list[str]:
    """Return the full ids of the questions that the words typed fit best, at most `most`, the best first.

    Words may be misspelt and in any order. A question has to hold at least half of them.
    """
    wanted = [word for word in _words(one_line(typed, 200)) if word not in _SMALL]
    if not wanted:
        return []
    scores = {name: _score(wanted, name, question) for name, question in questions.items()}
    best = sorted((name for name in scores if scores[name] > 0), key=lambda name: (-scores[name], name))
    return best[:most]


def _score(wanted: list[str], name: str, question: Question) -> float:
    """Return how well a question fits, 0 where it holds less than half of the words wanted."""
    named = _words(name, question.competency)
    worded = _words(*question.wordings, *question.deeper)
    found = [max(_likeness(word, named) * (1 + NAMED), _likeness(word, worded)) for word in wanted]
    return sum(found) if 2 * sum(each > 0 for each in found) >= len(wanted) else 0.0


def _likeness(word: str, among: Iterable[str]) -> float:
    """Return from 0 to 1 how like the likest of these words is."""
    # Imported here because only somebody who looks for a question needs it.
    from rapidfuzz import fuzz, process

    found = process.extractOne(word, among, scorer=fuzz.ratio, score_cutoff=LIKE)
    return found[1] / 100 if found else 0.0


def _words(*texts: str) -> set[str]:
    return {word for text in texts for word in re.findall(r"\w+", text.lower())}
