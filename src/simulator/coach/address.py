"""Where a room is: a host and a port, and whether others can reach it."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from typing import Self

from simulator.files import InputError
from simulator.text import one_line


@dataclass(frozen=True, slots=True)
class Address:
    """A host and a port."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the address that `HOST:PORT` or `[IPV6]:PORT` names; `InputError` is raised for anything else."""
        host, colon, port = text.strip().rpartition(":")
        host = host.removeprefix("[").removesuffix("]") if host.startswith("[") else host
        if not (colon and host and port.isdecimal() and len(port) < 6 and int(port) < 65_536) or "/" in host:
            raise InputError(f"“{one_line(text, 80)}” is no address: it takes HOST:PORT, such as 127.0.0.1:7777")
        return cls(host, int(port))

    @property
    def here(self) -> bool:
        """Whether it is on this machine, where nobody else listens in."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def public(self) -> Self:
        """Where others find it: this machine by its name where it listens everywhere."""
        everywhere = self.host in ("0.0.0.0", "::")  # noqa: S104  # compared, not bound
        return type(self)(socket.gethostname(), self.port) if everywhere else self

    def need_private(self, private: bool) -> None:
        """Raise `InputError` where others could listen in to what is said here."""
        if not (self.here or private):
            raise InputError(
                f"{self} can be reached from elsewhere, so the line has to be private: "
                "add --self-signed, or --cert FILE --key FILE, or listen on 127.0.0.1"
            )

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"
