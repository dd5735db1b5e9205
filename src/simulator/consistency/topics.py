"""What is often asked with yes or no, and the ways people say either without a yes or a no.

A topic is known by words of the question or of the label of its slot. Its phrases hold for that topic only: "firm" is a
no to whether a figure can be discussed, and nothing elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simulator.consistency.phrases import PhraseTable, phrases_of
from simulator.consistency.words import NEGATORS
from simulator.english import words_of

_NOT_YET = frozenset({"until", "till"})
"""What comes after these is not so yet: "wait till I've told him"."""
_BEFORE = 4
"""Words before a phrase in which a negator turns it round."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A yes-or-no topic: the words it is known by, and the phrases of either side."""

    id: str
    signs: frozenset[str]
    yes: PhraseTable
    no: PhraseTable
    always_no: PhraseTable = field(default_factory=PhraseTable)
    """Phrases that decline with a "not" before them as without one: "(not) uproot the children"."""

    def says(self, words: Sequence[str]) -> set[bool]:
        """Return the sides that a clause takes on this topic."""
        return {
            side ^ _turned(words, at)
            for side, table in ((True, self.yes), (False, self.no))
            for at in table.places(words)
            if not (side and _NOT_YET & set(words[:at]))
        } | ({False} if self.always_no.found(words) else set())


def _turned(words: Sequence[str], at: int) -> bool:
    before = list(words[max(at - _BEFORE, 0) : at])
    while "," in before:
        before = before[before.index(",") + 1 :]
    return sum(word in NEGATORS for word in before) % 2 == 1


