"""Which of the candidate's own stories shows which skill, and for which there is none yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from simulator.content.schemas import ANSWERED_BY_CASE, FREE_TALK, Persona, Question, QuestionKind, Round
from simulator.feedback import case_told, sentence_at, telling
from simulator.text import one_line
from simulator.transcript.reading import exchanges, part_at
from simulator.transcript.turns import Transcript

NO_STORY: frozenset[QuestionKind] = FREE_TALK | {"salary"}
"""Kinds of question whose answers are not looked at for stories."""

MAX_QUOTE = 120
"""Characters quoted of a story."""


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A case the candidate told, by the sentence with a step of their own; whether own part and end were told."""

    transcript: str
    n: int
    quote: str
    own_part: bool
    ended: bool

    @property
    def whole(self) -> bool:
        """Whether nothing of it is missing."""
        return self.own_part and self.ended


class Skill(msgspec.Struct, frozen=True, kw_only=True):
    """A competency that the round asks cases for, with the stories told for it, the fullest first."""

    competency: str
    stories: tuple[Story, ...] = ()


def skills(
    meeting: Round, people: Iterable[Persona], questions: Mapping[str, Question], before: Iterable[Transcript]
) -> tuple[Skill, ...]:
    """Return what `people` may ask cases for in a round, those without a story first.

    `questions` are those of all banks by full id, `before` the transcripts of earlier rounds. Stories told to questions
    on anything else come last, under no competency: they may be what is wanted.
    """
    roles = {persona.role for persona in people}
    wanted = {
        question.competency: list[Story]()
        for name, question in questions.items()
        if name.rpartition(".")[0] in meeting.banks
        and question.kind in ANSWERED_BY_CASE
        and roles & {*question.asked_by}
    }
    other: list[Story] = []
    known: set[str] = set()
    for transcript in before:
        for asked, story in _told(transcript):
            question = questions.get(asked)
            if story.quote in known or (question and question.kind in NO_STORY):
                continue  # told to another question before: that is what it is a story for
            known.add(story.quote)
            wanted.get(question.competency if question else "", other).append(story)
    found = sorted(wanted.items(), key=lambda each: (bool(each[1]), each[0]))
    return tuple(Skill(competency=name, stories=_fullest(stories)) for name, stories in [*found, ("", other)])


def _fullest(stories: Sequence[Story]) -> tuple[Story, ...]:
    return tuple(sorted(stories, key=lambda story: (not story.whole, not story.own_part)))


def _told(transcript: Transcript) -> Iterator[tuple[str, Story]]:
    """Yield the stories of an interview with the question that each answered."""
    for exchange in exchanges(transcript.turns):
        text = exchange.text
        case = case_told(text)
        if case is None:
            continue
        start, end = (sentence_at(text, case.step[0]) if case.step else telling(text).span) or (0, len(text))
        yield (
            exchange.question,
            Story(
                transcript=transcript.header.id,
                n=exchange.said[part_at([turn.text for turn in exchange.said], start)].n,
                quote=one_line(text[start:end], MAX_QUOTE),
                own_part=case.own_steps > 0,
                ended=case.ended or case.role,
            ),
        )
