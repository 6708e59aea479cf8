"""Tests that refuse a second value while a place is occupied: `if self.owner is not None: raise Busy`; and those that
require one: `if self.socket is None: raise Closed`.

A refusal raises, or returns False or an HTTP status of a client's error.
"""

from __future__ import annotations

from collections.abc import Iterator

from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import Read
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.spelling import spelled


def note_refusals(node: ir.If, branch: ir.Branch, reads: frozenset[Read], here: Here, flow: Flow) -> None:
    """Record those `reads` of a branch's test for which the statement refuses if the place holds something, and those
    for which it raises if the place holds nothing."""
    if _refuses(branch.body):
        here.frame.refusals |= _of_held(branch.test, True, reads, here, flow)
    if _refuses(node.orelse):
        here.frame.refusals |= _of_held(branch.test, False, reads, here, flow)
    if branch.body and isinstance(branch.body[-1], ir.Raise):
        here.frame.required |= _of_held(branch.test, False, reads, here, flow)


def note_assertion(test: ir.Expression, reads: frozenset[Read], here: Here, flow: Flow) -> None:
    """Record the refusal of `assert self.owner is None`."""
    here.frame.refusals |= _of_held(test, False, reads, here, flow)


def _refuses(body: tuple[ir.Statement, ...]) -> bool:
    last = body[-1] if body else None
    return isinstance(last, ir.Raise) or (isinstance(last, ir.Return) and _is_error(_returned(last, body)))


def _returned(last: ir.Return, body: tuple[ir.Statement, ...]) -> ir.Expression | None:
    """The value of a `return`; that of a variable which the statement before binds."""
    match last.value, body[-2:-1]:
        case ir.Name(id=name), (ir.Assign(targets=(ir.Name(id=bound),), value=value),) if name == bound:
            return value
    return last.value


def _is_error(node: ir.Expression | None) -> bool:
    """Whether a returned value is False, or has the status of an error as an item or argument."""
    if isinstance(node, ir.Tuple):
        return any(map(_is_status, node.elts))
    if isinstance(node, ir.Call):
        return any(map(_is_status, (*node.args, *(each.value for each in node.keywords))))
    return isinstance(node, ir.Constant) and node.value is False


def _is_status(node: ir.Expression) -> bool:
    return isinstance(node, ir.Constant) and type(node.value) is int and node.value in _CLIENT_ERRORS


_CLIENT_ERRORS = range(400, 500)


def _of_held(
    test: ir.Expression, truth: bool, reads: frozenset[Read], here: Here, flow: Flow
) -> frozenset[Read]:
    held = list(_held(test, truth))
    if len(held) == 1 and not isinstance(test, ir.BoolOp):
        return reads - _of_receiver(held[0], reads, flow)
    sites = {here.frame.site(each) for each in held}
    names = (flow.names[each.id].reads for each in held if isinstance(each, ir.Name) and each.id in flow.names)
    return frozenset(each for each in reads if each.site in sites).union(*names)


def _of_receiver(held: ir.Expression, reads: frozenset[Read], flow: Flow) -> frozenset[Read]:
    """The reads that found the object whose method answers: `await client.is_known(name)` asks what the client knows,
    and not whether there is one."""
    call = held.value if isinstance(held, ir.Await) else held
    if not isinstance(call, ir.Call) or not isinstance(call.func, ir.Attribute):
        return frozenset()
    asked = flow.names.get(call.func.value.id) if isinstance(call.func.value, ir.Name) else None
    return asked.reads.union(each for each in reads if each.path in asked.places) if asked else frozenset()


def _held(test: ir.Expression, truth: bool) -> Iterator[ir.Expression]:
    """Which result of the test means that something is held."""
    match test:
        case ir.Name() | ir.Attribute() | ir.Call() if truth:
            yield test
        case ir.NamedExpr(target=target) if truth:
            yield target
        case ir.UnaryOp(op="not", operand=inner):
            yield from _held(inner, not truth)
        case ir.Compare(left=left, ops=[op], comparators=[ir.Constant(value=None)]):
            if (op in ("is not", "!=")) is truth:
                yield left
        case ir.Compare(ops=["in" | "not in" as op], comparators=[within]):
            if (op == "in") is truth and not isinstance(within, (ir.List, ir.Tuple, ir.Set)):
                yield test
        case ir.BoolOp(is_and=is_and, values=values):
            operands = [spelled(each) for each in values] if is_and is truth else []
            for each in (one for value in values for one in _held(value, truth)):
                if all(spelled(each) in operand for operand in operands):
                    yield each
