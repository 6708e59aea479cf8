"""What is known of one file before rules judge it; this page is what a user can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summaries import Summaries
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.meetings import meetings
from flake8_session_isolation.interference.shared_objects import Objects, shareable_classes, shared_classes
from flake8_session_isolation.linking.program import Outline
from flake8_session_isolation.settings import OPTIONAL
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.entry_points import Contexts


@dataclass(frozen=True)
class Understanding:
    """What is known of one file; `str` of it is the page that a user can ask for."""

    outline: Outline
    contexts: Contexts
    meetings: list[Meeting]
    supposed: list[Meeting]

    def meetings_for(self, code: str) -> list[Meeting]:
        """Where sessions meet; for a code of the optional family, where they meet if something is shared or served."""
        return self.supposed if code.startswith(OPTIONAL) else self.meetings

    def __str__(self) -> str:
        """Functions with their contexts, then places with who writes and reads them under which locks; at the end, how
        often astroid was asked."""
        asked = f"questions to astroid: {self.outline.sharing.inference.asked}"
        return "\n".join((*self._functions(), "", *self._places(), "", asked))

    def _functions(self) -> Iterator[str]:
        for function in self.outline.module.functions:
            yield f"{function.name}: {self.contexts.of(function)}"

    def _places(self) -> Iterator[str]:
        for meeting in self.meetings:
            yield f"{meeting.root}:"
            for access in meeting.accesses:
                locks = ", ".join(sorted(str(each.path) for each in access.effect.locks)) or "no lock"
                yield f"  line {access.line}: {access.function} {access.verb} {access.effect.path}{access.through}, {locks}"


def understand(outline: Outline, functions: Iterable[Function], supposing: bool = False) -> Understanding:
    """The summaries of `functions`, the contexts they run in, and where their sessions meet."""
    sharing = outline.sharing
    outline.modules.link(outline.module)
    summaries = Summaries(sharing)
    every: dict[Function, Summary] = {function: summaries.of(function) for function in functions}
    start = summaries.of_module()
    contexts = Contexts(outline.module, sharing, every, start, summaries.cut)
    # What a script calls is charged to the called function, which serves as well.
    every[start.function] = start.replaced(effects=tuple(each for each in start.effects if not each.via))
    every.update({function: summaries.of(function) for function, _, _ in contexts.abroad()})
    shared = shared_classes(sharing, contexts)
    claimed = meetings(every, contexts, Objects(sharing, shared))
    if not supposing:
        return Understanding(outline, contexts, claimed, [])
    others = Objects(sharing, shareable_classes(sharing, shared))
    return Understanding(outline, contexts, claimed, meetings(every, Supposing(contexts), others))
