"""The wordings by which a question is put aside, as regular expressions over an answer with plain apostrophes.

They only say where to look: whether an answer dodges is decided by what stands around them (see `dodges`). Gaps are
bounded, so that searching stays linear.
"""

from __future__ import annotations

import re
from functools import cache

from simulator.english import FEASTS, MONTHS, SEASONS, TENS, UNITS, WEEKDAYS, either

_REALLY = r"(?:really |honestly |quite |just |yet |ever |actually |personally |so far )"
_HAVE = r"(?:'ve| have)"
_SAID = r"(?:said|told|mentioned|explained|discussed|stated|wrote)"
_TALKED = r"(?:went|gone|been|covered|discussed|talked|spoke)"
_PAPERS = r"(?:cv|resume|résumé|application|form|letter|profile|file|notes|linkedin)"
_GAP = r"[^.!?\n]{0,40}?"
_WOULD_RATHER = r"\b(?:rather|sooner|prefer to|like to|choose to|want to)"

NOT_KNOWING = (
    (
        rf"\b(?:do not|don't|dont|couldn't) {_REALLY}?(?:know|have a clue)\b"
        r"(?! (?:any(?:one|body|where|thing better)|many|a (?:better|single)|of (?:any|a)|another)\b)"
    ),
    rf"\b(?:do not|don't|dont) {_REALLY}?mind\b(?=\W*$|[.,;!?]| (?:either|really|which|what|at all|to be|any)\b)",
    r"\bdunno\b",
    r"\bno (?:idea|clue|opinion|preference)\b",
    rf"\bnot {_REALLY}?(?:so |too )?sure\b",
    rf"\b(?:can't|cannot|cant|couldn't) {_REALLY}?(?:say|tell you|think of|remember|recall|come up)\b",
    r"\b(?:hard|difficult|tricky) to say\b|\bbeats me\b|\bwho knows\b",
    rf"\b(?:haven't|never|not) {_REALLY}?thought (?:about|of|that far)\b",
    rf"\b(?:do not|don't) {_REALLY}?(?:think i )?have (?:any(?:thing)?\b|an? (?:answer|opinion|preference)\b)",
    r"\b(?:that's|it's|is) a (?:tough|good|hard|difficult|tricky) (?:one|question)\b",
    r"\bnot (?:really |very )?relevant\b|\bdon't think (?:that|it)(?:'s| is) (?:really )?relevant\b",
    r"\b(?:just|we'll|we will) (?:have to )?see\b|\bhave to think about (?:it|that)\b|\boff the top of my head\b",
)

LEAVING_IT_OPEN = (
    r"\bany(?:thing| of (?:them|it)) (?:you like|you want|really|is fine|goes|works)\b|^\W*anything\W*$",
    r"\bwhat(?:ever| ever) (?:you|suits|comes|works|is|it|they)\b|^\W*whatever\W*$",
    r"\bup to you\b|\byou tell me\b|\byour call\b",
    r"\bi(?:'m| am) (?:easy|flexible|open to (?:anything|everything|all))\b",
    r"\b(?:it |that )?(?:all )?(?:kind of |sort of )?(?:depends|would depend)\b",
)

EITHER_WAY = (r"\b(?:both|either)\b",)
"""What leaves it open too, where one of two things was to be chosen."""

SAYING_NOTHING = (
    r"\b(?:just )?the usual\b|\bjust the normal\b|\bthis and that\b|\bbits and (?:bobs|pieces)\b|\ball sorts\b",
    r"\bsame as (?:everyone|anybody|anyone|always)\b|\byou know how it is\b",
    r"\bnothing (?:special|much|really|in particular|specific)\b",
    r"\bnothing (?:comes|springs) to mind\b|\bnothing to (?:worry|tell|say|add|report)\b",
    (
        r"\b(?:it|that|all|everything|they|things)(?:'s|'re| is| was| are| were| went)? "
        r"(?:all |just |very |really |pretty )?"
        r"(?:fine|ok|okay|good|alright|great)\b"
    ),
    r"^\W*(?:fine|good|ok|okay|alright|all good|no|yes|yeah|nope|sure|pass|no comment|next|why not)\W*$",
    r"\ball good\b|\bcan't complain\b|\bno complaints\b|\bnext question\b",
    r"\bno two days (?:are )?(?:ever )?the same\b|\bevery day is different\b",
    r"\b(?:everything|nothing|lots of things|a bit of everything) really\b",
    r"\btoo many to (?:mention|count|list|name)\b|\b(?:lots|loads|plenty) of (?:times|things|them|examples)\b",
    r"\bask (?:anyone|anybody|my|them|him|her)\b",
)

