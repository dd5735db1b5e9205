"""Where a room is: a host and a port, whether that is this machine, and what keeps the line to it private."""

from __future__ import annotations

import hashlib
import ipaddress
import re
import ssl
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from simulator.files import InputError
from simulator.text import one_line

_PRINT = re.compile(r"[0-9a-f]{64}")


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

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def host_context(cert: Path, key: Path | None) -> ssl.SSLContext:
    """Return what the coach's side proves who it is with; `InputError` is raised where the files do not serve."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        context.load_cert_chain(cert, key, password=lambda: "")
    except (OSError, ValueError) as error:  # ssl's errors are OSErrors
        raise InputError(f"{cert}: does not serve as a certificate with its key: {one_line(str(error), 120)}") from None
    return context


def guest_context(ca: Path | None, fingerprint: str) -> ssl.SSLContext:
    """Return what the guest's side checks the coach's side with.

    With a `fingerprint` that is all that counts, and it is compared before anything is said; else the certificate has
    to be signed by `ca`, or by somebody this machine trusts, for the host's name.
    """
    try:
        context = ssl.create_default_context(cafile=ca)
    except OSError as error:
        raise InputError(f"{ca}: can't be read as certificates: {one_line(str(error), 120)}") from None
    if fingerprint:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def fingerprint_in(path: Path) -> str:
    """Return the fingerprint of the first certificate in a PEM file; `InputError` is raised where there is none."""
    try:
        text = path.read_text("ascii")
        end = "-----END CERTIFICATE-----"
        first = text[text.index("-----BEGIN CERTIFICATE-----") : text.index(end) + len(end)]
        return fingerprint_of(ssl.PEM_cert_to_DER_cert(first))
    except (OSError, ValueError):
        raise InputError(f"{path}: holds no certificate") from None


def fingerprint_of(certificate: bytes) -> str:
    """Return the fingerprint of a certificate in DER."""
    return hashlib.sha256(certificate).hexdigest()


def parse_fingerprint(text: str) -> str:
    """Return a fingerprint as it is compared; `InputError` is raised for what can't be one."""
    found = text.replace(":", "").replace("-", "").strip().lower()
    if found and not _PRINT.fullmatch(found):
        raise InputError("a fingerprint has 64 hexadecimal digits: copy the whole line that the coach's side printed")
    return found
