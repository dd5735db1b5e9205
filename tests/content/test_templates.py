"""Interviewers' lines are templates, not programs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.content.templates import BOTH, EVERYWHERE, MAX_TEMPLATE, NAMES_OF_LINE, NEXT, problem, render
from simulator.files import InputError

PERSON = {"name": "Dana Ruiz", "first_name": "Dana", "title": "Team lead"}
CONTEXT: dict[str, object] = {
    "me": PERSON,
    "candidate": {"name": "Ada King", "first_name": "Ada"},
    "company": {"name": "Quillbrook"},
    "position": {"title": "Coordinator"},
    "round": {"title": "Second interview", "minutes": 45, "questions": 9},
    "others": "",
    "earlier": {"asker": "Maya Okafor", "quote": "eight people", "round": "First interview", "mine": False},
    "now": {"quote": "twelve people"},
}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Plain words, 100 % of them.", "Plain words, 100 % of them."),
        ("Hello {{ candidate.first_name }}.", "Hello Ada."),
        ("{{candidate.first_name|upper}} {{ me.name | lower }}", "ADA dana ruiz"),
        ("{{ me.title | trim | capitalize }}", "Team lead"),
        ("{{ round.minutes }} minutes", "45 minutes"),
        ("{% if others %}With {{ others }}{% else %}Alone{% endif %}.", "Alone."),
        ("{% if not others and not earlier.mine %}a{% elif earlier.mine or others %}b{% endif %}", "a"),
        ("“{{ earlier.quote }}” and “{{ now.quote }}”", "“eight people” and “twelve people”"),
        ("one {# a remark #}two", "one two"),
        ("{% raw %}{{ 7*7 }}{% endraw %}", "{{ 7*7 }}"),
        ("two\n\n  lines", "two lines"),
        ("a { brace } and a {word}", "a { brace } and a {word}"),
    ],
)
def test_names_filters_and_conditions_are_allowed(source: str, said: str) -> None:
    assert problem(source, BOTH) == ""
    assert render(source, CONTEXT) == said


@pytest.mark.parametrize(
    "source",
    [
        "{% for x in me.name %}{{ x }}{% endfor %}",
        "{% for x in range(9999999) %}a{% endfor %}",
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ me.__class__ }}",
        "{{ me.name.__class__ }}",
        "{{ me.name.upper }}",
        "{{ me.name.upper() }}",
        "{{ me['name'] }}",
        "{{ me.name[0] }}",
        "{{ 'a'*10**9 }}",
        "{{ 7*7 }}",
        "{{ 10**10**10 }}",
        "{{ -round.minutes }}",
        "{{ round.minutes + 1 }}",
        "{{ me.name ~ me.name }}",
        "{{ 'text' }}",
        "{{ [me.name] }}",
        "{{ {'a': me.name} }}",
        "{{ (me.name, me.title) }}",
        "{{ me.name if others else me.title }}",
        "{{ me.name == me.title }}",
        "{{ me.name in me.title }}",
        "{{ me.name is defined }}",
        "{% if me.name is string %}a{% endif %}",
        "{% if round.minutes > 3 %}a{% endif %}",
        "{% set x = me.name %}",
        "{% set me = 1 %}",
        "{% include 'x' %}",
        "{% extends 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% macro x() %}a{% endmacro %}",
        "{% call me() %}a{% endcall %}",
        "{% block x %}a{% endblock %}",
        "{% filter upper %}a{% endfilter %}",
        "{% with x = me.name %}a{% endwith %}",
        "{% autoescape true %}a{% endautoescape %}",
        "{% do me.name %}",
        "{% trans %}a{% endtrans %}",
        "{% debug %}",
        "{{ cycler() }}",
        "{{ lipsum }}",
        "{{ range }}",
        "{{ self }}",
        "{{ loop }}",
        "{{ super() }}",
        "{{ config }}",
        "{{ me }}",
        "{{ me.nam }}",
        "{{ candidate.title }}",
        "{{ candidat.name }}",
        "{{ others.name }}",
        "{{ next.name }}",
        "{{ me.name|attr('x') }}",
        "{{ me.name|safe }}",
        "{{ me.name|replace('a', 'b') }}",
        "{{ me.name|upper(me.name) }}",
        "{{ me.name|trim(me.title) }}",
        "{{ me.name|upper(*me.name) }}",
        "{{ me.name|upper(**me.name) }}",
        "{{ me.name|upper(s=me.name) }}",
        "{{ me.name|nofilter }}",
        "{{ me.name",
        "{{ me.name }",
        "{% if others %}",
        "{% endif %}",
        "{{ }}",
        "{% %}",
        "{# never closed",
        "{{ " + "(" * 900 + "me.name" + ")" * 900 + " }}",
        "{{ " + "not " * 400 + "others }}",
        "{% if others %}" * 50 + "{% endif %}" * 50,
        "{{ me.name" + "|upper" * 200 + " }}",
        "x" * (MAX_TEMPLATE + 1),
        "{{ me.name }}" * 400,
    ],
)
def test_everything_else_is_refused_before_it_runs(source: str) -> None:
    assert problem(source, BOTH)
    with pytest.raises(InputError):
        render("{# #}" + source, CONTEXT)


def test_a_misspelt_name_is_told_what_there_is() -> None:
    assert "candidate" in problem("{{ candidat.name }}", EVERYWHERE)
    assert "me.first_name" in problem("{{ me.nam }}", EVERYWHERE)
    assert "me.first_name" in problem("{{ me }}", EVERYWHERE)


@pytest.mark.parametrize(
    ("source", "line", "known"),
    [
        ("{{ earlier.quote }}", "repeat", True),
        ("{{ earlier.quote }}", "greeting", False),
        ("{{ now.quote }}", "challenge", True),
        ("{{ now.quote }}", "repeat", False),
        ("{{ next.first_name }}", "hand_over", True),
        ("{{ next.first_name }}", "closing", False),
    ],
)
def test_a_line_knows_the_names_of_its_moment(source: str, line: str, known: bool) -> None:
    assert (problem(source, NAMES_OF_LINE.get(line, EVERYWHERE)) == "") is known
    assert "next" in NEXT


USER_TEXTS = [
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{{ ''.__class__ }}",
    "{# gone #}",
    "{{",
    "%}",
    "{% raw %}",
    "<b>&amp;</b>",
    "{{ me.name }}",
]


@pytest.mark.parametrize("text", USER_TEXTS)
def test_what_a_user_wrote_is_never_evaluated(text: str) -> None:
    context = {**CONTEXT, "candidate": {"name": text, "first_name": text}, "earlier": {"quote": text, "mine": False}}
    said = render("{{ candidate.first_name }}: “{{ earlier.quote }}”", context)
    assert said == f"{text}: “{text}”"


PIECES = [
    *"{}%#|.'\"()[] \n-+*",
    "{{ ",
    " }}",
    "{% if ",
    " %}",
    "{% endif %}",
    "me.name",
    "others",
    "not ",
    "for ",
    "|upper",
]


@settings(max_examples=300)
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_a_template_is_refused_or_renders_and_raises_nothing_else(source: str) -> None:
    if problem(source, BOTH) == "":
        assert isinstance(render(source, CONTEXT), str)
    elif "{" in source:
        with pytest.raises(InputError):
            render(source, CONTEXT)
