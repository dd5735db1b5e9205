"""Whether an answer takes up the question: in English, no question itself, new words, and with the fact asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from simulator.consistency.slot import FIGURES
from simulator.content.schemas import ANSWERED_BY_CASE
from simulator.english import MONTHS, WEEKDAYS, either
from simulator.feedback import observe
from simulator.feedback.case import case_told
from simulator.feedback.listening import is_past
from simulator.feedback.reading import Reading, Sentence, read
from simulator.feedback.sides import is_of_private_life
from simulator.interview.lines import Line, about
from simulator.interview.replies import asks_for_next_step, is_question, reply_to
from simulator.interview.requests import request_in
from simulator.text import one_line, word_count
from simulator.transcript.reading import ASKED_MEANWHILE, HOLDS_OPEN, NO_ANSWER, REQUESTS, exchanges

if TYPE_CHECKING:
    import datetime as dt

    from simulator.consistency import Claim, Slot
    from simulator.content.schemas import Persona, Question
    from simulator.interview.state import State

_NOTES = {
    "foreign": "Not in English, so not judged.",
    "asks_again": "Asked what was meant.",
    "put_off": "Asked to come back to it later.",
    "asks_back": "Asked something back: “{quote}”",
    "told_already": "The same words as to another question.",
    "off_question": "Not an answer to what was asked.",
    "no_fact": "What was asked for was not named.",
    "which": "Asked which was meant.",
    "thinking": "Asked for a moment to think.",
    "declined": "Preferred not to say.",
    "closed": "Had no more to say on it.",
    "cut_in": "Answered what was asked in between.",
}
"""Why an answer does not take up its question, as it reads in a note."""

_STANDING = frozenset({"duration", "date", "money", "percent", "yes_no", "choice"})
"""Kinds of fact that are so now or to come, where the question does not ask about the past."""

_OF_THE_PAST = re.compile(r"\b(?:did|was|were|had|been|since|so far|ever)\b", re.IGNORECASE)
_OF_A_WISH = re.compile(r"\b(?:would|rather|prefer|suits?|like|better)\b", re.IGNORECASE)
_YES_OR_NO = re.compile(
    r"^(?:well,? |oh,? |so,? )?(?:yes|yeah|yep|no|nope|sure|of course|certainly|gladly|happily|not\b|only\b)",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(
    r"\b(?:whenever|any ?time|straight ?away|immediately|at once|right away|tomorrow|as soon as|after (?:that|my|the)"
    r"|once (?:my|the|i|we)|retire|long[- ]term|for good|as long as|permanent\w*|indefinitely|until"
    r"|all my (?:life|working)"
    r"|none|nobody|no one|no notice|(?:don't|haven't|do not|have not) (?:have|got|had)|between jobs|just me|only me"
    r"|on my own|by myself|straight out of"
    r"|(?<!quite )a (?:few|couple|handful|dozen)"
    r"|(?<!\d )(?<!thousand )(?<!hundred )(?<!once )(?<!twice )(?<!times )a (?:calendar month|month|year|week)"
    r"|a fortnight"
    rf"|{either(MONTHS)}\b)"
    r"|\band me\b",
    re.IGNORECASE,
)
"""A length, a date or a number in words that are no figure: "until I retire", "just me"; a rate is none."""

_TO_YOU = re.compile(
    r"\b(?:you|your|i'd|(?:will|would|can|could|should|do|may|might|am) i|there|it|they|this|that"
    r"|the (?:job|post|role|team|shifts?|hours|company|office|pay|contract|position|work|salary|band|car|probation))\b",
    re.IGNORECASE,
)
_THE_POST = re.compile(
    r"\b(?:(?:will|would|can|could|should|may|might|am|do|did) i|i'd|i'll|about me"
    r"|(?:will|would|do|does|are|have) (?:you|they)\b(?! (?:mean|want|ask|after|try|look|talk|think|get|have in mind))"
    r"|jobs?|posts?|roles?|teams?|shifts?|hours|compan(?:y|ies)|offices?|pays?|paid|contracts?|positions?|salary|band"
    r"|cars?|probation|training|desks?|holidays?|leave|bonus|budget|canteen|parking|remote|home|notice|start|boss"
    r"|manager|colleagues|staff|people|departments?|here|place)\b",
    re.IGNORECASE,
)
"""What the candidate's own questions are about."""

