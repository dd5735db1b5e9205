"""Reading an answer: from its text to its claims."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from simulator.consistency.asked import mark_asked
from simulator.consistency.choices import read_choices
from simulator.consistency.claim import Claim, Value
from simulator.consistency.contrasts import held_so_far, move_of
from simulator.consistency.dates import Dated, moment, read_dates
from simulator.consistency.managers import read_managers
from simulator.consistency.names import read_names
from simulator.consistency.numbers import Number, read_numbers
from simulator.consistency.phrases import phrases_of
from simulator.consistency.quantities import read_quantities
from simulator.consistency.quantity import Quantity
from simulator.consistency.question import Question, read_question
from simulator.consistency.reasons import read_reasons
from simulator.consistency.relative import bounded, coming_month, read_ages, read_relative, read_times_of_year
from simulator.consistency.roles import read_roles
from simulator.consistency.sentences import Text, Token, sentence_number, take_apart, token_text
from simulator.consistency.slot import Slot
from simulator.consistency.stances import read_stances
from simulator.consistency.surroundings import Around, Surroundings
from simulator.consistency.themes import PAY, by_year, theme_of_figure
from simulator.consistency.titles import read_titles
from simulator.english import ASKING, AUXILIARIES, is_english, words_of

_CORRECTORS = frozenset({"sorry", "rather", "correction", "actually", "wait", "scratch", "lie"})
_PERFECT = frozenset({"been", "i've", "we've", "have", "has", "ive"})


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is compared: its text, what was asked, and its claims in order."""

    text: Text
    question: Question
    claims: tuple[Claim, ...]
    bare: frozenset[float] = frozenset()
    """Figures that stand in it without a claim of their own."""
    english: bool = True
    """Whether it is in English; of another language nothing is read."""


def claims_of(
    answer: str, *, question: str = "", slots: Sequence[Slot] = (), on: date | None = None
) -> tuple[Claim, ...]:
    """Return the claims in `answer`, in order.

    `question` and the `slots` it declares say what a bare answer ("Eight.") is about; `on`, the day of the answer,
    resolves "since 2019" and "last June".
    """
    return read_answer(answer, read_question(question, slots), on).claims


def read_answer(answer: str, question: Question, on: date | None) -> Answer:
    """Return `answer` taken apart, with its claims."""
    text = take_apart(answer)
    if not is_english([token.text for token in text.tokens if token.text[0].isalnum()]):
        return Answer(text, question, (), english=False)
    around = Around(text, question.words)
    claims = [
        *_quantities(text, question, on, around),
        *read_names(text, question, around),
        *read_managers(text, question, around),
        *read_titles(text, question, around),
        *read_stances(text, question, around),
        *read_choices(text, question),
        *read_roles(text, question, around),
        *read_reasons(text, question),
    ]
    asked_back = _asked_back(text)
    claims = [claim for claim in claims if claim.span[0] not in asked_back]
    claims.sort(key=lambda claim: claim.span)
    return Answer(text, question, tuple(mark_asked(claims, question)), _bare(text, claims))


def _asked_back(text: Text) -> set[int]:
    """Return the places of the questions that the candidate asks: "What would the hours be?" states nothing."""
    return {
        place
        for first, last in text.sentences
        if text.tokens[last - 1].text == "?" and text.tokens[first].text in _ASKS
        for place in range(text.tokens[first].start, text.tokens[last - 1].end)
    }


_ASKS = AUXILIARIES | ASKING | words_of("what's how's who's where's when's")


def _bare(text: Text, claims: Sequence[Claim]) -> frozenset[float]:
    """Return the figures of an answer that are part of no claim."""
    # A bare figure that was taken for a sum because one was asked for may be of anything.
    spans = [claim.span for claim in claims if claim.values and not (claim.kind == "money" and len(claim.values) > 1)]
    taken = {place for start, end in spans for place in range(start, end)}
    return frozenset(
        number.low
        for number in read_numbers(text.tokens)
        if number.low == number.high > 1 and text.tokens[number.first].start not in taken
    )


def _quantities(text: Text, question: Question, on: date | None, around: Around) -> Iterator[Claim]:
    """Yield the claims with a figure: dates first, then what the other numbers are of."""
    numbers = _corrected(text.tokens, read_numbers(text.tokens))
    dates = _dates(text.tokens, numbers, question, on)
    occasions: dict[int, frozenset[str]] = {}
    for found in dates:
        sentence = sentence_number(text, found.first)
        occasions[sentence] = occasions.get(sentence, frozenset()) | _occasion(text.tokens, found)
        where = around.at(found.last - 1)
        if not where.hypothetical:
            yield _claim(text, "date", found.values, found.first, found.last, where)
    dated = {place for found in dates for place in range(found.first, found.last)}
    rest = [number for number in numbers if number.last - 1 not in dated]
    for quantity in _named_money(
        text, read_quantities(text.tokens, rest, _kind_of_bare(text, question), question.noun)
    ):
        claim = _of_quantity(text, _in_time(text.tokens, quantity, question), on, around.at(quantity.first))
        if claim is not None:
            occasion = occasions.get(sentence_number(text, quantity.first), frozenset())
            yield replace(claim, contrasts=claim.contrasts | occasion)


