"""Execution contexts under the assumption that functions without known callers are served: for the optional codes."""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.exports import is_offered
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site
from flake8_session_isolation.linking.thread_evidence import classes_in_threads, is_of_threads
from flake8_session_isolation.linking.wrappers import replaces_another
from flake8_session_isolation.slicing.entry_points import Contexts
from flake8_session_isolation.slicing.execution_context import Context, Standing

_SUPPOSED = Standing(frozenset({Context.TASKS}), "if something serves it", True, True, is_supposed=True)
_IN_THREADS = Standing(frozenset({Context.THREADS}), "threads, if they share the object", True, True, is_supposed=True)
_ENTERED = Standing(frozenset({Context.TASKS}), "tasks enter the object while others are in it: it counts", True, True)
_AROUND = Standing(frozenset({Context.ONCE}), "by its name it belongs to a program's start or end", True)


class Supposing:
    """The standings that functions would have if something served those without known callers."""

    def __init__(self, contexts: Contexts, view: Sharing) -> None:
        """For the functions of the module of `view`, that the known standings are about: those may know nothing of the
        package around it."""
        self.known = contexts
        self.view = view
        self.module = contexts.module
        self.script = contexts.script
        self.in_threads = classes_in_threads(view)
        self.has_threads = is_of_threads(view)

    def of(self, function: Function) -> Standing:
        """The known standing of `function`, or the supposed one."""
        return self._supposed(function, self.known.of(function))

    def entries(self) -> Iterator[tuple[Function, Standing]]:
        """Functions whose context comes from outside, in source order."""
        for function, standing in self.known.entries():
            yield function, self._supposed(function, standing)
        offered = (each for each, _ in self.known.offered() if self._is_of_threads(each))
        yield from ((each, _IN_THREADS) for each in offered)

    def _supposed(self, function: Function, standing: Standing) -> Standing:
        """The standing of a function that the package offers to other code: it runs in any thread if it is a plain
        method of a class that uses threads, or replaces another function in a module that does."""
        supposed = _supposed(function, standing)
        if supposed is _SUPPOSED and _counts_who_enters(function):
            return _ENTERED
        if supposed is _SUPPOSED and not is_offered(function.local_name, self.view):
            return standing
        return _IN_THREADS if supposed is _SUPPOSED and self._is_of_threads(function) else supposed

    def _is_of_threads(self, function: Function) -> bool:
        is_method = function.owner in self.in_threads and function.short_name not in MAKERS
        runs = is_method or (self.has_threads and replaces_another(function))
        return runs and not function.is_coroutine

    def offered(self) -> Iterator[tuple[Function, Standing]]:
        """Public functions that no known code calls in a known context."""
        return self.known.offered()

    def is_called_at_start(self, function: Function) -> bool:
        """Whether code that runs once calls a function, among other callers."""
        return self.known.is_called_at_start(function)

    def is_kept_as_handler(self, function: Function) -> bool:
        """Whether an object of a library keeps the function and calls it later."""
        return self.known.is_kept_as_handler(function)

    def abroad(self) -> Iterator[tuple[Function, Standing, Site]]:
        """Plain functions of other modules that this one gives to a library."""
        return self.known.abroad()

    def started(self) -> Iterator[tuple[Function, Standing, Site]]:
        """Plain functions of other modules that this one runs in threads."""
        return self.known.started()


def _counts_who_enters(function: Function) -> bool:
    """Whether a coroutine function enters or leaves an object that counts who is inside, up and down: several tasks."""
    if function.owner is None or function.short_name not in ("__aenter__", "__aexit__"):
        return False
    methods = (function.owner.method(each) for each in ("__aenter__", "__aexit__"))
    nodes = [node for each in filter(None, methods) for node in body_of(each.scope).nodes]
    counts = [each for each in nodes if isinstance(each, ir.AugAssign) and isinstance(each.target, ir.Attribute)]
    return {"+", "-"} <= {each.op for each in counts}


def _supposed(function: Function, standing: Standing) -> Standing:
    """A function without known callers may be called by any code; but what starts or ends a program is called once."""
    is_known = standing.is_handler or standing.is_by_facts or not standing.is_entry
    if not is_known and standing.contexts <= {Context.UNKNOWN, Context.TASKS} and _is_around_a_program(function):
        return _AROUND
    return _SUPPOSED if standing.contexts == {Context.UNKNOWN} else standing


def _is_around_a_program(function: Function) -> bool:
    """Whether the function's name is one that libraries use for hooks at the start or end of a program, or for
    factories of applications."""
    around, _, name = function.local_name.rpartition(".")
    if function.owner is not None:
        return name in _OF_OBJECTS and not _is_given_one_of_many(function)
    if around:
        return False
    return name in _OF_MODULES or name.startswith(_SETTINGS) or bool(function.mentions & _PARTS_OF_AN_APPLICATION)


def _is_given_one_of_many(method: Function) -> bool:
    """Whether a method must be given a user or a connection: a manager's `connect(websocket)` starts no program."""
    required = set(method.parameters) - {name for name, _ in method.defaults}
    return any(each in _IDENTIFIERS or not _OF_MANY.isdisjoint(each.lower().split("_")) for each in required)


_OF_MANY = frozenset({"websocket", "ws", "request", "user", "uid", "sid"})
_IDENTIFIERS = frozenset({"client_id", "connection_id", "session_id"})
_STARTS = frozenset({"start", "startup", "on_startup", "start_server", "stop", "shutdown", "on_shutdown", "aclose"})
_MAKES_READY = frozenset({"init", "initialize", "setup"})
_OF_OBJECTS = _STARTS | _MAKES_READY | {"connect", "disconnect", "close"}
_OF_MODULES = _STARTS | _MAKES_READY | {"run", "main", "launch", "serve", "configure", "install"}
_SETTINGS = (
    *("configure_", "setup_", "install_", "register_", "set_default_", "set_global_", "enable_", "disable_"),
    *("set_config", "set_settings", "set_options", "set_logger", "set_log_level"),
)
_PARTS_OF_AN_APPLICATION = frozenset({"add_middleware", "include_router", "register_blueprint", "add_url_rule"})
