"""A plan: the header of an interview and the content it runs from, which together decide all that can happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from simulator.consistency.slot import Slot
from simulator.content.library import Frozen
from simulator.content.schemas import Panel, Persona, Question, Round
from simulator.interview.agenda import make_agenda
from simulator.interview.chance import default_seed
from simulator.interview.handoff import notes_of
from simulator.interview.memory import remember, said_before
from simulator.interview.settling import settlements
from simulator.transcript.turns import EarlierExchange, HandOff, Header, Hints, Person, Transcript


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


def plan_round(
    content: Frozen,
    round_id: str,
    *,
    transcript: str,
    candidacy: str,
    candidate: str,
    attempt: int,
    started_at: dt.datetime,
    digest: str,
    earlier: Sequence[Transcript] = (),
    seed: int | None = None,
    hints: Hints = "after",
) -> Plan:
    """Plan one interview of the round `round_id` of `content`'s process.

    `transcript` and `candidacy` are ids, `digest` names the frozen content, `earlier` are the transcripts of the
    rounds before. Without a `seed` it follows from candidacy, round and attempt. `InputError` is raised where nobody
    in the room has anything to ask.
    """
    chosen = content.process.meeting(round_id)
    if seed is None:
        seed = default_seed(candidacy, round_id, attempt)
    questions = content.questions()
    remembered = remember(earlier, questions)
    notes = tuple(note for transcript in earlier for note in notes_of(transcript, questions))
    header = Header(
        format=1,
        id=transcript,
        candidacy=candidacy,
        candidate=candidate,
        process=content.process.id,
        round=round_id,
        title=chosen.title,
        company=content.process.company.name,
        position=content.process.position.title,
        setting=chosen.setting,
        language=content.process.language,
        attempt=attempt,
        seed=seed,
        started_at=started_at,
        hints=hints,
        content=digest,
        interviewers=_cards(content.personas, content.panel),
        at_hand=_cards(content.at_hand, None),
        agenda=make_agenda(content, chosen, remembered, _last_word(notes), seed),
        earlier=remembered,
        notes=notes,
        settled=settlements(earlier),
        said=said_before(earlier),
    )
    return Plan(header, content)


def _last_word(notes: Sequence[HandOff]) -> list[HandOff]:
    """Return the notes that still hold: an area that a later round has asked about is not unrated any more."""
    last = notes[-1].transcript if notes else ""
    return [note for note in notes if note.kind != "unrated" or note.transcript == last]


def _cards(personas: Iterable[Persona], panel: Panel | None) -> tuple[Person, ...]:
    """Return people as a transcript names them; who decides in a panel is nobody's business before the debrief."""
    return tuple(
        Person(
            id=each.id,
            name=each.name,
            title=each.title,
            role=each.role,
            parts=tuple(part for part in ("chair", "timekeeper", "scribe") if getattr(panel, part, "") == each.id),
        )
        for each in personas
    )