DODGES = NOT_KNOWING + LEAVING_IT_OPEN + SAYING_NOTHING

REFUSALS = (
    r"\b(?:rather|sooner|prefer(?:red)?) (?:not|to not)\b",
    rf"{_WOULD_RATHER} (?:focus|concentrate) on (?:what|the (?:future|positives?|job|role|next|present)|now|how)\b",
    rf"{_WOULD_RATHER} talk about (?:something|anything|the (?:future|job|role)|what|how|other|now)\b",
    rf"{_WOULD_RATHER} look (?:ahead|forward|to the future)\b",
    rf"{_WOULD_RATHER} (?:leave|keep|skip) (?:it|that|this|those|them)\b(?! (?:in|on|tidy|clean|open|up)\b)",
    rf"{_WOULD_RATHER} (?:leave|keep) (?:my \w+ (?:life|reasons)|(?:my|the) reasons|some things)\b",
    rf"{_WOULD_RATHER} (?:move on|skip|pass)\b(?! to\b)",
    (
        r"\b(?:don't|do not|wouldn't|would not|didn't) (?:really )?(?:want|like|wish|care) to "
        r"(?:go into|talk|discuss|get into|say|share|comment|answer|speak)"
    ),
    (
        r"\b(?:can't|cannot|not able to|won't|not going to|not at liberty to) (?:really )?"
        r"(?:go into|discuss|talk about|get into|share|comment|disclose|answer)\b"
    ),
    r"\bpersonal (?:reasons|matters?|stuff)\b|\bno comment\b",
    (
        r"\b(?:that's|it's|its|that is|it is|was) (?:a bit |quite |all |very |rather )?"
        r"(?:private|personal|confidential|complicated|a long story)\b"
    ),
    r"\bcan we (?:move on|skip|come back|talk about)\b|\blet's (?:move on|skip|leave|not|talk)\b",
    r"\bwhy (?:do you (?:ask|want to know|need)|does (?:that|it) matter)\b|\bdoes it matter\b",
)
"""What follows these in the sentence belongs to them: "I'd rather focus on what I can bring to your company"."""

REMINDERS = (
    rf"\b(?:as|like) (?:i|we)(?:{_HAVE}|'d)? (?:already |just )?{_SAID}\b",
    r"\b(?:as|like) (?:already )?(?:mentioned|said|discussed|stated|explained|told)\b",
)

_EARLIER = (
    r"(?:already|last (?:time|week|round)|before|in the first|on the phone|the other day|your colleague"
    r"|first (?:interview|round|meeting|conversation))"
)

POINTERS = (
    (
        rf"\bi(?:{_HAVE}| did| think i|'d)? (?:already|previously) "
        r"(?:said|told|tell|explained|mentioned|answered|covered|gave|given|gone|went|been|talked|spoke|discussed)\b"
    ),
    rf"\bi{_HAVE}? (?:{_SAID}|{_TALKED}|answered|gave)\b{_GAP}\b{_EARLIER}\b",
    rf"\bi{_HAVE} been (?:over|through|asked) (?:this|that|it)\b",
    (
        rf"\bwe{_HAVE}? (?:already )?{_TALKED} (?:through|over|about|this|that|it)\b"
        rf"{_GAP}\b(?:already|last (?:time|week)|before|first|on \w+day)\b"
    ),
    rf"\bwe{_HAVE}? already (?:went|gone|been|covered|discussed|talked|spoke|did|done|had)\b",
    (
        r"\b(?:it's|its|it is|that's|that is|they're|is|are|everything's) (?:all )?(?:there )?(?:in|on) (?:my|the) "
        rf"{_PAPERS}\b"
    ),
    rf"\bsee my {_PAPERS}\b",
    (
        r"\b(?:your|the) (?:colleague|hr|boss|manager|team lead)(?: \w+)? (?:already )?"
        r"(?:has|knows|asked|heard|wrote|took|got)\b"
        r"[^.!?\n]{0,30}?\b(?:that|this|it|already|me|all|you)\b"
    ),
    r"\balready (?:has|have|knows?|asked|heard|wrote|noted|took)\b",
    r"\b(?:already|been) (?:asked|answered|covered|discussed)\b",
    r"\b(?:wrote|noted|took) (?:it |that |this |everything )?(?:all )?down already\b",
    r"\b(?:the )?same (?:answer|thing|story|example|case|one|as)\b"
    + _GAP
    + r"\b(?:last|before|told|gave|said|first|already)\b",
    rf"\byou{_HAVE}? (?:already )?(?:got|have) (?:all )?(?:that|it|this|my (?:{_PAPERS}|answer))\b",
    (
        r"\b(?:didn't|did not|hasn't) (?:she|he|they|your colleague|anyone|you) "
        r"(?:tell|pass|write|note|mention|read|share|told)\b"
    ),
    r"\b(?:you|she|he|they|your colleague) (?:already )?asked me (?:this|that)\b",
    rf"\bsince i {_TALKED} (?:to|with)\b",
    r"\bdidn't i (?:already )?(?:say|tell|answer|explain)\b",
)
"""What follows these in the sentence belongs to them: "I told your colleague already, about the forklift"."""

