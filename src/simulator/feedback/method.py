"""Whether an answer goes step by step, or chooses and says why."""

from __future__ import annotations

from simulator.content.schemas import QuestionKind
from simulator.english import words_of
from simulator.feedback import lexicon, phrases
from simulator.feedback.grammar import Form, Person, events_of
from simulator.feedback.reading import Reading, Sentence

_STEPS_OF_A_METHOD = 3
_DOUBTS = words_of("probably maybe perhaps possibly might guess suppose kinda sort kind think")
_NO_DOUBT_AFTER = words_of("can't cannot not than to don't won't wouldn't a the what of this that")


def is_method(reading: Reading, kind: QuestionKind) -> bool:
    """Return whether an answer to a question of `kind` says what is done or would be, step by step."""
    return kind in {"situational", "technical"} and _steps(reading) >= _STEPS_OF_A_METHOD


def chooses(reading: Reading) -> bool:
    """Return whether an answer prefers one thing to another and says why."""
    return phrases.pattern(phrases.PREFERENCES).search(reading.text) is not None


def _steps(reading: Reading) -> int:
    """Return how many things the speaker does or would do, one by one and without doubt."""
    steps = 0
    for sentence in reading.sentences:
        own = {
            event.index
            for event in events_of(sentence)
            if event.person in {Person.I, Person.YOU, Person.WE}
            and event.form in {Form.PRESENT, Form.HYPOTHETICAL}
            and event.verb not in lexicon.NO_STEP
        }
        if own:
            own |= {
                i for i, word in enumerate(sentence.words) if word.text in lexicon.DOING and _opens_clause(sentence, i)
            }
        steps += len(own) - sum(_doubts(sentence, i) for i in range(len(sentence.words)))
    return steps


def _doubts(sentence: Sentence, index: int) -> bool:
    """Return whether a word weakens what is said; "rather than guess" and "I can't guess" do not."""
    before = sentence.words[index - 1].text if index else ""
    return sentence.words[index].text in _DOUBTS and before not in _NO_DOUBT_AFTER


def _opens_clause(sentence: Sentence, index: int) -> bool:
    before = sentence.words[index - 1].text if index else ""
    return sentence.words[index].after_pause or before in lexicon.CONJUNCTIONS | {"then"}
