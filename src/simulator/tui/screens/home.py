"""The home screen: who is on the way through which interviews, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from simulator.archive import Archive, Candidacy, Kept
from simulator.files import InputError
from simulator.text import one_line
from simulator.tui.app import app_of
from simulator.tui.keybar import KeyBar
from simulator.tui.keys import bindings
from simulator.tui.notice import Notice
from simulator.tui.steps import Standing, briefly, standing_of
from simulator.tui.trouble import TROUBLE, told

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from simulator.interview import actions
    from simulator.transcript.turns import Transcript

WELCOME = """\
Press n to practise now: the first interview, then the second one, which remembers it.
Press r if you already had your first interview: write down what you were asked.
Press o for your own company and position, s for a round of ten minutes.
Press F1 for all keys, q to quit. Everything stays on this computer."""

RECALLED = "A round written down from memory has no debrief of its own; the next one compares with it."

TOLD = 2
"""Damaged candidacies told of one by one."""

COUNT_AFTER = 0.5
"""Seconds without a move until it is counted what the chosen candidacy has to settle."""


class Candidacies(OptionList):
    """The list, also with the keys of vi."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choices")]


class Find(Input):
    """One line for a part of a name."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("find")]
    DEFAULT_CSS = "Find, Find:focus { height: 1; border: none; padding: 0 1; background: $surface; }"

    def __init__(self) -> None:
        super().__init__(placeholder="a part of a name, a post or a company")

    def action_close(self) -> None:
        """Go back to the list."""
        self.screen.query_one(Candidacies).focus()
        self.remove()


class Home(Screen[None]):
    """Who is on the way, and the next step of each."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("home")]

    def __init__(self, archive: Archive, notice: str = "") -> None:
        super().__init__()
        self._archive = archive
        self._said = notice
        self._standings: list[Standing] = [briefly(each) for each in archive.candidacies()]
        self._to_settle: dict[str, int] = {}
        self._counting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the screen out."""
        yield Static(
            Content.assemble(("second-round", "bold"), ("  the interview that decides", "$foreground-muted")), id="top"
        )
        if self._standings:
            yield Candidacies(*self._options(0), id="candidacies")
        else:
            yield Static(Content(WELCOME), id="welcome")
        yield Static(id="damaged", markup=False)
        yield Notice()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say what there is to say, then find out how everybody stands."""
        self.query_one(Notice).say(self._said)
        if self._standings:
            self.call_after_refresh(self._read)
        else:
            self.call_after_refresh(self._look_for_damage)

    @work(thread=True, exclusive=True, group="standings")
    def _read(self) -> None:
        library = app_of(self).library()
        found = [standing_of(standing.candidacy, library) for standing in self._standings]
        self.app.call_from_thread(self._show, found)

    def _show(self, standings: list[Standing]) -> None:
        self._standings = standings
        chosen = self._list.highlighted or 0
        with self.prevent(OptionList.OptionHighlighted):
            self._list.clear_options()
            self._list.add_options(self._options(chosen))
            self._list.highlighted = chosen
        self._count_soon()
        self._look_for_damage()

    @work(thread=True, exclusive=True, group="damage", exit_on_error=False)
    def _look_for_damage(self) -> None:
        found = self._archive.damaged()
        app_of(self).library()  # what can be practised is asked for next
        self.app.call_from_thread(self._tell_of_damage, [line.replace(f"{self._archive.home}/", "") for line in found])

    def _tell_of_damage(self, found: list[str]) -> None:
        """Say which candidacies can't be read."""
        if self.is_attached and found:
            more = [f"and {len(found) - TOLD} more"] if len(found) > TOLD else []
            lines = "\n".join(f"! {one_line(line, 240)}" for line in [*found[:TOLD], *more])
            damaged = self.query_one("#damaged", Static)
            damaged.update(Content(lines))
            damaged.display = True

    # How many facts the chosen candidacy has to settle: counted when there is nothing else to do

    def on_screen_resume(self) -> None:
        """Count anew where something was settled meanwhile."""
        if self._standings:
            self._count_soon()

    def _count_soon(self) -> None:
        if self._counting is not None:
            self._counting.stop()
        chosen = self._chosen
        if chosen is not None and chosen.last is not None and chosen.candidacy.id not in self._to_settle:
            self._counting = self.set_timer(COUNT_AFTER, partial(self._count, chosen.candidacy.id))

    @work(thread=True, exclusive=True, group="counting", exit_on_error=False)
    def _count(self, identity: str) -> None:
        from simulator.tui.differences import differences

        try:
            found = differences(self._archive, self._archive.find(identity))
        except TROUBLE:
            return  # the line is left out
        self.app.call_from_thread(self._counted, identity, sum(each.entry.open for each in found))

    def _counted(self, identity: str, count: int) -> None:
        if not self.is_attached:
            return
        self._to_settle[identity] = count
        for index, each in enumerate(self._standings):
            if each.candidacy.id == identity and each.to_settle != count:
                self._standings[index] = replace(each, to_settle=count)
                prompt = _painted(self._standings[index], index == self._list.highlighted)
                self._list.replace_option_prompt_at_index(index, prompt)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#candidacies", OptionList)

    @property
    def _chosen(self) -> Standing | None:
        if not self._standings:
            return None
        return self._standings[self._list.highlighted or 0]

    def _options(self, chosen: int) -> list[Option]:
        return [Option(_painted(each, index == chosen)) for index, each in enumerate(self._standings)]

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Move the sign of the chosen one."""
        for index, standing in enumerate(self._standings):
            prompt = _painted(standing, index == event.option_index)
            if event.option_list.get_option_at_index(index).prompt != prompt:
                event.option_list.replace_option_prompt_at_index(index, prompt)
        self._count_soon()

    def on_option_list_option_selected(self) -> None:
        """Continue with the candidacy that was clicked."""
        self.action_go_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what can be done."""
        del parameters
        return bool(self._standings) if action in ("go_on", "debrief", "facts", "replay") else True

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
        if not self._standings or self.query(Find):
            return
        find = Find()
        self.mount(find, before=self.query_one(Notice))
        find.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first candidacy with that in its heading."""
        wanted = event.value.casefold()
        headings = [standing.heading.casefold() for standing in self._standings]
        found = next((place for place, heading in enumerate(headings) if wanted in heading), None)
        if found is None:
            self.query_one(Notice).say("nobody found")
        else:
            self._list.highlighted = found
            self.query_one(Notice).say("")

    def action_own(self) -> None:
        """Ask for one's own company and position."""
        from simulator.tui.screens.own import OwnScreen

        self.app.push_screen(OwnScreen(self._archive))

    def action_short(self) -> None:
        """Ask who practises a short round."""
        from simulator.content.own import write_short
        from simulator.tui.screens.new import NewScreen

        try:
            process = write_short(self._archive.home, app_of(self).library())
        except TROUBLE as error:
            self._say(told(error))
            return
        app_of(self).content_changed()
        name = self._chosen.candidacy.candidate if self._chosen is not None else ""
        self.app.push_screen(NewScreen(self._archive, name, process))

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
            if any(kept.header.recalled and kept.transcript.ended for kept in standing.candidacy.kept):
                self.query_one(Notice).say(RECALLED)
            else:
                self._say("no interview has come to its end here yet")
            return
        from simulator.interview.plan import Plan

        header = standing.last.header
        try:
            plan = Plan(header, standing.candidacy.thaw(header.content))
        except InputError:
            plan = None  # the debrief does without, it only finds fewer facts
        settle = partial(self._settle, standing.candidacy, standing.last.path)
        app_of(self).open_debrief(standing.last.transcript, plan, settle)

    def _settle(self, candidacy: Candidacy, path: Path, action: actions.Settle) -> Transcript:
        """Write a choice down in an interview that has ended, and let it go again."""
        from simulator import sitting

        with sitting.resume(candidacy, path) as ended:
            ended.take(action)
            kept = Kept(path, ended.transcript)
        self._to_settle.pop(candidacy.id, None)
        for index, each in enumerate(self._standings):
            if each.last is not None and each.last.path == path:
                self._standings[index] = replace(each, last=kept)
        return kept.transcript

    def action_replay(self) -> None:
        """Choose an interview of the chosen candidacy and play it again."""
        from simulator.tui.screens.pick import Pick

        if self._chosen is not None:
            self.app.push_screen(Pick(self._archive, self._archive.find(self._chosen.candidacy.id)), self._replay)

    def _replay(self, path: Path | None) -> None:
        if path is not None and (said := app_of(self).open_replay(path)):
            self._say(said)

    def action_facts(self) -> None:
        """Show the facts of the chosen candidacy."""
        if self._chosen is not None:
            app_of(self).open_facts(self._chosen.candidacy, self._settle)

    def action_first(self) -> None:
        """Go to the first candidacy."""
        self._list.action_first()

    def action_last(self) -> None:
        """Go to the last one."""
        self._list.action_last()


def _painted(standing: Standing, chosen: bool) -> Content:
    sign = "› " if chosen else "  "
    parts: list[tuple[str, str]] = [(sign + standing.heading, "bold")]
    parts += [("\n    " + line, "") for line in standing.way.splitlines()]
    if standing.step:
        key = "Enter  " if chosen else "next   "
        parts.append((f"\n    {key}", "$foreground-muted"))
        parts.append((standing.step, "bold" if chosen else ""))
    if standing.to_settle:
        facts = "1 fact" if standing.to_settle == 1 else f"{standing.to_settle} facts"
        parts.append((f"\n    {'f' if chosen else ' '}      ", "$foreground-muted"))
        parts.append((f"{facts} to settle", ""))
    return Content.assemble(*parts, "\n")
