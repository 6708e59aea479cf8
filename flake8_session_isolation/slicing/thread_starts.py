"""Functions of other modules that a module runs in threads: `asyncio.to_thread(store.save, user)`."""

from __future__ import annotations

from flake8_session_isolation.facts import How, Runs
from flake8_session_isolation.frontend.call_sites import calls_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, home, last_name
from flake8_session_isolation.linking.call_graph import call_graph_of
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Site


@memoised
def started_elsewhere(sharing: Sharing) -> tuple[tuple[Function, Function], ...]:
    """The plain functions of other modules that functions of a module run in threads, each with who does."""
    names = {each.name.rpartition(".")[2] for each in sharing.facts.every(Runs) if each.how is How.THREAD}
    starting = [each for each in sharing.module.functions if not names.isdisjoint(each.mentions)]
    started = ((each, call) for each in starting for call in call_graph_of(sharing).of(each) if call.how is How.THREAD)
    found = ((each, call.callee) for each, call in started if home(call.callee.scope) is not sharing.module)
    return tuple(dict.fromkeys((each, callee) for each, callee in found if not callee.is_coroutine))


def start_of(function: Function, caller: Function) -> Site:
    """Where a function is given to what runs it."""
    calls = (each.node for each in calls_of(caller.scope))
    given = (each for each in calls if any(last_name(one) == function.short_name for one in each.args))
    node = next(given, None)
    return Site(node.line, node.column, caller.name) if node is not None else Site(caller.line, 0, caller.name)
