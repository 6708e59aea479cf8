"""Names of places that are shared wherever they are reached from, and functions that take locks in a doubtful way.

Told from footprints and bindings, before any body is interpreted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flake8_session_isolation.facts import Facts, Lock, Receives, Sends
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, last_name
from flake8_session_isolation.linking.instance_arguments import handed_to_each
from flake8_session_isolation.linking.lock_names import sounds_like_lock
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import can_change
from flake8_session_isolation.linking.stored_conversations import conversations_in
from flake8_session_isolation.slicing.call_persistent_state import lasting_names


@memoised
def always_shared_names(sharing: Sharing) -> frozenset[str]:
    """Names by which functions of a module reach what is shared, be it on `self`, a parameter or a variable: attributes
    of classes, what libraries keep for all, conversations, what each context or thread has of its own, what a function
    has once, what programs give to whoever names it."""
    return frozenset().union(*(names(sharing) for names in SOURCES))


@memoised
def unserved_candidates(sharing: Sharing) -> frozenset[str]:
    """Names of places that may be wrong to change whoever does it: attributes of classes, what a function has once,
    what each context has of its own."""
    sources = (_on_classes, _private, lasting_names)
    return frozenset().union(*(names(sharing) for names in sources))


@memoised
def given_to_each(sharing: Sharing) -> frozenset[str]:
    """Attributes that are one object for all instances of a class, which a program gives to each."""
    return frozenset(each.name for each in handed_to_each(sharing))


def _on_classes(sharing: Sharing) -> Iterator[str]:
    """Attributes of classes on which a function stores, or whose object a method may change."""
    module = sharing.module
    yield from _union(each.footprint.class_stores for each in module.functions)
    fields = _union(each.footprint.fields for each in module.functions)
    for cls in module.classes.values():
        yield from (name for name in fields & set(cls.scope.bindings) if _is_held(name, cls.scope, sharing))


def _kept_by_libraries(sharing: Sharing) -> Iterator[str]:
    """Attributes in which a library keeps what is everybody's, and methods that set what a process has once."""
    fields = _union(each.footprint.fields for each in sharing.module.functions)
    yield from (name for name in sharing.facts.storage if name in fields)
    yield from sharing.facts.setters


def _conversations(sharing: Sharing) -> set[str]:
    """What remembers what is said to it."""
    return conversations_in(sharing.module, sharing.facts, sharing)


def _private(sharing: Sharing) -> frozenset[str]:
    """What each context or thread has of its own."""
    return sharing.privates.names


def _provided(sharing: Sharing) -> Iterable[str]:
    """What programs give to whoever names it."""
    return sharing.provisions.names


SOURCES: tuple[Callable[[Sharing], Iterable[str]], ...] = (
    *(_on_classes, _kept_by_libraries, _conversations, _private, _provided, lasting_names),
)
"""Where the names come from."""


def _is_held(name: str, scope: Scope, sharing: Sharing) -> bool:
    """Whether a variable holds something that a method can change."""
    return any(can_change(each, sharing.facts) for each in sharing.variable(name, scope))


def _union(parts: Iterable[set[str]]) -> set[str]:
    return set().union(*parts)


def _takes_a_doubtful_lock(function: Function, locks: frozenset[str]) -> bool:
    """Whether a function enters a lock that it may have made itself, or a coroutine enters one of threads."""
    if function.footprint.enters & locks:
        return True
    bound = (each for name in function.footprint.enters for each in function.scope.bindings.get(name, ()))
    if any(isinstance(each, ir.Call) and last_name(each) in locks for each in bound):
        return True
    return function.is_coroutine and any(map(sounds_like_lock, function.footprint.blocks_in))


def doubtful(module: Module, facts: Facts) -> Iterator[Function]:
    """Functions that take a lock in a way to be looked at, and those that send and receive."""
    locks, sends, receives = (facts.last_names(each) for each in (Lock, Sends, Receives))
    for each in module.functions:
        if _takes_a_doubtful_lock(each, locks) or (each.mentions & sends and each.mentions & receives):
            yield each
