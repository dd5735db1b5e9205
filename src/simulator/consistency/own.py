"""What people say they have or do, and what they say they have not or never do, whatever was asked.

"I have no driving licence" denies one; "I can drive, I've had my licence for years" does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator import english
from simulator.consistency import explain
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import Text, clause_span, clause_words
from simulator.consistency.surroundings import Around
from simulator.consistency.words import NEGATORS, concept, is_content
from simulator.english import SEASONS, WEEKDAYS, is_past_form, words_of

_NEVER = words_of("never")
_OFTEN = words_of("often always regularly usually frequently sometimes")
_SUBJECTS = words_of("i i've i'd we we've")
_HAVE = words_of("have has had got hold holds held own owns")
_HAVE_NOT = words_of("don't haven't didn't")
_ONE = words_of("a an my our")
_BEFORE_THING = words_of("a an my our any full clean own valid")
_DAYS_OFF = {"saturday": "weekend", "sunday": "weekend"}
"""Days that are part of another time: who works Saturdays works weekends, and not so the other way."""
_TIMES = {
    form: time
    for time in ("weekend", "night", "evening", *WEEKDAYS, *SEASONS)
    for form in (time, f"{time}s")
}  # fmt: skip
"""Times that tell what was done."""
_MOST = 150
_VERB_AND_OBJECT = 2
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
    ever: bool
    """Whether it is told that something was once, or has never been; else that it is so as a rule."""
    head: str
    """What is had, or the verb of what is done."""
    thing: frozenset[str]
    """What is denied, or all that the sentence says which affirms it."""
    span: tuple[int, int]


def _denies(one: _Told, other: _Told) -> bool:
    of_one_time = one.ever or not other.ever
    return one.denied and not other.denied and of_one_time and one.head == other.head and one.thing <= other.thing


def _told(answer: Answer) -> Iterator[_Told]:
    text, around = answer.text, Around(answer.text)
    for clause in text.clauses[:_MOST]:
        words = clause_words(text, clause)
        if len(words) > _LONGEST or not _SUBJECTS & set(words) or around.at(clause.first).hypothetical:
            continue
        said = next((found for at in range(1, len(words)) if (found := _done(words, at) or _had(words, at))), None)
        if said is not None:
            denied, ever, head, thing = said
            if not denied:
                thing |= _affirmed(text, clause.sentence)
            yield _Told(denied, ever, head, thing, clause_span(text, clause))


def _affirmed(text: Text, sentence: int) -> frozenset[str]:
    """Return what the clauses of a sentence say that deny nothing."""
    clauses = (clause_words(text, clause) for clause in text.clauses if clause.sentence == sentence)
    return frozenset().union(*(_things(words, whole=True) for words in clauses if not NEGATORS & set(words)))


_Said = tuple[bool, bool, str, frozenset[str]]
"""Whether it is denied, whether it is of any time, the verb or what is had, and the thing."""


def _done(words: Sequence[str], at: int) -> _Said | None:
    """Return what is never, often or was once done, by the subject right before: its verb with what follows."""
    if words[at - 1] not in _SUBJECTS:
        return None
    how = words[at] in _NEVER | _OFTEN
    did = words[at] not in _HAVE | english.BE and is_past_form(words[at]) and not NEGATORS & set(words)
    verb = words[at + how : at + how + 1]
    thing = _things(words[at + how :])
    if not (how or did) or not verb or len(thing) < _VERB_AND_OBJECT:
        return None
    ever = did if not how else words[at] in _NEVER and words[at - 1] == "i've"
    return words[at] in _NEVER, ever, concept(verb[0]), thing


def _had(words: Sequence[str], at: int) -> _Said | None:
    """Return the one thing that somebody has or has not: "no licence", "a degree", "my licence"."""
    following = words[at + 1 :]
    none = following[:1] == ["no"]
    denied = none or words[at - 1] in _HAVE_NOT
    if words[at] not in _HAVE or (words[at] == "had" and none) or not (denied or _ONE & set(following[:1])):
        return None
    named: list[str] = []
    for word in following[none:]:
        if is_content(word):
            named.append(concept(word))
        elif named or word not in _BEFORE_THING:
            break
    if not named or (not denied and NEGATORS & set(words)):
        return None
    return denied, False, named[-1], frozenset({"have", *named})


def _things(words: Sequence[str], *, whole: bool = False) -> frozenset[str]:
    """Return what is done, up to the next comma unless the `whole` is wanted; Saturdays are weekends as well."""
    words = words[: words.index(",")] if "," in words and not whole else words
    times = {_TIMES[word] for word in words if word in _TIMES}
    if whole:
        times |= {_DAYS_OFF[time] for time in times & _DAYS_OFF.keys()}
    return frozenset(times | {concept(word) for word in words if is_content(word) and word not in _TIMES})
