"""Answering the candidate's own questions, from what the company's people know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.content.schemas import Persona, Reply
from simulator.english import ASKING, words_of
from simulator.interview.plan import Plan

_OPENS_QUESTION = ASKING | words_of("is are do does did can could would will should may have has")
_AGAIN = re.compile(
    r"\b(?:repeat|rephrase|say (?:that|it) again|once more|what was the question|come again)\b", re.IGNORECASE
)

_NEXT_STEP = re.compile(
    r"(?<!my )\bnext (?:steps?|stage|round)\b|\b(?:what|how) (?:happens|comes|goes it) (?:next|from here|after this)\b"
    r"|\bwhen (?:will|can|do|might|would|should) (?:i|we) (?:\w+ ){0,2}(?:hear|know|expect)\b",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Tell whether somebody asks something, with a question mark or without."""
    words = re.findall(r"[a-z']+", text.lower())
    return "?" in text or bool(words and words[0] in _OPENS_QUESTION)


def wants_repetition(text: str) -> bool:
    """Tell whether the candidate asks to hear the question again."""
    return bool(_AGAIN.search(text))


def asks_for_next_step(text: str) -> bool:
    """Tell whether the candidate asks what comes after this round, or when they will hear."""
    return bool(_NEXT_STEP.search(text))


def reply_to(plan: Plan, people: Sequence[Persona], text: str) -> Reply | None:
    """Return what one of `people` can say to the candidate's question, or None.

    The reply with the longest topic in the question is the one, more topics deciding between equals; replies that
    nobody present may give do not count.
    """
    asked = " ".join(re.findall(r"[a-z0-9']+", text.lower()))
    present = {persona.role for persona in people}
    best: Reply | None = None
    best_score = (0, 0)
    for reply in plan.content.process.replies:
        if reply.roles and not present & set(reply.roles):
            continue
        lengths = [len(topic) for topic in reply.topics if re.search(rf"\b{re.escape(topic.lower())}\b", asked)]
        score = (max(lengths, default=0), sum(lengths))
        if score > best_score:
            best, best_score = reply, score
    return best


def who_replies(people: Sequence[Persona], reply: Reply, asker: Persona) -> Persona:
    """Return who of `people` gives a reply: the one who was asked if it is theirs to give, else the first who may."""
    if not reply.roles or asker.role in reply.roles:
        return asker
    return next(persona for persona in people if persona.role in reply.roles)
