"""What somebody gets after an interview: a reading of its transcript, computed anew each time."""

from simulator.debrief.build import build
from simulator.debrief.report import Debrief
from simulator.debrief.text import as_text

__all__ = ["Debrief", "as_text", "build"]
