"""What only some listeners hear, and the parts of a question: answers that must be followed up, and that must not."""

from __future__ import annotations

import pytest

from simulator.content.schemas import Part
from simulator.feedback.heat import heat_in
from simulator.feedback.listening import is_on_the_way, is_one_figure, looks_ahead, parts_left_out


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        (
            "It would keep me going until then; I'm on the waiting list for the police.",
            "I was on a waiting list for the police until I was thirty, and I let it lapse.",
        ),
        (
            "My visa for Canada is in process, and this would keep my skills current up to then.",
            "I'd stay until I retire, and I'd like the lorry licence on the way.",
        ),
        (
            "I see it as a stepping stone, if I may say so.",
            "I don't see it as a stepping stone; I'd want to be here in ten years.",
        ),
        (
            "If the scholarship comes through, I'll go.",
            "My last place was a stepping stone and I said so there. This one isn't.",
        ),
    ],
)
def test_a_step_on_the_way_is_told_from_the_word_for_it(yes: str, no: str) -> None:
    assert is_on_the_way(yes)
    assert not is_on_the_way(no)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("To keep growing and to be valued.", "In three years I'd want the night shift under me."),
        ("Five years ago I wanted to lead. Now I simply want to learn.", "Still here, with the bench to myself."),
        ("I worked there for nine years.", "By 2031 I want to have trained two others up."),
    ],
)
def test_years_ahead_are_told_from_years_gone(yes: str, no: str) -> None:
    assert not looks_ahead(yes)
    assert looks_ahead(no)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Thirty-eight thousand five hundred.", "Thirty-eight to forty-one thousand."),
        ("Between you and me, thirty two.", "Between thirty and thirty-two."),
        ("Two hundred and ten a day, it's what I'm on.", "Two hundred and ten a day, and I'm flexible."),
        ("45k, as in the advertisement.", "After four years there I'd rather hear your band."),
    ],
)
def test_one_figure_is_told_from_one_with_room(yes: str, no: str) -> None:
    assert is_one_figure(yes)
    assert not is_one_figure(no)


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("I was livid, I can tell you.", "The customer was livid, so I let her finish."),
        ("My manager's a snake, basically.", "There was a snake in the boiler room and I rang the council."),
        ("I'm sick of the lot of them.", "Two of us were off sick of course, it was February."),
        ("That place is a joke, frankly, a complete joke.", "I told a joke and we got on with it."),
    ],
)
def test_heat_in_the_telling_is_told_from_heat_in_the_story(yes: str, no: str) -> None:
    assert heat_in(yes)
    assert not heat_in(no)


PARTS = (
    Part(name="when you start", words=("start", "begin", "monday", "from"), say=("When?",)),
    Part(name="weekends", words=("weekend", "saturday", "sunday"), say=("Weekends?",)),
    Part(name="a referee", words=("reference", "referee", "call"), say=("Who?",)),
)


@pytest.mark.parametrize(
    ("answer", "missed"),
    [
        ("I can begin on the 2nd of May, every weekend but the 14th, and you may call Ruth Adler.", []),
        ("From the 2nd of May. For a reference, Madame Roche at the Belrive.", ["weekends"]),
        ("I can start in May. I'd rather not talk about weekends. Call Ruth Adler at the Belrive.", ["weekends"]),
        ("Weekends. From the 2nd of May, at the earliest.", ["weekends", "a referee"]),
        ("That hasn't come up, I've never had a job.", []),
    ],
)
def test_a_part_is_missed_that_nothing_is_said_about(answer: str, missed: list[str]) -> None:
    assert [part.name for part in parts_left_out(answer, PARTS)] == missed
