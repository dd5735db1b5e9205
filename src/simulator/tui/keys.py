"""Every key of every screen in one table: bindings, key bar, palette, the list under F1, and what can be remapped.

The table needs no Textual. Left out are keys that terminals can't tell from others (see `keymap`), and Ctrl+B, which is
tmux's own. In a text box the letters that edit text keep their meaning.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.binding import Binding


@dataclass(frozen=True)
class Key:
    """One thing a key does: the method it calls, the keys, a word for palette and key bar, a sentence on it.

    Without a word it is in neither, as befits moving about; with `bar` false it is in the palette alone.
    """

    action: str
    keys: str
    label: str
    help: str
    bar: bool = True

    @property
    def name(self) -> str:
        """The action's name without where it is done; an argument makes it another one."""
        name, _, argument = self.action.rpartition(".")[2].partition("(")
        if name == "scroll_screen":
            return name + {"-1)": "_up", "1)": "_down", "2)": "_end"}[argument]
        return f"{name}_{argument.removesuffix(')')}" if argument else name


_SCROLLING = (
    Key("scroll_down", "down,j", "", "One line down"),
    Key("scroll_up", "up,k", "", "One line up"),
    Key("page_down", "pagedown,space", "", "One page down"),
    Key("page_up", "pageup", "", "One page up"),
    Key("scroll_home", "home,g", "", "To the beginning"),
    Key("scroll_end", "end,G", "", "To the end"),
)

