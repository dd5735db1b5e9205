"""A second-round with a fault in it: run as a program by `test_terminal.py`.

Arguments: the place of the fault, such as `simulator.sitting:Sitting.take`, how many calls go well before it, and the
command's own.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any, NoReturn

SECRET = "what nobody should read"


def fail() -> NoReturn:
    """Fail as a fault would, with something of the user's in the message, in a local and on the line itself."""
    answer = f"{SECRET}: {SECRET}"
    raise RuntimeError(answer)  # what nobody should read


def break_at(place: str, after: int) -> None:
    """Let the function at `place` fail once it was called `after` times."""
    module, _, names = place.partition(":")
    *owners, name = names.split(".")
    owner: Any = importlib.import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    sound, calls = getattr(owner, name), 0

    def broken(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        return sound(*arguments, **named) if calls <= after else fail()

    setattr(owner, name, broken)


if __name__ == "__main__":
    break_at(sys.argv[1], int(sys.argv[2]))
    from simulator.cli import main

    main(sys.argv[3:])
