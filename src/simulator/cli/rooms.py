"""Rooms over a line: the one a coach hosts, and the seat of whoever joins it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from simulator.cli.options import home, home_option, need_terminal, plain_option, show_screens
from simulator.files import InputError
from simulator.tui.opening import AtInterview

if TYPE_CHECKING:
    from simulator.coach.client import RemoteSeat
    from simulator.coach.server import Host
    from simulator.sitting import Sitting

PATH = click.Path(path_type=Path)


def open_room(
    sitting: Sitting, listen: str, *, cert: Path | None, key: Path | None, observers_see: str
) -> tuple[Host, list[str]]:
    """Open a room around `sitting`, and return it with the lines that tell the coach how others join."""
    from simulator.coach.address import Address, fingerprint_in, host_context
    from simulator.coach.server import Host

    address = Address.parse(listen)
    room = Host(
        sitting,
        address,
        tls=host_context(cert, key) if cert else None,
        observers_see="coach" if observers_see == "everything" else "observer",
    )
    room.open()
    line = f"second-round join {room.public_address} --code"
    proof = f" --fingerprint {fingerprint_in(cert)}" if cert else ""
    return room, [
        f"The candidate types:  {line} {room.door.candidate_code}{proof}",
        f"An observer types:    {line} {room.door.observer_code}{proof} --observe",
        "It begins when the candidate is there (/begin: without them), and stays open until you /leave.",
    ]


@click.command(short_help="Take a seat in a room that a coach hosts.")
@click.argument("address", metavar="HOST:PORT")
@click.option("--code", required=True, help="The code that the coach's side printed.")
@click.option("--observe", is_flag=True, help="Only look on.")
@click.option("--show-typing", is_flag=True, help="Let the coach see your answer while you type it.")
@click.option("--fingerprint", default="", help="The coach's certificate, as the coach's side printed it.")
@click.option("--ca", type=PATH, metavar="FILE", help="Who signed the coach's certificate.")
@plain_option
@home_option
def join(address: str, plain: bool, **chosen: Any) -> None:
    """Take the candidate's seat in the room that a coach hosts at HOST:PORT, or look on.

    The interview and its transcript stay with the coach; what you type is kept here until it has arrived. The line
    comes back by itself after a cut, and the same command takes you back to your seat.
    """
    need_terminal(plain)
    seat = _seat(address, **chosen)
    try:
        seat.join()
        if plain:
            from simulator.plain.room import join as hold

            hold(seat)
            return
        show_screens(AtInterview(seat))
    finally:
        seat.close()


def _seat(
    address: str, *, code: str, observe: bool, show_typing: bool, fingerprint: str, ca: Path | None
) -> RemoteSeat:
    from simulator.coach.address import Address, guest_context, parse_fingerprint
    from simulator.coach.client import RemoteSeat
    from simulator.coach.kept import KeptSeat
    from simulator.coach.line import Where

    where = Address.parse(address)
    if not where.port:
        raise InputError("a room's port is a number from 1: copy the whole line that the coach's side printed")
    proof = parse_fingerprint(fingerprint)
    private = proof or ca is not None or not where.here
    there = Where(where, tls=guest_context(ca, proof) if private else None, fingerprint=proof)
    kept = KeptSeat(home(), str(where), code)
    return RemoteSeat(there, kept, code, "observer" if observe else "candidate", show_typing=show_typing)
