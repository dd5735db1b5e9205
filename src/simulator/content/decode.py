"""From a TOML file to a struct, or to every fault in it at once, each with its line and its remedy."""

from __future__ import annotations

import difflib
import re
import tomllib
import types
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from simulator.content.positions import Key, line_of, positions
from simulator.text import one_line

MAX_FILE = 2_000_000
"""Bytes read of one content file: a bank of some thousand questions."""

MAX_NUMBER = 2**53
"""What no whole number of content reaches: from here on, not all of them can be kept exactly everywhere."""

T = TypeVar("T", bound=msgspec.Struct)

_EXPECTED = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a content file."""

    path: Path
    line: int
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        tail = f" ({self.remedy})" if self.remedy else ""
        return f"{self.path}:{self.line}: {self.what}{tail}"


@dataclass(frozen=True)
class Source:
    """A decoded file: where it lies and what it says."""

    path: Path
    text: str = ""

    @cached_property
    def lines(self) -> dict[Key, int]:
        """On which line each part stands, worked out only where something is to be said of it."""
        return positions(self.text)

    def fault(self, where: Key, what: str, remedy: str = "") -> Fault:
        """Return a fault of this file at `where`."""
        return Fault(self.path, line_of(where, self.lines), what, remedy)


def decode(path: Path, kind: type[T]) -> tuple[T | None, Source, list[Fault]]:
    """Read the TOML file at `path` as a `kind`.

    Returns the struct (None where there are faults), its source, and all its faults. Nothing is raised for bad
    content; an unreadable file is one fault.
    """
    source = Source(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_FILE + 1)
        if len(raw) > MAX_FILE:
            return None, source, [Fault(path, 1, "the file is too large", f"at most {MAX_FILE:,} bytes")]
        text = raw.decode("utf-8").replace("\r\n", "\n")
        data = tomllib.loads(text)
        source = Source(path, text)
    except OSError as error:
        return None, source, [Fault(path, 1, f"can't be read: {error.strerror or error}")]
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return None, source, [Fault(path, line, "is not UTF-8 text", "save the file as UTF-8")]
    except tomllib.TOMLDecodeError as error:
        return None, source, [_syntax_fault(path, text, error)]
    except ValueError as error:  # a number of more digits than Python reads
        return None, source, [Fault(path, 1, f"is not TOML: {one_line(str(error), 80)}")]
    except RecursionError:
        return None, source, [Fault(path, 1, "is nested too deeply", "write it flatter")]
    faults = [source.fault(where, what, remedy) for where, what, remedy in _faults(data, kind, ())]
    return (None if faults else msgspec.convert(data, kind)), source, faults


def salvage(source: Source, kind: type[T]) -> tuple[T, list[Key]]:
    """Return a faulty file's struct with something harmless wherever a fault is, and where that is.

    What else is wrong with the file can then be told in the same breath; what is wrong with the stand-ins can't.
    """
    data = tomllib.loads(source.text)
    return msgspec.convert(_mended(data, kind), kind), [where for where, _, _ in _faults(data, kind, ())]


def _mended(value: object, kind: Any) -> object:
    """Return `value` as far as it is a `kind`, the simplest value of that kind where it is not."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        table = cast("dict[str, object]", value) if isinstance(value, dict) else {}
        return {
            name: _mended(table.get(name), hint) for name, hint, required in _fields(kind) if name in table or required
        }
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _mended(value, next(arm for arm in arguments if arm is not type(None)))
    if origin is tuple:
        return [_mended(item, arguments[0]) for item in value] if isinstance(value, list) else []
    if origin is dict:
        return {key: _mended(item, arguments[1]) for key, item in value.items()} if isinstance(value, dict) else {}
    if origin is Literal:
        return value if value in arguments else arguments[0]
    return kind(1) if _scalar_faults(value, kind, ()) else value


def _syntax_fault(path: Path, text: str, error: tomllib.TOMLDecodeError) -> Fault:
    found = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = int(found[1]) if found else text.count("\n") + 1
    what = re.sub(r" \(at .*\)$", "", str(error))
    return Fault(path, line, f"is not TOML here: {what}", "check quotes, brackets and commas on this line")


def _faults(value: object, kind: Any, where: Key) -> list[tuple[Key, str, str]]:
    """Return (where, what, remedy) for all that keeps `value` from being a `kind`."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct_faults(value, kind, where)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _faults(value, next(arm for arm in arguments if arm is not type(None)), where)
    if origin is tuple:
        if not isinstance(value, list):
            return [(where, f"`{_name(where)}` is not a list", 'write ["...", "..."]')]
        return [fault for i, item in enumerate(value) for fault in _faults(item, arguments[0], (*where, i))]
    if origin is dict:
        if not isinstance(value, dict):
            return [(where, f"`{_name(where)}` is not a table", "give it keys and values")]
        return [fault for key, item in value.items() for fault in _faults(item, arguments[1], (*where, key))]
    if origin is Literal:
        if value not in arguments:
            return [(where, f"`{_name(where)}` is {_shown(value)}", "one of: " + ", ".join(map(str, arguments)))]
        return []
    return _scalar_faults(value, kind, where)


def _scalar_faults(value: object, kind: type, where: Key) -> list[tuple[Key, str, str]]:
    if not isinstance(value, (int, float) if kind is float else kind) or (isinstance(value, bool) and kind is not bool):
        return [(where, f"`{_name(where)}` is {_shown(value)}", f"should be {_EXPECTED[kind]}")]
    if isinstance(value, int) and abs(value) >= MAX_NUMBER:
        return [(where, f"`{_name(where)}` is {_shown(value)}", "should be a smaller number")]
    return []


def _struct_faults(value: object, kind: type[msgspec.Struct], where: Key) -> list[tuple[Key, str, str]]:
    if not isinstance(value, dict):
        return [(where, f"`{_name(where)}` is not a table", f"give it {', '.join(kind.__struct_fields__)}")]
    table = cast("dict[str, object]", value)
    fields = _fields(kind)
    names = [name for name, _, _ in fields]
    faults = []
    for key in table:
        if key not in names:
            near = difflib.get_close_matches(key, names, n=1)
            remedy = f"did you mean `{near[0]}`?" if near else "known here: " + ", ".join(names)
            faults.append(((*where, key), f"`{one_line(key, 60)}` is not a key of {_called(kind, where)}", remedy))
    for name, hint, required in fields:
        if name in table:
            faults += _faults(table[name], hint, (*where, name))
        elif required:
            faults.append(((*where, name), f"{_called(kind, where)} has no `{name}`", f"add `{name}`"))
    return faults


@cache
def _fields(kind: type[msgspec.Struct]) -> tuple[tuple[str, Any, bool], ...]:
    """Return (name, type, whether it must be there) of each field; working types out takes longer than all the rest."""
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name], field.required) for field in msgspec.structs.fields(kind))


def _called(kind: type[msgspec.Struct], where: Key) -> str:
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()
    return f"this {name}" if where else f"a {name}"


def _name(where: Key) -> str:
    """Return what to call the value at `where`: its key, and its number in a list."""
    if where and isinstance(where[-1], int):
        return f"{_name(where[:-1])}[{where[-1]}]"
    return str(where[-1]) if where else "the file"


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f'"{one_line(value, 60)}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return f"the number {one_line(str(value), 40)}"
    return "a list" if isinstance(value, list) else "a table" if isinstance(value, dict) else "a date"
