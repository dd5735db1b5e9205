"""What can be seen in how an answer was given, for an interviewer's follow-up and for the debrief."""

from simulator.feedback.case import Case, case_told
from simulator.feedback.observation import NON_ANSWERS, Observation, weakness
from simulator.feedback.observe import observe
from simulator.feedback.showing import Shown, shown_in
from simulator.feedback.telling import sentence_at, telling

__all__ = [
    "NON_ANSWERS",
    "Case",
    "Observation",
    "Shown",
    "case_told",
    "observe",
    "sentence_at",
    "shown_in",
    "telling",
    "weakness",
]
