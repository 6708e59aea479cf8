"""What an expression gives, and what it does on the way.

`evaluate` is one match over the kinds of expression, with a function for each.  What a call does stands in
`calls`, which is given the values of callee and arguments.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from flake8_session_isolation import calls
from flake8_session_isolation.arguments import Arguments
from flake8_session_isolation.containers import entry_of
from flake8_session_isolation.conversations import put
from flake8_session_isolation.copying import changed_by, matters_by_itself, stored_into, unpacked
from flake8_session_isolation.effects import Use
from flake8_session_isolation.facts import Action, How
from flake8_session_isolation.flow import Flow, Here, pause, read, write
from flake8_session_isolation.iteration import use_element, walk_across, walk_over
from flake8_session_isolation.keys import only_key, step_under
from flake8_session_isolation.locking import called_under
from flake8_session_isolation.names import member, module_place, outer_variable, variable
from flake8_session_isolation.narrowing import chosen, narrow
from flake8_session_isolation.paths import Path, Step
from flake8_session_isolation.program import holder
from flake8_session_isolation.sharing import constant, is_container
from flake8_session_isolation.values import (
    UNKNOWN,
    Callable,
    Constant,
    LibraryMethod,
    Made,
    Shape,
    Value,
    either,
    union,
)

DEEPEST = 60
"""Levels of nested expressions that are looked into; what lies deeper is unknown."""

_LOOKS = (ast.Is, ast.IsNot, ast.In, ast.NotIn)
_PLAIN_DISPLAYS = {ast.List: "builtins.list", ast.Set: "builtins.set"}


def evaluate(node: ast.expr, here: Here, flow: Flow, use: Use = Use.DATA) -> Value:
    """The value of `node`; reads and writes on the way are recorded, its own places as read for `use`."""
    frame = here.frame
    if frame.depth > DEEPEST:
        return UNKNOWN
    frame.depth += 1
    try:
        return _evaluate(node, here, flow, use)
    finally:
        frame.depth -= 1


def _evaluate(node: ast.expr, here: Here, flow: Flow, use: Use) -> Value:
    match node:
        case ast.Name():
            return _variable(node, here, flow, use)
        case ast.Attribute():
            return read(attribute(node, here, flow), use, node, here, flow)
        case ast.Subscript():
            return _subscript(node, here, flow, use)
        case ast.Call(func=ast.Name(id="getattr"), args=[base, ast.Constant(value=str(name)), *default]):
            return _getattr(node, base, name, default, here, flow, use)
        case ast.Call():
            return _call(node, here, flow, use)
        case ast.Await():
            return _await(node, here, flow, use)
        case ast.Constant():
            return Value(shapes=frozenset({constant(node)}))
        case ast.NamedExpr():
            return _walrus(node, here, flow, use)
        case ast.BoolOp() | ast.IfExp():
            return _choice(node, here, flow, use)
        case ast.Lambda():
            return Value(shapes=frozenset({Callable(here.frame.module.by_node[node])}))
        case ast.Yield() | ast.YieldFrom():
            return _yield(node, here, flow)
        case ast.List() | ast.Tuple() | ast.Set() | ast.Dict():
            return _display(node, here, flow)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            return _comprehension(node, here, flow)
        case ast.UnaryOp(op=ast.USub(), operand=ast.Constant()):
            return Value(shapes=frozenset({Constant(ast.unparse(node))}))
        case ast.BinOp():
            return _operation(node, here, flow)
        case ast.Compare() | ast.UnaryOp(op=ast.Not()):
            return _test(node, here, flow)
        case ast.Starred(value=value):
            return evaluate(value, here, flow, use).content()
    parts = [each for each in ast.iter_child_nodes(node) if isinstance(each, ast.expr)]
    return union(evaluate(each, here, flow, use) for each in parts)


def _variable(node: ast.Name, here: Here, flow: Flow, use: Use) -> Value:
    """A local variable, or the variable of a scope around this one.

    A local name holds what was read when it was bound; only the content of a container can have changed since.
    """
    if node.id in flow.names:
        known = flow.names[node.id]
        if is_container(known, here.frame.facts):
            return read(known, use, node, here, flow)
        use_element(known, use, node, here, flow)
        read(Value(known.shared_parts()), use, node, here, flow)
        return known
    return read(outer_variable(node, here), use, node, here, flow)


def attribute(node: ast.Attribute, here: Here, flow: Flow) -> Value:
    """The places and meanings of `base.name`; a property is called."""
    found = member(evaluate(node.value, here, flow, Use.PLACE), node.attr, here, flow)
    getters = [each for each in found.shapes if isinstance(each, Callable) and each.function.is_property]
    if not getters:
        return found
    bare = Arguments(ast.copy_location(ast.Call(node, [], []), node), found, UNKNOWN, "", Use.DATA, awaited=False)
    return either([calls.enter(each.function, each.receiver, bare, here, flow) for each in getters])


def _getattr(
    node: ast.Call, base: ast.expr, name: str, default: list[ast.expr], here: Here, flow: Flow, use: Use
) -> Value:
    """`getattr(base, "name", default)` is `base.name`."""
    found = read(member(evaluate(base, here, flow, Use.PLACE), name, here, flow), use, node, here, flow)
    return either([found, *(evaluate(each, here, flow) for each in default)])


def _subscript(node: ast.Subscript, here: Here, flow: Flow, use: Use) -> Value:
    """One item, or a copy of several."""
    base = evaluate(node.value, here, flow, Use.PLACE)
    if isinstance(node.slice, ast.Slice):
        evaluate(node.slice, here, flow)
        return read(base, Use.DATA if use is Use.PLACE else use, node, here, flow).content()
    step = key(node.slice, here, flow)
    variables = _module_variables(base, step, here)
    return read(variables or entry_of(base, step, here), use, node, here, flow)


def _module_variables(base: Value, step: Step, here: Here) -> Value | None:
    """`globals()["name"]` is the module's variable."""
    if Made("builtins.globals") not in base.shapes:
        return None
    return Value(frozenset({module_place(step.name.strip("'\""), here.frame.module)}))


