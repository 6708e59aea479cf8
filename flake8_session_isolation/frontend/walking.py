"""Iteration over the intermediate representation, nested functions and classes included."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flake8_session_isolation.frontend.ir import (
    Assign,
    Attribute,
    AugAssign,
    BoolOp,
    Constant,
    Define,
    DefineClass,
    Display,
    Expression,
    For,
    Generator,
    IfExp,
    Lambda,
    Name,
    Node,
    Raise,
    Return,
    Starred,
    Statement,
    Subscript,
    WithItem,
)
from flake8_session_isolation.frontend.scopes import Class, Function

_LEAVES = frozenset({Name, Constant})


def children(node: Node) -> list[Node]:
    """The nodes directly below one, in source order; of a definition everything that belongs to it."""
    kind = type(node)
    if kind in _LEAVES:
        return []
    if isinstance(node, (Define, Lambda)):
        return [*header(node.function), *node.function.body]
    if isinstance(node, DefineClass):
        return [*class_header(node.cls), *node.cls.body]
    found: list[Node] = []
    for name in kind.parts:
        value = getattr(node, name)
        if type(value) is tuple:
            found += [each for each in value if each is not None]
        elif value is not None:
            found.append(value)
    return found


def header(function: Function) -> list[Node]:
    """The expressions that are evaluated when a function is defined: decorators, defaults, annotations."""
    annotations = [value for name, value in function.scope.annotations.items() if name in function.parameters]
    found: list[Node] = [*function.decorators, *(default for _, default in function.defaults), *annotations]
    return [*found, function.returns] if function.returns is not None else found


def class_header(cls: Class) -> list[Node]:
    """The expressions that are evaluated when a class is defined: decorators, bases, keywords."""
    return [*cls.decorators, *cls.base_nodes, *(value for _, value in cls.keywords)]


def walk(*tops: Node) -> Iterator[Node]:
    """The nodes and all below them, in source order."""
    stack = list(reversed(tops))
    while stack:
        node = stack.pop()
        yield node
        below = children(node)
        below.reverse()
        stack += below


def alternatives(node: Expression | None) -> list[Expression]:
    """The expressions one of which is the value."""
    kind = type(node)
    if node is None or (kind is not BoolOp and kind is not IfExp):
        return [node] if node is not None else []
    found: list[Expression] = []
    stack = [node]
    while stack:
        each = stack.pop()
        if isinstance(each, BoolOp):
            stack += each.values[::-1]
        elif isinstance(each, IfExp):
            stack += (each.orelse, each.body)
        else:
            found.append(each)
    return found


def attribute_chain(node: Expression) -> tuple[Expression, tuple[str, ...]]:
    """The expression with which a chain of attributes begins, and the names of the attributes in their order."""
    names: list[str] = []
    while isinstance(node, Attribute):
        names.append(node.attr)
        node = node.value
    return node, tuple(reversed(names))


def first_variable(node: Expression) -> str | None:
    """The variable with which a chain of attributes begins; None where that is another expression."""
    first, _ = attribute_chain(node)
    return first.id if isinstance(first, Name) else None


def start_of(node: Node) -> Node:
    """The expression with which a chain of attributes and items begins."""
    while isinstance(node, (Attribute, Subscript)):
        node = node.value
    return node


def leaves(body: Sequence[Statement]) -> bool:
    """Whether a body ends the function."""
    return bool(body) and isinstance(body[-1], (Raise, Return))


def targets_in(top: Node) -> Iterator[Expression]:
    """The targets that statements below a node bind or store into, those of displays one by one."""
    for node in walk(top):
        found: list[Expression | None] = []
        if isinstance(node, Assign):
            found += node.targets
        elif isinstance(node, (AugAssign, For, Generator)):
            found.append(node.target)
        elif isinstance(node, WithItem):
            found.append(node.optional_vars)
        for each in found:
            if each is not None:
                yield from _flat(each)


def _flat(target: Expression) -> Iterator[Expression]:
    if isinstance(target, Display):
        for each in target.elts:
            yield from _flat(each)
    else:
        yield target.value if isinstance(target, Starred) else target


def walk_function(function: Function) -> Iterator[Node]:
    """All nodes of a function, its decorators and defaults included."""
    return walk(*header(function), *function.body)


def walk_body(function: Function) -> Iterator[Node]:
    """All nodes in the body of a function."""
    return walk(*function.body)
