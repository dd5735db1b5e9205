"""The candidacies as a list: how each stands, one of them chosen, to be found by a part of its heading."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from simulator.tui.keys import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

    from simulator.tui.steps import Standing


class Candidacies(OptionList):
    """The list, also with the keys of vi."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("choices")]

    def __init__(self, standings: Iterable[Standing]) -> None:
        self.standings = list(standings)
        super().__init__(*self._prompts(0), id="candidacies")

    @property
    def chosen(self) -> Standing:
        """The one with the sign."""
        return self.standings[self.highlighted or 0]

    def put(self, standings: Iterable[Standing]) -> None:
        """Show these instead; the place that is chosen stays chosen."""
        chosen = self.highlighted or 0
        self.standings = list(standings)
        with self.prevent(OptionList.OptionHighlighted):
            self.clear_options()
            self.add_options(self._prompts(chosen))
            self.highlighted = chosen

    def renew(self, standing: Standing) -> None:
        """Show how a candidacy that is in the list stands now."""
        for index, each in enumerate(self.standings):
            if each.candidacy.id == standing.candidacy.id and each != standing:
                self.standings[index] = standing
                self.replace_option_prompt_at_index(index, _painted(standing, index == self.highlighted))

    def find(self, part: str) -> bool:
        """Choose the first one with `part` in its heading, and tell whether there is one."""
        wanted = part.casefold()
        for index, each in enumerate(self.standings):
            if wanted in each.heading.casefold():
                self.highlighted = index
                return True
        return False

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Move the sign of the chosen one."""
        for index, standing in enumerate(self.standings):
            prompt = _painted(standing, index == event.option_index)
            if self.get_option_at_index(index).prompt != prompt:
                self.replace_option_prompt_at_index(index, prompt)

    def _prompts(self, chosen: int) -> list[Option]:
        return [Option(_painted(each, index == chosen)) for index, each in enumerate(self.standings)]


def _painted(standing: Standing, chosen: bool) -> Content:
    sign = "› " if chosen else "  "
    parts: list[tuple[str, str]] = [(sign + standing.heading, "bold")]
    parts += [("\n    " + line, "") for line in standing.way.splitlines()]
    if standing.step:
        key = "Enter  " if chosen else "next   "
        parts.append((f"\n    {key}", "$foreground-muted"))
        parts.append((standing.step, "bold" if chosen else ""))
    if standing.review:
        parts.append((f"\n    {'v' if chosen else ' '}      ", "$foreground-muted"))
        parts.append((standing.review, ""))
    return Content.assemble(*parts, "\n")


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
