"""What can be seen in how an answer was given, for an interviewer's follow-up and for the debrief."""

from simulator.feedback.observation import Observation, weakness
from simulator.feedback.observe import observe

__all__ = ["Observation", "observe", "weakness"]
