"""An interview: actions in, turns out.

Every line is a function of the plan and the turns before it. So the turns that a crash kept from being written are
simply the ones that come next when the rest is taken up again.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import msgspec

from simulator.files import InputError
from simulator.interview import actions, coaching
from simulator.interview.plan import Plan
from simulator.interview.room import next_line
from simulator.interview.settling import CHOICES
from simulator.interview.state import State
from simulator.text import clean
from simulator.transcript.turns import ACTIONS, CANDIDATE, COACH, LINES, Turn


class NotNowError(InputError):
    """An action that makes no sense at this moment; the message says why, and nothing was recorded."""


class Interview:
    """One interview in progress."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.turns: list[Turn] = []
        self.state = State.of(plan, ())

    @classmethod
    def resume(cls, plan: Plan, turns: Iterable[Turn]) -> tuple[Interview, list[Turn]]:
        """Take an interview up after `turns`.

        Returns it with the turns still owed: those that had not been written when it broke off. They are part of the
        interview already; whoever keeps the transcript writes them first.
        """
        interview = cls(plan)
        interview.turns = list(turns)
        interview.state = State.of(plan, interview.turns)
        return interview, interview.owed()

    def take(self, action: actions.Action, *, at: float) -> list[Turn]:
        """Return the turns that `action` leads to, itself first.

        `at` is seconds of room time, 0 or more; an earlier one than the last turn's counts as the last turn's.
        `NotNowError` is raised for an action that makes no sense now.
        """
        return [self.record(action, at=at), *self.owed()]

    def record(self, action: actions.Action, *, at: float, sent: int = 0, by: str = CANDIDATE) -> Turn:
        """Return the turn of `action` itself; `owed` has what follows from it. Raises as `take` does.

        `sent` is the number it came with over a line, so that the transcript tells whether it came before; `by` is who
        sits where it was done, the candidate or the coach.
        """
        if not math.isfinite(at) or at < 0:
            raise ValueError(f"a time in the room is a number from 0, not {at}")
        self._check(action)
        fields: dict[str, Any] = {"question": self.state.item.question if self.state.item else ""}
        fields |= {name: getattr(action, name) for name in action.__struct_fields__}
        fields |= {name: clean(value) for name, value in fields.items() if isinstance(value, str)}
        fields["speaker"] = fields.get("speaker") or self._speaker(action, by)
        if isinstance(action, actions.TakeBack):
            fields["cause"] = self._last_said().n
        if isinstance(action, actions.AskQuestion) and not action.to:
            fields["to"] = coaching.fitting(self.state, action.question).id
        turn = Turn(
            n=self.state.last + 1,
            at=round(max(at, self.state.at), 3),
            kind=action.kind,
            visible=ACTIONS[action.kind],
            sent=sent,
            **fields,
        )
        self._add(turn)
        return turn

    def owed(self) -> list[Turn]:
        """Return, and take in, what the room does until it is the candidate's move."""
        lines: list[Turn] = []
        while line := next_line(self.state):
            turn = Turn(
                n=self.state.last + 1,
                at=self.state.at,
                visible=LINES[line.kind],
                cause=self.state.action,
                **msgspec.structs.asdict(line),
            )
            self._add(turn)
            lines.append(turn)
        return lines

    def _add(self, turn: Turn) -> None:
        self.turns.append(turn)
        if turn.kind == "take_back":
            self.state = State.of(self.plan, self.turns)
        else:
            self.state.apply(turn)

    def _speaker(self, action: actions.Action, by: str) -> str:
        if isinstance(action, actions.Say | actions.Interrupt):
            return self.state.speaker or self.state.lead.id
        if isinstance(action, actions.BY_WHOEVER_SITS_THERE):
            return by
        return COACH if isinstance(action, actions.BY_COACH) else CANDIDATE

    def _last_said(self) -> Turn:
        """Return the last answer or skip that still stands and can be taken back."""
        for turn in reversed(self.turns):
            if turn.kind in ("answer", "skip"):
                return turn
            if turn.kind == "take_back":
                break
        raise NotNowError("there is no answer to take back")

    def _check(self, action: actions.Action) -> None:
        """Raise `NotNowError` where `action` makes no sense now."""
        state = self.state
        if isinstance(action, actions.Begin):
            if state.begun:
                raise NotNowError("the interview has begun already")
        elif not state.begun:
            raise NotNowError("the interview has not begun")
        elif state.ended and not isinstance(action, actions.AFTER_THE_END):
            raise NotNowError("the interview has ended")
        elif not state.ended and isinstance(action, actions.ONLY_AFTER_THE_END):
            raise NotNowError("that is for after the interview")
        elif state.paused and not isinstance(action, actions.WHILE_PAUSED):
            raise NotNowError("the interview is paused; resume it first")
        elif isinstance(action, actions.Resume) and not state.paused:
            raise NotNowError("the interview is not paused")
        self._check_fields(action)

    def _check_fields(self, action: actions.Action) -> None:
        match action:
            case actions.Answer(spoken=True):
                pass  # what was said aloud need not be written down
            case (
                actions.Answer(text=text)
                | actions.AskInterviewer(text=text)
                | actions.Say(text=text)
                | actions.Interrupt(text=text)
            ):
                if not clean(text).strip():
                    raise NotNowError("there is nothing in it to say")
            case actions.TakeBack():
                self._last_said()
            case actions.Wait(seconds=seconds) | actions.HoldSilence(seconds=seconds):
                if not (math.isfinite(seconds) and seconds >= 0):
                    raise NotNowError("a silence lasts some seconds, such as 10")
            case actions.Settle(why=choice) if choice not in CHOICES:
                raise NotNowError(f"it is one of {', '.join(CHOICES)}")
            case actions.Rate(score=score) if not 0 <= score <= 5:
                raise NotNowError("a rating is a whole number from 1 to 5, or 0 where nothing was observed")
            case _:
                pass
        if problem := coaching.problem_with(self.state, action, self.turns):
            raise NotNowError(problem)
