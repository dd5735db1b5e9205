"""What people say they have or do, and what they say they have not or never do, whatever was asked.

"I have no driving licence" denies one; "I can drive, I've had my licence for years" does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.consistency import explain
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import clause_span, clause_words
from simulator.consistency.surroundings import Around
from simulator.consistency.words import NEGATORS, concept, is_content
from simulator.english import SEASONS, WEEKDAYS, words_of

_NEVER = words_of("never")
_OFTEN = words_of("often always regularly usually frequently sometimes")
_SUBJECTS = words_of("i i've i'd we we've")
_HAVE = words_of("have has had got hold holds held own owns")
_HAVE_NOT = words_of("don't haven't didn't")
_ONE = words_of("a an my our")
_BEFORE_THING = words_of("a an my our any full clean own valid")
_TIMES = {
    **dict.fromkeys(words_of("weekend weekends saturday saturdays sunday sundays"), "weekend"),
    **dict.fromkeys(words_of("night nights"), "night"),
    **dict.fromkeys(words_of("evening evenings"), "evening"),
    **{day: day for day in (*WEEKDAYS[:5], *SEASONS)},
}
"""Times that tell what was done: who works Saturdays works weekends."""
_MOST = 150
_LONGEST = 14
"""Words of a clause beyond which it says more than one thing."""


def denied_or_said(one: Answer, other: Answer) -> Iterator[Finding]:
    """Yield what one answer says that the candidate has or does, and the other that they have or do it not."""
    ours, theirs = list(_told(one)), list(_told(other))
    for said in ours:
        for against in theirs:
            if _denies(said, against) or _denies(against, said):
                quotes = one.text.original[slice(*said.span)], other.text.original[slice(*against.span)]
                yield finding("statement-negated", explain.before_and_now(*quotes), said.span, against.span)


@dataclass(frozen=True, slots=True)
class _Told:
    denied: bool
    thing: frozenset[str]
    """What is denied, or all that the sentence says which affirms it."""
    span: tuple[int, int]


def _denies(one: _Told, other: _Told) -> bool:
    return one.denied and not other.denied and one.thing <= other.thing


def _told(answer: Answer) -> Iterator[_Told]:
    text, around = answer.text, Around(answer.text)
    for clause in text.clauses[:_MOST]:
        words = clause_words(text, clause)
        if len(words) > _LONGEST or not _SUBJECTS & set(words) or around.at(clause.first).hypothetical:
            continue
        for at, word in enumerate(words):
            said = _done(words, at) if word in _NEVER | _OFTEN else _had(words, at) if word in _HAVE else None
            if said is not None:
                denied, thing = said
                if not denied:
                    first, last = text.sentences[clause.sentence]
                    thing |= _things([token.text for token in text.tokens[first:last] if token.text != ","])
                yield _Told(denied, thing, clause_span(text, clause))
                break


def _done(words: Sequence[str], at: int) -> tuple[bool, frozenset[str]] | None:
    """Return what is never or often done, by the subject right before: its verb with what follows."""
    if words[at - 1] not in _SUBJECTS or not at:
        return None
    thing = _things(words[at + 1 :])
    return (words[at] in _NEVER, thing) if len(thing) > 1 else None


def _had(words: Sequence[str], at: int) -> tuple[bool, frozenset[str]] | None:
    """Return the one thing that somebody has or has not: "no licence", "a degree", "my licence"."""
    following = words[at + 1 :]
    denied = following[:1] == ["no"] or bool(_HAVE_NOT & set(words[max(at - 1, 0) : at]))
    if (words[at] == "had" and following[:1] == ["no"]) or not (denied or _ONE & set(following[:1])):
        return None
    named: list[str] = []
    for word in following[1:] if following[:1] == ["no"] else following:
        if is_content(word):
            named.append(concept(word))
        elif named or word not in _BEFORE_THING:
            break
    if not named or (not denied and NEGATORS & set(words)):
        return None
    return denied, frozenset({"have", *named})


def _things(words: Sequence[str]) -> frozenset[str]:
    """Return what is done, up to the next comma."""
    words = words[: words.index(",")] if "," in words else words
    return frozenset(_TIMES.get(word) or concept(word) for word in words if word in _TIMES or is_content(word))
