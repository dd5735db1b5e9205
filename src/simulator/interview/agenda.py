"""The agenda of a round: what is asked, by whom and why, worked out from the content and the rounds before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import msgspec

from simulator.content.library import Frozen
from simulator.content.schemas import Purpose, Question, Round, asks_for_fact
from simulator.files import InputError
from simulator.interview.chance import number, shuffled
from simulator.interview.handoff import OPEN_KINDS
from simulator.interview.weighing import CONCERN
from simulator.text import word_count
from simulator.transcript.turns import AgendaItem, EarlierExchange, HandOff, Motive, Why

ENOUGH_TO_DEEPEN = 12
"""Words an earlier answer needs before somebody can ask for more on it."""


@dataclass(frozen=True)
class _Purpose:
    """What the purpose of a round does to its agenda."""

    most_concerns: float = 0.5
    """The share of the questions that may go back to what was left open."""
    deepen: bool = False
    """Whether every earlier answer is gone into; else some are, and some are heard again."""
    motive: Motive = ""
    """Why an answer is heard again, whatever it is about."""
    favours: tuple[str, ...] = ()
    """Competencies that new questions are about first."""


_PURPOSES: dict[Purpose, _Purpose] = {
    "screening": _Purpose(),
    "second_opinion": _Purpose(motive="own_ears"),
    "future_colleagues": _Purpose(favours=("teamwork", "communication")),
    "deeper": _Purpose(deepen=True),
    "undecided": _Purpose(most_concerns=0.7, motive="check"),
    "see_the_place": _Purpose(most_concerns=0.3, favours=("motivation", "teamwork")),
    "decision": _Purpose(),
}


def make_agenda(
    content: Frozen, meeting: Round, earlier: Sequence[EarlierExchange], notes: Sequence[HandOff], seed: int
) -> tuple[AgendaItem, ...]:
    """Return the questions of a round in order, "what would you like to ask us?" last.

    `earlier` is what rounds before asked, in order, `notes` what they left. What they left open comes back first, the
    weakest answer before the others and as many as the round's purpose allows; then others up to its `repeat_share`;
    the rest is new, areas that nobody has asked about first. Where the plan of the first round has failed, those areas
    are covered before what was sound is heard again. `InputError` is raised where nothing can be asked.
    """
    purpose = _PURPOSES[meeting.purpose]
    room = _Room(content, content.questions(), seed, purpose, {note.question: note for note in notes if _open(note)})
    fixed = meeting.mode == "structured"
    share = round(meeting.repeat_share * meeting.questions)
    unrated = {} if fixed else {note.competency: note for note in notes if note.kind == "unrated"}
    if content.process.why_second == "plan_failed":
        share = min(share, max(0, meeting.questions - len(unrated)))
    back = [] if fixed else _coming_back(room, meeting, earlier, share)
    taken = set[str]() if fixed else {exchange.question for exchange in earlier}
    taken |= {name for name in room.questions if name.partition(".")[0] not in meeting.banks} | set(meeting.form)
    slots = _slots_of(room, (item.question for item in back))
    fresh = _fresh(room, taken, slots, meeting.questions - len(back), fixed, unrated)
    if short := 0 if fixed else meeting.questions - len(back) - len(fresh):
        back = _coming_back(room, meeting, earlier, len(back) + short)
    if not back and not fresh:
        raise InputError(f"nobody in the round “{meeting.id}” has a question to ask; see `second-round content check`")
    closing = AgendaItem(question="", asker=content.lead, why="closing")
    items = fresh if fixed else _in_order(room, content, back, fresh)
    return (*_in_rotation(content, items), *_form(room, meeting, earlier), closing)


def _in_rotation(content: Frozen, items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Return the items as a panel asks them that takes turns: the chair first, then round the table."""
    panel = content.panel
    if panel is None or panel.turn_policy != "rotation":
        return list(items)
    seats = [panel.chair, *(member.persona for member in panel.members if member.persona != panel.chair)]
    return [msgspec.structs.replace(item, asker=seats[place % len(seats)]) for place, item in enumerate(items)]


