"""The commands that look at the content and check it."""

from __future__ import annotations

from pathlib import Path

import click

from simulator.cli.options import (
    encoded,
    home,
    home_option,
    json_option,
    write,
)


@click.group(short_help="Look at the content, and check it.")
@home_option
def content() -> None:
    """Look at questions, personas, panels and processes, and check them."""


@content.command("list")
@json_option
@home_option
def content_list(as_json: bool) -> None:
    """List what there is to practise with, built in and your own."""
    from simulator.content.library import load_library
    from simulator.plain.content import content_rows
    from simulator.plain.lists import table

    rows = content_rows(load_library(home()))
    write(encoded({"format": 1, "content": rows}) if as_json else table(rows, "No content."))


@content.command("show", short_help="Show one item, or one question.")
@click.argument("identity", metavar="ID")
@home_option
def content_show(identity: str) -> None:
    """Show one item: a bank, persona, panel or process by its id, or a question as BANK.QUESTION."""
    from simulator.content.library import load_library
    from simulator.plain.content import shown_item

    write(shown_item(load_library(home()), identity))


@content.command("check", short_help="Name every fault of the content, with file, line and remedy.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH...]")
@home_option
def content_check(paths: tuple[Path, ...]) -> int:
    """Name every fault of the content at once, with file, line and remedy; exit code 1 if there are any.

    PATHs are files, or folders laid out like the home directory; without one, all that is built in and your own.
    """
    from simulator.plain.content import checked

    report, faulty = checked(home(), [path.absolute() for path in paths])
    write(report)
    return int(faulty)


@content.command("new", short_help="Write a file to begin with, commented and free of faults.")
@click.argument(
    "kind", type=click.Choice(["bank", "persona", "panel", "process"]), metavar="bank|persona|panel|process"
)
@click.argument("name")
@home_option
def content_new(kind: str, name: str) -> None:
    """Write a file to begin with, commented and free of faults, for your own questions, interviewer, panel or company.

    Its id is NAME in lower-case letters with hyphens; an item built in that has the same id is replaced by yours.
    """
    from simulator.content.library import load_library
    from simulator.content.starting import id_of, start_file

    shadowed = load_library().entries.get((kind, id_of(name)))
    path = start_file(home(), kind, name)
    instead = f"It takes the place of what is built in as {id_of(name)}.\n" if shadowed else ""
    write(f"{path}\n{instead}Edit it, then `second-round content check`.\n")
