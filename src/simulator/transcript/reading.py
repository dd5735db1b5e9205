"""Readings of a transcript: loading it from disk, which turns stand, and its exchanges of question and answers."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec

from simulator.files import InputError
from simulator.text import clean_all, one_line
from simulator.transcript.turns import EMPLOYER, NOT_REMEMBERED, VISIBILITY, Header, Person, Transcript, Turn

FORMAT = 1
MAX_TRANSCRIPT = 64_000_000
"""Bytes read of one transcript: about a thousand times a long interview."""

MAX_LINES = 60
"""Lines a turn's table may have: three times the keys there are."""

_NOT_WHOLE = (ValueError, TypeError, KeyError, RecursionError, msgspec.ValidationError)
"""What decoding something that is not a whole turn raises; errors of TOML and of UTF-8 are ValueErrors."""

START_OF_TURN = b"[[turns]]\n"
_NAMES_END = (b'"end"', b"'end'")
"""What a transcript that has ended holds, as a turn's kind; where somebody said it, the quotes are written `\\"`."""

ASKED_MEANWHILE = "asked_meanwhile"
"""Why something is noted that the candidate asked at the end of an answer."""

ASKED = frozenset({"asks_back", ASKED_MEANWHILE})
"""Why something is noted that the candidate wants to know, and that is answered when their turn has come."""

TOLD_HERE = "told_here"
"""Why something is noted that an answer tells for a question ahead, which is the one the note is about."""

REMARKED = frozenset({"heat", "next_step", ASKED_MEANWHILE, TOLD_HERE})
"""Why something is noted that is there; else it is noted because it is missing."""

PUT_OFF = "put_off"
"""Why an answer is noted that asks to come back to the question later."""

HOLDS_OPEN = frozenset({"asks_again", "which", "thinking", "cut_in"})
"""Why an answer is noted that only asks what is meant or for a moment, or answers what was asked in between.

What was asked stays open.
"""

REQUESTS = HOLDS_OPEN | {PUT_OFF, "declined", "closed"}
"""Why an answer is noted that says something of the question and does not take it up."""

NO_ANSWER = REQUESTS | {"foreign", "asks_back", "told_already", "off_question", "no_fact"}
"""Why an answer is noted as not taking up the question."""

STANDS_ASIDE = NO_ANSWER - {"told_already"}
"""Why nothing rests on such an answer. What was told to another question before was told: facts in it are facts."""

_STAYS = frozenset(
    {"note", "coach_note", "rating", "pause", "resume", "leave", "begin", "ask", "reply"}
    | {"late_change", "change", "take_over", "give_back"}
)
"""Kinds that a taken-back answer does not take with it: what somebody else did meanwhile."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the bytes of a transcript hold: the whole turns, and where the first thing that is not one begins."""

    transcript: Transcript
    whole: int
    """Bytes up to which everything decodes."""
    torn: bytes
    """What follows them: empty for a sound file."""


@dataclass(frozen=True)
class Unread:
    """A transcript of which only the header is decoded; the turns are when they are first asked for."""

    header: Header
    _raw: bytes
    _path: Path

    @cached_property
    def transcript(self) -> Transcript:
        """All of it, as far as it holds whole turns."""
        return read_bytes(self._raw, self._path).transcript

    @property
    def ended(self) -> bool:
        """Whether the interview came to its end; of one that did not, no turn has to be decoded to tell."""
        return any(mark in self._raw for mark in _NAMES_END) and self.transcript.ended


def read_bytes(raw: bytes, path: Path) -> Reading:
    """Decode a transcript's bytes as far as they hold whole turns.

    `InputError` is raised where not even the header can be read; `path` is only named in it.
    """
    starts = _turn_starts(raw)
    head = _head(raw, starts)
    header = _header(head, path)
    whole = len(head)
    turns: list[Turn] = [] if starts else [*_whole_turns(head)]  # as somebody may write them by hand
    for start, end in pairwise([*starts, len(raw)]):
        found, length = _whole_turns(raw[start:end]), end - start
        if not found:
            found, length = _first_turn(raw[start:end])
        if not found or not _rising([*turns[-1:], *found]):
            break
        turns += found
        whole = start + length
        if whole < end:
            break
    return Reading(Transcript(header=header, turns=tuple(turns)), whole, raw[whole:])


def load(path: Path) -> Transcript:
    """Read the transcript at `path`, as far as it holds whole turns, with all its text cleaned.

    `InputError` is raised where there is none or its header can't be read.
    """
    return glance(path).transcript


def glance(path: Path) -> Unread:
    """Read the transcript at `path` as `load` does, but decode only its header yet; raises what `load` does."""
    raw = raw_bytes(path).replace(b"\r\n", b"\n")
    return Unread(_header(_head(raw, _turn_starts(raw)), path), raw, path)


def raw_bytes(path: Path) -> bytes:
    """Return the bytes of the transcript at `path`; `InputError` is raised where they can't be had."""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_TRANSCRIPT + 1)
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from None
    if len(raw) > MAX_TRANSCRIPT:
        raise InputError(f"{path}: is too large for a transcript (at most {MAX_TRANSCRIPT:,} bytes)")
    return raw


