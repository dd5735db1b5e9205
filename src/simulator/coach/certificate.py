"""What keeps the line to a room private: the certificate of the coach's side, and how a guest's side checks it."""

from __future__ import annotations

import datetime as dt
import hashlib
import ipaddress
import re
import ssl
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.files import InputError
from simulator.text import one_line

if TYPE_CHECKING:
    from cryptography.x509 import GeneralName

_PRINT = re.compile(r"[0-9a-f]{64}")

DAYS = 365
"""How long a certificate made here is valid; by its fingerprint it is known after that as well."""


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


def self_signed(host: str) -> bytes:
    """Return a new key and a certificate for `host` that it signs itself, as PEM.

    `InputError` is raised for a host that no certificate can name.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "second-round")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))  # clocks differ
        .not_valid_after(now + dt.timedelta(days=DAYS))
        .add_extension(x509.SubjectAlternativeName([_named(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    written = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return written + certificate.public_bytes(pem)


def _named(host: str) -> GeneralName:
    from cryptography import x509

    try:
        return x509.IPAddress(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return x509.DNSName(host.encode("idna").decode())
    except UnicodeError:
        raise InputError(f"{one_line(host, 80)}: no certificate can name that; use its number") from None
