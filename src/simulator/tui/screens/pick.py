"""Choosing a transcript out of a list: the interviews of a candidacy, the latest first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from simulator.text import one_line
from simulator.tui.keys import bindings

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from simulator.archive import Archive, Candidacy, Kept


class Transcripts(OptionList):
    """The list, also with the keys of vi."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("transcripts")]


class Pick(ModalScreen[Path | None]):
    """The transcripts of `candidacy`, or of everybody; the one at `but` is left out. Returns a path."""

    CSS_PATH = "replay.tcss"
    AUTO_FOCUS = "Transcripts"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("pick")]

    def __init__(self, archive: Archive, candidacy: Candidacy | None, *, but: Path | None = None) -> None:
        super().__init__()
        candidacies = [candidacy] if candidacy else list(archive.candidacies())
        self._kept = [kept for each in candidacies for kept in reversed(each.kept) if kept.path != but]
        self._said = "Enter takes one · Esc back" if self._kept else "There is no other interview yet · Esc back"

    def compose(self) -> ComposeResult:
        """Lay the list out."""
        chosen = Transcripts(*[Option(Content(_told(kept))) for kept in self._kept], id="transcripts")
        chosen.border_title = Content("Which interview?")
        chosen.border_subtitle = Content(self._said)
        yield chosen

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the one that was taken."""
        self.dismiss(self._kept[event.option_index].path)

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)


def _told(kept: Kept) -> str:
    header = kept.header
    state = "" if kept.ended else ", not ended"
    branch = header.branched_from
    origin = f", answered anew from turn {branch.n} of {branch.transcript}" if branch else ""
    return one_line(f"{kept.path.stem}  {header.title}, attempt {header.attempt}{origin}{state}", 200)
