"""Finding phrases of a list among the words of a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


class PhraseTable:
    """A list of phrases, found by their first word."""

    def __init__(self, *phrases: str) -> None:
        self.phrases = phrases
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            words = tuple(phrase.split())
            self._by_first.setdefault(words[0], []).append(words)

    def found(self, words: Sequence[str]) -> bool:
        """Return whether any phrase stands in `words`."""
        return self.place(words) is not None

    def places(self, words: Sequence[str]) -> Iterator[int]:
        """Yield where in `words` a phrase begins."""
        for at, word in enumerate(words):
            if any(tuple(words[at : at + len(phrase)]) == phrase for phrase in self._by_first.get(word, ())):
                yield at

    def without(self, words: Sequence[str]) -> list[str]:
        """Return `words` without the phrases that stand in them."""
        kept = list(words)
        for at, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    kept[at : at + len(phrase)] = [""] * len(phrase)
        return kept

    def place(self, words: Sequence[str]) -> int | None:
        """Return where in `words` the first phrase that is found begins."""
        for at, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if tuple(words[at : at + len(phrase)]) == phrase:
                    return at
        return None

    def opens(self, words: Sequence[str]) -> bool:
        """Return whether `words` begin with a phrase of the list."""
        return (
            any(tuple(words[: len(phrase)]) == phrase for phrase in self._by_first.get(words[0], ()))
            if words
            else False
        )


def phrases_of(*lines: str) -> PhraseTable:
    """Return the phrases of `lines`, with commas between them."""
    return PhraseTable(*(phrase.strip() for line in lines for phrase in line.split(",")))
