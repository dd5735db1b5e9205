"""Writes are whole or not at all, readable by their owner alone, and one process writes a transcript."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.files import Appender, HeldError, make_folder, write_atomic, write_out


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_an_atomic_write_makes_a_file_only_its_owner_reads(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert mode(path) == 0o600


def test_an_atomic_write_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"old and longer")
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("breaks", ["fsync", "replace"])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "file"
    write_atomic(path, b"old")
    monkeypatch.setattr(os if breaks == "fsync" else Path, breaks, full)
    with pytest.raises(OSError, match="No space"):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_in_the_middle_of_a_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "file"
    write_atomic(path, b"old")
    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_new_folders_are_private_and_old_ones_are_left_as_they_are(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o755)
    made = make_folder(shared / "one" / "two")
    assert [mode(path) for path in (shared, made.parent, made)] == [0o755, 0o700, 0o700]
    assert make_folder(made) == made


def test_an_appender_adds_at_the_end_and_cuts_at_a_size(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"one\n")
    with Appender(path) as file:
        file.append(b"two\n")
        file.sync()
        assert path.read_bytes() == b"one\ntwo\n"
        file.truncate(4)
        file.append(b"three\n")
    file.close()
    assert path.read_bytes() == b"one\nthree\n"


def test_a_second_appender_is_told_while_the_first_is_open(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    with Appender(path), pytest.raises(HeldError, match="open in another second-round"):
        Appender(path)
    Appender(path).close()


def test_a_second_process_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    code = "import sys, pathlib; from simulator.files import Appender; Appender(pathlib.Path(sys.argv[1]))"
    command = [sys.executable, "-c", code, str(path)]
    with Appender(path):
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert "HeldError" in ran.stderr
    assert subprocess.run(command, check=False, timeout=60).returncode == 0


def test_a_lock_goes_with_the_process_however_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.touch()
    code = (
        "import os, sys, pathlib; from simulator.files import Appender; a = Appender(pathlib.Path(sys.argv[1]));"
        "os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False, timeout=60).returncode == -9
    Appender(path).close()


def test_a_file_of_the_users_is_written_where_a_link_points(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("file")
    write_out(link, b"new")
    assert link.is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_out(pipe, b"new")
    assert os.read(reader, 10) == b"new"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)
