"""Real threads of which one runs at a time, with the locks, threads and pools that belong to them.

The standard library builds its events, conditions, semaphores, barriers, timers, queues and futures of plain
locks, which it looks up by name when it makes one. So it is enough to let `threading` make our locks while a run
is on; a lock that was made before the run stays a real one, and may keep a thread from coming back.
"""

from __future__ import annotations

import _thread
import contextvars
import functools
import os
import queue
import sys
import sysconfig
import threading
import time
import weakref
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import FrameType, TracebackType
from typing import Any, Protocol, TypeAlias

from flake8_session_isolation.replay.errors import Abandoned, OutsideTheLoop
from flake8_session_isolation.replay.sessions import SERVING, letter
from flake8_session_isolation.replay.standins import Standin

Place: TypeAlias = "tuple[str, int]"
"""A file, and a line in it."""

Tracer: TypeAlias = "Callable[[FrameType, str, Any], Any] | None"


class Driver(Protocol):
    """What drives a thread during a run: the loop for its own, a worker for each other."""

    def time(self) -> float:
        """The seconds of the session at hand."""

    def wait(self, until: Callable[[], bool], seconds: float | None, asleep: bool = False) -> bool:
        """Let others run until the condition is true, or the seconds have passed; returns whether it is true."""

    def spawn(self, work: Callable[[], object], waiting: Callable[[], bool] | None = None) -> Worker:
        """Start a thread for the same session, which may have to wait before its first step."""

    def fail(self, error: Exception) -> None:
        """End the run without an outcome."""


drivers: dict[int, Driver] = {}
"""Who drives which thread, by the identity of threads; empty while no run is on."""

LIBRARIES = tuple(
    sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib") if sysconfig.get_path(name)
)


@functools.cache
def is_own(filename: str) -> bool:
    """Whether a file belongs to the program under replay, not to a library, to Python or to replay itself."""
    return not filename.startswith((*LIBRARIES, "<", os.path.dirname(__file__)))


