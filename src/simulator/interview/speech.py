"""Putting lines into words: who says which of their alternatives, filled in with what they know."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.content.schemas import Persona
from simulator.content.templates import render
from simulator.interview.chance import pick
from simulator.interview.plan import Plan
from simulator.interview.state import State
from simulator.text import first_name, one_line
from simulator.transcript.reading import ASKED, NO_ANSWER, PUT_OFF, TOLD_HERE
from simulator.transcript.turns import LINES, AgendaItem, EarlierExchange

READ_OUT = 110
"""Characters of an earlier answer that an interviewer reads out."""


def names(*people: str) -> str:
    """Return names as one says them: "A", "A and B", "A, B and C"."""
    return " and ".join(filter(None, [", ".join(people[:-1]), *people[-1:]]))


def context(plan: Plan, me: Persona) -> dict[str, object]:
    """Return what every line of `me` may speak of."""
    process = plan.content.process
    return {
        "me": person(me),
        "candidate": {"name": plan.header.candidate, "first_name": first_name(plan.header.candidate)},
        "company": {"name": process.company.name},
        "position": {"title": process.position.title},
        "round": {
            "title": plan.round.title,
            "minutes": plan.round.minutes,
            "questions": sum(item.why != "closing" for item in plan.header.agenda),
        },
        "others": names(*(each.name for each in plan.personas.values() if each.id != me.id)),
    }


def person(persona: Persona) -> dict[str, str]:
    """Return a persona as lines know one."""
    return {"name": persona.name, "first_name": first_name(persona.name), "title": persona.title}


def earlier_context(
    state: State, exchange: EarlierExchange, me: Persona, quote: str = "", before: str = ""
) -> dict[str, object]:
    """Return what `me` knows of an earlier exchange.

    `quote` is the passage meant, else the answer's beginning; `before` is what `me` says before it in the same breath.
    """
    return {
        "earlier": {
            "asker": _called(state, exchange, before),
            "mine": exchange.asker_id == me.id,
            "quote": quote or opening_words(exchange.answers),
            "round": exchange.round,
        }
    }


def _called(state: State, exchange: EarlierExchange, before: str) -> str:
    """Return whoever asked an earlier question as one speaks of them: by the whole name once, by the first one then."""
    asker = state.plan.header.person(exchange.asker_id)
    name = asker.name if asker else exchange.asker
    if asker is None or sum(first_name(each.name) == first_name(name) for each in state.plan.people.values()) > 1:
        return exchange.asker
    here = asker.id in state.present
    named = here or name in before or any(turn.kind in LINES and name in turn.text for turn in state.turns)
    return first_name(name) if named else name


def opening_words(answers: Sequence[str]) -> str:
    """Return the beginning of the longest answer, as much as one would read out of one's notes."""
    text = one_line(max(answers, key=len, default=""), 2_000)
    if len(text) <= READ_OUT:
        return text.removesuffix(".")
    end = max(text.rfind(mark, 0, READ_OUT) for mark in (". ", "! ", "? "))
    return text[:end] if end > 0 else _whole_words(text)


