"""Reading a property of an object of the project calls its getter, assigning to it its setter."""

from __future__ import annotations

from flake8_session_isolation.dataflow import transfer_calls as calls
from flake8_session_isolation.dataflow.call_arguments import Arguments
from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.state import Flow, Here
from flake8_session_isolation.dataflow.values import UNKNOWN, Callable, Value, either
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.linking.shapes import Instance
from flake8_session_isolation.linking.symbols import is_property


def got(node: ir.Attribute, found: Value, here: Here, flow: Flow) -> Value:
    """The value of reading an attribute that `found` names; a property is called."""
    getters = [each for each in found.shapes if isinstance(each, Callable) and is_property(each.function)]
    if not getters:
        return found
    bare = Arguments(_call(node), found, UNKNOWN, "", Use.DATA, awaited=False)
    return either([calls.enter(each.function, each.receiver, bare, here, flow) for each in getters])


def is_set(target: ir.Attribute, base: Value, value: Value, here: Here, flow: Flow) -> bool:
    """Whether assigning to an attribute of `base` calls setters, whose effects are recorded."""
    owners = (each.of for each in base.shapes if isinstance(each, Instance))
    setters = [found for each in owners if (found := each.setter(target.attr)) is not None]
    given = Arguments(_call(target), UNKNOWN, base, "", Use.DROPPED, awaited=False, positional=[value])
    for each in setters:
        calls.enter(each, base, given, here, flow)
    return bool(setters)


def _call(node: ir.Attribute) -> ir.Call:
    return ir.Call(node, (), (), node.line, node.column)
