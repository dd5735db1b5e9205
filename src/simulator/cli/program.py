"""The program: its commands put together, and every way it can end turned into one line and an exit code."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import NoReturn, TextIO

import click

from simulator import __version__
from simulator.cli.options import home_option, show_screens
from simulator.faults import stopped
from simulator.files import OUTPUT, InputError
from simulator.text import one_line
from simulator.tui.opening import AtHome

COMMANDS = {
    "practice": "interviews",
    "recall": "interviews",
    "resume": "interviews",
    "coach": "interviews",
    "join": "rooms",
    "replay": "records",
    "debrief": "records",
    "compare": "records",
    "facts": "records",
    "review": "records",
    "candidacies": "records",
    "transcripts": "records",
    "export": "records",
    "content": "content",
    "keys": "keys",
}
"""The module that has each command; it is imported when the command is asked for."""


class Commands(click.Group):
    """The commands by their names."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return their names as they are listed."""
        del ctx
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f"simulator.cli.{COMMANDS[cmd_name]}"), cmd_name)
        return command


@click.group(cls=Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="second-round", message="%(prog)s %(version)s")
@home_option
@click.pass_context
def cli(context: click.Context) -> None:
    """Practise the interview that decides: the second one.

    Scripted interviewers ask, come back to what you said in the round before, and notice when an answer differs.
    Everything stays on this machine. Without a command the home screen opens.

    \b
      second-round practice --candidate Ada    a first round, then the second, then the panel
      second-round recall                      my first interview was real; I write it down
      second-round debrief                     what stood out in the last interview
    """  # noqa: D301  # click's mark for lines that are not to be re-wrapped
    if context.invoked_subcommand is None:
        show_screens(AtHome())


def _hang_up(number: int, _: FrameType | None) -> NoReturn:
    """End as if the input had: what was typed is kept on the way out."""
    raise SystemExit(128 + number)


def _complain(message: str) -> int:
    sys.stderr.write(f"second-round: {one_line(message, 1_000)}\n")
    return 2


def _run(arguments: list[str] | None) -> int:
    try:
        return int(cli.main(args=arguments, prog_name="second-round", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        return _complain(f"a command is missing; see `{error.ctx.command_path if error.ctx else ''} --help`")
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "second-round"
        return _complain(f"{error.format_message().rstrip('.')}; see `{where} --help`")
    except (InputError, click.ClickException) as error:
        return _complain(error.format_message() if isinstance(error, click.ClickException) else str(error))
    except OSError as error:
        where = f"{one_line(str(error.filename), 300)}: " if error.filename else ""
        elsewhere = "" if error.filename == OUTPUT else ", or choose another folder with --home"
        return _complain(f"{where}{error.strerror or error}; make room or mend it{elsewhere}")
    except (KeyboardInterrupt, click.Abort):
        return 130
    except Exception as error:  # one that nobody foresaw
        sys.stderr.write(f"{stopped(error, 'everything that was said is saved')}\n")
        return 1


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command (that of the process's arguments) and exit with its code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _hang_up)
    _open_streams()
    try:
        code = _run(arguments)
    finally:
        _let_go(sys.stdout)
        _let_go(sys.stderr)
    sys.exit(code)


def _let_go(stream: TextIO) -> None:
    """Write out what is left; where nobody reads on, keep Python from trying once more and complaining at the end."""
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _open_streams() -> None:
    """Stand in for standard streams that were closed, and let none of them choke on a character it has not."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open to the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
