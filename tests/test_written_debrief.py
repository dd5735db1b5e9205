"""A debrief as Markdown and as HTML: all that its text says, and nothing anybody said is markup."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from simulator.debrief.blocks import blocks
from tests.conftest import Run, varied

NASTY = "<script>alert(1)</script> *bold* [link](javascript:x) | $5 & _this_ `code` at Acme, a team of eight."
BAD = "## Heading\n1. one\n--- team of twelve at Acme. <b>now: then</b>"


@pytest.fixture
def told(run_here: Run) -> Run:
    for answer in (NASTY, BAD):
        text = answer.replace("\n", " ")
        run_here(["practice", "--plain", "--candidate", "Ada <i>", "--seed", "7"], varied(text, 90))
    return run_here


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not [name for name, _ in attrs if name in ("src", "href", "onclick", "style")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_one_page_in_which_nobodys_words_are_markup(told: Run) -> None:
    page = told(["debrief", "0002-supervisor", "--format", "html"]).out
    read = Tags()
    read.feed(page)
    known = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "span", "blockquote"}
    assert set(read.tags) <= known
    assert "<script" not in page
    assert "<b>now: then</b>" in read.text
    assert "prefers-color-scheme: dark" in page
    text = " ".join(told(["debrief", "0002-supervisor", "--format", "text"]).out.split())
    plain = " ".join(read.text.split())
    for word in ("Question by question", "followed up", "How they would vote"):
        assert word in text
        assert word in plain


def test_markdown_says_what_the_text_says_and_escapes_it(told: Run) -> None:
    written = told(["debrief", "0002-supervisor", "--format", "md"]).out
    assert written.startswith("# ")
    assert "\n## Question by question\n" in written
    assert r"\<b\>now: then\</b\>" in written
    assert r"> \## Heading 1. one --- team" in written
    assert "<script>" not in written
    heads = [line for line in written.splitlines() if line.startswith("#")]
    assert all("Heading" not in line for line in heads)


def test_it_is_written_into_a_file(told: Run, tmp_path: Path) -> None:
    ran = told(["debrief", "0002-supervisor", "--format", "html", "-o", "out.html"])
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out.html").read_text().startswith("<!DOCTYPE html>")


def test_every_paragraph_of_the_text_is_a_block_of_its_kind(told: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given = [
        *("Title", "=====", "A place. With Dana.", "", "Votes", "-----", "1. reason", "    now: “x”", "   > said"),
        *("   + Followed up: how?", "- ", "- note", "----"),
    ]
    monkeypatch.setattr("simulator.debrief.blocks.lines", lambda *_: iter(given))
    found = [(block.kind, block.sign, block.text, block.inner) for block in blocks(None)]  # type: ignore[arg-type]
    assert found == [
        ("title", "", "Title", False),
        ("paragraph", "", "A place. With Dana.", False),
        ("heading", "", "Votes", False),
        ("paragraph", "1.", "reason", False),
        ("quote", "now:", "“x”", True),
        ("quote", "", "said", True),
        ("paragraph", "+", "Followed up: how?", True),
        ("paragraph", "-", "note", False),
    ]