def _whole_words(text: str) -> str:
    """Return as much of a long sentence as one reads out: up to a comma in its second half, else up to a word."""
    comma = max(text.rfind(mark, READ_OUT // 2, READ_OUT) for mark in (", ", "; "))
    end = comma if comma > 0 else text.rfind(" ", 0, READ_OUT)
    return f"{text[:end] if end > 0 else text[: READ_OUT - 1]}…"


def say(plan: Plan, me: Persona, line: str, *key: object, turn: int = 0, **more: object) -> str:
    """Return what `me` says for one of their lines; `key` and `turn` choose among its alternatives."""
    options: tuple[str, ...] = getattr(me.lines, line)
    text = render(pick(options, plan.header.seed, line, me.id, *key, turn=turn), {**context(plan, me), **more})
    return text[:1].upper() + text[1:]  # a line may begin with "your first interviewer"


def unsaid(state: State, me: Persona, options: Sequence[str], *key: object, turn: int = 0) -> str:
    """Return one of `options`, filled in for `me`: one that nobody has said yet, in this round or those before it.

    Where all were said, one of them is said again; `key` and `turn` choose as in `pick`.
    """
    words = context(state.plan, me)
    texts = [render(option, words) for option in options]
    said = [*state.plan.header.said, *(line.text for line in state.turns if line.kind in LINES)]
    left = [text for text in texts if not any(text in each for each in said)]
    return pick(left, state.plan.header.seed, *key) if left else pick(texts, state.plan.header.seed, *key, turn=turn)


def ask(state: State, me: Persona, item: AgendaItem) -> tuple[str, str]:
    """Return what leads over to a question, if anything does, and how `me` puts it: new, again, or deeper."""
    plan = state.plan
    exchange = _heard(plan, me, item)
    if item.why == "closing":
        return "", say(plan, me, "your_questions")
    if item.question in state.own_words:
        return "", state.own_words[item.question]
    if item.why == "form":
        return _form(state, me), worded(plan, me, item.question, exchange)
    if item.why == "neighbour":
        return _bridge(state, me, "nearby"), worded(plan, me, item.question)
    if item.why == PUT_OFF:
        return _bridge(state, me, "back_to_it"), _as_before(state, me, item)
    if exchange is None:
        return "", worded(plan, me, item.question)
    return _come_back_to(state, me, item, exchange)


def _come_back_to(state: State, me: Persona, item: AgendaItem, exchange: EarlierExchange) -> tuple[str, str]:
    """Return how `me` takes up an exchange of a round before: the preface that is theirs, and the question."""
    plan, question = state.plan, state.plan.questions.get(item.question)
    line = "more" if item.why == "elaborate" and question is None else item.why
    if line == "concern" and not item.note:  # the candidate's own doubt: nobody here noted anything missing
        line = "repeat"
    preface = say(plan, me, line, turn=state.prefaces[me.id, line], **earlier_context(state, exchange, me))
    if item.why == "elaborate":
        if question is None:
            return "", preface
        everything = {**context(plan, me), **earlier_context(state, exchange, me, before=preface)}
        return preface, render(pick(question.deeper, plan.header.seed, "deeper", item.question), everything)
    if question is None:
        return preface, one_line(exchange.asked, 600)
    return preface, worded(plan, me, item.question, exchange)


def _bridge(state: State, me: Persona, line: str) -> str:
    """Return what leads over to a question, where `me` has such a line."""
    options: tuple[str, ...] = getattr(me.lines, line)
    return unsaid(state, me, options, line, me.id) if options else ""


def _as_before(state: State, me: Persona, item: AgendaItem) -> str:
    """Return a question that was put off, in words it has not been put in where there are any."""
    if question := state.plan.questions.get(item.question):
        return unsaid(state, me, question.wordings, "put off", item.question)
    exchange = _heard(state.plan, me, item)
    return one_line(exchange.asked, 600) if exchange else ""


def told_here(state: State, me: Persona, item: AgendaItem) -> str:
    """Return how `me` quotes what was told already for a question, before it was put; empty where nothing was."""
    quote = next((turn.first for turn in state.turns if turn.why == TOLD_HERE and turn.question == item.question), "")
    if not quote or not me.lines.told_here:
        return ""
    return say(state.plan, me, "told_here", turn=state.asked, now={"quote": quote})


def worded(plan: Plan, me: Persona, name: str, exchange: EarlierExchange | None = None) -> str:
    """Return a question of the banks: in its first wording where it is new, else as it was not put before."""
    words = context(plan, me)
    wordings = plan.questions[name].wordings
    if exchange is None:
        return render(wordings[0], words)
    texts = [render(wording, words) for wording in wordings]
    return pick([text for text in texts if text not in exchange.asked] or texts, plan.header.seed, "again", name)


def in_other_words(state: State, me: Persona) -> str:
    """Return the present question as it was not put yet; empty where it is in no bank, or was put deeper."""
    item, open_line = state.item, state.open_line
    if item is None or open_line is None or state.open != "question" or item.why == "elaborate":
        return ""
    question = state.plan.questions.get(item.question)
    texts = [render(wording, context(state.plan, me)) for wording in question.wordings] if question else []
    return next((text for text in texts if text not in open_line.text), "")


def put_again(state: State, me: Persona) -> str:
    """Return what the candidate is to answer once more: a follow-up as it was put, a question in other words.

    Where there are no other words, they are the same ones.
    """
    item, put, line = state.item, state.put, state.open_line
    if item is None or put is None or line is None:
        return ""
    if line.kind == "challenge" or (line.kind == "probe" and line.why not in NO_ANSWER):
        return line.text
    question = state.plan.questions.get(item.question) if item.why != "elaborate" else None
    texts = [render(wording, context(state.plan, me)) for wording in question.wordings] if question else []
    said = [turn.text for turn in state.turns if turn.n >= put.n]
    unsaid = [text for text in texts if not any(text in each for each in said)]
    return next(iter(unsaid or texts[-1:]), state.own_words.get(item.question, put.text))


def later(state: State, me: Persona) -> str:
    """Return what `me` says to what was asked meanwhile: never twice running in the same words."""
    times = sum(turn.kind == "noted" and turn.why in ASKED for turn in state.turns)
    return unsaid(state, me, me.lines.later, "later", me.id, turn=times)


def say_if(state: State, me: Persona, line: str, *instead: str) -> str:
    """Return what `me` says for a line that may be left out, for one of those `instead`, or nothing."""
    known = [each for each in (line, *instead) if getattr(me.lines, each)]
    return unsaid(state, me, getattr(me.lines, known[0]), known[0], me.id, turn=state.asked) if known else ""


def _form(state: State, me: Persona) -> str:
    """Return what begins the questions for the form; empty once they have begun."""
    first = not any(turn.why == "form" for turn in state.turns if turn.kind == "question")
    return say(state.plan, me, "form") if first else ""


def _heard(plan: Plan, me: Persona, item: AgendaItem) -> EarlierExchange | None:
    """Return the exchange an item comes back to, the one that `me` had with the candidate where there was one."""
    meant = plan.earlier.get(item.earlier)
    mine = [each for each in plan.header.earlier if each.question == item.question and each.asker_id == me.id]
    return mine[-1] if meant and mine else meant
