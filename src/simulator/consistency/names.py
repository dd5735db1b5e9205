"""Names: employers, schools, places and persons, by how they are brought in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, Token, clause_words
from simulator.consistency.surroundings import Around
from simulator.consistency.words import NO_NAMES, is_content, is_plural
from simulator.english import TITLES, words_of

_RELATIONS = {
    "school": words_of(
        "study studied degree graduated graduate university college school course courses diploma certificate class",
        "classes trained qualified exam exams",
    ),
    "home": words_of("live lived living based city town grew born home move moved"),
    "person": words_of("manager boss report reported reporting supervisor who whom taught line named called"),
    "employer": words_of(
        "work worked working employed employer company job career firm position role joined been started spent left",
        "was lead agency business place",
    ),
}
_BRINGS_IN = words_of("at for with joined in on used using from to near is was be called left")
_EMPLOYS = frozenset({"at", "for", "with", "joined", "left"})
_GENERIC = words_of(
    "university uni college school of the and ltd limited inc plc group company gmbh bank logistics mr mrs ms dr city",
    "new council hospital services solutions",
)
_NOT_NAMES = (NO_NAMES | words_of("it hr cv gcse ceo cto cfo covid ok")) - TITLES
_LOOKED_AT = 2
"""Sentences at the start of an answer in which a name that nothing brings in may be what was asked for."""
_ONLY_A_NAME = 3
"""Words of an answer that is nothing but a name."""
_BARE_ANSWER = 14
"""Words of an answer in lower case in which "at costa" is taken for a name."""


def read_names(text: Text, question: Question, around: Around) -> Iterator[Claim]:
    """Yield employers wherever they are brought in, and other names where the question asks for a name."""
    wanted = _relation_asked(question) if "name" in question.kinds else ""
    found = [
        claim
        for clause in text.clauses
        for first, last in names_in(text, clause)
        if (claim := _in_relation(text, clause, first, last, wanted, around))
    ]
    if wanted and not any(claim.about == wanted for claim in found):
        found = [*(claim for claim in found if claim.about == "employer"), *_only_name(text, wanted, around)]
    slot = question.slot_of("name")
    asked = next(
        (at for at, claim in enumerate(found) if claim.about == wanted and (not claim.owner or wanted == "person")),
        None,
    )
    for at, claim in enumerate(found):
        # "My manager is Claire" names the candidate's manager.
        owner = "" if wanted == "person" else claim.owner
        answers = at == asked and wanted != "" and not question.several
        yield replace(claim, owner=owner, asked=answers, slot=slot if answers else "")


def _in_relation(text: Text, clause: Clause, first: int, last: int, wanted: str, around: Around) -> Claim | None:
    """Return the claim of a name that is an employer's or what is wanted; nothing of another."""
    relation = _relation(clause_words(text, clause), text.tokens, first, last)
    if wanted and relation != "other" and wanted == "thing":
        relation = wanted
    if wanted and relation in ({wanted, "", "home", "employer"} if wanted == "site" else {wanted, ""}):
        relation = wanted
    return (
        name_claim(text, first, last, relation, around) if relation == "employer" or relation == wanted != "" else None
    )


def _only_name(text: Text, wanted: str, around: Around) -> Iterator[Claim]:
    """Yield what answers where nothing brings a name in: the one name of the answer, or a bare one in lower case."""
    places = [place for clause in text.clauses if clause.sentence < _LOOKED_AT for place in names_in(text, clause)]
    named = [place for place in places if not around.at(place[0]).negated]
    if len(named) != 1:
        named = [] if named else list(_bare(text))
    for first, last in named:
        yield name_claim(text, first, last, wanted, around)


def _relation_asked(question: Question) -> str:
    label = " ".join(slot.label for slot in question.slots if slot.kind == "name").lower().split()
    words = {*question.raw, *label}
    if "which" in words and words & {"site", "depot", "branch", "store", "office", "ward"}:
        return "site"
    if ("work" in words and "for" in words) or words & {"employer", "company", "firm"}:
        return "employer"
    for relation in ("person", "school", "home", "employer"):
        if words & (_RELATIONS[relation] - {"was", "been", "place"}):
            return relation
    return "thing"


