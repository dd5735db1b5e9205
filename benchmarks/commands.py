"""How long a command takes from start to exit, as a ratio to the bare interpreter in the same run.

    python benchmarks/commands.py [RUNS]

The commands and the floor take turns, so a machine that slows down slows them all. Budgets: a headless command at most
8 times `python -c pass`, `content check` at most 40 times.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FLOOR = ["-c", "pass"]
BUDGETS = {"--help": 8, "transcripts": 8, "candidacies --json": 8, "content list": 40, "content check": 40}


def seconds(arguments: list[str]) -> float:
    """Return the wall time of one run of this interpreter."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Run everything in turn, and print medians and ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as home:
        cases = {
            name: ["-m", "simulator", *name.split(), *(["--home", home] if name != "--help" else [])]
            for name in BUDGETS
        }
        Path(home, "candidacies").mkdir()
        for arguments in [FLOOR, *cases.values()]:
            seconds(arguments)
        times: dict[str, list[float]] = {name: [] for name in ["floor", *cases]}
        for _ in range(runs):
            times["floor"].append(seconds(FLOOR))
            for name, arguments in cases.items():
                times[name].append(seconds(arguments))
    floor = statistics.median(times["floor"])
    print(f"{'command':<20} {'ms':>7} {'ratio':>7} {'budget':>7}")
    print(f"{'python -c pass':<20} {floor * 1000:7.1f} {1:7.1f}")
    for name, budget in BUDGETS.items():
        median = statistics.median(times[name])
        print(f"{name:<20} {median * 1000:7.1f} {median / floor:7.1f} {budget:7}")


if __name__ == "__main__":
    main()
