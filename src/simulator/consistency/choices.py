"""Preferences: which side of a choice an answer takes (alone or in a team, office or home, small or large ...)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import phrases_of
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words
from simulator.consistency.sides import BOTH, CHOICES, KNOWN, Choice, choice_of_question, choice_of_slot, is_asked
from simulator.consistency.words import NEGATORS, RELATIVES_AND_OTHERS, concept, is_content
from simulator.english import words_of

_FIRST_PERSON = frozenset({"i", "i'm", "im", "me", "my", "i'd", "i've"})
_STRONG = phrases_of(
    "where i belong, happier, prefer, rather, at my best, happiest, thrive, i'd choose, i'd pick, would choose",
    "work best, best work, more productive, most productive, ideally, every time, any day, do better, works better",
    "work better, flourish, definitely, preference, given the choice, if i could choose, i'd go for, suits me",
    "suits me best, best for me, better for me, favourite, favorite, i'd go in, i'd go with, i'd take",
)
"""Phrases that make a clause the one that counts where others take the other side in passing."""
_FOR = phrases_of(
    "prefer, rather, like, love, enjoy, at my best, happiest, thrive, suits me, see myself, favour, favor, i'd choose",
    "i'd pick, would choose, better for me, work best, best work, more productive, ideally, looking for, i want",
    "i'd want, i'm a, i am a, i'm an, i'm more, definitely, every time, comfortable, drawn to, for me, more focused",
    "my preference, do my hardest, any day, most productive, get more done, i'd go for, flourish, am at my best",
    "do better, works better, work better, i need, where i belong, happier, my kind of, leave me, let me, give me",
    "best when, what i like, i'm happy, suits, works for me, helps me, favourite, favorite",
)
_AGAINST = phrases_of(
    "don't like, don't enjoy, dislike, hate, lonely, chaotic, distracted, slow for me, like a number, struggle",
    "stifling, can't stand, avoid, not for me, bored, boring, less productive, drains me, isolating, lost in",
    "isolated, wouldn't want, don't want, not a, not an, less, not really, don't do well, too noisy, draining",
    "drives me, drive me, up the wall",
)
_OVER = phrases_of("rather than, instead of, more than, than, over, as opposed to")
_BEEN_THROUGH = frozenset({"done", "tried", "had", "seen", "been", "worked"})
"""Words by which "both" tells what was, not what is liked."""
_RUN_ON = 25
"""Words of a clause beyond which it is several, run together."""
_NEAR = 4
_PAST = frozenset({"had", "used", "was", "were", "done", "tried", "did"})
_LOOKED_AT = 3
"""Sentences at the start of an answer that take a side without saying that it is preferred."""
_LIGHT = frozenset({"when", "if", "sometimes", "occasionally"})


def read_choices(text: Text, question: Question) -> Iterator[Claim]:
    """Yield the sides an answer takes: where the question offers the choice, or where a preference is put in words.

    A choice on which an answer takes more than one side gives no claim; "both" is a side that agrees with all.
    """
    slots = [slot for slot in question.slots if slot.kind == "choice"]
    for slot in slots:
        choice = choice_of_slot(slot)
        claim = _side(text, choice, asked=True)
        if claim is not None:
            yield replace(claim, slot=slot.id)
    if slots:
        return
    offered = choice_of_question(question)
    if offered is not None:
        claim = _side(text, offered, asked=True)
        if claim is not None:
            yield claim
    for choice in CHOICES:
        claim = _side(text, choice, asked=True) if is_asked(choice, question) else None
        if claim is not None:
            yield claim
    if not question.raw:
        yield from _preferred(text)


def _preferred(text: Text) -> Iterator[Claim]:
    """Yield the sides that an answer to no question takes in so many words: "I'd rather teach alone"."""
    for clause in text.clauses:
        words = clause_words(text, clause)
        if not _PREFERS.found(words):
            continue
        for choice in CHOICES:
            side = _clause_takes(words, choice, asked=False)
            if side:
                named = {word for _, table in choice.sides for phrase in table.phrases for word in phrase.split()}
                context = {concept(word) for word in words if is_content(word) and word not in named} - _PREFERRING
                yield replace(_claim(text, clause, choice, side, asked=False), context=frozenset(context))


_PREFERS = phrases_of("i prefer, i'd prefer, i would prefer, i'd rather, i would rather")
_PREFERRING = frozenset(map(concept, words_of("prefer work working job") | RELATIVES_AND_OTHERS))
"""What preferences speak of beside their sides, and who else is in them."""


def _side(text: Text, choice: Choice, *, asked: bool) -> Claim | None:
    found: dict[str, Clause] = {}
    strong: dict[str, Clause] = {}
    for clause in text.clauses:
        words = clause_words(text, clause)
        cued = _STRONG.found(words)
        if _LIGHT & set(words):
            # "I do better when the chef checks on me": what stands after "when" is what is liked.
            words = words[words.index("when") + 1 :] if cued and asked and "when" in words else []
        if asked and clause.sentence == 0 and BOTH.found(words) and not _BEEN_THROUGH & set(words):
            return _claim(text, clause, choice, "both", asked=asked)
        for part in _parts(words):
            early = clause.sentence < _LOOKED_AT or (choice.id not in KNOWN and bool(_FIRST_PERSON & set(part)))
            side = _clause_takes(part, choice, asked=asked and early)
            if side:
                found.setdefault(side, clause)
                if cued:
                    strong.setdefault(side, clause)
    outright = _outright(text, choice) if asked else ""
    if outright and set(strong) != {outright}:
        # "In a team. For the figures I'd rather sit alone": what follows is told of something of it.
        side = "both" if found.keys() - {outright} else outright
        return _claim(text, text.clauses[0], choice, side, asked=asked)
    # "I've had offices, but I work best from home": the side that is preferred in so many words counts.
    if asked and len(found) > 1 and len(strong) == 1:
        found = strong
    if len(found) != 1:
        return None
    side, clause = found.popitem()
    return _claim(text, clause, choice, side, asked=asked)


def _outright(text: Text, choice: Choice) -> str:
    """Return the side that the first words of an answer name and nothing beside it: "In a team, with ...", "Alone."."""
    if not text.clauses or text.tokens[text.sentences[0][1] - 1].text == "?":
        return ""
    opening = next(_parts(clause_words(text, text.clauses[0])))
    named = choice.takes(opening)
    if len(named) != 1 or (NEGATORS | _PAST) & set(opening):
        return ""
    table = next(table for side, table in choice.sides if side == named[0])
    return "" if any(word and is_content(word) for word in table.without(opening)) else named[0]


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the parts of a clause between commas, so that "a night owl, mornings are slow for me" takes one side."""
    start = 0
    for at, word in enumerate(words):
        if word == ",":
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _clause_takes(words: Sequence[str], choice: Choice, *, asked: bool) -> str:
    """Return the side a clause takes, or nothing."""
    against = _AGAINST.found(words)
    cued = against or _FOR.found(words)
    if not cued and (not asked or _PAST & set(words)):
        # "I had two years of the dining table" tells what was, not what is liked.
        return ""
    cut = _OVER.place(words)
    if cut is None and "to" in words and "prefer" in words:
        cut = _comparing_to(words, choice)
    chosen = words[:cut] if cut else words
    named = choice.takes(chosen)
    if len(named) != 1:
        return ""
    table = next(table for side, table in choice.sides if side == named[0])
    if len(chosen) > _RUN_ON:
        # Without full stops, only what stands right before the side can deny it.
        place = table.place(chosen) or 0
        against, chosen = False, chosen[max(place - _NEAR, 0) : place]
    negated = against or sum(word in NEGATORS for word in table.without(chosen)) % 2 == 1
    if not negated:
        return named[0]
    others = [side for side, _ in choice.sides if side != named[0]]
    return others[0] if len(others) == 1 else ""


def _comparing_to(words: Sequence[str], choice: Choice) -> int | None:
    """Return the "to" of "I prefer this to that": the one with a side before and a side after it."""
    for at, word in enumerate(words):
        if word == "to" and all(
            any(table.found(part) for _, table in choice.sides) for part in (words[:at], words[at + 1 :])
        ):
            return at
    return None


def _claim(text: Text, clause: Clause, choice: Choice, side: str, *, asked: bool) -> Claim:
    span = clause_span(text, clause)
    return Claim(
        kind="choice",
        span=span,
        quote=text.original[slice(*span)],
        asked=asked,
        about=choice.id,
        words=frozenset({side}),
    )
