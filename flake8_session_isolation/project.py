"""Which imported modules belong to the linted project, told from the linted file's own place on disk."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

MOST_PARENTS = 8
"""Folders above the file that are looked at."""


@dataclass(frozen=True)
class Project:
    """The folders around one linted file, and the user's source roots; installed packages are not looked for."""

    filename: str
    roots: tuple[str, ...] = ()

    @property
    def folders(self) -> list[Path]:
        """The folders above the file, nearest first, then the source roots that the user named."""
        return [*Path(self.filename).absolute().parents[:MOST_PARENTS], *map(Path, self.roots)]

    @property
    def module_name(self) -> str:
        """The dotted name by which the project imports the file: packages around it by their `__init__.py`."""
        path = Path(self.filename).absolute()
        names = [] if path.stem == "__init__" else [path.stem]
        for folder in path.parents[:MOST_PARENTS]:
            if not (folder / "__init__.py").is_file():
                break
            names.append(folder.name)
        return ".".join(reversed(names))

    def owns(self, name: str) -> bool:
        """Whether the module of this dotted name stands in the project.

        A relative import does; else its first name is a package around the file, or a module or package in one of the
        folders above it (`src` layouts and sibling scripts included).
        """
        top = name.partition(".")[0]
        return not top or any(folder.name == top or _holds(folder, top) for folder in self.folders)

    def has_module(self, name: str) -> bool:
        """Whether `name`, as the file imports it, is a module or package of the project, and no object in one."""
        level = len(name) - len(name.lstrip("."))
        starts = self.folders[level - 1 : level] if level else self.folders
        parts = [each for each in name.lstrip(".").split(".") if each]
        return bool(parts) and any(_holds(start.joinpath(*parts[:-1]), parts[-1]) for start in starts)

    def locate(self, name: str, folder: Path) -> tuple[Path, list[str]] | None:
        """The file of the module that a dotted name leads to, as a file in `folder` imports it, and what of the name
        is left over; a relative import keeps its dots.  None for what does not stand in the project."""
        level = len(name) - len(name.lstrip("."))
        parts = [each for each in name.lstrip(".").split(".") if each]
        starts = [folder, *folder.parents][level - 1 : level] if level else self._roots_of(parts[0], folder)
        for start in starts:
            found = _walk(start, parts)
            if found is not None:
                return found
        return None

    def has_top(self, top: str, folder: Path) -> bool:
        """Whether an absolute import that begins with `top`, in a file in `folder`, may lead into the project."""
        return any((each / top).is_dir() or (each / f"{top}.py").is_file() for each in self._roots_of(top, folder))

    def _roots_of(self, top: str, folder: Path) -> list[Path]:
        """The folders in which an absolute import may begin; what Python itself brings is nobody else's."""
        if top in sys.stdlib_module_names:
            return []
        return [folder, *(each for each in self.folders if each.name not in _INSTALLED or self._is_inside(each / top))]

    def _is_inside(self, package: Path) -> bool:
        """Whether the linted file stands in `package`."""
        return package in Path(self.filename).absolute().parents


_INSTALLED = ("site-packages", "dist-packages")


def _walk(start: Path, parts: list[str]) -> tuple[Path, list[str]] | None:
    """Follow a dotted name from folder to folder down to a file; a folder alone, a namespace, is no module."""
    at = start
    package = start / "__init__.py"
    found = (package, parts) if not parts and package.is_file() else None
    for count, part in enumerate(parts, 1):
        if (at / f"{part}.py").is_file():
            return at / f"{part}.py", parts[count:]
        at = at / part
        if not at.is_dir():
            break
        package = at / "__init__.py"
        found = (package, parts[count:]) if package.is_file() else found
    return found


def _holds(folder: Path, top: str) -> bool:
    if folder.name == "site-packages":
        return False
    return (folder / f"{top}.py").is_file() or (folder / top / "__init__.py").is_file()