_TOPICS = (
    Topic(
        "relocate",
        words_of("relocate relocating relocation move moving"),
        yes=phrases_of(
            "be moving, move back, want to move, wanted to move, want to come back, will move, we'll move",
            "we would move, we'd move, i'd move, i would move, i'll move, i will move, i could move, i can move",
            "move tomorrow, happy to move, willing to move, nothing tying me, nothing keeping me, nothing to keep me",
            "no ties, pack my, pack up, bags packed, go anywhere, anywhere in the country, i'd relocate",
            "i would relocate, i'd come, up sticks, ready for a change of scene, looking at flats, first flat",
            "take a flat, a flat near, flat nearby, look for a flat, find a flat, find somewhere, start somewhere new",
            "open to moving, open to relocating, keen to move, glad to move, ready to move, free to move, i'd go",
        ),
        no=phrases_of(
            "stay put, stay here, staying here, stay where, staying where, staying put, stay in this, stay near",
            "stay close, stay local, staying local, settled here, rooted here, roots here, my life is here",
            "our life is here, tied to, need to be near, have to be near, need to stay, have to stay, got to stay",
            "must stay, want to stay, rather stay, going nowhere, commute from here, within commuting distance",
            "kids are settled, children are settled, can't leave, cannot leave, couldn't leave, can't up",
            "rather drive, rather commute, keep commuting, keep driving, i'd commute, id commute, i would commute",
            "i'll commute, moving is out, ruled out moving",
        ),
        always_no=phrases_of(
            "leave the area, leave this area, leaving the area, leave town, leave here, leaving here, leave home",
            "uproot, uprooting, take him out, take her out, take them out, take the children out",
            "pulling the kids out, pull the kids out, take the kids out",
        ),
    ),
    Topic(
        "travel",
        words_of("travel travelling traveling trips"),
        yes=phrases_of(
            "on the road, happy to travel, used to travelling, used to traveling, like travelling, love travelling",
            "enjoy travelling, like the travel, love the travel, suitcase, go wherever, wherever you need",
            "wherever you send, send me anywhere, nights away, be away, overnights, overnight, i'd travel",
            "i would travel, i'll travel, can travel, passport ready, fine with travel, fine with travelling",
            "happy to drive, happy to fly",
        ),
        no=phrases_of(
            "home every night, home each night, home every evening, home by, my own bed, no travel, day trips only",
            "only day trips, stay local",
        ),
        always_no=phrases_of("leave the kids, leave my kids, leave my children"),
    ),
    Topic(
        "shifts",
        words_of("shifts shift weekend weekends overtime evenings nights unsocial rota"),
        yes=phrases_of(
            "any shift, any shifts, any hours, whatever shift, whatever shifts, whatever hours, weekends are fine",
            "weekends suit, weekend is fine, nights are fine, evenings are fine, do weekends, do nights, do evenings",
            "do earlies, do lates, work weekends, work nights, work saturdays, work sundays, work evenings",
            "flexible with, flexible on, whatever the rota, put me down, i'm flexible, i am flexible, used to shifts",
            "used to nights, used to weekends, early starts are, like earlies, like nights, extra hours are fine",
            "happy to stay late, stay late",
        ),
        no=phrases_of(
            "weekdays only, only weekdays, monday to friday, mon to fri, nine to five, 9 to 5, office hours",
            "weekends free, keep my weekends, keep weekends, weekends off, nights off, evenings off, my weekends are",
            "weekends are for, weekends are out, weekends are off, weekends are taken, school run, school hours",
            "pick my, pick up my, picking up my, no weekends, no nights, no evenings, no late, no shifts, home by",
            "regular hours, normal hours, daytime only, only daytime, days only, only days",
        ),
    ),
    Topic(
        "offers",
        words_of("offers offer elsewhere"),
        yes=phrases_of(
            "offer on the table, made me an offer, made an offer, offered me, have an offer, have one offer",
            "have two offers, have another offer, have offers, got an offer, got one offer, got two offers",
            "got another offer, had an offer, an offer from, one offer, two offers, three offers, a couple of offers",
            "another offer, a job offer, a written offer, one other offer, a firm offer, an offer in, verbal offer",
            "been offered, there's an offer, there is an offer, written offer, their offer, sent me an",
            "waiting for my answer, want my answer, waiting on my answer, in my inbox",
        ),
        no=phrases_of(
            "no offers, no offer, no other offer, no other offers, nothing else, the only place, the only one",
            "only application, only job i, only one i've applied, nothing on the table, nobody's offered",
            "nobody has offered, no one's offered, no one has offered, none so far, none yet, nothing in writing",
            "nothing concrete, nothing firm, nothing so far, nothing yet, nothing has come, only people, just you",
            "you're the only, you are the only, you're the first, you are the first, only you",
            "haven't applied anywhere, haven't applied, not applied, not talking to anyone, not a single one",
            "no irons, nothing at all",
        ),
    ),
    Topic(
        "referee",
        words_of("referee reference references contacted contact"),
        yes=phrases_of(
            "you can ring, you can call, you can phone, you can speak, you can contact, you can ask, you can email",
            "you can write, you may, ring her, ring him, phone them, in favour, he's known, she's known, ring them",
            "call her, call him, call them, phone her, phone him, give her a, give him a, give them a, feel free",
            "speak to her, speak to him, speak to them, talk to her, talk to him, contact her, contact him",
            "contact them, knows i'm, know i'm, she knows, he knows, they know, i've told, go ahead, by all means",
            "her number, his number, any time you like, whenever you like, happy for you, fine by me",
            "expecting your call",
        ),
        no=phrases_of(
            "rather you left, got no idea, no idea that, doesn't know yet, rather you didn't, you didn't, hold off",
            "wait until, wait till, wait for, leave her out, leave him out, leave them out, keep it quiet, between us",
            "in confidence, confidential, has no idea, have no idea, behind her back, behind his back",
            "make things awkward, awkward",
        ),
        always_no=phrases_of("until i have, until i've, till i've, until there's, until it's, until you've"),
    ),
    Topic(
        "licence",
        words_of("licence license"),
        yes=phrases_of(
            "clean, spotless, not a point, nothing on it, never been stopped, full licence, full license, no points",
        ),
        no=phrases_of(
            "points, three points, six points, off the road, banned, disqualified, speeding, endorsement, a ban",
            "provisional, suspended, lost it",
        ),
    ),
    Topic(
        "ever",
        words_of("ever"),
        yes=phrases_of(
            "once or twice, a few times, several times, plenty of, many times, lots of times, more than once",
            "a couple of times, two or three times, regularly, all the time",
        ),
        no=phrases_of(
            "new to me, be my first, be a first, first time for me, yet to, no experience of, no experience with",
            "never had, never been, never done, never needed, not had to, had the chance, had the pleasure",
            "had occasion",
        ),
    ),
    Topic(
        "flexible",
        words_of("flexible negotiable discussion negotiate discuss room"),
        yes=phrases_of(
            "room to, some room, wiggle room, bit of room, open to, negotiable, flexible, some movement, come down",
            "bend, we can talk, could talk, happy to talk, can discuss, happy to discuss, talk about it, let's talk",
            "meet in the middle, meet you halfway, halfway, starting point, give a little, take less, accept less",
            "consider less, could go lower, can go lower, could drop, look at the whole, whole package",
        ),
        no=phrases_of(
            "firm, non - negotiable, my limit, bottom line, take it or leave it, rock bottom, my floor, the floor",
            "least i'd, least i would, least i could, least i can, the minimum, my minimum, that's the number",
            "that's the figure, final, stick to, sticking to, stand by, fixed, set in stone, no lower, no less",
        ),
    ),
)


FACTS = Topic(
    "fact",
    frozenset(),
    yes=phrases_of(
        "only on my, only at, only when, now and then, from time to time, once in a while, socially, the odd one",
        "every day, a few times, plenty of, still do",
    ),
    no=phrases_of(
        "gave up, gave it up, given up, given it up, packed it in, quit, stopped, not any more, no longer, not since",
        "yet to",
    ),
)
"""What answers a question for a fact ("Do you smoke?") without a yes or no."""


def topic_of(words: Sequence[str]) -> Topic | None:
    """Return the topic of a question or label, by its words."""
    said = {word.removesuffix("'s") for word in words}
    return next((topic for topic in _TOPICS if topic.signs & said), None)
