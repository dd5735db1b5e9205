"""What statements tell of their own accord is compared, whatever was asked and whatever else their sentences say."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.consistency import Comparison, Severity, compare_answers

DIFFERENT = [
    ("changed_fact", "I give two months' notice.", "My notice is six weeks."),
    ("changed_fact", "The notice in my contract is two months.", "My notice period is six weeks."),
    ("changed_fact", "I'd like 2,400 to 2,600 a month.", "I'd want 3,000 a month."),
    ("changed_fact", "I'm hoping for 31,000 a year.", "Something like 36,000 a year would be fine."),
    ("changed_fact", "I work in a team of eight.", "We're twelve on the desk."),
    ("changed_fact", "I've worked at the Linden for four years, in a team.", "I've been at the Linden for six years."),
    ("changed_fact", "My line manager was Carla Reyes.", "I reported to Diane Holt there."),
    ("changed_fact", "My class has 28 children.", "My class has 31 pupils."),
    ("changed_reason", "I left because there was nowhere to go.", "I left because my rent went up."),
    ("changed_preference", "I prefer team teaching.", "I'd rather teach alone."),
    ("reversed", "I've never worked weekends.", "I often worked on Saturdays."),
    ("reversed", "I have no driving licence.", "I can drive, I've had my licence for ten years."),
    ("reversed", "I've never worked nights.", "I worked nights a lot at the hospital, I'm used to it."),
    ("reversed", "I have no forklift licence.", "I've got my forklift licence, it was renewed in May."),
    ("changed_fact", "I'd accept 16 pounds an hour.", "Nothing below 19 pounds an hour, I'm afraid."),
    (
        "changed_fact",
        "I've been with Marlow for seven years.",
        "I've worked for Marlow for three years, first in returns.",
    ),
    ("changed_fact", "My notice period is six weeks.", "I can leave with one month's notice."),
    ("changed_fact", "I'd be looking for 52,000 a year.", "I couldn't do it for less than 60,000 a year."),
    (
        "changed_preference",
        "I'd rather have a boss who leaves me alone.",
        "I prefer a manager who checks my work daily.",
    ),
    ("reversed", "We always count the drawer twice.", "We never count the drawer, nobody asks for it."),
]
ALIKE = [
    ("I give two months' notice.", "My notice period is eight weeks."),
    ("My notice is two months.", "We were told at two days' notice that the site would close."),
    ("My notice is two months.", "My wife's notice is six weeks."),
    ("I'd like 2,400 to 2,600 a month.", "Something like 2,500 a month would be fine."),
    ("I'd like 2,400 a month.", "I'm on 2,100 a month at the moment."),
    ("I'd like 30,000 a year.", "I'd want 2,500 a month."),
    ("I work in a team of eight.", "There are eight of us on the desk."),
    ("I've worked at the Linden for four years.", "I spent six years at the Grand before that."),
    ("My manager was Carla Reyes.", "I reported to Carla, like everybody on the desk."),
    ("My manager was Carla.", "My sister's manager was Diane."),
    ("My class has 28 children.", "My class has about 30 pupils."),
    ("I left because there was nowhere to go.", "I left because I could not be promoted any further."),
    ("I left because there was nowhere to go.", "My brother left because his rent went up."),
    ("I prefer team teaching.", "I'd rather write the reports alone."),
    ("I've never worked weekends.", "I often worked late on Fridays."),
    ("I have no driving licence.", "I have a licence to sell alcohol."),
    ("I have no children.", "I have a car."),
    ("I have no car.", "I have a licence, and I drive my dad's car."),
    ("I have no forklift licence.", "I have no forklift licence yet, but I have a driving licence."),
    ("I don't have a degree.", "I don't have a degree, I have a diploma in health care."),
    ("We often work Saturdays before Christmas.", "We never work on Sundays, and Saturdays only before Christmas."),
    ("We never work on Sundays.", "I worked on Sundays at my last place."),
]


@pytest.mark.parametrize(("kind", "first", "second"), DIFFERENT)
def test_a_changed_statement_is_a_difference(kind: str, first: str, second: str) -> None:
    for one, other in ((first, second), (second, first)):
        found = [each for each in compare_answers(one, other).findings if each.severity is Severity.WARN]
        assert [each.kind for each in found] == [kind], (one, other)


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_a_statement_of_something_else_or_in_other_words_is_none(first: str, second: str) -> None:
    for one, other in ((first, second), (second, first)):
        assert not compare_answers(one, other).flagged, (one, other)


def test_each_fact_of_a_sentence_meets_its_own_whatever_stands_beside_it() -> None:
    first = (
        "I've worked at the Linden for four years, in a team of eight, and I give two months' notice. "
        "I'd like 2,400 to 2,600 a month. I left because there was nowhere to go."
    )
    second = (
        "I've been at the Linden for six years; we're twelve on the desk. My notice is six weeks. "
        "I'd want 3,000 a month. I left because my rent went up."
    )
    found = compare_answers(first, second).findings
    quotes = [(first[slice(*each.first_span)], second[slice(*each.second_span)]) for each in found
              if each.first_span and each.second_span and each.severity is Severity.WARN]  # fmt: skip
    assert quotes == [
        ("four years", "six years"),
        ("a team of eight", "twelve"),
        ("two months", "six weeks"),
        ("2,400 to 2,600 a month", "3,000 a month"),
        ("because there was nowhere to go", "because my rent went up"),
    ]


def test_a_value_is_not_said_to_be_left_out_where_another_of_its_kind_stands() -> None:
    first, second = "The repair took four days. The van is green.", "We stayed in the hotel for nine days."
    kinds = {each.kind for each in compare_answers(first, second).findings}
    assert not kinds & {"left_out", "new_detail"}


@pytest.mark.parametrize("second", ["The earliest would be the middle of February.", "In March, or a bit later."])
def test_a_date_within_what_another_leaves_open_is_no_other_date(second: str) -> None:
    def compared(first: str) -> Comparison:
        on = date(2026, 11, 26)
        return compare_answers(first, second, question="When could you start?", first_on=on, second_on=on)

    assert compared("The first of March, or a bit earlier.").findings == ()
    assert compared("The first of April.").findings == ()
    assert compared("The first of January.").flagged


def test_what_an_answer_to_something_else_does_not_tell_is_not_left_out() -> None:
    question = "May we speak to your present manager?"
    first = "No, they don't know yet. Our former depot manager, Olga Brandt, would speak for me."
    second = "First a week of listening and asking who knows what, then one small job that nobody likes."
    assert compare_answers(first, second, question=question).findings == ()


def test_two_months_notice_is_told_again_after_a_date() -> None:
    first = "I have to give two months, so the first of March."
    compared = compare_answers(first, "The first of March, after two months' notice.", question="When could you start?")
    assert (compared.findings, compared.compared) == ((), 2)


def test_two_descriptions_of_a_company_are_no_two_examples() -> None:
    first = "You store and ship for small online shops, mostly from the Leeds depot, with lorries of your own."
    second = "People who build school furniture, tables and chairs, and stand by a promise they gave to a council."
    assert compare_answers(first, second, question="What do you know about us?").findings == ()


def test_what_stands_around_a_value_that_was_said_before_is_not_new() -> None:
    found = compare_answers("I'd like 2,400 to 2,600 a month.", "Something like 2,500 a month would be fine.").findings
    assert found == ()
