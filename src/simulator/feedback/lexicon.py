"""Word lists for reading the grammar of spoken English: verb forms, persons, auxiliaries, hedges."""

from __future__ import annotations


def words(*lines: str) -> frozenset[str]:
    """Return the words of `lines`, which are easier to read and to add to than a list of quoted ones."""
    return frozenset(word for line in lines for word in line.split())


IRREGULAR_PAST = words(
    "arose ate beat became began bent bled blew bore bought bound broke brought built burnt came caught chose",
    "clung crept dealt did dove drank dreamt drew drove dug fed fell felt fled flew flung forbade forgave forgot",
    "fought found froze gave got grew ground held heard hid hung kept knelt knew laid lay leant learnt led left",
    "lent lit lost made meant met misread mistook outgrew overheard oversaw overtook paid ran rang redid rebuilt",
    "reran resold rewrote rode rose said sang sank sat saw sent shook shone shot shrank slept slid smelt sold",
    "sought spelt spent spilt spoke spoilt sprang stole stood struck stuck stung swam swept swore swung taught",
    "told took thought threw tore understood undid unpaid upheld went withdrew withheld woke won wore wound wove",
    "wrote",
)
"""Simple past forms that are not also the present."""

PARTICIPLES = words(
    "been begun bitten blown broken chosen come done drawn driven eaten fallen flown forgotten frozen given gone",
    "grown hidden known mistaken overtaken ridden risen seen shaken shown spoken stolen sunk sworn taken thrown",
    "torn undone withdrawn woken worn woven written",
)
"""Irregular participles that are not also the simple past; some dialects say them for it ("I seen", "she come")."""

DIALECT_PAST = words("come done seen")

SAME_IN_PAST = words(
    "bet burst cast cost cut hit hurt let put quit read reset rid set shed shut split spread upset",
)
"""Forms where only the surroundings tell present from past."""

NOT_PAST = words(
    "bed bleed breed creed deed embed exceed feed freed greed heed hundred indeed kindred moped naked need",
    "proceed red sacred seed shed sled speed succeed sped ted weed wed wicked hatred biped unaided ragged rugged",
)
"""Words in -ed that are no verb's past."""

STATIVE = words(
    "was were had been felt thought knew believed hoped guessed supposed wanted wished liked loved hated enjoyed",
    "needed meant belonged seemed looked lacked consisted contained cared feared trusted understood preferred saw",
    "heard expected appeared existed",
)
"""Past forms that tell a state or what was in somebody's head, not something done."""

LIGHT = words(
    "achieved assisted collaborated communicated contributed cooperated coordinated dealt delivered demonstrated",
    "developed drove ensured evolved excelled exceeded facilitated faced focused followed gained got grew handled",
    "helped improved interacted involved joined learned learnt led leveraged liaised managed motivated overcame",
    "participated performed planned resolved solved strived studied succeeded supported took transformed tried",
    "used went worked balanced adapted remembered left met adjusted supervised oversaw experienced encountered",
    "became did made kept had",
)
"""Past forms that name nothing in particular without what follows them."""

BE = words(
    "am is are was were be been being 'm 're isn't aren't wasn't weren't wasnt werent isnt arent ain't",
)
BE_PAST = words("was were wasn't weren't wasnt werent")
HAVE = words("have has having haven't hasn't havent hasnt")
MODAL = words(
    "will would can could shall should may might must to won't wouldn't can't couldn't shouldn't cannot cant wont",
    "wouldnt couldnt shouldnt cannae wouldnae do does did don't doesn't didn't dont doesnt didnt didnae dinnae",
    "need gonna let's",
)
HYPOTHETICAL = words("will would can could might may should 'll 'd wouldn't won't")

ADVERBS = words(
    "not never just then also even only really always still already almost nearly actually basically simply ever",
    "soon finally eventually suddenly immediately quickly quietly personally honestly probably maybe perhaps",
    "first once twice all both each again now later slowly usually often sometimes kindly literally obviously",
    "sort kind of like myself directly straight somehow therefore afterwards meanwhile instead clearly carefully",
    "well too further far kinda kindof please generally normally typically mostly half together absolutely",
    "totally properly",
)
"""Words that can stand between a subject, its auxiliary and its verb."""

