"""Who did what, in which tense: a light reading of English clauses, without a parser.

It walks the words of a sentence once and keeps the subject in mind: a verb right after "and" or a comma has the
subject of the verb before, a second verb in one clause has another one ("the lad I put in front asked").
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from simulator import english
from simulator.feedback import lexicon
from simulator.feedback.reading import Sentence, Word


class Person(Enum):
    """The subject of a verb."""

    I = "i"  # noqa: E741 - the word itself
    WE = "we"
    YOU = "you"
    OTHER = "other"
    RELATIVE = "relative"
    NONE = "none"


class Form(Enum):
    """The tense of a verb, as far as it tells a case from a habit."""

    PAST = "past"
    PASSIVE = "passive"  # "was sent"
    PAST_PERFECT = "past perfect"
    PERFECT = "perfect"  # "have led": experience, not a case
    PRESENT = "present"
    HYPOTHETICAL = "hypothetical"  # "I would ask", "I'll call"


@dataclass(frozen=True, slots=True)
class Event:
    """A verb with its subject."""

    person: Person
    form: Form
    verb: str
    index: int
    """Position of the verb among the words of its sentence."""
    unsure: bool = False
    """The form is present as well as past ("put")."""
    pending: bool = False
    """What follows has not happened in the telling: "he said he would"."""
    negated: bool = False


_CONTRACTED = {"'d": "'d", "'ve": "have", "'m": "am", "'re": "are", "'ll": "'ll", "'s": "'s"}
_BARE_CONTRACTIONS = {"ive": ("i", "have"), "im": ("i", "am"), "id": ("i", "'d"), "theyd": ("they", "'d")}
_CLAIMS = (["i", "was", "the", "one"], ["it", "was", "me"])
_NEGATIONS = frozenset({"not", "never"})


class _Walk:
    """The state kept while reading one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.words = sentence.words
        self.events: list[Event] = []
        self.subject = Person.NONE
        self.auxiliary = ""
        self.negated = False
        self.at_boundary = True
        self.noun_since_boundary = False
        self.verb_taken = False
        self.previous = ""

    def run(self) -> tuple[Event, ...]:
        for index, word in enumerate(self.words):
            if word.after_pause:
                self._boundary()
            self._step(index, word)
        return tuple(self.events)

    def _boundary(self) -> None:
        self.at_boundary = True
        self.noun_since_boundary = False
        self.verb_taken = False
        self.auxiliary = ""
        self.negated = False

    def _step(self, index: int, word: Word) -> None:
        text = word.text
        stem, auxiliary = _split_contraction(text)
        if text in lexicon.CONJUNCTIONS and self.previous != "as":
            self._boundary()
        elif (relative := self._relative(index, text)) is not None:
            self._set_subject(relative)
        elif (person := self._person(stem)) is not None:
            self._set_subject(person)
            if auxiliary:
                self._auxiliary(index, auxiliary)
        elif text in _NEGATIONS:
            self.negated = True
            return
        elif text in lexicon.BE | lexicon.HAVE | lexicon.MODAL | {"had"}:
            self._auxiliary(index, text)
        elif text in lexicon.ADVERBS:
            return
        elif self._is_verb(text):
            self._verb(index, text)
        elif text.endswith("ing") and self.auxiliary in lexicon.BE_PAST:
            self._emit(index, text, Form.PAST)
        else:
            self._other_word(index, text)
        self.previous = text

    def _relative(self, index: int, text: str) -> Person | None:
        """Return the subject of a clause that opens with "who": the speaker after "I was the one"."""
        if text in lexicon.RELATIVES | {"that"}:
            before = [word.text for word in self.words[max(0, index - 4) : index]]
            if before in _CLAIMS or before[1:] in _CLAIMS:
                return Person.I
        return Person.RELATIVE if text in lexicon.RELATIVES else None

    def _person(self, stem: str) -> Person | None:
        if stem in lexicon.FIRST_SINGULAR:
            return Person.I
        if stem in lexicon.FIRST_PLURAL:
            return Person.WE
        if stem in lexicon.OTHERS_ALWAYS_SUBJECT:
            return Person.OTHER
        if self.verb_taken or self.previous in lexicon.BEFORE_NOUN:  # "I fixed it", "for you"
            return None
        if stem in lexicon.SECOND:
            return Person.YOU
        return Person.OTHER if stem in lexicon.OTHERS_SOMETIMES_OBJECT else None

    def _set_subject(self, person: Person) -> None:
        self.subject = person
        self.at_boundary = False
        self.noun_since_boundary = False
        self.verb_taken = False
        self.auxiliary = ""
        self.negated = False

    def _auxiliary(self, index: int, text: str) -> None:
        if text.endswith(("n't", "nt")) or text in {"didnae", "cannot", "cannae"}:
            self.negated = True
        if text in lexicon.BE_PAST or text in {"had", "did"}:
            self._emit(index, text, Form.PAST, stative=True)
        elif text == "do" and self.auxiliary in lexicon.HYPOTHETICAL:  # "I'd do that one first"
            self._emit(index, text, Form.HYPOTHETICAL)
            return
        self.auxiliary = text

    def _is_verb(self, text: str) -> bool:
        return english.is_past_form(text) or text in english.PARTICIPLES

    def _verb(self, index: int, text: str) -> None:
        auxiliary = self.auxiliary
        if auxiliary in lexicon.HAVE:
            self._emit(index, text, Form.PERFECT)
        elif auxiliary in {"had", "'d"} and text not in english.SAME_IN_PAST:
            self._emit(index, text, Form.PAST_PERFECT)
        elif auxiliary in lexicon.BE_PAST or (auxiliary in {"been", "got"} and self.events):
            self._emit(index, text, Form.PASSIVE)
        elif auxiliary in lexicon.HYPOTHETICAL and text in english.SAME_IN_PAST:
            self._emit(index, text, Form.HYPOTHETICAL)
        elif self.verb_taken and self.events and self.events[-1].verb in lexicon.CAUSATIVE:
            self._other_word(index, text)
        elif auxiliary:  # "to put", "is covered", "'s written"
            self.auxiliary = ""
        elif (text in english.PARTICIPLES and not (text in english.DIALECT_PAST and self._right_after_subject())) or (
            self.previous
            in lexicon.BEFORE_NOUN - lexicon.OTHERS_SOMETIMES_OBJECT  # "a dedicated man", but "that worked"
        ):
            self._other_word(index, text)
        else:
            self._emit(index, text, Form.PAST)

    def _right_after_subject(self) -> bool:
        return self.subject is not Person.NONE and not self.at_boundary and not self.verb_taken

    def _other_word(self, index: int, text: str) -> None:
        if self.auxiliary in lexicon.HYPOTHETICAL:
            self._emit(index, text, Form.HYPOTHETICAL)
        elif (
            not self.at_boundary
            and not self.verb_taken
            and not self.auxiliary
            and self.subject in {Person.I, Person.WE, Person.YOU}
        ):
            self._emit(index, text, Form.PRESENT)
        elif self.at_boundary:
            self.noun_since_boundary = True
        self.auxiliary = ""

    def _emit(self, index: int, verb: str, form: Form, *, stative: bool = False) -> None:
        person = self._subject_of_verb()
        unsure = form is Form.PAST and verb in english.SAME_IN_PAST
        pending = any(
            word.text in lexicon.HYPOTHETICAL or word.text.endswith(("'d", "'ll")) for word in self._after(index)
        )
        self.events.append(Event(person, form, verb, index, unsure, pending, self.negated))
        self.subject = person
        self.at_boundary = False
        self.noun_since_boundary = False
        self.verb_taken = not stative
        self.auxiliary = ""

    def _after(self, index: int) -> list[Word]:
        """Return the few words after a verb that belong to its clause."""
        following: list[Word] = []
        for word in self.words[index + 1 : index + 5]:
            if word.after_pause or word.text in lexicon.CONJUNCTIONS:
                break
            following.append(word)
        return following

    def _subject_of_verb(self) -> Person:
        if self.verb_taken or (self.at_boundary and self.noun_since_boundary):
            return Person.OTHER
        if self.subject is Person.NONE:
            # A sentence that opens with its verb leaves out "I" ("Rang him first").
            return Person.I
        return self.subject


def _split_contraction(text: str) -> tuple[str, str]:
    if text in _BARE_CONTRACTIONS:
        return _BARE_CONTRACTIONS[text]
    stem, apostrophe, tail = text.partition("'")
    if apostrophe and (auxiliary := _CONTRACTED.get("'" + tail)):
        return stem, auxiliary
    return text, ""


def events_of(sentence: Sentence) -> tuple[Event, ...]:
    """Return the verbs of `sentence` with their subjects, in order."""
    return _Walk(sentence).run()


@dataclass(frozen=True, slots=True)
class Placed:
    """A verb and the sentence it stands in."""

    event: Event
    sentence: int


def is_action(event: Event) -> bool:
    """Return whether something was done, told in a past form, by somebody named as a subject."""
    return (
        event.form in {Form.PAST, Form.PASSIVE, Form.PAST_PERFECT}
        and event.person is not Person.RELATIVE
        and event.verb not in lexicon.STATIVE
        and not event.negated
    )