def _turn_starts(raw: bytes) -> list[int]:
    """Return where each turn's table begins; no string holds a line end, so its line can't be part of one."""
    starts = []
    at = raw.find(START_OF_TURN)
    while at >= 0:
        if at == 0 or raw[at - 1 : at] == b"\n":
            starts.append(at)
        at = raw.find(START_OF_TURN, at + 1)
    return starts


def _head(raw: bytes, starts: Sequence[int]) -> bytes:
    """Return what stands before the first turn."""
    return raw[: starts[0]] if starts else raw[: len(raw) - len(_begun_turn(raw))]


def _header(raw: bytes, path: Path) -> Header:
    try:
        data = tomllib.loads(raw.decode("utf-8"))
        if data.get("format") != FORMAT:
            found = one_line(str(data.get("format", "none")), 20)
            raise InputError(f"{path}: is not a transcript of format {FORMAT} (its format: {found})")
        return msgspec.convert(clean_all(data), Header)
    except (ValueError, msgspec.ValidationError, RecursionError) as error:  # TOML's and UTF-8's are ValueErrors
        what = one_line(str(error), 160)
        raise InputError(f"{path}: its header can't be read: {what}; mend it by hand, the file is left alone") from None


def _whole_turns(part: bytes) -> tuple[Turn, ...]:
    """Return the turns of part of a file, almost always one; none where anything in it is not whole."""
    if not part.endswith(b"\n"):
        return ()
    try:
        turns = tuple(map(_turn, tomllib.loads(part.decode("utf-8")).get("turns", ())))
    except _NOT_WHOLE:
        return ()
    return turns if _rising(turns) else ()


def _rising(turns: Sequence[Turn]) -> bool:
    return all(one.n < other.n for one, other in pairwise(turns))


def _begun_turn(raw: bytes) -> bytes:
    """Return the beginning of a first turn's table that a header may end in."""
    line = raw[raw.rfind(b"\n") + 1 :]
    return line if START_OF_TURN.startswith(line) else b""


def _first_turn(raw: bytes) -> tuple[tuple[Turn, ...], int]:
    """Return the turn that one table begins with and how many bytes it has, up to the last line end that fits.

    Only a line end proves that a line is whole; none where no turn can be read.
    """
    found: tuple[Turn, ...] = ()
    length = 0
    end = 0
    for _ in range(MAX_LINES):
        end = raw.find(b"\n", end) + 1
        if not end:
            break
        try:
            (table,) = tomllib.loads(raw[:end].decode("utf-8"))["turns"]
            found, length = (_turn(table),), end
        except _NOT_WHOLE:
            continue
    return found, length


def _turn(table: object) -> Turn:
    if not isinstance(table, dict) or "text" not in table:
        raise ValueError("a turn has a text")
    turn = msgspec.convert(clean_all(table), Turn)
    if turn.kind not in VISIBILITY:
        raise ValueError(f"no kind of turn is called {turn.kind}")
    if not (math.isfinite(turn.at) and math.isfinite(turn.seconds)):
        raise ValueError("a time is a number of seconds")
    return turn


def in_the_room(transcript: Transcript) -> tuple[Person, ...]:
    """Return the interviewers who are in the room after the turns so far, changes of plan included."""
    header = transcript.header
    present = [person.id for person in header.interviewers]
    for turn in transcript.turns:
        if turn.kind == "change":
            present = moved(present, gone=turn.person, come=turn.to)
    return tuple(person for each in present if (person := header.person(each)))


def moved(present: Sequence[str], *, gone: str, come: str) -> list[str]:
    """Return the ids of who is in the room once `gone` has left and `come` has come, who takes that seat."""
    place = present.index(gone) if gone in present else len(present)
    return [*present[:place], *([come] if come and come not in present else []), *present[place + 1 :]]


def broken_off(transcript: Transcript) -> tuple[int, int] | None:
    """Return (questions asked, questions planned) of a round that was ended before the candidate's own turn had come.

    None where it was not, and for one that goes on still or was written down from memory.
    """
    header = transcript.header
    asked = {turn.question for turn in transcript.turns if turn.kind == "question"}
    had_turn = "" in asked or all(item.why != "closing" for item in header.agenda)
    if had_turn or header.recalled or not transcript.ended:
        return None
    return len(asked), len(asked | {item.question for item in header.agenda if item.question})


def time_cut(turns: Sequence[Turn]) -> Turn | None:
    """Return the last turn that cut the time down, None where nothing did."""
    return next((turn for turn in reversed(turns) if turn.kind == "change" and turn.minutes), None)


def standing(turns: Iterable[Turn]) -> list[Turn]:
    """Return the turns that still hold: without answers that were taken back and what they led to."""
    kept: list[Turn] = []
    for turn in turns:
        if turn.kind == "take_back":
            kept = [each for each in kept if each.n < turn.cause or each.kind in _STAYS]
        kept.append(turn)
    return kept


