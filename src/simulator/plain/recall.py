"""Writing down a round from memory, line by line: question and answer in turn."""

from __future__ import annotations

import shlex

from simulator.files import InputError
from simulator.plain.lines import Command, Lines
from simulator.plain.output import ClosedError, Output
from simulator.recall import RECALLED, Recall

HELP = (
    "Write a question you were asked, then an empty line; then what you answered, then an empty line.",
    "With several interviewers, “Maya: why ...?” tells who asked.",
    "/skip: you don't remember your answer. /done: that was all. /help: this list.",
    "To the answer just given: /should TEXT (what you should have said), /concern TEXT (what worried them), /1 to /5.",
    "/draft: begin with what was typed and not sent last time.",
)


NOT_NAMED = " It was not? Leave with Ctrl+C, and say so: --company NAME --position TITLE."


def write_down(
    recall: Recall, output: Output | None = None, *, program: str = "second-round", named: bool = True
) -> None:
    """Write a remembered round down from standard input, each piece saved as it is given.

    The round is closed by `/done` or by the end of the input where something was written down and nothing is half said.
    `program` is how the command begins that is named as the next one; `named` tells whether the company was chosen.
    """
    output = output or Output()
    with recall:
        try:
            _open(recall, output, named=named)
            _prompt(recall, output)
            lines = Lines(recall.save_draft)
            for event in lines:
                if isinstance(event, Command):
                    if event.name == "draft":
                        lines.take_up(recall.draft())
                    elif _command(recall, event, output, program):
                        return
                else:
                    _said(recall, event.text, output)
            _input_ended(recall, output, program)
        except ClosedError:
            return


def _open(recall: Recall, output: Output, *, named: bool) -> None:
    header = recall.header
    people = ", ".join(header.speaker(person.id) for person in header.interviewers)
    output.notice(f"{header.title}, on {header.started_at:%Y-%m-%d}, with {people}.")
    output.notice(f"It was for {header.position}, {header.company}.{'' if named else NOT_NAMED}")
    if recall.recovered:
        output.notice(recall.recovered)
    for line in HELP:
        output.notice(line)
    if recall.resumed:
        output.notice(f"{_counted(len(recall.exchanges))} written down already; this goes on from there.")
    if draft := recall.draft():
        output.notice("You had typed this and not sent it (/draft begins with it):")
        output.line(f"    {draft}")


def _prompt(recall: Recall, output: Output) -> None:
    if recall.unanswered:
        output.notice("And what did you answer?")
    else:
        output.notice(f"Question {len(recall.exchanges) + 1}: what were you asked?")


def _said(recall: Recall, text: str, output: Output) -> None:
    try:
        if recall.unanswered:
            recall.answered(text)
        else:
            turn = recall.asked(text)
            if not turn.question.startswith(f"{RECALLED}."):
                output.notice("Later interviewers have other ways to ask that one.")
        recall.save_draft("")
    except InputError as error:
        output.notice(f"{error}.")
    _prompt(recall, output)


def _command(recall: Recall, command: Command, output: Output, program: str) -> bool:
    """Deal with a command; return whether the round is closed by it."""
    if command.name == "done":
        return _finish(recall, output, program)
    if command.name == "skip" and recall.unanswered:
        recall.answered("")
        _prompt(recall, output)
    elif command.name in ("should", "concern", *"12345"):
        _remark(recall, command, output)
    elif command.name == "help":
        for line in HELP:
            output.notice(line)
    else:
        output.notice("That can't be done here; /help tells what can.")
    return False


def _remark(recall: Recall, command: Command, output: Output) -> None:
    """Write down what there is to say of the last answer."""
    try:
        if command.name.isdecimal():
            recall.rated(int(command.name))
        else:
            recall.noted("should_have_said" if command.name == "should" else "their_concern", command.rest)
        output.notice("Noted.")
    except InputError as error:
        output.notice(f"{error}.")


def _finish(recall: Recall, output: Output, program: str) -> bool:
    try:
        recall.finish()
    except InputError as error:
        output.notice(f"{error}.")
        return False
    output.notice(f"{_counted(len(recall.exchanges))} written down. The next round works from this:")
    output.notice(f"{program} practice --plain --candidate {shlex.quote(recall.header.candidate)}")
    return True


def _counted(count: int) -> str:
    return f"{count} question{'s' * (count != 1)}"


def _input_ended(recall: Recall, output: Output, program: str) -> None:
    if recall.exchanges and not recall.unanswered and not recall.draft():
        _finish(recall, output, program)
    else:
        output.notice("The input has ended. What was written down is saved; the same command goes on from there.")
