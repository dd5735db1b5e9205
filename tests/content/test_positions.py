"""Every key, table and element of a TOML document is found on the line it stands on."""

from __future__ import annotations

import tomllib
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.content.positions import Key, line_of, positions

SCALARS = [
    "1",
    "-0.5e3",
    "true",
    "nan",
    "2026-11-21",
    "2026-11-21 10:00:00",
    "07:30:00",
    "0xff",
    '""',
    "''",
    '"# no comment = [ { \\" ] }"',
    "'a \\'",
    '"\\\\"',
    '"""\none\n[table]\nk = 1\n"""',
    '"""ends with two""""',
    '"""a \\""" b\\\n   c"""',
    "'''\n'one' [[x]]\n'''",
    "''''quoted'''",
    '""""""',
]


class Writer:
    """Writes a document, noting on which line each key and element was put."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.text = ""
        self.lines: dict[Key, int] = {}
        self.names = 0

    def note(self, where: Key) -> None:
        self.lines.setdefault(where, self.text.count("\n") + 1)

    def name(self) -> tuple[str, str]:
        """Return a key that was not used yet, and how it is written."""
        self.names += 1
        name = f"k{self.names}"
        forms = [name, name, f'"{name}"', f"'{name}'", f'"\\u006b{self.names}"', f'"{name} = [#."', f"'{name} \"'"]
        form = self.draw(st.sampled_from(forms))
        return str(next(iter(tomllib.loads(f"{form} = 1")))), form

    def blank(self, choices: tuple[str, ...] = ("", "\n", "# [[no]] = 1\n", "\t \n")) -> None:
        self.text += self.draw(st.sampled_from(choices))

    def pair(self, table: Key, depth: int, breaks: bool = True) -> None:
        where = table
        for place in range(self.draw(st.integers(1, 2))):
            name, form = self.name()
            where += (name,)
            self.text += self.draw(st.sampled_from([".", " . "])) if place else ""
            self.note(where)
            self.text += form
        self.text += self.draw(st.sampled_from(["=", " = ", "\t=  "]))
        self.value(where, depth, breaks)

    def value(self, where: Key, depth: int, breaks: bool) -> None:
        kind = self.draw(st.sampled_from(["scalar", "list", "table"] if depth else ["scalar"]))
        if kind == "scalar":
            self.text += self.draw(st.sampled_from([each for each in SCALARS if breaks or "\n" not in each]))
        elif kind == "list":
            self.text += "["
            for place in range(self.draw(st.integers(0, 3))):
                self.blank((" ", "\n  ", " # ], a remark\n"))
                self.note((*where, place))
                self.value((*where, place), depth - 1, breaks)
                self.text += ","
            self.blank(("", "\n", " # the end ]\n"))
            self.text += "]"
        else:
            self.text += "{ "
            for place in range(self.draw(st.integers(0, 2))):
                self.text += ", " if place else ""
                self.pair(where, depth - 1, breaks)
            self.text += " }"

    def pairs(self, table: Key) -> None:
        for _ in range(self.draw(st.integers(0, 3))):
            self.blank()
            self.pair(table, depth=2)
            self.text += self.draw(st.sampled_from(["\n", " # a remark\n", "\n\n"]))

    def header(self, path: str, where: Key, several: bool) -> None:
        opening, closing = ("[[", "]]") if several else ("[", "]")
        for end in range(1, len(where) + 1):
            self.note(where[:end])
        self.text += self.draw(st.sampled_from(["", "  "])) + f"{opening}{path}{closing}\n"


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[Key, int]]:
    """Build a document of tables, arrays of tables and what lies below them."""
    writer = Writer(draw)
    writer.pairs(())
    for _ in range(draw(st.integers(0, 3))):
        name, form = writer.name()
        kind = draw(st.sampled_from(["table", "deep table", "array"]))
        if kind == "array":
            for place in range(draw(st.integers(1, 3))):
                writer.blank()
                writer.header(form, (name, place), several=True)
                writer.pairs((name, place))
                if draw(st.booleans()):
                    inner, inner_form = writer.name()
                    writer.header(f"{form} . {inner_form}", (name, place, inner), several=False)
                    writer.pairs((name, place, inner))
                if draw(st.booleans()):
                    inner, inner_form = writer.name()
                    for number in range(2):
                        writer.header(f"{form}.{inner_form}", (name, place, inner, number), several=True)
                        writer.pairs((name, place, inner, number))
        elif kind == "table":
            writer.header(form, (name,), several=False)
            writer.pairs((name,))
        else:
            inner, inner_form = writer.name()
            writer.header(f"{form}.{inner_form}", (name, inner), several=False)
            writer.pairs((name, inner))
    return writer.text, writer.lines


@settings(max_examples=150)
@given(documents())
def test_every_key_is_reported_on_its_line(document: tuple[str, dict[Key, int]]) -> None:
    text, lines = document
    tomllib.loads(text)
    assert positions(text) == lines


def keys_of(value: object, where: Key = ()) -> set[Key]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {key for name, item in items for key in ({(*where, name)} | keys_of(item, (*where, name)))}


@settings(max_examples=100)
@given(documents())
def test_every_key_there_is_has_a_line(document: tuple[str, dict[Key, int]]) -> None:
    text, _ = document
    assert keys_of(tomllib.loads(text)) == positions(text).keys()


@pytest.mark.parametrize(
    ("text", "where", "line"),
    [
        ('a = 1\nb."c.d" = 2\n', ("b", "c.d"), 2),
        ('a = """\nb = 1\n"""\nb = 2\n', ("b",), 4),
        ("a = [\n  1,\n  # 2\n  3,\n]\n", ("a", 1), 4),
        ("\n\n[x.y]\nz = 1\n", ("x",), 3),
        ("[[q]]\n[[q]]\nid = 1\n", ("q", 1, "id"), 3),
        ("[[q]]\n[q.t]\n[[q]]\n[q.t]\nid = 1\n", ("q", 1, "t", "id"), 5),
        ("t = { a = 1, b = [\n1,\n2 ] }\n", ("t", "b", 1), 3),
        ("a = 1\r\n\r\nb = 2\r\n", ("b",), 3),
        ('"é\\"" = 1\n', ('é"',), 1),
    ],
)
def test_a_key_is_found(text: str, where: Key, line: int) -> None:
    assert positions(text)[where] == line


@pytest.mark.parametrize("text", ["", "\n", "# only this", "   # and this\n\n"])
def test_a_document_of_nothing_has_no_lines(text: str) -> None:
    assert positions(text) == {}


def test_what_has_no_line_of_its_own_is_on_that_around_it() -> None:
    known = positions(
        dedent("""\
        a = 1
        [t]
        b = 2
        """)
    )
    assert line_of(("t", "missing", 3), known) == 2
    assert line_of(("missing",), known) == 1
