"""The coach's hand in the room: each action, what follows from it, and what the candidate sees of it."""

from __future__ import annotations

import pytest

from simulator.debrief import build
from simulator.debrief.scorecard import heard_now, marked
from simulator.interview import Interview, NotNowError, actions
from simulator.interview.panel import minutes_left
from simulator.interview.probing import unused_probe
from simulator.transcript.reading import exchanges
from simulator.transcript.turns import Transcript, Turn, seen_by
from tests.interview.rounds import begun, plan, run, strong


def panel() -> Interview:
    return begun(plan("panel", earlier=[run(plan("first"), strong)], number=2))


def kinds(turns: list[Turn]) -> list[str]:
    return [turn.kind for turn in turns]


def test_any_question_of_the_banks_can_come_next_and_does_not_come_again() -> None:
    interview = panel()
    asked = interview.take(actions.AskQuestion(question="small.notice"), at=1)
    assert [(turn.kind, turn.question) for turn in asked] == [
        ("ask_question", "small.notice"),
        ("question", "small.notice"),
    ]
    while not interview.state.ended:
        interview.take(actions.Answer("Four weeks, to the end of a month."), at=2)
    assert [turn.question for turn in interview.turns if turn.kind == "question"].count("small.notice") == 1


def test_the_coachs_own_words_are_asked_as_a_question_by_whom_they_name() -> None:
    interview = panel()
    question = interview.take(actions.AskQuestion("What do you do at {{ six }}?", to="jo"), at=1)[-1]
    assert (question.kind, question.speaker, question.text) == ("question", "jo", "What do you do at {{ six }}?")
    answer = interview.take(actions.Answer("I feed the hens."), at=2)[0]
    assert answer.question == question.question != ""


def test_a_bank_question_can_be_put_in_the_coachs_words() -> None:
    question = panel().take(actions.AskQuestion("When could you be here?", question="small.notice"), at=1)[-1]
    assert (question.question, question.text) == ("small.notice", "When could you be here?")


def test_an_interviewer_whom_the_coach_plays_says_nothing_of_their_own() -> None:
    interview = begun(plan("first"))
    interview.take(actions.TakeOver("jo"), at=1)
    assert kinds(interview.take(actions.Answer("Fine."), at=2)) == ["answer"]
    assert kinds(interview.take(actions.Wait(60), at=3)) == ["wait"]
    said = interview.take(actions.Say("Go on."), at=4)
    assert [(turn.kind, turn.speaker) for turn in said] == [("say", "jo")]
    assert kinds(interview.take(actions.NextSpeaker(), at=5)) == ["next_speaker", "question"]
    closed = kinds(interview.take(actions.EndRound(), at=6))
    assert (closed[:2], closed[-1]) == (["end_round", "closing"], "end")


def test_an_interviewer_given_back_goes_on_by_themselves() -> None:
    interview = begun(plan("first"))
    interview.take(actions.TakeOver("jo"), at=1)
    interview.take(actions.Answer("We are eight people, six fitters and two apprentices."), at=2)
    assert kinds(interview.take(actions.GiveBack("jo"), at=3)) == ["give_back", "acknowledgement", "question"]


def test_one_panelist_disagrees_with_another_in_their_own_words_or_the_coachs() -> None:
    interview = panel()
    own = interview.take(actions.Disagree("jo", "sam"), at=1)[-1]
    assert (own.kind, own.speaker, own.visible) == ("disagreement", "jo", "all")
    assert "Sam" in own.text
    assert interview.take(actions.Disagree("sam", "jo", "I don't think so."), at=2)[-1].text == "I don't think so."


def test_a_silence_lasts_its_seconds_or_until_the_answer() -> None:
    interview = begun(plan("first"))
    interview.take(actions.HoldSilence(30), at=1)
    assert kinds(interview.take(actions.Wait(29), at=2)) == ["wait"]
    assert kinds(interview.take(actions.Wait(2), at=3)) == ["wait", "nudge"]
    other = begun(plan("first"))
    other.take(actions.HoldSilence(), at=1)
    assert kinds(other.take(actions.Wait(1_000), at=2)) == ["wait"]


def test_somebody_else_takes_over_the_seat_and_the_questions_of_who_leaves() -> None:
    interview = begun(plan("first"))
    turns = interview.take(actions.LateChange(why="swap", person="jo", to="sam"), at=1)
    assert [(turn.kind, turn.speaker) for turn in turns] == [
        ("late_change", "coach"),
        ("change", "jo"),
        ("introduction", "sam"),
    ]
    assert turns[1].text == "I'm being called away, I'm afraid. Sam Kerr takes my place here. Your answer goes to Sam."
    assert (
        interview.take(actions.Answer("We are eight people, six fitters and two apprentices."), at=2)[-1].speaker
        == "sam"
    )


