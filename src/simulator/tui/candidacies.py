"""The candidacies as a list: how each stands, one of them chosen, to be found by a part of its heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.tui.keys import bindings
from simulator.tui.notice import Notice

if TYPE_CHECKING:
    from textual.binding import BindingType

    from simulator.steps import Standing


WHOLE = 5
"""Candidacies of which each is shown with its whole way; of more, only the chosen one."""


class Candidacies(OptionList):
    """The list, also with the keys of vi; `standings` are those that are shown."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choices")]

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._everyone = self.standings = list(standings)
        super().__init__(*self._prompts(0), id="candidacies")

    @property
    def chosen(self) -> Standing:
        """The one with the sign."""
        return self.standings[self.highlighted or 0]

    def put(self, standings: Iterable[Standing]) -> None:
        """Have these in the list instead; the one that is chosen stays chosen."""
        self._everyone = list(standings)
        self._fill(self._everyone)

    def renew(self, standing: Standing) -> None:
        """Show how a candidacy that is in the list stands now."""
        for standings in (self._everyone, self.standings):
            for index, each in enumerate(standings):
                if each.candidacy.id == standing.candidacy.id and each != standing:
                    standings[index] = standing
        for index, each in enumerate(self.standings):
            if each is standing:
                self.replace_option_prompt_at_index(index, self._painted(index, index == self.highlighted))

    def find(self, words: str) -> bool:
        """Show those with all these words, or parts of them, in their heading; tell whether there are any."""
        wanted = words.casefold().split()
        found = [each for each in self._everyone if all(word in each.heading.casefold() for word in wanted)]
        if found:
            self._fill(found)
        return bool(found)

    def _fill(self, standings: list[Standing]) -> None:
        chosen = self.chosen.candidacy.id
        places = [place for place, each in enumerate(standings) if each.candidacy.id == chosen]
        self.standings = list(standings)
        place = places[0] if places else 0
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(self._prompts(place))
            self.highlighted = place

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Move the sign of the chosen one."""
        for index in range(len(self.standings)):
            prompt = self._painted(index, index == event.option_index)
            if self.get_option_at_index(index).prompt != prompt:
                self.replace_option_prompt_at_index(index, prompt)

    def _prompts(self, chosen: int) -> list[Option]:
        return [Option(self._painted(index, index == chosen)) for index in range(len(self.standings))]

    def _painted(self, index: int, chosen: bool) -> Content:
        return _painted(self.standings[index], chosen, whole=chosen or len(self._everyone) <= WHOLE)


def _painted(standing: Standing, chosen: bool, *, whole: bool) -> Content:
    sign = "› " if chosen else "  "
    parts: list[tuple[str, str]] = [(sign + standing.heading, "bold")]
    parts += [("\n    " + line, "") for line in standing.way.splitlines() if whole]
    if standing.step:
        key = "Enter  " if chosen else "next   "
        parts.append((f"\n    {key}", "$foreground-muted"))
        parts.append((standing.step, "bold" if chosen else ""))
    if chosen and standing.kind == "debrief":
        parts.append(("\n    n      ", "$foreground-muted"))
        parts.append(("Begin once more", ""))
    if standing.review:
        parts.append((f"\n    {'v' if chosen else ' '}      ", "$foreground-muted"))
        parts.append((standing.review, ""))
    return Content.assemble(*parts, "\n" if whole else "")


class Find(Input):
    """One line for a part of a name."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("find")]
    DEFAULT_CSS = "Find, Find:focus { height: 1; border: none; padding: 0 1; background: $surface; }"

    def __init__(self) -> None:
        super().__init__(placeholder="a part of a name, a post or a company")

    def action_close(self) -> None:
        """Go back to the whole list, with the one that was found."""
        candidacies = self.screen.query_one(Candidacies)
        candidacies.find("")
        candidacies.focus()
        self.screen.query_one(Notice).say("")
        self.remove()
