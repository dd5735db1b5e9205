"""A second-round that is killed in the middle of writing: run as a program by `test_kill.py`.

Arguments: the number of the write or fsync at which to die (0: never), where in it, and the command's own.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

WHERE = ("before", "half", "after")


def die_at(number: int, where: str) -> None:
    """Replace the two calls that reach the disk by ones that count, and kill this process at the `number`th."""
    count = 0
    write, fsync = os.write, os.fsync

    def killing(call: Callable[..., Any], descriptor: Any, *data: Any) -> Any:
        nonlocal count
        count += 1
        if count != number:
            return call(descriptor, *data)
        if where == "half" and data:
            call(descriptor, bytes(data[0])[: len(data[0]) // 2])
        if where == "after":
            call(descriptor, *data)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError

    os.write = lambda descriptor, data: killing(write, descriptor, data)
    os.fsync = lambda descriptor: killing(fsync, descriptor)  # type: ignore[assignment]


if __name__ == "__main__":
    die_at(int(sys.argv[1]), sys.argv[2])
    from simulator.cli import main

    main(sys.argv[3:])
