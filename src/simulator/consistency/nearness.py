"""How near two words are in meaning, by a table of word vectors that ships with the program.

The table was distilled from all-MiniLM-L6-v2 (Apache-2.0) by tools/distil_words.py. It says whether two words belong
to one subject ("van", "transport"); it cannot tell opposites from synonyms, so nothing is ever found to differ by it
alone.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from importlib.resources import files
from operator import mul

_UNIT = 127 * 127


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], memoryview, int]:
    """Return where each word's vector is, the vectors in one piece, and how long one is."""
    data = zlib.decompress(files("simulator.consistency").joinpath("words.bin").read_bytes())
    length, size = struct.unpack_from("<II", data)
    words = data[8 : 8 + length].decode("ascii").split("\n")
    return {word: at for at, word in enumerate(words)}, memoryview(data)[8 + length :].cast("b"), size


@lru_cache(maxsize=8192)
def _vector(word: str) -> tuple[int, ...]:
    known, vectors, size = _table()
    word = word.removesuffix("'s")
    at = known.get(word, known.get(word.removesuffix("s")))
    return tuple(vectors[at * size : (at + 1) * size]) if at is not None else ()


def is_known(word: str) -> bool:
    """Return whether the table has `word`."""
    return bool(_vector(word))


@lru_cache(maxsize=65536)
def nearness(word: str, other: str) -> float:
    """Return how near two words in lower case are, from -1 to 1; 0 where one of them is not known."""
    if word == other:
        return 1.0
    ours, theirs = _vector(word), _vector(other)
    return sum(map(mul, ours, theirs)) / _UNIT if ours and theirs else 0.0
