"""Yes and no: what an answer says to a question that wants one of them, and what it is willing to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import phrases_of
from simulator.consistency.polarity import DOUBTFUL, shares, side_taken, stand_taken
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words
from simulator.consistency.surroundings import Around, Surroundings, is_verb
from simulator.consistency.topics import FACTS, Topic, topic_of
from simulator.consistency.words import NEGATORS, PERSONS, concept, is_content
from simulator.english import AUXILIARIES, words_of

_OPENS_YES = phrases_of(
    "yes, yeah, yep, yup, aye, ok, indeed, sure, absolutely, certainly, definitely, of course, no problem",
    "no objection, not a problem, no issue, no worries, no bother, gladly, happily, with pleasure, no trouble",
)
_OPENS_NO = phrases_of(
    "no, nope, never, not really, not at all, not once, not yet, unfortunately not, i'm afraid not, not me",
    "unfortunately no, absolutely not, definitely not, certainly not, not any, nah, not for me, not at the moment",
    "not so far, not as yet, not to date, not until now, not personally, not that i, no way, count me out",
)
_OPENS_NEITHER = phrases_of("yes and no, no idea, not sure, it depends, that depends, no doubt, no wonder")
_BEFORE_IT = words_of("oh ah well um er erm hmm right look honestly so and but now ooh god actually")
"""What people say before they say yes or no."""
_FACTS = words_of("have has had haven't hasn't hadn't did didn't")
_FACTS_AFTER_DO = words_of("have hold own speak know drive smoke possess")
_FAR_IN = 12
"""Sentences in which what is said on a known topic counts."""
_LOOKED_AT = 3
"""Sentences at the start of an answer in which it says yes or no."""


def read_stances(text: Text, question: Question, around: Around) -> Iterator[Claim]:
    """Yield the yes or no an answer gives, where the question wants one, and what it is or is not willing to do."""
    if "yes_no" in question.kinds or "feel" in question.raw or _asks_state(question):
        if sum(slot.kind == "yes_no" for slot in question.slots) > 1:
            return  # "Would you move or travel?" has two answers, and a yes may be to either
        topic = _topic_asked(question)
        found = _on_topic(text, topic, around) if topic else None
        if question.kind in {"yes_no", ""} or "feel" in question.raw:
            found = _answer(text, question, around, found)
        if found is not None:
            clause, agrees = found
            yield replace(
                _claim(text, clause, agrees, around),
                kind="stance",
                about="question",
                asked=True,
                slot=question.slot_of("yes_no"),
            )
            return
    for clause in text.clauses:
        words = clause_words(text, clause)
        said = None if _OTHERS & set(words) else stand_taken(words)
        if said is None:
            continue
        where = around.at(clause.first)
        if where.context and not where.hypothetical and not where.owner:
            claim = _claim(text, clause, said, around)
            yield replace(claim, kind="willing", context=frozenset(where.context - _ABOUT_WILLING))


_OTHERS = PERSONS | words_of("everyone everybody nobody anyone they he she them people")
_ABOUT_WILLING = frozenset(
    concept(word)
    for word in words_of(
        "happy willing glad open ready problem objection issue bother trouble fine suits mind comfortable keen love",
        "able difficult table possible impossible option stay hard",
    )
)


def _claim(text: Text, clause: Clause, agrees: bool, around: Around) -> Claim:
    where: Surroundings = around.at(clause.first)
    span = clause_span(text, clause)
    return Claim(
        kind="stance",
        span=span,
        quote=text.original[slice(*span)],
        words=frozenset({"yes" if agrees else "no"}),
        context=where.context,
        contrasts=where.contrasts,
        names=where.names,
        owner=where.owner,
        topic=where.topic,
    )


def _topic_asked(question: Question) -> Topic | None:
    """Return the topic of the slot that wants a yes or no, or of a question that does."""
    for slot in question.slots:
        if slot.kind == "yes_no":
            return topic_of(slot.label.lower().split())
    if question.kind != "yes_no":
        return topic_of(question.raw) if _asks_state(question) else None
    return topic_of(question.raw) or (FACTS if _asks_for_fact(question) else None)


def _asks_state(question: Question) -> bool:
    """Return whether the question asks how something of the candidate's is ("How's your driving licence?")."""
    return question.kind == "" and bool({"how's", "how"} & set(question.raw)) and bool(_STATES & set(question.raw))


_GIVES_REASON = words_of("because cos as since")
_STATES = frozenset({"licence", "license"})


def _on_topic(text: Text, topic: Topic, around: Around) -> tuple[Clause, bool] | None:
    """Return the first clause that takes a side on the topic, where no other takes the other side."""
    found: list[tuple[Clause, bool]] = []
    for clause in text.clauses:
        words = clause_words(text, clause)
        if (
            clause.sentence >= _FAR_IN
            or words[0] in _GIVES_REASON
            or DOUBTFUL & set(words)
            or around.at(clause.first).hypothetical
        ):
            continue
        found += [(clause, side) for side in topic.says(words)]
    return found[0] if len({side for _, side in found}) == 1 else None


