"""What an answer to one question tells that another question of the round is going to ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from simulator.content.wordings import content_words
from simulator.feedback.telling import sentence_at
from simulator.interview.lines import Line
from simulator.text import one_line, word_count
from simulator.transcript.reading import TOLD_HERE

if TYPE_CHECKING:
    from simulator.consistency import Claim, Slot
    from simulator.content.schemas import Persona
    from simulator.interview.state import State

_NO_ANSWER_HERE = frozenset({"off_question", "no_fact"})
_FIGURES = frozenset({"duration", "date", "money"})
_ENOUGH = 6
"""Words up to which a rate is what somebody wants to be paid, and nothing else."""


def told_for_another(state: State, me: Persona) -> Line | None:
    """Return the note that an answer to something else names what a question ahead asks for; once for each answer.

    Only terms count, such as pay, notice and start: there each question has a fact of its own. The fact has to be
    named as what it is, or be pay that is wanted.
    """
    answer = state.reacting
    if answer is None or state.aside not in _NO_ANSWER_HERE or answer.n in {turn.n for turn in state.told.values()}:
        return None
    for item in state.agenda:
        question = state.plan.questions.get(item.question)
        if question is None or question.competency != "practical" or item.why == "elaborate":
            continue
        if quote := _told(answer.text, question.wordings[0], state.plan.slots(item.question), state):
            text = f"Told meanwhile what another question asks for: “{quote}”"
            line = Line(kind="noted", speaker=me.id, question=item.question, why=TOLD_HERE, text=text)
            return msgspec.structs.replace(line, rests_on=answer.n, first=quote)
    return None


def _told(text: str, asked: str, slots: tuple[Slot, ...], state: State) -> str:
    from simulator.consistency import claims_of

    labels = {slot.id: slot.label for slot in slots if slot.kind in _FIGURES}
    for claim in claims_of(text, question=asked, slots=slots, on=state.plan.header.started_at.date()):
        if claim.slot in labels and _is_meant(claim, text, labels[claim.slot]):
            return one_line(_around(claim, text), 100)
    return ""


def _is_meant(claim: Claim, text: str, label: str) -> bool:
    if claim.kind == "money":
        return "pay:wanted" in claim.contrasts or (bool(claim.per) and word_count(text) <= _ENOUGH)
    return bool(content_words(label) & content_words(_around(claim, text)))


def _around(claim: Claim, text: str) -> str:
    return text[slice(*sentence_at(text, claim.span[0]))]
