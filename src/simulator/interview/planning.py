"""Planning a round: who will be there, what is known from the rounds before, and what is to be asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from simulator.content.library import Frozen
from simulator.content.schemas import Panel, Persona
from simulator.interview.agenda import make_agenda
from simulator.interview.chance import default_seed
from simulator.interview.handoff import notes_of
from simulator.interview.memory import remember, said_before
from simulator.interview.plan import Plan
from simulator.interview.settling import settlements
from simulator.transcript.turns import HandOff, Header, Hints, Person, Transcript


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
