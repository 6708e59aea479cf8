"""Modules, classes, functions and what their names mean, over the standard library's `ast`.

`read` turns flake8's tree into a `Module` without changing the tree.  Everything here is about names and scopes
(Python reference, section 4.2, "Naming and binding"); what values do is found out elsewhere.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


@dataclass(eq=False)
class Scope:
    """The names one module, class or function body binds, filled by `read` and only looked at afterwards.

    `bindings` holds each expression that a plain assignment gives a name; None stands for a binding that is no
    plain assignment (a loop target, a parameter, an unpacking).
    """

    owner: Function | Class | None
    parent: Scope | None
    bindings: dict[str, list[ast.expr | None]] = field(default_factory=dict)
    annotations: dict[str, ast.expr] = field(default_factory=dict)
    imports: dict[str, str] = field(default_factory=dict)
    functions: dict[str, Function] = field(default_factory=dict)
    classes: dict[str, Class] = field(default_factory=dict)
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)

    def binds(self, name: str) -> bool:
        """Whether the body itself binds `name`."""
        return name in self.bindings


@dataclass(eq=False)
class Function:
    """A function, method or lambda; `name` is dotted from the module's top (`Agent.ask`).

    What its text says of names, whatever they mean: `mentions` are all in its body and in what is nested in it; `stores`
    variables on whose parts something is stored or deleted, `uses` those whose object or part has a method called, is bound,
    handed over or given back; `fields` the attributes on either way, `class_stores` attributes stored on a class.
    """

    name: str
    node: FunctionNode
    scope: Scope
    owner: Class | None
    mentions: set[str] = field(default_factory=set)
    stores: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    class_stores: set[str] = field(default_factory=set)
    yields: bool = False

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<{self.name}>"

    @property
    def is_coroutine(self) -> bool:
        """Whether it is a coroutine function or an asynchronous generator."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @property
    def parameters(self) -> tuple[str, ...]:
        """Names of all parameters in the order of the signature, `*args` and `**kwargs` at their places."""
        return tuple(each.arg for each in self.arguments())

    def arguments(self) -> Iterator[ast.arg]:
        """The parameters' nodes in the order of the signature."""
        given = self.node.args
        yield from (*given.posonlyargs, *given.args)
        if given.vararg:
            yield given.vararg
        yield from given.kwonlyargs
        if given.kwarg:
            yield given.kwarg

    def defaults(self) -> Iterator[tuple[str, ast.expr]]:
        """Parameters that have a default, with it."""
        given = self.node.args
        plain = (*given.posonlyargs, *given.args)
        yield from zip((each.arg for each in plain[len(plain) - len(given.defaults):]), given.defaults)
        yield from ((each.arg, default) for each, default in zip(given.kwonlyargs, given.kw_defaults) if default)

    @property
    def decorators(self) -> list[ast.expr]:
        """Decorator expressions, outermost first; a lambda has none."""
        return [] if isinstance(self.node, ast.Lambda) else self.node.decorator_list

    @property
    def body(self) -> list[ast.stmt]:
        """The statements; a lambda returns its expression."""
        if isinstance(self.node, ast.Lambda):
            return [ast.copy_location(ast.Return(self.node.body), self.node.body)]
        return self.node.body

    @property
    def is_static(self) -> bool:
        """Whether it is a method that gets no instance."""
        return self.owner is None or any(_called(each) == "staticmethod" for each in self.decorators)

    @property
    def is_class_method(self) -> bool:
        """Whether its first parameter is the class."""
        known = {"__new__", "__init_subclass__", "__class_getitem__"}
        return self.owner is not None and (
            self.owner.is_metaclass
            or self.name.rpartition(".")[2] in known
            or any(_called(each) == "classmethod" for each in self.decorators)
        )

    @property
    def receiver(self) -> str | None:
        """The parameter that is the instance or the class, if there is one."""
        if self.is_static or isinstance(self.node, ast.Lambda):
            return None
        return next(iter(self.parameters), None)


