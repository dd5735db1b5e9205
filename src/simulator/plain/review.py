"""The review before a round, or after the last, in words: sections for a screen, lines for a terminal and for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from simulator.briefing import Section
from simulator.text import in_words, one_line
from simulator.transcript.notes import by_kind
from simulator.transcript.turns import employer_words

if TYPE_CHECKING:
    from simulator.debrief.report import EmployerEntry
    from simulator.review import Asked, Review
    from simulator.stories import Skill, Story

NOTHING = "Nothing is known from before: no round has been held yet."


def as_text(review: Review) -> str:
    """Return the review as lines of text."""
    return "\n".join(lines(review)) + "\n"


def lines(review: Review) -> Iterator[str]:
    """Yield the review line by line, sections set apart by empty ones."""
    for number, section in enumerate(sections(review, "--who asks.")):
        if number:
            yield ""
            yield section.heading if section.heading.endswith("?") else f"{section.heading}:"
        yield from (f"  - {line}" if number else line for line in section.lines)


def sections(review: Review, how_to_ask: str) -> list[Section]:
    """Return the sections that have something in them; the first, without a heading, says what it is about.

    `how_to_ask` tells by which option or key one asks who will be there.
    """
    place = review.company
    how = f"; {review.minutes} minutes, {review.setting}" if review.round else ""
    found = (
        _section("", (review.summary, f"{review.position} at {review.company.name}{how}.")),
        _section("Ready", (f"{'yes' if so else 'not yet'}: {what}" for what, so in review.ready)),
        _section("Whom you meet", _people(review, how_to_ask)),
        _section("Open points", (f"{each.text} ({each.transcript}, turn {each.n})" for each in review.open_points)),
        _section(
            "To settle: which is right?",
            (f"“{each.earlier.quote}” or “{each.now.quote}”: {each.now.question}" for each in review.to_settle),
        ),
        _section("A story for each thing they look for", _stories(review.skills)),
        _section("What you were asked", [*map(_asked, review.asked)] or [NOTHING]),
        _section("What you make of them", map(_employer, review.employer)),
        _section("Your notes", by_kind(review.notes)),
        _section("Your notes from elsewhere", (f"{each.text} ({each.company})" for each in review.elsewhere)),
        _section("The place", filter(None, (place.about, place.history, place.plans, *place.values))),
        _section("The work", review.duties),
        _section("To have with you", review.to_bring),
    )
    return [section for section in found if section.lines]


def _people(review: Review, how_to_ask: str) -> Iterator[str]:
    for person in review.people:
        yield f"{person.name}, {person.title}{f': {person.about}' if person.about else ''}"
    if not review.people_known:
        yield f"You have not asked what each of them does; {how_to_ask}"


def _asked(each: Asked) -> str:
    marks = []
    if each.followed_up:
        marks.append(f"followed up {each.followed_up} times" if each.followed_up > 1 else "followed up")
    if each.own_mark:
        marks.append(f"you gave it {each.own_mark}")
    noted = f" ({', '.join(marks)})" if marks else ""
    unsaid = "You don't remember your answer." if each.forgotten else "You did not answer."
    told = f"You said: {each.answer}" if each.answer else unsaid
    return f"{'! ' if each.mattered else ''}{each.asked} {told}{noted}"


def _employer(each: EmployerEntry) -> str:
    return f"{employer_words(each.aspect, each.score, one_line(each.text, 300))} ({each.round})"


def _stories(skills: Iterable[Skill]) -> Iterator[str]:
    """Yield what there is no story for yet, then what there is one for, then what else was told."""
    missing = [_name(skill) for skill in skills if skill.competency and not skill.stories]
    if missing:
        yield f"None yet: {', '.join(missing)}."
    for skill in skills:
        if skill.stories:
            more = f", and {len(skill.stories) - 1} more" if len(skill.stories) > 1 else ""
            yield f"{_name(skill).capitalize() or 'Told to other questions'}: {_story(skill.stories[0])}{more}"


def _name(skill: Skill) -> str:
    return in_words(skill.competency)


def _story(story: Story) -> str:
    missing = [*["your own part"] * (not story.own_part), *["how it ended"] * (not story.ended)]
    short_of = f"; {' and '.join(missing)} {'are' if len(missing) > 1 else 'is'} missing" if missing else ""
    return f"“{story.quote}” ({story.transcript}, turn {story.n}{short_of})"


def _section(heading: str, lines: Iterable[str]) -> Section:
    return Section(heading, tuple(lines))
