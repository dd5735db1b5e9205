"""From where an answer is told: from "we" alone, from one side against another, or from home."""

from __future__ import annotations

import re

from simulator.content.wordings import content_words
from simulator.feedback import phrases
from simulator.feedback.grammar import Form, Person, events_of
from simulator.feedback.heat import heat_in
from simulator.feedback.reading import read

_RUNS_DOWN = re.compile(
    r"\b(?:he|she|they|people|everybody|everyone|my (?:\w+ )?(?:boss|manager|supervisor|lead|colleagues?))"
    r"(?:'s|'re| is| are| was| were)(?: \w+){0,2}"
    r" (?:wrong|lazy|stubborn|useless|hopeless|impossible|incompetent|rude|unfair|stupid|ridiculous|clueless)\b"
    r"|\b(?:he|she|they|people|nobody) (?:\w+ )?(?:never|didn't|don't|doesn't|wouldn't|won't)"
    r" (?:listen\w*|understand|understood|care|cared|bother\w*)\b"
    r"|\bi(?:'d)? (?:really |just )?(?:hate|can't stand|couldn't stand|can't bear)\b",
    re.IGNORECASE,
)
_CONCEDES = re.compile(
    r"\b(?:to be fair|in fairness|on the other hand|had a point|(?:he|she|they) (?:was|were) right"
    r"|i (?:can |could )?(?:see|saw|understand|understood) (?:why|where|that|his|her|their)"
    r"|because (?:he|she|they)|(?:he|she|they) wanted|my (?:own )?(?:fault|mistake|share))\b",
    re.IGNORECASE,
)

_PEOPLE_AT_HOME = r"(?:wife|husband|partner|kids?|children|son|daughter|brother|sister|mum|dad|mother|father|family)"
_PRIVATE = re.compile(
    rf"\b(?:my|our) (?:\w+ )?(?:{_PEOPLE_AT_HOME}|neighbours?|dogs?|cats?|garden|allotment)\b"
    r"|\bthe (?:kids|dog|cat|garden)\b|\bon (?:holiday|my days? off)\b",
    re.IGNORECASE,
)
_OF_HOME = content_words(
    "wife husband partner kids children son daughter brother sister mum dad mother father family neighbour dog puppy"
    " cat pet garden lawn allotment pond caravan camping campsite beach holiday weekend wedding married birthday party"
    " football match marathon gym bike hobby guitar drums concert series film television sofa bed house flat home cake"
)
_OF_WORK = content_words(
    "work job boss manager supervisor colleague team customer client patient guest tenant resident pupil student"
    " teacher class school nurse ward hospital doctor hospice shift office desk department company firm business shop"
    " store warehouse factory depot site crew van truck lorry delivery order stock supplier project deadline report"
    " meeting contract invoice budget account audit email computer system software machine engine repair farm"
    " restaurant hotel salon garage studio workshop trainee apprentice staff employer interview training coach charity"
    " committee choir rota bank council police court library museum theatre lab ship flight train bus passenger driver"
    " sale sold price bride lads kennel vet pool owner centre playground career profession trade"
)

LONG = 25
"""Words from which on an answer about private life is a story and no aside."""

ENOUGH_OF_HOME = 2
"""Words of private life that such a story has at least."""


def tells_only_we(answer: str) -> bool:
    """Return whether all that an answer says was done, "we" did, at some time and not as a habit."""
    reading = read(answer)
    done = [
        event.person
        for sentence in reading.sentences
        if not phrases.pattern(phrases.HABITS).search(reading.text, sentence.start, sentence.end)
        for event in events_of(sentence)
        if event.form in {Form.PAST, Form.PAST_PERFECT, Form.PERFECT}
    ]
    return Person.WE in done and Person.I not in done


def is_one_sided(answer: str) -> bool:
    """Return whether somebody or something is run down, and nothing is said for the other side."""
    reading = read(answer)
    against = heat_in(answer) is not None or _RUNS_DOWN.search(reading.text) is not None
    return against and not _CONCEDES.search(reading.text)


def is_of_private_life(answer: str) -> bool:
    """Return whether a long answer tells of family, home and leisure, and has not a word of anybody's work."""
    reading = read(answer)
    words = content_words(reading.text)
    enough = reading.count >= LONG and len(words & _OF_HOME) >= ENOUGH_OF_HOME
    return enough and not words & _OF_WORK and _PRIVATE.search(reading.text) is not None
