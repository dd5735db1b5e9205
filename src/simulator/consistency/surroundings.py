"""What surrounds a value in its clause: whose it is, what it is about, and what tells it from its likes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from simulator import english
from simulator.consistency.contrasts import contrasts_of, tells_apart
from simulator.consistency.sentences import Clause, Text, Token
from simulator.consistency.words import (
    NEGATORS,
    NO_NAMES,
    NUMBER_WORDS,
    RELATIVES_AND_OTHERS,
    concept,
    is_content,
)
from simulator.english import FIRST_PERSON, SEASONS, is_past_form, with_plurals, words_of

_VERBS = (
    english.BE
    | english.HAVE
    | english.DO
    | english.MODALS - {"may"}  # the month
    | english.NEGATED
    | with_plurals(
        "take cost come last run fall rise grow drop bring make pay cover employ hold start get earn give keep sell "
        "need lay let charge add total weigh win lose want begin mean say seat sit stand speak see leave know think "
        "set"
    )
    | words_of("go goes gone taken")
)
_PRONOUNS = words_of(
    "it it's its there there's they they're he she he's she's that that's this these those what you you're which who "
    "nobody everybody everyone somebody someone most all some none half any both each one"
)
_PREPOSITIONS = words_of("by in on at for with during under within through across as to from among between")
_LEADS_IN = words_of("well so and but then yes no yeah oh ok okay right now back because cos also actually honestly")
_WHEN = words_of("when while once")
_RECKONING = words_of("count add think look include say everything calculate")
"""Verbs of "when I count everything", which tells no occasion."""
_GENERAL = words_of(
    "average total whole general fact theory practice principle end start moment present beginning normal typical "
    "usual ordinary best worst good answer honesty truth number figure amount sum rest thing same other new old "
    "case way part lot side hand job work place time role"
)
"""Words that name no topic of their own ("the total was", "on a normal day")."""
_FIGURES = NUMBER_WORDS | words_of("half about around roughly maybe perhaps nearly almost probably over")
_BEFORE_VERB = 10
"""Words within which a verb follows what a clause is said of."""
_OTHERS = frozenset(concept(word) for word in RELATIVES_AND_OTHERS)
_BESIDE = frozenset({"with", "for", "under", "to", "by", "from", "like", "including", "plus", "at"})
"""Words that bring in a person beside the candidate: "nine years with my dad" are the candidate's."""
_THIRD = {"he": "he", "he's": "he", "she": "she", "she's": "she", "his": "he", "her": "she"}
_FRAMES = frozenset(
    {"if", "when", "back", "while", "after", "before", "later", "afterwards", "at", "in", "during", "for", "with"}
)
_RUN_ON = 40
"""Tokens of a clause beyond which it is several, run together for want of full stops."""
_BESIDE_IT = 10
_SHORTENED = 3
"""Letters beyond which a word may be another that was cut short."""
_FAR = 40
"""Tokens of a sentence before and after a clause that tell something about it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a clause; the fields are those of a claim."""

    context: frozenset[str]
    contrasts: frozenset[str]
    names: frozenset[str]
    owner: str
    topic: frozenset[str]
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
        topic=_topic(words),
        negated=any(word in NEGATORS for word in words),
        hypothetical=_hypothetical(sentence, words),
    )


def _names(tokens: Sequence[Token], *, starts_sentence: bool) -> frozenset[str]:
    names = {token.text.removesuffix("'s") for token in tokens[1 if starts_sentence else 0 :] if token.capital}
    # "at subway it was two years": a place in lower case.
    for at, token in enumerate(tokens[:-1]):
        ahead = tokens[at + 1]
        if token.text == "at" and ahead.text == "the" and at + 2 < len(tokens):
            ahead = tokens[at + 2]
        if token.text == "at" and is_content(ahead.text):
            names.add(ahead.text)
    return frozenset(name for name in names if name.removesuffix("s") not in NO_NAMES and name[0].isalpha())


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
        if word in FIRST_PERSON or word == "my":
            return ""
        if word in _THIRD:
            return "" if any(other in FIRST_PERSON for other in words[at + 1 : at + 6]) else _THIRD[word]
    return ""


def _topic(words: Sequence[str]) -> frozenset[str]:
    """Return what a clause is said of, where that stands before its verb: "adults pay", "in summer it's".

    Empty where the candidate or a pronoun comes first, and for a fragment.
    """
    while words and (words[0] in _LEADS_IN or not words[0][0].isalnum()):
        words = words[1:]
    if words[:1] and (words[0] in _WHEN or words[:3] == ["by", "the", "time"]):
        return _occasion(words[1 if words[0] in _WHEN else 3 :])
    framed = bool(words) and words[0] in _PREPOSITIONS
    for at, word in enumerate(words[:_BEFORE_VERB]):
        stops = word in FIRST_PERSON or word in _PRONOUNS or word == "," or word[0].isdigit() or word in _FIGURES
        if stops and not framed:
            return frozenset()
        if stops or (at and is_verb(word)):
            return _nouns(words[:at])
    return frozenset()