def _form(room: _Room, meeting: Round, earlier: Sequence[EarlierExchange]) -> list[AgendaItem]:
    """Return what the lead asks for the form, whoever has asked it before."""
    before = {exchange.question: exchange.pointer for exchange in earlier}
    return [
        AgendaItem(question=name, asker=room.content.lead, why="form", earlier=before.get(name, ""))
        for name in meeting.form
        if name in room.questions
    ]


def _open(note: HandOff) -> bool:
    return note.kind in OPEN_KINDS and bool(note.question)


@dataclass(frozen=True)
class _Room:
    """Who can ask what."""

    content: Frozen
    questions: Mapping[str, Question]
    seed: int
    purpose: _Purpose
    notes: Mapping[str, HandOff]
    """What was left open, by question."""

    def left_open(self, exchange: EarlierExchange) -> bool:
        """Tell whether an earlier answer left something open."""
        return exchange.weakness >= CONCERN or exchange.question in self.notes

    def asker(self, question: str) -> str | None:
        """Return who asks a question: the member in whose area it is, else whoever's role it suits."""
        asked = self.questions.get(question)
        panel = self.content.panel
        if asked is None:
            return None
        if panel and panel.turn_policy == "lead_only":
            return panel.chair
        if panel and panel.turn_policy == "areas":
            return next((member.persona for member in panel.members if asked.competency in member.areas), None)
        fitting = [persona.id for persona in self.content.personas if persona.role in asked.asked_by]
        return shuffled(fitting, self.seed, "asker", question)[0] if fitting else None


def _coming_back(room: _Room, meeting: Round, earlier: Sequence[EarlierExchange], share: int) -> list[AgendaItem]:
    """Return what is taken up again: `share` questions, more where more is open, as far as the purpose allows."""
    latest = list({exchange.question: exchange for exchange in earlier}.values())
    latest = [each for each in latest if each.question not in meeting.form]
    concerns = sorted((each for each in latest if room.left_open(each)), key=lambda each: -each.weakness)
    sound = [each for each in latest if not room.left_open(each)]
    sound.sort(key=lambda each: (not _typed(room, each.question), number(room.seed, "back", each.question)))
    most = max(share, min(len(concerns), int(meeting.questions * room.purpose.most_concerns))) if share else 0
    return [_back(room, exchange, place) for place, exchange in enumerate([*concerns, *sound][:most])]


def _back(room: _Room, exchange: EarlierExchange, place: int) -> AgendaItem:
    asker = room.asker(exchange.question) or room.content.lead
    motive: Motive = "check" if _typed(room, exchange.question) else "own_ears"
    note = room.notes.get(exchange.question)
    return AgendaItem(
        question=exchange.question,
        asker=asker,
        why=_why_again(room, exchange, asker, place),
        motive=room.purpose.motive or motive,
        earlier=exchange.pointer,
        note=note.pointer if note else "",
    )


def _why_again(room: _Room, exchange: EarlierExchange, asker: str, place: int) -> Why:
    """Return why somebody comes back to an exchange: an interviewer who heard it asks for more, not the same again."""
    if room.left_open(exchange):
        return "concern"
    if word_count(" ".join(exchange.answers)) < ENOUGH_TO_DEEPEN:
        return "repeat"
    return "elaborate" if room.purpose.deepen or exchange.asker_id == asker or place % 2 else "repeat"


def _typed(room: _Room, question: str) -> bool:
    """Tell whether a question asks for a fact that can be checked, and not for a story only."""
    return asks_for_fact(room.content.slots.get(question, ()))


def _slots_of(room: _Room, questions: Iterable[str]) -> set[str]:
    return {slot for question in questions if question in room.questions for slot in room.questions[question].slots}


