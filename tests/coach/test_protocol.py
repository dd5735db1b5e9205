"""What either side of a line may say when, without a line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.coach.protocol import (
    FORMAT,
    MAX_DRAFT,
    MAX_HELLO,
    Bucket,
    CandidateAction,
    Closing,
    Do,
    Done,
    GuestSide,
    Hello,
    HostSide,
    LineError,
    Message,
    News,
    Room,
    Standing,
    Typing,
    Welcome,
    typed,
)
from simulator.interview import actions
from tests.transcripts import header_of, turn

HELLO = Hello(format=FORMAT, seat="candidate", token="t" * 40, code="abc")
WELCOME = Welcome(format=FORMAT)
TURN = turn(1, "question", "Why us?", speaker="dana-ruiz")


def answer(number: int, text: str = "Because.", to: int = 1) -> Do:
    return Do(number=number, to=to, action=actions.Answer(text))


def packed(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=8).digest() + body


class Pair:
    """Two host sides of one talk: what the guest sends, and what the host makes of it."""

    def __init__(self, *first: Message) -> None:
        self.guest, self.host = GuestSide(), HostSide()
        for message in first:
            self.say(message)

    def say(self, message: Message, at: float = 0.0) -> Message:
        return self.host.receive(self.guest.encode(message), at)


def refused(code: Closing, call: Callable[[], object]) -> str:
    with pytest.raises(LineError) as raised:
        call()
    assert raised.value.code is code
    assert 0 < len(raised.value.reason.encode()) <= 123
    return raised.value.reason


def test_what_one_side_says_the_other_hears() -> None:
    pair = Pair()
    for message in (HELLO, answer(1), Typing(text="half an ans"), answer(2, "Ünïcödé \U0001f600")):
        heard = pair.say(message)
        assert msgspec.structs.replace(heard, seq=0) == message


def test_the_guest_hears_the_header_and_the_turns_as_they_are() -> None:
    host, guest = HostSide(), GuestSide()
    standing = Standing(begun=True, open=1, seconds=1.5, minutes=45, patience=10.0)
    said: list[Message] = [WELCOME, Room(header=header_of(), cards={"dana-ruiz": "Leads."})]
    said += [News(turns=(TURN,), standing=standing), Done(number=3, problem="not now")]
    for message in said:
        assert msgspec.structs.replace(guest.receive(host.encode(message)), seq=0) == message


@pytest.mark.parametrize("message", [answer(1), Typing(text="x")])
def test_nothing_comes_before_who_comes(message: Message) -> None:
    refused(Closing.MALFORMED, lambda: Pair().say(message))


def test_who_comes_is_said_once() -> None:
    refused(Closing.MALFORMED, lambda: Pair(HELLO).say(HELLO))


def test_another_format_is_told_which_one_is_spoken() -> None:
    other = msgspec.structs.replace(HELLO, format=FORMAT + 1)
    assert str(FORMAT) in refused(Closing.OTHER_FORMAT, lambda: Pair().say(other))
    late = HostSide().encode(msgspec.structs.replace(WELCOME, format=FORMAT + 1))
    refused(Closing.OTHER_FORMAT, lambda: GuestSide().receive(late))


@pytest.mark.parametrize("message", [answer(1), Typing(text="x")])
def test_an_observer_only_looks_on(message: Message) -> None:
    pair = Pair(msgspec.structs.replace(HELLO, seat="observer"))
    refused(Closing.MALFORMED, lambda: pair.say(message))


def test_a_message_that_comes_again_is_refused() -> None:
    guest, host = GuestSide(), HostSide()
    data = [guest.encode(message) for message in (HELLO, answer(1))]
    for each in data:
        host.receive(each, 0.0)
    refused(Closing.MALFORMED, lambda: host.receive(data[1], 0.0))


def test_a_message_that_was_left_out_is_noticed() -> None:
    guest, host = GuestSide(), HostSide()
    hello, _, second = (guest.encode(message) for message in (HELLO, answer(1), answer(2)))
    host.receive(hello, 0.0)
    refused(Closing.MALFORMED, lambda: host.receive(second, 0.0))


@pytest.mark.parametrize("numbers", [(1, 1), (2, 1), (0,), (-1,)])
def test_the_candidates_actions_are_numbered_upwards(numbers: tuple[int, ...]) -> None:
    pair = Pair(HELLO)
    *good, bad = numbers
    for number in good:
        pair.say(answer(number))
    refused(Closing.MALFORMED, lambda: pair.say(answer(bad)))


@given(st.data())
def test_one_damaged_byte_is_noticed(data: st.DataObject) -> None:
    guest, host = GuestSide(), HostSide()
    host.receive(guest.encode(HELLO), 0.0)
    sent = bytearray(guest.encode(answer(1, "I lead a team of eight.")))
    sent[data.draw(st.integers(0, len(sent) - 1))] ^= data.draw(st.integers(1, 255))
    refused(Closing.MALFORMED, lambda: host.receive(bytes(sent), 0.0))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)
keys = st.sampled_from(["type", "seq", "format", "seat", "token", "number", "to", "action", "kind", "text", "turns"])
words = st.sampled_from(["hello", "do", "typing", "welcome", "news", "room", "answer", "say", "rating", "candidate"])
nearly = st.dictionaries(keys, words | json_values, max_size=8).map(msgspec.json.encode)


@given(st.binary(max_size=400) | nearly, st.booleans(), st.booleans())
def test_whatever_bytes_come_nothing_else_than_a_line_error_comes_of_it(
    body: bytes, digested: bool, let_in: bool
) -> None:
    data = packed(body) if digested else body
    pair = Pair(*([HELLO] if let_in else []))
    guest = GuestSide()
    if let_in:
        guest.receive(HostSide().encode(WELCOME))
    for receive in (lambda: pair.host.receive(data, 0.0), lambda: guest.receive(data)):
        try:
            heard = receive()
        except LineError:
            continue
        assert isinstance(heard, Message)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * 100_000,
        b'{"type":"do","seq":2,"number":1,"to":1,"action":{"kind":"coach_note","text":"x"}}',
        b'{"type":"do","seq":2,"number":1,"to":1,"action":{"kind":"say","text":"x"}}',
        b'{"type":"do","seq":2,"number":1,"to":1,"action":{"kind":"wait","seconds":1e999}}',
        b'{"type":"do","seq":2,"number":1,"to":1,"action":{"kind":"wait","seconds":-1}}',
        b'{"type":"do","seq":2,"number":1,"to":1,"action":{"kind":"answer","text":"x"},"more":1}',
        b'{"type":"do","seq":2,"number":"1","to":1,"action":{"kind":"answer","text":"x"}}',
        b'{"type":"typing","seq":2,"text":"\xff"}',
        b'{"type":"welcome","seq":2,"format":1}',
    ],
)
def test_what_a_candidate_can_not_say_is_malformed(body: bytes) -> None:
    refused(Closing.MALFORMED, lambda: Pair(HELLO).host.receive(packed(body), 0.0))


def test_a_candidate_can_say_all_that_is_not_the_coachs() -> None:
    candidates = set(actions.Action.__subclasses__()) - set(actions.BY_COACH)
    assert set(get_args(CandidateAction)) == candidates


def test_text_frames_are_no_messages() -> None:
    refused(Closing.MALFORMED, lambda: HostSide().receive("hello", 0.0))


def test_who_is_not_let_in_yet_says_little() -> None:
    long = msgspec.structs.replace(HELLO, code="x" * MAX_HELLO)
    refused(Closing.TOO_LARGE, lambda: Pair().say(long))


def test_a_draft_is_sent_by_its_end() -> None:
    text = "a" * MAX_DRAFT + "the end"
    assert len(typed(text)) == MAX_DRAFT
    assert typed(text).endswith("the end")
    Pair(HELLO).say(Typing(text=typed(text)))
    refused(Closing.TOO_LARGE, lambda: Pair(HELLO).say(Typing(text=text)))


def test_too_much_too_fast_ends_the_line_and_a_fast_typist_does_not() -> None:
    pair = Pair(HELLO)
    for n in range(3_000):
        pair.say(Typing(text="x"), at=n / 30)
    refused(Closing.TOO_FAST, lambda: [pair.say(Typing(text="x"), at=200.0) for _ in range(1_000)])


def test_a_bucket_fills_again() -> None:
    bucket = Bucket(rate=0.1, burst=2)
    assert [bucket.take(1, 0.0) for _ in range(3)] == [True, True, False]
    assert not bucket.take(1, 9.0)
    assert bucket.take(1, 11.0)


def test_a_welcome_comes_first_and_once() -> None:
    host = HostSide()
    refused(Closing.MALFORMED, lambda: GuestSide().receive(host.encode(Done(number=1))))
    host, guest = HostSide(), GuestSide()
    guest.receive(host.encode(WELCOME))
    refused(Closing.MALFORMED, lambda: guest.receive(host.encode(WELCOME)))


def test_what_comes_from_the_other_side_can_not_move_a_terminals_cursor() -> None:
    host, guest = HostSide(), GuestSide()
    guest.receive(host.encode(WELCOME))
    nasty = msgspec.structs.replace(TURN, text="\x1b[2JHi\x9b1m\x00", speaker="da\x1b]0;x\x07na")
    header = header_of(candidate="A\x1b[31mda")
    news = guest.receive(host.encode(News(turns=(nasty,), standing=Standing())))
    room = guest.receive(host.encode(Room(header=header, cards={"x": "\x1bc card"})))
    assert isinstance(news, News)
    assert isinstance(room, Room)
    assert (news.turns[0].text, news.turns[0].speaker, room.header.candidate) == ("Hi", "dana", "Ada")
    assert room.cards == {"x": " card"}


def test_a_kind_of_turn_from_a_later_version_is_not_guessed_at() -> None:
    host, guest = HostSide(), GuestSide()
    guest.receive(host.encode(WELCOME))
    later = msgspec.structs.replace(TURN, kind="hologram")
    refused(Closing.OTHER_FORMAT, lambda: guest.receive(host.encode(News(turns=(later,), standing=Standing()))))
