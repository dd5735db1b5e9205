"""What a candidate would notice across rounds: people who know them by now, names, and lines they have heard before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from simulator.content.library import load_library
from simulator.interview.told import is_told
from simulator.transcript.turns import Transcript, Turn
from tests.interview.rounds import built_in, plan, run, story


def thin(_: Turn) -> str:
    return "It was all fine, one does what has to be done, and people are people."


@cache
def rounds(process: str, answer: Callable[[Turn], str], seed: int = 5) -> tuple[Transcript, ...]:
    """Every round of a process, each question answered in the same way."""
    held: list[Transcript] = []
    for place, meeting in enumerate(built_in().process(process).rounds, start=1):
        of = plan(meeting.id, process=process, earlier=held, seed=seed, number=place, of=built_in())
        held.append(run(of, answer))
    return tuple(held)


def first(transcript: Transcript, speaker: str) -> str:
    return next(turn.text for turn in transcript.turns if turn.speaker == speaker)


def test_whoever_has_met_the_candidate_does_not_introduce_themselves_again() -> None:
    before, again, _ = rounds("same-again", story)
    assert "Dana" in first(before, "dana-ruiz")
    assert "again" in first(again, "dana-ruiz")
    assert "Dana" not in first(again, "dana-ruiz")
    assert "45 minutes" in first(again, "dana-ruiz")


def test_a_panel_member_who_has_met_the_candidate_says_so_and_a_stranger_says_who_they_are() -> None:
    panel = rounds("classic", story)[2]
    said = {turn.speaker: turn.text for turn in panel.turns if turn.kind == "introduction"}
    assert "Ada" in said["dana-ruiz"]
    assert "team lead" not in said["dana-ruiz"].lower()
    assert "Tomasz" in said["tomasz-wilk"]


@pytest.mark.parametrize("process", ["classic", "same-again", "second-day"])
@pytest.mark.parametrize("seed", range(3))
def test_a_colleague_who_is_not_there_is_called_by_the_whole_name_once(process: str, seed: int) -> None:
    for transcript in rounds(process, thin, seed)[1:]:
        here = {person.name for person in transcript.header.interviewers}
        said = [turn.text for turn in transcript.turns if turn.kind in ("question", "challenge")]
        for name in {each.asker for each in transcript.header.earlier} - here:
            assert sum(text.count(name) for text in said) <= 1


@pytest.mark.parametrize("process", ["classic", "same-again", "second-day", "marathon"])
@pytest.mark.parametrize("seed", range(3))
def test_nobody_follows_up_in_words_that_were_said_before_while_there_are_others(process: str, seed: int) -> None:
    library = load_library()
    heard: list[str] = []
    for transcript in rounds(process, thin, seed):
        for turn in transcript.turns:
            if turn.kind != "probe" or turn.question not in library.questions():
                continue
            probes = library.questions()[turn.question].probes
            options = next((probe.say for probe in probes if probe.when == turn.why), ())
            if options and not set(options) <= set(heard):
                assert turn.text not in heard
            heard.append(turn.text)


def test_a_question_close_to_one_without_a_case_is_led_over_to() -> None:
    from tests.interview.test_probing import NO_CASE, asked

    question = next(turn for turn in asked("delivery.pressure", NO_CASE) if turn.kind == "question")
    library = load_library()
    wording = library.questions()[question.question].wordings[0]
    bridge = question.text.removesuffix(wording).strip()
    assert bridge in library.persona("dana-ruiz").lines.nearby


@pytest.mark.parametrize(
    ("probe", "answer", "told"),
    [
        (
            "What came up in your last review, for example?",
            "My last review said I jump in before people finish talking.",
            True,
        ),
        ("What came up in your last review, for example?", "I'd say my reviews are fine.", False),
        ("When did somebody last complain to you?", "A lady complained about her wedding shoes on Saturday.", True),
        ("When did somebody last complain to you?", "People complain, it's part of the trade.", False),
        ("How many is that, counting you?", "There are six of us.", True),
        ("How many is that, counting you?", "There's a good few of us.", False),
        ("When would you call it finished?", "Last month I found it in two days.", False),
        ("And how did it end?", "It was a Saturday, and the till failed.", False),
    ],
)
def test_a_follow_up_asks_for_what_was_told_already(probe: str, answer: str, *, told: bool) -> None:
    assert is_told(probe, answer) is told


def test_what_was_told_is_not_asked_for() -> None:
    from tests.interview.test_probing import asked

    review = "My last review said I jump in before people finish talking."
    texts = [turn.text for turn in asked("communication.criticism-taken", review) if turn.kind == "probe"]
    assert not [text for text in texts if "review" in text]
