"""Which claims of two answers are about the same thing, and where two texts are the same but for an edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consistency.claim import Claim
from simulator.consistency.sentences import Text, Token
from simulator.consistency.themes import STAY
from simulator.consistency.words import GROUPS, PUBLIC, concept, is_content

_LONG_SENTENCE = 120
"""Tokens of a sentence beyond which it is not searched for edits."""
_MOST_SENTENCES = 150
"""Sentences of one answer that are searched for edits, once those that stand in both are out."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One place where two sentences that are otherwise the same differ; the tokens of each, `last` not included."""

    first: tuple[int, int]
    second: tuple[int, int]
    sentences: tuple[int, int]
    """The numbers of the two sentences."""


def blocked(one: Claim, other: Claim, *, retold: bool = False) -> bool:
    """Return whether something says that two claims are about different things: owner, order, place, unit.

    In answers that tell the same things (`retold`), a "first" that only one of them has is no other case.
    """
    if _of_other_things(one.topic, other.topic) and not _of_one_theme(one, other):
        return True
    if not one.values and one.asked and other.asked and one.kind not in {"name", "title"}:
        return False
    if one.owner != other.owner:
        return True
    if one.per and other.per and one.per != other.per:
        return True
    if one.per != other.per and "each" in {one.per, other.per}:
        return True
    asked = one.asked and other.asked
    if one.kind == "count" and one.per != other.per and not asked:
        return True
    if one.kind == "duration" and one.per != other.per:
        return True  # a rate is no stretch
    if _told_apart(one, other, retold=retold or _of_one_theme(one, other)):
        return True
    return bool(one.names and other.names and not one.names & other.names)


