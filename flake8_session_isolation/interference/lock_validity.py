"""Which acquired locks exclude nobody, depending on how the function that holds them runs."""

from __future__ import annotations

from collections.abc import Mapping

from flake8_session_isolation.dataflow.effects import Effect
from flake8_session_isolation.dataflow.lock_sets import Flaw, Held, LockSet
from flake8_session_isolation.facts import Stops
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.places import Kind
from flake8_session_isolation.slicing.assumed_entries import Supposing
from flake8_session_isolation.slicing.entry_points import Contexts
from flake8_session_isolation.slicing.execution_context import Context, Standing
from flake8_session_isolation.slicing.reused_objects import Reusing


def appraised(
    effect: Effect, standing: Standing, contexts: Contexts | Supposing | Reusing, by_name: Mapping[str, Function]
) -> Effect:
    """The effect with the flaws of its locks, given the context of the function to which it is attributed."""

    def seen(locks: LockSet) -> LockSet:
        return frozenset(each._replace(flaw=_flaw(each, standing, contexts, by_name)) for each in locks)

    if not effect.locks and not any(each.read.locks for each in effect.depends):
        return effect
    depends = (each._replace(read=each.read._replace(locks=seen(each.read.locks))) for each in effect.depends)
    return effect.replaced(locks=seen(effect.locks), depends=frozenset(depends))


def _flaw(
    held: Held, standing: Standing, contexts: Contexts | Supposing | Reusing, by_name: Mapping[str, Function]
) -> Flaw | None:
    """The flaw of a lock: one for tasks does not exclude threads with loops of their own; a local variable of a served
    function is created for each call."""
    if held.flaw is not None or held.is_gate or not held.is_known:
        return held.flaw
    if held.stops is Stops.TASKS and standing.contexts == {Context.THREADS}:
        return Flaw.OTHER_LOOP
    root = held.path.root
    outer = by_name.get(root.owner) if root.kind is Kind.ENCLOSED else None
    is_own = outer is not None and root.name not in outer.parameters and contexts.of(outer).is_served
    return Flaw.MADE_ANEW if is_own else None
