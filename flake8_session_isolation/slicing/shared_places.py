"""Which names are worth a closer look, and which functions have to do with them: the thrift of the analysis.

Told from what the text of each function says of names (`program.Function`), without knowing what they mean: too many is
slow, too few would be blind.  A file without suspects needs no summaries at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from flake8_session_isolation.facts import Facts, Lock, Receives, Sends
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, holder, last_name
from flake8_session_isolation.linking.instance_arguments import handed_to_each
from flake8_session_isolation.linking.lock_names import sounds_like_lock
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.singletons import attributes_at_risk, can_change
from flake8_session_isolation.linking.stored_conversations import conversations_in
from flake8_session_isolation.slicing.call_persistent_state import lasting_names


def candidate_names(sharing: Sharing, supposing: bool = False) -> frozenset[str]:
    """Names of variables and attributes that outlive a call and that some function of the module may write; `supposing`
    counts the attributes of any object as such."""
    return _named(sharing) | frozenset(attributes_at_risk(sharing, supposing))


def followed_candidates(sharing: Sharing) -> frozenset[str]:
    """The same of a module that calls lead to, but for attributes of objects, see `changes_given`."""
    return _named(sharing)


@memoised
def unserved_candidates(sharing: Sharing) -> frozenset[str]:
    """Names of places that may be wrong to change whoever does it: attributes of classes, what a function has once, what
    each context has of its own."""
    sources = (_on_classes, _private, lasting_names)
    return frozenset().union(*(names(sharing) for names in sources))


@memoised
def _named(sharing: Sharing) -> frozenset[str]:
    return frozenset().union(*(names(sharing) for names in SOURCES))


def _stored_on(sharing: Sharing) -> set[str]:
    """Variables of the module on which a function stores."""
    stored = _union(_outer(each, each.footprint.stores) for each in sharing.module.functions)
    return stored & set(sharing.module.scope.bindings)


def _rebound(sharing: Sharing) -> set[str]:
    """Variables that a function binds for those around it."""
    return _union(each.scope.global_names | each.scope.nonlocal_names for each in sharing.module.functions)


def _held(sharing: Sharing) -> Iterator[str]:
    """Variables of the module, or of a function around another, whose object a method may change."""
    scopes = ((name, each.scope) for each in sharing.module.functions for name in _outer(each, each.footprint.uses))
    homes = {(name, where) for name, scope in scopes if (where := holder(name, scope)) is not None}
    return (name for name, where in homes if is_held(name, where, sharing))


def _of_other_modules(sharing: Sharing) -> Iterator[str]:
    """Names of imported modules of the project of which a function may change a variable's object."""
    used = _union(each.footprint.uses | each.footprint.stores for each in sharing.module.functions)
    fields = _union(each.footprint.fields for each in sharing.module.functions)
    for name, whole in _imports(sharing.module):
        found = sharing.modules.find(whole, sharing.module) if name in used else None
        if found is not None and found.module is not None and not found.name:
            scope = found.module.scope
            if any(is_held(each, scope, sharing) for each in sorted(fields & set(scope.bindings))):
                yield name


def _imports(module: Module) -> Iterator[tuple[str, str]]:
    """What the names of imports mean; `import app.store` leads to both modules under the name of the first."""
    for scope in (module.scope, *(each.scope for each in module.functions)):
        for name, whole in scope.imports.items():
            yield name, whole
            if name == whole:
                yield from ((name, each) for each in sorted(module.imported) if each.startswith(f"{whole}."))


def _on_classes(sharing: Sharing) -> Iterator[str]:
    """Attributes of classes on which a function stores, or whose object a method may change."""
    module = sharing.module
    yield from _union(each.footprint.class_stores for each in module.functions)
    fields = _union(each.footprint.fields for each in module.functions)
    for cls in module.classes.values():
        yield from (name for name in fields & set(cls.scope.bindings) if is_held(name, cls.scope, sharing))


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


def _handed(sharing: Sharing) -> Iterator[str]:
    """Attributes that are one object for all instances, which a program gives to each."""
    return (each.name for each in handed_to_each(sharing))


SOURCES: tuple[Callable[[Sharing], Iterable[str]], ...] = (
    *(_stored_on, _rebound, _held, _of_other_modules, _on_classes, _kept_by_libraries, _conversations),
    *(_private, _provided, _handed, lasting_names),
)
"""Where suspects come from; the attributes of objects that may serve all are one more."""


def is_held(name: str, scope: Scope, sharing: Sharing) -> bool:
    """Whether a variable holds something that a method can change."""
    return any(can_change(each, sharing.facts) for each in sharing.variable(name, scope))


def _union(parts: Iterable[set[str]]) -> set[str]:
    return set().union(*parts)


def _outer(function: Function, names: set[str]) -> set[str]:
    """Those of `names` that are no locals of the function."""
    return {name for name in names if not function.scope.binds(name)}


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
