"""Whether an answer tells a case, and what of it: an own step, how it ended."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.english import words_of
from simulator.feedback import lexicon, phrases
from simulator.feedback.ending import tells_end
from simulator.feedback.grammar import Event, Form, Person, Placed, events_of, is_action
from simulator.feedback.reading import Reading, Sentence, read
from simulator.feedback.specifics import Specific, specifics_of

_NEED_A_VERB = words_of("had managed decided tried went started was")
_NEED_AN_OBJECT = words_of("got made kept delivered used handled planned solved")

# A step told counts 1, one of little content less, one told as a habit less still; a time, a place, a name or a number
# adds to it. Two plain steps with one such setting make a case, and so do three without.
_STRONG_ENOUGH = 2.4
_COMMON_DEED = 0.7
_LIGHT_DEED = 0.4
_HABIT = 0.4
_SETTING = 0.75
_MOST_SETTINGS = 3
_HABIT_ELSEWHERE = 0.5
_STEPS_OF_A_BRIEF_CASE = 2

_DONE = "did"
_POINTED = (["that"], ["it"], ["this"], ["so"])


@dataclass(frozen=True, slots=True)
class Case:
    """What an answer tells of one past case."""

    told: bool
    own_steps: int
    ended: bool
    role: bool
    """Only what the speaker was there for in one piece of work is told, which has no end."""
    planned: int
    """Steps that the speaker would take: "I'd ask her"."""
    we: tuple[int, int] | None
    """Where "we" first did something, in a case."""
    habit: tuple[int, int] | None
    """Where the answer first speaks of how things are in general."""
    step: tuple[int, int] | None
    """Where an own step stands: in the sentence that has most numbers, names and times of those that have one."""


def case_told(answer: str) -> Case | None:
    """Return the case that `answer` tells, whatever was asked; None where it tells none, or is not in English."""
    reading = read(answer)
    case = case_in(reading, specifics_of(reading)) if reading.english else None
    return case if case and case.told else None


def case_in(reading: Reading, specifics: tuple[Specific, ...]) -> Case:
    """Return what `reading` tells of a case."""
    placed = _told_events(reading)
    habits = [_habit_in(reading, sentence) for sentence in reading.sentences]
    own = [p for p in placed if _is_own_step(reading.sentences[p.sentence], p.event) or _points(reading, p, specifics)]
    named = [_names_undertaking(reading, sentence) for sentence in reading.sentences]
    deed = any(any(named[max(0, p.sentence - 1) : p.sentence + 1]) and not habits[p.sentence] for p in own)
    acted = {p.sentence for p in placed if p.event.person in {Person.I, Person.WE} and p.event.form is Form.PAST}
    moved = any(not habits[place] and _moves_figure(reading, reading.sentences[place]) for place in acted)
    ended = tells_end(reading, placed)
    brief = ended and _is_brief_case(own, habits, specifics)
    told = deed or moved or brief or _strength(reading, placed, frozenset(own), habits, specifics) >= _STRONG_ENOUGH
    return Case(
        told=told,
        own_steps=len(own) + sum(1 for _ in phrases.pattern(phrases.OWN_STEPS).finditer(reading.text)),
        ended=ended,
        role=deed and _is_role(reading, placed, own),
        planned=sum(map(_planned_in, reading.sentences)),
        we=next((_span(reading, p) for p in placed if p.event.person is Person.WE and is_action(p.event)), None),
        habit=next((match.span() for match in habits if match), None),
        step=_span(reading, _fullest(own, specifics)) if own else None,
    )


def _is_brief_case(own: list[Placed], habits: list[re.Match[str] | None], specifics: tuple[Specific, ...]) -> bool:
    """Return whether what has an end is a case in few words: two own steps, or one and a number, a name or a time."""
    once = [
        step
        for step in own
        if not habits[step.sentence] and (step.event.verb not in lexicon.LIGHT or step.event.verb == _DONE)
    ]
    return len(once) + min(len(specifics), 1) >= _STEPS_OF_A_BRIEF_CASE and bool(once)


def _habit_in(reading: Reading, sentence: Sentence) -> re.Match[str] | None:
    """Return the words for how things are in general.

    What was so daily until the speaker did something only tells how it had been: "rang every day, so I put a list up".
    """
    turn = phrases.pattern(phrases.TURNS).search(reading.text, sentence.start, sentence.end)
    matches = phrases.pattern(phrases.HABITS).finditer(reading.text, sentence.start, sentence.end)
    daily = phrases.pattern(phrases.DAILY)
    return next((m for m in matches if not (turn and m.end() <= turn.start() and daily.fullmatch(m.group()))), None)


def _points(reading: Reading, p: Placed, specifics: tuple[Specific, ...]) -> bool:
    """Return whether what was just described was done once, with somebody or at a time: "I did that with Ruth"."""
    words = reading.sentences[p.sentence].words
    following = [word.text for word in words[p.event.index + 1 : p.event.index + 6]]
    if p.event.verb != _DONE or p.event.person is not Person.I or p.event.negated or following[:1] not in _POINTED:
        return False
    behind = [each for each in specifics if each.sentence == p.sentence and each.word.start > words[p.event.index].end]
    near = following[1:2] in (["with"], ["for"]) and "like" not in following
    names = {word.text for word in words[p.event.index + 3 : p.event.index + 6]} if near else set[str]()
    return any(each.kind == "time" or (each.kind == "name" and each.word.text in names) for each in behind)


def _fullest(own: list[Placed], specifics: tuple[Specific, ...]) -> Placed:
    """Return the first of the own steps in the sentence with most numbers, names and times."""
    return max(own, key=lambda step: sum(each.sentence == step.sentence for each in specifics))


def _moves_figure(reading: Reading, sentence: Sentence) -> bool:
    return phrases.pattern(phrases.CHANGES).search(reading.text, sentence.start, sentence.end) is not None


def _names_undertaking(reading: Reading, sentence: Sentence) -> bool:
    return phrases.pattern(phrases.UNDERTAKINGS).search(reading.text, sentence.start, sentence.end) is not None


def _is_role(reading: Reading, placed: list[Placed], own: list[Placed]) -> bool:
    """Return whether all own steps only say what the speaker was there for: no one moment, and nobody else acts."""
    if phrases.pattern(phrases.SETTINGS).search(reading.text):
        return False
    if any(p.event.person is Person.OTHER and is_action(p.event) for p in placed):
        return False
    claim = phrases.pattern(phrases.ROLES).search(reading.text)
    return claim is not None and all(reading.sentences[p.sentence].end > claim.start() for p in own)


def _planned_in(sentence: Sentence) -> int:
    return sum(
        event.person is Person.I and event.form is Form.HYPOTHETICAL and event.verb not in lexicon.NO_STEP
        for event in events_of(sentence)
    )


def _told_events(reading: Reading) -> list[Placed]:
    """Return the verbs of the answer, those that can be present only where a sure past stands nearby."""
    by_sentence = [events_of(sentence) for sentence in reading.sentences]
    sure = [any(e.form in {Form.PAST, Form.PASSIVE} and not e.unsure for e in events) for events in by_sentence]
    kept: list[Placed] = []
    for number, events in enumerate(by_sentence):
        nearby = any(sure[max(0, number - 1) : number + 2])
        kept.extend(Placed(event, number) for event in events if nearby or not event.unsure)
    return kept


def _strength(
    reading: Reading,
    placed: list[Placed],
    steps: frozenset[Placed],
    habits: list[re.Match[str] | None],
    specifics: tuple[Specific, ...],
) -> float:
    """Return how much of one particular case is told; 0 where no plain step is told outside habits."""
    weight = 0.0
    particular = False
    for p in placed:
        if is_action(p.event):
            habit = habits[p.sentence] is not None
            own = p in steps
            weight += (1.0 if own else _weight(p.event.verb)) * (_HABIT if habit else 1.0)
            particular = particular or not (habit or (p.event.verb in lexicon.LIGHT and not own))
    if not particular:
        return 0.0
    settings = len(specifics) + sum(1 for _ in phrases.pattern(phrases.SETTINGS).finditer(reading.text))
    return weight + _SETTING * min(settings, _MOST_SETTINGS) - _HABIT_ELSEWHERE * sum(1 for habit in habits if habit)


def _weight(verb: str) -> float:
    if verb in lexicon.COMMON_DEEDS:
        return _COMMON_DEED
    return _LIGHT_DEED if verb in lexicon.LIGHT else 1.0


def _is_own_step(sentence: Sentence, event: Event) -> bool:
    """Return whether somebody can picture the step: "I rang the bride", not "I was involved" or "I worked hard"."""
    if event.person is not Person.I or event.negated or event.form not in {Form.PAST, Form.PAST_PERFECT}:
        return False
    following = [word.text for word in sentence.words[event.index + 1 : event.index + 4]]
    if event.verb in _NEED_A_VERB:
        return _does_after(event.verb, following)
    if event.verb in _NEED_AN_OBJECT:
        return bool(following) and following[0] not in {"a", "better", "on", "sure"}
    return event.verb in {"took", "drove"} or event.verb not in lexicon.STATIVE | lexicon.LIGHT


def _does_after(verb: str, following: list[str]) -> bool:
    if not following:
        return False
    if verb == "went":
        return following[0] in {"and", "back", "to", "over", "up", "down", "through", "round", "in", "out", "with"}
    if verb == "was":
        return following[:2] == ["able", "to"]
    if verb == "started":
        return following[0].endswith("ing") or following[0] in {"a", "the", "to"}
    return following[0] == "to" and len(following) > 1


def _span(reading: Reading, p: Placed) -> tuple[int, int]:
    """Return the span from the subject before the verb, where it stands near it, to the end of the verb."""
    words = reading.sentences[p.sentence].words
    first = p.event.index
    for index in range(p.event.index, max(-1, p.event.index - 4), -1):
        if words[index].text.partition("'")[0] in lexicon.FIRST_PLURAL:
            first = index
            break
    return words[first].start, words[p.event.index].end
