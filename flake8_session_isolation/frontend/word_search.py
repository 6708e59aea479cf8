"""Whole words in a module's text.

Names are searched one by one: `str.find` takes a hundredth of the time of a pattern with alternatives, and most texts
have none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Module

_HANDS_ON = re.compile(
    r"^from[ \t]+[\w.]+[ \t]+import\b[ \t]*(?:\([^)]*\)|[^(\n]*$)"
    r"|^__all__\b[^=\n]*=[ \t]*(?:\([^)]*\)|\[[^]]*\])",
    re.MULTILINE,
)
_RENAMES = re.compile(r"\b(\w+)[ \t]+as[ \t]+(?!\1\b)")


def positions(word: str, text: str) -> Iterator[int]:
    """Where a text has a word that is not a part of a longer one."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _continues(text[at - 1 : at]) and not _continues(text[end : end + 1]):
            yield at
        at = text.find(word, end)


def _continues(character: str) -> bool:
    """Whether a character, or none, belongs to a word that ends or begins there."""
    return character == "_" or character.isalnum()


def uses_one(words: Iterable[str], module: Module) -> bool:
    """Whether the text of a module has one of some words and does not only hand it on."""
    return any(not _is_handed_on(at, module) for each in words for at in positions(each, module.text))


def _is_handed_on(at: int, module: Module) -> bool:
    """Whether a position lies in an import under the same name, or in the list of what a module offers."""
    starts, ends = _handing_on(module)
    index = bisect_right(starts, at) - 1
    return index >= 0 and at < ends[index]


@memoised
def _handing_on(module: Module) -> tuple[list[int], list[int]]:
    """Where the statements start and end by which a module only hands names on."""
    found = [each.span() for each in _HANDS_ON.finditer(module.text) if _RENAMES.search(each.group()) is None]
    return [start for start, _ in found], [end for _, end in found]
