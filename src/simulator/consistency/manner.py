"""How an answer was given again: avoided, or word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.consistency.sentences import Text

if TYPE_CHECKING:
    from simulator.consistency.reading import Answer

_EVASIONS = (
    "rather not", "prefer not to", "like i said", "as i said", "i said before", "already told", "already said",
    "i mentioned",
    "it depends", "refer you to", "not relevant", "isn't relevant", "quite a few", "a while ago", "that's private",
    "don't want to", "can talk about that", "talk about that when", "not that long", "i gave before",
    "a bit of everything",
    "hard to say", "can't remember", "don't remember", "no comment", "keep names out", "nothing to add",
    "anything to add",
    "as before", "same as before", "same reason", "same answer", "in my cv", "on my cv", "in my resume", "cover letter",
    "confidential",
)  # fmt: skip
_EVASION_WORDS = 40
_VERBATIM_WORDS = 15
_VERBATIM = 0.9


def is_evasive(answer: Answer) -> bool:
    """Return whether a short answer without claims avoids the question."""
    tokens = answer.text.tokens
    if answer.claims or not tokens or len(tokens) > _EVASION_WORDS:
        return False
    return avoids(answer.text)


def avoids(text: Text) -> bool:
    """Return whether a text has words by which people avoid a question."""
    said = " ".join(token.text for token in text.tokens)
    return any(phrase in said for phrase in _EVASIONS)


def is_near_verbatim(one: Text, other: Text) -> bool:
    """Return whether two answers of some length are almost the same word for word, though not identical."""
    from rapidfuzz.distance import Levenshtein

    words = [token.text for token in one.tokens][:2000]
    other_words = [token.text for token in other.tokens][:2000]
    if min(len(words), len(other_words)) < _VERBATIM_WORDS:
        return False
    return bool(Levenshtein.normalized_similarity(words, other_words, score_cutoff=_VERBATIM))
