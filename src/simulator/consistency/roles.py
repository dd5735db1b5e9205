"""The candidate's own part in a piece of work, and whether it was done in time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import PhraseTable, phrases_of
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words
from simulator.consistency.surroundings import Around
from simulator.english import words_of

_LED = phrases_of(
    "i led, i lead, i ran, i headed, in charge of, i was responsible for, i managed, my idea, my own idea, i directed",
    "i owned, i came up with, i designed, i wrote the whole, i did it all, i was the lead, my initiative",
    "i was the project manager, i coordinated, i organised, i organized, i was leading, i did it myself, i built",
    "i thought of it, i started it, i set it up, i was the one who, i proposed, i suggested it, on my own",
)
_HELPED = phrases_of(
    "i helped, i assisted, i supported, i took part, i was part of, i contributed, helped out, i shadowed",
    "i was a member of, i was involved, i lent a hand, colleague came up, i was one of, somebody else's idea",
    "someone else's idea, wasn't my idea, not my idea, colleague's idea, manager's idea, boss's idea, i edited it",
    "i only helped, i was there to support, i just helped, i joined in, her idea, his idea, team's idea",
)
_ASKS = phrases_of(
    "your part, your role, part did, role did, whose idea, your contribution, did you lead, were you leading",
    "your own part, yourself, who led, your involvement, what did you do, who ran, who was in charge, you play",
)
_DONE = words_of(
    "delivered finished completed launched done handed opened ended shipped deliver finish complete launch finishing"
)
_EARLY = phrases_of(
    "on time, on schedule, early, ahead of schedule, hit the date, to schedule, ahead of time, in time",
    "by the deadline",
)
_LATE = phrases_of(
    "late, behind schedule, overran, missed the deadline, missed the date, over schedule, after the deadline",
)


def read_roles(text: Text, question: Question, around: Around) -> Iterator[Claim]:
    """Yield whether the candidate led or helped, where that is asked, and whether work was done in time.

    An answer that says both gives no claim.
    """
    asked = _ASKS.found(question.raw)
    if asked:
        claim = _one_sided(text, "role", {"led": _LED, "helped": _HELPED}, asked=True)
        if claim is not None:
            yield claim
    claim = _one_sided(text, "outcome", {"in time": _EARLY, "late": _LATE}, asked=False)
    if claim is not None and not around.at(_first_token(text, claim)).hypothetical:
        yield claim


def _first_token(text: Text, claim: Claim) -> int:
    return next(at for at, token in enumerate(text.tokens) if token.end > claim.span[0])


def _one_sided(text: Text, kind: str, sides: dict[str, PhraseTable], *, asked: bool) -> Claim | None:
    found: dict[str, Clause] = {}
    for clause in text.clauses:
        words = clause_words(text, clause)
        if kind == "outcome" and not _tells_outcome(words):
            continue
        for side, table in sides.items():
            if table.found(words):
                found.setdefault(side, clause)
    if len(found) != 1:
        return None
    side, clause = found.popitem()
    span = clause_span(text, clause)
    return Claim(
        kind=kind,
        span=span,
        quote=text.original[slice(*span)],
        asked=asked,
        about=kind,
        words=frozenset({side}),
    )


def _tells_outcome(words: Sequence[str]) -> bool:
    return bool(_DONE & set(words)) and not {"not", "never", "if", "n't", "could", "would", "should"} & set(words)
