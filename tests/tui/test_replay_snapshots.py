"""How the replay and two transcripts side by side look."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.archive import Archive
from simulator.replay.recording import recording_of
from simulator.sitting import Sitting
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtReplay
from simulator.tui.screens.replay import ReplayScreen
from tests.tui.conftest import Tick, settled

if TYPE_CHECKING:
    from textual.pilot import Pilot

Compare = Callable[..., bool]
SIZES = [(120, 40), (80, 24), (60, 18)]


@pytest.fixture(autouse=True)
def _clock(tick: Tick, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReplayScreen.__init__, "__defaults__", (tick,))


def looks(
    snap_compare: Compare, archive: Archive, differing: Sitting, size: tuple[int, int], keys: str, theme: str = ""
) -> bool:
    differing.close()
    app = SecondRound(archive, AtReplay(recording_of(archive, Path(differing.kept_in))))
    if theme:
        app.theme = theme

    async def before(pilot: Pilot[None]) -> None:
        await settled(pilot)
        for key in keys.split():
            await pilot.press(key)
            await settled(pilot)

    return snap_compare(app, terminal_size=size, run_before=before)


@pytest.mark.parametrize("size", SIZES)
def test_revealed(archive: Archive, differing: Sitting, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert looks(snap_compare, archive, differing, size, "space r tab tab tab tab")


@pytest.mark.parametrize("size", SIZES)
def test_side_by_side(archive: Archive, differing: Sitting, snap_compare: Compare, size: tuple[int, int]) -> None:
    assert looks(snap_compare, archive, differing, size, "space c enter d")


@pytest.mark.parametrize("keys", ["space r tab tab tab tab", "space c enter d"], ids=["replay", "side-by-side"])
def test_without_colour(
    archive: Archive, differing: Sitting, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch, keys: str
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert looks(snap_compare, archive, differing, (80, 24), keys, "ansi-dark")
