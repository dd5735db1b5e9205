"""A debrief marks only what was answered, votes one by one with reasons, and advises with the candidate's words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import msgspec
import pytest

from simulator.content.schemas import Question, QuestionKind
from simulator.debrief import Debrief, as_text, build
from simulator.debrief.advice import advice
from simulator.debrief.report import Judged, VoteEntry
from simulator.debrief.scorecard import Heard, Marked, marked, scorecard
from simulator.interview import Interview, actions
from simulator.interview.plan import Plan
from simulator.transcript.turns import Transcript, Turn
from tests.interview.rounds import STRONG, begun, built_in, library, plan, room, run, strong, weak

Answers = Callable[[Turn], str]


def judged(found: Debrief) -> Judged:
    assert found.judged is not None
    return found.judged


def debriefed(
    round_id: str,
    answers: Answers,
    earlier: Sequence[Transcript] = (),
    *,
    veto: str = "",
    finalists: int = 2,
    last: bool = False,
) -> Debrief:
    of = plan(round_id, earlier=earlier, number=2)
    content = of.content
    if content.panel:
        content = msgspec.structs.replace(content, panel=msgspec.structs.replace(content.panel, veto=veto))
    process = msgspec.structs.replace(content.process, finalists=finalists)
    if last:
        process = msgspec.structs.replace(process, rounds=(process.meeting(round_id),))
    of = replace(of, content=msgspec.structs.replace(content, process=process))
    return build(run(of, answers), plan=of)


def vote(found: Debrief, name: str) -> VoteEntry:
    return next(each for each in judged(found).votes if each.interviewer.startswith(name))


def only(*sound: str) -> Answers:
    """Answer the questions of these names well, and the others with a nod."""
    return lambda line: strong(line) if line.question.removeprefix("small.") in sound else weak(line)


def test_what_is_no_answer_has_no_mark() -> None:
    entries = {entry.competency: entry for entry in judged(debriefed("first", weak)).scorecard}
    assert entries
    assert all(not entry.marks and entry.unobserved for entry in entries.values())
    assert "not observed" in as_text(debriefed("first", weak))


def test_a_competency_nobody_asked_about_is_not_observed() -> None:
    found = debriefed("panel", strong, veto="jo")
    asked = {mark.question for entry in judged(found).scorecard for mark in entry.marks}
    for entry in judged(found).scorecard:
        assert bool(entry.marks) == (entry.unobserved == "")
    assert asked <= {exchange.question for exchange in found.exchanges}


def test_every_mark_and_every_reason_rests_on_words_that_were_said() -> None:
    first = run(plan("first"), weak)
    of = plan("panel", earlier=[first], number=2)
    transcript = run(of, strong)
    found = judged(build(transcript, plan=of))
    said = {(each.header.id, turn.n): turn.text for each in (first, transcript) for turn in each.turns}
    evidence = [mark.evidence for entry in found.scorecard for mark in entry.marks]
    evidence += [reason.evidence for each in found.votes for reason in each.reasons]
    evidence += [each for point in found.advice for each in point.evidence]
    assert evidence
    for each in evidence:
        assert each.quote.removesuffix("…") in " ".join(said[each.transcript, each.n].split())


def test_no_point_of_praise_without_words_and_at_most_five_points() -> None:
    for answers in (weak, strong, lambda line: "We are twelve people." if line.question else "No."):
        for earlier in ([], [run(plan("first"), strong)]):
            points = judged(debriefed("second", answers, earlier)).advice
            assert len(points) <= 5
            assert all(point.evidence[0].quote for point in points if point.keep)
    assert not [point for point in judged(debriefed("first", weak)).advice if point.keep]


def ended_after(questions: int, of: Plan) -> Transcript:
    """Have a round ended by the coach while the question of that number is open."""
    interview = begun(of)
    while interview.state.asked < questions:
        interview.take(actions.Skip(), at=1)
    interview.take(actions.EndRound(), at=2)
    return Transcript(header=of.header, turns=tuple(interview.turns))


def test_a_round_that_was_ended_early_decides_nothing() -> None:
    of = room("classic", "panel")
    planned = sum(bool(item.question) for item in of.header.agenda)
    early = judged(build(ended_after(2, of), plan=of)).decision
    assert early is not None
    assert early.outcome == "undecided"
    assert early.reasons == (f"The round was ended after 2 of {planned} questions: too few to decide on.",)
    late = judged(build(ended_after(planned - 1, of), plan=of)).decision
    assert late is not None
    assert late.outcome == "no"


def test_each_votes_through_their_own_areas_and_disagreement_stays_open() -> None:
    found = debriefed("panel", only("pressure", "first-month"))
    assert vote(found, "Sam Kerr").vote == "for"
    assert vote(found, "Jo Bell").vote == "against"
    outcome = judged(found).decision
    assert outcome is not None
    assert (outcome.outcome, outcome.by) == ("next_round", "Sam Kerr (Team lead)")
    assert "against: Jo Bell" in outcome.disagreement
    text = as_text(found)
    assert "They do not agree" in text
    assert "average" not in text


def test_words_alone_never_reach_the_top_and_each_mark_says_what_would() -> None:
    found = debriefed("panel", strong)
    marks = [mark for entry in judged(found).scorecard for mark in entry.marks]
    asked = plan("panel").questions
    assert max(mark.score for mark in marks) == 4
    assert all(mark.next_step == asked[mark.question].anchors["5"] and not mark.anchor for mark in marks)
    text = as_text(found, 10_000)
    assert all(f"For a 5: {mark.next_step}" in text and f"   {mark.asked}\n" in text for mark in marks)


def test_nobody_votes_for_somebody_on_one_answer() -> None:
    assert vote(debriefed("panel", only("pressure")), "Sam Kerr").vote == "undecided"
    carried = debriefed("panel", only("pressure", "first-month"))
    assert (vote(carried, "Sam Kerr").vote, vote(carried, "Sam Kerr").rests_on) == ("for", 2)
    assert "That rests on 2 marked answers only." in as_text(carried)


def test_a_veto_stops_what_the_others_want() -> None:
    outcome = judged(debriefed("panel", only("pressure", "first-month"), veto="jo")).decision
    assert outcome is not None
    assert (outcome.outcome, outcome.by) == ("no", "Jo Bell (HR officer)")


def test_hr_can_stop_somebody_the_manager_liked() -> None:
    found = debriefed("second", strong, [run(plan("first"), weak)])
    assert vote(found, "Sam Kerr").vote == "for"
    assert (vote(found, "Jo Bell").vote, vote(found, "Jo Bell").round) == ("against", "First meeting")
    outcome = judged(found).decision
    assert outcome is not None
    assert outcome.outcome == "no"


@pytest.mark.parametrize(("finalists", "outcome"), [(1, "offer"), (2, "no")])
def test_a_close_call_in_the_last_round_depends_on_who_else_is_left(finalists: int, outcome: str) -> None:
    found = debriefed("second", only("pressure", "team"), finalists=finalists, last=True)
    assert vote(found, "Sam Kerr").vote == "undecided"
    decided = judged(found).decision
    assert decided is not None
    assert decided.outcome == outcome


def test_a_difference_that_is_not_cleared_up_counts_against_with_both_passages() -> None:
    def other(line: Turn) -> str:
        if line.kind == "challenge":
            return "I would rather not say."
        return "We are twelve people." if line.question == "small.team" else strong(line)

    reasons = vote(debriefed("second", other, [run(plan("first"), strong)]), "Sam Kerr").reasons
    against = [reason for reason in reasons if reason.side == "against"]
    assert len(against) == 1
    assert "“eight people”" in against[0].text
    assert against[0].evidence.quote == "twelve people"


def test_what_came_of_each_concern_is_told() -> None:
    found = debriefed("second", only("pressure"), [run(plan("first"), weak)])
    assert sorted(concern.outcome for concern in found.concerns) == ["open", "open", "resolved"]
    assert all(concern.earlier and concern.earlier.transcript == "0001-first" for concern in found.concerns)


def test_a_question_is_named_without_what_led_over_to_it() -> None:
    found = debriefed("second", strong, [run(plan("first"), weak)])
    known = plan("second").questions
    again = [each for each in found.exchanges if each.why == "concern"]
    assert again
    assert all(each.asked in known[each.question].wordings for each in again)


def test_what_was_left_for_the_next_round_shows_the_coachs_edit() -> None:
    transcript = run(plan("first"), weak)
    note = next(turn for turn in transcript.turns if turn.kind == "handoff")
    interview, _ = Interview.resume(plan("first"), transcript.turns)
    interview.take(actions.EditNote(note.n, "Ask once more."), at=0)
    found = build(Transcript(header=transcript.header, turns=tuple(interview.turns)), plan=plan("first"))
    left = {each.n: each for each in found.left}
    assert (left[note.n].text, left[note.n].first_text) == ("Ask once more.", note.text)


def test_why_a_question_was_asked_names_the_note_and_the_turn() -> None:
    found = debriefed("second", strong, [run(plan("first"), weak)])
    concerns = [exchange for exchange in found.exchanges if exchange.why == "concern"]
    assert concerns
    assert all(exchange.because and exchange.earlier for exchange in concerns)


def test_the_rounds_so_far_are_set_side_by_side() -> None:
    found = judged(
        debriefed("second", lambda line: "Twelve." if line.question else "No.", [run(plan("first"), strong)])
    )
    first, second = found.visits
    assert (first.round, second.round) == ("First meeting", "Second meeting")
    assert first.words > second.words
    assert (first.differences, second.differences > 0) == (0, True)
    assert judged(debriefed("first", strong)).visits == ()


def test_the_coachs_mark_stands_beside_the_one_from_the_words() -> None:
    interview = begun(plan("first"))
    answer = interview.take(actions.Answer(STRONG["small.team"]), at=1)[0]
    interview.take(actions.Rate("", 2, "told too fast", cause=answer.n), at=2)
    interview.take(actions.EndRound(), at=3)
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    entry = next(each for each in judged(build(transcript, plan=interview.plan)).scorecard if each.marks)
    assert [(mark.by, mark.score) for mark in entry.marks] == [("words", 4), ("coach", 2)]


@pytest.mark.parametrize(("viewer", "told"), [("candidate", False), ("coach", True)])
def test_before_the_end_only_the_coach_sees_how_it_is_heard(viewer: str, told: bool) -> None:
    interview = begun(plan("first"))
    interview.take(actions.Answer("We are eight people."), at=1)
    transcript = Transcript(header=interview.plan.header, turns=tuple(interview.turns))
    found = build(transcript, "coach" if viewer == "coach" else "candidate", interview.plan)
    assert (found.judged is not None) == told


def test_where_nothing_was_asked_nobody_votes() -> None:
    interview = begun(plan("first"))
    interview.take(actions.EndRound(), at=1)
    unasked = Transcript(
        header=interview.plan.header, turns=tuple(turn for turn in interview.turns if not turn.question)
    )
    assert build(unasked, plan=interview.plan).judged is None
    assert "Questions: 0 asked" in as_text(build(unasked, plan=interview.plan))


def heard(kind: QuestionKind, slots: tuple[str, ...], answer: str, asked: str = "And your notice?") -> int | None:
    """Return the mark of an answer to a question of that kind, with those facts."""
    question = msgspec.structs.replace(plan("first").questions["small.notice"], kind=kind, slots=slots, seconds=60)
    said = Heard("0001-first", 1, "First", "jo", "small.notice", asked, (2,), (answer,), 0)
    facts = library().facts
    return marked([said], {"small.notice": question}, lambda _: [facts[each].slot() for each in slots])[0].score


def test_small_talk_and_a_last_word_are_not_marked_but_a_fact_is() -> None:
    assert heard("closing", (), "As I said to your colleague.") is None
    assert heard("social", (), "We met in May, all five of us.") is None
    assert heard("closing", ("notice_period",), "As I said to your colleague.") is None
    assert heard("closing", ("notice_period",), "Four weeks.") == 4


ROTA = "We are a team of eight people and I run the rota."
DOGS = "I live in Loughborough with two dogs, and on Sundays we walk round the reservoir. My sister has three more."


@pytest.mark.parametrize(
    ("kind", "slots", "asked", "answer"),
    [
        ("closing", ("relocate",), "Would you relocate for this post?", ROTA),
        ("closing", ("contact_referee",), "May we speak to your present manager?", ROTA),
        ("motivation", ("supervision",), "How closely do you like to be supervised?", DOGS),
        ("motivation", (), "What are you still not good at?", ROTA),
        ("situational", (), "What would you do on the first day?", "I'd see, in the first two days."),
    ],
)
def test_a_good_mark_rests_on_what_was_asked_for_or_shown(
    kind: QuestionKind, slots: tuple[str, ...], asked: str, answer: str
) -> None:
    assert (heard(kind, slots, answer, asked) or 0) < 4


@pytest.mark.parametrize(
    ("kind", "slots", "asked", "answer"),
    [
        ("closing", ("relocate",), "Would you relocate for this post?", "Yes, within a month or two."),
        ("background", ("team_size",), "How big is your team?", "There are fourteen of us on earlies."),
        ("motivation", ("years_to_stay",), "How long would you stay?", "Five years, if the work grows as I do."),
        (
            "motivation",
            (),
            "What are you still not good at?",
            (
                "Spreadsheets. In May I lost half a day because I typed postcodes into the wrong column. I rang round "
                "and my colleague found it. Since then I have had her check each list, and nothing has gone wrong."
            ),
        ),
    ],
)
def test_what_was_named_or_told_carries_a_good_mark(
    kind: QuestionKind, slots: tuple[str, ...], asked: str, answer: str
) -> None:
    assert heard(kind, slots, answer, asked) == 4


def test_a_whole_sentence_is_quoted() -> None:
    said = "In general it is calm. We usually talk about it over a coffee. Then it is over."
    busy = Heard("0001-first", 1, "First", "jo", "small.pressure", "When was it busy?", (2,), (said,), 0)
    found = marked([busy], plan("first").questions, plan("first").slots)[0]
    assert found.seen[0] == "no_example"
    assert found.evidence.quote.rstrip(".") in [part.rstrip(".") for part in said.replace(". ", ".|").split("|")]


ROAD = (
    "I did an apprenticeship in a print shop, then I sold shoes for two years. In 2016 I started at a haulier's on the "
    "phones, moved to the order desk in 2018, and since then I have been there."
)
READ_UP = "You ship for small shops, mostly from Leeds. I read in May that you grew, and I called a friend there."


def mark_of(questions: Mapping[str, Question], name: str, *answers: str) -> Marked:
    """Return the mark of the answers to a question, the later ones to a follow-up."""
    asked = questions[name].wordings[0]
    turns = tuple(range(2, 2 + len(answers)))
    said = Heard("0001-first", 1, "First", "jo", name, asked, turns, answers, len(answers) - 1)
    return marked([said], questions, lambda _: [])[0]


def test_a_case_is_no_reason_where_the_way_so_far_or_knowledge_was_asked_for() -> None:
    questions = built_in().questions()
    road = mark_of(questions, "background.your-story", ROAD)
    assert road.score == 4
    assert "case" not in road.reason
    assert mark_of(questions, "motivation.know-us", READ_UP).score == 3


@pytest.mark.parametrize(
    ("answers", "how"),
    [
        ((STRONG["small.pressure"], "She only heard of it later."), "without being asked for it"),
        (tuple(STRONG["small.pressure"].split(" We delivered ")), "once you were asked for it"),
    ],
)
def test_only_what_came_after_the_asking_was_asked_for(answers: Sequence[str], how: str) -> None:
    questions = plan("first").questions
    first, *more = answers
    found = mark_of(questions, "small.pressure", first, *(f"We delivered {each}" for each in more))
    assert [point.text for point in advice([found], [], [], questions) if point.keep and how in point.text]


def test_every_answer_in_the_words_of_one_before_is_counted() -> None:
    said = "I helped a colleague in May with a hard customer, and in the end she stayed."
    points = judged(build(run(room("second-day", "hr"), lambda _: said), plan=room("second-day", "hr"))).advice
    assert "7 answers of 8" in next(point.text for point in points if point.kind == "told_already")


def test_what_was_answered_and_has_no_mark_is_told_with_its_reason_beside_the_marks() -> None:
    questions = built_in().questions()
    names = {"practical.notice": "Two months.", "practical.hours": "Early and late yes. Sundays not."}
    said = [
        Heard("0001-hr", n, "First", "maya", name, questions[name].wordings[0], (n + 1,), (answer,), 0)
        for n, (name, answer) in enumerate(names.items(), start=2)
    ]
    marks = marked(said, questions, built_in().slots)
    (entry,) = scorecard(run(plan("first"), weak), marks, questions, ())
    assert (entry.scores, entry.unobserved) == ((4,), "")
    assert [marks[1].reason in line for line in entry.unmarked] == [True]
    found = debriefed("first", strong)
    shown = msgspec.structs.replace(judged(found), scorecard=(entry,))
    assert entry.unmarked[0] in as_text(msgspec.structs.replace(found, judged=shown), 10_000)
