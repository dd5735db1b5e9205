"""Whether a clause says yes or no to what was asked: negations, and words that refuse, lack or stand in the way.

"I wouldn't mind" has a negation and a word that stands in the way, and so says yes; "that's too far" has only the
latter, and says no. A clause that has none of either says yes only where it speaks of what was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from simulator.consistency.phrases import phrases_of
from simulator.consistency.words import NEGATORS, concept, is_content
from simulator.english import BE, BE_NOT, DO, DO_NOT, HAVE, HAVE_NOT, MODALS_NOT, words_of


def _forms_of(text: str) -> frozenset[str]:
    """Return the words of a list with their regular forms, so that "frighten" meets "frightens"."""
    words = text.split()
    return frozenset(word + ending for word in words for ending in ("", "s", "ed", "d", "ing")) | frozenset(
        word.removesuffix("e") + "ing" for word in words
    )


_IN_THE_WAY = _forms_of(
    "problem issue trouble difficulty difficulties difficult hard tricky awkward impossible obstacle objection bother "
    "mind hesitate hesitation object complain complaint qualm doubt worry worries worried concern reluctant unwilling "
    "unable uncomfortable unhappy scare scary nervous terrify terrifies frighten dread hate dislike loathe "
    "avoid refuse decline reject oppose against lack miss fail quit impractical struggle lapse "
    "expire lost abandon nightmare nonsense"
)
"""Words that refuse, lack, fail or stand in the way; a negation turns each of them round."""
_HOLDS = _forms_of("keep stop stopp prevent tie tying hold wait")
"""Words that hold somebody back where they are denied ("nothing keeps me here")."""
_WELCOMES = words_of(
    "happy glad willing fine ok okay love loved enjoy enjoyed like liked suits suit suited keen ready open welcome "
    "prepared able free game pleased delighted eager comfortable pleasure gladly happily perfect perfectly great "
    "good confident easily easy fond used available again possible"
)
"""Words that take a thing on; alone they say yes, with a negation no."""
_HAPPENED = words_of("once twice several few couple plenty lots")
"""Words that tell how often a thing has been done."""
_OF_WHAT_WAS = HAVE | DO | words_of("ever you've")
"""Words of a question that how often a thing has been done may answer; "may we ring?" is none."""
_OFF = phrases_of(
    "is out, are out, is off, are off, out of the question, off the table, rather not, draw the line, gave up",
    "given up, dropped out, no way, not for me, get away from, instead of, no longer, ran out, run out, new to me",
    "yet to, tied up, unfortunately, sadly, regrettably, i'm afraid, to say yes, wish i could",
)
"""Phrases that decline as they stand."""
_AUXILIARIES = {
    "would": MODALS_NOT | words_of("would could can will might i'd we'd i'll we'll cant wont"),
    "have": HAVE | HAVE_NOT | words_of("i've we've never ever havent"),
    "do": DO | DO_NOT | words_of("dont didnt doesnt"),
    "be": BE | BE_NOT | words_of("i'm we're it's that's isnt arent wasnt"),
}
_FAMILY = {word: family for family, words in _AUXILIARIES.items() for word in words}
_STANDS = words_of(
    "happy willing glad fine ok okay keen ready open prepared able problem problems issue trouble difficult objection "
    "impossible unable unwilling reluctant bother"
)
DOUBTFUL = words_of("if unless depends depending whether maybe perhaps might")
_BESIDE_THE_POINT = words_of("relevant private confidential business remember")
_BRIEF = 15
"""Words of a clause in which one that welcomes says yes by itself; in a longer one it may be said of anything."""
_GENERIC = frozenset(concept(word) for word in words_of("job work role position company place team other"))
"""What questions speak of that any answer may."""
_SAYS_NOTHING = phrases_of("not say, not to say, not answer, not to answer, not go into, not discuss")
_EMPHATIC = words_of("only just merely")


def side_taken(words: Sequence[str], asked: Sequence[str]) -> bool | None:
    """Return whether a clause says yes (true) or no to a question of the words `asked`; nothing where it is unclear."""
    if (DOUBTFUL | _BESIDE_THE_POINT) & set(words) or _SAYS_NOTHING.found(words):
        return None
    negations = sum(word in NEGATORS for word in _without_emphasis(words))
    against = _IN_THE_WAY | _HOLDS if negations else _IN_THE_WAY
    # What the question itself asks about stands in nobody's way: "nobody ever complained" denies complaints.
    told = {concept(word) for word in asked}
    adverse = sum(word in against and concept(word) not in told for word in words) + _too_much(words)
    if _OFF.found(words):
        return False
    if adverse == 0 and _is_superlative(words):
        return True
    speaks = shares(words, asked)
    welcomes = bool(_WELCOMES & set(words)) and (speaks or (len(words) <= _BRIEF and not _likes_another_thing(words)))
    if negations + adverse == 0:
        happened = _HAPPENED & set(words) and (not asked or _OF_WHAT_WAS & set(asked))
        return True if welcomes or speaks or happened else None
    if (negations + adverse) % 2 == 0:
        return True if adverse else None
    if negations and not (welcomes or adverse or shares(words, asked) or _answers_in_kind(words, asked)):
        return None
    return False


def _likes_another_thing(words: Sequence[str]) -> bool:
    """Return whether what is liked is named, and not what was asked about: "I like the sea" is no yes."""
    named = [at for at, word in enumerate(words) if word in _LIKES and set(words[at + 1 : at + 2]) & _ARTICLES]
    return any(not _OFFERED & set(words[at + 2 : at + 4]) for at in named)


_LIKES = words_of("like liked love loved enjoy enjoyed")
_ARTICLES = words_of("the my our a an")
_OFFERED = words_of("idea chance thought sound prospect opportunity change challenge")
"""What stands for that which was asked about: "I like the idea"."""


def stand_taken(words: Sequence[str]) -> bool | None:
    """Return whether a clause takes something on or declines it, whatever was asked; nothing where it does neither."""
    return side_taken(words, ()) if _STANDS & set(words) else None


def shares(words: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether a clause has a word of the question, in whatever form."""
    concepts = {concept(word) for word in asked if is_content(word)} - _GENERIC
    return any(concept(word) in concepts for word in words if is_content(word))


