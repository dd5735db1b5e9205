"""How quick the screens are, in a real pseudo-terminal, against floor programs in the same run.

    python -m benchmarks.tui [RUNS]

Every run starts each case once, in an order shuffled by a fixed seed, after one that is thrown away; so a machine that
slows down slows all of them. Ratios to the floors are what counts, the milliseconds are for orientation. Linux only.
"""

from __future__ import annotations

import datetime as dt
import random
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.terminal import Terminal, clock, environment
from simulator.archive import Archive
from simulator.interview import actions
from simulator.sitting import start

PROGRAM = Path(sys.executable).with_name("second-round")
FLOORS = Path(__file__).parent / "floors"
NOW = dt.datetime(2026, 11, 2, 9, 30, tzinfo=dt.UTC)
LINE = "The interviewer asks about the design of the cache and how you measured its hit rate over time. "
ANSWERS = (
    "I led a team of six people at Brightwater for three years, and we cut late orders from 12 to 4 percent.",
    "In March a customer rang about a late delivery; I called the depot and it arrived two days later.",
    "I would want 34,000 pounds, and I can start in two months.",
)
LETTERS = "qzxjkvw"
"""Rare in text, so that how often they stand on the screen changes only when one is typed."""

EMPTY_BOX = r"send · \S+ new line ─"

CALM_AFTER = 11.0
"""Seconds without a key until the cursor has ceased to blink."""

IDLE = 8.0
"""Seconds over which doing nothing is measured: processor time is counted in hundredths."""

OVER = "Enter Debrief"

Found = dict[str, list[float]]


@dataclass
class Run:
    """A program under measurement, and what was found so far."""

    terminal: Terminal
    chance: random.Random
    found: Found = field(default_factory=lambda: defaultdict(list))

    def paint(self, pattern: str) -> None:
        """Measure from the start of the process until the screen shows something; then let it come to rest."""
        self.found["paint"].append(1000 * (self.terminal.wait(self.terminal.shows(pattern)) - self.terminal.started))
        self.terminal.settle(0.6)

    def until(self, name: str, began: float, true: Callable[[], bool]) -> None:
        """Measure from `began` until `true()` holds."""
        self.found[name].append(1000 * (self.terminal.wait(true) - began))

    def key(self, name: str, keys: str, pattern: str) -> None:
        """Measure from a key until the screen shows something."""
        began = self.terminal.send(keys)
        self.until(name, began, self.terminal.shows(pattern))
        self.terminal.settle(0.3)

    def echo(self, count: int) -> None:
        """Measure from a letter to its being there, out of step with the frames."""
        for number in range(count):
            letter = LETTERS[number % len(LETTERS)]
            before = self.terminal.text.count(letter)
            began = self.terminal.send(letter)
            self.until("echo", began, lambda: self.terminal.text.count(letter) > before)  # noqa: B023  # used at once
            self.terminal.rest(0.04 * self.chance.uniform(0.6, 1.4))

    def probe(self, name: str, began: float, letter: str) -> None:
        """Measure how long the program is deaf: from `began` until a letter typed now is there."""
        before = self.terminal.text.count(letter)
        self.terminal.send(letter)
        self.until(name, began, lambda: self.terminal.text.count(letter) > before)
        self.terminal.settle(0.5)

    def idle(self, seconds: float) -> None:
        """Measure the share of one core, in percent, that doing nothing takes once nobody has moved for a while."""
        self.terminal.rest(CALM_AFTER)
        before = self.terminal.cpu()
        self.terminal.rest(seconds)
        self.found["idle"].append(100 * (self.terminal.cpu() - before) / seconds)

    def memory(self) -> None:
        """Note the resident memory in MiB."""
        self.found["memory"].append(self.terminal.memory())


def hello(run: Run) -> None:
    run.paint("READY")
    run.memory()


def chat(run: Run) -> None:
    run.paint("Msg 49")
    run.echo(40)
    run.key("screen", "\x0e", "SECOND")
    run.memory()