TABLE: dict[str, tuple[Key, ...]] = {
    "choices": (
        Key("screen.go_on", "enter", "Continue", "Continue with the candidacy marked ›: its next step"),
        Key("cursor_down", "j", "", "Next candidacy (as Down)"),
        Key("cursor_up", "k", "", "Previous candidacy (as Up)"),
        Key("first", "g", "", "First candidacy (as Home)"),
        Key("last", "G", "", "Last candidacy (as End)"),
    ),
    "home": (
        Key("new", "n", "New", "Practise: begin the first interview of somebody"),
        Key("debrief", "d", "Debrief", "Read the debrief of the last interview"),
        Key("find", "/", "", "Find a candidacy by a part of its name, as you type"),
        Key("review", "v", "Review", "What to know before the next round", bar=False),
        Key("own", "o", "", "Practise for your own company and position: five questions, no file to write"),
        Key("short", "s", "", "Practise a short round: ten minutes"),
        Key("facts", "f", "Facts", "All facts you gave, and whether they agree"),
        Key("replay", "p", "Replay", "Play an interview again, or compare two", bar=False),
        Key("recall", "r", "Recall", "Write down a first interview you already had elsewhere"),
        Key("app.quit", "q", "Quit", "Quit"),
        Key("app.settings", "comma", "Settings", "Colours, pacing, what sends an answer, and more", bar=False),
    ),
    "settings-list": (
        Key("cursor_down", "j", "", "Next setting (as Down)"),
        Key("cursor_up", "k", "", "Previous setting (as Up)"),
        Key("screen.next", "right,l,space", "Change", "The next value (as Enter, or a click)"),
        Key("screen.previous", "left,h", "Change back", "The value before", bar=False),
        Key("screen.default", "d", "Default", "Back to what it is where nothing is set"),
        Key("first", "g", "", "First setting (as Home)"),
        Key("last", "G", "", "Last setting (as End)"),
    ),
    "settings": (Key("back", "escape,q,comma", "Back", "Back; everything is saved"),),
    "text": (Key("line_break", "ctrl+j,shift+enter", "", "Begin a new line"),),
    "box": (
        Key("send", "enter", "", "Send; a paste never does"),
        Key("line_break", "ctrl+j,shift+enter", "", "Begin a new line (Shift+Enter where the terminal tells)"),
        Key("edit", "f6", "", "Write in your own editor (VISUAL or EDITOR), and come back with the text"),
        Key("cursor_up", "up", "", "One line up; from the very beginning, what you sent before"),
        Key("cursor_down", "down", "", "One line down; from the very end, back to what you were writing"),
        Key("app.scroll_screen(-1)", "pageup", "", "Scroll what was said one page up"),
        Key("app.scroll_screen(1)", "pagedown", "", "Scroll what was said one page down"),
        Key("app.scroll_screen(2)", "ctrl+end", "", "To the end of what was said"),
    ),
    "interview-over": (
        Key("debrief", "enter", "Debrief", "Read the debrief"),
        Key("compare", "c", "Compare", "Put the attempt this one branched off beside it"),
        Key("look_ahead", "v", "Review", "What to know before the next round"),
        Key("home", "escape", "Home", "To the home screen"),
    ),
    "coach": (
        Key("coach", "f9", "Coach", "Hold down to see the coach's side; it closes by itself"),
        Key("aloud", "f10", "Aloud", "The answer was spoken; what stands in the box is its gist"),
    ),
    "interview": (
        Key(
            "take_back", "ctrl+t", "Take back", "Take the last answer back, within ten seconds of sending it", bar=False
        ),
        Key("skip", "f8,ctrl+o", "Skip", "Pass this question over; what is in the box stays"),
        Key("ask", "f3,ctrl+f", "Ask", "Ask the interviewer something"),
        Key("pause", "f5,ctrl+r", "Pause", "Stop the clock, or go on"),
        Key("leave", "ctrl+l", "Leave", "Leave the room; everything is saved, and you can come back"),
        Key("who", "f2,ctrl+g", "Who", "Who is in the room"),
        Key("note", "f4,ctrl+n", "Note", "Write a note for yourself; interviewers never see it"),
        Key("look_back", "ctrl+s", "Review", "What to know before this round, until you have answered", bar=False),
        Key(
            "move",
            "escape",
            "",
            "From the box to what was said (j and k scroll there), and back; what you write goes to the box",
        ),
    ),
    "host": (
        Key("line", "f9", "Line", "To the coach's line"),
        Key("invite", "f10", "Invite", "How others join; the candidate's line goes to the clipboard"),
        Key("side(-1)", "pageup", "", "Scroll your side one page up"),
        Key("side(1)", "pagedown", "", "Scroll your side one page down"),
        Key("app.focus_next", "tab", "", "Between what was said, your side and your line"),
    ),
    "coach-side": (
        Key("hold", "f9", "Hold", "Keep the coach's side open a little longer"),
        Key("close", "escape", "Close", "Close the coach's side; what is in the line stays"),
        Key("app.scroll_screen(-1)", "pageup", "", "Scroll one page up"),
        Key("app.scroll_screen(1)", "pagedown", "", "Scroll one page down"),
    ),
    "form": (
        Key("begin", "f9,ctrl+r", "Begin", "Begin"),
        Key("app.focus_next", "tab", "Next field", "To the next field; Shift+Tab to the one before"),
        Key("back", "escape", "Back", "Back; nothing is begun, and what you filled in stays"),
    ),
    "chooser": (
        Key("next", "right,down,l,space,enter", "Change", "The next one (or a click)"),
        Key("previous", "left,up,h", "", "The one before"),
    ),
    "recall": (
        Key("done", "f9,ctrl+r", "Done", "This was all you remember: the next round works from it"),
        Key("should", "f3,ctrl+f", "Should", "What you should have said to the question added last"),
        Key("worried", "f4,ctrl+n", "Worried", "What seemed to worry them about the answer added last"),
        Key("leave", "escape,ctrl+l", "Later", "Leave it for now; everything is saved"),
        Key("app.focus_next", "tab", "Next field", "To the other box"),
    ),
    "which": (
        Key("first", "1", "First", "Which is right? The first one is"),
        Key("second", "2", "Second", "Which is right? The second one is"),
        Key("both", "3", "Both", "Which is right? Both are true"),
        Key("unlike", "4", "Unlike", "Which is right? They are not about the same thing"),
        Key("later", "0,escape", "Later", "Which is right? Leave this one for later"),
        Key("app.focus_next", "tab", "", "To the choices and back; Enter takes the one marked ›"),
        Key("ask", "w", "Which is right", "Be asked which is right: what is open, or once more what you settled"),
        Key("back", "q,escape,enter", "Back", "Back"),
    ),
    "review": (Key("who", "a", "Who", "Ask who will be there, and what each of them does"),),
    "reading": (
        Key("search", "/", "Search", "Search in the text"),
        Key("next_hit", "n", "", "To the next place found"),
        Key("previous_hit", "N", "", "To the place found before"),
        Key("next_heading", "J", "", "To the next heading"),
        Key("previous_heading", "K", "", "To the heading before"),
        Key("copy_all", "Y", "", "Copy everything"),
    ),
    "debrief": (
        Key("said", "t", "Turn", "Show what was said in the turn that is marked, or named first in view"),
        Key("next_place", "m", "", "To the next turn that is named"),
        Key("previous_place", "M", "", "To the turn named before"),
        Key("review", "v", "Review", "What to know before the next round"),
        Key("export", "e", "Export", "Write it into a file: Markdown, text or HTML"),
    ),
    "said": (Key("back", "escape,q,t", "Back", "Back to where it is named"),),
    "own-marks": (
        *(Key(f"mark({mark})", str(mark), "", f"Your own mark for this answer: {mark} of 5") for mark in range(1, 6)),
        Key("pass", "0", "Pass over", "Leave this answer without a mark"),
        Key("done", "escape,q", "To the debrief", "Leave the rest, and read the debrief"),
        Key(
            "on",
            "n,ctrl+n",
            "What you make of them",
            "Leave the rest of your answers, and go on to what you make of them",
        ),
        Key("app.focus_next", "tab", "", "To your answer, to scroll there, and back"),
    ),
    "own-view": (
        *(Key(f"mark({mark})", str(mark), "", f"Your mark: {mark} of 5") for mark in range(1, 6)),
        Key("pass", "0", "Pass over", "Leave this without a mark"),
        Key("done", "escape,q", "To the debrief", "Leave the rest, and read the debrief; what is in the line is kept"),
        Key("on", "ctrl+n", "Next part", "Leave the rest of these, and go on to what else is asked"),
        Key("app.focus_next", "tab", "", "To the marks, and to the line on it"),
    ),
    "which-list": (
        Key("cursor_down", "j", "", "Next choice (as Down)"),
        Key("cursor_up", "k", "", "Previous choice (as Up)"),
    ),
    "find": (Key("close", "escape,enter", "Back", "Back to the list, with the one that was found"),),
    "ask": (Key("back", "escape", "Back", "Back; what you wrote stays until you come again"),),
    "lines": _SCROLLING,
    "conversation": (
        Key("search", "/", "Search", "Search in what was said"),
        Key("next_hit", "n", "", "To the next place found"),
        Key("previous_hit", "N", "", "To the place found before"),
        Key("next_mark", "m", "Mark", "To the next mark: a question, follow-up, difference, note or rating"),
        Key("previous_mark", "M", "", "To the mark before"),
        Key("next_turn", "J", "", "Choose the next turn"),
        Key("previous_turn", "K", "", "Choose the turn before"),
        Key("copy_turn", "y", "", "Copy the turn marked ▌"),
        Key("copy_all", "Y", "", "Copy everything"),
        Key("write_out", "w", "", "Write everything to a text file"),
    ),
    "search": (
        Key("go_there", "enter", "There", "Stay at this place; n and N go on"),
        Key("next", "down", "Next", "To the next place found"),
        Key("previous", "up", "Previous", "To the place found before"),
        Key("cancel", "escape", "Back", "Stop searching, and go back to where you were"),
    ),
    "replay": (
        Key("screen.play", "space", "Play", "Play, or stop"),
        Key("screen.step_on", "right,l", "", "One turn on"),
        Key("screen.step_back", "left,h", "", "One turn back"),
        Key("screen.next_mark", "m", "Mark", "To the next mark: a question, follow-up, difference, note or rating"),
        Key("screen.previous_mark", "M", "", "To the mark before"),
        Key("screen.next_question", "tab", "", "To the next question"),
        Key("screen.previous_question", "shift+tab", "", "To the question before"),
        Key("screen.beginning", "home", "", "To the beginning"),
        Key("screen.the_end", "end", "", "To the end"),
        Key("screen.reveal", "r", "Reveal", "Show what the interviewers had in mind and knew then, or hide it"),
        Key("screen.compress", "t", "Think-time", "Cut long silences down, or play them as they were", bar=False),
        Key("screen.slower", "[,<", "", "Slower"),
        Key("screen.faster", "],>", "", "Faster"),
        Key("screen.branch", "b", "Branch", "Answer again from this question, in a new attempt"),
        Key("screen.compare", "c", "Compare", "Put another attempt or round beside this one"),
        Key(
            "screen.export", "e", "Export", "Write it out: Markdown, text, TOML or a recording for asciinema", bar=False
        ),
        Key("screen.back", "escape,q", "Back", "Back"),
    ),
    "transcripts": (
        Key("cursor_down", "j", "", "Next one (as Down)"),
        Key("cursor_up", "k", "", "Previous one (as Up)"),
        Key("first", "g", "", "First one (as Home)"),
        Key("last", "G", "", "Last one (as End)"),
    ),
    "pick": (Key("back", "escape,q", "Back", "Back"),),
    "sure": (
        Key("yes", "enter,y", "Yes", "Yes"),
        Key("no", "escape,n", "No", "No"),
    ),
    "side-by-side": (
        Key("walk_on", "right,n,l", "Next", "The next question"),
        Key("walk_back", "left,p,h", "Before", "The question before"),
        Key("next_difference", "d", "Difference", "The next question with other words in the answers"),
        Key("previous_difference", "D", "", "The one before with other words in the answers"),
        Key("app.focus_next", "tab", "Other side", "To the other side, to scroll there"),
        Key("back", "escape,q", "Back", "Back"),
    ),
    "card": (Key("back", "escape,q,enter", "Back", "Back"),),
    "app": (
        Key("app.keys", "f1", "Keys", "Show all keys of this screen"),
        Key("app.command_palette", "ctrl+p", "", "Search everything that can be done here"),
        Key("app.quit", "ctrl+q", "Quit", "Quit; everything is saved, or you are asked once more", bar=False),
    ),
}


