"""Telling of a fault of the program's own in one line: a traceback would print what somebody wrote."""

from __future__ import annotations

import traceback
from pathlib import Path

from simulator.text import one_line


def stopped(error: BaseException, saved: str) -> str:
    """Return the line for `error`: what kind happened where, without anything it says, and what is `saved`."""
    inner = getattr(error, "error", None)  # what a worker failed with
    error = inner if isinstance(inner, BaseException) else error
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"second-round: stopped by a fault of its own ({type(error).__name__}{where}); {one_line(saved, 1_000)}"
