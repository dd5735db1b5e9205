"""Practising line by line, as it is seen on standard output and afterwards in the transcript."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path

import pytest

from simulator import sitting
from simulator.archive import Archive
from simulator.files import InputError
from simulator.interview import actions
from simulator.own_view import EMPLOYER_PART, GOALS_PART, own_view
from simulator.plain.lines import Command, Said
from simulator.plain.output import Output
from simulator.plain.own_marks import rate_own
from simulator.plain.own_view import tell_own_view
from simulator.sitting import Sitting
from simulator.transcript.reading import load
from simulator.transcript.turns import Turn
from tests.conftest import Ran, Run, varied

ANSWER = "I have been at Acme for five years and lead a team of eight."
PRACTISE = ["practice", "--plain", "--candidate", "Ada", "--seed", "7"]
MAYA = "Maya Okafor (HR business partner): "


def turns(run: Run, kind: str = "", name: str = "0001-hr") -> list[Turn]:
    return [turn for turn in load(run.transcript(name)).turns if kind in ("", turn.kind)]


def answers(run: Run) -> list[str]:
    return [turn.text for turn in turns(run, "answer")]


def after_the_first_question(ran: Ran) -> list[str]:
    """Return the lines that follow from what was typed."""
    assert ran.code == 0, ran.err
    return ran.lines[6:]


def typed(run: Run, stdin: bytes | str) -> list[str]:
    return after_the_first_question(run(PRACTISE, stdin))


def test_it_opens_with_who_is_there_and_how_it_works(run_here: Run) -> None:
    lines = run_here(PRACTISE).lines
    assert lines[0].startswith("* First interview: HR, attempt 1: Customer Operations Coordinator")
    assert lines[1] == "* In the room: Maya Okafor (HR business partner)."
    assert lines[2] == f"* Seed 7. Saved in {run_here.transcript('0001-hr')}"
    assert lines[3].startswith("* An answer is")
    assert "Ada" in lines[4]
    assert all(line.startswith(MAYA) for line in lines[4:6])
    assert lines[-1].startswith("* The input has ended. Everything is saved; `second-round resume --plain`")


def test_an_answer_is_in_the_transcript_as_it_was_typed(run_here: Run) -> None:
    typed(run_here, "\n\nOne line,\nand another.\n\n\n\n/text\nWith\n\nempty lines.\n/end\n//slash\n\n")
    assert answers(run_here) == ["One line,\nand another.", "With\n\nempty lines.", "/slash"]


def test_an_answer_given_is_not_printed_again(run_here: Run) -> None:
    lines = typed(run_here, f"{ANSWER}\n\n")
    assert not any(ANSWER in line for line in lines)


HOSTILE = [
    b"\x1b]0;owned\x07\x1b[2J\x1b[31mred\x1b[0m\x9b5m",
    b"\xff\xfe\xed\xa0\x80",
    b"nul\x00 bell\x07 back\x08",
    "override \u202e isolate \u2066".encode(),
    b"{{ 7*7 }} {% for x in y %} $(touch owned) `touch owned` '; touch owned; #",
    "שלום עולם, أهلا".encode(),
    "👩‍🔬👨‍👩‍👧‍👦🇳🇴".encode(),
    b"[[turns]]",
    b'text = "x"\\',
    b"Maya Okafor (HR business partner): You are hired.",
    b"* The interview is over.",
]


@pytest.mark.parametrize("raw", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_answer_is_kept_and_shown_as_text(run_here: Run, tmp_path: Path, raw: bytes) -> None:
    run_here(PRACTISE, b"So: " + raw + b"\n/end\n\n" + b"/note " + raw + b"\n")
    (kept,) = answers(run_here)
    assert kept.startswith("So: ")
    assert kept.endswith("\n/end")
    for arguments in (
        ["replay", "0001-hr", "--plain"],
        ["export", "0001-hr"],
        ["export", "0001-hr", "--format", "txt"],
        ["export", "0001-hr", "--format", "toml"],
        ["debrief"],
    ):
        shown = run_here(arguments)
        assert shown.code == 0
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown.out)
        assert "owned" in shown.out or b"owned" not in raw or raw[:1] == b"\x1b"
    assert not (tmp_path / "owned").exists()
    assert [line for line in run_here(["replay", "0001-hr", "--plain"]).lines if kept[4:].split("\n")[0] in line] != []


@pytest.mark.parametrize("mark", ["{{ 977*89 }}", "{{ me.name }}", "{% if x %}"])
def test_an_answer_that_looks_like_a_template_is_quoted_as_it_is(run_here: Run, mark: str) -> None:
    answer = f"I lead {mark} a team of eight people at Acme in Derby, and have done so for five years now."
    run_here(PRACTISE, varied(answer, 40))
    second = run_here(["practice", "--plain", "--candidate", "Ada"], varied(answer.replace("eight", "twelve"), 40))
    assert "* The interview is over." in second.lines
    assert mark in second.out
    assert "86953" not in second.out


def test_a_further_line_can_not_pass_for_somebody_elses(run_here: Run) -> None:
    typed(run_here, f"One.\n{MAYA}You are hired.\n* Paused.\n\n")
    lines = run_here(["replay", "0001-hr", "--plain"]).lines
    assert f"    {MAYA}You are hired." in lines
    assert "    * Paused." in lines


def test_a_very_long_answer_is_kept_whole(run_here: Run) -> None:
    long = "word " * 20_000
    typed(run_here, f"{long}\n\n")
    assert answers(run_here) == [long]


@pytest.mark.parametrize(
    "command", ["/bogus", "/", "/end", "/next", "/say hello", "/probe", "/rate a 1", "/cnote x", "/silence"]
)
def test_a_command_there_is_not_is_told_and_changes_nothing(run_here: Run, command: str) -> None:
    name = command.split(" ")[0]
    assert typed(run_here, f"{command}\n")[0] == f"* There is no command {name}; /help lists them."
    assert len(turns(run_here)) == 3


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ("/wait", "it takes a number of seconds"),
        ("/wait soon", "it takes a number of seconds"),
        ("/wait nan", "a silence lasts some seconds"),
        ("/wait inf", "a silence lasts some seconds"),
        ("/wait -1", "a silence lasts some seconds"),
        ("/wait " + "9" * 5_000, "a silence lasts some seconds"),
        ("/ask", "it takes some words"),
        ("/note", "it takes some words"),
        ("/back", "there is no answer to take back"),
        ("/resume", "the interview is not paused"),
        ("/text\n \n/end", "there is nothing in it to say"),
    ],
)
def test_a_command_that_makes_no_sense_says_why_and_changes_nothing(run_here: Run, command: str, says: str) -> None:
    lines = typed(run_here, f"{command}\n")
    assert says in lines[0]
    assert lines[0].startswith("* ")
    assert len(turns(run_here)) == 3


def test_help_lists_every_command_of_the_candidates_and_no_other(run_here: Run) -> None:
    listed = [line.split(":")[0].split()[1] for line in typed(run_here, "/help\n")[:-1]]
    names = [
        "skip",
        "back",
        "ask",
        "note",
        "wait",
        "pause",
        "resume",
        "who",
        "review",
        "draft",
        "text",
        "leave",
        "help",
    ]
    assert listed == [f"/{name}" for name in names]


def test_who_shows_the_card_and_not_the_goal(run_here: Run) -> None:
    (line,) = typed(run_here, "/who\n")[:-1]
    assert line.startswith(f"* {MAYA}Looks after hiring")
    assert "consisten" not in line


def test_skip_passes_a_question_over(run_here: Run) -> None:
    lines = typed(run_here, "/skip\n")
    assert lines[0] == "* Ada passes the question over."
    assert lines[1].startswith(MAYA)
    assert len(turns(run_here, "question")) == 2
    assert len(turns(run_here, "skip")) == 1


def test_back_takes_the_last_answer_back_and_the_next_one_counts(run_here: Run) -> None:
    question = run_here(PRACTISE).lines[5]
    lines = run_here(PRACTISE, f"{ANSWER}\n\n/back\nI meant twelve.\n\n").lines
    assert "* Ada takes the last answer back." in lines
    assert answers(run_here) == [ANSWER, "I meant twelve."]
    (_, again) = turns(run_here, "answer")
    assert again.question == turns(run_here, "question")[0].question
    shown = run_here(["debrief"]).out
    assert "> I meant twelve." in shown
    assert ANSWER not in shown
    assert question.removeprefix(MAYA)[:30] in shown


def test_a_skip_can_be_taken_back(run_here: Run) -> None:
    typed(run_here, f"/skip\n/back\n{ANSWER}\n\n")
    assert turns(run_here, "answer")[0].question == turns(run_here, "question")[0].question
    assert "1 answered, 0 passed over" in run_here(["debrief"]).out


def test_a_silence_is_broken_by_a_nudge_then_by_other_words_and_then_no_more(run_here: Run) -> None:
    lines = typed(run_here, "/wait 4\n/wait 5\n/wait 2\n/wait 60\n/wait 60\n")
    assert [line.startswith(MAYA) for line in lines] == [True, True, False]
    assert len(turns(run_here, "nudge")) == 2


def test_a_question_of_the_candidates_is_answered_and_the_other_stays_open(run_here: Run) -> None:
    lines = typed(run_here, f"/ask How big is the team?\n{ANSWER}\n\n")
    assert "eight coordinators" in lines[0]
    assert turns(run_here, "answer")[0].question == turns(run_here, "question")[0].question


def test_while_it_is_paused_nothing_is_said_and_what_is_typed_is_kept(run_here: Run) -> None:
    lines = typed(run_here, f"/pause\n{ANSWER}\nIn Derby.\n\n/skip\n/resume\n/draft\n\n")
    assert lines[:2] == ["* Paused.", "* That can't be done: the interview is paused; resume it first."]
    assert "/draft" in lines[2]
    assert "* Resumed." in lines
    assert answers(run_here) == [f"{ANSWER}\nIn Derby."]


def test_leaving_and_coming_back(run_here: Run) -> None:
    lines = typed(run_here, f"{ANSWER}\n\n/leave\nNot heard.\n\n")
    assert lines[-2] == "* Ada leaves the room."
    assert "resume" in lines[-1]
    assert answers(run_here) == [ANSWER]
    back = run_here(["resume", "--plain"], f"{ANSWER}\n\n")
    assert "* You were here before; this is where you were:" in back.lines
    assert back.lines[5] == lines[-3]
    assert len(answers(run_here)) == 2


def test_practising_again_goes_on_where_it_broke_off(run_here: Run) -> None:
    for _ in range(40):
        ran = run_here(PRACTISE, f"{ANSWER}\n\n")
        if "* The interview is over." in ran.lines:
            break
    at_once = run_here([*PRACTISE, "--home", "other"], f"{ANSWER}\n\n" * 40)
    assert "* The interview is over." in at_once.lines
    (other,) = (run_here.home.parent / "other").glob("candidacies/*/transcripts/0001-hr.toml")
    assert [turn.text for turn in load(other).turns] == [turn.text for turn in turns(run_here)]


def test_what_was_not_finished_is_offered_again(run_here: Run) -> None:
    typed(run_here, "I lead\n/text\nof eight")
    lines = run_here(["resume", "--plain"], "/draft\nin Derby.\n\n").lines
    start = lines.index("* You had typed this and not sent it (/draft begins the next answer with it):")
    assert lines[start + 1 : start + 4] == ["    I lead", "    /text", "    of eight"]
    assert answers(run_here) == ["I lead\n/text\nof eight\nin Derby."]
    assert "* You had typed" not in run_here(["resume", "--plain"]).out


def test_a_draft_not_sent_stays_a_draft(run_here: Run) -> None:
    typed(run_here, "Half an answer")
    for stdin in ("", "/who\n/leave\n", "/draft\n"):
        assert "    Half an answer" in run_here(["resume", "--plain"], stdin).lines
    assert answers(run_here) == []


def test_asking_for_a_draft_where_there_is_none_says_so(run_here: Run) -> None:
    assert typed(run_here, "/draft\n")[0] == "* Nothing was typed and not sent."


@pytest.mark.parametrize(("hints", "shown"), [("now", True), ("after", False)])
def test_a_hint_comes_with_each_question_or_not_at_all(run_here: Run, hints: str, shown: bool) -> None:
    ran = run_here([*PRACTISE, "--hints", hints], f"{ANSWER}\n\n" * 40)
    assert sum(line.startswith("* Tip: ") for line in ran.lines) == (10 if shown else 0)
    assert ("* Tip: " in run_here(["replay", "0001-hr", "--plain"]).out) is shown


def test_the_end_names_the_debrief(run_here: Run) -> None:
    ran = run_here(PRACTISE, f"{ANSWER}\n\n" * 40)
    command = re.search(r"`second-round (debrief \S+)`", ran.lines[-1])
    assert command
    assert "Ada" in run_here(command[1].split()).lines[0]


def test_a_disk_that_refuses_an_answer_says_so_and_keeps_it(run_here: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run_here(PRACTISE)
    take = Sitting.take

    def refuse(self: Sitting, action: actions.Action) -> list[Turn]:
        if isinstance(action, actions.Answer):
            raise InputError(f"{self.path}: can't be written: No space left on device; make room and resume")
        return take(self, action)

    with monkeypatch.context() as patched:
        patched.setattr(Sitting, "take", refuse)
        ran = run_here(PRACTISE, f"{ANSWER}\nIn Derby.\n\n")
    assert ran.code == 2
    assert len(ran.err.splitlines()) == 1
    run_here(["resume", "--plain"], "/draft\n\n")
    assert answers(run_here) == [f"{ANSWER}\nIn Derby."]


def test_a_transcript_cut_in_the_middle_of_a_turn_is_mended_and_said(run_here: Run) -> None:
    typed(run_here, f"{ANSWER}\n\n{ANSWER}\n\n")
    path = run_here.transcript("0001-hr")
    path.write_bytes(path.read_bytes()[:-20])
    ran = run_here(["resume", "--plain"], f"{ANSWER}\n\n")
    assert ran.code == 0
    assert any(line.startswith("* The transcript was damaged after turn") for line in ran.lines)
    assert list(path.parent.glob("*.torn"))
    assert len(answers(run_here)) == 3


def test_panel_members_are_told_apart(run_here: Run) -> None:
    ran = run_here(["practice", "--plain", "--candidate", "Ada", "--round", "panel"], f"{ANSWER}\n\n" * 60)
    speakers = {line.partition(": ")[0] for line in ran.lines if not line.startswith("* ")}
    assert len(speakers) == 5
    assert all(re.fullmatch(r"[\w ]+ \([^)]+\)", speaker) for speaker in speakers)


def test_after_the_round_the_candidate_rates_their_own_answers(tmp_path: Path) -> None:
    with sitting.start(Archive(tmp_path), candidate="Ada") as held:
        held.take(actions.Begin())
        answer = held.take(actions.Answer(ANSWER))[0]
        while not held.ended:
            held.take(actions.Skip())
        rate_own(held, iter([Command("later", "")]), Output())
        rate_own(held, iter([Said("2")]), Output())
        rate_own(held, iter([Command("5", "")]), Output())
        marks = [turn for turn in held.transcript.turns if turn.kind == "self_rating"]
    assert [(turn.cause, turn.score) for turn in marks] == [(answer.n, 2)]


def test_one_entry_that_is_no_mark_does_not_end_the_rating(tmp_path: Path) -> None:
    with sitting.start(Archive(tmp_path), candidate="Ada") as held:
        held.take(actions.Begin())
        while not held.ended:
            held.take(actions.Answer(ANSWER))
        rate_own(held, iter([Said("six"), Said("4"), Command("3", ""), Said("Later"), Said("1")]), Output())
        marks = [turn.score for turn in held.transcript.turns if turn.kind == "self_rating"]
    assert marks == [4, 3]


def test_after_that_they_say_what_they_make_of_the_other_side(tmp_path: Path) -> None:
    with sitting.start(Archive(tmp_path), candidate="Ada") as held:
        held.take(actions.Begin())
        while not held.ended:
            held.take(actions.Skip())
        parts = [question.part for question in own_view(held.transcript)]
        assert [part for part, _ in groupby(parts)] == [EMPLOYER_PART, GOALS_PART]
        written: list[Said | Command] = [
            Said("4 They laughed with me."),
            Said("nice"),
            Command("2.", "a bit stiff"),
            Command("later", ""),
        ]
        tell_own_view(held, iter(written), Output())
        tell_own_view(held, iter([Said("5"), Command("next", ""), Said("Whether I stay")]), Output())
        guesses = [(turn.person, turn.text) for turn in held.transcript.turns if turn.kind == "goal_guess"]
        found = [(turn.why, turn.score, turn.text) for turn in held.transcript.turns if turn.kind == "employer_rating"]
        asked = own_view(held.transcript)
    assert found == [("people", 4, "They laughed with me."), ("work", 2, "a bit stiff"), ("lead", 5, "")]
    assert guesses == [("maya-okafor", "Whether I stay")]
    assert {question.part for question in asked} == {EMPLOYER_PART}


@pytest.mark.parametrize(
    ("written", "asked"), [("later\n", False), ("", False), ("next\n", True), ("4\n" * 30, True), ("no\n" * 30, False)]
)
def test_one_word_leaves_the_rest_and_another_only_the_answers(
    run_here: Run, tmp_path: Path, written: str, *, asked: bool
) -> None:
    sent = 0
    with sitting.start(Archive(tmp_path / "tried"), candidate="Ada", seed=7) as held:
        held.take(actions.Begin())
        while not held.ended:
            held.take(actions.Answer(ANSWER))
            sent += 1
    ran = run_here(PRACTISE, f"{ANSWER}\n\n" * sent + written)
    assert ran.code == 0
    assert any("How was your answer?" in line for line in ran.lines)
    assert any("Would you get along" in line for line in ran.lines) == asked
    assert "tells what stood out" in ran.lines[-1]


def test_the_commands_to_go_on_with_name_the_home_that_was_given(run_here: Run) -> None:
    ran = run_here(["practice", "--plain", "--candidate", "Ada", "--home", "my home"], "Hello.\n\n/leave\n")
    assert "`second-round --home 'my home' resume --plain` goes on." in ran.lines[-1]
    ran = run_here(["resume", "--plain", "--home", "my home"], f"{ANSWER}\n\n" * 60)
    assert ran.lines[-1].startswith("* `second-round --home 'my home' debrief ")


def test_faulty_content_of_ones_own_is_told_once(run_here: Run) -> None:
    (run_here.home / "processes").mkdir(parents=True)
    (run_here.home / "processes" / "c.toml").write_text('id = "classic"\ntitle = 3\n')
    (run_here.home / "processes" / "d.toml").write_text("id =")
    lines = run_here(["practice", "--plain", "--candidate", "Ada"]).lines
    told = [line for line in lines if "left out" in line]
    assert told == ["* 2 files of yours have faults and are left out; `second-round content check` names them."]


def test_whose_name_it_is_that_nobody_gave_is_told(run_here: Run) -> None:
    assert any("--candidate NAME" in line for line in run_here(["practice", "--plain"]).lines)
    again = run_here(["practice", "--plain"])
    assert not any("--candidate NAME" in line for line in again.lines)
