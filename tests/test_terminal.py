"""The whole program in a real pseudo-terminal: two rounds, a kill, a closed window."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from benchmarks.terminal import Terminal, environment
from simulator import sitting
from simulator.archive import Archive, Kept
from simulator.content.starting import start_file
from simulator.interview import actions
from tests.crashing import SECRET

pytestmark = pytest.mark.filterwarnings(
    "ignore:.*multi-threaded, use of fork:DeprecationWarning"
)  # a terminal needs it

Open = Callable[..., Terminal]
CRASHING = str(Path(__file__).parent / "crashing.py")
EMPTY_BOX = r"send · \S+ new line ─"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a home directory with a company of one's own, for which one practises where none is named."""
    folder = tmp_path / "home"
    start_file(folder, "process", "Night shift")
    (folder / "config.toml").write_text('process = "night-shift"\n', "utf-8")
    return folder


@pytest.fixture
def opened(home: Path) -> Iterator[Open]:
    """Return a way to start the program in a terminal."""
    terminals = []

    def start(*arguments: str, columns: int = 80, rows: int = 24, fault: Sequence[str] = ()) -> Terminal:
        program = [CRASHING, *fault] if fault else ["-m", "simulator"]
        command = [sys.executable, *program, *arguments, "--home", str(home)]
        variables = environment(home.parent, TEXTUAL_ANIMATIONS="none")
        terminals.append(Terminal(command, variables, columns=columns, rows=rows))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def kept(home: Path) -> list[Kept]:
    """Return the one candidacy's transcripts."""
    (candidacy,) = Archive(home).candidacies()
    return candidacy.kept


def answer(terminal: Terminal, text: str) -> None:
    """Write an answer, see it in the box, and send it."""
    terminal.wait(terminal.shows(EMPTY_BOX))
    terminal.send(text)
    terminal.wait(terminal.shows(r"\d+ words? · "))
    terminal.send("\r")
    terminal.wait(lambda: terminal.shows(EMPTY_BOX)() or over(terminal))


def over(terminal: Terminal) -> bool:
    return terminal.shows("Enter Debrief")()


def hold(terminal: Terminal) -> int:
    """Answer until the interview is over, and return how often."""
    for number in range(60):
        if over(terminal):
            return number
        answer(terminal, f"I led a team of six people, and that was year {number}.")
    raise AssertionError(terminal.text)


def test_two_rounds_by_keyboard_alone(home: Path, opened: Open) -> None:
    with opened() as terminal:
        terminal.wait(terminal.shows("Press n to practise"))
        terminal.send("n")
        terminal.wait(terminal.shows("Candidate"))
        terminal.send("Ada Lovelace\r")
        terminal.wait(terminal.shows("question 1 of 6"))
        assert hold(terminal) >= 6
        terminal.send("\r")
        terminal.wait(terminal.shows("How was your answer\\? 1 of"))
        terminal.send("3")
        terminal.wait(terminal.shows("How was your answer\\? 2 of"))
        terminal.send("q")
        terminal.wait(terminal.shows("q Back|Esc Back"))
        terminal.send("q")
        terminal.wait(lambda: over(terminal))
        terminal.send("\x1b")
        terminal.wait(terminal.shows("Enter Continue"))
        terminal.wait(terminal.shows("Second interview"))
        terminal.send("\r")
        terminal.wait(terminal.shows("question 1 of 7"))
        assert hold(terminal) >= 7
        terminal.send("\x1b")
        terminal.wait(terminal.shows("Enter Continue"))
        terminal.send("q")
        terminal.wait(lambda: terminal.exited)
    first, second = kept(home)
    assert [turn.score for turn in first.transcript.turns if turn.kind == "self_rating"] == [3]
    assert first.transcript.ended
    assert second.transcript.ended
    assert {entry.why for entry in second.header.agenda} & {"repeat", "elaborate"}


def test_what_was_said_and_written_outlives_a_kill(home: Path, opened: Open) -> None:
    terminal = opened("practice", "--candidate", "Ada")
    terminal.wait(terminal.shows("question 1 of 6"))
    answer(terminal, "The first answer.")
    answer(terminal, "The second answer.")
    terminal.send("Half an ans")
    terminal.wait(lambda: any("Half an ans" in path.read_text("utf-8") for path in home.rglob("[!.]*draft*")))
    terminal.process.send_signal(signal.SIGKILL)
    terminal.wait(lambda: terminal.exited)
    before = kept(home)[0].transcript.turns

    with opened("resume", columns=60, rows=18) as again:
        again.wait(again.shows("Half an ans"))
        again.send("wer.")
        again.wait(again.shows("Half an answer."))
        again.send("\r")
        again.wait(again.shows(EMPTY_BOX))
    after = kept(home)[0].transcript.turns
    assert after[: len(before)] == before
    assert [turn.text for turn in after if turn.kind == "answer"] == [
        "The first answer.",
        "The second answer.",
        "Half an answer.",
    ]


def test_a_closed_window_keeps_the_draft_and_the_room_can_be_entered_again(home: Path, opened: Open) -> None:
    terminal = opened("practice", "--candidate", "Ada")
    terminal.wait(terminal.shows("question 1 of 6"))
    terminal.send("Not sent ye")
    terminal.wait(terminal.shows("Not sent ye"))
    terminal.hang_up()
    assert terminal.process.returncode == 129
    with opened("resume") as again:
        again.wait(again.shows("Not sent ye"))
        again.resize(60, 18)
        again.wait(again.shows("Not sent ye"))


