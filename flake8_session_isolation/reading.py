"""From flake8's tree to a `Module`, without changing the tree.

One pass over the statements of each scope; bodies with a scope of their own wait until the names around them are known.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from flake8_session_isolation.program import (
    DEFINITIONS,
    Class,
    Function,
    FunctionNode,
    Module,
    Scope,
    dotted,
    is_for_type_checkers,
    last_name,
    outermost,
)
from flake8_session_isolation.trees import children

Waiting: TypeAlias = list[tuple[FunctionNode | ast.ClassDef, Scope]]
"""Bodies still to be read, each with the scope around it."""


def read(tree: ast.Module, name: str, path: str = "", prefix: str = "") -> Module:
    """The module of a parsed file, called `name` in its project; the tree stays as it is.

    `prefix` begins the names of its functions and classes.
    """
    module = Module(tree, Scope(None, None), name, path, prefix)
    module.scope.module = module
    _Reader(module).body(tree.body, module.scope, None, prefix)
    for each in module.classes.values():
        each.bases = tuple(dotted(base, each.scope) for base in (*each.node.bases, *_metaclass(each.node)))
    linearise(module)
    return module


def linearise(module: Module) -> None:
    """Find the method resolution order of each class anew."""
    for each in module.classes.values():
        each.ancestry = []
    for each in module.classes.values():
        _linearise(each, 0)


DEEPEST_LINEAGE = 40
"""Bases of bases that are followed."""


def _linearise(cls: Class, depth: int) -> list[Class]:
    """C3 linearisation (https://www.python.org/download/releases/2.3/mro/) over the classes of the project.

    Where there is none, and for a class that inherits from itself, the order of the source.
    """
    if cls.ancestry or depth > DEEPEST_LINEAGE:
        return cls.ancestry or [cls]
    cls.ancestry = [cls]
    known = {**cls.elsewhere, **(cls.module.classes if cls.module else {})}
    own = cls.bases[: len(cls.node.bases)]  # a metaclass stands behind them, and hands nothing on to instances
    parents = [known[base] for base in own if base is not None and base in known and known[base] is not cls]
    queues = [list(_linearise(each, depth + 1)) for each in parents] + [parents]
    cls.ancestry = [cls, *_merged(queues, cls)]
    return cls.ancestry


def _merged(queues: list[list[Class]], own: Class) -> Iterator[Class]:
    while queues := [queue for queue in queues if queue]:
        tails = {id(each) for queue in queues for each in queue[1:]}
        head = next((queue[0] for queue in queues if id(queue[0]) not in tails), queues[0][0])
        queues = [[each for each in queue if each is not head] for queue in queues]
        if head is not own:
            yield head


def _metaclass(node: ast.ClassDef) -> list[ast.expr]:
    """A metaclass other than `abc.ABCMeta` decides about attributes as a base does."""
    return [each.value for each in node.keywords if each.arg == "metaclass" and last_name(each.value) != "ABCMeta"]


class _Reader:
    """Fills the scopes of one module; used once by `read`."""

    def __init__(self, module: Module) -> None:
        self.module = module

    def body(self, statements: Iterable[ast.stmt], scope: Scope, inside: Function | None, prefix: str) -> None:
        """Read statements into `scope`; `inside` is the function whose mentions they are."""
        waiting: Waiting = []
        for statement in statements:
            self.node(statement, scope, inside, waiting)
        for node, where in waiting:
            if isinstance(node, ast.ClassDef):
                self.class_body(node, where, inside, prefix)
            else:
                self.function_body(node, where, inside, prefix)

    def node(self, top: ast.AST, scope: Scope, inside: Function | None, waiting: Waiting) -> None:
        """Read one statement with its expressions, without entering bodies that have a scope of their own."""
        stack: list[ast.AST] = [top]
        while stack:
            node = stack.pop()
            if isinstance(node, (*DEFINITIONS, ast.ClassDef)):
                self.bind(node.name, None, scope)
                waiting.append((node, scope))
                stack.extend(_outer_parts(node))
                continue
            if isinstance(node, ast.If) and is_for_type_checkers(node.test):
                stack.extend((*filter(_is_import, node.body), *node.orelse))
                continue
            if isinstance(node, ast.Lambda):
                waiting.append((node, scope))
                stack.extend((*node.args.defaults, *filter(None, node.args.kw_defaults)))
                continue
            kind = type(node)
            if kind in _BINDERS:
                self.binding(node, scope, inside)
            if inside is not None and kind in _USERS:
                _note_uses(node, inside)
            if kind in _SETTLERS:
                stack.extend(each for each in children(node) if not _is_settled(each, node))
            else:
                stack.extend(children(node))

    def binding(self, node: ast.AST, scope: Scope, inside: Function | None) -> None:
        """Note what one node binds or mentions."""
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                self.mention(name, inside)
            case ast.Name(id=name):
                self.mention(name, inside)
                self.bind(name, None, scope)
            case ast.Attribute(attr=name):
                self.mention(name, inside)
                if not isinstance(node.ctx, ast.Load):
                    self.module.stored_attributes.add(name)
            case ast.Assign(targets=targets, value=value):
                for target in targets:
                    self.assign(target, value, scope)
            case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation, value=value):
                scope.annotations.setdefault(name, annotation)
                if value is not None:
                    self.bind(name, value, scope)
            case ast.NamedExpr(target=ast.Name(id=name), value=value):
                self.bind(name, value, scope)
            case ast.Global(names=names):
                scope.global_names.update(names)
                self.module.rebound.update(names)
            case ast.Nonlocal(names=names):
                scope.nonlocal_names.update(names)
            case ast.Import() | ast.ImportFrom():
                self.imports(node, scope)
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                self.bind(name, None, scope)
            case ast.MatchMapping(rest=str(name)):
                self.bind(name, None, scope)
            case ast.Yield() | ast.YieldFrom() if inside is not None:
                inside.yields = True

    def assign(self, target: ast.expr, value: ast.expr, scope: Scope) -> None:
        """Bind a name, or the names of a tuple part by part."""
        if isinstance(target, ast.Name):
            self.bind(target.id, value, scope)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
            for each, part in zip(target.elts, value.elts):
                self.assign(each, part, scope)
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Call):
            for at, each in enumerate(target.elts):
                self.assign(each, ast.Subscript(value, ast.Constant(at), ast.Load()), scope)

    def mention(self, name: str, inside: Function | None) -> None:
        if inside is not None:
            inside.mentions.add(name)

    def bind(self, name: str, value: ast.expr | None, scope: Scope) -> None:
        """One more binding; a name declared `global` is bound in the module."""
        _home(name, scope).bindings.setdefault(name, []).append(value)

    def imports(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        """`import a.b as c` binds c to a.b, `import a.b` binds a; a relative import keeps its dots."""
        start = "." * node.level + (node.module or "") if isinstance(node, ast.ImportFrom) else None
        for each in node.names:
            self.module.libraries.add((start if start is not None else each.name).partition(".")[0])
            if each.name == "*":
                self.star_import(start or "", scope)
                continue
            if start is None:
                parts = each.name.split(".")
                self.module.imported.update(".".join(parts[:count]) for count in range(1, len(parts) + 1))
            name = each.asname or (each.name if start is not None else each.name.partition(".")[0])
            target = each.name if each.asname or start is not None else name
            whole = target if start is None else f"{start}.{target}" if not start.endswith(".") else start + target
            self.bind(name, None, scope)
            _home(name, scope).imports.setdefault(name, whole)

    def star_import(self, module: str, scope: Scope) -> None:
        """Names that nothing binds may come from here; which they are, facts know at best."""
        outermost(scope).star_imports.append(module)

    def class_body(self, node: ast.ClassDef, scope: Scope, inside: Function | None, prefix: str) -> None:
        """A class: its body is a scope whose names its methods do not see."""
        made = Class(prefix + node.name, node, Scope(None, scope), module=self.module)
        made.scope.owner = made
        _home(node.name, scope).classes[node.name] = made
        self.module.classes.setdefault(made.name, made)
        self.module.class_of[node] = made
        self.body(node.body, made.scope, inside, made.name + ".")

    def function_body(self, node: FunctionNode, scope: Scope, inside: Function | None, prefix: str) -> None:
        """A function: parameters and body are one scope."""
        name = getattr(node, "name", "<lambda>")
        owner = scope.owner if isinstance(scope.owner, Class) and name != "<lambda>" else None
        made = Function(prefix + name, node, Scope(None, scope), owner)
        made.scope.owner = made
        if name != "<lambda>":
            _home(name, scope).functions[name] = made
        for parameter in made.arguments():
            made.scope.bindings[parameter.arg] = [None]
            if parameter.annotation is not None:
                made.scope.annotations[parameter.arg] = parameter.annotation
        self.module.functions.append(made)
        self.module.by_node[node] = made
        body = [ast.Expr(node.body)] if isinstance(node, ast.Lambda) else node.body
        made.scope.global_names.update(name for each in _globals(body) for name in each.names)
        self.body(body, made.scope, made, f"{prefix}{name}.")
        if inside is not None:
            inside.mentions |= {name, *made.mentions}


def _home(name: str, scope: Scope) -> Scope:
    """Where a name bound in `scope` lives: in the module if it is declared `global`."""
    return outermost(scope) if name in scope.global_names else scope


def _note_uses(node: ast.AST, inside: Function) -> None:
    """Note whose object one node changes or passes on."""
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _LOOKING_CALLS:
            pass
        case ast.Call(func=func):
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                _note_way(each, inside.uses, inside)
            if isinstance(func, ast.Attribute) and func.attr not in _LOOKING_METHODS:
                _note_way(func.value, inside.uses, inside)
        case ast.Attribute(value=base, attr=name, ctx=ast.Store() | ast.Del()):
            _note_way(node, inside.stores, inside)
            if _is_class(base):
                inside.class_stores.add(name)
        case ast.Subscript(value=base, ctx=ast.Store() | ast.Del()):
            _note_way(base, inside.stores, inside)
        case ast.Assign(value=value) | ast.NamedExpr(value=value) | ast.AnnAssign(value=ast.expr() as value):
            _note_way(value, inside.uses, inside)
        case ast.Return(value=ast.expr() as value) | ast.Yield(value=ast.expr() as value):
            _note_way(value, inside.uses, inside)
        case ast.With(items=items) | ast.AsyncWith(items=items):
            entered = {found for each in items if (found := last_name(_container(each.context_expr)))}
            inside.enters |= entered
            inside.blocks_in |= entered if isinstance(node, ast.With) else set()
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts) | ast.Dict(values=parts):
            for each in parts:
                _note_way(each, inside.uses, inside)


def _container(node: ast.expr) -> ast.expr:
    """What an item is taken from."""
    while isinstance(node, ast.Subscript):
        node = node.value
    return node


_LOOKING_CALLS = frozenset({"len", "sorted", "sum", "min", "max", "any", "all", "isinstance", "bool", "str", "repr"})
_LOOKING_METHODS = frozenset({"get", "items", "keys", "values", "copy", "index", "union", "difference", "join"})
"""What only looks at an object: who does nothing else with it changes nothing."""


def _is_class(node: ast.expr) -> bool:
    """Whether an expression is spelled like a class: `Agent`, `cls`, `type(self)`, `self.__class__`."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in {"cls", "__class__"} or name.lstrip("_")[:1].isupper()
        case ast.Call(func=ast.Name(id="type")):
            return True
    return False


def _note_way(node: ast.expr, roots: set[str], inside: Function) -> None:
    """Note the variable and the attributes on the way to an object: `store.items[key]`; both sides of a choice."""
    while True:
        match node:
            case ast.Attribute(value=base, attr=name):
                inside.fields.add(name)
                node = base
            case ast.Subscript(value=base) | ast.Await(value=base) | ast.Starred(value=base) | ast.Call(func=base):
                node = base
            case ast.IfExp(body=one, orelse=other) | ast.BoolOp(values=[one, *_, other]):
                _note_way(one, roots, inside)
                node = other
            case ast.Name(id=name):
                roots.add(name)
                return
            case _:
                return


_SETTLERS = frozenset({ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.comprehension})
_BINDERS = frozenset(
    {
        *(ast.Name, ast.Attribute, ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.Global, ast.Nonlocal, ast.Import),
        *(ast.ImportFrom, ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping, ast.Yield, ast.YieldFrom),
    }
)
_USERS = frozenset(
    {
        *(ast.Call, ast.Attribute, ast.Subscript, ast.Assign, ast.NamedExpr, ast.AnnAssign, ast.Return, ast.Yield),
        *(ast.List, ast.Tuple, ast.Set, ast.Dict, ast.With, ast.AsyncWith),
    }
)


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, (ast.Import, ast.ImportFrom))


def _is_settled(node: ast.AST, parent: ast.AST) -> bool:
    """Whether `node` is a target that its statement has bound already, or one that lives in a comprehension alone."""
    match parent:
        case ast.Assign(targets=targets):
            return isinstance(node, ast.Name) and node in targets
        case ast.AnnAssign(target=target):
            return node is parent.annotation or (node is target and isinstance(target, ast.Name))
        case ast.NamedExpr(target=target) | ast.comprehension(target=target):
            return node is target
    return False


def _globals(body: Iterable[ast.stmt]) -> Iterator[ast.Global]:
    """The `global` statements of a body, wherever they stand in it: they hold for all of it."""
    stack: list[ast.AST] = list(body)
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Global):
            yield node
        elif isinstance(node, ast.stmt) and not isinstance(node, (*DEFINITIONS, ast.ClassDef)):
            stack.extend(each for each in ast.iter_child_nodes(node) if isinstance(each, (ast.stmt, ast.ExceptHandler)))


def _outer_parts(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> list[ast.AST]:
    """What of a definition is evaluated in the scope around it."""
    if isinstance(node, ast.ClassDef):
        return [*node.decorator_list, *node.bases, *(each.value for each in node.keywords)]
    defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
    return [*node.decorator_list, *defaults]
