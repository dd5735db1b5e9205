"""Which is right: understood in the room, asked afterwards, silent for good, and kept in the ledger."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from simulator import recall, sitting
from simulator.archive import Archive
from simulator.consistency import Slot
from simulator.content.library import load_library
from simulator.debrief import as_text, build
from simulator.interview import Interview, NotNowError, actions
from simulator.interview.settling import is_settled, settlements, understood
from simulator.ledger import Ledger, build_ledger
from simulator.plain.facts import labelled_pairs
from simulator.plain.lines import Said
from simulator.plain.output import Output
from simulator.plain.settling import settle
from simulator.transcript.turns import Settlement, Transcript, Turn
from tests.interview.rounds import begun, plan, run, strong

TEAM = (Slot("team_size", "count", "the size of your team", "people"),)
QUESTION = "How big is your team?"


@pytest.mark.parametrize(
    ("reply", "choice"),
    [
        ("Sorry, twelve is right, I counted the contractors.", "second"),
        ("It's twelve people.", "second"),
        ("There were eight of us at the depot and twelve in the office.", "both"),
        ("Eight. I said twelve by mistake.", ""),
        ("Twelve isn't right.", ""),
        ("That's not the same team.", "both"),
        ("Those aren't different things.", ""),
        ("Twelve made the calls that day; the desk was eight then, and it's fifteen now.", ""),
        ("No, eight people is right, I was counting the other team.", "first"),
        ("Both are true: it was eight then, and we grew.", "both"),
        ("I'd have to look that up.", ""),
        ("", ""),
    ],
)
def test_the_reply_to_a_challenge_is_understood_by_the_value_it_names(reply: str, choice: str) -> None:
    assert understood(reply, "a team of eight", "a team of twelve", QUESTION, TEAM) == choice


def settlement(choice: str) -> Settlement:
    return Settlement(choice=choice, first="A team of eight", second="a team of twelve")


@pytest.mark.parametrize(
    ("choice", "first", "second", "silent"),
    [
        ("first", "a team of eight", "a team of twelve", True),
        ("second", "a team of eight", "a team of twelve", True),
        ("unlike", "a team of eight", "a team of twelve", True),
        ("second", "a team of eight", "twelve people", True),  # the eight was withdrawn
        ("second", "a team of twelve", "a team of eight", True),
        ("second", "a team of twelve", "nine people", False),
        ("first", "a team of twelve", "eight people", True),
        ("first", "a team of eight", "nine people", False),
        ("both", "a team of eight", "twelve people", True),
        ("both", "a team of eight", "nine people", False),
        ("unlike", "a team of eight", "nine people", False),
    ],
)
def test_a_settled_difference_stays_silent_and_a_new_one_does_not(
    choice: str, first: str, second: str, silent: bool
) -> None:
    assert is_settled(first, second, [settlement(choice)], QUESTION, TEAM) == silent


def sized(size: str) -> Callable[[Turn], str]:
    return lambda line: size if line.question == "small.team" else strong(line)


def test_what_was_settled_in_the_room_is_not_asked_again_and_silent_in_the_next_round() -> None:
    first = run(plan("first"), strong)

    def twelve(line: Turn) -> str:
        return "Sorry, twelve is right." if line.kind == "challenge" else sized("There are twelve of us.")(line)

    second = run(plan("second", earlier=[first], number=2), twelve)
    (settled,) = settlements([second])
    assert settled.choice == "second"
    (entry,) = [entry for entry in build(second).findings if entry.severity == "WARN"]
    assert (entry.settled, entry.open) == ("second", False)
    assert "You said: the second is right." in as_text(build(second))
    third = run(plan("panel", earlier=[first, second], number=3), sized("We are twelve people."))
    assert "challenge" not in [turn.kind for turn in third.turns]
    again = run(plan("panel", earlier=[first, second], number=3), sized("We are thirty people."))
    assert "challenge" in [turn.kind for turn in again.turns]


def test_which_is_right_is_a_turn_after_the_end_and_never_before() -> None:
    first = run(plan("first"), strong)
    of = plan("second", earlier=[first], number=2)
    interview = begun(of)
    with pytest.raises(NotNowError, match="after the interview"):
        interview.take(actions.Settle("eight", "twelve", "second"), at=0)
    ended = run(of, lambda line: "I'd have to look." if line.kind == "challenge" else sized("Twelve people.")(line))
    (entry,) = [entry for entry in build(ended).findings if entry.open]
    interview, _ = Interview.resume(of, ended.turns)
    with pytest.raises(NotNowError, match="one of"):
        interview.take(entry.settle("maybe"), at=0)
    turn = interview.take(entry.settle("unlike"), at=0)[0]
    assert (turn.kind, turn.visible, turn.why) == ("settlement", "candidate", "unlike")
    settled = Transcript(header=of.header, turns=tuple(interview.turns))
    assert [each.settled for each in build(settled).findings if each.severity == "WARN"] == ["unlike"]


def test_a_later_word_on_the_same_passages_replaces_an_earlier_one() -> None:
    first = run(plan("first"), strong)
    of = plan("second", earlier=[first], number=2)
    interview, _ = Interview.resume(of, run(of, sized("Twelve people.")).turns)
    for choice in ("first", "both"):
        interview.take(actions.Settle("eight people", "Twelve people", choice), at=0)
    found = settlements([Transcript(header=of.header, turns=tuple(interview.turns))])
    assert [each.choice for each in found] == ["both"]


DAY = dt.datetime(2026, 11, 10, tzinfo=dt.UTC)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Return a home with a remembered first round and a second one that tells two facts differently."""
    archive = Archive(tmp_path)
    with recall.start(archive, candidate="Ada", on=DAY) as begun:
        for asked, answered in (
            ("How big is your team?", "We are eight people."),
            ("How long is your notice period?", "Two months."),
            ("When could you start?", "On 1 March 2027."),
        ):
            begun.asked(asked)
            begun.answered(answered)
        begun.finish()
    with sitting.start(archive, candidate="Ada", seed=3) as second:
        second.take(actions.Begin())
        while not second.ended:
            line = second.open_line
            assert line is not None
            said = {
                "background.your-team": "There are twelve of us in the team.",
                "practical.notice": "Eight or nine weeks.",
                "practical.start": "On the first of March next year.",
            }.get(line.question, "I would have to think about that, it was a busy year.")
            second.take(actions.Answer("I would have to look that up." if line.kind == "challenge" else said))
    return archive


