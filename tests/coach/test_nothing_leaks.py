"""Proof that nothing leaks: a canary word stands in every text there is, and none comes through that may not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import pytest

from simulator import sitting
from simulator.archive import Archive, Candidacy
from simulator.coach.client import RemoteSeat
from simulator.coach.protocol import CandidateAction
from simulator.content import library
from simulator.debrief import as_text
from simulator.interview import actions
from simulator.interview.coaching import _CONCERNS
from simulator.sitting import Sitting
from simulator.transcript.turns import (
    COACH,
    LINES,
    VISIBILITY,
    AgendaItem,
    EarlierExchange,
    HandOff,
    Header,
    Person,
    Settlement,
    Transcript,
    Turn,
    seen_by,
)
from simulator.tui.app import SecondRound
from simulator.tui.opening import AtJoined
from simulator.tui.screens.debrief import DebriefScreen
from tests.coach.canaries import canaries_of, canary, found_in, sown
from tests.coach.conftest import DAY, Rooms, until
from tests.coach.proxy import Proxy
from tests.conftest import Run

if TYPE_CHECKING:
    from textual.pilot import Pilot

ANSWERS = [
    "I lead a team of eight and have been at Acme for five years.",
    "Fine.",
    "It is like I told your colleague last time.",
    "In March two of us were ill; I packed forty boxes myself and we shipped on Friday.",
]


# What may be said, by the texts of the fields that declare it


def everywhere(struct: type[msgspec.Struct], /, **fixed: Any) -> dict[str, Any]:
    """Return a canary for every text field of a struct, whatever it is called."""
    texts = {field.name: canary() for field in msgspec.structs.fields(struct) if field.type is str}
    return {**texts, **fixed}


def full_transcript(*, ended: bool) -> Transcript:
    """Return a transcript with a turn of every kind, and a canary in every text of header and turns."""
    header = Header(
        **everywhere(
            Header,
            format=1,
            attempt=1,
            seed=1,
            started_at=DAY,
            language="en",
            interviewers=(Person(**everywhere(Person)),),
            at_hand=(Person(**everywhere(Person)),),
            agenda=(AgendaItem(**everywhere(AgendaItem, why="repeat", motive="check")),),
            earlier=(EarlierExchange(**everywhere(EarlierExchange, n=1, on=DAY.date(), answers=(canary(),))),),
            notes=(HandOff(**everywhere(HandOff, kind="concern", cause=1)),),
            settled=(Settlement(**everywhere(Settlement)),),
        )
    )
    kinds = [kind for kind in VISIBILITY if ended or kind != "end"]
    turns = [
        Turn(**everywhere(Turn, n=n, at=0.0, kind=kind, visible=VISIBILITY[kind])) for n, kind in enumerate(kinds, 1)
    ]
    return Transcript(header=header, turns=tuple(turns))


def test_before_the_end_a_line_shows_what_was_said_and_nothing_of_why() -> None:
    whole = full_transcript(ended=False)
    for turn in whole.turns:
        seen = seen_by(Transcript(header=whole.header, turns=(turn,)), "candidate").turns
        if turn.visible in ("coach", "interviewers"):
            assert not seen
        elif turn.kind in LINES:
            said = {turn.text, turn.speaker, turn.question, turn.person, turn.to}
            assert canaries_of(seen[0]) == said


def test_before_the_end_the_header_shows_no_plan_no_note_and_nobody_who_may_come_in() -> None:
    header = full_transcript(ended=False).header
    seen = canaries_of(seen_by(Transcript(header=header), "candidate").header)
    for hidden in (header.agenda, header.notes, header.at_hand):
        assert canaries_of(hidden)
        assert not canaries_of(hidden) & seen


def test_an_observer_sees_nothing_of_the_candidates_own_before_or_after_the_end() -> None:
    for ended in (False, True):
        whole = full_transcript(ended=ended)
        seen = canaries_of(seen_by(whole, "observer"))
        own = [turn for turn in whole.turns if turn.visible != "all"]
        for hidden in (*own, whole.header.earlier, whole.header.settled, whole.header.notes, whole.header.agenda):
            assert not canaries_of(hidden) & seen


def test_what_is_the_coachs_is_hidden_after_the_end_as_well() -> None:
    whole = full_transcript(ended=True)
    seen = canaries_of(seen_by(whole, "candidate"))
    for turn in whole.turns:
        assert bool(canaries_of(turn) & seen) is (turn.visible != "coach")


# A whole panel round over a line


@pytest.fixture
def after_two_rounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Candidacy:
    """Two rounds were held, with weak answers and a coach's notes; whatever content is frozen from now on is sown."""
    monkeypatch.setattr("simulator.sitting.freeze", _sowing(library.freeze))
    archive = Archive(tmp_path / "coach")
    for _ in range(2):
        with sitting.start(archive, candidate="Ada", seed=7, now=DAY) as begun:
            begun.take(actions.Begin())
            begun.take(actions.CoachNote(f"Weak on dates {canary()}"))
            for n in range(80):
                if begun.ended:
                    break
                begun.take(actions.Answer(ANSWERS[n % len(ANSWERS)]))
            assert begun.ended
            begun.take(actions.Rate("teamwork", 2, f"Thin {canary()}"))
    return archive.find("Ada")


