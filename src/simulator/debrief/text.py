"""A debrief as plain text: the same on paper, in a terminal without colour, and read aloud."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.debrief import judged_text
from simulator.debrief.paragraphs import heading, headings, wrapped
from simulator.debrief.places import named
from simulator.debrief.report import Debrief, ExchangeEntry, FindingEntry, Passage
from simulator.interview.settling import CHOICES
from simulator.interview.speech import names
from simulator.text import one_line
from simulator.transcript.notes import by_kind
from simulator.transcript.turns import employer_words

HEADINGS = {
    "WARN": "Different from what you said before",
    "SOFT": "Close, but not quite the same",
    "REMARK": "Worth knowing",
}
UNWRAPPED = 10_000_000
"""Columns no paragraph reaches: each stays on one line."""

MOST_REMARKS = 5
"""Things worth knowing that are told: more would drown those that matter."""

KINDS = {
    "changed_fact": "a fact changed",
    "reversed": "turned round",
    "changed_preference": "another preference",
    "changed_reason": "another reason",
    "variance": "a small difference",
    "left_out": "left out this time",
    "new_detail": "new this time",
    "other_example": "another example",
    "evasive": "not answered again",
    "near_verbatim": "almost word for word",
}
WHYS = {
    "fresh": "new",
    "repeat": "asked again",
    "elaborate": "asked to go deeper",
    "concern": "came back because the first answer left something open",
    "form": "for the form",
}
MOTIVES = {"own_ears": "to hear it with their own ears", "check": "to check it against the notes"}
ASIDE = {
    "foreign": "not in English, so not judged",
    "asks_again": "a question about the question",
    "put_off": "put off for later",
    "asks_back": "a question back",
    "told_already": "the same words as to another question",
    "off_question": "no answer to what was asked",
    "no_fact": "what was asked for was not named",
    "which": "you asked which was meant",
    "thinking": "you asked for a moment to think",
    "declined": "you preferred not to say",
    "closed": "you had no more to say",
    "cut_in": "to what was asked in between",
}
TRIGGERS = {
    "short": "the answer was short",
    "vague": "nothing particular was named",
    "no_example": "no case was told",
    "no_own_part": "your own part was missing",
    "no_result": "the outcome was missing",
    "no_figure": "a figure was missing",
    "evasive": "the question was not answered",
    "one_sided": "only one side was told",
    "as_said": "it only pointed at an earlier answer",
    "foreign": "the answer was not in English",
    "asks_again": "you asked what was meant",
    "asks_back": "you asked something back",
    "told_already": "you had said the same to another question",
    "off_question": "the question was not answered",
    "no_fact": "what was asked for was not named",
    "coach": "the coach asked for it",
}


def as_text(debrief: Debrief, width: int = 78, *, short: bool = False) -> str:
    """Return `debrief` as text, wrapped to `width` columns (20 or more); `short` leaves all but its beginning out."""
    return "\n".join((_beginning if short else lines)(debrief, max(width, 20))) + "\n"


def lines(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield the lines of `debrief`, wrapped to `width` columns."""
    yield from _beginning(debrief, width)
    yield from _sections(debrief, width)


