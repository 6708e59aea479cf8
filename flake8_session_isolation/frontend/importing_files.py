"""The files of a project that import one file, as their texts tell before anything is parsed: those that may serve, and
those between it and such files.

Looked for in the file's own folder, then in the package around it and outwards to the project's root.  Only regular
files are read.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import islice
from typing import NamedTuple

from flake8_session_isolation.frontend.quick_look import IN_PARENTHESES, OCCASIONS, REGISTERS, SERVING, is_foreign
from flake8_session_isolation.frontend.regular_files import Stamp, stamp_of

MOST_FILES = 150
"""Files near one file that are looked at."""
MOST_FOLDERS = 80
"""Folders near one file that are listed."""
MOST_IMPORTERS = 8
"""Files that import one file and are asked about it."""
MOST_BETWEEN = 4
"""Files between one file and those that serve which are asked about it."""
MOST_BYTES = 200_000
MOST_PARENTS = 8
MOST_KEPT = 5_000
"""Texts of which it is kept what they import."""
_PACKAGE = "__init__.py"
_ROOT = frozenset({
    *("pyproject.toml", "setup.py", "setup.cfg", "tox.ini", "requirements.txt", "Pipfile", "manage.py", ".git"),
})
"""What stands at the root of a project."""
_OTHERS = frozenset({"__pycache__", "node_modules", "site-packages", "dist-packages"})
"""Folders that hold nothing of the project's own."""
_IMPORT = re.compile(
    rb"^[ \t]*(?:from[ \t]+([\w.]+)[ \t]+import\b[ \t]*(%s|[^\n#]*(?:\\\n[^\n#]*)*)|import[ \t]+([\w., \t]+))"
    % IN_PARENTHESES.encode(),
    re.MULTILINE,
)
_TEST = re.compile(r"test_|conftest\.py$|.*_tests?\.py$")
_WORD = re.compile(rb"\w+")
_LAST_WORD = re.compile(rb"\w+\Z")
_LONGEST_NAME = 100
_THREADS = frozenset({b"threading", b"_thread"})
_SERVING = frozenset(each.encode() for each in SERVING) - _THREADS
"""Libraries that serve or start threads."""
_STARTS_THREADS = re.compile(rb"Thread(?!-)|Timer|start_new")
"""How threads are started: many files import the module for its locks and thread locals alone."""
_TAKES_OCCASION = re.compile(
    rf"^([ \t]*)def[ \t]+(\w+)\([^)]*\b(?:{'|'.join(sorted(OCCASIONS))})\b".encode(), re.MULTILINE
)
"""A function that takes a request or an event: another library may call it."""
_REGISTERS = re.compile(REGISTERS.encode())


_CREATED = re.compile(rb"\b_*[A-Z]\w*(?=\()")
_CREATED_PART = re.compile(rb"\.(_*[A-Z]\w*)\(")
"""What is called and may be a class, by its spelling; of a module."""


class _Glance(NamedTuple):
    """What the text of one file imports, as single words, whether it may serve, and of which classes it may create
    objects."""

    words: frozenset[bytes] = frozenset()
    serves: bool = False
    created: frozenset[bytes] = frozenset()


_kept: dict[str, tuple[Stamp, _Glance]] = {}
_folders_kept: dict[str, tuple[int, tuple[list[str], list[str]]]] = {}
_unsaved: dict[str, tuple[tuple[int, int], _Glance]] = {}
"""Of texts that are not on disk as they are, by their length and hash, since texts are large."""


class Importing(NamedTuple):
    """The files near one file that import it, nearest first: those `serving`, as far as their texts show, and those
    `between` it and files that serve. `classes` may be the classes of it of which these create objects; those between
    may hand on what they import."""

    serving: tuple[str, ...]
    between: tuple[str, ...]
    classes: frozenset[bytes] = frozenset()

    def may_keep_one_of(self, classes: Iterable[str]) -> bool:
        """Whether the files may create objects of one of some classes."""
        return any(each.encode() in self.classes for each in classes)