class Worker:
    """A real thread that runs one line for each call of `step`."""

    def __init__(
        self,
        driver: Driver,
        session: int,
        work: Callable[[], object],
        seconds: float,
        note: Callable[[Place], None] | None,
        waiting: Callable[[], bool] | None,
    ) -> None:
        self.driver, self.session, self.waiting, self.note = driver, session, waiting, note
        self.place: Place | None = None
        self.deadline: float | None = None
        self.asleep = self.done = self.timed_out = False
        self._work, self._seconds, self._begun, self._abandoned = work, seconds, False, False
        self._go, self._back = _thread.allocate_lock(), _thread.allocate_lock()
        self._go.acquire()
        self._back.acquire()
        self._identity = self._importing = 0

    @property
    def is_able(self) -> bool:
        """Whether the thread can run now, without waiting for time to pass."""
        return not self.done and (self.waiting is None or self.waiting())

    def step(self) -> None:
        """Let the thread run to its next line, or until it waits; OutsideTheLoop if it does not return."""
        if not self._begun:
            self._begun = True
            self._identity = _thread.start_new_thread(self._main, ())
        self._go.release()
        if not self._back.acquire(timeout=self._seconds):
            raise OutsideTheLoop(self._explanation())

    def abandon(self) -> None:
        """End the thread, wherever it is; its `finally` blocks run at once."""
        self._abandoned = True
        while self._begun and not self.done:
            self.step()

    def time(self) -> float:
        """See Driver."""
        return self.driver.time()

    def wait(self, until: Callable[[], bool], seconds: float | None, asleep: bool = False) -> bool:
        """Yield the turn; see Driver."""
        if self._abandoned:
            raise Abandoned
        self.deadline = None if seconds is None else self.time() + max(seconds, 0)
        self.waiting, self.asleep, self.timed_out = until, asleep, False
        self._pause()
        self.waiting = self.deadline = None
        self.asleep = False
        return not self.timed_out

    def spawn(self, work: Callable[[], object], waiting: Callable[[], bool] | None = None) -> Worker:
        """See Driver."""
        return self.driver.spawn(work, waiting)

    def fail(self, error: Exception) -> None:
        """See Driver."""
        self.driver.fail(error)

    def _main(self) -> None:
        self._go.acquire()
        drivers[_thread.get_ident()] = self
        context = contextvars.Context()
        context.run(SERVING.set, self.session)
        try:
            sys.settrace(self._enter)
            context.run(self._work)
        except Abandoned:
            pass
        finally:
            sys.settrace(None)
            drivers.pop(_thread.get_ident(), None)
            self.done = True
            self._back.release()

    def _enter(self, frame: FrameType, event: str, argument: object) -> Tracer:
        if not is_own(frame.f_code.co_filename):
            return None
        if frame.f_code.co_name == "<module>":
            self._importing += 1
            return self._import
        return self._line

    def _import(self, frame: FrameType, event: str, argument: object) -> Tracer:
        """Run an import in one go: other threads would wait for Python's own import lock."""
        self._importing -= event == "return"
        return self._import

    def _line(self, frame: FrameType, event: str, argument: object) -> Tracer:
        if event == "line" and not self._abandoned and not self._importing:
            is_first, self.place = self.place is None, (frame.f_code.co_filename, frame.f_lineno)
            if not is_first:
                self._pause()
            if self.note:
                self.note(self.place)
        return self._line

    def _pause(self) -> None:
        self._back.release()
        self._go.acquire()
        if self._abandoned:
            sys.settrace(None)
            raise Abandoned

    def _explanation(self) -> str:
        frame = sys._current_frames().get(self._identity)
        while frame and not is_own(frame.f_code.co_filename):
            frame = frame.f_back
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "unknown place"
        return (
            f"a thread of session {letter(self.session)} did not come back from {where} in {self._seconds:g} s: it "
            "waits for real input or output, or for a lock that was made before replay began; replace what it waits "
            "for, or let the module that makes the lock be imported again (modules=, factory=)"
        )


def here() -> Driver | None:
    """The driver of the current thread."""
    return drivers.get(_thread.get_ident())


class Lock:
    """A lock at which a driven thread lets others run; for any other thread a real one."""

    def __init__(self) -> None:
        self._held = _thread.allocate_lock()

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """As `threading.Lock`."""
        driver = here()
        if driver is None:
            return self._held.acquire(blocking, timeout)
        while not self._held.acquire(False):
            if not blocking or not driver.wait(lambda: not self._held.locked(), None if timeout < 0 else timeout):
                return False
        return True

    def release(self) -> None:
        """As `threading.Lock`."""
        self._held.release()

    def locked(self) -> bool:
        """As `threading.Lock`."""
        return self._held.locked()

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


real_sleep = time.sleep
real_start, real_join, real_is_alive = threading.Thread.start, threading.Thread.join, threading.Thread.is_alive
real_submit, real_shutdown = ThreadPoolExecutor.submit, ThreadPoolExecutor.shutdown


def sleep(seconds: float) -> None:
    """Return at once: let others run, and advance one's own clock."""
    driver = here()
    if driver is None:
        real_sleep(seconds)
    else:
        driver.wait(lambda: False, seconds, asleep=True)


def start(self: threading.Thread) -> None:
    """Start a worker instead of a thread."""
    driver = here()
    if driver is None:
        real_start(self)
    else:
        self._started.set()  # type: ignore[attr-defined]  # as `start` does; not in typeshed
        self.__dict__["_worker"] = driver.spawn(functools.partial(_run, self))


def _run(thread: threading.Thread) -> None:
    active: dict[int, threading.Thread] = threading._active  # type: ignore[attr-defined]  # not in typeshed
    active[_thread.get_ident()] = thread
    try:
        thread.run()
    except Exception:
        pass  # as in a real thread, where it would only be printed
    finally:
        del active[_thread.get_ident()]


