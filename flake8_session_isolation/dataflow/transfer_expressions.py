"""Values and effects of expressions.

`evaluate` looks up the function for each kind of expression.  What a call does is in `transfer_calls`, which is
given the values of callee and arguments.
"""

from __future__ import annotations

from collections import abc
from typing import Any

from flake8_session_isolation.dataflow import transfer_calls as calls
from flake8_session_isolation.dataflow import transfer_properties as properties
from flake8_session_isolation.dataflow.access_paths import Path, Step
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.keys import EACH, is_own_key, only_key, step_under
from flake8_session_isolation.dataflow.narrowing import chosen, narrow
from flake8_session_isolation.dataflow.recording import read, write
from flake8_session_isolation.dataflow.shallow_copies import fill_local, matters_by_itself, stored_into, unpacked
from flake8_session_isolation.dataflow.state import Flow, Here, pause
from flake8_session_isolation.dataflow.transfer_blocks import lent_or_read
from flake8_session_isolation.dataflow.transfer_containers import entry_of
from flake8_session_isolation.dataflow.transfer_conversations import answer, put
from flake8_session_isolation.dataflow.transfer_iteration import use_element, walk_across, walk_over
from flake8_session_isolation.dataflow.transfer_locks import called_under
from flake8_session_isolation.dataflow.transfer_names import (
    function_made, member, module_place, outer_variable, variable, variables_of_module,
)
from flake8_session_isolation.dataflow.values import (
    UNKNOWN, Callable, LibraryMethod, Value, computed, either, of_literal, union,
)
from flake8_session_isolation.facts import Action
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import holder
from flake8_session_isolation.frontend.sets import first, in_order
from flake8_session_isolation.frontend.spelling import spelled
from flake8_session_isolation.frontend.walking import start_of
from flake8_session_isolation.linking.generator_steps import taken_at_once
from flake8_session_isolation.linking.object_types import is_container
from flake8_session_isolation.linking.shapes import Constant, Made, constant

DEEPEST = 60
"""Levels of nested expressions that are looked into; what lies deeper is unknown."""

_LOOKS = frozenset({"is", "is not", "in", "not in"})
_PLAIN_DISPLAYS: dict[type[ir.Expression], str] = {
    ir.Dict: "builtins.dict", ir.List: "builtins.list", ir.Set: "builtins.set",
}


def evaluate(node: ir.Expression, here: Here, flow: Flow, use: Use = Use.DATA) -> Value:
    """The value of `node`; its reads and writes are recorded, its own places as read for `use`."""
    frame = here.frame
    if frame.depth > DEEPEST:
        return UNKNOWN
    frame.depth += 1
    value = _EXPRESSIONS[type(node)](node, here, flow, use)
    frame.depth -= 1
    return value


def _variable(node: ir.Name, here: Here, flow: Flow, use: Use) -> Value:
    """A local variable, or a variable of an enclosing scope. A local variable holds what was read when it was bound;
    only the contents of a container can have changed since."""
    if node.id in flow.names:
        known = flow.names[node.id]
        if is_container(known.shapes, here.frame.facts):
            return read(known, use, node, here, flow)
        use_element(known, use, node, here, flow)
        if known.copied:
            read(Value(known.shared_parts()), use, node, here, flow)
        return known
    return read(outer_variable(node, here), use, node, here, flow)


def _attribute(node: ir.Attribute, here: Here, flow: Flow, use: Use) -> Value:
    if node.attr in here.frame.facts.answering:
        answer(node, evaluate(node.value, here, flow, Use.PLACE), here, flow)
    return read(attribute(node, here, flow), use, node, here, flow)


def attribute(node: ir.Attribute, here: Here, flow: Flow, base: Value | None = None) -> Value:
    """The places and meanings of `base.name`; a property is called."""
    found = member(base or evaluate(node.value, here, flow, Use.PLACE), node.attr, here, flow)
    return properties.got(node, found, here, flow)


def _called(node: ir.Call, here: Here, flow: Flow, use: Use) -> Value:
    """A call; `getattr(base, "name", default)` is `base.name`."""
    match node:
        case ir.Call(func=ir.Name(id="getattr"), args=[base, ir.Constant(value=str(name)), *default]):
            found = _attribute(ir.Attribute(base, name, node.line, node.column), here, flow, use)
            return either([found, *(evaluate(each, here, flow) for each in default)])
    return _call(node, here, flow, use)


def _subscript(node: ir.Subscript, here: Here, flow: Flow, use: Use) -> Value:
    """One item, or a copy of several."""
    base = evaluate(node.value, here, flow, Use.PLACE)
    if isinstance(node.slice, ir.Slice):
        evaluate(node.slice, here, flow)
        return read(base, Use.DATA if use is Use.PLACE else use, node, here, flow).content()
    step = key(node.slice, here, flow)
    variables = variables_of_module(base, step, here)
    return read(variables or entry_of(base, step, here), use, node, here, flow)