def test_who_comes_in_is_known_to_the_candidate_from_then_on_only() -> None:
    interview = begun(plan("first"))
    header = interview.plan.header
    before = seen_by(Transcript(header=header, turns=tuple(interview.turns)), "candidate")
    assert before.header.person("sam") is None
    interview.take(actions.LateChange(why="add", to="sam"), at=1)
    after = seen_by(Transcript(header=header, turns=tuple(interview.turns)), "candidate")
    assert after.header.person("sam") is not None


def test_who_is_taken_out_leaves_their_questions_to_the_others() -> None:
    interview = panel()
    interview.take(actions.LateChange(why="remove", person="jo"), at=1)
    while not interview.state.ended:
        interview.take(actions.Answer("Four weeks, to the end of a month."), at=2)
    later = interview.turns[interview.turns.index(next(t for t in interview.turns if t.kind == "change")) + 1 :]
    assert {turn.speaker for turn in later if turn.kind != "answer"} == {"sam"}


def test_who_leads_takes_leave_in_their_own_voice_and_leaves_no_question_behind() -> None:
    interview = panel()
    lead = interview.state.lead.id
    asked = interview.state.open_line
    assert asked is not None
    assert asked.speaker == lead
    change = interview.take(actions.LateChange(why="remove", person=lead), at=1)[1]
    heir = interview.state.lead
    assert (change.kind, change.speaker) == ("change", lead)
    assert interview.plan.people[lead].name not in change.text
    assert change.text.startswith("I'm afraid I have to leave")
    assert change.text.count(heir.name.split()[0]) == 2
    assert interview.take(actions.Answer("Four weeks, to the end of a month."), at=2)[1].speaker == heir.id


def test_who_was_here_before_is_back() -> None:
    interview = panel()
    gone = interview.state.present[1]
    interview.take(actions.LateChange(why="remove", person=gone), at=1)
    back = interview.take(actions.LateChange(why="add", to=gone), at=2)[1]
    assert "is back with us" in back.text


def test_more_time_than_there_was_is_no_cut() -> None:
    interview = panel()
    less = interview.take(actions.LateChange(why="cut", minutes=2), at=1)[1]
    more = interview.take(actions.LateChange(why="cut", minutes=90), at=2)[1]
    assert "cut" in less.text
    assert "cut" not in more.text
    assert "more time" in more.text


def test_a_few_words_to_what_cut_in_leave_the_open_question_open() -> None:
    interview = begun(plan("first"))
    asked, line = interview.state.item, interview.state.open_line
    assert line is not None
    interview.take(actions.Interrupt("Sorry, one moment, is that a school?"), at=1)
    heard = interview.take(actions.Answer("Yes, a school in Leeds."), at=2)
    assert [(turn.kind, turn.why) for turn in heard[1:]] == [("noted", "cut_in"), ("reply", "cut_in")]
    assert heard[-1].text.endswith(line.wording)
    assert interview.state.item == asked
    assert interview.state.open == "question"
    after = interview.take(actions.Answer("We are eight people, six fitters and two apprentices."), at=3)
    assert "noted" not in kinds(after)
    assert [each.text for each in exchanges(interview.turns)[0].answers] == [after[0].text]


@pytest.mark.parametrize(
    ("cut_in", "answer"),
    [
        ("Sorry, go on.", "We are eight."),
        (
            "Is that a school?",
            "Yes, a school. We are eight people there, six fitters and two apprentices, since March.",
        ),
    ],
)
def test_what_answers_the_open_question_is_heard_though_somebody_cut_in(cut_in: str, answer: str) -> None:
    interview = begun(plan("first"))
    interview.take(actions.Interrupt(cut_in), at=1)
    interview.take(actions.Answer(answer), at=2)
    assert [each.text for each in exchanges(interview.turns)[0].answers] == [answer]


def test_a_round_of_one_answer_and_of_cutting_in_comes_to_its_end() -> None:
    interview = begun(plan("first"))
    for _ in range(60):
        if interview.state.ended:
            break
        if interview.state.open != "closing":
            interview.take(actions.Interrupt("Is that a school?"), at=1)
        interview.take(actions.Answer("60"), at=2)
    assert interview.state.ended


@pytest.mark.parametrize("place", ["the canteen", "to the canteen", "into the canteen"])
def test_a_place_to_go_on_in_is_named_with_its_preposition_or_without(place: str) -> None:
    moved = panel().take(actions.LateChange(place, why="room"), at=1)[1]
    assert moved.text.endswith(" We go on in the canteen.")


def test_less_time_leaves_out_what_there_is_no_time_for() -> None:
    interview = panel()
    interview.take(actions.LateChange(why="cut", minutes=1), at=1)
    assert [item.why for item in interview.state.agenda] == ["closing"]


