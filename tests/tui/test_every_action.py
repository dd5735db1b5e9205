"""Every action of the table, done by its key where it belongs; every screen at any size, and without the focus."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from textual import events

from simulator import recall
from simulator.archive import Archive
from simulator.replay.recording import recording_of
from simulator.sitting import Sitting, branch
from simulator.transcript.turns import Person
from simulator.tui.answer_box import TextBox
from simulator.tui.app import SecondRound
from simulator.tui.keys import KEYS, TABLE
from simulator.tui.opening import AtCoach, AtInterview, AtRecall, AtReplay
from tests.tui.conftest import ANSWERS, NOW, TOLD, play, settled, tell
from tests.tui.test_host import INVITATION

Begin = Callable[..., Sitting]


@dataclass(frozen=True)
class Stage:
    """What there is to begin with."""

    archive: Archive
    begin: Begin
    shelf: Path

    def told(self) -> Path:
        """Have two rounds held, which differ, and return the later one's transcript."""
        if self.shelf.exists():
            shutil.copytree(self.shelf, self.archive.home)
        else:
            for facts in TOLD:
                tell(self.begin(), facts).close()
            shutil.copytree(self.archive.home, self.shelf)
        (candidacy,) = self.archive.candidacies()
        return candidacy.kept[-1].path

    def home(self) -> SecondRound:
        self.told()
        return SecondRound(self.archive)

    def interview(self) -> SecondRound:
        return SecondRound(self.archive, AtInterview(play(self.begin(), most=3)))

    def over(self) -> SecondRound:
        return SecondRound(self.archive, AtInterview(play(self.begin())))

    def anew(self) -> SecondRound:
        held = play(self.begin())
        asked = next(turn.n for turn in held.transcript.turns if turn.kind == "question")
        held.close()
        (candidacy,) = self.archive.candidacies()
        return SecondRound(self.archive, AtInterview(play(branch(self.archive, candidacy.kept[0], asked))))

    def second(self) -> SecondRound:
        play(self.begin()).close()
        return SecondRound(self.archive, AtInterview(self.begin()))

    def coach(self) -> SecondRound:
        return SecondRound(self.archive, AtCoach(play(self.begin(), most=2)))

    def host(self) -> SecondRound:
        return SecondRound(self.archive, AtCoach(play(self.begin(), most=2), INVITATION))

    def recall(self) -> SecondRound:
        who = (Person(id="jo", name="Jo March", title="HR"),)
        remembered = recall.start(self.archive, candidate="Ada", interviewers=who, on=NOW)
        remembered.asked("What do you know about us?")
        remembered.answered(ANSWERS[0])
        return SecondRound(self.archive, AtRecall(remembered))

    def replay(self) -> SecondRound:
        return SecondRound(self.archive, AtReplay(recording_of(self.archive, self.told())))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a home with two rounds is kept for the tests after the first that needs one."""
    return tmp_path_factory.mktemp("shelf") / "told"


@pytest.fixture
def stage(archive: Archive, begin: Begin, shelf: Path) -> Stage:
    return Stage(archive, begin, shelf)


FOUND = ("/", "e", "enter")
"""What is pressed to have something found."""

PLACES: dict[str, tuple[Callable[[Stage], SecondRound], tuple[str, ...]]] = {
    "choices": (Stage.home, ()),
    "home": (Stage.home, ()),
    "settings-list": (Stage.home, ("comma",)),
    "settings": (Stage.home, ("comma",)),
    "text": (Stage.home, ("r",)),
    "box": (Stage.interview, ()),
    "interview-over": (Stage.over, ()),
    "coach": (Stage.coach, ()),
    "interview": (Stage.interview, ()),
    "host": (Stage.host, ()),
    "coach-side": (Stage.coach, ("f9",)),
    "form": (Stage.home, ("n",)),
    "chooser": (Stage.home, ("n", "tab")),
    "recall": (Stage.recall, ()),
    "which": (Stage.home, ("d",)),
    "review": (Stage.home, ("v",)),
    "reading": (Stage.home, ("d", "0", "0")),
    "debrief": (Stage.home, ("d", "0", "0")),
    "said": (Stage.home, ("d", "0", "0", "m", "t")),
    "own-marks": (Stage.over, ("enter",)),
    "own-view": (Stage.over, ("enter", "n")),
    "which-list": (Stage.home, ("d", "tab")),
    "find": (Stage.home, ("/",)),
    "ask": (Stage.interview, ("f3",)),
    "lines": (Stage.over, ()),
    "conversation": (Stage.over, ()),
    "search": (Stage.over, ("/", "e")),
    "replay": (Stage.replay, ("space", "tab", "tab")),
    "transcripts": (Stage.home, ("p",)),
    "pick": (Stage.home, ("p",)),
    "sure": (Stage.replay, ("space", "tab", "b")),
    "side-by-side": (Stage.replay, ("space", "c", "enter")),
    "card": (Stage.interview, ("f2",)),
    "app": (Stage.home, ()),
}
"""Where the keys of a place do something: how the program opens, and what is pressed to come there."""

OTHERWISE: dict[str, tuple[Callable[[Stage], SecondRound], tuple[str, ...]]] = {
    "interview-over.compare": (Stage.anew, ()),
    "interview.take_back": (Stage.interview, ("h", "i", "enter")),
    "interview.look_back": (Stage.second, ()),
    "host.side_-1": (Stage.host, ("f9",)),
    "host.side_1": (Stage.host, ("f9",)),
    "which.ask": (Stage.home, ("d", "0", "0")),
    "which.back": (Stage.home, ("d", "0", "0")),
    "reading.next_hit": (Stage.home, ("d", "0", "0", *FOUND)),
    "reading.previous_hit": (Stage.home, ("d", "0", "0", *FOUND)),
    "conversation.next_hit": (Stage.over, FOUND),
    "conversation.previous_hit": (Stage.over, FOUND),
}
"""The actions that need more than their place."""


async def come(pilot: Any, keys: tuple[str, ...]) -> None:
    """Press `keys`, each once what the one before led to stands."""
    await settled(pilot)
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the actions that were run, in order; a box runs some itself."""
    found: list[str] = []
    run = SecondRound.run_action

    async def noted(app: SecondRound, action: Any, *more: Any, **named: Any) -> bool:
        found.append(str(action))
        return await run(app, action, *more, **named)

    monkeypatch.setattr(SecondRound, "run_action", noted)
    at_once = TextBox._on_key

    async def keyed(box: TextBox, event: events.Key) -> None:
        active = box.screen.active_bindings.get(event.key)
        if active is not None and active.node is box and active.binding.action in box.AT_ONCE:
            found.append(active.binding.action)
        await at_once(box, event)

    monkeypatch.setattr(TextBox, "_on_key", keyed)
    monkeypatch.setattr("simulator.tui.editor.edited", lambda _, text: text)
    return found