def key(node: ir.Expression, here: Here, flow: Flow) -> Step:
    """The step of a subscript or of `get(key)`."""
    return step_under(node, evaluate(node, here, flow), here)


def _await(node: ir.Await, here: Here, flow: Flow, use: Use) -> Value:
    """An await: others may run, unless it is a coroutine of the project that never pauses."""
    if isinstance(node.value, ir.Call):
        return _call(node.value, here, flow, use, awaited=True)
    value = evaluate(node.value, here, flow, Use.RECEIVER)
    pause(here, flow)
    return value.processed()


def _walrus(node: ir.NamedExpr, here: Here, flow: Flow, use: Use) -> Value:
    value = evaluate(node.value, here, flow, use)
    bind_name(node.target, value, here, flow)
    return value


def bind_name(target: ir.Name, value: Value, here: Here, flow: Flow) -> None:
    """Bind a variable: a local one in the state, one of another scope by a write."""
    function = here.frame.function
    if target.id in function.scope.global_names or target.id in function.scope.nonlocal_names:
        scope = holder(target.id, function.scope)
        place = first(variable(target.id, scope, here).places) if scope else None
        place = place or module_place(target.id, here.frame.module)
        write(place, Action.REPLACE, value, target, here, flow)
    else:
        flow.names[target.id] = value


def _either_way(node: ir.IfExp, here: Here, flow: Flow, use: Use) -> Value:
    """`a if t else b`: both depend on what was tested."""
    test = evaluate(node.test, here, flow, Use.TEST)
    other = flow.copy()
    narrow(node.test, here, flow, other)
    result = evaluate(node.body, here.upon(test.reads), flow, use)
    rest = evaluate(node.orelse, here.upon(test.reads), other, use)
    flow.join(other)
    return result.joined(rest)


def _choice(node: ir.BoolOp, here: Here, flow: Flow, use: Use) -> Value:
    """`a or b`: what follows depends on what was tested."""
    values = [evaluate(node.values[0], here, flow, use)]
    tested = values[0].reads
    for before, each in zip(node.values, node.values[1:]):
        skipped = flow.copy()
        narrow(before, here, *((flow, skipped) if node.is_and else (skipped, flow)))
        values.append(evaluate(each, here.upon(tested), flow, use))
        tested |= values[-1].reads
        flow.join(skipped)
    return either(chosen(node, values, here))


def _constant(node: ir.Constant, here: Here, flow: Flow, use: Use) -> Value:
    return of_literal(constant(node))


def _starred(node: ir.Starred, here: Here, flow: Flow, use: Use) -> Value:
    return evaluate(node.value, here, flow, use).content()


def _slice(node: ir.Slice, here: Here, flow: Flow, use: Use) -> Value:
    """What a slice begins and ends with."""
    parts = (node.lower, node.upper, node.step)
    return union([evaluate(each, here, flow, use) for each in parts if each is not None])


def _mix(node: ir.Mix, here: Here, flow: Flow, use: Use) -> Value:
    """A value computed from all its parts; the literals among them are not known."""
    return union([evaluate(each, here, flow, use) for each in node.values if type(each) is not ir.Constant])


def _yield(node: ir.Yield, here: Here, flow: Flow, use: Use) -> Value:
    """A value is given and others run, unless the consumer takes all values at once; what is sent back belongs to the
    consumer."""
    locks = here.locks | flow.held
    here.frame.held = locks if here.frame.held is None else here.frame.held & locks
    if node.value is not None:
        value = evaluate(node.value, here, flow, Use.PLACE if here.frame.function.is_context_manager else Use.DATA)
        value = lent_or_read(value, node.value, here, flow)
        here.frame.results.append(value.content())
        here.frame.yielded.append(value)
    if here.frame.function not in taken_at_once(here.frame.sharing):
        pause(here, flow)
    return UNKNOWN


def _display(node: ir.Display | ir.Dict, here: Here, flow: Flow, use: Use) -> Value:
    """A new container with what is written in it."""
    parts = (*node.keys, *node.values) if isinstance(node, ir.Dict) else node.elts
    values = [evaluate(each, here, flow) for each in parts if each is not None]
    held = union(values).replaced(parts=tuple(filter(matters_by_itself, values)), copied=unpacked(node, values))
    if isinstance(node, ir.Tuple):
        return held
    return held.replaced(shapes=frozenset({Made(_PLAIN_DISPLAYS[type(node)])}), is_new=True)


