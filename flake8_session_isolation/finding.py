"""Findings: line, column, code and one line of text."""

from __future__ import annotations

from collections.abc import Collection, Iterator
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

    At the end are the other functions that do the same (`also`).  Where the text is too long, they are left out; then
    a second cure; then the caller (`through`), so that the function that contains the access is named; then the cure
    behind the semicolon, which the page of the code explains.  Names are never shortened, because users paste them into
    their options.
    """
    full = pattern.format(**names)
    if _fits(f"{full}{names.get('also', '')}", code):
        return f"{full}{names.get('also', '')}"
    if _fits(full, code):
        return full
    if "; " in names.get("cure", ""):
        return sentence(pattern, code, **{**names, "cure": names["cure"].rpartition("; ")[0]})
    if names.get("through"):
        return sentence(pattern, code, **{**names, "through": "", "function": names["writer"]})
    return pattern.partition(";")[0].format(**names)


def _fits(text: str, code: str) -> bool:
    return len(code) + 1 + len(text) <= LONGEST
