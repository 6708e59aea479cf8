"""What a branch condition implies for a variable: its class after `isinstance(x, Service)`, and that it is not the
default after `if messages is None` or `messages or []`; and that a call of a handler is the one that starts and ends
the program, `scope["type"] == "lifespan"`: what is done there is done once.

An empty default that no code has changed yet is not true; what is only changed where it is true is never changed first.
"""

from __future__ import annotations

from functools import partial

from flake8_session_isolation.dataflow.parameter_defaults import without_defaults
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import AnyShape, Value
from flake8_session_isolation.facts import HandlerForm
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.signatures import takes


def narrow(test: ir.Expression, here: Here, then: Flow, otherwise: Flow) -> None:
    """Remove, in each branch, the parameter defaults that `test` excludes there."""
    _narrow(test, True, here, then)
    _narrow(test, False, here, otherwise)


def chosen(node: ir.BoolOp, values: list[Value], here: Here) -> list[Value]:
    """The values that `or` and `and` may give; an empty default is never the result of `or`, unless it is last."""
    if node.is_and:
        return values
    return [*map(partial(_if_true, here), node.values[:-1], values), values[-1]]


def _if_true(here: Here, node: ir.Expression, value: Value) -> Value:
    return without_defaults(value) if isinstance(node, ir.Name) and _is_empty(node.id, here) else value


def _narrow(test: ir.Expression, truth: bool, here: Here, flow: Flow) -> None:
    match test:
        case ir.Name(id=name) | ir.Call(func=ir.Name(id="len"), args=[ir.Name(id=name)]):
            if _is_empty(name, here) is truth:
                _forget(name, flow)
        case ir.Call(func=ir.Name(id="isinstance"), args=[ir.Name(id=name), cls]) if truth and name in flow.names:
            _is_a(name, cls, here, flow)
        case ir.UnaryOp(op="not", operand=inner):
            _narrow(inner, not truth, here, flow)
        case ir.BoolOp(is_and=is_and, values=values) if is_and is truth:
            for each in values:
                _narrow(each, truth, here, flow)
        case ir.NamedExpr(value=inner):
            _narrow(inner, truth, here, flow)
        case ir.Compare(left=ir.Subscript() as left, ops=["==" | "!=" as op], comparators=[ir.Constant(value=other)]):
            if (op == "==") is truth and _is_of_the_program(left, other, here):
                flow.is_dead = True
        case ir.Compare(left=left, ops=[op], comparators=[ir.Constant(value=other)]):
            _compare(left, op, other, truth, here, flow)


def _is_of_the_program(entry: ir.Subscript, value: object, here: Here) -> bool:
    """Whether an entry of a handler's parameter has this value only in the call that starts and ends the program."""
    match entry:
        case ir.Subscript(value=ir.Name(id=name), slice=ir.Constant(value=key)):
            forms = (each for each in here.frame.facts.every(HandlerForm) if each.once == (name, key, value))
            return any(takes(here.frame.function, each.parameters) for each in forms)
    return False


def _is_a(name: str, cls: ir.Expression, here: Here, flow: Flow) -> None:
    """`isinstance`: the class of a value that has no known class, or a wider one."""
    annotated = here.frame.sharing.annotation(cls, here.frame.function.scope)
    known = flow.names[name]
    if isinstance(annotated, Instance) and all(_may_be(each, annotated.of) for each in known.shapes):
        flow.names[name] = known.replaced(shapes=frozenset({annotated}))


def _may_be(shape: AnyShape, cls: Class) -> bool:
    """Whether something of this shape may be an instance of the class."""
    return isinstance(shape, Instance) and shape.of in cls.lineage()


def _compare(left: ir.Expression, op: str, other: object, truth: bool, here: Here, flow: Flow) -> None:
    """`x is None`, `len(x) > 0`."""
    if other is None and isinstance(left, ir.Name) and (op in ("is", "==")) is truth:
        _forget(left.id, flow)
    elif other == 0 and isinstance(left, ir.Call) and op in ("==", ">", "!="):
        _narrow(left, truth is not (op == "=="), here, flow)


def _is_empty(name: str, here: Here) -> bool:
    """Whether the default of this function's parameter is empty."""
    match dict(here.frame.function.defaults).get(name):
        case ir.Dict(keys=parts) | ir.Call(args=parts) | ir.Display(elts=parts):
            return not parts
    return True


def _forget(name: str, flow: Flow) -> None:
    if name in flow.names:
        flow.names[name] = without_defaults(flow.names[name])
