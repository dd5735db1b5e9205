"""How others join a room: the lines they type."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.coach.address import Address


@dataclass(frozen=True, slots=True)
class Invitation:
    """Where a room is, the codes that let in, and the fingerprint of its certificate, where it has one."""

    address: Address
    candidate_code: str
    observer_code: str
    fingerprint: str = ""

    @property
    def candidate(self) -> str:
        """What the candidate types."""
        return self._line(self.candidate_code)

    @property
    def observer(self) -> str:
        """What an observer types."""
        return f"{self._line(self.observer_code)} --observe"

    def lines(self, *, begun: bool = False) -> tuple[str, ...]:
        """Return what the coach is told: of a room to begin in, or of one that was left and is open again."""
        return (
            f"The candidate types:  {self.candidate}",
            f"An observer types:    {self.observer}",
            "It goes on where it was left, and stays open until you leave."
            if begun
            else "It begins when the candidate is there (/begin: without them), and stays open until you leave.",
        )

    def _line(self, code: str) -> str:
        proof = f" --fingerprint {self.fingerprint}" if self.fingerprint else ""
        return f"second-round join {self.address.public} --code {code}{proof}"
