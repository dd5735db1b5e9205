"""What one round leaves for the next: notes that rest on turns, an agenda that follows from them, what came of it."""

from __future__ import annotations

import msgspec
import pytest

from simulator.interview import Interview, NotNowError, actions
from simulator.interview.handoff import note_behind, notes_of
from simulator.transcript.turns import AgendaItem, HandOff, Header, Transcript, Turn, seen_by
from tests.interview.rounds import begun, plan, run, strong, weak


def after(transcript: Transcript, *more: actions.Action) -> Transcript:
    """Return the transcript with what was done after its end."""
    interview, owed = Interview.resume(plan(transcript.header.round), transcript.turns)
    assert owed == []
    for action in more:
        interview.take(action, at=0)
    return Transcript(header=transcript.header, turns=tuple(interview.turns))


def notes(transcript: Transcript) -> list[Turn]:
    return [turn for turn in transcript.turns if turn.kind == "handoff"]


def second(first: Transcript, round_id: str = "second") -> Header:
    return plan(round_id, earlier=[first], number=2).header


def points_at_a_turn(item: AgendaItem, first: Transcript) -> bool:
    numbers = {f"{first.header.id}#{turn.n}" for turn in first.turns}
    return bool({item.note, item.earlier} & numbers)


def test_every_note_rests_on_a_turn_and_comes_before_the_end() -> None:
    first = run(plan("first"), weak)
    numbers = {turn.n for turn in first.turns}
    assert notes(first)
    assert all(turn.rests_on in numbers and turn.rests_on < turn.n for turn in notes(first))
    assert first.turns[-1].kind == "end"


def test_the_candidate_sees_the_notes_after_the_end_only() -> None:
    interview = begun(plan("first"))
    interview.take(actions.EndRound(), at=1)
    turns = tuple(interview.turns)
    during = seen_by(Transcript(header=interview.plan.header, turns=turns), "candidate", ended=False)
    assert not [turn for turn in during.turns if turn.kind == "handoff"]
    later = seen_by(Transcript(header=interview.plan.header, turns=turns), "candidate")
    assert [turn for turn in later.turns if turn.kind == "handoff"]


def test_what_the_next_round_used_is_in_its_header_and_hidden_until_its_end() -> None:
    first = run(plan("first"), weak)
    header = second(first)
    assert header.notes == notes_of(first, plan("first").questions)
    interview = begun(plan("second", earlier=[first], number=2))
    assert seen_by(Transcript(header=header, turns=tuple(interview.turns)), "candidate").header.notes == ()


@pytest.mark.parametrize("round_id", ["second", "panel"])
def test_every_difference_between_the_agendas_names_the_turn_that_caused_it(round_id: str) -> None:
    poor, good = run(plan("first"), weak), run(plan("first"), strong)
    after_poor, after_good = second(poor, round_id).agenda, second(good, round_id).agenda
    assert after_poor != after_good
    for one, other, first in ((after_poor, after_good, poor), (after_good, after_poor, good)):
        kept = {(item.question, item.why) for item in other}
        assert all(points_at_a_turn(item, first) for item in one if (item.question, item.why) not in kept)


def test_a_note_the_coach_withdraws_brings_nothing_back_and_the_first_one_stays() -> None:
    first = run(plan("first"), weak)
    concern = next(turn for turn in notes(first) if turn.why == "concern")
    edited = after(first, actions.EditNote(concern.n))
    assert first.turns == edited.turns[: len(first.turns)]
    assert concern.question in [item.question for item in second(first).agenda if item.why == "concern"]
    assert concern.question not in [item.question for item in second(edited).agenda if item.why == "concern"]


def test_the_next_round_reads_the_coachs_words() -> None:
    first = run(plan("first"), weak)
    concern = next(turn for turn in notes(first) if turn.why == "concern")
    edited = after(first, actions.EditNote(concern.n, "Ask about the customer."))
    assert "Ask about the customer." in [note.text for note in second(edited).notes]


def test_an_answer_the_candidate_rates_low_comes_back() -> None:
    first = run(plan("first"), strong)
    answer = next(turn for turn in first.turns if turn.kind == "answer" and turn.question == "small.pressure")
    rated = after(first, actions.SelfRate(answer.n, 1))
    assert not [item for item in second(first).agenda if item.why == "concern"]
    assert [item.question for item in second(rated).agenda if item.why == "concern"] == ["small.pressure"]


