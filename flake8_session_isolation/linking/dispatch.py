"""Functions that a program finds by a name that came in: methods by a prefix, entries of a table that decorators fill.

`getattr(self, "on_" + kind)`; `@command("join")`, which stores what it decorates: `COMMANDS[name] = function`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.call_sites import body_of
from flake8_session_isolation.frontend.memoised import memoised
from flake8_session_isolation.frontend.nesting import functions_within
from flake8_session_isolation.frontend.scopes import Class, Function, Module


def asked_by_name(node: ir.Call) -> tuple[ir.Expression, str] | None:
    """The object of `getattr(object, "on_" + kind)`, and the beginning that all names have for which it is asked."""
    if not (isinstance(node.func, ir.Name) and node.func.id == "getattr" and len(node.args) > 1):
        return None
    first = _first_part(node.args[1])
    prefix = first.value if isinstance(first, ir.Constant) else None
    return (node.args[0], prefix) if isinstance(prefix, str) and prefix else None


def _first_part(name: ir.Expression) -> ir.Expression | None:
    if isinstance(name, ir.BinOp) and name.ops[0] == "+":
        return name.operands[0]
    return name.values[0] if isinstance(name, ir.Mix) and name.values else None


def methods_named(prefix: str, cls: Class) -> Iterator[Function]:
    """The methods of a class whose names begin so; of those that it overrides, its own."""
    names = dict.fromkeys(each.short_name for one in cls.lineage() for each in one.own_methods)
    found = (cls.method(each) for each in names if each.startswith(prefix))
    yield from (each for each in found if each is not None)


@memoised
def filled_by_decorators(module: Module) -> Mapping[str, Sequence[Function]]:
    """By variable of a module, the functions that decorators of the module store in it."""
    found: dict[str, list[Function]] = defaultdict(list)
    for function in module.functions if any(each.decorators for each in module.functions) else ():
        for decorator in function.decorators:
            name = decorator.func if isinstance(decorator, ir.Call) else decorator
            maker = module.scope.functions.get(name.id) if isinstance(name, ir.Name) else None
            for table in _tables_of(module).get(maker, ()) if maker is not None else ():
                found[table].append(function)
    return found


@memoised
def _tables_of(module: Module) -> Mapping[Function, Sequence[str]]:
    """By function of a module, the variables in which it, or one within it, stores a parameter under a key."""
    within = functions_within(module)
    makers = (each for each in module.scope.functions.values())
    return {each: [name for one in (each, *within.get(each, ())) for name in _filled_by(one)] for each in makers}


def _filled_by(function: Function) -> Iterator[str]:
    for node in body_of(function.scope).nodes:
        if isinstance(node, ir.Assign) and isinstance(node.value, ir.Name) and node.value.id in function.parameters:
            for target in node.targets:
                if isinstance(target, ir.Subscript) and isinstance(target.value, ir.Name):
                    yield target.value.id
