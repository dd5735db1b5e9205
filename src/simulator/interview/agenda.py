"""The agenda of a round: what is asked, by whom and why, worked out from the content and the rounds before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from simulator.content.library import Frozen
from simulator.content.schemas import Question, Round, asks_for_fact
from simulator.files import InputError
from simulator.interview.chance import number, shuffled
from simulator.text import word_count
from simulator.transcript.turns import AgendaItem, EarlierExchange, Motive, Why

CONCERN = 2
"""From this weakness on, an earlier answer is a concern: it comes back before anything else does."""

ENOUGH_TO_DEEPEN = 12
"""Words an earlier answer needs before somebody can ask for more on it."""


def make_agenda(
    content: Frozen, meeting: Round, earlier: Sequence[EarlierExchange], seed: int
) -> tuple[AgendaItem, ...]:
    """Return the questions of a round in order, "what would you like to ask us?" last.

    `earlier` is what rounds before asked, in order. Weak answers come back first, up to half of the questions; then
    others up to the round's `repeat_share`; the rest is fresh. `InputError` is raised where nothing can be asked.
    """
    room = _Room(content, content.questions(), seed)
    fixed = meeting.mode == "structured"
    share = round(meeting.repeat_share * meeting.questions)
    back = [] if fixed else _coming_back(room, meeting, earlier, share)
    taken = set[str]() if fixed else {exchange.question for exchange in earlier}
    taken |= {name for name in room.questions if name.partition(".")[0] not in meeting.banks}
    fresh = _fresh(room, taken, _slots_of(room, (item.question for item in back)), meeting.questions - len(back), fixed)
    if short := 0 if fixed else meeting.questions - len(back) - len(fresh):
        back = _coming_back(room, meeting, earlier, len(back) + short)
    if not back and not fresh:
        raise InputError(f"nobody in the round “{meeting.id}” has a question to ask; see `second-round content check`")
    closing = AgendaItem(question="", asker=content.lead, why="closing")
    items = fresh if fixed else _in_order(room, content, back, fresh)
    return (*items, closing)


@dataclass(frozen=True)
class _Room:
    """Who can ask what."""

    content: Frozen
    questions: Mapping[str, Question]
    seed: int

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
    """Return what is taken up again: `share` questions, more where more concerns are open, but then at most half."""
    latest = {exchange.question: exchange for exchange in earlier}.values()
    concerns = sorted((each for each in latest if each.weakness >= CONCERN), key=lambda each: -each.weakness)
    sound = [each for each in latest if each.weakness < CONCERN]
    sound.sort(key=lambda each: (not _typed(room, each.question), number(room.seed, "back", each.question)))
    most = max(share, min(len(concerns), meeting.questions // 2)) if share else 0
    items: list[AgendaItem] = []
    for place, exchange in enumerate([*concerns, *sound][:most]):
        asker = room.asker(exchange.question) or room.content.lead
        why = _why_again(exchange, asker, place)
        motive: Motive = "check" if _typed(room, exchange.question) else "own_ears"
        items.append(
            AgendaItem(question=exchange.question, asker=asker, why=why, motive=motive, earlier=exchange.pointer)
        )
    return items


def _why_again(exchange: EarlierExchange, asker: str, place: int) -> Why:
    """Return why somebody comes back to an exchange: an interviewer who heard it asks for more, not the same again."""
    if exchange.weakness >= CONCERN:
        return "concern"
    long_enough = word_count(" ".join(exchange.answers)) >= ENOUGH_TO_DEEPEN
    return "elaborate" if long_enough and (exchange.asker_id == asker or place % 2) else "repeat"


def _typed(room: _Room, question: str) -> bool:
    """Tell whether a question asks for a fact that can be checked, and not for a story only."""
    return asks_for_fact(room.content.slots.get(question, ()))


def _slots_of(room: _Room, questions: Iterable[str]) -> set[str]:
    return {slot for question in questions if question in room.questions for slot in room.questions[question].slots}


def _fresh(room: _Room, taken: set[str], slots: set[str], count: int, fixed: bool) -> list[AgendaItem]:
    """Return `count` new questions, no fact asked for twice while there is something else to ask."""
    names = [name for name in room.questions if name not in taken and room.asker(name)]
    if not fixed:
        names = _varied(room, names)
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
        items.append(AgendaItem(question=name, asker=asker, why="fresh"))
    return items


def _varied(room: _Room, names: Sequence[str]) -> list[str]:
    """Order questions so that askers, and within each the competencies, take turns; chance decides the rest."""
    by_asker: dict[str, dict[str, list[str]]] = {}
    for name in shuffled(names, room.seed, "fresh"):
        competency = room.questions[name].competency
        by_asker.setdefault(room.asker(name) or "", {}).setdefault(competency, []).append(name)
    people = [persona.id for persona in room.content.personas]
    queues = []
    for asker in sorted(by_asker, key=people.index):
        wanted = next(persona.looks_for for persona in room.content.personas if persona.id == asker)
        groups = by_asker[asker]
        ranked = sorted(groups, key=lambda name: wanted.index(name) if name in wanted else len(wanted))
        queues.append(_in_turn([groups[competency] for competency in ranked]))
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
