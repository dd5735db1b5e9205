"""A private line: the certificate is checked by who signed it, or by its fingerprint in the printed line."""

from __future__ import annotations

import datetime as dt
import re
import stat
from pathlib import Path

import pytest
import trustme

from simulator.coach.certificate import fingerprint_in, guest_context, host_context, parse_fingerprint, self_signed
from simulator.files import InputError
from simulator.interview import actions
from tests.coach.conftest import Rooms
from tests.conftest import Run

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


@pytest.mark.parametrize("private", [True, False])
def test_a_line_that_is_private_at_one_end_only_says_what_to_do(
    rooms: Rooms, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, private: bool
) -> None:
    monkeypatch.setattr("simulator.coach.line.FIRST_SECONDS", 0.0)
    tls = host_context(certificate(authority, tmp_path), None)
    room = rooms.host(tls=tls if private else None)
    with pytest.raises(InputError, match="copy the whole line"):
        rooms.guest(room, tls=None if private else guest_context(None, "0" * 64))


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


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "room.example", "bücher.example"])
def test_a_certificate_made_here_is_known_by_its_fingerprint(rooms: Rooms, tmp_path: Path, host: str) -> None:
    path = tmp_path / "own.pem"
    path.write_bytes(self_signed(host))
    room = rooms.host(tls=host_context(path, None))
    proof = fingerprint_in(path)
    ada = rooms.guest(room, tls=guest_context(None, proof), fingerprint=proof)
    ada.take(actions.Begin())
    ada.wait()
    assert ada.open_line


def test_a_certificate_made_here_names_its_host(rooms: Rooms, tmp_path: Path) -> None:
    path = tmp_path / "own.pem"
    for host, trusted in (("127.0.0.1", True), ("room.example", False)):
        path.write_bytes(self_signed(host))
        room = rooms.host(rooms.sitting(new=True), tls=host_context(path, None))
        if trusted:
            assert rooms.guest(room, tls=guest_context(path, "")).header.candidate == "Ada"
        else:
            with pytest.raises(InputError, match="does not prove that this is 127"):
                rooms.guest(room, tls=guest_context(path, ""), home="another")


COACH = ("coach", "--plain", "--candidate", "Ada", "--seed", "1", "--listen")


def test_a_room_opened_again_still_has_the_fingerprint_in_the_line_the_candidate_has(run_here: Run) -> None:
    lines = [run_here([*COACH, "127.0.0.1:0", "--self-signed"]).out for _ in range(2)]
    prints = [re.findall(r"--fingerprint ([0-9a-f]{64})", each) for each in lines]
    assert len(set(prints[0] + prints[1])) == 1
    assert len(prints[0]) == 2
    kept = next(run_here.home.rglob("*.pem"))
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["0.0.0.0:0"], "add --self-signed, or --cert"),
        (["127.0.0.1"], "is no address"),
        (["127.0.0.1:0", "--self-signed", "--cert", "room.pem"], "one certificate is enough"),
        (["127.0.0.1:0", "--key", "room.key"], "add --cert FILE"),
        (["127.0.0.1:0", "--cert", "room.pem"], "room.pem"),
        (["", "--self-signed"], "add --listen"),
    ],
)
def test_what_no_room_can_be_opened_with_is_one_line_and_begins_nothing(
    run_here: Run, asked: list[str], told: str
) -> None:
    ran = run_here([*COACH, *asked])
    assert ran.code == 2
    assert ran.err.count("\n") == 1
    assert told in ran.err
    assert not (run_here.home / "candidacies").exists()
