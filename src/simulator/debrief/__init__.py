"""What somebody gets after an interview: a reading of its transcript, computed anew each time."""

from simulator.debrief.build import build
from simulator.debrief.report import Debrief
from simulator.debrief.text import as_text
from simulator.debrief.written import as_html, as_markdown

__all__ = ["Debrief", "as_html", "as_markdown", "as_text", "build"]
