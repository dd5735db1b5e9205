"""What the terminal itself looks like: asked before the first screen is drawn, where the settings leave it to it."""

from __future__ import annotations

import contextlib
import os
import re
import select
import sys
import termios
import time
import tty

QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
"""Asks for the background's colour, and then for what every terminal tells: so none keeps us waiting."""

PATIENCE = 0.3
"""Seconds to wait for an answer."""

_COLOUR = re.compile(rb"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})")
_END = re.compile(rb"\x1b\[\?[\d;]*c")


def is_light() -> bool:
    """Tell whether the terminal's background is light; one that does not say counts as dark."""
    with contextlib.suppress(OSError, termios.error):
        return _light(_asked())
    return False


def _asked() -> bytes:
    """Return what the terminal answers."""
    keyboard, screen = sys.stdin.fileno(), sys.stdout.fileno()
    before = termios.tcgetattr(keyboard)
    heard, until = b"", time.monotonic() + PATIENCE
    try:
        tty.setcbreak(keyboard, termios.TCSANOW)
        os.write(screen, QUESTION)
        while not _END.search(heard) and (left := until - time.monotonic()) > 0:
            if select.select([keyboard], [], [], left)[0]:
                heard += os.read(keyboard, 1024)
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)
    return heard


def _light(answer: bytes) -> bool:
    """Tell whether an answer names a light colour, by how bright the eye takes it to be."""
    found = _COLOUR.search(answer)
    if found is None:
        return False
    red, green, blue = (int(part, 16) / int(b"f" * len(part), 16) for part in found.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.5  # half as bright as white
