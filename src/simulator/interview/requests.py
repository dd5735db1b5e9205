"""What candidates say back about a question instead of answering it: again, later, not at all, that was all."""

from __future__ import annotations

import re
from typing import Literal

from simulator.content.wordings import content_words
from simulator.english import AUXILIARIES, FUNCTION_WORDS, NEGATED, either, words_of
from simulator.feedback import lexicon
from simulator.feedback.dodges import pointer_in
from simulator.feedback.grammar import Form, events_of
from simulator.feedback.phrases import pattern
from simulator.feedback.reading import Reading, Sentence, read
from simulator.feedback.specifics import specifics_of

Request = Literal["", "asks_again", "which", "thinking", "put_off", "declined", "closed"]
"""To hear it again or in other words, which case is meant, time to think, later, rather not, that was all."""

_MAY_I = (
    r"(?:(?:can|could|would|will|may|might|shall|should) (?:you|we|i|it|that|this)"
    r"|(?:do|would) you mind(?: if (?:i|we))?|mind if (?:i|we)"
    r"|is it (?:ok|okay|fine|all right|alright|possible) (?:if (?:i|we)|to)|let's|let me|let us|please"
    r"|i(?:'d| would) (?:like|love|prefer|rather|need) (?:to )?|i(?:'ll| will) (?:have to |need to )?"
    r"|i (?:have|need|want) to |you(?:'ll| will)? (?:have|need) to|i'd better|i might|we might|we can|we could"
    r"|you (?:can|could)|perhaps|maybe)"
)
_IT = (
    r"(?:it|that|this|them|those"
    r"|(?:that|this|the) (?:one|question|last (?:bit|part|one)|first (?:bit|part|one)|part))"
)
_LATER = (
    r"(?:later(?: on)?|afterwards|in a (?:\w+ )?(?:moment|minute|minutes|bit|second|while|little)"
    r"|(?:at|by|near|towards|until|till|for|to) (?:the (?:very )?end|last|later)|another time"
    r"|for (?:now|the moment|the time being)|further on|if there's time|next time|last)(?=\W|$)"
)
_SO = r"(?:really |quite |fully |entirely |exactly |properly |all that |just )*"
_SPEAK_OF = (
    r"(?:say|saying|answer|answering|talk|talking|speak|speaking|go|going|get|getting|discuss|discussing|share|sharing"
    r"|comment|commenting|disclose|disclosing|tell|telling|reveal|revealing|name|mention|mentioning)"
)
_BACK = r"(?:(?:(?:come|go|get|circle|turn|jump|loop) back|return|revisit)(?: to| on)?)"
_DID_NOT = r"(?:didn't|did not|don't|do not|couldn't|can't|not sure (?:that )?i|haven't)"
_WOULD_NOT = (
    r"(?:don't|do not|wouldn't|would not|can't|cannot|won't|shouldn't|not (?:going|able|willing) to"
    r"|not (?:comfortable|happy|keen|at ease)(?: with| about)?)"
)
_EXACTLY = r"(?:exactly |precisely )?"

