"""Parameters that a framework fills with the result of another function: `service: Service = Depends(get_service)`.

Where that function gives what outlives the call, the parameter is that place, and nobody's data.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from flake8_session_isolation.cached import kept
from flake8_session_isolation.facts import Injects
from flake8_session_isolation.flow import Summariser
from flake8_session_isolation.paths import Kind
from flake8_session_isolation.program import Function, dotted
from flake8_session_isolation.sharing import Sharing
from flake8_session_isolation.values import Value


def injected(function: Function, sharing: Sharing, summaries: Summariser) -> dict[str, Value]:
    """The shared objects that parameters are given, by the parameters' names."""
    found = {}
    for name, call in _calls(function):
        provider = _provider(call, function, sharing)
        given = _shared_result(provider, summaries.of(provider).result, sharing) if provider is not None else None
        if given is not None:
            found[name] = given
    return found


def _calls(function: Function) -> Iterator[tuple[str, ast.Call]]:
    """Parameters with a call as their default, or in their annotation: `Annotated[Service, Depends(get_service)]`."""
    for name, default in function.defaults():
        if isinstance(default, ast.Call):
            yield name, default
    for each in function.arguments():
        if isinstance(each.annotation, ast.Subscript) and isinstance(each.annotation.slice, ast.Tuple):
            yield from ((each.arg, part) for part in each.annotation.slice.elts if isinstance(part, ast.Call))


def _provider(call: ast.Call, function: Function, sharing: Sharing) -> Function | None:
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
