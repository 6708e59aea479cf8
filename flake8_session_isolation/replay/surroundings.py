"""State that handlers can leave behind: observed after each run, and restored for the next."""

from __future__ import annotations

import importlib
import io
import operator
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import Any, TypeAlias

from flake8_session_isolation.replay.errors import NoFreshState
from flake8_session_isolation.replay.threads import is_own
from flake8_session_isolation.replay.values import LEAVES, LIBRARY, OPAQUE, SEQUENCES, canonical, root_of

Handler: TypeAlias = "Callable[..., Any]"
Fresh: TypeAlias = "Callable[[], Handler]"
"""Makes a handler whose state no code has touched."""

HEAP_TYPE = 1 << 9
"""The flag of classes that were not compiled in, whose attributes can be set."""

State: TypeAlias = "tuple[tuple[str, str], ...]"
"""The names of what is shared, and what is there."""

STREAMS = ("stdin", "stdout", "stderr")
KEPT_FOR_HANDLERS = ("state", "_state", "ctx", "config")
"""Attributes in which applications keep what handlers put there."""


def fresh_by_import(handler: Handler, modules: Iterable[str]) -> Fresh:
    """Import the handler's module again, and the named ones (with all below them), and find the handler in it.

    Raises NoFreshState for a handler that is not found under its name in a module.
    """
    module, name = getattr(handler, "__module__", None), getattr(handler, "__qualname__", "<locals>")
    if module in (None, "__main__", "builtins") or "<" in name or hasattr(handler, "__self__"):
        raise NoFreshState(
            f"{handler!r} cannot be found again by its name after a new import of its module, so that each run would "
            "begin with what the one before left; pass factory=, a function without parameters that makes the "
            "application again and returns its handler"
        )
    roots = [module, *modules]

    def fresh() -> Handler:
        for root in roots:
            importlib.import_module(root)
        found: Any = sys.modules[module]
        for step in name.split("."):
            found = getattr(found, step)
        handler: Handler = found
        return handler

    return renewing(fresh, roots)


def renewing(fresh: Fresh, roots: Iterable[str]) -> Fresh:
    """As `fresh_by_import`, after modules and all below them were removed."""
    names = tuple(roots)

    def renewed() -> Handler:
        for known in known_below(names):
            del sys.modules[known]
        return fresh()

    return renewed


def known_below(roots: tuple[str, ...]) -> list[str]:
    """The modules that are imported and are one of those, or are in one of them."""
    return [name for name in sys.modules if name.startswith(roots) and any(
        name == root or name.startswith(f"{root}.") for root in roots)]


@contextmanager
def kept_modules(roots: tuple[str, ...]) -> Iterator[None]:
    """Restore the modules at the end, together with the attributes of their packages."""
    before = {name: sys.modules[name] for name in known_below(roots)}
    try:
        yield
    finally:
        for name in known_below(roots):
            del sys.modules[name]
        for name, module in before.items():
            sys.modules[name] = module
            package, _, stem = name.rpartition(".")
            if package in sys.modules:
                setattr(sys.modules[package], stem, module)


class Surroundings:
    """The process as a run found it: environment, folder, streams, and what imported libraries and classes hold."""

    def __init__(self) -> None:
        self._environment, self._folder = environment(), os.getcwd()
        self._streams = {name: getattr(sys, name) for name in STREAMS}
        self._own = {name: io.StringIO() for name in STREAMS}
        self._modules: list[ModuleType] = []
        self._applications: list[WatchedApplication] = []
        self._held: dict[Any, dict[str, object]] = {}
        for name, stream in self._own.items():
            setattr(sys, name, stream)

    def watch(self, modules: Iterable[ModuleType], application: object = None) -> None:
        """Observe the variables of modules, what applications among them and another one hold, and what the libraries
        and classes that they import hold."""
        self._modules = list(modules)
        self._held = {owner: dict(vars(owner)) for module in self._modules for owner in libraries_of(module)}
        found = [each for module in self._modules for each in applications_in(module)]
        if application is not None and all(each is not application for _, each in found):
            found.append(("application", application))
        self._applications = []
        for each in found:
            with suppress(Exception):  # a proxy cannot be read outside of a request
                self._applications.append(WatchedApplication(*each))

    def observed(self) -> State:
        """Names, and for each a text that differs where the value does.

        They name module variables with all that depends on them (class attributes, context variables), what
        applications hold for handlers, the environment, the folder, which stream is where, and what was changed in
        imported libraries. What was written to a stream is no state: lines of a log may come in any order.
        """
        state: list[tuple[str, object]] = [
            (f"{module.__name__}.{name}", value) for module in self._modules for name, value in variables_of(module)
        ]
        state += [part for each in self._applications for part in each.observed()]
        streams = {name: getattr(sys, name) for name in STREAMS}
        state += [(f"sys.{name}", stream) for name, stream in streams.items() if stream is not self._own[name]]
        state += [(f"{owner.__name__}.{name}", value) for owner, name, value in self._changes()]
        state += [("os.environ", entry) for entry in sorted(environment().items() ^ self._environment.items())]
        state += [("os.getcwd()", folder) for folder in {os.getcwd()} - {self._folder}]
        return tuple((name, canonical(value)) for name, value in state)

    def restore(self) -> None:
        """Put everything back."""
        for name, stream in self._streams.items():
            setattr(sys, name, stream)
        for owner, name, _ in self._changes():
            if name in self._held[owner]:
                setattr(owner, name, self._held[owner][name])
            elif name in vars(owner):
                delattr(owner, name)
        for key in {key for key, _ in environment().items() ^ self._environment.items()}:
            if key in self._environment:
                os.environ[os.fsdecode(key)] = os.fsdecode(self._environment[key])
            else:
                del os.environ[os.fsdecode(key)]
        os.chdir(self._folder)

    def _changes(self) -> list[tuple[Any, str, object]]:
        return [
            (owner, name, vars(owner).get(name))
            for owner, held in self._held.items()
            for name in sorted(changed(held, vars(owner)))
        ]


