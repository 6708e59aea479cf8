"""Parameters that a framework fills: with the result of another function, `service: Service = Depends(get_service)`,
or with what it keeps under the parameter's own name.

Where what it gives outlives the call, the parameter is that place, and nobody's data.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.access_paths import Path
from flake8_session_isolation.dataflow.cached_functions import always_kept, kept, kept_object
from flake8_session_isolation.dataflow.state import Summariser
from flake8_session_isolation.dataflow.values import Value
from flake8_session_isolation.facts import Handler, Hands, Injects, Provides
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.places import Kind, Root
from flake8_session_isolation.linking.shapes import Instance, Made
from flake8_session_isolation.linking.symbols import dotted


def injected(function: Function, sharing: Sharing, summaries: Summariser) -> dict[str, Value]:
    """The shared objects that parameters are given, by the parameters' names."""
    found = {**_handed(function, sharing), **_provided(function, sharing, summaries)}
    for name, call in _calls(function):
        provider = _provider(call, function, sharing)
        if provider is None:
            continue
        given = _shared_result(provider, summaries.of(provider, False).result, sharing)
        if given is not None:
            found[name] = given
    return found


def _handed(function: Function, sharing: Sharing) -> dict[str, Value]:
    """What a library hands its handlers by the names of their parameters: the application's state."""
    if not sharing.facts.knows(Hands):
        return {}
    rows = [row for each in _libraries(function, sharing) if (row := sharing.facts.tell(Hands, each)) is not None]
    stored = {name: value for row in rows for name, value in _stored(row, sharing) if name in function.parameters}
    return stored | {
        name: Value(frozenset({Path(Root(Kind.STORAGE, "", row.called or name))}))
        for row in rows
        for name in row.parameters
        if name in function.parameters
    }


def _stored(row: Hands, sharing: Sharing) -> Iterator[tuple[str, Value]]:
    """The module's variables that handlers get by the names under which it has stored them."""
    module = sharing.module
    for name, (holder, held) in sharing.provisions.items.items():
        types = {each.type for each in sharing.variable(holder, module.scope) if isinstance(each, Made)}
        if row.items_of in types:
            place = Path(Root(Kind.MODULE, module.prefix[:-1], held))
            yield name, Value(frozenset({place}), shapes=sharing.variable(held, module.scope))


def _libraries(function: Function, sharing: Sharing) -> Iterator[str]:
    """The libraries of the decorators by which a function is a handler."""
    for decorator in function.decorators:
        name = sharing.qualified(decorator, function.scope.parent or function.scope)
        if name is not None and sharing.facts.tell(Handler, name) is not None:
            yield name.partition(".")[0]


def _provided(function: Function, sharing: Sharing, summaries: Summariser) -> dict[str, Value]:
    """What functions gave once that the module names as providers of such parameters: `Provide(make, use_cache=True)`.

    Where one of several of a name gives anew, or the function is no handler, nothing is known.
    """
    providers = sharing.provisions.kept if sharing.facts.knows(Provides) and function.decorators else {}
    found = {}
    for name in sorted(set(function.parameters) & set(providers)):
        provider = sharing.function_called(providers[name])
        made = sharing.construction(providers[name])
        if provider is not None:
            given = always_kept(provider, summaries.of(provider, False).result, sharing)
        else:
            given = kept_object(made.of) if isinstance(made, Instance) else None
        found.update({name: given} if given is not None else {})
    return found


def _calls(function: Function) -> Iterator[tuple[str, ir.Call]]:
    """Parameters with a call as their default, or in their annotation: `Annotated[Service, Depends(get_service)]`."""
    for name, default in function.defaults:
        if isinstance(default, ir.Call):
            yield name, default
    for name in function.parameters:
        annotation = function.scope.annotations.get(name)
        if isinstance(annotation, ir.Subscript) and isinstance(annotation.slice, ir.Tuple):
            yield from ((name, part) for part in annotation.slice.elts if isinstance(part, ir.Call))


def _provider(call: ir.Call, function: Function, sharing: Sharing) -> Function | None:
    """The function of the project whose result the call has handed in."""
    scope = function.scope.parent or function.scope
    row = sharing.facts.tell(Injects, dotted(call.func, scope))
    if row is None or row.position >= len(call.args):
        return None
    return sharing.function_called(dotted(call.args[row.position], scope))


def _shared_result(provider: Function, result: Value, sharing: Sharing) -> Value | None:
    """What a function gives, where that is a place that outlives the call, or is kept for the next one."""
    result = kept(provider, result, {}, sharing.seen_from(provider.scope)) or result
    shared = frozenset(each for each in result.places if each.root.kind in (Kind.MODULE, Kind.CLASS, Kind.CACHED))
    return Value(shared, shapes=result.shapes) if shared else None