def is_verb(word: str) -> bool:
    """Return whether a word is a verb that clauses often have, or the past of one."""
    return word in _VERBS or (is_past_form(word) and word not in english.SAME_IN_PAST)


def _occasion(words: Sequence[str]) -> frozenset[str]:
    """Return what "when we began there were three" is said of, from the words after its "when"."""
    if _RECKONING & set(words[:_BEFORE_VERB]):
        return frozenset()
    found: set[str] = set()
    for word in words[:_BEFORE_VERB]:
        if found and (word in _PRONOUNS or word in FIRST_PERSON or word in _FIGURES or not word[0].isalpha()):
            break
        found |= _nouns([word])
    return frozenset(found)


def _nouns(words: Sequence[str]) -> frozenset[str]:
    return frozenset(concept(word) for word in words if _tells_topic(word))


def _tells_topic(word: str) -> bool:
    return (is_content(word) or word in SEASONS) and word not in _GENERAL and not tells_apart(word)


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

    def __init__(self, text: Text, asked: frozenset[str] = frozenset()) -> None:
        """`asked` are the concepts of the question: what it speaks of itself tells no answer from another."""
        self._text = text
        self._asked = asked
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
            return self._apart_from_question(_surroundings(self._text, Clause(first, last, clause.sentence)))
        if number not in self._known:
            self._known[number] = self._apart_from_question(self._with_place(number))
        return self._known[number]

    def _apart_from_question(self, found: Surroundings) -> Surroundings:
        """Return `found` without what the question itself speaks of: that tells no answer from another."""
        contrasts = found.contrasts - {"order:first"} if "first" in self._asked else found.contrasts
        topic = frozenset(word for word in found.topic if not self._is_asked_for(word))
        names = frozenset(name for name in found.names if concept(name) not in self._asked)
        owner = "" if self._asked & _OTHERS else found.owner
        return replace(found, contrasts=contrasts, topic=topic, names=names, owner=owner)

    def _is_asked_for(self, word: str) -> bool:
        """Return whether the question speaks of a thing, if only in full ("panto", "pantomime")."""
        return word in self._asked or (len(word) > _SHORTENED and any(each.startswith(word) for each in self._asked))

    def _with_place(self, number: int) -> Surroundings:
        """Return the surroundings of a clause; "there" takes place and order from the clause before."""
        clauses = self._text.clauses
        own = _surroundings(self._text, clauses[number])
        tokens = self._text.tokens[clauses[number].first : clauses[number].last]
        if number and self._is_set_apart(number):
            words = self._words(number - 1)
            order = {contrast for contrast in contrasts_of(words) if contrast.startswith("order:")}
            return replace(own, topic=_nouns(words), contrasts=own.contrasts | order)
        if number and "there" in [token.text for token in tokens[1:]]:
            before = _surroundings(self._text, clauses[number - 1])
            return replace(own, names=own.names | before.names, contrasts=own.contrasts | before.contrasts)
        for before in self._frames(number):
            frame = {
                contrast
                for contrast in before.contrasts
                if contrast.startswith(("order:", "setting:", "era:", "scope:"))
            }
            topic = own.topic or before.topic
            own = replace(own, names=own.names | before.names, contrasts=own.contrasts | frame, topic=topic)
        return own

    def _words(self, number: int) -> list[str]:
        clause = self._text.clauses[number]
        return [token.text for token in self._text.tokens[clause.first : clause.last]]

    def _is_set_apart(self, number: int) -> bool:
        """Return whether the clause before only names what this one is said of ("The garage, I was there ...")."""
        clauses = self._text.clauses
        before = self._words(number - 1)
        opens = clauses[number - 1].first == self._text.sentences[clauses[number - 1].sentence][0]
        before = before[1:] if before[0] == "now" else before
        names = before[0] in {"the", "my", "our", "a", "an"} and before[-1] == "," and len(before) <= _BEFORE_VERB
        return opens and names and not any(is_verb(word) or word in FIRST_PERSON for word in before[1:])

    def _frames(self, number: int) -> list[Surroundings]:
        """Return what the clauses before tell of when or where this one holds ("When I was at Acme, I led five").

        More than one may stand between, if they tell nothing of their own ("In Cork, my job before that, we were six").
        """
        clauses, tokens = self._text.clauses, self._text.tokens
        sentence = clauses[number].sentence
        first = number
        while first and clauses[first - 1].sentence == sentence and tokens[clauses[first - 1].last - 1].text == ",":
            first -= 1
            if tokens[clauses[first].first].text in _FRAMES:
                break
            if any(is_verb(word) or word in FIRST_PERSON - {"my", "our"} for word in self._words(first)):
                return []
        opens = clauses[first].first == self._text.sentences[sentence][0]
        framed = first < number and opens and tokens[clauses[first].first].text in _FRAMES
        return [_surroundings(self._text, clauses[at]) for at in range(first, number)] if framed else []
