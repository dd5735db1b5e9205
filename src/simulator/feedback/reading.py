"""Cutting an answer into sentences and words, each with its place in the answer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.english import TITLES, is_english
from simulator.feedback.lexicon import FILLERS

# Each replaces one character by one, so that offsets stay those of the answer.
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "“": '"', "”": '"'})
_TOKENS = re.compile(
    r"(?P<number>\d+(?:[.,:/]\d+)*)"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*)"
    r"|(?P<stop>[.!?…\n]+)"
    r"|(?P<pause>[,;:()\"—–]|\s-\s)"
)
_ABBREVIATIONS = TITLES | {"st", "prof", "vs", "approx"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a number in figures: lower-cased `text`, `raw` as written, and its offsets in the answer."""

    text: str
    raw: str
    start: int
    end: int
    after_pause: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words up to a full stop, without "um" and "you know", and its offsets in the answer."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Offset of the first word."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Offset after the last word."""
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class Reading:
    """An answer as its sentences; `text` is the answer with plain apostrophes, offset for offset."""

    text: str
    sentences: tuple[Sentence, ...]
    count: int
    english: bool


def read(answer: str) -> Reading:
    """Return `answer` cut into sentences and words."""
    text = answer.translate(_APOSTROPHES)
    sentences: list[Sentence] = []
    words: list[Word] = []
    said: list[str] = []
    after_pause = True

    def close() -> None:
        nonlocal after_pause
        spoken = _without_fillers(words)
        if spoken:
            sentences.append(Sentence(spoken))
        words.clear()
        after_pause = True

    for match in _TOKENS.finditer(text):
        if match.lastgroup == "stop":
            if not (match.group() == "." and words and words[-1].text in _ABBREVIATIONS):
                close()
        elif match.lastgroup == "pause":
            after_pause = True
        else:
            raw = match.group()
            said.append(raw.lower())
            words.append(Word(said[-1], raw, match.start(), match.end(), after_pause))
            after_pause = False
    close()
    return Reading(text, tuple(sentences), len(said), is_english(said))


def _without_fillers(words: list[Word]) -> tuple[Word, ...]:
    kept: list[Word] = []
    skip = False
    for index, word in enumerate(words):
        following = words[index + 1].text if index + 1 < len(words) else ""
        if skip:
            skip = False
        elif word.text in FILLERS:
            pass
        elif word.text == "you" and following == "know":
            skip = True
        else:
            kept.append(word)
    return tuple(kept)
