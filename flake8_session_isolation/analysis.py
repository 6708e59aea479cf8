"""The whole way in one function, from flake8's tree to findings.  Open this first.

    tree -> outline -> suspects -> summaries -> contexts -> meetings -> rules -> findings

Each arrow is a value that can be printed; none of it outlives the call.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from flake8_session_isolation.finding import Finding, one_per_place
from flake8_session_isolation.frontend.quick_look import is_generated
from flake8_session_isolation.linking.program import Outline, outline_of
from flake8_session_isolation.linking.registrations import registrations_of
from flake8_session_isolation.linking.scripts import script_of
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.slicing.reachability import leading_away
from flake8_session_isolation.slicing.shared_places import concerned, doubtful, suspects


def check(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> list[Finding]:
    """All findings of one file, sorted, each once; columns in characters."""
    if is_generated(lines):
        return []
    outline = outline_of(tree, filename, settings)
    uncertain = doubtful(outline.module, outline.facts)
    names = suspects(outline.sharing, settings.supposes) | leading_away(outline.sharing)
    functions = concerned(outline.module, names, outline.facts, uncertain)
    if not functions and not _serves_otherwise(outline):
        return []
    # Most files end above; only the others pay for what follows bodies.
    from flake8_session_isolation.interference.interference import understand

    understood = understand(outline, functions, settings.supposes)
    if not understood.meetings and not understood.supposed:
        return []
    from flake8_session_isolation.rules import rules_on

    found = {each for rule in rules_on(settings.codes) for each in rule.find(understood.meetings_for(rule.CODE))}
    return sorted(each._replace(column=_characters(lines, each.line, each.column)) for each in one_per_place(found))


def _serves_otherwise(outline: Outline) -> bool:
    """Whether the module itself is run for each session, or may give another module's functions to a library."""
    if script_of(outline.sharing).is_rerun:
        return True
    scope = outline.module.scope
    imports = (*scope.imports.values(), *scope.star_imports) if outline.facts.registrars else ()
    knows_others = any(outline.modules.find(each, outline.module) is not None for each in imports)
    return knows_others and any(True for _ in registrations_of(outline.sharing).abroad())


def explain(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> str:
    """The page of one file: how each function runs, and what is reported at each shared place or why it is silent."""
    if is_generated(lines):
        return "not checked: the file is generated"
    from flake8_session_isolation.interference.interference import understand
    from flake8_session_isolation.rules.explanation import page

    outline = outline_of(tree, filename, settings)
    return page(understand(outline, outline.module.functions, settings.supposes), settings.codes)


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """A column in characters for one in UTF-8 bytes."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return (
        len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace")) if not text.isascii() else column
    )
