"""Hand-off notes: what the interviewers of one round leave for those of the next, each resting on a turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

import msgspec

from simulator.feedback import observe
from simulator.interview.lines import Line
from simulator.interview.settling import CHOICES
from simulator.interview.weighing import CONCERN, how_weak, without_own_marks
from simulator.text import in_words, one_line, word_count
from simulator.transcript.reading import NO_ANSWER, Exchange, exchanges, standing
from simulator.transcript.turns import AgendaItem, HandOff, NoteKind, Transcript, Turn

if TYPE_CHECKING:
    from simulator.content.schemas import Question
    from simulator.interview.state import State

ENOUGH_TO_STAND_OUT = 40
"""Words an answer needs to be a strong point: a short sound one is simply sound."""

OPEN_KINDS: frozenset[NoteKind] = frozenset({"concern", "knowledge_gap", "motivation_gap", "unanswered"})
"""Notes of something that the next round comes back to."""

_GAPS: dict[str, NoteKind] = {"technical": "knowledge_gap", "motivation": "motivation_gap"}
_SAID = {
    "as_said": "Pointed at an earlier answer and did not give it here.",
    "evasive": "Did not answer what was asked.",
    "no_example": "Spoke of how things are in general; no case of their own.",
    "no_own_part": "A case, but not what they did in it themselves.",
    "no_result": "A case, but not how it ended.",
    "no_figure": "Asked for an amount, and named none.",
    "vague": "Nothing particular in it: no number, name or time.",
    "short": "Very brief.",
    "no_case": "Has had no such case.",
}
"""What an observation reads like in an interviewer's notes."""

_LEFT = dict.fromkeys(NO_ANSWER, "Not answered") | {
    "put_off": "Put off, and not answered",
    "declined": "Preferred not to say",
}
"""What a question was left with that has no answer."""


def notes_left(state: State) -> Iterator[Line]:
    """Yield the notes that the interviewers of this round leave, in the order of what they rest on."""
    plan = state.plan
    known = plan.questions
    rated = {known[each.question].competency for each in plan.header.earlier if each.question in known}
    competencies = {question.competency for question in known.values()} - rated
    closing = next(turn.n for turn in reversed(state.turns) if turn.kind == "closing")
    for note in _notes(state.turns, plan.questions, competencies, closing=closing):
        yield Line(
            kind="handoff",
            speaker=note.author if note.author in state.present else state.lead.id,
            question=note.question,
            competency=note.competency,
            why=note.kind,
            rests_on=note.cause,
            text=note.text,
        )


def notes_of(transcript: Transcript, questions: Mapping[str, Question]) -> tuple[HandOff, ...]:
    """Return the notes of one round as the next one reads them: with the coach's edits, and withdrawn ones left out.

    A round that was written down from memory, or broke off, has none of its own: they are worked out from its answers.
    """
    left = [turn for turn in transcript.turns if turn.kind == "handoff"]
    if not left:
        last = transcript.turns[-1].n if transcript.turns else 0
        found = [*_notes(transcript.turns, questions, (), closing=last), *_remembered(transcript.turns)]
        return tuple(_worked_out(transcript, note) for note in found)
    edits = {turn.cause: turn for turn in transcript.turns if turn.kind == "edit_note"}
    return tuple(
        _stored(transcript, turn, edits.get(turn.n)) for turn in left if turn.n not in edits or edits[turn.n].text
    )


def _stored(transcript: Transcript, turn: Turn, edit: Turn | None) -> HandOff:
    return HandOff(
        transcript=transcript.header.id,
        n=turn.n,
        kind=cast("NoteKind", (edit and edit.why) or turn.why),
        author=transcript.header.speaker(turn.speaker),
        question=turn.question,
        competency=turn.competency,
        cause=turn.rests_on,
        text=edit.text if edit else turn.text,
    )


def _remembered(turns: Sequence[Turn]) -> Iterator[HandOff]:
    """Yield what the candidate thought to have worried the interviewers of a round written down from memory."""
    for turn in turns:
        if turn.kind == "note" and turn.why == "their_concern":
            yield HandOff(kind="concern", cause=turn.rests_on, question=turn.question, text=one_line(turn.text, 300))


def _worked_out(transcript: Transcript, note: HandOff) -> HandOff:
    author = transcript.header.speaker(note.author) if note.author else ""
    return msgspec.structs.replace(note, transcript=transcript.header.id, author=author)