def _fresh(
    room: _Room, taken: set[str], slots: set[str], count: int, fixed: bool, unrated: Mapping[str, HandOff]
) -> list[AgendaItem]:
    """Return `count` new questions, no fact asked for twice while there is something else to ask.

    What a question owes to a note on an area that nobody has asked about is on its item.
    """
    names = [name for name in room.questions if name not in taken and room.asker(name)]
    if not fixed:
        names = _varied(room, names, unrated)
    chosen: list[str] = []
    spare: list[str] = []
    for name in names:
        wanted = set(room.questions[name].slots)
        (spare if wanted & slots else chosen).append(name)
        slots |= wanted
    items = []
    for name in [*chosen, *spare][: max(count, 0)]:
        asker = room.asker(name)
        assert asker is not None  # noqa: S101  # names without one were left out above
        note = unrated.get(room.questions[name].competency)
        items.append(AgendaItem(question=name, asker=asker, why="fresh", note=note.pointer if note else ""))
    return items


def _varied(room: _Room, names: Sequence[str], unrated: Mapping[str, HandOff]) -> list[str]:
    """Order questions so that askers, and within each the competencies, take turns; chance decides the rest.

    What the round is held for comes first, then areas that nobody has asked about, then what the asker looks for.
    """
    by_asker: dict[str, dict[str, list[str]]] = {}
    for name in shuffled(names, room.seed, "fresh"):
        competency = room.questions[name].competency
        by_asker.setdefault(room.asker(name) or "", {}).setdefault(competency, []).append(name)
    people = [persona.id for persona in room.content.personas]
    failed = room.content.process.why_second == "plan_failed"
    queues = []
    for asker in sorted(by_asker, key=people.index):
        wanted = next(persona.looks_for for persona in room.content.personas if persona.id == asker)
        groups = by_asker[asker]

        def rank(name: str, wanted: Sequence[str] = wanted) -> tuple[bool, bool, int]:
            place = wanted.index(name) if name in wanted else len(wanted)
            favoured = name in room.purpose.favours or (failed and name in unrated)
            return not favoured, name not in unrated, place

        queues.append(_in_turn([groups[competency] for competency in sorted(groups, key=rank)]))
    return _in_turn(queues)


def _in_turn(queues: Sequence[Sequence[str]]) -> list[str]:
    return [name for row in zip_longest(*queues) for name in row if name is not None]


def _in_order(
    room: _Room, content: Frozen, back: Sequence[AgendaItem], fresh: Sequence[AgendaItem]
) -> list[AgendaItem]:
    """Put a round into the order of a conversation: an easy start, what comes back between, practical matters last."""
    everything = list(_spread(fresh, back))
    panel = content.panel
    if panel and panel.turn_policy in ("areas", "open"):
        seats = [content.lead, *(member.persona for member in panel.members if member.persona != content.lead)]
        everything.sort(key=lambda item: seats.index(item.asker))
    everything.sort(key=lambda item: _stage(room, item))
    starts = [item for item in everything if _is_start(room, item)]
    if starts:
        start = max(starts, key=lambda item: _eases_in(room.questions[item.question]))
        everything.remove(start)
        everything.insert(0, start)
    return everything


def _spread(many: Sequence[AgendaItem], few: Sequence[AgendaItem]) -> Iterable[AgendaItem]:
    """Yield the two lists merged, the second evenly between the first."""
    places = [((place + 0.5) / len(many), item) for place, item in enumerate(many)]
    places += [((place + 0.6) / len(few), item) for place, item in enumerate(few)]
    return (item for _, item in sorted(places, key=lambda pair: pair[0]))


def _stage(room: _Room, item: AgendaItem) -> int:
    asked = room.questions.get(item.question)
    return 1 if asked and (asked.kind == "salary" or asked.competency == "practical") else 0


def _is_start(room: _Room, item: AgendaItem) -> bool:
    """Tell whether a question gets somebody talking: about themselves, and new."""
    asked = room.questions.get(item.question)
    return asked is not None and item.why == "fresh" and asked.kind in ("background", "motivation")


def _eases_in(question: Question) -> tuple[bool, bool, int]:
    """Rank questions to begin with: about the candidate's own work, no single fact, time to talk."""
    return question.competency == "background", not question.slots, question.seconds
