"""Containers of a module that an object keeps from its construction on: nothing of them is read then."""

from __future__ import annotations

from flake8_session_isolation.dataflow.effects import Use
from flake8_session_isolation.dataflow.state import Here
from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.quick_look import MAKERS
from flake8_session_isolation.frontend.scopes import holder
from flake8_session_isolation.linking.object_types import is_container


def use_of_value(node: ir.Assign, here: Here) -> Use:
    """How an assignment uses its value. Where a constructor keeps a container of the module in an attribute,
    `self.lines = lines`, only the place matters: who uses the attribute reads or changes the content."""
    function, value = here.frame.function, node.value
    if function.short_name not in MAKERS or not isinstance(value, ir.Name):
        return Use.DATA
    where = holder(value.id, function.scope)
    if where is None or where.parent is not None or not all(isinstance(each, ir.Attribute) for each in node.targets):
        return Use.DATA
    shapes = here.frame.sharing.variable(value.id, where)
    return Use.PLACE if is_container(shapes, here.frame.facts) else Use.DATA
