"""From a syntax tree to a `Module`: scopes, functions with footprints, and bodies in the intermediate representation.

One walk, dispatched by the type of the node; the tree stays as it is.  Statements are here, expressions in
`lowering_expressions`.  Bodies with a scope of their own wait until the names of the scope around them are known.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias, cast

from flake8_session_isolation.frontend import ir
from flake8_session_isolation.frontend.footprint import note_way, note_with
from flake8_session_isolation.frontend.identities import effective, is_identity, makes_identity
from flake8_session_isolation.frontend.lowering_expressions import OPERATORS, ExpressionLowering, FunctionNode, Waiting
from flake8_session_isolation.frontend.scopes import NO_NAMES, Class, Function, Module, Scope
from flake8_session_isolation.frontend.spelling import spelled

Block: TypeAlias = tuple[ir.Statement, ...]


Tree: TypeAlias = ast.Module
"""What a file is given as."""


def lower(tree: Tree, name: str, path: str = "", prefix: str = "") -> Module:
    """The module of a parsed file, called `name` in its project; `prefix` begins the names of its functions and
    classes."""
    module = Module(name, path, prefix)
    _Lowering(module).module_body(tree)
    return module


def _fills_in(targets: tuple[ir.Expression, ...], value: ir.Call) -> bool:
    """Whether it is `table[key] = table.get(key, default)`, which `table.setdefault(key, default)` says as well."""
    match targets, value:
        case [ir.Subscript(value=table, slice=key)], ir.Call(
            func=ir.Attribute(value=asked, attr="get"), args=(wanted, _), keywords=()
        ):
            return spelled(table) == spelled(asked) and spelled(key) == spelled(wanted)
    return False


class _Lowering(ExpressionLowering):
    """The walk over one module; used once by `lower`."""

    def module_body(self, tree: ast.Module) -> None:
        """Lower the module's own statements, then all bodies in it."""
        self.module.body = self.body(tree.body, self.module.scope, None, self.module.prefix)

    def body(self, statements: Sequence[ast.stmt], scope: Scope, inside: Function | None, prefix: str) -> Block:
        """Lower statements in `scope`, then nested bodies; `inside` is the function whose footprint they contribute
        to."""
        around = self.scope, self.inside, self.prefix, self.waiting, self.depth, self.conditional
        self.scope, self.inside, self.prefix = scope, inside, prefix
        self.waiting, self.depth, self.conditional = [], 0, 0
        lowered = self.block(statements)
        self.finish(self.waiting, inside)
        self.scope, self.inside, self.prefix, self.waiting, self.depth, self.conditional = around
        return lowered

    def finish(self, waiting: Waiting, inside: Function | None) -> None:
        """Lower the bodies that had to wait for the names of the enclosing scope."""
        for each, node in waiting:
            if isinstance(each, Class):
                self.class_body(each, cast(ast.ClassDef, node), inside)
            else:
                self.function_body(each, cast("FunctionNode", node), inside)

    def block(self, statements: Sequence[ast.stmt]) -> Block:
        """Lower statements one after the other."""
        lowered: list[ir.Statement] = []
        for each in statements:
            found = _STATEMENTS[type(each)](self, each)
            if type(found) is tuple:
                lowered += found
            elif found is not None:
                lowered.append(cast(ir.Statement, found))
        return tuple(lowered)

    def branch(self, statements: Sequence[ast.stmt]) -> Block:
        """Lower statements that run on some paths only."""
        self.conditional += 1
        lowered = self.block(statements)
        self.conditional -= 1
        return lowered

    def class_body(self, made: Class, node: ast.ClassDef, inside: Function | None) -> None:
        """A class: its body is a scope whose names its methods do not see."""
        made.body = self.body(node.body, made.scope, inside, f"{made.name}.")

    def function_body(self, made: Function, node: FunctionNode, inside: Function | None) -> None:
        """A function: parameters and body are one scope."""
        self.module.functions.append(made)
        if isinstance(node, ast.Lambda):
            given = ast.copy_location(ast.Return(node.body), node.body)
            made.body = self.body([given], made.scope, made, f"{made.name}.")
        else:
            made.scope.global_names = {name for each in _globals(node.body) for name in each.names} or NO_NAMES
            made.body = self.body(node.body, made.scope, made, f"{made.name}.")
        made.footprint.mentions |= made.footprint.variables
        made.footprint.mentions |= made.footprint.attributes
        made.footprint.close()
        if inside is not None:
            inside.footprint.mentions |= {made.short_name, *made.mentions}

    def define(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> ir.Statement:
        self.bind(node.name, None)
        applied = effective(node.decorator_list, self.scope)
        decorators = self.expressions(applied)
        made = self.make(node, node.name)
        made.decorators = decorators
        made.is_identity, made.makes_identity = is_identity(node), makes_identity(node)
        made.is_coroutine = type(node) is ast.AsyncFunctionDef or made.is_old_coroutine
        made.returns = self.annotation(node.returns) if node.returns is not None else None
        functions = self.functions_like(node.name, applied)
        if not self.conditional or node.name not in functions:
            functions[node.name] = made
        return ir.Define(made, node.lineno, node.col_offset)

    def functions_like(self, name: str, decorators: Sequence[ast.expr]) -> dict[str, Function]:
        """The table in which a function is found by its name: a setter does not hide the getter of its property, and a
        deleter is not kept."""
        named = self.home(name)
        last = decorators[-1] if decorators and isinstance(self.scope.owner, Class) else None
        kind = last.attr if isinstance(last, ast.Attribute) else ""
        return named.setters if kind == "setter" else {} if kind == "deleter" else named.functions

    def define_class(self, node: ast.ClassDef) -> ir.Statement:
        self.bind(node.name, None)
        made = Class(self.prefix + node.name, Scope(None, self.scope), self.module, node.lineno)
        made.scope.owner = made
        made.end_line = node.end_lineno or node.lineno
        made.decorators = self.expressions(effective(node.decorator_list, self.scope))
        made.base_nodes = self.expressions(node.bases)
        made.keywords = tuple((each.arg, self.expression(each.value)) for each in node.keywords)
        classes = self.home(node.name).classes
        if not self.conditional or node.name not in classes:
            classes[node.name] = made
        self.module.classes.setdefault(made.name, made)
        self.module.every_class.append(made)
        self.waiting.append((made, node))
        return ir.DefineClass(made, node.lineno, node.col_offset)

    def expr(self, node: ast.Expr) -> ir.Statement | None:
        if type(node.value) is ast.Constant:
            return None
        return ir.Expr(self.expression(node.value), node.lineno, node.col_offset)

    def assign(self, node: ast.Assign) -> ir.Statement:
        value = self.expression(node.value)
        if self.inside is not None:
            note_way(value, self.inside.footprint.uses, self.inside.footprint)
        for each in node.targets:
            self.bind_target(each, value)
        targets = tuple([self.assigned(each) for each in node.targets])
        if type(value) is ir.Call and type(targets[0]) is ir.Subscript and _fills_in(targets, value):
            at = targets[0].line, targets[0].column
            made = ir.Call(ir.Attribute(targets[0].value, "setdefault", *at), value.args, (), *at)
            return ir.Expr(made, node.lineno, node.col_offset)
        return ir.Assign(targets, value, node.lineno, node.col_offset)

    def assigned(self, node: ast.expr) -> ir.Expression:
        """The target of an assignment; a plain name is bound already, and no use of it."""
        if type(node) is ast.Name:
            return ir.Name(node.id, node.lineno, node.col_offset)
        return self.target(node)

    def bind_target(self, target: ast.expr, value: ir.Expression) -> None:
        """Bind a name, or the names of a tuple part by part."""
        if isinstance(target, ast.Name):
            self.bind(target.id, value)
        elif isinstance(target, ast.Tuple) and isinstance(value, ir.Tuple) and len(target.elts) == len(value.elts):
            for each, part in zip(target.elts, value.elts):
                self.bind_target(each, part)
        elif isinstance(target, ast.Tuple) and isinstance(value, ir.Call):
            for at, each in enumerate(target.elts):
                part = ir.Subscript(value, ir.Constant(at, value.line, value.column), value.line, value.column)
                self.bind_target(each, part)

    def annotated(self, node: ast.AnnAssign) -> ir.Statement:
        value = self.expression(node.value) if node.value is not None else None
        annotation = self.annotation(node.annotation)
        if isinstance(node.target, ast.Name):
            self.scope.annotations.setdefault(node.target.id, annotation)
            if value is not None:
                self.bind(node.target.id, value)
        target = self.assigned(node.target)
        if value is None:
            return ir.Declare(target, annotation, node.lineno, node.col_offset)
        if self.inside is not None:
            note_way(value, self.inside.footprint.uses, self.inside.footprint)
        return ir.Assign((target,), value, node.lineno, node.col_offset, annotation)

    def augmented(self, node: ast.AugAssign) -> ir.Statement:
        target, value = self.target(node.target), self.expression(node.value)
        if self.inside is not None and isinstance(target, ir.Name):
            self.inside.footprint.changed_variables.add(target.id)  # a list grows in place
        return ir.AugAssign(target, OPERATORS[type(node.op)], value, node.lineno, node.col_offset)

    def returned(self, node: ast.Return) -> ir.Statement:
        value = self.expression(node.value) if node.value is not None else None
        if value is not None and self.inside is not None:
            note_way(value, self.inside.footprint.uses, self.inside.footprint)
        return ir.Return(value, node.lineno, node.col_offset)

    def if_(self, node: ast.If) -> ir.Statement | Block:
        """`elif`s become branches of one statement; blocks that only type checkers see are left out except for imports,
        and a branch that is always taken is replaced by its block."""
        branches: list[ir.Branch] = []
        rest: Sequence[ast.stmt] = [node]
        while len(rest) == 1 and isinstance(at := rest[0], ast.If):
            if isinstance(at.test, ast.Constant) and at.test.value:
                rest = at.body
                continue
            if _is_for_type_checkers(at.test):
                for each in at.body:
                    if isinstance(each, (ast.Import, ast.ImportFrom)):
                        self.imports(each)
            else:
                test = self.expression(at.test)
                branches.append(ir.Branch(test, self.branch(at.body), at.lineno, at.col_offset))
            rest = at.orelse
        orelse = self.branch(rest) if branches else self.block(rest)
        return ir.If(tuple(branches), orelse, node.lineno, node.col_offset) if branches else orelse

    def for_(self, node: ast.For | ast.AsyncFor) -> ir.Statement:
        source, target = self.expression(node.iter), self.target(node.target)
        body, orelse = self.branch(node.body), self.branch(node.orelse)
        return ir.For(target, source, body, orelse, type(node) is ast.AsyncFor, node.lineno, node.col_offset)

    def while_(self, node: ast.While) -> ir.Statement:
        test = self.expression(node.test)
        return ir.While(test, self.branch(node.body), self.branch(node.orelse), node.lineno, node.col_offset)

    def with_(self, node: ast.With | ast.AsyncWith) -> ir.Statement:
        items = []
        for each in node.items:
            entered = self.expression(each.context_expr)
            items.append(ir.WithItem(entered, self.target(each.optional_vars) if each.optional_vars else None))
        is_async = type(node) is ast.AsyncWith
        if self.inside is not None:
            note_with([each.context_expr for each in items], is_async, self.inside.footprint)
        return ir.With(tuple(items), self.block(node.body), is_async, node.lineno, node.col_offset)

    def try_(self, node: ast.Try) -> ir.Statement:
        body, handlers = self.branch(node.body), []
        for each in node.handlers:
            kind = self.expression(each.type) if each.type is not None else None
            if each.name is not None:
                self.bind(each.name, None)
            handlers.append(ir.ExceptHandler(kind, each.name, self.branch(each.body), each.lineno, each.col_offset))
        orelse, final = self.branch(node.orelse), self.block(node.finalbody)
        return ir.Try(body, tuple(handlers), orelse, final, node.lineno, node.col_offset)

    def match(self, node: ast.Match) -> ir.Statement:
        subject = self.expression(node.subject)
        cases = []
        for each in node.cases:
            names, values = self.pattern(each.pattern)
            guard = self.expression(each.guard) if each.guard is not None else None
            at = each.pattern
            cases.append(ir.Case(names, values, guard, self.branch(each.body), at.lineno, at.col_offset))
        return ir.Match(subject, tuple(cases), node.lineno, node.col_offset)

    def pattern(self, pattern: ast.pattern) -> tuple[tuple[ir.Name, ...], tuple[ir.Expression, ...]]:
        """The names that a pattern binds, and the values that it compares with."""
        names: list[ir.Name] = []
        values: list[ir.Expression] = []
        stack: list[ast.AST] = [pattern]
        while stack:
            each = stack.pop(0)
            if isinstance(each, ast.expr):
                values.append(self.expression(each))
                continue
            bound = getattr(each, "name", None) or getattr(each, "rest", None)
            if isinstance(bound, str) and isinstance(each, ast.pattern):
                self.bind(bound, None)
                names.append(ir.Name(bound, each.lineno, each.col_offset))
            stack.extend(ast.iter_child_nodes(each))
        return tuple(names), tuple(values)

    def delete(self, node: ast.Delete) -> ir.Statement:
        return ir.Delete(tuple([self.target(each) for each in node.targets]), node.lineno, node.col_offset)

    def raised(self, node: ast.Raise) -> ir.Statement:
        raised = self.expression(node.exc) if node.exc is not None else None
        cause = self.expression(node.cause) if node.cause is not None else None
        return ir.Raise(raised, cause, node.lineno, node.col_offset)

    def asserted(self, node: ast.Assert) -> ir.Statement:
        message = self.expression(node.msg) if node.msg is not None else None
        return ir.Assert(self.expression(node.test), message, node.lineno, node.col_offset)

    def exit(self, node: ast.Break | ast.Continue) -> ir.Statement:
        return ir.Exit(isinstance(node, ast.Break), node.lineno, node.col_offset)

    def nothing(self, node: ast.stmt) -> None:
        """`pass`, and statements without meaning for the analysis."""

    def global_(self, node: ast.Global) -> None:
        self.scope.global_names |= {*node.names}
        self.module.rebound.update(node.names)

    def nonlocal_(self, node: ast.Nonlocal) -> None:
        self.scope.nonlocal_names |= {*node.names}

    def imports(self, node: ast.Import | ast.ImportFrom) -> None:
        """`import a.b as c` binds c to a.b, `import a.b` binds a; a relative import keeps its dots."""
        start = "." * node.level + (node.module or "") if isinstance(node, ast.ImportFrom) else None
        for each in node.names:
            self.module.libraries.add((start if start is not None else each.name).partition(".")[0])
            if each.name == "*":
                self.scope.outermost.star_imports.append(start or "")
            elif start is None:
                parts = each.name.split(".")
                self.module.imported.update(".".join(parts[:count]) for count in range(1, len(parts) + 1))
                self.import_as(each.asname or parts[0], each.name if each.asname else parts[0])
            else:
                self.import_as(each.asname or each.name, start + ("" if start.endswith(".") else ".") + each.name)

    def import_as(self, name: str, whole: str) -> None:
        """Bind `name` to the dotted name `whole`; of several imports of a name the first counts."""
        self.bind(name, None)
        self.home(name).imports.setdefault(name, whole)

    def type_alias(self, node: Any) -> ir.Statement:
        """`type Name = value` (Python 3.12)."""
        value = self.expression(node.value)
        self.bind(node.name.id, value)
        name = ir.Name(node.name.id, node.lineno, node.col_offset)
        return ir.Assign((name,), value, node.lineno, node.col_offset)


def _is_for_type_checkers(test: ast.expr) -> bool:
    """Whether a branch on `test` is never run: `if TYPE_CHECKING:`."""
    name = test.id if isinstance(test, ast.Name) else test.attr if isinstance(test, ast.Attribute) else None
    return name == "TYPE_CHECKING"


def _globals(body: Sequence[ast.stmt]) -> Iterator[ast.Global]:
    """The `global` declarations of a body, which hold for all of it."""
    stack: list[Any] = list(body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Global):
            yield node
        elif not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for name in _BLOCKS.get(type(node), ()):
                stack += getattr(node, name)


_BLOCKS: dict[type[ast.AST], tuple[str, ...]] = {
    ast.If: ("body", "orelse"),
    ast.For: ("body", "orelse"),
    ast.AsyncFor: ("body", "orelse"),
    ast.While: ("body", "orelse"),
    ast.With: ("body",),
    ast.AsyncWith: ("body",),
    ast.Try: ("body", "handlers", "orelse", "finalbody"),
    ast.ExceptHandler: ("body",),
    ast.Match: ("cases",),
    ast.match_case: ("body",),
}
_STATEMENTS: dict[type[ast.stmt], Callable[[_Lowering, Any], ir.Statement | Block | None]] = {
    ast.FunctionDef: _Lowering.define,
    ast.AsyncFunctionDef: _Lowering.define,
    ast.ClassDef: _Lowering.define_class,
    ast.Return: _Lowering.returned,
    ast.Delete: _Lowering.delete,
    ast.Assign: _Lowering.assign,
    ast.AugAssign: _Lowering.augmented,
    ast.AnnAssign: _Lowering.annotated,
    ast.For: _Lowering.for_,
    ast.AsyncFor: _Lowering.for_,
    ast.While: _Lowering.while_,
    ast.If: _Lowering.if_,
    ast.With: _Lowering.with_,
    ast.AsyncWith: _Lowering.with_,
    ast.Match: _Lowering.match,
    ast.Raise: _Lowering.raised,
    ast.Try: _Lowering.try_,
    ast.Assert: _Lowering.asserted,
    ast.Import: _Lowering.imports,
    ast.ImportFrom: _Lowering.imports,
    ast.Global: _Lowering.global_,
    ast.Nonlocal: _Lowering.nonlocal_,
    ast.Expr: _Lowering.expr,
    ast.Pass: _Lowering.nothing,
    ast.Break: _Lowering.exit,
    ast.Continue: _Lowering.exit,
}
# Python 3.11 has `except*`, with the same fields as `except`; Python 3.12 has `type`.
if hasattr(ast, "TryStar"):
    _STATEMENTS[ast.TryStar] = _Lowering.try_
    _BLOCKS[ast.TryStar] = _BLOCKS[ast.Try]
if hasattr(ast, "TypeAlias"):
    _STATEMENTS[ast.TypeAlias] = _Lowering.type_alias
