"""What a question asks for: the kind of its answer, and the words it gives the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consistency.sentences import take_apart
from simulator.consistency.slot import Slot
from simulator.consistency.words import NEGATORS, concept, is_content

_POLAR = frozenset(
    [
        "are",
        "is",
        "was",
        "were",
        "do",
        "does",
        "did",
        "have",
        "has",
        "had",
        "can",
        "could",
        "would",
        "will",
        "should",
        "may",
        "shall",
        "aren't",
        "isn't",
        "don't",
        "didn't",
        "haven't",
        "wouldn't",
        "couldn't",
        "can't",
        "won't",
    ]
)
_MONEY = frozenset(
    [
        "salary",
        "pay",
        "paid",
        "earn",
        "rate",
        "charge",
        "charged",
        "cost",
        "costs",
        "budget",
        "revenue",
        "worth",
        "value",
        "price",
        "turnover",
        "package",
        "expectations",
        "wage",
        "money",
        "deal",
        "sale",
        "profit",
        "raise",
        "raised",
        "fee",
        "fees",
        "commission",
        "spend",
        "spent",
        "rent",
        "bonus",
    ]
)
_PERCENT = frozenset(
    ["percent", "percentage", "share", "proportion", "uptime", "accuracy", "margin", "turnout", "commission", "quota"]
)
_NAME = frozenset(
    ["who", "whom", "where", "company", "employer", "city", "town", "university", "school", "college", "country"]
)
_TITLE = frozenset(["title", "position", "role", "job", "rank", "hired", "grade", "qualification", "degree"])
_STORY = (
    "a time", "a situation", "an example", "an occasion", "a moment", "a mistake", "a failure", "a conflict",
    "a challenge", "a difficult", "a decision", "a success", "an achievement", "a problem", "a project",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: `kind` is a slot's kind or empty where the question is open; `words` are its content concepts."""

    kind: str
    noun: str
    """What a count counts."""
    words: frozenset[str]
    raw: tuple[str, ...]
    slots: tuple[Slot, ...]
    story: bool
    negative: bool
    """Whether "no" is the agreeable answer ("do you mind")."""

    def slot_of(self, kind: str, context: frozenset[str] = frozenset()) -> str:
        """Return the id of the one slot of `kind`, or of the one whose label shares most with `context`."""
        slots = [slot for slot in self.slots if slot.kind == kind]
        if len(slots) <= 1:
            return slots[0].id if slots else ""
        shared = [
            (len(context & {concept(word) for word in slot.label.lower().split() if is_content(word)}), slot.id)
            for slot in slots
        ]
        shared.sort(reverse=True)
        return shared[0][1] if shared[0][0] > shared[1][0] else ""


def read_question(question: str, slots: Sequence[Slot] = ()) -> Question:
    """Return what `question` asks for; where it declares slots, their kinds count first."""
    tokens = take_apart(question[:2000]).tokens
    raw = tuple(token.text for token in tokens)
    kind, noun = _kind(raw)
    if slots:
        kinds = {slot.kind for slot in slots}
        if kind not in kinds:
            kind = slots[0].kind if len(slots) == 1 else ""
        noun = noun or next((concept(slot.unit) for slot in slots if slot.kind == "count" and slot.unit), "")
    joined = " ".join(raw)
    return Question(
        kind=kind,
        noun=noun,
        words=frozenset(concept(word) for word in raw if is_content(word)),
        raw=raw,
        slots=tuple(slots),
        story=any(slot.kind == "story" for slot in slots) or any(phrase in joined for phrase in _STORY),
        negative="mind" in raw or ("object" in raw and not NEGATORS & set(raw)),
    )


def _kind(raw: tuple[str, ...]) -> tuple[str, str]:
    words = set(raw)
    joined = " ".join(raw)
    if "each" in words or "stage" in words or "teams" in words:
        return "", ""
    if "how many" in joined:
        at = raw.index("many") + 1
        if raw[at : at + 1] and raw[at] in {"years", "months", "yrs", "weeks", "days"}:
            return "duration", ""
        noun = next((concept(word) for word in raw[at : at + 3] if is_content(word) or word == "people"), "")
        return "count", noun
    if (
        "how long" in joined
        or "notice period" in joined
        or "how much experience" in joined
        or "how much notice" in joined
    ):
        return "duration", ""
    if words & {"title", "rank"}:
        return "title", ""
    asks_when = any(
        word in {"when", "when's"} and (not at or raw[at - 1] in {"and", ",", "since"}) for at, word in enumerate(raw)
    )
    if asks_when or "dates" in words or "what year" in joined or "which year" in joined or "since when" in joined:
        return "date", ""
    if "why" in words or "reason" in words or "what made you" in joined or "what brought" in joined:
        return "reason", ""
    if "how much" in joined and not words & _MONEY:
        return "percent", ""
    if words & _PERCENT:
        return "percent", ""
    if any(size in joined for size in ("how big", "how large", "what size", "how busy", "size of")):
        return ("money", "") if words & _MONEY else ("count", next((concept(w) for w in ("team",) if w in words), ""))
    if " or " in f" {joined} " or "prefer" in words or "rather" in words or "what kind of" in joined:
        return "choice", ""
    if raw and raw[0] in _POLAR:
        return "yes_no", ""
    if words & _MONEY:
        return "money", ""
    if words & _TITLE:
        return "title", ""
    if words & _NAME:
        return "name", ""
    if "how often" in joined or "how good" in joined or "how fast" in joined:
        return "percent", ""
    return "", ""
