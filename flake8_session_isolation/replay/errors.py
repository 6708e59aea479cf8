"""Errors that end a replay without a verdict."""

from __future__ import annotations


class ReplayError(Exception):
    """No verdict can be given; the message says why, and what to do."""


class NeverFinishes(ReplayError):
    """A handler exceeded the limit of turns, even with one session after the other."""


class OutsideTheLoop(ReplayError):
    """A handler waits for something that nothing in the loop can finish: real input or output, or another process."""


class AlwaysFails(ReplayError):
    """A session failed in every serial order, so that nothing of what the handler does was seen."""


class NotRepeatable(ReplayError):
    """Two runs of one schedule differed: state outlived a run, or chance came from a source that replay does not
    control."""


class NoFreshState(ReplayError):
    """Nothing says how to begin each run with fresh state."""


class NotComparable(ReplayError):
    """What a session got back holds something of which two cannot be compared."""


class BoundReached(ReplayError):
    """More orders exist than were allowed, and the caller asked for all."""


class Abandoned(BaseException):
    """Ends a thread that is still running when its run is over; not for users."""


class Deadlocked(BaseException):
    """Ends a coroutine that blocks the loop's own thread for good; not for users."""