_NOT_EVER = (
    r"(?:haven't|have not|havent|hasn't|has not|hasnt|hadn't|had not|'ve not|'ve never|have never|has never|never)"
    rf" {_REALLY}{{0,2}}"
)

NO_SUCH_CASE = (
    rf"{_NOT_EVER}had (?:a|an|any|one|that|to|the|such|it|this|much|many)\b",
    rf"{_NOT_EVER}been (?:in|through|asked|given|put|there|that|a|any|one|the)\b",
    rf"{_NOT_EVER}(?:come|came) (?:across|up|to that)\b",
    rf"{_NOT_EVER}(?:happened|faced|encountered|arisen|arose|occurred|dealt with|run into)\b",
    rf"{_NOT_EVER}experienced (?:an?|any|one|that|such)\b",
    rf"{_NOT_EVER}(?:led|managed) (?:a|an|any|anyone|anybody|people|one)\b",
    rf"{_NOT_EVER}(?:done|made|met|got|needed) (?:that|it|one|this|any|an?|such|to|into)\b",
    rf"{_NOT_EVER}(?:worked with|used|seen|tried) (?:that|this|it|one|any)\b",
    (
        rf"\b(?:it|that|this|one)(?:'s)? (?:just |simply )?(?:hasn't|has not|has never|never) {_REALLY}?"
        r"(?:come|happened|been|arisen|occurred|came)\b"
    ),
    (
        r"\bthere(?:'s| has| have| is| was)? (?:just |simply )?(?:been )?(?:no|never any) "
        r"(?:such|case|time|real|situation|conflict|occasion|example|instance|one)\b"
    ),
    rf"\bthere (?:hasn't|haven't|has not|have not) {_REALLY}?been\b|\bthere(?:'s| has| was)? never (?:been|was|an?)\b",
    rf"\bthere (?:isn't|wasn't) {_REALLY}?(?:one|any|an? (?:case|time))\b",
    r"\bnobody(?:'s| has)? (?:ever )?(?:let|asked|allowed) me\b",
    r"\bnothing like (?:that|this)(?: has)?(?: ever)? happened\b",
    r"\bwouldn't have (?:one|an? (?:case|example|story))\b|\bhaven't worked with \w+ (?:at all|yet|before)\b",
    r"\bno such (?:case|thing|situation|time|occasion)\b|\bno,? not (?:yet|so far|really yet)\b",
    r"^\W*(?:not yet|none)\b|^\W*never\b(?=\W*$| (?:done|had|led|been|happened))",
    (
        rf"\bi (?:don't|do not|dont|haven't|have not) {_REALLY}?(?:have|got) "
        r"(?:one|(?:an?|any|such an?|much) (?:\w+ )?(?:case|example|story|experience|situation))\b"
    ),
    rf"\bi{_HAVE}? (?:have )?(?:got )?no (?:such )?(?:case|example|story|experience)\b",
    (
        rf"\b(?:isn't|not|wasn't) {_REALLY}?(?:something|anything|a thing) (?:i|we){_HAVE}? {_REALLY}?"
        r"(?:done|had|seen|come|been|do|did)\b"
    ),
    r"\b(?:are|were|is|was|have|had) no (?:\w+ )?(?:like (?:that|this)|of that (?:kind|sort))\b",
    r"\b(?:can't|cannot|couldn't) (?:honestly |really )?say (?:i|that)\b[^.!?\n]{0,12}?\b(?:ever|has|have|'ve)\b",
)

DAILY = (r"\b(?:every (?:single )?day|on a daily basis|day to day|some days|from time to time)\b",)

