"""What somebody in a certain seat listens for: a part left out, a figure with no room in it, a stop on the way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulator.content.schemas import Part
from simulator.content.wordings import content_words
from simulator.feedback import lexicon, phrases
from simulator.feedback.dodges import denial_in
from simulator.feedback.grammar import Form, events_of
from simulator.feedback.reading import Reading, Sentence, read
from simulator.feedback.specifics import amounts_in, specifics_of

SUBSTANCE = 2
"""Words with content, besides those of the part itself, that a sentence on a part has to hold."""

_ROOM = re.compile(
    r"\b(?:negotiable|flexible|flexibility|open (?:to|on|about)|room|between(?! you and me)|depend\w*|package"
    r"|discuss\w*|a (?:little|bit) (?:less|lower|below)"
    r"|talk about|around|about|roughly"
    r"|somewhere|region|at least|minimum|less than|more than|within reason|adjust\w*|come down|go down|move on)\b",
    re.IGNORECASE,
)

_FOR_NOW = re.compile(
    r"\b(?:(?:un)?till? (?:then|that time|it (?:starts|comes through)|i (?:go|leave|start|move|get|have))|up to then"
    r"|(?:un)?till? (?:my|the) [\w ]{3,40}\b(?:comes?|starts?|begins?)"
    r"|while i(?:'m)? (?:wait|am waiting|waiting|look|finish|save|apply)\w*"
    r"|in the meantime|tide me over|to bridge|for the time being"
    r"|keep (?:my|me) \w+ (?:current|ticking|fresh|going|in)|pays? the bills|not (?:my|a) forever"
    r"|before i (?:move|go|start|leave))\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:waiting list|scholarship|licen[cs]e|visa|my place (?:for|at)|intake"
    r"|i(?:'ve| have) (?:applied|got my place)"
    r"|my own (?:business|place|practice|firm|shop)|bigger (?:firm|company|one)|training|abroad|overseas|school"
    r"|university|master'?s|mba|llm|phd|college|degree"
    r"|stepping[- ]stone|in process|come through|comes through|forever)\b",
    re.IGNORECASE,
)
_STEPPING = re.compile(r"\bstepping[- ]stone\b|\bspring ?board\b|\bstop ?gap\b", re.IGNORECASE)
_IF_IT_COMES = re.compile(
    r"\bif [^.!?]{3,60}\b(?:comes?|get|works?)\b[^.!?]{0,30}\b(?:i will|i'll|i would|i'd) go\b", re.IGNORECASE
)
_AHEAD = re.compile(
    r"\b(?:in|within|after|over|for|next|first) (?:about |the |maybe |at least |next |first |coming |another )*"
    r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|couple of|few|many)(?: or \w+| to \w+)? years?\b"
    r"|\b(?:by|in|until) 20[2-9]\d\b|\byears (?:from now|ahead)\b"
    r"|\b(?:long[- ]term|for good|until i retire|working life)\b"
    r"|\b(?:finish up|stay put|not (?:one for|planning on) moving|well past it)\b|\bstill (?:here|in your|with you)\b"
    r"|\b(?:\d+|two|three|four|five|six|seven|eight|ten)(?: or \w+| to \w+)? years?\b(?! ago| old)",
    re.IGNORECASE,
)
_OF_THE_PAST = re.compile(
    r"\b(?:my|the) (?:last|previous|old|first|former) (?:place|job|post|firm|employer|one)\b", re.IGNORECASE
)

_MEANT_NOW = re.compile(r"\bi(?:'d| had)? (?:was|been) (?:thinking|hoping|looking|aiming)\b", re.IGNORECASE)
"""The past in which people put politely what they want now: "I was thinking of thirty-four"."""


def parts_left_out(answer: str, parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts of a question that `answer` does not touch, in order; none where it touches no part at all.

    A part is touched where a sentence has one of its words and says something about it, or a number where the part
    asks for one: naming a part is not enough, and neither is saying that it can't be told. The rules read English: in
    another language nothing is left out.
    """
    reading = read(answer)
    if not reading.english or denial_in(reading):
        return ()
    particular = {specific.sentence for specific in specifics_of(reading)}
    spoken = [(sentence, place in particular) for place, sentence in enumerate(reading.sentences)]
    left = [part for part in parts if not any(_touches(reading, sentence, part, sure) for sentence, sure in spoken)]
    return tuple(left) if len(left) < len(parts) else ()


def _touches(reading: Reading, sentence: Sentence, part: Part, particular: bool) -> bool:
    """Return whether a sentence, with something `particular` in it or not, answers a part."""
    text = reading.text[sentence.start : sentence.end]
    if any(match.group() for match in phrases.pattern(phrases.DODGES + phrases.REFUSALS).finditer(text)):
        return False
    if part.needs == "figure" and particular:
        return True
    wanted = {word.lower() for word in part.words} | content_words(" ".join(part.words))
    carried = content_words(text)
    spoken = carried | {piece for word in sentence.words for piece in (word.text, word.text.partition("'")[0])}
    return bool(wanted & spoken) and (particular or len(carried - wanted - lexicon.HEDGES) >= SUBSTANCE)


def is_one_figure(answer: str) -> bool:
    """Tell whether an answer about pay names one figure and leaves no room: no range, and nothing to talk about."""
    reading = read(answer)
    return len(amounts_in(reading)) == 1 and not _ROOM.search(reading.text)


def looks_ahead(answer: str) -> bool:
    """Tell whether an answer speaks of years to come; those of a former place, or all in the past, do not count."""
    reading = read(answer)
    return any(
        _AHEAD.search(reading.text, sentence.start, sentence.end)
        for sentence in reading.sentences
        if not is_past(reading, sentence)
    )


def is_past(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence only tells of what was, or of a former place."""
    if _OF_THE_PAST.search(reading.text, sentence.start, sentence.end):
        return True
    if _MEANT_NOW.search(reading.text, sentence.start, sentence.end):
        return False
    forms = [event.form for event in events_of(sentence) if not event.unsure and event.verb not in lexicon.STATIVE]
    return bool(forms) and all(form in {Form.PAST, Form.PASSIVE, Form.PAST_PERFECT} for form in forms)


def is_on_the_way(answer: str) -> bool:
    """Tell whether an answer says that this job is a step to somewhere else.

    That takes two things: that it is for a while, and where to. "A stepping stone" alone is enough where it is said of
    this job and not refused.
    """
    reading = read(answer)
    now = [sentence for sentence in reading.sentences if not is_past(reading, sentence)]
    if any(_IF_IT_COMES.search(reading.text, sentence.start, sentence.end) for sentence in now):
        return True
    stepping, for_now, elsewhere = (
        any(_unrefused(pattern, reading, sentence) for sentence in now) for pattern in (_STEPPING, _FOR_NOW, _ELSEWHERE)
    )
    return stepping or (for_now and elsewhere)


def _unrefused(pattern: re.Pattern[str], reading: Reading, sentence: Sentence) -> bool:
    match = pattern.search(reading.text, sentence.start, sentence.end)
    return match is not None and not phrases.refused(reading.text[sentence.start : match.start()])
