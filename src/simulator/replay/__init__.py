"""Playing transcripts again: a player without a clock, what was in the interviewers' minds, two side by side."""

from simulator.replay.marks import MARKS, Mark, marks_of
from simulator.replay.player import SPEEDS, Player

__all__ = ["MARKS", "SPEEDS", "Mark", "Player", "marks_of"]
