"""Which imported modules belong to the linted project, told from the linted file's own place on disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

MOST_PARENTS = 8
"""Folders above the file that are looked at."""
_INSTALLED = ("site-packages", "dist-packages")
_PACKAGE = "__init__.py"


class Disk:
    """What stands in folders: each is listed once, since most questions are about names that are not there."""

    def __init__(self) -> None:
        """Nothing is listed yet."""
        self._names: dict[str, frozenset[str]] = {}

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder; none where it cannot be listed."""
        known = self._names.get(folder)
        if known is None:
            try:
                known = frozenset(os.listdir(folder))
            except (OSError, ValueError):
                known = frozenset()
            self._names[folder] = known
        return known


@dataclass(frozen=True)
class Project:
    """The folders around one linted file, and the user's source roots; installed packages are not looked for."""

    filename: str
    roots: tuple[str, ...] = ()
    disk: Disk = field(default_factory=Disk, repr=False, compare=False)

    @cached_property
    def path(self) -> str:
        """The full path of the linted file."""
        return os.path.abspath(self.filename)

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """The folders above the file, nearest first, then the source roots that the user named."""
        return (*self._parents[:MOST_PARENTS], *map(os.path.abspath, self.roots))

    @cached_property
    def _parents(self) -> tuple[str, ...]:
        return tuple(_above(self.path))

    @property
    def module_name(self) -> str:
        """The dotted name by which the project imports the file: packages around it by their `__init__.py`."""
        return self.name_of(self.path)

    def name_of(self, path: str) -> str:
        """The dotted name by which the project imports the file at a full path."""
        stem = os.path.splitext(os.path.basename(path))[0]
        names = [] if stem == "__init__" else [stem]
        for folder in tuple(_above(path))[:MOST_PARENTS]:
            if _PACKAGE not in self.disk.names(folder):
                break
            names.append(os.path.basename(folder))
        return ".".join(reversed(names))

    def owns(self, name: str) -> bool:
        """Whether the module of this dotted name stands in the project.

        A relative import does; else its first name is a package around the file, or a module or package in one of the
        folders above it (`src` layouts and sibling scripts included).
        """
        top = name.partition(".")[0]
        return not top or any(os.path.basename(each) == top or self._holds(each, top) for each in self.folders)

    def has_module(self, name: str) -> bool:
        """Whether `name`, as the file imports it, is a module or package of the project, and no object in one."""
        level = len(name) - len(name.lstrip("."))
        starts = self.folders[level - 1 : level] if level else self.folders
        parts = [each for each in name.lstrip(".").split(".") if each]
        return bool(parts) and any(self._holds(os.path.join(each, *parts[:-1]), parts[-1]) for each in starts)

    def locate(self, name: str, folder: str) -> tuple[str, list[str]] | None:
        """The file of the module that a dotted name leads to, as a file in `folder` imports it, and what of the name
        is left over; a relative import keeps its dots.  None for what does not stand in the project."""
        level = len(name) - len(name.lstrip("."))
        parts = [each for each in name.lstrip(".").split(".") if each]
        starts = [folder, *_above(folder)][level - 1 : level] if level else self._roots_of(parts[0], folder)
        for start in starts:
            found = self._walk(start, parts)
            if found is not None:
                return found
        return None

    def has_top(self, top: str, folder: str) -> bool:
        """Whether an absolute import that begins with `top`, in a file in `folder`, may lead into the project."""
        return any({top, f"{top}.py"} & self.disk.names(each) for each in self._roots_of(top, folder))

    def _roots_of(self, top: str, folder: str) -> list[str]:
        """The folders in which an absolute import may begin; what Python itself brings is nobody else's."""
        if top in sys.stdlib_module_names:
            return []
        others = (each for each in self.folders if not _is_installed(each) or os.path.join(each, top) in self._parents)
        return [folder, *others]

    def _walk(self, start: str, parts: list[str]) -> tuple[str, list[str]] | None:
        """Follow a dotted name from folder to folder down to a file; a folder alone, a namespace, is no module."""
        at = start
        found = (os.path.join(at, _PACKAGE), parts) if not parts and _PACKAGE in self.disk.names(at) else None
        for count, part in enumerate(parts, 1):
            here = self.disk.names(at)
            if f"{part}.py" in here:
                return os.path.join(at, f"{part}.py"), parts[count:]
            if part not in here:
                break
            at = os.path.join(at, part)
            if _PACKAGE in self.disk.names(at):
                found = os.path.join(at, _PACKAGE), parts[count:]
        return found

    def _holds(self, folder: str, top: str) -> bool:
        """Whether a folder that is not installed holds the module or package `top`."""
        if os.path.basename(folder) == "site-packages":
            return False
        here = self.disk.names(folder)
        return f"{top}.py" in here or (top in here and _PACKAGE in self.disk.names(os.path.join(folder, top)))


def _is_installed(folder: str) -> bool:
    return os.path.basename(folder) in _INSTALLED


def _above(path: str) -> Iterator[str]:
    """The folders above a full path, nearest first."""
    folder = os.path.dirname(path)
    while folder != path:
        yield folder
        path, folder = folder, os.path.dirname(folder)