@dataclass(eq=False)
class Class:
    """A class of the module; `bases` are dotted names as far as names alone tell, None where they do not."""

    name: str
    node: ast.ClassDef
    scope: Scope
    bases: tuple[str | None, ...] = ()
    module: Module | None = None

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<class {self.name}>"

    @property
    def is_metaclass(self) -> bool:
        """Whether its instances are classes."""
        return "builtins.type" in self.bases

    def lineage(self) -> list[Class]:
        """The class and its bases in this module, in method resolution order (C3; source order if there is none)."""
        return _linear(self, ())

    def method(self, name: str) -> Function | None:
        """The function that an instance finds under `name`."""
        return next((each.scope.functions[name] for each in self.lineage() if name in each.scope.functions), None)

    def declaring(self, attribute: str) -> Class | None:
        """The class of the lineage whose body binds `attribute`."""
        return next((each for each in self.lineage() if each.scope.binds(attribute)), None)

    def foreign_bases(self) -> set[str | None]:
        """Dotted names of all bases that stand in other modules; None for one that is not a name."""
        local = self.module.classes if self.module else {}
        return {base for each in self.lineage() for base in each.bases if base not in local} - {"builtins.object"}


@dataclass(eq=False)
class Module:
    """One parsed file."""

    tree: ast.Module
    scope: Scope
    functions: list[Function] = field(default_factory=list)
    classes: dict[str, Class] = field(default_factory=dict)
    by_node: dict[ast.AST, Function] = field(default_factory=dict)
    class_of: dict[ast.AST, Class] = field(default_factory=dict)


def read(tree: ast.Module) -> Module:
    """The module of a parsed file; the tree stays as it is."""
    module = Module(tree, Scope(None, None))
    _Reader(module).body(tree.body, module.scope, None, "")
    for each in module.classes.values():
        each.bases = tuple(dotted(base, each.scope) for base in (*each.node.bases, *_metaclass(each.node)))
    return module


def dotted(node: ast.expr, scope: Scope) -> str | None:
    """The dotted name of what an expression names (`np.random.seed` -> `numpy.random.seed`), through imports.

    A name of the module itself comes back as it stands (`Agent.ask`), a builtin as `builtins.list`; None is
    anything that is not a chain of names, or begins with a local variable.
    """
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    origin = _origin(node.id, scope)
    return ".".join([origin, *reversed(steps)]) if origin else None


def holder(name: str, scope: Scope) -> Scope | None:
    """The scope whose variable `name` means in `scope`; None for a builtin or an unknown name."""
    at: Scope | None = scope
    while at is not None:
        if name in at.global_names:
            return _outermost(at)
        if at.binds(name) and name not in at.nonlocal_names and (at is scope or not isinstance(at.owner, Class)):
            return at
        at = at.parent
    return None


def _origin(name: str, scope: Scope) -> str | None:
    found = holder(name, scope)
    if found is None:
        return f"builtins.{name}" if hasattr(builtins, name) else None
    if name in found.imports:
        return found.imports[name]
    if name in found.functions:
        return found.functions[name].name
    if name in found.classes:
        return found.classes[name].name
    return _alias(name, found)


def _alias(name: str, scope: Scope) -> str | None:
    """What `name` stands for where its only binding is another name: `Base = declarative.Base`."""
    bound = scope.bindings[name]
    if len(bound) == 1 and isinstance(bound[0], (ast.Name, ast.Attribute)):
        only = bound[0]
        if not (isinstance(only, ast.Name) and only.id == name):
            seen = dotted(only, scope) if _first(only) != name else None
            return seen or (name if scope.parent is None else None)
    return name if scope.parent is None else None


