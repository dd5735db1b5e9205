"""Following up: which of a question's probes an answer calls for."""

from __future__ import annotations

from simulator.content.schemas import Probe
from simulator.feedback import observe
from simulator.interview.chance import pick
from simulator.interview.state import State
from simulator.transcript.reading import joined

IN_FULL = "as_said"
"""The trigger of an answer that only points at an earlier one: the interviewer asks to hear it in full."""


def probe_for(state: State, most: int) -> tuple[str, str] | None:
    """Return (trigger, template) of the follow-up that the answers so far call for; the template of `in_full` is empty.

    At most `most` follow-ups are made to one question, none twice for the same trigger; None where the answer stands.
    """
    question = state.plan.questions.get(state.item.question) if state.item else None
    if question is None or state.item is None or len(state.probes) >= most:
        return None
    said = joined([turn.text for turn in state.answers])
    tried = {probe.why for probe in state.probes}
    for observation in observe(said, kind=question.kind, seconds=question.seconds):
        if observation.kind in tried:
            continue
        if observation.kind == IN_FULL:
            return IN_FULL, ""
        if observation.kind == "no_case" or state.item.why == "elaborate":
            return None  # a probe belongs to the question as it was first put, not to a deeper one
        if template := template_for(state, observation.kind):
            return observation.kind, template
    return None


def template_for(state: State, trigger: str) -> str:
    """Return the present question's probe for `trigger`; empty where it has none."""
    for probe in _probes(state):
        if probe.when == trigger:
            return pick(probe.say, state.plan.header.seed, "probe", state.item and state.item.question, trigger)
    return ""


def unused_probe(state: State, trigger: str = "") -> tuple[str, str] | None:
    """Return (trigger, template) of a probe of the present question not used yet: that for `trigger`, or the first."""
    used = {probe.why for probe in state.probes}
    for probe in _probes(state):
        if probe.when not in used and trigger in ("", probe.when):
            return probe.when, template_for(state, probe.when)
    return None


def _probes(state: State) -> tuple[Probe, ...]:
    question = state.plan.questions.get(state.item.question) if state.item else None
    return question.probes if question else ()
