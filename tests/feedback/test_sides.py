"""From where an answer is told: pairs of answers that show it and answers that do not."""

from __future__ import annotations

import pytest

from simulator.feedback.dodges import leaves_open
from simulator.feedback.sides import is_of_private_life, is_one_sided, tells_only_we


@pytest.mark.parametrize(
    ("answer", "only_we"),
    [
        ("We did a lot of things, it was a good time.", True),
        ("In June we moved the stores, we drove the vans, and it was done in nine days.", True),
        ("We moved the stores in June, and I drove the second van.", False),
        ("We usually talked it over first.", False),
        ("We talk to each other a lot.", False),
        ("They moved the stores in June.", False),
    ],
)
def test_all_that_was_done_we_did(answer: str, *, only_we: bool) -> None:
    assert tells_only_we(answer) is only_we


@pytest.mark.parametrize(
    ("answer", "one_sided"),
    [
        ("He was just wrong about the rota, and that was that.", True),
        ("The new lead is a clown, we'd decided it among ourselves.", True),
        ("They never listen, so I stopped going to the meetings.", True),
        ("I can't stand working on my own.", True),
        ("He was wrong about the rota, though to be fair I hadn't shown him the figures.", False),
        ("She was stubborn because she had been let down twice.", False),
        ("We wanted different things, and we asked the customer.", False),
        ("I was wrong about the rota.", False),
    ],
)
def test_one_side_is_run_down_and_nothing_is_said_for_it(answer: str, *, one_sided: bool) -> None:
    assert is_one_sided(answer) is one_sided


def test_a_long_story_from_home_is_of_private_life_and_one_from_work_is_not() -> None:
    home = (
        "My sister got married in June and I made the cake myself, three tiers. It took me the whole week and the top "
        "one slid on the way, but I patched it with flowers."
    )
    assert is_of_private_life(home)
    assert not is_of_private_life(home.replace("My sister", "A customer"))
    assert not is_of_private_life("My sister made a cake.")


@pytest.mark.parametrize(
    ("answer", "choice", "is_open"),
    [
        ("It depends.", False, True),
        ("I don't know yet.", False, True),
        ("Both have their place, I can do either.", True, True),
        ("Both have their place, I can do either.", False, False),
        ("No.", False, False),
        ("That's fine.", False, False),
        ("In a team, I get tired of my own company.", True, False),
    ],
)
def test_what_was_asked_is_left_open(answer: str, *, choice: bool, is_open: bool) -> None:
    assert leaves_open(answer, choice=choice) is is_open
