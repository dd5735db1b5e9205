"""Beginning to practise: who, which process, which round; or who alone, for a round of ten minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from simulator.archive import Archive
from simulator.transcript.turns import Hints
from simulator.tui.app import app_of
from simulator.tui.fields import Field, Tick, WhoAndWhat
from simulator.tui.screens.form import Form

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.sitting import Sitting

NAMELESS = "a name is needed: the interviewers address you by it"


class NewScreen(Form):
    """A small form, `name` and `process` filled in; Enter in the name begins."""

    heading = "Practise an interview"

    def __init__(self, archive: Archive, name: str = "", process: str = "") -> None:
        super().__init__()
        self._archive = archive
        self._candidate = name
        self._process = process

    def fields(self) -> ComposeResult:
        """Yield the fields."""
        yield from self.who_and_what()
        tips = app_of(self).config.hints == "now"
        yield Field("Tips", Tick("show a tip with each question", tips, id="tips", compact=True))

    def who_and_what(self) -> ComposeResult:
        """Yield the fields for who practises what."""
        yield WhoAndWhat(
            app_of(self).library(),
            name=self._candidate,
            process=self._process or app_of(self).config.process,
            first="the one that comes next",
        )

    def begin(self) -> str:
        """Begin the interview."""
        name = self.query_one("#name", Input).value.strip()
        if not name:
            return self.lacks("name", NAMELESS)
        hints: Hints = "now" if self.query_one("#tips", Tick).value else "after"
        return app_of(self).open_interview(lambda: self.start(name, hints))

    def start(self, name: str, hints: Hints) -> Sitting:
        """Return the interview that was filled in; `InputError` is raised where there is none."""
        from simulator import sitting

        who = self.query_one(WhoAndWhat)
        return sitting.start(self._archive, process=who.process, round_id=who.round, candidate=name, hints=hints)


class ShortScreen(NewScreen):
    """The same for a round of ten minutes, whose process is written once it is begun."""

    heading = "A round of ten minutes"

    def who_and_what(self) -> ComposeResult:
        """Yield the field for who practises."""
        yield Field("Candidate", Input(self._candidate, placeholder="the candidate's name", id="name", compact=True))

    def start(self, name: str, hints: Hints) -> Sitting:
        """Return the interview; `InputError` or `OSError` is raised where there is none."""
        from simulator import sitting
        from simulator.content.own import write_short

        app = app_of(self)
        process = write_short(self._archive.home, app.library())
        app.content_changed()
        return sitting.start(self._archive, process=process, candidate=name, hints=hints)
