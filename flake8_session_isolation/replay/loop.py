"""An event loop without sockets, waiting or wall clock: the choices decide whose turn is next.

It is the standard library's `BaseEventLoop`, so tasks, futures, locks, queues and timeouts are the real ones; only
the part that decides what runs next is another. Each session has a clock of its own, which moves only when one of
its own timers fires: a sleep takes no time, and may last as long as others need for any number of turns. A timer
that limits a waiting, such as that of `asyncio.wait_for`, fires before a sleep of its own session that would last
longer, or when no session can continue.
"""

from __future__ import annotations

import _thread
import asyncio
import collections
import sys
import weakref
from collections.abc import Callable, Coroutine
from types import FrameType
from typing import Any

from flake8_session_isolation.replay.choices import Choices
from flake8_session_isolation.replay.errors import Abandoned, Deadlocked, NeverFinishes, OutsideTheLoop
from flake8_session_isolation.replay.handles import (
    is_bookkeeping,
    is_of_library,
    is_sleep,
    place_of,
    place_of_task,
    session_of,
)
from flake8_session_isolation.replay.offline import Offline
from flake8_session_isolation.replay.schedules import Bounds
from flake8_session_isolation.replay.sessions import PROGRAM, SERVING, letter
from flake8_session_isolation.replay.threads import Place, Worker, drivers, is_own

AFTERWARDS = 20
"""Turns that what a session left running gets once the session has its answer."""

QUIET = 50
"""Turns without a line of the program that a session may take in a row before others are asked."""