KEYS = {f"{place}.{key.name}": key for place, keys in TABLE.items() for key in keys}
"""The keys by the id that a keymap knows them by, such as `interview.skip`, in the order in which they are shown."""

ORDER = {identity: number for number, identity in enumerate(KEYS)}
"""The place of each id in the table."""

TITLES = {
    "box": "In the answer box",
    "text": "In this box",
    "lines": "In the text",
    "reading": "In the text",
    "conversation": "In what was said",
    "search": "While you search",
    "choices": "In the list",
    "chooser": "In a choice",
    "which-list": "In the list",
    "settings-list": "In the list",
    "transcripts": "In the list",
    "replay": "While it is played",
    "app": "Everywhere",
}
"""What the keys of a widget, and of the program, stand under in the list of keys."""


def bindings(place: str) -> list[Binding]:
    """Return the bindings of a screen or widget, each with its id."""
    from textual.binding import Binding

    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=bool(key.label) and key.bar,
            tooltip=key.help,
            id=f"{place}.{key.name}",
        )
        for key in TABLE[place]
    ]


NAMED = (
    *("enter", "escape", "tab", "space", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
    *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
)
"""The keys that have names and write nothing."""

CALLED = {
    "slash": "solidus",
    "backslash": "reverse_solidus",
    "at": "commercial_at",
    "minus": "hyphen-minus",
    "less_than_sign": "less-than_sign",
    "greater_than_sign": "greater-than_sign",
    "plus": "plus_sign",
    "underscore": "low_line",
}
"""The names Textual has for characters where they are not Unicode's."""

NAMES = {"escape": "Esc", "pageup": "PgUp", "pagedown": "PgDn"}
"""How keys are shown whose own name would not do."""


def shown(key: str) -> str:
    """Return how a key is shown: "Ctrl+J", "F1", "PgUp", "j"."""
    if key in NAMES:
        return NAMES[key]
    if letter := letter_of(key):
        return letter
    return "+".join(NAMES.get(part, part.capitalize()) for part in key.split("+"))


def letter_of(key: str) -> str:
    """Return the character a key writes, by itself or by its name ("comma", "question_mark"); none for other keys."""
    if key in NAMED:
        return ""
    try:
        letter = key if len(key) == 1 else unicodedata.lookup(CALLED.get(key, key).replace("_", " "))
    except KeyError:
        return ""
    return letter if letter.isprintable() and not letter.isspace() else ""


def key_for(identity: str, keymap: Mapping[str, str]) -> str:
    """Return how the first key of an action is shown, as remapped by `keymap`."""
    return shown(keymap.get(identity, KEYS[identity].keys).split(",")[0])
