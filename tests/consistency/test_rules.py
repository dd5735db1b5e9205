"""For every rule a pair that must be found and a pair that must not."""

from __future__ import annotations

from datetime import date

import pytest

from simulator.consistency import RULES, Finding, Severity, Slot, compare_answers

DAY = date(2025, 6, 15)
TEAM = Slot("team_size", "count", "the size of your team", "people")
MOVE = Slot("relocate", "yes_no", "whether you would relocate")
SOLO = Slot(
    "solo_or_team", "choice", "whether you would rather work alone or in a team", options=("alone", "team", "both")
)
NOTICE = Slot("notice_period", "duration", "your notice period")
START = Slot("start_date", "date", "when you could start")
SALARY = Slot("salary_wanted", "money", "the salary you are looking for", "year")
SHARE = Slot("improvement", "percent", "how much it improved")
EMPLOYER = Slot("current_employer", "name", "who you work for now")
TITLE = Slot("current_title", "title", "your job title")
LEAVING = Slot("reason_leaving", "reason", "why you are leaving your present job")

FOUND = [
    ("figure-differs", "How many beds has your ward?", "It's a 28-bed ward.", "Sixteen beds, I think.", ()),
    ("figure-differs", "", "Eight.", "Twelve, including me.", (TEAM,)),
    ("figure-differs", "", "Two months.", "Four weeks.", (NOTICE,)),
    ("figure-differs", "", "About 42.", "58,000 a year.", (SALARY,)),
    ("figure-differs", "", "By a fifth.", "Fifty percent.", (SHARE,)),
    ("date-differs", "When did you qualify?", "I qualified in 2015.", "That was in 2019.", ()),
    ("date-differs", "", "The first of July.", "On 15 August.", (START,)),
    ("name-differs", "Who do you work for now?", "I'm with Brightwater Housing.", "I work for Castle Trust.", ()),
    ("name-differs", "", "I work for Tesco.", "I'm at Aldi.", (EMPLOYER,)),
    ("title-differs", "What is your job title?", "I'm a staff nurse.", "I'm a receptionist.", ()),
    ("title-differs", "", "Team lead.", "Junior developer.", (TITLE,)),
    (
        "role-differs",
        "What was your part in the launch?",
        "I was in charge of the launch.",
        "I only helped out with it.",
        (),
    ),
    (
        "deed-differs",
        "Tell me about a difficult guest.",
        "In March a guest wanted a refund because it rained. I offered a late checkout.",
        "That man in March, furious about the rain: I gave him a free breakfast.",
        (),
    ),
    ("outcome-differs", "How did it go?", "We delivered it on time.", "The work was delivered late in the end.", ()),
    (
        "edited-figure",
        "",
        "We look after a depot with 45 buses on the north side.",
        "We look after a depot with 60 buses on the north side.",
        (),
    ),
    (
        "edited-word",
        "Where were you before?",
        "Before this I was at Halford as a transport planner.",
        "Before this I was at Kestrel as a transport planner.",
        (),
    ),
    ("answer-reversed", "Would you relocate?", "Yes, gladly.", "No, I couldn't move.", ()),
    ("answer-reversed", "", "I'd be happy to.", "I'm afraid that's not possible.", (MOVE,)),
    (
        "statement-negated",
        "Tell me about yourself.",
        "I have worked with the new press at the plant.",
        "I have not worked with the new press at the plant.",
        (),
    ),
    ("preference-differs", "Alone or in a team?", "I prefer a team.", "I'd rather work alone.", ()),
    ("preference-differs", "", "By myself.", "With other people.", (SOLO,)),
    ("reason-differs", "Why did you leave?", "The branch closed.", "I wanted better pay.", ()),
    ("reason-differs", "", "The commute.", "I was dismissed.", (LEAVING,)),
    ("figure-drifts", "How many homes?", "We look after 412 homes.", "We look after 430 homes over there now.", ()),
    ("left-out", "Tell me about the event.", "We had 600 visitors and 40 stands.", "It had forty stands.", ()),
    ("new-detail", "Tell me about the event.", "It had forty stands.", "We had 600 visitors and 40 stands.", ()),
    ("evasive", "How much do you earn?", "£24,000.", "I'd rather not say.", ()),
    (
        "other-example",
        "Tell me about a time you showed initiative.",
        "At the bakery we threw away forty loaves a night, so I called a food bank and set up a collection by bicycle.",
        "Nobody in my current office knew the new phones. I wrote a guide of two pages and held three short sessions.",
        (),
    ),
    (
        "near-verbatim",
        "How do you plan?",
        "Every morning I write down what has to be done, I call the drivers, and I check the yard before we open.",
        "Every morning I write down what has to be done, I call the drivers, and I check the yard before we start.",
        (),
    ),
]

