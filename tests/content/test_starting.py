"""The files one begins with: each of them is free of faults and can be practised with as it is."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from simulator.content.check import check
from simulator.content.library import KINDS, load_library
from simulator.content.starting import id_of, start_file
from simulator.files import InputError
from tests.conftest import Run

NAMES = ["Night shift", 'say "this" \\ $that {{ me.name }}', "../../etc/passwd", "Überall", "7"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_has_no_fault_and_holds_what_was_asked_for(tmp_path: Path, kind: str, name: str) -> None:
    path = start_file(tmp_path, kind, name)
    assert path.parent == tmp_path / KINDS[kind][0]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    library = load_library(tmp_path)
    assert check(library) == []
    assert library.entries[kind, id_of(name)].source.path == path
    assert len(path.read_text("utf-8").split("#")) > 10


@pytest.mark.parametrize(
    ("name", "identity"),
    [("Night shift", "night-shift"), ("  Café & Bar ", "cafe-bar"), ("../x", "x"), ("李雷", ""), ("--", "")],
)
def test_a_name_gives_an_id(name: str, identity: str) -> None:
    assert id_of(name) == identity


def test_no_file_is_ever_overwritten(tmp_path: Path) -> None:
    path = start_file(tmp_path, "bank", "Night shift")
    path.write_text("mine", "utf-8")
    with pytest.raises(InputError, match="is there already"):
        start_file(tmp_path, "bank", "night SHIFT")
    assert path.read_text("utf-8") == "mine"


@pytest.mark.parametrize("name", ["李雷", "", "facts"])
def test_a_name_that_will_not_do_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError):
        start_file(tmp_path, "bank", name)
    assert list(tmp_path.iterdir()) == []


def test_one_can_practise_for_a_company_of_ones_own_at_once(run_here: Run) -> None:
    made = run_here(["content", "new", "process", "Night shift"])
    assert made.code == 0
    assert Path(made.lines[0]).is_file()
    ran = run_here(["practice", "night-shift", "--plain", "--candidate", "Ada"], "/leave\n")
    assert ran.code == 0
    assert "Night shift" in ran.out


def test_what_is_built_in_and_replaced_is_told(run_here: Run) -> None:
    assert "takes the place" in run_here(["content", "new", "bank", "Teamwork"]).out
    assert "takes the place" not in run_here(["content", "new", "bank", "Night shift"]).out
