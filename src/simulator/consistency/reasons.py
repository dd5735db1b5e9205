"""Reasons: why somebody left or is leaving, by category."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from simulator.consistency.claim import Claim
from simulator.consistency.phrases import PhraseTable, phrases_of
from simulator.consistency.question import Question
from simulator.consistency.sentences import Clause, Text, clause_span, clause_words, places_in_parts
from simulator.consistency.themes import LEAVING
from simulator.consistency.words import NEGATORS
from simulator.english import words_of


def _category(*lines: str) -> PhraseTable:
    """Return the phrases of a kind of reason, single words with their plurals."""
    phrases = phrases_of(*lines).phrases
    return PhraseTable(*phrases, *(f"{phrase}s" for phrase in phrases if " " not in phrase))


_CATEGORIES = {
    "pay": _category(
        "pay, salary, money, wage, wages, underpaid, below market, paid, better package, bonus, pay rise, earn",
        "earning, raise, afford, rent, mortgage, the bills, pension, benefits, package, financially, financial",
        "commission, tips, income",
    ),
    "growth": _category(
        "progress, progression, promotion, promoted, career, grow, growing, growth, nowhere to go, ceiling",
        "bigger role, responsibility, challenge, challenges, challenging, next step, develop, development, stretch",
        "plateaued, stagnant, new skills, learn more, learning, move up, step up, outgrown, stuck, opportunity",
        "opportunities, passed over, ladder, further to go, room to move, more senior, bigger projects, dead end",
        "no way up, gone as far, as far as i could, stopped learning, learn, training, moving up, going nowhere",
    ),
    "boredom": _category(
        "bored, boring, routine, repetitive, monotonous, same thing every day, unchallenged, needed a change, stale",
        "a change, something new, something different, same old, in my sleep, fresh start, itchy feet, dull, variety",
    ),
    "closure": _category(
        "redundant, redundancy, redundancies, laid off, lay - offs, layoffs, closed, closing, closure, shut, shutting",
        "eliminated, restructuring, restructure, restructured, cut my post, cuts, downsizing, downsized, bankrupt",
        "insolvent, liquidation, merger, went under, administration, closed down, lost my job, reorganisation",
        "reorganization, cut my job, went bust, folded, pulled out, moved abroad, outsourced, funding ran out",
        "lost the funding, jobs are going, job is going, wound up, winding up, lost the contract",
    ),
    "contract": _category(
        "contract ended, contract ends, contract finished, contract came, contract was up, contract is up",
        "contract ran out, contract runs out, wasn't renewed, fixed - term, fixed term, didn't renew, didnt renew",
        "not renewed, temporary, seasonal, project ended, maternity cover, my contract, end of the season",
        "agency work, zero hours, zero - hours, permanent",
    ),
    "dismissal": _category(
        "dismissed, fired, sacked, let me go, let go, disciplinary, asked to leave, misconduct, got rid of me",
        "gave me the push, failed my probation, probation",
    ),
    "people": _category(
        "manager, boss, supervisor, culture, atmosphere, toxic, bullied, bullying, shouted, horrible, argument",
        "politics, management, fell out, harassed, disrespected, leadership, owner, micromanaged, didn't get on",
        "gossip, didn't see eye to eye, see eye to eye, clashed, clash, shouting, respect, not listened",
        "nobody listened, backstabbing, new head, the owners, friend, friends, turnover, everyone left",
        "everybody left, colleagues left",
    ),
    "hours": _category(
        "workload, hours, overtime, shifts, weekends, nights, stress, stressful, burnout, burnt out, burned out",
        "pressure, balance, work - life, understaffed, rota, exhausted, exhausting, sundays, late nights",
        "too much work, travelling, overworked, evenings, evening, paperwork, short - staffed, short staffed, on call",
        "early starts, no life, my weekends, worn out, worn down, caseload, firefighting, too many, run ragged",
        "on the road, double shifts, holidays, see my kids, the admin, relentless, pace, unsocial",
    ),
    "place": _category(
        "commute, commuting, moved, move, moving, relocated, relocating, transferred, closer to home, nearer home",
        "distance, drive each way, the journey, each way, buses, ring road, back to, another city, nearer to home",
        "nearer, closer, miles, the traffic, the train, the bus, new house, an hour each way, round the corner",
        "walking distance, on the doorstep, driving",
    ),
    "health": _category(
        "health, ill, illness, sick, injury, injured, hurt, surgery, operation, my back, my knee, doctor, unwell",
        "accident, my hip, my shoulder, my wrists, my hands, lifting, physical, physically, allergy, allergic",
        "depression, anxiety",
    ),
    "family": _category(
        "for my family, children, kids, baby, maternity, paternity, family reasons, look after my, looking after my",
        "look after, looked after, nursed, stroke, caring for, care for, childcare, divorce, married, pregnant",
        "my mum, my dad, my mother, my father, my parents, family, school run, daughter, son",
    ),
    "study": _category(
        "study, studying, studies, course, retrain, retraining, back to college, back to university, qualification",
        "phd, degree, masters, master's, night school, evening classes, qualify",
    ),
    "future": _category(
        "future, unstable, uncertain, uncertainty, instability, sold, selling, retiring, going under, struggling",
        "no future, taken over, takeover, bought out, stability, stable, secure, security, rumours",
    ),
    "field": _category(
        "different field, another industry, different industry, new industry, change of career, sector, get back into",
        "what i trained, my own trade, closer to what, specialise, specialize, hands - on work, real work",
    ),
    "mission": _category(
        "what you do, your work, mission, values, a cause, make a difference, purpose, ethos, meaningful",
        "something useful, help people, helping people, give something back, giving back, worthwhile, matters",
        "believe in, environment, community",
    ),
    "reputation": _category(
        "reputation, well known, recommended, heard good, good things, speak highly, speaks highly, award, best in",
        "a name for, known for, friend works, friend who works, works here, told me about",
    ),
    "fondness": _category(
        "always wanted, always loved, passion, passionate, fan of, love the, loved the, i love, fascinated",
        "fascinates, since i was a child, as a child, as a kid, as a boy, as a girl, from the age, dreamed, dreamt",
        "hobby, fell in love, got hooked, good at, missed it, i miss, missed the, i've missed, my turn",
    ),
    "partner": _category(
        "my wife, my husband, my partner, my partner's, partner's, my husband's, my wife's, my girlfriend",
        "my boyfriend, girlfriend's, boyfriend's",
    ),
    "own": _category(
        "handed in my notice, gave my notice, gave notice, put in my notice, resigned, i quit, walked out",
        "my own choice, my own decision, voluntarily, talk me out of, persuade me to stay, begged me to stay",
    ),
    "travel": _category(
        "travel the world, round the world, backpacking, gap year, saw the world, see the world, drive round",
        "sabbatical, south america, months abroad, year abroad",
    ),
    "failure": _category(
        "failed, flunked, didn't pass, not good enough, my grades, my marks, kicked out, thrown out, exams, exam",
        "wasn't for me, not for me, couldn't keep up, out of my depth",
    ),
    "example": _category(
        "my aunt, my uncle, my grandmother, my grandfather, my gran, my nan, my grandad, my father did, my father was",
        "my dad was, my mother was, my mum was, my sister was, my brother was, in the family, family trade",
        "family business, followed my, a teacher, my teacher, a mentor, inspired",
    ),
    "chance": _category(
        "by accident, by chance, fell into, stumbled, happened to, an advert, saw the advert, a friend asked, temping",
        "needed a job, any job, whatever was going, job centre, ended up",
    ),
}
_ALIKE = (
    {"growth", "boredom", "future", "field", "study"},
    {"closure", "contract", "future"},
    {"hours", "health", "family"},
    {"place", "family"},
    {"people", "dismissal"},
    {"partner", "place", "family"},
    *(
        {"own", other}
        for other in words_of("pay growth boredom people hours place health family study field future travel partner")
    ),
    {"growth", "people"},
    {"mission", "reputation", "fondness"},
    {"fondness", "example"},
    {"pay", "future"},
    {"growth", "fondness"},
    {"growth", "mission"},
)
"""Reasons that people put one for the other; a step has often more than one."""
_DENIALS = phrases_of(
    "not about, wasn't about, isn't about, nothing to do with, not because, wasn't because, isn't the, wasn't the",
    "not the, no complaints, nothing against, wasn't for, not for the, wasn't a question, isn't a question",
    "never about, don't mind the, didn't mind the, not leaving because, not that, not badly, not bad, well paid",
    "friendly, decent, nothing wrong, lived with, live with, could have lived, brilliant, lovely, fond of",
    "get on well, got on well, will miss, i'll miss, was fine, is fine, were fine, are fine, was good, is good",
    "been good, been great, recommend, couldn't fault, can't fault",
)
_CUES = phrases_of(
    "because, cos, reason, reasons, that's why, which is why, the thing is, the truth is, decided, pushed me, made me",
    "drew me, draws me, attracts me, attracted me, leaving, i left, left because, i want, i wanted, i'd like",
    "i'm after, i'm looking for, looking for, due to, so i, it was, it's the, it is the, that did it, the last straw",
    "had enough, need to, needed to, have to, had to, mainly, mostly, really it's, comes down to, came down to, but",
    "since, tired of, fed up, sick of",
)
"""Phrases by which people bring in a reason, rather than what they say around it."""
_SPOKEN_OF = 6
"""Sentences at the start of an answer, or of a part of it, in which what is spoken of may be a reason too."""
_LOOKED_AT = 4
"""Sentences at the start of an answer, or of a part of it, in which the reason is given."""


def read_reasons(text: Text, question: Question) -> Iterator[Claim]:
    """Yield the reason an answer gives, with all its categories, where the question asks why.

    Its `words` are the categories brought in as a reason, its `context` all that are spoken of anywhere. Whatever is
    asked, "I left because ..." gives the reason for leaving.
    """
    if "reason" not in question.kinds:
        yield from _told_of_leaving(text)
        return
    spoken = list(_spoken_of(text))
    places = places_in_parts(text)
    told = [each for each in spoken if each.cued] or [
        each for each in spoken if places[each.clause.sentence] < _LOOKED_AT
    ]
    if not told:
        return
    yield replace(_claim(text, told, spoken), slot=question.slot_of("reason"), asked=True)


def _told_of_leaving(text: Text) -> Iterator[Claim]:
    """Yield the reason that the one sentence gives which says that somebody left or leaves because of something."""
    told: list[Claim] = []
    for number, clause in enumerate(text.clauses):
        words = clause_words(text, clause)
        before = clause_words(text, text.clauses[number - 1]) if number else []
        if words[0] not in _BECAUSE or not _LEAVES.found(before) or NEGATORS & set(before):
            continue
        rest = [each for each in text.clauses[number:] if each.sentence == clause.sentence]
        if any(_DENIALS.found(clause_words(text, each)) for each in rest):
            continue
        spoken = [_Spoken(each, found, cued=True) for each in rest if (found := _categories(clause_words(text, each)))]
        if spoken:
            told.append(replace(_claim(text, spoken, spoken), theme=LEAVING))
    if len(told) == 1:
        yield told[0]


_BECAUSE = words_of("because cos")
_LEAVES = phrases_of(
    "i left, i'm leaving, i am leaving, i quit, i resigned, i want to leave, i wanted to leave, i've left",
    "i decided to leave, i gave notice, i handed in my notice, i'm moving on, i moved on",
)


def _claim(text: Text, told: Sequence[_Spoken], spoken: Sequence[_Spoken]) -> Claim:
    span = clause_span(text, told[0].clause)
    return Claim(
        kind="reason",
        span=span,
        quote=text.original[slice(*span)],
        about="reason",
        words=frozenset().union(*(each.categories for each in told)),
        context=frozenset().union(*(each.categories for each in spoken)),
    )


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A clause that speaks of kinds of reason."""

    clause: Clause
    categories: frozenset[str]
    cued: bool
    """Whether they are brought in as a reason, in it or before in its sentence."""


def _spoken_of(text: Text) -> Iterator[_Spoken]:
    """Yield the clauses at the start of an answer, or of a part, that speak of a kind of reason and do not deny it."""
    cued_sentence = -1
    places = places_in_parts(text)
    for clause in text.clauses:
        if places[clause.sentence] >= _SPOKEN_OF:
            continue
        words = clause_words(text, clause)
        if _CUES.found(words):
            cued_sentence = clause.sentence
        found = _categories(words)
        if found and not _DENIALS.found(words):
            yield _Spoken(clause, found, cued_sentence == clause.sentence)


def _categories(words: Sequence[str]) -> frozenset[str]:
    return frozenset(name for name, table in _CATEGORIES.items() if table.found(words))


def reasons_agree(one: Claim, other: Claim) -> bool:
    """Return whether two reasons may be one, by what kinds of reason they are.

    A reason of either that is spoken of in the other agrees, and so do two that people put for one another.
    """
    if one.words & other.context or other.words & one.context:
        return True
    return any(group & one.words and group & other.words for group in _ALIKE)
