"""From an answer to words with their places: masking, sentences, clauses.

What is masked becomes blanks of the same length, so every offset holds for the original text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from simulator.english import TITLES, words_of

MAX_WORDS = 20_000
"""Words of an answer that are looked at; more than two hours of talk."""

_WORD_STARTS = re.compile(r"\S+")
_TOKENS = re.compile(r"\d+(?:[.,]\d+){0,6}|[^\W\d_]+(?:'[^\W\d_]+){0,2}|[^\s\w]|_")
_DISFLUENCIES = re.compile(
    r"\b(?:u+h+m*|u+m+|e+rm*|hmm+|you know|you see(?! yourself)"
    r"|(?<!what )(?<!which )(?<!this )(?<!any )(?:sort|kind) of"
    r"|basically|obviously|literally|to be honest|tbh"
    r"|to be fair|as it were|if you like|i guess|i suppose|i think|i'd say|i would say|let me think|let's see"
    r"|let me see|if i'm honest|if i'm being honest|if you ask me|to be blunt|honestly|frankly|to be frank"
    r"|i'm afraid(?! (?:of|to)\b))\b,?",
)
# A negation that denies nothing; fillers between its words are blanks by then.
_IDIOMS = re.compile(
    r"\bcan't\s{1,40}help\b(?=\s{1,40}[a-z]{2,20}ing\b)"
    r"|\b(?:without\s{1,40}(?:fail|(?:a\s{1,40})?doubt)|no\s{1,40}(?:doubt|matter|wonder|favours?)|"
    r"needless\s{1,40}to\s{1,40}say)\b"
)
_FILLER_LIKE = re.compile(r"(?:(?<=, )like,?(?= )|\b(?<=for )like\b|\b(?<=was )like\b|^(?:well|so|right|okay|ok),)")
_SURROGATES = re.compile("[\ud800-\udfff]")
_CLAUSE_MARKS = frozenset(";:—–()[]\n")
_ABBREVIATIONS = TITLES | {"st", "approx", "e", "g", "i", "no"}
_CLAUSE_WORDS = frozenset({"but", "because", "although", "though", "while", "whereas", "if", "unless", "cos"})
_SUBJECTS = words_of(
    "i i'm i've i'd i'll im ive we we're we've we'd he she they it it's he's she's they're there there's my our "
    "the his her so which who and but then that this these you"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark in lower case, with its offsets in the original answer."""

    text: str
    start: int
    end: int
    capital: bool
    """Whether it is written with a capital."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens that says one thing: `first` to `last` (not included) among the answer's tokens."""

    first: int
    last: int
    sentence: int
    """The number of its sentence in the answer."""


@dataclass(frozen=True, slots=True)
class Text:
    """An answer taken apart."""

    original: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    """The first and the last (not included) token of each sentence."""
    clauses: tuple[Clause, ...]


def token_text(tokens: Sequence[Token], place: int) -> str:
    """Return the text of token `place`, empty beyond the ends."""
    return tokens[place].text if 0 <= place < len(tokens) else ""


def sentence_number(text: Text, place: int) -> int:
    """Return the number of the sentence in which token `place` stands."""
    return bisect_right(text.sentences, place, key=lambda sentence: sentence[0]) - 1


def places_in_parts(text: Text) -> list[int]:
    """Return for each sentence its number within its part: answers that were joined stand on lines of their own."""
    places: list[int] = []
    for number, (first, _) in enumerate(text.sentences):
        before = text.tokens[first - 1].end if first else 0
        begins = not number or "\n" in text.original[before : text.tokens[first].start]
        places.append(0 if begins else places[-1] + 1)
    return places


def touching(tokens: Sequence[Token], place: int) -> bool:
    """Return whether token `place` follows the one before it without a blank."""
    return 0 < place < len(tokens) and tokens[place].start == tokens[place - 1].end


def clause_words(text: Text, clause: Clause) -> list[str]:
    """Return the words and marks of a clause."""
    return [token.text for token in text.tokens[clause.first : clause.last]]


def clause_span(text: Text, clause: Clause) -> tuple[int, int]:
    """Return the offsets of a clause without the marks at its end."""
    last = clause.last
    while last > clause.first + 1 and not text.tokens[last - 1].text[0].isalnum():
        last -= 1
    return text.tokens[clause.first].start, text.tokens[last - 1].end


def take_apart(answer: str) -> Text:
    """Return `answer` as tokens, sentences and clauses; only its first `MAX_WORDS` words are looked at."""
    masked = _masked(answer)
    tokens = tuple(
        Token(match[0], match.start(), match.end(), answer[match.start()].isupper())
        for match in _TOKENS.finditer(masked)
    )
    sentences = tuple(_sentences(masked, answer, tokens))
    clauses: list[Clause] = []
    for number, (first, last) in enumerate(sentences):
        clauses += _clauses(tokens, first, last, number)
    return Text(answer, tokens, sentences, tuple(clauses))


def _masked(answer: str) -> str:
    """Return `answer` in lower case with plain apostrophes and without fillers, character for character."""
    for count, match in enumerate(_WORD_STARTS.finditer(answer)):
        if count == MAX_WORDS:
            answer = answer[: match.start()]
            break
    # A few capitals become two characters in lower case; offsets matter more than those.
    lower = answer.lower()
    if len(lower) != len(answer):
        lower = "".join(low if len(low := character.lower()) == 1 else character for character in answer)
    lower = lower.replace("’", "'").replace("‘", "'").replace("‑", "-")
    for pattern in (_DISFLUENCIES, _IDIOMS, _FILLER_LIKE):
        lower = pattern.sub(lambda match: " " * len(match[0]), lower)
    return lower


def _sentences(masked: str, answer: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    from sentencex import segment  # type: ignore[import-untyped]  # a compiled library that only comparing needs

    edge = 0
    first = 0
    # The library takes UTF-8, which has no lone surrogates.
    for piece in segment("en", _SURROGATES.sub("?", answer[: len(masked)])):
        edge += len(piece)
        last = first
        while last < len(tokens) and tokens[last].start < edge:
            last += 1
        if last > first:
            yield first, last
        first = last
    if first < len(tokens):
        yield first, len(tokens)


def _clauses(tokens: Sequence[Token], first: int, last: int, sentence: int) -> Iterator[Clause]:
    start = first
    for place in range(first, last):
        if place > start and _begins_clause(tokens, place, last):
            yield Clause(start, place, sentence)
            start = place
    if last > start:
        yield Clause(start, last, sentence)


def _says_no(tokens: Sequence[Token], place: int) -> bool:
    """Return whether "no." before token `place` is an answer and not short for "number"."""
    return tokens[place - 2].text == "no" and not tokens[place].text[0].isdigit()


def _begins_clause(tokens: Sequence[Token], place: int, last: int) -> bool:
    token, before = tokens[place], tokens[place - 1].text
    ends = before in {".", "!", "?"} and place > 1
    if ends and (tokens[place - 2].text not in _ABBREVIATIONS or _says_no(tokens, place)):
        return True
    if before in _CLAUSE_MARKS or token.text in _CLAUSE_WORDS:
        return True
    following = tokens[place + 1].text if place + 1 < last else ""
    if (before, token.text, following) == ("now", "and", "then"):
        return False
    if before == "," and token.text in _SUBJECTS:
        return True
    return (
        token.text == "and" and following in _SUBJECTS and following not in {"that", "the", "my", "our", "his", "her"}
    )
