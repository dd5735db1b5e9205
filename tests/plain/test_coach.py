"""A coach at the controls: what is done, and what the candidate may see of it before and after the end."""

from __future__ import annotations

import re

import pytest

from simulator.transcript.reading import load
from simulator.transcript.turns import Turn
from tests.conftest import Ran, Run

COACH = ["coach", "--plain", "--candidate", "Ada", "--seed", "7"]
PANEL = [*COACH, "--round", "panel"]
ANSWER = "I have been at Acme for five years and lead a team of eight."


def turns(run: Run, kind: str, name: str = "0001-hr") -> list[Turn]:
    return [turn for turn in load(run.transcript(name)).turns if turn.kind == kind]


def lines(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return ran.lines[6:]


def test_next_moves_on_to_the_next_question(run_here: Run) -> None:
    run_here(COACH, "/next\n/next\n")
    assert len({turn.question for turn in turns(run_here, "question")}) == 3


@pytest.mark.parametrize("name", ["Dana", "dana ruiz", "DANA-RUIZ", "ruiz"])
def test_next_names_who_asks(run_here: Run, name: str) -> None:
    run_here(PANEL, f"/next {name}\n")
    assert turns(run_here, "question", "0001-panel")[-1].speaker == "dana-ruiz"


def test_nobody_is_called_what_is_nobodys_name(run_here: Run) -> None:
    assert lines(run_here(COACH, "/next Bob\n"))[0] == "* /next [NAME]: nobody in the room is called Bob."
    assert turns(run_here, "next_speaker") == []


def test_say_speaks_as_whoever_is_named(run_here: Run) -> None:
    run_here(PANEL, "/say Dana: And then?\n/say One thing: how?\n/say {{ 7*7 }}\n")
    said = turns(run_here, "say", "0001-panel")
    assert [turn.text for turn in said] == ["And then?", "One thing: how?", "{{ 7*7 }}"]
    assert said[0].speaker == "dana-ruiz"


def test_probe_follows_up_by_itself_for_a_trigger_or_in_words(run_here: Run) -> None:
    run_here(COACH, "/probe\n/probe vague\n/probe What did {{ you }} do?\n")
    probes = turns(run_here, "probe")
    assert len(probes) == 3
    assert all(turn.text for turn in probes)
    assert probes[2].text == "What did {{ you }} do?"
    assert {turn.question for turn in probes} == {turns(run_here, "question")[0].question}


@pytest.mark.parametrize("trigger", ["nosuch", "no_such"])
def test_a_mistyped_trigger_is_not_said_aloud(run_here: Run, trigger: str) -> None:
    assert "the triggers are short, vague" in lines(run_here(COACH, f"/probe {trigger}\n"))[0]
    assert turns(run_here, "probe") == []


@pytest.mark.parametrize("command", ["/silence", "/silence 105"])
def test_silence_keeps_the_interviewer_from_helping(run_here: Run, command: str) -> None:
    run_here(COACH, f"{command}\n/wait 100\n")
    assert turns(run_here, "nudge") == []


def test_a_change_of_plans_is_said(run_here: Run) -> None:
    assert lines(run_here(COACH, "/change We have ten minutes less.\n"))[0].endswith("): We have ten minutes less.")


@pytest.mark.parametrize(
    "rest", ["", "teamwork", "teamwork x", "teamwork 10", "teamwork 6", "teamwork -1", "a " + "9" * 5_000]
)
def test_a_rating_is_from_one_to_five(run_here: Run, rest: str) -> None:
    assert "1 to 5" in lines(run_here(COACH, f"/rate {rest}\n"))[0]
    assert turns(run_here, "rating") == []


@pytest.mark.parametrize("command", ["/say", "/change", "/cnote", "/silence x", "/silence -1", "/silence nan"])
def test_a_command_that_lacks_something_changes_nothing(run_here: Run, command: str) -> None:
    assert lines(run_here(COACH, f"{command}\n"))[0].startswith("* ")
    assert len(load(run_here.transcript("0001-hr")).turns) == 3


@pytest.mark.parametrize(
    ("command", "kinds"),
    [
        ("/question practical.notice", ["ask_question", "question"]),
        ("/question Maya: What do you do on Sundays?", ["ask_question", "question"]),
        ("/interrupt Dana: Sorry, one moment.", ["interrupt"]),
        ("/disagree Dana Maya", ["disagree", "disagreement"]),
        ("/disagree Dana Maya: Not for me.", ["disagree", "disagreement"]),
        ("/play Dana", ["take_over"]),
        ("/aloud", ["answer", "acknowledgement", "question"]),
        ("/remove Dana", ["late_change", "change"]),
        ("/cut 10", ["late_change", "change"]),
        ("/move", ["late_change", "change"]),
        ("/mark 1 worth a word", ["mark"]),
        ("/close That is all for today.", ["end_round", "closing", "end"]),
    ],
)
def test_everything_a_coach_does_is_a_turn(run_here: Run, command: str, kinds: list[str]) -> None:
    run_here(PANEL, "")
    before = len(load(run_here.transcript("0001-panel")).turns)
    run_here(["coach", "--plain", "--candidate", "Ada", "--round", "panel"], f"{command}\n")
    after = load(run_here.transcript("0001-panel")).turns[before:]
    assert [turn.kind for turn in after if turn.kind != "handoff"] == kinds


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("/question", "some words"),
        ("/question Bob: How?", "called Bob"),
        ("/question nosuch.question", "no question “nosuch.question”"),
        ("/question Maya: practical.notise", "no question “practical.notise”"),
        ("/disagree Dana", "two of those"),
        ("/disagree Dana Bob", "two of those"),
        ("/play", "somebody's name"),
        ("/give Dana", "do not play"),
        ("/swap Dana Bob", "could come in|nobody else"),
        ("/add Bob", "could come in|nobody else"),
        ("/cut soon", "minutes that are left"),
        ("/mark 999", "no turn 999"),
        ("/rate 4", "no answer yet"),
        ("/find", "some words"),
    ],
)
def test_what_a_coach_cannot_do_is_said(run_here: Run, command: str, says: str) -> None:
    assert re.search(says, run_here(PANEL, f"{command}\n").lines[-2])


