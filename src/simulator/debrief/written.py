"""A debrief as Markdown, and as one page of HTML that needs nothing else; what anybody said is never markup."""

from __future__ import annotations

from simulator.debrief.blocks import Block, blocks
from simulator.debrief.report import Debrief
from simulator.transcript.export import escaped


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
