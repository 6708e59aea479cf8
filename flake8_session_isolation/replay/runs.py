"""One run of a program: sessions under one schedule, from fresh state to an outcome."""

from __future__ import annotations

import asyncio
import contextvars
import functools
import inspect
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, NamedTuple

from flake8_session_isolation.replay import offline, threads
from flake8_session_isolation.replay.chance import Chance, settle_hashes
from flake8_session_isolation.replay.choices import Choices
from flake8_session_isolation.replay.errors import Abandoned, Deadlocked, NeverFinishes, ReplayError
from flake8_session_isolation.replay.failures import Failing
from flake8_session_isolation.replay.loop import Loop
from flake8_session_isolation.replay.outcomes import NOTHING, Got, Outcome, got_back
from flake8_session_isolation.replay.schedules import Bounds
from flake8_session_isolation.replay.serving import Application
from flake8_session_isolation.replay.sessions import SERVING, Arguments, Session, given_by
from flake8_session_isolation.replay.standins import in_place
from flake8_session_isolation.replay.surroundings import Fresh, Handler, State, Surroundings, kept_modules
from flake8_session_isolation.replay.temporary_files import TemporaryFiles
from flake8_session_isolation.replay.threads import Place
from flake8_session_isolation.replay.values import canonical, refuse_fleeting

RAISED = (Exception, SystemExit, asyncio.CancelledError)
"""With what a handler may end; anything else ends the run."""


class Program(NamedTuple):
    """What is replayed: a maker of fresh handlers, whether they run in threads, and how to call and observe them.

    `described` tells in words how a session calls, `skips_libraries` is that of the loop.
    """

    name: str
    fresh: Fresh
    in_threads: bool
    arguments: Arguments
    modules: tuple[str, ...]
    result: Callable[[Any], object]
    observe: Callable[[], object] | None
    failing: Failing
    described: Callable[[Session], str]
    bounds: Bounds
    skips_libraries: bool = False


class Run:
    """Sessions of a program under the given choices; `note` is called with each turn and each line."""

    def __init__(
        self,
        program: Program,
        sessions: Sequence[Session],
        choices: Choices,
        note: Callable[[int, Place | None], None] | None = None,
    ) -> None:
        self.program, self.sessions = program, sessions
        self.loop = Loop(choices, program.bounds, note, program.skips_libraries)
        self.got: dict[int, Got] = {}

    def outcome(self) -> Outcome:
        """Run to the end; raises ReplayError where no outcome can be had."""
        return contextvars.copy_context().run(self._outcome)

    def _outcome(self) -> Outcome:
        modules, chance, files = self.program.modules, Chance(self.loop.time), TemporaryFiles()
        with ExitStack() as stack:  # undone in reverse: the loop is shut while all else is still in its place
            stack.enter_context(kept_modules(modules))
            stack.callback(files.remove)
            standins = [*threads.standins(), *offline.standins(), *chance.standins(), *files.standins()]
            stack.enter_context(in_place(standins))
            surroundings = Surroundings()
            stack.callback(surroundings.restore)
            stack.callback(self.loop.shut)
            handler = self.program.fresh()
            observed = [sys.modules[name] for name in modules if name in sys.modules]
            for module in observed:
                settle_hashes(module)
            with self._begun(handler):
                surroundings.watch(observed, handler.served if isinstance(handler, Application) else None)
                self._serve_all(handler)
                return Outcome(
                    tuple(self.got.get(each.number, NOTHING) for each in self.sessions),
                    (*surroundings.observed(), *self._asked_for()), self.loop.stuck)

    @contextmanager
    def _begun(self, handler: Handler) -> Iterator[None]:
        """The context between the start of an application and its end; a mere handler has none."""
        if isinstance(handler, Application):
            self.loop.alone(handler.begin(), "the start of the application")
        yield
        if isinstance(handler, Application) and not self.loop.stuck:
            with suppress(Exception):  # the sessions have their answers: how it ends is no matter of theirs
                self.loop.alone(handler.end(), "the end of the application")

    def _asked_for(self) -> State:
        observe = self.program.observe
        return (("what observe= gives", canonical(observe())),) if observe else ()

    def _serve_all(self, handler: Handler) -> None:
        for session in self.sessions:
            self.loop.unfinished.add(session.number)
            context = contextvars.copy_context()
            context.run(SERVING.set, session.number)
            given = given_by(self.program.arguments, session)
            context.run(self._begin, functools.partial(handler, *given.positional, **given.named), session)
        self.loop.run()

    def _begin(self, call: Callable[[], Any], session: Session) -> None:
        if self.program.in_threads:
            self.loop.spawn(lambda: self._serve_in_thread(call, session))
        else:
            self.loop.create_task(self._serve(call, session))

    async def _serve(self, call: Callable[[], Any], session: Session) -> None:
        try:
            answer = call()
            if hasattr(answer, "__aiter__"):
                answer = await everything(answer)
            elif inspect.isawaitable(answer):
                answer = await answer
        except (Abandoned, Deadlocked):
            return
        except RAISED as error:
            self._keep("raised", error, session)
        else:
            self._keep("returned", answer, session)

    def _serve_in_thread(self, call: Callable[[], Any], session: Session) -> None:
        try:
            answer = call()
            if inspect.isgenerator(answer):
                answer = list(answer)
        except RAISED as error:
            self._keep("raised", error, session)
        else:
            self._keep("returned", answer, session)

    def _keep(self, how: str, value: object, session: Session) -> None:
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            if isinstance(value, ReplayError):
                raise value
            failure = self.program.failing(how, value)
            if how == "returned":
                value = self.program.result(value)
                refuse_fleeting(value, session.name)
            self.got[session.number] = got_back(how, value, session, self.sessions, failure)
        except Exception as error:  # of a caller's `result`, say: it must not end in a task that no code awaits
            self.loop.fail(error)
        finally:
            sys.settrace(tracer)
            self.loop.unfinished.discard(session.number)


async def everything(stream: AsyncIterator[Any]) -> list[Any]:
    """All values of an asynchronous generator."""
    return [each async for each in stream]


def serial_choices(order: Sequence[int]) -> Choices:
    """Choices by which one session after the other is served."""
    return Choices((), order, patience=200)


def depends_on_session(
    program: Program, sessions: Sequence[Session], serially: Iterable[tuple[Sequence[int], Outcome]],
) -> bool:
    """Whether what is served first, second and so on gives or leaves anything else when it is another session.

    Two orders tell that of most handlers; of others, runs in which all sessions say what the first or second one says.
    """
    if len({(*(outcome.got[number] for number in order), outcome.state) for order, outcome in serially}) > 1:
        return True
    order = range(len(sessions))
    alike = [[each._replace(number=number) for number in order] for each in sessions[:2]]
    first, second = (Run(program, each, serial_choices(order)).outcome() for each in alike)
    return first != second


def serial_outcomes(
    program: Program, sessions: Sequence[Session], orders: Iterable[Sequence[int]]
) -> list[tuple[Choices, Outcome]]:
    """What comes of one session after the other, in each of the orders.

    A session gives up its turn only where it waits for another one; NeverFinishes if that does not help.
    """
    found = []
    for order in orders:
        choices = serial_choices(order)
        run = Run(program, sessions, choices)
        outcome = run.outcome()
        if outcome.stuck:
            raise NeverFinishes(
                f"nothing in the loop can finish what is awaited, even with one session after the other, at "
                f"{run.loop.stands}; let something set the event, put the item or resolve the future, or "
                "give the handler a stand-in that answers"
            )
        found.append((choices, outcome))
    return found
