"""Whether the classes of a file inherit from a file of the project that may serve: by the texts of other files alone,
before these are parsed."""

from __future__ import annotations

import ast
import builtins
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from flake8_session_isolation.frontend.importing_files import above, may_serve_by_text
from flake8_session_isolation.frontend.quick_look import FORMS, IN_PARENTHESES, is_foreign
from flake8_session_isolation.frontend.regular_files import Stamp, stamp_of

MOST_CLASSES = 60
"""Classes in other files that are followed for one file."""
MOST_BYTES = 1_000_000
MOST_KEPT = 1_000
"""Files of which it is kept what their classes inherit."""
_UNKNOWN = "<unknown>"
"""A base that is no name."""
_HEAD = re.compile(r"^[ \t]*class[ \t]+(\w+)[ \t]*(?:\[[^\n]*\])?(?:\(([^)]{0,2000})\)|:)", re.MULTILINE)
"""The head of a class; where it is not closed soon, the file is no program."""
_FROM = re.compile(rf"(?:^|;)[ \t]*from[ \t]+([\w.]+)[ \t]+import[ \t]+({IN_PARENTHESES}|[^\n#(;]+)", re.MULTILINE)
_IMPORT = re.compile(r"(?:^|;)[ \t]*import[ \t]+([^\n#;]+)", re.MULTILINE)
_IMPORTED = re.compile(r"([\w.]+|\*)(?:[ \t]+as[ \t]+(\w+))?")
_LEFT_OUT = re.compile(r"#[^\n]*|\\\n")
"""Comments, and ends of lines that end no statement."""
_ARGUMENTS = re.compile(r"\[[^\[\]]*\]|\w+[ \t]*=(?!=)")
"""What follows a base in brackets, and the names of keywords."""
_NAME = re.compile(r"[A-Za-z_][\w.]*")
_SERVES = re.compile("|".join(sorted(FORMS)))


class Heads(NamedTuple):
    """The classes of a file with the names in their heads, and what its imports may mean; `*` is a name, too. `serves`
    says that functions have the form of a server's."""

    classes: Mapping[str, Sequence[str]]
    imports: Mapping[str, Sequence[str]]
    serves: bool = False


_kept: dict[str, tuple[Stamp, Heads]] = {}


def heads_of(classes: Iterable[ast.ClassDef], imports: Iterable[ast.Import | ast.ImportFrom]) -> Heads:
    """The classes and imports of a file that is parsed."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in classes:
        found[each.name] += map(_dotted, (*each.bases, *(keyword.value for keyword in each.keywords)))
    meanings: dict[str, list[str]] = defaultdict(list)
    for node in imports:
        module = "." * node.level + (node.module or "") if isinstance(node, ast.ImportFrom) else None
        for name in node.names:
            _note(module, name.name, name.asname, meanings)
    return Heads(found, meanings)


def _dotted(node: ast.expr) -> str:
    """The dotted name of a base, without what stands in brackets."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=name):
            return f"{_dotted(value)}.{name}"
        case ast.Subscript(value=value):
            return _dotted(value)
    return _UNKNOWN


def _note(module: str | None, name: str, other: str | None, meanings: dict[str, list[str]]) -> None:
    """Add what an imported name means; `module` is None for an import of a module itself."""
    if module is None:
        first = name.partition(".")[0]
        meanings[other or first].append(name if other else first)
    else:
        meanings[other or name].append(f"{module}{name}" if module.endswith(".") else f"{module}.{name}")


def inherits_what_may_serve(path: str, own: Heads, roots: Iterable[str] = ()) -> bool:
    """Whether a class of the file at `path`, with its `own` heads, inherits from a class in a file that may serve; also
    if that cannot be seen. Modules are looked for in the folders above, and in the source `roots`."""
    folders = (*above(os.path.dirname(os.path.abspath(path))), *roots)
    waiting = [(path, own, each) for heads in own.classes.values() for each in heads if each not in own.classes]
    seen: set[tuple[str, str]] = set()
    for at, names, name in waiting:
        if (at, name) in seen:
            continue
        seen.add((at, name))
        for file, cls in _defining(name, at, names, folders):
            theirs = _heads_at(file) if len(seen) <= MOST_CLASSES else None
            if theirs is None or theirs.serves or may_serve_by_text(file):
                return True
            waiting += [(file, theirs, each) for each in theirs.classes.get(cls, (cls,))]
    return False


def _defining(name: str, path: str, names: Heads, folders: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files that a class may be imported from, with its name there: `path` itself if it is defined there, no file
    for one of a library, and an empty text for a file that is unknown."""
    if name in names.classes:
        yield path, name
        return
    first, _, rest = name.partition(".")
    if first not in names.imports and not hasattr(builtins, first):
        yield "", name
    for whole in names.imports.get(first, ()):
        dotted = f"{whole}.{rest}" if rest else whole
        cls = dotted.rpartition(".")[2]
        module = dotted[: -len(cls)]
        file = _file_of(module.rstrip(".") if module.strip(".") else module, path, folders)
        if file is not None:
            yield file, cls


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


def _heads_at(path: str) -> Heads | None:
    """The classes and imports of a file, from memory if it has not changed; None if it cannot be read."""
    try:
        stamp = stamp_of(path, MOST_BYTES)
        known = _kept.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        with open(path, encoding="utf-8", errors="replace") as file:
            heads = _heads_in(file.read())
    except (OSError, ValueError):
        return None
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[path] = stamp, heads
    return heads


def _heads_in(text: str) -> Heads:
    text = _LEFT_OUT.sub(" ", text)
    classes: dict[str, list[str]] = defaultdict(list)
    for name, bases in _HEAD.findall(text):
        classes[name] += _NAME.findall(_plain(bases))
    meanings: dict[str, list[str]] = defaultdict(list)
    for module, listed in _FROM.findall(text):
        for name, other in _IMPORTED.findall(listed):
            _note(module, name, other or None, meanings)
    for listed in _IMPORT.findall(text):
        for name, other in _IMPORTED.findall(listed):
            _note(None, name, other or None, meanings)
    return Heads(classes, meanings, _SERVES.search(text) is not None)


def _plain(bases: str) -> str:
    """The bases in a class's head alone."""
    found = -1
    while found:
        bases, found = _ARGUMENTS.subn("", bases)
    return bases
