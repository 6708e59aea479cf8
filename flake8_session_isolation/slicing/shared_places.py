"""Names of shared places, and functions that acquire locks in a doubtful way.

Told from footprints and bindings, before any body is interpreted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from flake8_session_isolation.facts import Facts, Lock, Receives, Sends
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.memoised import memoised, memoised_within
from flake8_session_isolation.frontend.scopes import Function, Module, Scope, holder, last_name
from flake8_session_isolation.linking.instance_arguments import handed_to_each
from flake8_session_isolation.linking.local_aliases import fallback_attributes
from flake8_session_isolation.linking.lock_names import sounds_like_lock
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.singletons import can_change
from flake8_session_isolation.linking.stored_conversations import is_conversation
from flake8_session_isolation.slicing.call_persistent_state import kept_results, lasting_names


@memoised_within
def is_always_shared(name: str, sharing: Sharing) -> bool:
    """Whether a name means a shared place from wherever it is reached (`self`, a parameter, a variable): a class
    attribute, a library's application storage, a conversation, a context variable or thread-local, state that a
    function keeps between calls, objects that programs pass by parameter names. Asked for one name at a time, because
    the definition may be in another module."""
    if name in _plainly_shared(sharing) or name in kept_results(sharing):
        return True
    return any(tell(name, sharing) for tell in _BY_WHAT_IT_HOLDS)


def is_read_as_it_is(name: str, sharing: Sharing) -> bool:
    """Whether a read of an always shared name changes nothing. Calling a cached function looks like a read, and fills
    its cache."""
    return name not in _plainly_shared(sharing) and not is_conversation(name, sharing)


@memoised
def unserved_candidates(sharing: Sharing) -> frozenset[str]:
    """Names of places that may be wrong to change in any function: class attributes, state that functions keep between
    calls, objects in context variables."""
    held = (each for each in _fields(sharing) if _is_held_by_class(each, sharing))
    return frozenset().union(held, _class_stores(sharing), sharing.privates.names, lasting_names(sharing))


@memoised
def given_to_each(sharing: Sharing) -> frozenset[str]:
    """Attributes for which a program gives all instances of a class the same object."""
    return frozenset(each.name for each in handed_to_each(sharing))


@memoised
def _plainly_shared(sharing: Sharing) -> frozenset[str]:
    """Places that are shared whatever they hold: attributes that functions store on a class, the storage of libraries,
    and all other kinds; and calls that set process-wide state."""
    facts = sharing.facts
    kept = (each for each in facts.storage if each in _fields(sharing))
    own = (_class_stores(sharing), sharing.privates.names, sharing.provisions.names, lasting_names(sharing))
    return frozenset().union(kept, facts.setters, *own)


def _is_held_by_class(name: str, sharing: Sharing) -> bool:
    """Whether a class binds the name to an object that methods may mutate."""
    scopes = _class_scopes(sharing).get(name, ())
    if not scopes or name not in _fields(sharing):
        return False
    return name in _changed_in_an_alias(sharing) or any(_is_held(name, each, sharing) for each in scopes)


@memoised
def _changed_in_an_alias(sharing: Sharing) -> frozenset[str]:
    """Attributes whose object functions change by `items = self.items or []`: the class may leave it to subclasses to
    bind one."""
    found = (fallback_attributes(each) for each in sharing.module.functions)
    return frozenset().union(*found)


_BY_WHAT_IT_HOLDS: tuple[Callable[[str, Sharing], bool], ...] = (_is_held_by_class, is_conversation)


@memoised
def _class_scopes(sharing: Sharing) -> Mapping[str, Sequence[Scope]]:
    """The classes of a module that bind a name."""
    found: dict[str, list[Scope]] = {}
    for cls in sharing.module.classes.values():
        for name in cls.scope.bindings:
            found.setdefault(name, []).append(cls.scope)
    return found


@memoised
def _fields(sharing: Sharing) -> frozenset[str]:
    """The attributes that functions of a module use."""
    return frozenset().union(*(each.footprint.fields for each in sharing.module.functions))


@memoised
def _class_stores(sharing: Sharing) -> frozenset[str]:
    functions = (each for each in sharing.module.functions if each.footprint.class_stores)
    stored = ((name, each) for each in functions for name in each.footprint.class_stores)
    return frozenset(name for name, function in stored if _on_class(name, function, sharing))


def _on_class(name: str, function: Function, sharing: Sharing) -> bool:
    """Whether a function may store an attribute on a class rather than on an object with a similar name."""
    roots = [root for root, attr in function.footprint.parts if attr == name]
    return not roots or not all(_is_object(each, function, sharing) for each in roots)


def _is_object(name: str, function: Function, sharing: Sharing) -> bool:
    where = holder(name, function.scope)
    shapes = sharing.variable(name, where) if where is not None else ()
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def _is_held(name: str, scope: Scope, sharing: Sharing) -> bool:
    """Whether a variable holds an object that a method can mutate; a constant is only the default for instances."""
    if all(isinstance(each, ir.Constant) for each in scope.bindings[name]):
        return False
    return any(can_change(each, sharing.facts) for each in sharing.variable(name, scope))


def _takes_a_doubtful_lock(function: Function, locks: frozenset[str]) -> bool:
    """Whether a function takes a lock that it may have created itself, or a coroutine function takes a thread lock."""
    if function.footprint.enters & locks:
        return True
    bound = (each for name in function.footprint.enters for each in function.scope.bindings.get(name, ()))
    if any(isinstance(each, ir.Call) and last_name(each) in locks for each in bound):
        return True
    return function.is_coroutine and any(map(sounds_like_lock, function.footprint.blocks_in))


def doubtful(module: Module, facts: Facts) -> Iterator[Function]:
    """Functions whose use of locks needs a check."""
    locks = facts.last_names(Lock)
    return (each for each in module.functions if _takes_a_doubtful_lock(each, locks))


def exchanges(function: Function, facts: Facts) -> frozenset[str]:
    """The names of the methods by which a function sends on a connection and receives, if it does both."""
    sends, receives = facts.last_names(Sends), facts.last_names(Receives)
    used = function.mentions & sends, function.mentions & receives
    return frozenset().union(*used) if all(used) else frozenset()
