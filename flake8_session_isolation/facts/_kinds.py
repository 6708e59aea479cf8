"""What rows say: what is done to a place, how functions are run, how long objects serve."""

from __future__ import annotations

import enum
from typing import NamedTuple


class Action(enum.Enum):
    """What an access does to a place."""

    __hash__ = object.__hash__  # asked for with every effect

    READ = "reads"
    ITERATE = "iterates over"
    REPLACE = "sets"
    STORE = "stores into"
    GROW = "appends to"
    UPDATE = "updates"
    ADD = "adds to"
    DISCARD = "removes from"
    DELETE = "deletes from"
    TAKE = "takes from"
    CLEAR = "clears"
    CONVERSE = "talks to"
    WORK = "works with"
    HOLD = "holds"
    RECEIVE = "receives from"


class How(enum.Enum):
    """How a function passed to other code is run."""

    CALL = "called"
    RUN = "run to its end on an event loop of its own"
    TASK = "started as a task"
    THREAD = "started in a thread"
    SERVE = "called for each connection"
    ONCE = "run once"
    PROCESS = "run in another process"
    REFERENCE = "handed over"


class Stops(enum.Enum):
    """Whom a lock that is taken makes wait."""

    TASKS = "other tasks of its event loop, and no thread"
    THREADS = "the whole thread that asks for it, with all its tasks"
    UNKNOWN = "somebody"


class Serve(enum.Enum):
    """How a library runs a function on behalf of sessions."""

    TASKS = "as tasks of one event loop"
    THREADS = "in threads"
    SERIAL = "one at a time"
    BESIDE = "in the background, once"


class Served(NamedTuple):
    """How a library runs coroutine functions and plain ones; None where it takes no such function, or for one session
    alone.  A plain function that runs on the loop itself has no pause: `TASKS` covers that, too."""

    coroutine: Serve | None = Serve.TASKS
    plain: Serve | None = Serve.THREADS


class Lifetime(enum.Enum):
    """How long an instance of a library's base class serves."""

    REQUEST = "one request"
    CONNECTION = "one connection"
    SESSION = "one session"
    MESSAGE = "one message, for whoever answers it"
    PROCESS = "one worker process"
    SINGLETON = "all sessions"
