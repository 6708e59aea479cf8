"""What one node adds to the footprint of its function: the objects that it changes or passes on."""

from __future__ import annotations

from collections.abc import Iterable

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Footprint, last_name

LOOKING_CALLS = frozenset({"len", "sorted", "sum", "min", "max", "any", "all", "isinstance", "bool", "str", "repr"})
LOOKING_METHODS = frozenset({"get", "items", "keys", "values", "copy", "index", "union", "difference", "join"})
"""What only looks at an object: who does nothing else with it changes nothing."""


CHANGING_METHODS = frozenset(
    {
        *("append", "appendleft", "add", "update", "setdefault", "pop", "popleft", "popitem", "remove", "discard"),
        *("clear", "extend", "extendleft", "insert", "sort", "reverse", "rotate", "subtract", "move_to_end"),
        *("put", "put_nowait", "get_nowait", "set", "reset", "__setitem__", "__delitem__", "__setattr__"),
        *("intersection_update", "difference_update", "symmetric_difference_update"),
        *("write", "writelines", "truncate"),
    }
)
"""What changes a container or a stream, or what looks like one, called at once or later."""
_CHANGING_CALLS = frozenset({"setattr", "delattr"})
"""What changes an object that it is given first."""


def note_call(call: ir.Call, into: Footprint) -> None:
    """A call uses its arguments and its receiver."""
    func = call.func
    if type(func) is ir.Name:
        if func.id in LOOKING_CALLS:
            return
        if func.id in _CHANGING_CALLS and call.args:
            note_change(call.args[0], into)
            if len(call.args) > 1 and isinstance(named := call.args[1], ir.Constant) and isinstance(named.value, str):
                note_store(ir.Attribute(call.args[0], named.value), into)
    for each in call.args:
        note_way(each, into.uses, into)
    for keyword in call.keywords:
        note_way(keyword.value, into.uses, into)
    if isinstance(func, ir.Attribute) and func.attr not in LOOKING_METHODS:
        note_way(func.value, into.uses, into)


def note_store(target: ir.Attribute | ir.Subscript, into: Footprint) -> None:
    """Something is stored or deleted on or in an object."""
    note_change(target, into)
    if isinstance(target, ir.Subscript):
        note_way(target.value, into.stores, into)
        return
    note_way(target, into.stores, into)
    if _is_class(target.value):
        into.class_stores.add(target.attr)


def note_change(node: ir.Expression, into: Footprint) -> None:
    """An object is mutated: note the names through which it is reached, and the calls that give it or its container."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ir.Name):
            into.changed_variables.add(node.id)
        elif isinstance(node, ir.Attribute):
            into.changed_attributes.add(node.attr)
            waiting.append(node.value)
        elif isinstance(node, (ir.Subscript, ir.Await, ir.Starred, ir.NamedExpr)):
            waiting.append(node.value)
        elif isinstance(node, ir.Call):
            into.changed_results.append(node)
            waiting.append(node.func)
        elif isinstance(node, ir.IfExp):
            waiting += (node.body, node.orelse)
        elif isinstance(node, ir.BoolOp):
            waiting += node.values


def note_with(entered: Iterable[ir.Expression], is_async: bool, into: Footprint) -> None:
    """A `with` statement enters objects."""
    names = {found for each in entered if (found := last_name(_container(each)))}
    into.enters |= names
    if not is_async:
        into.blocks_in |= names


def note_way(node: ir.Expression, roots: set[str], into: Footprint) -> None:
    """Note the variable and attributes through which an object is reached: `store.items[key]`; both sides of a
    choice."""
    while True:
        if isinstance(node, ir.Name):
            roots.add(node.id)
            return
        if isinstance(node, ir.Attribute):
            into.fields.add(node.attr)
            node = node.value
        elif isinstance(node, (ir.Subscript, ir.Await, ir.Starred)):
            node = node.value
        elif isinstance(node, ir.Call):
            node = node.func
        elif isinstance(node, ir.IfExp):
            note_way(node.body, roots, into)
            node = node.orelse
        elif isinstance(node, ir.BoolOp):
            for each in node.values[:-1]:
                note_way(each, roots, into)
            node = node.values[-1]
        else:
            return


def root_of(node: ir.Expression) -> tuple[str | None, bool]:
    """The variable through which an object is reached, and whether no argument of a call on the way may be it."""
    is_led_by_root = True
    while isinstance(node, (ir.Attribute, ir.Subscript, ir.Await, ir.Call)):
        if isinstance(node, ir.Call):
            is_led_by_root = is_led_by_root and not (node.args or node.keywords)
            node = node.func
        else:
            node = node.value
    return (node.id, is_led_by_root) if isinstance(node, ir.Name) else (None, False)


def _container(node: ir.Expression) -> ir.Expression:
    """The object from which an item is taken."""
    while isinstance(node, ir.Subscript):
        node = node.value
    return node


def _is_class(node: ir.Expression) -> bool:
    """Whether an expression is spelled like a class: `Agent`, `cls`, `type(self)`, `self.__class__`."""
    if isinstance(node, ir.Call):
        return isinstance(node.func, ir.Name) and node.func.id == "type"
    name = last_name(node)
    return name is not None and (name in {"cls", "__class__"} or name.lstrip("_")[:1].isupper())
