"""Word lists for reading the grammar of spoken English: verb forms, persons, auxiliaries, hedges."""

from __future__ import annotations

from simulator import english
from simulator.english import unmarked, words_of

STATIVE = words_of(
    "was were had been felt thought knew believed hoped guessed supposed wanted wished liked loved hated enjoyed",
    "needed meant belonged seemed looked lacked consisted contained cared feared trusted understood preferred saw",
    "heard expected appeared existed",
)
"""Past forms that tell a state or what was in somebody's head, not something done."""

LIGHT = words_of(
    "achieved assisted collaborated communicated contributed cooperated coordinated dealt delivered demonstrated",
    "developed drove ensured evolved excelled exceeded facilitated faced focused followed gained got grew handled",
    "helped improved interacted involved joined learned learnt led leveraged liaised managed motivated overcame",
    "participated performed planned resolved solved strived studied succeeded supported took transformed tried",
    "used went worked balanced adapted remembered left met adjusted supervised oversaw experienced encountered",
    "became did made kept had",
)
"""Past forms that name nothing in particular without what follows them."""

BE = english.BE | english.BE_NOT | unmarked(english.BE_NOT) | words_of("'m 're")
BE_PAST = english.BE_PAST | words_of("wasn't weren't wasnt werent")
HAVE = words_of("have has having haven't hasn't havent hasnt")
MODAL = english.MODALS | english.MODALS_NOT | english.DO | english.DO_NOT
MODAL |= unmarked(MODAL) | words_of("to cannae wouldnae didnae dinnae need gonna let's")
HYPOTHETICAL = words_of("will would can could might may should 'll 'd wouldn't won't")

ADVERBS = words_of(
    "not never just then also even only really always still already almost nearly actually basically simply ever",
    "soon finally eventually suddenly immediately quickly quietly personally honestly probably maybe perhaps",
    "first once twice all both each again now later slowly usually often sometimes kindly literally obviously",
    "sort kind of like myself directly straight somehow therefore afterwards meanwhile instead clearly carefully",
    "well too further far kinda kindof please generally normally typically mostly half together absolutely",
    "totally properly",
)
"""Words that can stand between a subject, its auxiliary and its verb."""

CONJUNCTIONS = words_of(
    "and but or so because cos coz cause when whenever while before after until till if though although since as",
    "plus where once unless nor than whereas",
)
RELATIVES = words_of("who which what whatever whoever whichever whom whose")

FIRST_SINGULAR = words_of("i")
FIRST_PLURAL = words_of("we")
SECOND = words_of("you ya yous")
OTHERS_ALWAYS_SUBJECT = words_of("he she they")
OTHERS_SOMETIMES_OBJECT = words_of(
    "it there this that these those everybody everyone somebody someone anybody anyone nobody everything",
    "something nothing none both most some",
)

BEFORE_NOUN = words_of(
    "a an the my our his her its their your this these those very so more most less quite too no any some every",
    "each of in on at by for with from about into onto as than another other such new old big well highly being",
    "un fully between over under without within per",
)
"""Words after which a form in -ed is an adjective ("a dedicated person"), not a verb."""

ACHIEVEMENT = words_of(
    "won lost passed failed finished delivered shipped saved hit reached completed launched sold cleared beat met",
    "closed recovered broke fell arrived placed graduated signed",
)
"""Past forms that tell an end even with "I" or "we" as their subject."""

LOSSES = words_of(
    "missed lost failed forgot dropped cancelled canceled broke turned refused skipped wasted delayed disappointed",
)
"""Past forms of what goes wrong: that it did not happen is an end."""

EVALUATION = words_of(
    "appreciated liked loved enjoyed praised congratulated impressed learned learnt taught helped supported felt",
    "wanted thought knew believed hoped seemed involved included required happened started began became had was",
    "were meant needed used heard saw",
)
"""Past forms that tell no end although somebody else is their subject."""

PERCEPTION = words_of(
    "noticed spotted saw found heard realised realized discovered learned learnt knew thought felt figured",
    "understood",
)
"""Past forms whose clause tells what was found, not what came of it."""

CAUSATIVE = words_of("got kept left made wanted needed saw found heard watched")
"""Verbs with an object and a participle behind them: "I got the road closed"."""

COMMON_DEEDS = words_of("made did took drove got kept left found")
"""Light verbs that still tell something done where they have an object."""

SPEECH = words_of("said told asked explained shouted replied answered called suggested wrote complained")

HEDGES = words_of(
    "i'm i it it's its is a an the and so well um uh erm er hmm oh yeah yes no like just really honestly maybe",
    "perhaps probably possibly guess suppose think kinda sorta kind sort of to be honest you know i'd mean that's",
    "that there there's was pretty quite but or if for me my at this do in on with about you're sure bit guys",
    "usually",
)
"""Words that carry nothing of an answer."""

NO_STEP = words_of(
    "be am have think guess suppose mean know believe feel like love want need hope say try stay rather",
    "communicate prioritise prioritize handle deal solve resolve analyse analyze consider ensure remain focus",
)
"""Verbs after "I" or "I'd" that are no step of a method."""

DOING = words_of(
    "ask tell put write take check ring call phone go bring make find get show open start speak talk move give",
    "send look set explain offer listen apologise apologize strap weigh load read test compare sort keep stop",
    "turn sit agree note mark see do fetch walk",
)
"""Plain verbs that follow one another in the telling of a method: "ask her, write it down"."""

STATES_REACHED = words_of(
    "right wrong over gone back ready full empty home live open closed fixed solved done finished settled sorted clear",
    "early late short out clean safe dry online complete correct true enough down up working running there",
)
"""What things were at the end: "It was right", "we were four pounds out"."""

COMPARATIVES = words_of(
    "fewer less more better worse lower higher shorter longer faster quicker slower cheaper smaller bigger quieter",
    "earlier later safer easier happier calmer tighter steadier",
)

FILLERS = words_of("um umm uh uhh erm er eh hmm mm ah")
