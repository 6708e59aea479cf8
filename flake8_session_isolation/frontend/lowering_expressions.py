"""Lowering of expressions, targets and parameters."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.footprint import (
    CHANGING_METHODS,
    note_call,
    note_change,
    note_store,
    note_way,
    root_of,
)
from flake8_session_isolation.frontend.scopes import LAMBDA, Class, Function, Module, Scope, Signature

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
Waiting: TypeAlias = list[tuple[Function | Class, ast.AST]]
"""Functions and classes whose bodies are still to be lowered."""

DEEPEST = 150
"""Levels of nested expressions; what lies deeper is unknown.  Chains of attributes, calls and operators are no
levels."""

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.MatMult: "@",
    ast.Div: "/",
    ast.Mod: "%",
    ast.Pow: "**",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.BitAnd: "&",
    ast.FloorDiv: "//",
    ast.Invert: "~",
    ast.Not: "not",
    ast.UAdd: "+",
    ast.USub: "-",
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
_ALIKE = {
    **dict.fromkeys("+-", 1),
    **dict.fromkeys(("*", "/", "//", "%", "@"), 2),
    **dict.fromkeys(("<<", ">>"), 3),
    "&": 4,
    "|": 5,
    "^": 6,
}
"""Operators that are evaluated from the left where they are side by side."""
_LINKS = frozenset({ast.Attribute, ast.Subscript, ast.Call, ast.Await})
_DISPLAYS: dict[type[ast.AST], type[ir.Display]] = {ast.List: ir.List, ast.Tuple: ir.Tuple, ast.Set: ir.Set}
_MADE: dict[type[ast.AST], str | None] = {
    ast.ListComp: "builtins.list",
    ast.SetComp: "builtins.set",
    ast.DictComp: "builtins.dict",
    ast.GeneratorExp: None,
}


class ExpressionLowering:
    """The state of the walk over one module: the current scope, the function whose footprint is filled, and bodies that
    wait."""

    def __init__(self, module: Module) -> None:
        """At the top of `module`."""
        self.module = module
        self.scope: Scope = module.scope
        self.inside: Function | None = None
        self.prefix = module.prefix
        self.waiting: Waiting = []
        self.depth = 0
        self.conditional = 0

    def home(self, name: str) -> Scope:
        """The scope in which a name is bound: the module's if it is declared `global`."""
        return self.scope.outermost if name in self.scope.global_names else self.scope

    def bind(self, name: str, value: ir.Expression | None) -> None:
        """Record a binding; None if it is no plain assignment."""
        bindings = self.home(name).bindings
        if name in bindings:
            bindings[name].append(value)
        else:
            bindings[name] = [value]

    def expressions(self, nodes: Sequence[ast.expr]) -> tuple[ir.Expression, ...]:
        """Lower several expressions in order."""
        return tuple([self.expression(each) for each in nodes]) if nodes else ()

    def expression(self, node: ast.expr) -> ir.Expression:
        """Lower one expression; chains like `a.b(c).d` without recursion."""
        kind = type(node)
        if kind is ast.Name or kind is ast.Constant or self.depth > DEEPEST:
            return self.leaf(node)
        self.depth += 1
        if kind in _LINKS:
            found = self.chain(node)
        else:
            lowering = _EXPRESSIONS.get(kind)
            found = lowering(self, node) if lowering is not None else self.mix(node)
        self.depth -= 1
        return found

    def leaf(self, node: ast.expr) -> ir.Expression:
        """A variable or a literal; an expression that is nested too deeply becomes unknown."""
        if isinstance(node, ast.Name):
            if self.inside is not None:
                self.inside.footprint.variables.add(node.id)
            return ir.Name(node.id, node.lineno, node.col_offset)
        if isinstance(node, ast.Constant):
            return ir.Constant(node.value, node.lineno, node.col_offset)
        return ir.Mix((), node.lineno, node.col_offset)

    def chain(self, node: Any) -> ir.Expression:
        links: list[Any] = []
        while type(node) in _LINKS:
            links.append(node)
            node = node.func if type(node) is ast.Call else node.value
        found = self.expression(node)
        root = node.id if type(node) is ast.Name else None
        is_led_by_root = root is not None
        for link in reversed(links):
            kind = type(link)
            if kind is ast.Attribute:
                found = self.attribute(link, found, root, is_led_by_root)
            elif kind is ast.Call:
                found = self.call(link, found)
                is_led_by_root = is_led_by_root and not (link.args or link.keywords)
            elif kind is ast.Subscript:
                found = ir.Subscript(found, self.expression(link.slice), link.lineno, link.col_offset)
            else:
                found = ir.Await(found, link.lineno, link.col_offset)
        return found

    def attribute(
        self, node: ast.Attribute, value: ir.Expression, root: str | None, is_led_by_root: bool
    ) -> ir.Attribute:
        self.note_attribute(node.attr, root, is_led_by_root)
        if node.attr in CHANGING_METHODS and self.inside is not None:
            note_change(value, self.inside.footprint)
        line, name_at = node.lineno, None
        if node.end_lineno is not None and node.end_lineno != line:
            name_at = node.end_lineno, (node.end_col_offset or 0) - len(node.attr.encode())
        return ir.Attribute(value, node.attr, line, node.col_offset, name_at)

    def note_attribute(self, name: str, root: str | None, is_led_by_root: bool) -> None:
        if self.inside is not None:
            footprint = self.inside.footprint
            footprint.attributes.add(name)
            if root is not None:
                footprint.parts.add((root, name))
            if not is_led_by_root:
                footprint.rootless.add(name)

    def call(self, node: ast.Call, func: ir.Expression) -> ir.Call:
        keywords = tuple(
            [ir.Keyword(each.arg, self.expression(each.value), each.lineno, each.col_offset) for each in node.keywords]
        )
        made = ir.Call(func, self.expressions(node.args), keywords, node.lineno, node.col_offset)
        if self.inside is not None:
            note_call(made, self.inside.footprint)
        return made

    def mix(self, node: ast.AST) -> ir.Expression:
        """A formatted text, or a kind of expression that a later Python adds."""
        values: list[ir.Expression] = []
        stack = list(ast.iter_child_nodes(node))
        while stack:
            each = stack.pop(0)
            if type(each).__name__ in ("FormattedValue", "Interpolation", "JoinedStr"):
                stack[:0] = ast.iter_child_nodes(each)
            elif isinstance(each, ast.expr):
                values.append(self.expression(each))
        return ir.Mix(tuple(values), getattr(node, "lineno", 0), getattr(node, "col_offset", 0))

    def walrus(self, node: ast.NamedExpr) -> ir.Expression:
        value = self.expression(node.value)
        self.bind(node.target.id, value)
        if self.inside is not None:
            note_way(value, self.inside.footprint.uses, self.inside.footprint)
        target = ir.Name(node.target.id, node.target.lineno, node.target.col_offset)
        return ir.NamedExpr(target, value, node.lineno, node.col_offset)

    def bool_op(self, node: ast.BoolOp) -> ir.Expression:
        """A chain of one operator; `a and b or c` is `(b if a else None) or c`, which never gives `a`."""
        is_and, values = type(node.op) is ast.And, self.expressions(node.values)
        if not is_and:
            values = (*map(_if_true, values[:-1]), values[-1])
        return ir.BoolOp(is_and, values, node.lineno, node.col_offset)

    def choice(self, node: ast.IfExp) -> ir.Expression:
        test, body = self.expression(node.test), self.expression(node.body)
        return ir.IfExp(test, body, self.expression(node.orelse), node.lineno, node.col_offset)

    def lambda_(self, node: ast.Lambda) -> ir.Expression:
        made = self.make(node, LAMBDA)
        made.is_lambda = True
        return ir.Lambda(made, node.lineno, node.col_offset)

    def yielded(self, node: ast.Yield | ast.YieldFrom) -> ir.Expression:
        value = self.expression(node.value) if node.value is not None else None
        is_from = type(node) is ast.YieldFrom
        if self.inside is not None and self.inside.is_old_coroutine and value is not None:
            return ir.Await(value, node.lineno, node.col_offset)
        if self.inside is not None:
            self.inside.yields = True
            if value is not None and not is_from:
                note_way(value, self.inside.footprint.uses, self.inside.footprint)
        return ir.Yield(value, is_from, node.lineno, node.col_offset)

    def display(self, node: ast.List | ast.Tuple | ast.Set) -> ir.Expression:
        parts = self.expressions(node.elts)
        self.pass_on(parts)
        return _DISPLAYS[type(node)](parts, node.lineno, node.col_offset)

    def dict_(self, node: ast.Dict) -> ir.Expression:
        keys, values = [], []
        for key, value in zip(node.keys, node.values):
            keys.append(self.expression(key) if key is not None else None)
            values.append(self.expression(value))
        self.pass_on(values)
        return ir.Dict(tuple(keys), tuple(values), node.lineno, node.col_offset)

    def pass_on(self, parts: Sequence[ir.Expression]) -> None:
        if self.inside is not None:
            for each in parts:
                note_way(each, self.inside.footprint.uses, self.inside.footprint)

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> ir.Expression:
        generators = []
        for each in node.generators:
            source, target = self.expression(each.iter), self.loop_variable(each.target)
            generators.append(ir.Generator(target, source, self.expressions(each.ifs), bool(each.is_async)))
        parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        made = _MADE[type(node)]
        return ir.Comprehension(made, self.expressions(parts), tuple(generators), node.lineno, node.col_offset)

    def unary(self, node: ast.UnaryOp) -> ir.Expression:
        return ir.UnaryOp(OPERATORS[type(node.op)], self.expression(node.operand), node.lineno, node.col_offset)

    def binary(self, node: ast.BinOp) -> ir.Expression:
        op = OPERATORS[type(node.op)]
        group = _ALIKE.get(op)
        operands, ops = [node.right], [op]
        left = node.left
        while isinstance(left, ast.BinOp) and group is not None and _ALIKE.get(OPERATORS[type(left.op)]) == group:
            operands.append(left.right)
            ops.append(OPERATORS[type(left.op)])
            left = left.left
        found = self.expressions([left, *reversed(operands)])
        return ir.BinOp(found, tuple(reversed(ops)), node.lineno, node.col_offset)

    def compare(self, node: ast.Compare) -> ir.Expression:
        left, ops = self.expression(node.left), tuple([OPERATORS[type(each)] for each in node.ops])
        return ir.Compare(left, ops, self.expressions(node.comparators), node.lineno, node.col_offset)

    def starred(self, node: ast.Starred) -> ir.Expression:
        return ir.Starred(self.expression(node.value), node.lineno, node.col_offset)

    def slice_(self, node: ast.Slice) -> ir.Expression:
        lower = self.expression(node.lower) if node.lower is not None else None
        upper = self.expression(node.upper) if node.upper is not None else None
        step = self.expression(node.step) if node.step is not None else None
        return ir.Slice(lower, upper, step, node.lineno, node.col_offset)

    def target(self, node: ast.expr) -> ir.Expression:
        """Lower what a loop, a `with`, an unpacking, `del` or `+=` binds, stores into or deletes."""
        if isinstance(node, ast.Name):
            if self.inside is not None:
                self.inside.footprint.variables.add(node.id)
            self.bind(node.id, None)
            return ir.Name(node.id, node.lineno, node.col_offset)
        if isinstance(node, (ast.Tuple, ast.List)):
            parts = tuple([self.target(each) for each in node.elts])
            return _DISPLAYS[type(node)](parts, node.lineno, node.col_offset)
        if isinstance(node, ast.Starred):
            return ir.Starred(self.target(node.value), node.lineno, node.col_offset)
        found = self.stored(node)
        if self.inside is not None and isinstance(found, (ir.Attribute, ir.Subscript)):
            note_store(found, self.inside.footprint)
        return found

    def stored(self, node: ast.expr) -> ir.Expression:
        """An attribute or item that is stored to; of an attribute the whole counts as its place."""
        if not isinstance(node, ast.Attribute):
            return self.expression(node)
        self.module.stored_attributes.add(node.attr)
        value = self.expression(node.value)
        self.note_attribute(node.attr, *root_of(value))
        return ir.Attribute(value, node.attr, node.lineno, node.col_offset)

    def loop_variable(self, node: ast.expr) -> ir.Expression:
        """The target of a comprehension, which is local to it."""
        if isinstance(node, ast.Name):
            return ir.Name(node.id, node.lineno, node.col_offset)
        if isinstance(node, (ast.Tuple, ast.List)):
            parts = tuple([self.loop_variable(each) for each in node.elts])
            return _DISPLAYS[type(node)](parts, node.lineno, node.col_offset)
        if isinstance(node, ast.Starred):
            return ir.Starred(self.loop_variable(node.value), node.lineno, node.col_offset)
        return self.stored(node)

    def annotation(self, node: ast.expr) -> ir.Expression:
        """An annotation; its names do not count as used."""
        inside, self.inside = self.inside, None
        found = self.expression(node)
        self.inside = inside
        return found

    def make(self, node: FunctionNode, name: str) -> Function:
        """A function of the current scope, whose body is lowered later."""
        given = node.args
        plain = [*given.posonlyargs, *given.args]
        defaults = [
            (each.arg, self.expression(value))
            for each, value in (
                *zip(plain[len(plain) - len(given.defaults) :], given.defaults),
                *zip(given.kwonlyargs, given.kw_defaults),
            )
            if value is not None
        ]
        signature = Signature(
            tuple([each.arg for each in plain]),
            given.vararg.arg if given.vararg else None,
            tuple([each.arg for each in given.kwonlyargs]),
            given.kwarg.arg if given.kwarg else None,
            tuple(defaults),
        )
        around = self.scope.owner
        owner = around if isinstance(around, Class) and name != LAMBDA else None
        scope = Scope(None, self.scope)
        made = scope.owner = Function(self.prefix + name, scope, owner, signature, node.lineno, node.col_offset)
        made.end_line = node.end_lineno or node.lineno
        scope.bindings.update((each, [None]) for each in signature.names)
        for each in (*plain, given.vararg, *given.kwonlyargs, given.kwarg):
            if each is not None and each.annotation is not None:
                scope.annotations[each.arg] = self.annotation(each.annotation)
        self.waiting.append((made, node))
        return made


