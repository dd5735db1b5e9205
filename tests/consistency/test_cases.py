"""One case told twice is known by when it was, who was in it and what it was about; then its parts are compared."""

from __future__ import annotations

import pytest

from simulator.consistency import Severity, Slot, compare_answers

QUESTION = "Who's the most difficult customer you've had to deal with?"
CUSTOMER = Slot("story_customer", "story", "the most difficult customer you had")
LEAVING = Slot("reason_leaving", "reason", "why you are leaving your present job")
RAIN = (
    "A guest last March who wanted a refund because it rained all weekend. I listened, I couldn't give him the money, "
    "so I offered a late checkout instead. He booked again in June."
)
RAIN_AGAIN = (
    "There was a man in March, furious about the rain. I let him talk, then gave him a free breakfast. "
    "He left happy and never came back, as far as I know."
)
OFF_TOPIC = "I'd plan by the arrivals list, the rooms that are ready and who is on the desk that day."
NOISE = (
    "A couple in August who couldn't sleep because of the lift. I moved them to the back, two floors down, and sent up "
    "a bottle of water. They wrote us a card and came back at Easter."
)


def differences(first: str, second: str) -> list[tuple[str, str]]:
    compared = compare_answers(first, second, question=QUESTION, slots=[CUSTOMER])
    return [
        (first[slice(*found.first_span)], second[slice(*found.second_span)])
        for found in compared.findings
        if found.severity is Severity.WARN and found.first_span and found.second_span
    ]


@pytest.mark.parametrize("second", [RAIN_AGAIN, f"{RAIN_AGAIN}\n\n{OFF_TOPIC}"])
def test_the_parts_of_one_case_are_compared_whatever_is_said_beside_it(second: str) -> None:
    assert differences(RAIN, second) == [
        ("offered a late checkout", "gave him a free breakfast"),
        ("He booked again in June", "He left happy and never came back, as far as I know"),
    ]


def test_the_same_case_in_other_words_differs_in_nothing() -> None:
    again = (
        "That was in March, a man was angry about the rain. He got no refund from me; I offered him a later checkout. "
        "He was back with us in June, he booked again."
    )
    assert differences(RAIN, again) == []


def test_another_case_is_another_example_even_if_its_end_is_alike() -> None:
    compared = compare_answers(RAIN, NOISE, question=QUESTION, slots=[CUSTOMER])
    assert [found.kind for found in compared.findings] == ["other_example"]


def test_a_reason_is_no_example_however_little_two_answers_share() -> None:
    first = (
        "Well, to be honest, at the Linden there's nowhere to go. Duty manager belongs to somebody whose parents "
        "bought that building, and reception went to two students from Porto."
    )
    second = (
        "My rent went up in spring, and they won't pay more. I need a raise, that's all, and Carla knows what "
        "groceries cost."
    )
    compared = compare_answers(first, second, question="Why do you want to leave?", slots=[LEAVING])
    assert [(found.kind, found.slot) for found in compared.findings if found.severity is Severity.WARN] == [
        ("changed_reason", "reason_leaving")
    ]
    assert not any(found.kind == "other_example" for found in compared.findings)


def test_the_reason_is_read_in_whichever_part_of_an_answer_gives_it() -> None:
    beside = "I'd say Opera first. Then the phone system. I speak four languages. I like earlies. I know the regulars."
    part = "Oh, why I'd leave? There's nowhere to go."
    for first in (f"{beside}\n{part}", f"{part}\n{beside}"):
        compared = compare_answers(first, "My rent went up.", question="Why do you want to leave?", slots=[LEAVING])
        assert [found.kind for found in compared.findings if found.severity is Severity.WARN] == ["changed_reason"]


def test_of_quite_another_answer_no_detail_is_missing() -> None:
    second = "For guests I'd rather plan by the list, all twenty rooms."
    compared = compare_answers(RAIN, second, question=QUESTION, slots=[CUSTOMER])
    assert not any(found.kind in {"left_out", "new_detail"} for found in compared.findings)
