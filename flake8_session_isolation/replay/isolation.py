"""The whole way of a replay: settings, serial orders, schedules, verdict."""

from __future__ import annotations

import asyncio
import inspect
import itertools
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from flake8_session_isolation.replay.choices import Choices, Schedule
from flake8_session_isolation.replay.errors import BoundReached, NoFreshState, NotRepeatable, ReplayError
from flake8_session_isolation.replay.outcomes import VERDICTS, Outcome, Verdict, judge
from flake8_session_isolation.replay.report import NotIsolated, Recorder, Witness
from flake8_session_isolation.replay.runs import Program, Run, serial_outcomes
from flake8_session_isolation.replay.schedules import Bounds, Explored, explore
from flake8_session_isolation.replay.sessions import SETTINGS, Arguments, Session, arguments_by_name, sessions_in
from flake8_session_isolation.replay.surroundings import Handler, fresh_by_import, renewing

ORDERS = 24
"""Serial orders that are tried, of those of many sessions: all of four."""

THREAD_SWITCHES = 2
"""Switches between threads in one schedule, unless the caller says otherwise."""


class Checked(NamedTuple):
    """How much was explored in each setting; printed in a line each."""

    explored: tuple[tuple[str, Explored], ...]

    def __str__(self) -> str:
        return "\n".join(f"{setting}: {explored}" for setting, explored in self.explored)


def check_isolation(
    handler: Handler | None = None, sessions: int = 2, *,
    settings: Sequence[str] = SETTINGS, arguments: Arguments | None = None,
    factory: Callable[[], Handler] | None = None, modules: Iterable[str] = (),
    observe: Callable[[], object] | None = None, result: Callable[[Any], object] = lambda value: value,
    verdicts: Sequence[str] = VERDICTS, threads: bool | None = None,
    bounds: Bounds = Bounds(), complete: bool = False, schedule: str | None = None,
) -> Checked:
    """Run a handler for several sessions under every order of turns; raise NotIsolated if sessions meet.

    In: `handler` serves one session; it is called with a text for each parameter that has no default, the first
    one naming the user, or with what `arguments` gives for a `Session`. A coroutine function or asynchronous
    generator runs as tasks of one loop, anything else in threads (`threads` decides otherwise). Each run begins
    with fresh state: the handler's module, and `modules` with all below them, are imported anew, or `factory`
    makes the handler. `observe` gives further shared state to compare, `result` what of an answer to compare.

    `settings` are "different sessions", a turn of each, and "one session", overlapping turns of one. `verdicts`
    are those that count: "leak" (the token of one session in what another got), "interference" (results and
    state that no serial order gives), "deadlock", "exception" (that no serial order raises). `bounds` say how far
    to go, `complete` that this must be all the way; `schedule` runs just that one, as a report prints it.

    Out: how much was explored. Raises NotIsolated, an AssertionError with the table of turns; BoundReached, with
    `complete`, if orders were left; any other ReplayError where no verdict can be given.
    """
    if asyncio._get_running_loop() is not None:
        raise ReplayError(
            "check_isolation has a loop of its own and cannot run inside of one that runs; call it from a plain test "
            "function, not from a coroutine")
    program = _program(handler, factory, arguments, modules, observe, result, threads, bounds)
    explored = []
    for setting in settings:
        found, extent = replay(program, sessions_in(setting, sessions), setting, verdicts, schedule)
        if found:
            raise NotIsolated(found)
        if complete and not extent.complete:
            raise BoundReached(f"{setting}: {extent}; pass larger bounds= or fewer sessions=, or drop complete=True")
        explored.append((setting, extent))
    return Checked(tuple(explored))


def _program(
    handler: Handler | None, factory: Callable[[], Handler] | None, arguments: Arguments | None,
    modules: Iterable[str], observe: Callable[[], object] | None, result: Callable[[Any], object],
    threads: bool | None, bounds: Bounds,
) -> Program:
    modules = tuple(modules)
    if factory is not None:
        fresh = renewing(factory, modules)
    elif handler is not None:
        fresh = fresh_by_import(handler, modules)
        modules = (handler.__module__, *modules)
    else:
        raise NoFreshState("pass a handler, or factory=, a function without parameters that makes one anew")
    handler = handler or fresh()
    in_threads = not is_asynchronous(handler) if threads is None else threads
    if in_threads and bounds.switches is None:
        bounds = bounds._replace(switches=THREAD_SWITCHES)
    return Program(fresh, in_threads, arguments or arguments_by_name(handler), modules, result, observe, bounds)


def is_asynchronous(handler: Handler) -> bool:
    """Whether a handler gives a coroutine or an asynchronous generator; looks through partials and `__call__`."""
    while hasattr(handler, "func"):
        handler = handler.func
    doing = handler if inspect.isroutine(handler) else getattr(handler, "__call__", handler)
    return inspect.iscoroutinefunction(doing) or inspect.isasyncgenfunction(doing)


def replay(
    program: Program,
    sessions: tuple[Session, ...],
    setting: str,
    verdicts: Sequence[str] = VERDICTS,
    schedule: str | None = None,
) -> tuple[Witness | None, Explored]:
    """The first schedule with one of the verdicts, if there is any, and how much was explored."""
    orders = list(itertools.islice(itertools.permutations(range(len(sessions))), ORDERS))
    serially = serial_outcomes(program, sessions, orders)
    serial = [outcome for _, outcome in serially]
    _repeat(program, sessions, *serially[0])
    judged = _Judged(program, sessions, frozenset(serial), verdicts)
    if schedule is not None:
        choices = Choices(Schedule.parse(schedule), orders[0], patience=patience_of(program))
        judged(choices)
        if choices.strayed:
            raise NotRepeatable(f"schedule {schedule!r} is none of this program: a session could not take its turn")
        extent = Explored(1, 0, 0, program.bounds.switches)
    elif any(judged.sees(choices, outcome) for choices, outcome in serially):
        extent = Explored(len(orders), 0, 0, 0)
    else:
        extent = explore(judged, orders[0], program.bounds, patience_of(program))
    if judged.found is None:
        return None, extent
    return _witness(program, sessions, setting, judged, serial, extent), extent


def patience_of(program: Program) -> int:
    """How often a session may come back to one place before others go on."""
    return 50 if program.in_threads else 8


class _Judged:
    """Runs schedules, and keeps the first that sessions meet under."""

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
    """Run a schedule again; NotRepeatable if anything else comes of it."""
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
