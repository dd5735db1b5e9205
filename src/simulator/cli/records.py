"""The commands that read what is kept: replay, debrief, compare, list, export."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from simulator.cli.options import (
    Finite,
    encoded,
    home_option,
    json_option,
    need_terminal,
    open_archive,
    plain_option,
    show_screens,
    write,
)
from simulator.files import InputError
from simulator.tui.opening import AtReplay

if TYPE_CHECKING:
    from simulator.archive import Archive, Candidacy, Kept


viewer_option = click.option(
    "--as", "viewer", type=click.Choice(["candidate", "coach"]), default="candidate", help="Whose copy it is."
)


@click.command(short_help="Play a transcript again.")
@click.argument("transcript")
@click.option(
    "--speed",
    type=Finite(0, 1000),
    help="Times its own pace; 0: all at once (default: 1, or 0 where no terminal shows it).",
)
@click.option("--compress", "longest", type=Finite(0), metavar="SECONDS", help="Cut each silence down to so much.")
@click.option("--reveal", is_flag=True, help="With what the interviewers had in mind.")
@viewer_option
@plain_option
@home_option
def replay(transcript: str, plain: bool, speed: float | None, **chosen: Any) -> None:
    """Play TRANSCRIPT (a path or an id such as 0002-supervisor) again, as it happened.

    A transcript from anywhere plays as far as it can be understood, and what is missing is said.
    """
    from simulator.replay.recording import recording_of

    need_terminal(plain)
    archive = open_archive()
    recording = recording_of(archive, archive.find_path(transcript), **chosen)
    recording.player.speed = float(sys.stdout.isatty()) if speed is None else speed
    if not plain:
        show_screens(AtReplay(recording))
    from simulator.plain.replay import replay as play

    play(recording)


@click.command(short_help="Tell what stood out in an interview.")
@click.argument("target", default="", metavar="[TRANSCRIPT|CANDIDACY]")
@click.option(
    "--format", "form", type=click.Choice(["text", "md", "html", "json"]), default="text", help="How it is written."
)
@click.option("--short", is_flag=True, help="Only its beginning: how it went, and what to do next time.")
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="Into this file.")
@viewer_option
@home_option
def debrief(target: str, form: str, short: bool, path: Path | None, viewer: Literal["candidate", "coach"]) -> None:
    """Tell what stood out in an interview: every difference with both passages, what was asked and followed up.

    Names a transcript (a path or an id), or a candidacy for its last interview; by default the last one there is.
    """
    from simulator.debrief import as_html, as_markdown, as_text, build
    from simulator.sitting import plan_of

    if short and form != "text":
        raise InputError("--short is for text: leave --format out")
    archive = open_archive()
    kept = _kept(archive, target)
    found = build(kept.transcript, viewer, plan_of(archive, kept))
    if form == "text":
        write(as_text(found, width=min(_columns(), 100), short=short), path)
    else:
        write({"md": as_markdown, "html": as_html, "json": encoded}[form](found), path)


@click.command(short_help="Compare two answers, or two transcripts.")
@click.argument("first", type=click.Path(path_type=Path))
@click.argument("second", type=click.Path(path_type=Path))
@json_option
@click.option("--question", metavar="TEXT", default="", help="What both texts answer: what a yes or a reason is of.")
@click.option("--answers", is_flag=True, help="First both transcripts' answers, with the words marked that differ.")
@home_option
def compare(first: Path, second: Path, as_json: bool, question: str, answers: bool) -> int:
    """Compare two answers in text files, or two transcripts (paths or ids) question by question.

    Exit code 1 tells that a fact, a stance, a preference or a reason differs. Of two texts without their --question
    only figures, dates and employers are read.
    """
    from simulator.plain.comparison import compare_files, show
    from simulator.plain.output import Output

    archive = open_archive()
    result = compare_files(archive, first, second, question)
    if answers and not as_json:
        from simulator.plain.side_by_side import show_answers
        from simulator.transcript.turns import seen_by

        one, other = (seen_by(archive.find_transcript(str(path)).transcript, "candidate") for path in (first, second))
        show_answers(one, other, Output())
    if as_json:
        write(encoded(result))
    else:
        show(result, Output())
    return int(result.flagged)


@click.command(short_help="Show every fact told so far, and where values differ.")
@click.argument("candidacy", default="")
@json_option
@click.option("--export-labels", is_flag=True, help="The differences you have settled, as labelled pairs (JSON lines).")
@home_option
def facts(candidacy: str, as_json: bool, export_labels: bool) -> None:
    """Show the fact ledger of CANDIDACY (an id or a name; default: the last one): every value given, where and when.

    What differs comes first. A line `team_size = "eight people"` under [facts] in its candidacy.toml adds your own
    fact sheet to it.
    """
    from simulator.content.library import load_library
    from simulator.ledger import build_ledger
    from simulator.plain.facts import as_text, labelled_pairs

    archive = open_archive()
    chosen = archive.find(candidacy)
    if export_labels:
        write("".join(f"{line}\n" for line in labelled_pairs(archive, chosen)))
        return
    ledger = build_ledger(chosen, load_library(archive.home))
    write(encoded(ledger) if as_json else as_text(ledger))
    _warn(f"{chosen.folder / 'candidacy.toml'}: facts.toml has no fact “{each}”" for each in ledger.unknown)


@click.command(short_help="Tell what to know before the next round.")
@click.argument("candidacy", default="")
@click.option("--round", "round_id", metavar="ID", default="", help="Before which round (default: the next).")
@click.option("--who", is_flag=True, help="Ask who will be there, and what each of them does.")
@json_option
@home_option
def review(candidacy: str, round_id: str, who: bool, as_json: bool) -> None:
    """Tell what to know before the next round of CANDIDACY (an id or a name; default: the last one).

    What you were asked and answered and what they asked on about, what is open, which facts differ, your notes, the
    place and the work, and whom you will meet.
    """
    from simulator.content.library import load_library
    from simulator.plain.review import as_text
    from simulator.review import review as read

    archive = open_archive()
    found = read(archive, archive.find(candidacy), load_library(archive.home), round_id, who=who)
    write(encoded(found) if as_json else as_text(found))


@click.command(short_help="List who goes through which process.")
@json_option
@home_option
def candidacies(as_json: bool) -> None:
    """List who goes through which process, what comes next for each, and when: the one touched last first."""
    from simulator.content.library import load_library
    from simulator.plain.lists import candidacy_rows, table

    archive = open_archive()
    everyone = list(archive.candidacies())
    rows = candidacy_rows(everyone, load_library(archive.home)) if everyone else []
    write(encoded({"format": 1, "candidacies": rows}) if as_json else table(rows, "No candidacy yet."))
    _warn([*archive.damaged(), *_unread(everyone)])


@click.command(short_help="List the transcripts.")
@click.argument("candidacy", default="")
@json_option
@home_option
def transcripts(candidacy: str, as_json: bool) -> None:
    """List the transcripts of CANDIDACY (an id or a name), or of all."""
    from simulator.plain.lists import table, transcript_rows

    archive = open_archive()
    chosen = [archive.find(candidacy)] if candidacy else list(archive.candidacies())
    rows = transcript_rows(chosen)
    write(encoded({"format": 1, "transcripts": rows}) if as_json else table(rows, "No transcript yet."))
    _warn([*([] if candidacy else archive.damaged()), *_unread(chosen)])


@click.command(short_help="Write a transcript out for reading elsewhere.")
@click.argument("transcript")
@viewer_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["md", "txt", "toml", "cast"]),
    default="md",
    help="How it is written; `asciinema play` plays a cast.",
)
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False, path_type=Path), help="Into this file.")
@home_option
def export(transcript: str, viewer: Literal["candidate", "coach"], form: str, path: Path | None) -> None:
    """Write TRANSCRIPT out for reading elsewhere, without what its reader may not see."""
    from simulator.plain.export import exported
    from simulator.transcript.salvage import salvage

    found = salvage(open_archive().find_path(transcript))
    write(exported(found.transcript, viewer, form), path)
    _warn(found.missing)


def _unread(candidacies: Iterable[Candidacy]) -> list[str]:
    return [line for candidacy in candidacies for line in candidacy.damaged]


def _warn(damaged: Iterable[str]) -> None:
    """Tell of what could not be listed; the rest was."""
    for line in damaged:
        click.echo(f"second-round: {line}", err=True)


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
    ended = [each for each in kept if each.ended]
    if not kept:
        raise InputError("there is no interview yet; `second-round practice` begins one")
    return (ended or kept)[-1]


def _columns() -> int:
    import shutil

    return shutil.get_terminal_size((80, 24)).columns - 1