class Loop(Offline):
    """Runs the turns of sessions in the order that the choices give.

    With `skips_libraries`, a session that has run no line of the program in its turn keeps the next one. That leaves
    out no order of such lines: the code that could go on now could have done so before that turn.
    """

    def __init__(
        self, choices: Choices, bounds: Bounds, note: Callable[[int, Place | None], None] | None,
        skips_libraries: bool = False,
    ) -> None:
        super().__init__()
        self.choices, self.bounds, self.note, self.skips_libraries = choices, bounds, note, skips_libraries
        self._quiet, self._ran_own = 0, True
        self.unfinished: set[int] = set()
        self.stuck = False
        self.stands = ""
        self.failure: BaseException | None = None
        self.workers: list[Worker] = []
        self._clocks: dict[int, float] = {}
        self._afterwards: dict[int, int] = {}
        self._queues: dict[int, collections.deque[asyncio.Handle]] = {}
        self._last_worker: Worker | None = None
        self._owners: weakref.WeakKeyDictionary[asyncio.Task[Any], int] = weakref.WeakKeyDictionary()
        self.set_exception_handler(lambda loop, context: None)

    def time(self) -> float:
        """The seconds of the session at hand since the run began."""
        return self._clocks.get(SERVING.get(), 0.0)

    def run(self) -> None:
        """Give turns until all sessions have their answers and what they left running had some turns too."""
        drivers[_thread.get_ident()] = self
        before = sys.gettrace()
        try:
            if self.note or self.skips_libraries:
                sys.settrace(self._enter)
            self.run_forever()
        finally:
            sys.settrace(before)
            drivers.pop(_thread.get_ident(), None)
        if self.failure:
            raise self.failure

    def alone(self, work: Coroutine[Any, Any, None], what: str) -> None:
        """Run a coroutine of the program itself to its end, by choices that belong to no schedule.

        Raises what it raises, and NeverFinishes if nothing can finish it.
        """
        kept, self.choices = self.choices, Choices()
        self.unfinished.add(PROGRAM)
        task = self.create_task(work)
        task.add_done_callback(lambda done: self._stop_alone())
        self.run()
        self.choices, self._quiet, self._ran_own = kept, 0, True
        if not task.done():
            raise NeverFinishes(f"nothing in the loop can finish {what}, at {self.stands}; pass stand-ins by prepare=")
        self.stuck = False
        task.result()

    def _stop_alone(self) -> None:
        self.unfinished.discard(PROGRAM)
        self._stopping = True

    def _run_once(self) -> None:
        self._settle()
        able = self._able()
        if not able:
            self._end_stuck()
        elif not self._is_too_long():
            able = self._keeping(able)
            self._ran_own = False
            self._take_turn(self.choices.next(able, self._place(able)))

    def _keeping(self, able: list[int]) -> list[int]:
        """Only the session that had the last turn, if it must continue."""
        last = self.choices.made[-1].chosen if self.choices.made else None
        self._quiet = 0 if self._ran_own else self._quiet + 1
        return [last] if self.skips_libraries and last in able and 0 < self._quiet < QUIET else able

    def _end_stuck(self) -> None:
        """No session can continue: either all have ended, or they wait forever; `stands` says where."""
        self.stuck, self._stopping = bool(self.unfinished), True
        self.stands = self.whereabouts() if self.stuck else ""

    def fail(self, error: BaseException) -> None:
        """End the run without an outcome."""
        self.failure = self.failure or error
        self._stopping = True

    def _settle(self) -> None:
        """Run asyncio's own callbacks, and queue what is ready by sessions."""
        while self._ready:
            handle = self._ready.popleft()
            if handle.cancelled():
                continue
            if is_bookkeeping(handle) or self.skips_libraries and is_of_library(handle):
                handle._run()
            else:
                self._queue(session_of(handle)).append(handle)

    def _queue(self, session: int) -> collections.deque[asyncio.Handle]:
        return self._queues.setdefault(session, collections.deque())

    def _able(self) -> list[int]:
        """The sessions that can take a turn; if there are none, those that only wait for a time limit."""
        for session, queue in self._queues.items():
            self._queues[session] = collections.deque(each for each in queue if not each.cancelled())
        self._scheduled = [each for each in self._scheduled if not each.cancelled()]
        known = {PROGRAM, *self._queues, *map(session_of, self._scheduled), *(each.session for each in self.workers)}
        open_ones = [each for each in known if self._may_go_on(each)]
        able = [each for each in open_ones if self._has_work(each) or self._sleeps(each)]
        return sorted(able or [each for each in open_ones if self._next_timer(each)])

    def _may_go_on(self, session: int) -> bool:
        return session in self.unfinished or self._afterwards.get(session, 0) < AFTERWARDS

    def _has_work(self, session: int) -> bool:
        return bool(self._queues.get(session)) or any(self._able_workers(session))

    def _able_workers(self, session: int) -> list[Worker]:
        return [each for each in self.workers if each.session == session and each.is_able]

    def _sleeps(self, session: int) -> bool:
        return any(is_sleep for _, is_sleep, _ in self._timers(session))

    def _timers(self, session: int) -> list[tuple[float, bool, asyncio.TimerHandle | Worker]]:
        """The timers of a session: when, whether it is a sleep, and what continues then."""
        handles = [(each.when(), is_sleep(each), each) for each in self._scheduled if session_of(each) == session]
        return [
            *handles,
            *(
                (each.deadline, each.asleep, each)
                for each in self.workers
                if each.session == session and not each.done and each.deadline is not None
            ),
        ]

    def _next_timer(self, session: int) -> tuple[float, bool, asyncio.TimerHandle | Worker] | None:
        return min(self._timers(session), key=lambda timer: timer[0], default=None)

    def _take_turn(self, session: int) -> None:
        if session not in self.unfinished:
            self._afterwards[session] = self._afterwards.get(session, 0) + 1
        if self.note:
            self.note(session, None)
        workers = self._able_workers(session)
        queue = self._queue(session)
        if queue and not (workers and self._last_worker is None):
            self._last_worker = None
            queue.popleft()._run()
        elif workers:
            self._step(min(workers, key=lambda each: each is self._last_worker))
        else:
            self._fire(session)

    def _step(self, worker: Worker) -> None:
        self._last_worker = worker
        try:
            worker.step()
            self._ran_own = True
        except OutsideTheLoop as error:
            self.workers.remove(worker)
            self.fail(error)

    def _wake(self, worker: Worker) -> None:
        """Let a thread continue because its time is over."""
        self._clocks[worker.session] = max(worker.deadline or 0.0, self._clocks.get(worker.session, 0.0))
        worker.timed_out = True
        self._step(worker)

    def _fire(self, session: int) -> None:
        """Advance the clock of a session to its next timer."""
        timer = self._next_timer(session)
        assert timer
        when, _, waiting = timer
        self._clocks[session] = max(when, self._clocks.get(session, 0.0))
        if isinstance(waiting, Worker):
            self._wake(waiting)
        else:
            self._scheduled.remove(waiting)
            waiting._scheduled = False  # type: ignore[attr-defined]  # as asyncio does; not in typeshed
            waiting._run()
            self._settle()
            if is_sleep(waiting) and self._queue(session):
                self._queue(session).popleft()._run()

    def wait(self, until: Callable[[], bool], seconds: float | None, asleep: bool = False) -> bool:
        """Block the loop's own thread, as `future.result()` in a coroutine does: only other threads run meanwhile."""
        while not until():
            able = [] if asleep else self._sessions_of_threads()
            if self._stopping or self._is_too_long():
                raise Abandoned
            if able:
                self._take_turn_of_thread(self.choices.next(able))
            elif seconds is not None:
                self._clocks[SERVING.get()] = self.time() + max(seconds, 0)
                return False
            else:
                self._end_stuck()
                raise Deadlocked
        return True

    def _is_too_long(self) -> bool:
        """Whether the limit of turns is reached, which ends the run."""
        if len(self.choices.made) < self.bounds.turns:
            return False
        self.fail(NeverFinishes(
            f"no end after {self.bounds.turns} turns, at {self.whereabouts()}: a handler must return by itself; "
            "serve one message and return, or pass bounds=Bounds(turns=…)"))
        return True

    def _sessions_of_threads(self) -> list[int]:
        """The sessions with a thread that can go on, or else with one that waits by the clock."""
        able = {each.session for each in self.workers if each.is_able}
        return sorted(able or {each.session for each in self.workers if each.deadline is not None and not each.done})

    def _take_turn_of_thread(self, session: int) -> None:
        if self.note:
            self.note(session, None)
        if workers := self._able_workers(session):
            self._step(workers[0])
        else:
            timers = [each for each in self.workers if each.session == session and each.deadline is not None]
            self._wake(min(timers, key=lambda each: each.deadline or 0.0))

    def create_task(self, *arguments: Any, **named: Any) -> asyncio.Task[Any]:
        """As any loop does, and record the session."""
        task: asyncio.Task[Any] = super().create_task(*arguments, **named)
        self._owners[task] = SERVING.get()
        return task

    def spawn(self, work: Callable[[], object], waiting: Callable[[], bool] | None = None) -> Worker:
        """Start a thread for the current session."""
        note = self.note
        session = SERVING.get()
        worker = Worker(
            self, session, work, self.bounds.seconds, (lambda place: note(session, place)) if note else None, waiting
        )
        self.workers.append(worker)
        return worker

    def _place(self, able: list[int]) -> object:
        """Where the session that had the last turn would go on."""
        if len(able) < 2 or not self.choices.made:
            return None
        last = self.choices.made[-1].chosen
        queue = self._queues.get(last)
        if queue:
            return place_of(queue[0])
        workers = self._able_workers(last)
        return workers[0].place if workers else None

    def whereabouts(self) -> str:
        """Where each session that has no answer is, for messages."""
        stand = []
        for task in asyncio.all_tasks(self):
            session = self._owners.get(task, PROGRAM)
            if session in self.unfinished and (place := place_of_task(task)):
                stand.append(f"{letter(session)}: {place[0]}:{place[1]}")
        stand += [
            f"{letter(each.session)}: {each.place[0]}:{each.place[1]}"
            for each in self.workers
            if each.place and not each.done
        ]
        return "; ".join(sorted(stand)) or "an unknown place"

    def _enter(self, frame: FrameType, event: str, argument: object) -> Any:
        if not is_own(frame.f_code.co_filename):
            return None
        self._ran_own = True
        return self._line if self.note else None

    def _line(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line" and self.note:
            self.note(SERVING.get(), (frame.f_code.co_filename, frame.f_lineno))
        return self._line

    def shut(self) -> None:
        """End everything that is still running, so that nothing of this run is left for the next."""
        if self.is_closed():
            return
        self.note = None
        for worker in self.workers:
            worker.abandon()
        for _ in range(AFTERWARDS):
            tasks = asyncio.all_tasks(self)
            for task in tasks:
                task.cancel()
            self._drain()
            if not tasks:
                break
        for task in asyncio.all_tasks(self):
            task._log_destroy_pending = False  # type: ignore[attr-defined]  # as asyncio does; not in typeshed
        self.close()

    def _drain(self) -> None:
        """Run what is ready, first come, first served."""
        before = asyncio._get_running_loop()
        asyncio._set_running_loop(self)
        try:
            self._settle()
            handles = [each for queue in self._queues.values() for each in queue]
            self._queues.clear()
            for handle in handles:
                if not handle.cancelled():
                    handle._run()
        finally:
            asyncio._set_running_loop(before)
