"""Job titles and qualifications."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from simulator.consistency.claim import Claim
from simulator.consistency.question import Question
from simulator.consistency.sentences import Text, Token, token_text
from simulator.consistency.surroundings import Around
from simulator.consistency.words import is_content, opposed
from simulator.english import words_of

_HEADS = words_of(
    "manager analyst developer engineer assistant supervisor director head nurse teacher clerk scientist executive",
    "officer consultant designer administrator coordinator technician operator driver chef cook waiter waitress",
    "barista cashier receptionist accountant bookkeeper lawyer solicitor paralegal architect electrician plumber",
    "carpenter joiner welder fitter mechanic surveyor foreman sergeant constable inspector captain lieutenant corporal",
    "private major carer worker tutor lecturer professor researcher programmer tester producer editor writer",
    "journalist buyer planner recruiter specialist adviser advisor agent representative rep salesperson salesman",
    "leader lead apprentice intern trainee volunteer fundraiser porter picker packer cleaner guard gardener secretary",
    "treasurer president owner founder partner associate therapist dentist hygienist pharmacist doctor midwife",
    "paramedic firefighter librarian translator interpreter pilot steward caretaker housekeeper controller auditor",
    "trader broker merchandiser stylist hairdresser photographer strategist handler labourer machinist scheduler",
    "dispatcher bricklayer chargehand roofer plasterer glazier scaffolder florist butcher baker tailor painter",
    "decorator groundsman superintendent chief principal deputy sous attendant checker commis",
)
_QUALIFICATIONS = words_of(
    "master's masters msc ma mba bachelor's bachelors bsc ba phd doctorate diploma certificate hnd gcse gcses a-levels "
    "foundation apprenticeship"
)
_DEGREES = {
    "masters": "master's", "msc": "master's", "ma": "master's", "mba": "master's", "bachelors": "bachelor's",
    "bsc": "bachelor's",
    "ba": "bachelor's", "doctorate": "phd",
}  # fmt: skip
_ALIKE = (
    {"developer", "programmer", "engineer"},
    {"carer", "worker", "assistant"},
    {"waiter", "waitress", "server"},
    {"leader", "lead", "supervisor", "foreman"},
    {"adviser", "advisor", "consultant"},
    {"administrator", "secretary", "clerk", "assistant", "receptionist"},
    {"salesperson", "salesman", "representative", "rep", "agent"},
    {"cook", "chef"},
    {"teacher", "tutor"},
    {"head", "director", "chief"},
    {"cleaner", "housekeeper"},
    {"owner", "founder", "partner"},
    {"carpenter", "joiner"},
    {"apprentice", "trainee"},
    {"head", "manager", "lead", "leader"},
    {"manager", "partner", "owner"},
    {"coordinator", "planner", "scheduler", "administrator"},
    {"salesman", "executive"},
    {"officer", "coordinator", "administrator", "executive", "specialist"},
)  # fmt: skip
_STOPS = words_of(
    "a an the my our i i'm was as is am been be and or in at for of with who on to that straight hired me now job",
    "title position role by time left when currently moment their his her became become then work worked working call",
    "called says said read reads contract badge title's role's position's job's titled officially basically still just",
    "but because so",
)
_LONGEST = 4
_ROOT = 5
"""Letters by which words of one root are known ("checker", "checking")."""


def read_titles(text: Text, question: Question, around: Around) -> Iterator[Claim]:
    """Yield the candidate's titles and qualifications, where the question asks for one."""
    if "title" not in question.kinds:
        return
    slot = question.slot_of("title")
    for place, token in enumerate(text.tokens):
        found = _title_at(text.tokens, place)
        if found is None:
            continue
        first, last, words = found
        where = around.at(place)
        if where.owner or where.negated or where.hypothetical or not _is_own(text.tokens, first):
            continue
        if token_text(text.tokens, first - 1) in {"a", "an", "the"}:
            first -= 1
        span = text.tokens[first].start, text.tokens[last - 1].end
        yield Claim(
            kind="title",
            span=span,
            quote=text.original[slice(*span)],
            slot=slot,
            asked=True,
            about="qualification" if token.text in _QUALIFICATIONS | {"master"} else token.text,
            words=words,
            contrasts=where.contrasts,
        )


