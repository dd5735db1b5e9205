"""The questions in what a candidate asks: each one wants its own reply."""

from __future__ import annotations

import re

from simulator.english import ASKING, FUNCTION_WORDS, either, words_of
from simulator.interview.replies import is_question
from simulator.text import one_line

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|\n+")
_AND_ASKS = re.compile(rf"[,;]?\s+(?:and|or)(?: also)?,?\s+(?={either(sorted(ASKING))}\b)", re.IGNORECASE)
_OF_ASKING = (
    FUNCTION_WORDS
    | ASKING
    | words_of(
        "ask asking question questions thing things one two three four more another also may might could should can ok",
        "okay alright right fine please sorry first second last know wonder wondering like mind any some well",
        "many much long often",
    )
)
"""Words that a sentence may have without asking for anything by itself: "May I ask two things?", "And why?"."""
_LEADS = re.compile(r"^(?:and|also|or|so|then|well|okay|ok|yes|yeah|no|sure)\b[,:\s]*(?=\w)", re.IGNORECASE)


def questions_in(text: str) -> tuple[str, ...]:
    """Return the questions that `text` asks, each with what was said towards it; all of it where it asks but one.

    Where nothing is asked, that one is the text itself.
    """
    whole = one_line(text, 2_000)
    parts: list[str] = []
    towards = ""
    for sentence in _END.split(text.strip()):
        for clause in _clauses(sentence):
            said = f"{towards} {clause}".strip()
            of_a_statement = towards and not is_question(towards) and is_question(clause) and subject(said)
            if _asks_by_itself(clause) or of_a_statement:
                parts.append(said)
                towards = ""
            elif parts and is_question(clause):
                parts[-1] = f"{parts[-1]} {clause}"
            else:
                towards = said
    if len(parts) < 2:
        return (whole,)
    parts[-1] = f"{parts[-1]} {towards}".strip()
    return tuple(one_line(part, 2_000) for part in parts)


def quoted(question: str) -> str:
    """Return a question as one repeats it to whoever asked: without what leads over to it."""
    asked = next((part for part in _END.split(question) if _asks_by_itself(part)), question)
    bare = _LEADS.sub("", asked).rstrip("?.,; ")
    return one_line(f"{bare[:1].upper()}{bare[1:]}?", 160)


def _clauses(sentence: str) -> list[str]:
    """Return a sentence cut where a second question follows on the first with "and"."""
    if not is_question(sentence):
        return [sentence]
    *before, last = _AND_ASKS.split(sentence)
    clauses = [*(f"{each}?" for each in before), last]
    return clauses if all(map(_asks_by_itself, clauses)) else [sentence]


def _asks_by_itself(clause: str) -> bool:
    return is_question(" ".join(_words(clause)) + "?" * clause.rstrip().endswith("?")) and bool(subject(clause))


def subject(question: str) -> frozenset[str]:
    """Return the words of a question that say what it is about."""
    return frozenset(_words(question)) - _OF_ASKING


def _words(text: str) -> list[str]:
    bare = _LEADS.sub("", text).lower().replace("’", "'")
    return [word.partition("'")[0] for word in re.findall(r"[a-z']+", bare)]
