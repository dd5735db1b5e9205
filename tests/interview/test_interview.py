"""What always holds in a room, whoever does what in whatever order."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.interview import Interview, NotNowError, Plan, actions
from simulator.transcript.turns import ACTIONS, VISIBILITY, Transcript, Turn, seen_by
from tests.interview.rounds import begun, check, plan, run, strong, weak

ANSWERS = st.sampled_from(
    [
        "We are eight people.",
        "Twelve people, and we did it together.",
        "As I said last time.",
        "Four weeks.",
        "Fine.",
        "What is the pay?",
        "In March two were ill. I packed forty boxes over two nights and we delivered on the Friday.",
        "[/nope] {{ 7*7 }} \x1b[31mred\x1b[0m",
        "أهلا 👩‍🔧 ok",
    ]
)
PEOPLE = st.sampled_from(["", "sam", "jo", "nobody"])
QUESTIONS = st.sampled_from(["", "small.team", "small.notice", "small.none"])
ACTION = st.one_of(
    st.builds(actions.Begin),
    st.builds(actions.Answer, text=st.one_of(ANSWERS, st.text(max_size=40))),
    st.builds(actions.Answer, text=ANSWERS, spoken=st.booleans()),
    st.builds(actions.TakeBack),
    st.builds(actions.Skip),
    st.builds(actions.Wait, seconds=st.floats(0, 60)),
    st.builds(actions.TypingStarted),
    st.builds(actions.OwnNote, text=st.text(max_size=20)),
    st.builds(actions.AskInterviewer, text=ANSWERS),
    st.builds(actions.Pause),
    st.builds(actions.Resume),
    st.builds(actions.Leave),
    st.builds(
        actions.AskProbe, text=st.sampled_from(["", "And then?"]), why=st.sampled_from(["", "no_result", "short"])
    ),
    st.builds(actions.Say, text=ANSWERS, speaker=PEOPLE),
    st.builds(actions.NextSpeaker, to=PEOPLE),
    st.builds(actions.HoldSilence, seconds=st.floats(0, 60)),
    st.builds(
        actions.LateChange,
        text=st.text(max_size=20),
        why=st.sampled_from(["", "swap", "add", "remove", "cut", "room"]),
        person=PEOPLE,
        to=PEOPLE,
        minutes=st.integers(-1, 30),
    ),
    st.builds(
        actions.Rate,
        competency=st.just("delivery"),
        score=st.integers(-1, 6),
        text=st.just(""),
        cause=st.integers(0, 9),
    ),
    st.builds(actions.AskQuestion, text=st.text(max_size=20), question=QUESTIONS, to=PEOPLE),
    st.builds(actions.Interrupt, text=ANSWERS, speaker=PEOPLE),
    st.builds(actions.Disagree, speaker=PEOPLE, to=PEOPLE, text=st.text(max_size=20)),
    st.builds(actions.TakeOver, person=PEOPLE),
    st.builds(actions.GiveBack, person=PEOPLE),
    st.builds(actions.Mark, cause=st.integers(0, 9), text=st.text(max_size=20)),
    st.builds(actions.EndRound, text=st.text(max_size=20)),
    st.builds(actions.CoachNote, text=st.text(max_size=20)),
)


def plans() -> list[Plan]:
    first = run(plan("first"), weak)
    second = run(plan("second", earlier=[first], number=2), strong)
    return [
        plan("first", hints="now"),
        plan("second", earlier=[first], number=2),
        plan("panel", earlier=[first, second], number=3),
        plan("fixed", earlier=[first], number=4),
    ]


PLANS = plans()


@settings(max_examples=150)
@given(st.sampled_from(PLANS), st.lists(st.tuples(ACTION, st.floats(0, 100)), max_size=25))
def test_invariants_hold_for_any_actions_in_any_order(of: Plan, doings: list[tuple[actions.Action, float]]) -> None:
    interview = begun(of)
    for action, at in doings:
        before = len(interview.turns)
        try:
            turns = interview.take(action, at=at)
        except NotNowError:
            assert len(interview.turns) == before
            continue
        assert interview.turns[before:] == turns
    check(of, interview.turns)
    _resumes_anywhere(of, interview.turns)
    _comes_to_an_end(interview)
    check(of, interview.turns)


def test_who_left_stays_gone_when_an_answer_is_taken_back() -> None:
    interview = begun(PLANS[1])
    interview.take(actions.Answer("We are eight people."), at=1)
    interview.take(actions.LateChange(why="swap", person="sam", to="jo"), at=2)
    assert {turn.speaker for turn in interview.take(actions.TakeBack(), at=3)[1:]} == {"jo"}


def _resumes_anywhere(of: Plan, turns: list[Turn]) -> None:
    """Cut anywhere: what is owed is what would have come, and then the rest follows as if nothing had happened."""
    for cut in range(len(turns) + 1):
        again, owed = Interview.resume(of, turns[:cut])
        rest = turns[cut:]
        following = next((i for i, turn in enumerate(rest) if turn.kind in ACTIONS), len(rest))
        assert owed == rest[:following]
        assert again.turns == turns[: cut + following]


def _comes_to_an_end(interview: Interview) -> None:
    if interview.state.paused:
        interview.take(actions.Resume(), at=0)
    for played in sorted(interview.state.played):
        if not interview.state.ended:
            interview.take(actions.GiveBack(played), at=0)
    for _ in range(60):
        if interview.state.ended:
            break
        interview.take(actions.Answer("Fine, thank you."), at=0)
    assert interview.state.ended
    assert [turn.kind for turn in interview.turns].count("end") == 1
    with pytest.raises(NotNowError):
        interview.take(actions.Answer("One more thing."), at=0)
    interview.take(actions.OwnNote("Ask about the start date."), at=0)


@pytest.mark.parametrize("of", PLANS, ids=lambda of: of.header.round)
def test_nothing_is_asked_twice_and_probes_stay_within_the_limit(of: Plan) -> None:
    turns = run(of, weak).turns
    asked = Counter(turn.question for turn in turns if turn.kind == "question")
    assert asked.most_common(1)[0][1] == 1
    probes = Counter(turn.question for turn in turns if turn.kind == "probe")
    assert all(count <= 2 for count in probes.values())  # once, and once more where it brought nothing


def test_the_same_seed_content_and_answers_give_the_same_turns() -> None:
    one = run(plan("second", earlier=[run(plan("first"), strong)], number=2), weak)
    other = run(plan("second", earlier=[run(plan("first"), strong)], number=2), weak)
    assert one == other


def test_a_probe_more_changes_no_later_choice() -> None:
    terse, full = (run(plan("first", process="small"), answer) for answer in (weak, strong))
    assert any(turn.kind == "probe" for turn in terse.turns)
    assert not any(turn.kind == "probe" for turn in full.turns)
    said = [[turn.text for turn in each.turns if turn.kind == "question"] for each in (terse, full)]
    assert said[0] == said[1]


def test_weak_and_strong_first_rounds_lead_to_different_agendas() -> None:
    after_weak = plan("second", earlier=[run(plan("first"), weak)], number=2).header
    after_strong = plan("second", earlier=[run(plan("first"), strong)], number=2).header
    assert after_weak.agenda != after_strong.agenda
    concerns = [item for item in after_weak.agenda if item.why == "concern"]
    assert concerns
    assert all(item.earlier in {each.pointer for each in after_weak.earlier} for item in concerns)
    assert not any(item.why == "concern" for item in after_strong.agenda)


def test_a_repeat_comes_in_other_words_than_before() -> None:
    first = run(plan("first"), strong)
    second = run(plan("second", earlier=[first], number=2), strong)
    before = {turn.question: turn.text for turn in first.turns if turn.kind == "question"}
    again = [turn for turn in second.turns if turn.kind == "question" and turn.why == "repeat"]
    assert again
    assert all(before[turn.question] not in turn.text for turn in again)


def test_a_difference_is_challenged_once_and_never_in_a_structured_round() -> None:
    first = run(plan("first"), strong)

    def other_size(line: Turn) -> str:
        return "We are twelve people." if line.question == "small.team" else strong(line)

    second = run(plan("second", earlier=[first], number=2), other_size)
    assert [turn.kind for turn in second.turns].count("challenge") == 1
    fixed = run(plan("fixed", earlier=[first], number=3), other_size)
    assert "challenge" not in [turn.kind for turn in fixed.turns]


def test_the_same_facts_in_other_words_are_not_challenged() -> None:
    first = run(plan("first"), strong)

    def reworded(line: Turn) -> str:
        return "There are eight of us in the team." if line.question == "small.team" else strong(line)

    second = run(plan("second", earlier=[first], number=2), reworded)
    assert not [turn for turn in second.turns if turn.kind in ("finding", "challenge")]


@pytest.mark.parametrize("at", [float("nan"), float("inf"), -1.0])
def test_a_time_that_is_none_is_refused(at: float) -> None:
    with pytest.raises(ValueError, match="a time in the room"):
        begun(plan("first")).take(actions.Skip(), at=at)


def test_room_time_never_runs_back() -> None:
    interview = begun(plan("first"))
    interview.take(actions.Answer("Eight."), at=50)
    assert interview.take(actions.Answer("Nine."), at=10)[0].at == 50


def test_every_field_of_an_action_is_on_its_turn() -> None:
    interview = begun(plan("first"))
    rated = interview.take(actions.Rate("delivery", 4, "clear"), at=3)[0]
    assert (rated.kind, rated.competency, rated.score, rated.text, rated.visible) == (
        "rating", "delivery", 4, "clear", "interviewers",
    )  # fmt: skip
    spoken = interview.take(actions.Answer("Eight.", spoken=True), at=4)[0]
    assert spoken.spoken
    silent = interview.take(actions.HoldSilence(8), at=5)[0]
    assert (silent.seconds, silent.visible, silent.speaker) == (8, "coach", "coach")


def test_every_kind_has_a_visibility_and_every_action_a_kind() -> None:
    tags = {each.__struct_config__.tag for each in actions.Action.__subclasses__()}
    assert tags == set(ACTIONS)
    assert set(VISIBILITY.values()) <= {"all", "candidate", "interviewers", "coach"}


def test_the_closing_never_goes_on_for_ever() -> None:
    interview = begun(plan("first"))
    for _ in range(3):
        interview.take(actions.Skip(), at=0)
    for _ in range(20):
        if interview.state.ended:
            break
        interview.take(actions.Answer("What else?"), at=0)
    assert interview.state.ended


def test_a_hidden_line_is_the_candidates_after_the_end_but_never_the_coachs() -> None:
    interview = begun(plan("first"))
    interview.take(actions.CoachNote("Nervous."), at=0)
    interview.take(actions.Rate("delivery", 2, "no case"), at=0)
    during = seen_by(Transcript(header=interview.plan.header, turns=tuple(interview.turns)), "candidate")
    assert not {"coach_note", "rating"} & {turn.kind for turn in during.turns}
    _comes_to_an_end(interview)
    after = seen_by(Transcript(header=interview.plan.header, turns=tuple(interview.turns)), "candidate")
    kinds = {turn.kind for turn in after.turns}
    assert "rating" in kinds
    assert "coach_note" not in kinds
    assert after.header.agenda
    coach = seen_by(Transcript(header=interview.plan.header, turns=tuple(interview.turns)), "coach")
    assert coach.turns == tuple(interview.turns)


def test_actions_survive_json() -> None:
    union = actions.Answer | actions.Skip | actions.Wait
    for action in (actions.Answer("x", spoken=True), actions.Skip(), actions.Wait(2.5)):
        assert msgspec.json.decode(msgspec.json.encode(action), type=union) == action


def test_the_same_words_within_others_are_the_same_difference() -> None:
    interview = begun(plan("first"))
    raised = Turn(
        n=1,
        at=0,
        speaker="jo",
        kind="finding",
        visible="interviewers",
        first="a team of eight",
        second="a team of twelve",
    )
    interview.state.raised.append(raised)
    assert interview.state.was_raised("eight", "twelve", "")
    assert interview.state.was_raised("A team of eight", "fifteen people", "")
    assert not interview.state.was_raised("two months", "four weeks", "notice_period")
