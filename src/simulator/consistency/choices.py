"""Preferences: which side of a choice an answer takes (alone or in a team, office or home, small or large ...)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import PhraseTable, phrases_of
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words
from simulator.consistency.slot import Slot
from simulator.consistency.words import NEGATORS, SYNONYMS, UNIT_WORDS, concept, is_content, opposed
from simulator.english import words_of


@dataclass(frozen=True, slots=True)
class _Topic:
    """A choice with its sides: the names options go by, and the phrases that stand for a side."""

    id: str
    sides: tuple[tuple[str, PhraseTable], ...]


def _topic(name: str, **sides: PhraseTable) -> _Topic:
    return _Topic(name, tuple(sides.items()))


_TOPICS = (
    _topic(
        "solo",
        alone=phrases_of(
            "alone, own patch, on my own, by myself, independently, solo, on your own, by yourself, individually",
            "independent, my own company, my own thing, left to my own devices, own devices, headphones, head down",
            "nobody around, no one around, lone wolf, solitary, shut the door, door shut, door closed, a quiet room",
            "on my tod, just me",
        ),
        team=phrases_of(
            "team, teams, others, other people, people around, around people, among people, colleagues, collaborating",
            "collaboration, team player, group, as part of, bounce ideas, bouncing ideas, side by side",
            "shoulder to shoulder, in a pair, in pairs, pairing, crew, together with, with people, people to talk to",
            "somebody to talk to, someone to talk to, company of, shared, banter, share it, other folk, a gang",
        ),
    ),
    _topic(
        "setting",
        office=phrases_of(
            "office, on site, onsite, on - site, in person, offices, in the building, in the room, in the same room",
            "on the premises, other people around, come in, coming in, going in, go in, leave the house",
            "out of the house, around colleagues, with colleagues",
        ),
        home=phrases_of(
            "home, remote, remotely, from home, my kitchen table, kitchen table, dining table, home office",
            "spare room, back bedroom, spare bedroom, my own desk, my flat, wfh, no commute, without the commute",
            "skip the commute, own four walls, my slippers",
        ),
    ),
    _topic(
        "size",
        small=phrases_of(
            "small, smaller, small firms, startup, startups, start - up, start - ups, family business, boutique",
            "family firm, handful of people, handful of us, everyone knows, everybody knows, know everyone",
            "know everybody, tight - knit, close - knit, tiny, little firm, few people, dozen people, wear many hats",
            "several hats, know the owner, first names",
        ),
        large=phrases_of(
            "large, larger, big, bigger, corporation, corporate, multinational, large organisation, corporations",
            "global, international, household name, thousands of, enterprise, blue chip, blue - chip, plc, the scale",
            "the resources",
        ),
    ),
    _topic(
        "hour",
        morning=phrases_of("morning person, early bird, mornings, early riser, morning, early starts, earlies"),
        evening=phrases_of("night owl, evening person, evenings, late starter, nights, late shifts, lates"),
    ),
    _topic(
        "lead",
        lead=phrases_of("leader, lead, leading, taking charge, take charge, in charge, taking the lead, take the lead"),
        follow=phrases_of(
            "follower, following, follow, taking direction, supporting role, in the background, behind the scenes",
        ),
    ),
    _topic(
        "breadth",
        specialist=phrases_of("specialise, specialize, specialist, go deep, depth, expert, specialising, deep"),
        generalist=phrases_of(
            "general, generalist, broad, stay broad, breadth, jack of all trades, wide range, all - rounder",
        ),
    ),
    _topic(
        "supervision",
        loosely=phrases_of(
            "hands - off, hands off, autonomy, left alone, leave me alone, get on with it, get on with, freedom",
            "loosely, own initiative, trusted to, trust me, trusts me, leave me, leaves me, left to it",
            "leave it to me, left to my own, own pace, a long leash, a long lead, free rein, own decisions",
            "work it out myself, figure it out, find my own way, my own way, from a distance, at arm's length",
            "loose rein, elbow room, breathing space, room to breathe, space to",
        ),
        closely=phrases_of(
            "hands - on, hands on, closely, checks in, check in, checking in, checks on, check on, guidance",
            "regular feedback, close supervision, involved manager, check my work, checks my work, looks over",
            "look over, looking over, over my shoulder, breathing down, day - to - day, step by step",
            "clear instructions, tells me, tell me exactly, told what, guided, keeps an eye, keep an eye, close eye",
            "watched, watching me, hand - holding, hand holding, micromanaged, micromanager, micromanagement, steered",
            "daily feedback, every day, goes through, go through my, sits down with me, sit down with me",
            "walk me through, walks me through, nearby",
        ),
    ),
    _topic(
        "hours",
        full=phrases_of("full - time, full time, fulltime"),
        part=phrases_of("part - time, part time, parttime, reduced hours"),
    ),
    _topic(
        "contract",
        permanent=phrases_of("permanent, permanently, staff position"),
        temporary=phrases_of("freelance, temporary, contracting, fixed - term, contractor, short contracts"),
    ),
    _topic(
        "place",
        outdoors=phrases_of("outdoors, outside, in the field, open air, out and about"),
        indoors=phrases_of("indoors, inside, at a desk, desk - based, desk"),
    ),
    _topic("shift", day=phrases_of("day shift, day shifts, working days"), night=phrases_of(
        "night shift, night shifts, working nights",
    )),
    _topic(
        "pace",
        fast=phrases_of("fast - paced, fast paced, busy, under pressure, high pressure, buzz"),
        steady=phrases_of("steady, calm, quiet, slow - paced, slower pace, predictable"),
    ),
    _topic(
        "variety",
        variety=phrases_of("variety, varied, something different, changing, no two days"),
        routine=phrases_of("routine, routines, structure, structured, repetitive, same every day"),
    ),
    _topic("channel", spoken=phrases_of("phone, call, face to face, in person, talk"), written=phrases_of(
        "email, emails, e - mail, writing, written",
    )),
)  # fmt: skip
_PARTS = _topic(
    "part",
    lead=phrases_of(
        "lead, leader, leading, in charge, take charge, taking charge, take over, take the reins, at the front",
        "step up, set the direction, who leads, leads, gives the orders, give the orders, i decide, i say who",
        "the plan is mine, run things, captain, the one who decides, the driver, drive things",
    ),
    support=phrases_of(
        "support, supporting, supporter, in the background, behind the scenes, back up, helping hand, help out",
        "help the others, second row, second fiddle, somebody else leads, someone else leads, somebody else gives",
        "someone else gives, somebody else decides, someone else decides, what they need, lend a hand, number two",
        "whatever is needed, whatever needs doing, fill the gaps, fill in, follow, follower, hold the fort",
    ),
    specialist=phrases_of(
        "specialist, expert, go - to person, the one who knows, technical, deep knowledge, the details, my field",
    ),
    coordinator=phrases_of(
        "coordinator, coordinate, coordinating, organiser, organise, organising, organizer, keep track, keeping track",
        "pull everything together, pull it together, the lists, the diary, the schedule, chase people, plan who",
        "the glue",
    ),
)
"""The parts people take in a team, for a slot that has them as options."""
_KNOWN = frozenset(topic.id for topic in _TOPICS)
_FIRST_PERSON = frozenset({"i", "i'm", "im", "me", "my", "i'd", "i've"})
_STRONG = phrases_of(
    "where i belong, happier, prefer, rather, at my best, happiest, thrive, i'd choose, i'd pick, would choose",
    "work best, best work, more productive, most productive, ideally, every time, any day, do better, works better",
    "work better, flourish, definitely, preference, given the choice, if i could choose, i'd go for, suits me",
    "suits me best, best for me, better for me, favourite, favorite, i'd go in, i'd go with, i'd take",
)
"""Phrases that make a clause the one that counts where others take the other side in passing."""
_FOR = phrases_of(
    "prefer, rather, like, love, enjoy, at my best, happiest, thrive, suits me, see myself, favour, favor, i'd choose",
    "i'd pick, would choose, better for me, work best, best work, more productive, ideally, looking for, i want",
    "i'd want, i'm a, i am a, i'm an, i'm more, definitely, every time, comfortable, drawn to, for me, more focused",
    "my preference, do my hardest, any day, most productive, get more done, i'd go for, flourish, am at my best",
    "do better, works better, work better, i need, where i belong, happier, my kind of, leave me, let me, give me",
    "best when, what i like, i'm happy, suits, works for me, helps me, favourite, favorite",
)
_AGAINST = phrases_of(
    "don't like, don't enjoy, dislike, hate, lonely, chaotic, distracted, slow for me, like a number, struggle",
    "stifling, can't stand, avoid, not for me, bored, boring, less productive, drains me, isolating, lost in",
    "isolated, wouldn't want, don't want, not a, not an, less, not really, don't do well, too noisy, draining",
    "drives me, drive me, up the wall",
)
_OVER = phrases_of("rather than, instead of, more than, than, over, as opposed to")
_BOTH = phrases_of(
    "both, either, a mix, mixture, mix of, hybrid, depends, a bit of each, don't mind which, no preference, balance",
    "equally",
)
_BEEN_THROUGH = frozenset({"done", "tried", "had", "seen", "been", "worked"})
"""Words by which "both" tells what was, not what is liked."""
_RUN_ON = 25
"""Words of a clause beyond which it is several, run together."""
_NEAR = 4
_PAST = frozenset({"had", "used", "was", "were", "done", "tried", "did"})
_LOOKED_AT = 3
"""Sentences at the start of an answer that take a side without saying that it is preferred."""
_LIGHT = frozenset({"when", "if", "sometimes", "occasionally"})


def read_choices(text: Text, question: Question) -> Iterator[Claim]:
    """Yield the sides an answer takes: where the question offers the choice, or where a preference is put in words.

    A topic on which an answer takes more than one side gives no claim; "both" is a side that agrees with all.
    """
    slots = [slot for slot in question.slots if slot.kind == "choice"]
    for slot in slots:
        topic = _of_slot(slot)
        claim = _side(text, topic, asked=True)
        if claim is not None:
            yield replace(claim, slot=slot.id)
    if slots:
        return
    offered = _of_question(question)
    if offered is not None:
        claim = _side(text, offered, asked=True)
        if claim is not None:
            yield claim
    for topic in _TOPICS:
        claim = _side(text, topic, asked=True) if _is_asked(topic, question) else None
        if claim is not None:
            yield claim


def _of_slot(slot: Slot) -> _Topic:
    """Return the options of a slot as a topic, with the phrases of the built-in side an option belongs to."""
    sides: list[tuple[str, PhraseTable]] = []
    for option in slot.options:
        words = option.lower().replace("-", " - ").split()
        if _BOTH.found(words):
            continue
        topics = (_PARTS, *_TOPICS) if _is_of_parts(slot) else _TOPICS
        table = next((table for topic in topics for _, table in topic.sides if table.found(words)), None)
        sides.append((option.lower(), table or PhraseTable(" ".join(words) or option)))
    return _Topic(slot.id, tuple(sides))


def _of_question(question: Question) -> _Topic | None:
    """Return the two things a question offers ("front of house or the kitchen") as a topic.

    Each goes by its own words, and by those of a built-in side they stand for.
    """
    raw = question.raw
    if raw.count("or") != 1 or question.kind == "yes_no":
        return None
    at = raw.index("or")
    left, right = _option(raw[:at][::-1])[::-1], _option(raw[at + 1 :])
    if len(left) == 1 < len(right) and opposed(left[0], right[0]):
        right = right[:1]  # "the early or the late shift": the shift is either's
    if not left or not right or {concept(word) for word in left} & {concept(word) for word in right}:
        return None
    return _Topic("offered", tuple((" ".join(side), _table_of(side)) for side in (left, right)))


def _option(words: Sequence[str]) -> list[str]:
    """Return the words that name an option, read from the "or" outwards to what brings it in."""
    named: list[str] = []
    for word in words:
        if word in _BRINGS_IN or not word[0].isalnum():
            if named:
                break
            continue
        if is_content(word) or word == "people" or word in UNIT_WORDS:
            named.append(word)
    return named[:3]


_BRINGS_IN = words_of(
    "prefer rather like better best enjoy work working works with to in at be being you would do does are a an the",
    "between for from more most your my",
)


def _table_of(option: Sequence[str]) -> PhraseTable:
    forms = [form for word in option for form in _names_of(word)]
    table = next((table for topic in _TOPICS for _, table in topic.sides if table.found(option)), None)
    return PhraseTable(*forms, *(table.phrases if table else ()))


def _names_of(side: str) -> list[str]:
    """Return the words that stand for one of two things offered, with their plurals and forms."""
    words = [side, *(word for word in SYNONYMS if concept(word) == concept(side))]
    return [
        form
        for word in words
        for form in (
            word,
            word + "s",
            word.removesuffix("s"),
            word.removesuffix("y") + "ies",
            word.removesuffix("e") + "ing",
        )
    ]


def _is_of_parts(slot: Slot) -> bool:
    return len({option.lower() for option in slot.options} & {side for side, _ in _PARTS.sides}) > 1


def _is_asked(topic: _Topic, question: Question) -> bool:
    named = [table.found(question.raw) for _, table in topic.sides]
    if question.kind == "choice" and (topic.id in question.raw or "kind" in question.raw):
        return True
    return all(named) or (any(named) and question.kind in {"choice", "yes_no"})


def _side(text: Text, topic: _Topic, *, asked: bool) -> Claim | None:
    found: dict[str, Clause] = {}
    strong: dict[str, Clause] = {}
    for clause in text.clauses:
        words = clause_words(text, clause)
        cued = _STRONG.found(words)
        if _LIGHT & set(words):
            if not (cued and asked and "when" in words):
                continue
            # "I do better when the chef checks on me": what stands after "when" is what is liked.
            words = words[words.index("when") + 1 :]
        if asked and clause.sentence == 0 and _BOTH.found(words) and not _BEEN_THROUGH & set(words):
            return _claim(text, clause, topic, "both", asked=asked)
        for part in _parts(words):
            early = clause.sentence < _LOOKED_AT or (topic.id not in _KNOWN and bool(_FIRST_PERSON & set(part)))
            side = _clause_takes(part, topic, asked=asked and early)
            if side:
                found.setdefault(side, clause)
                if cued:
                    strong.setdefault(side, clause)
    # "I've had offices, but I work best from home": the side that is preferred in so many words counts.
    if asked and len(found) > 1 and len(strong) == 1:
        found = strong
    if len(found) != 1:
        return None
    side, clause = found.popitem()
    return _claim(text, clause, topic, side, asked=asked)


def _parts(words: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the parts of a clause between commas, so that "a night owl, mornings are slow for me" takes one side."""
    start = 0
    for at, word in enumerate(words):
        if word == ",":
            yield words[start:at]
            start = at + 1
    yield words[start:]


