"""Numbers, names, times and amounts: what makes an answer checkable."""

from __future__ import annotations

import re
from dataclasses import dataclass

from simulator.english import FEASTS, FUNCTION_WORDS, MONTHS, MONTHS_THAT_ARE_WORDS, TENS, UNITS, WEEKDAYS, words_of
from simulator.feedback import lexicon
from simulator.feedback.reading import Reading, Sentence, Word

_DECADES = words_of("teens twenties thirties forties fifties sixties seventies eighties nineties")
NUMBER_WORDS = (frozenset({*UNITS, *TENS}) - {"zero", "one"}) | words_of(
    "hundred thousand million dozen fortnight twice lakh lakhs crore"
)
_TIMES = FEASTS.union(WEEKDAYS, MONTHS) - MONTHS_THAT_ARE_WORDS
_STRETCHES = words_of(
    "week month year summer spring autumn winter fall night term season quarter morning evening march may",
)
_ONE_IS_A_NUMBER_BEFORE = words_of("hour week month year minute hundred thousand million")

# Figures of speech that hold a number and tell nothing, and horizons ("in five years") that repeat the question.
_IDIOMS = re.compile(
    r"\b24\s?/\s?7\b|\b(?:100|110|120|150|200|1000)\s?(?:%|per\s?cent)|\b(?:hundred|hundred and ten) per\s?cent"
    r"|\b(?:nine|9)[- ]to[- ](?:five|5)\b|\bfortune 500\b|\b(?:million|thousand|hundred) times\b|\btwo[- ]way street\b"
    r"|\btwo days are\b|\bthe two\b|\bin two minds\b|\bone or two\b|\bhalf of\b|\btwice as\b|\bthink twice\b"
    r"|\bten out of ten\b"
    r"|\bin (?:about |maybe )?(?:five|ten|5|10) years\b|\bnext (?:\w+ )?(?:\w+ )?years\b|\bsix of one\b",
    re.IGNORECASE,
)
_UNIT = r"(?:hour|day|week|fortnight|month|year|decade)"
_MEASURES = re.compile(
    rf"\bhalf an? {_UNIT}\b"
    rf"|\ban? (?:good |whole |full |bare |working |calendar )?{_UNIT}(?: and a half)?\b"
    r"(?! (?:when|where|that|i|we|to remember|like|in the life|at a time|out of)\b)"
    r"|\b(?:a|one|two|three) (?:third|quarter|fifth|tenth)s? of\b"
    rf"|\bonce (?:a|an|every|per) \w+|\bevery (?:other|second|third) {_UNIT}\b"
    r"|\ba (?:couple|pair) of\b|\b(?:just|only) me\b|\bme and (?:one|another)\b"
    r"|\A\W*(?:none|nobody|no one)(?=\W*\Z|[,.;]| but\b| so far\b)",
    re.IGNORECASE,
)
"""Measures that hold no number word: "half a day", "a third of my week", "once a month", "just me"."""

_NOT_NAMES = (
    _TIMES
    | {f"{day}s" for day in WEEKDAYS}
    | words_of(
        "english french german spanish italian dutch polish portuguese irish scottish welsh british american indian",
        "chinese i'm i'd i've i'll okay cv tv excel agile scrum kanban python java javascript google microsoft office",
        "word star six powerpoint outlook slack jira salesforce sap linkedin internet god lord madam sir covid mum",
        "dad mom boss europe bachelor master phd",
        "fortune sigma lean kaizen",
    )
)

_CURRENCY = re.compile(
    r"[$€£¥₹₦₽₩₪]"
    r"|\b(?:usd|eur|gbp|chf|inr|ngn|euros?|dollars?|pounds?|quid|bucks|rupees|naira|rand|francs?|lpa|ctc)\b",
    re.IGNORECASE,
)
_COUNTED = words_of(
    "year years month months week weeks day days hour hours minute minutes people person persons colleagues staff",
    "team teams child children kids adverts offers jobs rounds interviews companies places times nights shifts",
    "degrees languages certificates projects clients things reasons points questions friends",
)
"""What a number counts when it is no amount of money."""


@dataclass(frozen=True, slots=True)
class Specific:
    """A number, name or time in an answer, by the word it begins with."""

    kind: str
    word: Word
    sentence: int


def specifics_of(reading: Reading) -> tuple[Specific, ...]:
    """Return the numbers, names and times of an answer, without figures of speech ("110 percent")."""
    spoken = {at for match in _IDIOMS.finditer(reading.text) for at in range(*match.span())}
    measured = {match.start() for match in _MEASURES.finditer(reading.text)}
    found: list[Specific] = []
    for number, sentence in enumerate(reading.sentences):
        for index, word in enumerate(sentence.words):
            kind = "number" if word.start in measured else _kind(sentence, index)
            if kind and word.start not in spoken:
                found.append(Specific(kind, word, number))
    return tuple(found)


def _kind(sentence: Sentence, index: int) -> str:
    word = sentence.words[index]
    before = sentence.words[index - 1].text if index else ""
    after = sentence.words[index + 1].text if index + 1 < len(sentence.words) else ""
    if word.text in _TIMES:
        return "time" if before != "every" else ""
    if word.text in MONTHS_THAT_ARE_WORDS and index and word.raw[0].isupper():
        return "time"
    if word.text == "yesterday" or (before in {"last", "same"} and word.text in _STRETCHES):
        return "time"
    if is_number(word.text) or (word.text == "one" and after in _ONE_IS_A_NUMBER_BEFORE):
        return "number"
    if index and _is_name(word):
        return "name"
    return ""


def is_number_word(text: str) -> bool:
    """Return whether `text` is a number in letters, from two on ("twenty-two"); "one" says too little."""
    return text in NUMBER_WORDS or text.partition("-")[0] in TENS


def _is_name(word: Word) -> bool:
    """Return whether `word`, inside a sentence, has a capital; capitals throughout are an abbreviation."""
    raw = word.raw
    return (
        len(raw) > 2
        and raw[0].isupper()
        and not raw.isupper()
        and word.text not in _NOT_NAMES | FUNCTION_WORDS | lexicon.CONJUNCTIONS | lexicon.ADVERBS
    )


def names_amount(reading: Reading) -> bool:
    """Return whether an answer names an amount: a number that doesn't count years, people and the like."""
    return bool(amounts_in(reading))


def amounts_in(reading: Reading) -> list[Word]:
    """Return the amounts an answer names, each by its first word: "thirty-eight thousand five hundred" is one."""
    found: list[Word] = []
    for sentence in reading.sentences:
        within = False
        for index, word in enumerate(sentence.words):
            before = sentence.words[index - 1].text if index else ""
            if within and not word.after_pause and (is_number(word.text) or before in {"hundred", "thousand"}):
                continue  # "two hundred and ten" goes on after its "and"
            within = _is_amount(reading, sentence, index)
            if within:
                found.append(word)
    return found


def _is_amount(reading: Reading, sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    if not (is_number(word.text) or word.text in _DECADES) or word.text in {"twice", "fortnight"}:
        return False
    if _CURRENCY.search(reading.text, max(0, word.start - 4), word.end + 12):
        return True
    following = [after.text for after in sentence.words[index + 1 : index + 4]]
    counted = next((text for text in following if not is_number(text) and text not in {"and", "to", "or"}), "")
    return counted not in _COUNTED


def is_number(text: str) -> bool:
    """Return whether `text` is a number, in figures or in letters."""
    return text[0].isdigit() or is_number_word(text)
