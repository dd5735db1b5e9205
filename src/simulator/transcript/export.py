"""A transcript for reading elsewhere: Markdown, or TOML as it is kept."""

from __future__ import annotations

import re

from simulator.transcript.journal import header_bytes, turn_bytes
from simulator.transcript.turns import NOT_REMEMBERED, Transcript, Turn, employer_words

_UNHEARD = frozenset({"begin", "wait", "typing", "end", "next_speaker", "ask_probe", "hold_silence"})
_ASIDE = {
    "finding": "noticed",
    "hint": "hint",
    "note": "own note",
    "coach_note": "coach's note",
    "rating": "rating",
    "self_rating": "own mark",
    "employer_rating": "on the employer",
    "goal_guess": "guess",
    "settlement": "which is right",
    "skip": "passes the question over",
    "take_back": "takes the last answer back",
    "pause": "pause",
    "resume": "goes on",
    "leave": "leaves the room",
}

_INLINE = re.compile(
    r"[\\`*\[]|\](?=[(\[:])"  # code, emphasis, links, and the sign that escapes
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis, but not within a word
    r"|<(?=[a-z/!?])|(?<=\S)>|&(?=#?\w+;)"  # HTML
    r"|(?<! )[~$]|[~$](?=[~$])"  # struck out, or a formula: neither ends after a blank, and so none begins
    r"|(?<=\bhttp)(?=://)|(?<=\bhttps)(?=://)|(?<=\bftp)(?=://)|(?<=\bwww)(?=\.)"  # an address
    r"|#\Z",  # the end of a heading
    re.IGNORECASE,
)
_BLOCK = re.compile(r"\A(?:(?=>)|(?=#+(?:\s|\Z))|(?=[-+](?:[-\s]|\Z))|\d{1,9}(?=[.)](?:\s|\Z)))")
"""Up to where what begins like this begins a quote, a heading, a line or a list."""


def as_toml(transcript: Transcript) -> str:
    """Return `transcript` as a transcript's file holds it."""
    return b"".join([header_bytes(transcript.header), *map(turn_bytes, transcript.turns)]).decode()


def as_markdown(transcript: Transcript) -> str:
    """Return `transcript` as Markdown; nothing anybody said is taken for markup."""
    header = transcript.header
    lines = [f"# {escaped(header.title)}: {escaped(header.candidate)}", ""]
    place = ", ".join(filter(None, [header.position, header.company]))
    lines += [f"{escaped(place)}, {header.started_at:%Y-%m-%d}, attempt {header.attempt}, seed {header.seed}.", ""]
    lines += [f"- {escaped(header.speaker(person.id))}" for person in header.interviewers]
    for turn in transcript.turns:
        if turn.kind not in _UNHEARD:
            lines += ["", _paragraph(transcript, turn)]
    return "\n".join(lines) + "\n"


def _paragraph(transcript: Transcript, turn: Turn) -> str:
    who = escaped(transcript.header.speaker(turn.speaker))
    text = escaped(turn.text)
    if turn.kind == "settlement":
        text = f"{escaped(turn.why)}: “{escaped(turn.first)}”, “{escaped(turn.second)}”"
    if turn.kind == "finding":
        text = f"{text} Then: “{escaped(turn.first)}”; now: “{escaped(turn.second)}”"
    if turn.kind == "rating":
        text = f"{escaped(turn.competency)} {turn.score} of 5. {text}"
    if turn.kind == "self_rating":
        text = f"turn {turn.cause}: {turn.score} of 5"
    if turn.kind == "employer_rating":
        text = escaped(employer_words(turn.why, turn.score, turn.text))
    if turn.kind == "goal_guess":
        text = f"what {escaped(transcript.header.speaker(turn.person))} wanted to know: {text}"
    said = "does not remember the answer" if turn.why == NOT_REMEMBERED else _ASIDE.get(turn.kind, "")
    aside = f" *({said})*" if said else ""
    return f"**{who}**{aside}: {text}" if text else f"**{who}**{aside}"


def escaped(text: str) -> str:
    """Return `text` so that Markdown shows it as it is, on one paragraph, wherever that begins."""
    marked = _BLOCK.sub(r"\g<0>\\", _INLINE.sub(r"\\\g<0>", text.strip()))
    return re.sub(r"\s*\n\s*", "<br>", marked)