_SAID: dict[Request, tuple[str, ...]] = {
    "put_off": (
        rf"\b{_MAY_I}\b[^.!?]{{0,30}}\b{_BACK}(?=\W*$|[,?]| (?:me|you|{_IT})\b| (?:later|at|in a|after)\b)",
        rf"\b{_MAY_I}\b[^.!?]{{0,30}}\b{_BACK} (?:the|that|this|your) (?:\w+ ){{0,3}}(?:one|question)\b",
        r"\b(?:next|other) (?:one|question)s?\b[^.!?]{0,20}\bfirst\b",
        rf"\b{_MAY_I}\b[^.!?]{{0,20}}\b{_IT}\b[^.!?]{{0,40}}\b{_LATER}",
        rf"\b{_MAY_I}\b[^.!?]{{0,20}}\b(?:ask|pick|take|leave|answer)\b[^.!?]{{0,30}}\b{_LATER}",
        rf"^\W*(?:please )?(?:ask|leave|skip|park|save|keep|hold|move)\b[^.!?]{{0,25}}\b{_LATER}",
        r"\b(?:can|could|may) (?:it|this|that|we|you) wait\b",
        rf"\b(?:think about|answer) {_IT} (?:when|once|after|while|as we)\b",
    ),
    "which": (
        r"\b(?:(?:do|did) )?you mean\b[^.!?]{1,60}\bor\b|\b(?:is|was) (?:that|this|it) about\b[^.!?]{1,60}\bor\b",
        r"\b(?:do|would) you (?:want|like|prefer) (?:me to\b|an?\b|one\b|the\b|any\b|it\b|something)",
        (
            r"\b(?:should|shall|may|can|could) i "
            r"(?:take|use|pick|choose|talk|speak|tell|give|describe|think of|start|mention)\b"
        ),
    ),
    "asks_again": (
        rf"\b{_MAY_I}\b[^.!?]{{0,25}}\b(?:repeat|rephrase|reword|clarify|explain)\b",
        (
            rf"\b{_MAY_I}\b[^.!?]{{0,20}}\b(?:say|saying|ask|asking|put|putting|read|run|give)\b[^.!?]{{0,30}}"
            r"\b(?:again|once more|one more time|another way|other words|differently|by me)\b"
        ),
        (
            r"^\W*(?:(?:sorry|pardon|excuse me|i'm sorry)\W+)*(?:say (?:that|it) again|come again|once more|again"
            r"|(?:i )?beg (?:your )?pardon|pardon(?: me)?|excuse me|sorry|what|huh|eh)(?:,? please)?\W*$"
        ),
        r"\bwhat(?: was| is|'s) (?:the|that|your) question\b|\bwhat did you (?:say|ask)\b",
        r"\bnot (?:quite |really |entirely )?(?:with you|following|clear (?:on|about|what)|getting)\b",
        (
            rf"\b{_DID_NOT} {_SO}(?:catch|caught|hear|heard|get|got|understand|understood|follow|make out) "
            r"?(?:you\b(?! (?:have|could|would))|that|it|what (?:you|that|this|it)|\W*$"
            r"|the (?:question|last|end|first|start|beginning)\b)"
        ),
        rf"\b(?:don't know|do not know|not sure|unsure|no idea) what {_EXACTLY}(?:you|is meant|that means)\b",
        r"\b(?:only|just|barely) (?:caught|heard|got)\b",
        r"\b(?:cut|cutting|dropped|broke|breaking|froze) (?:out|off|up)\b",
        r"\b(?:line|connection|sound|audio|picture|screen) (?:just )?(?:dropped|cut|broke|froze|went|is)\b",
        rf"\b(?:what|how) {_EXACTLY}(?:do|did) you (?:\w+ )?mean\b|\b(?:do|did) you mean\b|\bmeant by\b",
        r"^\W*(?:so |sorry |oh )*you mean\b|\b(?:is|was) (?:that|this|it) meant\b|\bhave in mind\b",
        r"\bare you (?:asking|getting at|thinking of|talking about|referring to)\b",
    ),
    "thinking": (
        r"\blet me (?:just |quickly )?(?:think|see|have a think)\b|\bbear with me\b|^\W*hang on\b",
        r"\bgive me (?:a|one|half a|just a|another) (?:\w+ )?(?:second|sec|moment|minute|tick)\b",
        r"\b(?:need|use|take|have) (?:a|one|another) (?:\w+ )?(?:moment|minute|second|sec)\b",
        r"^\W*(?:i'm )?(?:just |still )?thinking\W*$",
    ),
    "declined": (
        rf"\b(?:rather|sooner|prefer(?:red)?|choose) (?:not|to not)(?: to)? {_SPEAK_OF}\b",
        (
            rf"\b{_WOULD_NOT} {_SO}(?:want to |like to |wish to |care to |think i (?:should|can) "
            r"|feel (?:comfortable|able|free) (?:to |with )?)?(?!say\b|tell\b|get (?:it|that)\b|go\b(?! into))"
            rf"{_SPEAK_OF}\b(?: about| of| on| into)?|\bdon't want to (?:say|tell)\b"
        ),
        (
            r"\b(?:allowed|supposed|at liberty|free|permitted|something i (?:should|can|want to|may)) "
            rf"(?:to )?{_SPEAK_OF}\b"
        ),
        r"\bbetween (?:me|us|him|her|them) and\b|\bnone of (?:your|anyone's) business\b",
        rf"\b(?:rather|sooner|prefer to|like to) keep {_IT} (?:to myself|private|for myself|out)\b",
        (
            r"\b(?:that's|it's|this is|that is|it is) (?:a bit |rather |quite |very |all |too )?"
            r"(?:private|personal|confidential)\b|\b(?:nda|non-disclosure)\b"
        ),
        r"^\W*no comment\b|^\W*(?:i'll |i )?pass\W*(?:$|[,.!])",
        r"^\W*(?:on to )?(?:the )?next (?:question|one)(?:,? please)?\W*$",
        rf"\b{_MAY_I}\b[^.!?]{{0,10}}\b(?:skip|move on|go on to|leave {_IT} (?:out|there|aside))",
    ),
    "closed": (
        (
            r"\b(?:that's|that is|that was|that'd be|this is|it's|those are) "
            r"(?:really |just |about |pretty much |basically )?"
            r"(?:everything|all|it|about (?:it|all|everything)|the lot|the whole (?:story|thing)|all there is)"
            r"(?: really| then| from me| for now| so far)?(?: (?:that )?(?:i|there)\b[^.!?]{0,40})?(?=\W*$|[,.!])"
        ),
        (
            r"\b(?:nothing|not much) (?:else|more|further)(?: to (?:add|say|tell|report)| i can[^.!?]{0,20})?"
            r"(?: (?:on|about) (?:that|it|this))?(?=\W*$|[,.!])"
        ),
        r"\b(?:nothing|no more) to (?:add|say)\b|\bhave nothing (?:else |more |further )?to\b",
        r"\b(?:don't|do not) have (?:anything|any more|much|more) (?:\w+ )?to (?:add|say|tell)\b",
        r"\bcovers (?:it|that|everything)\b|\bleave it (?:at that|there)\b|^\W*(?:i'm|i am) (?:done|finished)\b",
    ),
}
"""What each is said with, in the order in which they are looked for."""

