"""The line protocol: what of the input is an answer, and what a command."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.plain.lines import Command, Lines, Said
from simulator.text import MAX_ANSWER, clean


def events(raw: bytes | str) -> tuple[list[Said | Command], str]:
    """Return what `raw` says, and what was kept of it as a draft at the end."""
    kept = [""]
    stream = io.BytesIO(raw.encode() if isinstance(raw, str) else raw)
    found: list[Said | Command] = []
    for event in Lines(kept.append, stream):
        found.append(event)
        kept.append("")
    return found, kept[-1]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("one\n\n", ["one"]),
        ("one\ntwo\n\n", ["one\ntwo"]),
        ("\n\n\none\n\n\n\ntwo\n\n", ["one", "two"]),
        ("one\n  \t \ntwo\n\n", ["one", "two"]),
        ("one\r\n\r\ntwo\r\n\r\n", ["one", "two"]),
        ("one\n/skip\n\n", ["one\n/skip"]),
        ("one\n//two\n\n", ["one\n//two"]),
        ("//skip is a command\n\n", ["/skip is a command"]),
        (" /skip\n\n", [" /skip"]),
        ("/text\none\n\ntwo\n/end\n", ["one\n\ntwo"]),
        ("/text\n\n\none\n/skip\n//x\n\n/end\nmore\n\n", ["\n\none\n/skip\n//x\n", "more"]),
        ("/TEXT one\n\ntwo\n /end \n", ["one\n\ntwo"]),
        ("/text\n/end\none\n\n", ["one"]),
        ("one\n/text\ntwo\n\n", ["one\n/text\ntwo"]),
        ("שלום\n\n", ["שלום"]),
        ("👩‍🔬\n\n", ["👩‍🔬"]),
        ("a\u2028b\n\n", ["a\nb"]),
    ],
)
def test_answers(raw: str, said: list[str]) -> None:
    assert events(raw) == ([Said(text) for text in said], "")


@pytest.mark.parametrize(
    ("raw", "command"),
    [
        ("/skip\n", Command("skip", "")),
        ("/SKIP\n", Command("skip", "")),
        ("/skip", Command("skip", "")),
        ("/ask  how big is it?  \n", Command("ask", "how big is it?")),
        ("/ ask x\n", Command("ask", "x")),
        ("/\n", Command("", "")),
        ("/end\n", Command("end", "")),
        ("/note \x1b[31mred\x07\n", Command("note", "red")),
    ],
)
def test_commands(raw: str, command: Command) -> None:
    assert events(raw) == ([command], "")


@pytest.mark.parametrize(
    ("raw", "draft"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\n", "one"),
        ("done\n\nnot done\n", "not done"),
        ("/text\none\n\ntwo\n", "one\n\ntwo"),
        ("//half", "/half"),
        (b"half \xf0\x9f", "half �"),
        ("\n\n", ""),
        ("", ""),
    ],
)
def test_an_answer_that_is_not_finished_when_the_input_ends_is_the_draft(raw: bytes | str, draft: str) -> None:
    assert events(raw)[1] == draft


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"a\xffb\n\n", "a\ufffdb"),
        (b"a\x00b\n\n", "ab"),
        (b"a\xed\xa0\x80b\n\n", "a\ufffd\ufffd\ufffdb"),
        (b"\x1b]0;title\x07a\x1b[2Jb\n\n", "ab"),
        (b"\xef\xbb\xbfa\n\n", "a"),
        ("a\u202eb\u2066c\n\n".encode(), "abc"),
    ],
)
def test_bad_bytes_and_sequences_do_no_harm(raw: bytes, text: str) -> None:
    assert events(raw) == ([Said(text)], "")


def test_a_draft_is_taken_up_with_its_empty_lines() -> None:
    lines = Lines(lambda _: None, io.BytesIO(b"three\n\n"))
    lines.take_up("one\n\ntwo")
    assert list(lines) == [Said("one\n\ntwo\nthree")]


def test_a_draft_taken_up_and_left_again_is_a_draft_again() -> None:
    kept: list[str] = []
    lines = Lines(kept.append, io.BytesIO(b""))
    lines.take_up("one")
    assert list(lines) == []
    assert kept[-1] == "one"


def test_what_is_typed_is_kept_while_it_is_typed() -> None:
    kept: list[str] = []
    assert list(Lines(kept.append, io.BytesIO(b"one\ntwo\n\n"))) == [Said("one\ntwo")]
    assert kept == ["one"]


def test_each_line_of_what_is_typed_can_be_looked_on_and_nothing_once_it_is_sent() -> None:
    seen: list[str] = []
    assert list(Lines(lambda _: None, io.BytesIO(b"one\ntwo\n\nthree\n"), typed=seen.append)) == [Said("one\ntwo")]
    assert seen == ["one", "one\ntwo", "", "three"]


def test_a_line_can_be_an_answer_of_its_own_which_is_no_draft() -> None:
    kept: list[str] = []
    lines = Lines(kept.append, io.BytesIO(b"5\n\n/4\nlater\n"))
    lines.one_line = True
    assert list(lines) == [Said("5"), Command("4", ""), Said("later")]
    assert kept == []


@pytest.mark.parametrize("lines", [1, 2, 3])
def test_an_answer_too_long_is_cut_and_says_so(lines: int) -> None:
    reader = Lines(lambda _: None, io.BytesIO((b"x" * (MAX_ANSWER - 10) + b"\n") * lines + b"\nshort\n\n"))
    (first, cut), (second, cut_again) = [(event, reader.cut) for event in reader]
    assert isinstance(first, Said)
    assert len(first.text) <= MAX_ANSWER
    assert cut is (lines > 1)
    assert (second, cut_again) == (Said("short"), False)


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text("ab/ \n\r\ttexnd").map(str.encode))
def test_nothing_that_was_typed_is_lost(raw: bytes) -> None:
    found, draft = events(raw)
    kept = "".join(event.text if isinstance(event, Said) else f"/{event.name} {event.rest}" for event in found) + draft
    typed = clean(raw.decode("utf-8", "replace")).lower()
    for mark in (" ", "\t", "\n", "/text", "/end", "/"):
        typed, kept = typed.replace(mark, ""), kept.lower().replace(mark, "")
    assert sorted(kept) == sorted(typed)
