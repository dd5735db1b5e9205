"""Reasons: why somebody left or is leaving, by category."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import PhraseTable
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words

_PHRASES = {
    "pay": ("pay|salary|money|wage|wages|underpaid|below market|paid|better package|bonus|pay rise|earn|earning|raise"),
    "growth": (
        "progress|progression|promotion|promoted|career|grow|growing|growth|nowhere to go|ceiling|"
        "bigger role|responsibility|challenge|challenges|challenging|next step|develop|development|"
        "stretch|plateaued|stagnant|new skills|learn more|learning|move up|step up|outgrown|stuck|"
        "opportunity|opportunities"
    ),
    "boredom": ("bored|boring|routine|repetitive|monotonous|same thing every day|unchallenged|needed a change|stale"),
    "closure": (
        "redundant|redundancy|redundancies|laid off|closed|closing|closure|shut|shutting|eliminated|"
        "restructuring|restructure|restructured|cut my post|cuts|downsizing|downsized|bankrupt|insolvent|"
        "liquidation|merger|went under|administration|closed down|lost my job|reorganisation|"
        "reorganization|cut my job"
    ),
    "contract": (
        "contract ended|contract finished|contract came|contract was up|contract ran out|wasn't renewed|"
        "fixed - term|fixed term|didn't renew|didnt renew|not renewed|temporary|seasonal|project ended|"
        "maternity cover|my contract"
    ),
    "dismissal": ("dismissed|fired|sacked|let me go|let go|disciplinary|asked to leave|misconduct"),
    "people": (
        "manager|boss|supervisor|culture|atmosphere|toxic|bullied|bullying|shouted|horrible|argument|"
        "politics|management|fell out|harassed|disrespected|leadership|owner|micromanaged|didn't get on"
    ),
    "hours": (
        "workload|hours|overtime|shifts|weekends|nights|stress|stressful|burnout|burnt out|burned out|"
        "pressure|balance|work - life|understaffed|rota|exhausted|exhausting|sundays|late nights|"
        "too much work|travelling|overworked"
    ),
    "place": (
        "commute|commuting|moved|move|moving|relocated|relocating|transferred|closer to home|nearer home|"
        "distance|drive each way|the journey|back to|another city|nearer to home"
    ),
    "health": ("health|ill|illness|sick|injury|injured|hurt|surgery|operation|my back|my knee|doctor|unwell|accident"),
    "family": (
        "for my family|children|kids|baby|maternity|paternity|family reasons|look after my|"
        "looking after my|caring for|care for|childcare|divorce|married|pregnant"
    ),
    "study": ("study|studying|studies|course|retrain|retraining|back to college|back to university|qualification|phd"),
    "future": (
        "future|unstable|uncertain|uncertainty|instability|sold|selling|retiring|going under|struggling|no future"
    ),
    "field": ("different field|another industry|different industry|new industry|change of career|sector|get back into"),
}
_CATEGORIES = {name: PhraseTable(*phrases.split("|")) for name, phrases in _PHRASES.items()}
_ALIKE = (
    {"growth", "boredom", "future", "field", "study"},
    {"closure", "contract", "future"},
    {"hours", "health", "family"},
    {"place", "family"},
    {"people", "dismissal"},
    {"people", "hours"},
    {"growth", "people"},
)
"""Reasons that people put one for the other; a step has often more than one."""
_DENIALS = PhraseTable(
    "not about", "wasn't about", "isn't about", "nothing to do with", "not because", "wasn't because", "isn't the",
    "wasn't the",
    "not the", "no complaints", "nothing against", "wasn't for", "not for the", "wasn't a question", "isn't a question",
)  # fmt: skip
_LOOKED_AT = 4
"""Sentences at the start of an answer in which the reason is given."""


def read_reasons(text: Text, question: Question) -> Iterator[Claim]:
    """Yield the reason an answer gives, with all its categories, where the question asks why."""
    if question.kind != "reason":
        return
    categories: set[str] = set()
    place: Clause | None = None
    for clause in text.clauses:
        if clause.sentence >= _LOOKED_AT:
            break
        words = clause_words(text, clause)
        if _DENIALS.found(words):
            continue
        found = {name for name, table in _CATEGORIES.items() if table.found(words)}
        if found and place is None:
            place = clause
        categories |= found
    if place is None:
        return
    span = clause_span(text, place)
    yield Claim(
        kind="reason",
        span=span,
        quote=text.original[slice(*span)],
        slot=question.slot_of("reason"),
        asked=True,
        about="reason",
        words=frozenset(categories),
    )


def reasons_agree(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Return whether two sets of categories share one, or have two that people put one for the other."""
    if ours & theirs:
        return True
    return any(group & ours and group & theirs for group in _ALIKE)
