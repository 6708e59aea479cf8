"""What is said to the user: one place in the file, one code, one line of text."""

from __future__ import annotations

import re
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
    """Fill `pattern` with `names`; where that is too long, `through` is left out, then the longest dotted name is shortened.

    The end of a dotted name says more than its beginning, so `app.deep.store.history` becomes `...store.history`.
    """
    surplus = _surplus(pattern.format(**names), code)
    if surplus > 0 and names.get("through"):
        return sentence(pattern, code, **{**names, "through": ""})
    if surplus <= 0:
        return pattern.format(**names)
    longest = max((each for each in names if " " not in names[each]), key=lambda each: len(names[each]))
    kept = max(len(names[longest]) - surplus - len("..."), 8)
    return pattern.format(**{**names, longest: "..." + _end(names[longest], kept)})


def _surplus(said: str, code: str) -> int:
    return len(code) + 1 + len(said) - LONGEST


def _end(name: str, kept: int) -> str:
    """The last `kept` characters of a dotted name, from one of its dots on if there is one; keys need not be told."""
    tail = re.sub(r"\[[^\[\]]*\]", "[]", name)[-kept:]
    return tail.partition(".")[2] or tail
