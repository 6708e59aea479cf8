"""Modules, classes, functions and what their names mean, over the standard library's `ast`.

Everything here is about names and scopes (Python reference, section 4.2, "Naming and binding"); what values do is found
out elsewhere.  `reading.read` fills these values; afterwards they are only looked at.
"""

from __future__ import annotations

import ast
import builtins
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from flake8_session_isolation.facts import describes

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_PROPERTIES = ("builtins.property", "functools.cached_property")
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(eq=False)
class Scope:
    """The names one module, class or function body binds, filled by `read` and only looked at afterwards.

    `bindings` holds each expression that a plain assignment gives a name; None stands for a binding that is no
    plain assignment (a loop target, a parameter, an unpacking).  The outermost scope knows its `module`.
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
    star_imports: list[str] = field(default_factory=list)
    module: Module | None = None

    def binds(self, name: str) -> bool:
        """Whether the body itself binds `name`."""
        return name in self.bindings


@dataclass(eq=False)
class Function:
    """A function, method or lambda; `name` is dotted from the module's top (`Agent.ask`).

    What its text says of names, whatever they mean: `mentions` are all in its body and in what is nested in it;
    `stores` variables on whose parts something is stored or deleted, `uses` those whose object or part has a method
    called, is bound, handed over or given back; `fields` the attributes on either way, `class_stores` attributes stored
    on a class; `enters` the last names of what `with` statements enter, `blocks_in` of those that do not wait for it.
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
    enters: set[str] = field(default_factory=set)
    blocks_in: set[str] = field(default_factory=set)
    yields: bool = False

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<{self.name}>"

    @property
    def is_coroutine(self) -> bool:
        """Whether it is a coroutine function or an asynchronous generator."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @cached_property
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
        yield from zip((each.arg for each in plain[len(plain) - len(given.defaults) :]), given.defaults)
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
        return self.owner is None or any(last_name(each) == "staticmethod" for each in self.decorators)

    @property
    def is_context_manager(self) -> bool:
        """Whether it is a generator that a decorator turns into a context manager."""
        return self.yields and any((last_name(each) or "").endswith("contextmanager") for each in self.decorators)

    @cached_property
    def is_class_method(self) -> bool:
        """Whether its first parameter is the class."""
        known = {"__new__", "__init_subclass__", "__class_getitem__"}
        return self.owner is not None and (
            self.owner.is_metaclass
            or self.name.rpartition(".")[2] in known
            or any(last_name(each) == "classmethod" for each in self.decorators)
        )

    @property
    def is_property(self) -> bool:
        """Whether reading an attribute calls it."""
        return any(dotted(each, self.scope) in _PROPERTIES for each in self.decorators)

    @cached_property
    def receiver(self) -> str | None:
        """The parameter that is the instance or the class, if there is one."""
        if self.is_static or isinstance(self.node, ast.Lambda):
            return None
        return next(iter(self.parameters), None)


@dataclass(eq=False)
class Class:
    """A class of the module; `bases` are dotted names as far as names alone tell, None where they do not.

    `elsewhere` are those of the bases that stand in other modules of the project.
    """

    name: str
    node: ast.ClassDef
    scope: Scope
    bases: tuple[str | None, ...] = ()
    module: Module | None = None
    ancestry: list[Class] = field(default_factory=list)
    elsewhere: dict[str, Class] = field(default_factory=dict)

    def __repr__(self) -> str:
        """Short, as it appears in printed values."""
        return f"<class {self.name}>"

    @property
    def is_metaclass(self) -> bool:
        """Whether its instances are classes."""
        return "builtins.type" in self.bases

    def lineage(self) -> list[Class]:
        """The class and its bases in the project, in method resolution order."""
        return self.ancestry or [self]

    def method(self, name: str) -> Function | None:
        """The function that an instance finds under `name`."""
        return next((each.scope.functions[name] for each in self.lineage() if name in each.scope.functions), None)

    def declaring(self, attribute: str) -> Class | None:
        """The class of the lineage whose body binds `attribute`."""
        return next((each for each in self.lineage() if each.scope.binds(attribute)), None)

    def foreign_bases(self) -> set[str | None]:
        """Dotted names of all bases that are not the project's; None for one that is not a name."""
        return {base for each in self.lineage() for base in each.bases if not each.knows(base)} - {"builtins.object"}

    def knows(self, base: str | None) -> bool:
        """Whether a base is a class of the project."""
        return base in self.elsewhere or (self.module is not None and base in self.module.classes)


