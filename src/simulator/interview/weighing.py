"""How much an exchange left open: what was seen in the answer, what the coach heard, how the candidate rates it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from simulator.feedback import observe, weakness
from simulator.transcript.reading import Exchange
from simulator.transcript.turns import Turn

if TYPE_CHECKING:
    from simulator.content.schemas import Question

CONCERN = 2
"""From this weakness on, an answer is a concern: it comes back before anything else does."""

SKIPPED = 4
"""The weakness of no answer at all: more than that of any answer. One that is not remembered may have been sound."""

_BY_RATING = {1: 3, 2: 2, 3: 1, 4: 0, 5: 0}
"""How weak an answer is that was rated so."""


def how_weak(exchange: Exchange, question: Question | None, turns: Iterable[Turn] = ()) -> int:
    """Return how much an exchange left open: 0 for nothing, up to 4 where there was no answer.

    A coach's rating of the answer among `turns` decides; without one an answer said aloud is taken as sound, since how
    it was said is not written down. Where the candidate rates their own answer low, it is at least as weak as that.
    """
    if exchange.forgotten:
        return 0
    if not exchange.answers:
        return SKIPPED
    numbers = {turn.n for turn in exchange.answers}
    ratings = [turn for turn in turns if turn.cause in numbers and turn.score]
    coach = next((turn.score for turn in reversed(ratings) if turn.kind == "rating"), 0)
    own = next((turn.score for turn in reversed(ratings) if turn.kind == "self_rating"), 0)
    return max(_BY_RATING.get(coach, _seen(exchange, question)), _BY_RATING.get(own, 0))


def without_own_marks(turns: Iterable[Turn]) -> list[Turn]:
    """Return `turns` as interviewers know them: how the candidate rates their own answers is not for them to tell."""
    return [turn for turn in turns if turn.kind != "self_rating"]


def _seen(exchange: Exchange, question: Question | None) -> int:
    if any(turn.spoken for turn in exchange.answers):
        return 0
    kind, seconds = (question.kind, question.seconds) if question else ("background", 60)
    return weakness(observe(exchange.text, kind=kind, seconds=seconds))
