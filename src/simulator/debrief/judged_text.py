"""How a round was heard, as plain text: points for next time, the scorecard, the votes and the decision."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.debrief.paragraphs import heading, wrapped
from simulator.debrief.places import named
from simulator.debrief.report import (
    Advice,
    CompetencyEntry,
    ConcernEntry,
    Debrief,
    Evidence,
    Judged,
    MarkEntry,
    NoteEntry,
    TwoMarks,
    Visit,
    VoteEntry,
)
from simulator.text import in_words, one_line

PURPOSES = {
    "screening": "to find out whether to go on at all",
    "second_opinion": "so that somebody else hears you as well",
    "future_colleagues": "so that those you would work with meet you",
    "deeper": "to go deeper into what you had told before",
    "undecided": "because they could not decide after the round before",
    "see_the_place": "so that you and the place see each other",
    "decision": "to decide",
}
OUTCOMES = {
    "offer": "They would make you an offer.",
    "next_round": "They would see you again.",
    "no": "They would not go on.",
    "undecided": "They have not decided.",
}
FEW = 2
"""Marked answers up to which a vote rests on little."""

CAME_OF_IT = {"resolved": "resolved", "open": "still open", "worse": "worse than before"}
NOTES = {
    "concern": "a concern",
    "knowledge_gap": "a gap in knowledge",
    "motivation_gap": "a gap in motivation",
    "unanswered": "not answered",
    "unrated": "not covered",
    "mixed": "a mixed view",
    "strong": "a strong point",
}
MARKED_BY = {"words": "", "coach": "the coach: ", "candidate": "yourself: "}


def outcome(judged: Judged, width: int) -> Iterator[str]:
    """Yield the decision in a line."""
    if judged.decision is not None:
        yield ""
        apart = " Not all of them agree." if judged.decision.disagreement else ""
        yield from wrapped(f"{OUTCOMES[judged.decision.outcome]}{apart}", width)


def advice(debrief: Debrief, judged: Judged, width: int) -> Iterator[str]:
    """Yield the points for next time."""
    if not judged.advice:
        return
    yield from heading("For next time", width)
    for number, point in enumerate(judged.advice, start=1):
        yield from _point(number, point, debrief, width)


def _point(number: int, point: Advice, debrief: Debrief, width: int) -> Iterator[str]:
    yield from wrapped(point.text, width, f"{number}. ", "   ")
    shown = 2 if len(point.evidence) == 2 else 1  # two are set side by side, of more one is an example
    for each in point.evidence[:shown]:
        yield from _evidence(each, debrief, width)
    more = [f"({_place(each, debrief)})" for each in point.evidence[shown:] if each.quote]
    if more:
        yield from wrapped(f"Also {' and '.join(more)}.", width, "   ", "   ")
    if point.tip:
        yield from wrapped(f"Tip: {point.tip}", width, "   ", "   ")
    yield ""


def concerns(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield what came of the concerns that were taken up again."""
    if debrief.concerns:
        yield from heading("Concerns they came back to", width)
    for concern in debrief.concerns:
        yield from _concern(concern, debrief, width)


def _concern(concern: ConcernEntry, debrief: Debrief, width: int) -> Iterator[str]:
    yield from wrapped(f"{CAME_OF_IT[concern.outcome]}: {one_line(concern.asked, 200)}", width, "- ", "  ")
    if concern.earlier and concern.earlier.quote:
        yield from _evidence(concern.earlier.evidence, debrief, width)
    yield from _evidence(concern.now, debrief, width)


