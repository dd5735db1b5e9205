"""The coach's commands: a name and the words after it become an action, or lines for the coach's eyes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from simulator.briefing import briefing
from simulator.content.schemas import Persona
from simulator.content.search import find_questions
from simulator.debrief.judged_text import NOTES
from simulator.interview import NotNowError, actions
from simulator.interview.speech import worded
from simulator.sitting import Sitting
from simulator.text import clean, in_words

TRIGGERS = ("short", "vague", "no_example", "no_own_part", "no_result", "no_figure", "evasive", "one_sided")

_ID = re.compile(r"[\w-]+\.[\w.-]*\w")
"""What is written like a question's id: nobody says it."""

MOST_SILENCE = 600
"""Seconds of silence that can be asked for by number."""

NOT_OBSERVED = "-"
"""How a rating is written where nothing was observed."""


@dataclass(frozen=True, slots=True)
class CoachCommand:
    """A command of the coach's: how it is written, what it does, and the action it becomes."""

    usage: str
    help: str
    action: Callable[[Sitting, str], actions.Action]


@dataclass(frozen=True, slots=True)
class Look:
    """A command that only shows the coach something."""

    usage: str
    help: str
    lines: Callable[[Sitting, str], Iterable[str]]


def some(text: str) -> str:
    """Return `text`; `NotNowError` is raised where there is none."""
    if not text:
        raise NotNowError("it takes some words after it")
    return text


def seconds(text: str) -> float:
    """Return a number of seconds; `NotNowError` is raised for anything else."""
    try:
        return float(text)
    except ValueError:
        raise NotNowError("it takes a number of seconds, such as 10") from None


def person(people: Iterable[Persona], name: str) -> str:
    """Return the id of which of `people` is called `name`: an id, a whole name or a part of it.

    `NotNowError` is raised for nobody, and where it could be two.
    """
    found = called(people, name)
    if len(found) == 1:
        return found[0].id
    if found:
        raise NotNowError(f"{' and '.join(each.name for each in found)} are both called {name}")
    raise NotNowError(f"nobody in the room is called {name}" if name else "it takes somebody's name")


def called(people: Iterable[Persona], name: str) -> list[Persona]:
    """Return those of `people` who are called `name`."""
    wanted = name.casefold()
    everyone = list(people)
    exact = [each for each in everyone if wanted in (each.id, each.name.casefold())]
    return exact or [each for each in everyone if wanted in each.name.casefold().split()]


def spoken_by(sitting: Sitting, rest: str) -> tuple[str, str]:
    """Return (id of who says it, what is said) of "Dana: And then?"; the id is empty where nobody is named.

    "One thing: how?" names nobody. `NotNowError` is raised for a name that nobody present has.
    """
    name, colon, text = rest.partition(":")
    name = name.strip()
    people = sitting.state.people
    if not colon or not (called(people, name) or (name.istitle() and len(name.split()) < 3)):
        return "", some(rest)
    return person(people, name), some(text.strip())


def _say(sitting: Sitting, rest: str) -> actions.Action:
    speaker, text = spoken_by(sitting, rest)
    return actions.Say(text, speaker)


def _interrupt(sitting: Sitting, rest: str) -> actions.Action:
    speaker, text = spoken_by(sitting, rest)
    return actions.Interrupt(text, speaker)


def _next(sitting: Sitting, rest: str) -> actions.Action:
    return actions.NextSpeaker(person(sitting.state.people, rest) if rest else "")


def _question(sitting: Sitting, rest: str) -> actions.Action:
    to, text = spoken_by(sitting, rest)
    if text in sitting.plan.questions:
        return actions.AskQuestion(question=text, to=to)
    if _ID.fullmatch(text):
        raise NotNowError(
            f"there is no question “{clean(text, 80)}” in these banks; find lists those that are like some words"
        )
    return actions.AskQuestion(text, to=to)


def _probe(_: Sitting, rest: str) -> actions.Action:
    known = rest if rest in TRIGGERS else ""
    mistyped = "_" in rest or (rest.isalpha() and rest.islower())  # one word that nobody would say: no question
    if mistyped and not known:
        raise NotNowError(f"the triggers are {', '.join(TRIGGERS)}; a question of your own takes more than a word")
    return actions.AskProbe(text="" if known else rest, why=known)


