"""A sitting: one interview in progress, with the journal and the clock around it.

Every front end drives this and decides nothing itself: it turns keys or lines into actions, and turns into pixels or
lines.
"""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal, Self

import msgspec

from simulator.archive import Archive, Candidacy, Kept
from simulator.content import CLASSIC
from simulator.content.check import check_own
from simulator.content.library import Library, freeze, load_library
from simulator.files import InputError
from simulator.interview import Interview, Plan, actions
from simulator.interview.planning import plan_round
from simulator.interview.state import State
from simulator.seat import Told, may_be_taken_back
from simulator.text import one_line
from simulator.transcript.journal import Journal
from simulator.transcript.reading import exchanges, time_cut
from simulator.transcript.turns import CANDIDATE, Branch, Header, Hints, Transcript, Turn, Viewer, seen_by


class Clock:
    """Room time: seconds that go on only while somebody is in the room."""

    def __init__(self, start: float, tick: Callable[[], float] = time.monotonic) -> None:
        self._tick = tick
        self._before = start
        self._since: float | None = tick()

    def now(self) -> float:
        """Return the seconds of room time so far."""
        return self._before + (self._tick() - self._since if self._since is not None else 0.0)

    def stop(self) -> None:
        """Stop: a pause."""
        self._before, self._since = self.now(), None

    def go_on(self) -> None:
        """Go on after a pause."""
        if self._since is None:
            self._since = self._tick()


