"""One's own company and position, and a short round, each one choice away from the home screen."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.content.own import write_own
from simulator.files import InputError
from simulator.tui.app import SecondRound
from simulator.tui.screens.form import Form
from simulator.tui.screens.home import Home
from simulator.tui.screens.interview import InterviewScreen
from tests.tui.conftest import noticed, on, painted, settled, typed


def own_process(archive: Archive) -> str:
    """Return the process of the one candidacy there is."""
    (candidacy,) = archive.candidacies()
    return candidacy.file.process


@pytest.mark.parametrize("size", [(80, 24), (60, 18)])
async def test_five_answers_make_a_process(archive: Archive, size: tuple[int, int]) -> None:
    async with SecondRound(archive).run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        await pilot.press("f9")
        assert "a name is needed" in noticed(pilot)
        await typed(pilot, "Ada")
        await pilot.press("f9")
        await settled(pilot)
        assert "name the company" in noticed(pilot)
        for text in ("Harbour {{ 7 }}", "Boats.", "Rigger"):
            await typed(pilot, text)
            await pilot.press("enter")
        await typed(pilot, "Rig boats.")
        await pilot.press("ctrl+j")
        await typed(pilot, "Mend sails.")
        await pilot.press("f9")
        await settled(pilot)
        header = on(pilot, InterviewScreen).seat.header
        assert (header.company, header.position, header.round) == ("Harbour {{ 7 }}", "Rigger", "hr")
    process = load_library(archive.home).process(own_process(archive))
    assert process.position.duties == ("Rig boats.", "Mend sails.")
    assert len(process.rounds) == 3
    (path,) = (archive.home / "processes").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


async def test_a_short_round_is_one_key_away(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "A round of ten minutes" in painted(pilot)
        await typed(pilot, "Ada")
        await pilot.press("enter")
        await settled(pilot)
        assert "0 of 10 min" in painted(pilot)
        assert on(pilot, InterviewScreen).seat.header.round == "supervisor"


async def test_a_short_round_of_ones_own_writing_stays_and_is_held(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        for title in ("A short round", "Seven minutes"):
            await settled(pilot)
            await pilot.press("s")
            await settled(pilot)
            await typed(pilot, "Ada" if title == "A short round" else "Ben")
            await pilot.press("enter")
            await settled(pilot)
            assert on(pilot, InterviewScreen).seat.header.title == title
            await pilot.press("ctrl+l")
            (path,) = (archive.home / "processes").iterdir()
            path.write_text(path.read_text("utf-8").replace('"A short round"', '"Seven minutes"'), "utf-8")


@pytest.mark.parametrize(("key", "text"), [("s", "Ada"), ("o", "Ada")])
async def test_the_forms_are_left_with_nothing_begun_and_what_was_filled_in_stays(
    archive: Archive, key: str, text: str
) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        await typed(pilot, text)
        await pilot.press("escape")
        await settled(pilot)
        on(pilot, Home)
        assert [path.name for path in archive.home.iterdir()] == ["forms.json"]
        await pilot.press(key)
        await settled(pilot)
        assert pilot.app.screen.query_one("#name", Input).value == text


def own(archive: Archive, company: str, position: str, duty: str = "", *, short: bool = False) -> str:
    return write_own(
        archive.home,
        load_library(archive.home),
        company=company,
        about="",
        position=position,
        duties=[duty],
        short=short,
    )


def test_no_two_companies_share_a_file_and_none_is_written_over(archive: Archive) -> None:
    asked = [
        ("Acme North", "Clerk"),
        ("Acme", "North Clerk"),
        ("李雷", "店长"),
        ("王芳", "店长"),
        ("acme north", "Clerk"),
    ]
    found = [own(archive, *each) for each in asked]
    found += [own(archive, *asked[0], "Files letters."), own(archive, *asked[0], short=True)]
    assert len(set(found)) == len(found)
    library = load_library(archive.home)
    assert [(library.process(each).company.name, library.process(each).position.title) for each in found[:5]] == asked
    assert own(archive, *asked[0]) == found[0]
    assert not library.faults
    path = archive.home / "processes" / f"{found[0].replace('-', '_')}.toml"
    path.write_text(path.read_text("utf-8") + "# mine\n", "utf-8")
    assert own(archive, *asked[0]) not in found
    assert path.read_text("utf-8").endswith("# mine\n")


@pytest.mark.parametrize("names", [("", "Clerk"), (" \n", "Clerk"), ("Acme", "")])
def test_company_and_position_need_a_name(archive: Archive, names: tuple[str, str]) -> None:
    with pytest.raises(InputError, match="has no name yet"):
        own(archive, *names)
    assert not archive.home.exists()


FORMS = {"n": ["Ada"], "s": ["Ada"], "o": ["Ada", "Harbour", "Boats."], "r": ["Ada"]}


@pytest.mark.parametrize("key", FORMS)
async def test_what_is_filled_in_is_on_the_disk_and_offered_by_the_next_program(archive: Archive, key: str) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        for text in FORMS[key]:
            await typed(pilot, text)
            await pilot.press("tab")
        assert isinstance(pilot.app, SecondRound)
        assert pilot.app.keep()  # as a hang-up does
        assert (archive.home / "forms.json").stat().st_mode & 0o777 == 0o600
        async with SecondRound(archive).run_test(size=(80, 24)) as other:  # as after the first one was killed
            await settled(other)
            await other.press(key)
            await settled(other)
            assert [box.value for box in other.app.screen.query(Input)][: len(FORMS[key])] == FORMS[key]
            assert "You had filled this in" in noticed(other)
            await other.press("escape")
            on(other, Home)


async def test_a_form_that_was_begun_is_empty_the_next_time(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("s")
        await typed(pilot, "Ada")
        form = pilot.app.screen
        assert isinstance(form, Form)
        form.tick()
        assert (archive.home / "forms.json").exists()
        await pilot.press("enter")
        await settled(pilot)
        on(pilot, InterviewScreen)
        form.tick()
    assert not (archive.home / "forms.json").exists()


async def test_nothing_is_kept_of_a_form_that_was_only_looked_at(archive: Archive) -> None:
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in FORMS:
            await pilot.press(key)
            await settled(pilot)
            await pilot.press("escape")
    assert not (archive.home / "forms.json").exists()


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        *((raw, "") for raw in (b"", b"[1]", b'{"OwnScreen": 5}', b"\xff", b'{"OwnScreen": {"name": 1}}')),
        (b'{"OwnScreen": {"name": "\\u001b[31mBen", "else": "x"}}', "Ben"),
    ],
)
async def test_a_damaged_file_of_forms_is_no_harm(archive: Archive, raw: bytes, shown: str) -> None:
    archive.home.mkdir(parents=True, exist_ok=True)
    (archive.home / "forms.json").write_bytes(raw)
    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert pilot.app.screen.query_one("#name", Input).value == shown
        await pilot.press("ctrl+u")
        await typed(pilot, "Ada")
        await pilot.press("escape", "o")
        await settled(pilot)
        assert pilot.app.screen.query_one("#name", Input).value == "Ada"


async def test_a_disk_that_refuses_is_told_and_what_is_filled_in_stays(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with SecondRound(archive).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await typed(pilot, "Ada")
        monkeypatch.setattr("simulator.tui.unsent.write_atomic", full)
        form = pilot.app.screen
        assert isinstance(form, Form)
        form.tick()
        assert "can't be saved: make room" in noticed(pilot)
        await pilot.press("escape", "o")
        await settled(pilot)
        assert pilot.app.screen.query_one("#name", Input).value == "Ada"
        monkeypatch.undo()
        form = pilot.app.screen
        assert isinstance(form, Form)
        form.tick()
    assert b"Ada" in (archive.home / "forms.json").read_bytes()
