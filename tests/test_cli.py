"""The commands: what they print, where, and with which exit code."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.text import cells
from simulator.transcript.reading import load
from tests.conftest import Ran, Run, clean_environment, varied

FIVE_AND_EIGHT = "I have been at Acme for five years and lead a team of eight."
FIVE_AND_TWELVE = "I have been at Acme for five years and lead a team of twelve."
REWORDED = "I've spent five years with Acme, heading a team of eight people."


def said(*answers: str) -> str:
    return "".join(f"{answer}\n\n" for answer in answers)


def practise(run: Run, answer: str = FIVE_AND_EIGHT, *more: str, candidate: str = "Ada") -> Ran:
    """Hold the next round, much the same answer to every question."""
    ran = run(["practice", "--plain", "--candidate", candidate, *more], varied(answer, 60))
    assert ran.code == 0, ran.err
    assert "* The interview is over." in ran.lines
    return ran


def refused(ran: Ran, *words: str) -> None:
    """Check that bad input is answered by one line that names it, and nothing else."""
    assert ran.code == 2, ran
    assert len(ran.err.splitlines()) == 1, ran.err
    assert ran.err.startswith("second-round: ")
    assert len(ran.err) < 1_100
    for word in words:
        assert word in ran.err, ran.err


# Where things are kept


def test_practice_goes_on_with_the_process_touched_last(run_here: Run) -> None:
    for who, process in (("Ada", "same-again"), ("Bo", "")):
        begun = run_here(["practice", *([process] if process else []), "--plain", "--candidate", who])
        assert begun.code == 0, begun.err
    assert next(path.name for path in run_here.home.glob("candidacies/ada-*")).endswith("same-again")
    run_here(["practice", "--plain", "--candidate", "Ada", "--new"])
    assert len(list(run_here.home.glob("candidacies/*"))) == 2
    ended = practise(run_here, FIVE_AND_EIGHT, "--new", candidate="Ada")
    assert ended.code == 0
    candidacy = next(run_here.home.glob("candidacies/ada-*"))
    for left in sorted(candidacy.glob("transcripts/*.toml"))[:-1]:
        left.unlink()
    told = run_here(["resume", candidacy.name, "--plain"])
    refused(told, "second-round practice same-again --candidate Ada")


def test_the_home_is_taken_before_and_after_the_command(run_here: Run, tmp_path: Path) -> None:
    for place, arguments in enumerate(
        (["--home", "{}", "practice", "--plain"], ["practice", "--plain", "--home", "{}"])
    ):
        home = tmp_path / f"here{place}"
        assert run_here([argument.format(home) for argument in arguments]).code == 0
        assert list(home.glob("candidacies/*/transcripts/0001-hr.toml"))
    assert not run_here.home.exists()


@pytest.mark.parametrize(
    "arguments",
    [["--home", "X", "content", "list"], ["content", "--home", "X", "list"], ["content", "list", "--home", "X"]],
)
def test_the_home_is_taken_around_a_command_of_a_group(run_here: Run, tmp_path: Path, arguments: list[str]) -> None:
    ran = run_here([str(tmp_path / "other") if argument == "X" else argument for argument in arguments])
    assert ran.code == 0, ran.err


def test_what_is_kept_is_for_its_owner_alone(run_here: Run) -> None:
    practise(run_here)
    for path in [run_here.home, *run_here.home.rglob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


def test_looking_at_an_empty_home_makes_nothing(run_here: Run) -> None:
    for arguments in (["candidacies"], ["transcripts"], ["content", "list"], ["debrief"], ["resume", "--plain"]):
        run_here(arguments)
    assert not run_here.home.exists()


# Bad usage and bad input


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["bogus"], ["No such command 'bogus'", "second-round --help"]),
        (["practice", "--bogus"], ["No such option '--bogus'", "practice --help"]),
        (["practice", "a", "b", "--plain"], ["unexpected extra argument"]),
        (["practice", "nope", "--plain"], ["no process “nope”", "classic"]),
        (["practice", "--plain", "--round", "nope"], ["no round “nope”", "hr, supervisor, panel"]),
        (["practice", "--plain", "--candidate", ""], ["--candidate"]),
        (["practice", "--plain", "--candidate", " \t"], ["--candidate"]),
        (["practice", "--plain", "--candidate", "\u202e\x01"], ["name"]),
        (["practice", "--plain", "--seed", "-1"], ["--seed", "-1"]),
        (["practice", "--plain", "--seed", "9" * 30], ["--seed"]),
        (["practice", "--plain", "--seed", "x"], ["--seed"]),
        (["practice", "--plain", "--hints", "never"], ["--hints", "now"]),
        (["practice", "--plain", "--home", ""], ["--home"]),
        (["practice", "--home"], ["--home"]),
        (["candidacies", "--home", "/dev/null"], ["/dev/null is a file", "--home"]),
        (["recall", "--plain", "--with", ""], ["--with"]),
        (["recall", "--plain", "--with", "Maya", "--with", " , HR"], ["--with"]),
        (["replay", "x", "--plain", "--speed", "nan"], ["--speed", "nan"]),
        (["replay", "x", "--plain", "--compress", "nan"], ["--compress", "nan"]),
        (["replay", "x", "--plain", "--compress", "inf"], ["--compress", "inf"]),
        (["recall", "--plain", "--on", "2999-01-01"], ["2999-01-01", "still to come"]),
        (["recall", "--plain", "--on", "yesterday"], ["yesterday"]),
        (["recall", "--plain", "--round", "nope"], ["no round “nope”"]),
        (["recall", "nope", "--plain"], ["no process “nope”"]),
        (["resume", "--plain"], ["no interview was left unfinished", "practice"]),
        (["resume", "nope", "--plain"], ["no interview yet"]),
        (["replay"], ["TRANSCRIPT"]),
        (["replay", "0001-hr", "--plain"], ["no transcript “0001-hr”"]),
        (["replay", "", "--plain"], ["no transcript “”"]),
        (["replay", "x", "--plain", "--speed", "-1"], ["--speed"]),
        (["export", "nope"], ["no transcript “nope”"]),
        (["export", "nope", "--as", "boss"], ["--as"]),
        (["debrief"], ["no interview yet"]),
        (["debrief", "nope"], ["no interview yet"]),
        (["debrief", "0001-hr"], ["no transcript “0001-hr”"]),
        (["debrief", "a/b"], ["no interview yet"]),
        (["transcripts", "nope"], ["no interview yet"]),
        (["coach"], ["--plain"]),
        (["content"], ["command is missing", "second-round content --help"]),
        (["content", "bogus"], ["No such command"]),
        (["content", "show", "nope"], ["nothing called “nope”"]),
        (["content", "show", ""], ["nothing called “”"]),
        (["content", "show", "teamwork.nope"], ["nothing called “teamwork.nope”"]),
        (["content", "check", "missing.toml"], ["missing.toml"]),
        (["compare", "a.txt", "b.txt"], ["a.txt: can't be read"]),
        (["compare", "a.txt", "b.toml"], ["compare two transcripts"]),
        (["replay", "x" * 5_000, "--plain"], ["no transcript"]),
        (["debrief", "x/" * 3_000], ["no interview yet"]),
        (["--home", "x" * 300, "practice", "--plain"], ["too long", "--home"]),
    ],
)
def test_bad_input_is_one_line_on_standard_error(run_here: Run, arguments: list[str], words: list[str]) -> None:
    ran = run_here(arguments)
    refused(ran, *words)
    assert ran.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        [b"\xff"],
        [b"--\xff"],
        ["practice", "--plain", b"\xff"],
        ["practice", "--plain", "--round", b"\xff\xfe"],
        ["replay", b"\xff", "--plain"],
        ["debrief", b"\xff"],
        ["content", "show", b"\xff"],
        ["content", "check", b"\xff.toml"],
        ["compare", b"\xff", b"\xff"],
    ],
)
def test_an_argument_that_is_no_utf8_is_refused_like_any_other(run_cli: Run, arguments: list[str | bytes]) -> None:
    refused(run_cli(arguments))


def test_a_name_and_a_home_that_are_no_utf8_can_be_used(run_cli: Run, tmp_path: Path) -> None:
    home = os.fsencode(tmp_path) + b"/\xffhome"
    ran = run_cli(["practice", "--plain", "--candidate", b"\xff\xfe", "--home", home])
    assert ran.code == 0, ran.err
    listed = run_cli(["transcripts", "--json", "--home", home])
    assert json.loads(listed.out)["transcripts"][0]["path"].endswith("0001-hr.toml")


@pytest.mark.parametrize(
    "arguments", [["practice"], ["resume"], ["recall"], []], ids=["practice", "resume", "recall", "the home screen"]
)
def test_without_a_terminal_there_is_nothing_to_draw_on(run_cli: Run, arguments: list[str]) -> None:
    refused(run_cli(arguments), "use --plain")


BAD_FILES = {
    "empty": b"",
    "binary": b"\x00\x01\x7fELF\xff\xfe" * 100,
    "not a transcript": b"format = 2\n",
    "header cut short": b'format = 1\nid = "0001-hr"\n',
    "not TOML": b"format = [[[\n",
    "nested": b"format = " + b"[" * 5_000,
    "wrong type": b'format = 1\nid = 7\ncandidacy = "x"\n',
}


@pytest.mark.parametrize("raw", BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.parametrize("command", ["replay", "export", "debrief", "compare"])
def test_a_transcript_that_can_not_be_read_is_named(run_here: Run, tmp_path: Path, command: str, raw: bytes) -> None:
    path = tmp_path / "broken.toml"
    path.write_bytes(raw)
    twice = [str(path)] if command == "compare" else []
    refused(run_here([command, "broken.toml", *twice, *(["--plain"] if command == "replay" else [])]), "broken.toml")
    assert path.read_bytes() == raw


@pytest.mark.parametrize("content", [b"\x7fELF\x00\x00\x01", "as UTF-16".encode("utf-16")])
def test_comparing_a_file_that_is_no_text_is_refused(run_here: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    (tmp_path / "b").write_text("I lead eight people.")
    refused(run_here(["compare", "a", "b"]), "a: is no text", "UTF-8")
    refused(run_here(["compare", "b", "."]), "can't be read")


def test_a_damaged_header_of_ones_own_is_named_and_left_alone(run_here: Run) -> None:
    practise(run_here)
    path = run_here.transcript("0001-hr")
    path.write_bytes(b"format = 1\n" + path.read_bytes()[60:])
    damaged = path.read_bytes()
    listed = run_here(["transcripts"])
    assert listed.code == 0
    assert "its header can't be read" in listed.err
    for arguments in (["practice", "--plain"], ["debrief", "0001-hr"]):
        refused(run_here(arguments), "0001-hr.toml", "its header can't be read", "mend it by hand")
    replayed = run_here(["replay", "0001-hr", "--plain"])
    assert replayed.code == 0
    assert "* The header lacks " in replayed.out
    assert path.read_bytes() == damaged


@pytest.mark.parametrize("raw", [b"", b"format = [", b"\xff", b"candidate = 5", b"x = " + b"[" * 3_000])
def test_a_damaged_candidacy_is_named_and_left_alone(run_here: Run, raw: bytes) -> None:
    practise(run_here)
    (path,) = run_here.home.glob("candidacies/*/candidacy.toml")
    path.write_bytes(raw)
    for arguments in (
        ["practice", "--plain", "--candidate", "Ada"],
        ["resume", path.parent.name, "--plain"],
        ["transcripts", path.parent.name],
    ):
        refused(run_here(arguments), "candidacy.toml")
    assert path.read_bytes() == raw


def test_an_interview_whose_content_is_gone_or_changed_is_not_resumed(run_here: Run) -> None:
    run_here(["practice", "--plain", "--candidate", "Ada"], said(FIVE_AND_EIGHT))
    (frozen,) = run_here.home.glob("candidacies/*/content/*.json")
    frozen.write_bytes(frozen.read_bytes().replace(b"Maya", b"Mayo"))
    refused(run_here(["resume", "--plain"]), "was changed", "--new")
    frozen.unlink()
    refused(run_here(["resume", "--plain"]), "is gone", "--new")
    assert run_here(["practice", "--plain", "--candidate", "Ada", "--new"]).code == 0


@pytest.mark.parametrize("arguments", [["practice", "--plain"], ["recall", "--plain"]])
@pytest.mark.parametrize("below", ["", "/below"])
def test_a_home_that_is_a_file_is_refused(run_here: Run, tmp_path: Path, arguments: list[str], below: str) -> None:
    (tmp_path / "file").write_text("mine")
    refused(run_here([*arguments, "--candidate", "Ada", "--home", f"file{below}"]), "file", "--home")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_home_that_can_not_be_written_is_refused(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    refused(run_here(["practice", "--plain", "--home", "locked/home"]), "Permission denied")


def test_a_home_or_a_name_that_is_hostile_does_not_reach_the_terminal(run_here: Run) -> None:
    ran = run_here(["practice", "--plain", "--candidate", "A\x1b[31mda\x07\u202e", "--home", "a\x1b]0;x\x07b"])
    assert ran.code == 0
    assert "\x1b" not in ran.out + ran.err
    assert "Ada" in run_here(["candidacies", "--home", "a\x1b]0;x\x07b"]).out


@pytest.mark.parametrize("name", ["../../x", "/etc/passwd", "..", "a/b", "李雷", "-", "CON", "x" * 3_000, "{{ 7*7 }}"])
def test_any_name_is_a_candidacy_of_its_own_inside_the_home(run_here: Run, name: str) -> None:
    assert run_here(["practice", "--plain", f"--candidate={name}"]).code == 0
    (candidacy,) = json.loads(run_here(["candidacies", "--json"]).out)["candidacies"]
    assert candidacy["candidate"] == (name if len(name) < 100 else "x" * 99 + "…")
    assert {path.name for path in run_here.home.parent.iterdir()} <= {"home", "user"}


# Lists, exports, and files


def test_the_candidacies_are_listed_with_what_comes_next_the_one_touched_last_first(run_here: Run) -> None:
    for number, name in enumerate(("Ada", "李雷", "Bo")):
        run_here(["practice", "--plain", "--candidate", name], "/skip\n" * (30 if name == "Bo" else 1))
        for path in run_here.home.glob("candidacies/*"):
            if name in (path / "candidacy.toml").read_text():
                for each in path.rglob("*.toml"):
                    os.utime(each, (number, number))
    rows = json.loads(run_here(["candidacies", "--json"]).out)["candidacies"]
    assert [row["candidate"] for row in rows] == ["Bo", "李雷", "Ada"]
    assert rows[0]["next"] == "Begin: Second interview: team lead"
    assert rows[1]["next"] == "Go on with: First interview: HR"
    lines = run_here(["candidacies"]).out.splitlines()
    assert len({cells(line[: line.rindex("classic  ")]) for line in lines[1:]}) == 1


def test_json_output_is_one_document_with_its_format(run_here: Run, tmp_path: Path) -> None:
    practise(run_here)
    (tmp_path / "a").write_text(FIVE_AND_EIGHT)
    for arguments in (
        ["candidacies", "--json"],
        ["transcripts", "--json"],
        ["transcripts", "Ada", "--json"],
        ["content", "list", "--json"],
        ["debrief", "--format", "json"],
        ["compare", "a", "a", "--json"],
    ):
        ran = run_here(arguments)
        assert ran.code == 0, ran.err
        assert json.loads(ran.out)["format"] == 1
    for arguments in (["candidacies", "--json"], ["transcripts", "--json"]):
        empty = json.loads(run_here([*arguments, "--home", "nothing"]).out)
        assert next(value for key, value in empty.items() if key != "format") == []


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_no_output_holds_a_colour_code(run_cli: Run, term: str) -> None:
    forced = {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": term}
    run_cli(["practice", "--plain", "--candidate", "Ada"], said(FIVE_AND_EIGHT) * 60, **forced)
    for arguments in (
        ["--help"],
        ["practice", "--help"],
        ["replay", "0001-hr", "--plain"],
        ["debrief"],
        ["candidacies"],
        ["bogus"],
        ["content", "show", "classic"],
    ):
        ran = run_cli(arguments, **forced)
        assert "\x1b" not in ran.out + ran.err


def test_every_command_has_its_help(run_here: Run) -> None:
    listed = run_here(["--help"])
    assert listed.code == 0
    for command in re.findall(r"^  ([a-z]+)  ", listed.out.partition("Commands:")[2], re.MULTILINE):
        ran = run_here([command, "--help"])
        assert ran.code == 0
        assert ran.out.startswith("Usage: second-round")
        assert "--home DIR" in ran.out
    assert run_here(["--version"]).out.startswith("second-round ")


def test_an_output_file_is_written_whole_and_privately(run_here: Run, tmp_path: Path) -> None:
    practise(run_here)
    shown = run_here(["export", "0001-hr"]).out
    assert run_here(["export", "0001-hr", "-o", "mine.md"]).out == ""
    assert (tmp_path / "mine.md").read_text() == shown
    assert (tmp_path / "mine.md").stat().st_mode & 0o077 == 0
    refused(run_here(["export", "0001-hr", "-o", "missing/mine.md"]), "missing/mine.md", "can't be written")
    refused(run_here(["debrief", "-o", "."]), "is a directory")


def test_an_export_as_toml_is_a_transcript_again(run_here: Run, tmp_path: Path) -> None:
    practise(run_here)
    run_here(["export", "0001-hr", "--as", "coach", "--format", "toml", "-o", "copy.toml"])
    assert load(tmp_path / "copy.toml") == load(run_here.transcript("0001-hr"))
    assert run_here(["replay", "copy.toml", "--plain"]).out == run_here(["replay", "0001-hr", "--plain"]).out


def test_a_transcript_of_several_candidacies_is_named_with_its_candidacy(run_here: Run) -> None:
    practise(run_here, candidate="Ada")
    practise(run_here, candidate="ada")
    refused(run_here(["replay", "0001-hr", "--plain"]), "several candidacies")
    refused(run_here(["transcripts", "ADA"]), "several candidacies match")
    ids = [row["id"] for row in json.loads(run_here(["candidacies", "--json"]).out)["candidacies"]]
    assert len(set(ids)) == 2
    for identity in ids:
        assert run_here(["replay", f"{identity}/0001-hr", "--plain"]).code == 0
        assert run_here(["debrief", identity]).code == 0


def test_a_candidacy_whose_id_begins_with_a_digit_can_be_named(run_here: Run) -> None:
    practise(run_here, candidate="3rd of June")
    (row,) = json.loads(run_here(["candidacies", "--json"]).out)["candidacies"]
    assert row["id"].startswith("3")
    assert run_here(["debrief", row["id"]]).code == 0


def test_a_transcript_copied_by_hand_disturbs_nothing(run_here: Run) -> None:
    practise(run_here)
    path = run_here.transcript("0001-hr")
    path.with_name("0001 copy.toml").write_bytes(path.read_bytes())
    practise(run_here)
    assert path.with_name("0002-supervisor.toml").exists()


# Content


def test_checking_content_tells_of_faults_by_its_exit_code(run_here: Run) -> None:
    assert run_here(["content", "check"]).code == 0
    folder = run_here.home / "question_banks"
    folder.mkdir(parents=True)
    (folder / "mine.toml").write_text('id = "mine"\ntitel = "Mine"\nquestions = [{ id = 5 }]\n')
    ran = run_here(["content", "check"])
    assert ran.code == 1
    assert ran.err == ""
    assert f"{folder}/mine.toml:2: `titel` is not a key of a question bank (did you mean `title`?)" in ran.lines
    assert f"{folder}/mine.toml:3: `id` is the number 5 (should be text in quotes)" in ran.lines
    for path in (folder, folder / "mine.toml", run_here.home):
        assert run_here(["content", "check", str(path)]).out == ran.out


def test_checking_a_home_with_interviews_in_it_finds_only_content(run_here: Run) -> None:
    practise(run_here)
    (run_here.home / "personas").mkdir()
    refused(run_here(["content", "check", str(run_here.home)]), "holds no content file")
    (run_here.home / "personas" / "x.toml").write_text("id = 1\n")
    ran = run_here(["content", "check", str(run_here.home)])
    assert ran.code == 1
    assert {line.partition(".toml:")[0][-1] for line in ran.lines[:-1]} == {"x"}


@pytest.mark.parametrize("identity", ["classic", "teamwork", "maya-okafor", "final-panel"])
def test_showing_an_item_prints_its_file(run_here: Run, identity: str) -> None:
    assert f'id = "{identity}"' in run_here(["content", "show", identity]).out


def test_showing_a_question_prints_its_lines_only(run_here: Run) -> None:
    shown = run_here(["content", "show", "teamwork.role-in-team"]).lines
    assert shown[:2] == ["[[questions]]", 'id = "role-in-team"']
    assert shown.count("[[questions]]") == 1
    assert any(line.startswith("5 = ") for line in shown)


def test_a_round_from_a_faulty_file_of_ones_own_is_refused(run_here: Run) -> None:
    (run_here.home / "personas").mkdir(parents=True)
    (run_here.home / "personas" / "maya_okafor.toml").write_text("id = \n")
    refused(run_here(["practice", "--plain", "--candidate", "Ada"]), "maya_okafor.toml:1")


# Two rounds


def warnings(run: Run, *target: str) -> list[dict[str, dict[str, str]]]:
    debrief = json.loads(run(["debrief", *target, "--format", "json"]).out)
    return [finding for finding in debrief["findings"] if finding["severity"] == "WARN"]


def test_the_second_round_asks_again_and_challenges_a_changed_fact(run_here: Run) -> None:
    first = practise(run_here)
    assert first.lines[0].startswith("* First interview: HR, attempt 1")
    second = practise(run_here, FIVE_AND_TWELVE)
    assert second.lines[0].startswith("* Second interview")
    transcript = load(run_here.transcript("0002-supervisor"))
    assert {item.why for item in transcript.header.agenda} & {"repeat", "elaborate", "concern"}
    asked = {turn.question for turn in load(run_here.transcript("0001-hr")).turns if turn.kind == "question"}
    assert [turn for turn in transcript.turns if turn.kind == "question" and turn.question and turn.question in asked]
    challenges = [turn for turn in transcript.turns if turn.kind == "challenge"]
    assert challenges
    for turn in challenges:
        assert "eight" in turn.text
        assert "twelve" in turn.text
        assert turn.text in second.out
    found = warnings(run_here)
    assert found
    for finding in found:
        assert "eight" in finding["earlier"]["quote"]
        assert "twelve" in finding["now"]["quote"]
    text = run_here(["debrief"]).out
    assert "brought up in the room" in text
    assert "eight" in text
    assert "twelve" in text


def test_the_same_in_other_words_is_no_difference(run_here: Run) -> None:
    practise(run_here)
    practise(run_here, REWORDED)
    assert warnings(run_here) == []
    assert "None of the facts compared was different." in run_here(["debrief"]).out
    assert not [turn for turn in load(run_here.transcript("0002-supervisor")).turns if turn.kind == "challenge"]


def test_the_first_debrief_has_nothing_to_compare(run_here: Run) -> None:
    practise(run_here)
    assert warnings(run_here) == []
    assert "nothing to compare" in run_here(["debrief"]).out


def test_comparing_texts_tells_of_a_difference_by_its_exit_code(run_here: Run, tmp_path: Path) -> None:
    for name, text in (("first", FIVE_AND_EIGHT), ("second", FIVE_AND_TWELVE), ("third", REWORDED)):
        (tmp_path / name).write_text(text)
    differing = run_here(["compare", "first", "second"])
    assert differing.code == 1
    assert "eight" in differing.out
    assert "twelve" in differing.out
    assert run_here(["compare", "first", "third"]).code == 0
    assert json.loads(run_here(["compare", "first", "second", "--json"]).out)["flagged"] is True


def test_the_rounds_follow_one_another_and_new_begins_another_attempt(run_here: Run) -> None:
    for title in ("First interview", "Second interview", "Final panel"):
        assert practise(run_here).lines[0].startswith(f"* {title}")
    assert practise(run_here).lines[0].startswith("* Final panel, attempt 2")
    assert practise(run_here, FIVE_AND_EIGHT, "--round", "hr").lines[0].startswith("* First interview: HR, attempt 2")
    states = [row["state"] for row in json.loads(run_here(["transcripts", "--json"]).out)["transcripts"]]
    assert states == ["ended"] * 5


def without_time(path: Path) -> list[str]:
    return [line for line in path.read_text().splitlines() if not line.startswith(("at = ", "started_at = "))]


def test_the_same_input_gives_the_same_interview_in_any_process(run_cli: Run, tmp_path: Path) -> None:
    written = []
    for number in (0, 1, 4711):
        home = tmp_path / str(number)
        for answer in (FIVE_AND_EIGHT, FIVE_AND_TWELVE):
            arguments = ["practice", "--plain", "--candidate", "Ada", "--seed", "7", "--home", str(home)]
            ran = run_cli(arguments, said(answer) * 60, PYTHONHASHSEED=str(number))
            assert ran.code == 0, ran.err
        written.append([without_time(path) for path in sorted(home.glob("candidacies/*/transcripts/*.toml"))])
    assert len(written[0]) == 2
    assert written[0] == written[1] == written[2]


def test_another_seed_gives_another_interview(run_here: Run) -> None:
    outputs = {
        practise(run_here, FIVE_AND_EIGHT, "--seed", seed, "--home", f"home{seed}").out.partition("\n")[2]
        for seed in "123"
    }
    assert len(outputs) == 3


# How a process ends


class Open:
    """The command in a process of its own, with its ends in the test's hands."""

    def __init__(self, tmp_path: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "simulator", *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            env=clean_environment(tmp_path / "home"),
        )
        assert self.process.stdin
        assert self.process.stdout
        assert self.process.stderr
        self.stdin, self.stdout, self.stderr = self.process.stdin, self.process.stdout, self.process.stderr

    def write(self, text: str) -> None:
        self.stdin.write(text.encode())
        self.stdin.flush()

    def read_until(self, words: str) -> str:
        """Return the output up to the line that holds `words`."""
        lines: list[str] = []
        while not lines or words not in lines[-1]:
            ready, _, _ = select.select([self.stdout], [], [], 30)
            assert ready, lines
            line = self.stdout.readline().decode()
            assert line, lines
            lines.append(line)
        return "".join(lines)

    def end(self) -> tuple[int, str]:
        """Wait for the end, and return the exit code and what was complained of."""
        for stream in (self.stdin, self.stdout):
            if not stream.closed:
                stream.close()
        code = self.process.wait(30)
        with self.stderr:
            return code, self.stderr.read().decode()


