"""Shallow copies: a new container whose parts are still those of the first one.

`config = DEFAULTS.copy()` makes another dict, but `config["messages"]` is the list in `DEFAULTS` until something else
is stored there.
"""

from __future__ import annotations

import ast
from dataclasses import replace

from flake8_session_isolation.arguments import Arguments
from flake8_session_isolation.defaults import defaults_in
from flake8_session_isolation.values import Callable, Copied, Value

_COPIES = frozenset({"copy.copy", "builtins.dict", "builtins.list"})
_LOOKING_METHODS = frozenset({"get", "items", "keys", "values", "copy"})
NOTHING: frozenset[Copied] = frozenset()


def copied_by(given: Arguments, result: Value) -> Value:
    """What a call gives, with the parts that it shares if it is a copy of its receiver or of its argument."""
    if given.method == "copy" and not given.all:
        return replace(result, copied=_of(given.receiver))
    if given.name in _COPIES and len(given.positional) == 1:
        own = frozenset(map(repr, given.named))
        return replace(result, copied=frozenset(each.without(own) for each in _of(given.positional[0])))
    return result


def unpacked(node: ast.List | ast.Tuple | ast.Set | ast.Dict, values: list[Value]) -> frozenset[Copied]:
    """What `{**defaults, "user": user}` shares with what it unpacks."""
    if not isinstance(node, ast.Dict) or None not in node.keys:
        return NOTHING
    found: frozenset[Copied] = NOTHING
    for key, value in zip(node.keys, values[-len(node.values) :]):
        if key is None:
            found |= _of(value)
        else:
            found = _without(found, key)
    return found


def stored_into(known: Value, target: ast.Attribute | ast.Subscript) -> Value:
    """A local container after a store into it: what was stored is its own."""
    if not known.copied or not isinstance(target, ast.Subscript) or not isinstance(target.value, ast.Name):
        return known
    return replace(known, copied=_without(known.copied, target.slice))


def changed_by(known: Value, method: str) -> Value:
    """A local container after a call of a method, by which anything in it may have become its own."""
    return replace(known, copied=NOTHING) if known.copied and method not in _LOOKING_METHODS else known


def _of(value: Value) -> frozenset[Copied]:
    return frozenset(Copied(each) for each in value.places) | value.copied


def _without(copied: frozenset[Copied], key: ast.expr) -> frozenset[Copied]:
    """What is still shared after a store under a key; of one that only its running shows, nothing."""
    if not isinstance(key, ast.Constant):
        return NOTHING
    return frozenset(each.without(frozenset({repr(key.value)})) for each in copied)


def matters_by_itself(part: Value) -> bool:
    """Whether a part of a display is worth knowing besides its data: a function, or a default."""
    return any(isinstance(each, Callable) for each in part.shapes) or bool(defaults_in(part))
