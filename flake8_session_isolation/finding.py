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
    """Fill `pattern` with those of `names` that it has, and shorten the text where it is too long.

    Names of places are never shortened, because users paste them into their options; `_shorter` has the order in which
    other parts are left out, the cure last. The page of the code explains the cure, too.
    """
    texts = [*_shorter(pattern, names)]
    return next((each for each in texts if _fits(each, code)), texts[-1])


def _shorter(pattern: str, names: Mapping[str, str]) -> Iterator[str]:
    """The texts of a message, each shorter than the one before. First the other functions that do the same (`also`) are
    left out; then the second cure; modules in the names of functions; a function that the place itself names; then the
    cure is said in short (`brief`); the caller (`through`), so that the function that contains the access is named, or
    that function (`where`), which the reported line calls, is left out; who else sees the place; and at last the
    cure."""
    yield f"{pattern.format(**names)}{names.get('also', '')}"
    yield pattern.format(**names)
    names = {**names, "cure": names.get("cure", "").partition("; ")[0]}
    yield pattern.format(**names)
    names = _briefly_named(names)
    yield pattern.format(**names)
    writer = names.get("writer", "")
    if writer and names.get("place", "").startswith(f"{writer}."):
        pattern = pattern.replace("'{writer}' ", "", 1)
        yield pattern.format(**names)
    names = {**names, "cure": names.get("brief", names["cure"]).partition("; ")[0]}
    yield pattern.format(**names)
    if names.get("through") or names.get("where"):
        names = {**names, "where": "", "through": "", "function": writer}
        yield pattern.format(**names)
    claim, _, cure = pattern.partition(";")
    before, place, after = claim.rpartition("'{place}'")
    yield f"{before}{place}{after.partition(', ')[0]};{cure}".format(**names)
    yield claim.format(**names)


_FUNCTIONS = ("function", "writer", "where", "through", "reader")
_MODULE = re.compile(r"(?:\w+\.)+(\w+\.\w+)")


def _briefly_named(names: Mapping[str, str]) -> dict[str, str]:
    """The same names, functions without their modules: `Sessions.clean` for `app.core.sessions.Sessions.clean`."""
    brief = {name: _MODULE.sub(r"\1", names[name]) for name in _FUNCTIONS if name in names}
    return {**names, **brief}


def _fits(text: str, code: str) -> bool:
    return len(code) + 1 + len(text) <= LONGEST
