"""Whether the telling of a case says how it ended: by words for an end, by what others did, by how things stand now."""

from __future__ import annotations

from bisect import bisect_left

from simulator.feedback import lexicon, phrases
from simulator.feedback.grammar import Event, Form, Person, Placed, events_of, is_action
from simulator.feedback.reading import Reading, Sentence
from simulator.feedback.specifics import is_number

_WORDS_BEHIND_CUE = 3
_LONGEST_BARE_FIGURE = 8
_NO_END_IN_PASSIVE = lexicon.words("dealt handled asked told given involved picked called supposed based located")
_NO_END_IN_PRESENT = lexicon.words(
    "is was has does always likes knows thinks feels seems needs means takes depends shows helps teaches"
)
_TAKINGS = lexicon.words("took made got had did served saved")


def tells_end(reading: Reading, placed: list[Placed]) -> bool:
    """Return whether the end of the case is told; `placed` are the verbs of the answer in order."""
    if not placed:
        return False
    empty = [_last_empty(reading, sentence) for sentence in reading.sentences]
    return (
        any(_ends_in_words(reading, sentence, at) for sentence, at in zip(reading.sentences, empty, strict=True))
        or _ends_in_present(reading.sentences[-1])
        or _ends_in_deeds(reading, placed, empty)
    )


def _last_empty(reading: Reading, sentence: Sentence) -> int:
    """Return where the last empty praise of a sentence stands, -1 where there is none."""
    matches = phrases.pattern(phrases.EMPTY_ENDINGS).finditer(reading.text, sentence.start, sentence.end)
    return max((match.start() for match in matches), default=-1)


def _ends_in_words(reading: Reading, sentence: Sentence, empty: int) -> bool:
    starts = [word.start for word in sentence.words]
    for match in phrases.pattern(phrases.ENDINGS).finditer(reading.text, sentence.start, sentence.end):
        behind = len(starts) - bisect_left(starts, match.end())
        says_something = behind >= _WORDS_BEHIND_CUE and empty < match.start()
        if says_something and not _starts_over(match.group(), reading.text, match.end()):
            return True
    return False


def _starts_over(cue: str, text: str, at: int) -> bool:
    """Return whether the speaker only says the cue again: "the result was, the result was ..."."""
    return cue.lower() in text[at : at + len(cue) + 4].lower()


def _ends_in_present(sentence: Sentence) -> bool:
    """Return whether the sentence tells how things stand: "He sends us a card", or a bare figure: "Two times."."""
    texts = [word.text for word in sentence.words]
    if len(texts) > 2 and texts[0] in {"he", "she", "it"} and texts[1].endswith("s"):
        return texts[1] not in _NO_END_IN_PRESENT
    figure = any(is_number(text) for text in texts)
    return figure and len(texts) <= _LONGEST_BARE_FIGURE and not events_of(sentence)


def _ends_in_deeds(reading: Reading, placed: list[Placed], empty: list[int]) -> bool:
    """Return whether somebody else does something after the speaker's first step, or "we" reach something late."""
    first = next((i + 1 for i, p in enumerate(placed) if _is_step(p.event)), 0)
    first = first or max(1, sum(1 for p in placed if p.sentence == 0))
    late = len(reading.sentences) - 1 - max(1, len(reading.sentences) // 4)
    return any(
        empty[p.sentence] < 0
        and _is_end(reading.sentences[p.sentence], p.event, late=p.sentence >= late)
        and not _embedded(reading, before, p)
        for before, p in zip(placed[first - 1 :], placed[first:], strict=False)
    )


def _is_step(event: Event) -> bool:
    return (
        event.person in {Person.I, Person.WE}
        and is_action(event)
        and event.verb not in lexicon.PERCEPTION
        and (event.verb not in lexicon.LIGHT or event.verb in lexicon.COMMON_DEEDS)
    )


def _embedded(reading: Reading, before: Placed, p: Placed) -> bool:
    """Return whether the verb only tells what was found or said: "I noticed that the door was wedged open"."""
    if before.sentence != p.sentence or before.event.verb not in lexicon.PERCEPTION | lexicon.SPEECH:
        return False
    between = reading.sentences[p.sentence].words[before.event.index + 1 : p.event.index]
    return not any(word.after_pause or word.text in lexicon.CONJUNCTIONS for word in between)


def _is_end(sentence: Sentence, event: Event, *, late: bool) -> bool:
    if event.person in {Person.I, Person.WE}:
        return late and _is_own_end(sentence, event)
    if event.person is not Person.OTHER:
        return False
    if event.form is Form.PERFECT or _reports_speech(sentence, event):
        return late
    if not is_action(event) or event.form is Form.PAST_PERFECT or event.pending or event.verb in lexicon.EVALUATION:
        return False
    return event.form is not Form.PASSIVE or event.verb not in _NO_END_IN_PASSIVE


def _reports_speech(sentence: Sentence, event: Event) -> bool:
    following = [word.text for word in sentence.words[event.index + 1 : event.index + 2]]
    said_like = event.verb in lexicon.BE_PAST and following == ["like"]  # "she was like yeah"
    return said_like or (is_action(event) and event.verb in lexicon.SPEECH)


def _is_own_end(sentence: Sentence, event: Event) -> bool:
    """Return whether the end has the speaker for its subject: "we lost the client", "we took eleven thousand"."""
    if event.form is not Form.PAST or event.negated:
        return False
    following = sentence.words[event.index + 1 : event.index + 5]
    return event.verb in lexicon.ACHIEVEMENT or (
        event.person is Person.WE and event.verb in _TAKINGS and any(is_number(word.text) for word in following)
    )