@pytest.fixture
def begun(tmp_path: Path) -> Open:
    process = Open(tmp_path, "practice", "--plain", "--candidate", "Ada", "--seed", "7")
    process.read_until("* An answer is")
    process.stdout.readline()  # the greeting
    process.stdout.readline()  # the first question
    return process


def test_a_pipe_that_is_closed_ends_it_quietly_and_loses_nothing(begun: Open, run_here: Run) -> None:
    begun.stdout.close()
    begun.write(said(FIVE_AND_EIGHT))
    assert begun.end() == (0, "")
    turns = load(run_here.transcript("0001-hr")).turns
    assert [turn.text for turn in turns if turn.kind == "answer"] == [FIVE_AND_EIGHT]
    resumed = run_here(["resume", "--plain"], said(FIVE_AND_EIGHT) * 60)
    assert resumed.code == 0
    assert "* The interview is over." in resumed.lines


@pytest.mark.parametrize("command", [["content", "show", "teamwork"], ["candidacies"], ["content", "list", "--json"]])
def test_a_list_nobody_reads_ends_quietly(tmp_path: Path, command: list[str]) -> None:
    process = Open(tmp_path, *command)
    process.stdout.close()
    assert process.end() == (0, "")


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)], ids=str)
def test_a_signal_in_the_middle_of_an_answer_keeps_it(
    begun: Open, run_here: Run, sent: signal.Signals, code: int
) -> None:
    begun.write("/who\nI lead a team\nof twelve")
    begun.read_until("Looks after hiring")
    begun.write("\nin Derby.\n")
    draft = run_here.transcript("0001-hr").with_suffix(".draft")
    while not draft.exists():
        assert begun.process.poll() is None
    begun.process.send_signal(sent)
    ended, complaint = begun.end()
    assert (ended, complaint.strip()) == (code, "")
    assert draft.read_text().startswith("I lead a team")
    taken_up = run_here(["resume", "--plain"], "/draft\n\n")
    assert "* You had typed this and not sent it" in taken_up.out
    assert [turn.text for turn in load(run_here.transcript("0001-hr")).turns if turn.kind == "answer"] == [
        draft_text(taken_up)
    ]


