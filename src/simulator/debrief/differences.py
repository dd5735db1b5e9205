"""How the answers of an interview compare with those of earlier rounds, each difference listed once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from simulator.debrief.report import FindingEntry, Passage, Retold
from simulator.debrief.retold import retold
from simulator.interview.memory import (
    Asked,
    Difference,
    comparable,
    compare,
    compare_facts,
    facts_in,
    speaks_of_manager,
)
from simulator.interview.plan import Plan
from simulator.interview.settling import passages, same_difference, settlements
from simulator.interview.speech import opening_words
from simulator.text import one_line
from simulator.transcript.reading import Exchange, joined, standing
from simulator.transcript.turns import EarlierExchange, Transcript

MAX_AROUND = 200
"""Characters of a sentence shown around the words in it."""

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")

SEVERITIES = ("WARN", "SOFT", "REMARK")


@dataclass
class Compared:
    """How much was compared, and the differences that were found."""

    exchanges: int = 0
    facts: int = 0
    facts_compared: int = 0
    unread: int = 0
    """Pairs of answers of which one is not in English."""
    entries: list[FindingEntry] = field(default_factory=list)


def compare_all(transcript: Transcript, said: Sequence[Exchange], plan: Plan | None) -> Compared:
    """Compare every answered question with the earlier answers to it, each difference listed once."""
    header = transcript.header
    deeper = {item.question for item in header.agenda if item.why == "elaborate"}
    answered = [exchange for exchange in said if exchange.answers]
    result, found = Compared(), _Found(transcript)
    for exchange in answered:
        slots = plan.slots(exchange.question) if plan else ()
        answers = [turn.text for turn in exchange.said]
        for earlier in comparable(header.earlier, exchange.question):
            comparison, differences = compare(earlier, answers, slots, header.started_at.date(), header.settled)
            result.exchanges += 1
            result.facts += comparison.claims
            result.facts_compared += comparison.compared
            result.unread += not comparison.english
            for difference in differences:
                # Asked for more on it, nobody tells the whole again.
                if difference.finding.severity.name != "REMARK" or exchange.question not in deeper:
                    found.take(exchange, difference)
    if plan:
        for exchange in answered:
            for difference in _across(exchange, transcript, plan):
                if found.twin(difference) is None:
                    found.take(exchange, difference)
    result.entries = sorted(found.entries, key=lambda entry: SEVERITIES.index(entry.severity))
    return result


class _Found:
    """The differences found so far, each once."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript
        turns = standing(transcript.turns)
        self._raised = {passages(turn.first, turn.second) for turn in turns if turn.kind == "finding"}
        self._choices = {passages(each.first, each.second): each.choice for each in settlements([transcript])}
        self.entries: list[FindingEntry] = []

    def take(self, exchange: Exchange, difference: Difference) -> None:
        """Add a difference, or the turn it stands in to the entry that tells of the same one already."""
        twin = self.twin(difference)
        if twin is not None:
            told = self.entries[twin]
            turns = {*told.also, exchange.said[difference.second_part].n} - {told.now.n}
            self.entries[twin] = msgspec.structs.replace(told, also=tuple(sorted(turns)))
            return
        pair = passages(difference.first, difference.second)
        entry = _finding(self._transcript, exchange, difference, raised=pair in self._raised)
        self.entries.append(msgspec.structs.replace(entry, settled=self._choices.get(pair, "")))

    def twin(self, difference: Difference) -> int | None:
        """Return the place of the entry that tells of the same difference already."""
        pair = (difference.first, difference.second)
        for place, entry in enumerate(self.entries):
            if entry.kind == difference.finding.kind and same_difference((entry.earlier.quote, entry.now.quote), pair):
                return place
        return None


def _across(exchange: Exchange, transcript: Transcript, plan: Plan) -> Iterator[Difference]:
    """Yield how an answer differs from earlier ones to other questions on the facts that both tell, asked or not."""
    header, slots = transcript.header, plan.slots(exchange.question)
    facts = [fact.slot() for fact in plan.content.facts]
    answers = [turn.text for turn in exchange.said]
    told = facts_in(answers, exchange.asked.wording, slots, facts)
    for earlier in header.earlier:
        if earlier.question == exchange.question or not earlier.answers:
            continue
        before = plan.slots(earlier.question)
        shared = told & facts_in(earlier.answers, earlier.asked, before, facts)
        if shared or (speaks_of_manager(joined(answers)) and speaks_of_manager(joined(earlier.answers))):
            asked = Asked(exchange.asked.wording, slots, header.started_at.date())
            yield from compare_facts(earlier, before, answers, asked, facts, header.settled)


def _finding(transcript: Transcript, exchange: Exchange, difference: Difference, *, raised: bool) -> FindingEntry:
    finding = difference.finding
    turn = exchange.said[difference.second_part]
    return FindingEntry(
        severity=finding.severity.name,
        kind=finding.kind,
        rule=finding.rule,
        slot=finding.slot,
        reason=finding.reason,
        raised=raised,
        earlier=_in_its_sentence(
            earlier_passage(difference.earlier, difference.first, difference.first_turn), difference.earlier.answers
        ),
        now=_in_its_sentence(_passage(transcript, exchange, turn.n, difference.second), [turn.text]),
    )


def _in_its_sentence(passage: Passage, answers: Sequence[str]) -> Passage:
    """Return `passage` with the sentence of the answers that its words stand in."""
    quote = passage.quote.strip().casefold()
    sentences = (each.strip() for answer in answers for each in _SENTENCE_END.split(answer))
    found = next((each for each in sentences if quote and quote in each.casefold()), "")
    if found.rstrip(".!?").casefold() in ("", quote):
        return passage
    first = max(found.casefold().index(quote) - MAX_AROUND // 2, 0) if len(found) > MAX_AROUND else 0
    start = found.find(" ", first) + 1 if first else 0
    around = f"{'… ' if start else ''}{one_line(found[start:], MAX_AROUND)}"
    return msgspec.structs.replace(passage, around=around)


def _passage(transcript: Transcript, exchange: Exchange, n: int, quote: str) -> Passage:
    header = transcript.header
    return Passage(
        transcript=header.id,
        n=n,
        round=header.title,
        interviewer=header.speaker(exchange.asker),
        question=exchange.asked.wording,
        on=header.started_at.date(),
        quote=quote,
    )


def earlier_passage(earlier: EarlierExchange, quote: str, turn: int) -> Passage:
    """Return words of an earlier exchange with where they stand."""
    return Passage(
        transcript=earlier.transcript,
        n=turn,
        round=earlier.round,
        interviewer=earlier.asker,
        question=earlier.asked,
        on=earlier.on,
        quote=quote,
    )


def told_twice(transcript: Transcript, said: Sequence[Exchange]) -> Iterator[Retold]:
    """Yield the stories that were told before, in answer to another question."""

    def here(exchange: Exchange) -> Passage:
        quote = opening_words([turn.text for turn in exchange.said])
        return _passage(transcript, exchange, exchange.said[0].n, quote)

    for story in retold(said, transcript.header.earlier):
        first, (now, *also) = story.first, story.since
        earlier = (
            here(first)
            if isinstance(first, Exchange)
            else earlier_passage(first, opening_words(first.answers), first.turns[0])
        )
        yield Retold(earlier=earlier, now=here(now), also=tuple(each.said[0].n for each in also))
