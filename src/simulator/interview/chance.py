"""Keyed chance: every choice hashes its own key, so that one probe more changes no other choice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def number(seed: int, *key: object) -> int:
    """Return a number from 0 to 2**64 - 1 that depends on `seed` and `key` alone, on every machine."""
    digest = hashlib.blake2b(repr((seed, *map(str, key))).encode("utf-8", "surrogatepass"), digest_size=8)
    return int.from_bytes(digest.digest())


def pick(options: Sequence[T], seed: int, *key: object, turn: int = 0) -> T:
    """Return one of `options` (not empty), chosen by `seed` and `key`.

    `turn` counts uses of the same key: the options are gone through in turn, so none comes twice running.
    """
    return options[(number(seed, *key) + turn) % len(options)]


def shuffled(options: Sequence[T], seed: int, *key: object) -> list[T]:
    """Return `options` in an order chosen by `seed`, `key` and each option's own text, not by its place."""
    return sorted(options, key=lambda option: number(seed, *key, option))


def default_seed(*key: object) -> int:
    """Return the seed of an interview that was given none: short enough to be typed again."""
    return number(0, *key) % 1_000_000