def _of_quantity(text: Text, quantity: Quantity, on: date | None, where: Surroundings) -> Claim | None:
    """Return the claim of a figure; nothing of one that is supposed, an age, or told from another time."""
    if where.hypothetical or quantity.role in {"age", "later"}:
        return None
    kind, values = quantity.kind, quantity.values
    if quantity.role in {"ago", "ahead"}:
        kind, values = "date", moment(values[0], quantity.role, on)
        if not values:
            return None
        values = (*values, quantity.values[0])
    elif where.negated and values[0].low == 0 < values[0].high:
        # "I wouldn't do it for under 500" asks for 500 or more.
        values = tuple(Value(value.kind, value.high, math.inf) for value in values)
    elif kind == "duration":
        values = (*values, *_beginning(text.tokens, quantity, on))
    claim = _claim(text, kind, values, quantity.first, quantity.last, where)
    # What "my fourth year" itself says tells it from no other stretch.
    own = {f"order:{token.text}" for token in text.tokens[quantity.first : quantity.last]}
    before, after = _beside(text, quantity)
    claim = replace(
        claim,
        contrasts=(claim.contrasts - own) | move_of(before, after) | held_so_far(before, after),
        theme=theme_of_figure(quantity, before, after, where),
        about=quantity.about,
        per=quantity.per,
        rough=quantity.rough,
        rank=_rank(text.tokens, quantity),
    )
    return by_year(claim) if claim.theme == PAY else claim


def _kind_of_bare(text: Text, question: Question) -> str:
    """Return what a bare figure is of: a share is told of a story only where the answer speaks of shares."""
    shares = not _SHARES.isdisjoint(token.text for token in text.tokens)
    return "" if question.kind == "percent" and question.story and not shares else question.kind


_SHARES = frozenset({"%", "percent", "cent", "pc"})


def _occasion(tokens: Sequence[Token], dated: Dated) -> frozenset[str]:
    """Return the month and the year of "in March", "last June"; nothing of "since March", which still holds."""
    opening = {token_text(tokens, dated.first), token_text(tokens, dated.first - 1)}
    if not _AT_A_TIME & opening or _STANDING & opening:
        return frozenset()
    months = {f"month:{value.low:.0f}" for value in dated.values if value.kind == "month"}
    days = [value for value in dated.values if value.kind == "date"]
    years = {f"year:{date.fromordinal(int(value.low)).year}" for value in days} if not months else set()
    return frozenset(months | years)


_AT_A_TIME = frozenset({"in", "last", "this", "on", "at", "during"})
_STANDING = frozenset({"since", "from", "until", "till", "by", "before", "after"})


def _dates(tokens: Sequence[Token], numbers: Sequence[Number], question: Question, on: date | None) -> list[Dated]:
    """Return the dates of an answer; those told from its day, and ages, only where the question asks when."""
    found = list(read_dates(tokens, numbers, on))
    if "date" not in question.kinds:
        return found
    if question.ahead:
        found = [bounded(tokens, replace(dated, values=coming_month(dated.values, on))) for dated in found]
    taken = {place for dated in found for place in range(dated.first - _BESIDE, dated.last + _BESIDE)}
    more = [*read_relative(tokens, on), *read_ages(tokens, numbers), *read_times_of_year(tokens)]
    return found + [dated for dated in more if taken.isdisjoint(range(dated.first, dated.last))]


def _named_money(text: Text, found: Iterable[Quantity]) -> list[Quantity]:
    """Return `found` without bare figures as money where a longer answer names a sum: "six" beside "£2.87 million"."""
    quantities = list(found)
    named = any(quantity.kind == "money" and len(quantity.values) == 1 for quantity in quantities)
    if not named or len(text.tokens) < _SHORT:
        return quantities
    opening = text.sentences[0][1]
    return [
        quantity
        for quantity in quantities
        if quantity.kind != "money" or len(quantity.values) == 1 or quantity.first < opening
    ]


_SHORT = 30
"""Tokens of an answer in which a bare figure may be the sum that was asked for."""
_BESIDE = 3
"""Tokens beside a date that belong to it: "Monday the 7th of July" is one date."""