CONJUNCTIONS = words(
    "and but or so because cos coz cause when whenever while before after until till if though although since as",
    "plus where once unless nor than whereas",
)
RELATIVES = words("who which what whatever whoever whichever whom whose")

FIRST_SINGULAR = words("i")
FIRST_PLURAL = words("we")
SECOND = words("you ya yous")
OTHERS_ALWAYS_SUBJECT = words("he she they")
OTHERS_SOMETIMES_OBJECT = words(
    "it there this that these those everybody everyone somebody someone anybody anyone nobody everything",
    "something nothing none both most some",
)

BEFORE_NOUN = words(
    "a an the my our his her its their your this these those very so more most less quite too no any some every",
    "each of in on at by for with from about into onto as than another other such new old big well highly being",
    "un fully between over under without within per",
)
"""Words after which a form in -ed is an adjective ("a dedicated person"), not a verb."""

ACHIEVEMENT = words(
    "won lost passed failed finished delivered shipped saved hit reached completed launched sold cleared beat met",
    "closed recovered broke fell arrived placed graduated signed",
)
"""Past forms that tell an end even with "I" or "we" as their subject."""

EVALUATION = words(
    "appreciated liked loved enjoyed praised congratulated impressed learned learnt taught helped supported felt",
    "wanted thought knew believed hoped seemed involved included required happened started began became had was",
    "were meant needed used heard saw",
)
"""Past forms that tell no end although somebody else is their subject."""

PERCEPTION = words(
    "noticed spotted saw found heard realised realized discovered learned learnt knew thought felt figured",
    "understood",
)
"""Past forms whose clause tells what was found, not what came of it."""

CAUSATIVE = words("got kept left made wanted needed saw found heard watched")
"""Verbs with an object and a participle behind them: "I got the road closed"."""

COMMON_DEEDS = words("made did took drove got kept left found")
"""Light verbs that still tell something done where they have an object."""

SPEECH = words("said told asked explained shouted replied answered called suggested wrote complained")

HEDGES = words(
    "i'm i it it's its is a an the and so well um uh erm er hmm oh yeah yes no like just really honestly maybe",
    "perhaps probably possibly guess suppose think kinda sorta kind sort of to be honest you know i'd mean that's",
    "that there there's was pretty quite but or if for me my at this do in on with about you're sure bit guys",
    "usually",
)
"""Words that carry nothing of an answer."""

FUNCTION_WORDS = words(
    "the a an and or but of to in on at for with from by as it is was were be been am are i i'm i'd i've you he",
    "she we they my your his her our their this that there so not no if when what who which have has had do did",
    "would will can me him them us because then just about up out into than all very it's don't its im dont ive",
)

NO_STEP = words(
    "be am have think guess suppose mean know believe feel like love want need hope say try stay rather",
    "communicate prioritise prioritize handle deal solve resolve analyse analyze consider ensure remain focus",
)
"""Verbs after "I" or "I'd" that are no step of a method."""

DOING = words(
    "ask tell put write take check ring call phone go bring make find get show open start speak talk move give",
    "send look set explain offer listen apologise apologize strap weigh load read test compare sort keep stop",
    "turn sit agree note mark see do fetch walk",
)
"""Plain verbs that follow one another in the telling of a method: "ask her, write it down"."""

STATES_REACHED = words(
    "right wrong over gone back ready full empty home live open closed fixed solved done finished settled sorted clear",
    "early late short out clean safe dry online complete correct true enough down up working running there",
)
"""What things were at the end: "It was right", "we were four pounds out"."""

COMPARATIVES = words(
    "fewer less more better worse lower higher shorter longer faster quicker slower cheaper smaller bigger quieter",
    "earlier later safer easier happier calmer tighter steadier",
)

FILLERS = words("um umm uh uhh erm er eh hmm mm ah")
