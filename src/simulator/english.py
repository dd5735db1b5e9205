"""English, as far as readers of answers share it: its closed classes of words, and the forms of its verbs.

Everything is lower case, with plain apostrophes. What a word means for an answer is said where answers are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def words_of(*lines: str) -> frozenset[str]:
    """Return the words of `lines`, which are easier to read and to add to than a list of quoted ones."""
    return frozenset(word for line in lines for word in line.split())


def with_plurals(*lines: str) -> frozenset[str]:
    """Return the nouns of `lines` and their plurals in -s."""
    nouns = words_of(*lines)
    return nouns | {f"{noun}s" for noun in nouns}


def unmarked(words: Iterable[str]) -> frozenset[str]:
    """Return contractions as they are typed in a hurry, without the apostrophe."""
    return frozenset(word.replace("'", "") for word in words)


def either(words: Iterable[str]) -> str:
    """Return a regular expression for any one of `words`."""
    return f"(?:{'|'.join(words)})"


# Numbers and money

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
CURRENCY_SIGNS = frozenset({"£", "$", "€", "¥"})

# Names

TITLES = frozenset({"mr", "mrs", "ms", "dr"})
"""What stands before a name, and may end in a full stop that ends no sentence."""

# The calendar

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
MONTHS_THAT_ARE_WORDS = words_of("march may")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SEASONS = ("spring", "summer", "autumn", "winter")
FEASTS = words_of("christmas easter halloween diwali eid ramadan hogmanay thanksgiving")

# Little words

FUNCTION_WORDS = words_of(
    "the a an and or but of to in on at for with from by as it is was were be been am are i i'm i'd i've you he",
    "she we they my your his her our their this that there so not no if when what who which have has had do did",
    "would will can me him them us because then just about up out into than all very it's don't its im dont ive",
)
"""The commonest words, which say nothing of what a text is about."""

_FOREIGN = words_of(
    "ich und der die das ist nicht ein eine einen mit seit bei für auf wir habe haben bin war auch aber sich",
    "je suis et le la les des une est pas dans pour avec nous mais j'ai sur qui",
    "yo el los las que con por para una soy pero muy como más del estoy",
    "io il che di sono una non con ma della nel ho",
    "ik het een en van niet ook maar met zijn",
    "jestem nie się jest mam jako przez och jag inte som är med att",
    "eu não uma com mas foi tenho meu",
)
"""The commonest words of German, French, Spanish, Italian, Dutch, Polish, Swedish and Portuguese."""
_FEWEST_FOREIGN = 3
_ENOUGH_WORDS = 12
_LEAST_SHARE = 0.1
"""The share of the commonest words among the words of an English text, where they are enough."""

ARTICLES = words_of("a an the")
FIRST_PERSON = words_of(
    "i i'm i've i'd i'll im ive me myself mine we we're we've we'd we'll us ourselves our ours",
)
"""Who speaks, alone or with others; without "my", which begins what is said of others too."""
ASKING = words_of("what how why when where who which whose")
BE = words_of("am is are was were be been being")
BE_PAST = words_of("was were")
HAVE = words_of("have has had having")
DO = words_of("do does did")
MODALS = words_of("can could will would shall should may might must")
BE_NOT = words_of("isn't aren't wasn't weren't ain't")
HAVE_NOT = words_of("haven't hasn't hadn't")
DO_NOT = words_of("don't doesn't didn't")
MODALS_NOT = words_of("can't cannot couldn't won't wouldn't shouldn't mustn't mightn't needn't")
AUXILIARIES = (BE - {"be", "been", "being"}) | (HAVE - {"having"}) | DO | MODALS
"""Finite forms, which can open a question."""
NEGATED = BE_NOT | HAVE_NOT | DO_NOT | MODALS_NOT
"""Verbs that hold their own "not"."""

# Past forms

IRREGULAR_PAST = words_of(
    "arose ate beat became began bent bled blew bore bought bound broke brought built burnt came caught chose",
    "clung crept dealt did dove drank dreamt drew drove dug fed fell felt fled flew flung forbade forgave forgot",
    "fought found froze gave got grew ground held heard hid hung kept knelt knew laid lay leant learnt led left",
    "lent lit lost made meant met misread mistook outgrew overheard oversaw overtook paid ran rang redid rebuilt",
    "reran resold rewrote rode rose said sang sank sat saw sent shook shone shot shrank slept slid smelt sold",
    "sought spelt spent spilt spoke spoilt sprang stole stood struck stuck stung swam swept swore swung taught",
    "told took thought threw tore understood undid unpaid upheld went withdrew withheld woke won wore wound wove",
    "wrote",
)
"""Simple past forms that are not also the present."""

SAME_IN_PAST = words_of(
    "bet burst cast cost cut hit hurt let put quit read reset rid set shed shut split spread upset",
)
"""Forms where only the surroundings tell present from past."""

PARTICIPLES = words_of(
    "been begun bitten blown broken chosen come done drawn driven eaten fallen flown forgotten frozen given gone",
    "grown hidden known mistaken overtaken ridden risen seen shaken shown spoken stolen sunk sworn taken thrown",
    "torn undone withdrawn woken worn woven written",
)
"""Irregular participles that are not also the simple past; some dialects say them for it ("I seen", "she come")."""

DIALECT_PAST = words_of("come done seen")

_NOT_PAST = words_of(
    "bed bleed breed creed deed embed exceed feed freed greed heed hundred indeed kindred moped naked need",
    "proceed red sacred seed shed sled speed succeed sped ted weed wed wicked hatred biped unaided ragged rugged",
)
"""Words in -ed that are no verb's past."""


def is_past_form(word: str) -> bool:
    """Return whether `word` can be a simple past."""
    return (
        word in IRREGULAR_PAST
        or word in SAME_IN_PAST
        or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST and not word.endswith("eed"))
        or word == "agreed"
    )


def is_english(words: Sequence[str]) -> bool:
    """Return whether a text of these words, in lower case, may be English.

    It is unless most of its letters, most of its little words, or the want of English ones say otherwise.
    """
    spelt = [word for word in words if word[0].isalpha()]
    if sum(not word.isascii() and not _is_latin(word) for word in spelt) > len(spelt) / 2:
        return False
    little, foreign = (sum(word in known for word in spelt) for known in (FUNCTION_WORDS, _FOREIGN))
    if foreign >= _FEWEST_FOREIGN and foreign >= little:
        return False
    return len(set(words)) < _ENOUGH_WORDS or little >= _LEAST_SHARE * len(words)


def _is_latin(word: str) -> bool:
    return all(character < "\u0250" for character in word)
