"""Very many earlier answers: the same verdict, and no more work."""

from __future__ import annotations

from simulator.consistency import Slot, claims_of, compare_claims
from simulator.consistency.store import ClaimStore
from tests.work import calls_of

TEAM = Slot("team_size", "count", "the size of your team", "people")
MOVE = Slot("relocate", "yes_no", "whether you would relocate")


def test_the_store_has_what_a_later_claim_may_meet() -> None:
    store = ClaimStore()
    store.add(claims_of("Eight.", question="How many people are in your team?", slots=[TEAM]))
    store.add(claims_of("We had forty visitors."))
    store.add(claims_of("I'd be happy to.", question="Would you relocate?", slots=[MOVE]))
    later = claims_of("Twelve people.", question="How many are you?", slots=[TEAM])
    assert [claim.quote for claim in store.like(later)] == ["Eight"]
    assert [found.slot for found in compare_claims(store.like(later), later)] == ["team_size"]
    refused = claims_of("No, I couldn't.", question="Would you move for us?", slots=[MOVE])
    assert [found.kind for found in compare_claims(store.like(refused), refused)] == ["reversed"]
    assert not store.like(claims_of("I like the sea."))


def test_what_was_ever_said_is_settled() -> None:
    store = ClaimStore()
    for said in ("Eight.", "Twelve."):
        store.add(claims_of(said, question="How many people are in your team?", slots=[TEAM]))
    later = claims_of("Twelve people.", question="How many are you?", slots=[TEAM])
    assert not compare_claims(store.like(later), later)


def held(answers: int) -> ClaimStore:
    """Return a store of what so many different answers claim."""
    store = ClaimStore()
    for number in range(answers):
        store.add(claims_of(f"We had {number} visitors."))
        store.add(claims_of(f"{number} people.", question="How many people are in your team?", slots=[TEAM]))
    return store


def test_work_does_not_grow_with_the_store() -> None:
    later = claims_of("Twelve people and 90 visitors.", question="How many are you?", slots=[TEAM])
    few, many = held(300), held(1_200)
    assert len(many) > 3 * len(few) > 300
    assert calls_of(lambda: compare_claims(many.like(later), later)) < 1.1 * calls_of(
        lambda: compare_claims(few.like(later), later)
    )