def _takes(topic: _Topic, words: Sequence[str]) -> list[str]:
    """Return the sides whose phrases stand in `words`; "somebody else leads" is not also "leads"."""
    sides = [side for side, table in topic.sides if table.found(words)]
    if len(sides) < 2:
        return sides
    longest = {side: max(len(words) - sum(map(bool, table.without(words))), 0) for side, table in topic.sides}
    most = max(longest[side] for side in sides)
    ahead = [side for side in sides if longest[side] == most]
    if len(ahead) > 1:
        return sides
    rest = next(table for side, table in topic.sides if side == ahead[0]).without(words)
    return ahead if not any(table.found(rest) for side, table in topic.sides if side != ahead[0]) else sides


def _clause_takes(words: Sequence[str], topic: _Topic, *, asked: bool) -> str:
    """Return the side a clause takes, or nothing."""
    against = _AGAINST.found(words)
    cued = against or _FOR.found(words)
    if not cued and (not asked or _PAST & set(words)):
        # "I had two years of the dining table" tells what was, not what is liked.
        return ""
    cut = _OVER.place(words)
    if cut is None and "to" in words and "prefer" in words:
        cut = _comparing_to(words, topic)
    chosen = words[:cut] if cut else words
    named = _takes(topic, chosen)
    if len(named) != 1:
        return ""
    table = next(table for side, table in topic.sides if side == named[0])
    if len(chosen) > _RUN_ON:
        # Without full stops, only what stands right before the side can deny it.
        place = table.place(chosen) or 0
        against, chosen = False, chosen[max(place - _NEAR, 0) : place]
    negated = against or sum(word in NEGATORS for word in table.without(chosen)) % 2 == 1
    if not negated:
        return named[0]
    others = [side for side, _ in topic.sides if side != named[0]]
    return others[0] if len(others) == 1 else ""


def _comparing_to(words: Sequence[str], topic: _Topic) -> int | None:
    """Return the "to" of "I prefer this to that": the one with a side before and a side after it."""
    for at, word in enumerate(words):
        if word == "to" and all(
            any(table.found(part) for _, table in topic.sides) for part in (words[:at], words[at + 1 :])
        ):
            return at
    return None


def _claim(text: Text, clause: Clause, topic: _Topic, side: str, *, asked: bool) -> Claim:
    span = clause_span(text, clause)
    return Claim(
        kind="choice",
        span=span,
        quote=text.original[slice(*span)],
        asked=asked,
        about=topic.id,
        words=frozenset({side}),
    )
