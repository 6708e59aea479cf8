"""What an object creates by a callable that it was given, what it keeps open, and what it drops when it is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import Class, Function
from flake8_session_isolation.linking.attributes import Binding
from flake8_session_isolation.linking.object_types import Sharing


def is_made_by_kept_factory(method: Function, attribute: str, view: Sharing) -> bool:
    """Whether a method sets an attribute to the result of calling another attribute, which the constructor was
    given."""
    if method.owner is None:
        return False
    known = view.attributes.bindings(method.owner)
    for name in _called_for(attribute, method):
        makers = (each for each in known.get(name, ()) if each.method.short_name in MAKERS)
        if any(isinstance(each.value, ir.Name) and each.value.id in each.method.parameters for each in makers):
            return True
    return False


def is_kept_open(method: Function, attribute: str) -> bool:
    """Whether a method puts into an attribute, or an entry of it, what it enters by an exit stack that its object
    keeps: a second one stays open, too."""
    for node in body_of(method.scope).nodes:
        targets = node.targets if isinstance(node, ir.Assign) else ()
        if isinstance(node, ir.Assign) and any(_own_attribute(_whole(each), method) == attribute for each in targets):
            value = node.value.value if isinstance(node.value, ir.Await) else node.value
            if isinstance(value, ir.Call) and isinstance(value.func, ir.Attribute) and value.func.attr in _ENTERING:
                return _own_attribute(value.func.value, method) is not None
    return False


def _whole(node: ir.Expression) -> ir.Expression:
    """The container of an entry; anything else is itself."""
    return node.value if isinstance(node, ir.Subscript) else node


_ENTERING = frozenset({"enter_context", "enter_async_context"})


def _called_for(attribute: str, method: Function) -> Iterator[str]:
    """The attributes of the receiver whose call gives the value of another attribute."""
    for node in body_of(method.scope).nodes:
        if isinstance(node, ir.Assign) and any(_own_attribute(each, method) == attribute for each in node.targets):
            for value in _bound(node.value, method):
                call = value.value if isinstance(value, ir.Await) else value
                name = _own_attribute(call.func, method) if isinstance(call, ir.Call) else None
                yield from [name] if name is not None else []


def _bound(node: ir.Expression, method: Function) -> Sequence[ir.Expression | None]:
    """What a local variable was set to; anything else is itself."""
    return method.scope.bindings.get(node.id, ()) if isinstance(node, ir.Name) else (node,)


def _own_attribute(node: ir.Expression, method: Function) -> str | None:
    """The name in `self.name`."""
    is_own = isinstance(node, ir.Attribute) and isinstance(node.value, ir.Name) and node.value.id == method.receiver
    return node.attr if is_own and isinstance(node, ir.Attribute) else None


def is_dropped_at_the_end(cls: Class, attribute: str, view: Sharing) -> bool:
    """Whether a method whose name says that it ends the object's life sets an attribute to None."""
    return any(_drops(each) for each in view.attributes.bindings(cls).get(attribute, ()))


def _drops(binding: Binding) -> bool:
    is_none = isinstance(binding.value, ir.Constant) and binding.value.value is None
    return is_none and binding.method.short_name.strip("_").replace("_", "") in _ENDINGS


_ENDINGS = frozenset({"close", "aclose", "stop", "shutdown", "teardown", "disconnect", "dispose", "exit", "aexit"})