def home(run: Run) -> None:
    run.paint("Ada Lovelace")
    run.key("form", "n", "Begin the interview")
    run.key("back", "\x1b", "Enter Continue")
    run.key("settings", ",", "Reading width")
    run.key("back", "\x1b", "Enter Continue")
    run.key("keys", "\x1bOP", "Esc back")
    run.idle(IDLE)
    run.memory()


def interview(run: Run) -> None:
    run.paint(r"question \d+ of")
    run.memory()
    run.echo(40)
    run.idle(IDLE)


def answers(run: Run) -> None:
    run.paint(r"question \d+ of")
    while not run.terminal.shows(OVER)():
        run.terminal.paste(run.chance.choice(ANSWERS))
        run.terminal.settle(0.15)
        run.key("answer", "\r", f"{EMPTY_BOX}|{OVER}")


def long_interview(run: Run) -> None:
    run.paint(r"question \d+ of")
    run.terminal.paste("A word")
    run.terminal.settle(0.3)
    run.key("append", "\r", EMPTY_BOX)
    run.probe("focus", run.terminal.send("\x1b[O"), "Q")
    run.terminal.send("\x1b[I")
    run.terminal.settle(0.3)
    began = run.terminal.resize(100, 30)
    run.terminal.send("Z")
    run.until("resize", began, run.terminal.shows(r"(?s)Z.*F1 Keys"))
    run.memory()


def replay(run: Run) -> None:
    run.paint("■ the end")
    run.memory()
    run.key("beginning", "\x1b[H", "‖ stopped")
    run.key("end", "\x1b[F", "■ the end")


@dataclass(frozen=True)
class Case:
    """A program and what is done with it; `arguments` are those of our own command, none for a floor."""

    name: str
    steps: Callable[[Run], None]
    home: str = ""
    arguments: tuple[str, ...] = ()


CASES = (
    Case("hello", hello),
    Case("chat", chat),
    Case("home", home, "short"),
    Case("interview", interview, "short", ("resume",)),
    Case("answers", answers, "short", ("practice", "--candidate", "Grace Hopper")),
    Case("long interview", long_interview, "long", ("resume",)),
    Case("replay", replay, "long", ("replay", "0001-panel", "--speed", "0")),
)


@dataclass(frozen=True)
class Budget:
    """What is allowed: a share of a floor, or so much of the measure's own unit."""

    what: str
    case: str
    measure: str
    percentile: int
    most: float
    floor: tuple[str, str] | None = None
    unit: str = "ms"


BUDGETS = (
    Budget("first paint, home", "home", "paint", 50, 1.25, ("hello", "paint")),
    Budget("first paint, interview of 50 turns", "interview", "paint", 50, 1.25, ("chat", "paint")),
    Budget("echo in the answer box, p50", "interview", "echo", 50, 1.3, ("chat", "echo")),
    Budget("echo in the answer box, p95", "interview", "echo", 95, 1.3, ("chat", "echo")),
    Budget("echo in the answer box, p99", "interview", "echo", 99, 1.3, ("chat", "echo")),
    Budget("answer to the next line, p50", "answers", "answer", 50, 30),
    Budget("answer to the next line, p95", "answers", "answer", 95, 80),
    Budget("key to another screen: form", "home", "form", 50, 60),
    Budget("key to another screen: settings", "home", "settings", 50, 60),
    Budget("key to another screen: keys", "home", "keys", 50, 60),
    Budget("5,000 turns: first paint", "long interview", "paint", 50, 800),
    Budget("5,000 turns: append", "long interview", "append", 50, 20),
    Budget("5,000 turns: deaf after focus loss", "long interview", "focus", 50, 60),
    Budget("5,000 turns: deaf after a resize", "long interview", "resize", 50, 500),
    Budget("replay of 5,000 turns: first paint", "replay", "paint", 50, 800),
    Budget("replay of 5,000 turns: to the beginning", "replay", "beginning", 50, 60),
    Budget("replay of 5,000 turns: to the end", "replay", "end", 50, 60),
    Budget("memory, interview of 50 turns", "interview", "memory", 50, 45, unit="MiB"),
    Budget("memory, interview of 5,000 turns", "long interview", "memory", 50, 60, unit="MiB"),
    Budget("memory, replay of 5,000 turns", "replay", "memory", 50, 60, unit="MiB"),
    Budget("idle, home", "home", "idle", 50, 0.5, unit="%"),
    Budget("idle, interview", "interview", "idle", 50, 0.5, unit="%"),
)


