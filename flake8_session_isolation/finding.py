"""What is said to the user: one place in the file, one code, one line of text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import Formatter
from typing import NamedTuple

LONGEST = 119
"""A message stays under 120 characters: editors show one line."""


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

    Where that is too long, `through` is left out, then the cure behind the semicolon, which the code's page tells as
    well; at last the longest name is shortened, which then is no name to be pasted anywhere.

    The end of a dotted name says more than its beginning, so `app.deep.store.history` becomes `...store.history`.
    """
    surplus = _surplus(pattern.format(**names), code)
    if surplus <= 0:
        return pattern.format(**names)
    if names.get("through"):
        return sentence(pattern, code, **{**names, "through": ""})
    claim, semicolon, _ = pattern.partition(";")
    if semicolon:
        return sentence(claim, code, **names)
    shown = (each for _, each, _, _ in Formatter().parse(pattern) if each is not None and " " not in names[each])
    longest = max(shown, key=lambda each: len(names[each]))
    return pattern.format(**{**names, longest: _shortened(names[longest], len(names[longest]) - surplus)})


def _surplus(said: str, code: str) -> int:
    return len(code) + 1 + len(said) - LONGEST


def _shortened(name: str, most: int) -> str:
    """A dotted name of at most `most` characters: keys need not be told, and the end says more than the beginning."""
    without_keys = re.sub(r"\[[^\[\]]*\]", "[...]", name)
    if len(without_keys) <= most:
        return without_keys
    tail = without_keys[-max(most - len("..."), 8) :]
    return "..." + re.sub(r"^[^.\[]*\.(?=\w)", "", tail)
