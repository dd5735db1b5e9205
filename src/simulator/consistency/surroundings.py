"""What surrounds a value in its clause: whose it is, what it is about, and what tells it from its likes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from simulator.consistency.sentences import Clause, Text, Token
from simulator.consistency.words import NEGATORS, RELATIVES_AND_OTHERS, concept, is_content, is_plural, words_of

_FAMILIES = {
    "order": {
        "first": "first initially originally",
        "second": "second",
        "third": "third",
        "fourth": "fourth",
        "later": "later eventually subsequently",
        "afterwards": "afterwards",
        "previous": "previous previously former formerly",
        "next": "next",
        "final": "final finally",
    },
    "recency": {"last": "last", "this": "this", "next": "next"},
    "extreme": {
        "most": "best biggest largest highest longest busiest maximum greatest strongest fastest top peak record "
        "height",
        "least": "worst smallest lowest shortest quietest minimum weakest slowest",
    },
    "daytime": {
        "morning": "morning mornings early earlies breakfast",
        "noon": "lunch lunchtime noon midday",
        "day": "daytime",
        "evening": "evening evenings dinner supper",
        "night": "night nights nightly overnight",
    },
    "weekday": {
        day: f"{day} {day}s"
        for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "weekday", "weekend"]
    },
    "pay": {
        "now": "earn earning paid currently",
        "wanted": "want wanted hoping hope expect expecting accept looking asking like ideally seeking",
    },
    "change": {"old": "old before", "new": "new after"},
    "era": {"now": "nowadays", "then": "formerly"},
    "activity": {
        "born": "born",
        "live": "live lived living",
        "work": "work worked working",
        "study": "study studied studying",
    },
    "event": {
        "marriage": "married",
        "start": "started joined began",
        "leave": "left quit",
        "graduate": "graduated",
        "promote": "promoted",
        "qualify": "qualified",
    },
    "work": {
        "design": "design designing designed",
        "build": "build building built",
        "test": "testing test tested",
        "plan": "planning",
        "train": "training",
    },
    "family": {"old": "parents mother father", "young": "kids children"},
    "share": {"rent": "rent", "wages": "wages", "materials": "materials"},
    "time": {"full": "full", "part": "part"},
    "compass": {side: f"{side} {side}ern" for side in ("north", "south", "east", "west")},
    "market": {"public": "public", "private": "private"},
    "customers": {"new": "new", "existing": "existing repeat"},
}
_MEMBERS = {
    word: f"{family}:{member}"
    for family, members in _FAMILIES.items()
    for member, words in members.items()
    for word in words.split()
}
_MEMBERS |= {"day": "daytime:day", "days": "daytime:day"}
_PHASES = (
    ("to", "begin", "with"), ("to", "start", "with"), ("at", "first"), ("used", "to"), ("when", "i", "joined"),
    ("when", "i", "started"), ("in", "the", "beginning"), ("at", "the", "start"), ("early", "on"),
)  # fmt: skip
_ERAS = {
    "era:now": (("where", "i", "am", "now"), ("these", "days"), ("right", "now"), ("in", "my", "current"),
    ("my", "present")),
    "era:then": (("back", "in", "the"), ("back", "in", "my"), ("back", "then"), ("back",
    "at"), ("in", "those", "days"), ("in", "my", "last"),
                 ("where", "i", "was"), ("in", "my", "previous"), ("in", "my", "old"), ("at", "my", "old"),
                 ("at", "my", "last")),
}  # fmt: skip
_AFTERWARDS = (
    ("later", "on"), ("after", "that"), ("my", "next"), ("moved", "on", "to"), ("went", "over", "to"),
    ("went", "on", "to"),
)  # fmt: skip
_LATER = (("after", "a", "year"), ("by", "the", "end"), ("grew", "to"), ("went", "up", "to"), ("ended", "up"))
_VERBS = words_of(
    "is was are were took takes take has had have cost costs came comes went lasted ran runs fell rose grew "
    "dropped brought made paid pays covers covered employs employed holds held starts started would will"
)
_SELF = words_of("i i'm i've i'd i'll im ive we we're we've we'd our us me myself mine")
_BESIDE = frozenset({"with", "for", "under", "to", "by", "from", "like", "including", "plus", "at"})
"""Words that bring in a person beside the candidate: "nine years with my dad" are the candidate's."""
_THIRD = {"he": "he", "he's": "he", "she": "she", "she's": "she", "his": "he", "her": "she"}
_NO_NAMES = words_of(
    "i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december mr mrs ms dr english"
)