def _of_other_things(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether two clauses are said of different things ("the chapel", "the hall"; "brown hens", "white")."""
    if not ours or not theirs:
        return False
    return not ours & theirs or bool(ours - theirs and theirs - ours)


def _told_apart(one: Claim, other: Claim, *, retold: bool) -> bool:
    """Return whether what tells claims from their likes (order, extremes, place, time of day) differs."""
    ours, theirs = _by_family(one), _by_family(other)
    asked = one.asked and other.asked
    for family in ours.keys() & theirs.keys():
        if (family in {"recency", "change"} and one.kind == "date") or (
            family == "daytime" and one.per and one.per == other.per
        ):
            continue
        if asked and (family in _OCCASION or (not one.values and family not in _TELL_NAMES)):
            continue
        if not ours[family] & theirs[family]:
            return True
    # An order or an extreme that only one of them names ("my first team", "my best month") may be another case.
    for family in ours.keys() ^ theirs.keys():
        first = family == "order" and "first" in (ours | theirs)[family] and bool(one.values)
        if family in {"order", "extreme"} and (first or not asked) and not retold:
            return True
        if family == "move" and "by" in (ours | theirs)[family] and one.kind != "percent":
            return True  # "fifteen minutes off" is no wait of fifteen minutes
        if family == "order" and (ours | theirs)[family] & _ANOTHER:
            return True
        if family == "era" and "then" in (ours | theirs)[family] and one.values and not retold:
            return True
    return False


_OCCASION = frozenset({"month", "year"})
"""When something was so: another time, another thing, unless it is what was asked for."""
_SIMILAR = 12
"""How many times one stretch or amount may be the other and still tell of the same thing."""
_ANYBODY = PUBLIC | {concept("people")}
_TELL_NAMES = frozenset({"order", "recency", "change", "activity", "event", "family"})
"""Families that tell one employer, school or title from another; the time of day does not."""
_ANOTHER = frozenset({"before", "second", "third", "fourth", "afterwards", "next"})
"""Members that speak of another case even where only one answer has them."""


def _by_family(claim: Claim) -> dict[str, set[str]]:
    families: dict[str, set[str]] = {}
    for contrast in claim.contrasts:
        family, _, member = contrast.partition(":")
        families.setdefault(family, set()).add(member)
    return families


def closeness(one: Claim, other: Claim, *, same_question: bool) -> float:
    """Return how surely two claims of like kind are about the same thing; 0 where they are not to be compared."""
    if one.slot and one.slot == other.slot:
        return 5.0
    if one.slot and other.slot:
        return 0.0
    if same_question and one.asked and other.asked and counts_agree(one, other):
        return 4.0
    if one.theme or other.theme:
        return 3.0 if _of_one_theme(one, other) else 0.0
    if not one.values:
        return _closeness_of_words(one, other) if same_question else 0.0
    shared = one.context & other.context
    beyond = len(shared - {one.about})
    if one.kind == "count":
        if not one.about or one.about != other.about:
            return 0.0
        return 2.0 + beyond if one.about == "team" or beyond >= (1 if same_question else 2) else 0.0
    if not same_question:
        return 0.0
    either = one.context | other.context
    if len(shared) >= 2 or (shared and len(shared) >= 0.3 * len(either)):
        return 1.0 + len(shared)
    return 0.0


def _of_one_theme(one: Claim, other: Claim) -> bool:
    """Return whether two claims tell the same everyday fact, a stay at the same place, a wage for the same time."""
    if not one.theme or one.theme != other.theme:
        return False
    if one.theme == STAY:
        return bool(one.names & other.names)
    of_one_time = ("tense:past" in one.contrasts) == ("tense:past" in other.contrasts)
    return one.per == other.per and (of_one_time or not one.values)


def same_thing(one: Claim, other: Claim) -> bool:
    """Return whether two figures, each the only one of its kind in answers that tell the same, are of one thing."""
    if not one.values or one.kind != other.kind or one.slot or other.slot:
        return False
    if one.kind == "count":
        return counted_alike(one.about, other.about)
    if one.kind == "duration" and (one.rough or other.rough):
        return False  # "for a week" and "a couple of days" are said of anything
    if one.kind in {"duration", "money"}:
        return of_like_size(one, other)
    return one.kind in {"date", "percent"} and bool(one.context & other.context)


def of_like_size(one: Claim, other: Claim) -> bool:
    """Return whether two stretches or amounts are near enough in size to tell of one thing; other figures are."""
    if one.kind not in {"duration", "money"}:
        return True
    ours, theirs = (claim.values[0].low or 1e-9 for claim in (one, other))
    return 1 / _SIMILAR < ours / theirs < _SIMILAR


def counted_alike(about: str, other: str) -> bool:
    """Return whether two counts may be of the same; "people" may be patients or guests."""
    return bool(about) and (about == other or {about, other} <= _ANYBODY)


def _closeness_of_words(one: Claim, other: Claim) -> float:
    """Return how surely two claims without figures are about the same thing, when neither is what was asked for."""
    if one.kind == "choice":
        # Preferences that nobody asked for are of one thing where they share a word beside the sides, or have none.
        return 2.0 if one.context & other.context or not one.context | other.context else 0.0
    if one.kind == "outcome":
        return 2.0
    if one.kind == "name" and one.about == "employer":
        shared, either = one.context & other.context, one.context | other.context
        return float(len(shared)) if len(shared) >= 2 and len(shared) >= 0.3 * len(either) else 0.0
    if one.kind == "willing":
        shared, either = one.context & other.context, one.context | other.context
        return float(len(shared)) if len(shared) >= 0.3 * len(either) else 0.0
    return 0.0


def counts_agree(one: Claim, other: Claim) -> bool:
    """Return whether two claims that may both answer the question may be of the same thing."""
    if one.kind == "title":
        return True
    if one.about == other.about or counted_alike(one.about, other.about):
        return True
    return not one.about or not other.about or bool({one.about, other.about} & GROUPS)


def edits_between(first: Text, second: Text) -> list[Edit]:
    """Return the edits by which sentences of two answers differ where they are otherwise the same.

    A sentence with more than three edits is another sentence. Uses edit scripts over words (Levenshtein), on pairs of
    sentences that share most of their words.
    """
    from rapidfuzz.distance import Levenshtein

    ours, theirs = _unshared(first, second)
    edits: list[Edit] = []
    for number, words in ours:
        best, best_number, best_words = 0.0, -1, words
        for other_number, other_words in theirs:
            if not 0.5 <= len(words) / len(other_words) <= 2:
                continue
            ratio = Levenshtein.normalized_similarity(words, other_words, score_cutoff=0.6)
            if ratio > best:
                best, best_number, best_words = ratio, other_number, other_words
        if best_number >= 0:
            edits += _script(first, second, number, best_number, words, best_words)
    return edits


def _unshared(first: Text, second: Text) -> tuple[list[tuple[int, list[str]]], list[tuple[int, list[str]]]]:
    """Return the sentences, numbered, that stand in one of the answers only."""
    ours, theirs = _sentences(first), _sentences(second)
    common = {tuple(words) for _, words in ours} & {tuple(words) for _, words in theirs}
    return (
        [item for item in ours if tuple(item[1]) not in common][:_MOST_SENTENCES],
        [item for item in theirs if tuple(item[1]) not in common][:_MOST_SENTENCES],
    )


def _sentences(text: Text) -> list[tuple[int, list[str]]]:
    return [
        (number, [token.text for token in text.tokens[first:last]])
        for number, (first, last) in enumerate(text.sentences)
        if 4 <= last - first <= _LONG_SENTENCE
    ]


def _script(
    first: Text, second: Text, number: int, other_number: int, words: Sequence[str], other_words: Sequence[str]
) -> list[Edit]:
    from rapidfuzz.distance import Levenshtein

    start, other_start = first.sentences[number][0], second.sentences[other_number][0]
    edits = [
        Edit(
            (start + step.src_start, start + step.src_end),
            (other_start + step.dest_start, other_start + step.dest_end),
            (number, other_number),
        )
        for step in Levenshtein.opcodes(words, other_words)
        if step.tag != "equal"
    ]
    edits = _merged(edits)
    same = len(words) - sum(edit.first[1] - edit.first[0] for edit in edits)
    told = [edit for edit in edits if _tells(first.tokens, edit.first) or _tells(second.tokens, edit.second)]
    return told if len(told) <= 3 and same >= 0.6 * len(words) else []


def _merged(edits: Sequence[Edit]) -> list[Edit]:
    """Join edits that touch: "eight" to "twenty two" is one edit, not two."""
    merged: list[Edit] = []
    for edit in edits:
        if merged and merged[-1].first[1] == edit.first[0] and merged[-1].second[1] == edit.second[0]:
            before = merged.pop()
            merged.append(Edit((before.first[0], edit.first[1]), (before.second[0], edit.second[1]), edit.sentences))
        else:
            merged.append(edit)
    return merged


def _tells(tokens: Sequence[Token], stretch: tuple[int, int]) -> bool:
    """Return whether a stretch says anything: marks and articles do not."""
    return any(
        token.text not in {"a", "an", "the", "and", "so", "that"} and token.text[0].isalnum()
        for token in tokens[stretch[0] : stretch[1]]
    )


def shared_content(first: Text, second: Text) -> float:
    """Return the share of content words of the shorter answer that stand in the other, 0 to 1."""
    ours, theirs = content_words(first), content_words(second)
    smaller = min(len(ours), len(theirs))
    return len(ours & theirs) / smaller if smaller else 0.0


def content_words(text: Text) -> set[str]:
    """Return the words of a text that say what it is about."""
    return {token.text for token in text.tokens if is_content(token.text)}