class Nearby(NamedTuple):
    """The files near one folder, nearest first, with what their texts tell."""

    files: tuple[tuple[str, _Glance], ...]

    @classmethod
    def to(cls, folder: str, texts: Mapping[str, str]) -> Nearby:
        """Those near a folder; `texts` are those of files that are not saved yet."""
        near = islice(_near(os.path.abspath(folder)), MOST_FILES)
        return cls(tuple((each, _said(each, texts[each]) if each in texts else _glance(each)) for each in near))

    def importing(self, path: str) -> Importing:
        """Those that import the file at `path`, which is in the folder, and may serve, directly or through a file
        between."""
        word = _word(path)
        importers = [(each, glance) for each, glance in self.files if word in glance.words and not _is_same(each, path)]
        found = dict(islice((each for each in importers if each[1].serves), MOST_IMPORTERS))
        plain = (each for each in importers if not each[1].serves and self._is_served(_word(each[0]), path))
        between = dict(islice(plain, MOST_BETWEEN))
        handed_on = (glance.words for glance in between.values())
        classes = frozenset().union(*(each.created for each in (*found.values(), *between.values())), *handed_on)
        return Importing(tuple(found), tuple(between), classes)

    def _is_served(self, word: bytes, path: str) -> bool:
        """Whether a file other than the one at `path` imports something of this name, and may serve."""
        return any(glance.serves and word in glance.words and not _is_same(each, path) for each, glance in self.files)


def importing(path: str, texts: Mapping[str, str]) -> Importing:
    """The files near `path` that import it and may serve, directly or through a file between. `texts` are those of
    files that are not saved yet."""
    return Nearby.to(os.path.dirname(os.path.abspath(path)), texts).importing(path)


def namesakes(path: str) -> Iterator[str]:
    """The files near `path` that have its name, in other folders of the project."""
    near = islice(_near(os.path.dirname(os.path.abspath(path))), MOST_FILES)
    return (each for each in near if os.path.basename(each) == os.path.basename(path) and not _is_same(each, path))