def prepare(folder: Path, notes: int) -> None:
    """Write a home directory with an unfinished interview of about 50 turns, and so many notes before them."""
    (folder / "config.toml").write_text('pacing = "off"\n')
    with start(Archive(folder), candidate="Ada Lovelace", round_id="panel", seed=1, now=NOW) as sitting:
        sitting.take(actions.Begin())
        for _ in range(notes):
            sitting.take(actions.OwnNote(LINE * 2))
        for number in range(100):
            if len(sitting.transcript.turns) >= notes + 50:
                break
            sitting.take(actions.Answer(f"{ANSWERS[number % len(ANSWERS)]} {ANSWERS[(number + 1) % len(ANSWERS)]}"))


def run_case(case: Case, homes: dict[str, Path], chance: random.Random) -> Found:
    """Run a case once, in a copy of its home directory."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(FLOORS / f"{case.name}.py")]
        if case.home:
            shutil.copytree(homes[case.home], folder, dirs_exist_ok=True)
            command = [sys.executable, str(PROGRAM), *case.arguments, "--home", folder]
        with Terminal(command, environment(Path(folder))) as terminal:
            run = Run(terminal, chance)
            case.steps(run)
            return run.found


def measured(runs: int) -> dict[str, Found]:
    """Run all cases, interleaved, and return the samples of each measure."""
    chance = random.Random(1)
    pooled: dict[str, Found] = {case.name: defaultdict(list) for case in CASES}
    with tempfile.TemporaryDirectory() as folder:
        homes = {"short": Path(folder, "short"), "long": Path(folder, "long")}
        for name, notes in (("short", 0), ("long", 4950)):
            homes[name].mkdir()
            prepare(homes[name], notes)
        for number in range(runs + 1):
            for case in chance.sample(CASES, len(CASES)):
                began = clock()
                found = run_case(case, homes, chance)
                print(f"{number or 'warm-up'} {case.name} {clock() - began:.1f} s", file=sys.stderr, flush=True)
                for measure, samples in found.items() if number else ():
                    pooled[case.name][measure] += samples
    return pooled


def percentile(samples: list[float], share: int) -> float:
    """Return the sample below which so many percent lie."""
    ordered = sorted(samples)
    return statistics.median(ordered) if share == 50 else ordered[min(len(ordered) - 1, len(ordered) * share // 100)]


def rows(pooled: dict[str, Found]) -> Iterator[str]:
    """Yield the lines of a Markdown table: every budget, what was measured, and whether it holds."""
    yield "| measure | measured | floor | ratio | budget | |"
    yield "| --- | ---: | ---: | ---: | ---: | --- |"
    for budget in BUDGETS:
        samples = pooled[budget.case][budget.measure]
        value = percentile(samples, budget.percentile)
        floor = ratio = ""
        allowed, against = f"{budget.most:g} {budget.unit}", value
        if budget.floor:
            lowest = percentile(pooled[budget.floor[0]][budget.floor[1]], budget.percentile)
            against = value / lowest
            floor, ratio, allowed = f"{lowest:.1f} {budget.unit}", f"{against:.2f}", f"{budget.most:g} x"
        holds = "holds" if against <= budget.most else "**over**"
        yield f"| {budget.what} | {value:.1f} {budget.unit} | {floor} | {ratio} | {allowed} | {holds} |"


def main() -> None:
    """Measure everything and print the table."""
    for line in rows(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 10)):
        print(line)


if __name__ == "__main__":
    main()