_ASKS_WHY = re.compile(r"^(?:\w+,? )?(?:why|what for)\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b(?:asked|ask (?:him|her|them|myself)|said|says|thought|wondered|told)\b", re.IGNORECASE)
_TAG = re.compile(
    r",\s*(?:right|you know|isn't it|wasn't it|don't you|do you see|see|eh|innit|okay|ok)$", re.IGNORECASE
)
_ASKS = re.compile(
    r"^(?:why (?:do|does|would|are|is)|what (?:is|are|would|about)|what's"
    r"|how (?:much|many|long|big) (?:is|are|do|does))\b",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|me|my|mine|we|we've|our|us)\b|\d", re.IGNORECASE)
_OPENS = re.compile(r"^(?:well|so|and|but|sorry|okay|ok|right|first|actually)[,\s]+", re.IGNORECASE)
_ASKED_FOR_LEAVE = re.compile(r"\b(?:could|can|may|might) (?:i|you) (?:just )?(?:ask|tell|say)\b", re.IGNORECASE)

_ASKS_WHO = re.compile(r"^(?:and |so )?(?:who|whom|which (?:\w+ )?(?:people|person))\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:he|she|they|him|her|them|somebody|someone|anybody|anyone|nobody|none|people|manager|boss|supervisor"
    r"|colleagues?|head|director|lead|leader|chair|owner|teacher|professor|clients?|customers?|foreman|doctor|mentor"
    rf"|referees?)\b|(?!(?:{either((*MONTHS, *WEEKDAYS))})\b)"
    r"(?-i:(?<!^)(?<![.!?] )\b[A-Z][a-z]{2,}|\b[A-Z][a-z]+(?:,| and\b| from\b))",
    re.IGNORECASE,
)
"""What names a person, or what they are to somebody."""

SAME_WORDS = 92
"""How alike two answers are, of 100, that are the same one."""

ENOUGH_WORDS = 6
"""Words from which on the same answer to two questions is no chance."""

A_FEW_WORDS = 10
"""Words up to which an answer is to what somebody cut in with alone; in more there is room for both."""

OFF_BY_LENGTH = 15
"""Words from which on an answer without the fact talks about something else, and does not just leave it out."""


def heard_aside(state: State, me: Persona) -> Line | None:
    """Return the note on an answer that does not take up the question, or that asked something meanwhile; once each."""
    to, item = state.reacting, state.item
    if to is None or item is None or to.spoken:
        return None
    if any(turn.rests_on == to.n and (turn.why in _NOTES or turn.why == ASKED_MEANWHILE) for turn in state.notes):
        return None
    why = _why_not(state, to.text)
    if state.reacting_to == "challenge" and why not in HOLDS_OPEN:
        return None
    asked = "" if why in REQUESTS else asked_in(to.text)
    if why:
        text = _NOTES[why].format(quote=one_line(asked or to.text, 120))
    elif asked:
        why, text = ASKED_MEANWHILE, f"Asked meanwhile: “{one_line(asked, 120)}”"
    else:
        return None
    line = about(state, "noted", me, text, why)
    return msgspec.structs.replace(line, rests_on=to.n, first=one_line(asked or to.text, 200))


def _asks_of_the_post(state: State, text: str) -> bool:
    """Tell whether a question back is one that the candidate's turn is for, and not one about what was asked."""
    known = reply_to(state.plan, state.people, text) is not None or asks_for_next_step(text)
    return known or bool(_THE_POST.search(text) or _ASKS_WHY.search(text)) or len(text.split()) > OFF_BY_LENGTH


def _why_not(state: State, text: str) -> str:
    assert state.item is not None  # noqa: S101  # checked by whoever asks
    plan, item = state.plan, state.item
    question = plan.questions.get(item.question)
    if _to_what_cut_in(state, text):
        return "cut_in"
    slots = plan.slots(item.question)
    asked = state.put.text if state.put else ""
    line = state.open_line
    to_the_question = line is not None and (line.kind == "question" or line.why in NO_ANSWER)
    named = item.why == "elaborate" or item.question in state.told
    facts = slots if to_the_question and not named else ()
    put = question if to_the_question else None
    why = why_not(text, asked, facts, put, plan.header.started_at.date())
    if why == "asks_back" and not _asks_of_the_post(state, text):
        why = "asks_again"
    if why == "closed" and len(state.answers) == 1 and not state.notes:
        return ""  # there is nothing yet to close
    if why:
        return why
    wants_case = question is not None and question.kind in ANSWERED_BY_CASE  # one sentence may well tell two facts
    if not wants_case or not _told_already(state, text):
        return ""
    # There may be no such case twice.
    seen = {each.kind for each in observe(text, kind=question.kind, seconds=question.seconds)} if question else set()
    return "" if "no_case" in seen else "told_already"


def _to_what_cut_in(state: State, text: str) -> bool:
    """Tell whether a few words answer what somebody asked who cut in since the last answer, and not what was open."""
    before = (turn for turn in reversed(state.turns) if turn.n < state.answered)
    last = next((turn for turn in before if turn.kind in ("answer", "question", "probe", "interrupt")), None)
    asked = last is not None and last.kind == "interrupt" and last.text.rstrip().endswith("?")
    return asked and state.floor.id not in state.played and word_count(text) <= A_FEW_WORDS


def _tells_story(slots: Sequence[Slot]) -> bool:
    return any(slot.kind == "story" for slot in slots)


def why_not(text: str, asked: str, slots: Sequence[Slot], question: Question | None, on: dt.date) -> str:
    """Return why `text` is no answer to `asked`; empty if it is one.

    It is `foreign`, a request about the question, `asks_back` something else, is `off_question`, or has `no_fact` where
    one was asked for.

    What it says is weighed by what speaks against it. Where a case is asked for, that is a story of private life; where
    the question declares facts, it is that all of it is told of the past, an amount of something else, or nothing of
    the kind that was asked for. What puts the question aside is left to the observations.
    """
    reading = read(text)
    if not reading.english:
        return "foreign"
    if request := request_in(text, asked):
        return request
    facts = {slot.id: slot.kind for slot in slots}
    if not facts or _tells_story(slots):
        elsewhere = question is not None and question.kind in ANSWERED_BY_CASE and is_of_private_life(text)
        return "asks_back" if _only_asks(reading) else "off_question" if elsewhere else ""
    from simulator.consistency import claims_of

    claims = claims_of(text, question=asked, slots=slots, on=on)
    if _only_asks(reading) and not any(claim.slot and claim.kind in FIGURES for claim in claims):
        return "asks_back"
    does = question is not None and question.kind in ANSWERED_BY_CASE and not _OF_A_WISH.search(asked)
    if does and set(facts.values()) == {"choice"} and case_told(text):
        return ""  # which of these somebody does, a case shows
    if question and {"evasive", "as_said"} & {each.kind for each in observe(text, kind=question.kind, seconds=30)}:
        return ""
    return _without_the_fact(reading, claims, set(facts.values()), asked)


def _without_the_fact(reading: Reading, claims: Sequence[Claim], kinds: set[str], asked: str) -> str:
    ahead = kinds <= _STANDING and not _OF_THE_PAST.search(asked)
    live = [each for each in reading.sentences if not (_asks(reading, each) or (ahead and is_past(reading, each)))]
    if not live:
        return "off_question"
    spans = [(each.start, each.end) for each in live]
    words = " ".join(reading.text[start:end] for start, end in spans)
    if _ASKS_WHO.search(asked) and any(claim.kind in FIGURES for claim in claims) and not _PERSON.search(words):
        return "no_fact"
    if not kinds <= FIGURES:
        money = "money" not in kinds and any(claim.kind == "money" for claim in claims)
        return "off_question" if money and "reason" not in kinds and not _YES_OR_NO.match(words) else ""
    if any(claim.slot and any(start <= claim.span[0] < end for start, end in spans) for claim in claims):
        return ""
    others = any(claim.kind in FIGURES - kinds for claim in claims)
    if not others and (_IN_WORDS.search(words) or "money" in kinds):  # that no amount was named is an observation
        return ""
    return "off_question" if others or reading.count >= OFF_BY_LENGTH else "no_fact"


def _only_asks(reading: Reading) -> bool:
    """Tell whether an answer is nothing but questions, or questions and nothing about the speaker."""
    asking = [sentence for sentence in reading.sentences if _asks(reading, sentence)]
    if not asking:
        return False
    rest = [reading.text[each.start : each.end] for each in reading.sentences if each not in asking]
    return not any(_MINE.search(part) or _YES_OR_NO.match(part) for part in rest)


def _asks(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence asks the interviewer something: no tag, no "why not", nothing that somebody said."""
    words = _OPENS.sub("", reading.text[sentence.start : sentence.end])
    mark = reading.text[sentence.end :].lstrip("\"'”)")[:1] == "?"
    if _ASKS.match(words) and not mark:
        return len(reading.sentences) == 1
    if not mark or _REPORTS.search(words) or _TAG.search(words) or _YES_OR_NO.match(words):
        return False
    return is_question(words) or bool(_ASKED_FOR_LEAVE.search(words)) or len(sentence.words) <= ENOUGH_WORDS


def says_yes_or_no(text: str) -> bool:
    """Tell whether an answer begins with a yes or a no."""
    return _YES_OR_NO.match(text) is not None


def asked_in(text: str) -> str:
    """Return the question to the interviewer that an answer ends with; empty where it ends with none."""
    reading = read(text)
    last = reading.sentences[-1] if reading.sentences else None
    if last is None or not reading.english:
        return ""
    if not _asks(reading, last):
        asked = asked_in(text[last.start :].partition(":")[2].strip())  # "Yes, one thing: who would I report to?"
        return asked if _TO_YOU.search(asked) else ""
    words = reading.text[last.start : last.end]
    alone = len(reading.sentences) == 1
    return f"{text[last.start : last.end]}?" if alone or (_TO_YOU.search(words) and is_question(words)) else ""


def _told_already(state: State, text: str) -> bool:
    """Tell whether the same words answered another question of this round."""
    words = _plain(text)
    if len(words.split()) < ENOUGH_WORDS:
        return False
    from rapidfuzz import fuzz

    before = (turn.text for exchange in exchanges(state.turns)[:-1] for turn in exchange.answers)
    return any(fuzz.ratio(words, _plain(other)) >= SAME_WORDS for other in before)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
