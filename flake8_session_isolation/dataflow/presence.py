"""Which reads of a test found their place set on one of its branches: `if self.topic:` on its own branch, `if topic is
None: return` behind it.

A write on such a branch cannot fill in what was missing. Only the place itself counts, or a name of the same object:
`if is_old(self.topic):` may allow what it likes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_session_isolation.dataflow.state import NOTHING, Flow, Here
from flake8_session_isolation.dataflow.values import Read
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.scopes import Function
from flake8_session_isolation.frontend.spelling import spelled


def found_set(test: ir.Expression, truth: bool, reads: frozenset[Read], here: Here, flow: Flow) -> frozenset[Read]:
    """Those of a test's reads that found something where the test has this truth."""
    if not reads:
        return NOTHING
    return NOTHING.union(*(_of(each, reads, here, flow) for each in _held(test, truth)))


def note_tests(node: ir.If, branch: ir.Branch, reads: frozenset[Read], here: Here) -> None:
    """Record those reads of a branch's test that are sure, and those that ask for an element."""
    if _asks_for_presence(branch.test):
        here.frame.sure |= reads
    if len(node.branches) == 1 and not node.orelse and _adds_what_is_missing(branch):
        here.frame.listed |= reads


def opens_if_zero(node: ir.If, ends: Sequence[Flow], pauses: int, function: Function) -> bool:
    """Whether an `if` without other branches pauses where a number is zero that another method of the class counts
    down, and goes on: `if self.users == 0: await self.open()`."""
    if len(node.branches) != 1 or node.orelse or any(each.is_dead for each in ends):
        return False
    match node.branches[0].test:
        case ir.Compare(left=number, ops=["=="], comparators=[ir.Constant(value=0)]):
            return ends[0].pauses > pauses and _is_counted_down(number, function)
        case ir.UnaryOp(op="not", operand=number):
            return ends[0].pauses > pauses and _is_counted_down(number, function)
    return False


def _is_counted_down(number: ir.Expression, function: Function) -> bool:
    """Whether a method of the function's class takes something off the attribute: it tells how many are inside."""
    if function.owner is None or not isinstance(number, ir.Attribute):
        return False
    nodes = (node for each in function.owner.scope.functions.values() for node in body_of(each.scope).nodes)
    targets = (each.target for each in nodes if isinstance(each, ir.AugAssign) and each.op == "-")
    return any(isinstance(each, ir.Attribute) and each.attr == number.attr for each in targets)


def _asks_for_presence(test: ir.Expression) -> bool:
    """Whether a test asks only whether something is there, whatever it is."""
    match test:
        case ir.UnaryOp(op="not", operand=inner):
            return _asks_for_presence(inner)
        case ir.BoolOp(values=values):
            return all(map(_asks_for_presence, values))
        case ir.Compare(ops=["in" | "not in"]) | ir.Call(func=ir.Name(id="hasattr")):
            return True
        case ir.Compare(ops=[_], comparators=[ir.Constant(value=None)]):
            return True
    return False


def _adds_what_is_missing(branch: ir.Branch) -> bool:
    """`if each not in known: known.append(each)`, or `if each in known: return`."""
    match branch.test, branch.body:
        case ir.Compare(ops=["not in"]), [ir.Expr(value=ir.Call(func=ir.Attribute(attr="append")))]:
            return True
        case ir.Compare(ops=["in"]), [ir.Return(value=None)]:
            return True
    return False


def _of(node: ir.Expression, reads: frozenset[Read], here: Here, flow: Flow) -> Iterator[Read]:
    """The reads of the place that an expression is."""
    if isinstance(node, ir.Name) and node.id in flow.names:
        places = flow.names[node.id].places
        return (each for each in reads if each.path in places)
    sites = {here.frame.site(each) for each in _readers(node)}
    return (each for each in reads if each.site in sites)


def _readers(node: ir.Expression) -> tuple[ir.Expression, ...]:
    """The parts of an expression at which the reads of its place stand."""
    if isinstance(node, ir.Call):
        return (node, node.func)
    return node.comparators if isinstance(node, ir.Compare) else (node,)


def _held(test: ir.Expression, truth: bool) -> Iterator[ir.Expression]:
    """The places that hold something where the test has this truth."""
    match test:
        case ir.Name() | ir.Attribute() | ir.Subscript() if truth:
            yield test
        case ir.Call(func=ir.Attribute(attr="get") | ir.Name(id="hasattr")) if truth:
            yield test
        case ir.NamedExpr(target=target) if truth:
            yield target
        case ir.UnaryOp(op="not", operand=inner):
            yield from _held(inner, not truth)
        case ir.Compare(left=left, ops=[op], comparators=[ir.Constant(value=None)]):
            if (op in ("is not", "!=")) is truth:
                yield left.target if isinstance(left, ir.NamedExpr) else left
        case ir.Compare(ops=["in" | "not in" as op]):
            if (op == "in") is truth:
                yield test
        case ir.BoolOp(is_and=is_and, values=values) if is_and is truth:
            yield from _held_by_all(values, truth)


def _held_by_all(operands: tuple[ir.Expression, ...], truth: bool) -> Iterator[ir.Expression]:
    """What one operand finds set, while no other one asks more of the same place: `entry and entry.is_old`."""
    for operand in operands:
        others = [spelled(each) for each in operands if each is not operand]
        yield from (each for each in _held(operand, truth) if not any(spelled(each) in other for other in others))
