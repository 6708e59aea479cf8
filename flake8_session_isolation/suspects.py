"""Which names are worth a closer look, and which functions have to do with them: the thrift of the analysis.

Told from what the text of each function says of names (`program.Function`), without knowing what they mean: too many is
slow, too few would be blind.  A file without suspects needs no summaries at all.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from flake8_session_isolation.facts import Container, Facts, Lock, Receives, Sends
from flake8_session_isolation.handed import handed_to_each
from flake8_session_isolation.lasting import lasting_names
from flake8_session_isolation.locks import sounds_like_lock
from flake8_session_isolation.memories import conversations_in
from flake8_session_isolation.program import Function, Module, Scope, last_name
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.singletons import attributes_at_risk
from flake8_session_isolation.values import Instance, Made, Shape

FARTHEST = 5
"""Imports, one behind the other, that are followed in search of something that changes."""


def suspects(sharing: Sharing, supposing: bool = False, way: tuple[Module, ...] = ()) -> frozenset[str]:
    """Names of variables and attributes that outlive a call and that some function of a module may write, and of
    imports that lead to such; `supposing` counts the attributes of any object as such.  `way` are the modules whose
    imports led here."""
    module, facts = sharing.module, sharing.facts
    stored = _union(_outer(each, each.stores) for each in module.functions)
    used = _union(_outer(each, each.uses) for each in module.functions)
    fields = _union(each.fields for each in module.functions)
    rebound = _union(each.scope.global_names | each.scope.nonlocal_names for each in module.functions)
    on_classes = _union(each.class_stores for each in module.functions)
    scopes = [module.scope, *(each.scope for each in module.functions)]
    held = {
        name for scope in scopes for name in sorted(used & set(scope.bindings)) if _holds(name, scope, facts, sharing)
    }
    attributes = {
        name
        for each in module.classes.values()
        for name in sorted(fields & set(each.scope.bindings))
        if _holds(name, each.scope, facts, sharing)
    }
    storage = {name for name in facts.storage if name in fields}
    variables = stored & set(module.scope.bindings)
    at_risk = {*attributes_at_risk(module, sharing, supposing), *conversations_in(module, facts, sharing)}
    away = _leading_away(sharing, way)
    lasting = {*lasting_names(sharing), *sharing.privates.names, *sharing.provisions.names}
    lasting |= {each.name for each in handed_to_each(sharing)}
    names = {*storage, *rebound, *variables, *held, *attributes, *on_classes, *facts.setters}
    return frozenset({*names, *at_risk, *away, *lasting})


def _leading_away(sharing: Sharing, way: tuple[Module, ...]) -> Iterator[str]:
    """Imports of the project's own functions, classes and modules in which something is changed that stays."""
    module = sharing.module
    if len(way) >= FARTHEST:
        return
    mentioned = _union(each.mentions for each in module.functions)
    fields = _union(each.fields for each in module.functions)
    for scope in (module.scope, *(each.scope for each in module.functions)):
        for name, target in sorted(_targets(mentioned, scope, module)):
            found = sharing.modules.find(target, module)
            if found is not None and found.module is not None and found.module not in (module, *way):
                other = sharing.others(found.module)
                names = _changing(other, (*way, module))
                if found.name in names or (not found.name and (names or _holds_any(fields, other))):
                    yield name
    for star in module.scope.star_imports:
        whole = sharing.modules.find(star, module)
        if whole is not None and whole.module is not None and whole.module not in (module, *way):
            yield from mentioned & _changing(sharing.others(whole.module), (*way, module))


def _targets(names: set[str], scope: Scope, module: Module) -> Iterator[tuple[str, str]]:
    """Where the imported ones of `names` lead; `import app.store` leads to both modules under the name of the first."""
    for name in names & set(scope.imports):
        whole = scope.imports[name]
        yield name, whole
        yield from ((name, each) for each in module.imported if name == whole and each.startswith(f"{whole}."))


def _holds_any(names: set[str], sharing: Sharing) -> bool:
    """Whether a module has a variable of one of these names that a method can change, whoever calls it."""
    scope = sharing.module.scope
    return any(_holds(name, scope, sharing.facts, sharing) for name in names & set(scope.bindings))