def test_the_candidates_own_doubt_is_no_gap_in_anybodys_notes() -> None:
    first = run(plan("first"), strong)
    answer = next(turn for turn in first.turns if turn.kind == "answer" and turn.question == "small.pressure")
    of = plan("second", earlier=[after(first, actions.SelfRate(answer.n, 1))], number=2)
    asked = next(turn.text for turn in run(of, strong).turns if turn.question == "small.pressure")
    assert "asked you this before" in asked
    assert "left open" not in asked


def test_the_coachs_rating_stands_for_what_was_said_aloud() -> None:
    interview = begun(plan("first"))
    answer = interview.take(actions.Answer("", spoken=True), at=1)[0]
    interview.take(actions.Rate("", 1, "no case", cause=answer.n), at=2)
    interview.take(actions.EndRound(), at=3)
    first = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    concerns = [item.question for item in second(first).agenda if item.why == "concern"]
    assert answer.question in concerns


@pytest.mark.parametrize(
    ("said", "came_of_it", "line"),
    [
        (strong, "resolved", "That is answered."),
        (weak, "open", "I leave that open."),
    ],
)
def test_a_concern_ends_with_an_outcome_and_a_line_that_shows_it(said: object, came_of_it: str, line: str) -> None:
    first = run(plan("first"), weak)
    assert callable(said)
    again = run(plan("second", earlier=[first], number=2), said)
    places = [i for i, turn in enumerate(again.turns) if turn.kind == "outcome" and turn.question == "small.pressure"]
    assert len(places) == 1
    outcome, after_it = again.turns[places[0]], again.turns[places[0] + 1]
    assert (outcome.why, after_it.kind, after_it.text) == (came_of_it, "acknowledgement", line)


def test_a_concern_passed_over_is_worse_than_a_weak_answer() -> None:
    interview = begun(plan("second", earlier=[run(plan("first"), weak)], number=2))
    while not interview.state.ended:
        interview.take(actions.Skip(), at=1)
    assert {turn.why for turn in interview.turns if turn.kind == "outcome"} == {"worse"}


def test_an_empty_first_round_is_said_so_once() -> None:
    lines = [turn for turn in begun(plan("second")).turns if turn.kind == "no_notes"]
    assert len(lines) == 1
    assert not [turn for turn in begun(plan("first")).turns if turn.kind == "no_notes"]
    first = run(plan("first"), strong)
    assert not [turn for turn in begun(plan("second", earlier=[first])).turns if turn.kind == "no_notes"]


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (actions.EditNote(1, "x"), "no hand-off note"),
        (actions.EditNote(1, "x", why="gossip"), "a note is one of"),
        (actions.SelfRate(1, 3), "no answer"),
        (actions.SelfRate(1, 9), "from 1 to 5"),
    ],
)
def test_what_is_no_note_and_no_answer_is_said_so(action: actions.Action, says: str) -> None:
    first = run(plan("first"), weak)
    with pytest.raises(NotNowError, match=says):
        after(first, action)


def test_of_notes_that_rest_on_one_turn_the_one_on_the_questions_competency_is_behind_it() -> None:
    item = AgendaItem(question="work.team", asker="jo", why="fresh", note="0001-hr#9")
    notes = [HandOff(kind="unrated", cause=9, transcript="0001-hr", competency=each) for each in ("craft", "teamwork")]
    assert note_behind(item, notes, "teamwork") == notes[1]
    assert note_behind(item, notes, "delivery") is None
    asked = HandOff(kind="concern", cause=9, transcript="0001-hr", question="work.team")
    assert note_behind(item, [*notes, asked], "teamwork") == asked


def test_a_strong_point_rests_on_the_words_that_tell_the_case() -> None:
    of = plan("first")
    asked = Turn(n=1, at=1, speaker="jo", kind="question", visible="all", question="small.pressure", text="How?")
    told = msgspec.structs.replace(asked, n=2, kind="answer", speaker="candidate", text=strong(asked))
    probe = msgspec.structs.replace(asked, n=3, kind="probe", text="When was that?")
    after = msgspec.structs.replace(told, n=4, text="That was in the same week, on the Friday.")
    notes = notes_of(Transcript(header=of.header, turns=(asked, told, probe, after)), of.questions)
    assert [note.cause for note in notes if note.kind == "strong"] == [told.n]