def key(node: ast.expr, here: Here, flow: Flow) -> Step:
    """The step of a subscript or of `get(key)`."""
    return step_under(node, evaluate(node, here, flow), here)


def _await(node: ast.Await, here: Here, flow: Flow, use: Use) -> Value:
    """Wait for something: others may run, unless it is a coroutine of the project that never pauses."""
    if isinstance(node.value, ast.Call):
        return _call(node.value, here, flow, use, awaited=True)
    value = evaluate(node.value, here, flow, Use.RECEIVER)
    pause(here, flow)
    return value.processed()


def _walrus(node: ast.NamedExpr, here: Here, flow: Flow, use: Use) -> Value:
    value = evaluate(node.value, here, flow, use)
    bind_name(node.target, value, here, flow)
    return value


def bind_name(target: ast.Name, value: Value, here: Here, flow: Flow) -> None:
    """Bind a variable: a local one in the state, one of another scope as a write."""
    function = here.frame.function
    if target.id in function.scope.global_names or target.id in function.scope.nonlocal_names:
        scope = holder(target.id, function.scope)
        place = next(iter(variable(target.id, scope, here).places), None) if scope else None
        place = place or module_place(target.id, here.frame.module)
        write(place, Action.REPLACE, value, target, here, flow)
    else:
        flow.names[target.id] = value


def _choice(node: ast.BoolOp | ast.IfExp, here: Here, flow: Flow, use: Use) -> Value:
    """`a or b`, `a if t else b`: what comes later hangs on what was tested."""
    if isinstance(node, ast.IfExp):
        test = evaluate(node.test, here, flow, Use.TEST)
        other = flow.copy()
        narrow(node.test, here, flow, other)
        result = evaluate(node.body, here.upon(test.reads), flow, use)
        rest = evaluate(node.orelse, here.upon(test.reads), other, use)
        flow.join(other)
        return result.joined(rest)
    values = [evaluate(node.values[0], here, flow, use)]
    for before, each in zip(node.values, node.values[1:]):
        skipped = flow.copy()
        narrow(before, here, *((skipped, flow) if isinstance(node.op, ast.Or) else (flow, skipped)))
        values.append(evaluate(each, here.upon(union(values).reads), flow, use))
        flow.join(skipped)
    return either(chosen(node, values, here))


