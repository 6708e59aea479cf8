"""What is said to the user: one place in the file, one code, one line of text."""

from __future__ import annotations

from typing import NamedTuple

LONGEST = 119
"""A message stays under 120 characters: editors show one line (design section 6)."""


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


def sentence(pattern: str, code: str, **names: str) -> str:
    """Fill `pattern` with `names`; the longest name is shortened from the left until it fits one line.

    The end of a dotted name says more than its beginning, so `app.deep.store.history` becomes `...store.history`.
    """
    said = pattern.format(**names)
    surplus = len(code) + 1 + len(said) - LONGEST
    if surplus <= 0:
        return said
    longest = max(names, key=lambda each: len(names[each]))
    kept = max(len(names[longest]) - surplus - len("..."), 8)
    return pattern.format(**{**names, longest: "..." + names[longest][-kept:]})
