"""Content that no interview can be held from: one clear line that names what is wrong, and nothing begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import sitting
from simulator.archive import Archive
from simulator.files import InputError
from tests.content.examples import BANK, PANEL, PROCESS, replaced, write_all


@pytest.mark.parametrize(
    ("round_id", "changed", "says"),
    [
        (
            "first",
            {"own_bank": 'id = "own-bank"\ntitle = "Own questions"\nquestions = []\n'},
            "those in the room have 0 to ask",
        ),
        ("first", {"own_bank": BANK.replace('"supervisor", "peer"', '"hr"')}, "questions"),
        (
            "first",
            {"own_process": replaced(PROCESS, 'interviewers = ["own-persona"]', 'interviewers = ["nobody"]')},
            "there is no persona “nobody”",
        ),
        ("second", {"own_panel": replaced(PANEL, 'persona = "maya-okafor"', 'persona = "nobody"')}, "“nobody”"),
        ("second", {"own_panel": replaced(PANEL, 'chair = "own-persona"\n', "")}, "chair"),
        ("second", {"own_panel": replaced(PANEL, 'chair = "own-persona"', 'chair = ""')}, "the chair “” is no member"),
        ("second", {"own_panel": replaced(PANEL, 'areas = ["motivation"]', "areas = []")}, "has no area to ask in"),
        ("second", {"own_process": replaced(PROCESS, 'panel = "own-panel"', 'panel = "none"')}, "there is no panel"),
    ],
)
def test_it_is_said_in_one_line_and_nothing_is_begun(
    tmp_path: Path, round_id: str, changed: dict[str, str], says: str
) -> None:
    archive = Archive(write_all(tmp_path, **changed))
    with pytest.raises(InputError, match=says) as raised:
        sitting.start(archive, process="own-process", candidate="Ada", round_id=round_id)
    assert "\n" not in str(raised.value)
    assert not list(tmp_path.glob("candidacies/*/transcripts/*"))
