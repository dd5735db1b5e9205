"""Word lists by category, and the crude stems by which the words of two answers meet.

The lists hold categories of English (persons, times of day, places), never phrases of one answer.
"""

from __future__ import annotations

from functools import lru_cache

from simulator import english
from simulator.english import (
    FEASTS,
    MONTHS,
    NEGATED,
    SEASONS,
    TENS,
    TITLES,
    UNITS,
    WEEKDAYS,
    unmarked,
    with_plurals,
    words_of,
)

FUNCTION_WORDS = english.FUNCTION_WORDS | words_of(
    "above after again also although any anyone anything around before being below between both cannot could does "
    "doing done down during each either else even ever every few further get gets getting give given go goes going "
    "gone got having here hers herself himself how however itself id ill kind let like made make makes many may maybe "
    "might mine more most much must myself near neither none nor nothing now off often oh ok okay once one ones only "
    "onto other ours ourselves over own per perhaps quite rather really said same say says should since some somebody "
    "someone something sometimes soon still such take takes taken took theirs themselves these thing things those "
    "though through thus till together too total toward towards under until upon usually way well went where whether "
    "while whole whom whose why within without yes yep yeah yet yours yourself actually almost altogether always "
    "anyway approximately basically certainly currently definitely exactly fairly honestly lot lots mainly mostly "
    "nearly normally obviously present presently probably roughly simply typically truly ago back bit came come comes "
    "put think thought know knew known see saw seen want wanted guess suppose feel felt believe mean means tell told "
    "kept keep seem seems sure certain moment today nowadays days doesnt didnt cant couldnt wouldnt wont isnt wasnt "
    "arent werent havent hasnt hadnt looking look looked bring brought long time times"
)
"""Words that say nothing about what an answer is about."""

NUMBER_WORDS = frozenset({*UNITS, *TENS, "hundred"}) - {"zero"}
NO_NAMES = FEASTS.union(MONTHS, WEEKDAYS, TITLES) | words_of("i i'm i've i'd i'll english")
"""Words that have a capital and name nobody and no place."""
UNIT_WORDS = (
    NUMBER_WORDS.union(MONTHS, SEASONS)
    | with_plurals(
        "year yr month week weekend fortnight day night hour hr minute decade pound dollar euro quarter third fifth "
        "number figure"
    )
    | words_of("percent grand quid bucks thousand million billion dozen half zero couple annum k m")
)

NEGATORS = (
    NEGATED
    | unmarked(NEGATED)
    | words_of("not no never none nobody nobody's nothing nothing's neither nor without hardly unable")
)

PERSONS = with_plurals(
    "person staff employee colleague report member head engineer developer nurse teacher designer analyst worker "
    "operative operator assistant technician driver chef cook agent advisor adviser consultant supervisor clerk carer "
    "welder fitter electrician plumber programmer tester scientist researcher builder mechanic accountant recruiter "
    "officer specialist stylist apprentice intern trainee volunteer porter picker packer cleaner guard barista waiter "
    "cashier rep associate folk"
) | words_of("people us men women lads girls individuals subordinates")
"""Who can make up a team."""

RELATIVES_AND_OTHERS = words_of(
    "manager boss wife husband partner brother sister mother father mum dad mom son daughter friend colleague "
    "predecessor flatmate uncle aunt cousin supervisor director owner ceo founder competitor rival neighbour "
    "neighbor girlfriend boyfriend parents mentor successor landlord teacher deputy"
)
"""People whose facts are not the candidate's, when they follow "my"."""

GROUPS = words_of(
    "team fleet crew department squad portfolio staff workforce group unit gang class book section kitchen"
)

_SYNONYMS = (
    ("shop", "store branch outlet"),
    ("customer", "client account"),
    ("child", "kid children pupil student youngster toddler little"),
    ("adult", "grown grownup"),
    ("house", "home property"),
    ("vehicle", "lorry truck van car"),
    ("ticket", "case call enquiry query"),
    ("cover", "guest diner"),
    ("patient", "resident"),
    ("vacancy", "role position"),
    ("site", "location"),
    ("start", "began begin begun started joined join commence commenced"),
    ("leave", "left leaving quit"),
    ("finish", "finished completed complete ended done"),
    ("study", "degree graduate graduated university uni college studied"),
    ("earn", "pay paid salary wage wages earning earnings basic income"),
    ("fall", "drop dropped fell fallen decrease decreased reduce reduced cut reduction down shrank lowered"),
    ("grow", "grew grown growth increase increased rise rose risen raised improved improve up boosted"),
    ("lead", "led lead ran run manage managed head headed supervise supervised oversaw oversee"),
    ("firm", "company business employer organisation organization corporation"),
    ("cost", "spend spent price came"),
    ("job", "role position post"),
    ("budget", "spend"),
    ("programme", "program"),
    ("centre", "center"),
    ("teach", "taught teaching teacher classroom"),
    ("meal", "dinner lunch"),
    ("write", "wrote written writing"),
    ("drive", "drove driven driving"),
    ("sell", "sold selling sales sale"),
    ("move", "relocate relocation relocating"),
)