def _two(names: str, ones: Iterable[Persona], others: Iterable[Persona]) -> tuple[str, str] | None:
    """Return the ids of the two people whose names follow one another, the first of `ones`, the second of `others`."""
    words = names.split()
    for cut in range(1, len(words)):
        one, other = called(ones, " ".join(words[:cut])), called(others, " ".join(words[cut:]))
        if len(one) == len(other) == 1:
            return one[0].id, other[0].id
    return None


def _disagree(sitting: Sitting, rest: str) -> actions.Action:
    names, _, text = rest.partition(":")
    people = sitting.state.people
    pair = _two(names, people, people)
    if pair is None:
        raise NotNowError("it takes two of those in the room, such as Dana Maya")
    return actions.Disagree(*pair, text.strip())


def _swap(sitting: Sitting, rest: str) -> actions.Action:
    pair = _two(rest, sitting.state.people, _elsewhere(sitting))
    if pair is None:
        raise NotNowError(f"it takes who goes and who comes; {_could_come(sitting)}")
    gone, come = pair
    return actions.LateChange(why="swap", person=gone, to=come)


def _add(sitting: Sitting, rest: str) -> actions.Action:
    if not called(_elsewhere(sitting), rest):
        raise NotNowError(_could_come(sitting))
    return actions.LateChange(why="add", to=person(_elsewhere(sitting), rest))


def _elsewhere(sitting: Sitting) -> list[Persona]:
    return [each for each in sitting.plan.people.values() if each.id not in sitting.state.present]


def _could_come(sitting: Sitting) -> str:
    names = ", ".join(each.name for each in _elsewhere(sitting))
    return f"these could come in: {names}" if names else "this process has nobody else"


def _remove(sitting: Sitting, rest: str) -> actions.Action:
    return actions.LateChange(why="remove", person=person(sitting.state.people, rest))


def _cut(_: Sitting, rest: str) -> actions.Action:
    if not (rest.isdecimal() and len(rest) < 4):
        raise NotNowError("it takes the minutes that are left, such as 10")
    return actions.LateChange(why="cut", minutes=int(rest))


def _rate(sitting: Sitting, rest: str) -> actions.Action:
    """Return a rating of a competency, or without one of the last answer."""
    words = rest.split()
    place = next((i for i, word in enumerate(words[:2]) if _is_score(word)), None)
    if place is None:
        raise NotNowError(
            f"it takes a rating from 1 to 5, or {NOT_OBSERVED} for not observed, such as teamwork 4 clear own part"
        )
    score = 0 if words[place] == NOT_OBSERVED else int(words[place])
    why = " ".join(words[place + 1 :])
    if place == 0:
        return actions.Rate("", score, why, cause=_last_answer(sitting))
    known = {question.competency for question in sitting.plan.questions.values()}
    if words[0] not in known:
        raise NotNowError(f"the competencies are {', '.join(sorted(known))}")
    return actions.Rate(words[0], score, why)


def _is_score(word: str) -> bool:
    return word == NOT_OBSERVED or (len(word) == 1 and word.isdecimal() and word in "12345")


def _last_answer(sitting: Sitting) -> int:
    last = next((turn.n for turn in reversed(sitting.transcript.turns) if turn.kind == "answer"), 0)
    if not last:
        raise NotNowError("there is no answer yet")
    return last


def _silence(_: Sitting, rest: str) -> actions.Action:
    asked = seconds(rest or "0")
    if asked > MOST_SILENCE:
        raise NotNowError(f"a silence lasts at most {MOST_SILENCE} seconds; without a number, until the answer comes")
    return actions.HoldSilence(asked)


def _mark(sitting: Sitting, rest: str) -> actions.Action:
    number, _, words = rest.partition(" ")
    if number.isdecimal():
        return actions.Mark(int(number[:9]), words.strip())
    return actions.Mark(_last_answer(sitting), rest)


def _find(sitting: Sitting, rest: str) -> Iterable[str]:
    plan, someone = sitting.plan, next(iter(sitting.state.people))
    found = find_questions(plan.questions, some(rest))
    about = ", ".join(sorted({in_words(question.competency) for question in plan.questions.values()}))
    return [f"{name}: {worded(plan, someone, name)}" for name in found] or [
        f"No question has such words. Any of these finds some: {about}."
    ]