def _answers_in_kind(words: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether what is negated takes up the verb of the question: "couldn't" answers "would you"."""
    families = {_FAMILY[word] for word in asked[:3] if word in _FAMILY}
    denied = {_FAMILY[word] for word in words if word in NEGATORS and word in _FAMILY}
    denied |= {_FAMILY[word] for word, after in pairwise(words) if after in {"not", "never"} and word in _FAMILY}
    return bool(families & denied) or ("never" in words and bool(families - {"be"}))


def _without_emphasis(words: Sequence[str]) -> list[str]:
    """Return `words` without the negator of "not only", which denies nothing, and without one that is said again."""
    kept = list(words)
    for at, (word, after) in enumerate(pairwise(words)):
        again = word in {"neither", "nor"} and any(before in NEGATORS for before in words[:at])
        # "I've not had one, no, only ..." says its no again.
        again = again or (word == "no" and after == "," and words[at - 1] == "," and at > 1)
        if word in NEGATORS and (after in _EMPHATIC or again):
            kept[at] = ""
    return kept


def _too_much(words: Sequence[str]) -> int:
    """Return how often something is "too far" or "too early": that stands in the way."""
    return sum(
        (word == "too" and (is_content(after) or after == "long")) or (word in _THINKS and after == "twice")
        for word, after in pairwise(words)
    )


_THINKS = words_of("think thinking thought")


def _is_superlative(words: Sequence[str]) -> bool:
    """Return whether a negation stands before a comparative: "couldn't be happier" says yes."""
    # "My back doesn't allow it any more" is none.
    compares = any(
        after in {"happier", "better", "more", "keener", "easier"} and word != "any" for word, after in pairwise(words)
    )
    return compares and any(word in NEGATORS for word in words)
