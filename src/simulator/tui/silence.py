"""The silence after a question: told to the interview once, if nobody begins to type."""

from __future__ import annotations

from simulator.interview import actions
from simulator.seat import Seat


class Silence:
    """Watches over the open line."""

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._line = 0
        self._since = 0.0
        self._typed = False
        self._waited = False

    def look(self) -> None:
        """Begin to count where another line is open now."""
        line = self._seat.open_line
        if line is not None and line.n != self._line:
            self._line = line.n
            self._since = self._seat.seconds
            self._typed = self._waited = False

    def broken(self) -> bool:
        """Take note that somebody types; tell whether that is news."""
        news = not self._typed and self._seat.open_line is not None and not self._seat.paused
        self._typed = self._typed or news
        return news

    def lasts(self, text: str) -> float:
        """Return for how many seconds nobody has said or typed anything; `text` is what stands in the box."""
        if self._seat.open_line is None or text or self._typed or self._seat.paused:
            return 0.0
        return self._seat.seconds - self._since

    def over(self, text: str) -> actions.Wait | None:
        """Return the wait to tell of, once, when the interviewer's patience is over and nothing stands in the box."""
        line = self._seat.open_line
        if line is None or self._seat.looks_on or text or self._typed or self._waited or self._seat.paused:
            return None
        patience = self._seat.patience
        if self._seat.seconds - self._since < patience:
            return None
        self._waited = True
        return actions.Wait(patience)