@dataclass(eq=False)
class Module:
    """One parsed file, `name` as the project imports it, `path` on disk.

    The names of functions and classes begin with `prefix`: nothing in the linted file, the module's name in others.

    `imported` are the dotted names that an `import` statement shows to be modules, `libraries` the first names of all
    imports; `rebound` the variables that some function declares `global`, `stored_attributes` the names to
    which something is assigned as an attribute, and those that calls assign.
    """

    tree: ast.Module
    scope: Scope
    name: str = ""
    path: str = ""
    prefix: str = ""
    functions: list[Function] = field(default_factory=list)
    classes: dict[str, Class] = field(default_factory=dict)
    by_node: dict[ast.AST, Function] = field(default_factory=dict)
    class_of: dict[ast.AST, Class] = field(default_factory=dict)
    imported: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)
    rebound: set[str] = field(default_factory=set)
    stored_attributes: set[str] = field(default_factory=lambda: {"environ", "stdout", "stderr"})

    def scopes(self) -> Iterator[Scope]:
        """The module's own scope, those of its classes, those of its functions."""
        yield self.scope
        yield from (each.scope for each in self.classes.values())
        yield from (each.scope for each in self.functions)

    @cached_property
    def folder(self) -> str:
        """Where it stands on disk."""
        return os.path.dirname(self.path)


MOST_ALIASES = 20
"""Names that stand for other names, one after the other."""


def dotted(node: ast.expr, scope: Scope, aliases: int = 0) -> str | None:
    """The dotted name of what an expression names (`np.random.seed` -> `numpy.random.seed`), through imports.

    A name of the module itself comes back as it stands (`Agent.ask`), a builtin as `builtins.list`; None is
    anything that is not a chain of names, or begins with a local variable.  `aliases` counts those gone through.
    """
    steps: list[str] = []
    while isinstance(node, ast.Attribute):
        steps.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name) or aliases > MOST_ALIASES:
        return None
    origin = _origin(node.id, scope, aliases)
    return ".".join([origin, *reversed(steps)]) if origin else None


def holder(name: str, scope: Scope) -> Scope | None:
    """The scope whose variable `name` means in `scope`; None for a builtin or an unknown name."""
    at: Scope | None = scope
    while at is not None:
        if name in at.global_names:
            return outermost(at)
        if at.binds(name) and name not in at.nonlocal_names and (at is scope or not isinstance(at.owner, Class)):
            return at
        at = at.parent
    return None


def _origin(name: str, scope: Scope, aliases: int) -> str | None:
    found = holder(name, scope)
    if found is None:
        if hasattr(builtins, name):
            return f"builtins.{name}"
        stars = outermost(scope).star_imports
        told = (whole for each in reversed(stars) if describes(whole := f"{each}.{name}"))
        return next(told, f"{stars[-1]}.{name}") if stars else None
    if name in found.imports:
        return found.imports[name]
    if name in found.functions:
        return found.functions[name].name
    if name in found.classes:
        return found.classes[name].name
    return _alias(name, found, aliases)


def _alias(name: str, scope: Scope, aliases: int) -> str | None:
    """What `name` stands for where its only binding is another name: `Base = declarative.Base`."""
    own = (scope.module.prefix if scope.module else "") + name if scope.parent is None else None
    bound = scope.bindings.get(name, [])
    if len(bound) == 1 and isinstance(bound[0], (ast.Name, ast.Attribute)) and _first(bound[0]) != name:
        return dotted(bound[0], scope, aliases + 1) or own
    return own


def _first(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def outermost(scope: Scope) -> Scope:
    """The module's scope around a scope."""
    while scope.parent is not None:
        scope = scope.parent
    return scope


def home(scope: Scope) -> Module:
    """The module in which a scope stands."""
    module = outermost(scope).module
    assert module is not None
    return module


def last_name(node: ast.expr) -> str | None:
    """The last name of a decorator, called or not."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else None


def spelled_keywords(call: ast.Call) -> list[str]:
    """The keywords of a call as they are written: `debug=False`."""
    return [f"{each.arg}={ast.unparse(each.value)}" for each in call.keywords]


def is_for_type_checkers(test: ast.expr) -> bool:
    """Whether a branch on `test` is never run: `if TYPE_CHECKING:`."""
    return last_name(test) == "TYPE_CHECKING"


def names_thing(module: Module, dotted_name: str) -> bool:
    """Whether a module mentions what another calls by this dotted name, in an import or anywhere else."""
    if dotted_name in module.scope.imports.values():
        return True
    home, _, last = dotted_name.rpartition(".")
    return home in module.imported and any(
        isinstance(node, ast.Attribute) and node.attr == last for node in ast.walk(module.tree)
    )
