"""The commands: parse, call, print, exit code."""

from simulator.cli.program import main

__all__ = ["main"]
