"""Who somebody reports to, or did: "my manager is Priya", "our boss, Tom", "I reported to Priya Shah"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.consistency.claim import FORMER_MANAGER, MANAGER, Claim
from simulator.consistency.names import name_claim, names_in
from simulator.consistency.question import Question
from simulator.consistency.sentences import Text, Token, token_text
from simulator.consistency.surroundings import Around
from simulator.english import words_of

_MANAGERS = words_of("manager manager's boss boss's supervisor supervisor's")
_NOW = words_of("line present current direct own")
"""What may stand before "manager" and leaves it the present one; "my old manager" is another."""
_WAS = words_of("was reported")
_NEAR = 3
_BRINGS_IN = words_of("is was , called named")


def read_managers(text: Text, question: Question, around: Around) -> Iterator[Claim]:
    """Yield the names of those whom the candidate reports to, or did.

    Where a name was asked for, that is read as such.
    """
    if "name" in question.kinds:
        return
    for clause in text.clauses:
        beside = -1
        for first, last in names_in(text, clause):
            if _is_manager(text.tokens, first) or (first == beside + 1 and token_text(text.tokens, beside) == "and"):
                beside = last
                claim = name_claim(text, first, last, MANAGER, around)
                before = {token.text for token in text.tokens[max(first - _NEAR, clause.first) : first]}
                about = FORMER_MANAGER if _WAS & before else MANAGER
                yield replace(claim, owner="", about=about, theme=about)


def _is_manager(tokens: Sequence[Token], first: int) -> bool:
    """Return whether what stands before a name says that the candidate reports to whoever has it."""
    place = first - 1
    if token_text(tokens, place) == "to":
        return token_text(tokens, place - 1) in {"report", "reported", "reporting"} and _speaks(tokens, place - 2)
    while token_text(tokens, place) in _BRINGS_IN:
        place -= 1
    if token_text(tokens, place) not in _MANAGERS:
        return False
    place -= 1
    while token_text(tokens, place) in _NOW:
        place -= 1
    return token_text(tokens, place) in {"my", "our"}


def _speaks(tokens: Sequence[Token], place: int) -> bool:
    return token_text(tokens, place) in {"i", "i'm", "we", "currently", "now", "directly", "and"}


def managers_agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether two managers' names differ by no more than a short form ("Tom", "Thomas")."""
    return any(_is_short_for(*sorted((one, other), key=len)) for one in ours for other in theirs)


def _is_short_for(short: str, name: str) -> bool:
    rest = iter(name)
    return short[:1] == name[:1] and all(letter in rest for letter in short)