def _if_true(node: ir.Expression) -> ir.Expression:
    """The value of an operand of `or` if it is true: the last operand of `and`."""
    if not isinstance(node, ir.BoolOp) or not node.is_and:
        return node
    *tests, last = node.values
    test = ir.BoolOp(True, tuple(tests), node.line, node.column) if len(tests) > 1 else tests[0]
    return ir.IfExp(test, last, ir.Constant(None, node.line, node.column), node.line, node.column)


def expression_in(text: str) -> ir.Expression | None:
    """The expression in an annotation that is written as a text; None if it is no expression."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warned of escapes where it read the file
            found = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return ExpressionLowering(Module()).expression(found)


_EXPRESSIONS: dict[type[ast.expr], Callable[[ExpressionLowering, Any], ir.Expression]] = {
    ast.NamedExpr: ExpressionLowering.walrus,
    ast.BoolOp: ExpressionLowering.bool_op,
    ast.IfExp: ExpressionLowering.choice,
    ast.Lambda: ExpressionLowering.lambda_,
    ast.Yield: ExpressionLowering.yielded,
    ast.YieldFrom: ExpressionLowering.yielded,
    ast.List: ExpressionLowering.display,
    ast.Tuple: ExpressionLowering.display,
    ast.Set: ExpressionLowering.display,
    ast.Dict: ExpressionLowering.dict_,
    ast.ListComp: ExpressionLowering.comprehension,
    ast.SetComp: ExpressionLowering.comprehension,
    ast.GeneratorExp: ExpressionLowering.comprehension,
    ast.DictComp: ExpressionLowering.comprehension,
    ast.UnaryOp: ExpressionLowering.unary,
    ast.BinOp: ExpressionLowering.binary,
    ast.Compare: ExpressionLowering.compare,
    ast.Starred: ExpressionLowering.starred,
    ast.Slice: ExpressionLowering.slice_,
}
