"""What holds in every room of every built-in process, whoever does what in whatever order."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.content.schemas import Process
from simulator.interview import Interview, NotNowError, Plan, actions
from simulator.transcript.reading import NO_ANSWER
from simulator.transcript.turns import ACTIONS, Transcript
from tests.interview.rounds import begun, built_in, check, plan

ANSWERS = (
    (
        "In March two of us were ill and the Leeds order was due. I rang the customer, agreed a new date and packed "
        "the forty boxes myself over two nights. We delivered on the Friday and they ordered again in May."
    ),
    "In June we moved the stores. We numbered the shelves, we drove the vans, and it was done in nine days.",
    "I always stay calm and talk to people first.",
    "As I said last time.",
    "No, that has never come up; I have only ever worked by myself.",
    "That man is a clown and I'm sick of it.",
    "Thirty-four thousand.",
    "Until my visa comes through, so two years or so.",
    "Fine.",
    "What is the next step?",
)


@cache
def before(process: str, place: int) -> tuple[Transcript, ...]:
    """The rounds before the one at `place`, each answered with something of everything."""
    if not place:
        return ()
    of = room(process, place - 1)
    interview = begun(of)
    while not interview.state.ended:
        interview.take(actions.Answer(ANSWERS[len(interview.turns) % len(ANSWERS)]), at=len(interview.turns))
    return (*before(process, place - 1), Transcript(header=of.header, turns=tuple(interview.turns)))


@cache
def room(process: str, place: int) -> Plan:
    meeting = built_in().process(process).rounds[place]
    earlier = before(process, place)
    return plan(meeting.id, process=process, earlier=earlier, seed=None, number=place + 1, of=built_in())


PROCESSES = [entry.item for entry in built_in().of_kind("process") if isinstance(entry.item, Process)]
ROOMS = [(process.id, place) for process in PROCESSES for place in range(len(process.rounds))]
PEOPLE = st.sampled_from(
    [*sorted({who for each in ROOMS for who in room(*each).people}), ""],
)
ACTION = st.one_of(
    st.builds(actions.Answer, text=st.sampled_from(ANSWERS)),
    st.builds(actions.Answer, text=st.sampled_from(ANSWERS)),
    st.builds(actions.Answer, text=st.sampled_from(ANSWERS), spoken=st.booleans()),
    st.builds(actions.Wait, seconds=st.floats(0, 90)),
    st.builds(actions.AskInterviewer, text=st.sampled_from(["What is the next step?", "How big is the team?"])),
    st.sampled_from(
        [
            actions.Skip(),
            actions.TakeBack(),
            actions.TypingStarted(),
            actions.Pause(),
            actions.Resume(),
            actions.Leave(),
            actions.AskProbe(),
            actions.NextSpeaker(),
            actions.HoldSilence(),
            actions.LateChange(why="cut", minutes=5),
        ]
    ),
    st.builds(actions.LateChange, why=st.sampled_from(["swap", "add", "remove"]), person=PEOPLE, to=PEOPLE),
    st.builds(actions.TakeOver, person=PEOPLE),
    st.builds(actions.GiveBack, person=PEOPLE),
    st.builds(actions.Disagree, speaker=PEOPLE, to=PEOPLE),
)


@settings(max_examples=60)
@given(st.sampled_from(ROOMS), st.lists(ACTION, max_size=30), st.integers(0, 10_000))
def test_invariants_hold_in_every_built_in_room(which: tuple[str, int], doings: list[actions.Action], cut: int) -> None:
    of = room(*which)
    interview = Interview(of)
    interview.take(actions.Begin(), at=0)
    for place, action in enumerate(doings):
        try:
            interview.take(action, at=place)
        except NotNowError:
            continue
    turns = interview.turns
    check(of, turns)
    stop = cut % (len(turns) + 1)
    again, owed = Interview.resume(of, turns[:stop])
    following = next((i for i, turn in enumerate(turns[stop:]) if turn.kind in ACTIONS), len(turns) - stop)
    assert owed == turns[stop : stop + following]
    assert again.turns == turns[: stop + following]


@pytest.mark.parametrize("which", ROOMS, ids=lambda which: f"{which[0]}-{which[1]}")
@pytest.mark.parametrize("offset", range(len(ANSWERS)))
def test_a_round_ends_with_no_question_twice_and_no_more_probes_than_their_limit(
    which: tuple[str, int], offset: int
) -> None:
    of = room(*which)
    interview = Interview(of)
    interview.take(actions.Begin(), at=0)
    for place in range(150):
        if interview.state.ended:
            break
        interview.take(actions.Answer(ANSWERS[(place + offset) % len(ANSWERS)]), at=place)
    assert interview.state.ended
    asked = [turn.question for turn in interview.turns if turn.kind == "question"]
    assert len(set(asked)) == len(asked)
    for question in asked:
        probes = [turn for turn in interview.turns if turn.kind == "probe" and turn.question == question]
        most = (
            max(
                of.people[turn.speaker].manner.probes
                for turn in interview.turns
                if turn.question == question and turn.speaker in of.people
            )
            + 1
        )
        parts = len(of.questions[question].parts) if question in of.questions else 0
        again = sum(turn.why in NO_ANSWER for turn in probes)
        assert again <= 2
        assert len(probes) <= most + parts + again + sum(turn.why == "lens" for turn in probes)
        assert max((sum(each.why == turn.why for each in probes) for turn in probes), default=0) <= 2
    check(of, interview.turns)
