"""What the first answer would wait for, done while the first question is read: importing, and compiling expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.interview.plan import Plan

_ANSWERS = (
    "Last year I asked two colleagues at Brightwater for help. We finished in time, and I would do it again.",
    "I am good with people, and I like to learn.",
)
"""One that tells a case and one that does not: between them, every rule has something to look at."""


def get_ready(plan: Plan) -> None:
    """Import and compile what answers are written, read and replied to with, and compared with earlier ones."""
    import jinja2.sandbox  # noqa: F401  # for the lines
    import tomli_w  # noqa: F401  # for the journal

    from simulator.feedback import observe

    for answer in _ANSWERS:
        observe(answer, kind="behavioural", seconds=60)
    if plan.header.earlier:
        from simulator.consistency import compare_answers

        compare_answers(*_ANSWERS)
