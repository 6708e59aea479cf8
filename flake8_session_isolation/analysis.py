"""The whole way in one function, from flake8's tree to findings.  Open this first.

    tree -> module -> view of the program -> relevant functions -> summaries, contexts -> meetings -> rules -> findings

Each arrow is a value that can be printed.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_session_isolation.finding import Finding, one_per_place
from flake8_session_isolation.frontend.quick_look import is_generated
from flake8_session_isolation.linking.program import linked
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.reachability import slice_of, whole


def check(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> list[Finding]:
    """All findings of one file, sorted, each once; columns in characters."""
    if is_generated(lines):
        return []
    view = linked(tree, "".join(lines), filename, settings)
    part = slice_of(view, settings.supposes)
    if part is None:
        return []
    # Most files end above; only the others pay for what follows bodies.
    from flake8_session_isolation.interference.interference import understand
    from flake8_session_isolation.rules import rules_on

    understood = understand(part, settings.supposes)
    found = {each for rule in rules_on(settings.codes) for each in rule.find(understood.meetings_for(rule.CODE))}
    return sorted(each._replace(column=_characters(lines, each.line, each.column)) for each in one_per_place(found))


def explain(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> str:
    """The page of one file: what was understood of each function and each shared place."""
    from flake8_session_isolation.interference.interference import understand

    return str(understand(whole(linked(tree, "".join(lines), filename, settings))))


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """A column in characters for one in UTF-8 bytes."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return (
        len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace")) if not text.isascii() else column
    )
