"""What holds for all observations: order, spans, reasons, question kinds, languages, and any text at all."""

from __future__ import annotations

import time
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.content.schemas import QuestionKind
from simulator.feedback import Observation, observe, weakness
from simulator.feedback.observation import REASONS

KINDS: tuple[QuestionKind, ...] = get_args(QuestionKind)
CASE_TRIGGERS = {"no_case", "no_example", "no_own_part", "no_result"}

SPOKEN = (
    "I we he the a told rang was had been and , . ? never don't know as said last time always fifty Maya "
    "because you know nothing depends would’ve \n put it myself in the end £40k 😀 שלום 李雷"
)
WORDS = st.sampled_from(SPOKEN.split(" "))


def kinds_of(answer: str, kind: QuestionKind = "behavioural", seconds: int = 60) -> list[str]:
    return [found.kind for found in observe(answer, kind=kind, seconds=seconds)]


@given(
    answer=st.one_of(st.text(), st.lists(WORDS).map(" ".join)),
    kind=st.sampled_from(KINDS),
    seconds=st.integers(1, 600),
)
def test_any_text_gives_known_kinds_in_order_with_spans_inside_it(
    answer: str, kind: QuestionKind, seconds: int
) -> None:
    found = observe(answer, kind=kind, seconds=seconds)

    assert [o.kind for o in found] == [name for name in REASONS if name in {o.kind for o in found}]
    assert found == observe(answer, kind=kind, seconds=seconds)
    for observation in found:
        if observation.span is not None:
            start, end = observation.span
            assert 0 <= start < end <= len(answer)


@given(answer=st.lists(WORDS).map(" ".join), kind=st.sampled_from(KINDS))
def test_a_plain_denial_is_neither_a_missing_example_nor_a_dodge(answer: str, kind: QuestionKind) -> None:
    kinds = set(kinds_of(answer, kind))

    assert not ("no_case" in kinds and kinds & {"no_example", "evasive"})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answer", ["", " ", "a", "😀", "?", "\ud800", "ﷺ", "é", "İ", "\u202eabc", "1"])
def test_tiny_answers_do_no_harm(answer: str, kind: QuestionKind) -> None:
    kinds_of(answer, kind)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "I told him. ",
        "I told him and ",
        "same answer ",
        "never yet really ",
        "1.",
        "a'",
        "one day ",
        "、",
        "😀",
        "\n",
    ],
)
def test_time_grows_with_the_length_and_no_faster(piece: str) -> None:
    answer = piece * (100_000 // len(piece))
    start = time.process_time()

    kinds_of(answer)

    assert time.process_time() - start < 4


@pytest.mark.parametrize("kind", ["motivation", "background", "salary", "social", "closing"])
def test_case_triggers_are_left_to_questions_where_a_case_can_be_told(kind: QuestionKind) -> None:
    answer = "Last June we lost a pallet. We looked for it and we phoned the depot. I've never had a case like that."

    assert not CASE_TRIGGERS & set(kinds_of(answer, kind))


@pytest.mark.parametrize("kind", ["social", "closing"])
@pytest.mark.parametrize("answer", ["Fine.", "No, I think everything has been covered.", "I don't know."])
def test_small_talk_and_the_close_are_not_probed(answer: str, kind: QuestionKind) -> None:
    assert kinds_of(answer, kind) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Ich habe damals mit dem Kunden gesprochen und ihm die Rechnung gezeigt, danach kam er wieder zu uns.",
        "Когда я работал на складе, однажды пропала партия товара, и я нашёл её в другом цехе за час.",
        "في العام الماضي جاء زبون غاضب إلى المحل فاستمعت إليه وشرحت له الأمر ثم عاد إلينا مرة أخرى وكان سعيدا جدا",
    ],
)
def test_other_languages_are_only_looked_at_for_length(answer: str) -> None:
    assert set(kinds_of(answer, seconds=90)) <= {"short"}


@pytest.mark.parametrize(
    ("answer", "kind", "seconds", "words"),
    [
        ("Well. As I said last time, there was that thing.", "behavioural", 60, "As I said"),
        ("Hm, it all depends.", "situational", 60, "it all depends"),
        ("Honestly, I’ve never had one like that.", "behavioural", 60, "’ve never had one"),
        ("Last May the van broke down. Then we called Joe and we fixed it by ten.", "behavioural", 30, "we called"),
        ("People shout. I usually wait till they are done.", "behavioural", 60, "usually"),
    ],
)
def test_the_span_shows_the_words(answer: str, kind: QuestionKind, seconds: int, words: str) -> None:
    spans = [found.span for found in observe(answer, kind=kind, seconds=seconds) if found.span]

    assert words in [answer[start:end] for start, end in spans]


def test_curly_and_straight_apostrophes_read_alike() -> None:
    assert kinds_of("I don’t know, I can’t say.") == kinds_of("I don't know, I can't say.")


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], 0),
        (["short"], 1),
        (["no_case"], 1),
        (["vague", "short"], 1),
        (["no_result"], 2),
        (["no_own_part", "no_result", "vague"], 2),
        (["no_figure"], 2),
        (["no_example", "vague", "short"], 3),
        (["evasive"], 3),
        (["as_said"], 3),
    ],
)
def test_an_answer_is_as_weak_as_the_worst_thing_seen(kinds: list[str], expected: int) -> None:
    assert weakness(Observation(kind, REASONS[kind], None) for kind in kinds) == expected


@pytest.mark.parametrize("reason", REASONS.values())
def test_a_reason_is_one_sentence(reason: str) -> None:
    assert reason.endswith(".")
    assert reason.count(".") == 1
