"""Practising line by line: the candidate's commands, and with a coach beside them the coach's."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.files import InputError
from simulator.interview import NotNowError, actions
from simulator.plain.coaching import COACH, CoachCommand, Look, seconds, some
from simulator.plain.lines import Command, Lines, Said
from simulator.plain.output import ClosedError, Output, line_of
from simulator.plain.own_marks import rate_own
from simulator.plain.own_view import tell_own_view
from simulator.plain.settling import settle
from simulator.seat import OverError, Seat
from simulator.sitting import Sitting
from simulator.transcript.reading import in_the_room

if TYPE_CHECKING:
    from simulator.review import Review


@dataclass(frozen=True, slots=True)
class Spec:
    """A command as `/help` shows it, and the action it stands for (None: nothing happens in the room)."""

    usage: str
    help: str
    action: Callable[[str], actions.Action] | None = None


CANDIDATE: dict[str, Spec] = {
    "skip": Spec("/skip", "pass the question over", lambda _: actions.Skip()),
    "back": Spec("/back", "take the last answer back", lambda _: actions.TakeBack()),
    "ask": Spec("/ask TEXT", "ask the interviewer something", lambda rest: actions.AskInterviewer(some(rest))),
    "note": Spec(
        "/note TEXT",
        "write yourself a note; company:, position: or answers: before it keeps them apart",
        lambda rest: actions.OwnNote(some(rest)),
    ),
    "wait": Spec("/wait SECONDS", "let time go by in silence", lambda rest: actions.Wait(seconds(rest))),
    "pause": Spec("/pause", "stop the clock", lambda _: actions.Pause()),
    "resume": Spec("/resume", "go on after a pause", lambda _: actions.Resume()),
    "who": Spec("/who", "tell who is in the room"),
    "review": Spec("/review", "what you told before, what is open, and the place"),
    "draft": Spec("/draft", "begin the next answer with what was typed and not sent last time"),
    "text": Spec("/text ... /end", "an answer with empty lines in it"),
    "leave": Spec("/leave", "leave; everything is saved, and the interview can be resumed", lambda _: actions.Leave()),
    "help": Spec("/help", "this list; an answer that begins with a slash is written with two"),
}


class Practice:
    """One interview, line by line, as the candidate sees it, or the coach with all of `coached` in view."""

    how_it_works = "An answer is one or more lines, sent by an empty line. /help lists the commands."

    def __init__(
        self,
        seat: Seat,
        coached: Sitting | None = None,
        output: Output | None = None,
        look_back: Callable[[], Review] | None = None,
        program: str = "second-round",
    ) -> None:
        self.seat = seat
        self.program = program
        self.look_back = look_back
        self.coached = coached
        self.output = output or Output()
        self.commands: dict[str, Spec | CoachCommand | Look] = {**CANDIDATE, **(COACH if coached else {})}
        self.lines = Lines(self.seat.save_draft, typed=self.seat.typing)
        self._own: tuple[str, ...] = ("answer",) if coached else ("answer", "ask")
        self._hidden = () if coached else ("interviewers", "coach")
        self._shown = 0
        self._showing = threading.Lock()
        self._closed_output = False

    def run(self) -> None:
        """Hold the interview until it ends, the candidate leaves, or the input does."""
        try:
            self._open()
            events = iter(self.lines)
            while self._goes_on:
                event = next(events, None)
                if event is None:
                    self.output.notice(f"The input has ended. Everything is saved; {self._how_to_go_on}")
                    return
                if not self._heard(event):
                    return
            self.lines.one_line = True
            settle(self.seat, events, self.output)
            if not self.coached and rate_own(self.seat, events, self.output):
                tell_own_view(self.seat, events, self.output)
            self.lines.one_line = False
            self._afterwards(events)
            self._closed()
        except ClosedError:
            return
        except OverError:
            self._over()

    def _over(self) -> None:
        """Do nothing more: the other side has said that it closed the room."""

    def _afterwards(self, events: Iterator[Said | Command]) -> None:
        """Let a coach go on with marks and notes, until they leave or the input ends."""
        if not self.coached:
            return
        self.output.notice("Mark, rate, and edit what is handed on (/handoff lists it); /leave is the end of it.")
        for event in events:
            if isinstance(event, Command) and event.name == "leave":
                return
            self._heard(event)

    @property
    def _goes_on(self) -> bool:
        return not self.seat.ended

    @property
    def _how_to_go_on(self) -> str:
        command = "coach" if self.coached else "resume"
        return f"`{self.program} {command} --plain` goes on."

    def _open(self) -> None:
        header = self.seat.header
        self.output.notice(f"{header.title}, attempt {header.attempt}: {header.position}, {header.company}.")
        self._who()
        self.output.notice(f"Seed {header.seed}. Saved in {self.seat.kept_in}")
        if self.seat.recovered:
            self.output.notice(self.seat.recovered)
        if before := header.branched_from:
            self.output.notice(f"Answered anew from turn {before.n} of {before.transcript}.")
        if self.look_back and self.seat.header.earlier and not self.seat.begun:
            self.output.notice(f"{self.look_back().summary} /review tells more.")
        place = " /review tells of the place and the work." if self.look_back and not header.earlier else ""
        self.output.notice(self.how_it_works + place)
        if self.seat.begun:
            self._come_back()
        self.seat.listen(self._catch_up)
        self._begin()

    def _begin(self) -> None:
        if not self.seat.begun:
            self._take(actions.Begin())

    def _come_back(self) -> None:
        """Show where the interview was left, and what was typed then."""
        self.output.notice("You were here before; this is where you were:")
        here = [*self.seat.owed, *filter(None, [self.seat.open_line])]
        last = self.seat.transcript.turns[-1].n
        self._shown = min((turn.n - 1 for turn in here), default=last)
        self._catch_up()
        if draft := self.seat.draft():
            self.output.notice("You had typed this and not sent it (/draft begins the next answer with it):")
            self.output.line(f"    {draft}")

    def _closed(self) -> None:
        identity = f"{self.seat.header.candidacy}/{self.seat.header.id}"
        self.output.notice(f"`{self.program} debrief {identity}` tells what stood out.")
        if before := self.seat.header.branched_from:
            first = f"{self.seat.header.candidacy}/{before.transcript}"
            self.output.notice(f"`{self.program} compare --answers {first} {identity}` shows both attempts.")

    def _heard(self, event: Said | Command) -> bool:
        """Deal with an answer or a command; return False where the candidate has left."""
        try:
            if isinstance(event, Said):
                if self.lines.cut:
                    self.output.notice("That answer was too long; its end was left out.")
                self._take(actions.Answer(event.text))
                return True
            return self._command(event)
        except NotNowError as error:
            self.output.notice(f"That can't be done: {error}.")
            if isinstance(event, Said):
                self.seat.save_draft(event.text)
                self.output.notice("What you typed is kept; /draft begins the next answer with it.")
            return True
        except InputError:
            if isinstance(event, Said) and not self.seat.save_draft(event.text):
                self.output.notice("This could not be saved; it is all there is of it:")
                self.output.line(f"    {event.text}")
            raise

    def _command(self, command: Command) -> bool:
        spec = self.commands.get(command.name)
        if spec is None:
            self.output.notice(f"There is no command /{command.name}; /help lists them.")
        elif look := self._looks.get(command.name):
            look()
        elif isinstance(spec, Look) and self.coached:
            for line in spec.lines(self.coached, command.rest):
                self.output.notice(line)
        elif not isinstance(spec, Look) and (action := self._action(command, spec)):
            self._take(action)
            if isinstance(action, actions.Leave):
                self.output.notice(f"Everything is saved; {self._how_to_go_on}")
                return False
        return True

    @property
    def _looks(self) -> dict[str, Callable[[], None]]:
        """What only looks at something, and changes nothing in the room."""
        return {"help": self._help, "who": self._cards, "review": self._review, "draft": self._take_up}

    def _help(self) -> None:
        for each in self.commands.values():
            self.output.notice(f"{each.usage}: {each.help}")

    def _review(self) -> None:
        from simulator.plain.review import lines

        if self.look_back is None:
            self.output.notice("What was told before is kept elsewhere.")
            return
        for line in lines(self.look_back()):
            if line:
                self.output.notice(line)

    def _take_up(self) -> None:
        draft = self.seat.draft()
        self.lines.take_up(draft)
        self.output.notice("Go on; an empty line sends it." if draft else "Nothing was typed and not sent.")

    def _action(self, command: Command, spec: Spec | CoachCommand) -> actions.Action | None:
        """Return the action a command stands for; where its words are off, say so."""
        try:
            if isinstance(spec, CoachCommand):
                return spec.action(self.coached, command.rest) if self.coached else None
            return spec.action(command.rest) if spec.action else None
        except NotNowError as error:
            self.output.notice(f"{spec.usage}: {error}.")
            return None

    def _who(self) -> None:
        present = in_the_room(self.seat.transcript)
        self.output.notice(f"In the room: {', '.join(self.seat.header.speaker(person.id) for person in present)}.")

    def _cards(self) -> None:
        for person in in_the_room(self.seat.transcript):
            about = self.seat.about(person.id) or "no card."
            self.output.notice(f"{self.seat.header.speaker(person.id)}: {about}")

    def _take(self, action: actions.Action) -> None:
        """Do `action` and show what came of it; `NotNowError` is raised where it made no sense."""
        self.seat.take(action)
        self.seat.wait()
        self._catch_up()
        if self._closed_output:
            raise ClosedError

    def _catch_up(self) -> None:
        """Show what happened since, whoever did it, and what there is to say about the line."""
        with self._showing:
            try:
                for notice in self.seat.notices():
                    self.output.notice(notice)
                self._show_turns()
            except ClosedError:
                self._closed_output = True

    def _show_turns(self) -> None:
        header, turns = self.seat.header, self.seat.transcript.turns
        for turn in turns:
            if turn.n <= self._shown:
                continue
            self._shown = turn.n
            if turn.kind not in self._own and turn.visible not in self._hidden and (line := line_of(header, turn)):
                self.output.line(line)


def practise(
    seat: Seat,
    coached: Sitting | None = None,
    look_back: Callable[[], Review] | None = None,
    program: str = "second-round",
) -> None:
    """Hold the interview at `seat` on standard input and output; `InputError` is raised where the disk is full.

    A coach holds it with all of `coached` in view; `look_back` gives the review before the round, where it is at hand.
    `program` is how the commands begin that are named as the next ones.
    """
    with contextlib.closing(seat):
        Practice(seat, coached, look_back=look_back, program=program).run()