def names_in(text: Text, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield the first and the last (not included) token of each name in a clause."""
    begins = text.sentences[clause.sentence][0]
    place = clause.first
    while place < clause.last:
        if not _is_name(text.tokens[place]) or (place == begins and not _goes_on(text.tokens, place)):
            place += 1
            continue
        last = place + 1
        while last < clause.last and (_is_name(text.tokens[last]) or _joins(text.tokens, last, clause.last)):
            last += 1
        yield place, last
        place = last


def _is_name(token: Token) -> bool:
    return token.capital and token.text.removesuffix("s") not in _NOT_NAMES and token.text[0].isalpha()


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a sentence begins with a name: a capital that is no common word, another or an end after it."""
    if not is_content(tokens[place].text):
        return False
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if after is None or _is_name(after) or after.text in {",", "."}:
        return True
    return after.text in {"is", "was"} and not is_plural(tokens[place].text)


def _joins(tokens: Sequence[Token], place: int, last: int) -> bool:
    return tokens[place].text in {"of", "&"} and place + 1 < last and _is_name(tokens[place + 1])


def _relation(words: Sequence[str], tokens: Sequence[Token], first: int, last: int) -> str:
    """Return what a name is to the candidate, by the words of its clause; empty where nothing tells."""
    name = {token.text for token in tokens[first:last]}
    before = tokens[first - 1].text if first else ""
    if before == "the" and first > 1:
        before = tokens[first - 2].text
    if name & {"university", "college", "uni"}:
        return "school"
    if name & TITLES:
        return "person"
    around = {word.removesuffix("'s") for word in words}
    if before in {"called", "named", "is"} and around & {"company", "firm", "employer", "agency", "business"}:
        return "employer"
    if before in _EMPLOYS and around & _RELATIONS["school"]:
        return "school"
    if before in _EMPLOYS and around & _RELATIONS["employer"]:
        return "employer"
    if around & _RELATIONS["home"] and before in _BRINGS_IN:
        return "home"
    if around & _RELATIONS["person"]:
        return "person"
    return "" if before in _BRINGS_IN or first == 0 else "other"


_AFTER_NAME = words_of(". , for until in as and")


def _bare(text: Text) -> Iterator[tuple[int, int]]:
    """Yield the name of a short answer in lower case ("at costa", "my last place was starbucks")."""
    words = [place for place, token in enumerate(text.tokens) if token.text[0].isalpha()]
    if 0 < len(words) <= _ONLY_A_NAME and all(is_content(text.tokens[place].text) for place in words):
        yield words[0], words[-1] + 1
        return
    if len(text.tokens) > _BARE_ANSWER or any(token.capital and token.text not in _NOT_NAMES for token in text.tokens):
        return
    for place in range(1, len(text.tokens)):
        before, token = text.tokens[place - 1].text, text.tokens[place]
        if before in {"at", "for", "with", "was", "is", "joined"} and is_content(token.text):
            ends = place + 1 == len(text.tokens) or text.tokens[place + 1].text in _AFTER_NAME
            if ends:
                yield place, place + 1
                return


def name_claim(text: Text, first: int, last: int, relation: str, around: Around) -> Claim:
    """Return the claim of the name that stands from token `first` to `last`, as that of a `relation`."""
    where = around.at(first)
    words = frozenset(token.text.removesuffix("'s") for token in text.tokens[first:last] if token.text != "&")
    span = text.tokens[first].start, text.tokens[last - 1].end
    return Claim(
        kind="name",
        span=span,
        quote=text.original[slice(*span)],
        about=relation,
        words=words - _GENERIC or words,
        context=where.context,
        contrasts=where.contrasts,
        owner=where.owner,
        topic=where.topic,
    )


def names_agree(one: Claim, other: Claim) -> bool:
    """Return whether two names share a part, are alike but for spelling, or one is the other's initials."""
    ours, theirs = one.words, other.words
    if ours & theirs or _initials(ours, theirs) or _initials(theirs, ours):
        return True
    from rapidfuzz.fuzz import ratio

    return any(ratio(word, against, score_cutoff=80) > 0 for word in ours for against in theirs)


def _initials(short: frozenset[str], name: frozenset[str]) -> bool:
    return len(name) > 1 and any(sorted(word) == sorted(part[0] for part in name) for word in short)
