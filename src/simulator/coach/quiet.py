"""A logger that says nothing: what a library has to say of broken lines would stand in the middle of a screen."""

from __future__ import annotations

import logging

QUIET = logging.getLogger("simulator.coach")
QUIET.addHandler(logging.NullHandler())
QUIET.propagate = False
