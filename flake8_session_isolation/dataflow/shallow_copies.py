"""Shallow copies: a new container that shares its elements with the original.

`config = DEFAULTS.copy()` makes another dict, but `config["messages"]` is the list in `DEFAULTS` until something else
is stored there.
"""

from __future__ import annotations

from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.parameter_defaults import defaults_in
from flake8_session_isolation.dataflow.state import Flow
from flake8_session_isolation.dataflow.values import Callable, Copied, Value
from flake8_session_isolation.facts import Facts, Puts
from flake8_session_isolation.frontend import ir

_COPIES = frozenset({"copy.copy", "builtins.dict", "builtins.list"})
_LOOKING_METHODS = frozenset({"get", "items", "keys", "values", "copy"})
NOTHING: frozenset[Copied] = frozenset()


def copied_by(given: Arguments, result: Value) -> Value:
    """The result of a call, with the parts that it shares with its receiver or argument if it is a shallow copy."""
    if given.method == "copy" and not given.all:
        return result.replaced(copied=_of(given.receiver))
    if given.name in _COPIES and len(given.positional) == 1:
        own = frozenset(map(repr, given.named))
        return result.replaced(copied=frozenset(each.without(own) for each in _of(given.positional[0])))
    return result


def unpacked(node: ir.Display | ir.Dict, values: list[Value]) -> frozenset[Copied]:
    """What `{**defaults, "user": user}` shares with the mapping that it unpacks."""
    if not isinstance(node, ir.Dict) or None not in node.keys:
        return NOTHING
    found: frozenset[Copied] = NOTHING
    for key, value in zip(node.keys, values[-len(node.values) :]):
        if key is None:
            found |= _of(value)
        else:
            found = _without(found, key)
    return found


def stored_into(known: Value, target: ir.Attribute | ir.Subscript) -> Value:
    """A local container or object after a store into it, which replaces a shared part."""
    if not isinstance(target.value, ir.Name) or not (known.copied or known.kept):
        return known
    if isinstance(target, ir.Attribute):
        return known.replaced(kept=frozenset(each for each in known.kept if each.attribute != target.attr))
    return known.replaced(copied=_without(known.copied, target.slice))


def changed_by(known: Value, method: str) -> Value:
    """A local container after a call of a method that may replace any shared part."""
    return known.replaced(copied=NOTHING) if known.copied and method not in _LOOKING_METHODS else known


def _of(value: Value) -> frozenset[Copied]:
    return frozenset(Copied(each) for each in value.places) | value.copied


def _without(copied: frozenset[Copied], key: ir.Expression) -> frozenset[Copied]:
    """What is still shared after a store under a key; nothing if the key is not known."""
    if not isinstance(key, ir.Constant):
        return NOTHING
    return frozenset(each.without(frozenset({repr(key.value)})) for each in copied)


def matters_by_itself(part: Value) -> bool:
    """Whether a part of a display has to be known besides its data: a function, or a default."""
    return any(isinstance(each, Callable) for each in part.shapes) or bool(defaults_in(part))


def fill_local(given: Arguments, facts: Facts, flow: Flow) -> None:
    """Add the data of a method's arguments to the local object, which may keep them; and what a call puts into what a
    local variable names, such as a file."""
    func = given.node.func
    if isinstance(func, ir.Attribute) and isinstance(func.value, ir.Name) and func.value.id in flow.names:
        known = flow.names[func.value.id]
        if not known.places and given.positional:
            known = known.carrying(*(each.content() for each in given.positional))
        flow.names[func.value.id] = changed_by(known, given.method)
    row = facts.row(Puts, given.name)
    if row is not None and max(row.into, row.data or 0) < len(given.positional) == len(given.node.args):
        target = given.node.args[row.into]
        if isinstance(target, ir.Name) and target.id in flow.names:
            data = given.receiver if row.data is None else given.positional[row.data]
            flow.names[target.id] = flow.names[target.id].carrying(data.content())
