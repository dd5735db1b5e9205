"""What authors write, as types: question banks, personas, panels, processes and facts.

The structs are what TOML decodes into; an unknown key is an error. What one file alone cannot know (does that persona
exist?) is checked in `check`, and the wording of templates in `templates`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

import msgspec

from simulator.consistency.slot import FactKind, Slot
from simulator.files import InputError
from simulator.text import one_line

Role = Literal["hr", "supervisor", "higher_up", "peer", "technical"]
QuestionKind = Literal[
    "behavioural", "situational", "background", "motivation", "salary", "technical", "social", "closing"
]
Trigger = Literal[
    "short",
    "vague",
    "no_example",
    "no_own_part",
    "no_result",
    "no_figure",
    "evasive",
    "one_sided",
    "fixed",
    "stepping_stone",
    "no_horizon",
]
Setting = Literal["office", "video", "dinner", "tour"]
Purpose = Literal[
    "screening", "second_opinion", "future_colleagues", "deeper", "undecided", "see_the_place", "decision"
]
WhySecond = Literal["many_candidates", "plan_failed"]
TurnPolicy = Literal["areas", "rotation", "lead_only", "open"]
Mode = Literal["structured", "conversational"]

ROLES: tuple[str, ...] = get_args(Role)

ANSWERED_BY_CASE: frozenset[QuestionKind] = frozenset({"behavioural", "situational", "technical"})
"""Kinds of question that a case can answer."""

FREE_TALK: frozenset[QuestionKind] = frozenset({"social", "closing"})
"""Kinds of question to which anything may be said."""


class Content(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """The base of all that authors write: frozen, and strict about unknown keys."""


class Probe(Content, frozen=True):
    """A follow-up to the answer just given, said when the answer shows `when`."""

    when: Trigger
    say: tuple[str, ...]


class Part(Content, frozen=True):
    """One part of a question that has several, and how to ask for it alone."""

    name: str
    words: tuple[str, ...]
    """Words one of which a sentence on this part has."""
    say: tuple[str, ...]
    needs: Literal["", "figure"] = ""
    """What else answers it: `figure` is any number."""


class Question(Content, frozen=True):
    """One question with all its wordings: the first when it is new, the others when it is asked again."""

    id: str
    competency: str
    kind: QuestionKind
    asked_by: tuple[Role, ...]
    wordings: tuple[str, ...]
    deeper: tuple[str, ...]
    looks_for: tuple[str, ...]
    tip: str
    seconds: int = 120
    slots: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    probes: tuple[Probe, ...] = ()
    anchors: dict[str, str] = {}


class QuestionBank(Content, frozen=True):
    """A file of questions."""

    id: str
    title: str
    questions: tuple[Question, ...]
    language: str = "en"


class Fact(Content, frozen=True):
    """An entry of `facts.toml`: what a slot's id stands for."""

    id: str
    kind: FactKind
    label: str
    unit: str = ""
    options: tuple[str, ...] = ()

    def slot(self) -> Slot:
        """Return the fact as what answers are compared by."""
        return Slot(self.id, self.kind, self.label, self.unit, self.options)


def asks_for_fact(slots: Iterable[str]) -> bool:
    """Tell whether a question with these slots asks for something that can be checked, and not for a story only."""
    return any(not slot.startswith("story_") for slot in slots)


class Facts(Content, frozen=True):
    """The file `facts.toml`."""

    facts: tuple[Fact, ...]


class Manner(Content, frozen=True):
    """How a persona behaves in the room."""

    probes: int = 1
    challenges: bool = True
    patience: int = 10
    words: int = 45
    """The most words of a line between the greeting and the goodbye: an interviewer talks a fifth of the time."""


