"""Following up: what an answer calls for, asked for once, asked again once, then left and noted."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from simulator.content.schemas import ANSWERED_BY_CASE, Persona, Probe, Question
from simulator.content.templates import render
from simulator.feedback import observe
from simulator.feedback.dodges import leaves_open
from simulator.feedback.heat import heat_in
from simulator.feedback.listening import is_on_the_way, is_one_figure, looks_ahead, parts_left_out
from simulator.feedback.sides import is_one_sided, tells_only_we
from simulator.feedback.telling import stands_by_itself
from simulator.interview.chance import number, pick
from simulator.interview.hearing import says_yes_or_no
from simulator.interview.lines import Line, about
from simulator.interview.speech import context, later, put_again, say, unsaid
from simulator.interview.state import State
from simulator.interview.told import is_told
from simulator.text import one_line
from simulator.transcript.reading import NO_ANSWER, REQUESTS, joined
from simulator.transcript.turns import AgendaItem

IN_FULL = "as_said"
"""The trigger of an answer that only points at an earlier one: the interviewer asks to hear it in full."""

PART = "part"
"""The trigger of an answer that leaves a part of the question out."""

NO_CASE = "no_case"
"""What is seen in an answer that says there has been no such case: no evasion, and no reason to insist."""

ASKED_AGAIN = frozenset({"evasive", "no_example", "no_own_part", "no_result", "no_figure"})
"""What is worth asking for a second time where the first time brought nothing."""

_MISSING = {
    "evasive": "an answer to the question",
    "no_example": "a case of their own",
    "no_own_part": "their own part",
    "no_result": "how it ended",
    "no_figure": "an amount",
}
"""What is asked for, as it reads in a note."""

_BEFORE_AGAIN = {"foreign": "not_followed", "told_already": "told_already"}
"""The line before a question that is asked again, by why the answer did not take it up."""

_THIN = ("vague", "short")
"""What an answer lacks where nothing particular is missing: it is asked for last."""

HEAT = "heat"
"""Why something is noted that was said in anger."""


def probe_for(state: State, me: Persona, most: int) -> tuple[str, str] | None:
    """Return (trigger, text) of the follow-up that the answers so far call for.

    An answer that does not take up the question has it asked again, once, whatever else there is to ask. At most `most`
    different things are asked for about one question, one of them twice; parts of the question that were left out come
    on top, each once. None where the answer stands, or nothing more is to be had.
    """
    question = state.question
    if state.item is None or not most:
        return None
    if state.aside:
        return _asked_again(state, me)
    if question is None:
        return None
    tried = [probe.why for probe in state.probes]
    again = () if state.plan.round.mode == "structured" else ASKED_AGAIN
    asked_for = {why for why in tried if not why.startswith(PART) and why not in NO_ANSWER}
    for trigger in _triggers(state, me, question):
        if trigger == NO_CASE or (state.item.why == "elaborate" and trigger != IN_FULL):
            return None  # a probe belongs to the question as it was first put, not to a deeper one
        if trigger in tried and (trigger != tried[-1] or len(tried) > len(set(tried)) or trigger not in again):
            continue
        if trigger not in tried and len(asked_for) >= most:
            continue
        if trigger == IN_FULL:
            return IN_FULL, say(state.plan, me, "in_full", turn=state.asked)
        if text := probe_text(state, me, trigger, again=trigger in tried):
            return trigger, text
    return _part_left_out(state, me, question, tried)


def _asked_again(state: State, me: Persona) -> tuple[str, str] | None:
    """Return the question once more for an answer that did not take it up; a question back does not use that up."""
    before = {probe.why for probe in state.probes} & NO_ANSWER
    if state.aside in before | REQUESTS or before - {"asks_back"}:
        return None
    if state.aside == "no_fact" and (text := probe_text(state, me, "no_figure")):
        return "no_fact", text
    if state.aside == "asks_back":
        return state.aside, f"{later(state, me)} {put_again(state, me)}".rstrip()
    line = _BEFORE_AGAIN.get(state.aside, "ask_again")
    words = unsaid(state, me, getattr(me.lines, line), line, me.id, turn=state.asked)
    return state.aside, f"{words} {put_again(state, me)}".rstrip()


def _triggers(state: State, me: Persona, question: Question) -> Iterator[str]:
    """Yield what the answers so far call for, the most important first."""
    said = joined([turn.text for turn in state.answers])
    if me.role == "higher_up" and is_on_the_way(said):
        yield "stepping_stone"
    seen = [each.kind for each in observe(said, kind=question.kind, seconds=question.seconds)]
    if state.answers and IN_FULL not in seen and _only_points(state.answers[-1].text, question):
        yield IN_FULL
    facts = {slot.kind for slot in state.plan.slots(state.item.question)} if state.item else set[str]()
    if "as_said" not in seen and _is_left_open(said, question, facts):
        seen = ["evasive", *seen]
    if "evasive" in seen and facts - {"story"}:
        seen.insert(seen.index("evasive") + 1, "no_figure")  # where the question has nothing else to insist with
    if "no_example" in seen and "no_case" not in seen and tells_only_we(said):
        yield "no_own_part"
    yield from (kind for kind in seen if kind not in _THIN)
    if is_one_sided(said):
        yield "one_sided"
    if question.kind == "salary" and is_one_figure(said):
        yield "fixed"
    if me.role == "higher_up" and not looks_ahead(said):
        yield "no_horizon"
    if not stands_by_itself(said):
        yield from (kind for kind in seen if kind in _THIN)


def _only_points(said: str, question: Question) -> bool:
    """Tell whether the last answer by itself points at an earlier one, whatever was told before it."""
    return IN_FULL in {each.kind for each in observe(said, kind=question.kind, seconds=question.seconds)}


def _is_left_open(said: str, question: Question, facts: set[str]) -> bool:
    """Tell whether a choice was not made, or a fact for the form neither named nor denied."""
    if "choice" in facts:
        return leaves_open(said, choice=True)
    return question.kind == "closing" and bool(facts) and leaves_open(said, choice=False) and not says_yes_or_no(said)


def _part_left_out(state: State, me: Persona, question: Question, tried: list[str]) -> tuple[str, str] | None:
    said = joined([turn.text for turn in state.answers])
    for part in parts_left_out(said, question.parts):
        trigger = f"{PART}: {part.name}"
        if trigger not in tried:
            return trigger, unsaid(state, me, part.say, PART, question.id, part.name)
    return None


def given_up(state: State, me: Persona) -> Line | None:
    """Return the note on what was asked for twice and did not come; None where there is nothing of the kind."""
    tried = [probe.why for probe in state.probes]
    question = state.question
    twice = next((why for why in tried if tried.count(why) > 1), "")
    if twice not in _MISSING or question is None or state.noted or twice not in _triggers(state, me, question):
        return None
    return _note(state, me, twice, f"Asked twice for {_MISSING[twice]}; it did not come.")


def heat(state: State, me: Persona) -> Line | None:
    """Return the note on heated words in the answer just given, once for each answer; nobody argues with them."""
    answer = state.reacting
    if answer is None:
        return None
    span = heat_in(answer.text)
    if span is None or any(turn.why == HEAT and turn.rests_on == answer.n for turn in state.turns):
        return None
    words = one_line(answer.text[slice(*span)], 80)
    return msgspec.structs.replace(_note(state, me, HEAT, f"Heated words: “{words}”"), first=words)


def _note(state: State, me: Persona, why: str, text: str) -> Line:
    return msgspec.structs.replace(
        about(state, "noted", me, text, why), rests_on=state.reacting.n if state.reacting else 0
    )


def probe_text(state: State, me: Persona, trigger: str, *, again: bool = False) -> str:
    """Return the present question's probe for `trigger`, in other words where it comes `again`.

    Empty where there is none, or the answer holds what it would ask for.
    """
    probe = _probe_for(state, trigger)
    if probe is None or state.item is None or (again and len(probe.say) == 1):
        return ""
    key = ("probe", state.item.question, trigger)
    if state.plan.round.mode == "structured":  # the same words for all
        return render(pick(probe.say, 0, *key), context(state.plan, me))
    said = joined([turn.text for turn in state.answers])
    left = [text for text in probe.say if not is_told(text, said)]
    if trigger == "no_example" and len(left) < len(probe.say):
        return ""  # the case it would lead to has been told
    return unsaid(state, me, left, *key, turn=int(again)) if left else ""


def unused_probe(state: State, me: Persona, trigger: str = "") -> tuple[str, str] | None:
    """Return (trigger, text) of a probe of the present question not used yet: that for `trigger`, or the first."""
    used = {probe.why for probe in state.probes}
    for probe in _probes(state):
        if probe.when not in used and trigger in ("", probe.when):
            return probe.when, unsaid(state, me, probe.say, "probe", trigger)
    return None


def _probe_for(state: State, trigger: str) -> Probe | None:
    return next((probe for probe in _probes(state) if probe.when == trigger), None)


def _probes(state: State) -> tuple[Probe, ...]:
    return state.question.probes if state.question else ()


def neighbour(state: State) -> AgendaItem | None:
    """Return the question beside one that was answered with "I have no such case": of like work or bank, and new.

    None where nobody said so, or nothing like it is left to ask; one neighbour is asked for, and no neighbour's.
    """
    plan, item = state.plan, state.item
    question = plan.questions.get(item.question) if item else None
    if question is None or item is None or item.why == "neighbour" or plan.round.mode == "structured":
        return None
    said = joined([turn.text for turn in state.answers])
    if NO_CASE not in {each.kind for each in observe(said, kind=question.kind, seconds=question.seconds)}:
        return None
    planned = {each.question for each in state.agenda} | {turn.question for turn in state.turns}
    heard = {exchange.question for exchange in plan.header.earlier}
    left = [
        name
        for name, other in plan.questions.items()
        if other.kind in ANSWERED_BY_CASE and name.partition(".")[0] in plan.round.banks and name not in planned | heard
    ]
    of_the_work = [name for name in left if plan.questions[name].competency == question.competency]
    near = of_the_work or [name for name in left if name.partition(".")[0] == item.question.partition(".")[0]]
    if not near:
        return None
    chosen = min(near, key=lambda name: number(plan.header.seed, "neighbour", item.question, name))
    return AgendaItem(question=chosen, asker=item.asker, why="neighbour")
