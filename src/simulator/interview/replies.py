"""Answering the candidate's own questions, from what the company's people know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.content.schemas import Persona, Reply
from simulator.content.wordings import stem
from simulator.english import ARTICLES, ASKING, BE, DO, HAVE, MODALS, words_of
from simulator.interview.known import known_to_all, next_round
from simulator.interview.plan import Plan

_OPENS_QUESTION = ASKING | words_of("is are do does did can could would will should may have has")

_NEXT_STEP = re.compile(
    r"(?<!my )\bnext (?:step|stage|round|interview)s?\b"
    r"|\b(?:happens?|comes|goes it) (?:next|from here|after (?:this|today))\b"
    r"|\bhear (?:back|from you)\b|\bwhom? (?:will|would) i meet\b"
    r"|\bwhen (?:will|can|do|might|would|should) (?:i|we|you) (?:\w+ ){0,2}(?:hear|know|decide|expect)\b",
    re.IGNORECASE,
)

_LITTLE_WORDS = (ARTICLES | BE | HAVE | DO | MODALS) | words_of(
    "this that here there of to at as for with and i me my you your we us our it ever just any"
)
"""What a question can be put with or without: "how big is the team", "how big would the team be"."""


def is_question(text: str) -> bool:
    """Tell whether somebody asks something, with a question mark or without."""
    words = re.findall(r"[a-z']+", text.lower())
    return "?" in text or bool(words and words[0] in _OPENS_QUESTION)


def asks_for_next_step(text: str) -> bool:
    """Tell whether the candidate asks what comes after this round, or when they will hear."""
    return bool(_NEXT_STEP.search(text))


def reply_to(plan: Plan, people: Sequence[Persona], text: str) -> Reply | None:
    """Return what one of `people` can say to the candidate's question, or None.

    The reply with the longest topic in the question is the one, more topics deciding between equals; replies that
    nobody present may give do not count. What no reply is about may still be known of the company.
    """
    asked = re.findall(r"[a-z0-9']+", text.lower())
    present = {persona.role for persona in people}
    for replies in (plan.content.process.replies, known_to_all(plan)):
        best: Reply | None = None
        best_score = ((0, 0), 0)
        for reply in replies:
            if reply.roles and not present & set(reply.roles):
                continue
            lengths = [_found(topic, asked) for topic in reply.topics]
            score = (max(lengths, default=(0, 0)), sum(letters for letters, _ in lengths))
            if score > best_score:
                best, best_score = reply, score
        if best is not None:
            return best
    return next_round(plan) if asks_for_next_step(text) else None


def _found(topic: str, asked: Sequence[str]) -> tuple[int, int]:
    """Return how many letters of a topic a question has, without and with its "who" or "why".

    It has all the topic's words side by side, or at least two in any order. What is asked is less than what about:
    whoever asks who decides on the hours asks about the hours.
    """
    words = re.findall(r"[a-z0-9']+", topic.lower())
    if re.search(rf"\b{re.escape(' '.join(words))}\b", " ".join(asked)):
        return sum(len(word) for word in words if word not in ASKING), len(topic)
    carrying = {stem(word) for word in words if word not in _LITTLE_WORDS}
    within = len(carrying) > 1 and carrying <= {stem(word) for word in asked}
    letters = sum(map(len, carrying)) if within else 0
    return letters, letters


def who_replies(people: Sequence[Persona], reply: Reply, asker: Persona) -> Persona:
    """Return who of `people` gives a reply: the one who was asked if it is theirs to give, else the first who may."""
    if not reply.roles or asker.role in reply.roles:
        return asker
    return next(persona for persona in people if persona.role in reply.roles)
