"""The complete replay: settings, serial orders, schedules, verdict."""

from __future__ import annotations

import asyncio
import inspect
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from flake8_session_isolation.replay.choices import Choices, Schedule
from flake8_session_isolation.replay.errors import BoundReached, NoFreshState, NotRepeatable, ReplayError
from flake8_session_isolation.replay.failures import Errors, errors_but, refuse_failing
from flake8_session_isolation.replay.outcomes import VERDICTS, Outcome, Verdict, judge
from flake8_session_isolation.replay.report import NotIsolated, Recorder, Witness
from flake8_session_isolation.replay.runs import Program, Run, depends_on_session, serial_outcomes
from flake8_session_isolation.replay.schedules import Bounds, Explored, explore
from flake8_session_isolation.replay.sessions import (
    SETTINGS, Arguments, Session, arguments_by_name, given_by, sessions_in,
)
from flake8_session_isolation.replay.surroundings import Handler, fresh_by_import, renewing

ORDERS = 24
"""Serial orders that are tried, of those of many sessions: all of four."""

THREAD_SWITCHES = 2
"""Switches between threads in one schedule, unless the caller says otherwise."""


INDEPENDENT = (
    "nothing that it gave or left behind depends on the session: let arguments= carry session.user and "
    "session.says('...'), or show more by result= and observe=")


class Checked(NamedTuple):
    """How much was explored in each setting, printed in a line each; whether the session made any difference."""

    explored: tuple[tuple[str, Explored], ...]
    depends_on_session: bool = True

    def __str__(self) -> str:
        lines = [f"{setting}: {explored}" for setting, explored in self.explored]
        return "\n".join([*lines, *[INDEPENDENT] * (not self.depends_on_session)])


def check_isolation(
    handler: Handler | None = None, sessions: int = 2, *,
    settings: Sequence[str] = SETTINGS, arguments: Arguments | None = None,
    factory: Callable[[], Handler] | None = None, modules: Iterable[str] = (),
    observe: Callable[[], object] | None = None, result: Callable[[Any], object] = lambda value: value,
    verdicts: Sequence[str] = VERDICTS, threads: bool | None = None,
    may_raise: Errors = (), bounds: Bounds = Bounds(), complete: bool = False, schedule: str | None = None,
) -> Checked:
    """Run a handler for several sessions under every order of turns; raise NotIsolated if sessions meet.

    In: `handler` serves one session; it is called with a text for each parameter that has no default, the first
    one naming the user, or with what `arguments` gives for a `Session`: a list, or a mapping of named ones. A
    coroutine function or asynchronous generator runs as tasks of one loop, anything else in threads (`threads`
    decides otherwise). Each run begins with fresh state: the handler's module, and `modules` with all below them, are
    imported again, or `factory` makes the handler. `observe` gives further shared state to compare, `result` what of
    an answer to compare. `may_raise` names errors that are right answers, though every call ends with one.

    `settings` are "different sessions", a turn of each, and "one session", overlapping turns of one. `verdicts`
    are those that count: "leak" (the token of one session in what another got), "interference" (results and
    state that no serial order gives), "deadlock", "exception" (that no serial order raises). `bounds` say how far
    to go, `complete` that this must be all the way; `schedule` runs just that one, as a report prints it.

    Out: how much was explored, and whether the session made any difference. Raises NotIsolated, an AssertionError
    with the table of turns; AlwaysFails if a session's call raises in every serial order; BoundReached, with
    `complete`, if orders were left; any other ReplayError where no verdict can be given.
    """
    refuse_inside_a_loop()
    program = _program(handler, factory, arguments, modules, observe, result, threads, may_raise, bounds)
    return check_settings(program, sessions, settings, verdicts, schedule, complete)


def refuse_inside_a_loop() -> None:
    """Raise ReplayError if a loop runs already."""
    if asyncio._get_running_loop() is not None:
        raise ReplayError(
            "a replay has a loop of its own and cannot run inside of one that runs; call it from a plain test "
            "function, not from a coroutine")


def check_settings(
    program: Program, sessions: int, settings: Sequence[str], verdicts: Sequence[str], schedule: str | None,
    complete: bool,
) -> Checked:
    """Replay a program in each setting; see check_isolation."""
    replayed = [
        _apart(replay(program, sessions_in(setting, sessions), setting, verdicts, schedule), complete)
        for setting in settings
    ]
    return Checked(
        tuple((each.setting, each.extent) for each in replayed), any(each.depends_on_session for each in replayed))


def _apart(replayed: Replayed, complete: bool) -> Replayed:
    """The result, if sessions stayed apart and enough was tried."""
    if replayed.found:
        raise NotIsolated(replayed.found)
    if complete and not replayed.extent.complete:
        raise BoundReached(
            f"{replayed.setting}: {replayed.extent}; pass larger bounds= or fewer sessions=, or drop complete=True")
    return replayed


def _program(
    handler: Handler | None, factory: Callable[[], Handler] | None, arguments: Arguments | None,
    modules: Iterable[str], observe: Callable[[], object] | None, result: Callable[[Any], object],
    threads: bool | None, may_raise: Errors, bounds: Bounds,
) -> Program:
    modules = tuple(modules)
    if factory is not None:
        fresh = renewing(factory, modules)
    elif handler is not None:
        fresh = fresh_by_import(handler, modules)
        modules = (handler.__module__, *modules)
    else:
        raise NoFreshState("pass a handler, or factory=, a function without parameters that makes one")
    handler = handler or fresh()
    in_threads = not is_asynchronous(handler) if threads is None else threads
    name = getattr(handler, "__qualname__", repr(handler))
    arguments = arguments or arguments_by_name(handler)
    return Program(
        name, fresh, in_threads, arguments, modules, result, observe, errors_but(may_raise),
        lambda session: f"called as {name}{given_by(arguments, session)}", with_switches(bounds, in_threads))


