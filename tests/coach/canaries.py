"""Canary words: one of its own in every text of what is written or recorded, found by walking the structs."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import msgspec

T = TypeVar("T", bound=msgspec.Struct)
WORD = re.compile(r"zq[0-9a-f]{10}")


def canary() -> str:
    """Return a word that is nowhere else."""
    return f"zq{secrets.token_hex(5)}"


def found_in(text: str | bytes) -> set[str]:
    return set(WORD.findall(text.decode("utf-8", "replace") if isinstance(text, bytes) else text))


def strings(value: object) -> Iterable[str]:
    """Yield every text in a struct, whatever holds it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*strings(key), *strings(item))
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from strings(item)


def canaries_of(value: object) -> set[str]:
    return {word for text in strings(value) for word in found_in(text)}


def prose(text: str) -> bool:
    """Tell whether a text is written by somebody, and no id or word of the schema's that other fields point at."""
    return " " in text.strip()


def sown(struct: T, into: Callable[[str], bool] = prose) -> T:
    """Return `struct` with a canary of its own at the end of every text that `into` takes."""

    def sow(value: Any) -> Any:
        if isinstance(value, str):
            return f"{value} {canary()}" if into(value) else value
        if isinstance(value, list | tuple):
            return [sow(item) for item in value]
        if isinstance(value, dict):
            return {key: sow(item) for key, item in value.items()}
        return value

    built = msgspec.to_builtins(struct, builtin_types=())
    return msgspec.convert(sow(built), type(struct), strict=False)
