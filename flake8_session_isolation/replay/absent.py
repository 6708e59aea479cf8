"""Stand-in modules for libraries that are not installed."""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Collection, Sequence
from types import ModuleType
from typing import Any

from flake8_session_isolation.replay.outside import Conversation, Part, heard_in_run


def absent(*libraries: str, remembering: Collection[str] = ()) -> None:
    """Make libraries that are not installed importable; installed ones stay as they are.

    Their decorators return the function, their classes and functions are stand-ins, as `Outside.client` creates them.
    Instances of the classes `remembering` remember all that they are sent.
    """
    missing = [each for each in libraries if not _is_there(each)]
    if missing:
        sys.meta_path.append(_Finder(missing, frozenset(remembering)))


def _is_there(name: str) -> bool:
    """Whether a module can be imported; one of a package that cannot, cannot."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds and creates the modules of some libraries."""

    def __init__(self, libraries: Collection[str], remembering: Collection[str]) -> None:
        self._libraries, self._remembering = libraries, remembering

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """A package for each name of the libraries."""
        if not any(fullname == each or fullname.startswith(f"{each}.") for each in self._libraries):
            return None
        return importlib.machinery.ModuleSpec(fullname, self, is_package=True)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        """A module in which every name exists."""
        return _Module(spec.name, self._remembering)

    def exec_module(self, module: ModuleType) -> None:
        """There is nothing to run."""


class _Module(ModuleType):
    def __init__(self, name: str, remembering: Collection[str]) -> None:
        super().__init__(name)
        self._remembering = remembering

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        whole = f"{self.__name__}.{name}"
        if name.endswith(("Error", "Exception", "Exit")):
            return type(name, (Exception,), {})
        return _Makes(whole, heard_in_run) if whole in self._remembering else Part(whole, heard_in_run)


class _Makes(Part):
    """A class of a library whose calls create conversations."""

    def _part(self, name: str) -> Part:
        return _Makes(f"{self}.{name}", heard_in_run)

    def __call__(self, *arguments: Any, **named: Any) -> Conversation:
        return Conversation(self, heard_in_run)
