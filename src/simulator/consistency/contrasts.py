"""What tells a value from its likes: order, extremes, times of day, seasons, places of work, sizes.

A contrast is written `family:member` ("order:first"); two claims whose members of one family differ are of two things.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from simulator.consistency.phrases import phrases_of
from simulator.consistency.words import concept, is_content, is_plural
from simulator.english import SAME_IN_PAST, WEEKDAYS, is_past_form, words_of

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
    "weekday": {day: f"{day} {day}s" for day in (*WEEKDAYS, "weekday", "weekend")},
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
_PHASES = {
    "order:first": phrases_of(
        "to begin with, to start with, at first, used to, when i joined, when i started, in the beginning",
        "at the start, early on",
    ),
    "order:later": phrases_of("after a year, by the end, grew to, went up to, ended up"),
    "order:afterwards": phrases_of("later on, after that, my next, moved on to, went over to, went on to"),
    "order:before": phrases_of("job before, one before, place before, post before"),
    "era:now": phrases_of(
        "where i am now, these days, right now, in my current, my present, now it's, now i'm, now we"
    ),
    "pay:now": phrases_of("i'm on, i am on, i get, at the moment"),
    "era:then": phrases_of(
        "back in the, back in my, back then, back at, in those days, in my last, where i was, in my previous",
        "in my old, at my old, at my last, as a student, as a trainee, as an apprentice",
    ),
}
_INTO = frozenset({"at", "for", "with", "in", "to", "from", "joined"})
_DETERMINERS = frozenset({"the", "a", "an", "my", "our", "this", "that", "another", "some"})
_ORGANISATIONS = words_of(
    "company firm theatre theater council department hospital school centre center shop store hotel restaurant bank "
    "charity agency studio museum library clinic practice factory plant warehouse depot garage salon nursery college "
    "university club farm bakery brewery foundation trust ministry office branch café cafe kitchen yard site"
)
_ANY_PLACE = words_of(
    "company firm department centre center branch office site yard practice agency trust plant hospital"
)
"""Places that may be another word for the one that was named before."""
_SCOPES = {
    "small": frozenset({"small", "smaller", "little", "minor"}),
    "large": frozenset({"big", "bigger", "large", "larger", "major"}),
}


def move_of(words: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return how a figure between `words` and `after` stands in a change: from, to, or by how much."""
    near = [word for word in words[-_HEDGED:] if word not in _HEDGES]
    last = near[-1] if near else ""
    changed = bool(_CHANGES & set(words))
    if (last == "from" and "to" in after) or "used" in near:
        return frozenset({"move:from"})
    if (last == "to" and changed) or near[-2:] == ["down", "to"] or (near[-2:] == ["up", "to"] and changed):
        return frozenset({"move:to"})
    if (after[:1] and after[0] in {"more", "less", "extra", "either"}) or list(words[-3:]) == ["give", "or", "take"]:
        return frozenset({"move:by"})  # "a thousand more than I get now", "give or take a thousand"
    took = bool({"took", "takes", "cut", "knocked", "shaved"} & set(words)) and "off" in after
    return frozenset({"move:by"}) if took or (last == "by" and changed) else frozenset()


def held_so_far(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """Return whether a figure tells what has been: "I've been there nine years", "nine years in one trust"."""
    near = after[: after.index(",")] if "," in after else after
    has_been = bool(_HAS_BEEN & set(before)) and not _MEANT & {*before, *near}
    of_one_place = after[:1] and after[0] in _INTO and {"one", "same", "last", "old"} & set(after[1:3])
    return frozenset({"so_far:yes"}) if has_been or of_one_place else frozenset()


_HAS_BEEN = words_of("been was were spent had stayed served did")
_MEANT = words_of("would could will can i'd i'll we'd may might should expect hope hoping plan thinking want like")
_HEDGED = 5
_HEDGES = words_of("about around roughly nearly almost just under over some a the")
_CHANGES = words_of(
    "fell fall dropped drop went go going came come got cut reduced reduce rose rise grew grow increased increase "
    "raised moved changed from down up improved improve brought halved shrank shortened shorten lowered extended "
    "lengthened saved"
)


def tells_apart(word: str) -> bool:
    """Return whether `word` singles one out of several by rank or order ("the biggest", "the first")."""
    return _MEMBERS.get(word, "").startswith(("extreme:", "order:", "recency:", "change:"))


_NO_CASES = words_of("attempt attempts try go time shot of grader graders grade floor hand")
"""What comes after an order that tells of no other case: "the second attempt", "the second of May"."""


def contrasts_of(words: Sequence[str]) -> frozenset[str]:
    """Return what in `words` tells a value from its likes, as `family:member`."""
    found = {_MEMBERS[word] for word in words if word in _MEMBERS}
    for order, following in pairwise(words):
        if following in _NO_CASES:
            found.discard(f"order:{order}")
    if "third" in words and words[words.index("third") - 1] in {"a", "one", "by", "about"}:
        found.discard("order:third")
    found |= {contrast for contrast, phrases in _PHASES.items() if phrases.found(words)}
    found |= {f"scope:{size}" for size in _scopes(words)}
    if _tells_what_was(words):
        found.add("tense:past")
    if tuple(words[:3]) == ("when", "i", "was"):
        found.add("era:then")  # as the frame of what follows; "I began when I was a student" tells no other time
    found |= {f"setting:{part}" for part in _setting(words)}
    # "two nights a week" and "eight hours a day" tell a rate, not a time of day.
    if "a" in words or "per" in words:
        pairs = set(pairwise(words))
        found -= {"daytime:day" for article in ("a", "per", "each", "every") if (article, "day") in pairs}
    return frozenset(found)


def _tells_what_was(words: Sequence[str]) -> bool:
    """Return whether a clause tells what somebody did: "I rewrote it", "trained them over four weeks"."""
    # "Put me down for five" asks for something: a form that is present as well is past only after its subject.
    said = words[1:] if words and words[0] in SAME_IN_PAST else words
    verbs = {word for before, word in pairwise(["", *words]) if before not in _BEFORE_NOUN}
    return any(map(is_past_form, said)) and not _NOT_DONE & verbs


_BEFORE_NOUN = words_of("a the my our in last since of")
"""What makes a noun of what is a verb elsewhere: "in May I redid the plan"."""
_NOT_DONE = words_of(
    "would could will can i'd i'll we'd we'll might may should expect hope plan want need agreed promised supposed "
    "planned i've i'm be interested prepared allowed needed required"
)


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
        elif len(phrase) == 1 and phrase[0] in _ORGANISATIONS - _ANY_PLACE:
            yield concept(phrase[0])


def _scopes(words: Sequence[str]) -> Iterator[str]:
    """Yield the size of the things a figure is said of: "with the small packers", "about the big lines"."""
    for at, word in enumerate(words[:-2]):
        if word in {"the", "our"} and words[at - 1 : at] in (["with"], ["about"], ["for"], ["on"]) and at:
            size = next((size for size, names in _SCOPES.items() if words[at + 1] in names), "")
            if size and is_plural(words[at + 2]):
                yield size
