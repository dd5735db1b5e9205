"""Who gets in, without a line."""

from __future__ import annotations

import hmac
import math

import pytest

from simulator.coach.door import ALPHABET, CODE_LENGTH, MAX_OBSERVERS, Door, new_code, same
from simulator.coach.protocol import FORMAT, Closing, Hello, LineError, SeatKind

WRONG = "wrong-wrong-wrong"


def hello(code: str = "", token: str = "a", seat: SeatKind = "candidate") -> Hello:
    return Hello(format=FORMAT, seat=seat, code=code, token=token * 40)


def turned_away(door: Door, who: Hello, address: str = "a", at: float = 0.0) -> Closing:
    with pytest.raises(LineError) as raised:
        door.enter(who, address, at)
    return raised.value.code


def test_a_code_has_at_least_sixty_bits() -> None:
    assert math.log2(len(set(ALPHABET)) ** CODE_LENGTH) >= 60
    assert len({new_code() for _ in range(100)}) == 100


def test_the_code_lets_the_first_candidate_in_and_nobody_after_them() -> None:
    door = Door()
    assert not door.enter(hello(door.candidate_code), "a", 0.0)
    assert turned_away(door, hello(door.candidate_code, "b"), "b") is Closing.NOT_LET_IN


def test_a_code_may_be_typed_as_people_type() -> None:
    door = Door()
    door.enter(hello(f"  {door.candidate_code.upper().replace('-', ' ')}\n"), "a", 0.0)


@pytest.mark.parametrize("code", ["", WRONG])
def test_no_other_code_lets_anybody_in(code: str) -> None:
    door = Door()
    assert turned_away(door, hello(code)) is Closing.NOT_LET_IN
    assert turned_away(door, hello(door.observer_code)) is Closing.NOT_LET_IN
    assert turned_away(door, hello(door.candidate_code, seat="observer")) is Closing.NOT_LET_IN
    door.enter(hello(door.candidate_code), "a", 0.0)


def test_who_was_here_comes_back_without_the_code_also_after_a_restart() -> None:
    door = Door()
    door.enter(hello(door.candidate_code), "a", 0.0)
    door.enter(hello(door.observer_code, "o", "observer"), "a", 0.0)
    for again in (door, Door(door.kept())):
        assert again.enter(hello(), "elsewhere", 0.0)
        assert again.enter(hello(token="o", seat="observer"), "elsewhere", 0.0)
        assert turned_away(again, hello(token="o")) is Closing.NOT_LET_IN


def test_what_is_kept_holds_neither_token_nor_code() -> None:
    door = Door()
    door.enter(hello(door.candidate_code), "a", 0.0)
    kept = door.kept().decode()
    assert "aaaaaaaa" not in kept
    assert door.candidate_code not in kept


@pytest.mark.parametrize("kept", [b"", b"{", b'{"format":1,"candidate":7}', b"\xff"])
def test_a_damaged_file_lets_nobody_in_by_token(kept: bytes) -> None:
    assert turned_away(Door(kept), hello()) is Closing.NOT_LET_IN


def test_a_token_that_could_be_guessed_is_none() -> None:
    door = Door()
    short = Hello(format=FORMAT, seat="candidate", code=door.candidate_code, token="x")
    assert turned_away(door, short) is Closing.MALFORMED


def test_guessing_gets_slow_and_only_for_who_guesses() -> None:
    door = Door()
    tries = [turned_away(door, hello(WRONG), "evil") for _ in range(20)]
    assert tries.count(Closing.NOT_LET_IN) == 5
    assert tries[-1] is Closing.TOO_FAST
    assert turned_away(door, hello(door.candidate_code), "evil") is Closing.TOO_FAST
    door.enter(hello(door.candidate_code), "ada", 0.0)
    assert door.enter(hello(), "evil", 0.0)
    assert turned_away(door, hello(WRONG, "x"), "evil", at=60.0) is Closing.NOT_LET_IN


def test_many_addresses_do_not_fill_the_memory() -> None:
    door = Door()
    for n in range(3_000):
        turned_away(door, hello(WRONG), str(n))
    assert len(door._attempts) <= 1_024


def test_the_oldest_observers_are_forgotten_beyond_the_most_there_can_be() -> None:
    door = Door()
    for n in range(MAX_OBSERVERS + 1):
        door.enter(hello(door.observer_code, chr(200 + n), "observer"), "a", 0.0)
    assert turned_away(door, hello(token=chr(200), seat="observer")) is Closing.NOT_LET_IN
    assert door.enter(hello(token=chr(200 + MAX_OBSERVERS), seat="observer"), "a", 0.0)


def test_secrets_are_compared_in_constant_time(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    compare = hmac.compare_digest

    def watched(one: str, other: str) -> bool:
        compared.append((len(one), len(other)))
        return compare(one, other)

    monkeypatch.setattr(hmac, "compare_digest", watched)
    assert same("a", "a")
    assert not same("a", "a much longer secret")
    assert compared == [(64, 64), (64, 64)]
    compared.clear()
    turned_away(Door(), hello(WRONG))
    assert len(compared) == 2
