"""What is built in keeps to what it asks of everybody's content."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

import msgspec
import pytest

from simulator.content.check import check
from simulator.content.library import Library, bank_of, freeze, load_library
from simulator.content.own import write_own
from simulator.content.schemas import Lines, Panel, Persona, Process, Question, QuestionBank
from simulator.content.wordings import content_words

LIBRARY: Library = load_library()
QUESTIONS = LIBRARY.questions()
PERSONAS = [entry.item for entry in LIBRARY.of_kind("persona") if isinstance(entry.item, Persona)]
PROCESSES = [entry.item for entry in LIBRARY.of_kind("process") if isinstance(entry.item, Process)]
UNWANTED = re.compile(
    r"\b(?:great|excellent|perfect|wonderful|fantastic|amazing|brilliant|impressive|well done|good (?:answer|point|job)"
    r"|lie|lies|lied|lying|liar|honest|honestly|honesty|dishonest|truth|contradict\w*|inconsisten\w*|caught|really\?)\b",
    re.IGNORECASE,
)

every_question = pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)


def test_it_is_free_of_faults() -> None:
    assert check(LIBRARY) == []


def test_there_is_enough_to_practise_with() -> None:
    assert len(QUESTIONS) >= 60
    assert len({question.competency for question in QUESTIONS.values()}) >= 8
    assert {persona.role for persona in PERSONAS} == {"hr", "supervisor", "higher_up", "peer", "technical"}
    assert any(isinstance(entry.item, Panel) for entry in LIBRARY.entries.values())


@every_question
def test_a_question_is_whole(question: Question) -> None:
    assert len(question.wordings) >= 2
    assert question.deeper
    assert question.probes
    assert all(probe.say for probe in question.probes)
    assert {"1", "3", "5"} <= question.anchors.keys()
    assert question.tip.strip()


@every_question
def test_no_two_wordings_of_a_question_are_alike(question: Question) -> None:
    for one, other in combinations(map(content_words, question.wordings), 2):
        assert len(one & other) <= 0.5 * min(len(one), len(other)), (one, other)


@every_question
def test_a_question_is_one_thing_at_a_time(question: Question) -> None:
    for text in (*question.wordings, *question.deeper):
        assert text.count("?") <= 2, text


FACTUAL = re.compile(
    r"^(?:how (?:many|much|long|big|large)\b|when (?:could|can) you|what salary|would you relocate)", re.IGNORECASE
)


@every_question
def test_a_question_for_a_fact_has_its_slot(question: Question) -> None:
    if any(FACTUAL.search(text) for text in question.wordings):
        assert question.slots


def test_every_fact_is_asked_for_by_some_question() -> None:
    asked = {slot for question in QUESTIONS.values() for slot in question.slots}
    assert asked <= LIBRARY.facts.keys()


def test_no_wording_is_used_twice() -> None:
    wordings = Counter(text for question in QUESTIONS.values() for text in question.wordings)
    assert [text for text, count in wordings.items() if count > 1] == []


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.id)
def test_a_persona_neither_praises_nor_accuses(persona: Persona) -> None:
    for field in msgspec.structs.fields(Lines):
        for text in getattr(persona.lines, field.name):
            assert not UNWANTED.search(text), (field.name, text)


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.id)
def test_a_challenge_quotes_both_passages(persona: Persona) -> None:
    for text in persona.lines.challenge:
        assert "earlier.quote" in text
        assert "now.quote" in text
    for text in persona.lines.elaborate:
        assert "earlier.quote" in text


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda persona: persona.id)
def test_a_persona_need_not_say_the_same_twice_running(persona: Persona) -> None:
    for field in msgspec.structs.fields(Lines):
        texts = getattr(persona.lines, field.name)
        assert len(set(texts)) == len(texts) >= 2, field.name


def test_a_files_name_is_its_id() -> None:
    for (_, identity), entry in LIBRARY.entries.items():
        assert entry.source.path.stem == identity.replace("-", "_")


def test_a_bank_is_asked_in_some_round() -> None:
    banks = {entry.item.id for entry in LIBRARY.of_kind("bank") if isinstance(entry.item, QuestionBank)}
    processes = [entry.item for entry in LIBRARY.of_kind("process") if isinstance(entry.item, Process)]
    rounds = [each for process in processes for each in process.rounds]
    assert {bank for each in rounds for bank in (*each.banks, *map(bank_of, each.form))} == banks


@pytest.mark.parametrize("process", PROCESSES, ids=lambda process: process.id)
def test_somebody_else_could_come_into_every_round(process: Process) -> None:
    for meeting in process.rounds:
        assert freeze(LIBRARY, process, meeting.id).at_hand


OF_THE_BUILT_IN_COMPANIES = re.compile(
    r"coordinator|\borders\b|order system|deliver(?:y|ies)|\broutes?\b|furniture|\bschools?\b|workshop|depots?\b"
    r"|\bcrews?\b|\bvans?\b|\bJuly\b|\bdesks\b|\bthe phones\b",
    re.IGNORECASE,
)


def test_nobody_brings_a_built_in_company_to_ones_own(tmp_path: Path) -> None:
    library = load_library(tmp_path)
    companies = {process.company.name for process in PROCESSES}
    own = write_own(tmp_path, library, company="Harbour View Hotel", about="", position="Receptionist", duties=[])
    library = load_library(tmp_path)
    process = library.process(own)
    for meeting in process.rounds:
        content = freeze(library, process, meeting.id)
        said = [text for each in content.personas + content.at_hand for text in texts_of(msgspec.to_builtins(each))]
        said += texts_of(msgspec.to_builtins(content.panel)) if content.panel else []
        assert [text for text in said if OF_THE_BUILT_IN_COMPANIES.search(text)] == []
    everybody = [texts_of(msgspec.to_builtins(entry.item)) for entry in library.of_kind("persona")]
    assert [text for texts in everybody for text in texts if any(name in text for name in companies)] == []


def texts_of(item: object) -> list[str]:
    """Return what is said or shown of a persona or panel: every text but the names of areas."""
    if isinstance(item, dict):
        return [text for key, each in item.items() if key not in ("looks_for", "areas") for text in texts_of(each)]
    if isinstance(item, (list, tuple)):
        return [text for each in item for text in texts_of(each)]
    return [item] if isinstance(item, str) else []
