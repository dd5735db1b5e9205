"""The commands: parse, call, print, exit code."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

from simulator import __version__
from simulator.files import InputError
from simulator.text import one_line

if TYPE_CHECKING:
    import datetime as dt

    from simulator.archive import Archive, Kept
    from simulator.recall import Recall
    from simulator.sitting import Sitting

Command = Callable[..., Any]

HOME_HELP = "Where everything is kept (default: SECOND_ROUND_HOME, else your data directory)."


def _home_option(command: Command) -> Command:
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


_plain = click.option("--plain", is_flag=True, help="Line by line on standard input and output.")
_candidate = click.option(
    "--candidate", metavar="NAME", callback=_named, help="Who practises (default: whoever did last)."
)
_round = click.option("--round", "round_id", metavar="ID", default="", help="Which round (default: the next one).")
_seed = click.option(
    "--seed", type=click.IntRange(0, 2**63 - 1), metavar="NUMBER", help="Makes another interview of the same round."
)
_hints = click.option(
    "--hints", type=click.Choice(["now", "after"]), default="after", help="Tips with each question, or afterwards."
)
_new = click.option("--new", is_flag=True, help="Begin another attempt instead of going on with the one left.")
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document.")


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="second-round", message="%(prog)s %(version)s")
@_home_option
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
        _tui(_archive())


@cli.command(short_help="Hold an interview: the next round, or the one left unfinished.")
@click.argument("process", default="")
@_round
@_candidate
@_seed
@_hints
@_plain
@_new
@_home_option
def practice(
    process: str,
    round_id: str,
    candidate: str,
    seed: int | None,
    hints: Literal["now", "after"],
    plain: bool,
    new: bool,
) -> None:
    """Hold an interview: the next round of PROCESS (default: classic), or the one left unfinished.

    The first time, that is the first round; once it has ended, the second, whose interviewers know your answers.
    The same seed, content and answers always give the same interview.
    """
    _need_terminal(plain)
    sitting = _start(process, round_id, candidate, seed, hints, new=new)
    _hold(sitting, plain=plain)


@cli.command(short_help="Run a candidate through an interview.")
@click.argument("process", default="")
@_round
@_candidate
@_seed
@_hints
@_plain
@_new
@_home_option
def coach(
    process: str,
    round_id: str,
    candidate: str,
    seed: int | None,
    hints: Literal["now", "after"],
    plain: bool,
    new: bool,
) -> None:
    """Run a candidate through an interview, in one terminal, line by line.

    Ask the questions as they come up and type what the candidate says. You see what the interviewers notice, and you
    can go on to the next question, speak for an interviewer, follow up, rate, and take notes: /help lists how.
    """
    from simulator.plain.practice import practise

    if not plain:
        raise InputError("the coach's room is line by line so far: add --plain")
    practise(_start(process, round_id, candidate, seed, hints, new=new), viewer="coach")


@cli.command(short_help="Write down a round that happened elsewhere.")
@click.argument("process", default="")
@click.option("--round", "round_id", metavar="ID", default="", help="Which round it was (default: the first).")
@_candidate
@click.option(
    "--with",
    "interviewers",
    multiple=True,
    metavar="'NAME, TITLE'",
    help="Who interviewed you; may be given more than once.",
)
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day it was on, such as 2026-11-14."
)
@_plain
@_home_option
def recall(
    process: str, round_id: str, candidate: str, interviewers: tuple[str, ...], on: dt.datetime | None, plain: bool
) -> None:
    """Write down a round that happened elsewhere: what you were asked, and what you answered.

    It becomes a round like any other: the next interviewers come back to it and notice what you tell differently.
    """
    import datetime as dt

    from simulator import recall as memory

    _need_terminal(plain)
    archive = _archive()
    day = on.replace(tzinfo=dt.UTC) if on else None
    if not plain and not interviewers:
        _tui(archive, recall_for=(process, round_id, _name(archive, candidate)))
        return
    begun = memory.start(
        archive,
        process=process,
        round_id=round_id,
        candidate=_name(archive, candidate),
        interviewers=memory.people("\n".join(interviewers)),
        on=day,
    )
    if plain:
        from simulator.plain.recall import write_down

        write_down(begun)
    else:
        _tui(archive, recall=begun)


@cli.command(short_help="Go on with the interview left unfinished.")
@click.argument("candidacy", default="")
@_plain
@_home_option
def resume(candidacy: str, plain: bool) -> None:
    """Go on with the interview left unfinished, in CANDIDACY (an id or a name; default: the one left last)."""
    from simulator.sitting import resume as take_up

    _need_terminal(plain)
    archive = _archive()
    chosen = archive.find(candidacy) if candidacy else archive.left_last()
    left = chosen.unfinished()
    if left is None:
        raise InputError(f"{chosen.id} has no interview left unfinished; `second-round practice` begins one")
    _hold(take_up(chosen, left.path), plain=plain)


@cli.command(short_help="Play a transcript again.")
@click.argument("transcript")
@click.option("--speed", type=click.FloatRange(0, 1000), default=0.0, help="Times its own pace; 0: all at once.")
@click.option("--reveal", is_flag=True, help="With what the interviewers had in mind.")
@_plain
@_home_option
def replay(transcript: str, speed: float, reveal: bool, plain: bool) -> None:
    """Play TRANSCRIPT (a path or an id such as 0002-supervisor) again, as it happened."""
    from simulator.plain.replay import replay as play

    if not plain:
        raise InputError("a replay is line by line so far: add --plain")
    play(_archive().find_transcript(transcript).transcript, speed=speed, reveal=reveal)


@cli.command(short_help="Tell what stood out in an interview.")
@click.argument("target", default="", metavar="[TRANSCRIPT|CANDIDACY]")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How it is written.")
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="Into this file.")
@_home_option
def debrief(target: str, form: str, path: Path | None) -> None:
    """Tell what stood out in an interview: every difference with both passages, what was asked and followed up.

    Names a transcript (a path or an id), or a candidacy for its last interview; by default the last one there is.
    """
    from simulator.debrief import as_text, build
    from simulator.sitting import plan_of

    archive = _archive()
    kept = _kept(archive, target)
    found = build(kept.transcript, plan=plan_of(archive, kept))
    if form == "text":
        _write(as_text(found, width=min(_columns(), 100)), path)
    else:
        _write(_encoded(found), path)


@cli.command(short_help="Compare two answers, or two transcripts.")
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@_json
@_home_option
def compare(first: Path, second: Path, as_json: bool) -> int:
    """Compare two answers in text files, or two transcripts question by question.

    Exit code 1 tells that a fact, a stance, a preference or a reason differs.
    """
    from simulator.plain.comparison import compare_files, show
    from simulator.plain.output import Output

    result = compare_files(first, second)
    if as_json:
        _write(_encoded(result))
    else:
        show(result, Output())
    return int(result.flagged)


@cli.command(short_help="List who goes through which process.")
@_json
@_home_option
def candidacies(as_json: bool) -> None:
    """List who goes through which process, and how far they are."""
    from simulator.plain.lists import candidacy_rows, table

    rows = candidacy_rows(_archive())
    _write(_encoded({"format": 1, "candidacies": rows}) if as_json else table(rows, "No candidacy yet."))


@cli.command(short_help="List the transcripts.")
@click.argument("candidacy", default="")
@_json
@_home_option
def transcripts(candidacy: str, as_json: bool) -> None:
    """List the transcripts of CANDIDACY (an id or a name), or of all."""
    from simulator.plain.lists import table, transcript_rows

    archive = _archive()
    rows = transcript_rows([archive.find(candidacy)] if candidacy else list(archive.candidacies()))
    _write(_encoded({"format": 1, "transcripts": rows}) if as_json else table(rows, "No transcript yet."))


@cli.command(short_help="Write a transcript out for reading elsewhere.")
@click.argument("transcript")
@click.option(
    "--as", "viewer", type=click.Choice(["candidate", "coach"]), default="candidate", help="Who will read it."
)
@click.option("--format", "form", type=click.Choice(["md", "txt", "toml"]), default="md", help="How it is written.")
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="Into this file.")
@_home_option
def export(transcript: str, viewer: Literal["candidate", "coach"], form: str, path: Path | None) -> None:
    """Write TRANSCRIPT out for reading elsewhere, without what its reader may not see."""
    from simulator.plain.output import line_of
    from simulator.transcript.export import as_markdown, as_toml
    from simulator.transcript.turns import seen_by

    shown = seen_by(_archive().find_transcript(transcript).transcript, viewer)
    if form == "txt":
        lines = (line_of(shown.header, turn).replace("\n", "\n    ") for turn in shown.turns)
        _write("".join(f"{line}\n" for line in lines if line), path)
    else:
        _write((as_markdown if form == "md" else as_toml)(shown), path)


@cli.group(short_help="Look at the content, and check it.")
@_home_option
def content() -> None:
    """Look at questions, personas, panels and processes, and check them."""


@content.command("list")
@_json
@_home_option
def content_list(as_json: bool) -> None:
    """List what there is to practise with, built in and your own."""
    from simulator.content.library import load_library
    from simulator.plain.content import content_rows
    from simulator.plain.lists import table

    rows = content_rows(load_library(_home()))
    _write(_encoded({"format": 1, "content": rows}) if as_json else table(rows, "No content."))


@content.command("show")
@click.argument("identity", metavar="ID")
@_home_option
def content_show(identity: str) -> None:
    """Show one item: a bank, persona, panel or process by its id, or a question as BANK.QUESTION."""
    from simulator.content.library import load_library
    from simulator.plain.content import shown_item

    _write(shown_item(load_library(_home()), identity))


@content.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@_home_option
def content_check(paths: tuple[Path, ...]) -> int:
    """Name every fault of the content at once, with file, line and remedy; exit code 1 if there are any.

    PATHs are files, or folders laid out like the home directory; without one, all that is built in and your own.
    """
    from simulator.plain.content import checked

    report, faulty = checked(_home(), [path.absolute() for path in paths])
    _write(report)
    return int(faulty)


# What the commands share


def _home() -> Path:
    from simulator.archive import home_folder

    return home_folder(click.get_current_context().find_root().obj)


def _archive() -> Archive:
    from simulator.archive import Archive

    return Archive(_home())


def _name(archive: Archive, given: str) -> str:
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
    if sys.stdin.isatty() and sys.stdout.isatty():
        return str(click.prompt("Your name", default=login))
    return login


def _start(
    process: str, round_id: str, candidate: str, seed: int | None, hints: Literal["now", "after"], *, new: bool
) -> Sitting:
    from simulator.sitting import start

    archive = _archive()
    name = _name(archive, candidate)
    return start(archive, process=process, round_id=round_id, candidate=name, seed=seed, hints=hints, new=new)


def _hold(sitting: Sitting, *, plain: bool) -> None:
    if plain:
        from simulator.plain.practice import practise

        practise(sitting)
    else:
        _tui(_archive(), sitting=sitting)


def _kept(archive: Archive, target: str) -> Kept:
    """Return the transcript that is meant: itself, or the last of the candidacy that is named."""
    if target:
        try:
            return archive.find_transcript(target)
        except InputError:
            known = any(target == each.id for each in archive.candidacies())
            if not known and (target[:1].isdigit() or "/" in target or Path(target).exists()):
                raise
    kept = archive.find(target).kept
    ended = [each for each in kept if each.transcript.ended]
    if not kept:
        raise InputError("there is no interview yet; `second-round practice` begins one")
    return (ended or kept)[-1]


def _need_terminal(plain: bool) -> None:
    if not plain and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise InputError("this is no terminal to draw on: use --plain")


def _tui(
    archive: Archive,
    *,
    sitting: Sitting | None = None,
    recall: Recall | None = None,
    recall_for: tuple[str, str, str] | None = None,
) -> None:
    _need_terminal(plain=False)
    from simulator.tui import run

    del recall_for
    sys.exit(run(archive, sitting=sitting, recall=recall))


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns - 1


def _encoded(value: object) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"


def _write(text: str, path: Path | None = None) -> None:
    """Write a command's result to standard output, or into a file of the user's."""
    from simulator.files import write_out

    if path is None:
        with contextlib.suppress(BrokenPipeError):  # nobody reads on
            sys.stdout.write(text)
            sys.stdout.flush()
        return
    try:
        write_out(path, text.encode())
    except OSError as error:
        raise InputError(f"{path}: can't be written: {error.strerror or error}") from None


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
        return _complain(f"{where}{error.strerror or error}; make room, mend it, or choose another folder with --home")
    except (KeyboardInterrupt, click.Abort):
        return 130


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run a command (that of the process's arguments) and exit with its code."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _hang_up)
    _open_streams()
    code = _run(arguments)
    try:
        sys.stdout.flush()
    except OSError:
        # Nobody reads on; keep Python from trying once more and complaining when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _open_streams() -> None:
    """Stand in for standard streams that were closed, and let none of them choke on a character it has not."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # open to the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