def _first(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _outermost(scope: Scope) -> Scope:
    while scope.parent is not None:
        scope = scope.parent
    return scope


def _called(node: ast.expr) -> str | None:
    """The last name of a decorator, called or not."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else None


def _metaclass(node: ast.ClassDef) -> list[ast.expr]:
    """A metaclass other than `abc.ABCMeta` decides about attributes as a base does."""
    return [each.value for each in node.keywords if each.arg == "metaclass" and _called(each.value) != "ABCMeta"]


def _linear(start: Class, above: tuple[Class, ...]) -> list[Class]:
    """C3 linearisation (https://www.python.org/download/releases/2.3/mro/) over the classes of one module."""
    known = start.module.classes if start.module else {}
    parents = [known[base] for base in start.bases if base in known]
    parents = [each for each in parents if each is not start and each not in above]
    queues = [_linear(each, (*above, start)) for each in parents] + [parents]
    order = [start]
    while any(queues):
        queues = [queue for queue in queues if queue]
        tails = {id(each) for queue in queues for each in queue[1:]}
        head = next((queue[0] for queue in queues if id(queue[0]) not in tails), queues[0][0])
        order.append(head)
        queues = [[each for each in queue if each is not head] for queue in queues]
    return order


class _Reader:
    """Fills the scopes of one module; used once by `read`."""

    def __init__(self, module: Module) -> None:
        self.module = module

    def body(self, statements: Iterable[ast.stmt], scope: Scope, inside: Function | None, prefix: str) -> None:
        """Read statements into `scope`; `inside` is the function whose mentions they are."""
        waiting: list[tuple[ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef, Scope]] = []
        for statement in statements:
            self.node(statement, scope, inside, prefix, waiting)
        for node, where in waiting:
            if isinstance(node, ast.ClassDef):
                self.class_body(node, where, inside, prefix)
            else:
                self.function_body(node, where, inside, prefix)

    def node(
        self, top: ast.AST, scope: Scope, inside: Function | None, prefix: str, waiting: list[tuple[object, Scope]]
    ) -> None:
        """Read one statement with its expressions, without entering bodies that have a scope of their own."""
        stack: list[ast.AST] = [top]
        while stack:
            node = stack.pop()
            if isinstance(node, (*DEFINITIONS, ast.ClassDef)):
                scope.bindings.setdefault(node.name, []).append(None)
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
            self.binding(node, scope, inside)
            if inside is not None:
                _note_uses(node, inside)
            stack.extend(each for each in ast.iter_child_nodes(node) if not _is_settled(each, node))

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

    def mention(self, name: str, inside: Function | None) -> None:
        if inside is not None:
            inside.mentions.add(name)

    def bind(self, name: str, value: ast.expr | None, scope: Scope) -> None:
        """One more binding; a name declared `global` is bound in the module."""
        home = _outermost(scope) if name in scope.global_names else scope
        home.bindings.setdefault(name, []).append(value)

    def imports(self, node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
        """`import a.b as c` binds c to a.b, `import a.b` binds a; a relative import keeps its dots."""
        start = "." * node.level + (node.module or "") if isinstance(node, ast.ImportFrom) else None
        for each in node.names:
            name = each.asname or (each.name if start is not None else each.name.partition(".")[0])
            target = each.name if each.asname or start is not None else name
            whole = target if start is None else f"{start}.{target}" if not start.endswith(".") else start + target
            scope.bindings.setdefault(name, []).append(None)
            scope.imports.setdefault(name, whole)

    def class_body(self, node: ast.ClassDef, scope: Scope, inside: Function | None, prefix: str) -> None:
        """A class: its body is a scope whose names its methods do not see."""
        made = Class(prefix + node.name, node, Scope(None, scope), module=self.module)
        made.scope.owner = made
        scope.classes[node.name] = made
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
            scope.functions[name] = made
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


def _note_uses(node: ast.AST, inside: Function) -> None:
    """Note whose object one node changes or passes on."""
    match node:
        case ast.Call(func=func):
            for each in (*node.args, *(keyword.value for keyword in node.keywords)):
                _note_way(each, inside.uses, inside)
            if isinstance(func, ast.Attribute):
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
        case ast.List(elts=parts) | ast.Tuple(elts=parts) | ast.Set(elts=parts) | ast.Dict(values=parts):
            for each in parts:
                _note_way(each, inside.uses, inside)


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


def is_for_type_checkers(test: ast.expr) -> bool:
    """Whether a branch on `test` is never run: `if TYPE_CHECKING:`."""
    return _called(test) == "TYPE_CHECKING"


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


def _globals(body: list[ast.stmt]) -> Iterator[ast.Global]:
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
