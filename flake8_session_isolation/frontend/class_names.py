"""Which names of a file may mean classes, as its text tells before it is parsed.

Most names that a program calls are names of functions. Whether a name is a class has to be known for many files that
are never parsed, and a search through the text takes a hundredth of the time of parsing it.
"""

from __future__ import annotations

import re
import tokenize
from typing import NamedTuple

from flake8_session_isolation.frontend.regular_files import Stamp, stamp_of
from flake8_session_isolation.frontend.source_store import MOST_BYTES

_CLASS = re.compile(r"\bclass[\s\\]+(?=(\w+))")
"""The name is only looked at: a comment may end with the word, too."""
_IMPORT = re.compile(r"import((?:[\w\s,.*\\(]|#[^\n]*)*)")
"""An import as far as it may reach, and what follows it up to another sign."""
_DEFINITION = re.compile(r"\bdef[ \t]+\w+")
_WORD = re.compile(r"\w+")


class ClassNames(NamedTuple):
    """The names in a text that may mean classes: each name after the word `class`, and the words of import statements,
    with some that follow these. `is_open` says that a star import may add any other name. Words in strings and comments
    count, too."""

    classes: frozenset[str]
    imported: frozenset[str]
    is_open: bool

    def may_have(self, name: str) -> bool:
        """Whether a name of the file may mean a class."""
        return self.is_open or name in self.classes or name in self.imported


def class_names(text: str) -> ClassNames:
    """The names in a text that may mean classes."""
    imports = [_DEFINITION.sub("", each) for each in _IMPORT.findall(text)]
    words = frozenset(word for each in imports for word in _WORD.findall(each))
    return ClassNames(frozenset(_CLASS.findall(text)), words, any("*" in each for each in imports))


def class_names_at(path: str) -> tuple[Stamp, ClassNames] | None:
    """The names in the file at a path that may mean classes, with the stamp of the file; None if it cannot be read."""
    try:
        stamp = stamp_of(path, MOST_BYTES)
        with tokenize.open(path) as file:
            return stamp, class_names(file.read())
    except (OSError, SyntaxError, ValueError):
        return None


def has_changed(path: str, stamp: Stamp) -> bool:
    """Whether the file at a path is not the one that was read."""
    try:
        return stamp_of(path, MOST_BYTES) != stamp
    except (OSError, ValueError):
        return True