def _beginning(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield what is needed first: how the round went, what to do next time, and what else there is to read."""
    title = f"{debrief.title}: {debrief.candidate}, {debrief.on:%Y-%m-%d}"
    yield from wrapped(title, width)
    yield "=" * min(len(title), width)
    place = ", ".join(filter(None, [debrief.position, debrief.company]))
    yield from wrapped(f"{place}. With {', '.join(debrief.interviewers)}.", width)
    if debrief.recalled:
        yield from wrapped("Written down from memory.", width)
    yield ""
    yield from _counts(debrief, width)
    if not debrief.ended:
        yield ""
        yield from wrapped("This interview is not finished. What interviewers noticed is shown once it is.", width)
    yield ""
    yield from _compared(debrief, width)
    if debrief.judged:
        yield from judged_text.outcome(debrief.judged, width)
        yield from judged_text.advice(debrief, debrief.judged, width)
    if further := headings(_sections(debrief, UNWRAPPED)):
        yield from heading("The rest of it", width)
        yield from wrapped(f"{'; '.join(further)}.", width)


def _sections(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield the rest, under its headings."""
    yield from _noticed(debrief, width)
    yield from judged_text.concerns(debrief, width)
    yield from judged_text.brought_back(debrief, width)
    if debrief.judged:
        yield from judged_text.scorecard(debrief, debrief.judged, width)
        yield from judged_text.votes(debrief, debrief.judged, width)
        yield from judged_text.visits(debrief.judged, width)
    yield from _employer(debrief, width)
    yield from judged_text.beside(debrief, width)
    yield from judged_text.left(debrief, width)
    if debrief.exchanges:
        yield from heading("Question by question", width)
    for number, exchange in enumerate(debrief.exchanges, start=1):
        yield from _exchange(number, exchange, width)
    if debrief.ended and not debrief.recalled:
        yield from _asked_in_return(debrief, width)
    if debrief.notes:
        yield from heading("Your notes", width)
    for text in by_kind(debrief.notes):
        yield from wrapped(one_line(text, 600), width, "- ", "  ")


def _employer(debrief: Debrief, width: int) -> Iterator[str]:
    if debrief.employer:
        yield from heading("Would you want to work there?", width)
    for entry in debrief.employer:
        words = employer_words(entry.aspect, entry.score, one_line(entry.text, 600))
        yield from wrapped(words, width, "- ", "  ")


def _asked_in_return(debrief: Debrief, width: int) -> Iterator[str]:
    yield from heading("What you asked", width)
    for text in debrief.candidate_questions:
        yield from wrapped(one_line(text, 600), width, "- ", "  ")
    if debrief.broken_off:
        yield from wrapped("The round was ended before your turn to ask had come.", width)
        return
    if not debrief.candidate_questions:
        yield from wrapped("Nothing. You choose them as well: have two or three questions with you.", width)
    if not debrief.next_step_asked:
        yield from wrapped("You left without asking what comes next and whom you would meet.", width)


def _noticed(debrief: Debrief, width: int) -> Iterator[str]:
    for severity, title in HEADINGS.items():
        entries = [entry for entry in debrief.findings if entry.severity == severity and entry.kind != "new_detail"]
        if severity == "REMARK":  # new detail is what a second answer is for, and a handful of the rest is enough
            entries = entries[:MOST_REMARKS]
        if entries:
            yield from heading(title, width)
        for number, entry in enumerate(entries, start=1):
            yield from _finding(number, entry, debrief, width)
    if debrief.retold:
        yield from heading("The same story for several questions", width)
    for again in debrief.retold:
        yield from _passage("then", again.earlier, debrief, width)
        yield from _passage("now", again.now, debrief, width)
        yield from _also(again.also, width)
        yield ""


def _counts(debrief: Debrief, width: int) -> Iterator[str]:
    parts = [f"{debrief.asked} asked", f"{debrief.answered} answered", f"{debrief.skipped} passed over"]
    parts += [f"{debrief.unanswered} without an answer"] * bool(debrief.unanswered)
    parts += [f"{debrief.forgotten} not remembered"] * bool(debrief.forgotten)
    parts += [f"{debrief.probed} followed up", f"{debrief.challenged} challenged"]
    yield from wrapped(f"Questions: {', '.join(parts)}.", width)
    foreign = sum(len(each.aside) for each in debrief.exchanges if each.why_aside == "foreign")
    if foreign:
        answers = "One answer was" if foreign == 1 else f"{foreign} answers were"
        yield from wrapped(f"{answers} not in English: nothing is judged or compared there.", width)


def _compared(debrief: Debrief, width: int) -> Iterator[str]:
    if not debrief.ended:
        return
    if not debrief.earlier_exchanges:
        yield from wrapped("No question had been answered in an earlier round: nothing to compare.", width)
        return
    yield from wrapped(
        f"{debrief.facts_compared} of {debrief.facts} facts compared, from {debrief.earlier_exchanges} earlier "
        f"{'answer' if debrief.earlier_exchanges == 1 else 'answers'} to the same questions.",
        width,
    )
    if debrief.unread:
        yield from wrapped(not_read(debrief.unread), width)
    if not any(entry.severity == "WARN" for entry in debrief.findings):
        if debrief.facts_compared:
            yield from wrapped("None of the facts compared was different.", width)
    else:
        yield from wrapped(
            "A difference is no fault: people leave out and misremember. Know which is right before you are asked.",
            width,
        )


def not_read(pairs: int) -> str:
    """Return what is said of answers that could not be compared."""
    answers = "One answer is" if pairs == 1 else f"{pairs} answers are"
    return f"{answers} not in English, or the earlier one is not: nothing was compared there."


def _finding(number: int, entry: FindingEntry, debrief: Debrief, width: int) -> Iterator[str]:
    raised = "; brought up in the room" if entry.raised else ""
    yield from wrapped(f"{KINDS.get(entry.kind, entry.kind)}{raised}. {entry.reason}", width, f"{number}. ", "   ")
    yield from _passage("then", entry.earlier, debrief, width)
    yield from _passage("now", entry.now, debrief, width)
    if entry.settled:
        yield from wrapped(f"You said: {CHOICES[entry.settled]}.", width, "   ", "   ")
    yield from _also(entry.also, width)
    yield ""


def _also(turns: tuple[int, ...], width: int) -> Iterator[str]:
    if turns:
        more = f"turn {turns[0]}" if len(turns) == 1 else f"turns {names(*map(str, turns))}"
        yield from wrapped(f"The same again in {more}.", width, "   ", "   ")


def _passage(when: str, passage: Passage, debrief: Debrief, width: int) -> Iterator[str]:
    if not passage.quote:
        return
    place = named(passage.n, passage.transcript if passage.transcript != debrief.transcript else "")
    yield from wrapped(f"“{passage.words}” ({place})", width, f"   {when:>4}: ", " " * 9)
    where = f"{passage.round}, to {passage.interviewer}: {one_line(passage.question, 120)}"
    yield from wrapped(where, width, " " * 9, " " * 9)


def _exchange(number: int, exchange: ExchangeEntry, width: int) -> Iterator[str]:
    asked = f"{exchange.interviewer}: {exchange.asked} ({named(exchange.n)})"
    yield from wrapped(asked, width, f"{number}. ", "   ")
    reason = WHYS.get(exchange.why, "")
    if exchange.motive:
        reason += f", {MOTIVES[exchange.motive]}"
    if exchange.earlier:
        reason += f"; see {named(exchange.earlier.n, exchange.earlier.transcript)}"
    if reason:
        yield from wrapped(f"({reason})", width, "   ", "   ")
    if exchange.because:
        yield from wrapped(f"From the notes. {exchange.because}", width, "   ", "   ")
    for answer in exchange.aside:
        yield from wrapped(f"{one_line(answer, 600)} ({ASIDE[exchange.why_aside]})", width, "   > ", "     ")
    if exchange.skipped or not exchange.answers:
        yield "   Passed over." if exchange.skipped else "   Not answered."
    for answer in exchange.answers:
        again = f" ({ASIDE['told_already']})" if answer in exchange.told_already else ""
        yield from wrapped(one_line(answer, 600) + again, width, "   > ", "     ")
    for follow in exchange.follow_ups:
        label = "Challenged" if follow.kind == "challenge" else "Followed up"
        why = f", because {TRIGGERS[follow.why]}" if follow.why in TRIGGERS else ""
        yield from wrapped(f"{label}{why}: {follow.text}", width, "   + ", "     ")
    if exchange.tip:
        yield from wrapped(f"Tip: {exchange.tip}", width, "   ", "   ")
    yield ""
