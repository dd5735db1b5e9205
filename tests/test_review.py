"""Before a round: what was asked and what mattered, what is open, what to settle, whom to meet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from simulator import recall, sitting
from simulator.archive import Archive
from simulator.content.library import load_library
from simulator.files import InputError
from simulator.interview import actions
from simulator.plain.review import as_text
from simulator.review import Review, review
from simulator.stories import Story


def held(archive: Archive, *, team: str = "eight", ask: str = "", note: str = "", skip: bool = False) -> None:
    """Hold the candidate's next round."""
    with sitting.start(archive, candidate="Ada") as now:
        now.take(actions.Begin())
        if ask:
            now.take(actions.AskInterviewer(ask))
        if note:
            now.take(actions.OwnNote(note))
        while not now.ended:
            line = now.open_line
            assert line is not None
            answer = f"We are {team} people." if line.question == "background.your-team" else "In May I led four moves."
            if line.kind == "challenge":
                answer = "I would have to look that up."
            now.take(actions.Skip() if skip and line.question else actions.Answer(answer if line.question else "No."))


def before_the_next(archive: Archive, round_id: str = "", *, who: bool = False) -> Review:
    return review(archive, archive.find("Ada"), load_library(), round_id, who=who)


def test_before_the_first_round_nothing_is_known_and_that_is_said(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    sitting.start(archive, candidate="Ada").close()
    found = before_the_next(archive)
    assert (found.round, found.asked, found.open_points, found.to_settle) == ("hr", (), (), ())
    assert "no round has been held yet" in as_text(found)
    assert found.company.history
    assert found.duties


def test_what_was_asked_and_what_drew_follow_ups_is_there_with_its_turn(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    found = before_the_next(archive)
    transcript = archive.find("Ada").kept[0].transcript
    numbers = {turn.n: turn for turn in transcript.turns}
    assert found.round == "supervisor"
    assert [each.asked for each in found.asked] == [numbers[each.n].wording for each in found.asked]
    assert {each.mattered for each in found.asked} == {True, False}
    assert all(each.mattered for each in found.asked if each.followed_up)


def test_what_was_passed_over_is_open(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive, skip=True)
    found = before_the_next(archive)
    assert {point.n for point in found.open_points} == {each.n for each in found.asked}
    assert f"{len(found.asked)} open points" in found.summary


def test_a_round_the_process_does_not_have_is_said_so(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    with pytest.raises(InputError, match="no round"):
        before_the_next(archive, "nowhere")


def test_a_difference_is_to_settle(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with recall.start(archive, candidate="Ada") as begun:
        begun.asked("How big is your team?")
        begun.answered("We are eight people.")
        begun.finish()
    held(archive, team="twelve")
    found = before_the_next(archive)
    assert found.round == "panel"
    assert [(entry.earlier.quote, entry.now.quote) for entry in found.to_settle] == [("eight people", "twelve people")]
    assert "1 fact to settle" in found.summary


@pytest.mark.parametrize(
    ("ask", "who", "known"), [("Who will I meet next?", False, True), ("", True, True), ("", False, False)]
)
def test_whoever_asks_whom_they_will_meet_is_told_what_each_does(
    tmp_path: Path, ask: str, *, who: bool, known: bool
) -> None:
    archive = Archive(tmp_path)
    held(archive, ask=ask)
    found = before_the_next(archive, who=who)
    assert found.people_known == known
    assert [bool(person.about) for person in found.people] == [known]
    assert before_the_next(archive).people_known == known, "who asked once need not ask again"
    assert before_the_next(archive, "panel").people_known == bool(ask), "each round has its own people"


def test_a_note_that_asks_is_a_question_of_ones_own(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive, note="How many people left last year?")
    assert before_the_next(archive).own_questions == ("How many people left last year?",)
    assert dict(before_the_next(archive).ready)["you have questions of your own"]


WHOLE = "In May a driver rang in sick. I rang the school, moved the van to Thursday, and nobody there lost a day."
BY_OTHERS = "In June a driver rang in sick. We rang the school and moved the van to Thursday, and nobody lost a day."
NONE = "I always try to be a good colleague and to listen to everybody."


def told(archive: Archive, *answers: tuple[str, str]) -> dict[str, list[Story]]:
    """Write down a first round with these questions and answers, and return the stories by skill before the next."""
    with recall.start(archive, candidate="Ada") as begun:
        for question, answer in answers:
            begun.asked(question)
            begun.answered(answer)
        begun.finish()
    return {skill.competency: list(skill.stories) for skill in before_the_next(archive).skills}


def test_a_story_stands_by_the_skill_it_was_told_for_and_the_others_have_none(tmp_path: Path) -> None:
    asked = load_library().questions()["teamwork.helping"].wordings[0]
    archive = Archive(tmp_path)
    found = told(archive, (asked, WHOLE))
    (story,) = found.pop("teamwork")
    turn = next(turn for turn in archive.find("Ada").kept[0].transcript.turns if turn.n == story.n)
    assert story.quote in turn.text
    assert story.whole
    assert found.keys() >= {"delivery", "independence", "problem_solving"}
    assert not any(found.values())
    text = as_text(before_the_next(archive))
    assert "delivery" in text.partition("None yet: ")[2].splitlines()[0]
    assert f"- Teamwork: “{story.quote}” (0001-hr, turn {story.n})\n" in text


@pytest.mark.parametrize(
    ("answer", "said"),
    [(BY_OTHERS, "your own part is missing"), (WHOLE.partition(", and nobody")[0] + ".", "how it ended is missing")],
)
def test_what_a_story_is_short_of_is_said(tmp_path: Path, answer: str, said: str) -> None:
    asked = load_library().questions()["teamwork.helping"].wordings[0]
    archive = Archive(tmp_path)
    (story,) = told(archive, (asked, answer))["teamwork"]
    assert not story.whole
    assert said in as_text(before_the_next(archive))


@pytest.mark.parametrize("answer", [NONE, "Ich habe im Mai den Fahrer angerufen und den Wagen auf Donnerstag verlegt."])
def test_what_tells_no_case_is_no_story(tmp_path: Path, answer: str) -> None:
    asked = load_library().questions()["teamwork.helping"].wordings[0]
    assert not any(told(Archive(tmp_path), (asked, answer)).values())


def test_a_story_told_to_something_else_is_there_to_be_used(tmp_path: Path) -> None:
    (story,) = told(Archive(tmp_path), ("What did your last birthday look like?", WHOLE))[""]
    assert story.whole


def test_the_fullest_story_of_a_skill_comes_first(tmp_path: Path) -> None:
    questions = load_library().questions()
    asked = [questions[name].wordings[0] for name in ("teamwork.helping", "teamwork.slipping-colleague")]
    found = told(Archive(tmp_path), (asked[0], BY_OTHERS), (asked[1], WHOLE))["teamwork"]
    assert [story.whole for story in found] == [True, False]


def test_the_same_words_to_two_questions_are_one_story(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    with sitting.start(archive, candidate="Ada") as now:
        now.take(actions.Begin())
        while not now.ended:
            line = now.open_line
            now.take(actions.Answer(WHOLE if line and line.question else "No."))
    stories = [story for skill in before_the_next(archive).skills for story in skill.stories]
    assert len(stories) == 1


def test_after_the_last_round_it_says_what_is_true_then(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    for _ in range(3):
        held(archive)
    found = before_the_next(archive)
    text = as_text(found)
    assert text.startswith("All rounds are done: ")
    assert "Before “" not in text
    assert not any(f"\n{heading}" in text for heading in ("Ready", "Whom you meet", "A story for", "To have with you"))
    assert found.people == ()
    assert {each.round for each in found.asked} == {kept.header.title for kept in archive.find("Ada").kept}
    again = before_the_next(archive, "panel")
    assert again.summary.startswith("Before “Final panel”: ")
    assert len(again.people) == 5


def test_what_one_made_of_the_employer_is_there_before_the_next_round(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    candidacy = archive.find("Ada")
    with sitting.resume(candidacy, candidacy.kept[0].path) as ended:
        ended.take(actions.RateEmployer("growth", 2, "Nobody could say."))
    found = before_the_next(archive)
    assert [(each.aspect, each.score, each.transcript) for each in found.employer] == [("growth", 2, "0001-hr")]
    assert "- Could you get ahead there? 2, not really. Nobody could say. (First interview: HR)\n" in as_text(found)


NOTES = ("A calm room.", "answers: Say the end sooner.", "Company: They mend chairs.", "position : Ten depots.")


def test_notes_on_one_thing_stand_together(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive, note=NOTES[0])
    candidacy = archive.find("Ada")
    with sitting.resume(candidacy, candidacy.kept[0].path) as ended:
        for note in NOTES[1:]:
            ended.take(actions.OwnNote(note))
    found = before_the_next(archive)
    assert found.notes == NOTES
    shown = as_text(found).partition("Your notes:\n")[2].partition("\n\n")[0].splitlines()
    assert shown == [
        "  - A calm room.",
        "  - Position: Ten depots.",
        "  - Company: They mend chairs.",
        "  - Answers: Say the end sooner.",
    ]


@pytest.mark.parametrize(
    ("process", "kept"),
    [
        ("same-again", ["Answers: Say the end sooner.", "Company: They mend chairs."]),
        ("marathon", ["Answers: Say the end sooner."]),
    ],
)
def test_what_is_of_use_again_comes_along_into_the_next_candidacy(
    tmp_path: Path, process: str, kept: list[str]
) -> None:
    archive = Archive(tmp_path)
    with sitting.start(archive, candidate="Ada") as first:
        first.take(actions.Begin())
        for note in (*NOTES, NOTES[1]):
            first.take(actions.OwnNote(note))
    library, now = load_library(), dt.datetime.now(dt.UTC)
    mine, hers = (archive.enter(name, process, now) for name in ("Ada", "Bea"))
    found = review(archive, mine, library)
    assert [each.text for each in found.elsewhere] == kept
    assert f"  - {kept[0]} (Quillbrook)\n" in as_text(found)
    assert review(archive, hers, library).elsewhere == ()


def test_an_answer_marked_to_come_back_is_open_until_it_is_given_again(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    held(archive)
    hr = archive.find("Ada").kept[0]
    doubted = next(
        turn for turn in hr.transcript.turns if turn.kind == "answer" and turn.question == "motivation.why-us"
    )
    with sitting.resume(archive.find("Ada"), hr.path) as now:
        now.take(actions.SelfRate(doubted.n, 2))
    (point,) = (each for each in before_the_next(archive).open_points if each.n == doubted.n)
    assert "You gave your answer a 2." in point.text
    with sitting.resume(archive.find("Ada"), hr.path) as now:
        now.take(actions.SelfRate(doubted.n, 4))
    assert doubted.n not in {each.n for each in before_the_next(archive).open_points}
