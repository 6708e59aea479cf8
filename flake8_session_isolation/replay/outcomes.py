"""The outcome of a run, and the verdict when it is compared with the serial orders."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from flake8_session_isolation.replay.sessions import Session
from flake8_session_isolation.replay.values import canonical, places_of, without_addresses

LEAK, INTERFERENCE, DEADLOCK, EXCEPTION = "leak", "interference", "deadlock", "exception"
VERDICTS = (LEAK, INTERFERENCE, DEADLOCK, EXCEPTION)

SHOWN = 120
"""Characters of a result that a report shows."""


class Foreign(NamedTuple):
    """A token of another user, and where in the result it is."""

    user: str
    way: str

    def __str__(self) -> str:
        return f"{self.user!r} at {self.way}"


class Failure(NamedTuple):
    """How a session's call failed, and what to do about it."""

    shown: str
    advice: str


@dataclass(frozen=True)
class Got:
    """What a session got back: how it ended, a text for comparing, one for reading, and foreign tokens in it. A
    `failure` is one that the caller has not allowed."""

    how: str
    value: str
    shown: str = field(compare=False)
    foreign: tuple[Foreign, ...] = ()
    failure: Failure | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return f"{self.how} {self.shown}".strip()


NOTHING = Got("waits forever", "", "")


class Outcome(NamedTuple):
    """What all sessions got, by their numbers, and what they left behind."""

    got: tuple[Got, ...]
    state: tuple[tuple[str, str], ...]
    stuck: bool


class Verdict(NamedTuple):
    """One of VERDICTS, and in a sentence what makes it so."""

    kind: str
    reason: str


def got_back(
    how: str, value: object, session: Session, sessions: Sequence[Session], failure: Failure | None = None,
) -> Got:
    """Read a result at once, before others can change it."""
    root = "result" if how == "returned" else "error"
    others = dict.fromkeys(each.user for each in sessions if each.user != session.user)
    foreign = tuple(Foreign(user, f"{root}{way}") for user in others for way in places_of(user, value))
    return Got(how, canonical(value), shortened(without_addresses(repr(value))), foreign, failure)


def shortened(text: str) -> str:
    """The beginning of a text, as much of it as a report shows."""
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def judge(outcome: Outcome, serial: Collection[Outcome], sessions: Sequence[Session]) -> list[Verdict]:
    """The verdict on an outcome, compared with the serial ones."""
    verdicts = [
        Verdict(LEAK, f"session {session.name} ({session.user}) got {each}")
        for session, got in zip(sessions, outcome.got)
        for each in got.foreign
    ]
    if outcome in serial:
        return verdicts
    if outcome.stuck:
        return [*verdicts, Verdict(DEADLOCK, "sessions wait for each other forever, which no serial order does")]
    raised = [
        Verdict(EXCEPTION, f"session {session.name} {got}, which no serial order raises")
        for session, got in zip(sessions, outcome.got)
        if got.how == "raised" and got not in {each.got[session.number] for each in serial}
    ]
    return [*verdicts, *(raised or [Verdict(INTERFERENCE, _difference(outcome, serial))])]


def _difference(outcome: Outcome, serial: Collection[Outcome]) -> str:
    if outcome.got in {each.got for each in serial}:
        return "what the sessions left behind is what no serial order leaves"
    return "what the sessions got is what no serial order gives"
