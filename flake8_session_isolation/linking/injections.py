"""Parameters that a library fills with the results of providers.

`service=Depends(get_service)`; `service: Annotated[Service, Depends(get_service)]`, or a variable that holds this
annotation, perhaps of another module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from flake8_session_isolation.facts import Injects, Registers, Served
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of, results
from flake8_session_isolation.frontend.memoised import memoised_within
from flake8_session_isolation.frontend.scopes import Class, Function, Scope, holder
from flake8_session_isolation.linking.function_values import function_values
from flake8_session_isolation.linking.kept_instances import is_kept
from flake8_session_isolation.linking.object_types import Sharing
from flake8_session_isolation.linking.shapes import ClassObject, Instance
from flake8_session_isolation.linking.symbols import dotted

MOST_ALIASES = 3
"""Variables that stand for an annotation, one after the other."""


class Injection(NamedTuple):
    """A parameter is filled with the result of `provider`; a provider that is a method is called on the object `node`,
    in `scope`."""

    parameter: str
    provider: Function
    node: ir.Expression | None
    scope: Scope
    served: Served | None


class _Marked(NamedTuple):
    """A call that marks a parameter as injected, with its scope."""

    parameter: str
    call: ir.Call
    scope: Scope


def injections(function: Function, view: Sharing) -> tuple[Injection, ...]:
    """The parameters of a function that are filled by known providers; `view` is that of its module."""
    if not function.parameters or not view.facts.knows(Injects):
        return ()
    return _found(function, view)


@memoised_within
def _found(function: Function, view: Sharing) -> tuple[Injection, ...]:
    return tuple(_injections(function, view))


def kept_classes(function: Function, view: Sharing) -> tuple[tuple[str, Class], ...]:
    """The parameters of a function for which a library calls a class that gives the same instance each time, with that
    class: the one named, or that of the annotation."""
    if not function.parameters or not view.facts.knows(Injects):
        return ()
    return _kept_classes(function, view)


@memoised_within
def _kept_classes(function: Function, view: Sharing) -> tuple[tuple[str, Class], ...]:
    called = ((each.parameter, _called(each, function, view)) for each in _marks(function, view))
    return tuple(
        (name, cls) for name, cls in called if cls is not None and is_kept(cls, view.seen_from(cls.scope))
    )


def _called(marked: _Marked, function: Function, view: Sharing) -> Class | None:
    """The class that such a call names as provider, or that of the annotation if it names none."""
    theirs = view.seen_from(marked.scope)
    if theirs.facts.row(Injects, dotted(marked.call.func, marked.scope)) is None:
        return None
    given = _provider(marked, theirs)
    if given is None:
        found = [each.of for each in view.parameter(function, marked.parameter) if isinstance(each, Instance)]
    else:
        named = function_values(given, marked.scope, theirs)
        found = [each.itself for each in named if isinstance(each, ClassObject)]
    return found[0] if len(found) == 1 else None


def given_back(provider: Function) -> tuple[ir.Expression, ...]:
    """The values that a provider returns; for one that yields, what it yields for the time of a request."""
    if not provider.yields:
        return results(provider)
    lent = (each.value for each in body_of(provider.scope).nodes if isinstance(each, ir.Yield))
    return tuple(each for each in lent if each is not None)


def _injections(function: Function, view: Sharing) -> Iterator[Injection]:
    for marked in _marks(function, view):
        theirs = view.seen_from(marked.scope)
        given = _provider(marked, theirs)
        found = tuple(dict.fromkeys(function_values(given, marked.scope, theirs))) if given is not None else ()
        row = theirs.facts.row(Registers, dotted(marked.call.func, marked.scope))
        served = row.served if row is not None else None
        match found:
            case (Function() as provider,):
                owner = given.value if isinstance(given, ir.Attribute) and provider.owner is not None else None
                yield Injection(marked.parameter, provider, owner, marked.scope, served)
            case (Instance(of=cls),) if (own := cls.method("__call__")) is not None:
                yield Injection(marked.parameter, own, given, marked.scope, served)


def _provider(marked: _Marked, view: Sharing) -> ir.Expression | None:
    """The function that such a call names as provider."""
    row = view.facts.row(Injects, dotted(marked.call.func, marked.scope))
    if row is None:
        return None
    named = (each.value for each in marked.call.keywords if each.arg == row.keyword)
    return next(iter((*marked.call.args[row.position : row.position + 1], *named)), None)


def _marks(function: Function, view: Sharing) -> Iterator[_Marked]:
    """The calls in defaults and annotations of parameters."""
    around = function.around
    for name, default in function.defaults:
        if isinstance(default, ir.Call):
            yield _Marked(name, default, around)
    for name in function.parameters:
        node = function.scope.annotations.get(name)
        annotated = _annotation(node, around, view) if node is not None else None
        if annotated is not None:
            yield from (_Marked(name, part, annotated[1]) for part in annotated[0].elts if isinstance(part, ir.Call))


def _annotation(node: ir.Expression, scope: Scope, view: Sharing, aliases: int = 0) -> tuple[ir.Tuple, Scope] | None:
    """The parts of an annotation that is a subscript or a variable for one, with their scope."""
    if isinstance(node, ir.Subscript):
        return (node.slice, scope) if isinstance(node.slice, ir.Tuple) else None
    named = _variable(node, scope, view) if aliases < MOST_ALIASES else None
    bound = named[1].bindings.get(named[0], ()) if named is not None else ()
    if named is None or len(bound) != 1 or bound[0] is None:
        return None
    return _annotation(bound[0], named[1], view.seen_from(named[1]), aliases + 1)


def _variable(node: ir.Expression, scope: Scope, view: Sharing) -> tuple[str, Scope] | None:
    """The variable that a name means, in its own module."""
    where = holder(node.id, scope) if isinstance(node, ir.Name) else None
    if isinstance(node, ir.Name) and where is not None and node.id not in where.imports:
        return node.id, where
    whole = dotted(node, scope)
    away = view.modules.variable(whole, view.module) if whole is not None else None
    return (away[1], away[0].scope) if away is not None else None
