"""The claims of two answers put side by side: what agrees is settled, and what is left over on both sides conflicts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product

from simulator.consistency import explain
from simulator.consistency.align import (
    blocked,
    closeness,
    counts_agree,
    of_like_size,
    same_thing,
)
from simulator.consistency.asked import DISOWNED
from simulator.consistency.claim import Claim, Match, Value
from simulator.consistency.match import match
from simulator.consistency.rules import Finding, finding
from simulator.consistency.slot import FIGURES
from simulator.consistency.words import concept
from simulator.english import words_of

_MOST_CLAIMS = 200
"""Claims of one answer that are compared; far more than two hours of talk hold that matter."""


class Pairing:
    """The claims of two answers put side by side."""

    def __init__(
        self,
        earlier: Sequence[Claim],
        later: Sequence[Claim],
        *,
        same_question: bool,
        said: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
        retold: bool = False,
        wanted: frozenset[str] = frozenset(),
        bare: tuple[frozenset[float], frozenset[float]] = (frozenset(), frozenset()),
    ) -> None:
        self._wanted = wanted
        self._bare = bare
        self.findings: list[Finding] = []
        self.beside = 0
        """Facts that a finding is about and no claim is."""
        self._retold = retold
        self._same_question = same_question
        self._said = said
        self._first = tuple(earlier)[:_MOST_CLAIMS]
        self._second = tuple(later)[:_MOST_CLAIMS]
        self._settle()
        self._conflict()

    @property
    def compared(self) -> int:
        """How many facts of the first answer met one of the second."""
        return len(self.met_first) + self.beside

    @property
    def facts(self) -> int:
        """How many facts of the first answer there were to compare."""
        return len(self._first) + self.beside

    @property
    def left(self) -> list[Claim]:
        """What of the first answer met nothing of the second, nor stands in the passage of what did."""
        return _beyond(self._first, self.met_first)

    @property
    def new(self) -> list[Claim]:
        """What of the second answer met nothing of the first, nor stands in the passage of what did."""
        return _beyond(self._second, self.met_second)

    def count_in(self, findings: Sequence[Finding]) -> None:
        """Count as compared what a finding of any rule is about: it was neither left out nor is it new."""
        for found in findings:
            self.beside += not any(overlap(one.span, found.first_span) for one in self._first)
            self.met_first |= {at for at, one in enumerate(self._first) if overlap(one.span, found.first_span)}
            self.met_second |= {at for at, other in enumerate(self._second) if overlap(other.span, found.second_span)}

    def _settle(self) -> None:
        """Put aside every claim for which the other answer has a compatible one, wherever it stands."""
        # A name that stands in the other answer at all, in lower case or elsewhere, was not replaced.
        self.met_first = {at for at, one in enumerate(self._first) if _is_named(one, self._said[1])}
        self.met_second = {at for at, other in enumerate(self._second) if _is_named(other, self._said[0])}
        self.met_first |= {at for at, one in enumerate(self._first) if _is_counted_again(one, self._bare[1])}
        self.met_second |= {at for at, other in enumerate(self._second) if _is_counted_again(other, self._bare[0])}
        same, near = self._matches()
        equal = {pair for pair in same if _equal(self._first[pair[0]], self._second[pair[1]])}
        told_again = {at for at, _ in equal}, {other_at for _, other_at in equal}
        for at, other_at in same:
            # A figure told again as it was is not also the "about 17" beside it.
            if (at, other_at) in equal or not (at in told_again[0] or other_at in told_again[1]):
                self.met_first.add(at)
                self.met_second.add(other_at)
        before = set(self.met_first), set(self.met_second)
        self.met_first |= _made_up(self._first, _unmet(self._second, before[1]))
        self.met_second |= _made_up(self._second, _unmet(self._first, before[0]))
        for at, other_at in near:
            self._drift(at, other_at)

    def _matches(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        same: list[tuple[int, int]] = []
        near: list[tuple[int, int]] = []
        for at, one in enumerate(self._first):
            for other_at, other in enumerate(self._second):
                found = match(one, other)
                if found is Match.SAME:
                    same.append((at, other_at))
                elif found is Match.NEAR:
                    near.append((at, other_at))
        return same, near

    def _drift(self, at: int, other_at: int) -> None:
        one, other = self._first[at], self._second[other_at]
        if at in self.met_first or other_at in self.met_second or self._closeness(one, other) == 0:
            return
        self.met_first.add(at)
        self.met_second.add(other_at)
        reason = explain.drifted(one.quote, other.quote)
        self.findings.append(finding("figure-drifts", reason, one.span, other.span, slot=one.slot))

    def _closeness(self, one: Claim, other: Claim) -> float:
        if blocked(one, other, retold=self._retold):
            return 0.0
        close = closeness(one, other, same_question=self._same_question)
        if close and self._retold and blocked(one, other):
            close = 0.0
        if close == 0 and self._retold and same_thing(one, other):
            alone = _is_only_open(one, self._first, self.met_first), _is_only_open(other, self._second, self.met_second)
            return 0.5 if all(alone) else 0.0
        return close

    def _conflict(self) -> None:
        """Pair what is left, the closest first, and say what differs."""
        open_pairs = [
            (at, other_at)
            for at, one in enumerate(self._first)
            if at not in self.met_first
            for other_at, other in enumerate(self._second)
            if other_at not in self.met_second and match(one, other) is Match.DIFFERENT
        ]
        close = self._how_close(open_pairs)
        for at, other_at in sorted(close, key=lambda pair: (-close[pair], pair)):
            if at in self.met_first or other_at in self.met_second:
                continue
            self.met_first.add(at)
            self.met_second.add(other_at)
            one, other = self._first[at], self._second[other_at]
            reason = explain.before_and_now(one.quote, other.quote)
            self.findings.append(finding(_RULE_OF[one.kind], reason, one.span, other.span, slot=one.slot))

    def _how_close(self, pairs: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """Return how surely each pair of unlike claims is about the same thing, without those that are not."""
        only = self._only_candidates()
        lone = self._lone() if self._same_question else set()
        close: dict[tuple[int, int], float] = {}
        for at, other_at in pairs:
            one, other = self._first[at], self._second[other_at]
            found = self._closeness(one, other)
            if (at, other_at) == only and not blocked(one, other) and counts_agree(one, other):
                found = max(found, _ONLY)
            if found == 0 and (at, other_at) in lone and not blocked(one, other):
                found = _LONE
            if found > 0:
                close[at, other_at] = found
        return close

    def _lone(self) -> set[tuple[int, int]]:
        """Return the pairs of figures that are, on either side, the only one of their kind that nothing settles.

        Where the question wants a figure of that kind they answer it, whatever their words; elsewhere they have to
        count the same, or to share a word.
        """
        pairs = set()
        for kind in FIGURES:
            ours = [at for at, claim in enumerate(self._first) if claim.kind == kind and at not in self.met_first]
            theirs = [at for at, claim in enumerate(self._second) if claim.kind == kind and at not in self.met_second]
            for at, other_at in product(ours[:_FEW], theirs[:_FEW]):
                one, other = self._first[at], self._second[other_at]
                alone = len(ours) == len(theirs) == 1
                if kind == "count":
                    alone = (
                        sum(_counts_like(self._first[each], one) for each in ours)
                        == 1
                        == sum(_counts_like(self._second[each], other) for each in theirs)
                    )
                only_one = len(ours) == len(theirs) == 1 and one.asked and other.asked
                if alone and (only_one or self._tells_the_same(one, other)):
                    pairs.add((at, other_at))
        return pairs

    def _tells_the_same(self, one: Claim, other: Claim) -> bool:
        if min(one.rank, other.rank) <= DISOWNED:
            return False
        if one.kind == "count":
            return one.about == other.about != "" or (one.candidate and other.candidate and counts_agree(one, other))
        if one.kind in self._wanted:
            return True
        # "For a week" is said of anything.
        return one.kind != "duration" and of_like_size(one, other) and bool((one.context & other.context) - _LIGHT)

    def _only_candidates(self) -> tuple[int, int] | None:
        """Return the one claim on each side that might answer the question and that nothing settles."""
        if not self._same_question:
            return None
        ours = [at for at, claim in enumerate(self._first) if claim.candidate]
        theirs = [at for at, claim in enumerate(self._second) if claim.candidate]
        if max(len(ours), len(theirs), 1) > _FEW:
            return None
        open_ours = [at for at in ours if at not in self.met_first]
        open_theirs = [at for at in theirs if at not in self.met_second]
        return (open_ours[0], open_theirs[0]) if len(open_ours) == len(open_theirs) == 1 else None


def _is_only_open(claim: Claim, claims: Sequence[Claim], met: set[int]) -> bool:
    """Return whether no other claim of an answer is of the same kind, counts the same and is still unsettled."""
    return not any(
        each is not claim and each.kind == claim.kind and each.about == claim.about and at not in met
        for at, each in enumerate(claims)
    )


def _counts_like(claim: Claim, other: Claim) -> bool:
    return claim.about == other.about or not claim.about or not other.about


_LONE = 0.8
_LIGHT = frozenset(map(concept, words_of("spent worked lived stayed job work")))
"""What two stretches of a life have in common without being the same stretch."""
_ONLY = 3.0
_FEW = 3
_PARTS = 6
_MOST_PARTS = 60


def _is_named(claim: Claim, said: frozenset[str]) -> bool:
    return claim.kind == "name" and claim.words <= said


def _is_counted_again(claim: Claim, bare: frozenset[float]) -> bool:
    """Return whether a figure stands in the other answer without what it counts ("it was four, now it's seven")."""
    return any(value.low == value.high and value.low in bare for value in claim.values if value.kind in _COUNTED)


_COUNTED = frozenset({"count", "percent", "money"})


def _equal(one: Claim, other: Claim) -> bool:
    """Return whether two claims with figures have the very same one."""
    return not one.rough and not other.rough and one.kind == other.kind and one.values[:1] == other.values[:1] != ()


def _unmet(claims: Sequence[Claim], met: set[int]) -> list[Claim]:
    return [claim for at, claim in enumerate(claims) if at not in met]


def _beyond(claims: Sequence[Claim], met: set[int]) -> list[Claim]:
    spans = [claims[at].span for at in met]
    return [claim for claim in _unmet(claims, met) if not any(overlap(claim.span, span) for span in spans)]


def _made_up(wholes: Sequence[Claim], parts: Sequence[Claim]) -> set[int]:
    """Return the places of totals that the parts make up: 34 vehicles are 20 vans, 10 trucks and four cars."""
    found: set[int] = set()
    for kind in ("count", "duration"):
        pieces = [part.values[0] for part in parts if part.kind == kind and math.isfinite(part.values[0].high)]
        pieces = pieces[:_MOST_PARTS]
        totals = [
            total
            for start in range(len(pieces))
            if not _holds_total(pieces[start : start + _PARTS])
            for total in _totals(pieces[start : start + _PARTS])
        ]
        for at, whole in enumerate(wholes):
            if whole.kind == kind and any(
                least <= whole.values[0].high and whole.values[0].low <= most + (kind == "count")
                for least, most in totals
            ):
                found.add(at)
    return found


def _totals(pieces: Sequence[Value]) -> Iterator[tuple[float, float]]:
    least, most = pieces[0].low, pieces[0].high
    for piece in pieces[1:]:
        least, most = least + piece.low, most + piece.high
        yield least, most


def _holds_total(pieces: Sequence[Value]) -> bool:
    """Return whether the first piece is the total of those after it ("nine people, six here and three there")."""
    return len(pieces) > 2 and any(
        least <= pieces[0].high and pieces[0].low <= most for least, most in _totals(pieces[1:])
    )


_RULE_OF = {
    "duration": "figure-differs",
    "count": "figure-differs",
    "money": "figure-differs",
    "percent": "figure-differs",
    "date": "date-differs",
    "name": "name-differs",
    "title": "title-differs",
    "role": "role-differs",
    "outcome": "outcome-differs",
    "stance": "answer-reversed",
    "willing": "answer-reversed",
    "choice": "preference-differs",
    "reason": "reason-differs",
}


def overlap(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Return whether two passages share a character."""
    return one is not None and other is not None and one[0] < other[1] and other[0] < one[1]