def test_the_last_answer_is_rated_on_its_own(run_here: Run) -> None:
    run_here(COACH, f"{ANSWER}\n\n/rate 4 clear own part\n/rate -\n/rate background - never came up\n")
    answer = turns(run_here, "answer")[0]
    rated = [(turn.cause, turn.competency, turn.score, turn.text) for turn in turns(run_here, "rating")]
    assert rated == [
        (answer.n, "", 4, "clear own part"),
        (answer.n, "", 0, ""),
        (0, "background", 0, "never came up"),
    ]


def test_the_plan_shows_goals_what_is_ahead_and_what_the_answer_lacked(run_here: Run) -> None:
    shown = run_here(PANEL, "Fine.\n\n/plan\n/find disagrement\n").out
    for words in ("* In the room:", "* Ahead:", "* Last answer:", "short: ", "* This question:"):
        assert words in shown
    assert "communication.disagreement: " in shown


def test_after_the_end_a_coach_edits_what_is_handed_on(run_here: Run) -> None:
    shown = run_here(COACH, "Fine.\n\n/close\n/handoff\n").out
    number = re.search(r"^\* (\d+): (?!unrated)", shown, re.MULTILINE)
    assert number
    run_here(
        [*COACH, "--round", "hr", "--new"], f"Fine.\n\n/close\n/edit {number[1]} Ask about the van.\n/edit x\n/leave\n"
    )
    edits = turns(run_here, "edit_note", "0002-hr")
    assert [(turn.cause, turn.text) for turn in edits] == [(int(number[1]), "Ask about the van.")]


def test_help_lists_the_coachs_commands_too(run_here: Run) -> None:
    shown = run_here(COACH, "/help\n").out
    for name in ("next", "say", "probe", "silence", "change", "rate", "cnote", "skip", "leave"):
        assert f"* /{name}" in shown


BUSY = (
    "/cnote Secret remark.\n/rate teamwork 4 Rated remark.\n/note Own remark.\n/probe Probe remark?\n"
    "/say Say remark.\n/silence\n/change Change remark.\n/next\n"
)
HIDDEN_BEFORE = ["Secret remark", "Rated remark", "keeps the room silent", "moves on", "asks for a follow-up"]
SEEN_BEFORE = ["Own remark", "Probe remark", "Say remark", "Change remark"]


@pytest.mark.parametrize("form", ["md", "txt", "toml"])
def test_before_the_end_the_candidate_sees_what_was_said(run_here: Run, form: str) -> None:
    shown = run_here(COACH, BUSY).out
    for words in (*HIDDEN_BEFORE, *SEEN_BEFORE):
        assert words in shown
    candidates = run_here(["export", "0001-hr", "--as", "candidate", "--format", form]).out
    for words in HIDDEN_BEFORE:
        assert words not in candidates
    for words in SEEN_BEFORE:
        assert words in candidates
    assert "Secret remark" in run_here(["export", "0001-hr", "--as", "coach", "--format", form]).out


@pytest.mark.parametrize("form", ["md", "txt", "toml"])
def test_after_the_end_the_candidate_sees_ratings_and_never_the_coachs_notes(run_here: Run, form: str) -> None:
    assert "* The interview is over." in run_here(COACH, BUSY + f"{ANSWER}\n\n" * 60).lines
    candidates = run_here(["export", "0001-hr", "--as", "candidate", "--format", form]).out
    assert "Rated remark" in candidates
    assert "Secret remark" not in candidates
    assert "Secret remark" in run_here(["export", "0001-hr", "--as", "coach", "--format", form]).out


def test_nothing_of_the_coachs_is_in_the_replay_or_the_debrief(run_here: Run) -> None:
    run_here(COACH, BUSY + f"{ANSWER}\n\n" * 60)
    for arguments in (["replay", "0001-hr", "--plain", "--reveal"], ["debrief"], ["debrief", "--format", "json"]):
        assert "Secret remark" not in run_here(arguments).out


def test_a_candidate_who_resumes_sees_nothing_of_the_coachs(run_here: Run) -> None:
    run_here(COACH, BUSY)
    shown = run_here(["resume", "--plain"], "/cnote mine\n").out
    assert not any(words in shown for words in HIDDEN_BEFORE)
    assert "* There is no command /cnote" in shown


def test_the_plan_is_hidden_until_the_end(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{ANSWER}\n\n" * 60)
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{ANSWER.replace('eight', 'twelve')}\n\n" * 3)
    before = run_here(["export", "0002-supervisor", "--format", "toml"]).out
    assert "agenda" not in before
    assert "motive" not in before
    assert "changed_fact" not in before
    assert "agenda" in run_here(["export", "0002-supervisor", "--format", "toml", "--as", "coach"]).out


def test_questions_ahead_and_questions_found_are_shown_as_they_would_be_put(run_here: Run) -> None:
    asked = "What do you know about how Quillbrook began"
    ran = run_here(
        ["coach", "--plain", "--candidate", "Ada", "--seed", "2", "--round", "panel"], "/plan\n/find began\n"
    )
    ahead, _, found = ran.out.partition("company.origins: ")
    assert asked in ahead
    assert found.startswith(asked)
    assert "{{" not in ran.out