def _yield(node: ast.Yield | ast.YieldFrom, here: Here, flow: Flow) -> Value:
    """Give a value and let others run; what is sent back is the consumer's."""
    locks = here.locks | flow.held
    here.frame.held = locks if here.frame.held is None else here.frame.held & locks
    if node.value is not None:
        value = evaluate(node.value, here, flow)
        calls.escape(value, How.REFERENCE, node, here, flow)
        here.frame.results.append(value.content())
    pause(here, flow)
    return UNKNOWN


def _display(node: ast.List | ast.Tuple | ast.Set | ast.Dict, here: Here, flow: Flow) -> Value:
    """A new container with what is written in it."""
    parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else node.elts
    values = [evaluate(each, here, flow) for each in parts if each is not None]
    for each in values:
        calls.escape(each, How.REFERENCE, node, here, flow)
    held = replace(union(values), parts=tuple(filter(matters_by_itself, values)), copied=unpacked(node, values))
    if isinstance(node, ast.Tuple):
        return held
    made = "builtins.dict" if isinstance(node, ast.Dict) else _PLAIN_DISPLAYS[type(node)]
    return replace(held, shapes=frozenset({Made(made)}), is_new=True)


def _comprehension(node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, here: Here, flow: Flow) -> Value:
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
    parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
    before = flow.pauses
    result = union([evaluate(each, at, flow) for each in parts])
    if flow.pauses > before:
        for each, source in zip(node.generators, data):
            walk_across(source, each.iter, at, flow)
    is_own = here.frame.function.scope.binds  # by a walrus; a loop variable is none of the function's names
    flow.names = {name: value for name, value in flow.names.items() if name in outside or is_own(name)}
    flow.names.update({name: value for name, value in outside.items() if not is_own(name)})
    made = {ast.ListComp: "builtins.list", ast.SetComp: "builtins.set", ast.DictComp: "builtins.dict"}.get(type(node))
    return replace(result, shapes=frozenset({Made(made)}), is_new=True) if made else result


def bind_parts(target: ast.expr, value: Value, here: Here, flow: Flow) -> None:
    """Bind a loop target or one side of an unpacking: each part may hold any of the data."""
    match target:
        case ast.Name():
            bind_name(target, value, here, flow)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for each in parts:
                bind_parts(each, value, here, flow)
        case ast.Starred(value=inner):
            bind_parts(inner, value.content(), here, flow)
        case ast.Attribute() | ast.Subscript():
            store(target, value, here, flow)


def bind_step(target: ast.expr, source: ast.expr, part: Value, here: Here, flow: Flow) -> None:
    """Bind a loop's target to what `source` gives at each step: of `enumerate` and `items()` the second part alone is
    the element."""
    func = source.func if isinstance(source, ast.Call) else None
    name = func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
    if name in {"enumerate", "items"} and isinstance(target, ast.Tuple) and len(target.elts) == 2:
        first, second = target.elts
        bind_parts(first, Value(origins=part.origins if name == "items" else frozenset()), here, flow)
        bind_parts(second, part, here, flow)
    else:
        bind_parts(target, part, here, flow)


def store(target: ast.Attribute | ast.Subscript, value: Value, here: Here, flow: Flow) -> None:
    """`base.name = value` and `base[key] = value`."""
    calls.escape(value, How.REFERENCE, target, here, flow)
    put(target, lambda quiet: evaluate(target.value, quiet, flow.copy(), Use.PLACE), value, here, flow)
    for place, action in targets(target, here, flow):
        write(place, action, value, target, here, flow)
    local = target.value
    while isinstance(local, (ast.Attribute, ast.Subscript)):
        local = local.value
    if isinstance(local, ast.Name) and local.id in flow.names and local.id != here.frame.function.receiver:
        flow.names[local.id] = stored_into(flow.names[local.id].carrying(value), target)


def targets(target: ast.expr, here: Here, flow: Flow) -> list[tuple[Path, Action]]:
    """The places that a store to `target` writes, and what it does to them."""
    if isinstance(target, ast.Attribute):
        base = evaluate(target.value, here, flow, Use.PLACE)
        return [(place, Action.REPLACE) for place in calls.attribute_places(base, target.attr, here)]
    if isinstance(target, ast.Subscript):
        base = evaluate(target.value, here, flow, Use.PLACE)
        if isinstance(target.slice, ast.Slice):
            is_whole = target.slice.lower is None and target.slice.upper is None
            return [(place, Action.REPLACE if is_whole else Action.GROW) for place in base.places]
        step = key(target.slice, here, flow)
        variables = _module_variables(base, step, here)
        if variables is not None:
            return [(place, Action.REPLACE) for place in variables.places]
        return [(place.then(step), Action.STORE) for place in base.places]
    return []