def _sowing(freeze: Any) -> Any:
    return lambda *given: sown(freeze(*given))


VALUES: dict[str, Any] = {"why": "", "competency": "teamwork", "score": 3, "seconds": 1.0, "minutes": 30}


def test_every_action_is_either_the_candidates_or_the_coachs() -> None:
    of_candidate, of_coach = set(get_args(CandidateAction)), set(actions.BY_COACH)
    assert of_candidate | of_coach == set(actions.Action.__subclasses__())
    assert not of_candidate & of_coach


def made(kind: type[actions.Action], known: dict[str, Any]) -> actions.Action:
    """Return an action with these values, and a canary in every other field: its texts."""
    fields = (field.name for field in msgspec.structs.fields(kind))
    return kind(**{name: known.get(name, f"{kind.__name__} {canary()}") for name in fields})


def during(room: Sitting) -> list[actions.Action]:
    """Return every action that a coach has in the room, changes of plan of every kind among them, its end the last."""
    here, other, third, fourth = (each.id for each in room.state.people[:4])
    coming = sorted(room.plan.people.keys() - set(room.state.present))
    answer = next(turn.n for turn in room.transcript.turns if turn.kind == "answer")
    known = {**VALUES, "speaker": here, "person": here, "to": other, "question": "", "cause": answer}
    found = [made(kind, known) for kind in actions.BY_COACH if kind not in actions.ONLY_AFTER_THE_END]
    change = {"swap": (third, coming[0]), "add": ("", coming[1]), "remove": (fourth, "")}
    for why in (kind for kind in _CONCERNS if kind):
        person, to = change.get(why, ("", ""))
        found.append(made(actions.LateChange, {**known, "why": why, "person": person, "to": to}))
    found.append(actions.Answer(f"Aloud {canary()}", spoken=True))
    found.sort(key=lambda each: isinstance(each, actions.EndRound))
    return found


def afterwards(room: Sitting) -> list[actions.Action]:
    """Return every action that a coach has after the round."""
    answer = next(turn.n for turn in room.transcript.turns if turn.kind == "answer")
    note = next(turn.n for turn in room.transcript.turns if turn.kind == "handoff")
    kinds = [kind for kind in actions.BY_COACH if kind in actions.AFTER_THE_END]
    return [made(kind, {**VALUES, "cause": note if kind is actions.EditNote else answer}) for kind in kinds]


def take(room: Sitting, n: int, action: actions.Action) -> None:
    """Do the coach's action number `n`, and have some of them answered: the round has to last for all of them."""
    room.take(action)
    if n % 3 == 0:
        room.take(actions.Answer(ANSWERS[n % len(ANSWERS)]))


EVERY_KIND = {str(kind.__struct_config__.tag) for kind in actions.BY_COACH}


def done(room: Sitting) -> set[str]:
    """Return the kinds of the coach's actions that were done."""
    return {turn.kind for turn in room.transcript.turns} & EVERY_KIND


def the_coachs_own(room: Sitting) -> set[str]:
    """Return the canaries that the candidate may not see even after the end."""
    coachs = canaries_of([turn for turn in room.transcript.turns if turn.visible == "coach"])
    return coachs - canaries_of([turn.text for turn in room.transcript.turns if turn.visible != "coach"])


def may_be_heard(room: Sitting) -> set[str]:
    """Return the canaries that the candidate may hear by now: what was said, who is there, and their cards."""
    transcript = room.transcript
    said = [turn.text for turn in transcript.turns if turn.visible in ("all", "candidate") and turn.speaker != COACH]
    header = transcript.header
    came = [turn.to for turn in transcript.turns if turn.kind == "change"]
    people = [*header.interviewers, *(each for each in header.at_hand if each.id in came)]
    cards = [room.about(each.id) for each in people]
    own = [(each.round, each.asker, each.asked, each.answers) for each in header.earlier]
    public = (header.title, header.company, header.position, header.setting, header.candidate)
    return canaries_of([said, people, cards, own, public])


def written_or_recorded(room: Sitting) -> set[str]:
    return canaries_of([room.plan.content, room.transcript])


