"""Rooms over a line: the one a coach hosts, and the seat of whoever joins it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import click

from simulator.cli.options import home, home_option, need_terminal, plain_option, show_screens
from simulator.files import InputError
from simulator.tui.opening import AtJoined

if TYPE_CHECKING:
    import ssl

    from simulator.coach.address import Address
    from simulator.coach.client import RemoteSeat
    from simulator.coach.invitation import Invitation
    from simulator.coach.server import Host
    from simulator.sitting import Sitting
    from simulator.transcript.turns import Viewer

PATH = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a room is to be open and what keeps the line to it private, checked before anything is begun."""

    address: Address
    cert: Path | None
    tls: ssl.SSLContext | None
    self_signed: bool
    observers_see: Viewer

    @classmethod
    def asked(
        cls, listen: str, *, cert: Path | None, key: Path | None, self_signed: bool, observers_see: str
    ) -> Self | None:
        """Return what the command line asks for; None where no room is to be open."""
        from simulator.coach.address import Address
        from simulator.coach.certificate import host_context

        if not listen:
            if cert or key or self_signed:
                raise InputError("a certificate is for a room that others join: add --listen HOST:PORT")
            return None
        if self_signed and (cert or key):
            raise InputError("either --self-signed or --cert FILE: one certificate is enough")
        if key and not cert:
            raise InputError("a key is of use with its certificate: add --cert FILE")
        address = Address.parse(listen)
        address.need_private(bool(cert or self_signed))
        tls = host_context(cert, key) if cert else None
        return cls(address, cert, tls, self_signed, "coach" if observers_see == "everything" else "observer")

    def open(self, sitting: Sitting) -> tuple[Host, Invitation]:
        """Open the room around `sitting`, and return it with how others join."""
        from simulator.coach.certificate import fingerprint_in, host_context
        from simulator.coach.server import Host

        cert, tls = self.cert, self.tls
        if self.self_signed:
            cert = _own_certificate(sitting, self.address.public.host)
            tls = host_context(cert, None)
        room = Host(sitting, self.address, tls=tls, observers_see=self.observers_see)
        room.open()
        return room, room.invitation(fingerprint_in(cert) if cert else "")


def _own_certificate(sitting: Sitting, host: str) -> Path:
    """Return a file with a certificate of this room's own and its key.

    It is the same each time the room is opened, or whoever comes back would take the coach for somebody else.
    """
    from simulator.coach.certificate import self_signed

    return sitting.keep("pem", sitting.kept("pem") or self_signed(host))


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
        show_screens(AtJoined(seat))
    finally:
        seat.close()


def _seat(
    address: str, *, code: str, observe: bool, show_typing: bool, fingerprint: str, ca: Path | None
) -> RemoteSeat:
    from simulator.coach.address import Address
    from simulator.coach.certificate import guest_context, parse_fingerprint
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
