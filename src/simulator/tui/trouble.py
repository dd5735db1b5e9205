"""What can go wrong with what the user or the disk has to do with, as one line."""

from __future__ import annotations

from simulator.files import InputError

TROUBLE = (InputError, OSError)
"""What is told in a notice: bad input, or a disk that refuses."""


def told(error: Exception) -> str:
    """Return what is wrong: "path: reason"."""
    if not isinstance(error, OSError):
        return str(error)
    reason = error.strerror or type(error).__name__
    return f"{error.filename}: {reason}" if error.filename else reason
