"""Claims of very many earlier answers, kept so that those a later answer may meet are found at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from simulator.consistency.claim import MANAGER, Claim

Key = tuple[str, str, str]
"""A slot, or the kind of a claim with what it is about and whose it is."""

_MOST_ALIKE = 40
"""Different claims under one key that are looked at, the latest: older ones were compared when they were younger."""


def keys_of(claim: Claim) -> list[Key]:
    """Return the keys under which a claim meets others across questions."""
    keys = [("slot", claim.slot, "")] if claim.slot else []
    if claim.kind == "count" and claim.about:
        keys.append(("count", claim.about, claim.owner))
    if claim.kind == "name" and claim.about == MANAGER:
        keys.append(("name", MANAGER, ""))
    return keys


class ClaimStore:
    """Earlier claims by slot, and by what they count and of whom."""

    def __init__(self) -> None:
        self._by_key: dict[Key, dict[object, tuple[int, Claim]]] = defaultdict(dict)
        self._added = 0

    def __len__(self) -> int:
        return self._added

    def add(self, claims: Iterable[Claim]) -> None:
        """Add the claims of one more answer."""
        for claim in claims:
            self._added += 1
            for key in keys_of(claim):
                alike = self._by_key[key]
                # What is said in the same way again takes the place of the older one and keeps the store small.
                said = claim.values, claim.words, claim.contrasts, claim.per
                alike.pop(said, None)
                alike[said] = self._added, claim
                if len(alike) > _MOST_ALIKE:
                    del alike[next(iter(alike))]

    def like(self, later: Sequence[Claim]) -> tuple[Claim, ...]:
        """Return the earlier claims that one of `later` may meet, in the order in which they were added."""
        found: dict[int, Claim] = {}
        for key in {key for claim in later for key in keys_of(claim)}:
            found.update(self._by_key.get(key, {}).values())
        return tuple(found[number] for number in sorted(found))