@pytest.mark.parametrize("identity", KEYS)
async def test_the_first_key_of_every_action_does_it(
    stage: Stage, done: list[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, identity: str
) -> None:
    monkeypatch.chdir(tmp_path)
    opened, keys = OTHERWISE.get(identity) or PLACES[identity.partition(".")[0]]
    app = opened(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await come(pilot, keys)
        done.clear()
        await pilot.press(KEYS[identity].keys.split(",")[0])
        await settled(pilot)
        assert KEYS[identity].action in done
    assert app.return_code in (None, 0)


@pytest.mark.parametrize("place", PLACES)
async def test_every_screen_stands_any_size_and_the_loss_of_the_focus(stage: Stage, place: str) -> None:
    opened, keys = PLACES[place]
    app = opened(stage)
    async with app.run_test(size=(80, 24)) as pilot:
        await come(pilot, keys)
        kind, focused = type(app.screen), app.focused
        for size in ((20, 5), (120, 40), (1, 1), (3, 2), (8, 1), (1, 9), (80, 24)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            assert type(app.screen) is kind
        app.post_message(events.AppBlur())
        await settled(pilot)
        app.post_message(events.AppFocus())
        await settled(pilot)
        assert app.focused is focused or place == "coach-side"  # which closes when the window is left
    assert app.return_code in (None, 0)


def test_no_place_is_left_out() -> None:
    assert set(PLACES) == set(TABLE)
    assert set(OTHERWISE) < set(KEYS)
