"""Parameters that a framework fills: with the result of a provider, `service: Service = Depends(get_service)`, or with
an object that it keeps under the parameter's name.

Where what it gives outlives the call, the parameter is that place, and no session's data.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce

from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.cached_functions import always_kept, kept, kept_object
from flake8_session_isolation.dataflow.state import Summariser
from flake8_session_isolation.dataflow.transfer_names import module_place
from flake8_session_isolation.dataflow.values import Origin, Value
from flake8_session_isolation.facts import Handler, Hands, Provides
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function, holder, home
from flake8_session_isolation.frontend.walking import attribute_chain
from flake8_session_isolation.linking.injections import Injection, injections, kept_classes
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made


def injected(function: Function, sharing: Sharing, summaries: Summariser) -> dict[str, Value]:
    """The shared objects that parameters of a handler are given, by the parameters' names."""
    found = {**_handed(function, sharing), **_provided(function, sharing, summaries)}
    found.update((name, kept_object(cls)) for name, cls in kept_classes(function, sharing))
    for each in injections(function, sharing):
        owner = _owner(each, sharing)
        given = _given(each.provider, summaries, sharing, each.node is not None, owner)
        given = given or _made_around(each, function, summaries, owner)
        if given is not None:
            found[each.parameter] = given
    return found


def _made_around(injection: Injection, function: Function, summaries: Summariser, owner: Path | None) -> Value | None:
    """A new object that a provider makes for each request, if it keeps one that outlives the request: `Basket(SHOP)`,
    or what is injected into the provider in turn."""
    result = _result(injection.provider, summaries, injection.node is not None)
    moved = ((each, _moved(each.path, injection.provider, owner)) for each in result.kept)
    kept = frozenset(part._replace(path=path) for part, path in moved if path is not None and _lasts(path))
    name = injection.parameter
    place = Path(Root(Kind.PARAMETER, function.name, name))
    return Value(frozenset({place}), frozenset({Origin(name)}), shapes=result.shapes, kept=kept) if kept else None


def _handed(function: Function, sharing: Sharing) -> dict[str, Value]:
    """What a library passes to its handlers by parameter names: the application's state."""
    if not sharing.facts.knows(Hands):
        return {}
    rows = [row for each in _libraries(function, sharing) if (row := sharing.facts.row(Hands, each)) is not None]
    stored = {name: value for row in rows for name, value in _stored(row, sharing) if name in function.parameters}
    return stored | {
        name: Value(frozenset({Path(Root(Kind.STORAGE, "", row.called or name))}))
        for row in rows
        for name in row.parameters
        if name in function.parameters
    }


def _stored(row: Hands, sharing: Sharing) -> Iterator[tuple[str, Value]]:
    """The module variables that handlers are given by the names under which they were stored."""
    module = sharing.module
    for name, (table, held) in sharing.provisions.items.items():
        types = {each.type for each in sharing.variable(table, module.scope) if isinstance(each, Made)}
        if row.items_of in types:
            place = Path(Root(Kind.MODULE, module.prefix[:-1], held))
            yield name, Value(frozenset({place}), shapes=sharing.variable(held, module.scope))


def _libraries(function: Function, sharing: Sharing) -> Iterator[str]:
    """The libraries of the decorators by which a function is a handler."""
    for decorator in function.decorators:
        name = sharing.qualified(decorator, function.around)
        if name is not None and sharing.facts.row(Handler, name) is not None:
            yield name.partition(".")[0]


def _provided(function: Function, sharing: Sharing, summaries: Summariser) -> dict[str, Value]:
    """The results of functions that the module registers as providers of parameters: `Provide(make, use_cache=True)`.
    Nothing is known if several of one name differ, or if the function is no handler."""
    if not function.decorators or not sharing.facts.knows(Provides):
        return {}
    found = {}
    for name in function.parameters:
        given = _kept(name, sharing, summaries) or _asked(name, sharing, summaries)
        found.update({name: given} if given is not None else {})
    return found


def _kept(name: str, sharing: Sharing, summaries: Summariser) -> Value | None:
    """The result that a provider returned once and the library keeps."""
    called = sharing.provisions.kept.get(name)
    provider, made = sharing.function_called(called), sharing.construction(called)
    if provider is not None:
        once = always_kept(provider, summaries.of(provider, False).result, sharing)
        return once or _given(provider, summaries, sharing)
    return kept_object(made.of) if isinstance(made, Instance) else None


def _asked(name: str, sharing: Sharing, summaries: Summariser) -> Value | None:
    """The result of a provider that is called each time, if it is one object for all."""
    provider = sharing.function_called(sharing.provisions.asked.get(name))
    return _given(provider, summaries, sharing) if provider is not None else None


def _given(
    provider: Function, summaries: Summariser, sharing: Sharing, is_bound: bool = False, owner: Path | None = None
) -> Value | None:
    """The result of a provider, if it is a place that outlives the call or is kept for the next one; `owner` is the
    object of a provider that is a method."""
    result = _result(provider, summaries, is_bound)
    result = kept(provider, result, {}, sharing.seen_from(provider.scope)) or result
    moved = (_moved(each, provider, owner) for each in result.places)
    shared = frozenset(each for each in moved if each is not None and _lasts(each))
    return Value(shared, shapes=result.shapes) if shared else None


def _result(provider: Function, summaries: Summariser, is_bound: bool) -> Value:
    summary = summaries.of(provider, is_bound)
    return summary.yielded if provider.yields else summary.result


def _lasts(path: Path) -> bool:
    return path.root.kind in _LASTING


_LASTING = frozenset({Kind.MODULE, Kind.CLASS, Kind.CACHED, Kind.STORAGE, Kind.FUNCTION})
"""Kinds of places that outlive a call, wherever they are named."""


def _owner(injection: Injection, sharing: Sharing) -> Path | None:
    """The variable of a module that holds the object whose method the provider is."""
    if injection.node is None:
        return None
    node, steps = attribute_chain(injection.node)
    where = holder(node.id, injection.scope) if isinstance(node, ir.Name) else None
    if not isinstance(node, ir.Name) or where is None or where.parent is not None:
        return None
    away = where.imports.get(node.id)
    found = sharing.modules.variable(away, home(where)) if away is not None else (home(where), node.id)
    return reduce(Path.then, map(Step, steps), module_place(found[1], found[0])) if found is not None else None


def _moved(path: Path, provider: Function, owner: Path | None) -> Path | None:
    """A provider's place in the terms of the function that gets its result."""
    steps = [each._replace(parameter=None) for each in path.steps]
    if path.root == Root(Kind.PARAMETER, provider.name, provider.receiver or ""):
        return reduce(Path.then, steps, owner) if owner is not None else None
    return Path(path.root, tuple(steps))