def _beside(text: Text, quantity: Quantity) -> tuple[list[str], list[str]]:
    """Return the words of its sentence before and after a figure."""
    before = [token.text for token in text.tokens[max(quantity.first - _NEAR, 0) : quantity.first]]
    after = [token.text for token in text.tokens[quantity.last : quantity.last + _NEAR]]
    before = before[len(before) - before[::-1].index(".") :] if "." in before else before
    return before, after[: after.index(".")] if "." in after else after


_NEAR = 9
"""Tokens beside a figure that tell how it stands in a change."""
_TOTALS = frozenset({"altogether", "overall", "total", "totals", "combined"})
_TOTAL_PHRASES = phrases_of("all in all, all told, all in, add it up, adds up to, count everything")
_DISOWNED = phrases_of(
    "not mine, wasn't mine, weren't mine, don't count, doesn't count, don't put that, not my own, wasn't me",
    "wasn't my, weren't my, not counting that, that one aside, one assistant, only an assistant, as an assistant",
)
_WHOLES = frozenset({"them", "those", "these", "which", "whom"})


def _rank(tokens: Sequence[Token], quantity: Quantity) -> int:
    """Return how likely a figure is the one that was asked for: "eleven altogether" before "the last four of them"."""
    before = [token.text for token in tokens[max(quantity.first - 8, 0) : quantity.first]]
    after = [token.text for token in tokens[quantity.last : quantity.last + 6]]
    after = after[: after.index(".")] if "." in after else after
    before = before[before.index(".") + 1 :] if "." in before else before
    rank = 0
    if _TOTALS & {*before, *after} or _TOTAL_PHRASES.found(before) or _TOTAL_PHRASES.found(after):
        rank += 2
    if (after[:1] == ["of"] and set(after[1:2]) & _WHOLES) or {"first", "last"} & set(before[-1:]):
        rank -= 2
    if quantity.role == "ago":
        rank -= 1
    if [word for word in before if word[0].isalpha()] == ["so"]:
        rank += 2  # "so seven, really" sums up
    beyond = [token.text for token in tokens[quantity.last : quantity.last + 16]]
    if _DISOWNED.found(beyond[: beyond.index(".")] if "." in beyond else beyond):
        rank -= 3
    return rank


_TO_COME = words_of(
    "can could will would i'll i'd we'll start starting available be free ready begin join leave leaving due finish "
    "finishing starts ends ending next coming going"
)


def _in_time(tokens: Sequence[Token], quantity: Quantity, question: Question) -> Quantity:
    """Return `quantity` as a mere stretch where "in three days" is how long something took, and no day to come."""
    if quantity.role != "ahead" or question.kind == "date":
        return quantity
    near = [token.text for token in tokens[max(quantity.first - 9, 0) : quantity.first]]
    near = near[near.index(".") + 1 :] if "." in near else near
    return quantity if not near or _TO_COME & set(near) else replace(quantity, role="")


def _claim(text: Text, kind: str, values: tuple[Value, ...], first: int, last: int, where: Surroundings) -> Claim:
    span = text.tokens[first].start, text.tokens[last - 1].end
    return Claim(
        kind=kind,
        span=span,
        quote=text.original[span[0] : span[1]],
        values=values,
        context=where.context,
        contrasts=where.contrasts,
        names=where.names,
        owner=where.owner,
        topic=where.topic,
    )


def _beginning(tokens: Sequence[Token], quantity: Quantity, on: date | None) -> tuple[Value, ...]:
    """Return when a stretch that still lasts began, for "I've been here for five years"."""
    near = {token.text for token in tokens[max(quantity.first - 8, 0) : quantity.last + 6]}
    if quantity.per or not near & _PERFECT or "until" in near or quantity.values[0].low < 6:
        return ()
    return moment(quantity.values[0], "ago", on)


_SOON = 7
_TAKING_BACK = 12
"""Tokens within which "a hundred and fifty, no, sorry, that was before, it's ..." takes a figure back."""


def _corrected(tokens: Sequence[Token], numbers: Sequence[Number]) -> list[Number]:
    """Return `numbers` without those the speaker took back ("four, sorry, five")."""
    kept = list(numbers[-1:])
    for number, following in zip(reversed(numbers[:-1]), reversed(numbers[1:]), strict=True):
        between = [token.text for token in tokens[number.last : following.first]]
        at_once = between[:3] == [",", "no", ","] and len(between) <= _TAKING_BACK
        soon = len(between) <= _SOON and (
            not _CORRECTORS.isdisjoint(between)
            or between[-2:] in (["i", "mean"], ["make", "that"], ["make", "it"])
            or between == [",", "no", ","]
        )
        taken_back = at_once or soon
        if not taken_back or "." in between:
            kept.append(number)
    return kept[::-1]
