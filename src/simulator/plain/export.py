"""Writing a transcript out for reading elsewhere, in every form there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.files import InputError, write_out
from simulator.plain.cast import as_cast
from simulator.plain.output import INDENT, line_of
from simulator.transcript.export import as_markdown, as_toml
from simulator.transcript.turns import Transcript, Viewer, seen_by


def as_text(transcript: Transcript) -> str:
    """Return `transcript` as lines, the way the line-by-line mode writes them."""
    lines = (line_of(transcript.header, turn) for turn in transcript.turns)
    return "".join(line.replace("\n", f"\n{INDENT}") + "\n" for line in lines if line)


FORMATS: dict[str, Callable[[Transcript], str]] = {"md": as_markdown, "txt": as_text, "toml": as_toml, "cast": as_cast}
"""How a transcript can be written, by the ending of the file."""


def exported(transcript: Transcript, viewer: Viewer, form: str) -> str:
    """Return `transcript` in one of `FORMATS`, without what `viewer` may not see."""
    return FORMATS[form](seen_by(transcript, viewer))


def export_to(path: Path, transcript: Transcript, viewer: Viewer) -> Path:
    """Write `transcript` into a new file, in the format of its ending, and return where it lies.

    `InputError` is raised for another ending and where there is a file already, `OSError` where it can't be written.
    """
    form = path.suffix.removeprefix(".").lower()
    if form not in FORMATS:
        raise InputError(f"{path}: end the name in {', '.join(f'.{each}' for each in FORMATS)}")
    path = path.expanduser().absolute()
    if path.exists():
        raise InputError(f"{path}: is there already; choose another name")
    write_out(path, exported(transcript, viewer, form).encode())
    return path
