"""Whether an answer is in English: of another language nothing is read, and so nothing is found."""

from __future__ import annotations

from simulator.consistency.sentences import Text
from simulator.consistency.words import FUNCTION_WORDS
from simulator.english import words_of

_FOREIGN = words_of(
    "ich und der die das ist nicht ein eine einen mit seit bei für auf wir habe haben bin war auch aber sich "
    "je suis et le la les des une est pas dans pour avec nous mais j'ai sur qui "
    "yo el los las que con por para una soy pero muy como más del estoy "
    "io il che di sono per una non con ma della nel ho "
    "ik het een en van niet ook maar met zijn "
    "jestem nie się jest mam jako przez och jag inte som är med att "
    "eu não uma com mas foi tenho meu"
)
"""The commonest words of German, French, Spanish, Italian, Dutch, Polish, Swedish and Portuguese."""
_FEWEST = 3


def is_english(text: Text) -> bool:
    """Return whether `text` may be English: it is unless most letters or most of its little words say otherwise."""
    words = [token.text for token in text.tokens if token.text[0].isalpha()]
    if not words:
        return True
    if sum(not word.isascii() and not _is_latin(word) for word in words) > len(words) / 2:
        return False
    foreign = sum(word in _FOREIGN and word not in FUNCTION_WORDS for word in words)
    return foreign < _FEWEST or foreign < sum(word in FUNCTION_WORDS for word in words)


def _is_latin(word: str) -> bool:
    return all(character < "\u0250" for character in word)
