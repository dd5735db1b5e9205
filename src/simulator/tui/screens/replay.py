"""The replay: keys move the player, and what it shows is the conversation as it was then."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from simulator.replay import SPEEDS
from simulator.replay.behind import behind
from simulator.replay.recording import IN_VAIN, Recording
from simulator.text import one_line
from simulator.transcript.reading import standing
from simulator.transcript.turns import Turn
from simulator.tui.app import app_of
from simulator.tui.conversation import Conversation
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.timeline import Timeline
from simulator.tui.trouble import TROUBLE, told
from simulator.tui.wording import Entry

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from simulator.archive import Archive
    from simulator.replay import Player

TICK = 0.1
"""Seconds between two looks at the clock while it plays."""

LONGEST = 3.0
"""Seconds of silence that are left where think-time is cut down."""


class Played(Conversation):
    """The conversation, with the keys of the replay."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("replay")]

    def __init__(self, player: Player, go: Callable[[int], None]) -> None:
        super().__init__(player.transcript.header)
        self._player = player
        self._go = go
        self._whole: tuple[Sequence[Turn], Sequence[Entry]] = ((), ())

    @property
    def searched(self) -> Sequence[Entry]:
        """The entries of the whole transcript: what is shown is how they begin."""
        if self._whole[0] is not self._player.turns:
            self._whole = self._player.turns, self._entries_of(self._player.turns)
        return self._whole[1]

    def reach(self, index: int) -> None:
        """Go to an entry; where it comes later, have the replay go there."""
        if index >= len(self._laid.entries):
            self._go(self._player.place_of(self.searched[index].n))
        super().reach(index)

    def way_back(self) -> Callable[[], None]:
        """Return a way to go back to what is looked at now."""
        place, back = self._player.place, super().way_back()

        def there() -> None:
            self._go(place)
            back()

        return there


