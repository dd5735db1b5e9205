"""Each rule of the check names what breaks it, on its line, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.content.check import check, check_own
from simulator.content.decode import Fault
from simulator.content.library import Library, add_path, freeze, load_library
from simulator.files import InputError
from tests.content.examples import FILES, replaced, write, write_all

BUILT_IN = load_library()


def faults_of(home: Path, **changed: str) -> list[Fault]:
    library = Library(dict(BUILT_IN.entries), dict(BUILT_IN.facts))
    add_path(library, write_all(home, **changed))
    return check(library, [entry for entry in library.entries.values() if entry.own])


def broken(stem: str, old: str, new: str) -> dict[str, str]:
    text = next(text for name, text in FILES.items() if Path(name).stem == stem)
    return {stem: replaced(text, old, new)}


def test_what_is_right_has_no_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path) == []


BANK, PERSONA, PANEL, PROCESS = "own_bank", "own_persona", "own_panel", "own_process"


@pytest.mark.parametrize(
    ("stem", "old", "new", "what"),
    [
        (BANK, 'id = "own-bank"', 'id = "Own Bank"', "is not an id"),
        (BANK, 'id = "one"', 'id = "One"', "is not an id"),
        (BANK, 'id = "one"', 'id = "one-"', "is not an id"),
        (BANK, 'id = "one"', 'id = "two"', "is used twice"),
        (BANK, 'competency = "teamwork"', 'competency = "Team work"', "is not a word"),
        (BANK, 'asked_by = ["supervisor", "peer"]', "asked_by = []", "`asked_by` is empty"),
        (BANK, 'looks_for = ["a concrete situation"]', "looks_for = []", "`looks_for` is empty"),
        (BANK, "seconds = 120", "seconds = 9", "9 seconds for an answer can't be"),
        (BANK, "seconds = 120", "seconds = 601", "601 seconds for an answer can't be"),
        (BANK, '"story_disagreement"', '"story_x"', "facts.toml has no fact “story_x”"),
        (BANK, "Tell me about a time", "Tell {{ us }} about a time", "`us` is not known here"),
        (BANK, "Tell me about a time", "{{ earlier.asker }}, about a time", "`earlier.asker` is not known here"),
        (BANK, '"Tell me about a time you disagreed with a colleague."', '" "', "the text is empty"),
        (BANK, "earlier.asker", "now.quote", "`now.quote` is not known here"),
        (BANK, '  "When did you and a teammate last see something differently?",\n', "", "needs two wordings"),
        (
            BANK,
            "When did you and a teammate last see something differently?",
            "A time a colleague disagreed with you?",
            "share too many words",
        ),
        (BANK, "Tell me about a time you disagreed", "How old were you when you disagreed", "asks about age"),
        (BANK, "Tell me about a time you", "Have you children, and have you", "asks about family"),
        (BANK, "Tell me about a time you", "Say your last salary and when you", "asks about past pay"),
        (BANK, '"And how did it end?"', "", "`say` is empty"),
        (BANK, '"And how did it end?"', '"{{ me.nme }}?"', "`me.nme` is not known here"),
        (
            BANK,
            '["And how did it end?"] }',
            '["So?"] }, { when = "no_result", say = ["And?"] }',
            "there is a probe for `no_result` already",
        ),
        (BANK, '3 = "Own part.", ', "", "anchors for 1, 3 and 5"),
        (BANK, '3 = "Own part.", ', '3 = "Own part.", 6 = "More.", ', "there is no mark “6”"),
        (PERSONA, 'looks_for = ["teamwork"]', "looks_for = []", "`looks_for` is empty"),
        (PERSONA, "probes = 1", "probes = 6", "6 follow-ups"),
        (PERSONA, "probes = 1", "probes = -1", "-1 follow-ups"),
        (PERSONA, "patience = 10", "patience = 0", "0 seconds of patience"),
        (PERSONA, 'nudge = ["Some words."]', f'nudge = ["{"word " * 46}"]', "46 words are more than the 45"),
        (PERSONA, 'nudge = ["Some words."]', "nudge = []", "`nudge` is empty"),
        (PERSONA, 'nudge = ["Some words."]', 'nudge = ["{{ next.name }}"]', "`next.name` is not known here"),
        (PERSONA, 'repeat = ["Some words."]', 'repeat = ["{{ now.quote }}"]', "`now.quote` is not known here"),
        (PANEL, 'chair = "own-persona"', 'chair = "dana-ruiz"', "the chair “dana-ruiz” is no member"),
        (PANEL, 'turn_policy = "areas"', 'veto = "nobody"\nturn_policy = "areas"', "the veto “nobody” is no member"),
        (PANEL, 'persona = "maya-okafor"', 'persona = "nobody"', "there is no persona “nobody”"),
        (PANEL, 'persona = "maya-okafor"', 'persona = "own-persona"', "sits in the panel twice"),
        (PANEL, 'areas = ["motivation"]', "areas = []", "has no area to ask in"),
        (PANEL, 'areas = ["motivation"]', 'areas = ["teamwork"]', "the area “teamwork” is own-persona's already"),
        (PANEL, 'opening = ["Welcome, {{ candidate.first_name }}."]', "opening = []", "`opening` is empty"),
        (PROCESS, 'title = "One round"', 'stand_ins = ["nobody"]\ntitle = "One round"', "there is no persona “nobody”"),
        (PROCESS, 'id = "second"', 'id = "first"', "the round id “first” is used twice"),
        (PROCESS, 'panel = "own-panel"\n', "", "either interviewers or a panel"),
        (PROCESS, 'panel = "own-panel"', 'panel = "nobody"', "there is no panel “nobody”"),
        (PROCESS, 'banks = ["own-bank"]', 'banks = ["nothing"]', "there is no bank “nothing”"),
        (PROCESS, 'interviewers = ["own-persona"]', 'interviewers = ["nobody"]', "there is no persona “nobody”"),
        (PROCESS, "questions = 2", "questions = 0", "0 questions can't be"),
        (PROCESS, "questions = 2", "questions = 3", "3 questions are planned, those in the room have 2"),
        (PROCESS, "minutes = 30", "minutes = 4", "4 minutes can't be"),
        (PROCESS, "repeat_share = 0.3", "repeat_share = 1.1", "1.1 as a share can't be"),
        (PROCESS, "repeat_share = 0.3", "repeat_share = nan", "nan as a share can't be"),
        (PROCESS, "We have less time.", "{{ now.quote }}", "`now.quote` is not known here"),
        (PROCESS, 'topics = ["team"]', "topics = []", "`topics` is empty"),
        (PROCESS, "{{ company.name }}", "{{ company.nam }}", "`company.nam` is not known here"),
        (PROCESS, "low = 30000", "low = 50000", "the band from 50000 to 40000 is none"),
    ],
)
def test_what_breaks_a_rule_is_named_on_its_line(tmp_path: Path, stem: str, old: str, new: str, what: str) -> None:
    faults = faults_of(tmp_path, **broken(stem, old, new))
    named = [fault for fault in faults if what in fault.what]
    assert named, faults
    assert all(fault.remedy for fault in named)
    assert {fault.path.stem for fault in named} == {stem}
    lines = named[0].path.read_text().splitlines()
    places = {number for number, line in enumerate(lines, start=1) if new and new.splitlines()[0] in line}
    assert not new or named[0].line in places, (named[0], places)


@pytest.mark.parametrize(
    ("stem", "old", "new"),
    [
        (BANK, "seconds = 120", "seconds = 10"),
        (BANK, "seconds = 120", "seconds = 600"),
        (BANK, 'competency = "teamwork"', 'competency = "team_work"'),
        (BANK, "earlier.asker", "me.first_name"),
        (BANK, "probes = [", 'probes = [{ when = "vague", say = ["Which one?"] }, '),
        (BANK, '3 = "Own part.", ', '2 = "Part.", 3 = "Own part.", '),
        (PERSONA, "probes = 1", "probes = 0"),
        (PERSONA, "patience = 10", "patience = 120"),
        (PERSONA, 'challenge = ["Some words."]', 'challenge = ["“{{ earlier.quote }}”, “{{ now.quote }}”?"]'),
        (PERSONA, 'hand_over = ["Some words."]', 'hand_over = ["{{ next.first_name }}?"]'),
        (PANEL, 'turn_policy = "areas"', 'turn_policy = "rotation"\nveto = "maya-okafor"'),
        (PROCESS, "repeat_share = 0.3", "repeat_share = 1"),
        (PROCESS, "minutes = 30", "minutes = 480"),
    ],
)
def test_what_keeps_to_a_rule_is_not(tmp_path: Path, stem: str, old: str, new: str) -> None:
    if 'competency = "team_work"' in new:
        new_panel = broken(PANEL, 'areas = ["teamwork"]', 'areas = ["teamwork", "team_work"]')
        assert faults_of(tmp_path, **broken(stem, old, new), **new_panel) == []
    else:
        assert faults_of(tmp_path, **broken(stem, old, new)) == []


def test_a_round_has_one_kind_of_people(tmp_path: Path) -> None:
    change = broken(PROCESS, 'panel = "own-panel"', 'panel = "own-panel"\ninterviewers = ["own-persona"]')
    assert [fault.what for fault in faults_of(tmp_path, **change)] == ["a round has either interviewers or a panel"]


def test_a_round_has_somebody_for_its_questions(tmp_path: Path) -> None:
    change = broken(PROCESS, 'interviewers = ["own-persona"]', 'interviewers = ["maya-okafor"]')
    assert "have 0 to ask" in faults_of(tmp_path, **change)[0].what


def test_a_panel_has_somebody_for_every_question_of_the_round(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, **broken(PANEL, 'areas = ["teamwork"]', 'areas = ["craft"]'))
    assert [fault.what for fault in faults] == [
        "nobody in the panel asks about teamwork",
        "2 questions are planned, those in the room have 0 to ask",
    ]
    assert {fault.path.stem for fault in faults} == {PROCESS}


def test_a_question_for_a_fact_declares_its_slot(tmp_path: Path) -> None:
    text = replaced(FILES["question_banks/own_bank.toml"], "Tell me about a time you", "How many people")
    assert faults_of(tmp_path, own_bank=text) == []
    text = replaced(text, 'slots = ["story_disagreement"]\n', "")
    assert "declares no slot" in faults_of(tmp_path, own_bank=text)[0].what


def test_all_faults_of_all_files_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    faults = faults_of(
        tmp_path,
        **broken(BANK, "seconds = 120", "seconds = 1"),
        **broken(PERSONA, "patience = 10", "patience = 500"),
        **broken(PROCESS, "minutes = 30", 'minutes = "30"'),
    )
    assert [fault.path.stem for fault in faults] == ["own_persona", "own_process", "own_bank"]
    assert faults == sorted(faults)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("question_banks/own_bank.toml", broken(BANK, "seconds = 120", "seconds = 1")[BANK]),
        ("personas/own_persona.toml", broken(PERSONA, "patience = 10", "patience = 500")[PERSONA]),
    ],
)
def test_a_round_is_not_held_from_faulty_content_of_ones_own(tmp_path: Path, name: str, text: str) -> None:
    library = load_library(write_all(tmp_path))
    check_own(
        library,
        freeze(library, library.process("own-process"), "first"),
        library.process("own-process").meeting("first"),
    )
    write(tmp_path, name, text)
    library = load_library(tmp_path)
    with pytest.raises(InputError, match=Path(name).name):
        check_own(
            library,
            freeze(library, library.process("own-process"), "first"),
            library.process("own-process").meeting("first"),
        )


@pytest.mark.parametrize(
    "name",
    [
        "personas/maya_okafor.toml",
        "question_banks/teamwork.toml",
        "question_banks/facts.toml",
        "processes/classic.toml",
    ],
)
def test_what_should_have_replaced_something_built_in_is_not_passed_over(tmp_path: Path, name: str) -> None:
    write(tmp_path, name, "id = \n")
    library = load_library(tmp_path)
    with pytest.raises(InputError, match=Path(name).name):
        check_own(library, freeze(library, library.process("classic"), "hr"), library.process("classic").meeting("hr"))


def test_faulty_content_that_a_round_does_not_use_does_not_stop_it(tmp_path: Path) -> None:
    write(tmp_path, "personas/somebody.toml", "id = \n")
    write(tmp_path, "question_banks/craft.toml", "id = \n")
    library = load_library(tmp_path)
    check_own(library, freeze(library, library.process("classic"), "hr"), library.process("classic").meeting("hr"))


def test_faults_of_form_and_of_sense_are_told_in_the_same_breath(tmp_path: Path) -> None:
    source = (Path(__file__).parent.parent / "cases/content/question_banks/small.toml").read_text("utf-8")
    for good, bad in (
        ("seconds = 90", 'seconds = "x"'),
        ('tip = "Three steps."', 'tipp = "x"'),
        ('slots = ["team_size"]', 'slots = ["team_sice"]'),
        ('"How long is your notice?"', '"{{ candidate.frist }}"'),
    ):
        assert good in source
        source = source.replace(good, bad)
    path = tmp_path / "question_banks" / "small.toml"
    path.parent.mkdir()
    path.write_text(source, "utf-8")
    told = [str(fault) for fault in check(load_library(tmp_path))]
    lines = source.splitlines()
    for part, where in (
        ("`seconds` is", 'seconds = "x"'),
        ("`tipp` is not a key", "tipp ="),
        ("has no fact “team_sice”", "team_sice"),
        ("`candidate.frist`", "candidate.frist"),
    ):
        line = next(number for number, text in enumerate(lines, start=1) if where in text)
        assert [fault for fault in told if part in fault and f"small.toml:{line}:" in fault], part
    assert len(told) == 5  # and that the question with the misspelt key has no tip


def test_an_empty_bank_is_told(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, **{BANK: 'id = "own-bank"\ntitle = "Empty"\nquestions = []\n'})
    assert any("no question" in fault.what for fault in faults)


def test_a_panel_without_a_chair_is_told(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, **broken(PANEL, 'chair = "own-persona"\n', ""))
    assert any("chair" in fault.what for fault in faults)
