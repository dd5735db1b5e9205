from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from simulator.consistency import Severity, Slot, claims_of, compare_answers, compare_claims

STOCK = "I have been at Acme for five years and lead a team of eight."
EDITED = "I have been at Acme for five years and lead a team of twelve."
SAME = "I've worked for Acme for half a decade; there are eight of us reporting to me."
QUESTIONS = [
    "",
    "Tell me about yourself.",
    "Tell me about a time you disagreed. What did you do?",
    "Why us?",
    "Would you relocate?",
    "What is your job title?",
    "How big is your team?",
    "Who do you work for?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_one_sentence_for_every_question(question: str) -> None:
    compared = compare_answers(STOCK, EDITED, question=question)
    (finding,) = compared.findings
    assert (finding.severity, finding.kind) == (Severity.WARN, "changed_fact")
    assert finding.first_span is not None
    assert finding.second_span is not None
    assert STOCK[slice(*finding.first_span)] == "a team of eight"
    assert EDITED[slice(*finding.second_span)] == "a team of twelve"
    assert finding.reason == "You said “a team of eight” before and “a team of twelve” now."
    assert (compared.claims, compared.compared, compared.flagged) == (3, 3, True)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_same_facts_in_other_words(question: str) -> None:
    compared = compare_answers(STOCK, SAME, question=question)
    assert compared.findings == ()
    assert (compared.claims, compared.compared) == (3, 3)


def test_since_is_a_stretch_of_time_on_a_day() -> None:
    (claim,) = claims_of("I've been there since 2019.", on=date(2025, 6, 15))
    (stretch,) = [value for value in claim.values if value.kind == "duration"]
    assert stretch.low < 6 * 12 < stretch.high
    (claim,) = claims_of("I've been there since 2019.")
    assert [value.kind for value in claim.values] == ["date"]


def test_claims_of_different_questions_meet_on_a_slot() -> None:
    slot = Slot("team_size", "count", "the size of your team", "people")
    earlier = claims_of("Eight.", question="How many are you?", slots=[slot])
    later = claims_of("We're a team of twelve people.", question="Describe your team.", slots=[slot])
    (finding,) = compare_claims(earlier, later)
    assert finding.slot == "team_size"


def test_claims_of_different_questions_meet_on_what_is_counted() -> None:
    team = claims_of("I lead a team of eight at Acme.")
    assert compare_claims(team, claims_of("My team has twelve people."))
    assert not compare_claims(team, claims_of("My brother leads a team of twelve."))
    assert not compare_claims(team, claims_of("We had forty visitors."))
    assert not compare_claims(claims_of("I took five weeks."), claims_of("It lasted two years."))


def test_a_slot_costs_no_library() -> None:
    listing = "import sys, simulator.consistency.slot; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    assert not {"rapidfuzz", "sentencex", "simulator.consistency.compare"} & set(loaded)


def test_an_open_bound_drifts_by_what_it_bounds() -> None:
    stay = (Slot("years_to_stay", "duration", "how long you see yourself staying"),)
    question = "How long would you expect to stay?"
    far = compare_answers("At least five years.", "Two years.", question=question, slots=stay)
    assert [found.kind for found in far.findings] == ["changed_fact"]
    assert not compare_answers("At least five years.", "Six or seven years.", question=question, slots=stay).flagged


def test_a_team_is_no_amount_of_money() -> None:
    later = "I lead a team of twelve, and I'd want 40,000."
    found = compare_answers("30,000 to 33,000.", later, question="What would you like to earn?")
    spans = [finding.second_span for finding in found.findings if finding.severity is Severity.WARN]
    assert [later[start:end] for start, end in filter(None, spans)] == ["40,000"]


def test_one_passage_makes_one_remark() -> None:
    first = "At least five years. I'd like to grow into running a bigger team."
    found = compare_answers(first, "Six years, I should think.", question="How long would you expect to stay?")
    spans = [finding.first_span for finding in found.findings if finding.kind == "left_out"]
    assert len(spans) == len(set(spans))


def test_a_sentence_that_stands_in_both_answers_did_not_change() -> None:
    told = "I have mentored two interns, so I've had a taste of it."
    first = f"No, I haven't managed people formally. {told}"
    assert not compare_answers(first, told, question="Have you ever managed people?").flagged
    assert not compare_answers(told, first, question="Have you ever managed people?").flagged
    second = "Yes, I have managed people formally."
    assert compare_answers(first, second, question="Have you ever managed people?").flagged


def test_only_key_facts_are_left_out() -> None:
    first = "We had 600 visitors in Hull. I'd be happy to travel there again."
    found = compare_answers(first, "It went well in Hull.", question="Tell me about the event.")
    left = [finding.first_span for finding in found.findings if finding.kind == "left_out"]
    assert [first[start:end] for start, end in filter(None, left)] == ["600 visitors"]
    assert not found.flagged


def test_what_is_new_is_never_a_warning() -> None:
    second = "We had 600 visitors, 40 stands and a budget of £9,000."
    found = compare_answers("We had 600 visitors.", second, question="Tell me about the event.")
    assert {finding.kind for finding in found.findings} == {"new_detail"}
    assert not found.flagged


def test_what_a_finding_is_about_was_compared_and_neither_left_out_nor_new() -> None:
    found = compare_answers("34,000 pounds a year.", "38,000 pounds a year.")
    assert found.flagged
    assert (found.compared, found.claims) == (1, 1)
    assert [each.kind for each in found.findings] == ["changed_fact"]
