"""Who gets in: a code that is used up by the first candidate, one for observers, and tokens to come back with."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict

import msgspec

from simulator.coach.protocol import Bucket, Closing, Hello, LineError

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
"""What codes are made of: no two characters that are easily mistaken for each other."""

MIN_TOKEN = 32
"""Characters of a token, at least."""

CODE_LENGTH = 15
"""Characters of a code: 31 ** 15 of them, which is 74 bits."""

MAX_OBSERVERS = 50
_ADDRESSES = 1_024


class Tokens(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who may come back, by the hash of their token."""

    format: int = 1
    candidate: str = ""
    observers: tuple[str, ...] = ()


class Door:
    """Lets people in; `kept` is what an earlier door of this room wrote down of whom it had let in."""

    def __init__(self, kept: bytes = b"") -> None:
        self.candidate_code = new_code()
        self.observer_code = new_code()
        self._used = False
        self._tokens = _tokens(kept)
        self._attempts: OrderedDict[str, Bucket] = OrderedDict()

    def kept(self) -> bytes:
        """Return what is written down so that people can come back after the coach's side was restarted."""
        return msgspec.json.encode(self._tokens)

    def enter(self, hello: Hello, address: str, at: float) -> bool:
        """Let in whoever says `hello` from `address` at second `at`, and tell whether they were here before.

        `LineError` is raised where they may not come in.
        """
        if len(hello.token) < MIN_TOKEN:
            raise LineError(Closing.MALFORMED, "a token is longer than that")
        if self._was_here(hello):
            return True
        if not self._bucket(address).take(1, at):
            raise LineError(Closing.TOO_FAST, "too many tries; wait a minute")
        code = self.candidate_code if hello.seat == "candidate" else self.observer_code
        if not same(normal(hello.code), normal(code)):
            raise LineError(Closing.NOT_LET_IN, "that code is not the one")
        if hello.seat == "candidate" and self._used:
            raise LineError(Closing.NOT_LET_IN, "that code has been used; ask the coach for a new one")
        self._attempts.pop(address, None)
        self._remember(hello)
        return False

    def _was_here(self, hello: Hello) -> bool:
        known = (self._tokens.candidate,) if hello.seat == "candidate" else self._tokens.observers
        token = hashed(hello.token)
        # Every one is compared, so that the time tells nothing of which one it was.
        return any([same(token, each) for each in known])  # noqa: C419

    def _remember(self, hello: Hello) -> None:
        token = hashed(hello.token)
        if hello.seat == "candidate":
            self._used = True
            self._tokens = msgspec.structs.replace(self._tokens, candidate=token)
        else:
            observers = (*self._tokens.observers, token)[-MAX_OBSERVERS:]
            self._tokens = msgspec.structs.replace(self._tokens, observers=observers)

    def _bucket(self, address: str) -> Bucket:
        """Return what `address` may still try; who tried longest ago is forgotten where there are too many."""
        bucket = self._attempts.setdefault(address, Bucket(rate=0.1, burst=5))
        self._attempts.move_to_end(address)
        while len(self._attempts) > _ADDRESSES:
            self._attempts.popitem(last=False)
        return bucket


def new_code() -> str:
    """Return a code nobody can guess, in groups of five."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    return "-".join(letters[at : at + 5] for at in range(0, CODE_LENGTH, 5))


def normal(code: str) -> str:
    """Return a code as it is compared: without what people put between the letters, in small ones."""
    return "".join(code.split()).replace("-", "").lower()


def same(one: str, other: str) -> bool:
    """Tell whether two secrets are the same, in a time that tells nothing of where they differ."""
    return hmac.compare_digest(hashed(one), hashed(other))


def hashed(token: str) -> str:
    """Return the hash of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _tokens(kept: bytes) -> Tokens:
    try:
        return msgspec.json.decode(kept, type=Tokens)
    except msgspec.MsgspecError:  # nobody was here, or the file is damaged: then a code lets them in
        return Tokens()
