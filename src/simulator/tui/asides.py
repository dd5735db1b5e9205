"""What a candidate writes beside the answers: a question to the interviewers, a note for themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from simulator.interview import actions

if TYPE_CHECKING:
    from textual.app import App

NOTE = (
    "For your own eyes, and a coach's; interviewers never see it. With “company:”, “position:” or “answers:” before it "
    "you find it again under that."
)

ASIDES = {
    "ask": ("Ask", "Your question to the interviewers.", actions.AskInterviewer),
    "note": ("Note", NOTE, actions.OwnNote),
}


class Asides:
    """One line at a time; what was written and not sent stays until the next time. `take` does what was sent."""

    def __init__(self, take: Callable[[actions.Action], bool]) -> None:
        self._take = take
        self._unsent = dict.fromkeys(ASIDES, "")

    def open(self, app: App[None], what: Literal["ask", "note"]) -> None:
        """Ask for the line."""
        from simulator.tui.screens.cards import Ask

        title, explanation, action = ASIDES[what]

        def written(result: tuple[str, bool] | None) -> None:
            text, sent = result or ("", False)
            self._unsent[what] = "" if sent and self._take(action(text)) else text

        app.push_screen(Ask(title, explanation, self._unsent[what]), written)