def test_an_answer_said_aloud_needs_no_text_and_is_not_judged_by_its_gist() -> None:
    interview = begun(plan("first"))
    assert kinds(interview.take(actions.Answer("", spoken=True), at=1)) == ["answer", "acknowledgement", "question"]
    assert "probe" not in kinds(interview.take(actions.Answer("fine", spoken=True), at=2))
    with pytest.raises(NotNowError):
        interview.take(actions.Answer(" "), at=3)


def test_an_answer_is_rated_and_a_turn_marked_by_number() -> None:
    interview = begun(plan("first"))
    answer = interview.take(actions.Answer("We are eight people, six fitters and two apprentices."), at=1)[0]
    rated = interview.take(actions.Rate("", 0, "could not hear it", cause=answer.n), at=2)[0]
    assert (rated.score, rated.cause) == (0, answer.n)
    marked = interview.take(actions.Mark(answer.n, "Come back to this."), at=3)[0]
    assert (marked.cause, marked.visible) == (answer.n, "interviewers")


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (actions.TakeOver("nobody"), "nobody in the room"),
        (actions.GiveBack("sam"), "do not play"),
        (actions.Disagree("sam", "sam"), "takes two"),
        (actions.Disagree("sam", "nobody"), "nobody in the room"),
        (actions.Disagree("sam", "jo"), "has said nothing yet"),
        (actions.AskQuestion(question="small.none"), "no question"),
        (actions.AskQuestion(" "), "nothing in it"),
        (actions.LateChange(), "nothing in it"),
        (actions.LateChange(why="weather"), "one of swap"),
        (actions.LateChange(why="swap", person="sam"), "nobody who could come in"),
        (actions.LateChange(why="add", to="sam"), "nobody who could come in"),
        (actions.LateChange(why="remove", person="ann"), "nobody in the room"),
        (actions.LateChange(why="cut", minutes=0), "whole number"),
        (actions.Rate("delivery", 6), "from 1 to 5"),
        (actions.Rate("delivery", 3, cause=1), "no answer"),
        (actions.Mark(99), "no turn 99"),
        (actions.Interrupt(" "), "nothing in it"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(action: actions.Action, says: str) -> None:
    interview = panel()
    before = list(interview.turns)
    with pytest.raises(NotNowError, match=says):
        interview.take(action, at=1)
    assert interview.turns == before


def test_the_last_one_stays() -> None:
    with pytest.raises(NotNowError, match="somebody has to stay"):
        begun(plan("first")).take(actions.LateChange(why="remove", person="jo"), at=1)


def test_the_candidate_sees_what_was_said_and_nothing_of_who_made_it_so() -> None:
    interview = panel()
    for action in (
        actions.TakeOver("jo"),
        actions.AskQuestion("One of mine?", to="jo"),
        actions.Disagree("jo", "sam", "No."),
        actions.Mark(1, "secret mark"),
        actions.LateChange("We move.", why="room"),
        actions.GiveBack("jo"),
        actions.EndRound("That is all."),
    ):
        seen = seen_by(Transcript(header=interview.plan.header, turns=tuple(interview.turns)), "candidate", ended=False)
        assert "coach" not in {turn.speaker for turn in seen.turns}
        interview.take(action, at=1)
    texts = [turn.text for turn in interview.turns if turn.visible == "all"]
    assert {"One of mine?", "No.", "We move.", "That is all."} <= set(texts)


def test_a_follow_up_that_the_question_does_not_have_is_refused() -> None:
    interview = begun(plan("first"))
    with pytest.raises(NotNowError, match="no follow-up for “no_horizon” left"):
        interview.take(actions.AskProbe(why="no_horizon"), at=1)
    while (found := unused_probe(interview.state, interview.state.floor)) is not None:
        assert interview.take(actions.AskProbe(), at=1)[-1].why == found[0]
    with pytest.raises(NotNowError, match="own words"):
        interview.take(actions.AskProbe(), at=2)


def test_after_a_cut_the_minutes_left_are_those_that_were_named() -> None:
    interview = panel()
    assert minutes_left(interview.state) > 12
    interview.take(actions.LateChange(why="cut", minutes=12), at=1)
    assert minutes_left(interview.state) == 12
    interview.take(actions.Wait(180), at=2)
    assert minutes_left(interview.state) == 9


def test_what_the_coach_went_on_from_is_nothing_that_the_candidate_passed_over() -> None:
    of = plan("first")
    interview = begun(of)
    interview.take(actions.NextSpeaker(), at=1)
    interview.take(actions.Skip(), at=2)
    interview.take(actions.EndRound(), at=3)
    whole = Transcript(header=of.header, turns=tuple(interview.turns))
    found = build(seen_by(whole, "candidate"), plan=of)
    assert found.skipped == 1
    assert found.judged is not None
    assert "You passed 1 question over" in found.judged.advice[0].text
    assert {each.score for each in marked(heard_now(whole), of.questions, of.slots)} == {0, None}
