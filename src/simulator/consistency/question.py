"""What a question asks for: the kind of its answer, and the words it gives the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simulator.consistency.contrasts import contrasts_of
from simulator.consistency.sentences import take_apart
from simulator.consistency.slot import FIGURES, Slot
from simulator.consistency.words import NEGATORS, concept, is_content, is_plural
from simulator.english import AUXILIARIES, NEGATED, words_of

_POLAR = AUXILIARIES | NEGATED
_MONEY = words_of(
    "salary pay paid earn rate charge charged cost costs budget revenue worth accept value price turnover package "
    "expectations wage money deal sale profit raise raised fee fees commission spend spent rent bonus"
)
_PERCENT = words_of("percent percentage share proportion uptime accuracy margin turnout commission quota mark score")
_NAME = words_of("who whom where company employer city town university school college country language")
_PLACES = words_of(
    "site depot branch store office hospital ward system software tool language school college university company town "
    "city country"
)
_NAMED = _PLACES | words_of(
    "software app framework database brand bank district area street region county platform airline newspaper magazine "
    "browser harbour airport"
)
_TITLE = words_of("title position role job post rank hired grade qualification degree")
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
    contrasts: frozenset[str]
    """What the question itself singles out: "at its height", "your first job"."""
    several: bool
    """Whether it asks for more than one ("which budgets"), so that two answers may be of two things."""
    kinds: frozenset[str]
    """The kinds of its slots, and its own."""
    ahead: bool
    """Whether it asks about what is to come ("when could you start")."""
    to_come: bool
    """Whether it asks what somebody would do: what they did answers it no more."""
    figures: frozenset[str]
    """The kinds of figure that may answer it."""
    wants_pay: bool
    """Whether it asks what somebody wants to be paid: what they are paid is no answer."""

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
    own = kind
    if slots:
        kinds = {slot.kind for slot in slots}
        if kind not in kinds:
            kind = next((slot.kind for slot in slots if slot.kind != "story"), "story")
        noun = noun or next((concept(slot.unit) for slot in slots if slot.kind == "count" and slot.unit), "")
    if kind == "duration" and {"years", "year"} & set(raw):
        noun = "year"
    joined = " ".join(raw)
    return Question(
        kind=kind,
        noun=noun,
        words=frozenset(concept(word) for word in raw if is_content(word)),
        raw=raw,
        slots=tuple(slots),
        story=any(slot.kind == "story" for slot in slots) or any(phrase in joined for phrase in _STORY),
        negative=bool({"mind", "problem", "bother"} & set(raw)) or ("object" in raw and not NEGATORS & set(raw)),
        contrasts=contrasts_of(raw),
        several=_asks_for_several(raw),
        kinds=frozenset({slot.kind for slot in slots} | {kind, own}),
        ahead=not _PAST & set(raw),
        to_come=(bool(_TO_COME & set(raw)) or ("see", "yourself") in pairwise(raw)) and not _PAST & set(raw),
        figures=_figures(kind, raw, slots),
        wants_pay=any(
            "pay:wanted" in contrasts_of(words)
            for words in ([tuple(slot.label.lower().split()) for slot in slots if slot.kind == "money"] or [raw])
        ),
    )


def _kind(raw: tuple[str, ...]) -> tuple[str, str]:
    """Return the kind of answer a question wants and the noun it wants counted; the first sign of a kind decides."""
    words = set(raw)
    joined = f" {' '.join(raw)} "
    if words & {"each", "stage", "teams"} or _asks_how_much_of_what(raw) or _asks_to_tell(raw):
        return "", ""
    if " how many " in joined:
        return _counted(raw)
    if any(size in joined for size in _SIZES) and not words & (_PERCENT | {"prefer", "rather"}):
        return (
            ("money", "")
            if words & (_MONEY | {"project", "contract"})
            else ("count", "team" if "team" in words else "")
        )
    kind = _of_idiom(raw, words, joined)
    return (kind or _by_signs(raw, words, joined)), ""


def _by_signs(raw: tuple[str, ...], words: set[str], joined: str) -> str:
    asks_when = _asks_when(raw)
    for kind, signs, phrases in _SIGNS:
        if kind == "date" and asks_when:
            return kind
        if kind == "yes_no" and raw and raw[0] in _POLAR and not _offers_two(raw):
            return kind
        if kind == "choice" and _offers_two(raw):
            return kind
        if kind == "choice" and raw[:1] and raw[0] in _MODALS and not words & _WISHES:
            continue  # "Could you do early, late or weekend shifts?" wants a yes
        if signs & words or any(phrase in joined for phrase in phrases):
            # "How much did it cost?" asks for money, "how much did it fall?" for a share.
            return "money" if kind == "percent" and words & _MONEY - _PERCENT else kind
    return ""


def _of_idiom(raw: tuple[str, ...], words: set[str], joined: str) -> str:
    """Return the kind a question wants by the way it is put, whatever else it speaks of ("What are you on now?")."""
    if " what happened " in joined and words & {"gap", "break", "without"}:
        return "reason"
    if raw[:1] == ("where",) and not words & {"or", "rather", "prefer"}:
        return "name"
    if " you on " in joined and words & {"now", "present", "currently", "moment"}:
        return "money"
    if "which" in words and words & {"use", "using", "package"}:
        return "name"
    return "name" if words & {"which", "what", "what's"} and words & _NAMED and not words & _TITLE else ""


def _asks_to_tell(raw: tuple[str, ...]) -> bool:
    """Return whether a question only opens like a yes-or-no one: "could you take me through your career?"."""
    return bool(_MODALS & set(raw[:1])) and raw[1:2] == ("you",) and bool(_TELL & set(raw[2:3]))


def _offers_two(raw: tuple[str, ...]) -> bool:
    """Return whether a question that opens like a yes-or-no one offers two things ("the Leeds or the Hull branch")."""
    return bool(_MODALS & set(raw[:1])) and raw.count("or") == 1 and ("or", "the") in pairwise(raw)


def _asks_how_much_of_what(raw: tuple[str, ...]) -> bool:
    """Return whether a question wants an amount of something that is no money and no share ("how much weight")."""
    if ("how", "much") not in pairwise(raw):
        return False
    after = raw[raw.index("much") + 1 :][:1]
    return any(is_content(word) and word not in _MONEY | _PERCENT | {"experience", "notice"} for word in after)


def _figures(kind: str, raw: tuple[str, ...], slots: Sequence[Slot]) -> frozenset[str]:
    """Return the kinds of figure that may answer: "how much did it come down" wants an amount or a share."""
    if slots:
        return frozenset({slot.kind for slot in slots} & FIGURES)
    if kind in {"money", "percent"}:
        return frozenset({"money", "percent"})
    if kind in {"date", "duration"}:
        return frozenset({"date", "duration"})
    if kind in FIGURES:
        return frozenset({kind})
    if ("your", "time") in pairwise(raw):
        return frozenset({"duration"})  # "tell me about your time there" asks how long as well
    if _asks_for_several(raw):
        return frozenset()
    return FIGURES - {"count"} if kind in {"", "yes_no"} and _is_closed(raw) else frozenset()


def _is_closed(raw: tuple[str, ...]) -> bool:
    """Return whether a short question asks for one thing ("What score did you get?"), and not for a talk."""
    return len(raw) <= _SHORT and bool(raw) and (raw[0] in _POLAR or bool({"what", "which", "what's"} & set(raw[:2])))


_SHORT = 14
_TELL = words_of("take tell walk talk describe explain give name share")
_MODALS = words_of("would could can will have has did")
_WISHES = words_of("rather prefer like want choose pick")
"""Verbs after which "days or nights" is a choice; "could you do early or late shifts" wants a yes."""
_TO_COME = words_of("could would will can expect")
_PAST = words_of("did was were had have has been since ago didn't wasn't")


def _counted(raw: tuple[str, ...]) -> tuple[str, str]:
    after = raw[raw.index("many") + 1 :][:3]
    if after and after[0] in {"years", "months", "yrs", "weeks", "days"}:
        return "duration", ""
    return "count", next((concept(word) for word in after if is_content(word) or word == "people"), "")


def _asks_when(raw: tuple[str, ...]) -> bool:
    """Return whether "when" asks, and is no conjunction ("your title when you left")."""
    return any(
        word in {"when", "when's"} and (not at or raw[at - 1] in {"and", ",", "since"}) for at, word in enumerate(raw)
    )


def _asks_for_several(raw: tuple[str, ...]) -> bool:
    if raw[:1] in (("where",), ("who",)) and raw[1:3] == ("have", "you") and "now" not in raw:
        return True
    return any(
        word in {"what", "which"} and is_plural(following) and concept(following) not in {"hours", "dates"}
        for word, following in pairwise(raw)
    )


_SIZES = (" how big ", " how large ", " what size ", " how busy ", " size of ")
_NONE: frozenset[str] = frozenset()
_SIGNS: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...] = (
    ("duration", _NONE, (" how long ", " notice period ", " how much experience ", " how much notice ")),
    ("title", frozenset({"title", "rank"}), ()),
    ("date", frozenset({"dates"}), (" what year ", " which year ", " which years ", " since when ")),
    (
        "reason",
        frozenset({"why", "reason"}),
        (
            " what made you ",
            " what brought ",
            " come to leave ",
            " how come ",
            "making you ",
            " led you to ",
            " prompted you ",
        ),
    ),
    ("percent", _PERCENT, (" how much ",)),
    ("choice", frozenset({"or", "prefer", "rather"}), (" what kind of ",)),
    ("yes_no", _NONE, ()),
    ("money", _MONEY, ()),
    (
        "title",
        _TITLE | {"badge"},
        (" do you do ? ", " do you do there ", " do you do now ", " do you do for a living ", " as ? "),
    ),
    ("name", _NAME, ()),
    ("percent", _NONE, (" how often ", " how good ", " how fast ")),
)
