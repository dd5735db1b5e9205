"""The commands that hold an interview, or write one down."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import (
    asks_for_name,
    candidate_name,
    candidate_option,
    each_named,
    home_option,
    interview_options,
    need_terminal,
    open_archive,
    open_config,
    own_options,
    own_process,
    plain_option,
    program,
    show_screens,
)
from simulator.cli.rooms import PATH, Listening
from simulator.files import InputError
from simulator.tui.opening import AtCoach, AtInterview, AtRecall, AtRecallForm

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from simulator.review import Review
    from simulator.sitting import Sitting
    from simulator.transcript.turns import Hints


@click.command(short_help="Hold an interview: the next round, or the one left unfinished.")
@interview_options
@click.option(
    "--branch",
    metavar="TRANSCRIPT#N",
    help="Answer anew from the question in turn N of one held before: a new attempt.",
)
def practice(plain: bool, branch: str | None, **chosen: Any) -> None:
    """Hold an interview: the next round of PROCESS, or the one left unfinished.

    The first time, that is the first round; once it has ended, the second, whose interviewers know your answers.
    Where none is named, PROCESS is the one you went on with last, or else the one of the settings (classic).
    The same seed, content and answers always give the same interview.
    """
    need_terminal(plain)
    _hold(_branch(branch) if branch else _start(plain=plain, **chosen), plain=plain)


@click.command(short_help="Run a candidate through an interview.")
@interview_options
@click.option("--listen", metavar="HOST:PORT", default="", help="Host the room: the candidate joins from elsewhere.")
@click.option("--cert", type=PATH, metavar="FILE", help="A certificate: for listening where others can reach it.")
@click.option("--key", type=PATH, metavar="FILE", help="Its key, where that is a file of its own.")
@click.option(
    "--self-signed", is_flag=True, help="Make a certificate; the line that the candidate types holds its fingerprint."
)
@click.option(
    "--observers-see",
    type=click.Choice(["room", "everything"]),
    default="room",
    help="What observers see: what is said, or all that you see.",
)
def coach(
    plain: bool, listen: str, cert: Path | None, key: Path | None, self_signed: bool, observers_see: str, **chosen: Any
) -> None:
    """Run a candidate through an interview, in one terminal or, with --listen, in two.

    The candidate answers on the screen; you hold down F9 to see your side of it: what the interviewers want, what is
    ahead and why, what they noticed. From there you go on to another question, speak for an interviewer, follow up,
    change plans, rate and take notes. Line by line (--plain), /help lists how.
    """
    need_terminal(plain)
    listening = Listening.asked(listen, cert=cert, key=key, self_signed=self_signed, observers_see=observers_see)
    sitting = _start(plain=plain, **chosen)
    if listening:
        _host(sitting, listening, plain=plain)
        return
    if not plain:
        show_screens(AtCoach(sitting))
    from simulator.plain.practice import practise

    practise(sitting, coached=sitting, look_back=lambda: _review(sitting), program=program())


@click.command(short_help="Write down a round that happened elsewhere.")
@click.argument("process", default="")
@click.option("--round", "round_id", metavar="ID", default="", help="Which round it was (default: the first).")
@candidate_option
@click.option(
    "--with",
    "interviewers",
    multiple=True,
    metavar="'NAME, TITLE'",
    callback=each_named,
    help="Who interviewed you; may be given more than once.",
)
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day it was on, such as 2026-11-14."
)
@own_options
@plain_option
@home_option
def recall(
    process: str,
    round_id: str,
    candidate: str,
    interviewers: tuple[str, ...],
    on: dt.datetime | None,
    plain: bool,
    **own: Any,
) -> None:
    """Write down a round that happened elsewhere: what you were asked, and what you answered.

    It becomes a round like any other: the next interviewers come back to it and notice what you tell differently.
    --company and --position name where it was; without them it is for PROCESS, the one you went on with last, or the
    one of the settings (classic).
    """
    import datetime as dt

    from simulator import recall as memory

    need_terminal(plain)
    archive = open_archive()
    day = on.replace(tzinfo=dt.UTC) if on else None
    name = candidate_name(archive, candidate)
    process = own_process(process, **own) or process or archive.last_process(name)
    if not (plain or interviewers or round_id or on):
        show_screens(AtRecallForm(name, process))
    begun = memory.start(
        archive,
        process=process or open_config().process,
        round_id=round_id,
        candidate=name,
        interviewers=memory.people("\n".join(interviewers)),
        on=day,
    )
    if plain:
        from simulator.plain.recall import write_down

        write_down(begun, program=program(), named=bool(process))
    else:
        show_screens(AtRecall(begun))


@click.command(short_help="Go on with the interview left unfinished.")
@click.argument("candidacy", default="")
@plain_option
@home_option
def resume(candidacy: str, plain: bool) -> None:
    """Go on with the interview left unfinished, in CANDIDACY (an id or a name; default: the one left last)."""
    from simulator.sitting import resume as take_up

    need_terminal(plain)
    archive = open_archive()
    chosen = archive.find(candidacy) if candidacy else archive.left_last()
    left = chosen.unfinished()
    if left is None:
        begins = f"second-round practice {chosen.file.process} --candidate {shlex.quote(chosen.candidate)}"
        raise InputError(f"{chosen.id} has no interview left unfinished; `{begins}` begins the next")
    _hold(take_up(chosen, left.path), plain=plain)


def _branch(wanted: str) -> Sitting:
    from simulator.sitting import branch

    archive = open_archive()
    identity, _, turn = wanted.rpartition("#")
    if not (identity and turn.isdecimal() and len(turn) < 10):
        raise InputError("--branch takes a transcript and the turn of a question, such as 0002-supervisor#7")
    return branch(archive, archive.find_transcript(identity), int(turn))


def _start(candidate: str, process: str, hints: Hints | None, *, plain: bool, **chosen: Any) -> Sitting:
    from simulator.content.library import load_library
    from simulator.sitting import start

    archive, config = open_archive(), open_config()
    by_login = not candidate and next(archive.candidacies(), None) is None and not asks_for_name()
    name = candidate_name(archive, candidate)
    library = load_library(archive.home)
    sitting = start(
        archive,
        candidate=name,
        process=process or archive.last_process(name) or config.process,
        hints=hints or config.hints,
        library=library,
        **chosen,
    )
    if plain and by_login:
        sitting.announce(f"You go by the name you are logged in with; --candidate NAME gives another than {name}.")
    if plain and library.left_out:
        sitting.announce(library.left_out)
    return sitting


def _host(sitting: Sitting, listening: Listening, *, plain: bool) -> None:
    """Hold the coach's seat of a room that is open to others."""
    room, invitation = listening.open(sitting)
    try:
        if not plain:
            for line in invitation.lines(begun=sitting.begun):  # to be copied: what is drawn over it goes away again
                click.echo(line)
            show_screens(AtCoach(sitting, invitation))
        from simulator.plain.room import host

        host(sitting, invitation)
    finally:
        room.close()


def _hold(sitting: Sitting, *, plain: bool) -> None:
    if plain:
        from simulator.plain.practice import practise

        practise(sitting, look_back=lambda: _review(sitting), program=program())
    else:
        show_screens(AtInterview(sitting))


def _review(sitting: Sitting) -> Review:
    from simulator.content.library import load_library
    from simulator.review import review

    archive = open_archive()
    candidacy = archive.find(sitting.header.candidacy)
    return review(archive, candidacy, load_library(archive.home), sitting.header.round)
