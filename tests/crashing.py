"""A second-round with a fault in it: run as a program by `test_terminal.py`.

Arguments: the place of the fault, such as `simulator.sitting:Sitting.take`; how many calls go well before it, or the
path of a file that is there once one is to fail; the command's own.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

SECRET = "what nobody should read"


def fail() -> NoReturn:
    """Fail as a fault would, with something of the user's in the message, in a local and on the line itself."""
    answer = f"{SECRET}: {SECRET}"
    raise RuntimeError(answer)  # what nobody should read


def break_at(place: str, due: Callable[[int], bool]) -> None:
    """Let the function at `place` fail where `due` says so of the number of the call."""
    module, _, names = place.partition(":")
    *owners, name = names.split(".")
    owner: Any = importlib.import_module(module)
    for each in owners:
        owner = getattr(owner, each)
    sound, calls = getattr(owner, name), 0

    def broken(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        return fail() if due(calls) else sound(*arguments, **named)

    setattr(owner, name, broken)


if __name__ == "__main__":
    when = sys.argv[2]
    break_at(sys.argv[1], lambda calls: calls > int(when) if when.isdigit() else Path(when).exists())
    from simulator.cli import main

    main(sys.argv[3:])
