"""The whole way in one function, from flake8's tree to findings.  Open this first.

    tree -> program -> paths, sharing, locks -> summaries -> contexts -> meetings -> rules -> findings

Each arrow is a value that can be printed; none of it outlives the call.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flake8_session_isolation import facts
from flake8_session_isolation.contexts import Contexts
from flake8_session_isolation.effects import Summary
from flake8_session_isolation.facts import Facts
from flake8_session_isolation.finding import Finding
from flake8_session_isolation.glance import is_generated
from flake8_session_isolation.meetings import Meeting, meetings
from flake8_session_isolation.program import Function, Module
from flake8_session_isolation.project import Project
from flake8_session_isolation.reading import read
from flake8_session_isolation.rules import RULES, Rule
from flake8_session_isolation.settings import Settings
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.summaries import Summaries
from flake8_session_isolation.suspects import concerned, suspects


@dataclass(frozen=True)
class Understanding:
    """What is known of one file; `str` of it is the page that a user can ask for."""

    module: Module
    contexts: Contexts | None
    meetings: list[Meeting]

    def __str__(self) -> str:
        """Functions with their contexts, then places with who writes and reads them under which locks."""
        return "\n".join((*self._functions(), "", *self._places()))

    def _functions(self) -> Iterator[str]:
        for function in self.module.functions:
            yield f"{function.name}: {self.contexts.of(function) if self.contexts else ''}"

    def _places(self) -> Iterator[str]:
        for meeting in self.meetings:
            yield f"{meeting.root}:"
            for visit in meeting.visits:
                locks = ", ".join(sorted(str(each.path) for each in visit.effect.locks)) or "no lock"
                yield f"  line {visit.line}: {visit.function} {visit.verb} {visit.effect.path}{visit.through}, {locks}"


def check(tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings) -> list[Finding]:
    """All findings of one file, sorted, each once; columns in characters."""
    if is_generated(lines):
        return []
    understood = understand(tree, lines, filename, settings, thorough=False)
    found = {each for rule in RULES if _is_on(rule, settings) for each in rule.find(understood.meetings)}
    return sorted(each._replace(column=_characters(lines, each.line, each.column)) for each in found)


def _is_on(rule: Rule, settings: Settings) -> bool:
    """Claims are always on; their if-shared relatives where the user asked for them.  What is off is not computed."""
    return rule.CODE.startswith("SIS0") or rule.CODE in settings.codes


def understand(
    tree: ast.Module, lines: Sequence[str], filename: str, settings: Settings, *, thorough: bool = True
) -> Understanding:
    """What is known of one file, before rules judge it; if not `thorough`, of what rules can judge alone."""
    project = Project(filename, settings.source_roots)
    module = read(tree, project.module_name)
    known = Facts((*facts.rows_for(module.libraries), *_told(settings)))
    sharing = Sharing(module, known)
    summaries = Summaries(module, known, sharing)
    functions = module.functions if thorough else concerned(module, suspects(module, known, sharing))
    if not functions:
        return Understanding(module, None, [])
    every: dict[Function, Summary] = {function: summaries.of(function) for function in functions}
    contexts = Contexts(module, sharing, every, summaries.of_module())
    return Understanding(module, contexts, meetings(module, every, contexts, known, project))


def _told(settings: Settings) -> Iterator[facts.Row]:
    """The user's options as rows of the same kinds as ours."""
    yield from map(facts.Handler, settings.handler_decorators)
    yield from map(facts.HandlerBase, settings.handler_bases)
    yield from map(facts.RunsOnce, settings.run_once)
    yield from map(facts.SharedOnPurpose, settings.shared_on_purpose)


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    """A column in characters for one in UTF-8 bytes."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return (
        len(text.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace")) if not text.isascii() else column
    )
