"""The choices people are asked to make, each with its sides: known ones, and what a slot or a question offers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simulator.consistency.phrases import PhraseTable, phrases_of
from simulator.consistency.question import Question
from simulator.consistency.slot import Slot
from simulator.consistency.words import SYNONYMS, UNIT_WORDS, concept, is_content, opposed
from simulator.english import words_of


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice with its sides: the names options go by, and the phrases that stand for a side."""

    id: str
    sides: tuple[tuple[str, PhraseTable], ...]

    def takes(self, words: Sequence[str]) -> list[str]:
        """Return the sides whose phrases stand in `words`; "somebody else leads" is not also "leads"."""
        sides = [side for side, table in self.sides if table.found(words)]
        if len(sides) < 2:
            return sides
        longest = {side: max(len(words) - sum(map(bool, table.without(words))), 0) for side, table in self.sides}
        most = max(longest[side] for side in sides)
        ahead = [side for side in sides if longest[side] == most]
        if len(ahead) > 1:
            return sides
        rest = next(table for side, table in self.sides if side == ahead[0]).without(words)
        return ahead if not any(table.found(rest) for side, table in self.sides if side != ahead[0]) else sides


def _choice(name: str, **sides: PhraseTable) -> Choice:
    return Choice(name, tuple(sides.items()))


CHOICES = (
    _choice(
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
    _choice(
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
    _choice(
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
    _choice(
        "hour",
        morning=phrases_of("morning person, early bird, mornings, early riser, morning, early starts, earlies"),
        evening=phrases_of("night owl, evening person, evenings, late starter, nights, late shifts, lates"),
    ),
    _choice(
        "lead",
        lead=phrases_of("leader, lead, leading, taking charge, take charge, in charge, taking the lead, take the lead"),
        follow=phrases_of(
            "follower, following, follow, taking direction, supporting role, in the background, behind the scenes",
        ),
    ),
    _choice(
        "breadth",
        specialist=phrases_of("specialise, specialize, specialist, go deep, depth, expert, specialising, deep"),
        generalist=phrases_of(
            "general, generalist, broad, stay broad, breadth, jack of all trades, wide range, all - rounder",
        ),
    ),
    _choice(
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
    _choice(
        "hours",
        full=phrases_of("full - time, full time, fulltime"),
        part=phrases_of("part - time, part time, parttime, reduced hours"),
    ),
    _choice(
        "contract",
        permanent=phrases_of("permanent, permanently, staff position"),
        temporary=phrases_of("freelance, temporary, contracting, fixed - term, contractor, short contracts"),
    ),
    _choice(
        "place",
        outdoors=phrases_of("outdoors, outside, in the field, open air, out and about"),
        indoors=phrases_of("indoors, inside, at a desk, desk - based, desk"),
    ),
    _choice("shift", day=phrases_of("day shift, day shifts, working days"), night=phrases_of(
        "night shift, night shifts, working nights",
    )),
    _choice(
        "pace",
        fast=phrases_of("fast - paced, fast paced, busy, under pressure, high pressure, buzz"),
        steady=phrases_of("steady, calm, quiet, slow - paced, slower pace, predictable"),
    ),
    _choice(
        "variety",
        variety=phrases_of("variety, varied, something different, changing, no two days"),
        routine=phrases_of("routine, routines, structure, structured, repetitive, same every day"),
    ),
    _choice("channel", spoken=phrases_of("phone, call, face to face, in person, talk"), written=phrases_of(
        "email, emails, e - mail, writing, written",
    )),
)  # fmt: skip
PARTS = _choice(
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
KNOWN = frozenset(choice.id for choice in CHOICES)
BOTH = phrases_of(
    "both, either, a mix, mixture, mix of, hybrid, depends, a bit of each, don't mind which, no preference, balance",
    "equally",
)


def choice_of_slot(slot: Slot) -> Choice:
    """Return the options of a slot as a choice, with the phrases of the built-in side an option belongs to."""
    sides: list[tuple[str, PhraseTable]] = []
    for option in slot.options:
        words = option.lower().replace("-", " - ").split()
        if BOTH.found(words):
            continue
        choices = (PARTS, *CHOICES) if _is_of_parts(slot) else CHOICES
        table = next((table for choice in choices for _, table in choice.sides if table.found(words)), None)
        sides.append((option.lower(), table or PhraseTable(" ".join(words) or option)))
    return Choice(slot.id, tuple(sides))


def choice_of_question(question: Question) -> Choice | None:
    """Return the two things a question offers ("front of house or the kitchen") as a choice.

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
    return Choice("offered", tuple((" ".join(side), _table_of(side)) for side in (left, right)))


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
    table = next((table for choice in CHOICES for _, table in choice.sides if table.found(option)), None)
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
    return len({option.lower() for option in slot.options} & {side for side, _ in PARTS.sides}) > 1


def is_asked(choice: Choice, question: Question) -> bool:
    """Return whether a question is about a choice: it names it or its sides."""
    named = [table.found(question.raw) for _, table in choice.sides]
    if question.kind == "choice" and (choice.id in question.raw or "kind" in question.raw):
        return True
    return all(named) or (any(named) and question.kind in {"choice", "yes_no"})