def ledger_of(archive: Archive) -> Ledger:
    return build_ledger(archive.find("Ada"), load_library(archive.home))


def states(ledger: Ledger) -> dict[str, str]:
    return {topic.slot: topic.state for topic in ledger.topics}


def test_the_ledger_has_every_value_with_round_and_turn_and_whether_they_agree(archive: Archive) -> None:
    ledger = ledger_of(archive)
    found = states(ledger)
    assert found["team_size"] == "differ"
    assert found["notice_period"] == "agree"
    team = next(topic for topic in ledger.topics if topic.slot == "team_size")
    assert ledger.topics[0] == team
    assert next((given.quote, given.transcript, given.n) for given in team.given) == ("eight people", "0001-hr", 2)
    assert team.topic == "the size of your team"


def test_settling_settles_the_ledger_and_gives_a_labelled_pair(archive: Archive) -> None:
    candidacy = archive.find("Ada")
    kept = candidacy.kept[-1]
    with sitting.resume(candidacy, kept.path) as ended:
        (entry,) = [entry for entry in build(ended.transcript, plan=ended.plan).findings if entry.open]
        ended.take(entry.settle("second"))
    ledger = ledger_of(archive)
    assert states(ledger)["team_size"] == "settled"
    team = next(topic for topic in ledger.topics if topic.slot == "team_size")
    assert [given.withdrawn for given in team.given] == [True, False]
    (line,) = labelled_pairs(archive, archive.find("Ada"))
    pair = json.loads(line)
    assert (pair["label"], pair["first"], pair["first_on"]) == ("contradiction", "We are eight people.", "2026-11-10")
    assert pair["span_first"] in pair["first"]
    assert pair["span_second"] in pair["second"]


def test_the_fact_sheet_is_a_source_of_its_own(archive: Archive) -> None:
    path = archive.find("Ada").folder / "candidacy.toml"
    path.write_text(path.read_text("utf-8") + '\n[facts]\nteam_size = "eight"\nno_such_fact = "x"\n', "utf-8")
    ledger = ledger_of(archive)
    team = next(topic for topic in ledger.topics if topic.slot == "team_size")
    assert ledger.unknown == ("no_such_fact",)
    assert [given.round for given in team.given][-1] == "your fact sheet"
    assert team.state == "differ"


