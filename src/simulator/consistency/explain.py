"""The one sentence a candidate reads, with both passages in their own words."""

from __future__ import annotations

_LONGEST = 80


def quoted(passage: str) -> str:
    """Return `passage` on one line in quotation marks, cut at a word where it is long."""
    line = " ".join(passage.split()).strip(" ,;:.—–-")
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"“{line}”"


def before_and_now(first: str, second: str) -> str:
    """Return the sentence for a difference."""
    return f"You said {quoted(first)} before and {quoted(second)} now."


def drifted(first: str, second: str) -> str:
    """Return the sentence for a variance."""
    return f"You said {quoted(first)} before and {quoted(second)} now, which is close but not the same."


def left_out(first: str) -> str:
    """Return the sentence for something not said again."""
    return f"You said {quoted(first)} before and did not mention it now."


def added(second: str) -> str:
    """Return the sentence for something new."""
    return f"{quoted(second)} is new; you did not mention it before."


def evaded(first: str) -> str:
    """Return the sentence for an answer that avoids what was answered before."""
    return f"You said {quoted(first)} before and did not answer it this time."


OTHER_EXAMPLE = "You told another example this time, so its facts were not compared."
NEAR_VERBATIM = "You gave almost the same answer word for word, which may sound rehearsed."