def _title_at(tokens: Sequence[Token], place: int) -> tuple[int, int, frozenset[str]] | None:
    """Return the first token of the title or qualification that ends at `place`, the token after it, and its words."""
    word, last = tokens[place].text, place + 1
    if word == "master" and token_text(tokens, last) in {"in", "of", "degree"}:
        return place, last, frozenset({"master's"})
    if word not in _QUALIFICATIONS and not _is_head(tokens, place):
        return None
    first = place
    while first > 0 and place - first < _LONGEST and _belongs(tokens[first - 1]):
        first -= 1
    if word in _QUALIFICATIONS:
        if {"started", "began", "start", "starting"} & {token.text for token in tokens[max(first - 3, 0) : first]}:
            return None  # begun is not had
        return first, last, frozenset({_DEGREES.get(word, word)})
    if word == "head" and token_text(tokens, last) == "of":
        last = min(last + 2, len(tokens))
    return first, last, frozenset(part.text for part in tokens[first:last] if part.text != "of")


def _is_head(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a title ends at `place`: "account" in "account manager" does not end one."""
    if tokens[place].text not in _HEADS:
        return _is_trade(tokens, place)
    return token_text(tokens, place + 1) not in _HEADS and not (
        tokens[place].text
        in {"head", "lead", "chief", "principal", "deputy", "assistant", "associate", "trainee", "volunteer", "private"}
        and token_text(tokens, place + 2) in _HEADS
    )


def _is_trade(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word no list has is a trade by its form and place: "I'm a scrum master", "as a thatcher"."""
    word, after = tokens[place].text, token_text(tokens, place + 1)
    one_of = [token.text for token in tokens[max(place - 4, 0) : place]]
    if word.removesuffix("s") in _HEADS and {"one", "of"} <= set(one_of):
        return True
    if not word.endswith(_TRADES) or len(word) < 5 or word in _NO_TRADES or is_content(after):
        return False
    first = place
    while first > 0 and place - first < _LONGEST and _belongs(tokens[first - 1]):
        first -= 1
    return token_text(tokens, first - 1) in _ARTICLES and token_text(tokens, first - 2) in _I_AM | {"was", "be"}


_TRADES = ("er", "or", "ist", "ian", "man", "woman", "master", "mate", "hand", "smith", "wright", "nurse", "ess")
_NO_TRADES = words_of(
    "number other better matter never over under after rather together however believer person lover loner"
)


def _belongs(token: Token) -> bool:
    return token.text[0].isalpha() and token.text not in _STOPS


_I_AM = words_of("i'm im am as been became")
_ARTICLES = words_of("a an the")
_SAYS = _ARTICLES | words_of("says reads said read is was called titled officially ' \" “ ‘ :")
_OWN = _I_AM | words_of(
    "i i've my it it's title title's position position's role role's job's rank badge contract card paper officially "
    "door payslip"
)
_ANOTHERS = words_of("with under to by")
"""Words that bring in somebody else's title: "reporting to the head chef"."""


def _is_own(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a title is brought in as the candidate's ("I'm a ...", "as the ..."), or comes first."""
    before, further = token_text(tokens, first - 1), token_text(tokens, first - 2)
    if before in _ARTICLES and further in {"just", "only", "basically", "still", "really"}:
        return True
    if first == 0 or (first == 1 and before in _ARTICLES | {"just"}):
        return True
    if before in _I_AM | {"title's", "role's", "position's"}:
        return True
    if before == "my" and further in {"have", "got", "hold", "did"}:
        return True
    near = {token.text for token in tokens[max(first - 5, 0) : first]}
    return before in _SAYS and not _ANOTHERS & {before, further} and bool(_OWN & near)


_SENIOR = words_of("head chief senior lead principal")
_JUNIOR = words_of("assistant junior trainee apprentice deputy")
_RANKS = _SENIOR | _JUNIOR
"""Words before a trade that tell a rank: a head gardener is no assistant gardener."""


def _is_senior(title: Claim) -> bool:
    return bool(_SENIOR & title.words)


def titles_agree(one: Claim, other: Claim) -> bool:
    """Return whether two titles may name one position: nothing opposed, and like heads or one within the other."""
    if any(opposed(word, against) for word in one.words for against in other.words):
        return False
    if len(_RANKS & one.words) == len(_RANKS & other.words) == 1 and _is_senior(one) != _is_senior(other):
        return False
    if len(one.words) > 1 < len(other.words) and _JUNIOR & (one.words ^ other.words):
        return False  # an assistant store manager is no store manager
    if one.about == other.about == "qualification":
        return bool(one.words & other.words)
    if one.words <= other.words or other.words <= one.words:
        return True
    if len({word[:_ROOT] for word in one.words} & {word[:_ROOT] for word in other.words}) > 1:
        return True  # an accuracy checker is an accuracy checking technician
    return one.about == other.about or any({one.about, other.about} <= alike for alike in _ALIKE)