def draft_text(ran: Ran) -> str:
    """Return the draft that was shown, as it was typed."""
    lines = ran.lines
    start = next(number for number, line in enumerate(lines) if line.startswith("* You had typed this")) + 1
    end = next(number for number in range(start, len(lines)) if not lines[number].startswith("    "))
    return "\n".join(line[4:] for line in lines[start:end])


def test_a_second_process_is_told_that_the_interview_is_open(begun: Open, run_here: Run) -> None:
    refused(run_here(["practice", "--plain", "--candidate", "Ada"], said("Stolen.")), "open in another second-round")
    refused(run_here(["resume", "--plain"]), "open in another second-round")
    begun.write(said(FIVE_AND_EIGHT))
    begun.stdout.readline()
    begun.end()
    answers = [turn.text for turn in load(run_here.transcript("0001-hr")).turns if turn.kind == "answer"]
    assert answers == [FIVE_AND_EIGHT]


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_standard_stream_that_is_not_there_is_no_crash(tmp_path: Path, stream: str) -> None:
    number = ("stdin", "stdout", "stderr").index(stream)
    run = "os.execv(sys.executable, [sys.executable, '-m', 'simulator', *sys.argv[1:]])"
    code = f"import os, sys; os.close({number}); {run}"
    for arguments, expected in (
        (["practice", "--plain", "--candidate", "Ada"], 0),
        (["practice"], 2),
        (["candidacies"], 0),
    ):
        ran = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=60,
            env=clean_environment(tmp_path / "home"),
        )
        assert b"Traceback" not in ran.stderr
        assert ran.returncode == expected


def test_a_full_disk_below_the_output_is_one_line(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "simulator", "content", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env=clean_environment(tmp_path / "home"),
        )
    refused(Ran(ran.returncode, "", ran.stderr.decode()), "standard output: No space left")
    assert b"--home" not in ran.stderr


def test_two_texts_are_compared_as_answers_to_a_question(run_here: Run, tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text("I worked nights for two years.", "utf-8")
    (tmp_path / "second.txt").write_text("I have never worked nights.", "utf-8")
    compared = run_here(["compare", "first.txt", "second.txt", "--question", "Have you worked nights?"])
    assert compared.code == 1
    assert "“I have never worked nights”" in compared.out
    assert run_here(["compare", "first.txt", "second.txt"]).code == 0


@pytest.mark.parametrize("group", [[], ["content"]])
def test_every_command_is_told_in_a_whole_line(run_here: Run, group: list[str]) -> None:
    told = run_here([*group, "--help"]).out.partition("Commands:\n")[2].splitlines()
    assert len(told) > 3
    assert all(line.endswith(".") and not line.endswith("...") for line in told)
