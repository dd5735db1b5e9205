"""What a panel does that one interviewer can't: pick up a colleague's question, refer to it, keep the time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.content.templates import render
from simulator.content.wordings import content_words
from simulator.interview.chance import number, shuffled
from simulator.interview.lines import Line, about
from simulator.interview.speech import context, opening_words, person, say
from simulator.interview.weighing import CONCERN, how_weak
from simulator.text import first_name, word_count
from simulator.transcript.reading import Exchange, exchanges, time_cut

if TYPE_CHECKING:
    from simulator.content.schemas import Persona, Question
    from simulator.interview.state import State
    from simulator.transcript.turns import AgendaItem

WORDS_A_MINUTE = 140
"""How fast people speak in an interview."""

ENOUGH_TO_PICK_UP = 25
"""Words an answer needs before somebody else takes it further."""

ONE_IN = 3
"""Of so many answers that could be taken further by somebody else, one is."""

NEAR_THE_END = 2
"""Questions left when the timekeeper speaks for the second time."""

MOST_CALLBACKS = 2
"""Questions of one round that begin with what a colleague was told."""

SHARED = 2
"""Words that carry the subject and stand in two questions that are near one another."""

LENS = "lens"
"""The line, and the trigger, of a follow-up by somebody else than who asked."""


def may_probe(state: State, me: Persona) -> bool:
    """Tell whether `me` may follow up in this room."""
    panel = state.plan.content.panel
    members = panel.members if panel else ()
    return state.plan.round.probing and all(member.may_probe for member in members if member.persona == me.id)


def lens(state: State, me: Persona) -> Line | None:
    """Return how another member takes the answer just given further, seeing it as what they are.

    Never in a structured round or where one asks for all; once for a question and once for a member.
    """
    panel, item = state.plan.content.panel, state.item
    question = state.plan.questions.get(item.question) if item else None
    if panel is None or question is None or panel.turn_policy == "lead_only" or state.plan.round.mode == "structured":
        return None
    told = sum(word_count(turn.text) for turn in state.answers) >= ENOUGH_TO_PICK_UP
    if question.kind not in ("behavioural", "technical") or not told or number(_seed(state), LENS, item) % ONE_IN:
        return None
    taken = {turn.speaker for turn in state.turns if turn.kind == "probe" and turn.why == LENS}
    if state.open_line is None or any(probe.why == LENS for probe in state.probes):
        return None
    others = [each for each in state.people if each.id not in {me.id, state.open_line.speaker, *taken, *state.played}]
    able = [each for each in others if may_probe(state, each) and each.manner.probes]
    if not able:
        return None
    by_id = {each.id: each for each in able}
    other = by_id[shuffled(list(by_id), _seed(state), LENS, question.id)[0]]
    return about(state, "probe", other, say(state.plan, other, LENS, question.id, other=person(me)), LENS)


def callback(state: State, me: Persona, item: AgendaItem) -> tuple[str, int]:
    """Return how `me` refers to what a colleague was told on the same subject, and the number of that question's turn.

    An empty text and 0 stand for nothing: nobody does it twice, and in one round it is done twice at most.
    """
    questions = state.plan.questions
    asked = questions.get(item.question)
    done = [turn.speaker for turn in state.turns if turn.kind == "question" and turn.rests_on]
    if state.plan.content.panel is None or asked is None or me.id in done or len(done) == MOST_CALLBACKS:
        return "", 0
    for exchange in reversed(exchanges(state.turns)):
        before = questions.get(exchange.question)
        told = sum(word_count(turn.text) for turn in exchange.answers) >= ENOUGH_TO_PICK_UP
        if before is None or not told or exchange.asker == me.id or exchange.asker not in state.present:
            continue
        if _near(asked, before, exchange) and how_weak(exchange, before) < CONCERN:
            earlier = {
                "asker": first_name(state.plan.people[exchange.asker].name),
                "mine": False,
                "quote": opening_words([turn.text for turn in exchange.said]),
                "round": state.plan.round.title,
            }
            return say(state.plan, me, "callback", item.question, earlier=earlier), exchange.asked.n
    return "", 0


def _near(asked: Question, before: Question, exchange: Exchange) -> bool:
    """Tell whether a question is on the subject of an exchange: one competency, or two words that carry it."""
    said = content_words(f"{exchange.asked.wording} {exchange.text}")
    return asked.competency == before.competency or len(content_words(asked.wordings[0]) & said) >= SHARED


def timekeeping(state: State) -> Line | None:
    """Return what the timekeeper says: half way, and when few questions are left."""
    panel = state.plan.content.panel
    if panel is None or panel.timekeeper not in state.present or panel.timekeeper in state.played or not state.asked:
        return None
    ahead = sum(bool(item.question) for item in state.agenda)
    left = minutes_left(state)
    due = {
        # Cut time has no middle that anybody could have planned for.
        "half_time": state.asked >= ahead > NEAR_THE_END and time_cut(state.turns) is None,
        "last_questions": ahead == NEAR_THE_END,
    }
    for what, is_due in due.items():
        texts: tuple[str, ...] = getattr(panel, what)
        if is_due and texts and what not in state.told_time:
            keeper = state.plan.people[panel.timekeeper]
            words = {**context(state.plan, keeper), "time": {"left": left}}
            text = render(texts[number(_seed(state), what) % len(texts)], words)
            return Line(kind="time", speaker=keeper.id, text=text, why=what, minutes=left)
    return None


def minutes_left(state: State) -> int:
    """Return the minutes there are left, at least 1: less as long as it takes to say what was said.

    They are the round's minutes, or those that were left when the time was cut.
    """
    cut = time_cut(state.turns)
    since = [turn for turn in state.turns if cut is None or turn.n > cut.n]
    said = sum(word_count(turn.text) for turn in since if turn.visible == "all")
    quiet = sum(turn.seconds for turn in since if turn.kind == "wait")
    minutes = cut.minutes if cut else state.plan.round.minutes
    return max(round(minutes - said / WORDS_A_MINUTE - quiet / 60), 1)


def _seed(state: State) -> int:
    return state.plan.header.seed
