"""Comparing an answer with an earlier one: settle what agrees, then see what of the rest conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from simulator.consistency import explain
from simulator.consistency.agency import agency
from simulator.consistency.align import (
    content_words,
    counts_agree,
    edits_between,
    shared_content,
)
from simulator.consistency.cases import case_differences, same_case
from simulator.consistency.claim import Claim
from simulator.consistency.edits import edited
from simulator.consistency.manner import is_evasive, is_near_verbatim
from simulator.consistency.occasions import without_other_occasions
from simulator.consistency.own import denied_or_said
from simulator.consistency.pairing import Pairing, overlap
from simulator.consistency.phrases import phrases_of
from simulator.consistency.question import read_question
from simulator.consistency.reading import Answer, read_answer
from simulator.consistency.rules import Finding, Severity, finding
from simulator.consistency.sentences import Text
from simulator.consistency.slot import Slot
from simulator.consistency.store import ClaimStore
from simulator.consistency.words import concept
from simulator.english import words_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing two answers showed, and how much of the first there was to compare."""

    findings: tuple[Finding, ...]
    claims: int
    """Claims in the first answer."""
    compared: int
    """How many of them met a claim of the second."""
    english: bool = True
    """Whether both answers are in English: of another language nothing is read."""

    @property
    def flagged(self) -> bool:
        """Whether any finding is a `WARN`."""
        return any(found.severity is Severity.WARN for found in self.findings)


def compare_claims(earlier: Sequence[Claim], later: Sequence[Claim]) -> tuple[Finding, ...]:
    """Return how the claims of a `later` answer differ from those of `earlier` ones, to whatever questions.

    Only claims of the same slot, or that count the same thing of the same owner, are compared; nothing is said about
    what was left out or is new. Who has very many earlier claims keeps them in a `ClaimStore` and asks that for those
    that matter.
    """
    store = ClaimStore()
    store.add(earlier)
    return tuple(Pairing(store.like(later), later, same_question=False).findings)


def compare_answers(
    first: str,
    second: str,
    *,
    question: str = "",
    slots: Sequence[Slot] = (),
    first_on: date | None = None,
    second_on: date | None = None,
) -> Comparison:
    """Return how `second` differs from `first`, two answers to the same `question`.

    `slots` are the facts the question declares. `first_on` and `second_on` are the days of the answers; without them
    "since 2019" is not compared with "for six years". Identical answers have no findings,
    nor have answers that are not in English.
    """
    asked = read_question(question, slots)
    one = read_answer(first, asked, first_on)
    if first == second:
        return Comparison((), len(one.claims), len(one.claims))
    other = read_answer(second, asked, second_on)
    if not (one.english and other.english):
        return Comparison((), len(one.claims), 0, english=False)
    told_again = same_case(one, other)
    another = not told_again and _tells_another_story(one, other)
    ours, theirs = _answering(one, other) if another else (one.claims, other.claims)
    another = another and not ours
    edits = edited(one, other, edits_between(one.text, other.text))
    pairing = Pairing(
        ours,
        theirs,
        same_question=True,
        said=(_words(one), _words(other)),
        retold=_is_retold(one, other),
        wanted=asked.figures,
        bare=(one.bare, other.bare),
    )
    parts = case_differences(one, other) if told_again else ()
    findings = _without_doubles([*edits, *pairing.findings, *agency(one, other), *denied_or_said(one, other), *parts])
    findings = [found for found in findings if not _told_both_times(found, one.text, other.text)]
    findings = without_other_occasions(findings, one, other)
    pairing.count_in(findings)
    remarks = _remarks(one, other, pairing, another=another, warned=bool(findings))
    ordered = sorted(findings, key=lambda found: found.first_span or (0, 0)) + remarks
    facts = pairing.facts if ours else len(one.claims)
    return Comparison(tuple(ordered), facts, pairing.compared)


def _answering(one: Answer, other: Answer) -> tuple[tuple[Claim, ...], tuple[Claim, ...]]:
    """Return what answers the question in two answers that share little, if it asks for no case and both do.

    Part of an answer may be of something else; where no case is asked for, none is another example.
    """
    ours, theirs = (tuple(claim for claim in answer.claims if claim.asked) for answer in (one, other))
    if one.question.story or _announces(one) != _announces(other) or not (ours and theirs):
        return (), ()
    return ours, theirs


def _words(answer: Answer) -> frozenset[str]:
    return frozenset(token.text.removesuffix("'s") for token in answer.text.tokens)


_RETOLD_WORDS = 12
_RETOLD = 0.22


def _is_retold(one: Answer, other: Answer) -> bool:
    """Return whether two longer answers tell the same things, so that their only date is the same date."""
    if min(len(content_words(one.text)), len(content_words(other.text))) < _RETOLD_WORDS:
        return False
    return shared_content(one.text, other.text) >= _RETOLD


_ANNOUNCES = phrases_of(
    "the second one, the other one, another one, the next one, a different one, another time, another example",
    "the other place, the other job, my other, the other time, a different example, a different time",
    "could tell you about, someone else this time, a different story, another story",
)


def _announces(answer: Answer) -> bool:
    """Return whether an answer opens by turning from what was told before to something else."""
    opening = _opening(answer)
    return _ANNOUNCES.found(opening) or bool(_OTHER & set(opening) and _TURNING.found(opening))


