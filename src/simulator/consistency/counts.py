"""Counts: how many of what, and whether they are the people of a team."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from simulator.consistency.claim import Value
from simulator.consistency.durations import MONTHS
from simulator.consistency.numbers import Number
from simulator.consistency.quantity import Quantity, is_each, per_before, per_what, singular
from simulator.consistency.sentences import Token, token_text
from simulator.consistency.words import GROUPS, PERSONS, concept, is_content, is_plural
from simulator.english import is_past_form, words_of

_TEAMS = frozenset({"team", "staff", "crew", "squad"})
_NO_GROUPS = frozenset({"charge", "care", "control", "age", "maximum", "minimum", "average", "instead", "front"})
_WITHIN = frozenset({"-", "other", "full", "part", "time", "different", "more"})
"""What stands between a figure and what it counts."""
_BESIDE = 3
"""Tokens before a noun in which "with" brings in those beside the speaker."""
_TIMES = frozenset({"night", "nights", "weekend", "weekends", "evening", "evenings", "morning", "mornings"})
"""Stretches of time that are counted like things, since nobody measures by them."""
_HAS = frozenset({"of", "is", "was", "are", "were", "has", "had", "have", "numbers", "includes", "totals"})
_BEFORE_GROUP = frozenset({"a", "the", "my", "our", "small", "little", "whole", "big", "large"})
_PERSON_CONCEPTS = frozenset(concept(word) for word in PERSONS)


def read_count(tokens: Sequence[Token], number: Number, asked: str, noun: str) -> Quantity | None:
    """Return `number` as a count of things, if it is known what they are or a count was asked for."""
    if number.fraction or (number.digits and 1900 <= number.low <= 2100 and number.low == number.high):
        return None
    of_time = next((gap for gap in range(2) if singular(token_text(tokens, number.last + gap)) in MONTHS), None)
    if of_time is not None and not (of_time and token_text(tokens, number.last) in {"a", "an", "per", "each", "every"}):
        return None  # "every ten working days" counts nothing; "fifty a day" does
    about, last = _counted(tokens, number)
    about = about or ("team" if _are_we(tokens, number) else "")
    group, first = _group_before(tokens, number.first)
    if group in _TEAMS:
        about = "team"
    elif group and (not about or (group in GROUPS and about in _PERSON_CONCEPTS | {"us"})):
        about = concept(group)
    as_asked = about == noun != ""
    if number.low == 1 and not as_asked and (asked != "count" or number.high == 1):
        return None
    if not about and asked != "count":
        # A bare figure says something only where a figure was asked for.
        return None
    low, high = _with_me(tokens, last, number.low, number.high)
    per, last = per_what(tokens, last)
    per = per or ("each" if is_each(tokens, last) else per_before(tokens, last))
    return Quantity("count", (Value("count", low, high),), about, per, "", first, last, number.rough)


def _are_we(tokens: Sequence[Token], number: Number) -> bool:
    """Return whether a figure says how many "we" are: "we're twelve on the desk"."""
    before = [token_text(tokens, place) for place in range(number.first - 2, number.first)]
    after = token_text(tokens, number.last)
    are = before[1] == "we're" or before == ["we", "are"]
    return are and (not after[:1].isalnum() or after in _WHERE)


_WHERE = words_of("on in at all and now altogether including with plus strong when")


def _group_before(tokens: Sequence[Token], first: int) -> tuple[str, int]:
    """Return the group that a figure at token `first` is said of ("a team of", "our crew is") and its first token."""
    group, link = token_text(tokens, first - 2), token_text(tokens, first - 1)
    if not (link == "of" and is_content(group) and group not in _NO_GROUPS) and not (group in GROUPS and link in _HAS):
        return "", first
    first -= 2
    while token_text(tokens, first - 1) in _BEFORE_GROUP:
        first -= 1
    return group, first


def read_none(tokens: Sequence[Token], noun: str) -> Quantity | None:
    """Return the none that opens the answer to how many: "nobody so far", "no direct reports", "none"."""
    opening = [token_text(tokens, place) for place in range(4)]
    last = 0
    if opening[0] in {"nobody", "none"}:
        last = 1
    elif opening[:2] == ["no", "one"]:
        last = 2
    elif opening[0] == "no":
        last = next((place + 1 for place in (1, 2) if concept(opening[place]) == noun), 0)
    if not last or token_text(tokens, last) == "of":
        return None
    return Quantity("count", (Value("count", 0, 0),), noun, "", "", 0, last, rough=False)


def _counted(tokens: Sequence[Token], number: Number) -> tuple[str, int]:
    """Return what is counted ("team" where it is a team's people) and the token after its noun."""
    place = number.last
    if token_text(tokens, place) == "-":
        return _joined(tokens, place)
    if token_text(tokens, place) == "of":
        person = token_text(tokens, place + 1)
        if person == "us":
            return ("us" if _do_something(tokens, number.first, place + 2) else "team"), place + 2
        if person in {"my", "our", "the", "their"}:
            place += 2
        else:
            return "", number.last
    for ahead in range(place, min(place + 5, len(tokens))):
        word = tokens[ahead].text
        if word in _WITHIN:
            continue
        if word in _TIMES:
            return singular(word), ahead + 1
        if word == "others" or (word != "people" and not is_content(word)):
            break  # of what the others are, the answer says elsewhere
        if is_plural(word) or word == "people" or (number.high == 1 and is_content(word)):
            return _team(tokens, ahead, word), ahead + 1
    return "", number.last


def _do_something(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether "six of us" did something, and are not all there are: "six of us on the phones redrew the round".

    "There are six of us who ..." tells how many there are, whatever they did.
    """
    if token_text(tokens, first - 1) in _THERE:
        return False
    after = token_text(tokens, last)
    if is_content(after) and after not in _ALL:
        return True
    ahead = list(takewhile(str.isalpha, (token.text for token in tokens[last : last + _PLACE])))
    told = (is_past_form(word) and is_content(before) for before, word in pairwise(ahead))
    return after in _WHERE_THEY_ARE and any(told)


_PLACE = 7
"""Tokens after "six of us" in which a place stands and what they did there."""
_WHERE_THEY_ARE = words_of("on in at from with behind")


_ALL = words_of("altogether total overall including counting plus now here")
_THERE = words_of("are were is was be been there's we're only just about")


def _joined(tokens: Sequence[Token], place: int) -> tuple[str, int]:
    """Return what the hyphen at `place` joins to a figure ("a twelve-strong team", "a forty-bed ward")."""
    word = token_text(tokens, place + 1)
    if word in {"strong", "person", "man", "people"}:
        return "team", place + 2
    return (concept(word), place + 2) if is_content(word) else ("", place)


def _team(tokens: Sequence[Token], place: int, noun: str) -> str:
    """Return "team" where persons are counted as a team ("twelve people in the team", "eight reporting to me")."""
    if "with" in [token.text for token in tokens[max(place - _BESIDE, 0) : place]]:
        return concept(noun)  # "I led it with three colleagues" leads nobody
    near = [token.text for token in tokens[max(place - 12, 0) : place + 7]]
    if noun in PERSONS and ("team" in near or "reporting" in near or "reports" in near or "manage" in near):
        return "team"
    if noun in PERSONS and {"led", "lead", "managed", "supervise", "supervised", "under"} & set(near):
        return "team"
    return concept(noun)


def _with_me(tokens: Sequence[Token], last: int, low: float, high: float) -> tuple[float, float]:
    """Widen a head count by the one who may or may not have been counted."""
    after = [token.text for token in tokens[last : last + 6]]
    for me in ("me", "myself"):
        if me in after:
            link = after[after.index(me) - 1] if after.index(me) else ""
            if link in {"including", "counting"}:
                return low - 1, high
            if link in {"plus", "besides", "and", "excluding"}:
                return low, high + 1
    return low, high