_INTO = frozenset({"at", "for", "with", "in", "to", "from", "joined"})
_DETERMINERS = frozenset({"the", "a", "an", "my", "our", "this", "that", "another", "some"})
_ORGANISATIONS = words_of(
    "company firm theatre theater council department hospital school centre center shop store hotel restaurant bank "
    "charity agency studio museum library clinic practice factory plant warehouse depot garage salon nursery college "
    "university club farm bakery brewery foundation trust ministry office branch café cafe kitchen yard site"
)
_SCOPES = {
    "small": frozenset({"small", "smaller", "little", "minor"}),
    "large": frozenset({"big", "bigger", "large", "larger", "major"}),
}
_FRAMES = frozenset(
    {"if", "when", "while", "after", "before", "later", "afterwards", "at", "in", "during", "for", "with"}
)
_RUN_ON = 40
"""Tokens of a clause beyond which it is several, run together for want of full stops."""
_BESIDE_IT = 10
_FAR = 40
"""Tokens of a sentence before and after a clause that tell something about it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a clause; the fields are those of a claim."""

    context: frozenset[str]
    contrasts: frozenset[str]
    names: frozenset[str]
    owner: str
    subject: str
    negated: bool
    hypothetical: bool


def _surroundings(text: Text, clause: Clause) -> Surroundings:
    """Return what surrounds a value that stands in `clause`."""
    tokens = text.tokens[clause.first : clause.last]
    words = [token.text for token in tokens]
    first, last = text.sentences[clause.sentence]
    nearest = text.tokens[max(first, clause.first - _FAR) : min(last, clause.last + _FAR)]
    sentence = [token.text for token in nearest]
    context = frozenset(concept(word) for word in words if is_content(word))
    if len(context) < 2 and len(sentence) <= 40:
        context = frozenset(concept(word) for word in sentence if is_content(word))
    return Surroundings(
        context=context,
        contrasts=contrasts_of(words),
        names=_names(tokens, starts_sentence=clause.first == first),
        owner=_owner(words),
        subject=_subject(words),
        negated=any(word in NEGATORS for word in words),
        hypothetical=_hypothetical(sentence, words),
    )


def contrasts_of(words: Sequence[str]) -> frozenset[str]:
    """Return what in `words` tells a value from its likes, as `family:member`."""
    found = {_MEMBERS[word] for word in words if word in _MEMBERS}
    for order, following in pairwise(words):
        if following in {"attempt", "try", "go", "time", "attempts", "shot"}:
            found.discard(f"order:{order}")  # "after the second attempt" is no second case
    if "third" in words and words[words.index("third") - 1] in {"a", "one", "by", "about"}:
        found.discard("order:third")
    found |= {"order:first" for phase in _PHASES if _has(words, phase)}
    found |= {"order:later" for phase in _LATER if _has(words, phase)}
    found |= {"order:afterwards" for phase in _AFTERWARDS if _has(words, phase)}
    found |= {era for era, phases in _ERAS.items() if any(_has(words, phase) for phase in phases)}
    found |= {f"scope:{size}" for size in _scopes(words)}
    if tuple(words[:3]) == ("when", "i", "was"):
        found.add("era:then")  # as the frame of what follows; "I began when I was a student" tells no other time
    found |= {f"setting:{part}" for part in _setting(words)}
    # "two nights a week" and "eight hours a day" tell a rate, not a time of day.
    if "a" in words or "per" in words:
        pairs = set(pairwise(words))
        found -= {"daytime:day" for article in ("a", "per", "each", "every") if (article, "day") in pairs}
    return frozenset(found)


def _setting(words: Sequence[str]) -> Iterator[str]:
    """Yield what tells one place of work from another: "for the youth theatre", "the council's parks department"."""
    for at, word in enumerate(words):
        if word not in _INTO:
            continue
        place = at + 1
        while place < len(words) and words[place] in _DETERMINERS:
            place += 1
        phrase: list[str] = []
        while place < len(words) and len(phrase) < 4 and is_content(words[place]):
            phrase.append(words[place])
            place += 1
        if len(phrase) > 1 and phrase[-1] in _ORGANISATIONS:
            yield from (concept(part) for part in phrase[:-1])


def _scopes(words: Sequence[str]) -> Iterator[str]:
    """Yield the size of the things a figure is said of: "with the small packers", "about the big lines"."""
    for at, word in enumerate(words[:-2]):
        if word in {"the", "our"} and words[at - 1 : at] in (["with"], ["about"], ["for"], ["on"]) and at:
            size = next((size for size, names in _SCOPES.items() if words[at + 1] in names), "")
            if size and is_plural(words[at + 2]):
                yield size