def _changing(sharing: Sharing, way: tuple[Module, ...]) -> frozenset[str]:
    """The names of a module's variables, functions and classes by which something is changed that stays."""
    known = sharing.changing
    if known is None:
        sharing.changing = frozenset()
        names = suspects(sharing, way=way)
        functions = concerned(sharing.module, names, sharing.facts)
        owners = {each.owner.node.name for each in functions if each.owner is not None}
        variables = names & set(sharing.module.scope.bindings)
        known = sharing.changing = frozenset(
            {*variables, *owners, *(each.name.rpartition(".")[2] for each in functions)}
        )
    return known


def _union(parts: Iterable[set[str]]) -> set[str]:
    return set().union(*parts)


def _outer(function: Function, names: set[str]) -> set[str]:
    """Those of `names` that are no locals of the function."""
    return {name for name in names if not function.scope.binds(name)}


def _holds(name: str, scope: Scope, facts: Facts, sharing: Sharing) -> bool:
    """Whether a variable holds something that a method can change."""
    shapes = sharing.variable(name, scope)
    return any(_can_change(each, facts) for each in shapes)


def _can_change(shape: Shape, facts: Facts) -> bool:
    """Whether an object changes by its methods: a container, or one of the project that some method stores into."""
    if isinstance(shape, Instance):
        methods = [method for each in shape.of.lineage() for method in each.scope.functions.values()]
        return any(each.receiver in each.stores | each.uses for each in methods)
    return isinstance(shape, Made) and facts.tell(Container, shape.type) is not None


def _takes_a_doubtful_lock(function: Function, locks: frozenset[str]) -> bool:
    """Whether a function enters a lock that it may have made itself, or a coroutine enters one of threads."""
    if function.enters & locks:
        return True
    bound = (each for name in function.enters for each in function.scope.bindings.get(name, ()))
    if any(isinstance(each, ast.Call) and last_name(each) in locks for each in bound):
        return True
    return function.is_coroutine and any(map(sounds_like_lock, function.blocks_in))


def doubtful(module: Module, facts: Facts) -> Iterator[Function]:
    """Functions that take a lock in a way to be looked at, and those that send and receive."""
    locks, sends, receives = (facts.last_names(each) for each in (Lock, Sends, Receives))
    for each in module.functions:
        if _takes_a_doubtful_lock(each, locks) or (each.mentions & sends and each.mentions & receives):
            yield each


def concerned(module: Module, names: frozenset[str], facts: Facts, others: Iterable[Function] = ()) -> list[Function]:
    """The functions that mention one of `names`, the `others`, those that mention such a function, and so on, in source
    order."""
    known = {each for each in module.functions if _concerns(each, names)}
    known.update(others)
    starts = facts.starts
    callers = _by_mention(module, starts)
    waiting = list(known)
    while waiting:
        for called_by in map(callers.get, _calling_names(waiting.pop(), starts)):
            fresh = [each for each in called_by or () if each not in known]
            known.update(fresh)
            waiting.extend(fresh)
    return [each for each in module.functions if each in known]


def _concerns(function: Function, names: frozenset[str]) -> bool:
    """Whether a function mentions one of the names, or is itself one of them under a decorator."""
    if function.mentions & names or function.scope.global_names & names:
        return True
    return bool(function.decorators) and function.name.rpartition(".")[2] in names


def _by_mention(module: Module, starts: Mapping[str, str]) -> dict[str, list[Function]]:
    found: dict[str, list[Function]] = {}
    own = {name for each in module.functions for name in _calling_names(each, starts)}
    for function in module.functions:
        for name in function.mentions & own:
            found.setdefault(name, []).append(function)
    return found


def _calling_names(function: Function, starts: Mapping[str, str]) -> Iterator[str]:
    """The names by which others reach a function: its own, and its class's if it belongs to making instances, or is
    run when an instance is told to start."""
    last = function.name.rpartition(".")[2]
    yield last
    if function.owner is not None and last.startswith("__"):
        yield function.owner.node.name
    elif function.owner is not None and last in starts:
        yield from (starts[last], function.owner.node.name)