def join(self: threading.Thread, timeout: float | None = None) -> None:
    """Wait for a worker instead of a thread."""
    worker, driver = self.__dict__.get("_worker"), here()
    if worker is None or driver is None:
        real_join(self, timeout)
    else:
        driver.wait(lambda: worker.done, timeout)


def is_alive(self: threading.Thread) -> bool:
    """Whether the worker that replaces a thread is still running."""
    worker = self.__dict__.get("_worker")
    return real_is_alive(self) if worker is None else not worker.done


class Pools:
    """The jobs of thread pools in one run; a pool may outlive it, with unfinished jobs."""

    def __init__(self) -> None:
        self._jobs: weakref.WeakKeyDictionary[ThreadPoolExecutor, list[Future[Any]]] = weakref.WeakKeyDictionary()

    def standins(self) -> list[Standin]:
        """Replacements for the methods of pools."""
        pools = self

        def submit(self: ThreadPoolExecutor, function: Callable[..., object], /, *given: Any, **named: Any) -> Any:
            driver = here()
            if driver is None:
                return real_submit(self, function, *given, **named)
            return pools.submit(self, functools.partial(function, *given, **named), driver)

        def shutdown(self: ThreadPoolExecutor, wait: bool = True, *, cancel_futures: bool = False) -> None:
            driver, jobs = here(), pools.open_jobs(self)
            if driver and wait:
                driver.wait(lambda: all(each.done() for each in jobs), None)
            real_shutdown(self, wait=wait, cancel_futures=cancel_futures)

        return [Standin(ThreadPoolExecutor, "submit", submit), Standin(ThreadPoolExecutor, "shutdown", shutdown)]

    def open_jobs(self, pool: ThreadPoolExecutor) -> list[Future[Any]]:
        """The unfinished jobs of a pool."""
        self._jobs[pool] = [each for each in self._jobs.get(pool, ()) if not each.done()]
        return self._jobs[pool]

    def submit(self, pool: ThreadPoolExecutor, job: Callable[[], object], driver: Driver) -> Future[Any]:
        """Run each job of a pool in a worker, which waits while as many as the pool has threads are running."""
        future: Future[Any] = Future()
        earlier = tuple(self.open_jobs(pool))
        self._jobs[pool].append(future)
        driver.spawn(
            functools.partial(_fill, future, job),
            lambda: sum(not each.done() for each in earlier) < pool._max_workers,
        )
        return future


def _fill(future: Future[Any], job: Callable[[], object]) -> None:
    if not future.set_running_or_notify_cancel():
        return
    try:
        result = job()
    except Abandoned:
        raise
    except BaseException as error:
        future.set_exception(error)
    else:
        future.set_result(result)


def pools_of_anyio() -> list[Standin]:
    """Let each thread of anyio's pool end after its job; otherwise it would continue with a job of another session."""
    worker = getattr(sys.modules.get("anyio._backends._asyncio"), "WorkerThread", None)
    if worker is None:
        return []
    real_report = worker._report_result

    def report(self: Any, *arguments: Any) -> None:
        real_report(self, *arguments)
        self.stop()

    return [Standin(worker, "_report_result", report)]


def standins() -> list[Standin]:
    """Replacements for the standard library's threads during a run."""
    return [
        Standin(threading, "Lock", Lock),
        Standin(threading, "_allocate_lock", Lock),
        Standin(threading, "_CRLock", None),
        Standin(queue, "SimpleQueue", queue._PySimpleQueue),  # type: ignore[attr-defined]  # not in typeshed
        Standin(threading.Thread, "start", start),
        Standin(threading.Thread, "join", join),
        Standin(threading.Thread, "is_alive", is_alive),
        Standin(time, "sleep", sleep),
        *Pools().standins(),
        *pools_of_anyio(),
    ]
