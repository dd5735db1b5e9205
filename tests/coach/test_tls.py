"""A private line: the certificate is checked by who signed it, or by its fingerprint in the printed line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import trustme

from simulator.coach.address import fingerprint_in, guest_context, host_context, parse_fingerprint
from simulator.files import InputError
from simulator.interview import actions
from tests.coach.conftest import Rooms

SOON = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def certificate(authority: trustme.CA, folder: Path, name: str = "127.0.0.1") -> Path:
    """Return a file with a certificate for `name` and its key."""
    path = folder / f"{name}.pem"
    path.unlink(missing_ok=True)
    authority.issue_cert(name, not_after=SOON).private_key_and_cert_chain_pem.write_to_path(path)
    return path


def test_a_certificate_signed_by_somebody_trusted_lets_both_talk(
    rooms: Rooms, authority: trustme.CA, tmp_path: Path
) -> None:
    room = rooms.host(tls=host_context(certificate(authority, tmp_path), None))
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    ada = rooms.guest(room, tls=guest_context(tmp_path / "ca.pem", ""))
    ada.take(actions.Begin())
    ada.wait()
    assert ada.open_line


@pytest.mark.parametrize("name", ["127.0.0.1", "room.example"])
def test_one_that_nobody_here_knows_does_not(rooms: Rooms, authority: trustme.CA, tmp_path: Path, name: str) -> None:
    room = rooms.host(tls=host_context(certificate(authority, tmp_path, name), None))
    trustme.CA().cert_pem.write_to_path(tmp_path / "other.pem")
    with pytest.raises(InputError, match="does not prove"):
        rooms.guest(room, tls=guest_context(tmp_path / "other.pem", ""))


def test_the_fingerprint_stands_for_the_certificate(rooms: Rooms, authority: trustme.CA, tmp_path: Path) -> None:
    path = certificate(authority, tmp_path, "whoever.example")
    room = rooms.host(tls=host_context(path, None))
    proof = fingerprint_in(path)
    ada = rooms.guest(room, tls=guest_context(None, proof), fingerprint=proof)
    ada.take(actions.Begin())
    ada.wait()
    assert ada.open_line


def test_another_fingerprint_ends_it_before_the_code_is_said(
    rooms: Rooms, authority: trustme.CA, tmp_path: Path
) -> None:
    room = rooms.host(tls=host_context(certificate(authority, tmp_path), None))
    with pytest.raises(InputError, match="another fingerprint"):
        rooms.guest(room, tls=guest_context(None, "0" * 64), fingerprint="0" * 64)
    assert room._sitting.notices() == []
    assert not room.door._used


def test_a_fingerprint_may_be_written_with_colons() -> None:
    assert parse_fingerprint(":".join(["AB"] * 32)) == "ab" * 32
    with pytest.raises(InputError):
        parse_fingerprint("abc")


@pytest.mark.parametrize("text", ["", "nothing"])
def test_a_file_that_is_no_certificate_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "room.pem"
    path.write_text(text)
    for read in (fingerprint_in, lambda each: host_context(each, None)):
        with pytest.raises(InputError, match=r"room\.pem"):
            read(path)