_ALMOST_NOTHING = 2
_AN_EXCUSE = 8
_SPARE: dict[Request, int] = {"closed": _ALMOST_NOTHING, "declined": 4}
"""Words with content that may stand beside; more than that is an answer after all. The others come with excuses."""

_COURTESY = frozenset(
    {"sorry", "please", "thanks", "thank", "afraid", "honest", "hm", "hmm", "oh", "well", "question", "one", "frankly"}
)
_LONGEST = 45
"""Words from which on something is told, whatever else is said."""

_SHORT = 14
"""Words up to which something can be all about the talk itself."""

_IN_GENERAL = (
    "one ones them kind sort type particular specific sense way respect example case time situation general like any"
    " which what who whom thing things else right now present current recent work private first alright fine enough"
    " should must need count counts about clear vague possible all okay ok too also well"
)
_KEYS: dict[Request, frozenset[str]] = {
    "put_off": words_of("later back return revisit park postpone meanwhile afterwards"),
    "declined": words_of("skip skipped pass comfortable rather wish prefer"),
    "asks_again": words_of(
        "again repeat rephrase reword catch hear missed sound line mean meaning meant understand",
        "understanding follow following get getting clear unclear vague specific clarify explain ask asking",
        "after lost confused",
    ),
    "closed": words_of("everything all whole done answer nothing"),
    "thinking": words_of("moment minute second sec tick wait hold hang"),
}
"""What the talk itself is spoken of with. Where an answer has no other words, the first of these that it has tells."""

_OF_THE_TALK = frozenset().union(*_KEYS.values()) | words_of(
    _IN_GENERAL,
    "personal confidential business",
    "question part end beginning read say said last tell talk give come go going move leave take took try want know",
    "hear heard been more further think thinking look looking quite bit maybe perhaps time out let let's need would",
    "could can might mind us before save still sure idea blank spring springs nothing answer answered put way words",
    "other another different differently",
)
_VERBS = AUXILIARIES | NEGATED
_OTHERS = words_of("he she they him her them")
_SOME_TIME = words_of("now please maybe perhaps")
_AT_A_LOSS = words_of("confused lost missed")
_POINTING = words_of("that that's this it it's i've")
_RETURN = words_of("back return revisit park postpone meanwhile afterwards")
_WOULD_IT_DO = re.compile(
    r"\b(?:all right|alright|okay|ok|fine|enough|do|count)(?: as well| too| then| for you)?$"
    r"|\b(?:can|could|should|must|may|does) (?:it|this|that) (?:also |just )?(?:have to |need to )?(?:be|come)\b"
    r"(?! (?:possible|the|full|part|permanent|paid))|\bis (?:it|this|that) (?:all )?about\b"
    r"|^\W*(?:sorry )?(?:who|what) counts?\b",
    re.IGNORECASE,
)
"""Asked of the case to be told: whether one such would do."""
_BARE_NO = re.compile(r"\b(?:rather|sooner|prefer(?:red)?) not(?: to)?(?=\W*$|[,.!])", re.IGNORECASE)
_CLOSED = re.compile(rf"(?:^|[.!?] )(?:and |so )?{either(sorted(AUXILIARIES))}\b[^.!?]*\?\s*$", re.IGNORECASE)