HABITS = (
    *DAILY,
    r"\b(?:always|usually|generally|normally|typically|often|whenever|constantly|regularly|sometimes)\b",
    r"\b(?:every time|each time)\b",
    r"\bin (?:every|each) (?:job|role|place|company|team)\b",
    r"\b(?:throughout (?:my|the)|all my|over the years|in general|(?<!which )used to|most of the time)\b",
    r"\b(?:any(?! of (?:us|them|it|you))|various|multiple|numerous|several|different (?:teams|projects|people))\b",
    r"\bmany (?:times|teams|projects|people|situations|occasions|customers|clients|years)\b",
)
"""How things are in general, not once."""

TURNS = (r"\b(?:so|until|then)(?: \w+){0,3} i \w+",)
"""Where an own step ends how things had been."""

_OF_A_DAY = (
    r"(?:day|morning|afternoon|evening|night|week|weekend|month|time|summer|spring|winter|autumn|year|shift|term)"
)
_SOMEBODY = (
    r"(?:customer|patient|client|guest|colleague|woman|man|lady|gentleman|daughter|mother|father|parent|boy|girl|lad"
    r"|supplier|pupil|student|resident|passenger|driver)"
)

SETTINGS = (
    r"\bthere (?:was|were) (?:a|an|this|one|two|three|some)\b",
    rf"\b(?:one|that|the same|last|this) (?:{_OF_A_DAY}|{_SOMEBODY}|project|occasion)\b",
    rf"\ba (?:wee )?{_SOMEBODY}\b",
    r"\bthe (?:day|week|night|morning|month) (?:before|after|of|it|when|that|we|i)\b",
    r"\b(?:during|halfway through|in the middle of) (?:the|my|our|a|one)\b",
    r"\bin my (?:first|second|third|final)\b|\bonce\b",
    r"\ba (?:few|couple of) (?:weeks|months|years|days) (?:ago|back)\b|\b(?:weeks|months|years|days) ago\b",
    r"\bwhen (?:i|we) (?:was|were|joined|started|came|had|got)\b",
    r"\bmy (?:predecessor|supervisor|manager|boss|line manager|crewmate)\b",
)
"""One time, one place, one person."""

UNDERTAKINGS = (
    (
        r"\b(?:in|on|for|during|with|at) (?:the|our|that) (?!(?:same|whole|last|first|next|new)\b)(?:[\w&']+[- ]){1,3}?"
        r"(?:project|campaign|launch|rollout|migration|audit|fair|festival|exhibition|tender|relocation|refit|trial"
        r"|pilot|conversion|committee|working group|study|survey|inspection|wedding|play|production|site|contract)\b"
    ),
)
"""One piece of work by its name: "in the calendar project"."""

ROLES = (
    r"\bi was (?:always )?the one (?:who|that)\b|\bit was me (?:who|that)\b",
    r"\bmy (?:part|job|role|task|share|bit)(?: in it| there| of it)? was (?:to|the|[a-z]+ing)\b",
    r"\bi was (?:in charge of|responsible for|the (?:\w+ )?(?:lead|coordinator|treasurer|secretary|organiser))\b",
)
"""What somebody was there for, which has no end to tell."""

ENDINGS = (
    r"\b(?:in the end|ended up|as a result|the (?:result|outcome|upshot) (?:was|being)|eventually|which meant)\b",
    r"\b(?:so now|now there|nowadays|these days|since then|ever since|to this day|after that)\b",
    r"\bfrom that (?:day|point)\b",
    (
        r"\b(?:back to|back on|that saved|saving (?:us|the)"
        r"|(?<!went )(?<!gone )(?<!came )(?<!walked )(?<!drove )(?<!ran )"
        r"(?:down|up|cut) (?:to|by|from))\b"
    ),
    r"\bnever (?:again|happened again)\b",
    r"\bby the (?:end|time|next|following)\b|\bwithin (?:an?|the|\w+) (?:hour|day|week|month|minute)s?\b",
    r"\bso (?:we|they|he|she|it) (?:kept|got|lost|won|stayed|closed|opened|finished|made)\b",
    r"\b(?:nobody|no one|nothing) (?:was|has|had|got|complained|came|went)\b|\bnot (?:one|a single)\b(?! of the)",
)
"""Words for an end, which count only with something behind them."""

