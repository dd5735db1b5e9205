"""A player: a transcript, a place in it, and a pace; how much time goes by, the front end says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from simulator.replay.marks import Mark, marks_of
from simulator.transcript.turns import Transcript, Turn, Viewer, seen_by

SPEEDS = (0.5, 1.0, 2.0, 4.0, 8.0, 16.0)
"""Times the room's own pace."""

SPACING = 1.0
"""Seconds between two lines that came at the same moment, so that one can be read before the next is there."""

SILENT = frozenset({"begin", "wait", "typing"})
"""Kinds of turn that nothing is heard or seen of."""


class Player:
    """A transcript as it happened, up to a place in it.

    `viewer` is who looks on; with `reveal` they see what the interviewers had kept to themselves up to that place, as
    far as that is theirs to see after the end. `longest` is how many seconds of silence are played in full (None:
    all). `place` counts the turns that have happened, whoever may see them.
    """

    def __init__(
        self,
        transcript: Transcript,
        viewer: Viewer = "candidate",
        *,
        reveal: bool = False,
        longest: float | None = None,
    ) -> None:
        self.transcript = transcript
        self.viewer = viewer
        self.place = 0
        self.playing = False
        self.speed = 1.0
        self._reveal = reveal
        self._longest = longest
        self._now = 0.0
        self._lay_out()

    # What there is

    @property
    def can_reveal(self) -> bool:
        """Whether there is anything this viewer may have revealed: before the end of an interview only a coach."""
        return self.viewer == "coach" or self.transcript.ended

    @property
    def reveal(self) -> bool:
        """Whether what the interviewers had kept to themselves is shown."""
        return self._reveal and self.can_reveal

    @reveal.setter
    def reveal(self, reveal: bool) -> None:
        self._reveal = reveal
        self._lay_out()

    @property
    def longest(self) -> float | None:
        """Seconds of silence that are played in full; None for all of them."""
        return self._longest

    @longest.setter
    def longest(self, longest: float | None) -> None:
        self._longest = longest
        self._lay_out()

    def shown(self) -> Transcript:
        """Return what is seen at this place: nothing from later, and nothing hidden unless it is revealed."""
        return self._seen(self.transcript.turns[: self.place])

    @property
    def turns(self) -> Sequence[Turn]:
        """The turns to be seen in the whole of it."""
        return self._visible

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks among the turns to be seen; their `place` is a place to go to."""
        return self._marks

    @property
    def now(self) -> float:
        """Seconds of the replay at this place, at the pace of the room."""
        return self._now

    @property
    def total(self) -> float:
        """Seconds the whole replay takes at the pace of the room."""
        return self._starts[-1] if self._starts else 0.0

    @property
    def at_end(self) -> bool:
        """Whether everything has happened."""
        return self.place == len(self.transcript.turns)

    def start_of(self, place: int) -> float:
        """Return the second of the replay at which the turn before `place` comes."""
        return self._starts[place - 1] if place else 0.0

    def place_of(self, n: int) -> int:
        """Return the place at which turn `n` has happened; the end where there is none."""
        turns = self.transcript.turns
        return next((place for place, turn in enumerate(turns, start=1) if turn.n == n), len(turns))

    # Playing

    def play(self) -> None:
        """Go on; from the beginning where the end was reached."""
        if self.at_end:
            self.seek(0.0)
        self.playing = True

    def pause(self) -> None:
        """Stop where it is."""
        self.playing = False

    def faster(self) -> None:
        """Take the next higher speed there is."""
        self.speed = next((speed for speed in SPEEDS if speed > self.speed), self.speed)

    def slower(self) -> None:
        """Take the next lower speed there is."""
        self.speed = next((speed for speed in reversed(SPEEDS) if speed < self.speed), self.speed)

    def elapse(self, seconds: float) -> bool:
        """Let `seconds` of the front end's time go by; return whether more has happened."""
        if not self.playing:
            return False
        before = self.place
        self._now = min(self._now + seconds * self.speed, self.total)
        self.place = bisect_right(self._starts, self._now)
        self.playing = not self.at_end
        return self.place != before

    @property
    def next_in(self) -> float:
        """Seconds of the front end's time until the next turn comes; 0 where there is none."""
        return 0.0 if self.at_end else max(self._starts[self.place] - self._now, 0.0) / self.speed

    # Going elsewhere

    def go_to(self, place: int) -> None:
        """Go to where `place` turns have happened."""
        self.place = min(max(place, 0), len(self.transcript.turns))
        self._now = self.start_of(self.place)
        self.playing = self.playing and not self.at_end

    def seek(self, second: float) -> None:
        """Go to a second of the replay; what is seen first is seen from the beginning on."""
        second = min(max(second, 0.0), self.total)
        first = self._places[0] if self._places else 0
        self.go_to(max(bisect_right(self._starts, second), first))
        self._now = max(second, self._now if self.place == first else 0.0)

    def step(self, by: int) -> None:
        """Go `by` turns that can be seen on, or back where it is negative."""
        places = self._places
        if by > 0:
            index = bisect_right(places, self.place) + by - 1
            self.go_to(places[index] if index < len(places) else len(self.transcript.turns))
        elif by < 0 and places:
            self.go_to(places[max(bisect_left(places, self.place) + by, 0)])

    def next_mark(self, kind: str = "") -> Mark | None:
        """Go to the next mark of `kind` ("": any) and return it; None where there is none."""
        return self._go(next((mark for mark in self._of(kind) if mark.place > self.place), None))

    def previous_mark(self, kind: str = "") -> Mark | None:
        """Go to the mark of `kind` ("": any) before this place and return it; None where there is none."""
        return self._go(next((mark for mark in reversed(self._of(kind)) if mark.place < self.place), None))

    def question(self) -> Turn | None:
        """Return the question that is being talked about at this place."""
        happened = reversed(self.transcript.turns[: self.place])
        return next((turn for turn in happened if turn.kind == "question" and turn.question), None)

    def _of(self, kind: str) -> list[Mark]:
        return [mark for mark in self._marks if kind in ("", mark.kind)]

    def _go(self, mark: Mark | None) -> Mark | None:
        if mark is not None:
            self.go_to(mark.place)
        return mark

    # How it is laid out in time

    def _seen(self, turns: tuple[Turn, ...]) -> Transcript:
        so_far = Transcript(header=self.transcript.header, turns=turns)
        return so_far if self.reveal and self.viewer == "coach" else seen_by(so_far, "candidate", ended=self.reveal)

    def _lay_out(self) -> None:
        self._visible = self._seen(self.transcript.turns).turns
        wanted = {turn.n for turn in self._visible if turn.kind not in SILENT}
        turns = self.transcript.turns
        self._places = [place for place, turn in enumerate(turns, start=1) if turn.n in wanted]
        self._marks = tuple(mark for mark in marks_of(turns) if mark.n in wanted)
        self._starts = list(accumulate(self._gaps(wanted)))
        self._now = self.start_of(self.place)

    def _gaps(self, wanted: set[int]) -> list[float]:
        """Return the seconds before each turn; one that is not seen takes none of its own."""
        gaps = []
        waited = before = 0.0
        least = 0.0  # the first line is not kept waiting
        for turn in self.transcript.turns:
            waited += max(turn.at - before, 0.0)
            before = max(turn.at, before)
            if turn.n not in wanted:
                gaps.append(0.0)
                continue
            gaps.append(max(waited if self._longest is None else min(waited, self._longest), least))
            waited, least = 0.0, SPACING
        return gaps
