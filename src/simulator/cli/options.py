"""What the commands share: options, where things are kept, how results are written."""

from __future__ import annotations

import contextlib
import math
import shlex
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from simulator.files import InputError
from simulator.text import one_line

if TYPE_CHECKING:
    from simulator.archive import Archive
    from simulator.config import Config
    from simulator.tui.opening import Opening

Command = Callable[..., Any]

HOME_HELP = "Where everything is kept (default: SECOND_ROUND_HOME, else your data directory)."


def home_option(command: Command) -> Command:
    """Accept `--home` after the command, too."""

    def remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
        if value is not None:
            if not value:
                raise click.BadParameter("name a folder")
            context.find_root().obj = value

    return click.option("--home", metavar="DIR", expose_value=False, callback=remember, help=HOME_HELP)(command)


def _named(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if value is not None and not value.strip():
        raise click.BadParameter("name somebody")
    return value or ""


def each_named(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Refuse a person without a name before the comma."""
    if not all(value.partition(",")[0].strip() for value in values):
        raise click.BadParameter("name somebody")
    return values


class Finite(click.FloatRange):
    """A number in a range that can be counted to: no "nan", no "inf"."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the number, or refuse it."""
        number: float = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail(f"{value} is no number to count to.", param, ctx)
        return number


class Seed(click.IntRange):
    """A whole number that a seed can be."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number, or refuse it in plain words."""
        try:
            number: int = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{one_line(str(value), 40)} is no whole number from {self.min} to {self.max}", param, ctx)
        return number


plain_option = click.option("--plain", is_flag=True, help="Line by line on standard input and output.")
candidate_option = click.option(
    "--candidate", metavar="NAME", callback=_named, help="Who practises (default: whoever did last)."
)
round_option = click.option(
    "--round", "round_id", metavar="ID", default="", help="Which round (default: the next one)."
)
seed_option = click.option(
    "--seed", type=Seed(0, 2**63 - 1), metavar="NUMBER", help="Makes another interview of the same round."
)
hints_option = click.option(
    "--hints", type=click.Choice(["now", "after"]), help="Tips with each question, or afterwards (default: as set)."
)
new_option = click.option("--new", is_flag=True, help="Begin another attempt instead of going on with the one left.")
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


def interview_options(command: Command) -> Command:
    """Accept all that decides which interview is held."""
    for option in (home_option, new_option, plain_option, hints_option, seed_option, candidate_option, round_option):
        command = option(command)
    return click.argument("process", default="")(command)


def own_options(command: Command) -> Command:
    """Accept a company and position of one's own."""
    for name, metavar, about in (
        ("--duty", "TEXT", "One of its duties; may be given more than once."),
        ("--position", "TITLE", "The post, with --company."),
        ("--company", "NAME", "Your own company instead of PROCESS."),
    ):
        command = click.option(name, metavar=metavar, multiple=name == "--duty", help=about)(command)
    return command


def own_process(process: str, company: str | None, position: str | None, duty: tuple[str, ...]) -> str:
    """Return the process made of one's own company and position; nothing where they are not named."""
    if company is None and position is None and not duty:
        return ""
    if process:
        raise InputError(f"the process “{one_line(process, 60)}” has a company of its own: leave one of them out")
    if not (company and position):
        raise InputError("your own company takes both: --company NAME --position TITLE")
    from simulator.content.library import load_library
    from simulator.content.own import write_own

    return write_own(home(), load_library(home()), company=company, about="", position=position, duties=duty)


def home() -> Path:
    """Return the home directory that the command line, the environment or the platform names."""
    from simulator.archive import home_folder

    folder = home_folder(click.get_current_context().find_root().obj)
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder} is a file; --home names a folder")
    return folder


def program() -> str:
    """Return how a command to go on with begins: it looks in the home directory that this one was given."""
    chosen = click.get_current_context().find_root().obj
    return f"second-round --home {shlex.quote(chosen)}" if chosen else "second-round"


def open_config() -> Config:
    """Return the settings of the home directory."""
    from simulator.config import load

    return load(home())


def open_archive() -> Archive:
    """Return the candidacies of the home directory."""
    from simulator.archive import Archive

    return Archive(home())


def candidate_name(archive: Archive, given: str) -> str:
    """Return the candidate's name: as given, else whoever practised last, else asked for, else the login name."""
    import getpass

    if given:
        return given
    last = next(archive.candidacies(), None)
    if last is not None:
        return last.candidate
    try:
        login = getpass.getuser().capitalize()
    except OSError:
        login = "Candidate"
    return str(click.prompt("Your name", default=login)) if asks_for_name() else login


def asks_for_name() -> bool:
    """Tell whether somebody is there to be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def need_terminal(plain: bool) -> None:
    """Raise `InputError` where screens can't be drawn and none but `plain` lines would do."""
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("this is no terminal to draw on: use --plain")


def show_screens(opening: Opening) -> NoReturn:
    """Draw the screens, `opening` first, and exit when they are left."""
    need_terminal(plain=False)
    from simulator.tui import run

    sys.exit(run(open_archive(), opening))


def encoded(value: object) -> str:
    """Return `value` as one JSON document."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def write(text: str, path: Path | None = None) -> None:
    """Write a command's result to standard output, or into a file of the user's."""
    from simulator.files import unwritable_output, write_out

    if path is None:
        try:
            with contextlib.suppress(BrokenPipeError):  # nobody reads on
                sys.stdout.write(text)
                sys.stdout.flush()
        except OSError as error:
            raise unwritable_output(error) from None
        return
    try:
        write_out(path, text.encode())
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror or error}") from None
