"""A room on loopback: two seats, the lines between them, and what becomes of both when a line is cut."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from simulator.archive import Archive
from simulator.coach.address import Address
from simulator.coach.client import RemoteSeat
from simulator.coach.limits import Limits
from simulator.coach.server import Host
from simulator.debrief import as_text, build
from simulator.files import InputError
from simulator.interview import NotNowError, actions
from simulator.seat import OverError
from simulator.sitting import Sitting, resume
from simulator.transcript.turns import seen_by
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtJoined
from simulator.tui.wording import entry_of
from tests.coach.conftest import Rooms, until
from tests.coach.proxy import Proxy
from tests.tui.conftest import painted, settled

ANSWERS = [f"Answer {n}: I packed {n + 3} boxes and we shipped on Friday." for n in range(12)]


HURRIED = Limits(opening=0.5, heartbeat=0.1, silence=0.2, parting=0.1)


def answered(sitting: Sitting) -> list[str]:
    return [turn.text for turn in sitting.transcript.turns if turn.kind == "answer"]


def texts(seat: RemoteSeat, kind: str = "say") -> list[str]:
    return [turn.text for turn in seat.transcript.turns if turn.kind == kind]


def say(seat: RemoteSeat, action: actions.Action) -> None:
    seat.take(action)
    seat.wait()


def of(room: Host) -> Sitting:
    return room._sitting


def test_the_candidate_holds_the_interview_and_the_coach_has_it_all(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.Answer(ANSWERS[0]))
    assert answered(of(room)) == ANSWERS[:1]
    assert ada.transcript == seen_by(of(room).transcript, "candidate")
    here, there = ada.open_line, of(room).open_line
    assert here is not None
    assert there is not None
    assert here.n == there.n
    assert (ada.progress, ada.minutes, ada.begun) == (of(room).progress, of(room).minutes, True)
    assert ada.about(ada.header.interviewers[0].id)


def test_what_the_coach_does_reaches_the_candidate_and_what_is_hidden_does_not(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    of(room).take(actions.CoachNote("a secret"))
    of(room).take(actions.Say("And then?", "dana-ruiz"))
    until(ada, lambda: texts(ada))
    assert not texts(ada, "coach_note")
    assert all(turn.visible in ("all", "candidate") for turn in ada.transcript.turns)


def test_an_observer_sees_what_is_said_or_all_of_it_as_the_coach_allows(rooms: Rooms) -> None:
    for see, notes in (("observer", 0), ("coach", 1)):
        room = rooms.host(rooms.sitting(new=True), observers_see=see)
        of(room).take(actions.Begin())
        of(room).take(actions.OwnNote("mine"))
        of(room).take(actions.CoachNote("a secret"))
        looking = rooms.guest(room, kind="observer", home=see)
        assert len(texts(looking, "coach_note")) == len(texts(looking, "note")) == notes
        assert texts(looking, "question")
        with pytest.raises(NotNowError):
            looking.take(actions.Answer("I would like that job too."))


def test_what_is_being_typed_is_shown_only_where_the_candidate_allows_it(rooms: Rooms) -> None:
    room = rooms.host(observers_see="coach")
    ada = rooms.guest(room)
    looking = rooms.guest(room, kind="observer", home="observer")
    ada.typing("half an ans")
    say(ada, actions.Begin())
    assert of(room).being_typed == ""
    ada.show_typing(True)
    ada.typing("half an answer")
    until(of(room), lambda: of(room).being_typed == "half an answer")
    until(looking, lambda: looking.being_typed == "half an answer")
    ada.show_typing(False)
    until(of(room), lambda: of(room).being_typed == "")


def test_a_refused_action_comes_back_with_the_reason(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    with pytest.raises(NotNowError, match="not paused"):
        say(ada, actions.Resume())
    ada.take(actions.TakeBack())
    refused = until(ada, ada.refused)
    assert refused == (actions.TakeBack(), "there is no answer to take back")


def test_an_answer_to_a_line_that_is_no_longer_open_is_given_back(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    with of(room).lock:
        ada.take(actions.Answer(ANSWERS[0]))
        of(room).take(actions.NextSpeaker())
    refused = until(ada, ada.refused)
    assert refused[0] == actions.Answer(ANSWERS[0])
    assert ada.draft() == ANSWERS[0]
    assert answered(of(room)) == []


def test_on_a_slow_line_an_answer_need_not_wait_for_its_first_letter_to_arrive(rooms: Rooms) -> None:
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        say(ada, actions.Begin())
        proxy.delay = 0.2
        for action in (actions.TypingStarted(), actions.Answer(ANSWERS[0])):
            ada.take(action)
        with pytest.raises(NotNowError, match="still on its way"):
            ada.take(actions.Skip())
        ada.wait()
    assert answered(of(room)) == ANSWERS[:1]


def test_a_cut_line_comes_back_by_itself_and_nothing_is_lost_or_doubled(rooms: Rooms) -> None:
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        say(ada, actions.Begin())
        for answer in ANSWERS:
            ada.take(actions.Answer(answer))
            proxy.cut()
            ada.wait()
        assert answered(of(room)) == ANSWERS[: len(answered(of(room)))]
        assert len(answered(of(room))) == sum(turn.kind == "answer" for turn in ada.transcript.turns)
        assert ada.transcript == seen_by(of(room).transcript, "candidate")
        assert any("nothing was lost" in notice for notice in ada.notices())


def test_while_the_line_is_cut_the_coach_goes_on_and_the_candidate_catches_up(rooms: Rooms) -> None:
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        say(ada, actions.Begin())
        proxy.refusing = True
        proxy.cut()
        until(ada, lambda: ada.line)
        for n in range(250):
            of(room).take(actions.Say(f"Line {n}"))
        assert texts(ada) == []
        ada.take(actions.OwnNote("They went on without me."))
        assert any("No line to the room" in notice for notice in ada.notices())
        proxy.refusing = False
        ada.wait()
        assert texts(ada) == [f"Line {n}" for n in range(250)]
        assert texts(ada, "note") == ["They went on without me."]


def test_a_damaged_message_ends_that_line_and_the_next_one_goes_on(rooms: Rooms) -> None:
    rooms.limits = HURRIED
    room = rooms.host()
    with Proxy(room.address.port, damage=0.1, seed=3) as proxy:
        ada = rooms.guest(room, port=proxy.port, limits=HURRIED)
        say(ada, actions.Begin())
        for answer in ANSWERS:
            say(ada, actions.Answer(answer))
        assert answered(of(room)) == ANSWERS
        proxy.damage = 0.0
        assert len(proxy.taps) > 1


def test_a_line_that_falls_silent_is_noticed_on_both_sides(rooms: Rooms) -> None:
    rooms.limits = HURRIED
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port, limits=HURRIED)
        say(ada, actions.Begin())
        proxy.stalled = True
        until(ada, lambda: ada.line)
        until(of(room), lambda: any("The line to Ada has ended" in notice for notice in of(room).notices()))
        proxy.stalled = False
        say(ada, actions.Answer(ANSWERS[0]))
        assert answered(of(room)) == ANSWERS[:1]


def test_the_coachs_side_can_be_killed_and_the_candidate_joins_again_by_themselves(rooms: Rooms) -> None:
    room = rooms.host()
    first = of(room)
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        say(ada, actions.Begin())
        say(ada, actions.Answer(ANSWERS[0]))
        proxy.refusing = True
        proxy.cut()
        until(ada, lambda: ada.line)
        room.close()
        first.close()
        again = rooms.host(rooms.sitting())
        assert of(again).path == first.path
        proxy.target = again.address.port
        proxy.refusing = False
        say(ada, actions.Answer(ANSWERS[1]))
        assert answered(of(again)) == ANSWERS[:2]
        assert ada.transcript == seen_by(of(again).transcript, "candidate")


def test_the_candidates_side_can_be_killed_and_what_was_on_its_way_arrives_once(rooms: Rooms) -> None:
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        say(ada, actions.Begin())
        proxy.stalled = True
        ada.take(actions.Answer(ANSWERS[0]))
        ada.save_draft("and half of the next")
        proxy.refusing = True
        proxy.cut()
        ada.close()
        proxy.stalled = proxy.refusing = False
        back = rooms.guest(room, port=proxy.port)
        back.wait()
        assert answered(of(room)) == ANSWERS[:1]
        assert back.draft() == "and half of the next"


def test_coming_in_elsewhere_ends_the_older_line_for_good(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    again = rooms.guest(room)
    until(ada, lambda: "elsewhere" in ada.line)
    with pytest.raises(OverError):
        ada.take(actions.Begin())
    say(again, actions.Begin())
    assert of(room).begun


def test_the_code_is_used_up(rooms: Rooms) -> None:
    room = rooms.host()
    rooms.guest(room)
    with pytest.raises(InputError, match="has been used"):
        rooms.guest(room, home="somebody else")
    with pytest.raises(InputError, match="not the one"):
        rooms.guest(room, home="somebody else", code="wrong")


def test_the_room_is_closed_with_a_word(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    room.close()
    until(ada, lambda: ada.line)
    assert ada.notices() == ["The coach has closed the room."]


def test_nobody_is_there(rooms: Rooms) -> None:
    room = rooms.host()
    room.close()
    import simulator.coach.line as line

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(line, "FIRST_SECONDS", 0.0)
        with pytest.raises(InputError, match="nobody hosts a room there"):
            rooms.guest(room)


def test_after_the_end_the_candidate_may_see_what_was_hidden_and_still_not_what_is_the_coachs(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.Answer(ANSWERS[0]))
    of(room).take(actions.Rate("teamwork", 4, "Fine."))
    of(room).take(actions.CoachNote("a secret"))
    assert not ada.header.agenda
    of(room).take(actions.EndRound())
    until(ada, lambda: ada.ended)
    assert ada.header.agenda
    assert ada.transcript == seen_by(of(room).transcript, "candidate")
    assert texts(ada, "rating") == ["Fine."]
    say(ada, actions.OwnNote("I should have said more."))
    assert of(room).transcript.turns[-1].text == "I should have said more."


def test_after_the_end_the_candidate_has_the_debrief_that_was_built_where_the_content_is(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.Answer(ANSWERS[0]))
    assert [ada.debrief] == [None]
    of(room).take(actions.CoachNote("a secret"))
    of(room).take(actions.EndRound())
    until(ada, lambda: ada.debrief)
    say(ada, actions.SelfRate(cause=next(turn.n for turn in ada.transcript.turns if turn.kind == "answer"), score=2))
    me = ada.header.interviewers[0].id
    say(ada, actions.RateEmployer("people", 4, "they laughed"))
    say(ada, actions.GuessGoal(me, "whether I stay"))
    assert ada.debrief == build(of(room).transcript, "candidate", of(room).plan)
    assert ada.debrief.judged
    guesses = {vote.interviewer: vote.guess for vote in ada.debrief.judged.votes}
    assert guesses[ada.header.speaker(me)] == "whether I stay"
    assert [(entry.aspect, entry.text) for entry in ada.debrief.employer] == [("people", "they laughed")]
    assert "a secret" not in as_text(ada.debrief)


def test_another_address_than_this_machines_takes_tls(rooms: Rooms) -> None:
    begun = rooms.sitting()
    with begun, pytest.raises(InputError, match="--cert"):
        Host(begun, Address("0.0.0.0", 0))


@pytest.mark.parametrize("text", ["", "here", "127.0.0.1", ":1", "127.0.0.1:x", "127.0.0.1:99999", "a/b:1"])
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(InputError):
        Address.parse(text)


@pytest.mark.parametrize(
    ("text", "here"), [("127.0.0.1:1", True), ("[::1]:1", True), ("localhost:1", True), ("10.0.0.1:1", False)]
)
def test_which_addresses_are_this_machines(text: str, here: bool) -> None:
    address = Address.parse(text)
    assert address.here is here
    assert str(address) == text


def test_what_a_guest_keeps_is_theirs_alone(rooms: Rooms, tmp_path: Path) -> None:
    ada = rooms.guest(rooms.host())
    ada.save_draft("half")
    kept = [path for path in (tmp_path / "guest").rglob("*") if path.is_file()]
    assert len(kept) == 2
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in kept)
    (tokens,) = (tmp_path / "coach").rglob("*.tokens")
    assert stat.S_IMODE(tokens.stat().st_mode) == 0o600


def test_every_turn_of_the_candidates_has_its_number(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.OwnNote("One"))
    numbered = [turn.sent for turn in of(room).transcript.turns if turn.sent]
    assert numbered == [1, 2]


def test_who_leaves_or_stops_the_clock_is_written_down_as_whoever_it_was(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.Pause())
    of(room).take(actions.Resume())
    say(ada, actions.Leave())
    of(room).take(actions.Leave())
    turns = [turn for turn in of(room).transcript.turns if turn.kind in ("pause", "resume", "leave")]
    assert [turn.speaker for turn in turns] == ["candidate", "coach", "candidate", "coach"]
    until(ada, lambda: ada.transcript.turns[-1] == turns[-1])
    gone, closed = (entry_of(turn, ada.header) for turn in turns[-2:])
    assert gone is not None
    assert closed is not None
    assert (gone.text, closed.text) == ("* You leave the room.", "* Coach leaves the room.")


def test_the_transcript_of_a_room_is_one_like_any_other(rooms: Rooms) -> None:
    room = rooms.host()
    ada = rooms.guest(room)
    say(ada, actions.Begin())
    say(ada, actions.Answer(ANSWERS[0]))
    path, turns = of(room).path, of(room).transcript.turns
    room.close()
    of(room).close()

    with resume(Archive(rooms.folder / "coach").find(), path) as again:
        assert again.transcript.turns[: len(turns)] == turns
        assert again.take(actions.Answer(ANSWERS[1]))


@pytest.mark.usefixtures("as_soon_as_idle")
async def test_the_candidate_can_leave_the_screen_while_the_line_is_cut_and_something_is_on_its_way(
    rooms: Rooms,
) -> None:
    room = rooms.host()
    with Proxy(room.address.port) as proxy:
        ada = rooms.guest(room, port=proxy.port)
        async with SecondRound(Archive(rooms.folder / "guest"), AtJoined(ada)).run_test() as pilot:
            await settled(pilot)
            until(of(room), lambda: of(room).begun)
            ada.wait()
            proxy.refusing = True
            proxy.cut()
            until(ada, lambda: ada.line)
            ada.take(actions.Answer(ANSWERS[0]))
            await settled(pilot)
            assert "it goes out by itself" in painted(pilot)
            await pilot.press("ctrl+l")
            await settled(pilot)
            assert "The same command takes you back to your seat" in painted(pilot)
        proxy.refusing = False
        rooms.guest(room, port=proxy.port).wait()
    assert answered(of(room)) == ANSWERS[:1]
