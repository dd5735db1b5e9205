"""The home screen: who is on the way through which interviews, and what comes next."""

from __future__ import annotations

import importlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from simulator.archive import Archive
from simulator.steps import Standing, briefly, looked_back, standing_of
from simulator.text import one_line
from simulator.tui.app import app_of
from simulator.tui.candidacies import Candidacies, Find
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer


WELCOME = """\
Press n to practise now: the first interview, then the second one, which remembers it.
Press r if you already had your first interview: write down what you were asked.
Press o for your own company and position, s for a round of ten minutes.
Press F1 for all keys, q to quit. Everything stays on this computer."""

RECALLED = "A round written down from memory has no debrief of its own; the next one compares with it."

TOLD = 2
"""Damaged candidacies told of one by one."""

NEEDED_SOON = (
    *("simulator.sitting", "simulator.tui.screens.interview", "jinja2.sandbox", "tomli_w"),
    *("simulator.tui.screens.new", "simulator.tui.screens.settings", "simulator.tui.screens.cards"),
)
"""Modules that take a moment to import, imported before the keys that need them are pressed."""

IMPORT_AFTER = 0.2
"""Seconds until they are imported: what this screen reads comes first."""

LOOK_BACK_AFTER = 0.5
"""Seconds without a move until it is looked up what the chosen candidacy has to do before its next round."""


