"""Safe writes: every write to disk goes through here, atomic or append-and-fsync, readable by its owner alone."""

from __future__ import annotations

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Self


class HeldError(Exception):
    """Another process holds the lock on a file."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is open in another second-round")
        self.path = path


class InputError(Exception):
    """Bad input of any kind: one line that says what is wrong, where, and what to do."""


OUTPUT = "standard output"


def unwritable_output(error: OSError) -> OSError:
    """Return `error` as one that names the output, which has no file name of its own."""
    return OSError(error.errno, error.strerror, OUTPUT)


def make_folder(path: Path) -> Path:
    """Make `path` and its parents where missing, each new one private (mode 0700), and return it."""
    missing = []
    folder = path
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)
    return path


def _sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of `folder` durable."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_atomic(path: Path, data: bytes) -> None:
    """Replace the file at `path` by `data`, wholly or not at all, mode 0600; its folder must exist."""
    with _beside(path, data) as whole:
        whole.replace(path)


def create_atomic(path: Path, data: bytes) -> None:
    """Make the file at `path` with `data`, wholly or not at all; `FileExistsError` is raised where there is one."""
    with _beside(path, data) as whole:
        path.hardlink_to(whole)


@contextlib.contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """Give a durable file with `data` in the folder of `path`; whatever is left of it goes afterwards."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield Path(name)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink()
    _sync_folder(path.parent)


def write_out(path: Path, data: bytes) -> None:
    """Write a file of the user's own choice: atomically, or straight into what is no file, such as a pipe."""
    if path.exists() and not path.is_file():
        path.write_bytes(data)
    else:
        write_atomic(path.resolve(), data)


class Appender:
    """A file that only grows, locked by this process while it is open.

    `HeldError` is raised where another process has it open. The lock goes with the process, however it ends.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CLOEXEC)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._descriptor)
            raise HeldError(path) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, data: bytes) -> None:
        """Add `data` at the end; it is durable once `sync` has returned."""
        view = memoryview(data)
        while view:
            view = view[os.write(self._descriptor, view) :]

    def sync(self) -> None:
        """Wait until all that was appended is on the disk."""
        os.fsync(self._descriptor)

    def truncate(self, size: int) -> None:
        """Cut the file down to its first `size` bytes, durably."""
        os.ftruncate(self._descriptor, size)
        os.fsync(self._descriptor)

    def close(self) -> None:
        """Close the file and let the lock go; closing twice is fine."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