def _word(path: str) -> bytes:
    """The last name by which a file is imported."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.fsencode(os.path.basename(folder) if name == _PACKAGE else os.path.splitext(name)[0])


def _is_same(one: str, other: str) -> bool:
    return one == os.path.abspath(other)


def _near(folder: str) -> Iterator[str]:
    """The Python files of the project, those of the nearest folders first, without tests."""
    for each, names in _folders(folder):
        yield from (os.path.join(each, name) for name in names if name.endswith(".py") and not _TEST.match(name))


def _folders(folder: str) -> Iterator[tuple[str, list[str]]]:
    """The folders of the project with their file names: a folder, those below it, then the same for its parent."""
    seen: set[str] = set()
    for top, is_deep in _tops(folder):
        waiting = [top]
        for each in waiting:
            if each not in seen and len(seen) < MOST_FOLDERS:
                seen.add(each)
                files, below = _listed(each)
                yield each, files
                waiting += below if is_deep else ()


def _tops(folder: str) -> Iterator[tuple[str, bool]]:
    """A folder and those above it up to the project's root, and whether everything below belongs to the project: in a
    package, or at a root with a marker file."""
    folders = list(above(folder))
    packages = [each for each in _while_packages(folders)]
    root = next((each for each in folders[len(packages) :] if _ROOT.intersection(_names(each))), None)
    for each in folders:
        yield each, root is not None or each in packages
        if each == root or (root is None and each not in packages):
            return


def _while_packages(folders: Iterable[str]) -> Iterator[str]:
    for each in folders:
        if not os.path.isfile(os.path.join(each, _PACKAGE)):
            return
        yield each


def above(folder: str) -> Iterator[str]:
    """A folder and those above it, nearest first."""
    for _ in range(MOST_PARENTS):
        yield folder
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _listed(folder: str) -> tuple[list[str], list[str]]:
    """The names of the regular files of a folder, and its subfolders, in order; from memory if nothing was added to the
    folder, or removed from it."""
    try:
        stamp = os.stat(folder).st_mtime_ns
    except (OSError, ValueError):
        return [], []
    known = _folders_kept.get(folder)
    if known is None or known[0] != stamp:
        if len(_folders_kept) >= MOST_KEPT:
            _folders_kept.clear()
        known = _folders_kept[folder] = stamp, _list(folder)
    return known[1]


def _list(folder: str) -> tuple[list[str], list[str]]:
    files, below = [], []
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                if each.is_file(follow_symlinks=False):
                    files.append(each.name)
                elif each.is_dir(follow_symlinks=False) and each.name[0] != "." and each.name not in _OTHERS:
                    below.append(each.path)
    except OSError:
        return [], []
    return ([], []) if "pyvenv.cfg" in files else (sorted(files), sorted(below))


def _glance(path: str) -> _Glance:
    """The imports of a file, from memory if the file has not changed."""
    try:
        stamp = stamp_of(path, MOST_BYTES)
        known = _kept.get(path)
        if known is not None and known[0] == stamp:
            return known[1]
        with open(path, "rb") as file:
            glance = _look(_plain(file.read()), path)
    except (OSError, ValueError):
        return _Glance()
    if len(_kept) >= MOST_KEPT:
        _kept.clear()
    _kept[path] = stamp, glance
    return glance


def may_serve_by_text(path: str) -> bool:
    """Whether a file may serve, as far as its text shows; also if it cannot be read or is too large for it."""
    try:
        stamp_of(path, MOST_BYTES)
    except (OSError, ValueError):
        return True
    return _glance(path).serves


def _plain(content: bytes) -> bytes:
    """The bytes of a file without a byte order mark, and with Unix line ends."""
    return content.removeprefix(codecs.BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def tells_the_same(path: str, text: str) -> bool:
    """Whether this text for a file has the same imports as the file on disk."""
    return _glance(path) == _said(path, text)


def _said(path: str, text: str) -> _Glance:
    stamp = len(text), hash(text)
    known = _unsaved.get(path)
    if known is None or known[0] != stamp:
        if len(_unsaved) >= MOST_KEPT:
            _unsaved.clear()
        content = text.encode(errors="replace")
        # As for a file on disk: what is found must not depend on which files were linted before.
        glance = _look(content, path) if len(content) <= MOST_BYTES else _Glance()
        known = _unsaved[path] = stamp, glance
    return known[1]


def _look(text: bytes, path: str) -> _Glance:
    """The words of the imports of a text, whether it may serve, and what it may create."""
    imports = _IMPORT.findall(text)
    words = frozenset(word for each in imports for part in each for word in _WORD.findall(part))
    modules = frozenset(_modules(imports))
    serves = _serves(text, modules) or (_knows_others(modules, path) and _may_give(text))
    return _Glance(words, serves, frozenset(_created(text, words, imports)))


def _modules(imports: Iterable[tuple[bytes, bytes, bytes]]) -> Iterator[bytes]:
    """The modules that a text imports, or imports from, and the first two names of each and the first."""
    for whole, _, names in imports:
        for each in (whole, *names.split(b",")):
            parts = each.strip().partition(b" ")[0].split(b".", 2)
            yield parts[0]
            yield b".".join(parts[:2])


def _created(text: bytes, words: Set[bytes], imports: Iterable[tuple[bytes, bytes, bytes]]) -> Iterator[bytes]:
    """The names of what a text imports and calls, or gives another name, if they may be those of classes."""
    if any(b"*" in names for _, names, _ in imports):
        yield from _CREATED.findall(text)
    yield from _CREATED_PART.findall(text)
    renamed = frozenset(_renamed(text))
    for each in words:
        if each.lstrip(b"_")[:1].isupper() and (each in renamed or each + b"(" in text):
            yield each


def _renamed(text: bytes) -> Iterator[bytes]:
    """The words before `as`: names that an import or a `with` statement gives another name."""
    *before, _ = text.split(b" as ")
    for each in before:
        yield from _LAST_WORD.findall(each[-_LONGEST_NAME:])


def _serves(text: bytes, modules: Set[bytes]) -> bool:
    if b"async def" in text or not _SERVING.isdisjoint(modules):
        return True
    return not _THREADS.isdisjoint(modules) and _STARTS_THREADS.search(text) is not None


def _may_give(text: bytes) -> bool:
    """Whether a library may be given a function to call back, of this file or another one."""
    return _REGISTERS.search(text) is not None or any(_is_given(each, text) for each in _TAKES_OCCASION.finditer(text))


def _is_given(taker: re.Match[bytes], text: bytes) -> bool:
    """Whether a function may be given away: it is nested or a method, it is decorated, or the text names it without a
    call."""
    indent, name = taker.groups()
    before = text[: taker.start()].rstrip().rpartition(b"\n")[2]
    return bool(indent) or before[:1] in (b"@", b")") or re.search(rb"\b%s\b(?!\s*\()" % name, text) is not None


def _knows_others(modules: Iterable[bytes], path: str) -> bool:
    """Whether imports lead to a library: neither to the standard library nor, as the file's path tells, to its own
    project."""
    tops = {each.decode(errors="replace").partition(".")[0] for each in modules}
    return any(map(is_foreign, tops.difference(path.split(os.sep), {""})))