class Lines(Content, frozen=True):
    """What a persona says besides questions; every entry has alternatives to pick from."""

    greeting: tuple[str, ...]
    introduction: tuple[str, ...]
    acknowledge: tuple[str, ...]
    repeat: tuple[str, ...]
    concern: tuple[str, ...]
    elaborate: tuple[str, ...]
    more: tuple[str, ...]
    challenge: tuple[str, ...]
    settled: tuple[str, ...]
    cleared: tuple[str, ...]
    still_open: tuple[str, ...]
    no_notes: tuple[str, ...]
    in_full: tuple[str, ...]
    not_followed: tuple[str, ...]
    later: tuple[str, ...]
    told_already: tuple[str, ...]
    ask_again: tuple[str, ...]
    came_back: tuple[str, ...]
    nudge: tuple[str, ...]
    skipped: tuple[str, ...]
    again: tuple[str, ...]
    hand_over: tuple[str, ...]
    disagree: tuple[str, ...]
    lens: tuple[str, ...]
    callback: tuple[str, ...]
    form: tuple[str, ...]
    your_questions: tuple[str, ...]
    dont_know: tuple[str, ...]
    anything_else: tuple[str, ...]
    closing: tuple[str, ...]
    welcome_back: tuple[str, ...] = ()
    """The greeting of a candidate whom this person has met; without one they are greeted as the first time."""
    met_before: tuple[str, ...] = ()
    """What is said in a panel in place of an introduction to a candidate whom this person has met."""
    put_off: tuple[str, ...] = ()
    """After a candidate has asked to come back to a question later."""
    back_to_it: tuple[str, ...] = ()
    """What leads over to a question that was put off."""
    nearby: tuple[str, ...] = ()
    """What leads over to a question near one that there was no case for."""
    once_more: tuple[str, ...] = ()
    """What is said to "what do you mean?", before what was asked comes again in other words."""
    whichever: tuple[str, ...] = ()
    """What is said to "do you mean this one or that?"."""
    declined: tuple[str, ...] = ()
    """What is said to "I'd rather not say"."""
    left_there: tuple[str, ...] = ()
    """What is said to "that's everything"."""
    told_here: tuple[str, ...] = ()
    """What is said after a question whose answer came with another one's, and is quoted."""


class Persona(Content, frozen=True):
    """A scripted interviewer."""

    id: str
    name: str
    title: str
    role: Role
    about: str
    goal: str
    looks_for: tuple[str, ...]
    lines: Lines
    manner: Manner = Manner()


class Member(Content, frozen=True):
    """One panel member: the competencies that are theirs, and whether they may follow up."""

    persona: str
    areas: tuple[str, ...]
    may_probe: bool = True


class Panel(Content, frozen=True):
    """Several interviewers in one room."""

    id: str
    title: str
    chair: str
    members: tuple[Member, ...]
    opening: tuple[str, ...]
    turn_policy: TurnPolicy = "areas"
    timekeeper: str = ""
    half_time: tuple[str, ...] = ()
    last_questions: tuple[str, ...] = ()
    """What the timekeeper says half way, and when two questions are left."""
    scribe: str = ""
    decider: str = ""
    veto: str = ""


class Company(Content, frozen=True):
    """The employer of a process: what interviewers know of it, and what the candidate may read beforehand."""

    name: str
    about: str
    history: str = ""
    plans: str = ""
    values: tuple[str, ...] = ()


class Salary(Content, frozen=True):
    """The band for the position, per year, in whole units of `currency`."""

    low: int
    high: int
    currency: str


class Position(Content, frozen=True):
    """The post that is filled."""

    title: str
    about: str
    duties: tuple[str, ...]
    salary: Salary | None = None


class Reply(Content, frozen=True):
    """What an interviewer can say when the candidate asks about a topic."""

    topics: tuple[str, ...]
    say: str
    roles: tuple[Role, ...] = ()


class LateChange(Content, frozen=True):
    """A change of plans announced in the room after so many questions; `drop` questions are then left out."""

    after: int
    say: str
    drop: int = 0


class Round(Content, frozen=True):
    """One planned meeting of a process."""

    id: str
    title: str
    banks: tuple[str, ...]
    questions: int
    minutes: int
    interviewers: tuple[str, ...] = ()
    panel: str = ""
    setting: Setting = "office"
    purpose: Purpose = "screening"
    form: tuple[str, ...] = ()
    """Questions, by full id, that the lead asks for the form before the candidate's own."""
    repeat_share: float = 0.3
    mode: Mode = "conversational"
    probing: bool = True
    """Whether anybody follows up; a silent panel only listens and writes."""
    late_changes: tuple[LateChange, ...] = ()


class Process(Content, frozen=True):
    """A company, a position and its rounds, in order."""

    id: str
    title: str
    company: Company
    position: Position
    rounds: tuple[Round, ...]
    replies: tuple[Reply, ...] = ()
    why_second: WhySecond = "many_candidates"
    """Why there is more than one round; `plan_failed`: what nobody has asked about goes before everything else."""
    finalists: int = 2
    """Candidates who come to the last round, this one among them; hidden until the debrief."""
    stand_ins: tuple[str, ...] = ()
    """Personas of the house whom no round names: they may come in when plans change."""
    language: str = "en"

    def meeting(self, identity: str) -> Round:
        """Return the round of that id; `InputError` is raised where there is none."""
        for each in self.rounds:
            if each.id == identity:
                return each
        known = ", ".join(each.id for each in self.rounds)
        raise InputError(f"the process “{self.id}” has no round “{one_line(identity, 60)}” (its rounds: {known})")
