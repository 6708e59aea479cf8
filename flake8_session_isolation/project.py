"""Which imported modules belong to the linted project, told from the linted file's own place on disk."""

from __future__ import annotations

from pathlib import Path

MOST_PARENTS = 8
"""Folders above the file that are looked at."""


def is_first_party(name: str, filename: str) -> bool:
    """Whether the module of this dotted name stands in the project of `filename`.

    A relative import does; else its first name is a package around the file, or a module or package in one of the
    folders above it (`src` layouts and sibling scripts included).  Installed packages are not looked for.
    """
    top = name.partition(".")[0]
    if not top:
        return True
    folders = Path(filename).absolute().parents[:MOST_PARENTS]
    return any(folder.name == top or _holds(folder, top) for folder in folders)


def _holds(folder: Path, top: str) -> bool:
    if folder.name == "site-packages":
        return False
    return (folder / f"{top}.py").is_file() or (folder / top / "__init__.py").is_file()
