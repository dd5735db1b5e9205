"""The review before a round as text: read aloud, on paper, and in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.review import Asked, Review

NOTHING = "Nothing is known from before: no round has been held yet."


def as_text(review: Review) -> str:
    """Return the review as lines of text."""
    return "\n".join(lines(review)) + "\n"


def lines(review: Review) -> Iterator[str]:
    """Yield the review line by line, sections set apart by empty ones."""
    yield review.summary
    yield f"{review.position} at {review.company.name}; {review.minutes} minutes, {review.setting}."
    yield from _section("Ready", (f"{'yes' if so else 'not yet'}: {what}" for what, so in review.ready))
    yield from _section("Whom you meet", _people(review))
    yield from _section(
        "Open points", (f"{each.text} ({each.transcript}, turn {each.n})" for each in review.open_points)
    )
    yield from _section(
        "To settle: which is right?",
        (f"“{each.earlier.quote}” or “{each.now.quote}”: {each.now.question}" for each in review.to_settle),
    )
    yield from _section("What you were asked", [*map(_asked, review.asked)] or [NOTHING])
    yield from _section("Your notes", review.notes)
    place = review.company
    yield from _section("The place", filter(None, (place.about, place.history, place.plans, *place.values)))
    yield from _section("The work", review.duties)
    yield from _section("To have with you", review.to_bring)


def _people(review: Review) -> Iterator[str]:
    for person in review.people:
        yield f"{person.name}, {person.title}{f': {person.about}' if person.about else ''}"
    if not review.people_known:
        yield "You have not asked what each of them does; --who asks."


def _asked(each: Asked) -> str:
    marks = []
    if each.followed_up:
        marks.append(f"followed up {each.followed_up} times" if each.followed_up > 1 else "followed up")
    if each.own_mark:
        marks.append(f"you gave it {each.own_mark}")
    noted = f" ({', '.join(marks)})" if marks else ""
    told = f" You said: {each.answer}" if each.answer else " You did not answer."
    return f"{'! ' if each.mattered else ''}{each.asked}{told}{noted}"


def _section(title: str, texts: Iterable[str]) -> Iterator[str]:
    found = list(texts)
    if found:
        yield ""
        yield f"{title}:"
        yield from (f"  - {line}" for line in found)
