"""Findings: line, column, code and one line of text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

LONGEST = 140
"""Characters of a message, its code included, from which on caller and cure are left out: editors show one line."""


class Finding(NamedTuple):
    """A claim about one place of the linted file; sorts as flake8 prints.

    `line` counts from 1, `column` counts characters from 0, `text` is one line without the code.
    """

    line: int
    column: int
    code: str
    text: str

    def __str__(self) -> str:
        """The text as flake8 shows it: code, blank, sentence."""
        return f"{self.code} {self.text}"


def one_per_place(found: Collection[Finding]) -> list[Finding]:
    """Of several findings at a place the first that fits: of the claims, which go before their if-shared relatives,
    that with the highest code; of several things that one call does, the first by its text."""
    best: dict[tuple[int, int], Finding] = {}
    for each in sorted(sorted(found, reverse=True), key=_rank):
        best[each[:2]] = each
    return list(best.values())


def one_per_line(found: Collection[Finding]) -> Iterator[Finding]:
    """Of the findings of one code on a line the first: one statement is one bug."""
    first = {(each.line, each.code): each for each in sorted(found, reverse=True)}
    return iter(first.values())


def _rank(finding: Finding) -> tuple[bool, str]:
    return finding.code.startswith("SIS0"), finding.code


def sentence(pattern: str, code: str, **names: str) -> str:
    """Fill `pattern` with those of `names` that it has.

    At the end are the other functions that do the same (`also`).  Where the text is too long, it is the first of these
    that fits: without them; without a second cure; with functions named without their module; without a function that
    the place itself names; with the cure in short (`brief`); without the caller (`through`), so that the function that
    contains the access is named.  If none fits, the cure behind the semicolon is left out, which the page of the code
    explains.  Names of places are never shortened, because users paste them into their options.
    """
    full = pattern.format(**names)
    tried = [f"{full}{names.get('also', '')}", *_shorter(pattern, names)]
    return next((each for each in tried if _fits(each, code)), pattern.partition(";")[0].format(**_briefly_named(names)))


def _shorter(pattern: str, names: Mapping[str, str]) -> Iterator[str]:
    """The texts of a message, each shorter than the one before."""
    yield pattern.format(**names)
    names = {**names, "cure": names.get("cure", "").rpartition("; ")[0] or names.get("cure", "")}
    yield pattern.format(**names)
    names = _briefly_named(names)
    yield pattern.format(**names)
    writer = names.get("writer", "")
    if writer and names.get("place", "").startswith(f"{writer}."):
        pattern = pattern.replace("'{writer}' ", "", 1)
        yield pattern.format(**names)
    names = {**names, "cure": names.get("brief", "") or names["cure"]}
    yield pattern.format(**names)
    if names.get("through"):
        yield pattern.format(**{**names, "through": "", "function": writer})


_FUNCTIONS = ("function", "writer", "where", "through", "reader")
_MODULE = re.compile(r"(?:\w+\.)+(\w+\.\w+)")


def _briefly_named(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, functions without their modules: `Sessions.clean` for `app.core.sessions.Sessions.clean`."""
    brief = {name: _MODULE.sub(r"\1", names[name]) for name in _FUNCTIONS if name in names}
    return {**names, **brief}


def _fits(text: str, code: str) -> bool:
    return len(code) + 1 + len(text) <= LONGEST