def _answer(
    text: Text, question: Question, around: Around, told: tuple[Clause, bool] | None
) -> tuple[Clause, bool] | None:
    """Return the clause that says yes or no, and which; nothing where the answer says both or neither.

    `told` is what the answer says on a known topic, without a yes or no.
    """
    if not text.clauses:
        return None
    first = text.clauses[0]
    words = clause_words(text, first)
    while words and (words[0] in _BEFORE_IT or not words[0][0].isalnum()):
        words = words[1:]
    if _OPENS_NEITHER.opens(words):
        return None
    if _OPENS_YES.opens(words):
        # "Yes, I do mind" and "Yes, that's no problem" are opposite answers to "do you mind".
        return None if question.negative and words[0] in {"yes", "yeah", "yep"} else (first, True)
    # "No points on it" denies points; it is no "no".
    denies_thing = words[:1] == ["no"] and len(words) > 1 and is_content(words[1]) and not shares(words, question.raw)
    if _OPENS_NO.opens(words) and not denies_thing:
        return first, question.negative
    last = _sums_up(text)
    if last is not None and not question.negative:
        return first, last
    echo = _echo(words, leave=question.raw[:1] in _ASK_LEAVE)
    if echo is not None and not question.negative:
        return first, echo
    if told and _topic_asked(question) is FACTS:
        return _said_by_all(text, question, around) or told
    return told or _said_by_all(text, question, around)


def _sums_up(text: Text) -> bool | None:
    """Return the yes or no with which the first sentence ends: "I passed two years ago, so yes."."""
    words = [token.text for token in text.tokens[slice(*text.sentences[0])]]
    while words and not words[-1][0].isalnum():
        words.pop()
    if "," not in words:
        return None
    last = [word for word in words[len(words) - words[::-1].index(",") :] if word != "so"]
    return {"yes": True, "yeah": True, "no": False, "not really": False}.get(" ".join(last))


def _echo(words: Sequence[str], *, leave: bool) -> bool | None:
    """Return what a clause says that only takes up the question's verb: "There isn't", "I do", "I would not".

    Where somebody asks for `leave` ("May we speak to ..."), "you can" and "you may" do that as well.
    """
    opening = words[: words.index(",")] if "," in words else words
    said = [word for word in opening if word[0].isalnum()]
    if not 2 <= len(said) <= 3 or (said[0] not in _SUBJECTS and not (leave and said[0] == "you")):
        return None
    verb = said[1].removesuffix("n't")
    if verb not in _DOES or (len(said) == 3 and said[2] not in {"not", "indeed", "actually", "really"}):
        return None
    return not NEGATORS & set(said)


_DOES = AUXILIARIES - {"may", "might"} | {"ca", "wo"}
"""Verbs that say yes or no by themselves, as they are without their "n't"."""


_SUBJECTS = words_of("i there we it")
_ASK_LEAVE = (("may",), ("can",), ("could",))


def _said_by_all(text: Text, question: Question, around: Around) -> tuple[Clause, bool] | None:
    """Return the first clause that takes a stand, where no other takes the opposite one.

    "I haven't, but I learn quickly" says no: what is put in its place does not take it back.
    """
    found = _sides_taken(text, question, around)
    sides = [said for _, said in found]
    return found[0] if sides and (not sides[0] or all(sides)) and sides == sorted(sides) else None


def _sides_taken(text: Text, question: Question, around: Around) -> list[tuple[Clause, bool]]:
    found: list[tuple[Clause, bool]] = []
    asked = question.raw or tuple(word for slot in question.slots for word in slot.label.lower().split())
    for clause in text.clauses:
        if clause.sentence >= _LOOKED_AT:
            break
        if text.tokens[clause.first].text in _GIVES_REASON:
            continue
        where, words = around.at(clause.first), clause_words(text, clause)
        if where.owner and where.owner not in question.raw:
            continue
        said = side_taken(words, asked)
        if said is not None and not (_is_of_a_thing(words, question) or _is_what(words)):
            found.append((clause, said))
    return found


def _is_of_a_thing(words: Sequence[str], question: Question) -> bool:
    """Return whether a clause names something, or tells how it is, and no more.

    "Our former manager, Olga" is no yes to ringing one; "our rota has weekends" is none to working them.
    """
    if words[0] not in _DETERMINERS or _SPEAKERS & set(words) or side_taken(words, ()) is not None:
        return False
    return question.to_come or not any(is_verb(word) for word in words)


def _is_what(words: Sequence[str]) -> bool:
    """Return whether a clause tells what somebody thinks or says: "that I push too hard" is no yes and no no."""
    return words[0] == "that" and bool(_WHO_DOES & set(words[1:2]))


_WHO_DOES = words_of("i i've i'd we he she they it you my our the")
_DETERMINERS = words_of("the our my their its this that")
_SPEAKERS = words_of("i i'm i've i'd i'll we we're we've we'd we'll me us you")


def _asks_for_fact(question: Question) -> bool:
    raw = question.raw
    return bool(raw) and (raw[0] in _FACTS or (raw[0] in {"do", "don't"} and bool(_FACTS_AFTER_DO & set(raw[1:4]))))
