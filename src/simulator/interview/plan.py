"""A plan: the header of an interview and the content it runs from, which together decide all that can happen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from simulator.consistency.slot import Slot
from simulator.content.library import Frozen
from simulator.content.schemas import Persona, Question, Round
from simulator.transcript.turns import EarlierExchange, Header


@dataclass(frozen=True)
class Plan:
    """What one interview follows."""

    header: Header
    content: Frozen

    @cached_property
    def round(self) -> Round:
        """The planned meeting."""
        return self.content.process.meeting(self.header.round)

    @cached_property
    def personas(self) -> dict[str, Persona]:
        """The people in the room, the one who leads first."""
        everyone = {persona.id: persona for persona in self.content.personas}
        return {self.content.lead: everyone[self.content.lead]} | everyone

    @cached_property
    def people(self) -> dict[str, Persona]:
        """Everybody who is in the room or could come in."""
        return self.personas | {persona.id: persona for persona in self.content.at_hand}

    @cached_property
    def lead(self) -> Persona:
        """The one interviewer, or the chair of the panel."""
        return self.personas[self.content.lead]

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions of the round's banks by full id."""
        return self.content.questions()

    @cached_property
    def earlier(self) -> dict[str, EarlierExchange]:
        """The exchanges of earlier rounds by pointer."""
        return {exchange.pointer: exchange for exchange in self.header.earlier}

    def slots(self, question: str) -> tuple[Slot, ...]:
        """Return the facts a question asks for; none for one that is in no bank."""
        facts = {fact.id: fact for fact in self.content.facts}
        return tuple(facts[slot].slot() for slot in self.content.slots.get(question, ()) if slot in facts)