EMPTY_ENDINGS = (
    (
        r"\b(?:great|good|nice|valuable|amazing|wonderful|fantastic|huge|positive|excellent) "
        r"(?:experience|learning|exposure|success|results?|outcomes?|feedback|job|time|work|team)\b"
    ),
    r"\blearning experience\b|\blearn(?:ed|t)? (?:a lot|so much|that)\b",
    (
        r"\b(?:went|turned out|worked out|ended) (?:(?:really|very|quite|pretty|so) )?"
        r"(?:well|fine|good|great|ok|okay|smoothly|alright|nicely)\b"
    ),
    r"\b(?:(?:a|very|quite|really) success(?:ful)?|successfully|happy|pleased)\b",
    r"\b(?:satisfied|proud|transformational|impressed)\b",
    r"\bone of (?:those|them) things\b",
)
"""Praise, a lesson, a feeling: what stands where the end should."""

_FRACTION = r"(?:half|a (?:third|quarter|fifth|tenth)|two thirds|three quarters)"
_COUNT = rf"(?:\d[\d.,]{{0,12}}|none|a hundred|nearly nothing|next to nothing|{either([*UNITS, *TENS])})"
_UNIT = r"(?: ?(?:%|percent|per cent|percentage points|points|hours?|days?|minutes?|weeks?|pounds|euros|times?))?"
_COMPARED = r"(?:fewer|less|more|lower|higher|faster|quicker|shorter|cheaper|better|up|down)"

_ABOUT = r"(?:(?:about|around|roughly|nearly|almost|over|just|under) )?"

CHANGES = (
    rf"\b(?:{_COUNT}|{_FRACTION}){_UNIT} {_COMPARED}\b(?! (?:or|time|people|than (?:i|we|they) (?:could|had)))",
    rf"\b{_COMPARED}(?: \w+)? by {_ABOUT}(?:{_COUNT}|{_FRACTION})\b",
    rf"\bfrom {_ABOUT}{_COUNT}{_UNIT}(?: \w+){{0,4}} to {_ABOUT}{_COUNT}\b",
    (
        r"\b(?:fell|dropped|rose|grew|went (?:up|down)|came down|climbed|shrank|improved|increased|decreased"
        rf"|reduced|cut|slipped|sank)\b[^.!?\n]{{0,30}}?\b(?:by|to|from) {_ABOUT}(?:{_COUNT}|{_FRACTION})\b"
    ),
    r"\b(?:halved|doubled|trebled|tripled)\b",
    rf"\b{_FRACTION} (?:of )?(?:the|what)\b[^.!?\n]{{1,30}}?\b(?:did|was|were|had|before)\b",
)
"""A figure that moved: "40 percent fewer complaints", "from four to one"."""

ON_TIME = (
    r"\b(?:on time|on the (?:dot|date (?:in|we|that|agreed))|on schedule|ahead of (?:time|schedule))\b",
    r"\bbefore the deadline\b",
    r"\b(?:an?|one|two|three) (?:hour|day|week|month)s? (?:early|ahead|late)\b|\b(?:under|within|on) budget\b",
)
"""Whether the deadline or the budget held."""

_JUDGED = (
    r"(?:great|good|hard|difficult|long|busy|big|nice|tough|real|bit|lot|very|really|mess|nightmare|challenge|time)"
)
_THEN = either((*WEEKDAYS, *MONTHS, *SEASONS, *sorted(FEASTS), "noon", "lunch", "midnight", "then", "the evening"))
_CAUSE = r"(?:cause|fault|culprit|reason|trouble|gap|leak|bug|error|problem)"

REACHED = (
    rf"\b(?:found|discovered|spotted|traced) (?:it|him|her|them|the {_CAUSE})\b",
    rf"\bthe {_CAUSE} (?:was|turned out|came from)\b|\b(?:it|that) turned out to be\b",
    rf"\b(?:traced|checked|searched|tested|opened|took)\b[^.!?\n]{{0,60}}\b(?:and|,) it was an? (?!{_JUDGED}\b)",
    r"\bthere (?:it|he|she|they) (?:was|were)\b",
    (
        r"\bafter (?:[\w-]+ ){1,3}(?:minute|hour|day|week|month)s?,? "
        r"(?:everybody|everyone|nobody|no one|all of (?:us|them)|they all)\b"
    ),
    (
        r"\b(?:we|they|both|everybody|everyone|he|she) (?:both |all |then |finally )?"
        r"(?:agreed|settled|decided|compromised) (?:on|to|that|an?|the)\b"
    ),
    r"\buntil (?:he|she|it|they|we|his|her|their|the)\b[^.!?\n]{0,40}?\b(?:had|was|were|got|came|worked|ran|\w+ed)\b",
    r"\b(?:was|were) (?:back|out|up|home|gone|done|fixed|running|open|through)\b[^.!?\n]{0,30}?\b(?:by|within)\b",
    r"\band (?:he|she|they) (?:passed|stayed|finished|came back|calmed down|signed|won)\b",
    r"\b(?:and|he|she|they|it) (?:didn'?t|did not) (?:come back|return)\b",
    r"\b(?:and|he|she|they|it) never (?:came back|complained|did (?:it|that) again|happened again)\b",
    r"\bso (?:we|they|he|she|i) (?:all |both |then )?(?:went with|chose|took|stuck (?:to|with)|dropped|left it)\b",
    rf"(?:\band|[,;.]) by {_THEN}(?: [\w']+){{1,6}} (?:was|were|had|stood|knew|could|ran|did|\w+ed)\b",
)
"""A cause found, an agreement or a decision reached, somebody where they were to be: ends, once something was told."""

