"""Cleaning text that came from outside: answers, banks, transcripts, names.

Whatever a person, a file or a network peer sends is data. Before a terminal sees it, it must hold no control or
escape sequence, no lone surrogate, and no mark that reorders the line it stands in.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

MAX_ANSWER = 1_000_000
"""Characters kept of one answer: far more than anybody says, little enough to hold in memory."""

_ESCAPES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor, modes
    # OSC, DCS, SOS, PM, APC; none may begin within another, or many of them would take quadratic time.
    "|(?:\x1b[\\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\x9d\x90\x98\x9e\x9f]*(?:\x07|\x1b\\\\|\x9c)"
    "|\x9b[0-?]*[ -/]*[@-~]"  # CSI as one C1 character
    "|\x1b[ -/]*[0-~]"  # the short ones
)
# What else ends a line: word processors put a vertical tab or a line separator where one was broken by hand.
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# C0 except tab and newline, DEL, C1, the bidi overrides and isolates.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str, limit: int = MAX_ANSWER) -> str:
    """Return `text` as plain text: newlines and tabs stay, control and escape sequences go.

    `limit` is the most characters kept (the rest is dropped). Lone surrogates become U+FFFD, as bad bytes do.
    Cleaning twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text[:limit]
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    # Taking one sequence out can join the halves of another, so go on until nothing is found; each pass is linear
    # and shortens the text, and what the last one leaves of an ESC is dropped as a control character.
    for _ in range(4):
        text, found = _ESCAPES.subn("", text)
        if not found:
            break
    return _CONTROLS.sub("", text)[:limit]


def clean_all(value: Any) -> Any:
    """Return decoded data with every text in it cleaned, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [clean_all(item) for item in value]
    if isinstance(value, dict):
        return {clean_all(key): clean_all(item) for key, item in value.items()}
    return value


def one_line(text: str, limit: int = 200) -> str:
    """Return `text` cleaned, on one line, at most `limit` characters (an ellipsis marks what was cut)."""
    line = " ".join(clean(text).split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def first_name(name: str) -> str:
    """Return the name somebody is called by: the first word, or the one after a title such as "Dr"."""
    words = name.split()
    if len(words) > 1 and words[0].rstrip(".").lower() in {"dr", "mr", "mrs", "ms", "mx", "prof", "sir"}:
        words = words[1:]
    return words[0] if words else name


def in_words(name: str) -> str:
    """Return a name with underscores as words: "problem solving" for `problem_solving`."""
    return name.replace("_", " ")


def word_count(text: str) -> int:
    """Return how many words `text` has, as a person dictating it would count them."""
    return len(text.split())


def slug(name: str) -> str:
    """Return a file name for `name`: its ASCII letters and digits and a short hash of the whole.

    The hash keeps apart what letters alone would merge: 李雷, `../x`, "Ada" and "ada" are four people. An accent typed
    as a character of its own makes no other person.
    """
    import hashlib

    name = unicodedata.normalize("NFC", name)
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:32].rstrip("-")
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return f"{stem}-{digest}" if stem else digest


def cells(text: str) -> int:
    """Return how many cells of a terminal `text` takes."""
    return sum(0 if unicodedata.combining(each) else 1 + (unicodedata.east_asian_width(each) in "WF") for each in text)