class ReplayScreen(Screen[None]):
    """One transcript, played; `clock` tells the time in seconds."""

    CSS_PATH = "replay.tcss"
    AUTO_FOCUS = "Played"

    def __init__(self, archive: Archive, recording: Recording, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._archive = archive
        self._recording = recording
        self._export_to = f"{recording.path.stem}.md"
        self._clock = clock
        self._then = 0.0
        self._ticking: Timer | None = None
        self._seen: tuple[Turn, ...] = ()
        self.player = recording.player

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        header = self.player.transcript.header
        heading = f"Replay: {header.title}, {header.candidate}, attempt {header.attempt}, {header.started_at:%Y-%m-%d}"
        yield Static(Content(one_line(heading, 160)), classes="title", id="title")
        yield Played(self.player, self._go_to)
        yield Notice()
        yield Timeline(self.player)
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to play; at speed 0 show all of it."""
        self._ticking = self.set_interval(TICK, self.tick, pause=True)
        notices = self._recording.notices
        if notices:
            self._say(" ".join(notices), problem=True)
        if self.player.speed > 0:
            self.player.speed = min(max(self.player.speed, SPEEDS[0]), SPEEDS[-1])
            self.player.play()
            self.player.elapse(0.0)
        else:
            self.player.speed = 1.0
            self.player.go_to(len(self.player.transcript.turns))
        self.call_after_refresh(self._moved, anew=True)

    # Time

    def tick(self) -> None:
        """Let the time that went by since the last look go by in the replay."""
        now = self._clock()
        more = self.player.elapse(now - self._then)
        self._then = now
        if more or not self.player.playing:
            self._moved()
        else:
            self.query_one(Timeline).update()

    def _moved(self, *, anew: bool = False) -> None:
        """Show what is to be seen at the present place."""
        if not self.is_attached:
            return
        conversation = self.query_one(Played)
        shown = self.player.shown()
        before, self._seen = self._seen, shown.turns
        added = shown.turns[len(before) :]
        goes_on = not anew and shown.turns[: len(before)] == before
        if not goes_on:
            conversation.put([])
            added = shown.turns
        for turn in added:
            conversation.explain(turn.n, behind(shown, turn, self._recording.plan) if self.player.reveal else ())
        if goes_on:
            conversation.add(added)
        else:
            conversation.put(added)
        conversation.withdraw({turn.n for turn in shown.turns} - {turn.n for turn in standing(shown.turns)})
        if added or not goes_on:
            conversation.follow()
        self._tell()

    def _tell(self) -> None:
        """Say how things stand, and keep looking at the clock only while it plays."""
        player = self.player
        if self._ticking is not None and player.playing:
            self._then = self._clock()
            self._ticking.resume()
        elif self._ticking is not None:
            self._ticking.pause()
        cut = f"Silences cut to {player.longest:g}\u00a0s. " if player.longest is not None else ""
        seen = "Revealed: what they had in mind and knew then. " if player.reveal else ""
        self.query_one(Notice).stand(f"{seen}{cut}")
        self.query_one(Timeline).update()
        self.refresh_bindings()

    def _say(self, text: str, *, problem: bool = False) -> None:
        self.query_one(Notice).say(text, problem=problem)

    # Going elsewhere

    def action_play(self) -> None:
        """Play, or stop."""
        if self.player.playing:
            self.tick()
            self.player.pause()
        else:
            self.player.play()
            self.player.elapse(0.0)
        self._moved()

    def action_step_on(self) -> None:
        """Go one turn on."""
        self.player.pause()
        self.player.step(1)
        self._moved()

    def action_step_back(self) -> None:
        """Go one turn back."""
        self.player.pause()
        self.player.step(-1)
        self._moved()

    def action_next_mark(self) -> None:
        """Go to the next mark."""
        self._go_to_mark(self.player.next_mark, "")

    def action_previous_mark(self) -> None:
        """Go to the mark before."""
        self._go_to_mark(self.player.previous_mark, "")

    def action_next_question(self) -> None:
        """Go to the next question."""
        self._go_to_mark(self.player.next_mark, "question")

    def action_previous_question(self) -> None:
        """Go to the question before."""
        self._go_to_mark(self.player.previous_mark, "question")

    def _go_to(self, place: int) -> None:
        """Stop where so many turns have happened."""
        self.player.pause()
        self.player.go_to(place)
        self._moved()

    def _go_to_mark(self, go: Callable[[str], object], kind: str) -> None:
        if go(kind) is None:
            self._say(f"There is no {kind or 'mark'} further that way.")
            return
        self._moved()

    def action_beginning(self) -> None:
        """Go to the beginning."""
        self.on_timeline_sought(Timeline.Sought(0.0))

    def action_the_end(self) -> None:
        """Go to the end."""
        self._go_to(len(self.player.transcript.turns))

    def on_timeline_sought(self, event: Timeline.Sought) -> None:
        """Go where the timeline was clicked."""
        self.player.seek(event.second)
        self._moved()

    def action_slower(self) -> None:
        """Play slower."""
        self.tick()
        self.player.slower()
        self._tell()

    def action_faster(self) -> None:
        """Play faster."""
        self.tick()
        self.player.faster()
        self._tell()

    def action_reveal(self) -> None:
        """Show what the interviewers had kept to themselves, or hide it."""
        if not self.player.can_reveal:
            self._say(IN_VAIN)
            return
        self.player.reveal = not self.player.reveal
        self._moved(anew=True)

    def action_compress(self) -> None:
        """Cut silences down, or play them as they were."""
        self.player.longest = LONGEST if self.player.longest is None else None
        self._tell()

    # What else can be done with it

    def action_branch(self) -> None:
        """Ask whether to answer again from the question talked about."""
        from simulator.tui.screens.cards import Sure

        question = self.player.question()
        if question is None:
            self._say("No question has been asked yet at this place.")
            return
        self.player.pause()
        self._tell()
        text = f"{one_line(question.text, 300)}\n\nThis begins another attempt. The one you look at stays as it is."
        self.app.push_screen(Sure("Answer again from this question?", text), partial(self._branch, question.n))

    def _branch(self, n: int, sure: bool | None) -> None:
        from simulator.sitting import branch

        if sure:
            kept = self._recording.kept
            if said := app_of(self).open_interview(lambda: branch(self._archive, kept, n)):
                self._say(said, problem=True)

    def action_compare(self) -> None:
        """Choose what to put beside it."""
        from simulator.tui.screens.pick import Pick

        self.player.pause()
        self._tell()
        pick = Pick(self._archive, self._archive.holder(self._recording.path), but=self._recording.path)
        self.app.push_screen(pick, self._compare)

    def _compare(self, path: Path | None) -> None:
        from simulator.tui.screens.side_by_side import compared

        if path is not None:
            try:
                self.app.push_screen(compared(path, self._recording.path))
            except TROUBLE as error:
                self._say(told(error), problem=True)

    def action_export(self) -> None:
        """Ask for the name of the file to write it into."""
        from simulator.plain.export import FORMATS
        from simulator.tui.screens.cards import Ask

        self.player.pause()
        self._tell()
        told_how = f"The name of a new file. Its ending says how it is written: {', '.join(FORMATS)}."
        self.app.push_screen(Ask("Export", told_how, self._export_to), self._export)

    def _export(self, result: tuple[str, bool] | None) -> None:
        from simulator.plain.export import export_to

        self._export_to, sent = result or (self._export_to, False)
        name = self._export_to.strip()
        if sent:
            try:
                self._say(f"Written to {export_to(Path(name), self.player.transcript, self.player.viewer)}")
            except TROUBLE as error:
                self._say(told(error), problem=True)

    def action_back(self) -> None:
        """Go back; where the program began with the replay, that is its end."""
        if len(self.app.screen_stack) > 1:
            self.app.pop_screen()
        else:
            self.app.exit()
