"""The whole way in one function, from flake8's tree to findings.  Open this first.

    tree -> module -> view of the program -> relevant functions -> summaries, contexts -> meetings -> rules -> findings

Each arrow is a value that can be printed.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_session_isolation.finding import Finding, one_per_line, one_per_place
from flake8_session_isolation.frontend.quick_look import is_generated
from flake8_session_isolation.linking.program import forget, linked, one_at_a_time
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.reachability import Slice, slice_of, whole


def check(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> list[Finding]:
    """All findings of one file, sorted, each once; columns in characters."""
    if is_generated(lines):
        return []
    with one_at_a_time:
        try:
            view = linked(tree, "".join(lines), filename, settings)
            return _findings(lines, settings, slice_of(view, settings.supposes))
        except BaseException:
            # What is known of the program may be half made; the next file must not build on it.
            forget()
            raise


def _findings(lines: Sequence[str], settings: Settings, part: Slice | None) -> list[Finding]:
    if part is None:
        return []
    # Most files end above; only the others pay for what follows bodies.
    from flake8_session_isolation.interference.interference import understand

    understood = understand(part, settings.supposes)
    if not understood.meetings and not understood.supposed:
        return []
    from flake8_session_isolation.rules import rules_on

    found = {each for rule in rules_on(settings.codes) for each in rule.find(understood.meetings_for(rule.CODE))}
    told = one_per_line(one_per_place(found))
    return sorted(each._replace(column=_characters(lines, each.line, each.column)) for each in told)


def explain(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> str:
    """The page of one file: how each function runs, and what is reported at each shared place or why it is silent."""
    if is_generated(lines):
        return "not checked: the file is generated"
    from flake8_session_isolation.interference.interference import understand
    from flake8_session_isolation.rules.explanation import page

    with one_at_a_time:
        understood = understand(whole(linked(tree, "".join(lines), filename, settings)), settings.supposes)
        return page(understood, settings.codes)


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """A column in characters for one in UTF-8 bytes."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return (
        len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace")) if not text.isascii() else column
    )
