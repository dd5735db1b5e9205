"""The terminal user interface: keys become actions, turns become lines on the screen; nothing else happens here."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.archive import Archive
    from simulator.tui.opening import Opening


def run(archive: Archive, opening: Opening) -> int:
    """Run the screens, `opening` first, until the user quits, and return the exit code."""
    import gc
    import sys

    gc.disable()  # until the first screen stands: there is no garbage yet, only much to look at
    from simulator.tui.app import SecondRound
    from simulator.tui.trouble import TROUBLE

    app = SecondRound(archive, opening)
    app.suit_terminal()
    try:
        app.run()
    except TROUBLE:
        raise
    except Exception as error:  # before the first screen stands, or after the last
        from simulator.faults import stopped

        sys.stderr.write(f"{stopped(error, f'everything is saved in {archive.home}')}\n")
        return 1
    return app.return_code or 0