class Sitting:
    """One interview in progress: interview, journal and clock.

    `owed` are the turns that had still to be said when the interview broke off; `recovered` says what was wrong with
    the file, if anything. Several may drive it at once, each in a thread of its own: `lock` keeps what belongs together
    together.
    """

    line = ""
    looks_on = False

    def __init__(self, journal: Journal, plan: Plan, tick: Callable[[], float] = time.monotonic) -> None:
        self.lock = threading.RLock()
        self._listeners: list[Told] = []
        self._announced: list[str] = []
        self.sits_here = CANDIDATE
        """Who does what comes over no line: the coach, where the candidate joins from elsewhere."""
        self.being_typed = ""
        """What the candidate is typing at the other end of a line, where they let it be seen."""
        self._journal = journal
        self.plan: Plan = plan
        self.recovered = journal.recovered
        stored = journal.transcript.turns
        self.resumed = bool(stored)
        self._interview, self._unwritten = Interview.resume(plan, stored)
        self._clock = Clock(stored[-1].at if stored else 0.0, tick)
        if self._interview.state.paused:
            self._clock.stop()
        self.owed = self._write_owed()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def header(self) -> Header:
        """The interview's header."""
        return self.plan.header

    @property
    def path(self) -> Path:
        """Where the transcript lies."""
        return self._journal.path

    @property
    def transcript(self) -> Transcript:
        """All that happened so far."""
        return self._journal.transcript

    @property
    def begun(self) -> bool:
        """Whether the candidate is in the room."""
        return self._interview.state.begun

    @property
    def ended(self) -> bool:
        """Whether the interview has come to its end."""
        return self._interview.state.ended

    @property
    def paused(self) -> bool:
        """Whether the clock stands still."""
        return self._interview.state.paused

    @property
    def open_line(self) -> Turn | None:
        """What the candidate is expected to answer."""
        state = self._interview.state
        return state.open_line if state.open else None

    @property
    def state(self) -> State:
        """Where the interview stands, for a coach's eyes."""
        return self._interview.state

    @property
    def progress(self) -> tuple[int, int]:
        """How many questions were asked, and how many there are."""
        state = self._interview.state
        return state.asked, state.asked + sum(bool(item.question) for item in state.agenda)

    @property
    def seconds(self) -> float:
        """Room time so far."""
        return self._clock.now()

    @property
    def minutes(self) -> int:
        """How long the round is to take, as planned or since its time was cut."""
        cut = time_cut(self.transcript.turns)
        return int(cut.at // 60) + cut.minutes if cut else self.plan.round.minutes

    @property
    def patience(self) -> float:
        """Seconds of silence after which whoever has the floor helps."""
        return float(self._interview.state.floor.manner.patience)

    @property
    def kept_in(self) -> str:
        """Where the transcript is kept, as a person is told."""
        return str(self.path)

    def about(self, person: str) -> str:
        """Return the card of the interviewer of that id."""
        persona = self.plan.people.get(person)
        return persona.about if persona else ""

    def view(self, viewer: Viewer) -> Transcript:
        """Return what `viewer` may see of the interview so far."""
        return seen_by(self.transcript, viewer)

    def take(self, action: actions.Action, *, sent: int = 0) -> list[Turn]:
        """Do `action`, and return what it led to, itself first; all of it is on the disk by then.

        The action is written before anything is made of it; `sent` is the number it came with over a line.
        `NotNowError` is raised for one that makes no sense now, `InputError` where the disk refuses it; in both cases
        nothing happened.
        """
        with self.lock:
            turns = self._take(action, sent)
        self._tell()
        return turns

    def _take(self, action: actions.Action, sent: int) -> list[Turn]:
        late = self._write_owed()
        by = CANDIDATE if sent else self.sits_here
        turn = self._interview.record(action, at=self._clock.now(), sent=sent, by=by)
        try:
            self._journal.append([turn])
        except InputError:
            # It did not happen: the interview goes on from what is on the disk.
            self._interview, self._unwritten = Interview.resume(self.plan, self._journal.transcript.turns)
            raise
        if isinstance(action, actions.Answer) and not sent:
            self._journal.draft.save("")
        if isinstance(action, actions.Pause):
            self._clock.stop()
        if isinstance(action, actions.Resume):
            self._clock.go_on()
        self._unwritten = self._interview.owed()
        return [*late, turn, *self._write_owed()]

    def _write_owed(self) -> list[Turn]:
        """Write what the room has said but the disk did not have yet, and return it."""
        owed = self._unwritten
        self._journal.append(owed)
        self._unwritten = []
        return owed

    def wait(self, seconds: float | None = None) -> None:
        """Do nothing: what is sent here is dealt with at once."""

    def refused(self) -> None:
        """Return nothing: what is refused here is refused at once."""

    def notices(self) -> list[str]:
        """Return what was announced, each once."""
        with self.lock:
            announced, self._announced = self._announced, []
        return announced

    def announce(self, text: str) -> None:
        """Have every front end say `text`: something about the room that is no part of the interview."""
        with self.lock:
            self._announced.append(text)
        self._tell()

    def show_typing(self, text: str) -> None:
        """Take note of what the candidate is typing elsewhere."""
        self.being_typed = text
        self._tell()

    def _tell(self) -> None:
        for told in self._listeners:
            told()

    def listen(self, told: Told) -> None:
        """Have `told` called after each action, in the thread of whoever did it."""
        self._listeners.append(told)

    def can_take_back(self) -> bool:
        """Tell whether the last thing sent is an answer that may still be taken back on a screen."""
        return not self.ended and may_be_taken_back(self.transcript.turns, self.seconds)

    def typing(self, text: str) -> None:
        """Do nothing: whoever may see what is typed here sees the screen."""

    def save_draft(self, text: str) -> bool:
        """Keep an answer that was not sent yet, and return whether the disk took it."""
        return self._journal.draft.save(text)

    def draft(self) -> str:
        """Return the answer that was not sent yet."""
        return self._journal.draft.read()

    def keep(self, what: Literal["tokens", "pem"], data: bytes) -> Path:
        """Keep who may come back to this room, or what it proves itself with, and return where.

        `InputError` is raised where the disk refuses it.
        """
        return self._journal.keep(what, data)

    def kept(self, what: Literal["tokens", "pem"]) -> bytes:
        """Return what was kept; nothing where nothing was."""
        return self._journal.kept(what)

    def close(self) -> None:
        """Let the transcript go; everything is on the disk already."""
        self._journal.close()


def start(
    archive: Archive,
    *,
    process: str = "",
    round_id: str = "",
    candidate: str = "",
    seed: int | None = None,
    hints: Hints = "after",
    new: bool = False,
    now: dt.datetime | None = None,
    library: Library | None = None,
) -> Sitting:
    """Begin the interview that comes next for a candidate, or take up the one left unfinished.

    `process` and `round_id` are ids (default: the classic process, the candidacy's next round), `candidate` is a name.
    `seed` and `hints` are for an interview that begins; `new` begins another attempt even where one is unfinished, at
    `now` (the present time). `library` is the content of the home directory, where it was read already. `InputError`
    is raised for ids that do not exist, for faulty content and without a name.
    """
    library = library or load_library(archive.home)
    now = now or dt.datetime.now(dt.UTC).replace(microsecond=0)
    chosen = library.process(process or CLASSIC)
    if round_id:
        chosen.meeting(round_id)  # before anything is kept
    candidacy = archive.enter(candidate, chosen.id, now)
    left = None if new else candidacy.unfinished(round_id)
    if left is not None:
        return resume(candidacy, left.path)
    meeting = round_id or candidacy.next_round(chosen)
    content = freeze(library, chosen, meeting)
    check_own(library, content, chosen.meeting(meeting))
    plan = plan_round(
        content,
        meeting,
        transcript=candidacy.new_id(meeting),
        candidacy=candidacy.id,
        candidate=candidacy.candidate,
        attempt=candidacy.attempts(meeting) + 1,
        started_at=now,
        digest=candidacy.freeze(content),
        earlier=candidacy.before(chosen, meeting),
        seed=seed,
        hints=hints,
    )
    return Sitting(candidacy.create(plan.header), plan)


def resume(candidacy: Candidacy, path: Path, tick: Callable[[], float] = time.monotonic) -> Sitting:
    """Take up the interview whose transcript lies at `path`; `tick` tells the time in seconds.

    `InputError` is raised where another process has it open, or the content it was run from is gone.
    """
    journal = Journal(path)
    try:
        header = journal.transcript.header
        return Sitting(journal, Plan(header, candidacy.thaw(header.content)), tick)
    except BaseException:
        journal.close()
        raise


def settle(candidacy: Candidacy, transcript: str, action: actions.Settle) -> Transcript:
    """Write the candidate's word on a difference into the interview of that id, and return it as it is then.

    `InputError` is raised where there is none, or it can't be written to now.
    """
    path = next((kept.path for kept in candidacy.kept if kept.header.id == transcript), None)
    if path is None:
        raise InputError(f"{candidacy.transcripts_folder}: holds no transcript “{one_line(transcript, 80)}”")
    with resume(candidacy, path) as ended:
        ended.take(action)
        return ended.transcript


def branch(archive: Archive, kept: Kept, n: int, now: dt.datetime | None = None) -> Sitting:
    """Begin another attempt that is as `kept` was up to its turn `n`, a question, and goes on from there.

    `InputError` is raised for a turn that is no question, and for a transcript that can't be gone on with: one written
    down from memory, or one whose content is not at hand.
    """
    before = kept.transcript
    questions = [exchange.asked.n for exchange in exchanges(before.turns)]
    candidacy = archive.holder(kept.path)
    if candidacy is None:
        raise InputError(f"{kept.path}: comes from elsewhere; only an interview held here can be answered anew")
    if before.header.recalled:
        raise InputError(f"{before.header.id}: was written down from memory; there is nobody to answer anew")
    if n not in questions:
        raise InputError(f"turn {n} of {before.header.id} is no question; these are: {', '.join(map(str, questions))}")
    header = msgspec.structs.replace(
        before.header,
        id=candidacy.new_id(before.header.round),
        attempt=candidacy.attempts(before.header.round) + 1,
        started_at=now or dt.datetime.now(dt.UTC).replace(microsecond=0),
        branched_from=Branch(transcript=before.header.id, n=n),
    )
    plan = Plan(header, candidacy.thaw(header.content))
    return Sitting(candidacy.create(header, [turn for turn in before.turns if turn.n <= n]), plan)


def plan_of(archive: Archive, kept: Kept) -> Plan | None:
    """Return what a kept interview followed, or None where its content is not at hand: a transcript from elsewhere."""
    candidacy = archive.holder(kept.path)
    try:
        return Plan(kept.header, candidacy.thaw(kept.header.content)) if candidacy else None
    except InputError:
        return None
