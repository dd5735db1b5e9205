"""The terminal user interface: keys become actions, turns become lines on the screen; nothing else happens here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.archive import Archive
    from simulator.recall import Recall
    from simulator.replay.recording import Recording
    from simulator.seat import Seat
    from simulator.sitting import Sitting


def run(
    archive: Archive,
    *,
    sitting: Sitting | None = None,
    seat: Seat | None = None,
    recall: Recall | None = None,
    recall_for: tuple[str, str] | None = None,
    coach: bool = False,
    replay: Recording | None = None,
    invitation: Sequence[str] = (),
) -> int:
    """Run the screens until the user quits, and return the exit code.

    It begins with the interview of `sitting` (`coach`: with the coach's side; `invitation`: how others join), a `seat`
    at one elsewhere, the remembered round of `recall`, the form for one by the candidate and for the process of
    `recall_for`, or a `replay`; else with the home screen.
    """
    import gc

    gc.disable()  # until the first screen stands: there is no garbage yet, only much to look at
    from simulator.tui.app import SecondRound

    app = SecondRound(
        archive,
        sitting=sitting,
        seat=seat,
        recall=recall,
        recall_for=recall_for,
        coach=coach,
        invitation=invitation,
        replay=replay,
    )
    app.suit_terminal()
    app.run()
    return app.return_code or 0
