"""The rules: each has an id, what it finds, how grave that is, and one sentence that explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: `WARN` is a difference, `SOFT` a variance, `REMARK` a note."""

    WARN = "warn"
    SOFT = "soft"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that makes findings of one kind."""

    id: str
    kind: str
    severity: Severity
    explanation: str


RULES = {
    rule.id: rule
    for rule in (
        Rule("figure-differs", "changed_fact", Severity.WARN, "The same thing was given another figure."),
        Rule("date-differs", "changed_fact", Severity.WARN, "The same event was given another date."),
        Rule("name-differs", "changed_fact", Severity.WARN, "The same place or person was given another name."),
        Rule("title-differs", "changed_fact", Severity.WARN, "The same position was given another title."),
        Rule("role-differs", "changed_fact", Severity.WARN, "Your own part in the same work was another one."),
        Rule("deed-differs", "changed_fact", Severity.WARN, "What you did in the same case was something else."),
        Rule("outcome-differs", "changed_fact", Severity.WARN, "The same work ended in another way."),
        Rule("edited-figure", "changed_fact", Severity.WARN, "Almost the same words, with another figure."),
        Rule("edited-word", "changed_fact", Severity.WARN, "Almost the same words, with another name or title."),
        Rule("answer-reversed", "reversed", Severity.WARN, "A yes became a no, or a no a yes."),
        Rule("statement-negated", "reversed", Severity.WARN, "What was said before is now denied, or the other way."),
        Rule("preference-differs", "changed_preference", Severity.WARN, "You chose the other side."),
        Rule("reason-differs", "changed_reason", Severity.WARN, "The same step was given quite another reason."),
        Rule("figure-drifts", "variance", Severity.SOFT, "The figure moved by less than a tenth, the date by a month."),
        Rule("left-out", "left_out", Severity.REMARK, "Something said before was not said again."),
        Rule("new-detail", "new_detail", Severity.REMARK, "Something was added."),
        Rule(
            "other-example", "other_example", Severity.REMARK, "Another example was told; its facts are not compared."
        ),
        Rule("evasive", "evasive", Severity.REMARK, "The question was answered before and not this time."),
        Rule("near-verbatim", "near_verbatim", Severity.REMARK, "Almost word for word, which may sound rehearsed."),
    )
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What comparing an answer with an earlier one showed."""

    severity: Severity
    kind: str
    slot: str
    reason: str
    rule: str
    first_span: tuple[int, int] | None
    second_span: tuple[int, int] | None


def finding(
    rule: str,
    reason: str,
    first_span: tuple[int, int] | None,
    second_span: tuple[int, int] | None,
    *,
    slot: str = "",
) -> Finding:
    """Return a finding of `rule` (a key of `RULES`)."""
    found = RULES[rule]
    return Finding(found.severity, found.kind, slot, reason, rule, first_span, second_span)
