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
    """What the candidate says to the open question.

    `spoken` where it was said aloud: the text is its gist as somebody wrote it down, or empty.
    """

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


class AskQuestion(Action, frozen=True, tag="ask_question"):
    """The coach has a question put next: one of the banks by its full id, or words of their own.

    The persona of id `to` asks it, else whoever it suits.
    """

    text: str = ""
    question: str = ""
    to: str = ""


class Say(Action, frozen=True, tag="say"):
    """The coach speaks as an interviewer: the persona of id `speaker`, or whoever has the floor."""

    text: str
    speaker: str = ""


class Interrupt(Action, frozen=True, tag="interrupt"):
    """The coach cuts in as an interviewer, into whatever is being said."""

    text: str
    speaker: str = ""


class Disagree(Action, frozen=True, tag="disagree"):
    """The coach lets `speaker` disagree with the panelist `to`: in these words, or in the persona's own."""

    speaker: str
    to: str
    text: str = ""


class NextSpeaker(Action, frozen=True, tag="next_speaker"):
    """The coach moves on to the next question, asked by the persona of id `to` where one is named."""

    to: str = ""


class HoldSilence(Action, frozen=True, tag="hold_silence"):
    """The coach keeps the interviewers silent for so many seconds, or with 0 until the candidate has answered."""

    seconds: float = 0.0


class TakeOver(Action, frozen=True, tag="take_over"):
    """The coach plays the interviewer of id `person`, who says nothing by themselves from now on."""

    person: str


class GiveBack(Action, frozen=True, tag="give_back"):
    """The coach lets the interviewer of id `person` speak for themselves again."""

    person: str


class LateChange(Action, frozen=True, tag="late_change"):
    """A change of plans, announced in the lead's name: in these words, or in plain ones.

    `why` is what changes: `swap` (`person` goes, `to` comes), `add` (`to`), `remove` (`person`), `cut` (only `minutes`
    are left), `room` (another place); empty where the words are all there is.
    """

    text: str = ""
    why: str = ""
    person: str = ""
    to: str = ""
    minutes: int = 0


class Rate(Action, frozen=True, tag="rating"):
    """The coach rates a competency from 1 to 5 (0: not observed), with a word on why.

    `cause` is the number of the answer's turn where one answer is rated, on its question's anchors.
    """

    competency: str
    score: int
    text: str = ""
    cause: int = 0


class Mark(Action, frozen=True, tag="mark"):
    """The coach marks turn number `cause` for the debrief."""

    cause: int
    text: str = ""


class EditNote(Action, frozen=True, tag="edit_note"):
    """The coach replaces the hand-off note of turn number `cause`; an empty text withdraws it.

    `why` makes it a note of another kind.
    """

    cause: int
    text: str = ""
    why: str = ""


class CoachNote(Action, frozen=True, tag="coach_note"):
    """A note for the coach alone."""

    text: str


class EndRound(Action, frozen=True, tag="end_round"):
    """The coach has the round closed: in these words of the lead, or in the persona's own."""

    text: str = ""


class SelfRate(Action, frozen=True, tag="self_rating"):
    """How the candidate rates their own answer of turn number `cause` after the round: one of `turns.OWN_MARKS`."""

    cause: int
    score: int
    text: str = ""


class RateEmployer(Action, frozen=True, tag="employer_rating"):
    """How the candidate finds the employer after the round: from 1 to 5, and a line on it; 0 for the line alone.

    `why` is what of the employer it is, one of `turns.EMPLOYER`.
    """

    why: str
    score: int
    text: str = ""


class GuessGoal(Action, frozen=True, tag="goal_guess"):
    """What the candidate takes the interviewer of id `person` to have wanted to know, before the debrief tells it."""

    person: str
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


BY_COACH = (
    AskProbe,
    AskQuestion,
    Say,
    Interrupt,
    Disagree,
    NextSpeaker,
    HoldSilence,
    TakeOver,
    GiveBack,
    LateChange,
    Rate,
    Mark,
    EditNote,
    CoachNote,
    EndRound,
)
BY_WHOEVER_SITS_THERE = (Pause, Resume, Leave)
"""What is the coach's where it is done at the coach's own terminal."""
AFTER_THE_END = (OwnNote, Rate, Mark, EditNote, CoachNote, SelfRate, RateEmployer, GuessGoal, Settle)
ONLY_AFTER_THE_END = (EditNote, SelfRate, RateEmployer, GuessGoal, Settle)
WHILE_PAUSED = (Resume, Leave, OwnNote, Rate, Mark, CoachNote, TakeOver, GiveBack)