def request_in(text: str, asked: str) -> Request:
    """Return what a candidate says about the question `asked` in place of an answer; empty where it is an answer.

    Such words may come with an excuse. Where something is told beside them, a number or something that happened, they
    are part of an answer. The rules read English.
    """
    reading = read(text)
    if not reading.english or reading.count > _LONGEST or not reading.sentences or pointer_in(reading):
        return ""
    for request, ways in _SAID.items():
        found = [match for match in pattern(ways).finditer(reading.text) if match.group()]
        if found and _says_little_else(reading, [_clause(reading.text, *each.span()) for each in found], request):
            return request
    if bare := _BARE_NO.search(reading.text):
        no = _CLOSED.search(asked) or not _says_little_else(reading, [bare.span()], "declined")
        return "" if no else "declined"
    return _of_the_talk(reading) or _asks_of_it(reading, asked)


def _of_the_talk(reading: Reading) -> Request:
    """Return the request in an answer that has words for the talk itself and no others."""
    words = [word.text for sentence in reading.sentences for word in sentence.words]
    bare = {piece for word in words for piece in (word, word.partition("'")[0])}
    if len(words) > _SHORT or specifics_of(reading) or _OTHERS & bare:
        return ""
    others = set(words) - _OF_THE_TALK - FUNCTION_WORDS - lexicon.HEDGES - _COURTESY - _VERBS
    if any(word.partition("'")[0] not in FUNCTION_WORDS | _VERBS for word in others):
        return ""
    asks = "?" in reading.text
    counts: dict[Request, bool] = {
        "put_off": bool((_RETURN | _SOME_TIME) & bare) or asks,
        "asks_again": asks
        or "i" not in bare
        or bool((NEGATED | _AT_A_LOSS) & bare),  # "I ask again" is how somebody works
        "closed": bool(_POINTING & bare),
        "thinking": not NEGATED & bare,
    }
    return next((request for request, keys in _KEYS.items() if keys & bare and counts.get(request, True)), "")


def _asks_of_it(reading: Reading, asked: str) -> Request:
    """Return whether an answer only asks which of the things that the question spoke of is meant."""
    asking = [each for each in reading.sentences if not {word.text for word in each.words} <= _COURTESY]
    return "which" if asking and all(_asks_which(reading, each, asked) for each in asking) else ""


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the words from `start` on, to the end of their clause."""
    after = re.search(r"[.!?;,\n]|\s(?:but|because|and|since|as)\s|$", text[end:])
    return start, end + (after.start() if after else 0)


def _says_little_else(reading: Reading, spans: list[tuple[int, int]], request: Request) -> bool:
    def outside(place: int) -> bool:
        return not any(start <= place < end for start, end in spans)

    if any(specific.kind != "name" and outside(specific.word.start) for specific in specifics_of(reading)):
        return False
    words = [word for sentence in reading.sentences for word in sentence.words if outside(word.start)]
    told = any(
        event.form in {Form.PAST, Form.PASSIVE} and not event.negated and outside(sentence.words[event.index].start)
        for sentence in reading.sentences
        for event in events_of(sentence)
        if event.verb not in lexicon.STATIVE
    )
    spoken = [word for word in words if word.text not in FUNCTION_WORDS | lexicon.HEDGES | _COURTESY | NEGATED]
    return not told and len(spoken) <= _SPARE.get(request, _AN_EXCUSE)


def _asks_which(reading: Reading, sentence: Sentence, asked: str) -> bool:
    """Tell whether a sentence asks which of the things that the question spoke of is meant, or whether one would do."""
    words = [word.text for word in sentence.words]
    text = reading.text[sentence.start : sentence.end]
    mark = reading.text[sentence.end :].lstrip("\"'”)")[:1] == "?"
    if not mark or len(words) > _SHORT:
        return False
    if _WOULD_IT_DO.search(text):
        return True
    if _VERBS & set(words) or any("'" in word for word in words):
        return False
    carried = content_words(text)
    return words[0] != "why" and (
        "or" in words or bool(carried & content_words(asked)) or not carried - content_words(_IN_GENERAL)
    )