def _operation(node: ast.BinOp, here: Here, flow: Flow) -> Value:
    """Arithmetic and concatenation; long chains lean to the left and are taken apart without recursion."""
    chain: list[ast.expr] = []
    left: ast.expr = node
    while isinstance(left, ast.BinOp):
        chain.append(left.right)
        left = left.left
    values = [evaluate(each, here, flow) for each in (left, *reversed(chain))]
    shapes = values[0].shapes | values[-1].shapes
    texts = {each for each in shapes if isinstance(each, Constant)}
    made: frozenset[Shape] = frozenset(each for each in shapes if isinstance(each, Made))
    kinds = made or frozenset(Constant("*" + each.text[:1]) for each in texts) or frozenset({Constant("*")})
    return replace(union(values), shapes=kinds, is_new=True)


def _test(node: ast.Compare | ast.UnaryOp, here: Here, flow: Flow) -> Value:
    """A truth value: comparing with None or asking for membership looks at a place without using its data."""
    if isinstance(node, ast.UnaryOp):
        return Value(reads=evaluate(node.operand, here, flow, Use.TEST).reads)
    looks = getattr(node.comparators[0], "value", None) == 0 or isinstance(node.ops[0], _LOOKS)
    left = evaluate(node.left, here, flow, Use.TEST if looks else Use.DATA)
    if isinstance(node.ops[0], (ast.In, ast.NotIn)):
        return union([left, _membership(node, here, flow)])
    rest = [evaluate(each, here, flow, Use.TEST if looks else Use.DATA) for each in node.comparators]
    return union([left, *rest])


def _membership(node: ast.Compare, here: Here, flow: Flow) -> Value:
    """`key in table` looks at one entry of the table."""
    table = evaluate(node.comparators[0], here, flow, Use.PLACE)
    if not table.places:
        return table
    step = key(node.left, here, flow)
    entry = Value(frozenset(each.then(step) for each in table.places), table.origins, table.reads)
    return read(entry, Use.TEST, node.comparators[0], here, flow)


def _call(node: ast.Call, here: Here, flow: Flow, use: Use, awaited: bool = False) -> Value:
    """Evaluate callee and arguments in Python's order, then let `calls` say what the call does."""
    facts = here.frame.facts
    receiver = UNKNOWN
    if isinstance(node.func, ast.Attribute):
        receiver = evaluate(node.func.value, here, flow, Use.PLACE)
        callee = member(receiver, node.func.attr, here, flow)
    else:
        callee = evaluate(node.func, here, flow, Use.PLACE)
    taken = next((each for each in callee.shapes if isinstance(each, LibraryMethod)), None)
    method = taken.name if taken else node.func.attr if isinstance(node.func, ast.Attribute) else ""
    given = Arguments(node, callee, taken.receiver if taken else receiver, method, use, awaited)
    given.qualified = here.frame.sharing.qualified(node.func, here.frame.function.scope)
    around = called_under(given, here)
    spawned, key_at = given.handed(facts), given.key_position(facts)
    how = given.use_of_arguments(facts)
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
    _fill_local(node.func, given, flow)
    return result


def _spawned(node: ast.expr, given: Arguments, here: Here, flow: Flow) -> Value:
    """The function that a call starts: `create_task(f(x))` starts f, it does not call it."""
    if isinstance(node, ast.Call):
        callee = evaluate(node.func, here, flow, Use.PLACE)
        if any(isinstance(each, Callable) for each in callee.shapes):
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                given.positional.append(evaluate(each, here, flow))
            return callee
    return evaluate(node, here, flow, Use.PLACE)


def _fill_local(func: ast.expr, given: Arguments, flow: Flow) -> None:
    """A method of a local object may keep what it is given: the local carries the data from then on."""
    if isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name) and func.value.id in flow.names:
        known = flow.names[func.value.id]
        if not known.places and given.positional:
            known = known.carrying(*(each.content() for each in given.positional))
        flow.names[func.value.id] = changed_by(known, given.method)
