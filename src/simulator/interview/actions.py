"""What a candidate or a coach can do in the room: small tagged structs, each recorded as a turn with all its fields."""

from __future__ import annotations

import msgspec


class Action(msgspec.Struct, frozen=True, tag_field="kind"):
    """The base of all actions; an action's tag is the kind of its turn."""

    @property
    def kind(self) -> str:
        """The kind of turn this action becomes."""
        return str(self.__struct_config__.tag)


class Begin(Action, frozen=True, tag="begin"):
    """The candidate is in the room."""


class Answer(Action, frozen=True, tag="answer"):
    """What the candidate says to the open question; `spoken` where it was dictated."""

    text: str
    spoken: bool = False


class TakeBack(Action, frozen=True, tag="take_back"):
    """The last answer was sent by mistake."""


class Skip(Action, frozen=True, tag="skip"):
    """The candidate passes the open question over."""


class Wait(Action, frozen=True, tag="wait"):
    """So many seconds of silence went by."""

    seconds: float


class TypingStarted(Action, frozen=True, tag="typing"):
    """The candidate began to answer, which ends the silence."""


class OwnNote(Action, frozen=True, tag="note"):
    """A note for the candidate's own eyes, and the coach's."""

    text: str


class AskInterviewer(Action, frozen=True, tag="ask"):
    """A question from the candidate."""

    text: str


class Pause(Action, frozen=True, tag="pause"):
    """The clock stops."""


class Resume(Action, frozen=True, tag="resume"):
    """The clock goes on."""


class Leave(Action, frozen=True, tag="leave"):
    """The candidate leaves the room; the interview can be resumed."""


class AskProbe(Action, frozen=True, tag="ask_probe"):
    """The coach has the interviewer follow up: for a trigger such as `no_result` (`why`), or in words of their own."""

    text: str = ""
    why: str = ""


class Say(Action, frozen=True, tag="say"):
    """The coach speaks as an interviewer: the persona of id `speaker`, or whoever has the floor."""

    text: str
    speaker: str = ""


class NextSpeaker(Action, frozen=True, tag="next_speaker"):
    """The coach moves on to the next question, asked by the persona of id `to` where one is named."""

    to: str = ""


class HoldSilence(Action, frozen=True, tag="hold_silence"):
    """The coach keeps the interviewers silent: no nudge until the candidate has answered."""

    seconds: float = 0.0


class LateChange(Action, frozen=True, tag="late_change"):
    """The coach announces a change of plans in the interviewer's name."""

    text: str


class Rate(Action, frozen=True, tag="rating"):
    """The coach rates a competency from 1 to 5, with a word on why."""

    competency: str
    score: int
    text: str = ""


class CoachNote(Action, frozen=True, tag="coach_note"):
    """A note for the coach alone."""

    text: str


class Settle(Action, frozen=True, tag="settlement"):
    """The candidate's word on a difference, after the round: `why` is one of `settling.CHOICES`.

    `first` and `second` are the two passages, `earlier` points at the first one's turn as `ID#N`.
    """

    first: str
    second: str
    why: str
    earlier: str = ""
    slot: str = ""


BY_COACH = (AskProbe, Say, NextSpeaker, HoldSilence, LateChange, Rate, CoachNote)
AFTER_THE_END = (OwnNote, Rate, CoachNote, Settle)
ONLY_AFTER_THE_END = (Settle,)
WHILE_PAUSED = (Resume, Leave, OwnNote, Rate, CoachNote)
