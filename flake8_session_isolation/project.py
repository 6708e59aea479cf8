"""Which imported modules belong to the linted project, told from the linted file's own place on disk."""

from __future__ import annotations

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


def _holds(folder: Path, top: str) -> bool:
    if folder.name == "site-packages":
        return False
    return (folder / f"{top}.py").is_file() or (folder / top / "__init__.py").is_file()