def _notes(
    turns: Sequence[Turn], questions: Mapping[str, Question], competencies: Iterable[str], *, closing: int
) -> Iterator[HandOff]:
    """Yield the notes on `turns`; the author is an interviewer's id, empty for whoever leads."""
    said = exchanges(turns)
    known = without_own_marks(turns)
    marks = {each.asked.n: how_weak(each, questions.get(each.question), known) for each in said}
    for each in said:
        if note := _of_exchange(each, questions.get(each.question), marks[each.asked.n]):
            yield note
    yield from _of_findings(turns)
    yield from _mixed(said, questions, marks)
    rated = {questions[each.question].competency for each in said if each.answers and each.question in questions}
    for competency in sorted(set(competencies) - rated):
        text = f"Nothing heard yet about {in_words(competency)}."
        yield HandOff(kind="unrated", cause=closing, competency=competency, text=text)


def _of_exchange(exchange: Exchange, question: Question | None, weak: int) -> HandOff | None:
    """Return the note on one exchange, if it is worth one."""
    if exchange.forgotten:
        return None
    left = "Passed over" if exchange.skipped else _LEFT.get(exchange.why_aside, "No answer was heard")
    note = HandOff(
        kind="unanswered",
        cause=exchange.asked.n,
        author=exchange.asker,
        question=exchange.question,
        competency=question.competency if question else "",
        text=f"{left}: “{one_line(exchange.asked.wording, 120)}”",
    )
    if not exchange.answers:
        return note
    kind = question.kind if question else "background"
    seen = observe(exchange.text, kind=kind, seconds=question.seconds if question else 60)
    if weak >= CONCERN:
        text = _SAID[seen[0].kind] if seen else "There was less in it than was asked for."
        text = f"{text} {exchange.noted}".rstrip()
        return msgspec.structs.replace(note, kind=_GAPS.get(kind, "concern"), cause=exchange.said[-1].n, text=text)
    told = word_count(exchange.text) >= ENOUGH_TO_STAND_OUT and not any(turn.spoken for turn in exchange.answers)
    if not weak and not seen and told and kind == "behavioural":
        text = "A case of their own, with their part in it and how it ended."
        case = max(exchange.said, key=lambda turn: word_count(turn.text))
        return msgspec.structs.replace(note, kind="strong", cause=case.n, text=text)
    return None


def _of_findings(turns: Sequence[Turn]) -> Iterator[HandOff]:
    """Yield a concern for each difference that was noticed and not cleared up in the room."""
    cleared = {(turn.first, turn.second) for turn in turns if turn.kind == "settled" and turn.why in CHOICES}
    for turn in standing(turns):
        if turn.kind == "finding" and (turn.first, turn.second) not in cleared:
            text = f"“{turn.first}” before, “{turn.second}” now; not cleared up."
            yield HandOff(kind="concern", cause=turn.n, author=turn.speaker, question=turn.question, text=text)


def _mixed(said: Sequence[Exchange], questions: Mapping[str, Question], marks: Mapping[int, int]) -> Iterator[HandOff]:
    """Yield a note for each area in which one answer was sound and another was not."""
    areas: dict[str, list[Exchange]] = {}
    for each in said:
        if each.question in questions and each.answers:
            areas.setdefault(questions[each.question].competency, []).append(each)
    for competency, found in areas.items():
        weak = [each for each in found if marks[each.asked.n] >= CONCERN]
        if weak and len(weak) < len(found):
            area = in_words(competency)
            text = f"Mixed on {area}: {len(found) - len(weak)} of {len(found)} answers stood by themselves."
            yield HandOff(kind="mixed", cause=weak[0].said[-1].n, competency=competency, text=text)


def note_behind(item: AgendaItem, notes: Iterable[HandOff], competency: str) -> HandOff | None:
    """Return which of `notes` an item of the agenda follows from; `competency` is its question's.

    Several notes may rest on one turn, such as those on what nobody asked about: they rest on the closing.
    """
    same = [note for note in notes if item.note and note.pointer == item.note]
    fitting = [note for note in same if note.question == item.question] or [
        note for note in same if not note.question and note.competency in ("", competency)
    ]
    return next(iter(fitting), None)


def withdrawn(transcript: Transcript) -> frozenset[str]:
    """Return the questions whose open notes the coach has withdrawn: nobody comes back to them."""
    gone = {turn.cause for turn in transcript.turns if turn.kind == "edit_note" and not turn.text}
    return frozenset(turn.question for turn in transcript.turns if turn.n in gone and turn.why in OPEN_KINDS)
