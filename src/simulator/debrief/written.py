"""A debrief as Markdown, and as one page of HTML that needs nothing else; what anybody said is never markup."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from simulator.debrief.blocks import Block, blocks
from simulator.debrief.report import Debrief
from simulator.debrief.text import as_text
from simulator.files import InputError, write_out
from simulator.transcript.export import escaped


def write_to(path: Path, debrief: Debrief) -> Path:
    """Write `debrief` into a new file, in the format of its ending, and return where it lies.

    `InputError` is raised for another ending and where there is a file already, `OSError` where it can't be written.
    """
    form = FORMATS.get(path.suffix.lower())
    path = path.expanduser().absolute()
    if form is None:
        raise InputError(f"{path}: end the name in {', '.join(FORMATS)}")
    if path.exists():
        raise InputError(f"{path}: is there already; choose another name")
    write_out(path, form(debrief).encode())
    return path


def as_markdown(debrief: Debrief) -> str:
    """Return `debrief` as Markdown."""
    return "\n\n".join(map(_markdown, blocks(debrief))) + "\n"


def _markdown(block: Block) -> str:
    text = escaped(block.text)
    if block.kind in ("title", "heading"):
        return f"{'#' if block.kind == 'title' else '##'} {text}"
    sign = f"{block.sign} " if block.sign else ""
    if block.kind == "quote":
        return f"   > {sign}{text}"
    return f"{'   ' * block.inner}{sign}{text}"


def as_html(debrief: Debrief) -> str:
    """Return `debrief` as a page of HTML: light or dark as the reader has it, with no script and nothing to fetch."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        loader=PackageLoader("simulator.debrief"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("debrief.html").render(blocks=list(blocks(debrief)), language="en")


FORMATS: dict[str, Callable[[Debrief], str]] = {".md": as_markdown, ".txt": as_text, ".html": as_html}
"""How a debrief can be written, by the ending of the file."""
