"""The application: it opens screens, keeps drafts when it ends, however it ends, and knows nothing of interviews."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, cast, runtime_checkable

from rich.segment import Segment, Segments
from textual import events
from textual.app import App, SystemCommand

from simulator.archive import Archive
from simulator.config import Value, change, load
from simulator.faults import stopped
from simulator.text import clean
from simulator.tui.copying import HANDED, Copying, copy
from simulator.tui.keymap import keymap_of
from simulator.tui.keys import bindings, key_for, shown
from simulator.tui.lines import Lines
from simulator.tui.no_colours import NoColours
from simulator.tui.notice import Notice
from simulator.tui.opening import AtHome, AtInterview, AtRecall, AtRecallForm, AtReplay, Opening, screen_of
from simulator.tui.terminal import is_light
from simulator.tui.theme import DARK, LIGHT
from simulator.tui.trouble import TROUBLE, told
from simulator.tui.unsent import Unsent

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType
    from textual.filter import LineFilter
    from textual.screen import Screen

    from simulator.archive import Candidacy
    from simulator.content.library import Library
    from simulator.debrief import Debrief
    from simulator.interview.plan import Plan
    from simulator.recall import Recall
    from simulator.sitting import Sitting
    from simulator.transcript.turns import Header, Transcript, Viewer
    from simulator.tui.screens.debrief import Settle

T = TypeVar("T")

HOME = AtHome()

UNSAVED = "The draft can't be saved. Ctrl+Q again quits without it"


@runtime_checkable
class Keeper(Protocol):
    """A screen with something in it that is not saved yet."""

    @property
    def kept_in(self) -> str:
        """Where it is saved, as a person is told."""

    def keep(self) -> bool:
        """Save it, and tell whether it is on the disk now."""


class SecondRound(App[None]):
    """The whole program on the screen."""

    TITLE = "second-round"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (22, "-normal"), (34, "-tall")]  # noqa: RUF012  # as Textual declares it

    def __init__(self, archive: Archive, opening: Opening = HOME) -> None:
        super().__init__()
        self.archive = archive
        self.unsent = Unsent(archive.home)
        self._opening = opening
        self.config = load(archive.home)
        self._light = False
        self._library: Library | None = None
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._plain = NoColours()
        self._asked_for_no_colour = self.no_color
        self._apply()
        self._next_callbacks.clear()  # the theme would have every style sheet parsed a second time
        self.stylesheet.set_variables(self.get_css_variables())
        self._warned = self._warned_before = False

    def get_default_screen(self) -> Screen[None]:
        """Return the screen to begin with, styled: Textual itself only does that for screens pushed later."""
        form = isinstance(self._opening, AtRecallForm)  # which goes back to the home screen below it
        screen = screen_of(self.archive, HOME if form else self._opening)
        self._load_screen_css(screen)
        screen._push_result_callback(self, None)  # noqa: SLF001  # or it could not be switched for another one
        return screen

    def _load_screen_css(self, screen: Screen[Any]) -> None:
        """Read what a screen looks like; left to Textual, that has every other style sheet parsed anew."""
        for path in screen.css_path:
            if not self.stylesheet.has_source(str(path)):
                self.stylesheet.read(path)
        super()._load_screen_css(screen)

    def on_mount(self) -> None:
        """Listen for the terminal's end, and look for garbage once the first screen stands."""
        for name in ("SIGHUP", "SIGTERM"):
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):  # not the main thread, as in tests
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self._hang_up)
        self.call_after_refresh(self._settle)
        if isinstance(self._opening, AtRecallForm):
            self.push_screen(screen_of(self.archive, self._opening))

    def _settle(self) -> None:
        gc.freeze()
        gc.enable()

    async def on_event(self, event: events.Event) -> None:
        """Let only plain text in by a paste; what was said before a key is pressed counts as read."""
        if isinstance(event, events.Paste):
            event.text = clean(event.text)
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._warned_before, self._warned = self._warned, False
            for notice in self.screen.query(Notice):
                notice.read()
            for pane in self.screen.query(Lines).results(Lines):
                pane.hurry()
        await super().on_event(event)

    def suit_terminal(self) -> None:
        """Take the terminal's own brightness where the settings leave it to it; only before the screens are drawn."""
        if self.config.theme == "system":
            self._light = is_light()
            self._apply()

    def change_setting(self, name: str, value: Value) -> None:
        """Write a setting down and go by it from now on; where that can't be done, what `TROUBLE` names is raised."""
        self.config = change(self.archive.home, name, value)
        self._apply()

    def _apply(self) -> None:
        """Go by the settings."""
        own = LIGHT.name if self._light else DARK.name
        self.theme = own if self.config.theme == "system" else self.config.theme
        self.no_color = self._asked_for_no_colour or not self.config.colour
        self.keymap = keymap_of(self.archive.home, self.config)
        self.set_keymap(self.keymap)

    def library(self) -> Library:
        """Return the content there is, as it was when the home screen opened; whatever begins reads it anew."""
        if self._library is None:
            from simulator.content.library import load_library

            self._library = load_library(self.archive.home)
        return self._library

    def content_changed(self) -> None:
        """Read the content anew when it is asked for next: some of it was written."""
        self._library = None

    # Screens: their modules are imported when they are first opened

    def go_home(self, notice: str = "") -> None:
        """Close everything above the home screen, and say `notice` there."""
        self.keep()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self._library = None
        self.switch_screen(screen_of(self.archive, AtHome(notice)))

    def open_interview(self, make: Callable[[], Sitting]) -> str:
        """Open the interview that `make` returns; what was wrong where there is none is returned."""
        return self._open(lambda: AtInterview(make()))

    def open_recall(self, make: Callable[[], Recall]) -> str:
        """Open the remembered round that `make` returns; what was wrong where there is none is returned."""
        return self._open(lambda: AtRecall(make()))

    def open_recall_form(self, name: str, process: str) -> None:
        """Ask which round is to be written down, on top of the present screen."""
        self.push_screen(screen_of(self.archive, AtRecallForm(name, process)))

    def _open(self, make: Callable[[], Opening]) -> str:
        try:
            opening = make()
        except TROUBLE as error:
            return told(error)
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.switch_screen(screen_of(self.archive, opening))
        return ""

    def open_debrief(
        self,
        transcript: Transcript,
        plan: Plan | None = None,
        settle: Settle | None = None,
        viewer: Viewer = "candidate",
        built: Callable[[], Debrief | None] = lambda: None,
    ) -> None:
        """Show `viewer`'s debrief on top of the present screen; `settle` writes which passage is right.

        `built` returns it where it was built elsewhere.
        """
        from simulator.tui.screens.debrief import DebriefScreen

        self.push_screen(DebriefScreen(transcript, plan, settle, viewer, built))

    def open_facts(self, candidacy: Candidacy) -> None:
        """Show the facts of a candidacy on top of the present screen."""
        from simulator.tui.screens.facts import FactsScreen

        self.push_screen(FactsScreen(self.archive, candidacy))

    def open_review(self, candidacy: str, round_id: str = "") -> None:
        """Show what to know before a round of the candidacy of that id, the next one where none is named."""
        from simulator.tui.screens.review import ReviewScreen

        self.push_screen(ReviewScreen(self.archive, candidacy, round_id))

    def open_replay(self, path: Path) -> str:
        """Replay the transcript at `path` on top of the present screen; what is wrong with it is returned."""
        from simulator.replay.recording import recording_of

        try:
            self.push_screen(screen_of(self.archive, AtReplay(recording_of(self.archive, path))))
        except TROUBLE as error:
            return told(error)
        return ""

    def open_attempts(self, header: Header) -> None:
        """Put an attempt beside the one it branched off."""
        from simulator.tui.screens.side_by_side import compared

        if header.branched_from is None:
            return
        try:
            folder = self.archive.find(header.candidacy).transcripts_folder
            names = (header.branched_from.transcript, header.id)
            self.push_screen(compared(*(folder / f"{name}.toml" for name in names)))
        except TROUBLE as error:
            self.tell(told(error), problem=True)

    # What every screen can do

    def action_settings(self) -> None:
        """Show the settings on top of the present screen."""
        from simulator.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen())

    def action_keys(self) -> None:
        """Show all keys of the present screen."""
        from simulator.tui.screens.cards import KeysCard

        if not isinstance(self.screen, KeysCard):
            self.push_screen(KeysCard(self.screen))

    def action_scroll_screen(self, where: int) -> None:
        """Scroll the screen's pane of lines a page up (-1), a page down (1), or to its end (2)."""
        for pane in self.screen.query(Lines).results(Lines):
            {-1: pane.action_page_up, 1: pane.action_page_down, 2: pane.action_scroll_end}[where]()

    def key_for(self, identity: str) -> str:
        """Return how the key of an action is shown, by its id: "Ctrl+T" for `interview.take_back`."""
        return key_for(identity, self.keymap)

    def on_copying(self, event: Copying) -> None:
        """Copy something, and say how."""
        try:
            self.tell(copy(self, event))
        except TROUBLE as error:
            self.tell(told(error), problem=True)

    def copy_to_clipboard(self, text: str) -> None:
        """Hand `text` to the terminal, and say so."""
        super().copy_to_clipboard(text)
        self.tell(HANDED)

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C copies what is selected, and nothing is."""
        self.tell(f"Nothing is selected to copy. {self.key_for('app.quit')} quits; everything is kept.")

    def on_notice_said(self, event: Notice.Said) -> None:
        """Say something on the present screen."""
        self.tell(event.text, problem=event.problem)

    def tell(self, text: str, *, problem: bool = False) -> None:
        """Say something on the present screen, where it has a line for that."""
        for notice in self.screen.query(Notice):
            notice.say(text, problem=problem)

    def get_key_display(self, binding: Binding) -> str:
        """Return how a key is shown."""
        return binding.key_display or shown(binding.key)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer in the palette what the screen's keys do, each once, and the settings everywhere."""
        offered = set[str]()
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.id and binding.description and active.enabled and binding.description not in offered:
                offered.add(binding.description)
                what = f"{binding.tooltip} ({shown(binding.key)})"
                yield SystemCommand(binding.description, what, self._runner(binding.action, active.node))
        if "Settings" not in offered:
            yield SystemCommand("Settings", "Colours, pacing, what sends an answer, and more", self.action_settings)

    def _runner(self, action: str, node: object) -> Callable[[], None]:
        def run() -> None:
            self.call_later(self.run_action, action, node)

        return run

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what is done to every line painted: without colours, what they said is said otherwise."""
        return [self._plain] if self.no_color else super().get_line_filters()

    # The end

    def keep(self) -> bool:
        """Have every screen save what is not saved yet, and tell whether all of it is on the disk now."""
        kept = [screen.keep() for screen in self.screen_stack if isinstance(screen, Keeper)]
        return all(kept)

    async def action_quit(self) -> None:
        """Quit; drafts are saved, and where one can't be, it takes a second time."""
        if self.keep() or self._warned_before:
            self.exit()
            return
        self._warned = True
        self.tell(UNSAVED, problem=True)

    def _hang_up(self) -> None:
        self.keep()
        self.exit(return_code=129)

    def _handle_exception(self, error: Exception) -> None:
        """Save drafts and end with one line; a traceback would print what somebody wrote."""
        self._return_code = 1
        kept = False
        with contextlib.suppress(Exception):
            kept = self.keep()
        if self._exception is None:
            self._exit_renderables.append(Segments([Segment(f"{stopped(error, self._saved(kept))}\n")]))
            self._exception = error
            self._exception_event.set()
        self._close_messages_no_wait()

    def _saved(self, kept: bool) -> str:
        """Return what is saved, and where, as told at the very end; `kept` tells whether drafts are."""
        places = [screen.kept_in for screen in self.screen_stack if isinstance(screen, Keeper)]
        if not places:
            return f"everything is saved in {self.archive.home}"
        where = " and ".join(places)
        return (
            f"all answers and the draft are saved in {where}"
            if kept
            else (f"all answers are saved in {where}, but the draft is not")
        )

    def _print_error_renderables(self) -> None:
        """Print what there is to say at the end, line by line."""
        for renderable in self._exit_renderables:
            self.error_console.print(renderable, soft_wrap=True)
        self._exit_renderables.clear()


def app_of(screen: Screen[T]) -> SecondRound:
    """Return the application a screen belongs to."""
    return cast("SecondRound", screen.app)
