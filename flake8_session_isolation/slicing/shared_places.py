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
from flake8_session_isolation.linking.lock_names import sounds_like_lock
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.singletons import can_change
from flake8_session_isolation.linking.stored_conversations import is_conversation
from flake8_session_isolation.slicing.call_persistent_state import kept_results, lasting_names


@memoised_within
def is_always_shared(name: str, sharing: Sharing) -> bool:
    """Whether functions of a module reach by this name what is shared, be it on `self`, a parameter or a variable: an
    attribute of a class, what libraries keep for all, a conversation, what each context or thread has of its own, what
    a function has once, what programs give to parameters by name.

    Told for one name at a time, since what it holds may be said in another module.
    """
    if name in _plainly_shared(sharing) or name in kept_results(sharing):
        return True
    return any(tell(name, sharing) for tell in _BY_WHAT_IT_HOLDS)


def is_read_as_it_is(name: str, sharing: Sharing) -> bool:
    """Whether reading what a name that is always shared means changes nothing: not so where a call fills what is kept
    under it."""
    return name not in _plainly_shared(sharing) and not is_conversation(name, sharing)


@memoised
def unserved_candidates(sharing: Sharing) -> frozenset[str]:
    """Names of places that may be wrong to change no matter which function does it: attributes of classes, what a
    function has once, what each context has of its own."""
    held = (each for each in _fields(sharing) if _is_held_by_class(each, sharing))
    return frozenset().union(held, _class_stores(sharing), sharing.privates.names, lasting_names(sharing))


@memoised
def given_to_each(sharing: Sharing) -> frozenset[str]:
    """Attributes that are one object for all instances of a class, which a program gives to each."""
    return frozenset(each.name for each in handed_to_each(sharing))


@memoised
def _plainly_shared(sharing: Sharing) -> frozenset[str]:
    """What is shared whatever it holds: attributes that functions store on a class, in which a library keeps what is
    all sessions', and those of all other kinds; and methods that set what a process has once."""
    facts = sharing.facts
    kept = (each for each in facts.storage if each in _fields(sharing))
    own = (_class_stores(sharing), sharing.privates.names, sharing.provisions.names, lasting_names(sharing))
    return frozenset().union(kept, facts.setters, *own)


def _is_held_by_class(name: str, sharing: Sharing) -> bool:
    """Whether a class binds the name to an object that a method may change."""
    scopes = _class_scopes(sharing).get(name, ())
    return bool(scopes) and name in _fields(sharing) and any(_is_held(name, each, sharing) for each in scopes)


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
    """The attributes that functions of a module mention."""
    return frozenset().union(*(each.footprint.fields for each in sharing.module.functions))


@memoised
def _class_stores(sharing: Sharing) -> frozenset[str]:
    functions = (each for each in sharing.module.functions if each.footprint.class_stores)
    stored = ((name, each) for each in functions for name in each.footprint.class_stores)
    return frozenset(name for name, function in stored if _on_class(name, function, sharing))


def _on_class(name: str, function: Function, sharing: Sharing) -> bool:
    """Whether a function may store an attribute on a class, and not on an object whose name is spelled like one."""
    roots = [root for root, attr in function.footprint.parts if attr == name]
    return not roots or not all(_is_object(each, function, sharing) for each in roots)


def _is_object(name: str, function: Function, sharing: Sharing) -> bool:
    where = holder(name, function.scope)
    shapes = sharing.variable(name, where) if where is not None else ()
    return bool(shapes) and all(isinstance(each, Instance) for each in shapes)


def _is_held(name: str, scope: Scope, sharing: Sharing) -> bool:
    """Whether a variable holds something that a method can change; a constant only stands for what instances get."""
    if all(isinstance(each, ir.Constant) for each in scope.bindings[name]):
        return False
    return any(can_change(each, sharing.facts) for each in sharing.variable(name, scope))


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