class WatchedApplication:
    """An application, or another object of a library that is called, with the attributes that it had at first."""

    def __init__(self, name: str, application: Any) -> None:
        self._name, self._application = name, application
        self._before = dict(vars(application))

    def observed(self) -> Iterator[tuple[str, object]]:
        """What it keeps for handlers, and the attributes that were set on it since; not what the library keeps on it
        for itself."""
        now = vars(self._application)
        for name in KEPT_FOR_HANDLERS:
            if name in now:
                yield f"{self._name}.{name}", now[name]
        for name in sorted(changed(self._before, now) - {*KEPT_FOR_HANDLERS}):
            value = now.get(name)
            source = getattr(sys.modules.get(type(value).__module__), "__file__", None)
            if is_plain(value) or is_own(source or "<none>"):
                yield f"{self._name}.{name}", value


def environment() -> dict[bytes | str, bytes | str]:
    """The variables of the environment as the operating system has them; to decode them takes long."""
    held: dict[bytes | str, bytes | str] = getattr(os.environ, "_data", None) or dict(os.environ)
    return dict(held)


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    """The names that are new, gone, or bound to something else."""
    if len(before) == len(after) and all(map(operator.is_, before.values(), after.values())):
        return set()
    lost = object()
    return {
        name
        for name in before.keys() | after.keys()
        if before.get(name, lost) is not after.get(name, lost)
        and not name.startswith("__")
        and name not in ("_abc_impl", *STREAMS)
    }


def libraries_of(module: ModuleType) -> list[Any]:
    """The modules and classes that a module has imported from elsewhere, and whose attributes can be set."""
    found: list[Any] = []
    for value in vars(module).values():
        if isinstance(value, ModuleType) and value.__name__ not in ("builtins", "__future__"):
            found.append(value)
            found += [
                inner
                for inner in vars(value).values()
                if isinstance(inner, ModuleType) and inner.__name__.startswith(f"{value.__name__}.")
            ]
        elif isinstance(value, type) and value.__module__ != module.__name__ and is_open(value):
            found.append(value)
    return list(dict.fromkeys(found))


def is_open(kind: type) -> bool:
    """Whether the attributes of a class can be set, and it is no mere value type."""
    return bool(kind.__flags__ & HEAP_TYPE) and root_of(kind) not in LIBRARY


def variables_of(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The variables of a module: of what it imports only values, and no names that Python gave."""
    for name, value in sorted(vars(module).items()):
        is_foreign = isinstance(value, ModuleType) or (
            callable(value) and getattr(value, "__module__", None) != module.__name__
        )
        if not name.startswith("__") and not is_foreign:
            yield name, value


def applications_in(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The callable objects of libraries that a module has as variables: applications, routers."""
    for name, value in sorted(vars(module).items()):
        root = root_of(type(value))
        is_instance = callable(value) and not issubclass(type(value), type)
        if is_instance and type(value).__module__ != module.__name__ and root not in LIBRARY and root not in OPAQUE:
            yield f"{module.__name__}.{name}", value


def is_plain(value: object) -> bool:
    """Whether a value is a text, a number or another leaf, or a container of Python's own."""
    return isinstance(value, (*LEAVES, *SEQUENCES, dict, set, frozenset))
