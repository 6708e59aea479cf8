"""Replay of whole applications: their interface, and how each run gets a fresh one."""

from __future__ import annotations

import importlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import ModuleType
from typing import Any, TypeGuard

from flake8_session_isolation.replay.aiohttp_web import AiohttpApplication
from flake8_session_isolation.replay.asgi import AsgiApplication
from flake8_session_isolation.replay.errors import NoFreshState, ReplayError
from flake8_session_isolation.replay.exchanges import exchanges
from flake8_session_isolation.replay.failures import Errors, answers_but
from flake8_session_isolation.replay.isolation import (
    Checked, check_settings, is_asynchronous, refuse_inside_a_loop, with_switches,
)
from flake8_session_isolation.replay.outcomes import VERDICTS
from flake8_session_isolation.replay.runs import Program, Run, serial_choices
from flake8_session_isolation.replay.schedules import Bounds
from flake8_session_isolation.replay.serving import Answers, Application, Requests
from flake8_session_isolation.replay.sessions import SETTINGS, sessions_in
from flake8_session_isolation.replay.surroundings import Fresh, renewing
from flake8_session_isolation.replay.threads import is_own
from flake8_session_isolation.replay.wsgi import WsgiApplication

BOUNDS = Bounds(schedules=100, sample=20)
"""How far to go, unless the caller says otherwise: an application is created again for each run, which takes its
time."""

INTERFACES: dict[str, type[Application]] = {
    "asgi": AsgiApplication, "wsgi": WsgiApplication, "aiohttp": AiohttpApplication,
}


def check_application(
    application: object, requests: Requests, sessions: int = 2, *,
    prepare: Callable[[Any], object] = lambda application: None, modules: Iterable[str] | None = None,
    settings: Sequence[str] = SETTINGS, observe: Callable[[], object] | None = None,
    result: Callable[[Any], object] = lambda answer: answer, verdicts: Sequence[str] = VERDICTS,
    may_answer: Sequence[int] = (), may_raise: Errors = (), interface: str | None = None,
    bounds: Bounds = BOUNDS, complete: bool = False, schedule: str | None = None,
) -> Checked:
    """Ask an application for several sessions under every order of turns; raise NotIsolated if sessions meet.

    In: `application` is an ASGI or WSGI application or one of `aiohttp.web`, best given as "module:name"; or a
    function without parameters that makes one. It is called directly, without a server or a socket; its lifespan lies
    around all sessions. `requests` gives what a `Session` asks for: one `Request` or `WebSocket`, or several, which
    follow each other and share cookies. Each run begins with a new import of the application's module and of all
    modules of the project that this imports; `modules` names others in their place. `prepare` is given each new
    application before it starts, to put stand-ins for connections in place. `result` takes from the answer, or from
    the tuple of answers to several requests, what to compare. `may_answer` are statuses and `may_raise` errors that
    are right answers though every order ends with them. `interface` is "asgi", "wsgi" or "aiohttp" where this cannot
    be seen. All others are as in `check_isolation`.

    Out: how much was explored, and whether the session made any difference. Raises NotIsolated; AlwaysFails if a
    session's request is refused or raises in every serial order; NoFreshState if the application cannot be made
    again; BoundReached, with `complete`, if orders were left; any other ReplayError where no verdict can be given.
    """
    refuse_inside_a_loop()
    source = _source_of(application)
    roots = tuple(modules or ())
    with _own_modules_set_aside(isinstance(source, ByName) and modules is None) as imported:
        ready = Ready(source, interface, prepare, may_answer)
        program = _program(ready, requests, lambda answers: result(_alone(answers)), observe, may_raise, bounds)
        # Libraries import and remember at first use, and so do applications.
        Run(program, sessions_in(settings[0], sessions), serial_choices(range(sessions))).outcome()
        roots += imported()
    program = program._replace(fresh=renewing(ready, roots), modules=roots)
    return check_settings(program, sessions, settings, verdicts, schedule, complete)


class Ready:
    """Creates an application and prepares it; `kind` is its interface."""

    def __init__(
        self, source: Fresh, interface: str | None, prepare: Callable[[Any], object], allowed: Sequence[int],
    ) -> None:
        self.kind = INTERFACES[interface or interface_of(source())]
        self._source, self._prepare, self._allowed = source, prepare, allowed

    def __call__(self) -> Application:
        """A fresh application."""
        application = self._source()
        self._prepare(application)
        return self.kind(application, self._allowed)


