"""The places that a line of the linted file defines: variables, attributes of classes and objects, defaults."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.scopes import Class, Function, Module
from flake8_session_isolation.frontend.walking import attribute_chain, children, targets_in
from flake8_session_isolation.interference.accesses import Meeting
from flake8_session_isolation.linking.places import Kind


class Defined(NamedTuple):
    """What a line defines, by full names: `owners` are the classes, functions and objects whose places are meant, and
    `variables` those of the module and of its classes."""

    names: frozenset[str]
    owners: frozenset[str]
    variables: tuple[str, ...]

    def includes(self, meeting: Meeting) -> bool:
        """Whether the line defines the place."""
        root = meeting.root
        if root.kind is Kind.STORAGE:
            return any(each == root.name or each.startswith(f"{root.name}.") for each in self.names)
        return f"{root.owner}.{root.name}".lstrip(".") in self.names or root.owner in self.names | self.owners


def defined_on(line: int, module: Module) -> Defined:
    """What a line of the module defines."""
    at_top = [*_bound(module.body, module.prefix, None, line)]
    in_classes = [name for each in module.every_class for name in _bound(each.body, f"{each.name}.", None, line)]
    inside = [name for each in module.functions for name in _of_function(each, line)]
    definitions: list[Class | Function] = [*module.every_class, *module.functions]
    owners = [each.name for each in definitions if each.line == line]
    owners += [*_classes_of_objects(module, line)]
    return Defined(frozenset([*at_top, *in_classes, *inside]), frozenset(owners), (*at_top, *in_classes))


def _of_function(function: Function, line: int) -> Iterator[str]:
    if function.line <= line <= function.end_line:
        yield from _bound(function.body, f"{function.name}.", function, line)


def _bound(body: Iterable[ir.Node], prefix: str, function: Function | None, line: int) -> Iterator[str]:
    """The full names that statements bind on a line; an attribute of `self` is one of the class."""
    for statement in _own_statements(body):
        for target in (each for each in targets_in(statement) if each.line == line):
            first, attributes = attribute_chain(target)
            if not isinstance(first, ir.Name):
                continue
            if function is not None and function.owner is not None and attributes and first.id == function.receiver:
                yield f"{function.owner.name}.{attributes[0]}"
            else:
                yield ".".join((first.id, *attributes)) if attributes else f"{prefix}{first.id}"


def _own_statements(body: Iterable[ir.Node]) -> Iterator[ir.Node]:
    """The assignments among statements, also those below `if` and `try`, but in no function or class of their own."""
    for each in body:
        if isinstance(each, ir.Assign):
            yield each
        elif not isinstance(each, (ir.Define, ir.DefineClass)):
            yield from _own_statements(children(each))


def _classes_of_objects(module: Module, line: int) -> Iterator[str]:
    """The classes of the objects that a line of the module creates."""
    for each in _own_statements(module.body):
        if isinstance(each, ir.Assign) and each.line == line and isinstance(each.value, ir.Call):
            made = each.value.func
            cls = module.scope.classes.get(made.id) if isinstance(made, ir.Name) else None
            if cls is not None:
                yield cls.name
