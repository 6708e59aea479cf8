"""What is known of one file before rules judge it; this page is what a user can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flake8_session_isolation.contexts import Contexts
from flake8_session_isolation.effects import Summary
from flake8_session_isolation.meetings import Meeting, meetings
from flake8_session_isolation.objects import Objects
from flake8_session_isolation.outline import Outline
from flake8_session_isolation.program import Function
from flake8_session_isolation.summaries import Summaries


@dataclass(frozen=True)
class Understanding:
    """What is known of one file; `str` of it is the page that a user can ask for."""

    outline: Outline
    contexts: Contexts
    meetings: list[Meeting]

    def __str__(self) -> str:
        """Functions with their contexts, then places with who writes and reads them under which locks."""
        return "\n".join((*self._functions(), "", *self._places()))

    def _functions(self) -> Iterator[str]:
        for function in self.outline.module.functions:
            yield f"{function.name}: {self.contexts.of(function)}"

    def _places(self) -> Iterator[str]:
        for meeting in self.meetings:
            yield f"{meeting.root}:"
            for visit in meeting.visits:
                locks = ", ".join(sorted(str(each.path) for each in visit.effect.locks)) or "no lock"
                yield f"  line {visit.line}: {visit.function} {visit.verb} {visit.effect.path}{visit.through}, {locks}"


def understand(outline: Outline, functions: Iterable[Function]) -> Understanding:
    """The summaries of `functions`, the contexts they run in, and where their sessions meet."""
    module, facts = outline.module, outline.facts
    summaries = Summaries(outline.sharing)
    every: dict[Function, Summary] = {function: summaries.of(function) for function in functions}
    contexts = Contexts(module, outline.sharing, every, summaries.of_module(), summaries.cut)
    objects = Objects(module, outline.sharing, contexts)
    return Understanding(outline, contexts, meetings(module, every, contexts, facts, outline.project, objects))