@dataclass(slots=True)
class Exchange:
    """One question and all that was said to it."""

    question: str
    asker: str
    asked: Turn
    answers: list[Turn] = field(default_factory=list)
    probes: list[Turn] = field(default_factory=list)
    challenges: list[Turn] = field(default_factory=list)
    clarifications: list[Turn] = field(default_factory=list)
    """Replies to a challenge: they explain a difference, so they are not compared themselves."""
    aside: list[Turn] = field(default_factory=list)
    """Answers that did not take up the question: they are shown, and nothing rests on them."""
    why_aside: str = ""
    """Why the last of those stands aside."""
    told_already: list[Turn] = field(default_factory=list)
    """Answers in the words of one to another question."""
    noted: str = ""
    """What was asked for twice and did not come, as it was noted."""
    skipped: bool = False
    forgotten: bool = False
    """Whether it was answered, but nobody remembers how."""

    @property
    def said(self) -> list[Turn]:
        """The answers, the same words only once: what is compared and counted."""
        return list({turn.text: turn for turn in reversed(self.answers)}.values())[::-1]

    @property
    def text(self) -> str:
        """What was said, one answer below the other."""
        return joined([turn.text for turn in self.said])


def unrated(turns: Sequence[Turn]) -> list[Exchange]:
    """Return the exchanges with an answer that the candidate has not rated yet."""
    rated = {turn.cause for turn in turns if turn.kind == "self_rating"}
    return [each for each in exchanges(turns) if each.answers and not rated & {turn.n for turn in each.answers}]


def employer_ratings(turns: Iterable[Turn]) -> dict[str, Turn]:
    """Return how the candidate found the employer, the last word on each thing, in the order in which it is asked."""
    last = {turn.why: turn for turn in turns if turn.kind == "employer_rating"}
    return {aspect: last[aspect] for aspect in EMPLOYER if aspect in last}


def goal_guesses(turns: Iterable[Turn]) -> dict[str, str]:
    """Return what the candidate took each interviewer to have wanted to know, by id, the last guess on each."""
    return {turn.person: turn.text for turn in turns if turn.kind == "goal_guess"}


SEPARATOR = "\n"


def joined(answers: Sequence[str]) -> str:
    """Return the answers of one exchange as the one text that is compared."""
    return SEPARATOR.join(answers)


def part_at(answers: Sequence[str], offset: int) -> int:
    """Return which of `answers` holds the character `offset` of their joined text."""
    for index, answer in enumerate(answers):
        offset -= len(answer) + len(SEPARATOR)
        if offset < 0:
            return index
    return max(len(answers) - 1, 0)


def exchanges(turns: Iterable[Turn]) -> list[Exchange]:
    """Return what was asked and answered, in order; the candidate's own questions at the end are none of it.

    An answer that the room noted not to take up its question is none of its answers. A question that was put off counts
    from when it was put again; what was told for a question before it was put is an answer to it.
    """
    found: list[Exchange] = []
    stands = standing(turns)
    told = _told_ahead(stands)
    challenged = False
    for turn in stands:
        if turn.kind == "question":
            if turn.question:
                found = [each for each in found if each.question != turn.question or each.why_aside != PUT_OFF]
                found.append(Exchange(turn.question, turn.speaker, turn))
                found[-1].answers += told.get(turn.question, [])
            challenged = False
        if not found or turn.question != found[-1].question:
            continue
        exchange = found[-1]
        if turn.kind == "answer":
            (exchange.clarifications if challenged else exchange.answers).append(turn)
            challenged = False
        elif turn.kind == "probe":
            exchange.probes.append(turn)
        elif turn.kind == "challenge":
            exchange.challenges.append(turn)
            challenged = True
        elif turn.kind == "noted":
            challenged = turn.why in HOLDS_OPEN and any(each.n == turn.rests_on for each in exchange.clarifications)
            _note(exchange, turn)
        elif turn.kind == "skip":
            exchange.forgotten = turn.why == NOT_REMEMBERED
            exchange.skipped = not (exchange.answers or exchange.forgotten)
    return found


def _told_ahead(turns: Sequence[Turn]) -> dict[str, list[Turn]]:
    """Return the answers that told what a question still to be put asks for, by that question."""
    ahead = {turn.question: turn.rests_on for turn in turns if turn.why == TOLD_HERE}
    return {question: [turn for turn in turns if turn.n == n] for question, n in ahead.items()}


def _note(exchange: Exchange, turn: Turn) -> None:
    of_it = [each for each in exchange.answers if each.n == turn.rests_on]
    if turn.why == "told_already":
        exchange.told_already += of_it
    elif turn.why in STANDS_ASIDE and (of_it or turn.why in HOLDS_OPEN):
        of_it = of_it or [each for each in exchange.clarifications if each.n == turn.rests_on]
        exchange.clarifications = [each for each in exchange.clarifications if each.n != turn.rests_on]
        exchange.aside += of_it
        exchange.answers = [each for each in exchange.answers if each.n != turn.rests_on]
        exchange.why_aside = turn.why
    elif turn.why not in REMARKED:
        exchange.noted = turn.text