def _program(
    ready: Ready, requests: Requests, result: Callable[[Any], object], observe: Callable[[], object] | None,
    may_raise: Errors, bounds: Bounds,
) -> Program:
    return Program(
        "the application", ready, ready.kind.is_in_threads, lambda session: [session, exchanges(requests(session))],
        (), result, observe, answers_but(may_raise),
        lambda session: "asked for " + ", ".join(map(str, exchanges(requests(session)))),
        with_switches(bounds, ready.kind.is_in_threads), skips_libraries=True)


def _alone(answers: Answers) -> object:
    return answers[0] if len(answers) == 1 else tuple(answers)


def interface_of(application: object) -> str:
    """How an application wants to be called; ReplayError if that cannot be seen."""
    libraries = {kind.__module__.partition(".")[0] for kind in type(application).__mro__}
    if "aiohttp" in libraries and hasattr(application, "router"):
        return "aiohttp"
    if callable(application):
        parameters = len(_required(application))
        if is_asynchronous(application) or parameters == 3:
            return "asgi"
        if parameters == 2:
            return "wsgi"
    raise ReplayError(
        f"{application!r} looks like none of {', '.join(INTERFACES)}: pass interface=, or if it is the handler of one "
        "message or update, check it by check_isolation(handler, arguments=lambda session: [...])")


def _required(function: Callable[..., object]) -> list[inspect.Parameter]:
    parameters = inspect.signature(function).parameters.values()
    variable = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return [each for each in parameters if each.default is each.empty and each.kind not in variable]


class ByName:
    """Imports an application by its name, which may be that of a function that creates it."""

    def __init__(self, name: str) -> None:
        self._module, _, self._path = name.partition(":")
        if not self._path:
            raise NoFreshState(f"{name!r} does not name an application: write 'module:name'")

    def __call__(self) -> Any:
        """The application."""
        forget = getattr(sys.modules.get("django.urls"), "clear_url_caches", None)
        if forget is not None:
            forget()
        found: Any = importlib.import_module(self._module)
        for step in self._path.split("."):
            found = getattr(found, step)
        return found() if is_maker(found) else found


def _source_of(application: object) -> Fresh:
    """The callable that creates an application."""
    if not isinstance(application, str) and is_maker(application):
        return application
    return ByName(application if isinstance(application, str) else _name_of(application))


def is_maker(application: object) -> TypeGuard[Callable[[], Any]]:
    """Whether that is a function without parameters rather than an application."""
    return inspect.isfunction(application) and not _required(application)


def _name_of(application: object) -> str:
    """The name of an application: the first variable of a module of the project, tests left out, that holds it."""
    for module, held in _own_modules():
        stem = module.rpartition(".")[2]
        if not (stem.startswith("test") or stem.endswith("_test") or stem == "conftest"):
            for name, value in list(vars(held).items()):
                if value is application:
                    return f"{module}:{name}"
    raise NoFreshState(
        f"{application!r} is no variable of a module of yours, so that each run would begin with what the one before "
        "left; pass its name as 'module:name', or a function without parameters that makes it")


def _own_modules() -> Iterator[tuple[str, ModuleType]]:
    """The imported modules of the project, in their order."""
    for name, module in list(sys.modules.items()):
        if name != "__main__" and is_own(getattr(module, "__file__", None) or "<none>"):
            yield name, module


@contextmanager
def _own_modules_set_aside(is_wanted: bool) -> Iterator[Callable[[], tuple[str, ...]]]:
    """Remove the project's modules, and restore them at the end; gives a function that names those imported
    meanwhile."""
    before = dict(_own_modules()) if is_wanted else {}
    for name in before:
        del sys.modules[name]
    try:
        yield lambda: _renewable(dict(_own_modules())) if is_wanted else ()
    finally:
        for name in dict(_own_modules()) if is_wanted else ():
            del sys.modules[name]
        sys.modules.update(before)


def _renewable(modules: Mapping[str, ModuleType]) -> tuple[str, ...]:
    """The modules that can be imported again: Django keeps modules that define models for the life of the process."""
    lasting = [
        f"{name}." for name, module in modules.items()
        if any(type(value).__name__ == "ModelBase" and value.__module__ == name for value in vars(module).values())]
    return tuple(name for name in modules if not any(each.startswith(f"{name}.") for each in lasting))