def _plan(sitting: Sitting, _: str) -> Iterable[str]:
    for section in briefing(sitting.transcript, sitting.plan, sitting.state):
        yield f"{section.heading}:"
        yield from (f"  {line}" for line in section.lines)


def _handoff(sitting: Sitting, _: str) -> Iterable[str]:
    edits = {turn.cause: turn for turn in sitting.transcript.turns if turn.kind == "edit_note"}
    found = [turn for turn in sitting.transcript.turns if turn.kind == "handoff"]
    for turn in found:
        text = edits[turn.n].text or "(withdrawn)" if turn.n in edits else turn.text
        rests = f" (turn {turn.rests_on})" if turn.why != "unrated" else ""  # what was not asked about rests on nothing
        yield f"{turn.n}: {NOTES.get(turn.why, turn.why)}{rests}: {text}"
    if not found:
        yield "The interviewers leave their notes when the round ends."


def _edit(_: Sitting, rest: str) -> actions.Action:
    number, *words = rest.split(" ", 1)
    if not number.isdecimal():
        raise NotNowError("it takes the number of a note, as /handoff lists them, and its new words")
    return actions.EditNote(int(number[:9]), " ".join(words).strip())


COACH: dict[str, CoachCommand | Look] = {
    "plan": Look("/plan", "what the candidate does not see: goals, what is ahead and why, what was noticed", _plan),
    "find": Look("/find WORDS", "questions of the banks that are like these words", _find),
    "next": CoachCommand("/next [NAME]", "go on to the next question, asked by NAME", _next),
    "question": CoachCommand(
        "/question [NAME:] ID or WORDS", "ask this next: a question of the banks, or your own", _question
    ),
    "say": CoachCommand("/say [NAME:] TEXT", "speak as an interviewer", _say),
    "interrupt": CoachCommand("/interrupt [NAME:] TEXT", "cut in as an interviewer", _interrupt),
    "probe": CoachCommand(
        "/probe [TRIGGER or TEXT]", "follow up: as the question has it, or in your own words", _probe
    ),
    "disagree": CoachCommand("/disagree NAME NAME[: TEXT]", "let the first disagree with the second", _disagree),
    "silence": CoachCommand(
        "/silence [SECONDS]",
        "nobody speaks for so long, or until the answer comes",
        _silence,
    ),
    "play": CoachCommand(
        "/play NAME",
        "speak for NAME from now on, with /say; /next has them ask",
        lambda sitting, rest: actions.TakeOver(person(sitting.state.people, rest)),
    ),
    "give": CoachCommand(
        "/give NAME",
        "let NAME speak for themselves again",
        lambda sitting, rest: actions.GiveBack(person(sitting.state.people, rest)),
    ),
    "aloud": CoachCommand(
        "/aloud [GIST]",
        "the answer was spoken; write its gist, or nothing",
        lambda _, rest: actions.Answer(rest, spoken=True),
    ),
    "rate": CoachCommand(
        "/rate [COMPETENCY] 1-5 [WHY]", "rate the last answer, or a competency; - for not observed", _rate
    ),
    "mark": CoachCommand("/mark [TURN] [WORDS]", "mark the last answer, or a turn, for the debrief", _mark),
    "cnote": CoachCommand(
        "/cnote TEXT", "a note the candidate never sees", lambda _, rest: actions.CoachNote(some(rest))
    ),
    "handoff": Look("/handoff", "after the end: the notes left for the next round", _handoff),
    "edit": CoachCommand("/edit NUMBER [TEXT]", "put a note in other words; none withdraws it", _edit),
    "swap": CoachCommand("/swap NAME NAME", "the first is called away, the second comes in", _swap),
    "add": CoachCommand("/add NAME", "somebody of another round comes in", _add),
    "remove": CoachCommand("/remove NAME", "somebody has to leave", _remove),
    "cut": CoachCommand("/cut MINUTES", "only so many minutes are left", _cut),
    "move": CoachCommand(
        "/move [PLACE]",
        "go on in another room, such as: the canteen",
        lambda _, rest: actions.LateChange(rest, why="room"),
    ),
    "change": CoachCommand(
        "/change TEXT", "announce another change of plans", lambda _, rest: actions.LateChange(some(rest))
    ),
    "close": CoachCommand("/close [TEXT]", "end the round", lambda _, rest: actions.EndRound(rest)),
}
"""The coach's commands by name; plain mode and the coach's line on the screen share them."""
