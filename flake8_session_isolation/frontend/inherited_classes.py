"""Whether the classes of a file inherit from a file of the project that may serve: by the texts alone, before anything
is parsed."""

from __future__ import annotations

import builtins
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from flake8_session_isolation.frontend.importing_files import above, may_serve_by_text
from flake8_session_isolation.frontend.quick_look import FORMS, IN_PARENTHESES, is_foreign
from flake8_session_isolation.frontend.regular_files import Stamp, stamp_of

MOST_CLASSES = 60
"""Classes in other files that are followed for one file."""
MOST_BYTES = 1_000_000
MOST_KEPT = 1_000
"""Files of which it is kept what their classes inherit."""
_HEAD = re.compile(r"^[ \t]*class[ \t]+(\w+)[ \t]*(?:\[[^\n]*\])?(?:\(([^)]*)\)|:)", re.MULTILINE)
_FROM = re.compile(rf"^[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+({IN_PARENTHESES}|[^\n#(]+)", re.MULTILINE)
_IMPORT = re.compile(r"^[ \t]*import[ \t]+([^\n#]+)", re.MULTILINE)
_IMPORTED = re.compile(r"([\w.]+|\*)(?:[ \t]+as[ \t]+(\w+))?")
_COMMENT = re.compile(r"#[^\n]*")
_ARGUMENTS = re.compile(r"\[[^\[\]]*\]|\w+[ \t]*=(?!=)")
"""What follows a base in brackets, and the names of keywords."""
_NAME = re.compile(r"[A-Za-z_][\w.]*")
_SERVES = re.compile("|".join(sorted(FORMS)))


class _Names(NamedTuple):
    """The classes of a text with the names in their heads, and what its imports mean; `*` is a name, too. `serves` says
    that functions have the form of a server's."""

    classes: dict[str, list[str]]
    imports: dict[str, str]
    serves: bool = False


_kept: dict[str, tuple[Stamp, _Names]] = {}


def inherits_what_may_serve(path: str, text: str, roots: Iterable[str] = ()) -> bool:
    """Whether a class of a text, which is that of the file at `path`, inherits from a class in a file that may serve;
    also if that cannot be seen. Modules are looked for in the folders above, and in the source `roots`."""
    own = _names_in(text)
    folders = (*above(os.path.dirname(os.path.abspath(path))), *roots)
    waiting = [(path, own, each) for heads in own.classes.values() for each in heads if each not in own.classes]
    seen: set[tuple[str, str]] = set()
    for at, names, name in waiting:
        file = _defining(name, at, names, folders) if (at, name) not in seen else None
        seen.add((at, name))
        if file is not None:
            theirs = _names_of(file) if len(seen) <= MOST_CLASSES else None
            if theirs is None or theirs.serves or may_serve_by_text(file):
                return True
            cls = name.rpartition(".")[2]
            waiting += [(file, theirs, each) for each in theirs.classes.get(cls, (cls,))]
    return False


def _defining(name: str, path: str, names: _Names, folders: Sequence[str]) -> str | None:
    """The file that a class is imported from; `path` itself if it is defined there, None for one of a library, and an
    empty text if that is unknown."""
    if name in names.classes:
        return path
    first, _, rest = name.partition(".")
    whole = names.imports.get(first)
    if whole is None:
        return None if hasattr(builtins, first) else ""
    module = f"{whole}.{rest}".rstrip(".").rpartition(".")[0]
    return _file_of(module, path, folders)


def _file_of(module: str, path: str, folders: Sequence[str]) -> str | None:
    """The file of a module that the file at `path` imports; None if it is a library's, and an empty text if it is the
    project's, but is not found."""
    parts = [each for each in module.split(".") if each]
    up = len(module) - len(module.lstrip("."))
    if up:
        around = list(above(os.path.dirname(os.path.abspath(path))))
        return _file_in(around[up - 1], parts) if up <= len(around) else ""
    if not parts or not is_foreign(parts[0]):
        return None
    top = next((each for each in folders if _is_module(os.path.join(each, parts[0]))), None)
    return _file_in(top, parts) if top is not None else None


def _is_module(path: str) -> bool:
    return os.path.isfile(f"{path}.py") or os.path.isdir(path)


def _file_in(folder: str, parts: list[str]) -> str:
    whole = os.path.join(folder, *parts)
    return next((each for each in (f"{whole}.py", os.path.join(whole, "__init__.py")) if os.path.isfile(each)), "")


def _names_of(path: str) -> _Names | None:
    """The names of a file, from memory if the file has not changed; None if it cannot be read."""
    try:
        stamp = stamp_of(path, MOST_BYTES)
        known = _kept.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        with open(path, encoding="utf-8", errors="replace") as file:
            names = _names_in(file.read())
    except (OSError, ValueError):
        return None
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[path] = stamp, names
    return names


def _names_in(text: str) -> _Names:
    classes: dict[str, list[str]] = {}
    for name, bases in _HEAD.findall(text):
        classes.setdefault(name, []).extend(_NAME.findall(_plain(bases)))
    return _Names(classes, dict(_imports(text)), _SERVES.search(text) is not None)


def _plain(bases: str) -> str:
    """The bases in a class's head alone."""
    found = -1
    bases = _COMMENT.sub("", bases)
    while found:
        bases, found = _ARGUMENTS.subn("", bases)
    return bases


def _imports(text: str) -> Iterator[tuple[str, str]]:
    """The names that a text imports, with what they mean."""
    for module, listed in _FROM.findall(text):
        for name, other in _IMPORTED.findall(_COMMENT.sub("", listed)):
            yield other or name, f"{module}.{name}" if module[-1] != "." else f"{module}{name}"
    for listed in _IMPORT.findall(text):
        for name, other in _IMPORTED.findall(listed):
            first = name.partition(".")[0]
            yield other or first, name if other else first