def brought_back(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield what had been left open and the candidate brought back by themselves."""
    if debrief.brought_back:
        yield from heading("What you brought back by yourself", width)
    for point in debrief.brought_back:
        left = f"{one_line(point.asked, 200)} ({point.interviewer}; {named(point.left.n, point.left.transcript)})"
        yield from wrapped(f"left open before: {left}", width, "- ", "  ")
        yield from _evidence(point.now, debrief, width)


def scorecard(debrief: Debrief, judged: Judged, width: int) -> Iterator[str]:
    """Yield the scorecard."""
    if not judged.scorecard:
        return
    yield from heading("Scorecard", width)
    yield from wrapped(
        "On each question's own scale from 1 to 5. Words alone show at most a 4; a 5 is for people to give. What is no "
        "answer has no mark.",
        width,
    )
    yield ""
    for entry in judged.scorecard:
        yield from _competency(entry, debrief, width)


def _competency(entry: CompetencyEntry, debrief: Debrief, width: int) -> Iterator[str]:
    name = in_words(entry.competency).capitalize()
    if not entry.marks:
        yield from wrapped(f"{name}: not observed. {entry.unobserved}", width, "", "   ")
        return
    shown = ", ".join(map(str, entry.scores)) or "not observed from the words"
    yield from wrapped(f"{name}: {shown}", width)
    asked = ""
    for mark in entry.marks:
        if mark.asked != asked:
            yield from wrapped(mark.asked, width, "   ", "   ")
        asked = mark.asked
        yield from _mark(mark, debrief, width)
    for line in entry.unmarked:
        yield from wrapped(line, width, "   ", "      ")


def _mark(mark: MarkEntry, debrief: Debrief, width: int) -> Iterator[str]:
    yield from wrapped(f"{MARKED_BY[mark.by]}{mark.score}. {mark.reason}", width, "   ", "      ")
    if mark.anchor:
        yield from wrapped(f"The scale: {mark.anchor}", width, "      ", "      ")
    yield from _evidence(mark.evidence, debrief, width, "      ")
    if mark.next_step:
        yield from wrapped(f"For a 5: {mark.next_step}", width, "      ", "      ")


def votes(debrief: Debrief, judged: Judged, width: int) -> Iterator[str]:
    """Yield the votes one by one, and the decision that comes of them."""
    if not judged.votes:
        return
    each = ", each by themselves" if len(judged.votes) > 1 else ""
    yield from heading(f"How they would vote{each}", width)
    yield from wrapped(f"This round was held {PURPOSES[judged.purpose]}.", width)
    yield ""
    for vote in judged.votes:
        yield from _vote(vote, debrief, width)
    if judged.decision is None:
        return
    yield from heading("The decision", width)
    yield from wrapped(" ".join([OUTCOMES[judged.decision.outcome], *judged.decision.reasons]), width)
    if judged.decision.disagreement:
        yield from wrapped(f"They do not agree. {judged.decision.disagreement}.", width)


def _vote(vote: VoteEntry, debrief: Debrief, width: int) -> Iterator[str]:
    part = ", ".join([*["decides"] * vote.decides, *["can stop it"] * vote.may_veto])
    where = f" in “{vote.round}”" if vote.round else ""
    yield from wrapped(f"{vote.interviewer}{where}{f' ({part})' if part else ''}: {vote.vote}", width)
    yield from wrapped(f"What they wanted to know: {vote.goal}", width, "   ", "   ")
    if vote.guess:
        yield from wrapped(f"You had guessed: {one_line(vote.guess, 300)}", width, "   ", "   ")
    if not vote.reasons:
        yield from wrapped("Heard nothing that speaks for or against.", width, "   ", "   ")
    elif vote.rests_on <= FEW:
        yield from wrapped(f"That rests on {_counted(vote.rests_on, 'marked answer')} only.", width, "   ", "   ")
    for reason in vote.reasons:
        yield from wrapped(f"{reason.side}: {reason.text}", width, "   ", "      ")
        yield from _evidence(reason.evidence, debrief, width, "      ")
    yield ""


def visits(judged: Judged, width: int) -> Iterator[str]:
    """Yield how the answers went over the rounds."""
    if not judged.visits:
        return
    yield from heading("From round to round", width)
    for visit in judged.visits:
        yield from _visit(visit, width)


def _visit(visit: Visit, width: int) -> Iterator[str]:
    parts = (
        f"{_counted(visit.answers, 'answer')}, typically of {visit.words} words",
        f"{visit.sound} of {visit.marked} sound",
        f"{_counted(visit.followed_up, 'follow-up')} in all",
        f"{_counted(visit.differences, 'fact')} differed from before",
    )
    yield from wrapped(f"{visit.round}: {', '.join(parts)}.", width, "- ", "  ")


def beside(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield what a coach said, beside what the words show."""
    found = debrief.beside
    if found is None:
        return
    if found.marks:
        yield from heading("The coach's marks beside those from the words", width)
    for two in found.marks:
        yield from _two(two, debrief, width)
    if found.more:
        yield from wrapped(f"{_counted(found.more, 'more mark')} not shown: these differ most.", width)
    if found.remarks:
        yield from heading("The coach's notes", width)
    for remark in found.remarks:
        at = f"{int(remark.at // 60)}:{int(remark.at % 60):02}"
        marked = "marked" if remark.kind == "mark" else "note"
        yield from wrapped(f"{at} {marked}: {remark.text}", width, "- ", "  ")
        yield from _evidence(remark.about, debrief, width)


def _two(two: TwoMarks, debrief: Debrief, width: int) -> Iterator[str]:
    yield from wrapped(two.asked, width, "- ", "  ")
    coach, words = (str(score) if score else "not observed" for score in (two.coach, two.words))
    yield from wrapped(f"coach: {coach}. {two.coach_says}".rstrip(), width, "   ", "      ")
    yield from wrapped(f"words: {words}. {two.words_say}", width, "   ", "      ")
    yield from _evidence(two.evidence, debrief, width)


def left(debrief: Debrief, width: int) -> Iterator[str]:
    """Yield what the interviewers left for the next round."""
    if debrief.left:
        yield from heading("What they left for the next round", width)
    unasked = [note for note in debrief.left if note.kind == "unrated" and not note.first_text and not note.withdrawn]
    for note in debrief.left:
        if note not in unasked:
            yield from _note(note, width)
    if unasked:
        areas = ", ".join(in_words(note.competency) for note in unasked)
        yield from wrapped(f"Nothing heard yet about {areas}.", width, "- ", "  ")


def _note(note: NoteEntry, width: int) -> Iterator[str]:
    kind = "withdrawn by the coach" if note.withdrawn else NOTES.get(note.kind, note.kind)
    rests = f" ({named(note.rests_on)})" if note.rests_on else ""
    yield from wrapped(f"{note.author}, {kind}{rests}: {note.text}", width, "- ", "  ")
    if note.first_text:
        yield from wrapped(f"Before the coach's edit: {note.first_text}", width, "  ", "  ")


def _evidence(evidence: Evidence, debrief: Debrief, width: int, indent: str = "   ") -> Iterator[str]:
    """Yield the candidate's words with their turn; nothing where there were none."""
    if evidence.quote:
        yield from wrapped(f"“{evidence.quote}” ({_place(evidence, debrief)})", width, f"{indent}> ", f"{indent}  ")


def _place(evidence: Evidence, debrief: Debrief) -> str:
    return named(evidence.n, evidence.transcript if evidence.transcript != debrief.transcript else "")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
