"""A content file becomes a struct, or every fault in it at once, each with its line and its remedy."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.content.decode import MAX_FILE, Fault, decode
from simulator.content.schemas import Panel, Persona, Process, QuestionBank
from tests.content.examples import BANK, PANEL, PERSONA, PROCESS, replaced


def faults_of(tmp_path: Path, text: str | bytes, kind: type = QuestionBank) -> list[Fault]:
    path = tmp_path / "file.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    item, _, faults = decode(path, kind)
    assert (item is None) is bool(faults)
    return faults


def line_with(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


@pytest.mark.parametrize(
    ("text", "kind"), [(BANK, QuestionBank), (PERSONA, Persona), (PANEL, Panel), (PROCESS, Process)]
)
def test_what_is_right_has_no_fault(tmp_path: Path, text: str, kind: type) -> None:
    assert faults_of(tmp_path, text, kind) == []
    assert faults_of(tmp_path, text.replace("\n", "\r\n"), kind) == []


@pytest.mark.parametrize(
    ("old", "new", "where", "what", "remedy"),
    [
        (
            'competency = "teamwork"',
            'competancy = "teamwork"',
            "competancy",
            "`competancy` is not a key",
            "`competency`",
        ),
        ('title = "Own questions"', 'colour = "red"', "colour", "`colour` is not a key", "known here: id, title"),
        ('title = "Own questions"\n', "", "", "has no `title`", "add `title`"),
        ('tip = "One case, your own part, the outcome."\n', "", "[[questions]]", "has no `tip`", "add `tip`"),
        ('kind = "behavioural"', 'kind = "behavioral"', "behavioral", '`kind` is "behavioral"', "one of: behavioural"),
        ("seconds = 120", 'seconds = "120"', "seconds", '`seconds` is "120"', "a whole number"),
        ("seconds = 120", "seconds = 1.5", "seconds", "`seconds` is the number 1.5", "a whole number"),
        ("seconds = 120", "seconds = true", "seconds", "`seconds` is true", "a whole number"),
        ("seconds = 120", "seconds = 2026-01-01", "seconds", "`seconds` is a date", "a whole number"),
        ("seconds = 120", "seconds = 1" + "0" * 400, "seconds", "`seconds` is the number 1000", "smaller"),
        ("seconds = 120", "seconds = -99999999999999999999", "seconds", "is the number -9999", "smaller"),
        ('id = "one"', "id = 1", "id = 1", "`id` is the number 1", "text in quotes"),
        ('id = "one"', "id = []", "id = []", "`id` is a list", "text in quotes"),
        ('id = "one"', "id = { a = 1 }", "id = {", "`id` is a table", "text in quotes"),
        ('looks_for = ["a concrete situation"]', 'looks_for = "a"', "looks_for", "`looks_for` is not a list", "["),
        (
            'looks_for = ["a concrete situation"]',
            'looks_for = ["a",\n 7]',
            " 7]",
            "`looks_for[1]` is the number 7",
            "text",
        ),
        ('asked_by = ["supervisor", "peer"]', 'asked_by = ["boss"]', "boss", '`asked_by[0]` is "boss"', "one of: hr"),
        ('when = "no_result"', 'when = "never"', "never", '`when` is "never"', "one of: short"),
        (
            'when = "no_result", say',
            'whenn = "no_result", say',
            "whenn",
            "`whenn` is not a key of this probe",
            "`when`",
        ),
        ("anchors = {", "anchors = 5 #", "anchors", "`anchors` is not a table", "keys and values"),
        ('1 = "Blames."', "1 = 2", "1 = 2", "`1` is the number 2", "text in quotes"),
    ],
)
def test_a_fault_has_its_line_and_its_remedy(
    tmp_path: Path, old: str, new: str, where: str, what: str, remedy: str
) -> None:
    text = replaced(BANK, old, new)
    found = faults_of(tmp_path, text)
    line = line_with(text, where)
    assert any(fault.line == line and what in fault.what and remedy in fault.remedy for fault in found), found
    assert {fault.line for fault in found} <= {line, line_with(text, "[[questions]]"), 1}


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = BANK
    for old, new in (
        ('title = "Own questions"', 'titel = "Own questions"'),
        ('id = "one"', "id = 1"),
        ('kind = "behavioural"', 'kind = "funny"'),
        ("seconds = 120", "seconds = []"),
        ('when = "no_result"', 'when = "later"'),
    ):
        text = replaced(text, old, new)
    found = faults_of(tmp_path, text)
    expected = {
        "titel": 2,
        "title": 1,
        "id": 5,
        "kind": 7,
        "seconds": line_with(text, "seconds"),
        "when": line_with(text, "later"),
    }
    assert {word: fault.line for word in expected for fault in found if f"`{word}`" in fault.what} == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('id = "a"\ntitle = \n', 2, "not TOML"),
        ('id = "a"\nid = "b"\n', 2, "not TOML"),
        ('id = "a\n', 1, "not TOML"),
        ("[[questions]\n", 1, "not TOML"),
        ('id = "a"\nquestions = [\n', 3, "not TOML"),
        (b'id = "a"\n\ntitle = "\xff"\n', 3, "not UTF-8"),
        ('id = "ä"'.encode("utf-16"), 1, "not UTF-8"),
        (b'id = "a"\ntitle = "\x00"\n', 2, "not TOML"),
        ("id = " + "[" * 5_000 + "]" * 5_000, 1, "nested too deeply"),
        ("id = " + "{a=" * 3_000 + "1" + "}" * 3_000, 1, "nested too deeply"),
        ("id = " + "9" * 6_000, 1, "not TOML"),
        (b"#" * (MAX_FILE + 1), 1, "too large"),
        ("\ufeffid = 1", 1, "not TOML"),
    ],
)
def test_what_is_no_toml_is_one_fault_on_its_line(tmp_path: Path, text: str | bytes, line: int, what: str) -> None:
    (fault,) = faults_of(tmp_path, text)
    assert fault.line == line
    assert what in fault.what


@pytest.mark.parametrize("depth", range(90, 1_000, 70))
def test_any_depth_of_nesting_is_read_or_refused(tmp_path: Path, depth: int) -> None:
    assert faults_of(tmp_path, "id = " + "[" * depth + "]" * depth)


def test_an_empty_file_lacks_everything(tmp_path: Path) -> None:
    assert {fault.remedy for fault in faults_of(tmp_path, "")} == {"add `id`", "add `title`", "add `questions`"}


def test_what_can_not_be_read_is_one_fault(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.toml", tmp_path / ("x" * 300)):
        _, _, (fault,) = decode(path, QuestionBank)
        assert "can't be read" in fault.what


def test_a_fault_reads_as_one_line_with_place_and_remedy(tmp_path: Path) -> None:
    text = replaced(BANK, 'competency = "teamwork"', 'competancy = "teamwork"')
    lines = [str(fault) for fault in faults_of(tmp_path, text)]
    assert f"{tmp_path}/file.toml:6: `competancy` is not a key of this question (did you mean `competency`?)" in lines


@settings(max_examples=150)
@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(lambda text: text.encode("utf-8", "replace"))))
def test_no_bytes_raise(raw: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind in (QuestionBank, Process):
            faults_of(Path(folder), raw, kind)


VALUES = [
    "1",
    '"a"',
    "[]",
    "{}",
    "true",
    "nan",
    "inf",
    "2026-01-01",
    '["a"]',
    "[[[]]]",
    "{ a = 1 }",
    '[{ id = "x" }]',
    '""',
]


@settings(max_examples=150)
@given(st.data())
def test_no_value_in_any_place_raises(data: st.DataObject) -> None:
    text, kind = data.draw(
        st.sampled_from([(BANK, QuestionBank), (PERSONA, Persona), (PANEL, Panel), (PROCESS, Process)])
    )
    lines = text.splitlines()
    plain = [number for number, line in enumerate(lines) if " = " in line and not line.endswith("[")]
    for number in data.draw(st.lists(st.sampled_from(plain), max_size=4)):
        name = lines[number].partition(" = ")[0]
        lines[number] = f"{name} = {data.draw(st.sampled_from(VALUES))}"
    with tempfile.TemporaryDirectory() as folder:
        for fault in faults_of(Path(folder), "\n".join(lines), kind):
            assert 1 <= fault.line <= len(lines)
            assert fault.what
