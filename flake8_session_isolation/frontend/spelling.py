"""Expressions as source text: for keys in messages, names of locks and keyword arguments."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from flake8_session_isolation.frontend import ir

_BINARY = {"**": 18, "*": 15, "/": 15, "//": 15, "%": 15, "@": 15, "+": 13, "-": 13, "<<": 12, ">>": 12, "&": 11}
_OPERATORS = {**_BINARY, "^": 10, "|": 9}
"""How tightly operators bind (Python reference, 6.17, "Operator precedence")."""


def spelled(node: ir.Node) -> str:
    """The source of an expression, in the form that `ast.unparse` gives it; a formatted text only roughly."""
    speller = _SPELLERS.get(type(node))
    return speller(node) if speller is not None else "..."


def spelled_keywords(call: ir.Call) -> list[str]:
    """The keywords of a call as they are written: `debug=False`."""
    return [f"{each.arg}={spelled(each.value)}" for each in call.keywords]


def _within(node: ir.Node, binds: int) -> str:
    """The spelling of an operand, in parentheses where it binds more loosely than what is around it."""
    text = spelled(node)
    return f"({text})" if _tightness(node) < binds else text


def _tightness(node: ir.Node) -> int:
    match node:
        case ir.BinOp(ops=ops):
            return _OPERATORS[ops[0]]
        case ir.UnaryOp(op=op):
            return 3 if op == "not" else 17
        case ir.Compare():
            return 8
        case ir.BoolOp(is_and=is_and):
            return 5 if is_and else 4
        case ir.IfExp() | ir.Lambda():
            return 2
        case ir.Await():
            return 19
    return 20


def _joined(nodes: Iterable[ir.Node | None]) -> str:
    return ", ".join("" if each is None else _within(each, 2) for each in nodes)


def _call(node: ir.Call) -> str:
    named = ((f"{each.arg}=" if each.arg else "**", each.value) for each in node.keywords)
    keywords = [f"{name}{spelled(value)}" for name, value in named]
    return f"{_within(node.func, 20)}({', '.join([*(_within(each, 2) for each in node.args), *keywords])})"


def _subscript(node: ir.Subscript) -> str:
    inside = spelled(node.slice)
    is_plain = isinstance(node.slice, ir.Tuple) and len(node.slice.elts) > 1
    return f"{_within(node.value, 20)}[{inside[1:-1] if is_plain else inside}]"


def _slice(node: ir.Slice) -> str:
    first = f"{_joined([node.lower])}:{_joined([node.upper])}"
    return f"{first}:{spelled(node.step)}" if node.step is not None else first


def _dict(node: ir.Dict) -> str:
    pairs = zip(node.keys, node.values)
    items = (f"{spelled(key)}: {spelled(value)}" if key else f"**{spelled(value)}" for key, value in pairs)
    return f"{{{', '.join(items)}}}"


def _binary(node: ir.BinOp) -> str:
    binds = _OPERATORS[node.ops[0]]
    first = _within(node.operands[0], binds)
    return first + "".join(f" {op} {_within(each, binds + 1)}" for op, each in zip(node.ops, node.operands[1:]))


def _compare(node: ir.Compare) -> str:
    rest = "".join(f" {op} {_within(each, 9)}" for op, each in zip(node.ops, node.comparators))
    return _within(node.left, 9) + rest


def _bool(node: ir.BoolOp) -> str:
    word, binds = ("and", 5) if node.is_and else ("or", 4)
    return f" {word} ".join(_within(each, binds + 1) for each in node.values)


def _comprehension(node: ir.Comprehension) -> str:
    brackets = {"builtins.list": "[]", "builtins.set": "{}", "builtins.dict": "{}"}.get(node.made or "", "()")
    loops = "".join(map(_generator, node.generators))
    return f"{brackets[0]}{': '.join(map(spelled, node.elts))}{loops}{brackets[1]}"


def _generator(node: ir.Generator) -> str:
    tests = "".join(f" if {_within(each, 4)}" for each in node.ifs)
    target = spelled(node.target)
    bare = target[1:-1] if isinstance(node.target, ir.Tuple) else target
    return f"{' async' if node.is_async else ''} for {bare} in {_within(node.iter, 4)}{tests}"


def _text(node: ir.Mix) -> str:
    parts = (str(each.value) if isinstance(each, ir.Constant) else f"{{{spelled(each)}}}" for each in node.values)
    return "f" + repr("".join(parts))


def _tuple(node: ir.Tuple) -> str:
    return f"({_joined(node.elts)}{',' if len(node.elts) == 1 else ''})"


def _lambda(node: ir.Lambda) -> str:
    body = node.function.body[0] if node.function.body else None
    given = ", ".join(node.function.parameters)
    value = spelled(body.value) if isinstance(body, ir.Return) and body.value is not None else "..."
    return f"lambda{' ' if given else ''}{given}: {value}"


def _yield(node: ir.Yield) -> str:
    value = f" {spelled(node.value)}" if node.value is not None else ""
    return f"(yield{' from' if node.is_from else ''}{value})"


def _unary(node: ir.UnaryOp) -> str:
    is_word = node.op == "not"
    return f"{node.op}{' ' if is_word else ''}{_within(node.operand, 6 if is_word else 17)}"


_SPELLERS: dict[type[ir.Node], Callable[[Any], str]] = {
    ir.Name: lambda node: node.id,
    ir.Attribute: lambda node: f"{_within(node.value, 20)}.{node.attr}",
    ir.Subscript: _subscript,
    ir.Slice: _slice,
    ir.Call: _call,
    ir.Await: lambda node: f"await {_within(node.value, 20)}",
    ir.Constant: lambda node: "..." if node.value is ... else repr(node.value),
    ir.NamedExpr: lambda node: f"({node.target.id} := {spelled(node.value)})",
    ir.BoolOp: _bool,
    ir.IfExp: lambda node: f"{_within(node.body, 3)} if {_within(node.test, 3)} else {spelled(node.orelse)}",
    ir.Lambda: _lambda,
    ir.Yield: _yield,
    ir.List: lambda node: f"[{_joined(node.elts)}]",
    ir.Tuple: _tuple,
    ir.Set: lambda node: f"{{{_joined(node.elts)}}}",
    ir.Dict: _dict,
    ir.Comprehension: _comprehension,
    ir.UnaryOp: _unary,
    ir.BinOp: _binary,
    ir.Compare: _compare,
    ir.Starred: lambda node: f"*{_within(node.value, 9)}",
    ir.Mix: _text,
}
