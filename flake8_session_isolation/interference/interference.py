"""All that is known of one file before the rules judge it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_session_isolation.dataflow.effects import Summary
from flake8_session_isolation.dataflow.summaries import Summaries, summaries_of
from flake8_session_isolation.frontend.scopes import Function, home
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.interference.callers import CallersSummaries, accesses_elsewhere
from flake8_session_isolation.interference.meetings import meetings
from flake8_session_isolation.interference.shared_objects import Objects
from flake8_session_isolation.interference.wanted_reads import WantedReads
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.settings import OPTIONAL
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.bounds import AT_HOME, FARTHEST, Bounds
from flake8_session_isolation.slicing.callers_elsewhere import Callers
from flake8_session_isolation.slicing.entry_points import Contexts, contexts_of
from flake8_session_isolation.slicing.reachability import Slice
from flake8_session_isolation.slicing.reused_objects import Reusing, reused_classes, reused_of
from flake8_session_isolation.slicing.shared_classes import shareable_classes, shared_classes_of, tracked_owners


class Understanding(NamedTuple):
    """What the analysis has found out about one file; `too_long` are its functions that were not interpreted."""

    sharing: Sharing
    contexts: Contexts
    bounds: Bounds
    meetings: list[Meeting]
    supposed: list[Meeting]
    too_long: tuple[Function, ...]

    def meetings_for(self, code: str) -> list[Meeting]:
        """The meetings of sessions; for an optional code those that result if objects are shared or functions are
        served."""
        return self.supposed if code.startswith(OPTIONAL) else self.meetings


def understand(part: Slice, supposing: bool = False, callers: Iterable[Callers] = ()) -> Understanding:
    """The summaries of the functions in a slice, their contexts, and the meetings of their sessions; `callers` in other
    files are included."""
    sharing = part.view
    summaries = summaries_of(sharing.program)
    summaries.begin(sharing)
    contexts = contexts_of(sharing)
    shared = shared_classes_of(sharing)
    every = _summarised(part, summaries, contexts, supposing)
    near = part.bounds if contexts.script.is_rerun else AT_HOME
    start = summaries.of(summaries.node(sharing.module.initialiser, near, False))
    elsewhere = [CallersSummaries(each, summaries) for each in callers]
    others = {function: summary for each in elsewhere for function, summary in each.known.items()}
    claimed = Objects(sharing, shared)
    supposed = Objects(sharing, shareable_classes(sharing, shared)) if supposing else None
    reused = Objects(sharing, reused_classes(sharing)) if reused_of(sharing) else None
    objects = filter(None, (claimed, supposed, reused, *(each.objects for each in elsewhere)))
    wanted = WantedReads({**others, **every, start.function: start}, objects, sharing)
    every = {function: wanted.added_to(summary) for function, summary in every.items()}
    every[start.function] = _without_own_calls(wanted.added_to(start, with_callees=contexts.script.is_rerun))
    contexts.cut = wanted.cut.union(*(summaries.cut_in(each, part.bounds) for each in sharing.module.functions))
    known = {function: _of_caller(wanted.added_to(summary)) for function, summary in others.items()}
    met = accesses_elsewhere(elsewhere, known, sharing)
    found = meetings(every, contexts, claimed, met)
    found += _of_reused(every, contexts, reused) if reused is not None else ()
    if_shared = meetings(every, Supposing(contexts, sharing), supposed, met) if supposed is not None else []
    too_long = tuple(function for function, summary in every.items() if summary.is_too_long)
    return Understanding(sharing, contexts, part.bounds, found, if_shared, too_long)


def _summarised(
    part: Slice, summaries: Summaries, contexts: Contexts, supposing: bool
) -> dict[Function, Summary]:
    """The functions of a slice, and those of other modules that the linted module gives to a library."""
    tracked = tracked_owners(part.view) | reused_classes(part.view)
    found = {
        function: summaries.of(summaries.node(function, part.bounds, supposing or function.owner in tracked))
        for function in part.functions
    }
    abroad = [function for function, _, _ in contexts.abroad()]
    found.update({each: summaries.of(summaries.node(each, Bounds(FARTHEST - 1), True)) for each in abroad})
    return found


def _of_reused(every: dict[Function, Summary], contexts: Contexts, objects: Objects) -> Iterator[Meeting]:
    """The meetings of calls that enter one object which decorates a function: at its own attributes only, because
    nothing shows what else these calls share."""
    standings = Reusing(contexts, reused_of(objects.sharing))
    return (each for each in meetings(every, standings, objects) if each.root.kind is Kind.OBJECT)


def _of_caller(summary: Summary) -> Summary:
    function = summary.function
    return _without_own_calls(summary) if function is home(function.scope).initialiser else summary


def _without_own_calls(start: Summary) -> Summary:
    """The effects of a script's own statements; effects of served functions that it calls are attributed to those."""
    kept = (each for each in start.effects if not each.via or each.called_at is not None)
    return start.replaced(effects=tuple(kept))
