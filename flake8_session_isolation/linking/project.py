"""Which imported modules belong to a project, found from the importing file's own place on disk.

A project has no list of its files: what an import means depends on the folders around the importer, and on the source
roots that the user names.  Installed packages are not looked for.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator

from flake8_session_isolation.facts import MARK

MOST_PARENTS = 8
"""Folders above a file that are looked at."""
_INSTALLED = ("site-packages", "dist-packages")
_PACKAGE = "__init__.py"


class Disk:
    """The contents of folders; each is listed once, since most look-ups are for names that do not exist."""

    def __init__(self) -> None:
        """Nothing is listed yet."""
        self._listed: dict[str, tuple[int, frozenset[str]]] = {}

    def names(self, folder: str) -> frozenset[str]:
        """The names in a folder; none where it cannot be listed."""
        known = self._listed.get(folder)
        if known is None:
            known = self._listed[folder] = _stamp(folder), _list(folder)
        return known[1]

    def has_changed(self) -> bool:
        """Whether something was added to a folder that was listed, or removed from it."""
        return any(_stamp(folder) != stamp for folder, (stamp, _) in self._listed.items())


def _stamp(folder: str) -> int:
    try:
        return os.stat(folder).st_mtime_ns
    except (OSError, ValueError):
        return 0


def _list(folder: str) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))
    except (OSError, ValueError):
        return frozenset()


class Project:
    """The folders in which modules are found; `roots` are the source roots of the options."""

    def __init__(self, roots: tuple[str, ...] = ()) -> None:
        """Nothing is looked at yet."""
        self.roots = tuple(map(os.path.abspath, roots))
        self.disk = Disk()
        self._folders: dict[str, tuple[str, ...]] = {}
        self._parents: dict[str, tuple[str, ...]] = {}
        self._owned: dict[tuple[str, str], bool] = {}

    def folders(self, folder: str) -> tuple[str, ...]:
        """A folder and those above it, nearest first, then the source roots."""
        if folder not in self._folders:
            self._folders[folder] = (*self.parents(folder)[:MOST_PARENTS], *self.roots)
        return self._folders[folder]

    def parents(self, folder: str) -> tuple[str, ...]:
        """A folder and all above it, nearest first."""
        if folder not in self._parents:
            self._parents[folder] = tuple(_above(os.path.join(folder, "_")))
        return self._parents[folder]

    def name_of(self, path: str) -> str:
        """The dotted name by which the project imports the file at a full path: packages around it by their
        `__init__.py`."""
        return ".".join(self._steps_to(path)[0])

    def prefix_of(self, path: str) -> str:
        """The prefix of names of functions and classes in a file: its dotted name, marked by the folder in which that
        begins, so that modules of the same name in different folders differ."""
        names, start = self._steps_to(path)
        name = ".".join(names) or os.path.basename(start)
        return f"{name}{MARK}{zlib.crc32(os.fsencode(start)):08x}."

    def _steps_to(self, path: str) -> tuple[list[str], str]:
        """The packages around a file with the file's own name, and the folder in which they are."""
        stem = os.path.splitext(os.path.basename(path))[0]
        names = [] if stem == "__init__" else [stem]
        folder = os.path.dirname(path)
        for folder in self.parents(folder)[:MOST_PARENTS]:
            if _PACKAGE not in self.disk.names(folder):
                break
            names.append(os.path.basename(folder))
        return names[::-1], folder

    def owns(self, name: str, folder: str) -> bool:
        """Whether the module of this dotted name is in the project, as a file in `folder` sees it.

        A relative import does; else its first name is a package around the file, or a module or package in one of the
        folders above it (`src` layouts and sibling scripts included).
        """
        top = name.partition(".")[0]
        key = (top, folder)
        if key not in self._owned:
            around = self.folders(folder) if top else ()
            is_around = any(os.path.basename(each) == top or self._holds(each, top) for each in around)
            self._owned[key] = not top or is_around
        return self._owned[key]

    def has_module(self, name: str, folder: str) -> bool:
        """Whether `name`, as a file in `folder` imports it, is a module or package of the project, and no object in
        one."""
        level = len(name) - len(name.lstrip("."))
        folders = self.folders(folder)
        starts = folders[level - 1 : level] if level else folders
        parts = [each for each in name.lstrip(".").split(".") if each]
        return bool(parts) and any(self._holds(os.path.join(each, *parts[:-1]), parts[-1]) for each in starts)

    def locate(self, name: str, folder: str) -> tuple[str, list[str]] | None:
        """The file of the module to which a dotted name leads, as a file in `folder` imports it, and the rest of the
        name; a relative import keeps its dots. None if it is not in the project."""
        level = len(name) - len(name.lstrip("."))
        parts = [each for each in name.lstrip(".").split(".") if each]
        starts = list(self.parents(folder)[level - 1 : level]) if level else self._roots_of(parts[0], folder)
        for start in starts:
            found = self._walk(start, parts)
            if found is not None:
                return found
        return None

    def has_top(self, top: str, folder: str) -> bool:
        """Whether an absolute import that begins with `top`, in a file in `folder`, may lead into the project."""
        return any({top, f"{top}.py"} & self.disk.names(each) for each in self._roots_of(top, folder))

    def _roots_of(self, top: str, folder: str) -> list[str]:
        """The folders in which an absolute import may begin; the standard library is not part of any project."""
        if top in sys.stdlib_module_names:
            return []
        parents = self.parents(folder)
        every = self.folders(folder)
        own = (each for each in every if not _is_installed(each) or os.path.join(each, top) in parents)
        return list(dict.fromkeys([folder, *own]))

    def _walk(self, start: str, parts: list[str]) -> tuple[str, list[str]] | None:
        """Follow a dotted name through folders to a file; a folder alone, a namespace package, is no module."""
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
