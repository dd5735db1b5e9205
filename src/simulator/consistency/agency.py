"""Who did a piece of work: "I wrote the scripts" and "the scripts came from a contractor".

Only what is said of the same thing is compared, and "we" says nothing of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.consistency import explain
from simulator.consistency.phrases import phrases_of
from simulator.consistency.reading import Answer
from simulator.consistency.rules import Finding, finding
from simulator.consistency.sentences import clause_span, clause_words
from simulator.consistency.surroundings import Around
from simulator.consistency.words import NEGATORS, PERSONS, RELATIVES_AND_OTHERS, concept, is_content
from simulator.english import words_of

_DID = words_of(
    "wrote written write built build designed design created create made developed develop drafted coded programmed "
    "invented planned organised organized ran led managed headed handled did negotiated presented trained recruited "
    "hired fixed solved tested found chose picked decided arranged prepared produced compiled calculated set painted "
    "filmed edited translated installed repaired configured migrated launched proposed suggested closed won sold "
    "taught directed chaired owned rebuilt rewrote redesigned baked cooked sewed drew"
)
_OTHERS = (
    RELATIVES_AND_OTHERS
    | PERSONS
    | words_of(
        "contractor contractors vendor agency consultancy supplier lead intern somebody someone company department "
        "lecturer professor tutor client freelancer guy lad girl woman man architect engineer designer head office "
        "he she they"
    )
)
_NOT_OTHERS = words_of("us we people who report reports member i")
_CAME_FROM = phrases_of(
    "came from, was done by, were done by, was written by, were written by, was built by, were built by",
    "was designed by, was made by, were made by, was led by, was run by, was handled by, were handled by",
    "was planned by, was put together by, was organised by, was down to, were down to, was left to, was outsourced",
    "were outsourced, went to, was handed to, belonged to, was taken care of by",
)
_MINE = phrases_of(
    "was mine, were mine, was my job, was my part, was my work, was all me, was me, was my responsibility",
    "was my idea, was on me, was my doing",
)
_NOT_MINE = phrases_of(
    "wasn't mine, weren't mine, wasn't my job, wasn't my part, wasn't me, wasn't my work, wasn't my idea, weren't my",
    "not mine, wasn't my doing, isn't mine, had nothing to do with, nothing to do with",
)
_ONLY = frozenset({"just", "only", "merely", "mostly", "mainly"})
_ADVERBS = _ONLY | words_of("then also personally actually basically really even always simply had have myself")
_QUANTIFIERS = words_of(
    "every one all most of the a an my our their its his her this that these those each whole entire"
)
_GENERIC = frozenset(map(concept, words_of("work job team project part role bit side stuff rest idea task people day")))
_LONGEST = 30
"""Words of a clause beyond which it says more than one thing."""
_MOST = 150


@dataclass(frozen=True, slots=True)
class _Deed:
    head: str
    parts: frozenset[str]
    own: bool
    span: tuple[int, int]


def agency(one: Answer, other: Answer) -> Iterator[Finding]:
    """Yield work that is the candidate's own in one answer and another's in the other."""
    ours, theirs = _deeds(one), _deeds(other)
    for deed in ours:
        for against in theirs:
            if deed.own == against.own or not _same_work(deed, against):
                continue
            told_twice = any(_same_work(deed, each) and each.own == deed.own for each in theirs) or any(
                _same_work(against, each) and each.own == against.own for each in ours
            )
            if not told_twice:
                quotes = one.text.original[slice(*deed.span)], other.text.original[slice(*against.span)]
                yield finding("role-differs", explain.before_and_now(*quotes), deed.span, against.span)


def _same_work(one: _Deed, other: _Deed) -> bool:
    """Return whether two deeds made the same thing; "the guide" may be "the training guide"."""
    return one.head == other.head and (one.parts <= other.parts or other.parts <= one.parts)


def _deeds(answer: Answer) -> list[_Deed]:
    text, around = answer.text, Around(answer.text)
    found: list[_Deed] = []
    for clause in text.clauses[:_MOST]:
        words = clause_words(text, clause)
        if len(words) > _LONGEST or "?" in words or around.at(clause.first).hypothetical:
            continue
        thing, own = _told(words) or ([], False)
        if thing and thing[-1] not in _GENERIC:
            found.append(_Deed(thing[-1], frozenset(thing[:-1]), own, clause_span(text, clause)))
    return found


def _told(words: Sequence[str]) -> tuple[list[str], bool] | None:
    """Return what a clause says was made or done, and whether by the candidate; nothing where it tells neither."""
    said = _belongs(words)
    if said is None and not NEGATORS & set(words):
        said = _passive(words) or _active(words)
    return said


def _belongs(words: Sequence[str]) -> tuple[list[str], bool] | None:
    """Read "the scripts were mine" and "the guide came from the agency"."""
    for table, own in ((_NOT_MINE, False), (_MINE, True), (_CAME_FROM, False)):
        place = table.place(words)
        if place is not None:
            by_me = own or (table is _CAME_FROM and bool({"me", "myself"} & set(words[place : place + 6])))
            return _thing_before(words, place), by_me
    return None


def _passive(words: Sequence[str]) -> tuple[list[str], bool] | None:
    """Read "the guide was written by Sam": the thing, and whether it was by the candidate."""
    for at, word in enumerate(words):
        if word not in _DID or at == 0 or words[at - 1] not in {"was", "were", "been", "got"}:
            continue
        doer = [*words[at + 1 : at + 6]]
        if "by" not in doer:
            continue
        after = doer[doer.index("by") + 1 :] or [*words[at + 6 : at + 8]]
        start = at - 1
        while start > 0 and words[start - 1] in {"had", "have", "has", "was", "were", "all", "been"}:
            start -= 1
        if {"us", "we", "the"} & set(after[:1]) and not {"others", "other"} & set(after):
            return None
        return _thing_before(words, start), bool({"me", "myself"} & set(after[:2]))
    return None


def _active(words: Sequence[str]) -> tuple[list[str], bool] | None:
    """Read "I wrote the guide", "I was the one who wrote it" and "Sam wrote it", of the first thing that is told."""
    for at, word in enumerate(words):
        if word not in _DID:
            continue
        subject = at - 1
        while subject >= 0 and words[subject] in _ADVERBS:
            subject -= 1
        if subject < 0:
            continue
        doer = words[subject]
        mine = doer == "who" and words[subject - 1] == "one" and bool({"i", "i'm"} & set(words[:subject]))
        if mine or doer in {"i", "i'd", "i've"}:
            return _thing_after(words, at + 1), not _ONLY & set(words[subject:at])
        return (_thing_after(words, at + 1), False) if doer in _OTHERS - _NOT_OTHERS else None
    return None


def _thing_after(words: Sequence[str], place: int) -> list[str]:
    while place < len(words) and (words[place] in _QUANTIFIERS or words[place] in {"up", "together"}):
        place += 1
    thing: list[str] = []
    while place < len(words) and is_content(words[place]):
        thing.append(concept(words[place]))
        place += 1
    return thing


def _thing_before(words: Sequence[str], place: int) -> list[str]:
    while place > 0 and words[place - 1] in {"all", "both", "either", "really", "actually", "that", "bit", "part"}:
        place -= 1
    thing: list[str] = []
    while place > 0 and is_content(words[place - 1]):
        thing.insert(0, concept(words[place - 1]))
        place -= 1
    return thing
