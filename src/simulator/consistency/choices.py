"""Preferences: which side of a choice an answer takes (alone or in a team, office or home, small or large ...)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import PhraseTable
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words
from simulator.consistency.slot import Slot
from simulator.consistency.words import NEGATORS


@dataclass(frozen=True, slots=True)
class _Topic:
    """A choice with its sides: the names options go by, and the phrases that stand for a side."""

    id: str
    sides: tuple[tuple[str, PhraseTable], ...]


def _topic(name: str, **sides: str) -> _Topic:
    return _Topic(name, tuple((side, PhraseTable(*phrases.split("|"))) for side, phrases in sides.items()))


_TOPICS = (
    _topic(
        "solo",
        alone="alone|on my own|by myself|independently|solo|on your own|by yourself|individually|working independently",
        team=("team|teams|others|other people|people around|colleagues|collaborating|collaboration|"
        "team player|group|as part of"),
    ),
    _topic(
        "setting",
        office="office|on site|onsite|on - site|in person|offices",
        home="home|remote|remotely|from home|my kitchen table|home office",
    ),
    _topic(
        "size",
        small="small|smaller|small firms|startup|startups|start - up|start - ups|family business|boutique",
        large="large|larger|big|bigger|corporation|corporate|multinational|large organisation|corporations",
    ),
    _topic(
        "hour",
        morning="morning person|early bird|mornings|early riser|morning|early starts|earlies",
        evening="night owl|evening person|evenings|late starter|nights|late shifts|lates",
    ),
    _topic(
        "lead",
        lead="leader|lead|leading|taking charge|take charge|in charge|taking the lead|take the lead",
        follow="follower|following|follow|taking direction|supporting role|in the background|behind the scenes",
    ),
    _topic(
        "breadth",
        specialist="specialise|specialize|specialist|go deep|depth|expert|specialising|deep",
        generalist="general|generalist|broad|stay broad|breadth|jack of all trades|wide range|all - rounder",
    ),
    _topic(
        "supervision",
        loosely="hands - off|hands off|autonomy|left alone|get on with it|freedom|loosely|own initiative|trusted to",
        closely=("hands - on|hands on|closely|checks in|check in|guidance|regular feedback|"
        "close supervision|involved manager"),
    ),
    _topic(
        "hours",
        full="full - time|full time|fulltime",
        part="part - time|part time|parttime|reduced hours",
    ),
    _topic(
        "contract",
        permanent="permanent|permanently|staff position",
        temporary="freelance|temporary|contracting|fixed - term|contractor|short contracts",
    ),
    _topic(
        "place",
        outdoors="outdoors|outside|in the field|open air|out and about",
        indoors="indoors|inside|at a desk|desk - based|desk",
    ),
    _topic("shift", day="day shift|day shifts|working days", night="night shift|night shifts|working nights"),
    _topic(
        "pace",
        fast="fast - paced|fast paced|busy|under pressure|high pressure|buzz",
        steady="steady|calm|quiet|slow - paced|slower pace|predictable",
    ),
    _topic(
        "variety",
        variety="variety|varied|something different|changing|no two days",
        routine="routine|routines|structure|structured|repetitive|same every day",
    ),
    _topic("channel", spoken="phone|call|face to face|in person|talk", written="email|emails|e - mail|writing|written"),
)  # fmt: skip
_FOR = PhraseTable(
    "prefer", "rather", "like", "love", "enjoy", "at my best", "happiest", "thrive", "suits me", "see myself", "favour",
    "favor", "i'd choose", "i'd pick", "would choose", "better for me", "work best", "best work", "more productive",
    "ideally", "looking for", "i want", "i'd want", "i'm a", "i am a", "i'm an", "i'm more", "definitely", "every time",
    "comfortable", "drawn to", "for me", "more focused", "my preference", "do my hardest", "any day", "most productive",
    "get more done", "i'd go for", "flourish", "am at my best",
)  # fmt: skip
_AGAINST = PhraseTable(
    "don't like", "don't enjoy", "dislike", "hate", "lonely", "chaotic", "distracted", "slow for me",
    "like a number", "struggle",
    "stifling", "can't stand", "avoid", "not for me", "bored", "boring", "less productive", "drains me", "isolating",
    "lost in",
    "isolated", "wouldn't want", "don't want", "not a", "not an", "less", "not really", "don't do well", "too noisy",
    "draining",
)  # fmt: skip
_OVER = PhraseTable("rather than", "instead of", "more than", "than", "over", "as opposed to")
_BOTH = PhraseTable(
    "both", "either", "a mix", "mixture", "mix of", "hybrid", "depends", "a bit of each", "don't mind which",
    "no preference",
    "balance", "equally",
)  # fmt: skip
_LIGHT = frozenset({"when", "if", "sometimes", "occasionally"})


def read_choices(text: Text, question: Question) -> Iterator[Claim]:
    """Yield the sides an answer takes: where the question offers the choice, or where a preference is put in words.

    A topic on which an answer takes more than one side gives no claim; "both" is a side that agrees with all.
    """
    slots = [slot for slot in question.slots if slot.kind == "choice"]
    for slot in slots:
        topic = _of_slot(slot)
        claim = _side(text, topic, asked=True)
        if claim is not None:
            yield replace(claim, slot=slot.id)
    if slots:
        return
    for topic in _TOPICS:
        asked = _is_asked(topic, question)
        claim = _side(text, topic, asked=asked)
        if claim is not None:
            yield claim


def _of_slot(slot: Slot) -> _Topic:
    """Return the options of a slot as a topic, with the phrases of the built-in side an option belongs to."""
    sides: list[tuple[str, PhraseTable]] = []
    for option in slot.options:
        words = option.lower().replace("-", " - ").split()
        if _BOTH.found(words):
            continue
        table = next((table for topic in _TOPICS for _, table in topic.sides if table.found(words)), None)
        sides.append((option.lower(), table or PhraseTable(" ".join(words) or option)))
    return _Topic(slot.id, tuple(sides))


def _is_asked(topic: _Topic, question: Question) -> bool:
    named = [table.found(question.raw) for _, table in topic.sides]
    if question.kind == "choice" and topic.id in question.raw:
        return True
    return all(named) or (any(named) and question.kind in {"choice", "yes_no"})


def _side(text: Text, topic: _Topic, *, asked: bool) -> Claim | None:
    found: dict[str, Clause] = {}
    for clause in text.clauses:
        words = clause_words(text, clause)
        if _LIGHT & set(words):
            continue
        if asked and _BOTH.found(words) and clause.sentence == 0:
            return _claim(text, clause, topic, "both", asked=asked)
        for part in _parts(words):
            side = _clause_takes(part, topic, asked=asked and clause.sentence < 2)
            if side:
                found.setdefault(side, clause)
    if len(found) != 1:
        return None
    side, clause = found.popitem()
    return _claim(text, clause, topic, side, asked=asked)


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the parts of a clause between commas, so that "a night owl, mornings are slow for me" takes one side."""
    start = 0
    for at, word in enumerate(words):
        if word == ",":
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _clause_takes(words: Sequence[str], topic: _Topic, *, asked: bool) -> str:
    """Return the side a clause takes, or nothing."""
    against = _AGAINST.found(words)
    cued = against or _FOR.found(words)
    if not cued and not asked:
        return ""
    cut = _OVER.place(words)
    if cut is None and "to" in words and "prefer" in words:
        cut = _comparing_to(words, topic)
    chosen = words[:cut] if cut else words
    named = [side for side, table in topic.sides if table.found(chosen)]
    if len(named) != 1:
        return ""
    negated = against or sum(word in NEGATORS for word in chosen) % 2 == 1
    if not negated:
        return named[0]
    others = [side for side, _ in topic.sides if side != named[0]]
    return others[0] if len(others) == 1 else ""


def _comparing_to(words: Sequence[str], topic: _Topic) -> int | None:
    """Return the "to" of "I prefer this to that": the one with a side before and a side after it."""
    for at, word in enumerate(words):
        if word == "to" and all(
            any(table.found(part) for _, table in topic.sides) for part in (words[:at], words[at + 1 :])
        ):
            return at
    return None


def _claim(text: Text, clause: Clause, topic: _Topic, side: str, *, asked: bool) -> Claim:
    span = clause_span(text, clause)
    return Claim(
        kind="choice",
        span=span,
        quote=text.original[slice(*span)],
        asked=asked,
        about=topic.id,
        words=frozenset({side}),
    )
