"""Event loops and threads without sockets: the calls that they refuse, and the loop of a thread."""

from __future__ import annotations

import asyncio
import collections
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn

from flake8_session_isolation.replay.errors import OutsideTheLoop
from flake8_session_isolation.replay.standins import Standin
from flake8_session_isolation.replay.threads import here, is_own

REFUSED = (
    "add_reader",
    "add_writer",
    "sock_recv",
    "sock_recv_into",
    "sock_recvfrom",
    "sock_sendall",
    "sock_sendto",
    "sock_connect",
    "sock_accept",
    "sock_sendfile",
    "sendfile",
    "getaddrinfo",
    "getnameinfo",
    "create_connection",
    "create_server",
    "create_unix_connection",
    "create_unix_server",
    "create_datagram_endpoint",
    "connect_read_pipe",
    "connect_write_pipe",
    "connect_accepted_socket",
    "start_tls",
    "subprocess_exec",
    "subprocess_shell",
    "add_signal_handler",
)
"""What a loop does for real input and output."""


class Offline(asyncio.BaseEventLoop):
    """The standard library's loop without input and output: each call in REFUSED raises OutsideTheLoop."""

    _ready: collections.deque[asyncio.Handle]
    _scheduled: list[asyncio.TimerHandle]
    _stopping: bool

    def fail(self, error: Exception) -> None:
        """Called with what was refused, since a handler may catch the error."""

    def _process_events(self, event_list: object) -> None:
        """There are no events."""

    def _write_to_self(self) -> None:
        """Nothing sleeps in a selector that would have to be woken."""


def _refusal(name: str) -> Callable[..., NoReturn]:
    def refuse(self: Offline, *arguments: object, **named: object) -> NoReturn:
        raise refusal(self.fail, "awaits", f"loop.{name}")

    return refuse


def refusal(fail: Callable[[OutsideTheLoop], None], does: str, name: str) -> OutsideTheLoop:
    """The error that names the program's line behind a call for real input or output; `fail` is called with it."""
    frame: FrameType | None = sys._getframe(1)
    while frame and not is_own(frame.f_code.co_filename):
        frame = frame.f_back
    where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "an unknown place"
    error = OutsideTheLoop(
        f"{where} {does} real input or output ({name}), which nothing in the loop can finish; give the handler a "
        "stand-in for the connection, such as an object with an asyncio.Queue, by arguments= or factory=; put it "
        "into an application by prepare=")
    fail(error)
    return error


def _offline(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
    """A function of `socket` that a driven thread is refused."""
    def call(*arguments: Any, **named: Any) -> Any:
        driver = here()
        if driver:
            raise refusal(driver.fail, "does", name)
        return real(*arguments, **named)

    return call


for _name in REFUSED:
    setattr(Offline, _name, _refusal(_name))


class OfAThread(Offline):
    """The loop that `asyncio.run` creates in a thread: it runs its tasks in the standard order, and waits through the
    driver."""

    def time(self) -> float:
        """The seconds of the session at hand."""
        driver = here()
        return driver.time() if driver else 0.0

    def _run_once(self) -> None:
        driver = here()
        assert driver
        self._scheduled = sorted(each for each in self._scheduled if not each.cancelled())
        if not self._ready and not self._stopping:
            soonest = self._scheduled[0].when() - driver.time() if self._scheduled else None
            driver.wait(lambda: bool(self._ready), soonest, asleep=True)
        while self._scheduled and self._scheduled[0].when() <= driver.time():
            handle = self._scheduled.pop(0)
            handle._scheduled = False  # type: ignore[attr-defined]  # as asyncio does; not in typeshed
            self._ready.append(handle)
        for _ in range(len(self._ready)):
            handle_or_timer = self._ready.popleft()
            if not handle_or_timer.cancelled():
                handle_or_timer._run()


def loop_for(make: Callable[[], asyncio.AbstractEventLoop]) -> Callable[[], asyncio.AbstractEventLoop]:
    """The factory of loops for a thread: replay's for a driven one, else `make`."""
    return lambda: make() if here() is None else OfAThread()


def standins() -> list[Standin]:
    """Replacements for the standard library's makers of loops and connections during a run."""
    make = loop_for(asyncio.events.new_event_loop)
    return [
        Standin(asyncio.events, "new_event_loop", make), Standin(asyncio, "new_event_loop", make),
        *(Standin(socket, name, _offline(f"socket.{name}", getattr(socket, name)))
          for name in ("create_connection", "getaddrinfo")),
        *(Standin(socket.socket, name, _offline(f"socket.socket.{name}", getattr(socket.socket, name)))
          for name in ("connect", "connect_ex")),
    ]