_OTHER = words_of("else another different other instead")
_TURNING = phrases_of("last time, this time, talked about, told you, let me, mentioned, spoke about")


def _opening(answer: Answer) -> list[str]:
    """Return the words of the first sentence of an answer."""
    first, last = answer.text.sentences[0] if answer.text.sentences else (0, 0)
    return [token.text for token in answer.text.tokens[first:last]]


def _tells_another_story(one: Answer, other: Answer) -> bool:
    """Return whether an answer announces another case, or two long ones share so little that they are two examples."""
    if _announces(one) != _announces(other):
        return True
    if len(content_words(one.text)) < 8 or len(content_words(other.text)) < 8:
        return False
    return shared_content(one.text, other.text) < (0.25 if one.question.story else 0.05)


def _without_doubles(findings: Sequence[Finding]) -> list[Finding]:
    """Keep the first of findings whose passages overlap in both answers."""
    kept: list[Finding] = []
    for found in findings:
        if not any(overlap(found.first_span, other.first_span) and overlap(found.second_span, other.second_span)
                   for other in kept):  # fmt: skip
            kept.append(found)
    return kept


def _told_both_times(found: Finding, first: Text, second: Text) -> bool:
    """Return whether either passage stands in a sentence that is in both answers: then it did not change."""
    ours, theirs = _sentences(first), _sentences(second)
    return _sentence_at(found.first_span, first) in theirs or _sentence_at(found.second_span, second) in ours


_WHOLE_SENTENCE = 4
"""Tokens of a sentence that says enough to be recognised: "Yes." is not the same answer to everything."""


def _sentences(text: Text) -> set[tuple[str, ...]]:
    return {_words_of(text, first, last) for first, last in text.sentences if last - first >= _WHOLE_SENTENCE}


def _sentence_at(span: tuple[int, int] | None, text: Text) -> tuple[str, ...]:
    """Return the words of the sentence that holds the beginning of `span`."""
    for first, last in text.sentences if span else ():
        if span and text.tokens[first].start <= span[0] < text.tokens[last - 1].end:
            return _words_of(text, first, last)
    return ()


def _words_of(text: Text, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.text for token in text.tokens[first:last] if token.text[0].isalnum())


def _remarks(one: Answer, other: Answer, pairing: Pairing, *, another: bool, warned: bool) -> list[Finding]:
    """Return the notes: another example, an evasion, what was left out and what is new, word-for-word repetition."""
    if another and not one.question.story and _announces(one) == _announces(other):
        return []  # where no case is asked for, two answers that share little are no two examples
    if another:
        return [finding("other-example", explain.OTHER_EXAMPLE, None, (0, len(other.text.original)))]
    left, new = _without_likes(pairing.left, pairing.new)
    if left and not warned and is_evasive(other):
        return [finding("evasive", explain.evaded(left[0].quote), left[0].span, (0, len(other.text.original)))]
    if not pairing.compared and not _speak_of_one_thing(one, other):
        # Of quite another answer it is no detail that is missing or new.
        left, new = ([claim for claim in claims if claim.asked] for claims in (left, new))
        left = left if _takes_up(other) else []
    remarks = [
        finding("left-out", explain.left_out(claim.quote), claim.span, None, slot=claim.slot)
        for claim in _passages([claim for claim in left if _matters(claim)])
    ] + [
        finding("new-detail", explain.added(claim.quote), None, claim.span, slot=claim.slot) for claim in _passages(new)
    ]
    if not warned and is_near_verbatim(one.text, other.text):
        spans = (0, len(one.text.original)), (0, len(other.text.original))
        remarks.append(finding("near-verbatim", explain.NEAR_VERBATIM, *spans))
    return remarks


def _takes_up(answer: Answer) -> bool:
    """Return whether an answer takes up its question: by what was asked for, or by a word of the question."""
    words = {concept(word) for word in content_words(answer.text)}
    return any(claim.asked for claim in answer.claims) or bool(words & answer.question.words)


def _speak_of_one_thing(one: Answer, other: Answer) -> bool:
    """Return whether two answers tell one case, or, where none is asked for, share a word beyond the question."""
    if one.question.story:
        return same_case(one, other)
    ours, theirs = ({concept(word) for word in content_words(answer.text)} for answer in (one, other))
    return bool((ours & theirs) - one.question.words)


def _without_likes(left: Sequence[Claim], new: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Return what is open on either side without what the other side has a value of the same kind for.

    Whether "four years" and "six years" are of one thing may be unclear; neither was left unmentioned.
    """
    return (
        [claim for claim in left if not any(_alike(claim, each) for each in new)],
        [claim for claim in new if not any(_alike(each, claim) for each in left)],
    )


def _alike(one: Claim, other: Claim) -> bool:
    return one.kind == other.kind and (one.kind != "count" or counts_agree(one, other))


def _matters(claim: Claim) -> bool:
    """Return whether leaving a claim out is worth a remark: what was asked for, a figure, a name, a title."""
    return claim.asked or bool(claim.values) or claim.kind in {"name", "title"}


def _passages(claims: Sequence[Claim]) -> list[Claim]:
    """Return one claim for each passage: what is a choice and a role at once was said once."""
    return list({claim.span: claim for claim in reversed(claims)}.values())[::-1]
