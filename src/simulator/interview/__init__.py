"""What happens in the room, as a pure state machine: no clock, no file, no terminal."""

from simulator.interview.interview import Interview, NotNowError
from simulator.interview.plan import Plan

__all__ = ["Interview", "NotNowError", "Plan"]