def _comprehension(node: ir.Comprehension, here: Here, flow: Flow, use: Use) -> Value:
    """A loop in an expression: its targets live in it alone."""
    outside = dict(flow.names)
    data: list[Value] = []
    at = here
    for each in node.generators:
        source = evaluate(each.iter, at, flow, Use.PLACE)
        bind_step(each.target, each.iter, walk_over(source, each.iter, at, flow), at, flow)
        data.append(source)
        if each.is_async:
            pause(at, flow)
        for test in each.ifs:
            at = at.upon(evaluate(test, at, flow, Use.TEST).reads)
    before = flow.pauses
    result = union([evaluate(each, at, flow) for each in node.elts])
    if flow.pauses > before:
        for each, source in zip(node.generators, data):
            walk_across(source, each.iter, at, flow)
    is_own = here.frame.function.scope.binds  # by a walrus; a loop variable is none of the function's names
    flow.names = {name: value for name, value in flow.names.items() if name in outside or is_own(name)}
    flow.names.update({name: value for name, value in outside.items() if not is_own(name)})
    return result.replaced(shapes=frozenset({Made(node.made)}), is_new=True) if node.made is not None else result


def bind_parts(target: ir.Expression, value: Value, here: Here, flow: Flow) -> None:
    """Bind a loop target or one side of an unpacking: each part may hold any of the data."""
    match target:
        case ir.Name():
            bind_name(target, value, here, flow)
        case ir.Tuple(elts=parts) | ir.List(elts=parts):
            for each in parts:
                bind_parts(each, value, here, flow)
        case ir.Starred(value=inner):
            bind_parts(inner, value.content(), here, flow)
        case ir.Attribute() | ir.Subscript():
            store(target, value, here, flow)


def bind_step(target: ir.Expression, source: ir.Expression, part: Value, here: Here, flow: Flow) -> None:
    """Bind a loop's target to the values of `source`; of `enumerate` and `items()` only the second part is the
    element."""
    func = source.func if isinstance(source, ir.Call) else None
    name = func.attr if isinstance(func, ir.Attribute) else func.id if isinstance(func, ir.Name) else ""
    if name in {"enumerate", "items"} and isinstance(target, ir.Tuple) and len(target.elts) == 2:
        first, second = target.elts
        bind_parts(first, part.content() if name == "items" else UNKNOWN, here, flow)
        bind_parts(second, part, here, flow)
    else:
        bind_parts(target, part, here, flow)


def store(target: ir.Attribute | ir.Subscript, value: Value, here: Here, flow: Flow) -> None:
    """`base.name = value` and `base[key] = value`."""
    put(target, lambda quiet: evaluate(target.value, quiet, flow.copy(), Use.PLACE), value, here, flow)
    base = evaluate(target.value, here, flow, Use.PLACE)
    if not (isinstance(target, ir.Attribute) and properties.is_set(target, base, value, here, flow)):
        for place, action in _targets(target, base, here, flow):
            write(place, action, value, target, here, flow)
    local = start_of(target)
    if isinstance(local, ir.Name) and local.id in flow.names and local.id != here.frame.function.receiver:
        flow.names[local.id] = stored_into(flow.names[local.id].carrying(value), target)


def targets(target: ir.Expression, here: Here, flow: Flow) -> list[tuple[Path, Action]]:
    """The places that a store to `target` writes, and what it does to them."""
    if not isinstance(target, (ir.Attribute, ir.Subscript)):
        return []
    return _targets(target, evaluate(target.value, here, flow, Use.PLACE), here, flow)


def _targets(target: ir.Attribute | ir.Subscript, base: Value, here: Here, flow: Flow) -> list[tuple[Path, Action]]:
    if isinstance(target, ir.Attribute):
        return [(place, Action.REPLACE) for place in calls.attribute_places(base, target.attr, here)]
    places = in_order(base.places)
    if isinstance(target.slice, ir.Slice):
        is_whole, held = target.slice.lower is target.slice.upper is None, {each.path for each in base.reads}
        whole = {place: Action.UPDATE if place in held else Action.REPLACE for place in places}
        return [(place, action if is_whole else Action.GROW) for place, action in whole.items()]
    value = evaluate(target.slice, here, flow)
    step = step_under(target.slice, value, here)
    if (variables := variables_of_module(base, step, here)) is not None:
        return [(place, Action.REPLACE) for place in in_order(variables.places)]
    return [(place.then(EACH if is_own_key(value, place, here) else step), Action.STORE) for place in places]


def _operation(node: ir.BinOp, here: Here, flow: Flow, use: Use) -> Value:
    """Arithmetic and concatenation; a chain of operators that leans to the left is evaluated as one."""
    operands = node.operands
    while isinstance(operands[0], ir.BinOp):
        operands = (*operands[0].operands, *operands[1:])
    return computed([evaluate(each, here, flow) for each in operands])