def test_a_paste_of_several_lines_is_not_sent(home: Path, opened: Open) -> None:
    with opened("practice", "--candidate", "Ada") as terminal:
        terminal.wait(terminal.shows("question 1 of 6"))
        terminal.paste("One line\rand another\r")
        terminal.wait(terminal.shows("and another"))
        assert not any(turn.kind == "answer" for turn in kept(home)[0].transcript.turns)


def click(terminal: Terminal, column: int, row: int) -> None:
    """Press and let go the left button at a cell, counted from 1."""
    terminal.send(f"\x1b[<0;{column};{row}M")
    terminal.send(f"\x1b[<0;{column};{row}m")


def test_a_replay_with_seek_and_a_branch_beside_the_first_attempt(home: Path, opened: Open) -> None:
    with sitting.start(Archive(home), process="night-shift", candidate="Ada") as begun:
        begun.take(actions.Begin())
        while not begun.ended:
            begun.take(actions.Answer("I led a team of six people."))
    (first,) = kept(home)
    before = first.path.read_bytes()
    with opened("replay", first.header.id) as terminal:
        terminal.wait(terminal.shows(r"▶ playing 1x 0:(0[1-9]|[1-5]\d)"))
        terminal.send(" ")
        terminal.wait(terminal.shows("‖ stopped"))
        click(terminal, 74, 22)
        terminal.wait(terminal.shows("■ the end"))
        terminal.wait(terminal.shows("The interview is over"))
        click(terminal, 21, 22)
        terminal.wait(terminal.shows("‖ stopped 1x 0:0[01]"))
        terminal.send("\x1b[F")
        terminal.wait(terminal.shows("■ the end"))
        terminal.send("r")
        terminal.wait(terminal.shows("Revealed"))
        terminal.send("\x1b[H\t\tb")
        terminal.wait(terminal.shows("Answer again from this question"))
        terminal.send("\r")
        terminal.wait(terminal.shows("question 2 of 6"))
        hold(terminal)
        terminal.send("c")
        terminal.wait(terminal.shows("Side by side: question 1 of"))
        terminal.send("d")
        terminal.wait(terminal.shows(r"\[-|\{\+"))
        terminal.send("\x1b")
        terminal.wait(lambda: over(terminal))
    assert first.path.read_bytes() == before
    second = kept(home)[1]
    assert second.header.branched_from is not None
    assert second.transcript.ended


def told(terminal: Terminal) -> str:
    """Return what the program says when a fault has ended it, without spaces; nothing else may be said then."""
    terminal.wait(lambda: terminal.exited)
    text = "".join(terminal.text.split())
    assert terminal.process.wait(10) == 1
    assert SECRET.replace(" ", "") not in text
    assert "Traceback" not in text
    before, _, said = text.partition("second-round:stoppedbyafaultofitsown(RuntimeErrorincrashing.py,line")
    assert before != text
    return said


IN_THE_ROOM = {
    "sending": ("simulator.sitting:Sitting.take", "\r"),
    "a second gone by": ("simulator.tui.screens.interview:InterviewScreen.tick", ""),
    "a letter": ("simulator.tui.answer_box:AnswerBox.recount", "w"),
}
"""Where something breaks in an interview, and the key that leads there."""


@pytest.mark.parametrize(("place", "key"), IN_THE_ROOM.values(), ids=IN_THE_ROOM)
def test_a_fault_in_the_room_is_one_line_that_says_where_the_transcript_is(
    home: Path, opened: Open, place: str, key: str
) -> None:
    due = home.with_name("due")
    terminal = opened("practice", "--candidate", "Ada", fault=(place, str(due)))
    terminal.wait(terminal.shows("question 1 of 6"))
    terminal.send("Half an ans")
    terminal.wait(terminal.shows("Half an ans"))
    due.touch()
    terminal.send(key)
    said = told(terminal)
    (interview,) = kept(home)
    assert f"allanswersandthedraftaresavedin{interview.path}" in said
    with sitting.resume(next(Archive(home).candidacies()), interview.path) as again:
        assert again.draft().startswith("Half an ans")


OUTSIDE = {
    "before the first screen": ("simulator.tui.screens.home:Home.__init__", ""),
    "in a thread": ("simulator.tui.screens.home:standing_of", ""),
    "a key": ("simulator.tui.screens.home:Home.action_new", "n"),
    "at the end": ("simulator.tui.app:SecondRound.action_quit", "q"),
}


@pytest.mark.parametrize(("place", "key"), OUTSIDE.values(), ids=OUTSIDE)
def test_a_fault_outside_the_room_is_one_line_too(home: Path, opened: Open, place: str, key: str) -> None:
    sitting.start(Archive(home), process="night-shift", candidate="Ada").close()
    terminal = opened(fault=(place, "0"))
    if key:
        terminal.wait(terminal.shows("Enter Continue"))
        terminal.send(key)
    assert f"everythingissavedin{home}" in told(terminal)


def test_a_fault_line_by_line_is_one_line_too(home: Path) -> None:
    fault = (CRASHING, "simulator.sitting:Sitting.take", "1")
    command = [sys.executable, *fault, "practice", "--plain", "--candidate", "Ada", "--home", str(home)]
    ended = subprocess.run(command, input=f"{SECRET}\n\n", capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("second-round: stopped by a fault of its own (RuntimeError in crashing.py, line ")
    assert ended.stderr.endswith("; everything that was said is saved\n")
    assert ended.stderr.count("\n") == 1
