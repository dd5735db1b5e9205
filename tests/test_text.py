"""Text that came from outside is plain text afterwards, and no more is taken away than has to be."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.text import MAX_ANSWER, clean, first_name, one_line, slug, word_count

HOSTILE = st.text(
    st.one_of(
        st.sampled_from(
            "\x00\x07\x08\x1b\x7f\x85\x90\x9b\x9c\x9d[]();0m?P^_X\\\r\n\t\u202e\u2066\u2028\ufeff\ud800\udfff"
        ),
        st.characters(),
        st.characters(categories=["Cs"]),
    ),
    max_size=60,
)
DANGEROUS = {*range(9), *range(0xB, 0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
DANGEROUS |= {*range(0xD800, 0xE000), 0x2028, 0x2029, 0xFEFF}


@settings(max_examples=400)
@given(HOSTILE)
def test_cleaning_leaves_nothing_a_terminal_acts_on(text: str) -> None:
    assert not {ord(char) for char in clean(text)} & DANGEROUS


@settings(max_examples=400)
@given(HOSTILE)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Cf"])))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "I led eight people.\n\n\tThen twelve.",
        "עבדתי שם חמש שנים",
        "عملتُ هناك خمس سنوات",
        "\u200fשלום (hello)\u200e",
        "👩‍🔬 and 👨‍👩‍👧‍👦 and 🇳🇴",
        "می‌خواهم",
        "naïve café — “quoted” … 30 000 €",
        "李雷",
        "{{ 7*7 }} $(id) `id` ; rm -rf / <script>",
        "array[0] and ]]> and \\x1b[31m",
    ],
)
def test_what_people_write_stays_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b[?1049h\x1b[2J\x1b[Hgone", "gone"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1b]52;c;aGk=\x07", ""),
        ("\x1bP1$r\x1b\\a\x1b_b\x1b\\c", "ac"),
        ("\x9b31mred\x9d0;t\x9c", "red"),
        ("\x1bcreset\x1b(B", "reset"),
        ("\x1b\x1b[31m[31mx", "x"),
        ("unfinished \x1b]0;a title", "unfinished 0;a title"),
        ("unfinished \x1b[", "unfinished "),
        ("a\x00b\x07c\x08d\x7f", "abcd"),
        ("eight\u202ethgie", "eightthgie"),
        ("\u2067x\u2069", "x"),
        ("\ufefffirst", "first"),
        ("a\ud800b\udfffc", "a\ufffdb\ufffdc"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_sequences_go_and_the_words_between_them_stay(text: str, left: str) -> None:
    assert clean(text) == left


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_no_line_end_joins_two_words(end: str) -> None:
    assert clean(f"eight{end}people") == "eight\npeople"


def test_the_rest_of_a_text_too_long_is_dropped() -> None:
    assert clean("abc", 2) == "ab"
    assert clean("ä" * (MAX_ANSWER + 5)) == "ä" * MAX_ANSWER


@pytest.mark.parametrize(
    "piece", ["\x1b", "\x1b[", "\x1b]", "\x1bP", "\x9b", "\x9d", "\x90", "\x98", "\x1b ", "\x1b[0", "\ud800"]
)
def test_no_text_takes_long_to_clean(piece: str) -> None:
    begun = time.process_time()
    clean(piece * (200_000 // len(piece)))
    assert time.process_time() - begun < 2


@settings(max_examples=200)
@given(HOSTILE, st.integers(2, 40))
def test_one_line_is_one_line_within_its_limit(text: str, limit: int) -> None:
    line = one_line(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert line == line.strip()


def test_one_line_marks_what_was_cut() -> None:
    assert one_line("one two three", 8) == "one two…"
    assert one_line(" one\n\n two\t", 8) == "one two"


@pytest.mark.parametrize(("text", "words"), [("", 0), (" \n", 0), ("one", 1), ("it's a well-kept secret.\nYes", 5)])
def test_words_are_counted(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("name", "called"), [("Ada Lovelace", "Ada"), ("Dr. Ada King", "Ada"), ("Prof", "Prof"), ("李雷", "李雷"), ("", "")]
)
def test_somebody_is_called_by_their_first_name(name: str, called: str) -> None:
    assert first_name(name) == called


def test_people_who_are_not_the_same_have_different_slugs() -> None:
    names = ["李雷", "韩梅梅", "../x", "x", "Ada", "ada", "Ada ", "..", "", "a" * 300, "a" * 301]
    assert len({slug(name) for name in names}) == len(names)


def test_an_accent_typed_on_its_own_makes_no_other_person() -> None:
    composed = unicodedata.normalize("NFC", "José")
    assert slug(composed) == slug(unicodedata.normalize("NFD", composed)) != slug("Jose")


@settings(max_examples=300)
@given(HOSTILE)
def test_a_slug_is_a_safe_file_name(name: str) -> None:
    made = slug(name)
    assert made
    assert len(made) <= 40
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert made == slug(name)
    assert not made.startswith("-")
