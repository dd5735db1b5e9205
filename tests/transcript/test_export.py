"""A transcript as Markdown: what anybody said is shown as they said it, and is no markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from simulator.transcript.export import escaped

SIGNS = (
    *"\\`*_[]()<>#+-|~!&$={}:.;/?'\"@^1aZé“ \n",
    *("12. ", "3) ", "- ", "---", "# ", "## ", "> ", "~~", "```", "~~~", "**", "__", "$$", "&amp;", "&#35;", "<b>"),
    *("</b>", "<!--", "![x](y)", "[x]", "http://a.b/c_d", "https://", "www.a.b", "ftp://a", "<http://a.b>", "| a |"),
    *("team_size", "2026-11-26", "5 * 3", "~5", "$50,000", "well - no", "  \n", "\\\n", "\t"),
)
PLACES = ("{}", "- {}", "   > then: {}", "   > {}", "# {}", "3. {}", "**Ada**: {}", "before\n\n{}\n\nafter")
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(markdown: str) -> tuple[list[str], str]:
    """Return what kinds of markup there are in `markdown`, and the text it shows."""
    kinds, text = [], ""
    for token in MARKDOWN.parse(markdown):
        kinds.append(token.type)
        for inner in token.children or []:
            line_end = inner.type == "html_inline" and inner.content == "<br>"
            if inner.type != "text" and not line_end:
                kinds.append(inner.type)
            text += "\n" if line_end else inner.content
        text += token.content if not token.children else ""
    return kinds, text


@pytest.mark.parametrize("place", PLACES)
@given(words=st.lists(st.sampled_from(SIGNS), min_size=1).map("".join).filter(str.strip))
def test_what_anybody_said_is_shown_as_it_was_said_and_is_no_markup(place: str, words: str) -> None:
    kinds, text = shown(place.format(escaped(words)))
    plainly, framed = shown(place.format("x"))
    assert kinds == plainly
    lines = "\n".join(line.strip() for line in words.strip().splitlines() if line.strip())
    assert text == framed.replace("x", lines)


@pytest.mark.parametrize(
    "words",
    [
        "On 2026-11-26, at 9.30, I led a team of 12. It was ~5 people (about 40%) & £30,000 = fair!",
        "no wonder: 3 + 3 > 2 < 4; $50,000 to $60,000; team_size; #1; {x}]",
        "Well - that depends | on whom you ask: me?",
    ],
)
def test_what_is_no_markup_where_it_stands_has_no_sign_before_it(words: str) -> None:
    assert escaped(words) == words


@pytest.mark.parametrize(
    ("words", "written"),
    [("2026. Then", "2026\\. Then"), ("- no", "\\- no"), ("# no", "\\# no"), ("https://a.b", "https\\://a.b")],
)
def test_what_would_be_markup_has_one(words: str, written: str) -> None:
    assert escaped(words) == written
