"""Whether a question is put well: other words each time, nothing that is not the employer's business."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from simulator.content.positions import Key
from simulator.content.schemas import Question
from simulator.english import FUNCTION_WORDS, words_of

Found = tuple[Key, str, str]
"""Where, what, and what would be right."""

MOST_SHARED = 0.5
"""How much of the smaller wording's content words two wordings of a question may share."""

_STOPWORDS = FUNCTION_WORDS | words_of(
    "any could does ever how own some somebody someone something tell where why yours yourself d re s ve"
)
# Not job-related, so not asked (guidance of equal-opportunity bodies): at most an opt-in drill may.
_IMPROPER = {
    "age": r"\bhow old\b|\byour age\b|\b(?:date|year) of birth\b|\bwhen were you born\b",
    "marital status": r"\bmarried\b|\bhusband\b|\bwife\b|\bpartner's\b|\bmarital\b",
    "family": r"\bchildren\b|\bpregnan|\bchildcare\b|\bstart a family\b",
    "religion": r"\breligio|\bchurch\b|\bmosque\b|\bwhat do you believe in\b",
    "origin": r"\bnationality\b|\bwhere are you (?:really )?from\b|\bnative language\b",
    "health": r"\bdisab|\byour health\b|\bsick leave\b|\bmedical\b|\billness",
    "past pay": r"\b(?:present|current|last|previous) (?:salary|pay)\b|\bd(?:o|id) you earn\b",
}
_ASKS_FOR_FACT = re.compile(
    r"^(?:and |so )?(?:how (?:many|much|long|big|large|often)\b|when (?:could|can|did) you\b|what salary\b|"
    r"what is your notice|would you (?:relocate|move|travel)\b)",
    re.IGNORECASE,
)


def wording_faults(question: Question, where: Key) -> Iterator[Found]:
    """Yield what is wrong with how a question is put."""
    if len(question.wordings) < 2:
        yield (*where, "wordings"), "a question needs two wordings", "add one for when it is asked again"
    if not question.slots and _ASKS_FOR_FACT.search(question.wordings[0] if question.wordings else ""):
        yield (*where, "wordings"), "this asks for a fact and declares no slot", "add `slots` with an id of facts.toml"
    for (first, one), (second, other) in combinations(enumerate(map(content_words, question.wordings)), 2):
        shared = one & other
        if shared and len(shared) > MOST_SHARED * min(len(one), len(other)):
            what = f"wordings {first + 1} and {second + 1} share too many words ({', '.join(sorted(shared))})"
            yield (*where, "wordings", second), what, "say it in other words"
    for place, text in enumerate(question.wordings):
        for subject, pattern in _IMPROPER.items():
            if re.search(pattern, text, re.IGNORECASE):
                yield (*where, "wordings", place), f"this asks about {subject}", "ask about the work instead"


def content_words(text: str) -> set[str]:
    """Return the stems of the words that carry a question's subject."""
    words = re.findall(r"[a-z]+", re.sub(r"\{.*?\}+", " ", text.lower().replace("'", " ")))
    return {stem(word) for word in words if word not in _STOPWORDS}


def stem(word: str) -> str:
    """Return a lower-case word without the ending that its forms differ in."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word.rstrip("e") or word
