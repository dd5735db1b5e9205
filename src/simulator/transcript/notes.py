"""The candidate's own notes by what they are on: "company: they open a depot in Glasgow"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

KINDS = ("position", "company", "answers")
"""What notes are on, as it stands before them, in the order in which they are shown; after those on nothing named."""

ON_ANSWERS = frozenset({"should_have_said", "their_concern"})
"""Why a note is on an answer, whatever stands before it: it was written to that answer in a round remembered."""

_NAMED = re.compile(r"(position|company|answer)s?\s*:\s*(?=\S)", re.IGNORECASE)


class Note(NamedTuple):
    """A note without the word before it; `kind` is one of `KINDS`, or empty."""

    kind: str
    text: str

    @property
    def shown(self) -> str:
        """The note as it is shown, with what it is on."""
        return f"{self.kind.capitalize()}: {self.text}" if self.kind else self.text


def note_of(text: str, why: str = "") -> Note:
    """Return the note that `text` is, written for `why`."""
    named = _NAMED.match(text.strip())
    if named is None:
        return Note("answers" if why in ON_ANSWERS else "", text)
    kind = named[1].lower()
    return Note("answers" if kind == "answer" else kind, text.strip()[named.end() :])


def by_kind(texts: Iterable[str]) -> list[str]:
    """Return notes as they are shown, those of one kind together."""
    notes = map(note_of, texts)
    return [note.shown for note in sorted(notes, key=lambda note: ("", *KINDS).index(note.kind))]