def test_the_form_is_a_source_of_its_own(archive: Archive) -> None:
    with sitting.start(archive, candidate="Ada", round_id="panel", new=True) as third:
        third.take(actions.Begin())
        while not third.ended:
            line = third.open_line
            assert line is not None
            start = line.question == "practical.start"
            third.take(actions.Answer("On the first of August next year.") if start else actions.Skip())
    start_date = next(topic for topic in ledger_of(archive).topics if topic.slot == "start_date")
    (form,) = [given for given in start_date.given if given.source == "form"]
    assert "August" in form.quote
    assert form.where.startswith("on the form, ")
    assert {given.source for given in start_date.given} == {"round", "form"}
    assert start_date.state == "differ"


def test_a_bare_number_of_ones_own_sheet_joins_in_and_what_is_no_value_is_named(archive: Archive) -> None:
    sheet = archive.find("Ada").folder / "candidacy.toml"
    kept = sheet.read_text("utf-8")
    sheet.write_text(f"{kept}\n[facts]\nteam_size = 8\nstart_date = 2027-03-01\nrelocate = true\n", "utf-8")
    own = {topic.slot: given.quote for topic in ledger_of(archive).topics for given in topic.given if not given.on}
    assert own == {"team_size": "8", "start_date": "1 March 2027", "relocate": "yes"}
    sheet.write_text(f"{kept}\n[facts]\nteam_size = [8]\n", "utf-8")
    (said,) = archive.damaged()
    assert "team_size" in said


def told_in_two_rounds(home: Path, asked: str, first: str, second: str) -> dict[str, str]:
    archive = Archive(home)
    for round_id, answer in (("hr", first), ("supervisor", second)):
        with recall.start(archive, candidate="Ada", round_id=round_id, on=DAY) as begun:
            begun.asked(asked)
            begun.answered(answer)
            begun.finish()
    return {topic.topic: topic.state for topic in ledger_of(archive).topics}


@pytest.mark.parametrize(("second", "state"), [("Five years.", "differ"), ("About five years.", "agree")])
def test_near_figures_are_the_same_only_where_one_is_rough(tmp_path: Path, second: str, state: str) -> None:
    asked = "How many years have you been doing this kind of work?"
    told = told_in_two_rounds(tmp_path, asked, "Four years.", second)
    assert told == {"how long you have done this kind of work": state}


@pytest.mark.parametrize(("second", "facts"), [("ninety", []), ("forty", ["differ"])])
def test_a_count_that_nobody_asked_for_is_a_fact_only_where_it_changed(
    tmp_path: Path, second: str, facts: list[str]
) -> None:
    story = "In the flood of last March I moved the hospital beds in one night with {} hired vans."
    told = told_in_two_rounds(tmp_path, "Tell me about a hard decision.", story.format("ninety"), story.format(second))
    assert list(told.values()) == facts


def test_a_candidacy_without_answers_has_an_empty_ledger(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sitting.start(archive, candidate="Ada").close()
    assert ledger_of(archive).topics == ()


def test_one_sentence_against_one_is_asked_about_once_whatever_changed_in_it(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    told = "I lead a team of {}, and we drive {} vans."
    with recall.start(archive, candidate="Ada", on=DAY) as begun:
        begun.asked("How big is your team?")
        begun.answered(told.format("eight", "ninety"))
        begun.finish()
    with sitting.start(archive, candidate="Ada", seed=3) as second:
        second.take(actions.Begin())
        while not second.ended:
            size = second.open_line is not None and second.open_line.question == "background.your-team"
            asked = size and second.open_line is not None and second.open_line.kind == "question"
            second.take(actions.Answer(told.format("twelve", "forty")) if asked else actions.Skip())
        found = [entry for entry in build(second.transcript, plan=second.plan).findings if entry.open]
        assert len(found) > len({entry.shown for entry in found}) == 1
        lines = io.StringIO()
        settle(second, iter([Said("unlike")]), Output(lines))
        assert lines.getvalue().count("Which is right?") == 1
        assert not [entry for entry in build(second.transcript, plan=second.plan).findings if entry.open]