class Home(Screen[None]):
    """Who is on the way, and the next step of each."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    def __init__(self, archive: Archive, notice: str = "") -> None:
        super().__init__()
        self._archive = archive
        self._said = notice
        self._everyone = list(archive.candidacies())
        self._looked_back: set[str] = set()
        self._looking: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(
            Content.assemble(("second-round", "bold"), ("  the interview that decides", "$foreground-muted")), id="top"
        )
        if self._everyone:
            yield Candidacies(map(briefly, self._everyone))
        else:
            yield Static(Content(WELCOME), id="welcome")
        yield Static(id="damaged", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what there is to say, then find out how everybody stands."""
        self.query_one(Notice).say(self._said)
        if self._everyone:
            self.call_after_refresh(self._read)
        else:
            self.call_after_refresh(self._look_for_damage)
        self.set_timer(IMPORT_AFTER, self._import_ahead)

    @work(thread=True, group="import", exit_on_error=False)
    def _import_ahead(self) -> None:
        for name in NEEDED_SOON:
            importlib.import_module(name)

    @work(thread=True, exclusive=True, group="standings")
    def _read(self) -> None:
        library = app_of(self).library()
        found = [standing_of(candidacy, library) for candidacy in self._everyone]
        self.app.call_from_thread(self._show, found)

    def _show(self, standings: list[Standing]) -> None:
        self.query_one(Candidacies).put(standings)
        self._look_back_soon()
        self._look_for_damage()

    @work(thread=True, exclusive=True, group="damage", exit_on_error=False)
    def _look_for_damage(self) -> None:
        found = [line.replace(f"{self._archive.home}/", "") for line in self._archive.damaged()]
        more = [f"and {len(found) - TOLD} more"] if len(found) > TOLD else []
        left_out = app_of(self).library().left_out
        told = [*found[:TOLD], *more, *filter(None, [left_out])]
        self.app.call_from_thread(self._tell_of_damage, told)

    def _tell_of_damage(self, told: list[str]) -> None:
        """Say which candidacies can't be read, and what content was left out."""
        if self.is_attached and told:
            lines = "\n".join(f"! {one_line(line, 240)}" for line in told)
            damaged = self.query_one("#damaged", Static)
            damaged.update(Content(lines))
            damaged.display = True

    # What the chosen candidacy has to do before its next round: looked up when there is nothing else to do

    def on_screen_resume(self) -> None:
        """Look anew where something was settled or held meanwhile."""
        self._looked_back.clear()
        self._look_back_soon()

    def on_option_list_option_highlighted(self) -> None:
        """Look at another one."""
        self._look_back_soon()

    def _look_back_soon(self) -> None:
        if self._looking is not None:
            self._looking.stop()
        chosen = self._chosen
        if chosen is not None and chosen.kind != "none" and chosen.candidacy.id not in self._looked_back:
            self._looking = self.set_timer(LOOK_BACK_AFTER, partial(self._look_back, chosen.candidacy.id))

    @work(thread=True, exclusive=True, group="looking-back", exit_on_error=False)
    def _look_back(self, identity: str) -> None:
        try:
            standing = looked_back(self._archive, self._archive.find(identity), app_of(self).library())
        except TROUBLE:
            return  # the line is left out
        self.app.call_from_thread(self._renew, standing)

    def _renew(self, standing: Standing) -> None:
        if self.is_attached:
            self._looked_back.add(standing.candidacy.id)
            self.query_one(Candidacies).renew(standing)

    @property
    def _chosen(self) -> Standing | None:
        return self.query_one(Candidacies).chosen if self._everyone else None

    def on_option_list_option_selected(self) -> None:
        """Continue with the candidacy that was clicked."""
        self.action_go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done."""
        del parameters
        return bool(self._everyone) if action in ("go_on", "debrief", "facts", "review", "replay", "find") else True

    def _say(self, problem: str) -> None:
        self.query_one(Notice).say(problem, problem=True)

    def action_go_on(self) -> None:
        """Open the next step of the chosen candidacy."""
        standing = self._chosen
        if standing is None or standing.kind == "none":
            return
        if standing.kind == "debrief":
            self.action_debrief()
            return
        if standing.kind == "mend":
            path, damage = standing.candidacy.unreadable[0], standing.candidacy.damaged[0]
            self._say(f"{damage.removeprefix(f'{path.parent}/')}. It lies in {path.parent}")
            return
        from simulator import recall, sitting

        process, name = standing.candidacy.file.process, standing.candidacy.candidate
        app, archive, round_id = app_of(self), self._archive, standing.round
        if standing.kind == "recall":
            said = app.open_recall(lambda: recall.start(archive, process=process, round_id=round_id, candidate=name))
        else:
            said = app.open_interview(
                lambda: sitting.start(
                    archive, process=process, round_id=round_id, candidate=name, hints=app.config.hints
                )
            )
        self._say(said)

    def action_new(self) -> None:
        """Ask who practises what."""
        from simulator.tui.screens.new import NewScreen

        done = self._chosen if self._chosen is not None and self._chosen.kind == "debrief" else None
        name, process = (done.candidacy.candidate, done.candidacy.file.process) if done else ("", "")
        self.app.push_screen(NewScreen(self._archive, name, process))

    def action_find(self) -> None:
        """Ask for a part of a name."""
        if self.query(Find):
            return
        find = Find()
        self.mount(find, before=self.query_one(Notice))
        find.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the candidacies with that in their heading."""
        found = self.query_one(Candidacies).find(event.value)
        self.query_one(Notice).say("" if found else "nobody found")

    def action_own(self) -> None:
        """Ask for one's own company and position."""
        from simulator.tui.screens.own import OwnScreen

        self.app.push_screen(OwnScreen(self._archive))

    def action_short(self) -> None:
        """Ask who practises a short round."""
        from simulator.tui.screens.new import ShortScreen

        name = self._chosen.candidacy.candidate if self._chosen is not None else ""
        self.app.push_screen(ShortScreen(self._archive, name))

    def action_recall(self) -> None:
        """Ask which round is to be written down."""
        candidacy = self._chosen.candidacy if self._chosen else None
        app_of(self).open_recall_form(
            candidacy.candidate if candidacy else "", candidacy.file.process if candidacy else ""
        )

    def action_debrief(self) -> None:
        """Show the debrief of the last interview of the chosen candidacy."""
        standing = self._chosen
        if standing is None:
            return
        if standing.last is None:
            if any(kept.header.recalled and kept.ended for kept in standing.candidacy.kept):
                self.query_one(Notice).say(RECALLED)
            else:
                self._say("no interview has come to its end here yet")
            return
        from simulator import sitting

        try:
            kept = self._archive.find_transcript(str(standing.last.path))  # something may have been settled since
            plan = sitting.plan_of(self._archive, kept)
        except TROUBLE as error:
            self._say(told(error))
            return
        settle = partial(sitting.settle, standing.candidacy, kept.header.id)
        app_of(self).open_debrief(kept.transcript, plan, settle)

    def action_review(self) -> None:
        """Show what to know before the next round of the chosen candidacy."""
        if self._chosen is not None:
            app_of(self).open_review(self._chosen.candidacy.id)

    def action_replay(self) -> None:
        """Choose an interview of the chosen candidacy and play it again."""
        from simulator.tui.screens.pick import Pick

        if self._chosen is None:
            return
        try:
            candidacy = self._archive.find(self._chosen.candidacy.id)
        except TROUBLE as error:
            self._say(told(error))
        else:
            self.app.push_screen(Pick(self._archive, candidacy), self._replay)

    def _replay(self, path: Path | None) -> None:
        if path is not None and (said := app_of(self).open_replay(path)):
            self._say(said)

    def action_facts(self) -> None:
        """Show the facts of the chosen candidacy."""
        if self._chosen is not None:
            app_of(self).open_facts(self._chosen.candidacy)

    def action_first(self) -> None:
        """Go to the first candidacy."""
        self.query_one(Candidacies).action_first()

    def action_last(self) -> None:
        """Go to the last one."""
        self.query_one(Candidacies).action_last()