def _unary(node: ir.UnaryOp, here: Here, flow: Flow, use: Use) -> Value:
    """A negative number is a literal, `not` gives a truth value."""
    if node.op == "not":
        test = evaluate(node.operand, here, flow, Use.TEST)
        return Value(origins=test.origins, reads=test.reads)
    if node.op == "-" and isinstance(node.operand, ir.Constant):
        return Value(shapes=frozenset({Constant(spelled(node))}))
    return union([evaluate(node.operand, here, flow, use)])


def _compare(node: ir.Compare, here: Here, flow: Flow, use: Use) -> Value:
    """A truth value: comparing with None or testing membership reads a place without using its data."""
    first, op = node.comparators[0], node.ops[0]
    looks = op in _LOOKS or (isinstance(first, ir.Constant) and first.value == 0)
    left = evaluate(node.left, here, flow, Use.TEST if looks else Use.DATA)
    if op in ("in", "not in"):
        return union([left, _membership(node, here, flow)])
    rest = [evaluate(each, here, flow, Use.TEST if looks else Use.DATA) for each in node.comparators]
    return union([left, *rest])


def _membership(node: ir.Compare, here: Here, flow: Flow) -> Value:
    """`key in table` looks at one entry of the table."""
    table = evaluate(node.comparators[0], here, flow, Use.PLACE)
    if not table.places:
        return table
    step = key(node.left, here, flow)
    entry = Value(frozenset(each.then(step) for each in table.places), table.origins, table.reads)
    return read(entry, Use.TEST, node.comparators[0], here, flow)


def _call(node: ir.Call, here: Here, flow: Flow, use: Use, awaited: bool = False) -> Value:
    """Evaluate callee and arguments in Python's order, then let `calls` say what the call does."""
    receiver = UNKNOWN
    if isinstance(node.func, ir.Attribute):
        receiver = evaluate(node.func.value, here, flow, Use.PLACE)
        callee = attribute(node.func, here, flow, receiver)
    else:
        callee = evaluate(node.func, here, flow, Use.PLACE)
    taken = first(each for each in callee.shapes if isinstance(each, LibraryMethod))
    method = taken.name if taken else node.func.attr if isinstance(node.func, ir.Attribute) else ""
    given = Arguments(node, callee, taken.receiver if taken else receiver, method, use, awaited)
    given.qualified = here.frame.sharing.qualified(node.func, here.frame.function.scope)
    around = called_under(given, here)
    given.look_up(here.frame.facts)
    spawned, key_at, how = given.handed, given.key_position, given.use_of_arguments(here.frame.facts)
    for position, each in enumerate(node.args):
        if each is spawned:
            given.spawned = _spawned(each, given, here, flow)
            continue
        key_node = each if position == key_at else only_key(each) if key_at is None else None
        if key_node is not None:
            given.key = key(key_node, here, flow)
        given.positional.append(evaluate(each, here.under(*around), flow, how))
    for keyword in node.keywords:
        if keyword.value is spawned:
            given.spawned = _spawned(keyword.value, given, here, flow)
        else:
            given.named[keyword.arg or "**"] = evaluate(keyword.value, here, flow, how)
    result = calls.apply(given, here, flow)
    fill_local(given, here.frame.facts, flow)
    return result


def _spawned(node: ir.Expression, given: Arguments, here: Here, flow: Flow) -> Value:
    """The function that a call starts: `create_task(f(x))` starts f and does not call it."""
    if isinstance(node, ir.Call):
        callee = evaluate(node.func, here, flow, Use.PLACE)
        if any(isinstance(each, Callable) for each in callee.shapes):
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                given.positional.append(evaluate(each, here, flow))
            return callee
    return evaluate(node, here, flow, Use.PLACE)


_EXPRESSIONS: dict[type[ir.Expression], abc.Callable[[Any, Here, Flow, Use], Value]] = {
    ir.Name: _variable,
    ir.Attribute: _attribute,
    ir.Subscript: _subscript,
    ir.Slice: _slice,
    ir.Call: _called,
    ir.Await: _await,
    ir.Constant: _constant,
    ir.NamedExpr: _walrus,
    ir.BoolOp: _choice,
    ir.IfExp: _either_way,
    ir.Lambda: function_made,
    ir.Yield: _yield,
    ir.List: _display,
    ir.Tuple: _display,
    ir.Set: _display,
    ir.Dict: _display,
    ir.Comprehension: _comprehension,
    ir.UnaryOp: _unary,
    ir.BinOp: _operation,
    ir.Compare: _compare,
    ir.Starred: _starred,
    ir.Mix: _mix,
}