SYNONYMS = frozenset(word for head, words in _SYNONYMS for word in (head, *words.split()))


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    for _ in range(2):
        for suffix in ("ing", "ment", "ion", "ied", "ies", "ed", "es", "er", "ly", "s"):
            if word.endswith(suffix) and len(word) - len(suffix) >= 3:
                word = word[: -len(suffix)]
                break
    if len(word) > 3 and word[-1] in "ey":
        word = word[:-1]
    return word[:8]


_CONCEPTS = {_stem(word): head for head, words in _SYNONYMS for word in (head, *words.split())}
_SHORT = 3
"""Length of a stem that other words have too: "care" is no "car"."""
_LISTED = frozenset(word for head, words in _SYNONYMS for word in (head, *words.split()))


@lru_cache(maxsize=8192)
def concept(word: str) -> str:
    """Return what `word` (lower case) stands for: the head of its group of synonyms, or a crude stem."""
    if word.removesuffix("'s").removesuffix("s") == "manager":
        return "manager"  # a person, and nothing that is done
    stem = _stem(word)
    if len(stem) <= _SHORT and not {word, word.removesuffix("s")} & _LISTED:
        return stem
    return _CONCEPTS.get(stem, stem)


@lru_cache(maxsize=8192)
def is_content(word: str) -> bool:
    """Return whether `word` says what an answer is about: no function word, unit, number or negator."""
    plain = word.replace("'", "")
    return (
        len(word) > 1
        and word[0].isalpha()
        and word not in FUNCTION_WORDS
        and plain not in FUNCTION_WORDS
        and "'" not in word.removesuffix("'s")
        and word not in UNIT_WORDS
        and word not in NEGATORS
    )


PUBLIC = frozenset(
    concept(word)
    for word in words_of(
        "customers clients patients guests students pupils visitors callers candidates passengers residents users "
        "subscribers attendees delegates shoppers diners tenants tourists applicants viewers readers"
    )
)
"""Persons who are served: "people" may be any of them."""


def is_plural(word: str) -> bool:
    """Return whether `word` looks like a plural noun, so that a number before it counts it."""
    return word in PLURALS or (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous")) and is_content(word)
    )


PLURALS = words_of("people staff children men women folk us employees sheep fish geese feet mice personnel kit pairs")

_OPPOSITES = (
    (
        "led lead ran managed headed directed owned chaired",
        "assisted helped supported joined attended shadowed observed",
    ),
    ("early", "late"),
    ("on", "off"),
    ("full", "part"),
    ("senior lead principal head chief", "junior assistant trainee deputy"),
    ("large big", "small little"),
    ("love enjoy like prefer", "hate dislike loathe avoid"),
    ("always", "never rarely seldom"),
    ("permanent", "temporary fixed"),
    ("alone independently", "together jointly"),
    ("increased rose grew raised up", "decreased fell dropped shrank reduced down"),
    ("succeeded passed won", "failed lost"),
    ("accepted", "declined refused rejected"),
    ("resigned quit", "dismissed fired redundant"),
    ("paid", "unpaid voluntary"),
    ("remote remotely home", "office onsite"),
    ("day days", "night nights"),
    ("happy willing able", "unhappy unwilling unable reluctant"),
    ("inside", "outside"),
    ("possible", "impossible"),
    ("easy", "hard difficult"),
    ("under below", "over above"),
)
_SIDES: dict[str, set[tuple[int, int]]] = {}
for _number, _pair in enumerate(_OPPOSITES):
    for _side, _group in enumerate(_pair):
        for _word in _group.split():
            _SIDES.setdefault(_word, set()).add((_number, _side))


def opposed(word: str, other: str) -> bool:
    """Return whether two words are opposites ("led" and "assisted")."""
    return any((number, 1 - side) in _SIDES.get(other, ()) for number, side in _SIDES.get(word, ()))
