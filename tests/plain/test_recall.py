"""A round that happened elsewhere is written down, and the next one works from it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from simulator.transcript.reading import exchanges, load
from simulator.transcript.turns import Transcript
from tests.conftest import Ran, Run

RECALL = ["recall", "--plain", "--candidate", "Ada"]
QUESTION = "How many people do you lead?"
EIGHT = "I have been at Acme for five years and lead a team of eight."


def written(run: Run, name: str = "0001-hr") -> Transcript:
    return load(run.transcript(name))


def pairs(run: Run) -> list[tuple[str, list[str]]]:
    return [(each.asked.text, [turn.text for turn in each.answers]) for each in exchanges(written(run).turns)]


def recall(run: Run, stdin: str, *more: str) -> Ran:
    ran = run([*RECALL, *more], stdin)
    assert ran.code == 0, ran.err
    return ran


def test_question_and_answer_take_turns_and_done_closes_the_round(run_here: Run) -> None:
    ran = recall(run_here, f"{QUESTION}\n\n{EIGHT}\nReally.\n\nWhy us?\n\nThe team.\n\n/done\n")
    assert ran.lines[-2] == "* 2 questions written down. The next round works from this:"
    assert pairs(run_here) == [(QUESTION, [f"{EIGHT}\nReally."]), ("Why us?", ["The team."])]
    assert written(run_here).ended
    assert written(run_here).header.recalled


def test_the_end_of_the_input_closes_what_is_complete(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n{EIGHT}\n\n")
    assert written(run_here).ended


@pytest.mark.parametrize(
    "stdin", [f"{QUESTION}\n\n", f"{QUESTION}\n\n{EIGHT}\n\nWhy", f"{QUESTION}\n\n{EIGHT}", "", "\n\n"]
)
def test_the_end_of_the_input_does_not_close_what_is_half_said(run_here: Run, stdin: str) -> None:
    ran = recall(run_here, stdin)
    assert not written(run_here).ended
    assert ran.lines[-1] == (
        "* The input has ended. What was written down is saved; the same command goes on from there."
    )


def test_it_goes_on_where_it_was_left(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n")
    ran = recall(run_here, f"{EIGHT}\n\nWhy us?\n\nThe team.\n\n/done\n")
    assert "* 1 question written down already; this goes on from there." in ran.lines
    assert "* And what did you answer?" in ran.lines
    assert [question for question, _ in pairs(run_here)] == [QUESTION, "Why us?"]


def test_it_is_no_interview_to_resume_and_stands_in_no_ones_way(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], f"{EIGHT}\n\n")
    recall(run_here, f"{QUESTION}\n\n", "--round", "hr")
    for arguments in (["resume", "--plain"], ["practice", "--plain", "--candidate", "Ada"]):
        assert "* You were here before; this is where you were:" in run_here(arguments).lines
    recall(run_here, f"{EIGHT}\n\n/done\n")
    assert written(run_here, "0002-hr").ended


def test_nothing_but_a_remembered_round_is_nothing_to_resume(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n")
    ran = run_here(["resume", "--plain"])
    assert ran.code == 2
    assert "no interview was left unfinished" in ran.err


def test_what_was_half_typed_can_be_taken_up(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\nI lead\neight")
    ran = recall(run_here, "/draft\npeople.\n\n/done\n")
    start = ran.lines.index("* You had typed this and not sent it (/draft begins with it):")
    assert ran.lines[start + 1 : start + 3] == ["    I lead", "    eight"]
    assert pairs(run_here) == [(QUESTION, ["I lead\neight\npeople."])]


def test_skip_stands_for_an_answer_that_is_forgotten(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n/skip\nWhy us?\n\nThe team.\n\n/done\n")
    first, second = exchanges(written(run_here).turns)
    assert first.forgotten
    assert not second.forgotten


def test_done_right_after_a_question_leaves_it_without_an_answer(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n/done\n")
    assert pairs(run_here) == [(QUESTION, [])]
    assert written(run_here).ended


@pytest.mark.parametrize("command", ["/done", "/skip", "/bogus", "/back"])
def test_what_makes_no_sense_is_told(run_here: Run, command: str) -> None:
    ran = recall(run_here, f"{command}\n")
    assert any("nothing is written down yet" in line or "can't be done here" in line for line in ran.lines)
    assert written(run_here).turns == ()


def test_several_interviewers_are_told_apart(run_here: Run) -> None:
    people = ["--with", "Maya Okafor, HR", "--with", "李雷, Engineer", "--with", "Dr. Jane Roe"]
    ran = recall(
        run_here,
        "Maya: Why us?\n\nA.\n\n李雷: What is a heap?\n\nB.\n\njane: And you?\n\nC.\n\n"
        "Salary: what do you want?\n\nD.\n\n",
        *people,
    )
    assert "with Maya Okafor (HR), 李雷 (Engineer), Dr. Jane Roe." in ran.lines[0]
    header = written(run_here).header
    asked = [(header.speaker(each.asker), each.asked.text) for each in exchanges(written(run_here).turns)]
    assert asked == [
        ("Maya Okafor (HR)", "Why us?"),
        ("李雷 (Engineer)", "What is a heap?"),
        ("Dr. Jane Roe", "And you?"),
        ("Maya Okafor (HR)", "Salary: what do you want?"),
    ]


def test_nobody_named_is_one_interviewer(run_here: Run) -> None:
    recall(run_here, f"{QUESTION}\n\n{EIGHT}\n\n")
    assert [person.name for person in written(run_here).header.interviewers] == ["your first interviewer"]


@pytest.mark.parametrize(
    "said",
    [
        "It was somebody from HR",
        "I don't remember",
        "she asked me about the team",
        "Jo Bell and Sam Kerr",
        "Who was it?",
        "a tall man with glasses whose name has slipped away",
    ],
)
def test_a_sentence_is_nobodys_name(run_here: Run, said: str) -> None:
    ran = run_here([*RECALL, "--with", said], f"{QUESTION}\n\n{EIGHT}\n\n")
    assert (ran.code, len(ran.err.splitlines())) == (2, 1)
    assert "is no name" in ran.err


@pytest.mark.parametrize(
    "name", ["María del Carmen Ruiz y Soto", "He Yifan", "Prof. J. I. van der Berg", "jo", "O'Neil"]
)
def test_names_of_many_kinds_are_names(run_here: Run, name: str) -> None:
    recall(run_here, f"{QUESTION}\n\n{EIGHT}\n\n", "--with", f"{name}, buyer, and more")
    assert [person.name for person in written(run_here).header.interviewers] == [name]


def test_the_command_named_at_the_end_runs_as_it_stands(run_here: Run, tmp_path: Path) -> None:
    home = tmp_path / "her own"
    ran = run_here(
        ["--home", str(home), "recall", "--plain", "--candidate", "Ada O'Neil"], f"{QUESTION}\n\n{EIGHT}\n\n"
    )
    command = shlex.split(ran.lines[-1].removeprefix("* "))
    assert command == ["second-round", "--home", str(home), "practice", "--plain", "--candidate", "Ada O'Neil"]


def test_the_day_it_was_on_is_kept(run_here: Run) -> None:
    assert "on 2024-02-29" in recall(run_here, f"{QUESTION}\n\n{EIGHT}\n\n", "--on", "2024-02-29").lines[0]
    assert f"{written(run_here).header.started_at:%Y-%m-%d}" == "2024-02-29"


def test_a_question_of_the_banks_is_recognised(run_here: Run) -> None:
    ran = recall(run_here, "what part do you usually take in a team\n\nI hold it together.\n\n")
    assert "* Later interviewers have other ways to ask that one." in ran.lines
    assert exchanges(written(run_here).turns)[0].question == "teamwork.role-in-team"


def test_hostile_text_is_kept_as_text(run_here: Run) -> None:
    ran = recall(
        run_here, "Why \x1b[31mus\x1b]0;x\x07? {{ 7*7 }}\n\n\u202eBecause\x00.\n\n", "--with", "\x1b[2JEve, \x07HR"
    )
    assert "\x1b" not in ran.out
    assert pairs(run_here) == [("Why us? {{ 7*7 }}", ["Because."])]


def test_a_second_process_is_told(run_here: Run) -> None:
    from simulator.archive import Archive
    from simulator.recall import start

    with start(Archive(run_here.home), candidate="Ada"):
        ran = run_here(RECALL, f"{QUESTION}\n\n")
    assert ran.code == 2
    assert "open in another second-round" in ran.err


def test_the_second_round_comes_back_to_it(run_here: Run) -> None:
    questions = [
        "How many people are you responsible for at the moment?",
        "What part do you usually take in a team?",
        "What would your first boss say about you?",
    ]
    stdin = "".join(f"{question}\n\n{EIGHT}\n\n" for question in questions)
    recall(run_here, f"{stdin}/done\n", "--with", "Jo Bloggs, Recruiter")
    answer = EIGHT.replace("eight", "twelve")
    ran = run_here(["practice", "--plain", "--candidate", "Ada"], f"{answer}\n\n" * 60)
    assert ran.lines[0].startswith("* Second interview")
    assert "* The interview is over." in ran.lines
    header = written(run_here, "0002-supervisor").header
    asked_again = {item.question for item in header.agenda if item.earlier}
    assert asked_again
    assert asked_again <= {each.question for each in exchanges(written(run_here).turns)}
    assert "Jo Bloggs" in ran.out
    debrief = json.loads(run_here(["debrief", "--format", "json"]).out)
    warned = [finding for finding in debrief["findings"] if finding["severity"] == "WARN"]
    assert warned
    assert all("eight" in finding["earlier"]["quote"] for finding in warned)
    assert all("twelve" in finding["now"]["quote"] for finding in warned)


def test_what_there_is_to_say_of_an_answer_is_kept_with_it(run_here: Run) -> None:
    typed = f"/5\n{QUESTION}\n\n{EIGHT}\n\n/should Two of them are new.\n/concern That I led nobody.\n/2\n/done\n"
    ran = recall(run_here, typed)
    assert ran.lines.count("* Noted.") == 3
    assert "* write down an answer first." in ran.lines
    turns = written(run_here).turns
    answer = next(turn for turn in turns if turn.kind == "answer")
    assert [(turn.why, turn.text, turn.rests_on) for turn in turns if turn.kind == "note"] == [
        ("should_have_said", "Two of them are new.", answer.n),
        ("their_concern", "That I led nobody.", answer.n),
    ]
    assert [(turn.cause, turn.score) for turn in turns if turn.kind == "self_rating"] == [(answer.n, 2)]


def test_what_was_told_is_in_the_facts_whoever_asked_for_it(run_here: Run) -> None:
    told = "I lead eight nurses on a stroke ward, and I report to Tom Bell."
    recall(run_here, f"Tell me about the ward.\n\n{told}\n\nHow many beds does it have?\n\nTwenty-four.\n\n")
    topics = json.loads(run_here(["facts", "Ada", "--json"]).out)["topics"]
    assert {topic["topic"]: [given["quote"] for given in topic["given"]] for topic in topics} == {
        "“eight nurses”": ["eight nurses"],
        "How many beds does it have?": ["Twenty-four"],
        "who your manager is": ["Tom Bell"],
    }


def test_those_who_did_something_together_are_no_team_of_the_candidates(run_here: Run) -> None:
    recall(run_here, "What went well?\n\nWhen the roads iced over, six of us redrew the round.\n\n")
    assert json.loads(run_here(["facts", "Ada", "--json"]).out)["topics"] == []


@pytest.mark.parametrize(("then", "differs"), [("My manager is Tom.", False), ("My manager is Ines.", True)])
def test_one_of_two_managers_named_again_is_no_difference(run_here: Run, then: str, differs: bool) -> None:
    recall(run_here, f"Tell me about your job.\n\nI report to Priya and Tom.\n\nTell me about your week.\n\n{then}\n\n")
    (topic,) = json.loads(run_here(["facts", "Ada", "--json"]).out)["topics"]
    assert (topic["topic"], topic["state"] == "differ") == ("who your manager is", differs)


def test_a_round_at_ones_own_company_goes_on_there(run_here: Run) -> None:
    own = ("--company", "Westside School", "--position", "Teacher", "--duty", "Teach Year 4.")
    ran = recall(run_here, f"{QUESTION}\n\n{EIGHT}\n\n", *own)
    assert "* It was for Teacher, Westside School." in ran.lines
    ran = run_here(["practice", "--plain", "--candidate", "Ada"])
    assert ran.code == 0, ran.err
    assert "* Second interview: team lead, attempt 1: Teacher, Westside School." in ran.lines


@pytest.mark.parametrize("own", [["--company", "X"], ["--position", "Y"], ["classic", "--company", "X"]])
def test_half_a_company_is_refused(run_here: Run, own: list[str]) -> None:
    ran = run_here([*RECALL, *own])
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    assert not run_here.home.exists()
