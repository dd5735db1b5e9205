"""What is prepared while the first question is read: comparing only where there is something to compare with."""

from __future__ import annotations

import pytest

from simulator.feedback import observe, phrases
from simulator.interview.ahead import get_ready
from tests.interview.rounds import plan, run


@pytest.mark.parametrize("later", [False, True])
def test_only_a_later_round_is_prepared_to_compare(later: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    held = plan("second", earlier=[run(plan("first"), lambda _: "We are six people.")]) if later else plan("first")
    compared: list[str] = []
    monkeypatch.setattr("simulator.consistency.compare_answers", lambda first, _: compared.append(first))
    observe.cache_clear()
    phrases.pattern.cache_clear()
    get_ready(held)
    assert bool(compared) == later
    assert phrases.pattern.cache_info().currsize > 10
