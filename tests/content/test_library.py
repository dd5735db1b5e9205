"""The user's own content adds to what is built in and replaces what has the same id."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.content.library import add_path, built_in, freeze, load_library
from simulator.files import InputError
from tests.content.examples import BANK, FILES, PERSONA, replaced, write, write_all


def test_an_empty_home_has_what_is_built_in(tmp_path: Path) -> None:
    library = load_library(tmp_path / "nothing")
    assert library.entries.keys() == load_library().entries.keys()
    assert not any(entry.own for entry in library.entries.values())


def test_own_content_is_added(tmp_path: Path) -> None:
    library = load_library(write_all(tmp_path))
    assert library.entries["process", "own-process"].own
    assert library.questions()["own-bank.one"].competency == "teamwork"
    frozen = freeze(library, library.process("own-process"), "second")
    assert frozen.lead == "own-persona"
    assert [persona.id for persona in frozen.personas] == ["own-persona", "maya-okafor"]
    assert "story_disagreement" in {fact.id for fact in frozen.facts}


def test_own_content_replaces_what_has_its_id_whatever_its_file_is_called(tmp_path: Path) -> None:
    write(tmp_path, "personas/my_maya.toml", replaced(PERSONA, "own-persona", "maya-okafor"))
    library = load_library(tmp_path)
    assert library.persona("maya-okafor").name == "Olu Ade"
    assert library.faults == []


def test_own_facts_replace_and_add(tmp_path: Path) -> None:
    facts = '[[facts]]\nid = "{}"\nkind = "count"\nlabel = "own"\n'
    write(tmp_path, "question_banks/facts.toml", facts.format("team_size") + facts.format("own_fact"))
    library = load_library(tmp_path)
    assert library.facts["team_size"].label == library.facts["own_fact"].label == "own"
    assert "notice_period" in library.facts


def test_two_files_of_one_folder_with_one_id_are_a_fault(tmp_path: Path) -> None:
    write(tmp_path, "question_banks/a.toml", BANK)
    write(tmp_path, "question_banks/b.toml", "# b\n" + BANK)
    (fault,) = load_library(tmp_path).faults
    assert (fault.path.name, fault.line) == ("b.toml", 2)
    assert "also that of a.toml" in fault.what


@pytest.mark.parametrize(
    ("kind", "known"),
    [("bank", "teamwork"), ("persona", "dana-ruiz"), ("panel", "final-panel"), ("process", "classic")],
)
def test_what_is_missing_is_named_with_what_there_is(kind: str, known: str) -> None:
    library = load_library()
    with pytest.raises(InputError, match=f"there is no {kind} “nope” .*{known}"):
        getattr(library, kind)("nope")


def test_a_faulty_file_of_ones_own_is_named_where_it_is_wanted(tmp_path: Path) -> None:
    write(tmp_path, "personas/own_persona.toml", "id = ")
    library = load_library(tmp_path)
    with pytest.raises(InputError, match=r"own_persona\.toml:1: is not TOML"):
        library.persona("own-persona")
    assert library.persona("maya-okafor")


def test_a_round_that_names_missing_content_is_not_frozen(tmp_path: Path) -> None:
    library = load_library(write_all(tmp_path))
    del library.entries["persona", "maya-okafor"]
    with pytest.raises(InputError, match="there is no persona “maya-okafor”"):
        freeze(library, library.process("own-process"), "second")
    with pytest.raises(InputError, match="has no round “third”"):
        freeze(library, library.process("own-process"), "third")
    del library.facts["story_disagreement"]
    with pytest.raises(InputError, match="story_disagreement"):
        freeze(library, library.process("own-process"), "first")


def test_a_folder_laid_out_like_a_home_is_taken_in_without_its_transcripts(tmp_path: Path) -> None:
    write_all(tmp_path)
    write(tmp_path, "candidacies/ada/candidacy.toml", "format = 1\n")
    write(tmp_path, "config.toml", "x = 1\n")
    library = load_library()
    add_path(library, tmp_path)
    assert library.faults == []
    assert library.entries["panel", "own-panel"].own


def test_a_file_elsewhere_is_known_by_what_it_holds(tmp_path: Path) -> None:
    library = load_library()
    for name, text in FILES.items():
        add_path(library, write(tmp_path, Path(name).name, text))
    assert library.faults == []
    assert {("bank", "own-bank"), ("persona", "own-persona"), ("panel", "own-panel")} <= library.entries.keys()


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_a_path_without_content_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match=name):
        add_path(load_library(), tmp_path / name)


def test_what_is_built_in_lies_beside_the_package_or_in_it() -> None:
    assert (built_in() / "processes" / "classic.toml").is_file()
