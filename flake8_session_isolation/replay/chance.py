"""Random numbers, clocks and identities that are the same for each session in every run.

Each session has random numbers and a clock of its own: else the first to ask would get the first number, and two
orders would differ though no sessions met. Once a program seeds the numbers that all share, they are shared again.
"""

from __future__ import annotations

import builtins
import collections
import datetime
import os
import random
import time
import uuid
from collections.abc import Callable
from typing import Any

from flake8_session_isolation.replay.sessions import SERVING
from flake8_session_isolation.replay.standins import Standin

BEGINNING = 1_700_000_000
"""The time at which every run begins, in seconds since 1970."""

real_id = builtins.id
real_datetime = datetime.datetime

DRAWS = (
    "random",
    "uniform",
    "triangular",
    "randint",
    "choice",
    "randrange",
    "sample",
    "shuffle",
    "choices",
    "normalvariate",
    "lognormvariate",
    "expovariate",
    "vonmisesvariate",
    "gammavariate",
    "gauss",
    "betavariate",
    "binomialvariate",
    "paretovariate",
    "weibullvariate",
    "getstate",
    "setstate",
    "getrandbits",
    "randbytes",
)


class Chance:
    """Random numbers, identifiers and times of one run; `clock` gives the current session's seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._own: dict[tuple[str, int], random.Random] = {}
        self._shared: random.Random | None = None
        self._numbers: dict[int, tuple[int, object]] = {}  # with the object, so that no other gets its identity
        self._asked: collections.Counter[int] = collections.Counter()

    def standins(self) -> list[Standin]:
        """Replacements for the standard library's sources of chance."""
        return [
            *(Standin(random, name, self._drawing(name)) for name in DRAWS),
            Standin(random, "seed", self.seed),
            Standin(os, "urandom", self.urandom),
            Standin(random, "_urandom", self.urandom),
            Standin(uuid, "uuid1", self.uuid1),
            Standin(builtins, "id", self.id),
            Standin(time, "time", self.time),
            Standin(time, "time_ns", lambda: round(self.time() * 10**9)),
            *(Standin(time, name, self._clock) for name in ("monotonic", "perf_counter", "process_time")),
            *(
                Standin(time, f"{name}_ns", lambda: round(self._clock() * 10**9))
                for name in ("monotonic", "perf_counter", "process_time")
            ),
            Standin(datetime, "datetime", datetime_at(self.time)),
        ]

    def time(self) -> float:
        """Seconds since 1970, as the current session sees them."""
        return BEGINNING + self._clock()

    def urandom(self, size: int) -> bytes:
        """Bytes for the current session, from which `uuid4` and `secrets` are computed."""
        return self._of("bytes").randbytes(size)

    def uuid1(self, node: int | None = None, clock_seq: int | None = None) -> uuid.UUID:
        """An identifier for the current session; the real one depends on the time of the last, whichever session asked
        for it."""
        return uuid.UUID(bytes=self.urandom(16), version=1)

    def seed(self, *arguments: Any, **named: Any) -> None:
        """Seed the generator of the module `random`, which all sessions share."""
        self._shared = random.Random()
        self._shared.seed(*arguments, **named)

    def id(self, value: object) -> int:
        """The number of an object, in the order in which the current session first asked for numbers."""
        if real_id(value) not in self._numbers:
            session = SERVING.get()
            self._asked[session] += 1
            self._numbers[real_id(value)] = (session + 2) * 10**9 + self._asked[session], value
        return self._numbers[real_id(value)][0]

    def _drawing(self, name: str) -> Callable[..., Any]:
        def draw(*arguments: Any, **named: Any) -> Any:
            return getattr(self._shared or self._of("numbers"), name)(*arguments, **named)

        return draw

    def _of(self, purpose: str) -> random.Random:
        key = purpose, SERVING.get()
        if key not in self._own:
            self._own[key] = random.Random(repr(key))
        return self._own[key]


class _Like(type):
    """Lets a class that stands in for `datetime` answer for every date and time there is."""

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, real_datetime)


def datetime_at(seconds: Callable[[], float]) -> type:
    """A `datetime` whose `now`, `utcnow` and `today` use that clock, in UTC if no zone is given."""

    class Datetime(real_datetime, metaclass=_Like):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            now = real_datetime.fromtimestamp(seconds(), datetime.timezone.utc)
            return now.astimezone(tz) if tz else now.replace(tzinfo=None)

        @classmethod
        def utcnow(cls) -> Any:
            return cls.now()

        @classmethod
        def today(cls) -> Any:
            return cls.now()

    Datetime.__name__ = Datetime.__qualname__ = "datetime"
    return Datetime


def settle_hashes(module: object) -> None:
    """Give objects of a module's classes hashes in the order in which they are asked for, not by address, so that sets
    of them have the same order in every run."""
    for kind in vars(module).values():
        is_its = isinstance(kind, type) and kind.__module__ == getattr(module, "__name__", None)
        if is_its and kind.__hash__ is object.__hash__ and kind.__eq__ is object.__eq__:
            try:
                kind.__hash__ = lambda self: builtins.id(self)
            except TypeError:
                continue