class Audience:
    """The candidate's seat and screen, and every byte that came to it."""

    def __init__(self, room: Sitting, seat: RemoteSeat, proxy: Proxy) -> None:
        self.room, self.seat, self.proxy = room, seat, proxy
        self.shown: set[str] = set()

    @property
    def bytes(self) -> set[str]:
        return {word for tap in self.proxy.taps for word in found_in(bytes(tap))}

    def caught_up(self) -> bool:
        """Tell whether all that may be seen is there."""
        last = seen_by(self.room.transcript, "candidate").turns[-1].n
        return self.seat.transcript.turns[-1].n >= last

    def look(self, app: SecondRound) -> None:
        """Take note of the canaries in every cell of the screen."""
        for screen in app.screen_stack:
            for strip in screen._compositor.render_strips(screen.size):
                self.shown |= found_in("".join(segment.text for segment in strip))

    async def read(self, pilot: Pilot[None]) -> None:
        """Look at all that the topmost screen has, page by page."""
        await pilot.pause()
        await pilot.press("home")
        for _ in range(60):
            await pilot.pause()
            self.look(_app(pilot))
            await pilot.press("pagedown")


def _app(pilot: Pilot[None]) -> SecondRound:
    assert isinstance(pilot.app, SecondRound)
    return pilot.app


@pytest.mark.usefixtures("as_soon_as_idle")
async def test_a_panel_round_in_which_every_coach_action_is_used_shows_the_candidate_nothing_hidden(
    rooms: Rooms, after_two_rounds: Candidacy
) -> None:
    begun = sitting.start(Archive(rooms.folder / "coach"), candidate="Ada", round_id="panel", seed=7, now=DAY)
    assert begun.header.earlier
    assert begun.header.agenda
    room = rooms.host(begun)
    with Proxy(room.address.port) as proxy:
        seat = rooms.guest(room, port=proxy.port)
        audience = Audience(begun, seat, proxy)
        app = SecondRound(Archive(rooms.folder / "guest"), AtJoined(seat))
        async with app.run_test(size=(100, 60)) as pilot:
            await pilot.pause()
            until(begun, lambda: begun.begun)
            begun.take(actions.Answer(ANSWERS[0]))
            *used, end = during(begun)
            for n, action in enumerate(used):
                seat.take(actions.OwnNote(f"Own {canary()}"))
                seat.wait()
                take(begun, n, action)
                until(seat, audience.caught_up)
                await pilot.pause()
                audience.look(app)
            await pilot.press("f2")
            await pilot.pause()
            audience.look(app)
            await pilot.press("escape")
            before, heard = audience.bytes, may_be_heard(begun)
            hidden = written_or_recorded(begun) - heard
            assert len(hidden) > 500
            assert len(before) > 10
            assert not before & hidden
            assert audience.shown
            assert not audience.shown & hidden
            begun.take(end)
            until(seat, lambda: seat.ended)
            for action in afterwards(begun):
                begun.take(action)
            until(seat, audience.caught_up)
            assert done(begun) == EVERY_KIND
            await audience.read(pilot)
            await pilot.press("enter")
            await audience.read(pilot)  # their own marks
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, DebriefScreen)
            await audience.read(pilot)
    hidden = the_coachs_own(begun)
    assert hidden >= canaries_of([turn for turn in begun.transcript.turns if turn.kind == "coach_note"])
    assert hidden
    assert not audience.bytes & hidden
    assert not audience.shown & hidden
    assert seat.debrief is not None
    assert not found_in(as_text(seat.debrief)) & hidden


@pytest.mark.parametrize("ended", [False, True])
def test_no_export_and_no_debrief_of_the_candidates_holds_what_is_hidden(
    run_here: Run, after_two_rounds: Candidacy, ended: bool
) -> None:
    home = after_two_rounds.folder.parent.parent
    with sitting.start(Archive(home), candidate="Ada", round_id="panel", seed=7, now=DAY) as begun:
        begun.take(actions.Begin())
        begun.take(actions.Answer(ANSWERS[0]))
        *used, end = during(begun)
        for n, action in enumerate(used):
            take(begun, n, action)
        asked = {turn.question for turn in begun.transcript.turns if turn.kind == "question"}
        tips = [question.tip for name, question in begun.plan.questions.items() if name in asked]
        hidden = written_or_recorded(begun) - may_be_heard(begun) - canaries_of(tips)
        if ended:
            begun.take(end)
            for action in afterwards(begun):
                begun.take(action)
            assert done(begun) == EVERY_KIND
            hidden = the_coachs_own(begun)
        assert hidden
        identity = begun.header.id
    exports = [["export", identity, "--as", "candidate", "--format", form] for form in ("md", "txt", "toml", "cast")]
    debriefs = [["debrief", identity, "--as", "candidate", "--format", form] for form in ("text", "md", "html", "json")]
    for arguments in (*exports, *debriefs, ["debrief", identity], ["replay", identity, "--plain"]):
        ran = run_here([*arguments, "--home", str(home)])
        assert ran.code == 0, ran.err
        assert not found_in(ran.out) & hidden, arguments
        assert len(ran.out) > 500
