"""Whether the telling of a case says how it ended: by words for an end, by what others did, by how things stand now."""

from __future__ import annotations

from bisect import bisect_left
from itertools import takewhile

from simulator.english import words_of
from simulator.feedback import lexicon, phrases
from simulator.feedback.grammar import Event, Form, Person, Placed, events_of, is_action
from simulator.feedback.reading import Reading, Sentence
from simulator.feedback.specifics import is_number

_WORDS_BEHIND_CUE = 3
_LONGEST_BARE_FIGURE = 8
_NO_END_IN_PASSIVE = words_of("dealt handled asked told given involved picked called supposed based located")
_NO_END_IN_PRESENT = words_of(
    "is was has does always likes knows thinks feels seems needs means takes depends shows helps teaches"
)
_TAKINGS = words_of("took made got had did served saved threw")
_PAST_FORMS = {Form.PAST, Form.PASSIVE, Form.PAST_PERFECT}
_WORDS_OF_A_HABIT = 4
_SMALL_FIGURES = {"one", "none", "nothing"}
_NOTHING = words_of("no none nothing nobody")
_ALL = words_of("every each twice everybody everyone")
_BEFORE_STATE = words_of("the all both just already only almost nearly about still exactly all quite back")


def tells_end(reading: Reading, placed: list[Placed]) -> bool:
    """Return whether the end of the case is told; `placed` are the verbs of the answer in order."""
    if not placed:
        return False
    empty = [_last_empty(reading, sentence) for sentence in reading.sentences]
    step = next((p for p in placed if _is_step(p.event)), None)
    after = list(zip(reading.sentences, empty, strict=True))[step.sentence if step else len(reading.sentences) :]
    return (
        any(_ends_in_words(reading, sentence, at) for sentence, at in zip(reading.sentences, empty, strict=True))
        or _ends_in_present(reading.sentences[-1])
        or _ends_in_deeds(reading, placed, empty)
        or any(_ends_in_figure(reading, sentence) for sentence, _ in after)
        or _ends_in_something_reached(reading, placed)
        or any(at < 0 and _ends_in_habit(reading, sentence) for sentence, at in after)
        or any(at < 0 and _ends_in_since(reading, sentence) for sentence, at in after[1:])
        or any(at < 0 and _ends_in_state(sentence) for sentence, at in after[max(1, len(after) - 2) :])
        or (step is not None and len(after) == 1 and after[0][1] < 0 and _ends_in_state(after[0][0], step.event.index))
    )


def _ends_in_figure(reading: Reading, sentence: Sentence) -> bool:
    """Return whether a figure moved or a deadline held, and not only was to: "40 percent fewer", "a day early"."""
    match = phrases.pattern(phrases.CHANGES + phrases.ON_TIME).search(reading.text, sentence.start, sentence.end)
    return match is not None and not phrases.pattern(phrases.AIMS).search(reading.text, sentence.start, match.end())


def _ends_in_something_reached(reading: Reading, placed: list[Placed]) -> bool:
    """Return whether a cause was found or something agreed, once something has been told."""
    told = reading.sentences[placed[0].sentence].words[placed[0].event.index]
    return phrases.pattern(phrases.REACHED).search(reading.text, told.end) is not None


def _ends_in_habit(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence, or its last clause, tells what has been so since: "I use it every week now"."""
    found = phrases.pattern((phrases.STILL,)).search(reading.text, sentence.start, sentence.end)
    if not found:
        return False
    parts = [i for i, word in enumerate(sentence.words) if word.after_pause or word.text in lexicon.CONJUNCTIONS]
    clause = max((i for i in parts if sentence.words[i].start <= found.start()), default=0)
    return any(_is_so_now(reading, sentence, first) for first in {0, clause})


def _is_so_now(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Return whether the sentence, from the word number `first` on, tells what is so, and no thought."""
    past = any(event.form in _PAST_FORMS for event in events_of(sentence) if event.index >= first)
    words = sentence.words[first:]
    thought = phrases.pattern(phrases.NO_END_NOW).search(reading.text, words[0].start, sentence.end)
    return not past and not thought and len(words) >= _WORDS_OF_A_HABIT


def _ends_in_since(reading: Reading, sentence: Sentence) -> bool:
    """Return whether the sentence tells how it has been since: "It's been live since April", "We've had none since"."""
    told = phrases.pattern((phrases.SINCE,)).search(reading.text, sentence.start, sentence.end)
    thought = phrases.pattern(phrases.NO_END_NOW).search(reading.text, sentence.start, sentence.end)
    return told is not None and not thought


def _ends_in_state(sentence: Sentence, beyond: int = -1) -> bool:
    """Return whether the sentence tells by "was" what things had come to: "It was right", "Hers was shorter".

    Only what comes after the word number `beyond` counts, and no reason for it.
    """
    texts = list(takewhile(lambda word: word != "because", (word.text for word in sentence.words)))
    for index, text in enumerate(texts):
        if (
            index <= beyond
            or text not in {"was", "were"}
            or (index and texts[index - 1] in {"there", "what", "who", "when", "while"})
        ):
            continue
        if index and texts[index - 1] == "i" and texts[index + 1 : index + 2] not in (["right"], ["wrong"]):
            continue
        complement = list(takewhile(lambda word: word not in lexicon.CONJUNCTIONS, texts[index + 1 : index + 5]))
        if _reached(complement):
            return True
    return False


def _reached(complement: list[str]) -> bool:
    if not complement or complement[0] in {"not", "very", "so", "always"} or complement[0].endswith("ing"):
        return False
    head = [word for word in complement if word not in _BEFORE_STATE]
    if complement[0] in {"a", "an", "my", "our"} or not head:
        return False
    figure = any(is_number(word) for word in head) and "old" not in head
    return figure or head[0] in lexicon.STATES_REACHED | lexicon.COMPARATIVES or "end of it" in " ".join(complement)


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
        empty[p.sentence] < reading.sentences[p.sentence].words[p.event.index].start
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
    before = {word.text for word in sentence.words[max(event.index - 3, 0) : event.index]}
    following = [word.text for word in sentence.words[event.index + 1 : event.index + 5]]
    if event.person is Person.WE and event.negated and before & {"didn't", "never"}:
        return True  # "we didn't miss a visit"
    if event.person is Person.WE and event.verb in lexicon.LOSSES and following[:1] and following[0] in _NOTHING:
        return True  # "we missed no date"
    if event.form is not Form.PAST:
        return False
    if event.person is Person.WE and _ALL & set(following):
        return True  # "we saw every one of them"
    return not event.negated and (
        event.verb in lexicon.ACHIEVEMENT
        or (
            event.person is Person.WE
            and event.verb in _TAKINGS
            and any(is_number(word) or word in _SMALL_FIGURES for word in following)
        )
    )
