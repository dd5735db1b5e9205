"""A debrief tells what stood out, in the candidate's own words, and nothing it may not tell yet."""

from __future__ import annotations

from itertools import pairwise

import msgspec
import pytest

from simulator.debrief import Debrief, as_text, build
from simulator.interview import Interview, NotNowError, Plan, actions
from simulator.own_view import GOALS_PART, own_view
from simulator.transcript.turns import Transcript, Turn, seen_by
from tests.interview.rounds import begun, plan, room, run, strong, weak


def other_size(line: Turn) -> str:
    return "We are twelve people." if line.question == "small.team" else strong(line)


@pytest.fixture(scope="module")
def second() -> tuple[Plan, Transcript]:
    of = plan("second", earlier=[run(plan("first"), strong)], number=2)
    return of, run(of, other_size)


def warnings(found: Debrief) -> list[str]:
    return [entry.kind for entry in found.findings if entry.severity == "WARN"]


def test_a_difference_has_both_passages_with_question_and_interviewer(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    found = build(transcript, plan=of)
    assert warnings(found) == ["changed_fact"]
    entry = found.findings[0]
    assert (entry.earlier.quote, entry.now.quote) == ("eight people", "twelve people")
    assert (entry.earlier.interviewer, entry.now.interviewer) == ("Jo Bell", "Sam Kerr (Team lead)")
    assert (entry.earlier.transcript, entry.now.transcript) == ("0001-first", "0002-second")
    assert entry.now.n == next(turn.n for turn in transcript.turns if turn.text == "We are twelve people.")
    assert entry.raised
    assert 0 < found.facts_compared <= found.facts


def test_the_text_shows_what_the_findings_hold(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    text = as_text(build(transcript, plan=of))
    for part in ("“eight people”", "“We are twelve people.”", "brought up in the room", "facts compared", "Jo Bell"):
        assert part in text
    assert not [word for word in ("lie", "lying", "dishonest", "honest") if word in text.lower().split()]
    assert max(len(line) for line in as_text(build(transcript, plan=of), width=60).splitlines()) <= 60


def test_what_is_needed_first_stands_first_and_names_the_rest(
    second: tuple[Plan, Transcript],
) -> None:
    of, transcript = second
    found = build(transcript, plan=of)
    for width in (78, 40):
        whole, first = as_text(found, width), as_text(found, width, short=True)
        assert whole.startswith(first)
        assert "For next time" in first
        assert "Question by question" not in whole[: whole.index("The rest of it")]
    rest = as_text(found, 200).removeprefix(as_text(found, 200, short=True)).splitlines()
    follow = [line for line, below in pairwise(rest) if line and below == "-" * len(line)]
    assert len(follow) > 5
    told = " ".join(as_text(found, short=True).partition("The rest of it\n--------------\n")[2].split())
    assert told == f"{'; '.join(follow)}."


@pytest.mark.parametrize(
    ("answer", "around"),
    [
        ("We are twelve people.", "We are twelve people."),
        ("It is fine. So yes, we are twelve people there!", "So yes, we are twelve people there!"),
        ("Yes.\nWe are twelve people", "We are twelve people"),
        ("Twelve people.", ""),
    ],
)
def test_a_passage_stands_in_its_sentence(answer: str, around: str) -> None:
    of = plan("second", earlier=[run(plan("first"), strong)], number=2)
    found = build(run(of, lambda line: answer if line.question == "small.team" else strong(line)), plan=of)
    (entry,) = [each for each in found.findings if each.severity == "WARN"]
    assert entry.now.quote.lower() == "twelve people"
    assert entry.now.around == around


@pytest.mark.parametrize("before", [0, 400])
def test_a_long_sentence_is_cut_around_the_passage(before: int) -> None:
    answer = f"{'so ' * before}we are twelve people {'and so on ' * 100}"
    of = plan("second", earlier=[run(plan("first"), strong)], number=2)
    found = build(run(of, lambda line: answer if line.question == "small.team" else strong(line)), plan=of)
    (entry,) = [each for each in found.findings if each.severity == "WARN"]
    assert "twelve people" in entry.now.around
    assert len(entry.now.around) < 210


def test_the_same_facts_reworded_are_no_difference() -> None:
    of = plan("second", earlier=[run(plan("first"), strong)], number=2)
    reworded = run(of, lambda line: "There are eight of us." if line.question == "small.team" else strong(line))
    found = build(reworded, plan=of)
    assert warnings(found) == []
    assert "None of the facts compared was different." in as_text(found)


def test_a_first_round_has_nothing_to_compare_with() -> None:
    of = plan("first")
    found = build(run(of, weak), plan=of)
    assert (found.earlier_exchanges, found.facts, found.findings) == (0, 0, ())
    assert "nothing to compare" in as_text(found)


def test_what_was_asked_answered_skipped_and_probed_is_counted() -> None:
    interview = begun(plan("first"))
    interview.take(actions.Answer("Eight people."), at=1)
    interview.take(actions.Answer("Fine."), at=2)
    interview.take(actions.Answer("It was in March."), at=3)
    interview.take(actions.Skip(), at=4)
    interview.take(actions.Answer("What is the pay?"), at=5)
    interview.take(actions.OwnNote("Ask for the contract."), at=5)
    interview.take(actions.Answer("No."), at=6)
    found = build(transcript_of(interview))
    assert (found.asked, found.answered, found.skipped, found.probed) == (3, 2, 1, 1)
    assert found.candidate_questions == ("What is the pay?",)
    assert found.notes == ("Ask for the contract.",)
    assert [len(exchange.answers) for exchange in found.exchanges] == [1, 2, 0]
    assert found.exchanges[1].follow_ups[0].why == "no_example"


def test_what_the_candidate_asked_is_listed_question_by_question() -> None:
    interview = begun(plan("first"))
    for answer in ("Eight people.", "Fine.", "It was in March.", "Four weeks.", "Yes: who would I report to?"):
        interview.take(actions.Answer(answer), at=1)
    interview.take(actions.Answer("Thanks. What are the hours? And what does it pay?"), at=2)
    found = build(transcript_of(interview))
    assert found.candidate_questions == ("Who would I report to?", "What are the hours?", "What does it pay?")


def test_before_the_end_only_the_coach_is_told_what_was_noticed(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    cut = next(i for i, turn in enumerate(transcript.turns) if turn.kind == "challenge") + 1
    unfinished = Transcript(header=transcript.header, turns=transcript.turns[:cut])
    candidate, coach = build(unfinished, "candidate", plan=of), build(unfinished, "coach", plan=of)
    assert candidate.findings == ()
    assert all(exchange.motive == "" and exchange.why == "" for exchange in candidate.exchanges)
    assert "not finished" in as_text(candidate)
    assert warnings(coach) == ["changed_fact"]
    assert coach.exchanges[0].why


def test_a_transcript_that_came_alone_is_debriefed_without_its_content(second: tuple[Plan, Transcript]) -> None:
    _, transcript = second
    assert warnings(build(transcript)) == ["changed_fact"]


def test_the_json_is_one_document_that_reads_back(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    found = build(transcript, plan=of)
    assert msgspec.json.decode(msgspec.json.encode(found), type=Debrief) == found


def test_a_hostile_answer_is_text() -> None:
    hostile = "[/nope] {{ 7*7 }} \x1b[31m" + "x" * 5_000
    of = plan("first")
    text = as_text(build(run(of, lambda line: hostile if line.question else "No."), plan=of))
    assert "[/nope] {{ 7*7 }}" in text
    assert "\x1b" not in text


def transcript_of(interview: Interview) -> Transcript:
    return Transcript(header=interview.plan.header, turns=tuple(interview.turns))


STORY = (
    "In March two of us were ill and the Leeds order was due. I called the customer, agreed a new date, and packed "
    "the forty boxes myself over two nights. We delivered on the Friday and they ordered again in May."
)
RETOLD = (
    (
        "Two of us fell ill in March, with the Leeds order due. So I rang the customer and agreed a new date, then "
        "packed forty boxes by myself over two nights; on Friday it was delivered, and in May they ordered again."
    ),
    (
        "It was March, the Leeds order was due, two were ill: over two nights I packed the forty boxes myself, having "
        "called the customer and agreed on a new date. Delivered on the Friday, ordered again in May."
    ),
)
OTHER_STORY = (
    "I would start by sitting next to each of the four fitters for a morning, write down where they wait for parts, "
    "then bring three proposals to our Monday meeting and try the cheapest one for a fortnight."
)


@pytest.mark.parametrize(("again", "told_twice"), [(STORY.replace("packed", "boxed up"), 1), (OTHER_STORY, 0)])
def test_a_story_told_for_another_question_is_remarked_on(again: str, told_twice: int) -> None:
    first = run(plan("first"), lambda line: STORY if line.question == "small.pressure" else strong(line))
    of = plan("second", earlier=[first], number=2)
    found = build(run(of, lambda line: again if line.question == "small.first-month" else strong(line)), plan=of)
    assert len(found.retold) == told_twice
    assert ("The same story for several questions" in as_text(found)) == bool(told_twice)
    assert not [entry for entry in found.findings if entry.severity == "WARN"]


def test_a_story_told_to_several_questions_of_one_round_is_remarked_on_once() -> None:
    tellings = iter([STORY, *RETOLD])
    asked: dict[str, str] = {}

    def answer(line: Turn) -> str:
        question = of.questions.get(line.question)
        if question and question.kind == "behavioural" and line.question not in asked:
            asked[line.question] = next(tellings, "I would have to look that up.")
        return asked.get(line.question, "No.")

    of = room("classic", "supervisor")
    found = build(run(of, answer), plan=of)
    (again,) = found.retold
    assert len(again.also) == len(RETOLD) - 1
    assert again.earlier.n < again.now.n < min(again.also)


def test_what_was_asked_adds_up() -> None:
    of = plan("first")
    interview = Interview(of)
    interview.take(actions.Begin(), at=0)
    interview.take(actions.Skip(), at=1)
    interview.take(actions.NextSpeaker(), at=2)
    while interview.turns[-1].kind != "end":
        interview.take(actions.Answer("In May I led four moves for the depot in Leeds, and all were on time."), at=3)
    found = build(transcript_of(interview), plan=of)
    assert found.skipped == 1
    assert found.unanswered
    assert found.asked == found.answered + found.skipped + found.unanswered
    assert f"{found.unanswered} without an answer" in as_text(found)


def test_a_quotation_keeps_the_brackets_around_its_words() -> None:
    of = plan("first")
    said = "(With two others) I moved the forty boxes to Leeds in May [by van]."
    found = build(run(of, lambda line: said if line.question else "No."), plan=of)
    assert found.judged
    quotes = {mark.evidence.quote for entry in found.judged.scorecard for mark in entry.marks}
    assert quotes == {said.removesuffix(".")}


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("What is the next step?", False),
        ("When will I hear from you?", False),
        ("Who will I meet next?", False),
        ("What happens after today?", False),
        ("How big is the team?", True),
    ],
)
def test_leaving_without_asking_what_comes_next_is_told(asked: str, told: bool) -> None:
    interview = begun(plan("first"))
    while interview.state.open != "closing":
        interview.take(actions.Skip(), at=1)
    interview.take(actions.AskInterviewer(asked), at=1)
    interview.take(actions.EndRound(), at=2)
    found = build(transcript_of(interview))
    assert found.next_step_asked != told
    assert ("You left without asking what comes next" in as_text(found)) == told


def test_a_round_ended_before_the_candidates_turn_blames_nobody_for_asking_nothing() -> None:
    interview = begun(plan("first"))
    interview.take(actions.EndRound(), at=1)
    text = as_text(build(transcript_of(interview)))
    assert "The round was ended before your turn to ask had come." in text
    assert "You left" not in text
    assert "have two or three questions" not in text


def test_what_was_passed_over_by_the_coach_was_left_by_nobody() -> None:
    interview = begun(plan("first"))
    interview.take(actions.NextSpeaker(), at=1)
    interview.take(actions.EndRound(), at=2)
    notes = [turn.text for turn in interview.turns if turn.kind == "handoff" and turn.why == "unanswered"]
    assert notes
    assert all(note.startswith("No answer was heard") for note in notes)


def test_answers_in_another_language_are_not_compared_and_that_is_said() -> None:
    def german(line: Turn) -> str:
        if line.question == "small.team":
            return "Wir sind zwölf Leute im Team, und ich bin seit drei Jahren auch für die Pläne da."
        return strong(line)

    second = plan("second", earlier=[run(plan("first"), strong)], number=2)
    text = as_text(build(run(second, german), plan=second))
    assert "not in English" in text
    assert "not in English" not in as_text(build(run(second, strong), plan=second))


def test_what_the_candidate_makes_of_the_employer_is_theirs_alone(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    interview, _ = Interview.resume(of, transcript.turns)
    for score, text in ((3, "first thought"), (4, "they laughed")):
        interview.take(actions.RateEmployer("people", score, text), at=9999)
    interview.take(actions.RateEmployer("growth", 0, "ask again"), at=9999)
    said = transcript_of(interview)
    found = build(said, plan=of)
    assert [(entry.aspect, entry.score, entry.text) for entry in found.employer] == [
        ("people", 4, "they laughed"),
        ("growth", 0, "ask again"),
    ]
    text = as_text(found)
    assert "- Would you get along with the people you met? 4, mostly. they laughed" in text
    assert "first thought" not in text
    assert not [turn for turn in seen_by(said, "observer").turns if turn.kind == "employer_rating"]
    after = plan("second", earlier=[said], number=3)
    assert "they laughed" not in str(after.header)


def test_the_last_guess_at_a_goal_stands_beside_it_for_the_candidate_alone(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    me = of.lead
    interview, _ = Interview.resume(of, transcript.turns)
    for text in ("first thought", "whether I stay"):
        interview.take(actions.GuessGoal(me.id, text), at=9999)
    said = transcript_of(interview)
    judged = build(said, plan=of).judged
    assert judged
    assert [(vote.goal, vote.guess) for vote in judged.votes if vote.interviewer == of.header.speaker(me.id)] == [
        (me.goal, "whether I stay")
    ]
    text = " ".join(as_text(build(said, plan=of)).split())
    assert f"What they wanted to know: {me.goal} You had guessed: whether I stay" in text
    assert not [turn for turn in seen_by(said, "observer").turns if turn.kind == "goal_guess"]
    assert "whether I stay" not in str(plan("second", earlier=[said], number=3).header)


def test_nobody_is_guessed_at_whose_goal_was_told_before(second: tuple[Plan, Transcript]) -> None:
    of, transcript = second
    again = run(plan("second", earlier=[transcript], number=3), strong)
    for said, asked in ((transcript, True), (again, False)):
        assert any(question.part == GOALS_PART for question in own_view(said)) == asked
    assert of.lead.id in {each.asker_id for each in again.header.earlier}


@pytest.mark.parametrize(
    "action",
    [
        actions.GuessGoal("nobody", "whether I stay"),
        actions.GuessGoal("sam-kerr", " "),
        actions.RateEmployer("people", 6),
        actions.RateEmployer("people", 0),
        actions.RateEmployer("people", 0, " "),
        actions.RateEmployer("parking", 3),
    ],
)
def test_what_makes_no_sense_of_the_other_side_is_refused(
    second: tuple[Plan, Transcript], action: actions.Action
) -> None:
    of, transcript = second
    interview, _ = Interview.resume(of, transcript.turns)
    with pytest.raises(NotNowError):
        interview.take(action, at=9999)
