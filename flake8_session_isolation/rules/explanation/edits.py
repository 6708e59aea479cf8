"""Line-based edits of one file, and their diff."""

from __future__ import annotations

import difflib
import io
import re
import tokenize
from collections.abc import Iterable, Iterator

from flake8_session_isolation.frontend.scopes import Function, Module


class Edits:
    """The lines of a module, numbered from 1, some of them replaced, removed or preceded by new ones. Comments at the
    end of lines are kept."""

    def __init__(self, module: Module) -> None:
        """Nothing is changed yet."""
        self.module = module
        self.lines = module.text.splitlines()
        self._comments = dict(_comments(module.text))
        self._changed: dict[int, str | None] = {}
        self._before: dict[int, list[str]] = {}

    def code(self, number: int) -> str:
        """A line in its present form, without a comment; empty if it is removed."""
        known = self._changed.get(number, self.lines[number - 1][: self._comments.get(number)].rstrip())
        return known or ""

    def replace(self, number: int, text: str | None) -> None:
        """Replace the code of a line, or remove it."""
        self._changed[number] = text

    def insert(self, number: int, *texts: str) -> None:
        """Put new lines before a line."""
        known = self._before.setdefault(number, [])
        known += [each for each in texts if each == "" or each not in known]

    def rename(self, numbers: Iterable[int], old: str, new: str) -> None:
        """Replace an expression in some lines, wherever it stands by itself; names of keyword arguments are kept."""
        whole = re.compile(rf"(?<![\w.\"']){re.escape(old)}(?![\w\"']|=(?!=))")
        for number in numbers:
            if whole.search(code := self.code(number)):
                self.replace(number, whole.sub(lambda _: new, code))

    def require(self, statement: str) -> None:
        """Add an import to the module if it is missing: `import` before its first imports, `from` after them."""
        if statement in self.lines:
            return
        first = next((at for at, text in enumerate(self.lines, 1) if _IMPORT.match(text)), None)
        if first is None:
            self.insert(self.first_statement, statement)
            return
        last = first
        while last < len(self.lines) and _WHOLE_IMPORT.match(self.lines[last]):
            last += 1
        is_whole = _WHOLE_IMPORT.match(self.lines[first - 1]) is not None
        self.insert(last + 1 if statement.startswith("from ") and is_whole else first, statement)

    @property
    def first_statement(self) -> int:
        """The line of the first statement that is no docstring."""
        lines = [each.line for each in self.module.body if each.line > 1] or [1]
        return lines[0]

    @property
    def text(self) -> str:
        """The file as it is after all changes."""
        return "".join(f"{each}\n" for each in self._result())

    def _result(self) -> list[str]:
        made: list[str] = []
        for number, text in enumerate([*self.lines, ""], 1):
            made += self._before.get(number, [])
            if number <= len(self.lines) and (now := self._line(number, text)) is not None:
                made.append(now)
        return made

    def _line(self, number: int, text: str) -> str | None:
        """A line with its comment; None where it was removed."""
        now = self._changed.get(number, text)
        if number not in self._changed or now is None or number not in self._comments:
            return now
        return f"{now}  {text[self._comments[number]:]}"

    def diff(self) -> tuple[str, ...]:
        """The changes, with line numbers."""
        rows = difflib.unified_diff(self.lines, self._result(), n=0, lineterm="")
        return tuple(rows)[2:]


def _comments(text: str) -> Iterator[tuple[int, int]]:
    """Where the comments of a file begin: line and column."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start


_IMPORT = re.compile(r"(from (?!__future__)[\w.]+ )?import ")
_WHOLE_IMPORT = re.compile(r"(from [\w.]+ )?import [^(\\]+$")


def indent_of(text: str) -> str:
    """The blanks at the beginning of a line."""
    return text[: len(text) - len(text.lstrip())]


def body_lines(function: Function) -> range:
    """The lines of a function, its first one included."""
    return range(function.line, function.end_line + 1)


def first_of_body(function: Function) -> int:
    """The line of the first statement behind a docstring."""
    rest = [each.line for each in function.body[1:]]
    is_documented = bool(rest) and _is_text(function)
    return rest[0] if is_documented else function.body[0].line


def _is_text(function: Function) -> bool:
    value = getattr(function.body[0], "value", None)
    return isinstance(getattr(value, "value", None), str)