AIMS = (
    r"\b(?:asked|wanted|supposed|hoped|had|needed|trying|told|expected|meant|planned) (?:me |us |him |her |them )?to\b",
    r"\b(?:targets?|goal|aim|objective|task|deadline|plan) (?:was|were|is|had)\b|\b(?:should|would|could|must)\b",
)
"""Words for what was to come, before which a figure is no end."""

SINCE = r"(?:\b(?:have|has|haven't|hasn't)|'ve|'s)\b[^.!?\n]{1,60}?\bsince\b"
STILL = r"\b(?:now|still|since then|since that day|ever since|to this day|these days|nowadays|any ?more|until today)\b"

_THINK = r"(?:think|know|believe|feel|remember|try|understand|realise|realize|wonder|hope|like|love|learn|say|see)"

NO_END_NOW = (
    rf"\b(?:now|still) (?:i |we )?(?:really )?{_THINK}\b",
    rf"\bi(?:'ll| will)? (?:now |still |do |don't |always |really )*{_THINK}\b",
    r"\b(?:better|more (?:careful|confident|aware|patient)|stronger|communicator|lesson|learn(?:ed|t|ing)?)\b",
    r"\b(?:work|am|'m|working|live|employed) (?:\w+ )?(?:there|here)\b|\bright now\b|\bfrom now on\b|\bby now\b",
)
"""A thought, a lesson or the present post: what is so now without being the end of a case."""

PREFERENCES = (
    (
        r"\bi(?:'d| would)? (?:much |far |always |definitely )?(?:rather|sooner|prefer)\b(?! (?:not|to not)\b)"
        r"[^.!?\n]{10,160}?\b(?:than|because|since|as|who|whose|instead of|rather than)\b(?: [^\s.!?]+){2}"
    ),
)
"""A choice between two things and why."""

EMPTY_WORDS = (
    r"\b(?:(?:self-)?motivated|passionate|dynamic|driven|dedicated|hard-?working|results?-(?:oriented|driven))\b",
    r"\b(?:best[- ]in[- ]class|end-to-end|synerg(?:y|ies)|stakeholders?|leverag(?:e|ed|ing)|verticals?)\b",
    r"\b(?:transformation(?:al)?|team player|people person|self-starter|go-getter)\b",
    r"\b(?:out[- ]of|outside)[- ]the[- ]box\b",
    r"\b(?:fast-paced|game-changer|versatile|excellence|instrumental|cross-functional|interpersonal skills)\b",
    r"\b(?:continuous learning|extra mile|world-class|proactive|deliver(?:ing|ed)? value|journeys?)\b",
)
"""Praise of oneself that anybody could say."""

OWN_STEPS = (
    r"\bwhat i (?:did|have done)(?: \w+)? was\b|\bi(?: was|'m| am) the one (?:who|that)\b|\bit was me (?:who|that)\b",
    r"\bi (?:\w+ )?(?:\w+ )?(?:it |them |him |her )?(?:myself|on my own|by myself)\b",
)
"""Words that claim a step as one's own, whatever verb it stands with."""


_REFUSED = re.compile(r"\b(?:not|never|isn't|no|rather than|don't|wasn't|nor)\b(?: \w+){0,5}$", re.IGNORECASE)


def refused(before: str) -> bool:
    """Return whether the words before something deny it: "this is no", "rather than a"."""
    return _REFUSED.search(before.rstrip()) is not None


@cache
def pattern(alternatives: tuple[str, ...]) -> re.Pattern[str]:
    """Return one expression for these wordings, compiled when it is first needed."""
    return re.compile("|".join(alternatives), re.IGNORECASE | re.MULTILINE)
