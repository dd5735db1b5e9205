"""What the tests of the screens share: a home of their own, a clock that stands still, a way to type."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from textual import events

from simulator.archive import Archive
from simulator.content import library
from simulator.interview import actions
from simulator.sitting import Sitting, start
from simulator.tui.conversation import Conversation
from simulator.tui.lines import Lines
from simulator.tui.notice import Notice
from simulator.tui.screens import home
from simulator.tui.screens.own_marks import OwnMarksScreen
from tests.tui import content

if TYPE_CHECKING:
    from textual.pilot import Pilot

T = TypeVar("T")
NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
ANSWERS = (
    "I led a team of six people at Brightwater for three years, and we cut late orders from 12 to 4 percent.",
    "In March a customer rang about a late delivery; I called the depot and it arrived two days later.",
    "I would want 34,000 pounds, and I can start in two months.",
)


class Tick:
    """A clock that only goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def tick(monkeypatch: pytest.MonkeyPatch) -> Tick:
    still = Tick()
    monkeypatch.setattr(Sitting.__init__, "__defaults__", (still,))
    return still


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch, as_soon_as_idle: None) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def nothing_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out of the home screen what it looks up while nothing happens; a test that wants it asks for it."""
    monkeypatch.setattr(home, "LOOK_BACK_AFTER", 3600)


@pytest.fixture(scope="session")
def company(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return content.write(tmp_path_factory.mktemp("company"))


@pytest.fixture(autouse=True)
def small_company(company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "built_in", lambda: company)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "home")


@pytest.fixture
def begin(archive: Archive) -> Callable[..., Sitting]:
    """Return a way to begin the next interview of somebody."""

    def made(candidate: str = "Ada Lovelace", **more: object) -> Sitting:
        return start(archive, candidate=candidate, now=NOW, **more)  # type: ignore[arg-type]

    return made


def play(sitting: Sitting, answers: Sequence[str] = ANSWERS, most: int = 100) -> Sitting:
    """Answer until the interview is over, or `most` times."""
    if not sitting.begun:
        sitting.take(actions.Begin())
    for number in range(most):
        if sitting.ended:
            break
        sitting.take(actions.Answer(answers[number % len(answers)]))
    return sitting


TOLD = (
    {"work.q10": "We are six people in the team.", "work.q2": "My notice period is two months."},
    {"work.q10": "There are nine of us in the team.", "work.q2": "My notice period is four months."},
)
"""What is told in the first round and in the second, by question: two facts differ."""


OTHERS = {
    "work.q1": "At the moment I plan the tours of forty vans at Brightwater, and talk to the drivers each morning.",
    "work.q3": "I know that you make office chairs in Leeds, since 1987, and that you sell to schools.",
    "work.q4": "In May I disagreed with a colleague about overtime; I showed her the figures, and we halved it.",
    "work.q5": "I am proud of the new loading plan: I wrote it in April, and late vans went from nine to two.",
    "work.q6": "Last year a tour went wrong in June; I had booked one van twice, and hired another that night.",
    "work.q7": "I learn from our dispatcher Ruth, who has told me each Friday since 2021 what she would have done.",
    "work.q9": "In July I changed my mind about night tours, when I saw that the drivers slept for five hours.",
    "work.q11": "I tell bad news at once and in person: in August I told two drivers that their tour would end.",
    "work.q12": "In my first month I would ride along on ten tours, and then ask each driver for one change.",
}
"""What is told to the questions that ask for no such fact, each in words of its own."""


def tell(sitting: Sitting, facts: Mapping[str, str]) -> Sitting:
    """Answer what is asked for a fact with it, and the rest in the same way each time."""
    sitting.take(actions.Begin())
    while not sitting.ended:
        line = sitting.open_line
        if line is not None and line.kind == "challenge":
            sitting.take(actions.Answer("I would have to look that up."))
        else:
            question = line.question if line is not None else ""
            sitting.take(actions.Answer(facts.get(question) or OTHERS.get(question, ANSWERS[1])))
    return sitting


@pytest.fixture
def differing(begin: Callable[..., Sitting]) -> Sitting:
    """Return a second interview that has ended and tells two facts in another way than the first one did."""
    tell(begin(), TOLD[0]).close()
    return tell(begin(), TOLD[1])


def on(pilot: Pilot[None], kind: type[T]) -> T:
    """Return the present screen, which is of that kind."""
    screen = pilot.app.screen
    assert isinstance(screen, kind), screen
    return screen


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers are done and everything is painted."""
    for _ in range(2):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def until(true: Callable[[], bool]) -> None:
    """Wait for what a timer of the program's own brings about."""
    async with asyncio.timeout(60):
        while not true():
            await asyncio.sleep(0.001)


async def debriefed(pilot: Pilot[None]) -> None:
    """Go on from the end of an interview to its debrief, without rating the answers."""
    await pilot.press("enter")
    await settled(pilot)
    on(pilot, OwnMarksScreen)
    await pilot.press("escape")
    await settled(pilot)


async def typed(pilot: Pilot[None], text: str) -> None:
    """Type `text` key by key."""
    names = {" ": "space", ".": "full_stop", ",": "comma", ":": "colon", "?": "question_mark", "-": "minus"}
    await pilot.press(*(names.get(char, char) for char in text))


async def pasted(pilot: Pilot[None], text: str) -> None:
    """Paste `text` into what has the focus."""
    pilot.app.post_message(events.Paste(text))
    await pilot.pause()
    await pilot.pause()


def said(pilot: Pilot[None]) -> str:
    """Return everything in the conversation."""
    return "\n".join(line.text for line in pilot.app.screen.query_one(Conversation).lines)


def lines_of(pilot: Pilot[None]) -> str:
    return "\n".join(line.text for line in pilot.app.screen.query_one(Lines).lines)


def noticed(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Notice).text


def painted(pilot: Pilot[None]) -> str:
    """Return the screen as somebody sees it, without colours."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    rows = ["".join(segment.text for segment in strip) for strip in strips]
    assert len(rows) == height
    assert all(strip.cell_length == width for strip in strips)
    return "\n".join(row.rstrip() for row in rows)
