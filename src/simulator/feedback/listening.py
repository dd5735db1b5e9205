"""What somebody in a certain seat listens for: a part left out, a figure with no room in it, a stop on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.content.schemas import Part
from simulator.content.wordings import content_words
from simulator.feedback.reading import read
from simulator.feedback.specifics import names_amount

_FIGURE = r"(?:\d[\d.,]*\s?k?|[a-z-]*(?:ty|teen|hundred|thousand|grand)\b)"
_RANGE = re.compile(
    rf"{_FIGURE}[\s\w£$€%]{{0,12}}?(?:\s?[-–]\s?|\bto\b|\band\b|\bor\b|\buntil\b|\bup to\b)\s?[£$€]?\s?{_FIGURE}",
    re.IGNORECASE,
)
_ROOM = re.compile(
    r"\b(?:negotiable|flexible|flexibility|open to|room|depend\w*|package|discuss\w*|talk about|around|about|roughly"
    r"|somewhere|region|at least|minimum|less than|more than|within reason|adjust\w*|come down|go down|move on)\b",
    re.IGNORECASE,
)

_FOR_NOW = re.compile(
    r"\b(?:until|till|while i|whilst i|before i|in the meantime|for now|for the time being|up to then"
    r"|for a (?:year|bit)|a (?:year|couple of years|year or two) and then|at first and then|to get me (?:to|into)"
    r"|on (?:the|my) way to"
    r"|keep (?:my|me) \w+ (?:current|ticking|fresh|going)|tide me over|pays? the (?:bills|rent)|not my forever)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:licen[cs]e|visa|abroad|overseas|emigrat\w*|master'?s|mba|llm|phd|university|college|med(?:ical)? school"
    r"|\w+ school|scholarship|my own (?:business|company|firm|shop|practice|place)|set up on my own|start my own"
    r"|bigger (?:company|firm|name)|another (?:firm|company|city|country)|move on|something (?:better|else)"
    r"|what i really want|my real)\b",
    re.IGNORECASE,
)
_STEPPING = re.compile(r"\bstepping[- ]stone\b|\bspringboard\b|\bstopgap\b", re.IGNORECASE)
_NOT_SO = re.compile(
    r"\b(?:not|never|isn't|wasn't|was|were|no|don't|wouldn't|rather than)\b[^.!?]{0,40}$", re.IGNORECASE
)
_THEN_I_GO = re.compile(
    r"\b(?:i(?:'ll| will| would|'d| shall)? (?:go|leave|be off|be gone|move)|then i'm (?:off|gone))\b", re.IGNORECASE
)


def parts_left_out(answer: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts of a question that `answer` does not touch, in order; none where it touches no part at all.

    A part is touched by one of the words that belong to it, or where it asks for an amount by any number.
    """
    said = content_words(answer) | set(re.findall(r"[a-z']+", answer.lower()))
    numbered = any(char.isdigit() for char in answer) or bool(re.search(rf"\b{_FIGURE}", answer, re.IGNORECASE))
    left = [part for part in parts if not (_touched(part, said) or (part.needs == "figure" and numbered))]
    return tuple(left) if len(left) < len(parts) else ()


def _touched(part: Part, said: set[str]) -> bool:
    wanted = {word.lower() for word in part.words}
    return bool(said & (wanted | content_words(" ".join(wanted))))


def is_one_figure(answer: str) -> bool:
    """Tell whether an answer about pay names one figure and leaves no room: no range, and nothing to talk about."""
    return names_amount(read(answer)) and not (_RANGE.search(answer) or _ROOM.search(answer))


def is_on_the_way(answer: str) -> tuple[int, int] | None:
    """Return where an answer says that this job is a step to somewhere else, None where it does not.

    That takes two things: that it is for a while, and where to. "A stepping stone" alone is enough where it is said of
    this job and not refused or told of another one.
    """
    for match in _STEPPING.finditer(answer):
        if not _NOT_SO.search(answer[max(0, match.start() - 60) : match.start()]):
            return match.span()
    for match in _FOR_NOW.finditer(answer):
        near = answer[max(0, match.start() - 120) : match.end() + 120]
        if _ELSEWHERE.search(near) or _THEN_I_GO.search(near):
            return match.span()
    return None
