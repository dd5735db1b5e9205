"""Where an interview stands: a fold over its turns and nothing else, so that a stored one can be taken up anywhere."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from simulator.content.schemas import Persona, Question
from simulator.interview.plan import Plan
from simulator.interview.settling import passages, same_difference
from simulator.transcript.reading import (
    HOLDS_OPEN,
    NO_ANSWER,
    PUT_OFF,
    REMARKED,
    STANDS_ASIDE,
    TOLD_HERE,
    moved,
    standing,
)
from simulator.transcript.turns import ACTIONS, AgendaItem, Turn

Open = Literal["", "question", "probe", "challenge", "closing"]

_TO_REACT_TO = frozenset(
    {"answer", "skip", "take_back", "ask", "wait", "next_speaker", "ask_probe", "disagree", "late_change", "end_round"}
)


@dataclass
class State:
    """Everything the next line depends on besides the plan."""

    plan: Plan
    last: int = 0
    at: float = 0.0
    action: int = 0
    """The last action's turn: what the room does follows from it."""
    begun: bool = False
    closed: bool = False
    ended: bool = False
    paused: bool = False
    openings: list[str] = field(default_factory=list)
    """Who has greeted or introduced themselves."""
    agenda: list[AgendaItem] = field(default_factory=list)
    """What has not been asked yet."""
    asked: int = 0
    """Questions asked so far."""
    item: AgendaItem | None = None
    """What is being talked about."""
    open: Open = ""
    """What the candidate is expected to answer."""
    open_line: Turn | None = None
    put: Turn | None = None
    """The question that is being talked about, as it was put."""
    hinted: bool = True
    reacting: Turn | None = None
    """The action the room has not dealt with yet."""
    reacting_to: Open = ""
    """What was open when it came."""
    answers: list[Turn] = field(default_factory=list)
    """What was answered to the question, without what stands aside."""
    notes: list[Turn] = field(default_factory=list)
    """What was noted about the question."""
    probes: list[Turn] = field(default_factory=list)
    finding: Turn | None = None
    """A difference noticed and not yet raised."""
    raised: list[Turn] = field(default_factory=list)
    """The differences already raised, so that none is brought up twice."""
    raised_here: Turn | None = None
    """The difference raised about the present question: one is enough."""
    typing: bool = False
    nudges: int = 0
    silent: float = 0.0
    """Seconds of silence that the coach has asked for."""
    waited: float = 0.0
    prefaces: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each interviewer came back to something, by the line they began with, so that none is said twice."""
    next_asker: str = ""
    present: list[str] = field(default_factory=list)
    """Who is in the room, the one who leads first."""
    played: set[str] = field(default_factory=set)
    """Whom the coach plays."""
    released: bool = False
    """Whether the coach has the next question asked, by whomever they play."""
    own_words: dict[str, str] = field(default_factory=dict)
    """The coach's own questions by the id they go by."""
    speaker: str = ""
    """Who spoke last for the interviewers."""
    candidate_questions: int = 0
    announcements: int = 0
    turns: list[Turn] = field(default_factory=list)
    """All that stands so far."""
    told: dict[str, Turn] = field(default_factory=dict)
    """The answers that told what a question ahead asks for, by that question."""
    noted: bool = False
    """Whether it is noted that something asked for twice did not come."""
    outcome: Turn | None = None
    """What came of the concern that is being talked about."""
    told_time: set[str] = field(default_factory=set)
    """What the timekeeper has said already."""
    said_so: bool = False
    """Whether the lead has said that there are no notes from before."""
    handed_off: int = 0
    """Notes left for the next round."""

    @classmethod
    def of(cls, plan: Plan, turns: Iterable[Turn]) -> State:
        """Return the state after `turns`."""
        everything = list(turns)
        state = cls(plan, agenda=list(plan.header.agenda), present=list(plan.personas))
        for turn in standing(everything):
            state.apply(turn)
        if everything:
            state.last = everything[-1].n
        return state

    def apply(self, turn: Turn) -> None:
        """Take one more turn in."""
        self.turns.append(turn)
        self.last = turn.n
        self.at = max(self.at, turn.at)
        if turn.kind in ACTIONS:
            self.action = turn.n
            if turn.kind in _TO_REACT_TO:
                self.reacting, self.reacting_to = turn, self.open
        handler = getattr(self, f"_{turn.kind}", None)
        if handler is not None:
            handler(turn)

    @property
    def lead(self) -> Persona:
        """Who leads now: another one where the lead has left."""
        return self.plan.people[self.present[0]]

    @property
    def people(self) -> list[Persona]:
        """Who is in the room now."""
        return [self.plan.people[each] for each in self.present]

    @property
    def floor(self) -> Persona:
        """Who has the floor: whoever asked the open question, else the lead."""
        asker = self.open_line.speaker if self.open_line else ""
        return self.plan.people[asker] if asker in self.present else self.lead

    @property
    def question(self) -> Question | None:
        """The question that is being talked about; None for what is in no bank, and where nothing is."""
        return self.plan.questions.get(self.item.question) if self.item else None

    @property
    def answered(self) -> int:
        """The number of the answer that the room has to deal with; 0 where there is none."""
        return self.reacting.n if self.reacting else 0

    @property
    def aside(self) -> str:
        """Why the answer last given does not take up the question; empty where it does."""
        return next((note.why for note in self.notes if note.rests_on == self.answered and note.why in NO_ANSWER), "")

    # What people do

    def _begin(self, _: Turn) -> None:
        self.begun = True

    def _answer(self, turn: Turn) -> None:
        self.candidate_questions += self.open == "closing"
        self.answers.append(turn)
        self.open = ""
        self.typing = False
        self.silent = 0.0

    def _skip(self, _: Turn) -> None:
        self.open = ""

    def _ask(self, _: Turn) -> None:
        self.candidate_questions += 1

    def _typing(self, _: Turn) -> None:
        self.typing = True

    def _wait(self, turn: Turn) -> None:
        self.waited += turn.seconds

    def _hold_silence(self, turn: Turn) -> None:
        self.silent = turn.seconds + self.waited if turn.seconds else math.inf

    def _pause(self, _: Turn) -> None:
        self.paused = True

    def _resume(self, _: Turn) -> None:
        self.paused = False

    def _say(self, turn: Turn) -> None:
        self.speaker = turn.speaker

    _interrupt = _say

    def _next_speaker(self, turn: Turn) -> None:
        self.next_asker = turn.to
        self.open = ""
        self.reacting = None
        self.released = True

    def _ask_question(self, turn: Turn) -> None:
        name = turn.question or f"own.{turn.n}"
        if turn.text:
            self.own_words[name] = turn.text
        self.agenda = [item for item in self.agenda if item.question != name]
        self.agenda.insert(0, AgendaItem(question=name, asker=turn.to, why="coach"))
        self.next_asker, self.open, self.reacting = "", "", None
        self.released = True

    def _take_over(self, turn: Turn) -> None:
        self.played.add(turn.person)

    def _give_back(self, turn: Turn) -> None:
        self.played.discard(turn.person)

    # What the room does

    def _greeting(self, turn: Turn) -> None:
        self._spoken(turn)
        self.openings.append(turn.speaker)

    _introduction = _greeting

    def _question(self, turn: Turn) -> None:
        self._spoken(turn)
        position = next((i for i, item in enumerate(self.agenda) if item.question == turn.question), None)
        beside = AgendaItem(question=turn.question, asker=turn.speaker, why="neighbour")
        self.item = self.agenda.pop(position) if position is not None else beside
        self.asked += bool(turn.question)
        self.prefaces[turn.speaker, turn.why] += 1
        if turn.why == "elaborate":
            self.prefaces[turn.speaker, "more"] += 1
        self.put = turn
        self.answers = [self.told[turn.question]] if turn.question in self.told else []
        self.probes, self.notes = [], []
        self.finding = self.raised_here = self.outcome = None
        self.released = self.noted = False
        self.next_asker = ""
        self.hinted = False
        self._await("question" if turn.question else "closing", turn)

    def _hint(self, _: Turn) -> None:
        self.hinted = True

    def _probe(self, turn: Turn) -> None:
        self._spoken(turn)
        self.probes.append(turn)
        self._await("probe", turn)

    def _finding(self, turn: Turn) -> None:
        self.finding = turn

    def _challenge(self, turn: Turn) -> None:
        self._spoken(turn)
        if self.finding is not None:
            self.raised.append(self.finding)
        self.finding, self.raised_here = None, self.finding
        self._await("challenge", turn)

    def _acknowledgement(self, turn: Turn) -> None:
        self._spoken(turn)
        self.open = ""

    _settled = _acknowledgement
    _skipped = _acknowledgement

    def _again(self, turn: Turn) -> None:
        self._spoken(turn)

    def _nudge(self, turn: Turn) -> None:
        self._spoken(turn)
        self.nudges += 1
        self.waited = 0.0

    def _reply(self, turn: Turn) -> None:
        self._spoken(turn)
        if self.item is not None and self.item.why == "closing":
            self._await("closing", turn)
        elif turn.why in HOLDS_OPEN and not self.open and self.open_line is not None:
            self._await(self.reacting_to, self.open_line)

    def _announcement(self, turn: Turn) -> None:
        self._spoken(turn)
        change = self.plan.round.late_changes[self.announcements]
        self.announcements += 1
        for _ in range(change.drop):
            last = next((i for i in reversed(range(len(self.agenda))) if self.agenda[i].why == "fresh"), None)
            if last is not None:
                del self.agenda[last]

    def _change(self, turn: Turn) -> None:
        self._spoken(turn)
        self.present = moved(self.present, gone=turn.person, come=turn.to)
        heir = turn.to or self.present[0]
        self.agenda = [
            item if item.asker in self.present else msgspec.structs.replace(item, asker=heir) for item in self.agenda
        ]
        if turn.minutes:
            self._fit_into(turn.minutes * 60)

    def _fit_into(self, seconds: int) -> None:
        """Leave out what there is no time for any more; what comes back from earlier rounds goes last."""
        left = float(seconds)
        kept = []
        for item in sorted(self.agenda, key=lambda each: (each.why != "closing", each.why == "fresh")):
            asked = self.plan.questions.get(item.question)
            left -= asked.seconds if asked else 0
            if left >= 0:
                kept.append(item)
        self.agenda = [item for item in self.agenda if item in kept]

    _disagreement = _again

    def _closing(self, turn: Turn) -> None:
        self._spoken(turn)
        self.closed = True
        self.open = ""

    def _time(self, turn: Turn) -> None:
        self._spoken(turn)
        self.told_time.add(turn.why)

    def _no_notes(self, turn: Turn) -> None:
        self._spoken(turn)
        self.said_so = True

    def _noted(self, turn: Turn) -> None:
        if turn.why == TOLD_HERE:
            answer = next((each for each in self.turns if each.n == turn.rests_on), None)
            self.told |= {turn.question: answer} if answer else {}
            return
        self.notes.append(turn)
        self.noted = self.noted or turn.why not in REMARKED | NO_ANSWER
        if turn.why in STANDS_ASIDE:
            self.answers = [each for each in self.answers if each.n != turn.rests_on]
        if turn.why == PUT_OFF:
            self._put_off()

    def _put_off(self) -> None:
        """Have the present question come back later: once, and where nothing was answered but something is to be asked.

        It is left where it was put off where it can't, or was before.
        """
        left = self.item is None or self.item.why == PUT_OFF or self.item.question in self.own_words or self.answers
        if self.item is None or left or all(item.why == "closing" for item in self.agenda):
            return
        late = (place for place, item in enumerate(self.agenda) if place and item.why in ("form", "closing"))
        back = AgendaItem(question=self.item.question, asker=self.item.asker, why="put_off", earlier=self.item.earlier)
        self.agenda.insert(next(late, len(self.agenda)), back)
        self.asked -= 1

    def _outcome(self, turn: Turn) -> None:
        self.outcome = turn

    def _handoff(self, _: Turn) -> None:
        self.handed_off += 1

    def _end(self, _: Turn) -> None:
        self.ended = True
        self.open = ""
        self.reacting = None

    def _spoken(self, turn: Turn) -> None:
        self.speaker = turn.speaker
        self.reacting = None

    def _await(self, what: Open, turn: Turn) -> None:
        self.open = what
        self.open_line = turn
        self.typing = False
        self.nudges = 0
        self.silent = 0.0
        self.waited = 0.0

    def was_raised(self, first: str, second: str, slot: str) -> bool:
        """Tell whether a difference was raised already: about the same fact, or in the same words on either side."""
        return any(
            (slot and slot == turn.slot)
            or passages(first, second)[0] == turn.first.casefold()
            or passages(first, second)[1] == turn.second.casefold()
            or same_difference((first, second), (turn.first, turn.second))
            for turn in self.raised
        )
