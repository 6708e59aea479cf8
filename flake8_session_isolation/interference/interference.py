"""What is known of one file before rules judge it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

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


class Understanding(NamedTuple):
    """What is known of one file."""

    outline: Outline
    contexts: Contexts
    meetings: list[Meeting]
    supposed: list[Meeting]

    def meetings_for(self, code: str) -> list[Meeting]:
        """Where sessions meet; for a code of the optional family, where they meet if something is shared or served."""
        return self.supposed if code.startswith(OPTIONAL) else self.meetings


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
