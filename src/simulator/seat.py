"""A seat at an interview: what a front end drives, whether the interview runs here or at the other end of a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from simulator.files import InputError
from simulator.interview import actions
from simulator.transcript.turns import Header, Transcript, Turn

if TYPE_CHECKING:
    from simulator.interview.plan import Plan

TAKE_BACK_SECONDS = 10.0
"""How long after sending an answer a screen offers to take it back."""

Told = Callable[[], None]


class OverError(InputError):
    """The other side has closed the room; everything is kept there."""


class Seat(Protocol):
    """An interview in progress, as far as whoever sits here may see it.

    What happened is read from `transcript`, whoever did it; a front end shows the turns it has not shown yet, after
    each action of its own and each time it is told that there are more.
    """

    @property
    def header(self) -> Header:
        """The interview's header."""

    @property
    def transcript(self) -> Transcript:
        """All that happened so far."""

    @property
    def plan(self) -> Plan | None:
        """What the interview follows; None where that is kept elsewhere."""

    @property
    def begun(self) -> bool:
        """Whether the candidate is in the room."""

    @property
    def ended(self) -> bool:
        """Whether the interview has come to its end."""

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""

    @property
    def open_line(self) -> Turn | None:
        """What the candidate is expected to answer."""

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions were asked, and how many there are."""

    @property
    def seconds(self) -> float:
        """Room time so far."""

    @property
    def minutes(self) -> int:
        """How long the round is planned to take."""

    @property
    def patience(self) -> float:
        """Seconds of silence after which whoever has the floor helps."""

    @property
    def owed(self) -> list[Turn]:
        """What had still to be said when the interview broke off."""

    @property
    def recovered(self) -> str:
        """What was wrong with the file, if anything."""

    @property
    def kept_in(self) -> str:
        """Where the transcript is kept, as a person is told."""

    @property
    def line(self) -> str:
        """What is the matter with the line to the room; empty where all is well, or there is none."""

    @property
    def looks_on(self) -> bool:
        """Whether this is an observer's seat, where nothing can be done."""

    @property
    def being_typed(self) -> str:
        """What the candidate is typing elsewhere, as far as it may be seen from here."""

    def about(self, person: str) -> str:
        """Return the card of the interviewer of that id."""

    def take(self, action: actions.Action) -> Sequence[Turn]:
        """Do `action`, and return what it has led to by now; it is on a disk by then, here or there.

        `NotNowError` is raised for one that makes no sense now, `InputError` where it can't be kept; in both cases
        nothing happened.
        """

    def wait(self, seconds: float | None = None) -> None:
        """Wait until everything sent has been dealt with, for at most so many seconds.

        `NotNowError` is raised for what was refused, or is on its way still.
        """

    def refused(self) -> tuple[actions.Action, str] | None:
        """Return something sent that was refused, and why; each once."""

    def notices(self) -> list[str]:
        """Return what there is to say about the line, each once."""

    def listen(self, told: Told) -> None:
        """Have `told` called, in whatever thread, each time something may have changed."""

    def can_take_back(self) -> bool:
        """Tell whether the last thing sent is an answer that may still be taken back on a screen."""

    def typing(self, text: str) -> None:
        """Let those who may see it see what is being typed."""

    def save_draft(self, text: str) -> bool:
        """Keep an answer that was not sent yet, and return whether the disk took it."""

    def draft(self) -> str:
        """Return the answer that was not sent yet."""

    def close(self) -> None:
        """Let it go; everything is kept already."""


def may_be_taken_back(turns: Sequence[Turn], seconds: float) -> bool:
    """Tell whether the last thing sent is an answer, and young enough at `seconds` of room time."""
    sent = (turn for turn in reversed(turns) if turn.kind in ("answer", "skip", "take_back"))
    last = next(sent, None)
    return last is not None and last.kind == "answer" and seconds - last.at <= TAKE_BACK_SECONDS
