"""Interviewers' lines: templates, not programs.

A text may hold names, attributes, a few filters and `if`. Its syntax tree is checked before anything is compiled, so
that no loop, call, arithmetic or private attribute ever runs, whoever wrote the bank.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from simulator.files import InputError
from simulator.text import one_line

if TYPE_CHECKING:
    from jinja2.nodes import Node
    from jinja2.sandbox import ImmutableSandboxedEnvironment

MAX_TEMPLATE = 2_000
"""Characters a template may have; a longer one is refused before it is parsed."""

MAX_DEPTH = 12
"""How deeply a template's syntax tree may nest, which keeps what it compiles to within Python's own limits."""

FILTERS = frozenset({"capitalize", "lower", "title", "trim", "upper"})

Names = Mapping[str, frozenset[str]]
"""The names a text may use, each with its attributes (none: the name is a text itself)."""

_PERSON = frozenset({"name", "first_name", "title"})
EVERYWHERE: Names = {
    "me": _PERSON,
    "candidate": frozenset({"name", "first_name"}),
    "company": frozenset({"name"}),
    "position": frozenset({"title"}),
    "round": frozenset({"title", "minutes", "questions"}),
    "others": frozenset(),
}
EARLIER: Names = {**EVERYWHERE, "earlier": frozenset({"asker", "quote", "round", "mine"})}
BOTH: Names = {**EARLIER, "now": frozenset({"quote"})}
NOW: Names = {**EVERYWHERE, "now": frozenset({"quote"})}
NEXT: Names = {**EVERYWHERE, "next": _PERSON}
TIME: Names = {**EVERYWHERE, "time": frozenset({"left"})}
OTHER: Names = {**EVERYWHERE, "other": _PERSON}

NAMES_OF_LINE: Mapping[str, Names] = {
    "repeat": EARLIER,
    "concern": EARLIER,
    "elaborate": EARLIER,
    "more": EARLIER,
    "challenge": BOTH,
    "settled": BOTH,
    "hand_over": NEXT,
    "disagree": OTHER,
    "lens": OTHER,
    "callback": EARLIER,
    "came_back": NOW,
    "told_here": NOW,
}
"""What a persona's lines may use beyond `EVERYWHERE`."""


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    # Imported here because it takes as long as the rest of a command's start.
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    environment.globals.clear()
    return environment


def problem(source: str, names: Names) -> str:
    """Return what is wrong with the template `source` where only `names` exist; an empty text if nothing is."""
    from jinja2 import TemplateSyntaxError

    if len(source) > MAX_TEMPLATE:
        return f"the text has {len(source):,} characters, at most {MAX_TEMPLATE:,} are allowed"
    try:
        tree = _environment().parse(source)
    except TemplateSyntaxError as error:
        return f"the template can't be read: {one_line(error.message or '', 120)}"
    except RecursionError:
        return "the template is nested too deeply"
    return _node_problem(tree, names, MAX_DEPTH)


def _node_problem(node: Node, names: Names, depth: int) -> str:
    from jinja2 import nodes

    if not depth:
        return "the template is nested too deeply"
    match node:
        case nodes.Name(name=name):
            return _name_problem(name, names)
        case nodes.Getattr(node=nodes.Name(name=name), attr=attribute):
            return _attribute_problem(name, attribute, names)
        case nodes.Filter(name=name) if name not in FILTERS:
            return f"the filter `{name}` is not allowed (allowed: {', '.join(sorted(FILTERS))})"
        case nodes.Filter(args=args, kwargs=kwargs, dyn_args=more, dyn_kwargs=most) if args or kwargs or more or most:
            return f"the filter `{node.name}` takes nothing in brackets"
        case nodes.Template() | nodes.Output() | nodes.TemplateData() | nodes.If() | nodes.Filter():
            pass
        case nodes.Not() | nodes.And() | nodes.Or():
            pass
        case _:
            return f"{type(node).__name__.lower()} is not allowed: only names, attributes, filters and if"
    return next((found for child in node.iter_child_nodes() if (found := _node_problem(child, names, depth - 1))), "")


def _name_problem(name: str, names: Names) -> str:
    if name not in names:
        return f"`{name}` is not known here (known: {', '.join(sorted(names))})"
    return f"`{name}` needs an attribute: {_attributes(name, names)}" if names[name] else ""


def _attribute_problem(name: str, attribute: str, names: Names) -> str:
    if name in names and attribute in names[name]:
        return ""
    known = _attributes(name, names) or name if name in names else ", ".join(sorted(names))
    return f"`{name}.{attribute}` is not known here (known: {known})"


def _attributes(name: str, names: Names) -> str:
    return ", ".join(f"{name}.{attribute}" for attribute in sorted(names[name]))


def render(source: str, context: Mapping[str, object]) -> str:
    """Return the template `source` filled in from `context`, on one line.

    `InputError` is raised for a text that `problem` would name, which content that was checked does not hold.
    """
    if "{" not in source:
        return one_line(source, MAX_TEMPLATE)
    names = tuple((name, tuple(value) if isinstance(value, Mapping) else ()) for name, value in context.items())
    if found := _checked(source, names):
        raise InputError(f"a text of the content can't be said: {found}: {one_line(source, 80)!r}")
    return one_line(_environment().from_string(source).render(context), 20_000)


@lru_cache(maxsize=4_096)
def _checked(source: str, names: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    return problem(source, {name: frozenset(attributes) for name, attributes in names})