NOT_FOUND = [
    (
        "deed-differs",
        "Tell me about a difficult guest.",
        "In March a guest wanted a refund because it rained. I offered a late checkout.",
        "That man in March, furious about the rain: I gave him a later checkout.",
        (),
    ),
    ("figure-differs", "How big is your team?", "There are eight of us.", "I lead a team of eight.", ()),
    ("figure-differs", "", "My first team was five people.", "My second team was eight people.", ()),
    ("figure-differs", "", "Eight.", "Nine, including me.", (TEAM,)),
    ("figure-differs", "", "Two months.", "Eight weeks.", (NOTICE,)),
    ("figure-differs", "", "60-70k.", "About 65,000.", (SALARY,)),
    ("figure-differs", "", "By a fifth.", "20 %.", (SHARE,)),
    ("figure-differs", "How long?", "I've done it since 2019.", "For six years.", ()),
    (
        "figure-differs",
        "How many languages do you speak?",
        "I speak three languages.",
        "My wife speaks five languages.",
        (),
    ),
    ("figure-differs", "How many vehicles?", "34.", "20 vans, 10 trucks and four cars.", ()),
    ("figure-differs", "How many?", "Four, sorry, five people.", "Five people.", ()),
    ("date-differs", "When did you qualify?", "I qualified in 2020.", "I've been qualified for five years.", ()),
    ("date-differs", "When?", "I graduated in 2010.", "I got married in 2014.", ()),
    ("date-differs", "", "The first of July.", "1 July.", (START,)),
    ("name-differs", "Who do you work for?", "The Ministry of Transport.", "I'm at the Transport Ministry.", ()),
    ("name-differs", "", "Acme Ltd.", "I work for Acme.", (EMPLOYER,)),
    ("title-differs", "What is your job title?", "Senior account manager.", "Account manager, senior grade.", ()),
    ("title-differs", "", "I'm a site engineer.", "I'm a site engineer and acting deputy site manager.", (TITLE,)),
    ("role-differs", "What was your part?", "I led it.", "I was in charge of it.", ()),
    (
        "outcome-differs",
        "How did it go?",
        "We delivered on time.",
        "We were behind in May but finished on schedule.",
        (),
    ),
    ("edited-figure", "", "In the first year we grew by 10 percent.", "In the third year we grew by 4 percent.", ()),
    ("edited-word", "", "I called Leeds and they sent a van at once.", "I called and they sent a van at once.", ()),
    ("answer-reversed", "Do you mind working alone?", "Not at all.", "No, I'm fine by myself.", ()),
    ("answer-reversed", "", "Yes, I'd move.", "We can talk about that later.", (MOVE,)),
    ("statement-negated", "", "I liked my last job.", "It's not that I didn't like my last job.", ()),
    (
        "preference-differs",
        "Alone or in a team?",
        "I like working with others.",
        "I don't enjoy working on my own.",
        (),
    ),
    ("preference-differs", "", "Alone.", "Both are fine.", (SOLO,)),
    ("reason-differs", "Why did you leave?", "There was no promotion.", "I wanted a bigger role.", ()),
    ("reason-differs", "", "The branch closed.", "I was made redundant.", (LEAVING,)),
    ("figure-drifts", "How many homes?", "We look after 412 homes.", "We look after 412 homes, most of them old.", ()),
    ("left-out", "", "I have 40 stands.", "I have forty stands.", ()),
    ("new-detail", "", "I have 40 stands.", "I have forty stands.", ()),
    ("evasive", "How much do you earn?", "£24,000.", "It's £24,000, though I'd rather not say more.", ()),
    ("other-example", "", "I led a team of eight.", "I lead a team of eight.", ()),
    ("near-verbatim", "", "I like it.", "I like it!", ()),
]


def _rules(question: str, first: str, second: str, slots: tuple[Slot, ...]) -> list[Finding]:
    found = compare_answers(first, second, question=question, slots=slots, first_on=DAY, second_on=DAY)
    return list(found.findings)


@pytest.mark.parametrize(("rule", "question", "first", "second", "slots"), FOUND)
def test_is_found(rule: str, question: str, first: str, second: str, slots: tuple[Slot, ...]) -> None:
    findings = _rules(question, first, second, slots)
    assert rule in [finding.rule for finding in findings]
    for finding in findings:
        assert finding.kind == RULES[finding.rule].kind
        assert finding.severity is RULES[finding.rule].severity
        assert finding.reason.endswith((".", "”."))
        for span, text in ((finding.first_span, first), (finding.second_span, second)):
            assert span is None or 0 <= span[0] < span[1] <= len(text)


@pytest.mark.parametrize(("rule", "question", "first", "second", "slots"), NOT_FOUND)
def test_is_not_found(rule: str, question: str, first: str, second: str, slots: tuple[Slot, ...]) -> None:
    findings = _rules(question, first, second, slots)
    assert rule not in [finding.rule for finding in findings]
    assert not [finding for finding in findings if finding.severity is Severity.WARN]


def test_every_rule_has_both() -> None:
    assert {case[0] for case in FOUND} == {case[0] for case in NOT_FOUND} == set(RULES)
