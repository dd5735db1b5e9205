"""Anger in the telling: that of the speaker, not of somebody in the story."""

from __future__ import annotations

import re

from simulator.feedback import phrases
from simulator.feedback.reading import read

_ANGRY = re.compile(
    r"\b(?:livid|furious|disgust\w*|sick (?:of(?! course)|to)|fed up|had it (?:up to here )?with|(?:had it )?up to here"
    r"|could(?:'ve| have)? (?:scream|swung|killed|strangled)\w*|done with (?:them|that|him|her|it)"
    r"|hate (?:him|her|them)"
    r"|(?:(?:is|'s|was|what|it) a|complete|total|absolute) (?:joke|shambles|disgrace|circus)"
    r"|drove me (?:mad|up the wall)|spitting)\b",
    re.IGNORECASE,
)
_NAMES_CALLED = re.compile(
    r"(?:(?:'s|(?<!there )\b(?:is|are|was|were)) (?:an? |all |such |just )*"
    r"|\b(?:that|those|this|what an?|bunch of|lot of) )(?:snakes?|clowns?|idiots?|morons?|liars?|muppets?)\b"
    r"|\b(?:bitter (?:man|woman)|useless (?:man|woman|lot|people)"
    r"|(?:completely|totally|utterly) (?:incompetent|useless|clueless))\b",
    re.IGNORECASE,
)
_ANGER_OF_OTHERS = re.compile(
    r"\b(?:customer|client|guest|patient|passenger|caller|lady|gentleman|man|woman|she|he|they|who)\b"
    r"(?:,? \w+){0,3},? $",
    re.IGNORECASE,
)


def heat_in(answer: str) -> tuple[int, int] | None:
    """Return where the telling gets angry, at anybody; None for the anger of somebody in the story."""
    reading = read(answer)
    for pattern in (_ANGRY, _NAMES_CALLED):
        for match in pattern.finditer(reading.text):
            before = reading.text[max(0, match.start() - 40) : match.start()]
            if not (pattern is _ANGRY and _ANGER_OF_OTHERS.search(before)) and not phrases.refused(before):
                return match.span()
    return None
