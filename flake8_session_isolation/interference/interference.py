"""What is known of one file before rules judge it."""

from __future__ import annotations

from typing import NamedTuple

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summaries import summaries_of
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.meetings import meetings
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.interference.wanted_reads import WantedReads
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.settings import OPTIONAL
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.bounds import AT_HOME, FARTHEST, Bounds
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.reachability import Slice
from flake8_session_isolation.slicing.shared_classes import shareable_classes, shared_classes_of, tracked_owners


class Understanding(NamedTuple):
    """What is known of one file."""

    sharing: Sharing
    contexts: Contexts
    bounds: Bounds
    meetings: list[Meeting]
    supposed: list[Meeting]

    def meetings_for(self, code: str) -> list[Meeting]:
        """Where sessions meet; for a code of the optional family, where they meet if something is shared or served."""
        return self.supposed if code.startswith(OPTIONAL) else self.meetings


def understand(part: Slice, supposing: bool = False) -> Understanding:
    """The summaries of the functions in a slice, the contexts they run in, and where their sessions meet."""
    sharing = part.view
    summaries = summaries_of(sharing.program)
    contexts = contexts_of(sharing)
    shared, tracked = shared_classes_of(sharing), tracked_owners(sharing)
    every: dict[Function, Summary] = {
        function: summaries.of(summaries.node(function, part.bounds, supposing or function.owner in tracked))
        for function in part.functions
    }
    abroad = [function for function, _, _ in contexts.abroad()]
    every.update({each: summaries.of(summaries.node(each, Bounds(FARTHEST - 1), True)) for each in abroad})
    # What a script calls is charged to the called function, which serves as well: of other modules nothing is needed.
    start = summaries.of(summaries.node(sharing.module.initialiser, AT_HOME, False))
    start = start.replaced(effects=tuple(each for each in start.effects if not each.via))
    claimed = Objects(sharing, shared)
    supposed = Objects(sharing, shareable_classes(sharing, shared)) if supposing else None
    wanted = WantedReads({**every, start.function: start}, filter(None, (claimed, supposed)), sharing)
    every = {function: wanted.added_to(summary) for function, summary in every.items()}
    every[start.function] = wanted.added_to(start, with_callees=False)
    contexts.cut = wanted.cut.union(*(summaries.cut_in(each, part.bounds) for each in sharing.module.functions))
    found = meetings(every, contexts, claimed)
    others = meetings(every, Supposing(contexts), supposed) if supposed is not None else []
    return Understanding(sharing, contexts, part.bounds, found, others)
