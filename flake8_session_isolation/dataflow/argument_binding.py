"""Arguments of a call for the parameters of a function, and for the attributes of an object that keeps them."""

from __future__ import annotations

from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.dataflow.transfer_names import variable
from flake8_session_isolation.dataflow.values import UNKNOWN, Kept, Value, union
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, holder, home
from flake8_session_isolation.linking.kept_arguments import kept_arguments
from flake8_session_isolation.linking.object_types import is_container
from flake8_session_isolation.linking.shapes import Constant, Instance, Made


def bind(function: Function, receiver: Value | None, given: Arguments, here: Here) -> dict[str, Value]:
    """Bind arguments to parameters (Python reference, 6.3.4, "Calls"); of defaults, only literals and module-level
    containers are known."""
    signature = function.signature
    names = signature.positional
    values = [receiver, *given.positional] if receiver is not None and function.receiver else given.positional
    bound = {name: _by_reference(value) for name, value in zip(names, values)}
    for name, default in function.defaults:
        known = _default(default, function, here) if name not in bound and name not in given.named else None
        if known is not None:
            bound[name] = known
    rest = values[len(names) :]
    if signature.vararg is not None:
        bound[signature.vararg] = union(rest)
    others = set(given.named) - set(function.parameters)
    bound.update({name: _by_reference(value) for name, value in given.named.items() if name not in others})
    if signature.kwarg is not None:
        bound[signature.kwarg] = union(given.named[each] for each in sorted(others))
    return bound


def _default(node: ir.Expression, function: Function, here: Here) -> Value | None:
    """The value of a default; one that is created in the signature is handled by the function's own summary."""
    if isinstance(node, ir.Constant):
        return Value(shapes=frozenset({Constant(repr(node.value))}))
    where = holder(node.id, function.around) if isinstance(node, ir.Name) else None
    if where is None or where.parent is not None or not isinstance(node, ir.Name):
        return None
    named = variable(node.id, where, here)
    return named if is_container(named.shapes, here.frame.facts) else None


def _by_reference(value: Value) -> Value:
    """The value of a container argument without its contents, which the callee reads when it looks."""
    if not any(isinstance(each, Made) for each in value.shapes):
        return value
    return value.replaced(reads=frozenset(each for each in value.reads if each.path not in value.places))


def kept_by(cls: Class, given: Arguments, here: Here) -> frozenset[Kept]:
    """The attributes of a new object that refer to objects which its constructor was given, or found in variables of
    its module."""
    names, kept, variables = kept_arguments(cls, here.frame.sharing)
    if not kept and not variables:
        return frozenset()
    maker = cls.method("__init__")
    values = bind(maker, UNKNOWN, given, here) if maker else {**dict(zip(names, given.positional)), **given.named}
    parts = [(attribute, values[name]) for attribute, name in kept.items() if name in values]
    where = home(maker.scope).scope if maker is not None else cls.scope
    used = {each: name for each, name in variables.items() if each not in kept or _is_none(values.get(kept[each]))}
    found = ((attribute, variable(name, where, here)) for attribute, name in used.items())
    parts.extend(each for each in found if any(isinstance(shape, Instance) for shape in each[1].shapes))
    return frozenset(Kept(attribute, place, value.shapes) for attribute, value in parts for place in value.places)


def _is_none(value: Value | None) -> bool:
    """Whether an argument is None, so that what stands in for it is used."""
    return value is not None and value.shapes == frozenset({Constant("None")})
