"""Pairs of answers alike in wording, one that lacks something and one that does not."""

from __future__ import annotations

import pytest

from simulator.content.schemas import QuestionKind
from simulator.feedback import observe

STEPS = "Last June the second van was off the road. I rang the customers and asked who could wait."
TOOL = "I had never kept a stock list. I sat down with the manual for two evenings and built a small sheet."


def kinds_of(answer: str, kind: QuestionKind, seconds: int) -> list[str]:
    return [found.kind for found in observe(answer, kind=kind, seconds=seconds)]


@pytest.mark.parametrize(
    ("trigger", "kind", "lacking", "complete"),
    [
        ("evasive", "motivation", "I'd rather not say.", "I'd rather ask one question too many than guess."),
        ("evasive", "motivation", "I'd prefer to keep it private.", "I'd prefer to keep the books of one firm."),
        ("evasive", "motivation", "I'd rather leave it at that.", "I'd rather leave the selling to others."),
        ("evasive", "motivation", "I don't mind.", "I don't mind early starts, they suit me."),
        ("evasive", "motivation", "I don't know.", "I don't know anybody who trains bakers the way you do."),
        ("no_result", "behavioural", STEPS + " It was stressful.", STEPS + " It was right, nine had to move."),
        ("no_result", "behavioural", STEPS + " It was a great success.", STEPS + " It was over by noon."),
        ("no_result", "behavioural", STEPS, STEPS + " We ended that summer with 40 percent fewer complaints."),
        ("no_result", "behavioural", "We had to get from 14 to 6. " + STEPS, STEPS + " We went from 14 to 6."),
        ("no_result", "behavioural", STEPS + " It had to be on time.", STEPS + " They all had it on time."),
        ("no_result", "behavioural", STEPS, STEPS + " One was angry, and she didn't come back."),
        ("no_result", "behavioural", TOOL, TOOL + " I use it every week now."),
        ("no_result", "behavioural", TOOL + " I still think about it.", TOOL + " It still hangs by the kettle."),
        ("no_result", "behavioural", STEPS, STEPS + " We missed no date."),
        ("no_result", "behavioural", STEPS + " We had no time.", STEPS + " We lost nobody."),
        ("no_result", "behavioural", STEPS, STEPS + " It took a day, and now one call does."),
        ("no_result", "behavioural", STEPS + " After two weeks I left.", STEPS + " After two weeks everybody did so."),
        (
            "no_example",
            "behavioural",
            "Three of us ring the depots, and I put up sheets every day. After two weeks everybody used them.",
            "Three of us rang the depots every day, so I put up a sheet. After two weeks everybody used it.",
        ),
        (
            "no_example",
            "behavioural",
            "I did that with people like Ruth when her promises went wrong, and she now asks me first.",
            "I did that with Ruth in March when her promises went wrong, and she now asks me first.",
        ),
        ("no_example", "behavioural", "I did that often. She asks me first.", "I did that in May. She asks me first."),
        (
            "no_own_part",
            "situational",
            "We had that last May at Lidl. We moved the stock, we called the engineer and we wrote it down.",
            "I'd call the engineer. We had that last May at Lidl. We moved the stock and we wrote it down.",
        ),
        (
            "no_example",
            "behavioural",
            "In every project I was the one who rang everyone.",
            "In the calendar project I was the one who rang everyone.",
        ),
        (
            "vague",
            "situational",
            "I'd stay calm, communicate openly and find a solution.",
            "I'd talk to them alone first, ask what's going on, and agree one thing to try.",
        ),
    ],
)
def test_only_the_lacking_answer_shows_it(trigger: str, kind: QuestionKind, lacking: str, complete: str) -> None:
    assert trigger in kinds_of(lacking, kind, 60)
    assert trigger not in kinds_of(complete, kind, 60)


@pytest.mark.parametrize("seconds", [90, 120])
@pytest.mark.parametrize(
    ("bare", "specific"),
    [
        (
            "I find it hard to let go of things.",
            (
                "I find it hard to let go of things. I used to check every quote myself, and last year I trained two "
                "colleagues to sign off anything under 500 pounds. Since then I only look at the big ones."
            ),
        ),
        (
            "I run the order desk.",
            (
                "I'm order desk supervisor at Fenwick Tools. We take about 120 orders a day, by phone and through the "
                "web shop, and I look after the rota and the complaints that others can't settle."
            ),
        ),
        (
            (
                "I am a dynamic, motivated, results-driven person with 12 years of experience in many companies, I am "
                "passionate about people, I think outside the box and I give my best in every fast-paced surrounding."
            ),
            (
                "I have 12 years of experience as a fitter, the last four of them on the filling line, and when they "
                "moved it to Denmark I took it apart, numbered the parts and packed them with two lads."
            ),
        ),
    ],
)
def test_short_is_what_has_little_in_it_and_not_what_has_few_words(bare: str, specific: str, seconds: int) -> None:
    assert "short" in kinds_of(bare, "background", seconds)
    assert "short" not in kinds_of(specific, "background", seconds)