def with_switches(bounds: Bounds, in_threads: bool) -> Bounds:
    """The bounds, with as many switches between threads as there are unless the caller says otherwise."""
    return bounds._replace(switches=THREAD_SWITCHES) if in_threads and bounds.switches is None else bounds


def is_asynchronous(handler: Handler) -> bool:
    """Whether a handler gives a coroutine or an asynchronous generator; looks through partials and `__call__`."""
    while hasattr(handler, "func"):
        handler = handler.func
    doing = handler if inspect.isroutine(handler) else getattr(handler, "__call__", handler)
    return inspect.iscoroutinefunction(doing) or inspect.isasyncgenfunction(doing)


class Replayed(NamedTuple):
    """What came of a setting: the first schedule with one of the verdicts, and how much was explored.

    Whether sessions make a difference is looked at only where they stay apart.
    """

    setting: str
    found: Witness | None
    extent: Explored
    depends_on_session: bool = True


def replay(
    program: Program,
    sessions: tuple[Session, ...],
    setting: str,
    verdicts: Sequence[str] = VERDICTS,
    schedule: str | None = None,
) -> Replayed:
    """Run a setting; AlwaysFails if one of the sessions fails in every serial order, and they do not meet there."""
    orders = list(itertools.islice(itertools.permutations(range(len(sessions))), ORDERS))
    serially = serial_outcomes(program, sessions, orders)
    serial = [outcome for _, outcome in serially]
    _repeat(program, sessions, *serially[0])
    judged = _Judged(program, sessions, frozenset(serial), verdicts)
    meets = any(judged.sees(choices, outcome) for choices, outcome in serially)
    if not meets:
        refuse_failing(program.name, program.described, sessions, serial)
    if schedule is not None:
        judged.found = None
        choices = Choices(Schedule.parse(schedule), orders[0], patience=patience_of(program))
        judged(choices)
        if choices.strayed:
            raise NotRepeatable(f"schedule {schedule!r} does not fit this program: a session could not take its turn")
        extent = Explored(1, 0, 0, program.bounds.switches)
    elif meets:
        extent = Explored(len(orders), 0, 0, 0)
    else:
        extent = explore(judged, orders[0], program.bounds, patience_of(program))
    if judged.found:
        return Replayed(setting, _witness(program, sessions, setting, judged, serial, extent), extent)
    return Replayed(setting, None, extent, depends_on_session(program, sessions, zip(orders, serial)))


def patience_of(program: Program) -> int:
    """How often a session may return to one place before others run."""
    return 50 if program.in_threads else 8


class _Judged:
    """Runs schedules, and keeps the first in which sessions meet."""

    def __init__(
        self,
        program: Program,
        sessions: tuple[Session, ...],
        serial: frozenset[Outcome],
        verdicts: Sequence[str],
    ) -> None:
        self._program, self._sessions, self._serial, self._verdicts = program, sessions, serial, verdicts
        self.found: tuple[Schedule, Outcome, Verdict] | None = None

    def __call__(self, choices: Choices) -> bool:
        return self.sees(choices, Run(self._program, self._sessions, choices).outcome())

    def sees(self, choices: Choices, outcome: Outcome) -> bool:
        """Whether an outcome has one of the verdicts that count."""
        for verdict in judge(outcome, self._serial, self._sessions):
            if verdict.kind in self._verdicts:
                self.found = choices.taken, outcome, verdict
                return True
        return False


def _witness(
    program: Program,
    sessions: tuple[Session, ...],
    setting: str,
    judged: _Judged,
    serial: list[Outcome],
    extent: Explored,
) -> Witness:
    assert judged.found
    schedule, outcome, verdict = judged.found
    recorder = Recorder(program.in_threads)
    _repeat(program, sessions, Choices(schedule), outcome, recorder)
    return Witness(setting, sessions, verdict, schedule, outcome, recorder.turns, tuple(serial), extent)


def _repeat(
    program: Program,
    sessions: tuple[Session, ...],
    choices: Choices,
    outcome: Outcome,
    recorder: Recorder | None = None,
) -> None:
    """Run a schedule again; NotRepeatable if the outcome differs."""
    schedule = choices.taken or Schedule(choices.schedule)
    again = Choices(schedule)
    second = Run(program, sessions, again, recorder).outcome()
    if second != outcome or again.taken != schedule:
        raise NotRepeatable(
            f"two runs of schedule {str(schedule)!r} differ: {_first_difference(outcome, second)}; either state "
            "outlives a run (name its modules in modules=, or make all of it in factory=), or chance comes from where "
            "replay does not reach (pass result= or a handler without it)"
        )


def _first_difference(one: Outcome, other: Outcome) -> str:
    for first, second in zip(one.got, other.got):
        if first != second:
            return f"one gives {first}, the other {second}"
    if one.state != other.state:
        places = sorted({name for name, _ in {*one.state} ^ {*other.state}})
        return f"they leave different values in {', '.join(places)}"
    return "the sessions were able to go on at other moments"