def _has(words: Sequence[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return phrase[0] in words and any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1))


def _names(tokens: Sequence[Token], *, starts_sentence: bool) -> frozenset[str]:
    names = {token.text.removesuffix("'s") for token in tokens[1 if starts_sentence else 0 :] if token.capital}
    # "at subway it was two years": a place in lower case.
    for at, token in enumerate(tokens[:-1]):
        ahead = tokens[at + 1]
        if token.text == "at" and ahead.text == "the" and at + 2 < len(tokens):
            ahead = tokens[at + 2]
        if token.text == "at" and is_content(ahead.text):
            names.add(ahead.text)
    return frozenset(name for name in names if name.removesuffix("s") not in _NO_NAMES and name[0].isalpha())


def _owner(words: Sequence[str]) -> str:
    """Return whose clause it is, by its first person: empty for the candidate and where nobody is named."""
    for at, word in enumerate(words):
        if word in {"my", "our"} and at and words[at - 1] in _BESIDE:
            continue
        if word in {"my", "our", "the"}:
            for ahead in words[at + 1 : at + 3]:
                person = ahead.removesuffix("'s")
                if person in RELATIVES_AND_OTHERS and word != "the":
                    return person
        if word in _SELF or word == "my":
            return ""
        if word in _THIRD:
            return "" if any(other in _SELF for other in words[at + 1 : at + 6]) else _THIRD[word]
    return ""


def _subject(words: Sequence[str]) -> str:
    for at, word in enumerate(words[:8]):
        if word in _SELF or word in {"it", "there", "they", "that", "this", "what"}:
            return ""
        if word in _VERBS and at > 0:
            head = words[at - 1]
            return concept(head) if is_content(head) and head not in _MEMBERS else ""
    return ""


def _hypothetical(sentence: Sequence[str], words: Sequence[str]) -> bool:
    """Return whether the sentence supposes something ("if I had twenty people, I'd split them")."""
    if {"suppose", "supposing", "imagine"} & set(sentence[:4]):
        return True
    if "if" not in sentence or words == ["if"]:
        return False
    at = sentence.index("if")
    supposed = sentence[at + 1 : at + 6]
    conditional = any(word.endswith("'d") or word in {"would", "could", "might"} for word in sentence)
    return conditional and any(
        word
        in {"had", "were", "got", "managed", "was", "did", "ran", "led", "gave", "offered", "handed", "found", "won"}
        for word in supposed
    )


class Around:
    """The surroundings of the clauses of a text, each worked out once."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._clause_at = [
            number for number, clause in enumerate(text.clauses) for _ in range(clause.first, clause.last)
        ]
        self._known: dict[int, Surroundings] = {}

    def at(self, token: int) -> Surroundings:
        """Return the surroundings of the clause in which token `token` stands."""
        number = self._clause_at[token]
        clause = self._text.clauses[number]
        if clause.last - clause.first > _RUN_ON:
            # Without full stops what stands far off is of something else.
            first, last = max(clause.first, token - _BESIDE_IT), min(clause.last, token + _BESIDE_IT)
            return _surroundings(self._text, Clause(first, last, clause.sentence))
        if number not in self._known:
            self._known[number] = self._with_place(number)
        return self._known[number]

    def _with_place(self, number: int) -> Surroundings:
        """Return the surroundings of a clause; "there" takes place and order from the clause before."""
        clauses = self._text.clauses
        own = _surroundings(self._text, clauses[number])
        tokens = self._text.tokens[clauses[number].first : clauses[number].last]
        if number and "there" in [token.text for token in tokens[1:]]:
            before = _surroundings(self._text, clauses[number - 1])
            return replace(own, names=own.names | before.names, contrasts=own.contrasts | before.contrasts)
        if number and self._is_framed(number):
            before = _surroundings(self._text, clauses[number - 1])
            frame = {
                contrast
                for contrast in before.contrasts
                if contrast.startswith(("order:", "setting:", "era:", "scope:"))
            }
            return replace(own, names=own.names | before.names, contrasts=own.contrasts | frame)
        return own

    def _is_framed(self, number: int) -> bool:
        """Return whether the clause before tells when or where this one holds ("When I was at Acme, I led five")."""
        clauses, tokens = self._text.clauses, self._text.tokens
        before = clauses[number - 1]
        opens = before.first == self._text.sentences[before.sentence][0] and before.sentence == clauses[number].sentence
        return opens and tokens[before.first].text in _FRAMES and tokens[before.last - 1].text == ","
